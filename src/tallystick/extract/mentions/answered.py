"""Denials that name no deed, and what they answer: "**rejected the charge**", "denied this".

They go back to who was last said to have done it. Whoever denies its own part is the one said not
to have done it; an office that answers for its men ("soldiers killed ten ... the ministry denied
the charge") denies it of them. Who denies what others did denies no part of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tallystick.extract.actors.parties import party
from tallystick.extract.annotate import Annotations
from tallystick.extract.drafts import Draft
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.roles.claims import Answer, answers
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.actors import ActorKind, RelationKind, actor_book

_LAID = (None, Stance.BLAMES, Stance.CLAIMS, Stance.DOUBTS)
_REACH = 2  # sentences back to what is answered
_FORCES = frozenset((ActorKind.MILITARY, ActorKind.SECURITY, ActorKind.INTELLIGENCE))
_OFFICES = _FORCES | {ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MINISTRY}
_NEAR_KIN = (
    *(RelationKind.SAME, RelationKind.PART_OF, RelationKind.MEMBER),
    *(RelationKind.SUCCESSOR, RelationKind.SORT_OF),
)


def answered(notes: Annotations, sentence: Sentence, found: Sequence[Mention]) -> tuple[Draft, ...]:
    """The denials of a sentence that go back to the mentions ``found`` before it."""
    drafts: list[Draft] = []
    for answer in answers(notes, sentence.span):
        drafts += _denied(notes.text, answer, _accused(sentence, found))
    return tuple(dict.fromkeys(drafts))


def _denied(text: str, answer: Answer, accused: Sequence[Draft]) -> Iterator[Draft]:
    laid = [a for a in accused if not (answer.charge and a.stance is Stance.CLAIMS)]
    itself = [a for a in laid if _is_one(text, answer.denier, a)]
    if itself and not _is_known(answer.denier):
        yield replace(answer.denier, value=itself[0].value)
    elif itself or (answer.named and not _is_avowed(laid)):
        yield answer.denier
    elif laid:
        meant = [a for a in laid if _answers_for(answer.denier, a)]
        yield from (replace(a, stance=Stance.DENIES, told=answer.told) for a in meant)
    elif answer.charged and _is_known(answer.denier):
        yield answer.denier


def _is_avowed(laid: Sequence[Draft]) -> bool:
    """Whether those who did it say so themselves: who doubts their word denies no part of its
    own, though its men were hurt."""
    return bool(laid) and all(a.stance is Stance.CLAIMS for a in laid)


def _accused(sentence: Sentence, found: Sequence[Mention]) -> list[Draft]:
    """Who is said to have done it in the last sentence that says so of anybody."""
    near = [m for m in found if 0 < sentence.index - m.sentence.index <= _REACH]
    for mention in reversed(near):
        told = [d for d in mention.drafts if _is_accusation(d)]
        if told:
            return told
    return []


def _is_accusation(draft: Draft) -> bool:
    return draft.field is Field.ATTACKER and draft.stance in _LAID


def _is_one(text: str, denier: Draft, accused: Draft) -> bool:
    """Whether who denies is who is accused, or of one state or movement with it."""
    first, second = denier.value, accused.value
    if not isinstance(first, ActorRef) or not isinstance(second, ActorRef):
        return False
    if first.id and second.id:
        kin = actor_book().related(first.id, second.id)
        return party(first.id) == party(second.id) or kin in _NEAR_KIN
    here, there = first.name.casefold(), accused.span.of(text).casefold()
    return here in there or there in here or _last_word(here) == _last_word(there)


def _last_word(name: str) -> str:
    """ "The Tigers" are the Tamil Tigers."""
    return name.rpartition(" ")[2]


def _is_known(denier: Draft) -> bool:
    return isinstance(denier.value, ActorRef) and denier.value.id is not None


def _answers_for(denier: Draft, accused: Draft) -> bool:
    """Whether an office speaks of its men."""
    office = bool(_kinds(denier) & _OFFICES) or (
        isinstance(denier.value, ActorRef) and _OFFICER.search(denier.value.name) is not None
    )
    return office and bool(_kinds(accused) & _FORCES)


_OFFICER = re.compile(
    r"\b(?:general|colonel|major|captain|commandant|officers?|ministers?|ministry|governors?|"
    r"governorate|command|embassy|ambassador|authorities|junta)\b",
    re.IGNORECASE,
)


def _kinds(draft: Draft) -> frozenset[ActorKind]:
    value, book = draft.value, actor_book()
    if not isinstance(value, ActorRef) or value.id is None or value.id not in book:
        return frozenset()
    return frozenset(book.get(value.id).covers or (book.get(value.id).kind,))
