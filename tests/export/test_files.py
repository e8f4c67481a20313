from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.export.files import write_whole


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    write_whole(out, ["a\n", "b\n"])
    assert out.read_text(encoding="utf-8") == "a\nb\n"
    with pytest.raises(TallystickError, match="there already"):
        write_whole(out, ["c\n"])


def test_a_folder_that_is_not_there_is_to_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in ("none", "file"):
        with pytest.raises(TallystickError, match=r"x\.csv: its folder does not exist; make it"):
            write_whole(tmp_path / folder / "x.csv", ["a\n"])


@pytest.mark.parametrize("force", [False, True])
def test_a_database_is_never_written_over(tmp_path: Path, force: bool) -> None:
    path = tmp_path / "some.ledger"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE t (x)")
        db.commit()
    before = path.read_bytes()
    with pytest.raises(TallystickError, match="another name"):
        write_whole(path, ["c\n"], force=force)
    assert path.read_bytes() == before
