"""What was done told as a noun, or by a verb that is an attack by its object alone."""

from __future__ import annotations

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.events.triggers import triggers
from tests.extract.incidents import document_of


def _told(text: str) -> list[str]:
    notes = annotate(document_of(text, "2031-05-11"))
    return [t.span.of(text) for s in notes.sentences for t in triggers(notes, s)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The League owned up to the burning of two warehouses in Port Selm.", "burning of"),
        ("He spoke of the torching of a farm near Osk.", "torching of"),
        ("The sinking of the patrol boat Hadra was its work.", "sinking of"),
        ("The poisoning of the garrison's well was its work.", "poisoning of"),
        ("Its men had poisoned a well at Tarn.", "poisoned"),
        ("She admitted the mining of the road to Osk.", "mining of"),
        ("The Lim Front is accused of burning 40 huts at Tarn.", "burning"),
        ("A mine damaged his car near Osk.", "damaged"),
    ],
)
def test_an_attack_by_what_it_was_done_to(text: str, words: str) -> None:
    assert _told(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The burning of leaves is banned in Osk.",
        "The mining of tin feeds the valley.",
        "The sinking of the well took a year.",
        "Smoke rose from the burning houses.",
        "Nobody drank the poisoned water.",
        "The poisoning of minds goes on.",
        "Hail damaged the vines near Osk.",
        "The mast was damaged in transit.",
    ],
)
def test_no_attack_without_such_an_object(text: str) -> None:
    assert _told(text) == []
