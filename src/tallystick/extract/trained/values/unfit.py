"""Words that the network tags and that what the rules read beside them shows to be no such value.

"**Two men** shot in a bar" are no attackers, since they were hit; nor is "her **boyfriend** Lou
Marn" a second one, where the name was read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tallystick.extract.actors.owners import owns_what_was_hit
from tallystick.extract.actors.private_names import SUSPECT
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.model.document import Cover, Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef, Casualties, PersonClass
from tallystick.vocab.caseless import caseless

__all__ = ["is_deed_of", "is_no_name_of_place", "taken_attackers"]

_FIGHTERS = (PersonClass.ATTACKERS, PersonClass.ARMED_GROUP, PersonClass.FORCES)
_DEED = caseless(  # "the **police** killing of a man", "**rebel** attacks on the town"
    r"\s(?:[\w-]+\s){0,2}?(?:killing|shooting|murder|slaying|stabbing|beating|bombing|shelling|attack|"
    r"raid|strike|assault)s?\s(?:of|on|against)\b"
)


def is_deed_of(text: str, span: Span) -> bool:
    """Whether the words after a noun are of its own deed: it is no target."""
    return _DEED.match(text, span.end) is not None


def is_no_name_of_place(notes: Annotations, span: Span) -> bool:
    """Whether a name is of those who live in a place ("a **Druze** village") or of a weapon ("a
    **Claymore** mine")."""
    if _ONE.search(notes.text, max(0, span.start - 4), span.start) is None:
        return False
    near = inside(notes.weapons, Span(span.start, span.end + _NEAR))
    armed = any(w.span.start in (span.start, span.end + 1) for w in near)
    return armed or _VILLAGE.match(notes.text, span.end) is not None


_ONE = caseless(r"\ban?\s$")
_VILLAGE = caseless(
    r"(?:[\s-](?:\w+ly|majority|inhabited|populated|speaking|dominated|farming|fishing))?\s"
    r"(?:villages?|hamlets?|towns?|settlements?|neighbou?rhoods?|quarters?|districts?|suburbs?|"
    r"communit(?:y|ies)|areas?|enclaves?|camps?|households?|homesteads?)\b"
)


def taken_attackers(text: str, ruled: Sequence[Draft]) -> Callable[[Draft], bool]:
    """Whether an attacker that the network alone has is told of by the rules as hit, or by name,
    or denies just after it what it is taken to claim ("**the Wolves** said none of their men")."""
    hurt = {d.span.start for d in ruled if _is_of_hurt(d)}
    names = Cover(d.span for d in ruled if d.value == ActorRef(SUSPECT))

    denials = [d for d in ruled if d.stance is Stance.DENIES]

    def is_taken(draft: Draft) -> bool:
        if draft.field is not Field.ATTACKER:
            return False
        named = names.touches(Span(draft.span.end, draft.span.end + 2))
        plain = draft.stance in (None, Stance.REPORTS)
        if plain and (
            _LATER.match(text, draft.span.end) or owns_what_was_hit(text, draft.span.end)
        ):
            return True
        return named or draft.span.start in hurt or _denies_it(draft, denials)

    return is_taken


_LATER = caseless(  # those who come after, or to whom it was done: no deed of theirs
    r"\s+(?:(?:had|have|were|was|are|who|also|then|later|\w+ly)\s+){0,3}(?:search(?:ed|ing)|comb(?:ed|ing)|"
    r"made\s+safe|defused?|disarmed|dismantled|patrolled|patrolling|guarding|rushed|arrived|responded|"
    r"rescued|evacuated|investigat(?:ed|ing)|cordoned|sent\s+to\s+\w+|came\s+under|under\s+(?:attack|fire))\b"
)


def _denies_it(draft: Draft, denials: Sequence[Draft]) -> bool:
    near = (d for d in denials if 0 <= d.span.start - draft.span.start < _NEAR)
    return draft.stance is Stance.CLAIMS and any(d.value == draft.value for d in near)


_NEAR = 90  # characters


def _is_of_hurt(draft: Draft) -> bool:
    return isinstance(draft.value, Casualties) and draft.value.who not in _FIGHTERS
