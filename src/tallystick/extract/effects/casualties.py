"""Who was killed, injured and abducted, and how many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tallystick.extract.annotate import Annotations
from tallystick.extract.drafts import Draft, union
from tallystick.extract.effects.casualty_accounts import accounts
from tallystick.extract.effects.casualty_cues import cues
from tallystick.extract.effects.casualty_fates import Found, settled
from tallystick.extract.effects.casualty_gapped import died_there, gapped
from tallystick.extract.effects.casualty_makeup import makeup, without_vague
from tallystick.extract.effects.casualty_nouns import counted_nouns, nobody
from tallystick.extract.effects.casualty_parts import parts, shared
from tallystick.extract.effects.casualty_reader import Reader
from tallystick.extract.effects.damage import damage
from tallystick.extract.effects.figures import Figure
from tallystick.extract.effects.losses import gone, losses
from tallystick.extract.effects.persons import Persons, persons
from tallystick.extract.effects.tolls import is_toll, nth_victims, toll_of
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.spoken import speaking_in
from tallystick.model.document import Cover
from tallystick.model.statement import Field, Stance
from tallystick.model.values import Casualties, CountRange
from tallystick.vocab.caseless import caseless

__all__ = ["casualties", "damage", "tolls"]

_NOT_ATTACK = caseless(
    r"\b(?:cardiac|heart (?:attack|failure|episode|event|condition)|natural causes|illness|disease|"
    r"cancer|covid|coronavirus|cholera|famine|hunger|starvation|malnutrition|drown(?:ed|ing)|"
    r"earthquake|flood(?:s|ing)?|avalanche|(?:traffic|car|road|training|helicopter) accident|"
    r"suicide by|overdose)\b"
)
_MAY_COUNT = caseless(  # how nouns of harm and words for unharmed begin
    r"\b(?:dea[dt]|die|deceas|fatal|casualt|injur|wound|hurt|harm|un(?:harm|hurt|injur|scathed)|"
    r"scratch|safe|hit\b|kill|sla[iy]|bod[iy]|corpse|coffin|martyr|li[fv]e|los|victim|murder|"
    r"assassin|execut|homicide|massacre|behead|kidnap|abduct|toll|number\s+of|among|one\s+of)"
)
_BACK = 2  # sentences that another account of the same goes back over


def casualties(notes: Annotations, sentence: Sentence) -> list[Draft]:
    """The killed, injured and abducted that a sentence tells of incidents, without tolls."""
    summed = _summed(notes, sentence)
    return [d for d in harmed(notes, sentence) if d not in summed]


def tolls(notes: Annotations, sentence: Sentence) -> list[Figure]:
    """The tolls of a sentence: persons counted over many incidents."""
    found = [t for d in _summed(notes, sentence) if (t := toll_of(notes, sentence, d)) is not None]
    taken = Cover(t.span for t in found)
    more = (*nth_victims(notes, sentence), *gone(notes, sentence), *losses(notes, sentence))
    return [*found, *(t for t in more if not taken.touches(t.span))]


@lru_cache(maxsize=64)
def _summed(notes: Annotations, sentence: Sentence) -> tuple[Draft, ...]:
    every, told = _shares_out_toll(notes, sentence), harmed(notes, sentence)
    summed = [d for d in told if every or is_toll(notes, sentence, d)]
    return tuple(d for d in told if d in summed or any(_is_part(notes, d, s) for s in summed))


def _is_part(notes: Annotations, draft: Draft, toll: Draft) -> bool:
    """ "Has killed 44 since May, including 30 women **and a nurse**": few of a toll are of it."""
    of_one_verb = draft.span.start == toll.span.start or draft.span.end == toll.span.end
    exact = isinstance(draft.value, Casualties) and draft.value.count.high is not None
    if draft.field is not toll.field or not (of_one_verb and exact):
        return False
    after = draft.span.start == toll.span.start
    between = (toll.span.start, draft.span.end) if after else (toll.span.start, draft.span.start)
    return _INCLUDING.search(notes.text, *between) is not None


_INCLUDING = caseless(r"\b(?:including|included|among\s+(?:them|whom|those)|of\s+(?:them|whom))\b")


def _shares_out_toll(notes: Annotations, sentence: Sentence) -> bool:
    """ "The victims included 51 children", after a toll and no casualties of an incident."""
    if sentence.index == 0 or not _OF_THESE.match(
        notes.text, sentence.span.start, sentence.span.end
    ):
        return False
    before = notes.sentences[sentence.index - 1]
    told = harmed(notes, before)
    return bool(told) and len(_summed(notes, before)) == len(told)


_OF_THESE = caseless(
    r"\W*(?:the (?:victims|dead|killed|casualties) (?:also )?includ|they include|"
    r"among (?:them|the dead|those killed) (?:were|was)|"
    r"(?:(?:at least |about |some )?[\w,-]+ )?of "
    r"(?:these|those|them|the (?:dead|victims|killed|[\d,]+))\b)"
)


@lru_cache(maxsize=64)
def harmed(notes: Annotations, sentence: Sentence) -> tuple[Draft, ...]:
    """The killed, injured and abducted of a sentence.

    "No casualties" gives zero killed and zero injured. Persons joined to one verb ("six
    priests, their cook and her daughter") are given one by one; some of a number ("including
    two children") only where their class tells them from it. A bare number of another teller
    counts what was told just before. Deaths that no attack caused (a heart attack, an illness)
    are left out.
    """
    outright = _told_outright(notes, sentence)
    before = notes.sentences[max(0, sentence.index - _BACK) : sentence.index]

    def earlier() -> list[Draft]:
        return [d for s in before for d in _told_outright(notes, s)]

    told = (*outright, *gapped(notes, sentence, outright))
    told = (*told, *accounts(notes, sentence, told, earlier))
    parted = list(makeup(notes, sentence, told, earlier))
    told = (*without_vague(told, parted), *parted)
    if told and shared(notes.text, sentence.span):
        return (*told, *parts(notes.text, told, _unspoken(notes, sentence)))
    return told


@lru_cache(maxsize=64)
def _told_outright(notes: Annotations, sentence: Sentence) -> tuple[Draft, ...]:
    """The casualties that a sentence tells by itself, each number once: as it was read first.

    Who its persons are takes long, so that a word of harm is looked for first.
    """
    span = sentence.span
    if _NOT_ATTACK.search(notes.text, span.start, span.end):
        return ()
    told = cues(notes.text, span)
    if not told and not _MAY_COUNT.search(notes.text, span.start, span.end):
        return ()
    people = _unspoken(notes, sentence)
    found = Reader(notes, sentence, people).read(told)
    drafts = [
        *nobody(notes, sentence),
        *(_draft(notes.text, f) for f in settled(notes, found)),
        *counted_nouns(notes, sentence, people),
    ]
    seen: dict[tuple[Field, int], Draft] = {}
    for draft in drafts:
        if isinstance(draft.value, Casualties):
            seen.setdefault((draft.field, _place(draft, people)), draft)
    return tuple(died_there(notes.text, [*seen.values()]))


def _unspoken(notes: Annotations, sentence: Sentence) -> list[Persons]:
    """The persons of a sentence but those who speak.

    A number opens a phrase: after the name of a speaker it begins another ("according to the
    army 30 fighters were killed"); before it is the speaker's own ("two officials in Erbil").
    """
    speakers = [span for a in speaking_in(notes, sentence.span) for span in (a.source, *a.via)]
    cover = Cover(speakers)
    return [
        p
        for p in persons(notes, sentence)
        if not cover.touches(p.span)
        or (_numbered(p) and not any(s.start == p.span.start for s in speakers))
        or (_numbered(p) and _is_harmed(notes.text, sentence, p))
    ]


def _is_harmed(text: str, sentence: Sentence, who: Persons) -> bool:
    """ "Wounding 32 people state television said": where commas are lost, no 32 speakers."""
    start = max(sentence.span.start, who.span.start - 12)
    return _HARMING.search(text, start, who.span.start) is not None


_HARMING = re.compile(r"\b(?:killing|wounding|injuring|hurting)\s+$", re.IGNORECASE)


def _numbered(who: Persons) -> bool:
    return who.counted and not who.named and who.count.best != 1


def _place(draft: Draft, people: Sequence[Persons]) -> int:
    """Where the number of a draft stands: the same number is told once."""
    value = draft.value
    for person in people:
        at_end = person.span.start == draft.span.start or person.span.end == draft.span.end
        if not isinstance(value, Casualties) or not at_end:
            continue
        if person.count == value.count and person.count.text == value.count.text:
            return person.span.start
    return draft.span.start


def _draft(text: str, found: Found) -> Draft:
    count = found.who.count
    if count.high and _OR_MISSING.match(text, found.cue.span.end):
        count = CountRange(None, count.high, count.text)  # so many dead at the most
    value = Casualties(count, found.who.who, found.who.owner)
    stance = Stance.DOUBTS if found.cue.doubted else None
    return Draft(found.cue.harm.field, value, union(found.cue.span, found.who.span), stance)


_OR_MISSING = re.compile(r"\s+(?:or|and|and/or)\s+missing\b", re.IGNORECASE)
