"""Names that no list has, and words for oneself, where the network surely hears a stance."""

from __future__ import annotations

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.trained.values.sure_parties import sure_party
from tallystick.model.document import Span
from tallystick.model.statement import Stance
from tallystick.model.values import ActorRef
from tests.extract.incidents import document_of

BLAMES, CLAIMS, DENIES = Stance.BLAMES, Stance.CLAIMS, Stance.DENIES


def sure(text: str, words: str, stance: Stance = BLAMES) -> str | None:
    """The name of who is meant by the last such words."""
    start = text.rindex(words)
    found = sure_party(annotate(document_of(text)), Span(start, start + len(words)), stance)
    assert found is None or found.stance is stance
    return found.value.name if found and isinstance(found.value, ActorRef) else None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ('A note said: "It was the Velmari, who hate us."', "the Velmari", "Velmari"),
        ("The mayor laid it on the Lantern of Ostrel, he said.", "Lantern", "Lantern of Ostrel"),
        ("The chief pointed at the Velmari for it.", "the Velmari", "Velmari"),
        ("By the Velm Shield\n\nOn Monday we struck the hill.", "Velm", "Velm Shield"),
        ("Farmers attribute the fire to the Velmari.", "Velmari", "Velmari"),
        ("The Karsk-e-Nur sent a tape on Monday.", "Karsk-e-Nur", "Karsk-e-Nur"),
        ("La Sombra killed the judge, said a banner.", "La Sombra", "La Sombra"),
        ("THE CALLER SAID THAT THE PUMA OF HONOR PUNISHED HIM.", "THE PUMA OF HONOR", None),
    ],
)
def test_a_name_with_an_article_is_a_groups(text: str, words: str, name: str | None) -> None:
    assert sure(text, words) == (name or "PUMA OF HONOR")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Its spokesman, Zorik Valem, spoke of revenge.", "Zorik Valem"),
        ("Ivo Dahl was named by the police.", "Ivo Dahl"),
        ("They came to the Ouvas by night.", "the Ouvas"),
        ("He told the Beacon that they had fired.", "the Beacon"),
        ("The Velm commander praised it.", "The Velm"),
        ("The Karsk Mining Company paid for it.", "Karsk Mining"),
        ("Ostrel burned all night.", "Ostrel"),
        ("The mayor spoke of revenge.", "The"),
    ],
)
def test_a_person_a_place_or_a_thing_is_none(text: str, words: str) -> None:
    assert sure(text, words, CLAIMS) is None


def test_whoever_accuses_is_not_accused() -> None:
    text = "It was a raid that the Velmari blame on the hill men."
    assert sure(text, "the Velmari") is None
    assert sure(text.replace("blame on", "led with"), "the Velmari") == "Velmari"


def test_a_state_is_known_by_its_organs() -> None:
    army = "Vandoria's army holds the hills. "
    assert sure(army + "Vandoria announced the raid.", "Vandoria", CLAIMS) == "Vandoria"
    assert sure(army + "It hit Vandoria's own mine.", "Vandoria's own") == "Vandoria"
    assert sure(army + "Vandoria's envoy spoke of it.", "Vandoria", CLAIMS) is None
    assert sure("Vandoria announced the raid.", "Vandoria", CLAIMS) is None


def test_a_short_name_is_that_of_the_long_one() -> None:
    told = "The Karsk Freedom Front burned a mill. "
    assert sure(told + "Farmers blame the Karsk for it.", "the Karsk") == "Karsk Freedom Front"
    told = "The Ostrel Loyal Hunters are back. "
    assert sure(told + "The OLH did it, he said.", "OLH") == "Ostrel Loyal Hunters"


def test_a_noun_goes_back_to_whom_it_was_told_of() -> None:
    told = "On Monday Karsk dissidents crossed the river. "
    assert sure(told + "Villagers accuse the dissidents.", "the dissidents") == "Karsk dissidents"
    assert sure("Villagers accuse the dissidents.", "the dissidents") == "dissidents"
    assert sure("Villagers accuse the weather.", "the weather") is None


def test_a_part_of_a_listed_name_is_the_whole() -> None:
    assert sure("Islamic State said one of its men did it.", "Islamic", CLAIMS) == "Islamic State"
    assert sure("He fought Islamic State's rivals.", "Islamic", CLAIMS) is None


def test_words_for_oneself_go_back_to_who_speaks() -> None:
    text = "Boko Haram said in a message that it had no part in the blast at Ostrel."
    assert sure(text, "it", DENIES) == "Boko Haram"
    assert sure(text, "it", BLAMES) is None
    assert sure(text, "it", CLAIMS) is None  # what it avows, rules read with more care
    assert sure("A farmer said that it had rained.", "it", DENIES) is None
