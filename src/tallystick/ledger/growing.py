"""The incidents of a ledger, kept up as it grows: only what is new is read, and only what it
touches is worked out again (incremental view maintenance, Gupta and Mumick 1995).

Reports that anybody ever judged the same hang together, and so do those that hang together with
the same third. Whether reports are one incident follows from the judgements within such a
family alone: clusters join along "same", and what holds them apart lies between their own
reports. So when reports, their corrections or the judgements on them change, the families that
these touch are put through :func:`incidents_of`, and all other incidents stay as they are. Only
the names of possible duplicates reach from one family to another; they are looked up again
wherever an end of the pair was touched.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tallystick.ledger import entries as desk
from tallystick.ledger.asof import AsOf, Coverage
from tallystick.ledger.incidents import chronological, incidents_of
from tallystick.ledger.marks import Marks
from tallystick.ledger.store import Ledger
from tallystick.model.clusters import effective
from tallystick.model.document import Document
from tallystick.model.entries import Entry
from tallystick.model.incident import Incident
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Reading, Statement

_SOME = 20  # changes in so many incidents are put in their places one by one


class Growing:
    """What a ledger holds, as known on a day or at all, as of when it was last caught up with.

    What is public is replaced by another when it changes, and never changed itself: who took it
    has one state of the ledger, whole. ``documents`` are all, in order of arrival; ``readings``
    those of the documents that count; ``judgements`` and ``entries`` what is in force;
    ``supersessions`` are of an older and a newer document, also of those that do not count;
    ``incidents`` are of every standing, by date; ``marks`` say how far all of it goes.
    """

    def __init__(self, known_on: date | None = None) -> None:
        self.bounds = AsOf(known_on=known_on)
        self.documents: Mapping[str, Document] = {}
        self.supersessions: frozenset[tuple[str, str]] = frozenset()
        self.readings: Mapping[str, Reading] = {}
        self.judgements: Sequence[Judgement] = ()
        self.entries: Sequence[Entry] = ()
        self.misread: Mapping[str, Statement] = {}
        self.coverage = Coverage(0, 0, 0)
        self.incidents: Sequence[Incident] = ()
        self.marks = Marks()
        self._entered: list[Entry] = []  # also what was withdrawn
        self._said: defaultdict[str, list[Judgement]] = defaultdict(list)  # by report
        self._told: dict[str, str] = {}  # report to document, of the documents that count
        self._of: dict[str, Incident] = {}  # by report

    def catch_up(self, ledger: Ledger) -> bool:
        """Take in what came since; whether there was any.

        ``ledger`` is without bounds, inside a snapshot, and continues what was taken in before
        (see :meth:`Ledger.continues`). Where it cannot be read, ``LedgerError`` is raised, and
        this is of no more use.
        """
        marks = ledger.marks()
        if marks == self.marks:
            return False
        bounded, touched = ledger.as_of(self.bounds), set[str]()
        if marks.documents != self.marks.documents:
            touched |= self._take_documents(ledger, bounded)
        if marks.entries != self.marks.entries:
            touched |= self._take_entries(bounded)
        if marks.judgements != self.marks.judgements:
            touched |= self._take_judgements(bounded)
        self._resolve(self._family(touched))
        self.marks = marks
        return True

    def bounded(self, ledger: Ledger, known_on: date) -> Growing:
        """The same as known on a day: only what the day touches is worked out again.

        ``ledger`` as for :meth:`catch_up`, and just caught up with.
        """
        made = Growing(known_on)
        made.documents, made.supersessions = self.documents, self.supersessions
        made.marks = self.marks
        made.readings, made.judgements, made.incidents = (
            self.readings, self.judgements, self.incidents,
        )  # fmt: skip
        made.entries, made.misread, made._entered = self.entries, self.misread, [*self._entered]
        made._said |= {report: [*said] for report, said in self._said.items()}
        made._told, made._of = {**self._told}, {**self._of}
        made._bound(ledger.as_of(made.bounds))
        return made

    def _bound(self, bounded: Ledger) -> None:
        current = bounded.current()
        back = [id for id in self.documents if id in current and id not in self.readings]
        came = bounded.read_again({id: self.documents[id] for id in back})
        touched = self._exchange(self.readings.keys() - current, came)
        self.readings = {id: self.readings[id] for id in self.documents if id in self.readings}
        self.coverage = bounded.coverage()
        self._unsay([j for j in self.judgements if not {j.a, j.b} <= self._told.keys()])
        self._resolve(self._family(touched))

    # ---- taking in; each gives the reports that were touched

    def _take_documents(self, ledger: Ledger, bounded: Ledger) -> set[str]:
        since = self.marks.documents.seq
        new = ledger.documents(superseded=True, since=since)
        self.documents = {**self.documents, **{d.id: d for d in new}}
        before, self.supersessions = self.supersessions, ledger.supersessions()
        came = bounded.readings(since=since, among=self.documents)
        later = self.supersessions != before
        gone = self.readings.keys() - bounded.current() if later else frozenset()
        touched = self._exchange(gone, came)
        held = len(self.readings)
        self.coverage = bounded.coverage() if self.bounds.bounded else Coverage(held, held, 0)
        return touched

    def _exchange(self, gone: Collection[str], came: Sequence[Reading]) -> set[str]:
        """Documents that count no more for others that do."""
        touched = self._drop(gone)
        self._told |= {report.id: r.document.id for r in came for report in r.reports}
        self.readings = {
            **{id: r for id, r in self.readings.items() if id not in gone},
            **{reading.document.id: reading for reading in came},
        }
        return touched | {report.id for reading in came for report in reading.reports}

    def _drop(self, gone: Iterable[str]) -> set[str]:
        """Forget the reports of some documents; gives those that judgements tie to them."""
        lost = {report.id for id in gone for report in self.readings[id].reports}
        tied = {end for id in lost for j in self._said.get(id, ()) for end in (j.a, j.b)}
        for id in lost:
            del self._told[id]
        if self.bounds.bounded:  # there a judgement counts where both of its reports do
            self._unsay([j for id in lost for j in self._said.get(id, ())])
        return tied | lost

    def _take_entries(self, bounded: Ledger) -> set[str]:
        before = desk.corrections(self._entered)
        self._entered += bounded.entries(since=self.marks.entries.seq)
        self.entries = desk.in_force(self._entered)
        gone = desk.withdrawn(self._entered)
        undone = [j for j in self.judgements if j.by_person and j.id in gone]
        self._unsay(undone)
        return self._correct(bounded, before) | {end for j in undone for end in (j.a, j.b)}

    def _correct(self, bounded: Ledger, before: desk.Corrections) -> set[str]:
        """Read again what is corrected otherwise than before."""
        now = desk.corrections(self._entered)
        changed = [id for id in before.keys() | now.keys() if before.get(id) != now.get(id)]
        if not changed:
            return set()
        told = {id: s for id, e in {**before, **now}.items() if (s := desk.statement_of(e))}
        misread = bounded.misread()
        known = {**told, **self.misread, **misread}
        self.misread = misread
        stale = {known[id].document for id in changed} & self.readings.keys()
        again = bounded.read_again({id: self.documents[id] for id in stale})
        self.readings = {**self.readings, **{r.document.id: r for r in again}}
        return {known[id].report for id in changed}

    def _take_judgements(self, bounded: Ledger) -> set[str]:
        gone = desk.withdrawn(self._entered)
        every = bounded.all_judgements(since=self.marks.judgements.seq)
        new = [j for j in every if j.id not in gone]
        self.judgements = [*self.judgements, *new]
        for judgement in new:
            self._said[judgement.a].append(judgement)
            self._said[judgement.b].append(judgement)
        return {end for j in new for end in (j.a, j.b)}

    def _unsay(self, judgements: Sequence[Judgement]) -> None:
        """Forget judgements that count no more."""
        lost = {id(judgement) for judgement in judgements}
        ends = {end for j in judgements for end in (j.a, j.b)}
        if lost:
            self.judgements = [j for j in self.judgements if id(j) not in lost]
        for end in ends:
            self._said[end] = [j for j in self._said[end] if id(j) not in lost]

    # ---- working out

    def _family(self, touched: Iterable[str]) -> set[str]:
        """The reports touched, and all that hang together with them."""
        family, left = set[str](), list(touched)
        while left:
            report = left.pop()
            if report not in family:
                family.add(report)
                same = (j for j in self._said.get(report, ()) if j.verdict is Verdict.SAME)
                left += [end for j in same for end in (j.a, j.b) if end in self._told]
        return family

    def _resolve(self, family: set[str]) -> None:
        """Put a family through :func:`incidents_of`, and keep the rest."""
        old = {i.id: i for id in family if (i := self._of.pop(id, None))}
        judged = (j for id in family for j in self._said.get(id, ()) if j.a == id)
        within = [j for j in judged if j.b in family]
        new = {i.id: i for i in incidents_of(self._readings_of(family), within)}
        self._note(new.values())
        for incident in self._around(family):
            duplicates = self._doubtful(incident)
            if duplicates != incident.possible_duplicates:
                if incident.id not in new:
                    old[incident.id] = incident
                new[incident.id] = replace(incident, possible_duplicates=duplicates)
        self._note(new.values())
        self.incidents = _in_order(self.incidents, old.values(), new.values())

    def _readings_of(self, family: set[str]) -> list[Reading]:
        """Readings with the reports of a family alone."""
        documents = dict.fromkeys(self._told[id] for id in family if id in self._told)
        readings = (self.readings[id] for id in documents)
        return [
            replace(r, reports=tuple(each for each in r.reports if each.id in family))
            for r in readings
        ]

    def _note(self, incidents: Iterable[Incident]) -> None:
        self._of |= {report.id: incident for incident in incidents for report in incident.reports}

    def _around(self, family: set[str]) -> list[Incident]:
        """The incidents of a family, and those that judgements tie to it."""
        tied = {end for id in family for j in self._said.get(id, ()) for end in (j.a, j.b)}
        found = (self._of[id] for id in family | tied if id in self._of)
        return list({incident.id: incident for incident in found}.values())

    def _doubtful(self, incident: Incident) -> tuple[str, ...]:
        """The incidents that it may be the same as."""
        others = {
            self._of[end].id
            for report in incident.reports
            for pair, judgement in effective(self._said.get(report.id, ())).items()
            if judgement.verdict is Verdict.UNSURE
            for end in pair
            if end in self._of
        }
        return tuple(sorted(others - {incident.id}))


def _in_order(
    incidents: Sequence[Incident], old: Collection[Incident], new: Collection[Incident]
) -> list[Incident]:
    """The incidents by date without the old ones, with the new ones."""
    if _SOME * (len(old) + len(new)) > len(incidents):
        gone = {incident.id for incident in old}
        return sorted([*(i for i in incidents if i.id not in gone), *new], key=chronological)
    found = list(incidents)
    for incident in old:
        del found[bisect_left(found, chronological(incident), key=chronological)]
    for incident in new:
        insort(found, incident, key=chronological)
    return found
