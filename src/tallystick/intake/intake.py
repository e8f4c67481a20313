"""The front door of intake: paths in, documents out, nothing raised on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from tallystick.errors import IntakeError
from tallystick.intake import walk as walking
from tallystick.intake.decode import NoArticleError, NotTextError, decode
from tallystick.intake.documents import document, with_title
from tallystick.intake.known import Known, Limits, Record
from tallystick.intake.language import looks_english
from tallystick.intake.manifest import Manifest, missing
from tallystick.intake.records import CsvFile, JsonlFile, RecordFile, listing, too_large
from tallystick.intake.walk import SourceFile, Walk, walk
from tallystick.model.document import Document


@dataclass(frozen=True, slots=True)
class Intaken:
    """A document and the bytes it was read from, which hash to ``document.sha256``."""

    document: Document
    content: bytes


class Intake:
    """The documents under some paths, one by one, in the same order every time.

    Each problem is yielded as an :class:`IntakeError` in its place, never raised; the rest
    goes on. ``notices`` fills up while it is read: what was guessed, or left aside.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        *,
        manifest: Manifest | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._paths = [Path(path) for path in paths]
        self._manifest = manifest
        self._limits = limits or Limits()
        self.notices: list[str] = []

    @cached_property
    def _walk(self) -> Walk:
        return walk(self._paths, manifest=self._manifest.path if self._manifest else None)

    def total(self) -> int | None:
        """How many documents to expect, for a progress bar; ``None`` if counting takes long."""
        total = 0
        for file in self._walk.files:
            records = self._record_file(file)
            if records is None:
                total += 1
                continue
            try:
                if file.path.stat().st_size > self._limits.counted:
                    return None
                total += records.count()
            except (OSError, NotTextError):
                total += 1
        return total

    def __iter__(self) -> Iterator[Intaken | IntakeError]:
        self.notices[:] = self._walk.remarks
        yield from self._walk.errors
        if self._manifest:
            self.notices += self._manifest.remarks
            folders = [p if walking.is_folder(p) else p.parent for p in self._paths]
            yield from missing(self._manifest, folders)
        foreign: list[str] = []
        for file in self._walk.files:
            for item in self._file(file):
                if isinstance(item, Intaken) and not looks_english(item.document.text):
                    foreign.append(item.document.name)
                yield item
        if foreign:
            self.notices.append(
                f"kept, but read as English only, so that nothing may be found: {listing(foreign)}"
            )

    def _file(self, file: SourceFile) -> Iterator[Intaken | IntakeError]:
        overruled: list[str] = []
        try:
            for item in self._records(file):
                if isinstance(item, IntakeError):
                    yield item
                    continue
                intaken = self._intaken(file, item)
                if item.day_hint and intaken.document.published != item.day_hint:
                    overruled.append(item.name.removeprefix(file.name).strip())
                yield intaken
        except OSError as error:
            reason = f"cannot be read ({error.strerror or error})"
            yield IntakeError(walking.display(file.path), reason, "check that you may read it")
        if overruled:
            why = "the day in the date column is not that of publication by stamp or manifest"
            self.notices.append(f"{file.name}: {why} in {listing(overruled)}")

    def _records(self, file: SourceFile) -> Iterator[Record | IntakeError]:
        records = self._record_file(file)
        if records is None:
            yield self._single(file)
            return
        empty = True
        for item in records:
            empty = False
            yield item
        self.notices += records.remarks
        if empty:
            yield _error(file, "holds no document", "remove it, or put its text in")

    def _record_file(self, file: SourceFile) -> RecordFile | None:
        suffix = file.path.suffix.lower()
        if suffix in walking.JSONL:
            return JsonlFile(file.path, file.name, self._limits)
        if suffix in walking.CSV:
            return CsvFile(file.path, file.name, self._limits)
        return None

    def _single(self, file: SourceFile) -> Record | IntakeError:
        size = file.path.stat().st_size
        page = file.path.suffix.lower() in walking.PAGE
        limit = self._limits.page if page else self._limits.document
        if size > limit:
            return too_large(walking.display(file.path), size, limit)
        content = file.path.read_bytes()
        if not content.strip():
            return _error(file, "is empty", "remove it, or put its text in")
        try:
            record, remark = self._read(file, content)
        except NotTextError as error:
            return _error(file, str(error), "give plain text, HTML, JSON Lines or CSV")
        except NoArticleError as error:
            return _error(file, str(error), "save the article's text as .txt")
        if remark:
            self.notices.append(f"{file.name} {remark}")
        return record if record.text.strip() else _error(file, "holds no text", "remove it")

    def _read(self, file: SourceFile, content: bytes) -> tuple[Record, str]:
        if file.path.suffix.lower() in walking.PAGE:
            from tallystick.intake.page import read_page  # noqa: PLC0415 - slow to load

            return read_page(content, file.name, self._limits)
        decoded = decode(content)
        return Record(file.name, content, decoded.text), decoded.remark

    def _intaken(self, file: SourceFile, record: Record) -> Intaken:
        known = self._listed(file).over(record.known)
        if file.path.suffix.lower() in walking.JSONL | walking.CSV:
            record = replace(record, text=with_title(record.text, record.known.title))
        return Intaken(document(replace(record, known=known)), record.content)

    def _listed(self, file: SourceFile) -> Known:
        """What the manifest says of a file, found by its path beside the manifest or by name."""
        if self._manifest is None:
            return Known()
        names = [file.name, walking.display(file.path), file.path.name]
        try:
            beside = file.path.resolve().relative_to(self._manifest.path.resolve().parent)
            names.insert(0, walking.display(beside))
        except (OSError, ValueError, RuntimeError):
            pass
        entry = self._manifest.find(*names)
        return entry.known if entry else Known()


def _error(file: SourceFile, reason: str, advice: str) -> IntakeError:
    return IntakeError(walking.display(file.path), reason, advice)
