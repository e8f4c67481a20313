"""Sheets: how a person writes labels, a line each, in words quoted from numbered sentences.

``python -m eval gold show ID`` prints a document with its sentences numbered. A sheet says, for
instance (``docs/annotation.md`` explains every line)::

    doc fakes:1
    incident a | happened | shelling
      mention 1:rocket attack
      when 1:on Tuesday | 2031-05-06
      killed 2:at least three people | 3- people | reports | 2:a doctor
    generic 4:daily shelling
    said 2:a doctor | 2:said | 2:at least three people .. had died
    tally 5:106 attacks | 106 | since 2031-01-01 | 5:the ministry

Compiling a sheet turns every quotation into offsets; no word of the document is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from eval.gold.labels import (
    GoldAttribution,
    GoldDocument,
    GoldIncident,
    GoldStatement,
    GoldTally,
)
from eval.gold.texts import GoldText
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance, Standing, Value
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    DatePrecision,
    Fate,
    Outcome,
    PartialDate,
    PersonClass,
    Place,
    PlacePrecision,
    Target,
    TargetKind,
    WeaponUse,
)
from tallystick.vocab.weapons import weapon_book

_FIELDS = {
    name: Field(name)
    for name in (
        "when", "where", "attacker", "target", "weapon", "outcome",
        "killed", "injured", "abducted", "occurrence",
    )
}  # fmt: skip
_REF = re.compile(r"(\d+):(.*?)(?:#(\d+))?$", re.DOTALL)
_BETWEEN = re.compile(r"\s+\.\.\s+")
_RANGE = re.compile(r"(\d*)(-?)(\d*)$")
_CELLS = re.compile(r"(?:^|\s)\|(?=\s|$)")


class SheetError(ValueError):
    """A line of a sheet that cannot be taken, and why."""


@dataclass
class _Open:
    """The document being read."""

    text: GoldText
    annotator: str
    incidents: list[GoldIncident] = field(default_factory=list)
    generic: list[Span] = field(default_factory=list)
    attributions: list[GoldAttribution] = field(default_factory=list)
    tallies: list[GoldTally] = field(default_factory=list)

    def closed(self) -> GoldDocument:
        for incident in self.incidents:
            if not incident.mentions:
                raise SheetError(f"incident {incident.id} of {self.text.id} has no mention")
        return GoldDocument(
            self.text.id,
            self.annotator,
            tuple(self.incidents),
            tuple(self.generic),
            tuple(self.attributions),
            tuple(self.tallies),
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """What a sheet gave: the documents, and a message for each line that could not be taken."""

    documents: tuple[GoldDocument, ...]
    errors: tuple[str, ...]


def compile_sheet(lines: Iterable[str], texts: Mapping[str, GoldText], annotator: str) -> Taken:
    """A sheet's labels with offsets. Lines that cannot be taken are told and left out.

    A document with an incident that nothing in the text tells of is left out as a whole; of a
    document that comes twice, the later one counts.
    """
    documents: dict[str, GoldDocument] = {}
    errors: list[str] = []
    open_: _Open | None = None
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if not line or line.startswith("//"):
            continue
        try:
            if line.startswith("doc "):
                last, open_ = open_, None
                errors += _closed(last, documents)
                open_ = _Open(_known(line[4:].strip(), texts), annotator)
            elif open_ is None:
                raise SheetError("before any doc line")
            else:
                _take(open_, line)
        except ValueError as error:
            errors.append(f"line {number}: {error}: {line[:100]}")
    errors += _closed(open_, documents)
    return Taken(tuple(documents.values()), tuple(errors))


def _closed(open_: _Open | None, documents: dict[str, GoldDocument]) -> list[str]:
    """Put a document that is done to the others; what is wrong with it as a whole."""
    if open_ is None:
        return []
    try:
        done = open_.closed()
    except SheetError as error:
        return [str(error)]
    twice = done.document in documents
    documents[done.document] = done
    return [f"{done.document} comes twice: the later one counts"] if twice else []


def _known(id: str, texts: Mapping[str, GoldText]) -> GoldText:
    if id not in texts:
        raise SheetError(f"no such document: {id}")
    return texts[id]


def _take(open_: _Open, line: str) -> None:
    word, _, rest = line.partition(" ")
    parts = [part.strip() for part in _CELLS.split(rest)]
    match word:
        case "incident":
            open_.incidents.append(_incident(parts))
        case "generic":
            open_.generic.append(find(open_.text, parts[0]))
        case "said":
            open_.attributions.append(_attribution(open_.text, parts))
        case "tally":
            open_.tallies.append(_tally(open_.text, parts))
        case "mention":
            last = _last(open_)
            span = find(open_.text, parts[0])
            open_.incidents[-1] = replace(last, mentions=(*last.mentions, span))
        case _ if word in _FIELDS:
            last = _last(open_)
            made = _statement(open_.text, _FIELDS[word], parts)
            open_.incidents[-1] = replace(last, statements=(*last.statements, made))
        case _:
            raise SheetError(f"no such line: {word}")


def _last(open_: _Open) -> GoldIncident:
    if not open_.incidents:
        raise SheetError("before any incident")
    return open_.incidents[-1]


def _incident(parts: list[str]) -> GoldIncident:
    id, standing, kinds, *flags = parts
    if flags not in ([], ["optional"]):
        raise SheetError(f"not a flag of an incident: {flags}")
    return GoldIncident(
        id,
        Standing(standing),
        tuple(IncidentKind(kind.strip()) for kind in kinds.split("/")),
        (),
        optional="optional" in flags,
    )


def _statement(text: GoldText, field_: Field, parts: list[str]) -> GoldStatement:
    """``REF | value | stance | chain``; a field whose value its words give needs no value."""
    if len(parts) > 4:
        raise SheetError("more than words, value, stance and chain")
    ref, value, stance, chain = [*parts, *[""] * (4 - len(parts))]
    return GoldStatement(
        field_,
        _value(field_, value, _words(ref)),
        find(text, ref),
        Stance(stance) if stance else Stance.REPORTS,
        _chain(text, chain),
    )


def _chain(text: GoldText, chain: str) -> tuple[Span, ...]:
    return tuple(find(text, ref.strip()) for ref in chain.split(" > ") if ref.strip())


def _attribution(text: GoldText, parts: list[str]) -> GoldAttribution:
    source, cue, content = parts
    return GoldAttribution(
        find(text, source), find(text, cue) if cue not in ("", "-") else None, find(text, content)
    )


def _tally(text: GoldText, parts: list[str]) -> GoldTally:
    ref, count, *rest = parts
    since = next((day(r[6:]) for r in rest if r.startswith("since ")), None)
    until = next((day(r[6:]) for r in rest if r.startswith("until ")), None)
    chain = next((r for r in rest if not r.startswith(("since ", "until "))), "")
    return GoldTally(find(text, ref), counted(count), since, until, _chain(text, chain))


# ------------------------------------------------------------------ quotations


def find(text: GoldText, ref: str) -> Span:
    """``3:words`` in the third sentence; ``3:first .. last`` from the one to the other, maybe
    into later sentences; ``3:words#2`` where they stand there a second time.

    Raises ``SheetError`` where the words are not there.
    """
    match = _REF.match(ref.strip())
    if match is None:
        raise SheetError(f"no reference: {ref!r}")
    number, words, nth = int(match[1]), match[2].strip(), int(match[3] or 1)
    if not 1 <= number <= len(text.lines):
        raise SheetError(f"no sentence {number}")
    if not words:
        raise SheetError(f"no words: {ref!r}")
    first, *last = _BETWEEN.split(words, maxsplit=1)
    line = text.lines[number - 1]
    opening = _located(text.text, first, line, nth, ref)
    if not last:
        return opening
    after = Span(opening.end, len(text.text))
    return Span(opening.start, _located(text.text, last[0], after, 1, ref).end)


def _located(text: str, words: str, within: Span, nth: int, ref: str) -> Span:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if words[0].isalnum():
        pattern = r"(?<!\w)" + pattern
    if words[-1].isalnum():
        pattern += r"(?!\w)"
    for flags in (0, re.IGNORECASE):
        found = list(re.compile(pattern, flags).finditer(text, within.start, within.end))
        if len(found) >= nth:
            return Span(*found[nth - 1].span())
    raise SheetError(f"not in the sentence: {ref!r}")


def _words(ref: str) -> str:
    match = _REF.match(ref.strip())
    return match[2] if match else ref


# ------------------------------------------------------------------ values


def _value(field_: Field, value: str, words: str) -> Value:
    match field_:
        case Field.WHEN:
            return day(value)
        case Field.WHERE:
            return place(value, words)
        case Field.ATTACKER:
            return ActorRef(value or words)
        case Field.TARGET:
            return Target("", TargetKind(value or "other"))
        case Field.WEAPON:
            return _weapon(value)
        case Field.OUTCOME:
            return _outcome(value)
        case Field.OCCURRENCE:
            return Standing(value or "happened")
        case _:
            count, _, who = value.partition(" ")
            return Casualties(counted(count), PersonClass(who.strip() or "people"))


def day(value: str) -> PartialDate:
    """``2031-05-06``, ``2031-05-01..2031-05-06``, ``2031-05``, ``2031``, ``..2031-05-06``,
    ``floating`` or ``floating 2`` (a Tuesday that nothing anchors)."""
    if value.startswith("floating"):
        weekday = value.removeprefix("floating").strip()
        return PartialDate(None, None, DatePrecision.FLOATING, weekday=int(weekday or 0) or None)
    if ".." in value:
        start, end = (v.strip() for v in value.split("..", 1))
        first = date.fromisoformat(start) if start else None
        last = date.fromisoformat(end) if end else None
        return PartialDate(first, last, DatePrecision.INTERVAL)
    if re.fullmatch(r"\d{4}", value):
        return PartialDate(date(int(value), 1, 1), date(int(value), 12, 31), DatePrecision.YEAR)
    if re.fullmatch(r"\d{4}-\d{2}", value):
        first = date.fromisoformat(f"{value}-01")
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return PartialDate(first, date.fromordinal(following.toordinal() - 1), DatePrecision.MONTH)
    return PartialDate.day(date.fromisoformat(value))


def place(value: str, words: str) -> Place:
    """``precision CC lat lon``; country and point may be left out, ``-`` for no country."""
    precision, *rest = value.split()
    country, *point = rest or ["-"]
    if country != "-" and not re.fullmatch("[A-Z]{2}", country):
        raise SheetError(f"not a country's code: {country!r}")
    if len(point) not in (0, 2):
        raise SheetError(f"not a latitude and a longitude: {' '.join(point)!r}")
    lat, lon = map(float, point) if point else (None, None)
    code = None if country == "-" else country
    return Place(words, PlacePrecision(precision), country=code, lat=lat, lon=lon)


def counted(value: str) -> CountRange:
    """``3``, ``3-`` (at least), ``-3`` (up to), ``2-3``; ``?`` for no figure."""
    if value == "?":
        return CountRange(None, None)
    match = _RANGE.match(value)
    if match is None or not (match[1] or match[3]):
        raise SheetError(f"not a count: {value!r}")
    low, high = (int(match[1]) if match[1] else None), (int(match[3]) if match[3] else None)
    return CountRange(low, high if match[2] else low)


def _weapon(value: str) -> WeaponUse:
    type_, _, count = value.partition(" ")
    if type_ not in weapon_book():
        raise SheetError(f"no such weapon: {type_!r}")
    return WeaponUse(type_, counted(count) if count else None)


def _outcome(value: str) -> Outcome:
    fate, *rest = value.split()
    weapon = rest.pop(0) if rest and rest[0] in weapon_book() else None
    count = counted(rest.pop(0)) if rest else None
    if rest:
        raise SheetError(f"neither weapon nor count: {' '.join(rest)!r}")
    return Outcome(Fate(fate), weapon, count)
