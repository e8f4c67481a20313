"""Deeds listed after one author: each is that author's."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Field, Report
from tests.extract.incidents import reading

LISTED = [
    (
        "The army accused Hezbollah of the attack on a post at Tyre on Tuesday and of the mine "
        "which blew up a lorry near Sidon on Thursday.",
        [{"blames"}, {"blames"}],
    ),
    (
        "Hezbollah said its fighters ambushed a convoy at Tyre on Monday, burned two buses in "
        "Sidon on Tuesday and on Wednesday shot dead the mayor of Jezzine.",
        [{"claims"}, {"claims"}, {"claims"}],
    ),
    (
        "Hezbollah said its fighters ambushed a convoy at Tyre on Monday, but gunmen burned two "
        "buses in Sidon on Tuesday.",
        [{"claims"}, {"reports"}],
    ),
    (  # the troops are another subject
        "Hezbollah said its fighters ambushed a convoy at Tyre on Monday, troops pulled out and on "
        "Tuesday shelled Sidon.",
        [{"claims"}, set()],
    ),
]


def stances(report: Report) -> set[str]:
    return {s.stance.value for s in report.of(Field.ATTACKER)}


@pytest.mark.parametrize(("text", "told"), LISTED)
def test_what_is_said_of_the_first_is_said_of_all(text: str, told: list[set[str]]) -> None:
    found = [stances(report) for report in reading(text, "2021-07-09").reports]
    assert found == told
