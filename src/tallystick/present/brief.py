"""A neutral paragraph on one incident, each clause with the sources that carry it.

The words are the program's own. Words of the texts stand only between quotation marks;
claims stay claims, denials denials. What no account says is left out, or said to be
unknown where a reader would look for it: date, place and author.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tallystick.model.document import Document, Span
from tallystick.model.incident import Contest, Incident, Position
from tallystick.model.statement import Field, SourceChain, Stance, Standing, Statement
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, CountRange
from tallystick.present import clauses, words
from tallystick.present.context import flat, sentence_span

_STANDING = {
    Standing.HAPPENED: "was reported",
    Standing.PREVENTED: "was reported to have been prevented",
    Standing.PLANNED: "was reported to be planned or threatened",
    Standing.HYPOTHETICAL: "was spoken of as a possibility",
    Standing.BACKGROUND: "was recalled as background",
}

_CONTESTED = {
    Contest.OCCURRENCE: "whether it happened",
    Contest.WHEN: "the date",
    Contest.WHERE: "the place",
    Contest.ATTACKER: "who carried it out",
    Contest.WEAPON: "the weapons",
    Contest.OUTCOME: "the outcome",
    Contest.KILLED: "the number killed",
    Contest.INJURED: "the number injured",
    Contest.ABDUCTED: "the number abducted",
    Contest.DAMAGE: "the damage",
}


_MOST_TARGETS = 3


@dataclass(frozen=True, slots=True)
class Reference:
    """A sentence of a document that carries a clause; ``quote`` is exact up to line breaks."""

    number: int
    document: Document
    span: Span
    quote: str

    @property
    def line(self) -> str:
        """``Rudaw, 2023-10-21: “...”``."""
        publisher = self.document.publisher or self.document.name
        published = words.date_cell(self.document.published) if self.document.published else ""
        return f"{publisher}, {published or 'undated'}: “{self.quote}”"


@dataclass(frozen=True, slots=True)
class Brief:
    """The paragraph, with ``[1]`` marks, and what they refer to."""

    incident: str
    text: str
    references: tuple[Reference, ...]

    def __str__(self) -> str:
        lines = (f"[{r.number}] {r.line}" for r in self.references)
        return "\n".join((self.text, "", *lines))


def brief(incident: Incident) -> Brief:
    """A neutral paragraph on the incident, with numbered references."""
    notes = _Notes(incident)
    parts = (
        _lead(incident, notes),
        *_others(incident, notes),
        *_occurrence(incident, notes),
        *_authors(incident, notes),
        *_targets(incident, notes),
        *_weapons(incident, notes),
        *_effects(incident, notes),
        *_responses(incident, notes),
        *_differences(incident),
    )
    text = " ".join(words.sentence(part) for part in parts if part)
    return Brief(incident.id, text, tuple(notes.references))


@dataclass
class _Notes:
    """Numbers the references as the paragraph comes to need them."""

    incident: Incident
    references: list[Reference] = field(default_factory=list)

    def marks(self, statements: Iterable[Statement]) -> str:
        """`` [1][3]``, or nothing without statements."""
        spans = ((s.document, s.span) for s in statements)
        return self._marks(dict.fromkeys(self._number(d, span) for d, span in spans))

    def anchors(self) -> str:
        """The marks of the words that first tell of the incident, one a document."""
        firsts = {r.document: r.anchor for r in reversed(self.incident.reports)}
        numbers = (self._number(r.document, firsts[r.document]) for r in self.incident.reports)
        return self._marks(dict.fromkeys(numbers))

    @staticmethod
    def _marks(numbers: Iterable[int]) -> str:
        marks = "".join(f"[{number}]" for number in sorted(numbers))
        return f" {marks}" if marks else ""

    def _number(self, id: str, span: Span) -> int:
        document = self.incident.document(id)
        whole = sentence_span(document, span)
        for known in self.references:
            if known.document.id == id and known.span == whole:
                return known.number
        quote = flat(whole.of(document.text))
        self.references.append(Reference(len(self.references) + 1, document, whole, quote))
        return len(self.references)


# -- what the accounts say, as clauses -------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause and the statements that make it."""

    clause: str
    statements: tuple[Statement, ...]


def _told(said: Iterable[_Said], notes: _Notes, *, contested: bool) -> str:
    """All clauses on one matter as one sentence, each with speakers and marks."""
    parts: dict[str, None] = {}
    for item in said:
        for stance in dict.fromkeys(s.stance for s in item.statements):
            by = [s for s in item.statements if s.stance is stance]
            chains = tuple(dict.fromkeys(s.chain for s in by))
            text = clauses.attributed(item.clause, stance, chains, contested=contested)
            parts[text + notes.marks(by)] = None
    return "; ".join(parts)


def _said(incident: Incident, name: Field, clause: Callable[[Any], str]) -> list[_Said]:
    """The positions on a field; those that read alike are one."""
    groups: dict[str, tuple[Statement, ...]] = {}
    for position in incident.positions(name):
        text = clause(position.value)
        groups[text] = groups.get(text, ()) + position.statements
    return [_Said(text, statements) for text, statements in groups.items()]


# -- the sentences -------------------------------------------------------------------


def _lead(incident: Incident, notes: _Notes) -> str:
    """What, by whom if nobody disputes it, where and when."""
    by = f" by {words.actor_phrase(incident.attackers)}" if _undisputed(incident) else ""
    parts = (
        _what(incident) + by,
        _STANDING[incident.standing],
        words.place_phrase(incident.where),
        words.date_phrase(incident.when),
    )
    return " ".join(parts) + _lead_marks(incident, notes)


def _what(incident: Incident) -> str:
    """The kind; fire of one sort of weapon by its name: ``a rocket attack``."""
    types = {use.type for use in incident.weapons}
    if incident.kind is IncidentKind.SHELLING and len(types) == 1:
        name = words.weapon_nouns(types.pop())[0]
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name} attack"
    return words.KIND_PHRASES[incident.kind]


def _undisputed(incident: Incident) -> bool:
    return bool(incident.attackers) and Contest.ATTACKER not in incident.contested


def _lead_marks(incident: Incident, notes: _Notes) -> str:
    """The first witness of each part of the lead, or else the words that first tell of it."""
    told: list[tuple[Field, tuple[object, ...]]] = [
        (Field.KIND, (incident.kind,)),
        (Field.WHERE, (incident.where,)),
        (Field.WHEN, (incident.when,)),
    ]
    if _undisputed(incident):
        told.append((Field.ATTACKER, incident.attackers))
    found = (next((s for s in incident.of(f) if s.value in values), None) for f, values in told)
    return notes.marks([s for s in found if s is not None]) or notes.anchors()


def _others(incident: Incident, notes: _Notes) -> Iterator[str]:
    """Where date or place are contested: what each account gives."""
    if Contest.WHEN in incident.contested:
        yield _told(_said(incident, Field.WHEN, clauses.dated), notes, contested=True)
    if Contest.WHERE in incident.contested:
        yield _told(_said(incident, Field.WHERE, clauses.placed), notes, contested=True)


def _occurrence(incident: Incident, notes: _Notes) -> Iterator[str]:
    """Whoever confirms, doubts or denies that it happened at all, or calls it prevented."""
    said = [
        _Said(clauses.stood(position.value), tuple(loud))
        for position in incident.positions(Field.OCCURRENCE)
        if isinstance(position.value, Standing)
        for loud in [_loud(position, incident.standing)]
        if loud
    ]
    yield _told(said, notes, contested=Contest.OCCURRENCE in incident.contested)


def _loud(position: Position, standing: Standing) -> list[Statement]:
    """Statements that tell more than the lead does."""
    plain = (Stance.REPORTS, Stance.ANNOUNCES)
    return [s for s in position.statements if s.stance not in plain or s.value != standing]


def _authors(incident: Incident, notes: _Notes) -> Iterator[str]:
    parts = [
        part
        for position in incident.positions(Field.ATTACKER)
        if isinstance(position.value, ActorRef)
        for part in _author(incident, position, position.value, notes)
    ]
    if parts:
        yield "; ".join(parts)
    elif not incident.attackers and incident.standing is Standing.HAPPENED:
        one = len(incident.documents) == 1
        yield f"the {'account does' if one else 'accounts do'} not say who carried it out"


def _author(
    incident: Incident, position: Position, actor: ActorRef, notes: _Notes
) -> Iterator[str]:
    for stance in position.stances:
        by = [s for s in position.statements if s.stance is stance]
        saying = stance in (Stance.REPORTS, Stance.CONFIRMS, Stance.ANNOUNCES)
        if saying and _undisputed(incident):
            continue  # the lead has it
        yield clauses.author(actor, stance, tuple(s.chain for s in by)) + notes.marks(by)


def _targets(incident: Incident, notes: _Notes) -> Iterator[str]:
    place = incident.where.name.casefold() if incident.where else None
    known = {
        clauses.targeted(target)
        for target in incident.targets
        if target.owner is None and target.name.casefold() == place
    }
    said = [s for s in _said(incident, Field.TARGET, clauses.targeted) if s.clause not in known]
    yield _told(said[:_MOST_TARGETS], notes, contested=False)


def _weapons(incident: Incident, notes: _Notes) -> Iterator[str]:
    contested = Contest.WEAPON in incident.contested
    yield _told(_said(incident, Field.WEAPON, clauses.weapon_used), notes, contested=contested)


def _effects(incident: Incident, notes: _Notes) -> Iterator[str]:
    single = {w.type for w in incident.weapons if w.count == CountRange(1, 1)}
    outcomes = _said(
        incident, Field.OUTCOME, lambda o: clauses.fate_met(o, single=o.weapon in single)
    )
    yield _told(outcomes, notes, contested=Contest.OUTCOME in incident.contested)
    yield from _casualties(incident, notes)
    damage = _said(incident, Field.DAMAGE, clauses.damaged)
    yield _told(damage, notes, contested=Contest.DAMAGE in incident.contested)


def _casualties(incident: Incident, notes: _Notes) -> Iterator[str]:
    killed = _said(incident, Field.KILLED, lambda c: clauses.hurt(c, "killed"))
    injured = _said(incident, Field.INJURED, lambda c: clauses.hurt(c, "injured"))
    abducted = _said(incident, Field.ABDUCTED, lambda c: clauses.hurt(c, "abducted"))
    unhurt = _unhurt(killed, injured)
    rest = [s for s in killed if s.clause + " or injured" not in {u.clause for u in unhurt}]
    taken = {u.clause.replace("killed or ", "") for u in unhurt}
    others = [s for s in injured if s.clause not in taken]
    contested = bool({Contest.KILLED, Contest.INJURED} & set(incident.contested))
    yield _told([*unhurt, *rest], notes, contested=contested)
    yield _told(others, notes, contested=contested)
    yield _told(abducted, notes, contested=Contest.ABDUCTED in incident.contested)


def _unhurt(killed: Sequence[_Said], injured: Sequence[_Said]) -> list[_Said]:
    """``no one was killed`` and ``no one was injured`` from the same statements' words."""
    merged = []
    for first in killed:
        for second in injured:
            same = first.clause.replace("killed", "injured") == second.clause
            if same and first.clause.startswith("no ") and _voices(first) == _voices(second):
                statements = first.statements + second.statements
                merged.append(_Said(first.clause + " or injured", statements))
    return merged


def _voices(said: _Said) -> set[tuple[str, Stance, SourceChain]]:
    return {(s.document, s.stance, s.chain) for s in said.statements}


def _responses(incident: Incident, notes: _Notes) -> Iterator[str]:
    yield _told(_said(incident, Field.RESPONSE, clauses.answered), notes, contested=False)


def _differences(incident: Incident) -> Iterator[str]:
    if incident.contested:
        yield f"The accounts differ on {words.joined([_CONTESTED[c] for c in incident.contested])}"
