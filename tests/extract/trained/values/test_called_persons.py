"""A name that the network takes for a place's, and that the text tells to be a person's."""

from __future__ import annotations

import pytest

from tallystick.extract.trained.values.called_persons import is_person
from tallystick.model.document import Span


def person(text: str, name: str) -> bool:
    start = text.rindex(name)
    return is_person(text, Span(start, start + len(name)))


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("The shooting of Tavi M. Lumo was on Monday.", "Tavi", True),
        ("Orlo J. Wenn fled. Fibres were found in Wenn's car.", "Wenn", True),
        ("Orlo J. Wenn fled. A rifle lay near the Wenn home.", "Wenn", True),
        ("Orlo J. Wenn fled. Two were killed in Wenn.", "Wenn", False),
        ("Two were killed in Wenn's market.", "Wenn", False),
        ("Orlo J. Wenn fled. A man jumped on Wenn's Vesta-Lupo.", "Vesta-Lupo", True),
        ("A man fled through Orun's Vesta quarter.", "Vesta", False),
        ("They burned the house of Bishop Lumo.", "Bishop Lumo", True),
        ("They burned a house in Bishop Lumo.", "Bishop Lumo", False),
        ("They burned a house at Tal Lumo.", "Tal Lumo", False),
    ],
)
def test_a_person(text: str, name: str, wanted: bool) -> None:
    assert person(text, name) is wanted
