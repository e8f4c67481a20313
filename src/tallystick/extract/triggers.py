"""Which of the event words in a sentence really tell of an incident, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.sentences import Sentence, Token
from tallystick.model.document import SegmentKind, Span
from tallystick.model.taxonomy import IncidentKind
from tallystick.vocab.lexicon import EventWord, Form, Strength
from tallystick.vocab.matching import Hit
from tallystick.vocab.weapons import WeaponGroup, weapon_book

_MODIFIED = frozenset(
    [
        "helicopter",
        "helicopters",
        "drone",
        "drones",
        "aircraft",
        "plane",
        "planes",
        "jet",
        "jets",
        "dog",
        "rifle",
        "rifles",
        "group",
        "groups",
        "carrier",
        "capability",
        "squad",
        "campaign",
        "capabilities",
        "bomber",
        "bombers",
        "ship",
        "site",
        "sites",
        "zone",
        "force",
        "power",
        "vest",
        "belt",
        "price",
        "prices",
        "suspect",
        "scene",
        "victim",
        "victims",
        "survivor",
        "survivors",
        "case",
        "investigation",
    ]
)
_MODALS = frozenset(
    [
        "to",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "must",
        "should",
        "did",
        "not",
        "didn't",
        "they",
        "we",
        "who",
        "don't",
        "does",
        "n't",
        "cannot",
        "shall",
    ]
)
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "such",
        "any",
        "no",
    ]
)
_PREPOSITIONS = frozenset(
    [
        "on",
        "in",
        "against",
        "by",
        "at",
        "of",
        "from",
        "for",
        "with",
        "near",
        "inside",
        "into",
        "over",
    ]
)
_BE = frozenset(["was", "were", "been", "being", "is", "are", "be", "get", "got", "gets", "'s"])
_PARTICLES_ONLY_PAST = frozenset(["down", "drop", "rain", "throw", "fire", "hit", "fell", "rob"])
_FIGURATIVE = re.compile(
    r"\b(?:heart attacks?|panic attacks?|hunger strikes?|labou?r strikes?|general strikes?|"
    r"strike (?:a )?(?:deal|balance)|struck (?:a deal|down by|by (?:the )?(?:fact|how|covid|"
    r"coronavirus|lightning))|hit (?:hard )?by (?:sanctions|the (?:crisis|pandemic|economic))|"
    r"baby boom|population explosion|verbal attacks?|attacks? on the credibility|cyber ?attacks?|"
    r"attacked the (?:decision|policy|government's)|hit out|price shock|fired (?:from|as)|"
    r"shooting (?:guard|range|star)|shot (?:a film|the film)|target(?:ed)? (?:sanctions|aid)|"
    r"launched (?:an? )?(?:investigation|probe|inquiry|appeal|website|campaign|initiative|search|"
    r"manhunt|programme|program)|earthquake|hit the (?:road|headlines|streets)|"
    r"hits? (?:a )?record)\b",
    re.IGNORECASE,
)


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
        return self.word.strength not in (Strength.WEAK, Strength.INTERCEPT)


def triggers(notes: Annotations, sentence: Sentence) -> list[Trigger]:
    """The triggers of a sentence, in order. Figures of speech and supports are left out.

    A support is a verb whose event is its object: in "launched air strikes" the trigger is
    "air strikes".
    """
    found = [
        trigger
        for hit in inside(notes.events, sentence.span)
        if (trigger := _trigger(notes, sentence, hit)) is not None
    ]
    return [t for t in found if not _supports(notes, t, found)]


def _trigger(notes: Annotations, sentence: Sentence, hit: Hit[EventWord]) -> Trigger | None:
    if _figurative(notes.text, hit.span, sentence.span):
        return None
    before, after = sentence.before(hit.span.start, 3), sentence.after(hit.span.end, 2)
    if _modifies(after) or _negated(before):
        return None
    verb = _is_verb(hit.item, sentence, before, after)
    if verb is None:
        return None
    trigger = Trigger(
        span=hit.span,
        word=hit.item,
        verb=verb,
        passive=verb and (_passive(hit.item, before, after) or _reduced(notes, hit)),
        plural=not verb and hit.item.form in (Form.PLURAL, Form.THIRD),
    )
    return trigger if _enough(notes, sentence, trigger) else None


def _figurative(text: str, span: Span, sentence: Span) -> bool:
    return any(
        m.start() < span.end and span.start < m.end()
        for m in _FIGURATIVE.finditer(text, sentence.start, sentence.end)
    )


def _modifies(after: Sequence[Token]) -> bool:
    return bool(after) and after[0].lower in _MODIFIED


def _negated(before: Sequence[Token]) -> bool:
    return any(t.lower in ("no", "without", "never") for t in before[-2:])


def _is_verb(
    word: EventWord, sentence: Sentence, before: Sequence[Token], after: Sequence[Token]
) -> bool | None:
    """Verb or noun; ``None`` where a form that is only ours as a verb stands as a noun."""
    last = before[-1].lower if before else ""
    following = after[0].lower if after else ""
    if word.is_noun:
        return last in _MODALS and last != "to" and following not in _PREPOSITIONS
    if word.form in (Form.PAST, Form.PARTICIPLE, Form.PHRASE):
        return True
    if word.form is Form.ING:
        return True
    if last in _MODALS:
        return True
    headline = sentence.kind is SegmentKind.TITLE and bool(before) and last.isalnum()
    acts = headline and last not in _DETERMINERS and following not in _PREPOSITIONS
    return True if acts and following and after[0].is_word else None


def _passive(word: EventWord, before: Sequence[Token], after: Sequence[Token]) -> bool:
    if word.form not in (Form.PAST, Form.PARTICIPLE):
        return False
    if any(t.lower in _BE for t in before[-2:]):
        return True
    return bool(after) and after[0].lower == "by"


def _reduced(notes: Annotations, hit: Hit[EventWord]) -> bool:
    """ "two drones launched against the base": a weapon, and its participle right after it."""
    if hit.item.strength is not Strength.LAUNCH or hit.item.form is not Form.PAST:
        return False
    near = Span(max(0, hit.span.start - 40), hit.span.start)
    return any(
        notes.text[w.span.end : hit.span.start].strip() == "" for w in inside(notes.weapons, near)
    )


def _managed(sentence: Sentence, trigger: Trigger) -> bool:
    """ "was able to intercept": an infinitive that tells of what was done."""
    words = [t.lower for t in sentence.before(trigger.span.start, 2)]
    return words[-1:] == ["to"] and words[0] in ("able", "managed", "succeeded", "helped")


def _enough(notes: Annotations, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the sentence has what a word of this strength needs beside it."""
    strength = trigger.word.strength
    armed = bool(inside(notes.weapons, sentence.span))
    acted = any(
        n.actor is None or not n.actor.kind.speaks_only for n in inside(notes.actors, sentence.span)
    )
    aimed = bool(inside(notes.targets, sentence.span) or inside(notes.places, sentence.span))
    hurt = bool(inside(notes.persons, sentence.span))
    match strength:
        case Strength.STRONG:
            return True
        case Strength.HIT:
            return armed or (acted and aimed) or (aimed and trigger.passive)
        case Strength.LAUNCH:
            return trigger.word.form is not Form.BASE and (
                _object(notes, sentence, trigger) or (armed and trigger.passive)
            )
        case Strength.EXPLODE:
            return armed or aimed
        case Strength.SEIZURE:
            return acted and bool(inside(notes.places, sentence.span)) and not trigger.passive
        case Strength.INTERCEPT:
            told = trigger.word.form not in (Form.BASE, Form.THIRD)
            return armed and (told or _managed(sentence, trigger))
        case Strength.RESPONSE:
            return acted and (hurt or armed)
        case Strength.WEAK:
            return hurt or aimed or armed
    return False


def _object(notes: Annotations, sentence: Sentence, trigger: Trigger) -> bool:
    """A weapon or an attack soon after "launched", or "fired at/on" somebody."""
    reach = Span(trigger.span.end, min(sentence.span.end, trigger.span.end + 60))
    if inside(notes.weapons, reach):
        return True
    if inside(notes.events, reach):
        return True
    after = sentence.after(trigger.span.end, 1)
    return trigger.word.base == "fire" and bool(after) and after[0].lower in ("at", "on", "upon")


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


def kind_of(notes: Annotations, clause: Span, chosen: Sequence[Trigger]) -> IncidentKind:
    """The kind that triggers and weapons of a clause give: "attack" and a drone, a drone attack.

    The most telling trigger decides; a general one takes the kind of the nearest weapon.
    """
    head = next((t for t in chosen if t.word.kind is not IncidentKind.ATTACK and t.strong), None)
    if head is not None and head.word.kind not in _REFINES:
        return head.word.kind
    fallback = head.word.kind if head else _weak_kind(chosen)
    suggested = list(_suggested(notes, clause, chosen))
    if head is not None:  # a more exact word for the same sort of thing
        return next((k for k in suggested if k in _REFINES.get(fallback, ())), fallback)
    return suggested[0] if suggested else fallback


_REFINES = {
    IncidentKind.BOMBING: (IncidentKind.SUICIDE_BOMBING, IncidentKind.MINE),
    IncidentKind.AIR_STRIKE: (IncidentKind.DRONE_ATTACK,),
    IncidentKind.SHELLING: (IncidentKind.DRONE_ATTACK,),
}


def _weak_kind(chosen: Sequence[Trigger]) -> IncidentKind:
    kinds = [t.word.kind for t in chosen]
    return next((k for k in kinds if k is not IncidentKind.ATTACK), IncidentKind.ATTACK)


def _suggested(
    notes: Annotations, clause: Span, chosen: Sequence[Trigger]
) -> Iterator[IncidentKind]:
    """Kinds that the weapons of the clause suggest, from the weapon nearest to a trigger."""
    anchors = [t.span for t in chosen]

    def distance(hit_span: Span) -> int:
        return min(abs(a.start - hit_span.start) for a in anchors)

    hits = sorted(inside(notes.weapons, clause), key=lambda h: distance(h.span))
    for hit in hits:
        weapon = weapon_book().top(hit.item.id)
        kind = hit.item.kind or weapon.kind
        if kind is not None and weapon.group is not WeaponGroup.VEHICLE:
            yield kind
