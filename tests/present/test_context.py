"""The sentence around a span."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.document import Span
from tallystick.present.context import sentence_span, told_name
from tests.builders import document, span_of


def around(text: str, words: str) -> str:
    return sentence_span(document(text), span_of(text, words)).of(text)


def test_a_sentence_ends_at_its_stop() -> None:
    assert around("One fell. Two hit the base! Three missed.", "hit") == "Two hit the base!"


def test_initials_and_titles_do_not_end_a_sentence() -> None:
    text = "It was quiet. Lt. Gen. Noor told U.S. Marines that Mr. X had left. All went."
    assert around(text, "Marines") == ("Lt. Gen. Noor told U.S. Marines that Mr. X had left.")


def test_a_day_of_one_digit_ends_a_sentence() -> None:
    text = "He died on May 4. The toll is nine."
    assert around(text, "toll") == "The toll is nine."


def test_a_quotation_mark_belongs_to_the_sentence_before() -> None:
    assert around("“It is not true.” The base was hit.", "base") == "The base was hit."


@given(st.text(min_size=1, max_size=1500), st.data())
def test_the_result_holds_the_span_or_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    whole = sentence_span(document(text), Span(start, end))
    assert text[start:end].strip() in whole.of(text)
    assert whole.end - whole.start <= max(400, end - start)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("panel of judges", "a panel of judges"),
        ("registry", "the registry"),
        ("harbour office", "harbour office"),
        ("Blue Tide", "the Blue Tide"),
        ("Reef", "Reef"),
        ("deputies", "deputies"),
    ],
)
def test_a_source_has_the_article_that_the_texts_give_it(name: str, told: str) -> None:
    texts = (
        "A panel of judges found so. The panel of judges was thanked by the deputies.",
        "The registry said nine; a registry clerk and a harbour office clerk said ten.",
        "The Blue Tide denied it, the Reef leader said.",
    )
    assert told_name(texts, name) == told
