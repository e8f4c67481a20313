"""What the pages read: the views of a ledger, kept, and brought up to date when it changes."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from time import perf_counter, sleep, time_ns

from django.conf import settings

from tallystick.analyse.announced import Announced, announced_of
from tallystick.analyse.check import Check, check_one, fitting_rules
from tallystick.analyse.conflicts import Conflict, conflicts
from tallystick.analyse.queue import Task, alone, tasks
from tallystick.errors import LedgerError, NotFoundError
from tallystick.ledger import (
    OCCURRED,
    Coverage,
    Growing,
    Ledger,
    Origins,
    at_least,
    chronological,
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
from tallystick.web.catalogue import ActorEntry, PlaceEntry, actors_in, places_in
from tallystick.web.choices import Choice, choices
from tallystick.web.columns import Columns
from tallystick.web.mapped import id_digits
from tallystick.web.packed import Packed
from tallystick.web.versions import Succession, by_end

_MOST = 6  # views kept at once, and answers of each

_PATIENCE = 0.25  # seconds that a reader waits for a newer view than the last
_PAUSE = 0.5  # seconds between two looks at the file
_REST = 3.0  # so much longer than work
_TICK = 20_000_000  # nanoseconds; no file system's clock here is coarser

_State = tuple[tuple[int, int, int], ...]


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

    ``incidents`` are of every standing, by date. ``documents`` also has superseded ones;
    ``readings`` are of those that count.
    """

    def __init__(self, name: str, view: View, held: Growing) -> None:
        self.view = view
        self.name = name
        self.marks = held.marks
        self.readings: Mapping[str, Reading] = held.readings
        self.documents: Mapping[str, Document] = held.documents
        self.supersessions = held.supersessions
        self.judgements: Sequence[Judgement] = held.judgements
        self.coverage: Coverage = held.coverage
        self.entries: Sequence[Entry] = held.entries
        self.misread: Mapping[str, Statement] = held.misread
        self.incidents: Sequence[Incident] = firm(held.incidents, view.min_confidence)
        self._origins: dict[str, Origins] = {}
        self._kept: dict[object, Packed] = {}
        self._alone: dict[str, tuple[Incident, Task | None]] = {}

    def warm(self, like: Holdings) -> None:
        """Work out what was asked for of another, so that nobody has to wait for it here."""
        stayed = ((i, like._alone.get(i.id)) for i in self.incidents if like._alone)
        self._alone = {i.id: known for i, known in stayed if known and known[0] is i}
        if "columns" in vars(like):
            self.columns = Columns(self.incidents, like.columns)
        for name in vars(like).keys() - vars(self).keys():
            getattr(self, name)

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
        return choices(self.columns)

    @cached_property
    def actors(self) -> Mapping[str, ActorEntry]:
        """The public actors by key, those of most incidents first."""
        return actors_in(self.incidents)

    @cached_property
    def places(self) -> Mapping[str, PlaceEntry]:
        """The places by key, by country."""
        return places_in(self.incidents)

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
    def superseding(self) -> Mapping[str, Sequence[Succession]]:
        """The pairs of an older and a newer document, by each of them."""
        return by_end(self.supersessions)

    @cached_property
    def effective(self) -> Mapping[Pair, Judgement]:
        return effective(self.judgements)

    @cached_property
    def tasks(self) -> Sequence[Task]:
        """What a person should look at first, the gravest first."""
        found = [i for i in self.incidents if i.standing in OCCURRED]
        return tasks(found, self.effective.values(), self.entries, alone=self._alone_of)

    def _alone_of(self, incident: Incident) -> Task | None:
        known = self._alone.get(incident.id)
        if known is None or known[0] is not incident:
            known = self._alone[incident.id] = incident, alone(incident)
        return known[1]

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


def firm(incidents: Sequence[Incident], minimum: float) -> Sequence[Incident]:
    """Those held probable enough, without the values that are not, in order of what is left."""
    if not minimum:
        return incidents
    views = (at_least(i, minimum) for i in incidents if reaches(i.confidence, minimum))
    return sorted(views, key=chronological)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A view with the state of the file that it rests on, ``None`` where that cannot be told.

    ``due`` is one that is too old to be given to anybody.
    """

    holdings: Holdings
    state: _State | None
    due: bool = False


class Library:
    """A ledger file, opened for reading only, and only while a view of it is brought up to date.

    Who asks for a view gets it as of now. Where :meth:`keep_up` runs and bringing it up to date
    takes long, they get the last one, whole, until the next is ready, but for who has written
    (see :meth:`catch_up`).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._making = Lock()
        self._shelves: dict[View, _Shelf] = {}
        self._held: dict[date | None, Growing] = {}
        self._kept_up = False
        self._took = 0.0  # seconds, for what was last brought up to date
        self._makings = 0  # of the view of everything, also that under way

    def view(self, view: View = View()) -> Holdings:
        """The holdings. Raises ``LedgerError`` where the file cannot be read."""
        shelf = self._shelves.get(view)
        if shelf and (shelf.state == self._look() or self._may_wait(shelf)):
            return shelf.holdings
        patience = _PATIENCE if shelf and self._kept_up and not shelf.due else -1
        if not self._making.acquire(timeout=patience):
            assert shelf
            return shelf.holdings
        try:
            return self._made(view)
        finally:
            self._making.release()

    def catch_up(self) -> None:
        """Take in what was written just now: for who wrote it, before they look again.

        One making serves all who wrote before it began. Meanwhile readers have the last view.
        """
        before = self._makings
        with self._making:
            self._due(*(self._shelves.keys() - {View()}))
            if self._makings == before:
                try:
                    self._made(View(), surely=True)
                except LedgerError:  # who asks is told
                    self._due(View())

    def keep_up(self) -> None:
        """Bring what was asked for up to date, for ever: for a thread of its own.

        It rests longer than it works, so that readers have most of the processor.
        """
        self._kept_up = True
        try:
            while True:
                sleep(max(_PAUSE, _REST * self._took))
                self.renew()
        finally:
            self._kept_up = False

    def renew(self) -> None:
        """Bring every view that is kept up to date."""
        for view in tuple(self._shelves):
            with self._making:
                try:
                    self._made(view)
                except LedgerError:
                    self._took = 0.0  # so that who asks is told

    def _due(self, *views: View) -> None:
        """Have views made anew before anybody gets them."""
        for view in views:
            if view in self._shelves:
                self._shelves[view] = replace(self._shelves[view], state=None, due=True)

    def _may_wait(self, shelf: _Shelf) -> bool:
        """Whether a new view is to be left to who keeps them up."""
        return self._kept_up and not shelf.due and self._took > _PATIENCE

    def _made(self, view: View, *, surely: bool = False) -> Holdings:
        """A view as the file has it now; ``surely`` where it may have changed within a tick."""
        state, old = self._look(), self._shelves.get(view)
        if old and old.state == state and not surely:
            return old.holdings
        begun = perf_counter()
        self._makings += view == View()
        held = self._read(view.as_known_on)
        holdings = old.holdings if old else None
        if holdings is None or holdings.marks != held.marks:
            holdings = Holdings(self.path.name, view, held)
            if old:
                holdings.warm(old.holdings)
                self._took = perf_counter() - begun
        self._shelve(view, _Shelf(holdings, state if _settled(state) else None))
        return holdings

    def _read(self, day: date | None) -> Growing:
        """What the ledger holds as known on a day; what was read before is not read again."""
        held = self._held.pop(day, None)
        with Ledger.open(self.path, read_only=True) as ledger, ledger.snapshot():
            if held is None or not ledger.continues(held.marks):
                held = self._begun(ledger, day)
            held.catch_up(ledger)
        self._held[day] = held
        return held

    def _begun(self, ledger: Ledger, day: date | None) -> Growing:
        """From nothing, or of a day from what is held of all days."""
        whole = self._held.pop(None, None)
        if day is None or whole is None or not ledger.continues(whole.marks):
            return Growing(day)
        whole.catch_up(ledger)
        self._held[None] = whole
        return whole.bounded(ledger, day)

    def _shelve(self, view: View, shelf: _Shelf) -> None:
        """Keep a view, and of the others the last few; that of everything always."""
        self._shelves.pop(view, None)
        others = [known for known in self._shelves if known != View()]
        for known in others[: max(0, len(self._shelves) + 1 - _MOST)]:
            del self._shelves[known]
        self._shelves[view] = shelf
        days = {known.as_known_on for known in self._shelves}
        self._held = {day: held for day, held in self._held.items() if day in days}

    def _look(self) -> _State:
        """Which file it is; when it and its write-ahead log were last written, and how long.

        A log without anything in it is there only while somebody reads.
        """
        log = self.path.with_name(self.path.name + "-wal")
        stats = [found for path in (self.path, log) if (found := _stat(path))]
        return tuple((s.st_ino, s.st_mtime_ns, s.st_size) for s in stats if s.st_size)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _settled(state: _State) -> bool:
    """Whether another write would be seen: two within a tick of the clock look like one."""
    return all(time_ns() - written > _TICK for _, written, _ in state)


def library() -> Library:
    """The one that the running application was configured with."""
    held: Library = settings.TALLYSTICK_LIBRARY
    return held
