"""From the words of a user to what a selection takes: a party, an area, a weapon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tallystick.analyse.selection import Selection
from tallystick.errors import RuleError
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, Place, PlacePrecision
from tallystick.vocab.actors import actor_book
from tallystick.vocab.countries import countries, country_named
from tallystick.vocab.gazetteer import load_gazetteer
from tallystick.vocab.matching import fold
from tallystick.vocab.weapons import weapon_book


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The class of incidents to count, in a user's words; what is not given asks nothing.

    ``since`` and ``until`` are both included. ``target`` is whose what was attacked is,
    ``attacker`` who did or claims it: a name of the vocabulary, an id, a country or its code.
    ``place`` is a country or its code, a province, or how a word of a place's name begins.
    Several of one sort are alternatives.
    """

    since: date | None = None
    until: date | None = None
    kind: IncidentKind | None = None
    weapon: str | None = None
    place: str | tuple[str, ...] = ()
    target: str | tuple[str, ...] = ()
    attacker: str | tuple[str, ...] = ()

    @property
    def selection(self) -> Selection:
        """With actors, places and weapons looked up. Raises ``RuleError`` for no weapon."""
        return Selection(
            since=self.since,
            until=self.until,
            kind=self.kind,
            weapon=weapon(self.weapon) if self.weapon else None,
            places=tuple(map(area, _several(self.place))),
            targets=tuple(map(party, _several(self.target))),
            attackers=tuple(map(party, _several(self.attacker))),
        )


def _several(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def party(words: str) -> ActorRef:
    """An actor by its id, by any of its names, or a state by name or ISO 3166-1 code.

    A name that the vocabulary does not have stays a name, which another has to equal.
    """
    book = actor_book()
    wanted = words.strip()
    state = f"state-{_country_code(wanted).lower()}"
    for id in (wanted, state):
        if id in book:
            return ActorRef(book.get(id).name, id)
    whole = [h.item for h in book.find(wanted) if fold(h.span.of(wanted)) == fold(wanted).strip()]
    return ActorRef(whole[0].name, whole[0].id) if whole else ActorRef(wanted)


def area(words: str) -> Place:
    """A country by name or ISO 3166-1 code, a province, else a name to look for."""
    wanted = words.strip()
    code = _country_code(wanted)
    if code:
        return Place(countries()[code].name, PlacePrecision.COUNTRY, None, code)
    found = load_gazetteer().lookup(wanted)
    if found and found[0].precision is PlacePrecision.PROVINCE:
        return found[0].place
    known = {candidate.country for candidate in found}
    country = known.pop() if len(known) == 1 else None
    return Place(wanted, PlacePrecision.TOWN, None, country)


def weapon(words: str) -> str:
    """The id of a type of weapon, by it or by a name. Raises ``RuleError`` for no weapon."""
    book = weapon_book()
    wanted = fold(words).strip().replace("-", "_").replace(" ", "_")
    for each in (wanted, wanted.removesuffix("s")):
        if each in book:
            return each
    found = book.find(words)
    if not found:
        raise RuleError(f"{words!r} is no weapon of the vocabulary; try drone, rocket, missile")
    return found[0].item.id


def _country_code(words: str) -> str:
    """ISO 3166-1 alpha-2; empty for what is no country. "US", "Iraq", "the United States"."""
    code = words.upper()
    return code if code in countries() else country_named(words) or ""
