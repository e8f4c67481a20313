"""What the pages read: the views of a ledger, kept for as long as its file does not change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock

from django.conf import settings

from tallystick.analyse.announced import Announced, announced_of
from tallystick.analyse.check import Check, check_one, fitting_rules
from tallystick.analyse.conflicts import Conflict, conflicts
from tallystick.analyse.queue import Task, tasks
from tallystick.errors import NotFoundError
from tallystick.ledger import (
    OCCURRED,
    AsOf,
    Coverage,
    Ledger,
    Origins,
    at_least,
    in_force,
    incidents_of,
    origins_of,
)
from tallystick.ledger.find import find_incident
from tallystick.model.clusters import Pair, effective
from tallystick.model.confidence import reaches
from tallystick.model.document import Document
from tallystick.model.entries import Entry
from tallystick.model.incident import Incident
from tallystick.model.judgement import Judgement
from tallystick.model.statement import Reading, Statement
from tallystick.web.choices import Choice, choices
from tallystick.web.columns import Columns
from tallystick.web.mapped import id_digits
from tallystick.web.packed import Packed

_MOST = 6  # views kept at once, and answers of each

_State = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class View:
    """Within which bounds a ledger is looked at; its parts stand in the address of a page."""

    as_known_on: date | None = None
    min_confidence: float = 0.0

    @property
    def parameters(self) -> dict[str, str]:
        told = {}
        if self.as_known_on:
            told["as_known_on"] = self.as_known_on.isoformat()
        if self.min_confidence:
            told["min_confidence"] = f"{self.min_confidence:g}"
        return told


class Holdings:
    """All that a view of a ledger has; what is costly is worked out once, when first asked for.

    ``incidents`` are of every standing, by date. ``documents`` also has superseded ones, which
    ``superseded`` names; ``readings`` are of those that count.
    """

    def __init__(self, ledger: Ledger, view: View) -> None:
        whole, bounded = ledger, ledger.as_of(AsOf(known_on=view.as_known_on))
        self.view = view
        self.name = ledger.path.name
        self.readings: Mapping[str, Reading] = {r.document.id: r for r in bounded.readings()}
        self.documents: Mapping[str, Document] = {d.id: d for d in whole.documents(superseded=True)}
        self.superseded = frozenset(self.documents) - {d.id for d in whole.documents()}
        self.judgements: Sequence[Judgement] = bounded.judgements()
        self.coverage: Coverage = bounded.coverage()
        self.entries: Sequence[Entry] = in_force(bounded.entries())
        self.misread: Mapping[str, Statement] = bounded.misread()
        every = incidents_of(list(self.readings.values()), self.judgements)
        views = (at_least(incident, view.min_confidence) for incident in every)
        self.incidents: Sequence[Incident] = [
            each for each in views if reaches(each.confidence, view.min_confidence)
        ]
        self._origins: dict[str, Origins] = {}
        self._kept: dict[object, Packed] = {}

    @cached_property
    def by_id(self) -> Mapping[str, Incident]:
        return {incident.id: incident for incident in self.incidents}

    @cached_property
    def columns(self) -> Columns:
        return Columns(self.incidents)

    @cached_property
    def id_digits(self) -> int:
        """How many hex digits of an id tell all incidents apart."""
        return id_digits(self.incidents)

    @cached_property
    def choices(self) -> Mapping[str, Sequence[Choice]]:
        """The answers of each closed filter, with how many incidents each."""
        return choices(self.incidents)

    @cached_property
    def by_report(self) -> Mapping[str, Incident]:
        return {report.id: incident for incident in self.incidents for report in incident.reports}

    @cached_property
    def by_document(self) -> Mapping[str, Sequence[Incident]]:
        found: dict[str, list[Incident]] = defaultdict(list)
        for incident in self.incidents:
            for document in incident.documents:
                found[document.id].append(incident)
        return found

    @cached_property
    def effective(self) -> Mapping[Pair, Judgement]:
        return effective(self.judgements)

    @cached_property
    def tasks(self) -> Sequence[Task]:
        """What a person should look at first, the gravest first."""
        found = [i for i in self.incidents if i.standing in OCCURRED]
        return tasks(found, self.effective.values(), self.entries)

    def kept(self, key: object, make: Callable[[], Packed]) -> Packed:
        """What is costly to make and asked for again: the last few of them are kept."""
        known = self._kept.get(key)
        if known is None:
            while len(self._kept) >= _MOST:
                del self._kept[next(iter(self._kept))]
            known = self._kept[key] = make()
        return known

    def incident(self, id: str) -> Incident:
        """One by its id, the beginning of it, or that of one of its reports.

        Raises ``NotFoundError`` with near ids.
        """
        return self.by_id.get(id) or find_incident(self.incidents, id)

    def document(self, id: str) -> Document:
        """One by its id. Raises ``NotFoundError``."""
        if id not in self.documents:
            raise NotFoundError(f"no document {id} in this ledger")
        return self.documents[id]

    def origins(self, incident: Incident) -> Origins:
        """The independent origins of one of the incidents."""
        known = self._origins.get(incident.id)
        if known is None:
            known = self._origins[incident.id] = origins_of(incident)
        return known

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Every announced tally beside the count under the rules that fit it."""
        return tuple(
            check_one(each, rule, self.incidents)
            for each in self._announced
            for rule in fitting_rules(each)
        )

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(conflicts(self._announced))

    @cached_property
    def _announced(self) -> list[Announced]:
        tallies = [tally for reading in self.readings.values() for tally in reading.tallies]
        return announced_of(tallies, self.documents)


class Library:
    """A ledger file, opened for reading only, and only while a view of it is being made."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._state: _State = ()
        self._held: dict[View, Holdings] = {}

    def view(self, view: View = View()) -> Holdings:
        """The holdings as the file has them now. Raises ``LedgerError`` where it cannot be read."""
        with self._lock:
            state = self._look()
            if state != self._state:
                self._held.clear()
                self._state = state
            if view not in self._held:
                while len(self._held) >= _MOST:
                    del self._held[next(iter(self._held))]
                with Ledger.open(self.path, read_only=True) as ledger, ledger.snapshot():
                    self._held[view] = Holdings(ledger, view)
            return self._held[view]

    def _look(self) -> _State:
        """When the file and its write-ahead log were last written, and how long they are.

        A log without anything in it is there only while somebody reads.
        """
        log = self.path.with_name(self.path.name + "-wal")
        stats = [path.stat() for path in (self.path, log) if path.exists()]
        return tuple((stat.st_mtime_ns, stat.st_size) for stat in stats if stat.st_size)


def library() -> Library:
    """The one that the running application was configured with."""
    held: Library = settings.TALLYSTICK_LIBRARY
    return held
