"""Paragraphs of a bulletin under a day and a place without a verb."""

from __future__ import annotations

import pytest

from tests.extract.incidents import days, places

NEWS = "2031-05-17"


@pytest.mark.parametrize(
    "text",
    [
        "- 12 May, Homs, Syria. Shots were fired at a bus. Two died.\n\n"
        "- 13 May, Hama. Air strike on a mill. Three people were killed.",
        "12 May. Near Homs. Gunmen shot dead two farmers.\n\n"
        "13 May. Hama. A bomb exploded at a market, killing three.",
        "INCIDENT 1 - ATTACK. 12 May, 1950 UTC, Homs. Gunmen shot dead two farmers.\n\n"
        "INCIDENT 2 - ATTACK. 13 May, 2040 UTC, Hama. A bomb exploded at a market, killing three.",
    ],
)
def test_what_stands_over_a_paragraph_is_where_and_when_it_was(text: str) -> None:
    assert places(text, NEWS) == ["Homs", "Ḩamāh"]
    assert days(text, NEWS) == ["2031-05-12", "2031-05-13"]


def test_a_single_one_may_be_where_the_news_was_filed() -> None:
    text = "Hama, 12 May. Gunmen shot dead two farmers.\n\nThe farmers were brothers."
    assert places(text, NEWS) == [None]


def test_a_sentence_is_no_head() -> None:
    text = (
        "The general flew to Hama. A bomb exploded at a market, killing three.\n\n"
        "The mayor is from Homs. Gunmen shot dead two farmers on Monday."
    )
    assert places(text, NEWS) == [None, None]
