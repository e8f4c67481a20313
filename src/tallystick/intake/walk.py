"""Which files to read: paths and folders in, files out, always in the same order."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tallystick.errors import IntakeError
from tallystick.intake.records import listing

T = TypeVar("T")

TEXT = frozenset({".txt"})
PAGE = frozenset({".html", ".htm"})
JSONL = frozenset({".jsonl", ".ndjson"})
CSV = frozenset({".csv"})
READ = TEXT | PAGE | JSONL | CSV
MANIFESTS = frozenset({"manifest.json", "manifest.csv"})

_ADVICE = {
    ".pdf": "save its text as .txt",
    ".docx": "save its text as .txt",
    ".doc": "save its text as .txt",
    ".odt": "save its text as .txt",
    ".rtf": "save its text as .txt",
    ".md": "rename it to .txt",
    ".text": "rename it to .txt",
    ".xhtml": "rename it to .html",
    ".json": "write one document a line, as .jsonl",
    ".tsv": "save it as .csv",
    ".xlsx": "save it as .csv",
    ".xls": "save it as .csv",
    ".xml": "save each article's text as .txt",
    ".eml": "save its text as .txt",
    ".zip": "unpack it first",
    ".gz": "unpack it first",
    ".tar": "unpack it first",
}
_GENERAL_ADVICE = "give .txt, .html, .jsonl or .csv"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: where it is, and its name, relative to the folder that was given."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Walk:
    """What the given paths hold: files in order, what is wrong, and remarks."""

    files: tuple[SourceFile, ...]
    errors: tuple[IntakeError, ...]
    remarks: tuple[str, ...]


def walk(paths: Sequence[Path], *, manifest: Path | None = None) -> Walk:
    """Look the paths through, folders to the bottom, each file once.

    Files come in the order of the paths, those of a folder in that of their names. Hidden
    files are passed over; links are followed, each folder entered once.
    """
    return _Walker(manifest).run(paths)


class _Walker:
    def __init__(self, manifest: Path | None) -> None:
        self._manifest = manifest.resolve() if manifest else None
        self._seen: set[Path] = set()
        self._files: list[SourceFile] = []
        self._errors: list[IntakeError] = []
        self._remarks: list[str] = []
        self._other: list[str] = []

    def run(self, paths: Sequence[Path]) -> Walk:
        for path in paths:
            self._root(path)
        if self._other:
            self._remarks.append(f"left out, being neither text nor page: {listing(self._other)}")
        return Walk(tuple(self._files), tuple(self._errors), tuple(self._remarks))

    def _root(self, path: Path) -> None:
        if error := _absence(path):
            self._errors.append(error)
        elif is_folder(path):
            self._folder_root(path)
        else:
            self._file(path, display(Path(path.name)), named=True)

    def _folder_root(self, path: Path) -> None:
        if _safe(path.resolve, default=path) in self._seen:
            return
        before = len(self._files) + len(self._errors)
        self._folder(path, path)
        if len(self._files) + len(self._errors) == before:
            advice = f"{_GENERAL_ADVICE} files"
            self._errors.append(IntakeError(display(path), "holds nothing to read", advice))

    def _folder(self, folder: Path, root: Path) -> None:
        if not self._first_time(folder):
            return
        try:
            names = sorted(entry.name for entry in folder.iterdir())
        except OSError as error:
            self._errors.append(_unreadable(folder, error))
            return
        for name in names:
            if not name.startswith("."):
                self._entry(folder / name, root)

    def _entry(self, path: Path, root: Path) -> None:
        if is_folder(path):
            self._folder(path, root)
        else:
            self._file(path, display(path.relative_to(root)), named=False)

    def _file(self, path: Path, name: str, *, named: bool) -> None:
        if self._manifest and _safe(path.resolve, default=path) == self._manifest:
            return
        if path.name.lower() in MANIFESTS and not named:
            self._remarks.append(f"{display(path)} is not used: give it with --manifest")
            return
        if path.suffix.lower() not in READ:
            self._leave_out(path, name, named=named)
        elif not _safe(path.is_file, default=False):
            reason = "is a link to nothing" if path.is_symlink() else "is not a regular file"
            self._errors.append(IntakeError(display(path), reason, "check the path"))
        elif self._first_time(path):
            self._files.append(SourceFile(path, name))

    def _leave_out(self, path: Path, name: str, *, named: bool) -> None:
        """Say what is not read: as an error where it may well hold an article."""
        suffix = path.suffix.lower()
        if named or suffix in _ADVICE:
            reason = f"is of a kind that is not read ({suffix or 'no extension'})"
            advice = _ADVICE.get(suffix, _GENERAL_ADVICE)
            self._errors.append(IntakeError(display(path), reason, advice))
        else:
            self._other.append(name)

    def _first_time(self, path: Path) -> bool:
        """Whether a file or folder was not met before, under this or another name."""
        real = _safe(path.resolve, default=path)
        new = real not in self._seen
        self._seen.add(real)
        return new


def is_folder(path: Path) -> bool:
    """Whether a path is that of a folder, as far as one may look."""
    return _safe(path.is_dir, default=False)


def display(path: Path) -> str:
    """A path in words that every encoding can write."""
    return os.fsencode(path).decode("utf-8", "replace").replace("\\", "/")


def _absence(path: Path) -> IntakeError | None:
    """Why a path leads nowhere, if it does; one behind a locked folder may well be there."""
    try:
        path.stat()
    except PermissionError as error:
        return _unreadable(path, error)
    except (OSError, ValueError, RuntimeError):
        link = _safe(path.is_symlink, default=False)
        reason = "is a link to nothing" if link else "is not there"
        return IntakeError(display(path), reason, "check the path")
    return None


def _unreadable(path: Path, error: OSError) -> IntakeError:
    advice = "check that you may read it"
    return IntakeError(display(path), f"cannot be read ({error.strerror})", advice)


def _safe(function: Callable[[], T], *, default: T) -> T:
    """The result of a look at the file system, or the default where the path is impossible."""
    try:
        return function()
    except (OSError, ValueError, RuntimeError):
        return default
