"""Probabilities put together: what cannot be told is never taken for little."""

from __future__ import annotations

import pytest

from tallystick.model.confidence import reaches, strongest, weakest


@pytest.mark.parametrize(
    ("given", "highest", "lowest"),
    [
        ([], None, None),
        ([None], None, None),
        ([0.0], 0.0, 0.0),
        ([0.2, 0.7, 0.5], 0.7, 0.2),
        ([0.2, None], None, 0.2),
    ],
)
def test_of_several(given: list[float | None], highest: float | None, lowest: float | None) -> None:
    assert strongest(given) == highest
    assert weakest(given) == lowest


def test_the_unknown_reaches_every_minimum() -> None:
    assert reaches(None, 1.0)
    assert reaches(0.5, 0.5)
    assert not reaches(0.49, 0.5)
