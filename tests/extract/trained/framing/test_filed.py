"""The town of the dateline as the place of the news that a report begins with."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.extract.mentions.reading import mentions
from tallystick.extract.trained.framing.filed import filed_here
from tests.extract.incidents import document_of

LATER = "The mayor spoke of a feud. Two men are held. "


def town_of(text: str, *, told_at: int = 0) -> str | None:
    """The name of the town that one of the attacks of a text is placed in."""
    notes = annotate(document_of(text, "2019-06-13"))
    told = [m for m in mentions(notes, voices_of(notes)) if m.trigger]
    town = filed_here(notes, [told[told_at]])
    return town.place.name if town and town.relation is None else None


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("NAMUR - A bomb went off outside a bank, killing a guard.", "Namur"),
        ("NAMUR, June 12 (Agency) - A bomb went off outside a bank, killing a guard.", "Namur"),
        # of no list, but with its land, or gone back to
        ("ZOBRAKVILLE, Belgium - A bomb went off outside a bank.", "ZOBRAKVILLE"),
        ("ZOBRAKVILLE - A bomb went off outside a bank downtown.", "ZOBRAKVILLE"),
        ("ZOBRAKVILLE - A bomb went off outside a bank.", None),
        # from the capital one reports on all of a land
        ("BRUSSELS - A bomb went off outside a bank, killing a guard.", None),
        ("BRUSSELS - A bomb went off outside a bank here, killing a guard.", "Brussels"),
        ("BARCELONA - A bomb went off outside a bank, killing a guard.", None),
        # on another land
        ("NAMUR - A bomb went off outside a Dutch bank, killing a guard.", None),
        ("NAMUR - A bomb went off outside a bank in France.", None),
        ("A bomb went off outside a bank, killing a guard.", None),
    ],
)
def test_a_report_is_filed_from_where_its_news_is(text: str, town: str | None) -> None:
    assert town_of(text) == town


def test_what_is_told_later_is_not_of_the_town() -> None:
    text = "NAMUR - A bomb went off outside a bank. " + LATER + "In May a jeweller was shot dead."
    assert town_of(text) == "Namur"
    assert town_of(text, told_at=-1) is None
