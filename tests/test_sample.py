"""The sample that ships: whole, sourced, in words of its own, and read without an error."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest

from tallystick.errors import IntakeError
from tallystick.intake import Intake, read_manifest
from tallystick.model.document import Document, SegmentKind
from tallystick.vocab.calendar import parse_day

ROOT = Path(__file__).parent.parent
ELSEWHERE = Path(os.environ.get("TALLYSTICK_TEXTS", ROOT.parent / "shared"))
LONGEST_COMMON = 12  # words; a run as long as this is somebody's sentence
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with as_file(files("tallystick").joinpath("sample")) as path:
        yield path


@pytest.fixture(scope="module")
def entries(folder: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return entries


@pytest.fixture(scope="module")
def records(folder: Path) -> list[dict[str, Any]]:
    """The lines of the record file."""
    text = (folder / "62-four-records.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def documents(folder: Path) -> list[Document]:
    intake = Intake([folder], manifest=read_manifest(folder / "manifest.json"))
    items = list(intake)
    assert [item for item in items if isinstance(item, IntakeError)] == []
    assert intake.notices == []
    return [item.document for item in items if not isinstance(item, IntakeError)]


def test_there_are_enough_reports_and_no_two_are_alike(documents: list[Document]) -> None:
    assert len(documents) >= 44
    assert Counter(d.text for d in documents).most_common(1)[0][1] == 1
    assert Counter(d.title for d in documents).most_common(1)[0][1] == 1


def test_every_file_is_listed_and_every_listed_file_is_there(
    folder: Path, entries: list[dict[str, Any]]
) -> None:
    listed = [entry["file"] for entry in entries]
    there = [p.name for p in folder.iterdir() if p.suffix in {".txt", ".html", ".jsonl"}]
    assert sorted(listed) == sorted(there)
    assert {Path(name).suffix for name in listed} == {".txt", ".html", ".jsonl"}


def test_each_says_what_it_restates(
    entries: list[dict[str, Any]], records: list[dict[str, Any]]
) -> None:
    for entry in entries + records:
        assert entry["restates"], entry
        for source in entry["restates"]:
            assert source["publisher"].strip()
            assert source["address"] or source.get("note"), source


def test_the_dates_of_sources_are_dates(
    entries: list[dict[str, Any]], records: list[dict[str, Any]]
) -> None:
    dates = [source["date"] for entry in entries + records for source in entry["restates"]]
    bad = [d for d in dates if d and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", d)]
    assert bad == []
    assert all(parse_day(d) for d in dates if d and len(d) == len("2023-10-18"))


def test_publishers_are_plainly_made_up_and_days_are_known(documents: list[Document]) -> None:
    assert {d.publisher and d.publisher.split()[0] for d in documents} == {"Sample"}
    assert all(d.published and d.published.is_day for d in documents)
    assert all(d.language == "en" and d.url is None for d in documents)


def test_the_records_keep_what_they_say_of_themselves(
    documents: list[Document], records: list[dict[str, Any]]
) -> None:
    read = {d.title: d for d in documents if d.name.startswith("62-")}
    assert len(read) == len(records) == 4
    for record in records:
        document = read[record["title"]]
        assert document.publisher == record["publisher"]
        assert document.published == parse_day(record["published"])


def test_reports_are_short(documents: list[Document]) -> None:
    words = {d.name: len(d.text.split()) for d in documents}
    assert {name: n for name, n in words.items() if not 80 <= n <= 230} == {}


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (SegmentKind.CAPTION, "File photo: US soldiers"),
        (SegmentKind.TEASER, "Read more: Who are the groups"),
        (SegmentKind.UPDATE_STAMP, "Updated: October 18, 2023"),
        (SegmentKind.BOILERPLATE, "Share this article"),
        (SegmentKind.COMMENTS, "Comments are moderated"),
        (SegmentKind.DATELINE, "BOGOTA, 7 DEC 89"),
    ],
)
def test_what_is_no_account_is_told_apart(
    documents: list[Document], part: SegmentKind, words: str
) -> None:
    document = next(d for d in documents if words in d.text)
    start = document.text.index(words)
    kinds = [s.kind for s in document.segments if s.span.start <= start < s.span.end]
    assert kinds == [part]


def test_furniture_of_pages_is_no_account(documents: list[Document]) -> None:
    pages = [d for d in documents if d.name.endswith(".html")]
    assert len(pages) == 3
    for page in pages:
        account = " ".join(s.span.of(page.text) for s in page.account)
        for words in ("Sample Pictures", "Comments are closed", "remembered", "made up for"):
            assert words not in account, page.name


def test_nobody_is_quoted_word_for_word(documents: list[Document]) -> None:
    assert [d.name for d in documents if re.search('["\u201c\u201d]', d.text)] == []


def test_the_page_lists_each_report_with_its_sources(
    entries: list[dict[str, Any]], records: list[dict[str, Any]]
) -> None:
    lines = (ROOT / "docs" / "sample.md").read_text("utf-8").splitlines()
    listed = {line.split(" | ")[0].strip("| "): line for line in lines if line.startswith("| `")}
    expected = {f"`{Path(e['file']).stem}`": e for e in entries if e["title"]}
    expected |= {f"`62-four-records`: {r['id']}": r for r in records}
    assert len(expected) >= 44
    for name, entry in expected.items():
        sources = entry["restates"]
        missing = [s for s in sources if (s["address"] or s["publisher"]) not in listed[name]]
        assert missing == [], name


def test_no_sentence_is_anybody_elses(folder: Path) -> None:
    others = _others()
    if not others:
        pytest.skip("no other texts to compare with")
    reports = [path for path in folder.iterdir() if path.name != "manifest.json"]
    ours = {run: path.name for path in reports for run in _runs(_words(_plain(path)))}
    common = {
        (ours[run], " ".join(run))
        for path in others
        for run in _runs(_words(path.read_text("utf-8", errors="replace")))
        if run in ours
    }
    assert common == set()


def _others() -> list[Path]:
    """The texts of other people that this machine has beside the checkout."""
    return [
        *ELSEWHERE.glob("seeds/*.txt"),
        *ELSEWHERE.glob("benchmarks/fakes/*.csv"),
        *ELSEWHERE.glob("benchmarks/gva/documents.jsonl"),
        *ELSEWHERE.glob("facts/*.json"),
    ]


def _plain(path: Path) -> str:
    text = path.read_text("utf-8")
    return _TAG.sub(" ", text) if path.suffix == ".html" else text


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + LONGEST_COMMON]) for i in range(len(words) - LONGEST_COMMON + 1))
