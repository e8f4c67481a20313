"""Words that go back to an attack that was told before."""

from __future__ import annotations

import pytest

from tests.extract.incidents import days, places

SHOT = "A gunman shot a guard dead outside a bank in Homs on Monday. "


@pytest.mark.parametrize(
    "after",
    [
        "His car had been seen in Idlib in the weeks before the shooting.",
        "A cousin of his left Idlib on Tuesday after the shooting.",
        "Schools in Idlib have been shut since the fatal shooting.",
    ],
)
def test_what_an_attack_is_only_set_before_was_elsewhere(after: str) -> None:
    assert places(SHOT + after, "2031-05-15") == ["Homs"]
    assert days(SHOT + after, "2031-05-15") == ["2031-05-12"]


def test_what_follows_the_noun_itself_is_its_own() -> None:
    text = SHOT + "Shops in Hama have been shut since the bombing in Idlib on Sunday."
    assert places(text, "2031-05-15") == ["Homs", "Idlib"]
