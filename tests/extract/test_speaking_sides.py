"""A side that tells of its own act claims it; of its enemy's act, it lays it on them."""

from __future__ import annotations

import pytest
from tests.extract.roles_reading import notes_of

from tallystick.extract.roles import authors
from tallystick.extract.triggers import triggers
from tallystick.model.statement import Stance


def stances(text: str) -> set[Stance | None]:
    """Those of all attackers of a text."""
    notes = notes_of(text)
    return {
        draft.stance
        for sentence in notes.sentences
        for trigger in triggers(notes, sentence)
        for draft in authors(notes, sentence.span, trigger, notes.attributions)
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Israeli military said Israeli jets bombed the depot.", {Stance.CLAIMS}),
        ("The Israeli military said that Hezbollah shelled the farm.", {Stance.BLAMES}),
        ("The Taliban said that the Afghan army shelled the farm.", {Stance.BLAMES}),
        ("Residents said that Hezbollah shelled the farm.", {None}),
        ("Police said that the Taliban shelled the farm.", {None}),
        ("Hezbollah shelled the farm.", {None}),
        ("The Israeli military said that gunmen shelled the farm.", {None}),
        ("A raid believed to have been carried out by the Taliban killed two.", {Stance.DOUBTS}),
        ("Taliban or Haqqani network rockets killed two farmers.", {Stance.DOUBTS}),
        ("Russian or Turkish air strikes killed two farmers.", {Stance.DOUBTS}),
        ("The Russian army said Russian planes had not carried out air strikes.", {Stance.DENIES}),
        ("Hezbollah said its fighters shelled the farm.", set()),
    ],
)
def test_the_stance_of_a_side_that_tells(text: str, wanted: set[Stance | None]) -> None:
    assert stances(text) == wanted
