"""Reading one sentence for its sides: what the tests of authors, claims and targets share."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.extract.annotate import Annotations, annotate
from tallystick.extract.drafts import Draft
from tallystick.extract.events.triggers import Trigger, triggers
from tallystick.extract.roles import authors, claims, targets
from tallystick.model.statement import Stance
from tallystick.model.values import ActorRef, Target
from tests.builders import document


def notes_of(text: str) -> Annotations:
    return annotate(document(text))


def attackers(text: str) -> set[str]:
    """The authors by report of every trigger, lower-case; suspects marked with "?"."""
    notes = notes_of(text)
    return {
        name
        for sentence in notes.sentences
        for trigger in triggers(notes, sentence)
        for draft in authors(notes, sentence.span, trigger)
        for name in _names(draft, {Stance.DOUBTS: "?"})
    }


def claimed(text: str) -> set[str]:
    """Those of the last sentence who claim (+), deny (-), are blamed (!) or suspected (?)."""
    notes = notes_of(text)
    marks = {Stance.CLAIMS: "+", Stance.DENIES: "-", Stance.BLAMES: "!", Stance.DOUBTS: "?"}
    return {n for d in claims(notes, notes.sentences[-1].span) for n in _names(d, marks)}


def _names(draft: Draft, marks: dict[Stance, str]) -> Iterator[str]:
    assert isinstance(draft.value, ActorRef)
    mark = marks.get(draft.stance, "") if draft.stance else ""
    yield mark + draft.value.name.lower()


def aimed_at(text: str) -> list[Target]:
    """The targets of the first trigger that has any."""
    notes = notes_of(text)
    for trigger in _strongest(notes):
        for sentence in notes.sentences:
            if sentence.span.contains(trigger.span):
                found = [d.value for d in targets(notes, sentence.span, trigger)]
                if found:
                    return [t for t in found if isinstance(t, Target)]
    return []


def _strongest(notes: Annotations) -> list[Trigger]:
    found = [t for sentence in notes.sentences for t in triggers(notes, sentence)]
    return sorted(found, key=lambda t: not t.strong)
