"""States and their organs, by rule: a country's name or adjective and a noun.

"Iraqi forces", "Israel's air force", "the government of Chile", "Russian-backed separatists"
are built for every country from ``data/demonyms.toml``; nobody lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallystick.model.document import Span
from tallystick.vocab.actor_types import Actor, ActorKind, Name, Relation, RelationType
from tallystick.vocab.caseless import caseless
from tallystick.vocab.matching import Hit, fold
from tallystick.vocab.pattern import Pattern
from tallystick.vocab.roles import FIGHTERS, ROLES


@dataclass(frozen=True, slots=True)
class Country:
    """A country under its ISO 3166-1 code, with its names and its adjectives."""

    code: str
    names: tuple[Name, ...]
    demonyms: tuple[Name, ...]

    @property
    def name(self) -> str:
        """The first of its names."""
        return self.names[0].text

    @property
    def demonym(self) -> str:
        """The first of its adjectives."""
        return self.demonyms[0].text


@dataclass(frozen=True, slots=True)
class NationName:
    """A country's name or adjective ("US" is both), as the index of names holds it."""

    country: Country
    name: Name
    noun: bool
    adjective: bool


_BY_RULE = "By definition: an organ of the state"
_BY_WORDS = "By definition: the words say so"

_AFTER = Pattern(
    "('s?)? (?:" + "|".join(f"(?P<{r.prefix}>{r.pattern})" for r in ROLES) + r")s?(?!\w)"
)
_OF = Pattern(
    r"(?<!\w)(?:(?P<gov>governments?|authorities|president)|(?P<mil>armed forces|army|military|"
    r"forces|air force|navy)|(?P<pol>police)) of (?:the )?$"
)
_PRO = Pattern(r"(?<!\w)pro $")
_FIGHTERS_AFTER = Pattern(rf" (?:{FIGHTERS}|forces|groups?|troops)(?!\w)")
_PREPOSITION = Pattern(
    r"(?<!\w)(?:in|from|to|into|inside|across|through|near|over|outside|within|around|throughout|"
    r"toward|towards|leave|leaves|left|enter|entered) (?:the )?$"
)
_HYPHEN_TAIL = caseless(
    r"[-‐‑–](?:backed|led|linked|aligned|allied|affiliated|controlled|held|run|owned|supported|"
    r"sponsored|based|occupied|administered|funded|made|born|trained|supplied|brokered)(?!\w)"
)
_THING = caseless(
    r"\s(?:attacks?|actions?|activit(?:y|ies)|acts?|operations?|bases?|camps?|stations?|posts?|"
    r"checkpoints?|outposts?|barracks|headquarters|installations?|facilit(?:y|ies)|targets?|"
    r"vehicles?|convoys?|trucks?|cars?|planes?|aircraft|helicopters?|equipment|hardware|weapons|"
    r"aid|assistance|presence|campaigns?|offensives?|service|victory|solution|intervention|"
    r"academy|airports?|airfields?|hospitals?|budget|threats?|buildings?|offices?|compounds?|"
    r"strikes?|airstrikes?|raids?|exercises?|drills?|clashes|warfare|tactics|strategy|support|"
    r"cemetery|courts?|tribunals?|prisons?|chemists?|radio|infrastructure|coup|rule|line)(?!\w)"
)
_NOT_BEFORE = Pattern(r" (?:city|square|street|avenue|university|times|post)(?!\w)")
_NOT_AFTER = Pattern(r"(?<!\w)(?:new|latin|south|central|north|african|native|gulf of) $")


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the words about a country go, and which organ of it they name."""

    prefix: str
    start: int
    end: int


def organ(text: str, folded: str, hit: Hit[NationName]) -> Reach | None:
    """The organ that the words around a country's name or adjective say, if any.

    ``folded`` is the text as :func:`~tallystick.vocab.matching.fold` gives it.
    """
    start, end = hit.span.start, hit.span.end
    if _NOT_AFTER.search(folded, max(0, start - 12), start):
        return None
    if _PRO.search(folded, max(0, start - 5), start):
        after = _FIGHTERS_AFTER.match(folded, end)
        return Reach("proxy", start - 4, after.end()) if after else None
    after = _AFTER.match(folded, end)
    if after and _attaches(text, folded, hit, after):
        return Reach(after.lastgroup or "", start, after.end())
    before = None if not hit.item.noun else _OF.search(folded, max(0, start - 30), start)
    if before:
        return Reach(before.lastgroup or "", before.start(), end)
    return None


def _attaches(text: str, folded: str, hit: Hit[NationName], after: re.Match[str]) -> bool:
    """Whether a noun after a country belongs to it.

    It does not in "inside Iraq troops fired", nor in "Iran supported the rebels".
    """
    if after.lastgroup == "proxy":
        return not text[hit.span.end].isspace()
    if hit.item.adjective or after[1]:
        return True
    return not _PREPOSITION.search(folded, max(0, hit.span.start - 20), hit.span.start)


def attributive(text: str, end: int) -> bool:
    """Whether a name only says whose or by whom: "the **Houthi**-held port"."""
    return _HYPHEN_TAIL.match(text, end) is not None


def qualifies(text: str, end: int) -> bool:
    """Whether a word for a sort of actor only describes a thing: "a **military** base"."""
    return _THING.match(text, end) is not None


def _is_state(text: str, folded: str, hit: Hit[NationName]) -> bool:
    """Whether a country's bare name stands for the state, or is only part of other words."""
    if not hit.item.noun or attributive(text, hit.span.end):
        return False
    if _NOT_BEFORE.match(folded, hit.span.end):
        return False
    return not _NOT_AFTER.search(folded, max(0, hit.span.start - 12), hit.span.start)


@dataclass(frozen=True, slots=True)
class NationHit:
    """A state or organ of it found in a text: ``prefix`` is "state", "mil", "pol" ..."""

    span: Span
    country: Country
    prefix: str

    @property
    def id(self) -> str:
        """The id of the actor."""
        return id_of(self.prefix, self.country)


def read_nations(text: str, hits: Sequence[Hit[NationName]]) -> list[NationHit]:
    """The states and organs that the words around countries' names and adjectives say.

    Adjectives that share a noun all get it: "**US** and **Iraqi forces**".
    """
    folded = fold(text)
    found: list[NationHit] = []
    for hit in reversed(hits):
        reach = organ(text, folded, hit)
        if reach:
            span = Span(reach.start, reach.end)
            found.append(NationHit(span, hit.item.country, reach.prefix))
        elif found and _joins(folded[hit.span.end : found[-1].span.start], hit):
            found.append(NationHit(hit.span, hit.item.country, found[-1].prefix))
        elif _is_state(text, folded, hit):
            found.append(NationHit(hit.span, hit.item.country, "state"))
    return found[::-1]


def _joins(between: str, hit: Hit[NationName]) -> bool:
    """Whether an adjective shares the next one's noun, or would if that one had any."""
    return hit.item.adjective and between in (" ", " and ", " or ", ", ", ", and ", " and the ")


def id_of(prefix: str, country: Country) -> str:
    """The id of a state or an organ of it: ``mil-iq``."""
    return f"{prefix}-{country.code.lower()}"


def actors_of(country: Country) -> Iterator[Actor]:
    """The state and its organs as actors."""
    state = id_of("state", country)
    yield Actor(state, country.name, ActorKind.STATE, country.code, country.names, (), True)
    for role in ROLES:
        name = country.demonym + role.noun
        names = (Name(name, case=True),)
        source = _BY_WORDS if role.relation is RelationType.BACKED_BY else _BY_RULE
        relations = (Relation(role.relation, state, source),) if role.relation else ()
        code = None if role.prefix == "proxy" else country.code
        yield Actor(
            id_of(role.prefix, country),
            name,
            role.kind,
            code,
            names,
            relations,
            covers=role.covers,
        )
