from __future__ import annotations

import pytest
from eval.muc.numbers import number


@pytest.mark.parametrize(
    ("text", "before", "plural", "wanted"),
    [
        ("guards", "killed her two ", True, "2"),
        ("12 guards", "", True, "12"),
        ("guards", "killed some ", True, "PLURAL"),
        ("driver", "bus number 5 and its ", False, "1"),
        ("policemen", "and three armed ", True, "3"),
    ],
)
def test_numbers(text: str, before: str, plural: bool, wanted: str) -> None:
    assert number(text, before, plural=plural, named=False) == wanted


def test_somebody_named_is_one() -> None:
    assert number("ana ruiz", "three ", plural=True, named=True) == "1"
