"""The word lists that extraction reads by: events, speech, people, targets.

The lists are data (``data/*.toml``); this module inflects them and makes them searchable.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any

from tallystick.errors import VocabularyError
from tallystick.model.document import Span
from tallystick.model.statement import Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import PersonClass, TargetKind
from tallystick.vocab.caseless import Caseless, caseless, small
from tallystick.vocab.matching import Hit, Matcher


class Form(StrEnum):
    """The form in which a word stands."""

    NOUN = "noun"
    PLURAL = "plural"
    BASE = "base"
    THIRD = "third"  # "attacks", also the noun's plural
    PAST = "past"  # also the participle, where it looks the same
    PARTICIPLE = "participle"
    ING = "ing"
    PHRASE = "phrase"


class Strength(StrEnum):
    """How much a word needs beside it to tell of an incident."""

    STRONG = "strong"  # nothing
    HIT = "hit"  # a target, a weapon or an actor
    LAUNCH = "launch"  # a weapon or an attack as its object
    EXPLODE = "explode"  # a weapon or a place
    LAND = "land"  # shells or the like that do it, and an effect
    SEIZURE = "seizure"  # an armed actor and a place
    DEED = "deed"  # the object that makes it an attack: a cable cut, a ship boarded
    INTERCEPT = "intercept"  # a weapon
    RESPONSE = "response"  # an armed actor, and an effect
    WEAK = "weak"  # an effect: persons or things, and no stronger word in the sentence


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word that tells of an incident. ``weapon`` where it says what was used ("shelled")."""

    kind: IncidentKind
    strength: Strength
    form: Form
    base: str
    weapon: str | None = None

    @property
    def is_noun(self) -> bool:
        return self.form in (Form.NOUN, Form.PLURAL)

    @property
    def ambiguous(self) -> bool:
        """Whether the form may be a noun or a verb: "attack", "attacks", "strikes"."""
        return self.form in (Form.BASE, Form.THIRD) and " " not in self.base


@dataclass(frozen=True, slots=True)
class Cue:
    """A word by which a source is made to speak."""

    stance: Stance
    form: Form
    base: str
    relay: bool = False


@dataclass(frozen=True, slots=True)
class PersonWord:
    """A noun for persons, with the class of casualty that it names."""

    who: PersonClass
    plural: bool


@dataclass(frozen=True, slots=True)
class TargetWord:
    """A noun for what is attacked."""

    kind: TargetKind
    plural: bool


def load(name: str) -> dict[str, Any]:
    """A data file of the vocabulary, parsed. Raises :class:`VocabularyError` if malformed."""
    source = resources.files("tallystick.vocab").joinpath("data", name)
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"{name}: {error}") from error


@lru_cache
def _irregular() -> Mapping[str, list[str]]:
    return load("inflections.toml")


def plural(noun: str) -> str:
    """The regular plural of an English noun, on its last word."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def inflect(verb: str) -> Iterator[tuple[str, Form]]:
    """All forms of a verb, on its first word: "shoot down" gives "shot down"."""
    head, _, tail = verb.partition(" ")
    rest = f" {tail}" if tail else ""
    third, past, participle, ing = _irregular().get(head) or _regular(head)
    yield head + rest, Form.BASE
    yield third + rest, Form.THIRD
    yield past + rest, Form.PAST
    if participle != past:
        yield participle + rest, Form.PARTICIPLE
    yield ing + rest, Form.ING


def _regular(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb + "s", verb + "d", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"]
    third = plural(verb)
    return [third, verb + "ed", verb + "ed", verb + "ing"]


def _nouns(entries: list[str | list[str]]) -> Iterator[tuple[str, bool]]:
    for entry in entries:
        singular, several = entry if isinstance(entry, list) else (entry, plural(entry))
        yield singular, False
        yield several, True


@lru_cache
def event_words() -> Matcher[EventWord]:
    """Words that tell of an incident."""
    return Matcher(_event_words())


def _event_words() -> Iterator[tuple[str, EventWord]]:
    entries = load("events.toml")["event"]
    for entry in entries:
        for verb in entry.get("verbs", []):
            for form, name in inflect(verb):
                yield form, _event(entry, name, verb)
    for entry in entries:  # nouns after all verbs: "attacks" is looked at as a noun
        for listed in entry.get("nouns", []):
            (base, _), *_ = forms = list(_nouns([listed]))
            for noun, several in forms:
                yield noun, _event(entry, Form.PLURAL if several else Form.NOUN, base)
        for phrase in entry.get("phrases", []):
            yield phrase, _event(entry, Form.PHRASE, phrase)


def _event(entry: Mapping[str, Any], form: Form, base: str) -> EventWord:  # a TOML table
    kind, strength = IncidentKind(entry["kind"]), Strength(entry["strength"])
    return EventWord(kind, strength, form, base, entry.get("weapon"))


_BETWEEN = r"(?:\s+[\w'’-]+){1,7}?\s+"  # an object, without a stop


@dataclass(frozen=True, slots=True)
class Around:
    """Verbs that tell of an incident with words after their object: "set two cars on fire"."""

    patterns: tuple[tuple[str, Caseless, Mapping[str, EventWord]], ...]
    """Each with the words that must follow, without which it is not tried."""

    def find(self, text: str) -> list[Hit[EventWord]]:
        """The verbs, in order of the text."""
        words = small(text)
        return sorted(
            (
                Hit(Span(*match.span("verb")), forms[match["verb"].casefold()])
                for tail, pattern, forms in self.patterns
                if tail in words
                for match in pattern.finditer(text)
            ),
            key=lambda hit: hit.span,
        )


@lru_cache
def verbs_around() -> Around:
    """The verbs of ``around`` in the list of events."""
    return Around(
        tuple(
            _around(entry, phrase)
            for entry in load("events.toml")["event"]
            for phrase in entry.get("around", [])
        )
    )


def _around(
    entry: Mapping[str, Any], phrase: str
) -> tuple[str, Caseless, Mapping[str, EventWord]]:  # a TOML table
    verb, _, tail = phrase.partition(" * ")
    forms = {form: _event(entry, name, verb) for form, name in inflect(verb)}
    heads = "|".join(map(re.escape, forms))
    pattern = rf"\b(?=\w)(?P<verb>{heads})\b{_BETWEEN}{re.escape(tail)}\b"
    return tail, caseless(pattern), forms


@lru_cache
def cues() -> Matcher[Cue]:
    """Words by which a source is made to speak."""
    return Matcher(_cues())


def _cues() -> Iterator[tuple[str, Cue]]:
    for entry in load("speech.toml")["cue"]:
        stance, relay = Stance(entry["stance"]), entry.get("relay", False)
        for verb in entry.get("verbs", []):
            for form, name in inflect(verb):
                yield form, Cue(stance, name, verb, relay)
        for phrase in entry.get("phrases", []):
            yield phrase, Cue(stance, Form.PHRASE, phrase)
        for noun in entry.get("nouns", []):  # after the verbs: "claims" is looked at as a noun
            yield noun, Cue(stance, Form.NOUN, noun)


@lru_cache
def person_words() -> Matcher[PersonWord]:
    """Nouns for persons who can be hurt."""
    lists = load("people.toml")
    return Matcher(
        (noun, PersonWord(who, several))
        for who in PersonClass
        for noun, several in _nouns(lists.get(who.value, {}).get("nouns", []))
    )


@lru_cache
def speaker_words() -> Matcher[bool]:
    """Nouns for those who speak; the item tells whether the noun is plural."""
    return Matcher(_nouns(load("people.toml")["speakers"]["nouns"]))


@lru_cache
def target_words() -> Matcher[TargetWord]:
    """Nouns for what is attacked."""
    lists = load("targets.toml")
    return Matcher(
        (noun, TargetWord(kind, several))
        for kind in TargetKind
        for noun, several in _nouns(lists.get(kind.value, {}).get("nouns", []))
    )
