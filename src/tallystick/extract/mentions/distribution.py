"""One mention for each of several days or places that are named together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.circumstances.reading import COARSE
from tallystick.extract.dates.mentions import DateMention, DateRole, from_to
from tallystick.extract.drafts import Draft
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.places.geography import may_be_one
from tallystick.extract.places.mentions import PlaceMention
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, CountRange, Place, PlacePrecision

_JOINED = re.compile(
    r"\s*(?:[’']s)?\s*(?:\w+\s+){0,2}?(?:,|and|,\s*and|as well as|&)\s+(?:the\s+|in\s+|at\s+|"
    r"a\s+|an\s+|on\s+)*"
    r"(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)


_AND = re.compile(
    r"\s*(?:,|,?\s*and|or)\s+(?:(?:was\s+)?continu(?:ed|ing)\s+)?(?:on\s+)?", re.IGNORECASE
)
_BARE = CountRange(2, None)
_EFFECTS = (Field.KILLED, Field.INJURED, Field.ABDUCTED)


def distributed(notes: Annotations, mention: Mention) -> Iterator[Mention]:
    """One mention for each of several places named together: "bases in Erbil and Anbar"."""
    chain = _chain(notes, mention)
    if len(chain) < 2 or not _several(notes, mention, chain):
        yield mention
        return
    shared = tuple(d for d in mention.drafts if d.field not in _EFFECTS)  # one figure for all
    for place in chain:
        yield replace(mention, where=place, drafts=shared)


def by_day(notes: Annotations, mention: Mention) -> Iterator[Mention]:
    """One mention for each of several days named together: "attacks on Wednesday and Thursday".

    With a figure, which is of all of them, it stays one, of all these days.
    """
    days = _days_beside(notes, mention)
    if len(days) < 2:
        yield mention
    elif mention.plural and not any(map(_is_figure, mention.drafts)):
        for day in days:
            yield replace(mention, when=day)
    else:
        yield replace(mention, when=from_to(notes.text, days[0], days[-1]))


def _days_beside(notes: Annotations, mention: Mention) -> list[DateMention]:
    """The days named together with that of a mention, in order; none where it has no day."""
    run: list[DateMention] = []
    for day in inside(notes.dates, mention.clause):
        if day.role is not DateRole.WHEN or not day.date.names_day:
            continue
        if run and not _beside(notes, run[-1], day):
            if mention.when in run:
                break
            run = []
        run.append(day)
    return run if mention.when in run else []


def _is_figure(draft: Draft) -> bool:
    """Whether it is a number of persons: not a bare plural, which can be some of each day."""
    value = draft.value
    return isinstance(value, Casualties) and value.count != _BARE


def _beside(notes: Annotations, first: DateMention, second: DateMention) -> bool:
    gap = notes.text[first.span.end : second.span.start]
    return _AND.fullmatch(gap) is not None


def _chain(notes: Annotations, mention: Mention) -> list[PlaceMention]:
    """The places named together with that of the mention, in order, all apart."""
    if mention.where is None:
        return []
    runs: list[list[PlaceMention]] = []
    for place in mention.places:
        if place.place.precision in COARSE:
            continue
        if runs and _joins(notes, runs[-1], place):
            runs[-1].append(place)
        elif not (runs and may_be_one(runs[-1][-1].place, place.place)):
            runs.append([place])
    return next((run for run in runs if mention.where in run), [])


def _joins(notes: Annotations, run: Sequence[PlaceMention], place: PlaceMention) -> bool:
    gap = notes.text[run[-1].span.end : place.span.start]
    if gap == ", " and _holds(place.place, run[-1].place):
        return False
    apart = all(may_be_one(place.place, p.place) is False for p in run)
    return apart and _JOINED.fullmatch(gap) is not None


def _holds(outer: Place, inner: Place) -> bool:
    """Whether a province follows a town: "Aden, Lahj and **Rona, Velm**", its own or of another
    town of that name."""
    fine = (PlacePrecision.SITE, PlacePrecision.TOWN)
    return outer.precision is PlacePrecision.PROVINCE and inner.precision in fine


def _several(notes: Annotations, mention: Mention, chain: Sequence[PlaceMention]) -> bool:
    if mention.plural or len(chain) > 2:
        return True
    things = inside(notes.targets, Span(mention.clause.start, chain[0].span.start))
    if any(t.item.plural for t in things):
        return True
    before = notes.text[mention.clause.start : chain[-1].span.end]
    return bool(
        re.search(
            r"\b(?:bases|cities|towns|villages|sites|camps|airports|positions|targets|areas|"
            r"districts|provinces|both|airbases|embassies|fields|neighbou?rhoods)\b",
            before,
            re.I,
        )
    )
