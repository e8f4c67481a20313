"""One person who was shot, stabbed or murdered: whom the attack was aimed at.

"A gunman shot **a clerk**", "**a woman** was stabbed", "the murder of **his neighbour**". Of many
who were hit it is not known whom it was meant for; where words for a target stand, they tell more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tallystick.extract.annotate import Annotations
from tallystick.extract.drafts import Draft
from tallystick.extract.effects.persons import Persons, persons
from tallystick.extract.events.triggers import Trigger
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.roles.target_phrases import PERSON_KINDS, plain
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import Casualties, PersonClass, Target, TargetKind
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

__all__ = ["victims"]

_OF_ONE = (IncidentKind.SHOOTING, IncidentKind.STABBING, IncidentKind.ASSASSINATION)
_DEEDS = frozenset(("killing", "murder", "slaying", "homicide"))
_HURT = (Field.KILLED, Field.INJURED)
_OF = Pattern(r"(?:\s+(?:death|on|last|[A-Z]?[a-z]+day)){0,3}\s+of\s+(?:the\s+)?")
_BESIDES = caseless(r"(?:another|an?\s+(?:second|third|fourth|fifth)|the\s+other)\b")
_THEIRS = caseless(r"(?:his|her|their|its)\b")
_CALLED = caseless(  # after a name: ", 55, **a retired teacher** who"
    r",\s+(?:\d{1,3},\s+)?(?P<what>(?:an?|the|its)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]{3,})"
    r"(?=[,.;]|\s+(?:who|whose|in|of|at|from|with|on|and)\b)"
)
_SOMEBODY = "a person"  # who is known by name only: a name is no value


def victims(
    notes: Annotations, sentence: Sentence, chosen: Sequence[Trigger], hurt: Sequence[Draft]
) -> list[Draft]:
    """The one whom the triggers of a clause say to be shot, stabbed or murdered; one or none.

    ``hurt`` are the casualties that the clause tells of.
    """
    deeds = [t for t in chosen if _is_deed(t, chosen)]
    if not deeds:
        return []
    hurt = [d for d in hurt if d.field in _HURT]
    told = [d.span for d in hurt if any(_touches(t, d.span) for t in deeds)]
    counts = [d.value.count.high for d in hurt if isinstance(d.value, Casualties)]
    if len(told) > 1 or any(count != 1 for count in counts):
        return []
    people = persons(notes, sentence)
    found = [w for w in people if any(span.contains(w.span) for span in told)]
    found = found or [w for w in people for t in deeds if _is_of(notes.text, t, w)]
    return list(_aimed(notes, found, told))[:1]


def _is_deed(trigger: Trigger, chosen: Sequence[Trigger]) -> bool:
    """Whether a trigger is a crime on a person; a killing is one where nothing else is told."""
    if trigger.word.kind in _OF_ONE:
        return trigger.strong
    alone = all(t.word.kind in _OF_ONE for t in chosen if t.strong)
    return alone and not trigger.verb and trigger.word.base in _DEEDS


def _touches(trigger: Trigger, hurt: Span) -> bool:
    """Whether the words of harm are the trigger's own: "the death of **a man shot**"."""
    return trigger.span.overlaps(hurt) or (trigger.verb and trigger.span.start - hurt.end == 1)


def _is_of(text: str, trigger: Trigger, who: Persons) -> bool:
    """ "The shooting of a clerk", who may have come through."""
    noun = not trigger.verb and trigger.span.end < who.span.start
    return noun and _OF.fullmatch(text, trigger.span.end, who.span.start) is not None


def _aimed(notes: Annotations, people: Sequence[Persons], told: Sequence[Span]) -> Iterator[Draft]:
    for who in people:
        if who.count.low != 1 or who.count.high != 1 or who.bare:
            continue
        if who.who is PersonClass.ATTACKERS or _BESIDES.match(notes.text, who.span.start):
            continue
        opens = any(who.span.start == span.start for span in told)
        if opens and _THEIRS.match(notes.text, who.span.start):
            continue  # "**his driver** was shot too"
        yield _draft(notes.text, who)


def _draft(text: str, who: Persons) -> Draft:
    """Who it is in words that are no name: a name is no value."""
    kind = PERSON_KINDS.get(who.who, TargetKind.CIVILIANS)
    draft = Draft(Field.TARGET, Target(plain(who.span.of(text)), kind, who.owner), who.span)
    if not who.named:
        return draft
    called = _CALLED.match(text, who.span.end)
    if called is None:
        return replace(draft, value=Target(_SOMEBODY, kind))
    whole = Span(who.span.start, called.end())
    return replace(draft, value=Target(called["what"], kind), span=whole)
