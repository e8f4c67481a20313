"""Kind, standing, time and place of an incident, over its accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tallystick.ledger.view.accounts import Account, Evidence, any_pair
from tallystick.model.geometry import distance_km
from tallystick.model.statement import Field, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import DatePrecision, PartialDate, Place, PlacePrecision
from tallystick.vocab.matching import fold

NEAR_KM = 25.0  # two names within this distance can be one place to two reporters

_REFINED_BY: dict[IncidentKind, tuple[IncidentKind, ...]] = {
    IncidentKind.BOMBING: (IncidentKind.SUICIDE_BOMBING, IncidentKind.MINE),
    IncidentKind.AIR_STRIKE: (IncidentKind.DRONE_ATTACK, IncidentKind.CHEMICAL_ATTACK),
    IncidentKind.SHELLING: (IncidentKind.CHEMICAL_ATTACK,),
    IncidentKind.ARMED_ASSAULT: (IncidentKind.ASSASSINATION,),
    IncidentKind.SHOOTING: (IncidentKind.ASSASSINATION,),
}
_OCCURRED = (Standing.HAPPENED, Standing.PREVENTED)
_DATE_ORDER = list(DatePrecision)
_PLACE_ORDER = list(PlacePrecision)
_FINE = frozenset({PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT})


def kind(evidence: Evidence) -> IncidentKind:
    """The kind that most documents give, or a finer sort of it that some document gives."""
    votes = Counter(
        value
        for value, _ in dict.fromkeys(
            (s.value, s.document)
            for s in evidence.asserted(Field.KIND)
            if isinstance(s.value, IncidentKind)
        )
    )
    votes.pop(IncidentKind.ATTACK, None)  # says nothing against any other
    if not votes:
        return IncidentKind.ATTACK
    chosen = votes.most_common(1)[0][0]
    while finer := [k for k in _REFINED_BY.get(chosen, ()) if k in votes]:
        chosen = max(finer, key=lambda k: votes[k])
    return chosen


def standing(evidence: Evidence) -> Standing:
    """Happened or prevented, as most reports have it, if any has either; else as most have it.

    A later article that only looks back on an incident does not make it background.
    """
    given = [r.standing for r in evidence.reports]
    votes = Counter([s for s in given if s in _OCCURRED] or given)
    return max(Standing, key=lambda s: (votes[s], s is Standing.HAPPENED))


def occurrence_differs(evidence: Evidence) -> bool:
    """Whether some have it that it did not happen."""
    given = {r.standing for r in evidence.reports}
    apart = {Standing.PREVENTED, Standing.HYPOTHETICAL}
    return bool(evidence.denied(Field.OCCURRENCE)) or (
        Standing.HAPPENED in given and bool(given & apart)
    )


def when(evidence: Evidence) -> PartialDate | None:
    """The most precise date that most documents can agree on, narrowed by those that do.

    Floating dates only count where there is no other.
    """
    accounts = evidence.accounts(Field.WHEN, PartialDate)
    said = [(a.document.id, d) for a in accounts for d in a.values]
    anchored = [(document, d) for document, d in said if not d.is_floating]
    if not anchored:
        return _commonest([d for _, d in said])
    chosen = _agreed(anchored)
    return _narrowed(chosen, [d for _, d in anchored])


def when_differs(evidence: Evidence) -> bool:
    """Whether two accounts name different days."""
    return any_pair(evidence.accounts(Field.WHEN, PartialDate), _on_other_days)


def _on_other_days(first: Account[PartialDate], second: Account[PartialDate]) -> bool:
    days = [{d.start for d in a.values if d.is_day} for a in (first, second)]
    return bool(days[0] and days[1] and not days[0] & days[1])


def _commonest(floating: Sequence[PartialDate]) -> PartialDate | None:
    votes = Counter(floating)
    return max(floating, key=lambda d: (d.weekday is not None, votes[d]), default=None)


def _agreed(said: Sequence[tuple[str, PartialDate]]) -> PartialDate:
    support = {d: len({doc for doc, other in said if d.overlaps(other)}) for _, d in said}
    documents = len({document for document, _ in said})
    backed = [d for _, d in said if 2 * support[d] >= documents]
    if not backed:
        return max(
            (d for _, d in said), key=lambda d: (support[d], -_DATE_ORDER.index(d.precision))
        )
    return min(backed, key=lambda d: (_DATE_ORDER.index(d.precision), -support[d]))


def _narrowed(chosen: PartialDate, others: Sequence[PartialDate]) -> PartialDate:
    """The chosen date within the limits of the others that agree with it."""
    result = chosen
    for other in others:
        if result.overlaps(other):
            result = _meet(result, other)
    return result


def _meet(first: PartialDate, second: PartialDate) -> PartialDate:
    starts = [d.start for d in (first, second) if d.start]
    ends = [d.end for d in (first, second) if d.end]
    start, end = max(starts, default=None), min(ends, default=None)
    if (start, end) == (first.start, first.end):
        same = (second.start, second.end) == (start, end)
        return replace(first, part=first.part or (second.part if same else None))
    if (start, end) == (second.start, second.end):
        return second
    if start and end and end - start <= timedelta(days=4):
        precision = DatePrecision.DAY if start == end else DatePrecision.DAYS
        weekday = start.isoweekday() if start == end else None
        return PartialDate(start, end, precision, first.text, weekday)
    return PartialDate(start, end, DatePrecision.INTERVAL, first.text)


def where(evidence: Evidence) -> Place | None:
    """The most precise place that does not go against most documents; one that is told by what it
    is ("a mosque") where none is told by name."""
    accounts = evidence.accounts(Field.WHERE, Place)
    told = [(a.document.id, p) for a in accounts for p in a.values]
    said = [one for one in told if not one[1].is_described] or told
    if not said:
        return None
    documents = len({document for document, _ in said})
    support = {p: len({doc for doc, other in said if _consistent(p, other)}) for _, p in said}
    named = Counter(p for _, p in said)
    backed = [p for _, p in said if 2 * support[p] >= documents] or [p for _, p in said]
    return min(backed, key=lambda p: (_PLACE_ORDER.index(p.precision), -support[p], -named[p]))


def where_differs(evidence: Evidence) -> bool:
    """Whether two accounts name places of one precision, known and apart."""
    return any_pair(evidence.accounts(Field.WHERE, Place), _elsewhere)


def _elsewhere(first: Account[Place], second: Account[Place]) -> bool:
    for precision in PlacePrecision:
        ours = [p for p in first.values if p.precision is precision and p.id]
        theirs = [p for p in second.values if p.precision is precision and p.id]
        if ours and theirs and precision is not PlacePrecision.REGION:
            return not any(_one_place(a, b) for a in ours for b in theirs)
    return False


def _one_place(first: Place, second: Place) -> bool:
    if first.id == second.id and first.id is not None:
        return True
    if first.precision not in _FINE or second.precision not in _FINE:
        return fold(first.name) == fold(second.name)
    near = distance_km(first, second)
    return near is not None and near <= NEAR_KM


def _consistent(first: Place, second: Place) -> bool:
    """Whether the second can be the first, or around it."""
    if first.precision in _FINE and second.precision in _FINE:
        return _one_place(first, second) or fold(first.name) == fold(second.name)
    if first.country and second.country and first.country != second.country:
        return False
    provinces = (first.admin1, second.admin1)
    return not all(provinces) or fold(provinces[0] or "") == fold(provinces[1] or "")
