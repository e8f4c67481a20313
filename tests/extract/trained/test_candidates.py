"""Names that only the network finds: kept where a proper name stands in the words."""

from __future__ import annotations

import pytest

from tallystick.extract.trained.candidates import _named
from tallystick.model.document import Span


def named(words: str, after: str = "") -> str | None:
    found = _named(words + after, Span(0, len(words)))
    return found.of(words) if found else None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Zobrak mill", "Zobrak"),
        ("THE ZOBRAK MILL", "ZOBRAK MILL"),
        ("al-Zobrak Street", "al-Zobrak Street"),
        ("THE SAME AREA", None),
        ("THE", None),
        ("Southeastern", None),
        ("N of the river", None),
        ("THE EDGE OF THE", "EDGE"),
        ("the Malian border", None),
    ],
)
def test_the_proper_name_in_a_stretch(words: str, name: str | None) -> None:
    assert named(words) == name


def test_what_is_held_by_somebody_is_not_called_so() -> None:
    assert named("Zobrak", "-held villages") is None
