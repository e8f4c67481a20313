"""Files of many documents: JSON Lines (one a line) and CSV (one a row)."""

from __future__ import annotations

import csv
import json
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, TextIO

from tallystick.errors import IntakeError
from tallystick.intake.columns import NAMES, Fields, Part, recognise
from tallystick.intake.days import DayOrder, day_advice, needs_order, published_day, settle_order
from tallystick.intake.decode import Decoded, NotTextError, clean, clean_line, decode, detect_file
from tallystick.intake.known import Known, Limits, Record
from tallystick.model.codec import canonical
from tallystick.model.values import PartialDate

_TEXT_NAMES = ", ".join(NAMES[Part.TEXT][:5])
_JSON = {type(None): "null", bool: "true or false", int: "a number", float: "a number",
         list: "a list"}  # fmt: skip
_GLANCE = 10_000  # characters after a blank first line in which some text shows
_SHOWN = 5  # records named in a remark before it says "and n more"


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it stands in its file."""

    name: str
    content: bytes
    fields: Fields


class RecordFile(ABC):
    """The records of one file, in its order, each a :class:`Record` or what is wrong with it.

    ``remarks`` fills up while the file is read.
    """

    def __init__(self, path: Path, name: str, limits: Limits) -> None:
        self.path = path
        self.name = name
        self.limits = limits
        self.remarks: list[str] = []
        self._undated: list[tuple[str, str]] = []  # the record, and its date that is none

    @abstractmethod
    def _rows(self) -> Iterator[Row | IntakeError]: ...

    @abstractmethod
    def count(self) -> int:
        """How many records there are, about; reads the file once."""

    def __iter__(self) -> Iterator[Record | IntakeError]:
        for row in self._rows():
            yield row if isinstance(row, IntakeError) else self._record(row)
        if self._undated:
            where = listing([f"{record}: {field!r}" for record, field in self._undated])
            advice = day_advice(field for _, field in self._undated)
            self.remarks.append(f"{self.name}: no usable date in {where} ({advice})")

    def _record(self, row: Row) -> Record | IntakeError:
        text = clean(row.fields.get(Part.TEXT) or "")
        if not text.strip():
            return IntakeError(
                row.name, "has no text", f"give it in a column named one of {_TEXT_NAMES}"
            )
        if len(text) > self.limits.document:
            return too_large(row.name, len(text), self.limits.document)
        day = self._day(row)
        sure = row.fields.get(Part.PUBLISHED) is not None
        known = _known(row.fields, day if sure else None)
        return Record(row.name, row.content, text, known, None if sure else day)

    def _day(self, row: Row) -> PartialDate | None:
        field = row.fields.day
        if field is None:
            return None
        day = published_day(field, self._order if needs_order(field) else None)
        if day is None:
            self._undated.append((row.name.removeprefix(self.name).strip(), field[:40]))
        return day

    @cached_property
    def _order(self) -> DayOrder | None:
        """Day or month first, from all dates of the file; read only if some are unclear."""
        rows = (row for row in self._rows() if isinstance(row, Row))
        return settle_order(row.fields.day or "" for row in rows)


class JsonlFile(RecordFile):
    """One JSON object a line; blank lines do not count."""

    def count(self) -> int:
        with self.path.open("rb") as file:
            return sum(1 for line in _lines(file, self.limits.document) if line.strip())

    def _rows(self) -> Iterator[Row | IntakeError]:
        with self.path.open("rb") as file:
            for number, line in enumerate(_lines(file, self.limits.document), start=1):
                if line.strip():
                    yield self._row(f"{self.name} line {number}", line.rstrip(b"\r\n"))

    def _row(self, name: str, line: bytes) -> Row | IntakeError:
        if len(line) > self.limits.document:
            return too_large(name, len(line), self.limits.document)
        try:
            decoded = decode(line)
            fields = _object(decoded)
        except NotTextError as error:
            return IntakeError(name, str(error), "write each line as JSON in UTF-8")
        except (ValueError, RecursionError) as error:
            return IntakeError(name, f"is not a JSON object ({error})", "mend or remove this line")
        if decoded.remark:
            self.remarks.append(f"{name} {decoded.remark}")
        return Row(_with_id(name, fields), line, fields)


class CsvFile(RecordFile):
    """One row a document, under a first row of column names."""

    def count(self) -> int:
        with self._open() as file:
            return max(0, sum(1 for row in csv.reader(file, delimiter=self._delimiter) if row) - 1)

    @cached_property
    def _encoding(self) -> str:
        encoding, remark = detect_file(self.path)
        if remark:
            self.remarks.append(f"{self.name} {remark}")
        return encoding

    def _open(self) -> TextIO:
        # A process-wide setting of the csv module, and the only one there is: its default
        # of 131,072 characters is less than a long article.
        csv.field_size_limit(max(csv.field_size_limit(), self.limits.document))
        return self.path.open(encoding=self._encoding, errors="replace", newline="")

    @cached_property
    def _delimiter(self) -> str:
        """The separator under which the first row has a column for the text; else a comma."""
        with self._open() as file:
            first = file.readline(self.limits.document)
        for delimiter in ",;\t|":
            if Part.TEXT in recognise(_columns(first, delimiter)):
                return delimiter
        return ","

    def _rows(self) -> Iterator[Row | IntakeError]:
        try:
            with self._open() as file:
                yield from self._parse(file)
        except NotTextError as error:
            yield IntakeError(self.name, str(error), "give a CSV file in UTF-8")

    def _parse(self, file: TextIO) -> Iterator[Row | IntakeError]:
        reader = csv.reader(file, delimiter=self._delimiter)
        header = next(reader, [])
        if not header and not file.read(_GLANCE).strip():
            yield IntakeError(self.name, "is empty", "remove it, or put its text in")
            return
        if Part.TEXT not in recognise(tuple(header)):
            yield IntakeError(
                self.name,
                "has no column for the text in its first row",
                f"name it one of {_TEXT_NAMES}",
            )
            return
        number = 1
        while True:
            number += 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                advice = "look for a quotation mark that is not closed"
                yield IntakeError(f"{self.name} row {number}", f"cannot be read ({error})", advice)
                continue
            if any(row):
                yield self._row(f"{self.name} row {number}", dict(zip(header, row, strict=False)))

    def _row(self, name: str, row: dict[str, str]) -> Row:
        fields = Fields.of(row)
        content = canonical(dict(row)).encode("utf-8", "replace")
        return Row(_with_id(name, fields), content, fields)


def listing(items: Sequence[str]) -> str:
    """The first few of a list, for a message."""
    shown = "; ".join(items[:_SHOWN])
    return shown + (f"; and {len(items) - _SHOWN} more" if len(items) > _SHOWN else "")


def too_large(name: str, size: int, limit: int) -> IntakeError:
    """The error for a text of more characters or bytes than the limit."""
    return IntakeError(
        name,
        f"is too large for one document: {size:,} of at most {limit:,}",
        "split it, or give its articles one a line as .jsonl",
    )


def _object(decoded: Decoded) -> Fields:
    data = json.loads(decoded.text)
    if not isinstance(data, dict):
        raise ValueError(f"it is {_JSON.get(type(data), 'a text')}")
    return Fields.of(data)


def _known(fields: Fields, published: PartialDate | None) -> Known:
    return Known(
        title=clean_line(fields.get(Part.TITLE)),
        publisher=clean_line(fields.get(Part.PUBLISHER)),
        url=clean_line(fields.get(Part.URL)),
        language=clean_line(fields.get(Part.LANGUAGE)),
        published=published,
    )


def _with_id(name: str, fields: Fields) -> str:
    id_ = clean_line(fields.get(Part.ID))
    return f"{name} (id {id_[:60]})" if id_ else name


def _columns(line: str, delimiter: str) -> tuple[str, ...]:
    return tuple(next(csv.reader([line], delimiter=delimiter), []))


def _lines(file: BinaryIO, longest: int) -> Iterator[bytes]:
    """The lines of a file; of a longer one only the first ``longest`` + 1 bytes."""
    while line := file.readline(longest + 1):
        yield line
        while line and len(line) > longest and not line.endswith(b"\n"):
            line = file.readline(longest + 1)
