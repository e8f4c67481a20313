"""A neutral paragraph on one incident, each clause with the sources that carry it.

The words are the program's own. Words of the texts stand only between quotation marks;
claims stay claims, denials denials. What no account says is left out, or said to be
unknown where a reader would look for it: date, place and author.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tallystick.model.document import Document, Span
from tallystick.model.incident import Contest, Incident, Position
from tallystick.model.statement import Field, SourceChain, Stance, Standing, Statement
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, CountRange, Damage, Target, WeaponUse
from tallystick.present import clauses, words
from tallystick.present.context import flat, sentence_span, told_name
from tallystick.vocab.matching import fold

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
_LONGEST = 200  # characters of a quote within the paragraph
# A mark before it has its last number: between signs that intake leaves in no text, so that a
# "[1]" in a quote is no mark.
_OPEN, _CLOSE = "\x02", "\x03"
_MARK = rf"{_OPEN}\d+{_CLOSE}"
_MARKS = re.compile(rf" (?:{_MARK})+$")
# Words that say nothing of a target beside the name of the place.
_PLAIN = frozenset(
    ("the", "a", "an", "al", "air", "base", "bases", "airbase", "airport", "city", "town")
)


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
        *_account(incident, notes),
        *_differences(incident),
    )
    text = " ".join(words.sentence(part) for part in parts if part)
    return Brief(incident.id, *_renumbered(text, notes.references))


def _renumbered(text: str, noted: Sequence[Reference]) -> tuple[str, tuple[Reference, ...]]:
    """The references in the order in which the text first cites them, and only the cited.

    They are noted clause by clause, and sentences are put together from clauses, some of
    which are left out: only the whole text shows what a reader meets first.
    """
    cited: dict[int, int] = {}

    def plain(marks: re.Match[str]) -> str:
        old = sorted(int(number) for number in re.findall(r"\d+", marks[0]))
        numbers = sorted(cited.setdefault(number, len(cited) + 1) for number in old)
        return "".join(f"[{number}]" for number in numbers)

    numbered = re.sub(rf"(?:{_MARK})+", plain, text)
    return numbered, tuple(replace(noted[old - 1], number=new) for old, new in cited.items())


def headline(incident: Incident) -> str:
    """The first sentence of the brief without its marks: what, where and when, as reported."""
    return words.sentence(_MARKS.sub("", _lead(incident, _Notes(incident))))


@dataclass
class _Notes:
    """The references, numbered as the clauses come to need them."""

    incident: Incident
    references: list[Reference] = field(default_factory=list)

    def marks(self, statements: Iterable[Statement]) -> str:
        """The marks of the statements' sentences, or nothing without statements."""
        spans = ((s.document, s.span) for s in statements)
        return self._marks(dict.fromkeys(self._number(d, span) for d, span in spans))

    def anchors(self) -> str:
        """The marks of the words that first tell of the incident, one a document."""
        firsts = {r.document: r.anchor for r in reversed(self.incident.reports)}
        numbers = (self._number(r.document, firsts[r.document]) for r in self.incident.reports)
        return self._marks(dict.fromkeys(numbers))

    @staticmethod
    def _marks(numbers: Iterable[int]) -> str:
        marks = "".join(f"{_OPEN}{number}{_CLOSE}" for number in sorted(numbers))
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


# -- what the accounts say, by who says it ---------------------------------------------


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause and those of its statements that one group of speakers makes."""

    clause: str
    manner: clauses.Manner
    speakers: tuple[SourceChain, ...]
    statements: tuple[Statement, ...]


def _said(
    incident: Incident, field_: Field, clause: Callable[[Any], str], *contests: Contest
) -> Iterator[_Said]:
    """The positions on a field, each split by the manner in which it is said.

    Where accounts differ the publishers count as speakers too, so that a reader sees who
    says what; elsewhere only those whom a document quotes.
    """
    contested = bool(set(contests) & set(incident.contested))
    for position in incident.positions(field_):
        for manner in dict.fromkeys(map(clauses.manner, position.stances)):
            by = tuple(s for s in position.statements if clauses.manner(s.stance) is manner)
            named = tuple(
                dict.fromkeys(
                    _told_chain(incident, s.chain)
                    for s in by
                    if contested or len(s.chain) > 1 or manner is not clauses.Manner.SAYS
                )
            )
            yield _Said(clause(position.value), manner, named, by)


def _told_chain(incident: Incident, chain: SourceChain) -> SourceChain:
    """The chain, those whom the publisher quotes with the article that the texts give them."""
    return (*(replace(s, name=_told(incident, s.name)) for s in chain[:-1]), *chain[-1:])


def _told(incident: Incident, name: str) -> str:
    return told_name((document.text for document in incident.documents), name)


def _by_speaker(said: Iterable[_Said], notes: _Notes) -> Iterator[str]:
    """A sentence for each group of speakers and manner, in order of appearance."""
    groups: dict[tuple[clauses.Manner, str], list[_Said]] = {}
    for item in said:
        groups.setdefault((item.manner, clauses.speakers(item.speakers)), []).append(item)
    for (manner, speakers), items in groups.items():
        told = _merged(items)
        marks = [notes.marks(statements) for statements in told.values()]
        # A mark stands once, behind the last of the clauses that it carries.
        parts = [
            clause + (mark if mark != following else "")
            for clause, mark, following in zip(told, marks, [*marks[1:], ""], strict=True)
        ]
        yield clauses.attributed(parts, manner, speakers)


def _merged(items: Iterable[_Said]) -> dict[str, tuple[Statement, ...]]:
    """Clauses that read alike as one; "no one was killed" and "... injured" as one, and
    "rockets were used" and "drones were used".
    """
    told: dict[str, tuple[Statement, ...]] = {}
    for item in items:
        told[item.clause] = told.get(item.clause, ()) + item.statements
    return _unhurt(_used(told))


def _used(told: dict[str, tuple[Statement, ...]]) -> dict[str, tuple[Statement, ...]]:
    used = [clause for clause in told if clause.endswith((" was used", " were used"))]
    if len(used) < 2:
        return told
    things = words.joined([clause.rsplit(" ", 2)[0] for clause in used])
    statements = tuple(s for clause in used for s in told[clause])
    rest = {clause: s for clause, s in told.items() if clause not in used}
    return {f"{things} were used": statements, **rest}


def _unhurt(told: dict[str, tuple[Statement, ...]]) -> dict[str, tuple[Statement, ...]]:
    for killed in [clause for clause in told if clause.startswith("no ")]:
        injured = killed.replace("killed", "injured")
        if injured != killed and injured in told:
            both = told[killed] + told.pop(injured)
            told = {
                (f"{clause} or injured" if clause == killed else clause): (
                    both if clause == killed else statements
                )
                for clause, statements in told.items()
            }
    return told


# -- the sentences -------------------------------------------------------------------


def _lead(incident: Incident, notes: _Notes) -> str:
    """What, by whom if nobody disputes it, where and when."""
    attackers = [replace(a, name=_told(incident, a.name)) for a in incident.attackers]
    by = f" by {words.actor_phrase(attackers)}" if _undisputed(incident) else ""
    parts = (
        _what(incident) + by,
        _STANDING[incident.standing],
        words.place_phrase(incident.where) + ("," if _commas(incident) else ""),
        words.date_phrase(incident.when),
    )
    return " ".join(parts) + _lead_marks(incident, notes)


def _commas(incident: Incident) -> bool:
    return incident.where is not None and "," in words.place_phrase(incident.where)


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
    for contest, field_, clause in (
        (Contest.WHEN, Field.WHEN, clauses.dated),
        (Contest.WHERE, Field.WHERE, clauses.placed),
    ):
        if contest in incident.contested:
            yield from _by_speaker(_said(incident, field_, clause, contest), notes)


def _occurrence(incident: Incident, notes: _Notes) -> Iterator[str]:
    """Whoever confirms, doubts or denies that it happened at all, or calls it prevented."""
    told = (clauses.stood(incident.standing), clauses.Manner.SAYS)
    said = _said(incident, Field.OCCURRENCE, clauses.stood, Contest.OCCURRENCE)
    yield from _by_speaker((s for s in said if (s.clause, s.manner) != told), notes)


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
        chains = tuple(_told_chain(incident, s.chain) for s in by)
        told = replace(actor, name=_told(incident, actor.name))
        yield clauses.author(told, stance, chains) + notes.marks(by)


def _targets(incident: Incident, notes: _Notes) -> Iterator[str]:
    """What was attacked, where it says more than the place does."""
    parts = []
    for position in incident.positions(Field.TARGET):
        target = position.value
        if isinstance(target, Target) and not position.denied and _telling(incident, target):
            parts.append(words.target_phrase(target) + notes.marks(position.statements[:1]))
    if parts:
        yield f"the target was given as {words.joined(parts[:_MOST_TARGETS])}"


def _telling(incident: Incident, target: Target) -> bool:
    known = set(fold(incident.where.name).split()) if incident.where else set()
    return target.owner is not None or not set(fold(target.name).split()) <= known | _PLAIN


def _account(incident: Incident, notes: _Notes) -> Iterator[str]:
    """Weapons, outcome, casualties, damage and response, by who tells of them."""
    single = {w.type for w in incident.weapons if w.count == CountRange(1, 1)}
    said = (
        *_weapons(incident),
        *_said(
            incident,
            Field.OUTCOME,
            lambda o: clauses.fate_met(o, single=o.weapon in single),
            Contest.OUTCOME,
        ),
        *_hurt(incident, Field.KILLED, "killed", Contest.KILLED, Contest.INJURED),
        *_hurt(incident, Field.INJURED, "injured", Contest.KILLED, Contest.INJURED),
        *_hurt(incident, Field.ABDUCTED, "abducted", Contest.ABDUCTED),
        *_damage(incident),
        *_said(incident, Field.RESPONSE, clauses.answered),
    )
    yield from _by_speaker(said, notes)


def _weapons(incident: Incident) -> Iterator[_Said]:
    """All weapons; "drones" adds nothing where "two drones" is told."""
    numbered = {use.type for use in incident.weapons if use.count}
    bare = {clauses.weapon_used(WeaponUse(type_)) for type_ in numbered}
    for item in _said(incident, Field.WEAPON, clauses.weapon_used, Contest.WEAPON):
        if item.clause not in bare or item.manner is clauses.Manner.DENIES:
            yield item


def _damage(incident: Incident) -> Iterator[_Said]:
    """The damage in the words that tell of it: "ten aircraft" alone does not say what befell
    them.
    """
    for item in _said(incident, Field.DAMAGE, clauses.damaged, Contest.DAMAGE):
        first = item.statements[0]
        told = flat(first.span.of(incident.document(first.document).text))
        damage = first.value
        if isinstance(damage, Damage) and _holds(told, damage.what):
            yield replace(item, clause=clauses.damaged(replace(damage, what=told)))
        else:
            yield item


def _holds(told: str, what: str) -> bool:
    """Whether the words are those of the value and more, and few enough to quote."""
    return what != "" and flat(what) in told and len(told) <= _LONGEST


def _hurt(incident: Incident, field_: Field, verb: str, *contests: Contest) -> Iterator[_Said]:
    return _said(incident, field_, lambda people: clauses.hurt(people, verb), *contests)


def _differences(incident: Incident) -> Iterator[str]:
    if incident.contested:
        yield f"The accounts differ on {words.joined([_CONTESTED[c] for c in incident.contested])}"
