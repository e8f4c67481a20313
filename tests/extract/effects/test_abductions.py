"""Who was carried off, held or taken prisoner, and what only sounds like it."""

from __future__ import annotations

import pytest

from tallystick.extract.effects.casualties import casualties
from tallystick.model.statement import Field
from tallystick.model.values import Casualties
from tests.extract.told import annotated, sentence_of


def abducted(text: str) -> list[int | None]:
    notes = annotated(text)
    found = (d for d in casualties(notes, sentence_of(notes)) if d.field is Field.ABDUCTED)
    return [d.value.count.low for d in found if isinstance(d.value, Casualties)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Three fishermen were seized by a patrol near Puno.", 3),
        ("Five customs officers were captured when the bridge fell.", 5),
        ("The raiders looted a shop and took nine boys with them.", 9),
        ("The bandits made off with at least 20 schoolgirls.", 20),
        ("The union leader was forced into a white van by armed men.", 1),
        ("The judge was dragged from his car at gunpoint.", 1),
        ("Strikers held six policemen for ten hours on Sunday.", 6),
        ("A warlord held two nurses captive.", 2),
        ("The army said that its men took seven rebels prisoner.", 7),
        ("The rebels said they had taken 40 soldiers prisoner.", 40),
        ("THE REBELS TOOK TWO SERGEANTS PRISONER.", 2),
    ],
)
def test_who_was_carried_off(text: str, count: int) -> None:
    assert abducted(text) == [count]


@pytest.mark.parametrize(
    "text",
    [
        "Four militants were captured in the raid.",
        "Two bank robbers seized by police were charged.",
        "The insurgents captured two towns and five tanks.",
        "Ambulances took 12 men to the clinic.",
        "The general took two aides to the talks.",
        "The ministry held talks for three days.",
        "The guerrillas took 30 minutes to take the town.",
    ],
)
def test_who_was_not(text: str) -> None:
    assert abducted(text) == []


def test_a_town_is_held_by_nobody_captive() -> None:
    assert abducted("Gunmen had held Debre Zeit for some hours on Monday.") == []
