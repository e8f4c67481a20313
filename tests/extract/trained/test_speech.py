"""Who says what by the tags: which teller goes with which words."""

from __future__ import annotations

import pytest

from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.trained.speech import (
    _bare,
    _begun_anew,
    _has_its_own,
    _named,
    _Teller,
    _told_apart,
)
from tallystick.model.document import Span, Stretches
from tallystick.model.statement import Stance
from tests.builders import span_of


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


@pytest.mark.parametrize(
    ("text", "anew"),
    [
        ("The Reds denied it.\n\n13:50 - Word of a raid on Ostrel.", True),
        ("The Reds denied it.\n\n“Word of a raid is false.”", False),
        ("The Reds denied it:\n\nWord of a raid is false.", False),
        ("The Reds denied it.\nWord of a raid is false.", False),
    ],
)
def test_the_next_entry_is_nobodys_words(text: str, anew: bool) -> None:
    content = Span(text.index("Word"), len(text))
    assert _begun_anew(text, content, span_of(text, "The Reds denied")) is anew


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


@pytest.mark.parametrize(
    ("text", "ruled", "tagged", "wanted"),
    [
        ("Late in Orun state radio said two died.", "Late in Orun state radio", "state radio", 1),
        ("Moreover a guard said two died.", "Moreover a guard", "a guard", 1),
        ("The V.L. state department said so.", "The V.L. state department", "state department", 0),
        ("The Velian army said two died.", "The Velian army", "army", 0),
        ("Rebels led by the Hawks said two died.", "Rebels led by the Hawks", "the Hawks", 0),
        ("The Orra relief council said two died.", "council", "The Orra relief council", 1),
        (
            "Figures kept by the Orra council said so.",
            "the Orra council",
            "Figures kept by the Orra council",
            0,
        ),
        ("At 9 Updated 3 May council said two died.", "council", "Updated 3 May council", 0),
    ],
)
def test_a_source_is_cut_as_the_tags_cut_it(
    text: str, ruled: str, tagged: str, wanted: bool
) -> None:
    assert _source(text, ruled, tagged, unlikely=False) == (tagged if wanted else ruled)


def test_the_tags_name_another_source_where_the_rules_one_is_unlikely() -> None:
    text = "A raid killed ten men who hold Orun the army said."
    assert _source(text, "Orun", "the army", unlikely=True) == "the army"
    assert _source(text, "Orun", "the army", unlikely=False) == "Orun"
    assert _source("“A raid on Orun” said Ann Reed.", "Orun", "Ann Reed", unlikely=True) == "Orun"


def test_what_stands_before_a_source_that_is_cut_is_said_by_it() -> None:
    text = "A mine killed the imam of Orun state radio said."
    told = _renamed(text, "the imam of Orun state radio", "state radio", unlikely=False)
    assert told.content.of(text) == "A mine killed the imam of Orun "


def _source(text: str, ruled: str, tagged: str, *, unlikely: bool) -> str:
    return _renamed(text, ruled, tagged, unlikely=unlikely).source.of(text)


def _renamed(text: str, ruled: str, tagged: str, *, unlikely: bool) -> Attribution:
    source, near, cue = (
        Span(text.rindex(w), text.rindex(w) + len(w)) for w in (ruled, tagged, "said")
    )
    after = cue.end < len(text) - 2
    content = Span(cue.end, len(text)) if after else Span(0, source.start)
    told = Attribution(source, cue, content, Stance.REPORTS)
    tellers = Stretches([(cue, _Teller(near, cue))])
    return _named(text, told, tellers, unlikely=unlikely)
