"""What is told was done by force: "candidates clashed", "a party captured a state"."""

from __future__ import annotations

import pytest

from tallystick.extract import read, read_by_rules
from tallystick.intake import read_text
from tallystick.model.statement import Field, Reading


def _kinds(reading: Reading) -> list[str]:
    text = reading.document.text
    return [s.span.of(text) for r in reading.reports for s in r.statements if s.field is Field.KIND]


@pytest.mark.parametrize(
    "text",
    [
        "Alda Renn clashed with Tomas Veil in a debate in Berlin on Tuesday.",
        "The Greens captured Bavaria and Hesse on Sunday, the returns showed.",
        "Ms Renn used the party's meeting in Chicago on Friday to attack Mr Veil.",
        "Veil was eliminated in the first round in Madrid on Sunday.",
        "Bo Lind hit a long ball to lift the Boston Rockets over the Chicago Jets on Friday.",
        "A fierce battle for second place was waged by five runners in Boston on Monday.",
    ],
)
def test_a_contest_is_no_incident(text: str) -> None:
    document = read_text(text, name="x")
    assert _kinds(read(document)) == []
    assert _kinds(read_by_rules(document)) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels captured Aleppo on Sunday.", "captured"),
        ("Soldiers clashed with guerrillas near Aleppo on Tuesday.", "clashed"),
        ("Somebody poured petrol over a desk and attacked it in Boston on Sunday.", "attacked"),
        ("A terrorist attack shook the capital on Sunday, the mayor said.", "attack"),
        ("The attack in Aleppo on Sunday was the second this year.", "attack"),
    ],
)
def test_a_side_a_weapon_or_plainer_words_make_it_one(text: str, word: str) -> None:
    assert word in _kinds(read(read_text(text, name="x")))


def test_a_word_of_many_uses_right_beside_a_plain_one_is_one() -> None:
    text = (
        "A car bomb killed nine people in Aleppo on Sunday.\n\n"
        "A blast was heard in Homs on Monday. Nothing more was known of it."
    )
    assert "blast" in _kinds(read_by_rules(read_text(text, name="x")))


def test_a_theft_is_no_incident() -> None:
    text = (
        "A Boston man was charged with stealing a car early on Saturday in a parking lot in Boston."
    )
    assert _kinds(read(read_text(text, name="x"))) == []
