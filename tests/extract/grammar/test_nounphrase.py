"""Sources as clean noun phrases, left and right of a cue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.grammar.nounphrase import (
    can_speak,
    left_phrase,
    opening_phrase,
    right_phrase,
)
from tallystick.model.document import Span

LEFT = [
    ("The army", "The army"),
    ("On Monday, the army", "the army"),
    ("The army on Monday", "The army"),
    ("The army has", "The army"),
    ("The army later", "The army"),
    ("A caller who said he spoke for the rebels", "A caller"),
    ("The army did, however,", "The army"),
    ("The army, for its part,", "The army"),
    ("A source at the base", "A source at the base"),
    ("An army spokesman, Colonel Sam Reed,", "An army spokesman"),
    ("The shells, which analysts", "analysts"),
    ("Residents who fled the town", "Residents"),
    ("Two died and the rebels", "the rebels"),
    ("A tally by hospital officials has", "hospital officials"),
    ("A statement from the ministry", "ministry"),
    ("A bridge fell", None),
    ("The WHO", "The WHO"),
    ("Assad's government has always", "Assad's government"),
    ("Two died near the port the army", "the army"),
    ("Adan Prell a writer", "Adan Prell"),
    ("Adan Prell the monitor's director", "Adan Prell"),
    ("Adan Prell director of the council", "Adan Prell"),
    ("The council in a statement", "The council"),
    ("In the morning", None),
]


@pytest.mark.parametrize(("words", "phrase"), LEFT)
def test_left_of_a_cue(words: str, phrase: str | None) -> None:
    text = f"{words} said so"
    found = left_phrase(text, Span(0, len(words) + 1))
    assert (found.of(text) if found else None) == phrase


RIGHT = [
    ("the army on Monday", "the army"),
    ("the army, which denies it", "the army"),
    ("data compiled by the Example Observatory", "Example Observatory"),
    ("a police officer who saw it", "a police officer"),
    ("two witnesses to the blast", "two witnesses"),
    ("nobody knows", None),
    ("the army the rebels left", "the army"),
    ("Lt. Adan Prell said", "Lt. Adan Prell"),
    ("the WHO clinic", "the WHO clinic"),
]


@pytest.mark.parametrize(("words", "phrase"), RIGHT)
def test_right_of_a_cue(words: str, phrase: str | None) -> None:
    found = right_phrase(words, Span(0, len(words)))
    assert (found.of(words) if found else None) == phrase


def test_the_subject_that_opens_a_sentence() -> None:
    text = "On Friday the army closed the road,"
    found = opening_phrase(text, Span(0, len(text)))
    assert found is not None
    assert found.of(text) == "the army"


@pytest.mark.parametrize("words", ["he", "the ministry", "a farmer", "Ana Example", "Reuters"])
def test_who_can_speak(words: str) -> None:
    assert can_speak(words)


@pytest.mark.parametrize("words", ["a bridge", "the attack", "nine hundred"])
def test_what_cannot_speak(words: str) -> None:
    assert not can_speak(words)


@given(st.text(alphabet="abc ,.TheA“”\"'who which and said-", max_size=120), st.integers(0, 120))
def test_phrases_lie_in_their_region(text: str, at: int) -> None:
    middle = min(at, len(text))
    for region, found in (
        (Span(0, middle), left_phrase(text, Span(0, middle))),
        (Span(middle, len(text)), right_phrase(text, Span(middle, len(text)))),
        (Span(0, len(text)), opening_phrase(text, Span(0, len(text)))),
    ):
        assert found is None or region.contains(found)
