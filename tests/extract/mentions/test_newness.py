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


MINED = "A mine wrecked a lorry near Homs on Monday, killing two soldiers. "


@pytest.mark.parametrize(
    "after",
    [
        "Gunmen opened fire on the unit that was moving to recover the wreck.",
        "A team sent from Hama to collect the bodies came under heavy gunfire.",
        "The raiders then waylaid a column which came to rescue the hurt.",
    ],
)
def test_those_who_come_to_help_are_attacked_anew(after: str) -> None:
    assert days(MINED + after, "2031-05-15") == ["2031-05-12", "2031-05-12"]


@pytest.mark.parametrize(
    "after",
    [
        "Villagers who came to help said that gunmen had opened fire.",
        "Gunmen opened fire when police rushed to the scene.",
        "The attack on the soldiers went on for an hour.",
    ],
)
def test_those_who_come_and_are_not_attacked_open_nothing(after: str) -> None:
    shot = "Gunmen shot at a lorry near Homs on Monday, killing two soldiers. "
    assert days(shot + after, "2031-05-15") == ["2031-05-12"]
