"""Counts: digits, words, ranges and bounds; and numbers that count nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.grammar.counts import find_counts, number
from tallystick.model.document import Span

Range = tuple[int | None, int | None]
WORDS = ["two", "hundred", "and", "thousand", "12", "1,200", "at least", "dozens", "of", "-", "a"]


def ranges(text: str) -> list[Range]:
    return [(c.count.low, c.count.high) for c in find_counts(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12 soldiers", (12, 12)),
        ("twelve soldiers", (12, 12)),
        ("TWENTY-FOUR MEN", (24, 24)),
        ("one hundred and five people", (105, 105)),
        ("a hundred people", (100, 100)),
        ("two thousand refugees", (2000, 2000)),
        ("two hundred thousand people", (200_000, 200_000)),
        ("1,200 people", (1200, 1200)),
        ("1.5 million people", (1_500_000, 1_500_000)),
        ("at least 10", (10, None)),
        ("no fewer than six", (6, None)),
        ("more than 100", (100, None)),
        ("over 20", (20, None)),
        ("100 or more", (100, None)),
        ("40-plus", (40, None)),
        ("about 100", (100, 100)),
        ("around sixty", (60, 60)),
        ("some 70 missiles", (70, 70)),
        ("up to five", (None, 5)),
        ("as many as 30", (None, 30)),
        ("nearly 40", (None, 40)),
        ("fewer than 10", (None, 10)),
        ("two or three rockets", (2, 3)),
        ("between 10 and 20 men", (10, 20)),
        ("10-15 fighters", (10, 15)),
        ("10 to 15 fighters", (10, 15)),
        ("dozens of", (24, None)),
        ("scores", (40, None)),
        ("hundreds of", (200, None)),
        ("several", (3, None)),
        ("several dozen", (36, None)),
        ("a few", (3, None)),
        ("half a dozen", (6, 6)),
        ("a dozen", (12, 12)),
        ("two dozen rockets", (24, 24)),
        ("at least three dozen", (36, None)),
        ("a couple of", (2, 2)),
        ("a pair of", (2, 2)),
        ("both", (2, 2)),
        ("another", (1, 1)),
        ("no", (0, 0)),
        ("not a single", (0, 0)),
        ("a 12-year-old boy", (1, 1)),
        ("a 10-day siege", (1, 1)),
    ],
)
def test_a_count_is_read(text: str, wanted: Range) -> None:
    assert ranges(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "EPA 2016 JANE EXAMPLE Envoy Leaves",
        "34-year-old",
        "aged 34",
        "Ann Example, 34, of",
        "Ann Example (34)",
        "$5 million",
        "30 percent",
        "5 km",
        "20 miles",
        "8:30 p.m.",
        "ten years",
        "3.5",
        "AC-130",
        "500-pound",
        "three-storey",
        "one-way",
        "aged 41",
        "ages 20 and 31",
        "the man, 38, was",
        "the second woman, 24, is",
        "in 2015",
        "Article 5",
        "No. 2",
        "47th",
    ],
)
def test_what_counts_nothing_is_left(text: str) -> None:
    assert ranges(text) == []


def test_each_count_has_its_place() -> None:
    text = "killed 62 people and wounded about 100"
    assert [c.span.of(text) for c in find_counts(text)] == ["62", "about 100"]


@given(st.integers(min_value=1, max_value=999_999))
def test_digits_with_and_without_commas_are_one_number(figure: int) -> None:
    assert number(str(figure)) == number(f"{figure:,}") == figure


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.integers(0, 5))
def test_counts_stay_inside_and_apart(words: list[str], start: int) -> None:
    text = "     " + " ".join(words)
    limit = Span(start, len(text))
    found = [c.span for c in find_counts(text, limit)]
    assert all(limit.contains(span) for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
