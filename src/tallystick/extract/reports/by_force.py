"""Whether what is told was done by force, or only in words, at play or at the polls.

Much of what tells of an attack tells of other things as well: candidates **attack** one another
and **clash**, a team **hits** back, parties **capture** a state, a book is **launched**. Of an
incident that is told in such words alone, something must say that it was one of force: a weapon, a
side that bears arms, somebody hurt, a thing that was hit, or plainer words beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.events.many_uses import is_loose
from tallystick.extract.events.triggers import tells
from tallystick.extract.frames.frame import Frame
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.reports.mishaps import is_mishap
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import ActorRef, Target, TargetKind
from tallystick.vocab.actors import ActorKind, actor_book
from tallystick.vocab.caseless import caseless

__all__ = ["told_by_force"]

_PLACED = frozenset(("attack", "assault", "raid", "explosion", "blast", "clash", "onslaught"))
_NEAR = 40  # characters
_OF_TERROR = caseless(
    r"\b(?:terror|terrorist|jihadi(?:st)?|islamist|militant|extremist|insurgent|rebel|enemy|deadly|"
    r"fatal|armed)\s+(?:[\w-]+\s+)?$"
)
_FORCE = caseless(  # a threat, and what is thrown or poured
    r"\b(?:threat(?:s|en(?:s|ed|ing)?)?|gasoline|petrol|acid|stones|rocks|bricks)\b"
)
_AT = caseless(
    r"[\"”’]?\s+(?:in|at|on|near|around|against|outside|across)\s+(?:the\s+|an?\s+)?(?:area\s+around\s+|"
    r"(?:city|town|village|province|district|capital)\s+of\s+)?"
)
_SUFFERED = (Field.KILLED, Field.INJURED, Field.ABDUCTED, Field.OUTCOME, Field.DAMAGE)
_ARMED = frozenset(
    (
        *(ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE),
        *(ActorKind.SECURITY, ActorKind.COALITION, ActorKind.PEACEKEEPERS, ActorKind.COLLECTIVE),
        *(ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.CRIMINAL),
    )
)
_FIGHTING = _ARMED - {ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.POLICE}
_IN_WORDS = (TargetKind.GOVERNMENT, TargetKind.MEDIA, TargetKind.CIVILIANS, TargetKind.OTHER)


def told_by_force(notes: Annotations, found: Iterable[Frame]) -> list[Frame]:
    """The incidents that were done by force, for all that their words say, or are told right
    beside such a one."""
    acts = (frame for frame in found if not is_mishap(notes, frame))
    judged = [(frame, _by_force(notes, frame.mentions)) for frame in acts]
    told = {m.sentence.index for frame, sure in judged if sure for m in frame.mentions}
    return [frame for frame, sure in judged if sure or any(map(told.__contains__, _near(frame)))]


def _near(frame: Frame) -> set[int]:
    """The sentences of an incident, by their numbers, and the two before and after each."""
    return {
        at + step for at in (m.sentence.index for m in frame.mentions) for step in (-2, -1, 0, 1, 2)
    }


def _by_force(notes: Annotations, told: Sequence[Mention]) -> bool:
    anchors = [m.anchor for m in told if m.trigger]
    if any(_is_plain(notes, anchor) for anchor in anchors):
        return True
    listed = any(inside(notes.events, anchor) for anchor in anchors)
    drafts = [d for m in told for d in m.drafts if listed or not _may_be_theft(d)]
    if any(_says_so(draft, anchors) for draft in drafts):
        return True
    return any(_beside(notes, m.sentence, anchors) for m in told)


def _may_be_theft(draft: Draft) -> bool:
    """Whether a value is as much of a theft or an arrest, where no word of an attack is: "a man
    broke into a house"."""
    unknown = isinstance(draft.value, ActorRef) and draft.value.id is None
    return unknown or draft.field in (Field.TARGET, Field.ABDUCTED)


def _is_plain(notes: Annotations, anchor: Span) -> bool:
    """Whether words can be of nothing else, or say so: "a terrorist **attack**", "the **attack**
    on Velm", "the Velm **attacks**"."""
    hits = inside(notes.events, anchor)
    if any(not is_loose(hit.item) for hit in hits):
        return True
    if not any(hit.item.is_noun or hit.item.ambiguous for hit in hits):
        return False
    return _OF_TERROR.search(
        notes.text, max(0, anchor.start - _NEAR), anchor.start
    ) is not None or (
        any(hit.item.base in _PLACED for hit in hits) and _is_at_a_place(notes, anchor)
    )


def _is_at_a_place(notes: Annotations, anchor: Span) -> bool:
    """Whether words are bound to a place or a date: "the **attack** on Velm", "the Velm
    **attacks**", "the May 3 **attack**"."""
    before, after = Span(max(0, anchor.start - _NEAR), anchor.start), anchor.end
    dated = (d.span for d in inside(notes.dates, before) if d.date.names_day)
    bound = [*dated, *(p.span for p in inside(notes.places, before))]
    if any(not notes.text[span.end : anchor.start].strip() for span in bound):
        return True
    reach = _AT.match(notes.text, after)
    return reach is not None and any(
        p.span.start <= reach.end() < p.span.end
        for p in inside(notes.places, Span(after, reach.end() + _NEAR))
    )


def _says_so(draft: Draft, anchors: Sequence[Span]) -> bool:
    match draft.field:
        case Field.WEAPON:
            return not any(map(draft.span.overlaps, anchors))
        case Field.ATTACKER:
            return isinstance(draft.value, ActorRef) and _bears_arms(draft.value)
        case Field.TARGET:
            return isinstance(draft.value, Target) and draft.value.kind not in _IN_WORDS
        case _:
            return draft.field in _SUFFERED


def _bears_arms(actor: ActorRef) -> bool:
    """A side that does, or whoever is told by a noun alone: "a man", "strangers"."""
    book = actor_book()
    if actor.id is not None and actor.id in book:
        return book.get(actor.id).kind in _ARMED
    return actor.name.islower() or (" " in actor.name and not actor.name.istitle())


def _beside(notes: Annotations, sentence: Sentence, anchors: Sequence[Span]) -> bool:
    """Whether a sentence has plainer words, a weapon, fighters or a threat besides."""
    if _FORCE.search(notes.text, sentence.span.start, sentence.span.end):
        return True
    weapons = (w.span for w in inside(notes.weapons, sentence.span))
    if any(not any(map(span.overlaps, anchors)) for span in weapons):
        return True
    events = inside(notes.events, sentence.span)
    if any(not is_loose(hit.item) and tells(notes, sentence, hit) for hit in events):
        return True
    return any(_fights(named) for named in inside(notes.actors, sentence.span))


def _fights(named: Named) -> bool:
    return named.actor is not None and named.actor.kind in _FIGHTING
