"""Of whom a word of harm is said: through asides, titles, capitals and the words of a speaker."""

from __future__ import annotations

import pytest

from tallystick.extract.effects.casualties import casualties
from tests.extract.effects.test_casualties import short, told
from tests.extract.told import annotated

SUBJECTS = [
    # all in capitals, a noun before "AND" is no adjective
    (
        "A SHEPHERD AND TWO MILITIAMEN WERE KILLED ON SUNDAY.",
        ["k 1 civilians", "k 2 armed_group"],
    ),
    ("A FARMER AND THREE GUARDSMEN DIED IN OSTARA.", ["k 1 civilians", "k 3 forces"]),
    ("SYRIAN OPPOSITION FIGHTERS KILLED TWO SOLDIERS.", ["k 2 forces"]),
    # the object of a verb before is no subject
    (
        "A bomb went off, wounding five people, and a former judge was shot dead in Velm.",
        ["i 5 people", "k 1 officials"],
    ),
    # those killed are of no noun that is known: who killed them is not dead
    ("Rebels killed Velmian pilgrims near Karsk.", []),
    ("Soldiers and villagers with machetes killed Velmian herders on Monday.", []),
    ("Five farmers killed Tuesday were buried.", ["k 5 civilians"]),
    # a part with a verb of its own
    ("Eleven are Ruvians, he said, adding that four of those were shot.", ["i 4 people"]),
    (
        "It hurt nine people, among them a boy, who was hit in the head and died.",
        ["i 9 people", "k 1 children"],
    ),
    (
        "At least 86 men of the guard - who include recruits of other towns - were killed.",
        ["k 86+ people"],
    ),
    # so many of those shot died
    ("A guard shot a hundred people at a fair, killing 49.", ["i 51 people", "k 49 people"]),
    # all in capitals, a nation is what something is of
    ("TWO VANS OF THE SYRIAN POST WERE MACHINEGUNNED.", []),
    ("HE BLAMED THE SYRIAN ARMY, SAYING THAT THEY WERE EXECUTED.", []),
    ("12 SYRIAN COFFEE PICKERS WERE KIDNAPPED.", ["a 12 people"]),
    # what nobody says
    ("Two guards accused of theft were killed.", ["k 2 forces"]),
    ("Nine guards of the command for the north fell on the field of honour.", ["k 9 forces"]),
    ("Nine guards of the command for the north fell in the vote.", []),
    ("Two teachers seized in May were beheaded.", ["k 2 civilians"]),
    ("Two guards suspected of theft were hacked to death.", ["k 2 forces"]),
    ("The raiders attacked in Velm, and four guards were killed.", ["k 4 forces"]),
    ("Two reedcutters who gave chase were shot dead.", ["k 2 people"]),
    ("Two reedcutters who gave chase were seen by nine villagers.", []),
    ("A headman and a reedcutter were killed.", ["k 1 officials", "k 1 people"]),
    ("Four farmers at work in a reedbed were killed.", ["k 4 civilians"]),
    (
        "A shell hit the house of a farmer, killing him and hurting his two sons.",
        ["i 2 civilians", "k 1 civilians"],
    ),
    ("Raiders stormed the yard of a nurse, killing her.", ["k 1 aid_medical"]),
    ("Raiders stormed the yard of a nurse, killing her dog.", []),
    ("He was arrested before killing him.", []),
    ("One guard lost a foot and two others were hurt.", ["i 1 forces", "i 2 people"]),
    ("Also killed were two guards and a driver.", ["k 1 civilians", "k 2 forces"]),
    ("It did not say whether soldiers were hurt.", []),
    ("It did not say whether the blast had killed nine herders.", []),
    ("It is unclear whether the shell wounded two boys who were at play.", []),
    ("They did not say whether the two men shot dead on Monday were rebels.", ["k 2 people"]),
    ("It is unclear whether the rocket killing two boys came from Velm.", ["k 2 children"]),
    ("They ask whether a man accused of killing eight herders lied.", ["k 8 civilians"]),
    # neither taken nor hit
    ("Ruvians want East Velm, captured by the army in May.", []),
    ("Two soldiers, captured by rebels on Monday, were freed.", ["a 2 forces"]),
    ("Officer Ann Example was taken off life support on Monday.", []),
    ("The police shot in the air.", []),
    # lost limbs are nobody
    ("One soldier who had lost both legs died in Velm on Tuesday.", ["k 1 forces"]),
    # a clause on the one before
    (
        "General Omar Keita, who drove the rebels out of the province last year, died on Monday.",
        ["k 1 forces"],
    ),
    ("Colonel Ann Example, who had fought bandits, was shot dead.", ["k 1 forces"]),
    # titles that no list has, and a day
    ("Rebels owned up to killing sarpanch Ann Example on Sunday.", ["k 1 people"]),
    ("The group claimed the killing on April 21 of Ann Example.", ["k 1 people"]),
    ("The murder last week of two priests shocked Velm.", ["k 2 civilians"]),
    # a speaker with an apposition
    (
        "A local councillor, Ann Example, said 14 soldiers and three policemen died.",
        ["k 14 forces", "k 3 forces"],
    ),
    (
        "The mayor, Ann Example, said two residents and a nurse were killed.",
        ["k 1 aid_medical", "k 2 civilians"],
    ),
    ("Ten people died, said two residents.", ["k 10 people"]),
    # how long they have been gone is no time over which many were taken
    (
        "Rebels abducted the priest and five nuns who have been missing since Sunday.",
        ["a 1 civilians", "a 5 civilians"],
    ),
    ("Ten died, among them two boys, said three residents.", ["k 10 people", "k 2 children"]),
    # what is no wound
    ("Two clerks suffered head trauma.", ["i 2 civilians"]),
    ("Two clerks suffered lasting emotional trauma.", []),
]


@pytest.mark.parametrize(("text", "wanted"), SUBJECTS)
def test_of_whom_it_is_said(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The fatal police shooting of Ann B. Example was justified.", ["k 1 people"]),
        ("A gunman killed a police officer and his partner.", ["k 1 civilians", "k 1 forces"]),
        ("She met the family of a boy who was killed in the raid.", ["k 1 children"]),
        ("The ambassador was cut on her lip and hands in the blast.", ["i 1 officials"]),
        ("The warden's classmate was wounded.", ["i 1 civilians"]),
        ("Police say the men killed Example to keep her quiet.", []),
        ("Two brothers burned three mills and murdered a wealthy couple.", ["k 2 civilians"]),
        ("Two brothers burned three mills and murdered gay pairs of millers.", []),
        ("A clerk, 33, was killed in Velm.", ["k 1 civilians"]),
        ("First picture of a clerk, 33, killed in Velm.", []),
        ("Ann Example was hit by bullets, six in the back, one in the neck.", ["i 1 people"]),
    ],
)
def test_who_is_hurt_in_the_news_of_every_day(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Friends mourned the killing of Example.", ["k 1 people"]),
        ("Two men admit murdering Example.", ["k 1 people"]),
        ("Example, who was hospitalized with a head wound, was there.", ["i 1 people"]),
        ("Two men admit murdering Otherman.", []),
        ("Two men admit murdering Ann Example's brother.", ["k 1 civilians"]),
    ],
)
def test_a_surname_goes_back_to_a_full_name(text: str, wanted: list[str]) -> None:
    notes = annotated(f"Ann Example kept a shop in Velm. {text}")
    assert sorted(map(short, casualties(notes, notes.sentences[1]))) == wanted
