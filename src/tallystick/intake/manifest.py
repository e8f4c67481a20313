"""Manifests: a file that says of each document what its text lacks."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from tallystick.errors import ManifestError
from tallystick.intake.columns import Fields, Part, part_of, slip
from tallystick.intake.days import day_advice, needs_order, published_day, settle_order
from tallystick.intake.decode import NotTextError, clean_line, decode
from tallystick.intake.known import Known
from tallystick.intake.records import listing

_ADVICE = "give a JSON list of objects, or a CSV file, with file, publisher, published, ..."

_KEYS = "file, publisher, title, url, published, language"
_REST = "rest"  # the cells of a row beyond its columns


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What the manifest says of one file, named relative to the manifest or to a PATH."""

    file: str
    known: Known


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of documents beforehand. ``remarks`` says which dates were no dates."""

    path: Path
    entries: tuple[ManifestEntry, ...]
    remarks: tuple[str, ...] = ()
    _by_file: Mapping[str, ManifestEntry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_file = {_normal(entry.file): entry for entry in self.entries}
        object.__setattr__(self, "_by_file", by_file)

    def find(self, *names: str) -> ManifestEntry | None:
        """The entry for a file under any of its names, the best first."""
        entries = (self._by_file.get(_normal(name)) for name in names)
        return next((entry for entry in entries if entry), None)


def read_manifest(path: Path) -> Manifest:
    """Read a manifest: a JSON list of objects, a JSON object (file: facts), or a CSV table.

    The keys are ``file``, ``publisher``, ``title``, ``url``, ``published``, ``language``;
    all but the first may be missing. Raises :class:`ManifestError` for a file that cannot
    be read or understood, or an entry that names no file.
    """
    try:
        text = decode(path.read_bytes()).text
        rows = _csv_rows(text) if path.suffix.lower() == ".csv" else _json_rows(text)
    except OSError as error:
        raise ManifestError(
            str(path), f"cannot be read ({error.strerror})", "check --manifest"
        ) from error
    except (ValueError, RecursionError, csv.Error, NotTextError) as error:
        raise ManifestError(str(path), f"is not a manifest ({error})", _ADVICE) from error
    keys = dict.fromkeys(key for row in rows for key in row if key and key != _REST)
    manifest = _manifest(path, [Fields.of(row) for row in rows])
    unused = _unused(list(keys), manifest)
    return replace(manifest, remarks=(*unused, *manifest.remarks)) if unused else manifest


def _unused(keys: Sequence[str], manifest: Manifest) -> tuple[str, ...]:
    """A remark on keys that nobody knows: all of them where a day or publisher is never given.

    Else only those that seem mistyped: a manifest may well say more than is asked.
    """
    unknown = {key: slip(key) for key in keys if part_of(key) is None}
    known = [entry.known for entry in manifest.entries]
    enough = any(k.published for k in known) and any(k.publisher for k in known)
    told = [
        f"{key[:40]!r} ({near}?)" if near else f"{key[:40]!r}"
        for key, near in unknown.items()
        if near or not enough
    ]
    if not told:
        return ()
    return (f"{manifest.path.name}: not used: {listing(told)}; the keys are {_KEYS}",)


def _json_rows(text: str) -> list[Mapping[str, Any]]:
    data = json.loads(text)
    if isinstance(data, dict):
        if isinstance(data.get("file"), str):
            data = [data]
        else:
            data = [{"file": name, **_facts(facts)} for name, facts in data.items()]
    if not isinstance(data, list) or not all(isinstance(row, dict) for row in data):
        raise ValueError("neither a list of objects nor an object")
    return data


def _facts(facts: object) -> Mapping[str, Any]:
    if not isinstance(facts, dict):
        raise ValueError("the facts of a file must be an object")
    return facts


def _csv_rows(text: str) -> list[Mapping[str, Any]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey=_REST)
    return [row for row in reader if any(row.values())]


def _manifest(path: Path, rows: list[Fields]) -> Manifest:
    for number, row in enumerate(rows, start=1):
        if row.get(Part.FILE) is None:
            raise ManifestError(str(path), f"entry {number} names no file", "give it a 'file'")
    order = settle_order(row.day or "" for row in rows)
    remarks = []
    entries = []
    for row in rows:
        day = row.day and published_day(row.day, order if needs_order(row.day) else None)
        if row.day and not day:
            remarks.append(
                f"{path.name}: no usable date for {row.get(Part.FILE)}: {row.day[:40]!r} "
                f"({day_advice([row.day[:40]])})"
            )
        entries.append(_entry(row, Known(published=day or None)))
    return Manifest(path, tuple(entries), tuple(remarks))


def _entry(row: Fields, day: Known) -> ManifestEntry:
    known = Known(
        title=clean_line(row.get(Part.TITLE)),
        publisher=clean_line(row.get(Part.PUBLISHER)),
        url=clean_line(row.get(Part.URL)),
        language=clean_line(row.get(Part.LANGUAGE)),
    )
    return ManifestEntry(row.get(Part.FILE) or "", known.over(day))


def _normal(name: str) -> str:
    return PurePosixPath(name.strip().replace("\\", "/")).as_posix()


def missing(manifest: Manifest, roots: Iterable[Path]) -> list[ManifestError]:
    """The entries whose file is nowhere to be found."""
    places = [manifest.path.parent, *roots]
    return [
        ManifestError(
            f"{manifest.path}: {entry.file}",
            "is named in the manifest but is not there",
            "correct the name, or take the entry out",
        )
        for entry in manifest.entries
        if not any(_exists(place / _normal(entry.file)) for place in places)
    ]


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        return False
