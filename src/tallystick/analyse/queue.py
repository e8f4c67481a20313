"""What a person should look at first: doubt, by what hangs on it.

Each reason has a weight: how doubtful a thing is (0 to 1) times what hangs on it, which is
1 + log2(1 + persons). The logarithm keeps one great toll from hiding all else. A task has the
weight of its gravest reason, and tasks go by falling weight.

- *duplicate*: two incidents that may be one. Doubtful as the score of their likeliest pair of
  reports is near to the one from which the program holds two to be the same; on it hang the
  persons who would be counted twice, the lesser of the two tolls.
- *incident*: the reader is not sure that it is one, and it has a toll.
- *contested*: accounts differ on whether it happened (on it hangs the toll) or on how many were
  killed, injured or abducted (on it hangs the difference). Doubtful by a half.
- *value*: a figure that the reader is not sure of (on it hangs the figure).

A pair on which a person has judged leaves the queue, whatever the verdict; so does one that the
program tells apart. An incident that an analyst has confirmed or called unverifiable leaves it
until another report joins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log2

from tallystick.ledger import Ledger, in_force
from tallystick.link.score import DEFAULTS
from tallystick.model.clusters import effective
from tallystick.model.confidence import LIKELY, SURE
from tallystick.model.entries import Assessment, Entry
from tallystick.model.incident import Contest, Figure, Incident, Position
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, CountRange, Outcome, WeaponUse

_OPEN = 0.5  # how doubtful it is which of two accounts is right: nobody here can tell
_HURT = (Field.KILLED, Field.INJURED, Field.ABDUCTED)
_COUNTED = (*_HURT, Field.WEAPON, Field.OUTCOME)

Ids = tuple[str, str]


class Cause(StrEnum):
    """Why something is in the queue."""

    DUPLICATE = "duplicate"
    INCIDENT = "incident"
    CONTESTED = "contested"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Concern:
    """One reason to look: ``about`` is what it is on, and ``probability`` how sure that is.

    A duplicate is about nothing further and has the score of the likeliest pair, an incident
    its confidence; a contest is about a :class:`Contest` and has none.
    """

    cause: Cause
    weight: float
    probability: float | None = None
    about: Contest | Position | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One incident to look at, or two that may be one, with the concerns, gravest first."""

    incidents: tuple[Incident, ...]
    concerns: tuple[Concern, ...]

    @property
    def weight(self) -> float:
        """That of its gravest concern."""
        return self.concerns[0].weight

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its incidents."""
        return tuple(incident.id for incident in self.incidents)


def queue(ledger: Ledger, *, limit: int | None = None) -> list[Task]:
    """What to look at, the gravest first, at most ``limit``; the same for the same ledger.

    Only of incidents that happened or were prevented.
    """
    judgements = effective(ledger.judgements())
    found = tasks(ledger.incidents(), judgements.values(), in_force(ledger.entries()))
    return found[:limit]


def alone(incident: Incident) -> Task | None:
    """What is doubtful in one incident by itself, whoever has assessed it; ``None`` if nothing."""
    concerns = [*_as_a_whole(incident), *_contests(incident), *_values(incident)]
    ordered = sorted(concerns, key=lambda c: -round(c.weight, 6))
    return Task((incident,), tuple(ordered)) if ordered else None


def tasks(
    incidents: Sequence[Incident],
    judgements: Iterable[Judgement],
    entries: Iterable[Entry] = (),
    *,
    alone: Callable[[Incident], Task | None] = alone,
) -> list[Task]:
    """The queue of incidents under the judgements that count (one a pair of reports) and the
    entries in force. Who asks again and again gives an :func:`alone` that remembers."""
    seen: dict[str, list[Assessment]] = defaultdict(list)
    for body in (e.body for e in entries if isinstance(e.body, Assessment)):
        for report in body.reports:
            seen[report].append(body)
    left = [i for i in incidents if not _assessed(i, seen)]
    found = [*_pairs(incidents, judgements), *filter(None, map(alone, left))]
    return sorted(found, key=lambda task: (-round(task.weight, 6), task.ids))


def _assessed(incident: Incident, seen: Mapping[str, Sequence[Assessment]]) -> bool:
    found = seen.get(incident.reports[0].id)
    return found is not None and any(covers(each, incident) for each in found)


def covers(assessment: Assessment, incident: Incident) -> bool:
    """Whether it was made on all the reports that the incident now has."""
    return {report.id for report in incident.reports} <= set(assessment.reports)


# -- pairs of incidents ------------------------------------------------------------------


def _pairs(incidents: Sequence[Incident], judgements: Iterable[Judgement]) -> Iterator[Task]:
    by_id = {incident.id: incident for incident in incidents}
    for (a, b), between in _between(incidents, judgements).items():
        told_apart = any(j.verdict is Verdict.DIFFERENT for j in between)
        if told_apart or any(j.by_person for j in between):
            continue
        score = max(j.score or 0.0 for j in between)
        pair = by_id[a], by_id[b]
        doubt = 1.0 - abs(score - DEFAULTS.same) / DEFAULTS.same
        weight = doubt * _stake(min(map(_toll, pair)))
        yield Task(pair, (Concern(Cause.DUPLICATE, weight, score),))


def _between(
    incidents: Sequence[Incident], judgements: Iterable[Judgement]
) -> Mapping[Ids, list[Judgement]]:
    """Two incidents, the earlier listed first, to the judgements on reports of both."""
    belongs = {r.id: at for at, incident in enumerate(incidents) for r in incident.reports}
    found: dict[Ids, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        ends = {belongs.get(judgement.a), belongs.get(judgement.b)}
        known = sorted(at for at in ends if at is not None)
        if len(known) == 2:
            found[incidents[known[0]].id, incidents[known[1]].id].append(judgement)
    return found


# -- one incident ------------------------------------------------------------------------


def _as_a_whole(incident: Incident) -> Iterator[Concern]:
    confidence, toll = incident.confidence, _toll(incident)
    if confidence is not None and confidence < SURE and toll:
        yield Concern(Cause.INCIDENT, (1.0 - confidence) * _stake(toll), confidence)


def _contests(incident: Incident) -> Iterator[Concern]:
    hangs = {
        Contest.OCCURRENCE: _toll(incident),
        Contest.KILLED: _spread(incident.killed),
        Contest.INJURED: _spread(incident.injured),
        Contest.ABDUCTED: _spread(incident.abducted),
    }
    for contest in incident.contested:
        if contest in hangs:
            weight = _OPEN * _stake(hangs[contest])
            yield Concern(Cause.CONTESTED, weight, about=contest)


def _values(incident: Incident) -> Iterator[Concern]:
    for field in _COUNTED:
        for position in incident.positions(field):
            confidence, persons = position.confidence, _persons(position)
            if confidence is not None and confidence < LIKELY and persons is not None:
                weight = (1.0 - confidence) * _stake(persons)
                yield Concern(Cause.VALUE, weight, confidence, position)


def _persons(position: Position) -> int | None:
    """How many persons a counted value is of, none for weapons; ``None`` where nothing counts."""
    match position.value:
        case Casualties(count=count):
            return _most(count)
        case WeaponUse(count=CountRange()) | Outcome(count=CountRange()):
            return 0
        case _:
            return None


def _most(count: CountRange) -> int:
    return count.high if count.high is not None else count.low or 0


def _toll(incident: Incident) -> int:
    """The most persons that accounts give, all told."""
    return sum(_greatest(f) for f in (incident.killed, incident.injured, incident.abducted))


def _greatest(figure: Figure) -> int:
    return max((n for n in (figure.low, figure.best, figure.high) if n is not None), default=0)


def _spread(figure: Figure) -> int:
    return _greatest(figure) - (figure.low or 0)


def _stake(persons: int) -> float:
    return 1.0 + log2(1 + persons)
