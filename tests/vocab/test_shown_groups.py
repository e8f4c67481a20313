"""Names that a text shows to be a party's by what it says of them."""

from __future__ import annotations

import pytest

from tallystick.model.document import Span
from tallystick.vocab.shown_groups import shown_groups

SHOWN = [
    ("Police accused the Olbia on Friday of the bombing. The Olbia are silent.", ["Olbia"] * 2),
    ("The Night Herons denied any involvement.", ["Night Herons"]),
    ("The raid was claimed by the Cell of Nine.", ["Cell of Nine"]),
    (
        "The Emirate of the Hills rules here. The Emirate claimed the raid.",
        ["Emirate of the Hills"] * 2,
    ),
    ("The Olbia won the cup.", []),
    ("The President denied any involvement.", []),
    ("Police accused the Olbia of smuggling.", []),
    ('"Sons of the Olbia did it," he said.', []),
    ("THE OLBIA CLAIMED THE RAID.", []),
]


@pytest.mark.parametrize(("text", "names"), SHOWN)
def test_names_are_found_wherever_they_stand(text: str, names: list[str]) -> None:
    assert [hit.item for hit in shown_groups(text, [])] == names


def test_what_is_known_is_left_alone() -> None:
    assert shown_groups("The Olbia claimed the raid.", [Span(4, 9)]) == []
