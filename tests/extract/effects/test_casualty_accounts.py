"""Casualties that another teller gives in a bare number, and words of harm of many newsrooms."""

from __future__ import annotations

import pytest

from tallystick.extract.effects.casualties import harmed
from tests.extract.effects.test_casualties import short
from tests.extract.told import annotated


def told(text: str) -> list[str]:
    """The casualties of all sentences, in short, in the order of the text."""
    notes = annotated(text)
    return [short(d) for s in notes.sentences for d in harmed(notes, s)]


ACCOUNTS = [
    ("A raid killed nine herders. The ministry spoke of four.", ["k 9 civilians", "k 4 people"]),
    ("Nine herders were killed. The mayor put it at 12.", ["k 9 civilians", "k 12 people"]),
    ("Six miners were hurt. The number is now eleven.", ["i 6 civilians", "i 11 people"]),
    (
        "Two nurses died and 20 people were hurt. The company spoke of 17.",
        ["k 2 aid_medical", "i 20 people", "i 17 people"],
    ),
    ("A gang abducted eight drivers. The police confirmed five.", ["a 8 civilians", "a 5 people"]),
    ("The army put its dead at nine and its wounded at 41.", ["k 9 people", "i 41 people"]),
    ("Its spokesman put the army's dead at 19.", ["k 19 forces"]),
    ("A colonel put the rebels' dead at 30.", ["k 30 armed_group"]),
    ("A colonel, Omar Keita, put the army's dead at 30.", ["k 30 forces"]),
    ('The group gave the toll as "more than fifty invaders".', ["k 50+ people"]),
    ("The clinic in Velm received 14 people.", ["i 14 people"]),
    ("Doctors treated 31 wounded at the field hospital.", ["i 31 people"]),
    ("By evening the count of the wounded stood at eleven.", ["i 11 people"]),
    ("The death toll rose from three to five.", ["k 5 people"]),
    (
        "The mayor first spoke of 51 dead. He lowered it to 34 on 20 June.",
        ["k 51 people", "k 34 people"],
    ),
    ("A raid killed 47 herders. This was later updated to 82.", ["k 47 civilians", "k 82 people"]),
    (
        "A raid hurt 47 herders. The figure was since revised to 51.",
        ["i 47 civilians", "i 51 people"],
    ),
    ("A bomb killed nine men. Hospital records show 13.", ["k 9 people", "k 13 people"]),
    ("Medics counted 12 dead, later 15.", ["k 12 people", "k 15 people"]),
    ("A raid killed six herders. The Velm police count four.", ["k 6 civilians", "k 4 people"]),
    (
        "A raid killed six herders. A clerk saw two attackers; the police say three.",
        ["k 6 civilians"],
    ),
    ("A mine killed two rebels. They admit to five.", ["k 2 armed_group", "k 5 people"]),
    ("The mayor says 21 died. He had spoken of 14 this morning.", ["k 21 people", "k 14 people"]),
    (
        "The clinic says 19 people died at the mill, the army 12.",
        ["k 19 people", "k 12 people"],
    ),
    ("The mayor says 21 died. He had spoken of 14 this year.", ["k 21 people"]),
    ("The mayor says 21 died in a raid, the worst since 1998.", ["k 21 people"]),
    ("The mayor says 21 died in a raid, the year 2014.", ["k 21 people"]),
    (
        "The mayor said that the raid wounded 14 drivers, the rest 20 cattle.",
        ["i 14 civilians"],
    ),
    ("Seven died, the mayor said; eight, said the army.", ["k 7 people", "k 8 people"]),
    (
        "A bomb killed 25 miners. The union has a list of 27 names.",
        ["k 25 civilians", "k 27 people"],
    ),
    (
        "Doctors counted 19 dead, among them two babies, and 33 wounded; a list has 24 names.",
        ["k 19 people", "k 2 children", "i 33 people", "k 24 people"],
    ),
    ("That brings the number killed to six.", ["k 6 people"]),
    ("A raid killed nine men. The brigade gave the names of four.", ["k 9 people", "k 4 people"]),
    (
        "A blast killed 17 pupils, revising an earlier figure of 22.",
        ["k 17 children", "k 22 people"],
    ),
    (
        "A blast killed six. The ministry's own count, given by Ann Example, is eight.",
        ["k 6 people", "k 8 people"],
    ),
    ("It said six bandits died; the reeve could vouch for two.", ["k 6 armed_group", "k 2 people"]),
    ('The militia reported two dead. There had been "nine".', ["k 2 people", "k 9 people"]),
    ("A raid killed 12. One report mentioned 22 bodies.", ["k 12 people", "k 22 people"]),
    (
        "A raid killed 12 boys. Staff have since found 41 more.",
        ["k 12 children", "k 41 people"],
    ),
    ("The army spoke of eight dead and a day later of 15.", ["k 8 people", "k 15 people"]),
    ("The army spoke of eight dead, and a hunter of some 40.", ["k 8 people", "k 40 people"]),
    (
        'Rebels killed a private. Their figure is "at least six troopers".',
        ["k 1 forces", "k 6+ forces"],
    ),
    (
        "The toll rose to five when a baker, a mother of four, died.",
        ["k 1 civilians", "k 5 people"],
    ),
    (
        "A raid killed two herders. The reeve put the deaths at six.",
        ["k 2 civilians", "k 6 people"],
    ),
    ("A raid killed two. The reeve put the casualties at six.", ["k 2 people", "k 6 people"]),
    ("A guard died, raising the deaths to four.", ["k 1 forces", "k 4 people"]),
    ("A raid killed two men. By dusk the number had grown to 14.", ["k 2 people", "k 14 people"]),
    ("A nurse said that 17 bodies were deposited in the morgue.", ["k 17 people"]),
    (
        "The ward gave the dead as six guards, two of the raiders and three cooks.",
        ["k 6 people", "k 2 attackers", "k 3 civilians"],
    ),
]
NO_ACCOUNTS = [
    ("The minister spoke of three roads. He gave the figure as 40.", []),
    ("A raid killed nine herders. The ministry spoke of four tanks.", ["k 9 civilians"]),
    ("The office received 40 letters.", []),
    ("A raid killed two men. The army counted 22, nine of which fell short.", ["k 2 people"]),
    ("The jets killed two men. Only rebels were hit.", ["k 2 people"]),
    ('"My cousin was killed", said one.', ["k 1 civilians"]),
    ("The report gave no casualty figures.", []),
    ("A raid killed two men. There were three on board.", ["k 2 people"]),
    ("A raid killed two men. The police found 41 more rifles.", ["k 2 people"]),
    ("The mayor spoke of two dead and of 30 burnt houses.", ["k 2 people"]),
    ('Two men died. The army said "two militants" had fired first.', ["k 2 people"]),
]
DEATHS = [
    ("Two soldiers fell at Velm.", ["k 2 forces"]),
    ("Two sentries were blown up by a mine.", ["k 2 forces"]),
    ("Two lorries were blown up by a mine.", []),
    ("Three porters were blown to pieces.", ["k 3 civilians"]),
    ("Raiders butchered two herders.", ["k 2 civilians"]),
    ("Four men were found hanging from a crane.", ["k 4 people"]),
    ("Eleven passengers received bruises.", ["i 11 civilians"]),
    ("Two men, 61 and 55, have shrapnel wounds.", ["i 2 people"]),
    ("Nine clerks are in the Velm infirmary.", ["i 9 civilians"]),
    ("Forty shoppers had to be treated.", ["i 40 civilians"]),
    ("A girl of 12 was among the dead, and seven people were hurt.", ["i 7 people"]),
    ("Three fell and seven were hurt.", ["k 3 people", "i 7 people"]),
    ("Nobody else was injured.", []),
    ("Two shells fell at Velm, and one fell in a field.", []),
    ("Four of our comrades gave their lives.", ["k 4 people"]),
    ("Ten rebels were eliminated.", ["k 10 armed_group"]),
    ("A nurse suffocated in the cellar.", ["k 1 aid_medical"]),
    ("The rebels fled, leaving four bodies behind.", ["k 4 people"]),
    ("The militia said it had lost nobody.", ["k 0 forces"]),
    ("A guard wounded in Monday's raid on the mill has died.", ["k 1 forces"]),
    (
        "The killing of nine people, among them two girls, was condemned.",
        ["k 9 people", "k 2 children"],
    ),
    ("Soldiers shot three merchants in the yard of a mill.", ["k 3 civilians"]),
    ("A robber shot a cashier in the foot.", ["i 1 civilians"]),
    ("Robbers shot two cashiers. They are in stable condition.", ["i 2 civilians"]),
    ("A GIRL AGED 9 DIED IN THE BLAST.", ["k 1 children"]),
    ("Two of the wounded died overnight.", ["k 2 people"]),
    ("A porter among those hurt in the raid has died.", ["k 1 civilians"]),
    ("Forty miners die in market blast", ["k 40 civilians"]),
    ("Miners die in such pits, and could die here.", []),
    ("Rebels execute 12 captive soldiers", ["k 12 forces"]),
    ("A shell killed a couple and their two children.", ["k 2 civilians", "k 2 children"]),
    ("Robbers shot dead a police sergeant.", ["k 1 forces"]),
    ("Gunmen murdered opposition politician Ann Example.", ["k 1 officials"]),
    ("THE MURDER OF SENATOR ANN EXAMPLE WAS RECALLED.", ["k 1 officials"]),
    ("Up to 80 fighters were destroyed.", ["k -80 armed_group"]),
    ("The jets destroyed 14 militants and two lorries.", ["k 14 armed_group"]),
    ("The jets destroyed the rebels' barracks.", []),
    ("The raid cost eleven sailors their lives.", ["k 11 forces"]),
    ("Two carabineros were machine-gunned to death.", ["k 2 people"]),
    ("Of 40 villagers, of whom six have died, most fled.", ["k 6 people"]),
    (
        "A nurse, a porter and two soldiers were among the deceased.",
        ["k 2 forces", "k 1 civilians", "k 1 aid_medical"],
    ),
    ("Among the dead were four staff and a boy.", ["k 4 people", "k 1 children"]),
    ("The victims were mostly miners and included six boys.", ["k 6 children"]),
    ("Not one sailor was killed.", ["k 0 forces"]),
    ("Two people, a guard and a hawker, died.", ["k 2 people"]),
    (
        "Two people, a guard and a hawker died.",
        ["k 1 civilians", "k 1 forces", "k 2 people"],
    ),
    ("A guard was hurt; no other victims were wounded.", ["i 1 forces"]),
    ("Nineteen people, most of them market women and children, were killed.", ["k 19 people"]),
    ("A miner was macheted to death.", ["k 1 civilians"]),
    ("Eleven calves died in the barn.", []),
    ('A "terrorist base" and 30 tanks of rebels were destroyed.', []),
    ("The army killed an estimated 50 militants.", ["k 50 armed_group"]),
    ("Nobody can say how many dead there are, and too many lives were lost.", []),
    ("Shells fell, killing, according to the mayor, at least 12 miners.", ["k 12+ civilians"]),
    ("Two bakers and a monk had been buried by noon.", ["k 1 civilians", "k 2 civilians"]),
    ("Four miners were buried under the rubble.", []),
]
WOUNDS = [
    ("A man of 40 was taken to hospital with a torn hand.", ["i 1 people"]),
    ("Five bodies were taken to a clinic.", ["k 5 people"]),
    ("All three of them were taken to a nearby hospital.", []),
    ("Shells kill seven and wound dozens in Velm", ["k 7 people", "i 24+ people"]),
    ("Two fishermen had their legs broken.", ["i 2 civilians"]),
    ("A tailor escaped with a grazed elbow.", ["i 1 civilians"]),
    ("Four women are in intensive care.", ["i 4 civilians"]),
    ("Three men beat a shepherd with clubs.", ["i 1 civilians"]),
    ("Two officers escaped injury.", ["i 0 people"]),
    ("A blast injured a total of nine miners.", ["i 9 civilians"]),
    ("A shell wounded her daughter, 6, and a baker.", ["i 1 civilians", "i 1 civilians"]),
    ("One was killed, a man of 62, and eight hurt.", ["k 1 people", "i 8 people"]),
    ("A shot rang out, striking a baker in the shoulder.", ["i 1 civilians"]),
    ("A baker lost two fingers.", ["i 1 civilians"]),
    ("An undetermined number were wounded.", []),
    ("A cook had minor cuts.", ["i 1 civilians"]),
    ("The crash sent four people to hospital.", ["i 4 people"]),
    ("Sixteen miners are receiving treatment.", ["i 16 civilians"]),
    ("Thirty pupils were affected by the gas.", ["i 30 children"]),
    ("Six girls suffered acute stress reactions.", ["i 6 children"]),
]
LEADERS = [
    ("Four Hezbollah men died in the raid.", ["k 4 armed_group"]),
    ("Four Egyptian men died in the raid.", ["k 4 people"]),
    ("The raid has claimed lives of eight herders.", ["k 8 civilians"]),
    ("Raiders shot or hacked 33 herders to death.", ["k 33 civilians"]),
    ("Jets destroyed a fuel store and up to 80 rebels.", ["k -80 armed_group"]),
    ("Jets destroyed a fuel store and two bridges.", []),
    ("Among the killed rebels was a judge.", ["k 1 officials"]),
    ("An airstrike leaves four dead", ["k 4 people"]),
    ("Rebel leaders were among the dead.", ["k 2+ armed_group"]),
    ("An air strike killed two Islamic State leaders.", ["k 2 armed_group"]),
    ("The blast killed a party leader.", ["k 1 officials"]),
    (
        "Shells hurt 3 miners and a shed. One baker died in Velm.",
        ["i 3 civilians", "k 1 civilians"],
    ),
    ("Two men were shot. One later died.", ["i 1 people", "k 1 people"]),
]
TAKEN = [
    ("The raiders carried off 14 children.", ["a 14 children"]),
    ("Gunmen snatched a lecturer from his car.", ["a 1 civilians"]),
    ("The rebels captured four soldiers.", ["a 4 forces"]),
    ("The rebels captured two villages.", []),
    ("The army captured one of the planners of the raid.", []),
    ("Four were taken prisoner.", ["a 4 people"]),
    ("Two men were hit in the arm and taken away.", ["i 2 people"]),
]


@pytest.mark.parametrize(
    ("text", "wanted"), [*ACCOUNTS, *NO_ACCOUNTS, *DEATHS, *WOUNDS, *TAKEN, *LEADERS]
)
def test_who_was_harmed_by_any_teller(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted
