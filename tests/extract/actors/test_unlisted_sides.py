"""Sides that no list has: by whoever speaks for them, by their names, by what explains them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.actors.unlisted_sides import named_after
from tallystick.model.document import Span
from tests.extract.roles_reading import claimed, notes_of

CASES = [
    ("A spokesman for the Night Herons said they had laid the mine.", {"+night herons"}),
    ("Faye, a spokesman for the Night Herons, said the group had laid it.", {"+night herons"}),
    ("Commander Faye, the leader of the Night Herons, claimed the bombing.", {"+night herons"}),
    ("A message of the Night Herons said its men had laid it.", {"+night herons"}),
    ("The raid was claimed by the Lions of the South.", {"+lions of the south"}),
    ("The raid was claimed by the “Lions of the South”, a splinter.", {"+lions of the south"}),
    ("A man claimed the raid on behalf of the Lions of the South.", {"+lions of the south"}),
    ("Black Sail, a gang of former soldiers, said it had placed the bomb.", {"+black sail"}),
    ("A previously unheard-of group, the Lions of the South, said it was responsible.",
     {"+lions of the south"}),
    ("A spokesman for the Velm Hospital said its men had stopped a bus and shot it.", set()),
    ("A RAID WAS CLAIMED BY THE LIONS OF THE SOUTH.", set()),
    ("The raid was claimed by nobody.", set()),
    ("Observers claimed the raid.", set()),
    ("A bus was hit. It claimed the raid.", set()),
    ("The Night Herons claimed the raid.", {"+night herons"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CASES)
def test_who_claims_under_a_name_of_no_list(text: str, names: set[str]) -> None:
    assert claimed(text) == names


@given(st.text(alphabet='ABab -’"“.,', max_size=60))
def test_a_name_lies_where_it_is_looked_for(words: str) -> None:
    notes = notes_of(f"Claimed by {words}")
    found = named_after(notes, 11, len(notes.text))
    assert found is None or (found.start >= 11 and Span(11, len(notes.text)).contains(found))
