"""What the words are called that only the network found."""

from __future__ import annotations

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.trained.values.unlisted import flown, party_of, target_of, weapon_of
from tallystick.model.document import Span
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import TargetKind
from tests.extract.incidents import document_of


def spot(text: str, words: str) -> tuple[str, Span]:
    start = text.index(words)
    return text, Span(start, start + len(words))


def party(text: str, words: str) -> str | None:
    _, span = spot(text, words)
    who = party_of(annotate(document_of(text)), span)
    return who.name if who else None


def test_where_a_group_is_based_is_no_attacker() -> None:
    assert party("A Pakistan-based outfit claimed it.", "A Pakistan-") is None
    assert party("Pakistan's Khyber Radio spoke of a raid.", "Pakistan") is None
    assert party("Pakistan's Khyber Radio spoke of a raid.", "Pakistan's") is None
    assert party("Boko Haram's Karsk faction did it.", "Boko Haram's") == "Boko Haram"
    assert party("Pakistan's guns shelled the farm.", "Pakistan's") == "Pakistan"
    assert party("Pakistan shelled the farm.", "Pakistan") == "Pakistan"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Vandorian shells fell on the harbour of Ostrel.", "Vandorian", "Vandorian"),
        ("A Vandorian submarine sank the ferry.", "A Vandorian submarine", "Vandorian"),
        ("It was hit by a Vandorian anti-aircraft missile.", "Vandorian anti", "Vandorian"),
        ("The Heron network burned the depot.", "The Heron network", "Heron network"),
        ("A note signed by the Wolverines was found.", "the Wolverines", "Wolverines"),
        ("Someone fired through the door.", "Someone fired", "someone"),
        ("He saw men with rifles run.", "men with", "men"),
        ("Members of Los Lobos burned it.", "Members of Los Lobos", "Los Lobos"),
        ("A boy of about 15 threw it.", "A boy of about 15", "boy"),
        ("Three hooded men took the cashier away.", "Three hooded men", "hooded men"),
    ],
)
def test_an_attacker_that_no_list_has(text: str, words: str, name: str) -> None:
    assert party(text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vandorian traders left the harbour.", "Vandorian"),
        ("Lorna Teasdale is accused of it.", "Lorna Teasdale"),
        ("It burned the depot and she saw it.", "she"),
        ("It was the third shell of the day.", "third"),
        ("Two groups owned up to the raid.", "Two groups"),
        ("No group has owned up to the raid.", "No group"),
        ("The army attributed the raid to the Karsk Front.", "The army"),
        ("The militia, which accuses the army of it, fled.", "The militia"),
        ("Fighter jets left the harbour.", "Fighter"),
        ("The police and the militia blamed each other.", "other"),
        ("Two soldiers were accused by villagers of the raid.", "villagers"),
        ("Boats came down from the Ouvas at dawn.", "the Ouvas"),
        ("Pakistan-made drones hit the mill.", "Pakistan"),
        ("Shells were fired at Pakistani forces.", "Pakistani forces"),
        ("Rockets fell on a base housing Pakistani forces.", "Pakistani forces"),
        ("He is sought in the robbery on Friday of two clerks.", "two clerks"),
        ("The murder of a soldier was told there.", "soldier"),
    ],
)
def test_no_attacker_is_made_of_a_name_or_a_pronoun(text: str, words: str) -> None:
    assert party(text, words) is None


def test_a_short_name_is_that_of_the_long_one() -> None:
    text = "The Karsk Freedom Front burned a mill. Later the Front burned a second one."
    assert party(text, "the Front") == "Karsk Freedom Front"
    assert party("BOKO HARAM FRONT MEN FLED. IT WAS THE FRONT'S RAID.", "THE FRONT'S") == "FRONT"
    text = "He ran with the Velm Street Kings. Police said the Kings burned a shop."
    assert party(text, "the Kings") == "Velm Street Kings"
    assert party("On Monday Kings met. Police said the Kings did.", "the Kings") == "Kings"
    text = "The Karsk Brigades burned a mill. Later the brigades burned a second one."
    assert party(text, "the brigades") == "Karsk Brigades"


def test_the_group_is_the_one_named_before() -> None:
    text = "Boko Haram fighters raided Ostrel on Monday. Later the group burned a mill."
    assert party(text, "the group") == "Boko Haram"


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("A shell fell on a rope factory.", "a rope factory", TargetKind.BUSINESS),
        ("He shot at a district judge.", "a district judge", TargetKind.GOVERNMENT),
        ("They shot two shepherds.", "two shepherds", TargetKind.CIVILIANS),
        ("The jets struck Boko Haram again.", "Boko Haram", TargetKind.ARMED_GROUP),
    ],
)
def test_a_target_by_its_noun(text: str, words: str, kind: TargetKind) -> None:
    _, span = spot(text, words)
    target = target_of(annotate(document_of(text)), span)
    assert target is not None and (target.kind, target.name) == (kind, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The raid hit morale and little else.", "morale"),
        ("Their lorry ran over an anti-tank mine.", "tank mine"),
    ],
)
def test_what_names_no_thing_and_nobody_is_no_target(text: str, words: str) -> None:
    _, span = spot(text, words)
    assert target_of(annotate(document_of(text)), span) is None


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("They threatened him with a long machete.", "a long machete", "knife"),
        ("A mill burned after jets came over.", "jets", "aircraft"),
        ("The militia shelled the harbour.", "shelled", "artillery"),
        ("A guard was hit by a car that drove into the crowd.", "a car", "vehicle"),
        ("Police in Osk were attacked with a truck.", "a truck", "vehicle"),
    ],
)
def test_a_weapon_by_a_word_of_many_uses_or_by_the_attack(
    text: str, words: str, type_: str
) -> None:
    _, span = spot(text, words)
    weapon = weapon_of(annotate(document_of(text)), span)
    assert weapon is not None and weapon.type == type_


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They came with a letter.", "a letter"),
        ("A grenade exploded after it was thrown at a patrol car in Osk.", "car"),
        ("He was shot dead by two men riding a motorcycle.", "a motorcycle"),
        ("He was shot dead by two men on a motorcycle.", "a motorcycle"),
        ("The wounded were flown out by helicopter.", "helicopter"),
    ],
)
def test_what_names_no_weapon_is_none(text: str, words: str) -> None:
    _, span = spot(text, words)
    assert weapon_of(annotate(document_of(text)), span) is None


@pytest.mark.parametrize(
    ("kind", "words", "weapons"),
    [
        (IncidentKind.AIR_STRIKE, "raids", 1),
        (IncidentKind.ARMED_ASSAULT, "raids", 0),
        (IncidentKind.AIR_STRIKE, "killing", 0),
    ],
)
def test_raids_of_planes_are_flown(kind: IncidentKind, words: str, weapons: int) -> None:
    text, span = spot("The killing went on; the raids began at dawn.", words)
    assert len(flown(annotate(document_of(text)), kind, [span])) == weapons
