"""The entities that a statement of the program puts into a template, in the roles of MUC.

Names of persons are no value of the program, so no victim is known by name: those whom it finds
by the words of a casualty or a target are ``Described``, and only where these words end in a noun
for persons ("PEASANT WOMAN", and not "JUDGE" before a name).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eval.muc.numbers import number
from eval.muc.phrases import Phrase, opens, phrase, tokens
from eval.muc.templates import DESCRIBED, Filler, flat
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance, Statement
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    Damage,
    DamageLevel,
    PersonClass,
    Target,
    TargetKind,
    WeaponUse,
)
from tallystick.vocab.actors import Actor, actor_book
from tallystick.vocab.lexicon import PersonWord, person_words
from tallystick.vocab.weapons import weapon_book

PEOPLE = frozenset({TargetKind.CIVILIANS, TargetKind.GOVERNMENT, TargetKind.POLICE})
DAMAGE = {
    DamageLevel.NONE: "NO DAMAGE",
    DamageLevel.SOME: "SOME DAMAGE",
    DamageLevel.HEAVY: "DESTROYED",
}
_FIGHTERS = frozenset({PersonClass.ATTACKERS, PersonClass.ARMED_GROUP})
_HURT = {Field.KILLED: "DEATH", Field.INJURED: "INJURY", Field.ABDUCTED: ""}
_CONFIDENCE = {
    Stance.REPORTS: "REPORTED AS FACT",
    Stance.CONFIRMS: "REPORTED AS FACT",
    Stance.CLAIMS: "CLAIMED OR ADMITTED",
    Stance.BLAMES: "SUSPECTED OR ACCUSED",
    Stance.DOUBTS: "POSSIBLE",
}
_ORGANISED = re.compile(
    r"\b(front|army|movement|party|cartel|forces?|path|organi[sz]ation|league|union|brigade|"
    r"battalion|police|guard|government|authorities|mafias?|military)\b",
    re.IGNORECASE,
)
_BAND = r"(?:groups?|columns?|squads?|gangs?|bands?|detachments?|contingents?|commandos?|units?)$"
_BANDS = re.compile(rf"\b{_BAND}", re.IGNORECASE)
_PERSONS = re.compile(
    r"\b(guerrillas?|terrorists?|rebels?|insurgents?|militants?|soldiers?|troops?|men|man|wom[ae]n|"
    r"\w+m[ae]n|persons?|people|individuals?|subjects?|assassins?|killers?|members?|officers?|"
    r"youths?|students?|traffickers?|extremists?|patrol|attackers?|assailants?|criminals?|"
    r"murderers?|subversives?|fighters?|militia|kidnappers?|someone|\w+ists?)$|" + rf"\b{_BAND}",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,|\band\b)\s+(?:(?:and|to)\s+)*", re.IGNORECASE)
_UNNAMED = frozenset({"men", "individuals", "persons", "people", "youths", "officers", "soldiers"})
_FEW = frozenset({"two", "three", "four", "five", "six"})
_EVENT = re.compile(
    r"(?:attack|blast|explosion|(?:gun|cross)?fire|burst|wound|strike|bombing|(?:gun)?shot|"
    r"shelling|bullet)s?$"
)
_OWNED = re.compile(  # things that are told apart by whose they are
    r"(?:headquarters|offices?|residence|homes?|houses?|branch(?:es)?|embass(?:y|ies)|studios?|"
    r"facilities|buildings?)$"
)
_AREA = re.compile(
    r"(?:town|village|area|neighborhood|district|zone|region|suburb|street|department|position|"
    r"garrison)s?$|(?:city|cities|capital|country)$"
)
_SINGLE = re.compile(r"(?:headquarters|offices|facilities|installations|premises|studios|ss)$")


def fillers(statement: Statement, text: str) -> Iterator[Filler]:
    """The entities that a statement gives, in the words of the text."""
    value = statement.value
    if isinstance(value, ActorRef) and statement.field is Field.ATTACKER:
        yield from _perpetrators(statement, value, text)
    elif isinstance(value, Target):
        yield from _targets(statement, value, text)
    elif isinstance(value, WeaponUse):
        yield from _weapons(statement.span, text)
    elif isinstance(value, Damage):
        yield from _damaged(statement.span, value, text)
    elif isinstance(value, Casualties) and statement.field in _HURT and value.count.high != 0:
        yield from _hurt(statement, value, text)


# ------------------------------------------------------------------ perpetrators


def is_organisation(actor: ActorRef, words: str = "") -> bool:
    """By the last word first: "guerrillas" are individuals, also where the vocabulary has them.

    ``words`` are those of the text, which may name the men of an organisation.
    """
    if any(_PERSONS.search(name.strip()) for name in (actor.name, words)):
        return False
    return actor.id is not None or bool(_ORGANISED.search(actor.name))


def _perpetrators(statement: Statement, actor: ActorRef, text: str) -> Iterator[Filler]:
    """Men by the words for them, and the organisation whose men they are, by its names.

    States are no perpetrators of MUC, and what is neither men nor a body is left out.
    """
    known = actor_book().get(actor.id) if actor.id and actor.id in actor_book() else None
    if known and known.place_like:
        return
    sure = _CONFIDENCE.get(statement.stance, "")
    found = phrase(text, statement.span)
    persons = bool(_PERSONS.search(found.said)) or _persons(found) is not None
    if persons:
        yield Filler("PerpInd", _men(found))
    if names := _names(known, text):
        yield Filler("PerpOrg", names, sure)
    elif found.words and not persons and is_organisation(actor, found.said):
        yield Filler("PerpOrg", (found.said,), sure)


def _names(known: Actor | None, text: str) -> tuple[str, ...]:
    """All names of an organisation in a text, the commonest first; none of a mere sort of men."""
    if known is None or known.is_collective:
        return ()
    found = [flat(h.span.of(text)) for h in actor_book().find(text) if h.item.id == known.id]
    names = [name for name in found if not _PERSONS.search(name)]
    return tuple(sorted(dict.fromkeys(names), key=names.count, reverse=True))


def _men(found: Phrase) -> tuple[str, ...]:
    """How a key writes men: "group of armed men", "two men", "guerrillas" of "ELN guerrillas"."""
    said = " ".join(_unowned(found.words))
    if _BANDS.search(said) and found.of:
        return f"{said} of {found.of}", found.of
    band, link = ("", "", *found.lead)[-2:]
    if link == "of" and _BANDS.search(band):
        return f"{band} of {said}", said
    if link in _FEW and said in _UNNAMED:
        return f"{link} {said}", said
    return (said,)


def _unowned(words: tuple[str, ...]) -> tuple[str, ...]:
    """Men without the name of their organisation, which is an entity of its own."""
    for n in range(len(words) - 1, 0, -1):
        name = " ".join(words[:n]).upper()
        named = [h.item for h in actor_book().find(name) if h.span == Span(0, len(name))]
        whole = named and not named[0].is_collective and not named[0].place_like
        if whole and words[n:] != ("members",):
            return words[n:]
    return words


# ------------------------------------------------------------------ weapons, targets, victims


def _weapons(span: Span, text: str) -> Iterator[Filler]:
    """The weapon that the words name, if any: "SHOT TO DEATH" names none."""
    hits = weapon_book().find(span.of(text))
    if hits:
        at = hits[-1].span
        words = list(phrase(text, Span(span.start + at.start, span.start + at.end)).words)
        while words and _EVENT.match(words[-1]):  # "bomb attack"
            words.pop()
        if words:
            yield Filler("Weapon", (" ".join(words),))


def _targets(statement: Statement, value: Target, text: str) -> Iterator[Filler]:
    """A thing, or persons who are aimed at; no whole area, and nobody known by name alone."""
    found = phrase(text, statement.span)
    if (persons := _persons(found)) is not None:
        many = "PLURAL" if persons.plural else "1"
        yield Filler(DESCRIBED, (found.said,), number=many)
    elif not (value.kind in PEOPLE and person_words().find(found.said)):
        yield from _thing(found)


def _damaged(span: Span, value: Damage, text: str) -> Iterator[Filler]:
    """The things that are said to be damaged: "DESTROYED A BANK | AND TWO SHOPS"."""
    at = span.of(text).find(value.what)
    if not value.what or at < 0 or value.level is DamageLevel.NONE:
        return
    start = span.start + at
    ends = (match.end() for match in _AND.finditer(text, start, span.end))
    for first in (start, *(end for end in ends if end < span.end)):
        found = phrase(text, Span(first, span.end))
        if _persons(found) is None and found.noun != "damage":
            yield from _thing(found, effect=DAMAGE[value.level])


def _thing(found: Phrase, *, effect: str = "") -> Iterator[Filler]:
    if not found.words or _AREA.match(found.noun):
        return
    owned = found.of if _OWNED.match(found.noun) else ""
    spellings = (f"{found.said} of {owned}", found.said) if owned else (found.said,)
    plural = found.noun.endswith("s") and not _SINGLE.search(found.noun)
    many = number(found.said, " ".join(found.lead), plural=plural, named=False)
    yield Filler("Target", spellings, effect=effect, number=many)


def _hurt(statement: Statement, value: Casualties, text: str) -> Iterator[Filler]:
    """Those counted: "peasants" of "44 PEASANTS HAVE BEEN KILLED". Fighters are no victims."""
    words, count = tokens(statement.span.of(text)), tokens(value.count.text)
    places = range(len(words) - len(count) + 1) if count else ()
    at = next((i for i in places if words[i : i + len(count)] == count), None)
    if at is None or value.who in _FIGHTERS:
        return
    found = phrase(text, statement.span, at=at + len(count) - 1)
    if _persons(found) is not None:
        many = _number(value.count, told=opens(count[-1]))
        yield Filler(DESCRIBED, (found.said,), effect=_HURT[statement.field], number=many)


def _persons(found: Phrase) -> PersonWord | None:
    """The noun for persons that a phrase ends with; none where a name follows it."""
    hits = person_words().find(found.said)
    return next((h.item for h in hits if h.span.end == len(found.said)), None)


def _number(count: CountRange, *, told: bool) -> str:
    """A count as a key writes it: "6", "8-" for at least eight, "PLURAL" where none is told."""
    if count.low is not None and count.low == count.high:
        return str(count.low)
    exact = any(word.isdigit() for word in tokens(count.text)) or "least" in count.text.lower()
    return f"{count.low}-" if told and exact and count.low else "PLURAL"
