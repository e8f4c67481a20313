"""The filters of the overview: they stand in the address, so that any view can be sent on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode

from tallystick.analyse.asked import party, weapon
from tallystick.errors import RuleError
from tallystick.ledger import OCCURRED, Query
from tallystick.model.incident import Contest, Incident
from tallystick.model.statement import Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.present import words
from tallystick.present.days import read_day
from tallystick.web.library import Holdings, View

T = TypeVar("T")

NAMES = (
    "since", "until", "country", "place", "actor", "kind", "weapon", "standing", "contested",
    "min_confidence", "as_known_on",
)  # fmt: skip
ANY = "any"
NONE = "none"
ALL = "all"

_SHOWN = {"since", "until", "country", "place", "actor"}
_LABELS = {
    "since": "from",
    "until": "to",
    "min_confidence": "confidence at least",
    "as_known_on": "as known on",
}


@dataclass(frozen=True, slots=True)
class Facets:
    """What an address asks for. ``typed`` is what stands there, ``wrong`` what is no answer."""

    typed: Mapping[str, str] = field(default_factory=dict)
    view: View = field(default_factory=View)
    query: Query = field(default_factory=Query)
    country: str | None = None
    weapon: str | None = None
    wrong: tuple[str, ...] = ()

    def chosen(self, holdings: Holdings) -> list[Incident]:
        """The incidents that meet all of it, by date."""
        found = self._fitting(holdings, self.query)
        if not found and self.query.actor and (known := party(self.query.actor).id):
            found = self._fitting(holdings, replace(self.query, actor=known))
        return found

    def _fitting(self, holdings: Holdings, query: Query) -> list[Incident]:
        there = Query(standings=None, place=self.country)
        return [
            incident
            for incident in holdings.incidents
            if query.matches(incident)
            and there.matches(incident)
            and (self.weapon is None or any(w.type == self.weapon for w in incident.weapons))
        ]

    @property
    def more(self) -> bool:
        """Whether any filter is in force beyond those that are always shown."""
        return bool(set(self.typed) - _SHOWN)

    @property
    def told(self) -> list[tuple[str, str]]:
        """Each filter in words, and the address without it."""
        return [
            (f"{_LABELS.get(name, name)} {words.plain(value)}", self.without(name))
            for name, value in self.typed.items()
        ]

    def without(self, *names: str) -> str:
        """The query string of the same view without some of its filters."""
        return address({k: v for k, v in self.typed.items() if k not in names})

    def changed(self, **parts: str) -> str:
        """The query string of the same view with some parts set."""
        return address({**self.typed, **parts})


def address(parameters: Mapping[str, str]) -> str:
    """A query string with its question mark; a bare one where there is nothing to ask."""
    return "?" + urlencode(parameters)


def read_facets(asked: Mapping[str, str]) -> Facets:
    """The filters of an address; what cannot be understood is said and left out."""
    typed = {name: asked[name].strip() for name in NAMES if asked.get(name, "").strip()}
    reading = _Reading(typed)
    query = Query(
        since=reading.of("since", lambda text: read_day(text, last=False)),
        until=reading.of("until", lambda text: read_day(text, last=True)),
        place=typed.get("place"),
        actor=typed.get("actor"),
        kind=reading.of("kind", IncidentKind),
        contested=reading.of("contested", _contest),
        standings=reading.of("standing", _standings) or OCCURRED,
    )
    return Facets(
        typed,
        view=View(
            reading.of("as_known_on", _last_day), reading.of("min_confidence", _probability) or 0.0
        ),
        query=query,
        country=typed.get("country"),
        weapon=reading.of("weapon", weapon),
        wrong=tuple(reading.wrong),
    )


def read_view(asked: Mapping[str, str]) -> View:
    """Only within which bounds the ledger is to be looked at."""
    return read_facets({n: asked[n] for n in ("min_confidence", "as_known_on") if n in asked}).view


class _Reading:
    """Values out of words, and a list of what went wrong."""

    def __init__(self, typed: Mapping[str, str]) -> None:
        self._typed = typed
        self.wrong: list[str] = []

    def of(self, name: str, read: Callable[[str], T]) -> T | None:
        if name not in self._typed:
            return None
        try:
            return read(self._typed[name])
        except (ValueError, RuleError) as error:
            self.wrong.append(f"{words.plain(name)}: {error}")
            return None


def _last_day(text: str) -> date:
    return read_day(text, last=True)


def _probability(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise ValueError(f"{text!r} is no probability: give a number from 0 to 1")
    return value


def _contest(text: str) -> bool | Contest:
    return {ANY: True, NONE: False}[text] if text in (ANY, NONE) else Contest(text)


def _standings(text: str) -> frozenset[Standing]:
    return frozenset(Standing) if text == ALL else frozenset({Standing(text)})


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer in a list to choose from."""

    value: str
    label: str
    count: int


def choices(incidents: Iterable[Incident]) -> dict[str, list[Choice]]:
    """What the holdings have of each closed filter, with how many incidents each."""
    counts: dict[str, dict[str, int]] = {name: {} for name in _LABELLED}
    for incident in incidents:
        for name, value in _values(incident):
            counts[name][value] = counts[name].get(value, 0) + 1
    return {
        name: sorted(
            (Choice(value, _LABELLED[name](value), n) for value, n in found.items()),
            key=lambda choice: choice.label,
        )
        for name, found in counts.items()
    }


def _weapon_name(id: str) -> str:
    return words.weapon_nouns(id)[0]


_LABELLED: Mapping[str, Callable[[str], str]] = {
    "country": words.country_name,
    "kind": words.plain,
    "weapon": _weapon_name,
}


def _values(incident: Incident) -> Iterator[tuple[str, str]]:
    if incident.where and incident.where.country:
        yield "country", incident.where.country
    yield "kind", incident.kind.value
    yield from {("weapon", use.type) for use in incident.weapons}
