"""What only the network sees, alone in its sentence: what stands there is told of it.

The rules read a day, a place and figures of a clause where they see an attack; where they see none
they keep them for what was told before, or for nothing. A sentence in which the network alone sees
one, and that has a day, a place and who or what was hit ("in Orun on Friday a mine **tore off** the
foot of a boy"), is read as the rules read their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tallystick.extract.annotate import Annotations
from tallystick.extract.circumstances.reading import when_of, where_of
from tallystick.extract.frames.frame import COARSE
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.trained.network.inventory import MENTION
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field

__all__ = ["at_home", "told_alone"]

_SUFFERED = (Field.KILLED, Field.INJURED, Field.ABDUCTED)
_SURE = 0.92  # of a mention: on threats, exercises and arrests the network is less sure


def told_alone(
    mentions: Sequence[Mention], family: Sequence[int], scores: Scores
) -> dict[int, Mention]:
    """The sure mentions, by their numbers, of sentences in which the rules see no attack."""
    seen = {m.sentence.index for m, own in zip(mentions, family, strict=True) if own >= 0}
    return {
        at: mention
        for at, mention in enumerate(mentions)
        if family[at] < 0
        and mention.sentence.index not in seen
        and scores.on(MENTION, mention.anchor) >= _SURE
    }


def at_home(
    notes: Annotations, found: Sequence[Candidate], alone: Mapping[int, Mention]
) -> list[Candidate]:
    """The values with those told alone among the homes of what their sentences give them."""
    told: dict[Span, list[_Given]] = {}
    for sentence, given in _given(notes, alone):
        told.setdefault(sentence, []).append(given)
    suffered = [c.span for c in found if c.field in _SUFFERED or _is_hit(c)]
    sentences = sorted(s for s in told if any(map(s.contains, suffered)))
    if not sentences:
        return list(found)
    housed = []
    for one in found:
        at = bisect_right(sentences, one.span.start, key=lambda s: s.start) - 1
        here = sentences[max(at, 0)]
        housed.append(_housed(one, told[here]) if here.contains(one.span) else one)
    return housed


def _is_hit(one: Candidate) -> bool:
    """A target that the rules see too: the network may take a ship in distress for one."""
    return one.ruled and one.field is Field.TARGET


_Given = tuple[int, Span, Span]
"""A mention's number, and the words of its sentence for its day and its place."""


def _given(notes: Annotations, alone: Mapping[int, Mention]) -> Iterator[tuple[Span, _Given]]:
    """With their sentences, those to which these give both a day and a place finer than a country
    or region: with less they may tell of what was told before, or of no attack at all."""
    for at, mention in alone.items():
        clause = mention.sentence.span
        when = when_of(notes, mention.sentence, clause, mention.anchor)
        where = where_of(notes, clause, mention.anchor)
        if when is None or where is None or where.place.precision in COARSE:
            continue
        if when.date.names_day:
            yield clause, (at, when.span, where.span)


def _housed(one: Candidate, told: Sequence[_Given]) -> Candidate:
    homes = frozenset(
        at
        for at, when, where in told
        if one.span == {Field.WHEN: when, Field.WHERE: where}.get(one.field, one.span)
    )
    if not homes:
        return one
    given = one.field in (Field.WHEN, Field.WHERE)
    return replace(one, homes=one.homes | homes, ruled=one.ruled or given)
