"""Denials that name no deed: whom they go back to, and who denies."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Field, Stance
from tests.extract.incidents import incidents, reading

_BLAST = "A mine killed four farmers near Herat on Monday. "

ANSWERED = [
    ("The mayor blamed Hezbollah. Hezbollah called the report baseless.", {"Hezbollah"}),
    ("The mayor blamed Hezbollah. Hezbollah described that charge as “a lie”.", {"Hezbollah"}),
    ("Villagers accused Hamas. Hamas dismissed the charge as nonsense.", {"Hamas"}),
    ("The mayor blamed Hezbollah, which denied it.", {"Hezbollah"}),
    ("Pakistan accused India. New Delhi called the charge absurd.", {"New Delhi"}),
    ("Pakistan accused India, a charge New Delhi rejects.", {"New Delhi"}),
    ("Officials laid it at the door of Hamas. Hamas rejected the charge.", {"Hamas"}),
    ("The mayor accused the Tamil Tigers. The Tigers denied the charge.", {"Tigers"}),
    ("The mayor accused soldiers. The defence ministry rejected the charge.", {"soldiers"}),
    ("The mayor accused soldiers. A colonel at the front denied it.", {"soldiers"}),
    ("The mayor accused soldiers. A spokesman for the strikers denied it.", set()),
    ("The mayor blamed Hezbollah. The defence ministry denied it.", set()),
    ("The mayor named a farmer, Sami Reed. He denied the charge.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), ANSWERED)
def test_who_is_said_not_to_have_done_it(text: str, words: set[str]) -> None:
    whole = _BLAST + text
    found = {
        whole[s.span.start : s.span.end].removeprefix("The ")
        for r in incidents(whole)
        for s in r.of(Field.ATTACKER)
        if s.stance is Stance.DENIES
    }
    assert found == words


def test_a_denial_goes_back_to_what_was_told_before_and_not_to_what_it_tells_next() -> None:
    text = (
        "Azerbaijani tanks shelled the town of Ijevan on Monday, killing nine people. Baku denied "
        "this and said that a bomb had killed three people in Shusha on Sunday."
    )
    shelling, *others = incidents(text)
    assert {s.stance for s in shelling.of(Field.ATTACKER)} >= {Stance.DENIES}
    assert all(s.stance is not Stance.DENIES for r in others for s in r.of(Field.ATTACKER))


def test_who_denies_it_of_others_is_its_source() -> None:
    text = _BLAST + "The mayor accused soldiers. The defence ministry rejected the charge."
    said = [s for r in reading(text).reports for s in r.of(Field.ATTACKER)]
    (denied,) = [s for s in said if s.stance is Stance.DENIES]
    assert "ministry" in denied.chain[0].name.lower()


def test_who_doubts_the_word_of_an_attacker_denies_no_deed_of_its_own() -> None:
    text = (
        "The Taliban said on Saturday that its men were behind a raid on a base near Herat that "
        "left six soldiers dead. The army dismissed that claim as propaganda."
    )
    stances = {s.span.of(text): s.stance for r in incidents(text) for s in r.of(Field.ATTACKER)}
    assert Stance.CLAIMS in stances.values()
    assert Stance.DENIES not in stances.values()
