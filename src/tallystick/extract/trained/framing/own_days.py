"""The day of an incident by the words that tell of it, also where only the network sees these.

The rules give a day to what they see themselves. For what the network adds, the same words
count as much: "on Monday a man **drove a lorry into the gate**" is of Monday. Such a day helps
to choose among days, and never makes an incident of words that tell of none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tallystick.extract.circumstances.reading import when_of
from tallystick.extract.trained.combine import Combination
from tallystick.extract.trained.joining.assembly import (
    Group,
    Taken,
    View,
    chances_of,
    is_home,
)
from tallystick.extract.trained.joining.tied import outright
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.vocab.caseless import caseless

__all__ = ["days_told"]

_WHEN = str(Field.WHEN.value)
_ELSEWHERE = 0.6  # of a day that the words of an incident do not give
_ONLY = 0.35  # of the only one that there is for it
_A_DAY = 0.8  # by the network alone: that the words tell when something was


def days_told(view: View, found: Sequence[Group], weigh: Combination) -> list[list[Taken]]:
    """The days that may be those of each incident, with how probable each is.

    One that no words of its own give must be likely; where there is none, the likeliest that is
    no likelier another's will do.
    """
    own = _own_words(view)
    days = [
        replace(c, homes=c.homes | own.get(c.span, frozenset()))
        for c in view.candidates
        if c.field is Field.WHEN
    ]
    told: list[list[Taken]] = [[] for _ in found]
    for candidate, ties in chances_of(view, days, found, weigh, _is_likely):
        chances = {at: outright(candidate, found[at].members, c) for at, c in ties.items()}
        most = max(chances.values(), default=0.0)
        for at, chance in chances.items():
            told[at].append(Taken(candidate, at, chance, chance < most))
    return [_likely(view, group, of) for group, of in zip(found, told, strict=True)]


def _is_likely(_day: Candidate, _group: Group, chance: float) -> bool:
    return chance >= _ELSEWHERE


def _own_words(view: View) -> Mapping[Span, frozenset[int]]:
    """For the words of each day, the mentions in whose clause they give it, of those that the
    rules do not see."""
    own: dict[Span, frozenset[int]] = {}
    for at, mention in enumerate(view.mentions):
        if view.family[at] >= 0 or _is_of_many(view, at):
            continue
        own_words = when_of(view.notes, mention.sentence, mention.clause, mention.anchor)
        day = own_words or mention.setting or mention.under
        if day is not None:
            own[day.span] = own.get(day.span, frozenset()) | {at}
    return own


def _is_of_many(view: View, at: int) -> bool:
    """Whether words tell of several attacks, of which a day is that of one: "the raid on
    Sunday was the latest in a string of **assaults**"."""
    start = view.mentions[at].anchor.start
    return _MANY.search(view.notes.text, max(0, start - _FAR), start) is not None


_FAR = 60
_MANY = caseless(
    r"\b(?:series|wave|string|spate|succession|campaign|rash|slew)\s+of\s+(?:[\w’'-]+\s+){0,3}$"
)


def _likely(view: View, group: Group, told: Sequence[Taken]) -> list[Taken]:
    if any(_is_of_many(view, at) for at in group.members):
        return [t for t in told if t.probability >= _ELSEWHERE]
    likely = [
        t for t in told if t.probability >= (_ONLY if is_home(t.candidate, group) else _ELSEWHERE)
    ]
    return likely or [
        t
        for t in told
        if t.probability >= _ONLY
        and not t.elsewhere
        and view.scores.on(_WHEN, t.candidate.span) >= _A_DAY
    ]
