"""A model's answers to a Reading: the same frozen nouns, with the same ids, as the rules give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import Annotations, annotate
from tallystick.extract.drafts import union
from tallystick.llm.announced import announced
from tallystick.llm.drops import Drop, Reason
from tallystick.llm.incidents import Checker, Found
from tallystick.llm.quotes import Quotable
from tallystick.llm.sources import Speakers
from tallystick.llm.values import touching
from tallystick.model.document import Document, Span
from tallystick.model.ids import report_id, statement_id
from tallystick.model.statement import (
    AnnouncedTally,
    Field,
    Reading,
    Report,
    Standing,
    Statement,
)
from tallystick.model.taxonomy import compatible
from tallystick.model.values import DatePrecision

if TYPE_CHECKING:
    from tallystick.llm.schema import Answer

_OLD = timedelta(days=45)  # as in extract.reports: so long before publication is background
_LEAD = 1  # the title and the first sentence: what an article is about, however long ago


@dataclass(frozen=True, slots=True)
class Checked:
    """What of a model's answers stands: the reading, how many statements, what was dropped."""

    reading: Reading
    statements: int
    drops: tuple[Drop, ...]


def assemble(document: Document, answers: Sequence[Answer], *, reader: str) -> Checked:
    """Holds the answers to the pieces of a document against its text.

    Every value is read from words that stand in the text; what has none is among the drops.
    Incidents of two pieces that agree in kind, day and place are one.
    """
    notes = annotate(document)
    text = Quotable(document.text, [s.span for s in document.account])
    checker = Checker(notes, text, Speakers(notes, voices_of(notes), text))
    tallies = announced(checker, [c for a in answers for c in a.tallies])
    found: list[Found] = []
    for answer in answers:
        told = [f for t in answer.incidents if (f := checker.incident(t)) is not None]
        found = _joined(found, told)
    found = [f for f in found if not _in_tally(checker, f, tallies)]
    reports = _reports(checker, found)
    reading = Reading(document, tuple(reports), tuple(tallies), reader)
    return Checked(reading, sum(len(r.statements) for r in reports), tuple(checker.drops))


def _joined(before: Sequence[Found], later: Sequence[Found]) -> list[Found]:
    """The incidents of earlier pieces with those of a later one, the same ones made one."""
    kept = list(before)
    for one in later:
        same = next((f for f in before if _same(f, one)), None)
        if same is None:
            kept.append(one)
        else:
            same.lines += [x for x in one.lines if x.field is not Field.KIND]
    return kept


def _same(one: Found, other: Found) -> bool:
    if one.when is None or other.when is None or one.where is None or other.where is None:
        return False
    return (
        one.when.is_day
        and one.when == other.when
        and one.where.id is not None
        and one.where.id == other.where.id
        and one.standing is other.standing
        and compatible(one.kind, other.kind)
    )


def _in_tally(checker: Checker, found: Found, tallies: Sequence[AnnouncedTally]) -> bool:
    """ "106 attacks since October" is no incident; one of them with its own day is."""
    dated = found.when is not None and found.when.names_day
    inside = not dated and any(t.span.overlaps(found.anchor) for t in tallies)
    if inside:
        quote = found.anchor.of(checker.notes.text)
        checker.drops.append(Drop("incident", quote, Reason.IN_TALLY))
    return inside


def _reports(checker: Checker, found: Sequence[Found]) -> list[Report]:
    made: dict[Span, Report] = {}
    for index, one in enumerate(found):
        anchor = next((a for a in _anchors(checker.notes, one) if a not in made), None)
        if anchor is None or any(_repeats(one, before) for before in found[:index]):
            quote = one.anchor.of(checker.notes.text)
            checker.drops.append(Drop("incident", quote, Reason.TWICE))
        else:
            made[anchor] = _report(checker.notes, one, anchor)
    return sorted(made.values(), key=lambda r: r.anchor)


def _repeats(one: Found, before: Found) -> bool:
    """Whether an incident hangs on the same words as one before, at no other place or day."""
    other = one.where is not None and one.where != before.where
    later = one.when is not None and one.when != before.when
    return one.anchor == before.anchor and not other and not later


def _anchors(notes: Annotations, found: Found) -> Iterator[Span]:
    """As for the rules: with the place beside it, and then the day, where the words give them."""
    sentence = next(iter(touching(notes, found.anchor)), None)
    where, when = ([x.span for x in found.of(f)][:1] for f in (Field.WHERE, Field.WHEN))
    beside = [s for s in where + when if sentence and sentence.span.contains(s)]
    if not beside or beside[:1] != where:
        yield found.anchor
    for count in range(1, len(beside) + 1):
        yield union(found.anchor, *beside[:count])


def _report(notes: Annotations, found: Found, anchor: Span) -> Report:
    document = notes.document.id
    identity = report_id(document, anchor)
    lines = sorted(found.lines, key=lambda x: (x.field is not Field.KIND, x.span))
    statements = [
        Statement(
            statement_id(identity, x.field, x.value, x.stance, x.chain, x.span),
            identity,
            document,
            x.field,
            x.value,
            x.stance,
            x.chain,
            x.span,
        )
        for x in lines
    ]
    unique = tuple({s.id: s for s in statements}.values())
    return Report(identity, document, anchor, _standing(notes, found), unique, _score(found))


def _standing(notes: Annotations, found: Found) -> Standing:
    """Background where it lies long before publication and the article is not about it."""
    if found.standing not in (Standing.HAPPENED, Standing.PREVENTED):
        return found.standing
    if any(s.index <= _LEAD for s in touching(notes, found.anchor)):
        return found.standing
    return Standing.BACKGROUND if _is_old(notes.document, found) else found.standing


def _is_old(document: Document, found: Found) -> bool:
    when, published = found.when, document.published
    if when is None or when.end is None:
        return False
    if when.precision in (DatePrecision.YEAR, DatePrecision.SEASON):
        return True
    return (
        published is not None
        and published.start is not None
        and (published.start - when.end > _OLD)
    )


def _score(found: Found) -> float:
    """How sure it is that this is an incident: by what is known of it, as for the rules."""
    other = {line.field for line in found.lines} - {Field.KIND, Field.WHEN, Field.WHERE}
    known = [found.strong, found.when is not None, found.where is not None, bool(other)]
    return round(0.3 + 0.7 * sum(known) / len(known), 2)
