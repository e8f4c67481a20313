from __future__ import annotations

import pytest
from eval.muc.phrases import opens, phrase, tokens

from tallystick.model.document import Span

TEXT = (
    "SOURCES SAID THREE HEAVILY ARMED MEN IN A CAR OPENED FIRE ON THE OLD TOWN HALL, THE "
    "HEADQUARTERS OF THE SECOND GREEN PARTY AND 21 FISHERMEN WHO WERE NEARBY."
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("MEN", "heavily armed men"),  # from its first adjective on
        ("THREE HEAVILY ARMED MEN IN A CAR", "heavily armed men"),  # to where it ends
        ("THE OLD", "old town hall"),  # with what stands beside the span
        ("21", "fishermen"),  # from the number on
        ("OPENED FIRE", ""),  # a deed
    ],
)
def test_a_phrase_has_its_own_words_without_article_and_number(words: str, said: str) -> None:
    assert phrase(TEXT, at(words)).said == said


def test_a_phrase_begins_after_the_words_to_pass_over() -> None:
    span = at("OPENED FIRE ON THE OLD TOWN HALL")
    assert phrase(TEXT, span, at=3).said == "old town hall"


def test_a_phrase_knows_what_stands_around_it() -> None:
    assert phrase(TEXT, at("FISHERMEN")).lead[-2:] == ("and", "21")
    assert phrase(TEXT, at("HEADQUARTERS")).of == "green party"
    assert phrase(TEXT, at("MEN")).of == ""


def test_tokens_keep_names_and_marks_apart() -> None:
    assert tokens("A U.S. AK-47, [HIS]") == ["a", "u.s.", "ak-47", ",", "[", "his", "]"]


@pytest.mark.parametrize("word", ["the", "several", "12", "1,200", "2d", "thirty-six", "twenty"])
def test_articles_and_numbers_open_a_phrase(word: str) -> None:
    assert opens(word)


@pytest.mark.parametrize("word", ["tower", "sixtus", "fifteenth-century"])
def test_other_words_do_not(word: str) -> None:
    assert not opens(word)


@pytest.mark.parametrize("text", ["THE", "BOMBED.", "- - -", "«»", "TWO"])
def test_marks_verbs_and_openers_are_no_phrase(text: str) -> None:
    assert phrase(text, Span(0, len(text))).words == ()
