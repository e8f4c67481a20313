"""Which of the event words in a sentence really tell of an incident, and as what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.events.crafts import borne_off
from tallystick.extract.events.deeds import OF_SIDES, RUNS_ONTO, has_object, takes_place
from tallystick.extract.events.trigger_words import (
    ARREST,
    BE,
    BEHIND_IT,
    BY_ACCIDENT,
    CALLED_OUT,
    CRASH,
    CROWD,
    DETERMINERS,
    EXERCISE,
    FIGURATIVE,
    FORCE,
    IN_THE_AIR,
    MODALS,
    MODIFIED,
    NEVER,
    NOT,
    ONE,
    POLICE,
    PREPOSITIONS,
    TO_A_CALL,
)
from tallystick.extract.grammar.sentences import Sentence, Token
from tallystick.model.document import SegmentKind, Span
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import EventWord, Form, Strength
from tallystick.vocab.matching import Hit

_NEAR = 80  # characters around a word within which a figure of speech is looked for
_MOST = 60  # event words in a sentence: more are a list, whose rest is passed over


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event word in its sentence, read as a noun or a verb."""

    span: Span
    word: EventWord
    verb: bool
    passive: bool
    plural: bool

    @property
    def strong(self) -> bool:
        return self.word.strength not in (Strength.WEAK, Strength.INTERCEPT, Strength.LAND)


def triggers(notes: Annotations, sentence: Sentence) -> list[Trigger]:
    """The triggers of a sentence, in order. Figures of speech and supports are left out.

    A support is a verb whose event is its object: in "launched air strikes" the trigger is
    "air strikes".
    """
    found = [
        trigger
        for hit in inside(notes.events, sentence.span)[:_MOST]
        if (trigger := _trigger(notes, sentence, hit)) is not None
    ]
    return [t for t in found if not _supports(notes, t, found)]


def tells(notes: Annotations, sentence: Sentence, hit: Hit[EventWord]) -> bool:
    """Whether an event word of a sentence tells of an incident there."""
    return _trigger(notes, sentence, hit) is not None


def is_noun(notes: Annotations, sentence: Sentence, hit: Hit[EventWord]) -> bool:
    """Whether an event word of a sentence stands there as a noun, of whatever it tells."""
    if hit.item.is_noun or hit.item.ambiguous:
        found = _trigger(notes, sentence, hit)
        return found is None or not found.verb
    return False


@lru_cache(maxsize=256)
def _trigger(notes: Annotations, sentence: Sentence, hit: Hit[EventWord]) -> Trigger | None:
    if _figurative(notes.text, hit.span, sentence.span):
        return None
    if hit.item.strength in _NO_ACT and by_accident(notes, sentence):
        return None
    if hit.item.base in _EXERCISED and _in_exercise(notes, sentence):
        return None
    before, after = sentence.before(hit.span.start, 3), sentence.after(hit.span.end, 2)
    if (
        (hit.item.form is not Form.PHRASE and _modifies(after))
        or _negated(before, hit.item)
        or (hit.item.is_noun and _OUTSIDE.search(notes.text, sentence.span.start, hit.span.start))
        or _part_of_name(notes, hit, before)
    ):
        return None
    verb = _is_verb(hit.item, sentence, before, after)
    if verb is None:
        return None
    trigger = Trigger(
        span=hit.span,
        word=hit.item,
        verb=verb,
        passive=verb
        and (_passive(hit.item, before, after) or _reduced(notes, hit) or _ran_on(notes, hit)),
        plural=not verb and hit.item.form in (Form.PLURAL, Form.THIRD),
    )
    return trigger if _enough(notes, sentence, trigger) else None


def _figurative(text: str, span: Span, sentence: Span) -> bool:
    return any(
        m.start() < span.end and span.start < m.end()
        for m in FIGURATIVE.finditer(
            text, max(sentence.start, span.start - _NEAR), min(sentence.end, span.end + _NEAR)
        )
    )


_NO_ACT = (Strength.WEAK, Strength.HIT, Strength.EXPLODE)


@lru_cache(maxsize=256)
def by_accident(notes: Annotations, sentence: Sentence) -> bool:
    """ "An earthquake struck, killing nine", "a boiler exploded", "a bus fell into a ravine": with
    no weapon, nobody's act."""
    span = sentence.span
    if inside(notes.weapons, span):
        return False
    if BY_ACCIDENT.search(notes.text, span.start, span.end):
        return True
    crash = CRASH.search(notes.text, span.start, span.end)
    return crash is not None and BEHIND_IT.search(notes.text, span.start, span.end) is None


_EXERCISED = frozenset(("fire", "launch", "drop", "explode", "detonate"))


@lru_cache(maxsize=256)
def _in_exercise(notes: Annotations, sentence: Sentence) -> bool:
    """ "Warships fired missiles during an exercise": at nobody, where none is hurt or attacks."""
    start, end = sentence.span.start, sentence.span.end
    if not EXERCISE.search(notes.text, start, end):
        return False
    return not (BEHIND_IT.search(notes.text, start, end) or _HARM.search(notes.text, start, end))


_HARM = caseless(  # or somebody to hit
    r"\b(?:kill|wound|injur|die[ds]|dead|hurt|casualt|bomb(?!ers?\b|ing\b)|intercept)\w*|"
    r"\b(?:fired|launched|dropped)\b(?:\s[\w-]+){0,3}\s(?:at|on|into|towards?|against)\s"
)


def _modifies(after: Sequence[Token]) -> bool:
    return bool(after) and after[0].lower in MODIFIED


def _negated(before: Sequence[Token], word: EventWord) -> bool:
    """ "no attack", "without firing", "did not attack", "had not been hit"."""
    spoken = [t.lower for t in before]
    words = list(spoken)
    if any(w in NEVER for w in words[-2:]):
        return True
    while words and words[-1] in BE:
        words.pop()
    return bool(words) and words[-1] in NOT and (not word.is_noun or words == spoken)


_OUTSIDE = caseless(  # "died, but not in the course of a drone attack"
    r"\bnot\s+(?:in(?:\s+the\s+course\s+of)?|during|caused\s+by)\s+(?:an?|any)\s+(?:[\w-]+\s+)?$"
)


def _part_of_name(notes: Annotations, hit: Hit[EventWord], before: Sequence[Token]) -> bool:
    """ "truck bomb", "mortar shells", the town of Hit: a name, and no event."""
    near = Span(max(0, hit.span.start - 40), hit.span.end + 40)
    if any(p.span.contains(hit.span) for p in inside(notes.places, near)):
        return True
    if hit.item.form not in (Form.BASE, Form.THIRD) or (before and before[-1].lower in MODALS):
        return False
    return any(w.span.contains(hit.span) for w in inside(notes.weapons, near))


def _is_verb(
    word: EventWord, sentence: Sentence, before: Sequence[Token], after: Sequence[Token]
) -> bool | None:
    """Verb or noun; ``None`` where a form that is only ours as a verb stands as a noun."""
    last = _before_adverbs(before)
    following = after[0].lower if after else ""
    if word.is_noun:
        if word.base == "killing" and _COUNTS.match(following):
            return True  # "hit the town, killing ten": a participle
        return last in MODALS and last != "to" and following not in PREPOSITIONS
    if word.form in (Form.PAST, Form.PARTICIPLE) and word.base in ("shoot", "hit"):
        return None if last in ONE else True  # "a shot", "the hit"
    if word.form in (Form.PAST, Form.PARTICIPLE, Form.PHRASE):
        return True
    if word.form is Form.ING:
        return True
    if last in MODALS:
        return True
    headline = sentence.kind is SegmentKind.TITLE and bool(before) and last.isalnum()
    acts = headline and last not in DETERMINERS and following not in PREPOSITIONS
    return True if acts and following and after[0].is_word else None


_COUNTS = re.compile(
    r"(?:\d[\d,]*|an?|the|at|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|scores|"
    r"several|some|more|him|her|them|everyone|many|nearly|about|himself|herself|themselves|one)$",
    re.IGNORECASE,
)


def _before_adverbs(before: Sequence[Token]) -> str:
    """The word before a verb, its adverbs aside: "managed **to** completely wrest"."""
    words = [t.lower for t in before]
    while len(words) > 1 and words[-1].endswith("ly"):
        words.pop()
    return words[-1] if words else ""


def _passive(word: EventWord, before: Sequence[Token], after: Sequence[Token]) -> bool:
    if word.form is Form.PHRASE:
        return word.base.startswith(_UNDERGOES) or (bool(before) and before[-1].lower in BE)
    if word.form not in (Form.PAST, Form.PARTICIPLE):
        return False
    if before and before[-1].lower in BE:
        return True
    if len(before) > 1 and before[-2].lower in BE - {"'s"} and not before[-1].text[:1].isupper():
        return True  # "was heavily shelled"; not "be Ruritanian struck", "the army's jets hit"
    if word.base in _OF_VICTIMS and not _has_object(after):
        return True
    if word.base == "target" and after and after[0].lower in _TARGETED:
        return True
    return bool(after) and after[0].lower == "by"


# "The patrol came under fire", "a bus hit a mine": the subject is what was hit.
_UNDERGOES = (
    "was ", "were ", "came under", "come under", "stepped on a", "hit a", "struck a",
    "ran over a", "drove o", "triggered a",
)  # fmt: skip


def _has_object(after: Sequence[Token]) -> bool:
    """ "Killed ten", "killed at least ten", but not "killed at the gate"."""
    words = [t.lower for t in after]
    return bool(words) and (words[0] not in _NO_OBJECT or words[1:2] in _AT_LEAST)


_TARGETED = ("again", "in", "near", "during", "inside")  # "convoys targeted again near the border"
_AT_LEAST = (["least"], ["most"])
# Verbs of one object, and what follows where they have none: "20 militants killed in a blast".
_OF_VICTIMS = frozenset(
    ("kill", "wound", "injure", "murder", "behead", "massacre", "abduct", "kidnap")
)
_NO_OBJECT = frozenset(
    ("in", "by", "near", "during", "after", "when", "as", "following", "inside", "outside", "amid",
     "from", "on", "at", ".", ",")
)  # fmt: skip


_REDUCED = (Form.PAST, Form.PARTICIPLE)


def _reduced(notes: Annotations, hit: Hit[EventWord]) -> bool:
    """ "two drones launched against the base": a weapon, and its participle right after it."""
    if hit.item.strength is not Strength.LAUNCH or hit.item.form not in _REDUCED:
        return False
    if hit.item.form is Form.PAST and hit.item.base in ("fly", "throw"):
        return False  # "flew", "threw": no participles
    following = re.match(
        r"\s+(?:at|against|from|into|on|over|towards?|by|in)\b",
        notes.text[hit.span.end : hit.span.end + 12],
    )
    if following is None:
        return False
    near = Span(max(0, hit.span.start - 40), hit.span.start)
    return any(
        notes.text[w.span.end : hit.span.start].strip() == ""
        and not (w.item.id in _FIRING or _GUNS.search(w.span.of(notes.text)))
        for w in inside(notes.weapons, near)
    )


_LAID = re.compile(
    r"\s+(?:an?|the|another|two)\s+(?:[\w-]+\s+){0,3}(?:mines?|landmines?|bombs?|IEDs?|booby-?\s?traps?|"
    r"explosive devices?)\b",
    re.IGNORECASE,
)


def _ran_on(notes: Annotations, hit: Hit[EventWord]) -> bool:
    """ "A patrol hit an improvised bomb": it is what was hit."""
    return hit.item.base in _RUNS_ON and bool(_LAID.match(notes.text, hit.span.end))


_RUNS_ON = ("hit", "strike", "step on", "tread on", *RUNS_ONTO)
_FIRING = frozenset(("aircraft", "helicopter", "warship", "tank"))  # these are not fired
_GUNS = re.compile(r"(?:guns?|howitzers?|cannons?|artillery|pieces)$", re.IGNORECASE)  # nor these


def _managed(sentence: Sentence, trigger: Trigger) -> bool:
    """ "was able to intercept": an infinitive that tells of what was done."""
    words = [t.lower for t in sentence.before(trigger.span.start, 2)]
    return words[-1:] == ["to"] and words[0] in ("able", "managed", "succeeded", "helped")


def _enough(notes: Annotations, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the sentence has what a word of this strength needs beside it."""
    if _of_order(notes, sentence, trigger):
        return False
    if trigger.word.strength is Strength.STRONG:
        return True
    armed = bool(inside(notes.weapons, sentence.span))
    sides = inside(notes.actors, sentence.span)
    acted = any(n.actor is None or not n.actor.kind.speaks_only for n in sides)
    aimed = bool(inside(notes.targets, sentence.span) or inside(notes.places, sentence.span))
    hurt = bool(inside(notes.persons, sentence.span))
    match trigger.word.strength:
        case Strength.HIT:
            acted = acted or _by_them(notes.text, sentence, trigger)
            struck = aimed and (acted or trigger.passive)
            armed = armed or _by_air(notes, sentence, trigger)
            return armed or struck or has_object(notes, sentence, trigger)
        case Strength.LAUNCH:
            return trigger.word.form is not Form.BASE and (
                _object(notes, sentence, trigger)
                or (trigger.passive and _has_arms(notes, sentence.span))
            )
        case Strength.EXPLODE:
            return armed or aimed
        case Strength.LAND:
            return _come_down(notes.text, sentence, trigger)
        case Strength.SEIZURE:
            return acted and takes_place(notes, sentence, trigger)
        case Strength.DEED:
            by = acted or armed or trigger.passive or trigger.word.base not in OF_SIDES
            return by and has_object(notes, sentence, trigger)
        case Strength.INTERCEPT:
            return _is_defused(notes, sentence, trigger, armed)
        case Strength.RESPONSE:
            return acted and (hurt or armed) and not _is_called(notes.text, sentence, trigger.span)
        case Strength.WEAK:
            if trigger.word.base in ("hurt", "damage"):
                return _by_weapon(notes, sentence, trigger)
            return hurt or aimed or armed
    return False


def _is_called(text: str, sentence: Sentence, act: Span) -> bool:
    """ "Police responded to a call", "the bomb squad has responded", "responding officers": who
    comes to help answers no attack."""
    if TO_A_CALL.match(text, act.end, sentence.span.end):
        return True
    start, end = (
        max(sentence.span.start, act.start - _NEAR),
        min(sentence.span.end, act.end + _NEAR),
    )
    return any(m.start() <= act.start < m.end() for m in CALLED_OUT.finditer(text, start, end))


def _by_weapon(notes: Annotations, sentence: Sentence, trigger: Trigger) -> bool:
    """ "A mine hurt a driver", but not "nobody was hurt" or "prices hurt the farmers"."""
    before = Span(max(sentence.span.start, trigger.span.start - _NEAR), trigger.span.start)
    nobody = _NOBODY.match(notes.text, trigger.span.end, sentence.span.end)
    return bool(inside(notes.weapons, before)) and not (trigger.passive or nobody)


_NOBODY = re.compile(r"\s+(?:nobody|no[\s-]one|none|no\s)", re.IGNORECASE)


def _is_defused(notes: Annotations, sentence: Sentence, trigger: Trigger, armed: bool) -> bool:
    """Whether something was kept from harm: by ``armed``, a weapon is named."""
    told = trigger.word.form not in (Form.BASE, Form.THIRD)
    planted = _PLANTED.search(sentence.span.of(notes.text)) is not None
    armed = planted or (armed and trigger.word.base not in _OF_PLANTED)
    return armed and (told or _managed(sentence, trigger))


_PLANTED = re.compile(
    r"\b(?:(?:car|truck|roadside|pipe|time|parcel|letter|petrol)?[\s-]?bombs?|explosive charges?|"
    r"(?:land)?mines?|devices?|IEDs?|booby[\s-]traps?)\b",
    re.IGNORECASE,
)
_OF_PLANTED = frozenset(("dismantle", "found and destroyed"))  # missiles are dismantled by treaty


def _by_them(text: str, sentence: Sentence, trigger: Trigger) -> bool:
    """ "They also hit a school": those who were told of before."""
    active = trigger.verb and not trigger.passive
    return active and TAKEN_UP.search(text, sentence.span.start, trigger.span.start) is not None


TAKEN_UP = caseless(
    r"\b(?P<who>they|another (?:army )?(?:unit|group)|"
    r"(?:the )?(?:other|second|third) (?:unit|group))\s+"
    r"(?:(?:also|then|later|further|meanwhile|had|have|subsequently|\w+ly)\s+){0,3}$"
)
"""Words right before a verb by which its subject is that of the sentence before."""


def _come_down(text: str, sentence: Sentence, trigger: Trigger) -> bool:
    """ "A shell in the suburb landed near a school", but "the town fell to the rebels"."""
    return (
        trigger.verb
        and trigger.word.form is not Form.BASE
        and _PROJECTILES.search(text, sentence.span.start, trigger.span.start) is not None
    )


def _by_air(notes: Annotations, sentence: Sentence, trigger: Trigger) -> bool:
    """ "Jets pounded the town": words of many uses, that are weapons before such a verb."""
    return (
        trigger.verb
        and not trigger.passive
        and _IN_FLIGHT.search(notes.text, sentence.span.start, trigger.span.start) is not None
    )


def _of_order(notes: Annotations, sentence: Sentence, trigger: Trigger) -> bool:
    """Police work and crowds: a raid to arrest, a clash with protesters, shots in the air."""
    if IN_THE_AIR.match(notes.text, trigger.span.end, sentence.span.end):
        return True
    words = notes.text[
        max(sentence.span.start, trigger.span.start - 3 * _NEAR) : min(
            sentence.span.end, trigger.span.end + 3 * _NEAR
        )
    ]
    if trigger.word.base == "raid":
        work = POLICE.search(words) and ARREST.search(words)
        return bool(work) and not FORCE.search(words)
    if trigger.word.base == "clash":
        return bool(CROWD.search(words)) and not inside(notes.weapons, sentence.span)
    return False


def _object(notes: Annotations, sentence: Sentence, trigger: Trigger) -> bool:
    """A weapon or an attack soon after "launched", or "fired at/on" somebody; nobody launches what
    befalls a patrol **sent** to a place."""
    if trigger.word.base == "send" and _ON_THEIR_WAY.match(notes.text, trigger.span.end):
        return False
    reach = Span(trigger.span.end, min(sentence.span.end, trigger.span.end + 60))
    if _has_arms(notes, reach):
        return True
    if inside(notes.events, reach):
        return True
    after = sentence.after(trigger.span.end, 1)
    return trigger.word.base == "fire" and bool(after) and after[0].lower in ("at", "on", "upon")


def _has_arms(notes: Annotations, span: Span) -> bool:
    """Whether words name a weapon that may be sent at somebody."""
    return any(not borne_off(notes.text, w) for w in inside(notes.weapons, span))


_ON_THEIR_WAY = re.compile(r"\s+(?:to|from|by|there|for)\b", re.IGNORECASE)
_SUPPORT_GAP = re.compile(r"[^,;:.]{0,70}$")


def _supports(notes: Annotations, trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether a verb only carries the event that follows it as its object."""
    if not trigger.verb or trigger.word.strength not in (Strength.LAUNCH, Strength.INTERCEPT):
        return False
    gap_end = [
        t.span.start for t in found if t.span.start >= trigger.span.end and not t.verb and t.strong
    ]
    if not gap_end:
        return False
    gap = notes.text[trigger.span.end : gap_end[0]]
    return len(gap.split()) <= 5 and bool(_SUPPORT_GAP.match(gap))


_IN_FLIGHT = re.compile(
    r"\b(?:warplanes?|jets?|aircraft|planes?|helicopters?|shells?|bombers)\s+(?:[\w'’-]+\s+){0,6}$",
    re.IGNORECASE,
)
_PROJECTILES = re.compile(
    r"\b(?:shells?|rockets?|mortars?|missiles?|bombs?|projectiles?|drones?|UAVs?|"
    r"(?:mortar|artillery) rounds?)\s+"
    r"(?!was\b|were\b|that had\b)(?:(?!killed|wounded|injured|but|before|after|when|was|were)"
    r"[\w'’-]+\s+){0,9}$",
    re.IGNORECASE,
)
