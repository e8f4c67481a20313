"""Whom words of blame name, also where no list has the name."""

from __future__ import annotations

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.roles.accusations import accusations, of_no_act
from tallystick.model.document import Span
from tests.builders import document

CASES = [
    ("An air strike killed nine men. They were thought to be members of the Taliban.", []),
    ("Gunmen hurt nine in a raid. They were thought to be members of the Taliban.", ["Taliban"]),
    ("The raid was reminiscent of Russia's assault on Ostrel.", []),
    ("The raid was similar to those carried out by the Taliban.", ["Taliban"]),
    ("A raid hurt nine, and the staff accuse Israel of killing the peace talks.", []),
    ("After the raid Israel might be responsible for rebuilding the mill.", []),
    ("The Taliban may be involved in the talks after the raid.", []),
    ("The Taliban may be involved in the raid.", ["Taliban"]),
    ("Israel might be responsible for the killing of nine.", ["Israel"]),
    ("The staff put the killings down to the Sons of the Dawn.", ["Sons of the Dawn"]),
    ("The elders attribute the raid to the Herons of Ostrel.", ["Herons of Ostrel"]),
    ("Posters accuse the Millers' Bush League of the blast.", ["Millers' Bush League"]),
    ("THE POLICE HOLD THE RED HERON MOVEMENT RESPONSIBLE FOR A RAID.", ["RED HERON MOVEMENT"]),
    ("The staff attributed the raid to the Deputy Minister.", []),
    ("The elders accused the Herons of Ostrel of hiding grain.", []),
    ("The staff blame the Herons of Ostrel for the raids in general.", []),
    ("The staff hold Hezbollah responsible for the attacks as a whole.", []),
    ("The staff blamed the Ostrel Mining Company for the killings.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_name_of_no_list(text: str, wanted: list[str]) -> None:
    notes = annotate(document(text))
    whole = Span(0, len(text))
    assert [d.span.of(text) for d in accusations(notes, whole, whole)] == wanted


def test_who_says_that_another_was_to_blame_is_not_to_blame() -> None:
    notes = annotate(document("Ukraine said that Hezbollah was to blame for the blast."))
    whole = Span(0, len(notes.text))
    assert {d.span.of(notes.text) for d in accusations(notes, whole, whole)} == {"Hezbollah"}
    notes = annotate(document("Ukraine said a stray missile was to blame."))
    assert list(accusations(notes, Span(0, len(notes.text)), Span(0, len(notes.text)))) == []


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The mayor said a Russian missile was to blame.", {"Russian"}),
        ("The mayor said Israeli shelling was responsible for the deaths.", {"Israeli"}),
        ("The mayor blamed Israeli shelling for the deaths.", {"Israeli"}),
        ("The mayor blamed the deaths on a Russian missile.", {"Russian"}),
        ("The mayor blamed a stray missile for the deaths.", set()),
        ("The mayor said the fire was to blame.", set()),
        ("The mayor blamed Russian visitors for the fire.", set()),
    ],
)
def test_whose_weapon_was_to_blame(text: str, whose: set[str]) -> None:
    notes = annotate(document(text))
    whole = Span(0, len(text))
    assert {d.span.of(text) for d in accusations(notes, whole, whole)} == whose


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The guard was responsible for 70 patients.", True),
        ("The guard is solely responsible for the safety of a ward.", True),
        ("The guard was responsible for 70 deaths.", False),
        ("The guard was responsible for killing a clerk.", False),
        ("The guard was responsible for it.", False),
    ],
)
def test_who_answers_for_others_is_not_blamed(text: str, *, other: bool) -> None:
    notes = annotate(document(text))
    assert of_no_act(notes, Span(0, len(text)), len("The guard")) is other
