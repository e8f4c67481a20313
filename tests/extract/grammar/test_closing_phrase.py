"""The speaker at the end of a clause that has lost its commas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.grammar.closing_phrase import closing_phrase, opening_name
from tallystick.model.document import Span

CLOSING = [
    ("shells fell in the north of the country a monitor", "a monitor"),
    ("panic among residents activists", "activists"),
    ("three civilians local media", "local media"),
    ("hit in the valley a group tracking the war", "a group tracking the war"),
    ("shots were heard sources close to the council", "sources close to the council"),
    ("the head of the council", "the head of the council"),
    ("one of the rebels", "one of the rebels"),
    ("not a car bomb TNA correspondent", "TNA correspondent"),
    ("should leave his office Lorvian Foreign Minister Adan Prell",
     "Lorvian Foreign Minister Adan Prell"),
    ("killed a man in Lorvia Colonel Adan Prell", "Colonel Adan Prell"),
    ("the jets struck Ramla he", "he"),
    ("hit by shells in the city state television", "state television"),
    ("soldiers fell near the base", None),
    ("A bridge", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "phrase"), CLOSING)
def test_what_closes_a_clause(words: str, phrase: str | None) -> None:
    found = closing_phrase(words, Span(0, len(words)))
    assert (found.of(words) if found else None) == phrase


def test_a_single_name_speaks_only_where_it_may() -> None:
    words = "the news is bad Prell"
    whole = Span(0, len(words))
    alone = closing_phrase(words, whole, alone=True)
    assert closing_phrase(words, whole) is None
    assert alone is not None
    assert alone.of(words) == "Prell"


def test_an_object_speaks_only_in_a_clause_of_its_own() -> None:
    words = "confirmed by the health officials"
    whole = Span(0, len(words))
    object_ = closing_phrase(words, whole, governed=True)
    assert closing_phrase(words, whole) is None
    assert object_ is not None
    assert object_.of(words) == "the health officials"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the observatory the blast hurt two", "the observatory"),
        ("the head of the council", "the head of the council"),
        ("the guards backing the council", "the guards backing the council"),
        ("Lorvia Watch dozens of villagers fled", "Lorvia Watch"),
        ("the mayor at least six porters fell", "the mayor"),
        ("the registry 14 men and two women fell", "the registry"),
        ("Channel 4 reporters", "Channel 4 reporters"),
        ("one of the two guards", "one of the two guards"),
        ("about twenty villagers", "about twenty villagers"),
    ],
)
def test_where_an_opening_name_ends(words: str, name: str) -> None:
    assert words[: opening_name(words, Span(0, len(words)))] == name


@given(st.text(alphabet="abc TheA of in and said he", max_size=120))
def test_a_phrase_ends_its_region(text: str) -> None:
    found = closing_phrase(text, Span(0, len(text)))
    assert found is None or found.end == len(text.rstrip())
