"""A mention of an incident: what one clause tells of one."""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.extract.dates.mentions import DateMention
from tallystick.extract.drafts import Draft
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.mentions.victims import Victim
from tallystick.extract.places.mentions import PlaceMention
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef


@dataclass(frozen=True, slots=True)
class Mention:
    """What one clause tells of an incident.

    ``when`` and ``where`` are its own words for the day and the place; ``spoken`` is the
    day on which somebody said it. ``definite`` goes back to something told before ("the
    attack"), ``fresh`` announces another, ``elsewhere`` one at a place without a name ("in another
    district"), ``separate`` several by their number ("in three attacks"), ``apart`` one some days
    or more away from what it is told beside ("weeks after"). ``under`` is the day of all that the
    text lists, ``setting`` one that a sentence just before gives ("On Monday the army replied.").
    A mention without a ``trigger`` only adds something (casualties, a claim) to what was told.
    """

    sentence: Sentence
    clause: Span
    anchor: Span
    kind: IncidentKind
    standing: Standing
    trigger: bool
    strong: bool
    plural: bool
    definite: bool
    fresh: bool
    generic: bool
    response: bool
    subordinate: bool
    when: DateMention | None
    spoken: DateMention | None
    where: PlaceMention | None
    places: tuple[PlaceMention, ...]
    drafts: tuple[Draft, ...]
    elsewhere: bool = False
    separate: bool = False
    apart: bool = False
    under: DateMention | None = None
    setting: DateMention | None = None
    victim: Victim | None = None

    @property
    def weapons(self) -> frozenset[str]:
        return frozenset(
            d.value.type
            for d in self.drafts
            if d.field is Field.WEAPON and hasattr(d.value, "type")
        )

    def authors(self) -> tuple[ActorRef, ...]:
        return tuple(
            d.value
            for d in self.drafts
            if d.field is Field.ATTACKER
            and isinstance(d.value, ActorRef)
            and d.stance is not Stance.DENIES
        )
