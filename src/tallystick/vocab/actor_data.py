"""Reads the actor vocabulary's data files: ``data/actors/*.toml``, ``data/demonyms.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import product
from typing import Any

from tallystick.errors import VocabularyError
from tallystick.vocab.actor_types import Actor, ActorKind, Name, Relation, RelationType
from tallystick.vocab.matching import fold
from tallystick.vocab.states import Country

Table = Mapping[str, Any]  # TOML tables are untyped


@dataclass(frozen=True, slots=True)
class ActorData:
    """What the data files hold: actors, countries, and the names that actors share.

    ``shared`` are pairs of a folded name and the id of an actor that has it beside another:
    which of them is meant is for the text to say.
    """

    actors: tuple[Actor, ...]
    countries: tuple[Country, ...]
    shared: frozenset[tuple[str, str]]


def read_package() -> ActorData:
    """The data that ships. Raises :class:`VocabularyError` naming the malformed file."""
    data = files("tallystick.vocab").joinpath("data")
    actor_files = sorted(data.joinpath("actors").iterdir(), key=lambda f: f.name)
    tables = [
        (f"actors/{f.name}", table)
        for f in actor_files
        if f.name.endswith(".toml")
        for table in _tables(f"actors/{f.name}", f.read_text("utf-8"))
    ]
    countries = read_countries(data.joinpath("demonyms.toml").read_text("utf-8"))
    return ActorData(
        tuple(_read(name, table) for name, table in tables),
        countries,
        frozenset(pair for _, table in tables for pair in _shared(table)),
    )


def read_actors(name: str, text: str) -> tuple[Actor, ...]:
    """The actors of one TOML file with an ``[[actor]]`` table an entry."""
    return tuple(_read(name, table) for table in _tables(name, text))


def read_countries(text: str) -> tuple[Country, ...]:
    """The countries of ``demonyms.toml``: one key a country, its ISO 3166-1 code."""
    try:
        tables = tomllib.loads(text)
        return tuple(_country(code, table) for code, table in tables.items())
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise VocabularyError(f"demonyms.toml: {error}") from error


def _tables(name: str, text: str) -> list[Table]:
    try:
        tables: list[Table] = tomllib.loads(text)["actor"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise VocabularyError(f"{name}: {error}") from error
    return tables


def _read(file: str, table: Table) -> Actor:
    try:
        return _actor(table)
    except (KeyError, ValueError, TypeError) as error:
        raise VocabularyError(f"{file}: {table.get('id', '?')}: {error}") from error


def _actor(table: Table) -> Actor:
    return Actor(
        table["id"],
        table["name"],
        ActorKind(table["kind"]),
        table.get("country"),
        tuple(dict.fromkeys(_names(table))),
        tuple(_relation(r) for r in table.get("relations", ())),
        covers=tuple(ActorKind(kind) for kind in table.get("covers", ())),
    )


def _names(table: Table) -> Iterator[Name]:
    if not table.get("silent"):  # a name made for display, which nobody writes
        yield from _spelled(table["name"], case=False)
    for name in table.get("names", ()):
        yield from _spelled(name, case=False)
    for name in table.get("exact", ()):
        yield from _spelled(name, case=True)
    for name in table.get("word", ()):
        yield Name(name, case=True, word=True)
    for lang, names in table.get("other", {}).items():
        yield from (Name(name, lang) for name in names)


def _shared(table: Table) -> Iterator[tuple[str, str]]:
    for name in table.get("shared", ()):
        yield from ((fold(spelled.text), table["id"]) for spelled in _spelled(name, case=False))


def _relation(table: Table) -> Relation:
    kind = RelationType(table["type"])
    return Relation(kind, table["other"], table["source"], table.get("since"), table.get("until"))


def _country(code: str, table: Table) -> Country:
    def names(key: str, word: bool = False) -> Iterator[Name]:
        return (Name(text, case=True, word=word) for text in table.get(key, ()))

    acronyms = tuple(names("word", word=True))
    return Country(code, (*names("names"), *acronyms), (*names("demonyms"), *acronyms))


# Words that papers spell in several ways; a name with one of them is known under all.
_SPELLINGS = (
    ("Hezbollah", "Hizbullah", "Hizballah", "Hizbollah", "Hezballah", "Hezbullah"),
    ("Kata'ib", "Kataib", "Kataeb", "Kata'eb"),
    ("Qaeda", "Qaida", "Qa'ida", "Qa'eda"),
    ("Haq", "Haqq"),
    ("Jaish", "Jaysh", "Jeish"),
    ("Tehrik", "Tehreek"),
    ("Qassam", "Kassam"),
    ("Fatah", "Fateh"),
    ("Houthi", "Huthi"),
    ("Houthis", "Huthis"),
    ("Sayyid", "Sayyed", "Sayid"),
    ("Organization", "Organisation"),
    ("Defense", "Defence"),
    ("Center", "Centre"),
    ("US", "U.S.", "American"),
    ("UN", "U.N."),
    ("UK", "U.K."),
    ("Shiite", "Shi'ite", "Shia", "Shi'a"),
    ("Armored", "Armoured"),
    ("Labor", "Labour"),
)
_FAMILY = {family[0]: family for family in _SPELLINGS}
_PARTS = re.compile("([ -])")


def _spelled(name: str, *, case: bool) -> Iterator[Name]:
    """A name in every spelling of its words, and without its apostrophes."""
    choices: Iterable[tuple[str, ...]] = (_FAMILY.get(w, (w,)) for w in _PARTS.split(name))
    for parts in product(*choices):
        text = "".join(parts)
        yield Name(text, case=case)
        if "'" in text:
            yield Name(text.replace("'", ""), case=case)


def with_names(actor: Actor, more: Actor) -> Actor:
    """A rule-built actor with what a data file adds to it under the same id.

    The rule's own name comes last.
    """
    return replace(
        actor,
        name=more.name,
        names=tuple(dict.fromkeys((*more.names, *actor.names))),
        relations=tuple(dict.fromkeys((*actor.relations, *more.relations))),
    )
