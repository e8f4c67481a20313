"""The filters of the overview: they stand in the address, so that any view can be sent on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode

import numpy as np

from tallystick.analyse.asked import party, weapon
from tallystick.errors import RuleError
from tallystick.ledger import OCCURRED, Query
from tallystick.model.incident import Contest
from tallystick.model.statement import Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.present import words
from tallystick.present.days import read_day
from tallystick.web.columns import Box, Chosen, Columns
from tallystick.web.library import Holdings, View, library

T = TypeVar("T")

NAMES = (
    "since", "until", "country", "place", "actor", "kind", "weapon", "standing", "contested",
    "min_confidence", "as_known_on", "box",
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
    "box": "in the box",
}


@dataclass(frozen=True, slots=True)
class Facets:
    """What an address asks for. ``typed`` is what stands there, ``wrong`` why a filter is none."""

    typed: Mapping[str, str] = field(default_factory=dict)
    view: View = field(default_factory=View)
    query: Query = field(default_factory=Query)
    country: str | None = None
    weapon: str | None = None
    box: Box | None = None
    wrong: Mapping[str, str] = field(default_factory=dict)

    def chosen(self, holdings: Holdings) -> Chosen:
        """The incidents that meet all of it, by date."""
        found = self._fitting(holdings.columns, self.query)
        if not found.high and self.query.actor and (known := party(self.query.actor).id):
            found = self._fitting(holdings.columns, replace(self.query, actor=known))
        return found

    def _fitting(self, columns: Columns, query: Query) -> Chosen:
        mask = columns.matching(query)
        if self.country is not None:
            mask &= columns.in_place(self.country)
        if self.weapon is not None:
            mask &= columns.with_weapon(self.weapon)
        if self.box is not None:
            mask &= columns.in_box(self.box)
        return Chosen(columns, np.flatnonzero(mask))

    @property
    def more(self) -> bool:
        """Whether any filter is in force beyond those that are always shown."""
        return bool(set(self.typed) - _SHOWN)

    @property
    def told(self) -> list[tuple[str, str]]:
        """Each filter in force in words, and the address without it."""
        return [
            (f"{_LABELS.get(name, name)} {_words(name, value)}", self.without(name))
            for name, value in self.typed.items()
            if name not in self.wrong
        ]

    def without(self, *names: str) -> str:
        """The query string of the same view without some of its filters."""
        return address({k: v for k, v in self.typed.items() if k not in names})

    def changed(self, **parts: str) -> str:
        """The query string of the same view with some parts set."""
        return address({**self.typed, **parts})


def _words(name: str, value: str) -> str:
    return words.country_name(value) if name == "country" else words.plain(value)


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
        box=reading.of("box", _box),
        wrong=reading.wrong,
    )


def read_view(asked: Mapping[str, str]) -> View:
    """Only within which bounds the ledger is to be looked at."""
    return read_facets({n: asked[n] for n in ("min_confidence", "as_known_on") if n in asked}).view


def holdings_of(asked: Mapping[str, str]) -> Holdings:
    """What the ledger has within the bounds of an address."""
    return library().view(read_view(asked))


class _Reading:
    """Values out of words, and by name what went wrong."""

    def __init__(self, typed: Mapping[str, str]) -> None:
        self._typed = typed
        self.wrong: dict[str, str] = {}

    def of(self, name: str, read: Callable[[str], T]) -> T | None:
        if name not in self._typed:
            return None
        try:
            return read(self._typed[name])
        except (ValueError, RuleError) as error:
            self.wrong[name] = f"{words.plain(name)}: {error}"
            return None


def _last_day(text: str) -> date:
    return read_day(text, last=True)


def _probability(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise ValueError(f"{text!r} is no probability: give a number from 0 to 1")
    return value


def _box(text: str) -> Box:
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError as error:
        raise ValueError(f"{text!r} is no box: give west,south,east,north in degrees") from error
    if not (-90 <= south <= north <= 90 and abs(west) <= 180 and abs(east) <= 180):
        raise ValueError(f"{text!r} is no box of the earth: give west,south,east,north in degrees")
    return Box(west, south, east, north)


def _contest(text: str) -> bool | Contest:
    return {ANY: True, NONE: False}[text] if text in (ANY, NONE) else Contest(text)


def _standings(text: str) -> frozenset[Standing]:
    return frozenset(Standing) if text == ALL else frozenset({Standing(text)})
