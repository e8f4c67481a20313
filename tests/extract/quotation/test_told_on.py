"""The day that "yesterday" counts from."""

from datetime import date

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.quotation.told_on import told_on
from tallystick.intake import Known, read_text
from tallystick.model.document import Document
from tallystick.model.values import PartialDate


def published(text: str, day: date | None) -> Document:
    return read_text(text, name="x", known=Known(published=PartialDate.day(day) if day else None))


@pytest.mark.parametrize(
    ("head", "day", "told"),
    [
        ("LIMA, 2 JUN 89 (RADIO SIERRA) -- ", date(1989, 6, 3), date(1989, 6, 2)),
        ("OSTARA, Dec 30 (Reuters) - ", date(2031, 1, 2), date(2030, 12, 30)),
        ("OSTARA, Dec 30 (Reuters) - ", date(2031, 5, 2), date(2031, 5, 2)),  # of something else
        ("LIMA, 4 JUN 89 (RADIO SIERRA) -- ", date(1989, 6, 3), date(1989, 6, 3)),  # not yet
        ("OSTARA (Reuters) - ", date(2031, 5, 2), date(2031, 5, 2)),
        ("", date(2031, 5, 2), date(2031, 5, 2)),
        ("LIMA, 2 JUN 89 (RADIO SIERRA) -- ", None, date(1989, 6, 2)),
    ],
)
def test_a_near_dateline_says_when_it_was_told(head: str, day: date | None, told: date) -> None:
    found = told_on(published(f"{head}A bomb went off last night at a bank.", day))
    assert found is not None
    assert found.start == found.end == told


def test_nothing_says_when() -> None:
    assert told_on(published("A bomb went off last night at a bank.", None)) is None


def test_last_night_is_the_one_before_the_dateline() -> None:
    text = "LIMA, 2 JUN 89 (RADIO SIERRA) -- A bomb went off last night at a bank in Ostara."
    days = [d.date.start for d in annotate(published(text, date(1989, 6, 3))).dates]
    assert date(1989, 6, 1) in days
