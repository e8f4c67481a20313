from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tallystick.errors import ManifestError
from tallystick.intake import read_manifest

ENTRY = {"file": "a.txt", "publisher": "The Harbour Post", "published": "2021-03-04"}


def written(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "data", [[ENTRY], ENTRY, {"a.txt": {k: v for k, v in ENTRY.items() if k != "file"}}]
)
def test_json_in_three_shapes(tmp_path: Path, data: object) -> None:
    manifest = read_manifest(written(tmp_path / "m.json", json.dumps(data)))
    (entry,) = manifest.entries
    assert entry.file == "a.txt"
    assert entry.known.publisher == "The Harbour Post"
    assert entry.known.published is not None
    assert entry.known.published.start == date(2021, 3, 4)
    assert entry.known.title is None


def test_csv_and_the_order_of_its_dates(tmp_path: Path) -> None:
    table = "File,Source,Pub date\na.txt,Post,4/5/2021\nb.txt,Post,4/19/2021\n"
    manifest = read_manifest(written(tmp_path / "m.csv", table))
    days = [e.known.published.start for e in manifest.entries if e.known.published]
    assert days == [date(2021, 4, 5), date(2021, 4, 19)]


def test_a_date_that_is_none_is_unknown_and_told(tmp_path: Path) -> None:
    data = [ENTRY | {"published": "0000-00-00"}]
    manifest = read_manifest(written(tmp_path / "m.json", json.dumps(data)))
    assert manifest.entries[0].known.published is None
    assert "a.txt" in manifest.remarks[0]
    assert "write a day as" in manifest.remarks[0]


def test_a_key_that_seems_mistyped_is_told(tmp_path: Path) -> None:
    data = [ENTRY, {"file": "b.txt", "publshd": "2021-03-04", "section": "World"}]
    manifest = read_manifest(written(tmp_path / "m.json", json.dumps(data)))
    (told,) = manifest.remarks
    assert told.startswith("m.json: not used: 'publshd' (published?); the keys are file, publ")


def test_unknown_keys_are_told_where_no_day_or_publisher_is_known(tmp_path: Path) -> None:
    path = written(tmp_path / "m.csv", "file,paper,published,\na.txt,Post,2021-03-04,1,2\n")
    (told,) = read_manifest(path).remarks
    assert "not used: 'paper'; " in told


def test_a_manifest_may_say_more_than_is_asked(tmp_path: Path) -> None:
    data = json.dumps([ENTRY | {"section": "World", "Outlet": "Post", "author": "Ann Lee"}])
    assert read_manifest(written(tmp_path / "m.json", data)).remarks == ()


@pytest.mark.parametrize(
    "content", ["", "{", "3", '["a.txt"]', '[{"publisher": "x"}]', '{"a.txt": 3}', "[" * 9000]
)
def test_what_is_no_manifest(tmp_path: Path, content: str) -> None:
    path = written(tmp_path / "m.json", content)
    with pytest.raises(ManifestError, match=r"m\.json"):
        read_manifest(path)


def test_a_manifest_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="cannot be read"):
        read_manifest(tmp_path / "none.json")
