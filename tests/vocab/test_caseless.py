"""Patterns in any case: the same finds as without regard to case, at the same offsets."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.vocab.caseless import caseless, small

WORDS = r"\b(?:shell(?:ed|ing)|(?P<harm>killed)\W+by)\b"


@given(st.text(alphabet="SHELlEDshkilBYby \n.-"))
def test_finds_what_a_pattern_finds_that_ignores_case(text: str) -> None:
    wanted = [m.span() for m in re.finditer(WORDS, text, re.IGNORECASE)]
    assert [m.span() for m in caseless(WORDS).finditer(text)] == wanted


def test_offsets_and_bounds_are_those_of_the_text() -> None:
    text = "In İZMİR a depot was SHELLED twice; Shelling went on."
    pattern = caseless(WORDS)
    found = pattern.search(text)
    assert found is not None and text[found.start() : found.end()] == "SHELLED"
    later = pattern.search(text, found.end())
    assert later is not None and text[later.start() : later.end()] == "Shelling"
    assert pattern.match(text, found.start()) is not None
    assert pattern.match(text, found.start(), found.end() - 1) is None


def test_groups_are_in_small_letters() -> None:
    found = caseless(WORDS).search("KILLED by")
    assert found is not None and found["harm"] == "killed"


def test_a_long_text_is_lowered_whole() -> None:
    text = "Ø İ " * 200
    assert len(text) > 400 and small(text) == "ø İ " * 200


@pytest.mark.parametrize("words", ["Hit", r"\bthe (?:Hague|hague)", "[A-Z]", "(?-i:who)"])
def test_a_capital_letter_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="capital"):
        caseless(words)


@pytest.mark.parametrize("words", [r"\W\S\B", "(?P<name>a)(?P=name)"])
def test_capitals_of_the_syntax_are_none(words: str) -> None:
    caseless(words)
