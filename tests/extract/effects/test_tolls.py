"""Tolls: which numbers of persons are those of many incidents, and what they count."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.extract.tallies import tallies
from tallystick.model.statement import AnnouncedTally, Field
from tallystick.model.values import Casualties
from tests.builders import document
from tests.extract.incidents import reading

Counted = tuple[str, int | None, str | None]  # unit, best figure, class of person


def tolls(text: str) -> list[AnnouncedTally]:
    notes = annotate(document(text, published="2019-11-20"))
    return tallies(notes, voices_of(notes))


TOLLS: list[tuple[str, list[Counted]]] = [
    ("At least 140 raiders had been killed in the fight for Orlo.", [("killed", 140, "attackers")]),
    (
        "The two-week-old siege of Orlo has cost the lives of 63 rebels.",
        [("killed", 63, "armed_group")],
    ),
    ("Air strikes by the alliance have killed 120 herders.", [("killed", 120, "civilians")]),
    ("Guards killed 130 prisoners in the state in April.", [("killed", 130, "civilians")]),
    ("Since January 43 miners have been seized in the delta.", [("abducted", 43, "civilians")]),
    ("Eleven clerks have disappeared this year.", [("abducted", 11, "civilians")]),
    ("She is the second miner taken this year.", [("abducted", 2, "civilians")]),
    (
        "More than 9,000 people have been killed since the insurgency began in April 2014.",
        [("killed", 9000, "people")],
    ),
    (
        "The war has killed more than 40,000 people and wounded at least a million, by its count.",
        [("killed", 40000, "people"), ("injured", 1000000, "people")],
    ),
    ("In May more than 60 villagers were killed by air raids.", [("killed", 60, "civilians")]),
    ("Since Saturday at least 31 civilians have been killed.", [("killed", 31, "civilians")]),
    ("27 foreigners have been kidnapped in the delta since June.", [("abducted", 27, "people")]),
    (
        "Medics said that 45 people have been killed and 307 injured in three days of shelling.",
        [("killed", 45, "people"), ("injured", 307, "people")],
    ),
    ("THE WAVE OF BOMBINGS HAS COST 212 LIVES SINCE MARCH.", [("killed", 212, "people")]),
    ("The number is believed to have risen: 640 people died in 2018.", [("killed", 640, "people")]),
    (
        "About 1,900 troops are believed to have been killed in the war.",
        [("killed", 1900, "forces")],
    ),
    ("At least 56 people were injured in the attacks since 3 May.", [("injured", 56, "people")]),
    ("She is the seventh officer killed this year.", [("killed", 7, "forces")]),
    ("He is the second officer killed this year.", [("killed", 2, "forces")]),
    ("He was the 81st person to die in the violence since June.", [("killed", 81, "people")]),
    (
        "Since then more than a quarter of a million people have been killed.",
        [("killed", 250000, "people")],
    ),
    (
        "Since the start of the invasion 312 people have been killed in the city.",
        [("killed", 312, "people")],
    ),
    (
        "The group logged 83 attacks since May, which left 171 people dead.",
        [("attacks", 83, None), ("killed", 171, "people")],
    ),
    (
        "There were 118 raids since May; 640 people died in them.",
        [("attacks", 118, None), ("killed", 640, "people")],
    ),
    (
        "The desk logged 38 attacks on ships since May. Six sailors have died in them.",
        [("attacks", 38, None), ("killed", 6, "forces")],
    ),
    (
        "Since the state declared an end to combat on 1 May, 183 soldiers have been killed.",
        [("killed", 183, "forces")],
    ),
    (
        "At least 112 civilians have been killed since the assault began on Sunday.",
        [("killed", 112, "civilians")],
    ),
    ("The raid killed three men. It killed 40 in the town which had been held since May.", []),
    (
        "The shelling brought to 49 the number killed in two days of attacks.",
        [("killed", 49, "people")],
    ),
    ("She is the third mayor murdered since the campaign opened.", [("killed", 3, "officials")]),
    ("Since Easter, nine people have died in gang violence.", [("killed", 9, "people")]),
    ("Half a million people have died in the civil war.", [("killed", 500000, "people")]),
    (
        "Over 300 civilians were killed in one week of bombing in Ashmar.",
        [("killed", 300, "civilians")],
    ),
    (
        "At least 45 people have been killed in the bombing campaign since Tuesday.",
        [("killed", 45, "people")],
    ),
    ("Some 74 people died there during the past week.", [("killed", 74, "people")]),
    ("Eight days of heavy bombing have killed 96 people.", [("killed", 96, "people")]),
    (
        "Since Tuesday air strikes have killed 46 people. At least 81 people have been wounded.",
        [("killed", 46, "people"), ("injured", 81, "people")],
    ),
    (
        "Some 900 civilians were killed and 1,400 hurt between May and July 2019.",
        [("killed", 900, "civilians"), ("injured", 1400, "civilians")],
    ),
    ("Of the raid he said nothing. At least 81 people have been wounded.", []),
    (
        "Since Tuesday strikes have killed 46. On Friday 81 people have been wounded.",
        [("killed", 46, "people")],
    ),
    (
        "Raids killed 34 people on Friday, bringing the toll since May to 37,202.",
        [("killed", 37202, "people")],
    ),
    (
        "Since May 270 herders have been killed. The victims included 51 children.",
        [("killed", 270, "civilians"), ("killed", 51, "children")],
    ),
    ("A shell killed nine herders. The victims included three children.", []),
    (
        "He and she were the 9th and 10th officers to be murdered this year.",
        [("killed", 10, "forces")],
    ),
    (
        "The crash brought to 139 the number of troops killed since the president took office.",
        [("killed", 139, "forces")],
    ),
    ("The cell, which lost its camp in October, said its men had killed 120 soldiers.", []),
    ("At least 80 people have been wounded since the assault began before dawn.", []),
    (
        "For their part the rebels claim that they have inflicted more than 300 casualties.",
        [("casualties", 300, "people")],
    ),
    (
        "Over two days the band claims to have inflicted 17 casualties on the battalion.",
        [("casualties", 17, "people")],
    ),
    (
        "Hired gunmen killed six Varnian judges between 27 March and 18 August.",
        [("killed", 6, "officials")],
    ),
    (
        "The bodies of three of the eight miners who have been kidnapped over the past two weeks "
        "were found today.",
        [("abducted", 8, "people")],
    ),
    (
        "Another clerk is gone, bringing to eight the number of clerks kidnapped "
        "in the past month.",
        [("abducted", 8, "civilians")],
    ),
    # the casualties of one incident, and what is nobody's
    ("The lorry bomb killed 212 people and wounded more than 4,000 others.", []),
    ("The army suffered eight casualties in a raid on the ford on Monday.", []),
    ("The explosion at the market on Monday has caused 150 casualties, a clerk said.", []),
    ("Thirty men have been killed in battles around the town since Tuesday.", []),
    ("The blast, the deadliest since March, killed 14 people.", []),
    ("Twelve people were killed in an attack in October 2018.", []),
    ("Gunmen killed 14 people on Friday in an attack on a village.", []),
    ("A soldier who had served since 2010 was killed on Monday.", []),
    ("It was the third time this year that the town was hit.", []),
    ("Nobody has been killed since June.", []),
    ("In March two blasts near the shrine claimed the lives of 40 people.", []),
    ("Earlier this month dozens of militants were killed on the road.", []),
    ("Five warders held hostage since Wednesday were freed.", []),
    ("Two monks have been killed since Sunday.", []),
    ("Eleven monks have been killed since this morning.", []),
    ("Air strikes on Monday have killed 120 herders.", []),
    ("The deadliest siege of the year had killed 40 in the battle for Orlo.", []),
]


@pytest.mark.parametrize(("text", "expected"), TOLLS, ids=[t[:50] for t, _ in TOLLS])
def test_which_numbers_are_tolls(text: str, expected: list[Counted]) -> None:
    found = tolls(text)
    assert [(t.unit.value, t.count.best, t.who and t.who.value) for t in found] == expected
    for toll in found:
        assert toll.count.text in toll.span.of(text)


OF_ONE = [
    "Mines killed at least 17 guards in the town of Rann during the last week.",
    "The junta has raided Chin in recent days killing 26 farmers when it bombed the ferry.",
    "Hospitals have counted the bodies of 43 people so far.",
    "Rann airport came under rocket fire in March 2016, and four guards were killed.",
]


@pytest.mark.parametrize("text", OF_ONE)
def test_the_dead_of_one_place_and_moment_are_no_toll(text: str) -> None:
    assert tolls(text) == []


def test_a_town_under_fire_since_a_day_has_a_toll() -> None:
    text = "Rann has come under mortar fire since May. {} have been killed and 40 others wounded."
    killed, wounded = tolls(text.format("Eleven people in Rann"))
    assert (killed.count.best, wounded.count.best) == (11, 40)
    assert str(killed.baseline and killed.baseline.start) == "2019-05-01"


TIMES = [
    ("In August 31 civilians were killed in raids.", "2019-08-01", "2019-08-31"),
    ("This year 212 civilians have been killed in clashes.", "2019-01-01", None),
    ("Since 4 May 212 civilians have been killed.", "2019-05-04", None),
    ("The war has killed 31,000 people.", None, None),
    ("The UN in August said that 31,000 people had been killed in the war.", None, None),
]


@pytest.mark.parametrize(("text", "since", "until"), TIMES)
def test_where_a_toll_starts_and_ends(text: str, since: str | None, until: str | None) -> None:
    (toll,) = tolls(text)
    assert (str(toll.baseline.start) if toll.baseline else None) == since
    assert (str(toll.as_of.end) if toll.as_of else None) == until


SUMS = [
    ("The murder brings to 23 the number of people killed in the city this year.", [23]),
    ("The ambush raised the number of policemen killed this year to 31.", [31]),
    ("The blast brings to 12 the number of dead in the market.", []),
    ("Raids killed 31 people in Rann on Monday bringing to 64 the number killed this year.", [64]),
    ("The bomb that killed 24 clerks brings to 81 the number killed in raids since May.", [81]),
    ("The bomb killed 24 clerks and brings to 81 the number killed in raids since May.", [81]),
    (
        "A bomber killed 35 people in a shop, as troops drove on in a sweep that has killed more "
        "than 300 rebels in two weeks.",
        [300],
    ),
    ("Four people were killed and 15 wounded in gun violence over the weekend.", [4, 15]),
    ("Three people were killed over the weekend when a gunman opened fire in a bar.", []),
]


@pytest.mark.parametrize(("text", "wanted"), SUMS)
def test_what_an_incident_brings_a_toll_to(text: str, wanted: list[int]) -> None:
    assert [toll.count.best for toll in tolls(text)] == wanted


def test_a_toll_is_no_casualty_of_the_incident_beside_it() -> None:
    text = (
        "A bomb killed five soldiers in Mopti on Tuesday. The ministry said that 212 civilians "
        "have been killed in Mali since January."
    )
    told = reading(text, "2019-11-20")
    (report,) = told.reports
    (killed,) = report.of(Field.KILLED)
    assert isinstance(killed.value, Casualties)
    assert killed.value.count.best == 5
    (toll,) = told.tallies
    assert (toll.count.best, toll.what) == (212, "civilians killed")
    assert [place.name for place in toll.places] == ["Mali"]
    assert toll.chain[0].name == "ministry"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The death toll since March stands at 312.", "death toll since March"),
        (
            "A monitor puts the death toll from the war at as high as 70,000.",
            "death toll from the war",
        ),
    ],
)
def test_the_words_for_a_toll_end_before_its_verb(text: str, what: str) -> None:
    (toll,) = tolls(f"A raid on a mill killed four on Friday. {text}")
    assert toll.what == what
