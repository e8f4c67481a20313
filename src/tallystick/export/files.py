"""Writing a whole file or nothing: to a neighbour first, then renamed over."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from tallystick.errors import TallystickError

_SQLITE = b"SQLite format 3\x00"


def write_whole(path: Path, content: Iterable[str] | bytes, *, force: bool = False) -> None:
    """Writes bytes, or lines as UTF-8; the file is complete or not there.

    Raises :class:`TallystickError` when the file exists (unless ``force``), its folder does not,
    or it cannot be written; whatever stood there before then still stands.
    """
    if is_database(path):
        raise TallystickError(f"{path}: is a ledger or another database; give another name")
    if path.exists() and not force:
        raise TallystickError(f"{path}: is there already (give another name, or --force)")
    if not path.parent.is_dir():
        raise TallystickError(f"{path}: its folder does not exist; make it first")
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        _fill(draft, content)
        draft.replace(path)
    except OSError as error:
        raise TallystickError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)


def is_database(path: Path) -> bool:
    """Whether a file there is an SQLite database: never to be written over."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _fill(draft: Path, content: Iterable[str] | bytes) -> None:
    parts = [content] if isinstance(content, bytes) else (text.encode() for text in content)
    with draft.open("wb") as file:
        file.writelines(parts)
        file.flush()
        os.fsync(file.fileno())
