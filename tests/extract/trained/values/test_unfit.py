"""What the network tags is weighed against what the rules read of the same words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallystick.extract.actors.private_names import SUSPECT
from tallystick.extract.annotate import annotate
from tallystick.extract.drafts import Draft
from tallystick.extract.trained.values.unfit import (
    is_deed_of,
    is_no_name_of_place,
    taken_attackers,
)
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef, Casualties, CountRange, PersonClass
from tests.builders import document, span_of

TEXT = "Two clerks shot in a bar. Her cousin Lou Marn was held."


def tagged(words: str) -> Draft:
    return Draft(Field.ATTACKER, ActorRef(words.lower()), span_of(TEXT, words))


def shot(who: PersonClass) -> Draft:
    value = Casualties(CountRange.exactly(2), who)
    return Draft(Field.INJURED, value, span_of(TEXT, "Two clerks shot"))


def test_those_who_were_hit_did_not_attack() -> None:
    is_taken = taken_attackers(TEXT, [shot(PersonClass.PEOPLE)])
    assert is_taken(tagged("Two clerks"))
    assert not is_taken(tagged("Her cousin"))


def test_attackers_may_be_hit() -> None:
    assert not taken_attackers(TEXT, [shot(PersonClass.ATTACKERS)])(tagged("Two clerks"))


def test_a_noun_before_a_name_that_was_read_is_the_same_man() -> None:
    name = Draft(Field.ATTACKER, ActorRef(SUSPECT), span_of(TEXT, "Lou Marn"))
    group = replace(name, value=ActorRef("Marn Front"))
    assert taken_attackers(TEXT, [name])(tagged("Her cousin"))
    assert not taken_attackers(TEXT, [group])(tagged("Her cousin"))
    assert not taken_attackers(TEXT, [name])(replace(tagged("Her cousin"), field=Field.TARGET))


def test_who_denies_it_in_the_next_words_does_not_claim_it() -> None:
    said = replace(tagged("Her cousin"), stance=Stance.CLAIMS)
    denial = replace(said, span=span_of(TEXT, "Lou Marn"), stance=Stance.DENIES)
    assert taken_attackers(TEXT, [denial])(said)
    assert not taken_attackers(TEXT, [denial])(replace(said, value=ActorRef("Marn Front")))
    assert not taken_attackers(TEXT, [denial])(tagged("Her cousin"))


@pytest.mark.parametrize(
    ("rest", "theirs"),
    [(" killing of a man", True), (" attacks on the town", True), (" post in Osk", False)],
)
def test_whose_deed_it_was_is_no_target(rest: str, theirs: bool) -> None:
    assert is_deed_of(f"police{rest}", Span(0, 6)) is theirs


@pytest.mark.parametrize(
    ("text", "who", "taken"),
    [
        ("Guards who rushed to the mill were hurt.", "Guards", True),
        ("Sappers made safe a mine at the mill.", "Sappers", True),
        ("Rebels' camp destroyed at Ostrel.", "Rebels", True),
        ("Guards came under fire at the mill.", "Guards", True),
        ("Rebels destroyed a camp at Ostrel.", "Rebels", False),
        ("Rebels' guns destroyed a camp.", "Rebels", False),
    ],
)
def test_those_who_come_after_or_are_hit_did_not_attack(text: str, who: str, taken: bool) -> None:
    found = Draft(Field.ATTACKER, ActorRef(who.lower()), span_of(text, who))
    assert taken_attackers(text, [])(found) is taken
    assert not taken_attackers(text, [])(replace(found, stance=Stance.BLAMES))


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Armed men entered a Velmi hamlet and shot four people.", "Velmi", True),
        ("They set off a Claymore mine under a bus.", "Claymore", True),
        ("Armed men entered the Velm hamlet and shot four people.", "Velm", False),
        ("They shot four people in Velm.", "Velm", False),
        ("The Velm mine hurt a driver.", "Velm", False),
    ],
)
def test_a_people_or_a_make_of_weapon_is_no_place(text: str, name: str, wanted: bool) -> None:
    assert is_no_name_of_place(annotate(document(text)), span_of(text, name)) is wanted
