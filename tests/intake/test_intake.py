"""The front door: what goes in, what comes out, and every kind of bad input."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tallystick.errors import IntakeError
from tallystick.intake import Intake, Intaken, Limits, Manifest, read_manifest

ACCOUNT = "Two rockets landed near a supply depot outside Marat on Wednesday, the ministry said."
LOG = f"Friday 5 March 2021\n{ACCOUNT}\n\nSaturday 6 March 2021\n{ACCOUNT}\n\n"
ARTICLE = f"Rockets fall near depot\n\n{ACCOUNT}\n\nNo one was hurt, according to the ministry.\n"


def read(
    *paths: Path, manifest: Manifest | None = None, limits: Limits | None = None
) -> tuple[list[Intaken], list[IntakeError], list[str]]:
    intake = Intake(paths, manifest=manifest, limits=limits)
    items = list(intake)
    good = [item for item in items if isinstance(item, Intaken)]
    bad = [item for item in items if isinstance(item, IntakeError)]
    return good, bad, intake.notices


def manifest_of(folder: Path, entries: Sequence[dict[str, str]]) -> Manifest:
    path = folder / "manifest.json"
    path.write_text(json.dumps(entries))
    return read_manifest(path)


def test_a_text_and_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    ((item,), bad, notices) = read(tmp_path)
    assert not bad
    assert not notices
    assert item.document.sha256 == hashlib.sha256(item.content).hexdigest()
    assert item.content == ARTICLE.encode()
    assert item.document.text == ARTICLE
    assert item.document.title == "Rockets fall near depot"
    assert (item.document.published, item.document.retrieved) == (None, None)


def test_the_manifest_fills_in_and_changes_the_id(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    ((plain,), _, _) = read(tmp_path)
    entry = {"file": "a.txt", "publisher": "Post", "published": "2021-03-04", "language": "en"}
    ((item,), bad, _) = read(tmp_path, manifest=manifest_of(tmp_path, [entry]))
    assert not bad
    assert item.document.publisher == "Post"
    assert item.document.language == "en"
    assert item.document.published is not None
    assert item.document.published.start == date(2021, 3, 4)
    assert item.document.id != plain.document.id


def test_a_manifest_in_the_folder_is_not_used_unasked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    manifest_of(tmp_path, [{"file": "a.txt", "published": "2021-03-04"}])
    ((item,), bad, notices) = read(tmp_path)
    assert item.document.published is None
    assert not bad
    assert any("--manifest" in notice for notice in notices)


def test_a_manifest_that_names_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    manifest = manifest_of(tmp_path, [{"file": "gone.txt"}, {"file": "a.txt"}])
    good, (error,), _ = read(tmp_path, manifest=manifest)
    assert len(good) == 1
    assert "gone.txt" in str(error)


def test_folders_in_order_hidden_and_unknown_files_aside(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/c.txt", "a.txt", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ARTICLE + name)
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF")
    good, (error,), notices = read(tmp_path)
    assert [item.document.name for item in good] == ["a.txt", "b.txt", "sub/c.txt"]
    assert "paper.pdf" in error.name
    assert "save its text" in error.advice
    assert any("picture.jpg" in notice for notice in notices)


def test_each_file_once_and_loops_end(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "same.txt").symlink_to(folder / "a.txt")
    good, bad, _ = read(folder, folder, folder / "a.txt")
    assert len(good) == 1
    assert not bad


def test_two_readings_agree(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(ARTICLE + name)
    intake = Intake([tmp_path])
    assert list(intake) == list(intake) == list(Intake([tmp_path]))
    assert intake.total() == 2


BAD_TEXTS = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\n", "is empty"),
    "marks.txt": (b"\xef\xbb\xbf\x00", "no text"),
    "binary.txt": (bytes(range(256)) * 50, "binary"),
    "disguised.txt": (b"%PDF-1.4 and so on", "a PDF"),
    "bare.html": (b"<html><body></body></html>", "no article"),
    "menu.html": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article"),
    "noise.html": (b"<" * 5000, "not a web page"),
    "odd.html": (b"&<![ " * 5000, ""),
    "huge.html": (b"<p>x" * 70_000, "elements"),
    "nested.html": (b"<div>" * 200_000 + b"text" + b"</div>" * 200_000, "elements"),
    "attributes.html": (
        b"<p " + b" ".join(b"a%d=1" % i for i in range(9000)) + b">x",
        "attributes",
    ),
    "nothing.jsonl": (b"\n\n", "holds no document"),
    "nothing.csv": (b"\n\n", "is empty"),
    "late.csv": (b"\ntitle,text\na,b\n", "no column"),
    "null.jsonl": (b"null\n", "is not a JSON object (it is null)"),
    "header.csv": (b"title,text\n", "holds no document"),
    "columns.csv": (b"a,b\n1,2\n", "no column for the text"),
    "binary.csv": (bytes(range(256)) * 50, "binary"),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_bad_files_are_named_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    content, reason = BAD_TEXTS[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(ARTICLE)
    good, (error,), _ = read(tmp_path)
    assert [item.document.name for item in good] == ["z.txt"]
    assert name in error.name
    assert reason in error.reason
    assert error.advice


def test_fifty_megabytes_are_left_out_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    _, (error,), _ = read(path)
    assert "too large" in error.reason
    assert "large.txt" in error.name


def test_paths_that_are_not_there_or_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "notes.md").write_text(ARTICLE)
    paths = [tmp_path / name for name in ("gone.txt", "empty", "dangling.txt", "notes.md")]
    good, bad, _ = read(*paths)
    assert not good
    reasons = ["is not there", "nothing to read", "link to nothing", "not read (.md)"]
    assert [r for r, e in zip(reasons, bad, strict=True) if r in e.reason] == reasons


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to the superuser")
def test_files_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "a.txt").chmod(0)
    _, (error,), _ = read(tmp_path)
    assert "cannot be read" in error.reason


def test_a_path_behind_a_locked_folder_is_not_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, **_: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    manifest = manifest_of(tmp_path, [])
    monkeypatch.setattr(Path, "stat", fail)
    _, (error,), _ = read(tmp_path / "locked" / "a.txt", manifest=manifest)
    assert "cannot be read (Permission denied)" in error.reason


def test_a_file_that_fails_while_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)

    def fail(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", fail)
    _, (error,), _ = read(tmp_path)
    assert "Permission denied" in error.reason


def test_wrong_encoding_is_read_with_a_notice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        "“Two rockets”, said the café owner in Marat.".encode("cp1252")
    )
    ((item,), bad, (notice,)) = read(tmp_path)
    assert not bad
    assert item.document.text.startswith("“Two rockets”, said the café")
    assert "a.txt" in notice
    assert "cp1252" in notice


def test_a_file_name_that_no_encoding_writes(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(ARTICLE)
    ((item,), _, _) = read(tmp_path)
    item.document.name.encode()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Depot hit\n\n{ACCOUNT}\n\nUpdated: March 05, 2021, 1:35 PM", date(2021, 3, 5)),
        (f"Posted: Friday, March 5, 2021 8:18 PM EST\n\n{ACCOUNT}", date(2021, 3, 5)),
        (f"MARAT, 5 MAR 90 (RADIO ARLAND) -- [TEXT] {ACCOUNT}", date(1990, 3, 5)),
        (f"Mar 052021 {ACCOUNT}", date(2021, 3, 5)),
        (f"Date of publication 5 March 2021 {ACCOUNT}", date(2021, 3, 5)),
        (f"AFP Friday 5 Mar 2021 {ACCOUNT}", date(2021, 3, 5)),
        (f"March 5 2021 2037 UTC+3 {ACCOUNT}", date(2021, 3, 5)),
        (f"MARAT, Dec 8 (Reuters) - {ACCOUNT}", None),
        (f"{ACCOUNT} It came a year after the raid of March 5, 2020.", None),
        (f"In this May 2, 2019, photo, men rest. (AP Photo/A. Lee)\n\n{ACCOUNT}", None),
        (f"{LOG}Sunday 7 March 2021\n{ACCOUNT}", None),
        (f"{LOG}{ACCOUNT}", date(2021, 3, 5)),
    ],
)
def test_the_day_only_where_the_text_declares_it(
    tmp_path: Path, text: str, day: date | None
) -> None:
    (tmp_path / "a.txt").write_text(text)
    ((item,), _, _) = read(tmp_path)
    published = item.document.published
    assert (published.start if published else None) == day
