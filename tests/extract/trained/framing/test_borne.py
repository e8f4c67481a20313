"""By which means an attack was made is told by some word of the text."""

from __future__ import annotations

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.trained.framing.borne import is_borne
from tallystick.intake import read_text
from tallystick.model.taxonomy import IncidentKind as Kind

BARE = "The chancellor condemned the attack in Osk, in which nine people died on Friday."


@pytest.mark.parametrize(
    "kind", [Kind.AIR_STRIKE, Kind.SUICIDE_BOMBING, Kind.MINE, Kind.CHEMICAL_ATTACK, Kind.STABBING]
)
def test_a_bare_attack_bears_out_no_means(kind: Kind) -> None:
    assert not is_borne(annotate(read_text(BARE)), kind)


def test_it_may_be_of_a_kind_that_names_no_means() -> None:
    notes = annotate(read_text(BARE))
    assert is_borne(notes, Kind.ATTACK)
    assert is_borne(notes, Kind.MASSACRE)


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ("Two planes had circled over the town.", Kind.AIR_STRIKE),
        ("He had blown himself up at a stall.", Kind.BOMBING),
        ("The BOMBER was nineteen.", Kind.SUICIDE_BOMBING),
        ("The man was carrying knives.", Kind.STABBING),
        ("A lorry was driven into the crowd.", Kind.VEHICLE_RAMMING),
    ],
)
def test_a_word_anywhere_bears_it_out(more: str, kind: Kind) -> None:
    assert is_borne(annotate(read_text(f"{BARE} {more}")), kind)
