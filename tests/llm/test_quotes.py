"""Quotes are found word for word, at exact offsets, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.llm.quotes import Quotable
from tallystick.model.document import Span

TEXT = (
    "Thirteen shells fell on the depot, and 13 men were hurt.\n\n"
    "“It’s a lie,” the mayor said – twice.\n"
    "A counterattack cost 1,300 rounds. The attack on the depot\nbegan at dawn."
)


def quotable(text: str = TEXT) -> Quotable:
    return Quotable(text, [Span(0, len(text))])


def words(quote: str, **options: object) -> str | None:
    span = quotable().find(quote, **options)  # type: ignore[arg-type]
    return span.of(TEXT) if span else None


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("13 men were hurt", "13 men were hurt"),
        ("the depot began at dawn", "the depot\nbegan at dawn"),
        ("It's a lie", "It’s a lie"),
        ('"It\'s a lie," the mayor said - twice', "It’s a lie,” the mayor said – twice"),
        ("  13   men ", "13 men"),
        ("1,300 rounds", "1,300 rounds"),
    ],
)
def test_blanks_and_the_shapes_of_marks_do_not_count(quote: str, found: str) -> None:
    assert words(quote) == found


@pytest.mark.parametrize(
    "quote",
    [
        "3 men were hurt",  # within 13
        "300 rounds",  # within 1,300
        "1",  # within 1,300 and 13
        "14 men were hurt",
        "thirteen shells",  # case counts
        "Thirteen shells fell ... hurt",
        "the depot, 13 men",
        "",
        "  ",
        "…",
    ],
)
def test_what_does_not_stand_there_is_not_found(quote: str) -> None:
    assert words(quote) is None


def test_a_word_is_not_found_within_another() -> None:
    span = quotable().find("attack")
    assert span is not None
    assert TEXT[span.start - 4 : span.end] == "The attack"


def test_of_several_the_context_tells_which_and_else_the_nearest() -> None:
    first, second = TEXT.index("depot"), TEXT.rindex("depot")
    text = quotable()
    assert text.find("depot") == Span(first, first + 5)
    assert text.find("depot", context="The attack on the depot") == Span(second, second + 5)
    assert text.find("depot", context="nowhere to be found") == Span(first, first + 5)
    assert text.find("depot", near=Span(second - 9, second)) == Span(second, second + 5)


def test_only_the_account_may_be_quoted() -> None:
    body = Span(0, TEXT.index("\n\n"))
    text = Quotable(TEXT, [body])
    assert text.find("13 men were hurt") is not None
    assert text.find("a lie") is None
    assert text.find("were hurt. “It’s") is None  # runs from one paragraph into another


@given(st.text(max_size=60), st.data())
def test_what_is_found_holds_the_letters_of_the_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    span = quotable(text).find(quote)
    if span is not None:
        kept = [c for c in quote if c.isalnum()]
        assert [c for c in span.of(text) if c.isalnum()] == kept
