"""Versions of a document: which there are, in which order, and what one changed in the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tallystick.ledger import Ledger
from tallystick.model.document import Document
from tallystick.web.versions import Change, Comparison, by_end, compared, in_order, paragraphs
from tests.builders import document, reading
from tests.web.conftest import room
from tests.web.pages import read

texts = st.lists(st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), min_size=1).map(" ".join))


def words(found: Comparison, *changes: Change) -> list[str]:
    told = [w.text for p in found.runs for w in p.words if w.change in changes]
    return " ".join(told).split()


def all_words(text: list[str]) -> list[str]:
    return " ".join(text).split()


@given(texts, texts, st.sampled_from([0, 20, 10**6]))
def test_kept_and_put_in_are_the_new_words_kept_and_taken_out_the_old(
    old: list[str], new: list[str], most: int
) -> None:
    found = compared(old, new, most)
    assert words(found, Change.KEPT, Change.IN) == all_words(new)
    assert words(found, Change.KEPT, Change.OUT) == all_words(old)
    assert found.same == (all_words(old) == all_words(new))


@given(texts)
def test_of_a_text_and_itself_every_paragraph_is_unchanged(text: list[str]) -> None:
    found = compared(text, text, 0)
    assert sum(p.unchanged for p in found.runs) == len(text)
    assert found.same
    assert not found.coarse


def test_one_word_is_told_among_those_that_stay() -> None:
    old = ["The head.", "A shell hit the mill; two were hurt.", "Rain fell.", "The end."]
    new = ["The head.", "A shell hit the mill; five were hurt.", "Rain fell.", "The end."]
    found = compared(old, new)
    assert [p.unchanged for p in found.runs] == [1, 0, 2]
    assert [(str(w.change), w.text) for w in found.runs[1].words] == [
        ("kept", "A shell hit the mill;"),
        ("taken out", "two"),
        ("put in", "five"),
        ("kept", "were hurt."),
    ]


def test_a_paragraph_with_little_in_common_is_shown_whole() -> None:
    found = compared(["The road was cut at noon."], ["Nobody at the mill saw who came by boat."])
    assert [w.change for p in found.runs for w in p.words] == [Change.OUT, Change.IN]


def test_a_text_made_to_take_long_is_cut_short_and_says_so() -> None:
    began = process_time()
    found = compared(["x " + "a " * 20_000 + "y"], ["z " + "a b " * 10_000 + "w"])
    assert found.coarse
    assert process_time() - began < 2
    assert words(found, Change.KEPT) == []


def test_a_long_text_with_one_new_word_is_compared_word_by_word() -> None:
    old = "the town and the road " * 20_000
    found = compared([old + "two " + old], [old + "five " + old])
    assert not found.coarse
    assert words(found, Change.OUT) == ["two"]
    assert words(found, Change.IN) == ["five"]


def test_paragraphs_are_those_of_the_segments_and_of_blank_lines() -> None:
    assert paragraphs(document("One.\n\nTwo\nlines.\n \n\nThree.")) == [
        "One.",
        "Two\nlines.",
        "Three.",
    ]


def test_versions_go_by_what_superseded_what_then_by_day() -> None:
    days = {"first": "2024-05-01", "second": "2024-05-02", "third": "2024-05-03"}
    made = [document(word, published=day) for word, day in days.items()]
    first, second, third = (each.id for each in made)
    documents = {each.id: each for each in made}
    pairs = by_end([(second, third), (first, third)])
    for id in documents:
        assert [d.id for d in in_order(id, pairs, documents)] == [first, second, third]
    against = by_end([(third, first), (first, second)])
    assert [d.id for d in in_order(first, against, documents)] == [third, first, second]
    assert in_order(first, {}, documents) == [made[0]]


# -- the page ----------------------------------------------------------------------------

HOSTILE = "<script>alert(1)</script>"
OLD = document(
    f"Shells fell on the mill.\n\nTwo were hurt {HOSTILE}.\n\nRain fell.", name="old.txt",
    url="https://news.example/1", published="2024-05-01", title="The first",
    retrieved=datetime(2024, 5, 2, 10, 30, tzinfo=UTC),
)  # fmt: skip
NEW = document(
    "Shells fell on the mill.\n\nFive were hurt <img src=x>.\n\nRain fell.", name="new.txt",
    url="https://news.example/1", published="2024-05-03", title="The second",
)  # fmt: skip
ALONE = document("Nothing else is known.", name="alone.txt", published="2024-05-01")


def opened(path: Path, *documents: Document) -> Iterator[Client]:
    with Ledger.open(path) as ledger:
        run = ledger.start_run("build")
        ledger.add_many([(reading(d), d.text.encode()) for d in documents], run=run)
        ledger.finish_run(run)
    yield from room(path)


@pytest.fixture
def versions(tmp_path: Path) -> Iterator[Client]:
    yield from opened(tmp_path / "versions.ledger", OLD, NEW, ALONE)


def at(found: Document, asked: str = "") -> str:
    return f"/documents/{found.id}/{asked}"


def test_the_page_lists_the_versions_and_tells_what_changed(versions: Client) -> None:
    page = read(versions, at(NEW))
    assert "2 versions of this document" in page.words
    assert (
        "The first · published 2024-05-01 · recorded 2024-05-02 10:30 UTC · does not" in page.words
    )
    assert "This page · published 2024-05-03 · counts" in page.words
    assert at(OLD) in page.links
    assert page.words.count("1 paragraph unchanged") == 2
    assert (
        f"taken out: Two put in: Five were hurt taken out: {HOSTILE}. put in: <img src=x>."
        in page.words
    )
    assert page.of("del")
    assert page.of("ins")
    assert page.of("script") == []
    assert all(given["src"] == "/static/mark.svg" for given in page.of("img"))


def test_the_first_version_and_one_alone_are_compared_with_nothing(versions: Client) -> None:
    first = read(versions, at(OLD))
    assert at(NEW) in first.links
    assert "A newer text has superseded this one" in first.words
    assert first.of("del") == []
    assert "ersions of this document" not in read(versions, at(ALONE)).words


def test_as_known_on_a_day_a_later_version_is_not_there(versions: Client) -> None:
    page = read(versions, at(OLD, "?as_known_on=2024-05-02"))
    assert "ersions of this document" not in page.words
    assert "superseded" not in page.words
    later = read(versions, at(NEW, "?as_known_on=2024-05-03"))
    assert at(OLD, "?as_known_on=2024-05-03") in later.links


def test_the_same_text_with_another_day_changed_no_word(tmp_path: Path) -> None:
    corrected = document(ALONE.text, name=ALONE.name, published="2024-05-04")
    for client in opened(tmp_path / "corrected.ledger", ALONE, corrected):
        page = read(client, at(corrected))
        assert "No word of the text." in page.words
        assert at(ALONE) in page.links


def test_texts_too_long_to_compare_by_word_stand_whole_and_the_page_says_so(tmp_path: Path) -> None:
    url = "https://news.example/2"
    old = document("x " + "a " * 2_000 + "y", url=url, published="2024-05-01")
    new = document("z " + "b a " * 1_000 + "w", url=url, published="2024-05-02")
    for client in opened(tmp_path / "long.ledger", old, new):
        assert "too long to compare word by word" in read(client, at(new)).words
        assert "too long" not in read(client, at(old)).words
