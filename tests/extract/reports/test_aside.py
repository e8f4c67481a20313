from __future__ import annotations

import pytest

from tallystick.extract import read_by_rules
from tallystick.intake import read_text
from tallystick.model.statement import Standing

OTHER = (
    "The council of Aleppo will vote on its budget in May. The mayor wants to save on street "
    "lamps. The opposition would rather save on the mayor's cars. Both sides have met twice. "
)


def standings(text: str) -> list[Standing]:
    return [report.standing for report in read_by_rules(read_text(text, name="x")).reports]


@pytest.mark.parametrize(
    "words",
    [
        "Fears for the tourist trade have grown since the bombing in Homs.",
        "He was asked again about the Homs bombing.",
        "The deadly bombing in Homs has changed many minds.",
    ],
)
def test_what_a_text_on_something_else_names_without_a_day_is_background(words: str) -> None:
    assert standings(OTHER + words) == [Standing.BACKGROUND]


@pytest.mark.parametrize(
    "words",
    [
        "Fears have grown since the bombing in Homs on Monday.",
        "A bombing in Homs killed four people.",
        "Rebels bombed a mill in Homs.",
    ],
)
def test_what_it_tells_of_with_a_day_or_as_new_has_happened(words: str) -> None:
    assert standings(OTHER + words) == [Standing.HAPPENED]


def test_a_text_that_is_on_attacks_names_none_in_passing() -> None:
    text = "Rebels killed two soldiers near Idlib on Monday. " + OTHER
    told = standings(text + "They spoke of the bombing in Homs.")
    assert told == [Standing.HAPPENED, Standing.HAPPENED]
