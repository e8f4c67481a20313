"""The day of an act on an attack that had been is not that of the attack."""

from __future__ import annotations

import pytest

from tallystick.extract.circumstances.follow_ups import is_of_law
from tallystick.model.document import Span
from tests.extract.incidents import days

NEWS = "2012-11-20"  # a Tuesday


@pytest.mark.parametrize(
    "text",
    [
        "Police on Sunday arrested a man over the bombing of a market in Goma.",
        "On Sunday police detained two men suspected of shelling a market in Goma.",
        "Hundreds gathered on Sunday to bury those killed in the shelling of Goma.",
        "The council met on Sunday to discuss the bombing of a market in Goma.",
        "Thousands marched on Sunday against the shelling of a market in Goma.",
        "Rallies were held across the land on Sunday against the shelling of a market in Goma.",
        "The group released a video on Sunday of its attack on a market in Goma.",
        "A clerk died on Sunday of wounds from the bombing of a market in Goma.",
        "A clerk was taken off life support on Sunday who was shot in a market in Goma.",
        "Talks resumed on Sunday that were broken off by the bombing of a market in Goma.",
        "The minister flew to Goma on Sunday to meet those whose market rebels had shelled.",
    ],
)
def test_it_is_unknown_when_the_attack_was(text: str) -> None:
    assert days(text, NEWS) == [None]
    assert days(f"{text} The attack was on Friday.", NEWS) == ["2012-11-16"]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested a man over the bombing of a market in Goma on Sunday.",
        "Thousands marched on Sunday when jets bombed a market in Goma.",
        "Guards closed a market in Goma on Sunday after rebels shelled it.",
        "On Sunday gunmen attacked a market in Goma and met no guards.",
        "Gunmen met a convoy near Goma on Sunday and shelled it.",
    ],
)
def test_what_may_be_of_one_day_is(text: str) -> None:
    assert days(text, NEWS) == ["2012-11-18"]


@pytest.mark.parametrize(
    "text",
    [
        "Police said Sunday a bomb that hit a market in Goma on Friday had been in a cart.",
        "In a statement dated Sunday, the group said it had shelled a market in Goma on Friday.",
    ],
)
def test_the_day_of_speaking_gives_way(text: str) -> None:
    assert days(text, NEWS) == ["2012-11-16"]


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Lumo was charged with murder on Thursday in the slaying of a clerk.", True),
        ("Lumo was arrested Thursday on charges of robbing a mill.", True),
        ("Lumo was arrested on Thursday after he shot a clerk.", False),
        ("Lumo shot a clerk on Thursday in a mill.", False),
        ("Two clerks were hospitalized in serious but stable condition Thursday with cuts.", True),
        ("One was still in critical condition at the Osk hospital on Thursday.", True),
        ("A bomb left five in critical condition on Thursday.", False),
        ("The court issued a warrant Thursday for Lumo, who is wanted for two robberies.", True),
        ("A warrant issued Thursday charged Lumo with the robbery of a mill.", True),
        ("The man who robbed the mill was identified Thursday as a clerk.", True),
    ],
)
def test_a_day_of_the_law_alone(text: str, law: bool) -> None:
    start = text.index("Thursday")
    assert is_of_law(text, Span(0, len(text)), Span(start, start + 8)) is law
