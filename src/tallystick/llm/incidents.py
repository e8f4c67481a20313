"""One incident of a model's answer, held against the text: what of it stands, with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tallystick.extract.actors.voices import Voice
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.effects.casualty_cues import cues
from tallystick.extract.events.kinds import kind_of
from tallystick.extract.events.standing import is_denied, standing_of
from tallystick.extract.events.triggers import Trigger, triggers
from tallystick.llm.drops import Drop, Reason
from tallystick.llm.quotes import Quotable
from tallystick.llm.sources import Speakers, distinct
from tallystick.llm.values import denies, drafts_of, touching
from tallystick.model.document import Span
from tallystick.model.statement import Field, Source, SourceChain, Stance, Standing, Value
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, PartialDate, Place

if TYPE_CHECKING:
    from tallystick.llm.schema import Said, Told

_SAYS = (
    Field.WHEN, Field.WHERE, Field.ATTACKER, Field.TARGET,
    Field.KILLED, Field.INJURED, Field.ABDUCTED,
)  # fmt: skip
_VIOLENT = (Field.KILLED, Field.INJURED, Field.ABDUCTED, Field.WEAPON, Field.OUTCOME)
_FRAMING = (Field.KIND, Field.WHERE, Field.WHEN, Field.TARGET, Field.WEAPON)
_NEEDS_SOURCE = (Stance.CLAIMS, Stance.CONFIRMS, Stance.ANNOUNCES)


@dataclass(frozen=True, slots=True)
class Line:
    """A statement without its ids: a value, who says it and how, and where."""

    field: Field
    value: Value
    stance: Stance
    chain: SourceChain
    span: Span


@dataclass(slots=True)
class Found:
    """What one document says of one incident, while it is put together."""

    anchor: Span
    kind: IncidentKind
    standing: Standing
    strong: bool
    lines: list[Line] = field(default_factory=list)

    def of(self, field: Field) -> Iterator[Line]:
        """The lines on one field, in the order of the answer."""
        return (line for line in self.lines if line.field is field)

    @property
    def when(self) -> PartialDate | None:
        """Its first day."""
        return next((v for x in self.of(Field.WHEN) if isinstance(v := x.value, PartialDate)), None)

    @property
    def where(self) -> Place | None:
        """Its first place."""
        return next((v for x in self.of(Field.WHERE) if isinstance(v := x.value, Place)), None)


@dataclass(slots=True)
class Checker:
    """Holds answers against one document; ``drops`` is what did not stand."""

    notes: Annotations
    text: Quotable
    speakers: Speakers
    kept: int = 0
    drops: list[Drop] = field(default_factory=list)

    def incident(self, told: Told) -> Found | None:
        """The incident with every statement that stands; ``None`` where it does not itself."""
        quote = self.text.find(told.quote, context=told.context)
        if quote is None:
            self._drop("incident", told.quote, Reason.NO_QUOTE)
            return None
        found = self._framed(told, quote)
        for said in told.statements:
            found.lines += self._lines(said, found)
        reason = self._wanting(found)
        if reason is not None:
            self._drop("incident", told.quote, reason)
            return None
        found.lines.insert(0, self._kind_line(found))
        self.kept += len(found.lines)
        return found

    # ---- the incident itself

    def _framed(self, told: Told, quote: Span) -> Found:
        chosen = self._triggers(quote)
        liked = [t for t in chosen if t.word.kind is told.kind]
        head = next(iter(liked or chosen), None)
        anchor = head.span if head else quote
        return Found(
            anchor=anchor,
            kind=self._kind(told.kind, anchor, [head] if head else []),
            standing=self._standing(told.standing, anchor),
            strong=head is not None and head.strong,
        )

    def _triggers(self, quote: Span) -> list[Trigger]:
        found = [t for s in touching(self.notes, quote) for t in triggers(self.notes, s)]
        return [t for t in found if quote.contains(t.span)] or [
            t for t in found if quote.overlaps(t.span)
        ]

    def _kind(self, claimed: IncidentKind, anchor: Span, chosen: Sequence[Trigger]) -> IncidentKind:
        """The model's kind where a word of the sentence gives it, else that of the words."""
        sentences = touching(self.notes, anchor)
        around = sentences[0].span if sentences else anchor
        read = kind_of(self.notes, around, chosen) if chosen else self._bare_kind(anchor)
        named: set[IncidentKind | None] = {h.item.kind for h in inside(self.notes.events, around)}
        named.update(h.item.kind for h in inside(self.notes.weapons, around))
        told = claimed in named and claimed is not IncidentKind.ATTACK
        return claimed if told else read

    def _bare_kind(self, anchor: Span) -> IncidentKind:
        events = inside(self.notes.events, anchor)
        weapons = [k for h in inside(self.notes.weapons, anchor) if (k := h.item.kind)]
        return next(iter([*(h.item.kind for h in events), *weapons]), IncidentKind.ATTACK)

    def _standing(self, claimed: Standing, anchor: Span) -> Standing:
        """The model's; but what the words say did not come about has not happened."""
        sentences = touching(self.notes, anchor)
        if claimed is not Standing.HAPPENED or not sentences:
            return claimed
        if is_denied(self.notes.text, sentences[0].span, anchor):
            return claimed  # that somebody denies it is a statement of its own
        read = standing_of(self.notes.text, sentences[0].span, anchor)
        return claimed if read is Standing.BACKGROUND else read

    def _kind_line(self, found: Found) -> Line:
        voice = self.speakers.heard(found.anchor)[0]
        doubted = voice.stance is Stance.DENIES  # a denial is not of what sort it was
        stance = Stance.REPORTS if doubted else voice.stance
        return Line(Field.KIND, found.kind, stance, voice.chain, found.anchor)

    def _wanting(self, found: Found) -> Reason | None:
        """Why it is no incident, if so."""
        if not any(line.field in _SAYS for line in found.lines):
            return Reason.EMPTY
        violent = any(line.field in _VIOLENT for line in found.lines)
        return None if violent or self._of_violence(found.anchor) else Reason.NO_VIOLENCE

    def _of_violence(self, anchor: Span) -> bool:
        for sentence in touching(self.notes, anchor):
            if inside(self.notes.events, sentence.span):
                return True
            if inside(self.notes.weapons, sentence.span):
                return True
            if cues(self.notes.text, sentence.span):
                return True
        return False

    # ---- its statements

    def _lines(self, said: Said, found: Found) -> list[Line]:
        if said.field is Field.KIND:
            return []  # given once, with the anchor
        span = self.text.find(said.quote, context=said.context, near=found.anchor)
        if span is None:
            self._drop(said.field.value, said.quote, Reason.NO_QUOTE)
            return []
        read = drafts_of(self.notes, said.field, span, said.value)
        if isinstance(read, Reason):
            self._drop(said.field.value, said.quote, read)
            return []
        lines = [line for d in read if (line := self._line(said, d, span)) is not None]
        if not lines:
            self._drop(said.field.value, said.quote, Reason.NO_DENIER)
        return lines

    def _line(self, said: Said, draft: Draft, quote: Span) -> Line | None:
        """The statement with its voice; ``None`` for a denial that nobody utters."""
        named = self.speakers.named(said.sources, quote)
        heard = self._heard(draft)
        chain = named or heard.chain
        own = self._own(said.stance, draft, chain)
        stance = self._stance(
            said.stance, draft, heard, sourced=named is not None or own is not None
        )
        if stance is None:
            return None
        return Line(draft.field, draft.value, stance, own or chain, draft.span)

    def _heard(self, draft: Draft) -> Voice:
        return self.speakers.heard(draft.span)[0]

    def _own(self, stance: Stance, draft: Draft, chain: SourceChain) -> SourceChain | None:
        """Who claims or denies an act of its own is the nearest source of that."""
        value = draft.value
        if draft.field is not Field.ATTACKER or not isinstance(value, ActorRef):
            return None
        if stance is not Stance.CLAIMS and not (
            stance is Stance.DENIES and chain == self.speakers.voices.closing
        ):
            return None
        return distinct([Source(value.name, value.id), *chain])

    def _stance(
        self, claimed: Stance, draft: Draft, heard: Voice, *, sourced: bool
    ) -> Stance | None:
        """The model's stance as far as the text bears it out."""
        stance = draft.stance or claimed
        if stance is Stance.DENIES:
            denied = denies(self.notes, draft.span) and (
                sourced or heard.attribution is not None or draft.field is Field.OCCURRENCE
            )
            if draft.field in _FRAMING:
                return Stance.REPORTS
            return Stance.DENIES if denied else None
        if stance is Stance.BLAMES and draft.field is not Field.ATTACKER:
            return Stance.REPORTS
        if stance in _NEEDS_SOURCE and not sourced:
            return Stance.REPORTS
        if stance is Stance.REPORTS and not sourced and heard.stance is Stance.DOUBTS:
            return Stance.DOUBTS
        return stance

    def _drop(self, what: str, quote: str, reason: Reason) -> None:
        self.drops.append(Drop(what, quote, reason))
