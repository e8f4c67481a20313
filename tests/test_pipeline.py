"""The whole flow with a reader of the test's own: resumes, leaves out, same with any jobs."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tallystick import pipeline
from tallystick.errors import ManifestError
from tallystick.ledger import Ledger
from tallystick.model.document import Document
from tallystick.model.statement import Field, Reading
from tallystick.model.values import Place, PlacePrecision
from tallystick.pipeline import Options, Progress, Summary, build, unread
from tests.builders import fact, reading, report

HILL = Place("Red Hill", PlacePrecision.SITE, "ts:red-hill", "IQ", None, 33.5, 43.25)


def reader(document: Document) -> Reading:
    """Finds one report wherever a text says "attacked"; chokes on some words."""
    if "choke" in document.text:
        raise ValueError("cannot swallow this")
    if "crash" in document.text:
        os._exit(9)
    if "attacked" not in document.text:
        return Reading(document)
    return reading(document, report(document, "attacked", fact(Field.WHERE, HILL, "Red Hill")))


def articles(folder: Path, count: int, *, odd: dict[int, str] | None = None) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        text = (odd or {}).get(number, f"Red Hill was attacked, day {number}.\n\nNo more is known.")
        (folder / f"{number:03}.txt").write_text(text)
    return folder


def built(paths: list[Path], file: Path, **options: object) -> Summary:
    with Ledger.open(file) as ledger:
        return build(paths, ledger, Options(read=reader, **options))  # type: ignore[arg-type]


_CONTENT = {
    "documents": "SELECT id, sha256, name, text FROM documents ORDER BY seq",
    "segments": "SELECT document, kind, start FROM segments ORDER BY document, position",
    "reports": "SELECT id, document, start FROM reports ORDER BY seq",
    "statements": "SELECT id, report, value FROM statements ORDER BY seq",
    "judgements": "SELECT id, a, b, verdict FROM judgements ORDER BY seq",
}


def content(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that documents say, without the numbers and times of runs."""
    with closing(sqlite3.connect(file)) as db:
        return {name: db.execute(sql).fetchall() for name, sql in _CONTENT.items()}


def test_a_build_reads_every_document_and_tells_what_it_did(tmp_path: Path) -> None:
    seen: list[Progress] = []
    summary = built([articles(tmp_path / "in", 3)], tmp_path / "a.ledger", watch=seen.append)
    assert (summary.read, summary.known, summary.reports, summary.left_out) == (3, 0, 3, [])
    assert seen[-1] == Progress(3, 3, "linking")


def test_the_same_documents_again_change_nothing(tmp_path: Path) -> None:
    folder, file = articles(tmp_path / "in", 3), tmp_path / "a.ledger"
    built([folder], file)
    before = content(file)
    again = built([folder], file)
    assert (again.read, again.known, again.reports, again.judgements) == (0, 3, 0, 0)
    assert content(file) == before


def test_the_ledger_is_the_same_whatever_the_number_of_jobs(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 30, odd={7: "choke on this", 12: "nothing happened"})
    one = built([folder], tmp_path / "1.ledger", jobs=1)
    two = built([folder], tmp_path / "2.ledger", jobs=2)
    assert content(tmp_path / "1.ledger") == content(tmp_path / "2.ledger")
    assert one.read == two.read == 29
    assert list(map(str, one.left_out)) == list(map(str, two.left_out))


def test_what_cannot_be_read_is_left_out_with_its_name_and_reason(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 24, odd={3: "choke", 5: "crash", 9: ""})
    summary = built([folder], tmp_path / "a.ledger", jobs=2)
    assert summary.read == 21
    reasons = {Path(error.name).name: error.reason for error in summary.left_out}
    assert reasons == {
        "003.txt": "ValueError: cannot swallow this",
        "005.txt": "reading it ended the process (exit code 9)",
        "009.txt": "is empty",
    }
    with Ledger.open(tmp_path / "a.ledger", read_only=True) as ledger:
        assert {Path(name).name for name, _ in ledger.left_out()} == {
            "003.txt", "005.txt", "009.txt"
        }  # fmt: skip


def test_what_was_left_out_is_tried_again(tmp_path: Path) -> None:
    folder, file = articles(tmp_path / "in", 2, odd={1: "choke"}), tmp_path / "a.ledger"
    built([folder], file)
    with Ledger.open(file) as ledger:
        summary = build([folder], ledger, Options(read=Reading))
    assert (summary.read, summary.known, summary.left_out) == (1, 1, [])


def test_an_interrupted_build_goes_on_where_it_stopped(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 40)

    def stop(progress: Progress) -> None:
        if progress.done >= 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        built([folder], tmp_path / "cut.ledger", watch=stop)
    resumed = built([folder], tmp_path / "cut.ledger")
    assert resumed.known >= 20
    assert resumed.read + resumed.known == 40
    built([folder], tmp_path / "whole.ledger")
    assert content(tmp_path / "cut.ledger") == content(tmp_path / "whole.ledger")


def test_the_ledger_is_the_same_when_threads_read(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 30, odd={7: "choke on this", 12: "nothing happened"})
    one = built([folder], tmp_path / "1.ledger", jobs=1)
    two = built([folder], tmp_path / "2.ledger", threads=4)
    assert content(tmp_path / "1.ledger") == content(tmp_path / "2.ledger")
    assert list(map(str, one.left_out)) == list(map(str, two.left_out))


def test_threads_keep_each_document_at_once(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 12)

    def stop(progress: Progress) -> None:
        if progress.done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        built([folder], tmp_path / "cut.ledger", watch=stop, threads=2)
    assert built([folder], tmp_path / "cut.ledger", threads=2).known == 5


def test_what_a_build_would_read_is_what_the_ledger_lacks(tmp_path: Path) -> None:
    folder, file = articles(tmp_path / "in", 3, odd={1: ""}), tmp_path / "a.ledger"
    with Ledger.open(file) as ledger:
        assert [Path(d.name).name for d in unread([folder], ledger)] == ["000.txt", "002.txt"]
        build([folder], ledger, Options(read=reader))
        assert list(unread([folder], ledger)) == []


def test_the_ledger_keeps_who_read_a_document(tmp_path: Path) -> None:
    def other(document: Document) -> Reading:
        return Reading(document, reader="llm small, prompt 1")

    folder = articles(tmp_path / "in", 2)
    with Ledger.open(tmp_path / "a.ledger") as ledger:
        build([folder], ledger, Options(read=other))
    with Ledger.open(tmp_path / "a.ledger", read_only=True) as ledger:
        assert {r.reader for r in ledger.readings()} == {"llm small, prompt 1"}


def test_a_manifest_that_is_not_there_stops_the_build_before_it_begins(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 1)
    with pytest.raises(ManifestError):
        built([folder], tmp_path / "a.ledger", manifest=tmp_path / "none.json")


def test_the_flow_is_on_one_screen() -> None:
    lines = Path(pipeline.__file__).read_text(encoding="utf-8").splitlines()
    start = next(n for n, text in enumerate(lines) if text.startswith("def build("))
    body = list(_until_next_definition(lines[start + 1 :]))
    assert len(body) <= 24


def _until_next_definition(lines: list[str]) -> Iterator[str]:
    for text in lines:
        if text.startswith(("def ", "class ")):
            return
        yield text
