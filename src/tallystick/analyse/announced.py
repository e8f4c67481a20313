"""What an announced tally counts, where its own words leave a part of that out.

"The Pentagon now counts 27" says neither since when nor of attacks on whom: the same announcer
said so before. What is missing is taken from the nearest announcement, in time, of whoever could
be the same source (:func:`tallystick.ledger.could_be_one`), or from the same document where it
gives the same number again; and never from one that the number goes against, as a running total
does not fall. What was taken from where is kept, so that it can be told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tallystick.analyse.selection import Aspect, Selection, last_day, selection_of
from tallystick.ledger import Ledger, could_be_one, is_named
from tallystick.model.document import Document
from tallystick.model.statement import AnnouncedTally


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A part of the class that is another announcement's: the day it starts, or the target."""

    aspect: Aspect
    of: AnnouncedTally


@dataclass(frozen=True, slots=True)
class Announced:
    """An announced tally with the class that it counts.

    ``tally`` has the borrowed parts filled in. ``selection`` is ``None`` where nobody says
    since when.
    """

    tally: AnnouncedTally
    document: Document
    selection: Selection | None
    borrowed: tuple[Borrowed, ...] = ()

    @property
    def as_of(self) -> date | None:
        """The last day that it counts: the one that is named, else that of publication."""
        return last_day(self.tally, self.document)


def announced_in(ledger: Ledger) -> list[Announced]:
    """Every announced tally of a ledger with its class, in order of arrival."""
    return announced_of(ledger.tallies(), {d.id: d for d in ledger.documents()})


def announced_of(
    tallies: Sequence[AnnouncedTally], documents: Mapping[str, Document]
) -> list[Announced]:
    """Each tally with its class, in the order given; ``documents`` are theirs, by id."""
    days = {t.id: last_day(t, documents[t.document]) for t in tallies}
    return [_announced(t, documents[t.document], tallies, days) for t in tallies]


def _announced(
    tally: AnnouncedTally,
    document: Document,
    others: Sequence[AnnouncedTally],
    days: Mapping[str, date | None],
) -> Announced:
    borrowed: list[Borrowed] = []
    near = sorted((o for o in others if _lends(o, tally, days)), key=_farness(tally, days))
    whole = tally
    since = next((o for o in near if _starts(o)), None)
    if not _starts(tally) and since:
        whole = replace(whole, baseline=since.baseline)
        borrowed.append(Borrowed(Aspect.DATE, since))
    against = next((o for o in near if o.targets), None)
    if not tally.targets and not tally.attackers and against:
        whole = replace(whole, targets=against.targets)
        borrowed.append(Borrowed(Aspect.TARGET, against))
    return Announced(whole, document, selection_of(whole, document), tuple(borrowed))


def _starts(tally: AnnouncedTally) -> bool:
    return tally.baseline is not None and tally.baseline.start is not None


def _farness(
    tally: AnnouncedTally, days: Mapping[str, date | None]
) -> Callable[[AnnouncedTally], tuple[bool, int]]:
    """Those of the same countries first (a part of a split lends last), then by days between."""

    def far(other: AnnouncedTally) -> tuple[bool, int]:
        ours, theirs = days[tally.id], days[other.id]
        apart = abs((ours - theirs).days) if ours and theirs else 0
        return countries_of(other) != countries_of(tally), apart

    return far


def _lends(other: AnnouncedTally, tally: AnnouncedTally, days: Mapping[str, date | None]) -> bool:
    """Whether another can be of the same running count."""
    if other.id == tally.id or other.unit is not tally.unit or other.attackers != tally.attackers:
        return False
    ours, theirs = days[tally.id], days[other.id]
    if ours is None or theirs is None:
        return False
    again = other.document == tally.document and other.count.agrees(tally.count)
    if not again and not _one_announcer(other, tally):
        return False
    return _one_area(other, tally) and _rises((other, tally) if theirs <= ours else (tally, other))


def _one_announcer(first: AnnouncedTally, second: AnnouncedTally) -> bool:
    """Whether both are given out by somebody named, who could be the same."""
    speakers = [t.chain[0] for t in (first, second) if len(t.chain) > 1]
    return len(speakers) == 2 and all(map(is_named, speakers)) and could_be_one(*speakers)


def _one_area(first: AnnouncedTally, second: AnnouncedTally) -> bool:
    """Whether both name the same countries, or one names none."""
    named = countries_of(first), countries_of(second)
    return not all(named) or named[0] == named[1]


def countries_of(tally: AnnouncedTally) -> frozenset[str]:
    """The countries of an announcement, by code; empty is anywhere."""
    return frozenset(place.country or place.name for place in tally.areas)


def _rises(in_order: tuple[AnnouncedTally, AnnouncedTally]) -> bool:
    """Whether the later number can be the earlier or more."""
    earlier, later = in_order
    return later.count.high is None or (earlier.count.low or 0) <= later.count.high
