"""The values that the words of a quote give, read by the program's own lexicons.

What a model says of a value is never taken; it only helps to choose where a quote holds
several. Each reader takes the annotated document, the span of the quote and the model's
own reading of it, and gives drafts whose spans are the evidence, or the reason why none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from tallystick.extract.annotate import Annotations, F, Named, inside
from tallystick.extract.dates.mentions import DateMention, DateRole
from tallystick.extract.drafts import Draft
from tallystick.extract.effects.damage import damage
from tallystick.extract.effects.fates import outcomes, weapon_drafts, weapon_type
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.places.mentions import most_specific
from tallystick.extract.roles import actor_ref
from tallystick.llm.drops import Reason
from tallystick.llm.harm import harmed
from tallystick.llm.targets import owner_in, target_of
from tallystick.llm.wording import named_words, plain, words_of
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.values import (
    ActorRef,
    DatePrecision,
    PartialDate,
    Place,
    Response,
    WeaponUse,
)
from tallystick.vocab.toponyms import PLACE_NOUNS

Drafts = Sequence[Draft] | Reason
_Read = Callable[[Annotations, Span, str], Drafts]

_NO_DAY = (DateRole.RECURRENT, DateRole.DURATION)
_DATE_WORDS = 8  # words: more is no name of a time
_NAME_WORDS = 8
_PLACE_WORDS = 6
_RESPONSE_WORDS = 30
_WEAPONS_BACK = 3  # named before a sentence, which "the first" and "both" may go back to
_TIME = re.compile(
    r"\b(?:day|night|morning|evening|afternoon|dawn|noon|midnight|dusk|week|weekend|fortnight|"
    r"month|year|hour|minute|moment|spring|summer|autumn|fall|winter|ramadan|easter|christmas)s?\b|"
    r"\b(?:ago|earlier|later|since|before|after|during|yesterday|today|tonight|recently)\b|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w*|dismiss\w*|untrue|false\w*|baseless|"
    r"disput\w*|no|not|never|nothing|nobody|none)\b|n[’']t\b",
    re.IGNORECASE,
)


def drafts_of(notes: Annotations, field: Field, span: Span, hint: str) -> Drafts:
    """The values that a quote gives for a field; a reason where it gives none."""
    return _READERS[field](notes, span, hint)


def touching(notes: Annotations, span: Span) -> list[Sentence]:
    """The sentences that share a character with a span."""
    return [s for s in notes.sentences if s.span.overlaps(span)]


def overlapping(found: Sequence[F], span: Span) -> list[F]:
    """Those that share a character with a span."""
    return [f for f in found if f.span.overlaps(span)]


def denies(notes: Annotations, span: Span) -> bool:
    """Whether the sentence of a span has a word of denial."""
    return any(_DENIAL.search(s.span.of(notes.text)) for s in touching(notes, span))


def names_in(notes: Annotations, span: Span) -> list[Named]:
    """The actors named in a span that can be a side, none within another.

    Where the span holds no whole name, the name that it is a part of.
    """
    kept: list[Named] = []
    for named in inside(notes.actors, span) or overlapping(notes.actors, span):
        if named.actor is not None and named.actor.kind.speaks_only:
            continue
        if not kept or not kept[-1].span.overlaps(named.span):
            kept.append(named)
    return kept


def _when(notes: Annotations, span: Span, hint: str) -> Drafts:
    """One day: the one that the model read, else the first that the words name."""
    found = [d for d in overlapping(notes.dates, span) if d.role not in _NO_DAY]
    if found:
        told = min(found, key=lambda d: _fit(d, hint))
        return [Draft(Field.WHEN, told.date, told.span)]
    words = words_of(notes.text, span)
    if len(words.split()) > _DATE_WORDS or not _TIME.search(words):
        return Reason.NO_VALUE
    return [Draft(Field.WHEN, PartialDate(None, None, DatePrecision.FLOATING, words), span)]


def _fit(mention: DateMention, hint: str) -> tuple[bool, bool, int]:
    """Lower fits better: the model's own day, then words that name a day, then the first."""
    try:
        day: date | None = date.fromisoformat(hint.strip()[:10])
    except ValueError:
        day = None
    when = mention.date
    same = day is not None and when.start is not None and when.start == day
    return not same, not when.names_day, mention.span.start


def _where(notes: Annotations, span: Span, hint: str) -> Drafts:  # noqa: ARG001 - one shape
    found = most_specific(overlapping(notes.places, span))
    if found is not None:
        return [Draft(Field.WHERE, found.place, found.span)]
    named = named_words(notes.text, span, _PLACE_WORDS)
    if named is None or names_in(notes, span):
        return Reason.NO_VALUE
    name = named.of(notes.text)
    nouns = [noun for noun in PLACE_NOUNS if re.search(rf"\b{noun}\b", name, re.IGNORECASE)]
    return [Draft(Field.WHERE, Place(plain(name), PLACE_NOUNS[(nouns or ["locality"])[0]]), named)]


def _attacker(notes: Annotations, span: Span, hint: str) -> Drafts:
    """The side that the words name; an unknown one by its words."""
    names = names_in(notes, span)
    if names:
        wanted = [n for n in names if hint and n.name.casefold() == hint.strip().casefold()]
        chosen = (wanted or names)[0]
        return [Draft(Field.ATTACKER, actor_ref(chosen), chosen.span)]
    persons = inside(notes.persons, span)
    named = named_words(notes.text, span, _NAME_WORDS, capital=not persons)
    if named is None or overlapping(notes.places, named):
        return Reason.NO_NAME
    return [Draft(Field.ATTACKER, ActorRef(plain(named.of(notes.text))), named)]


def _target(notes: Annotations, span: Span, hint: str) -> Drafts:  # noqa: ARG001
    found = target_of(notes, span)
    return [found] if found else Reason.NO_VALUE


def _weapon(notes: Annotations, span: Span, hint: str) -> Drafts:  # noqa: ARG001
    """The weapons of the words; their number only where the words hold it."""
    found = [d for s in touching(notes, span) for d in weapon_drafts(notes, s.span)]
    told = [_weapon_of(notes, d, span) for d in found if d.span.overlaps(span)]
    if told:
        return told
    hits = overlapping(notes.weapons, span)
    return [Draft(Field.WEAPON, WeaponUse(weapon_type(h)), h.span) for h in hits] or Reason.NO_VALUE


def _weapon_of(notes: Annotations, draft: Draft, span: Span) -> Draft:
    value = draft.value
    if not isinstance(value, WeaponUse) or value.count is None:
        return draft
    words = words_of(notes.text, span).casefold()
    if " ".join(value.count.text.split()).casefold() in words:
        return draft
    return Draft(draft.field, WeaponUse(value.type), span)


def _outcome(notes: Annotations, span: Span, hint: str) -> Drafts:  # noqa: ARG001
    found: list[Draft] = []
    for sentence in touching(notes, span):
        before = [w for w in notes.weapons if w.span.end <= sentence.span.start]
        found += outcomes(notes, sentence.span, before[-_WEAPONS_BACK:])
    return overlapping(found, span) or Reason.NO_VALUE


def _damage(notes: Annotations, span: Span, hint: str) -> Drafts:  # noqa: ARG001
    found = [d for s in touching(notes, span) for d in damage(notes, s.span)]
    return overlapping(found, span) or Reason.NO_VALUE


def _response(notes: Annotations, span: Span, hint: str) -> Drafts:  # noqa: ARG001
    words = words_of(notes.text, span)
    if len(words.split()) > _RESPONSE_WORDS:
        return Reason.NO_VALUE
    return [Draft(Field.RESPONSE, Response(words, owner_in(notes, span)), span)]


def _occurrence(notes: Annotations, span: Span, hint: str) -> Drafts:  # noqa: ARG001
    if not denies(notes, span):
        return Reason.NO_DENIER
    return [Draft(Field.OCCURRENCE, Standing.HAPPENED, span, Stance.DENIES)]


def _kind(notes: Annotations, span: Span, hint: str) -> Drafts:  # noqa: ARG001
    """The kind of an incident is read with its anchor, where the whole of it is at hand."""
    found = list(_kinds(notes, span))
    return found[:1] or Reason.NO_VALUE


def _kinds(notes: Annotations, span: Span) -> Iterator[Draft]:
    for hit in inside(notes.events, span):
        yield Draft(Field.KIND, hit.item.kind, hit.span)


_READERS: dict[Field, _Read] = {
    Field.KIND: _kind,
    Field.WHEN: _when,
    Field.WHERE: _where,
    Field.ATTACKER: _attacker,
    Field.TARGET: _target,
    Field.WEAPON: _weapon,
    Field.OUTCOME: _outcome,
    Field.KILLED: lambda notes, span, hint: harmed(notes, Field.KILLED, span, hint),
    Field.INJURED: lambda notes, span, hint: harmed(notes, Field.INJURED, span, hint),
    Field.ABDUCTED: lambda notes, span, hint: harmed(notes, Field.ABDUCTED, span, hint),
    Field.DAMAGE: _damage,
    Field.RESPONSE: _response,
    Field.OCCURRENCE: _occurrence,
}
