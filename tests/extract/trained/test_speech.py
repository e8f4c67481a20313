"""Who says what by the tags: which teller goes with which words."""

from __future__ import annotations

import pytest

from tallystick.extract.trained.speech import _bare, _has_its_own, _Teller, _told_apart
from tallystick.model.document import Span


def _between(text: str, content: str, teller: str) -> bool:
    spans = (Span(text.index(w), text.index(w) + len(w)) for w in (content, teller))
    return _told_apart(text, *spans)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Shells fell. The mayor called it a crime.", True),
        ("Shells fell, the mayor said.", False),
        ("“Shells fell.” The mayor said so.", False),
    ],
)
def test_a_teller_of_the_next_sentence_says_nothing_of_the_one_before(
    text: str, apart: bool
) -> None:
    assert _between(text, "Shells fell", "mayor") is apart


def test_the_time_of_an_entry_is_no_part_of_a_source() -> None:
    text = "10.30 Residents said so"
    assert _bare(text, Span(3, 15)).of(text) == "Residents"
    assert _bare("30 residents said", Span(0, 12)) == Span(0, 12)


@pytest.mark.parametrize("words", ["; the army", "| the army", "the army meanwhile"])
def test_marks_and_adverbs_are_no_part_of_a_source(words: str) -> None:
    assert _bare(words, Span(0, len(words))).of(words) == "the army"


def test_an_article_alone_takes_its_noun() -> None:
    assert _bare("The statement called for calm.", Span(0, 3)) == Span(0, 13)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("A blast wrecks a bus, both sides deny laying a mine", True),
        ("A blast wrecks a bus, both sides deny", False),
        ("A blast wrecks a bus, both sides deny on Monday", False),
    ],
)
def test_what_is_denied_follows_the_word_for_it(text: str, own: bool) -> None:
    source, cue = (Span(text.index(w), text.index(w) + len(w)) for w in ("both sides", "deny"))
    content = Span(0, text.index(","))
    assert _has_its_own(text, content, _Teller(source, cue)) is own
