"""Casualties: who was killed, injured and abducted, by the verbs said of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.extract.drafts import Draft
from tallystick.extract.effects.casualties import casualties
from tallystick.model.statement import Field, Stance
from tallystick.model.values import Casualties
from tests.clock import within
from tests.extract.told import annotated, sentence_of

_SHORT = {Field.KILLED: "k", Field.INJURED: "i", Field.ABDUCTED: "a"}
WORDS = [
    *("two soldiers", "killed", "wounded", "were", "and", "12", "others", "a woman", "shot"),
    *("including", "no", "casualties", ",", "dead", "Ann Example", "by", "who", "of them", "died"),
]


def drafts(text: str) -> list[Draft]:
    notes = annotated(text)
    return casualties(notes, sentence_of(notes))


def told(text: str) -> list[str]:
    """Each draft as field, low-high and class: "k 2 forces", "i 10+ people"."""
    return sorted(map(short, drafts(text)))


def short(draft: Draft) -> str:
    """A draft as field, low-high and class."""
    value = draft.value
    assert isinstance(value, Casualties)
    low, high = value.count.low, value.count.high
    figure = str(low) if low == high else f"{low or 0}+" if high is None else f"-{high}"
    return f"{_SHORT[draft.field]} {figure} {value.who.value}"


NUMBERS = [
    (
        "A bomb at the mill killed 90 people and injured 4,000 others.",
        ["i 4000 people", "k 90 people"],
    ),
    ("The council mourned the murder of presidential candidate Ann Example.", ["k 1 officials"]),
    ("Ann Example, a reporter, was wounded.", ["i 1 journalists"]),
    ("RADIO PRESENTER CARLOS EXAMPLE WAS MURDERED LAST NIGHT.", ["k 1 people"]),
    ("THE REBELS KIDNAPPED ELENA EXAMPLE, THE MAYOR OF ORLO.", ["a 1 officials"]),
    ("Two soldiers were killed in the ambush.", ["k 2 forces"]),
    ("The ambush killed two soldiers.", ["k 2 forces"]),
    ("Rebels strangled a former mayor in Ostara.", ["k 1 officials"]),
    ('The raid left "nearly 30" guards dead.', ["k -30 forces"]),
    (
        "Six miners died of whom some were boys and more than 40 were injured.",
        ["i 40+ civilians", "k 6 civilians"],
    ),
    ("Carnage Goes On in Ostara: 57 Killed & Wounded", ["i 1+ people", "k 1+ people"]),
    # nouns that no list has
    ("The raid left five stokers dead.", ["k 5 people"]),
    ("A bomb killed seven quarrymen in Ostara.", ["k 7 people"]),
    ("Five guards and a kite seller were killed.", ["k 1 civilians", "k 5 forces"]),
    ("Gunmen shot dead the chief of Velm.", ["k 1 people"]),
    ("The blast killed the head of its choir and six other members.", ["k 1 people", "k 6 people"]),
    ("Three cows were killed by a shell.", []),
    ("Nine workers and drivers were killed.", ["k 9 civilians"]),
    ("A car killed 17 students, boys and girls.", ["k 17 civilians"]),
    (
        "A bomb killed a leader of the Front, his wife and two guards.",
        ["k 1 civilians", "k 1 officials", "k 2 forces"],
    ),
    ("Two carabinieri were lightly hurt.", ["i 2 people"]),
    # harm by other words
    ("The bomb went off without hurting anyone.", ["i 0 people", "k 0 people"]),
    ("A guard was knifed in the arm and a cook badly burned.", ["i 1 civilians", "i 1 forces"]),
    ("Nine people are still being treated.", ["i 9 people"]),
    ("The drivers were let go unharmed.", ["i 0 people"]),
    (
        "A bomb went off, killing six and wounding 32 people Syrian television said.",
        ["i 32 people", "k 6 people"],
    ),
    ("MEANWHILE, JUDGE ANN EXAMPLE WAS SHOT TO DEATH.", ["k 1 officials"]),
    ("MEN MURDERED JUDGE ANN EXAMPLE AND TWO GUARDS.", ["k 1 officials", "k 2 forces"]),
    # what a number is not of
    (
        "The toll rose to 12 people in addition to more than 200 others injured.",
        ["i 200+ people", "k 12 people"],
    ),
    ("Raids killed 12 civilians in two rebel-held quarters.", ["k 12 civilians"]),
    (
        "Two drivers were shot dead and a nurse of 52 was hurt.",
        ["i 1 aid_medical", "k 2 civilians"],
    ),
    ("The death toll from the terrorist attack rose to 12.", ["k 12 people"]),
    (
        "The number of rebels killed in the battles for the bridge and the hills that lie behind "
        "has risen to 39.",
        ["k 39 armed_group"],
    ),
    ("The clash left 13 soldiers dead or missing.", ["k -13 forces"]),
    ("The gang is thought to have shot dead a corporal in Velm.", ["k 1 forces"]),
    ("A mine killed nine conscripts, two medical officials in Ostara said.", ["k 9 forces"]),
    ("The shell fell on a bus, killing nine passengers.", ["k 9 civilians"]),
    ("At least 15 American servicemen were killed in the blast.", ["k 15+ forces"]),
    ("The attack wounded at least 80 American soldiers.", ["i 80+ forces"]),
    ("Thirty US and coalition personnel were injured.", ["i 30 forces"]),
    ("At least 70 regime and rebel fighters have been killed.", ["k 70+ armed_group"]),
    ("Troops were killed and police were wounded.", ["i 2+ forces", "k 2+ forces"]),
    ("The raid killed 62 people and wounded about 100.", ["i 100 people", "k 62 people"]),
    ("The explosion left 12 dead and 30 wounded.", ["i 30 people", "k 12 people"]),
    ("12 were killed and more than 30 wounded, some badly.", ["i 30+ people", "k 12 people"]),
    ("The blast injured four in the street.", ["i 4 people"]),
    ("Up to five miners were hurt.", ["i -5 civilians"]),
    ("Dozens of people were injured in the stampede after the blast.", ["i 24+ people"]),
    ("A GUARD KILLED ANNA ZOBRAK IN THE YARD.", ["k 1 people"]),
    ("A GUARD KILLED LAST WEEK WAS BURIED.", ["k 1 forces"]),
    ("TWO GUARDS KILLED SATURDAY IN THE YARD WERE BURIED.", ["k 2 forces"]),
    ("Four Velian television journalists were killed near the dam.", ["k 4 journalists"]),
    ("Four Belgian television journalists were killed near the dam.", ["k 4 journalists"]),
    ("Six of them fell on the roofs of the school.", []),
    ("Six of them fell on 3 May in the hills.", ["k 6 people"]),
    ("TWO SOLDIERS WERE KILLED AND SEVEN OTHERS WERE WOUNDED.", ["i 7 people", "k 2 forces"]),
    ("Two dead, three injured in shooting", ["i 3 people", "k 2 people"]),
    ("8 persons killed 58 others injured in rocket fire", ["i 58 people", "k 8 people"]),
    ("A policeman died overnight, raising the toll to 12.", ["k 1 forces", "k 12 people"]),
    ("The death toll rose to 45 on Monday.", ["k 45 people"]),
    ("The attack claimed 12 lives.", ["k 12 people"]),
    ("The attack claimed the lives of 12 people.", ["k 12 people"]),
    ("Hospitals counted nine fatalities.", ["k 9 people"]),
    ("The bodies of five men were found in the river.", ["k 5 people"]),
    ("Three members of a family were killed in the strike.", ["k 3 people"]),
    ("The deaths of two nurses were announced.", ["k 2 aid_medical"]),
    ("Three more villagers were killed on the road.", ["k 3 civilians"]),
    ("One person was killed and three were wounded.", ["i 3 people", "k 1 people"]),
    ("Six injured villagers died in hospital.", ["k 6 civilians"]),
    ("A child died and 11 people were injured.", ["i 11 people", "k 1 children"]),
    ("The number of guerrillas killed has risen to 26.", ["k 26 armed_group"]),
    ("The monitor said 13 people were killed on Saturday.", ["k 13 people"]),
    ("According to the army more than 30 rebels were killed.", ["k 30+ armed_group"]),
    ("Some 40 IS fighters were killed around the town.", ["k 40 armed_group"]),
    (
        "The shelling killed six people and injured another ten in the market.",
        [
            "i 10 people",
            "k 6 people",
        ],
    ),
    ("Several prisoners are believed to have been killed.", ["k 3+ civilians"]),
    ("Four people were confirmed to have been shot.", ["i 4 people"]),
    (
        "The column lost a lieutenant and killed seven guerrillas.",
        ["k 1 forces", "k 7 armed_group"],
    ),
    ("Army units eliminated over 75 militants.", ["k 75+ armed_group"]),
    ("The war cost the lives of 12 villagers.", ["k 12 civilians"]),
    ("The bomb led to the injury of 40 others.", ["i 40 people"]),
    ("A watchman lost his foot.", ["i 1 civilians"]),
    ("Two men had their throats cut.", ["k 2 people"]),
    ("A midwife and a waiter are fighting for their lives.", ["i 1 aid_medical", "i 1 civilians"]),
    ("They withdrew without losses.", ["k 0 people"]),
    ('The army said it had killed 50 "terrorists" in the area.', ["k 50 armed_group"]),
    ("The number of victims now totals 31.", ["k 31 people"]),
    ("The gunmen killed a judge and a prosecutor.", ["k 1 officials", "k 1 officials"]),
    ("A stray bullet grazed a 3-year-old boy inside a home.", ["i 1 children"]),
    ("A guard may have shot two women.", ["i 2 civilians"]),
]
AMONG = [
    ("Two medics were among the dead.", ["k 2 aid_medical"]),
    (
        "Among the dead from the blast were a judge and a teacher.",
        ["k 1 civilians", "k 1 officials"],
    ),
    ("The victims included at least 20 children.", ["k 20+ children"]),
    ("THE WOUNDED INCLUDE A CHILD AND A WOMAN.", ["i 1 children", "i 1 civilians"]),
    ("Five of the dead were soldiers.", ["k 5 forces"]),
    ("Ten villagers died, two children among them.", ["k 10 civilians", "k 2 children"]),
    (
        "Six teachers, including a priest, were among the victims.",
        ["k 1 civilians", "k 6 civilians"],
    ),
    ("Two medics were among the guests.", []),
]
BESIDE = [
    ("She was killed along with two others.", ["k 1 people", "k 2 people"]),
    (
        "The army said 30 rebels were killed in Hajin and another five in Abu Kamal.",
        [
            "k 30 armed_group",
            "k 5 people",
        ],
    ),
    (
        "The raid killed two men from the Lebanese group and three guards.",
        ["k 2 people", "k 3 forces"],
    ),
    (
        "19 fighters from the brigade and four civilians were killed.",
        [
            "k 19 armed_group",
            "k 4 civilians",
        ],
    ),
]
AGAIN = [
    ("He was pronounced dead at the scene.", ["k 1 people"]),
    ("A woman was hit in the head and taken away; she was pronounced dead.", ["k 1 civilians"]),
    ("A boy was shot in the leg, and he is in stable condition.", ["i 1 children"]),
    ("She was told that he was known to the police.", []),
]
LISTS = [
    (
        "Six monks, their cook and her daughter were shot dead.",
        ["k 1 civilians", "k 1 civilians", "k 6 civilians"],
    ),
    ("Two soldiers and three militants were killed.", ["k 2 forces", "k 3 armed_group"]),
    (
        "Three soldiers, a driver and two children were wounded.",
        ["i 1 civilians", "i 2 children", "i 3 forces"],
    ),
    ("A man and a woman were killed.", ["k 1 civilians", "k 1 people"]),
    ("His wife and two sons were killed.", ["k 1 civilians", "k 2 civilians"]),
    (
        "A 12-year-old boy and his 30-year-old mother were killed.",
        ["k 1 children", "k 1 civilians"],
    ),
    ("Gunmen killed the mayor, Juan Ejemplo, and two bodyguards.", ["k 1 officials", "k 2 forces"]),
    ("A suicide bomber killed himself and five others.", ["k 1 attackers", "k 5 people"]),
    (
        "The strike killed at least 15 civilians including a woman and two children.",
        ["k 15+ civilians", "k 2 children"],
    ),
    ("Fifteen people were killed, among them a journalist.", ["k 1 journalists", "k 15 people"]),
    ("Five people, two of them children, were killed.", ["k 2 children", "k 5 people"]),
    ("Jets killed two commanders and wounded five.", ["i 5 armed_group", "k 2 armed_group"]),
]
SIDES = [
    ("Officials had spoken of five dead.", ["k 5 people"]),
    ("The army reported six dead after the shelling.", ["k 6 people"]),
    ("Soldiers killed eight in the village.", ["k 8 people"]),
    ("The militants said they killed ten soldiers.", ["k 10 forces"]),
    ("The soldiers attacked the town and killed him.", []),
    ("Two villagers were killed by soldiers.", ["k 2 civilians"]),
    ("Gunmen shot dead Ann Example, 34, outside her home.", ["k 1 people"]),
    ("Ann Example, a 34-year-old teacher, was killed.", ["k 1 civilians"]),
    ("A 24-year-old man, Tom Example, was shot and killed.", ["k 1 people"]),
    ("President Ann Example was assassinated by a gunman.", ["k 1 officials"]),
    ("Gunmen kidnapped three aid workers near the border.", ["a 3 aid_medical"]),
    ("Two men were kidnapped and later killed.", ["a 2 people", "k 2 people"]),
    ("Rebels kidnapped and killed two men.", ["a 2 people", "k 2 people"]),
    ("Three people were missing after the attack.", []),
]
SHOT = [
    ("A 17-year-old was fatally shot outside a store.", ["k 1 children"]),
    ("Two people were shot, one fatally, on the corner.", ["i 1 people", "k 1 people"]),
    ("A man was shot and was pronounced dead at the hospital.", ["k 1 people"]),
    ("A woman was shot in the leg.", ["i 1 civilians"]),
    ("Two men were found dead with gunshot wounds.", ["k 2 people"]),
    ("The victim died at hospital.", ["k 1 people"]),
    ("A gunman shot and killed two officers.", ["k 2 forces"]),
    ("Man shot, killed in parking lot", ["k 1 people"]),
    ("Four men were hospitalized after the shooting.", ["i 4 people"]),
    ("Three people suffered minor injuries.", ["i 3 people"]),
]
NOTHING = [
    "There was no word on casualties from the strike.",
    "There were no details on casualties.",
    "The army gave no figure for casualties.",
    "There were no further casualties.",
    "A contractor died of cardiac arrest during the alarm.",
    "The war has killed more than 280,000 people.",
    "More than 900 people have been killed since the uprising began.",
    "Fifteen members of the group were killed or wounded.",
    "Many of those killed were from one family.",
    "He threatened to kill two officers.",
    "The plot to murder two diplomats failed.",
    "The driver was not hurt.",
    "F-16 fighters bombed the camp.",
]
ZERO = [
    ("No casualties were reported.", ["i 0 people", "k 0 people"]),
    ("There were no deaths or injuries.", ["i 0 people", "k 0 people"]),
    ("The strike caused no civilian casualties.", ["i 0 civilians", "k 0 civilians"]),
    ("No one was hurt in the attack.", ["i 0 people", "k 0 people"]),
    ("The minister escaped unharmed.", ["i 0 people"]),
    ("No soldiers were killed.", ["k 0 forces"]),
]


PAIRS = [
    ("The raid killed an elderly couple.", ["k 2 civilians"]),
    ("A couple had been hurt.", ["i 2 civilians"]),
    ("A couple of soldiers were hurt.", ["i 2 forces"]),
    ("Many people were killed and others injured.", ["i 2+ people", "k 3+ people"]),
    (
        "The strike killed a senior leader of the Front of the North and his bodyguard.",
        ["k 1 forces", "k 1 officials"],
    ),
    (
        "The head of the council's armed wing was killed.",
        [],
    ),
    (
        "The governor of Northland's new council and at least five other people were killed.",
        ["k 1 officials", "k 5+ people"],
    ),
    (
        'GUNMEN "EXECUTED" THE MAYOR, JUAN EXAMPLE, AND TWO COUNCILMEN.',
        ["k 1 officials", "k 2 officials"],
    ),
]
WORDINGS = [
    ("At least five soldiers embraced martyrdom.", ["k 5+ forces"]),
    ("In the clash six rebels were sent to hell.", ["k 6 armed_group"]),
    ("Two rebels were neutralised in the forest.", ["k 2 armed_group"]),
    ("A grenade killed the owner of the shop.", ["k 1 civilians"]),
    ("A guard was slashed on the hand.", ["i 1 forces"]),
    ("Shells fired on 7 May killed two dockers.", ["k 2 civilians"]),
    ("Three sailors were evaluated for brain injury.", ["i 3 forces"]),
    ("A passer-by lost a foot.", ["i 1 civilians"]),
    ("The raiders lost four men.", ["k 4 people"]),
    ("The crew was safe.", ["i 0 people"]),
    ("There were no indications of casualties.", ["i 0 people", "k 0 people"]),
    ("There was no word on casualties.", []),
    ("Nine bodies were found, and 30 people are injured.", ["i 30 people", "k 9 people"]),
    (
        "THE BODY OF UNION LEADER LUIS PAZ, WHO WAS HELD BY ARMED MEN, WAS FOUND TODAY.",
        ["k 1 officials"],
    ),
]
AGES = [
    ("The boy, 14, was hospitalized.", ["i 1 children"]),
    ("Two sisters, 9 and 12, were shot.", ["i 2 civilians"]),
    ("The two women, ages 20 and 31, were wounded.", ["i 2 civilians"]),
    ("Six airmen, not four, were hurt.", ["i 6 forces"]),
]
NEXT = [
    ("Two men were found with gunshot wounds. Both died at the scene.", []),
    ("Two cousins were shot near a school. The younger one died later.", ["i 1 civilians"]),
    ("A man was wounded near the gate. He died an hour later.", []),
    ("A man was wounded near the gate. He is recovering.", ["i 1 people"]),
    ("A boy, J. R., was wounded near the gate. He died an hour later.", []),
    ("A man was found with knife wounds. The victim succumbed there.", []),
    ("A guard was wounded. Medics came; he was pronounced deceased.", []),
    ("A woman was wounded near the gate. The woman died later.", []),
    ("A boy was wounded near the gate. The woman was killed.", ["i 1 children"]),
    ("Ann Example was shot by two youths as she left the mill and died.", ["k 1 people"]),
    ("Ann Example was shot by youths who drove off and died in Velm.", []),
    ("Four men were wounded. One of them died.", ["i 3 people"]),
    ("Four men were wounded. They were taken to hospital.", ["i 4 people"]),
    ("Four men were wounded. They died in hospital.", ["i 4 people"]),
    ("Four men were wounded. They had fled when a guard was killed.", ["i 4 people"]),
]


@pytest.mark.parametrize(("text", "wanted"), NEXT)
def test_who_is_told_dead_in_the_next_sentence_is_not_hurt(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *(*NUMBERS, *AMONG, *BESIDE, *AGAIN, *LISTS, *SIDES, *SHOT, *ZERO),
        *(*PAIRS, *WORDINGS, *AGES),
    ],
)
def test_casualties_are_told_one_by_one(text: str, wanted: list[str]) -> None:
    assert told(text) == sorted(wanted)


@pytest.mark.parametrize("text", NOTHING)
def test_where_none_are_told_none_are_given(text: str) -> None:
    assert told(text) == []


def test_want_of_reports_is_a_doubted_zero() -> None:
    found = drafts("There were no immediate reports of casualties.")
    assert {d.stance for d in found} == {Stance.DOUBTS}
    assert [short(d) for d in found] == ["k 0 people", "i 0 people"]


def test_the_feared_dead_are_doubted() -> None:
    (found,) = drafts("Ten miners were feared dead.")
    assert found.stance is Stance.DOUBTS


def test_killed_and_wounded_together_are_some_of_each() -> None:
    assert told("Dozens of people were killed and wounded.") == ["i 1+ people", "k 1+ people"]


def test_a_name_is_never_the_value() -> None:
    (found,) = drafts("Gunmen shot dead Ann Example outside her home.")
    assert isinstance(found.value, Casualties)
    assert "Ann" not in found.value.count.text


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_spans_stay_inside_the_sentence(words: list[str]) -> None:
    notes = annotated(" ".join(words) + ".")
    for sentence in notes.sentences:
        for draft in casualties(notes, sentence):
            assert sentence.span.contains(draft.span)


@pytest.mark.parametrize(
    "word", ["two soldiers were killed and ", "wounded, ", "including ", "no "]
)
def test_a_long_sentence_takes_no_long_time(word: str) -> None:
    notes = annotated("It says " + word * (20_000 // len(word)))
    with within(3):  # half a second where nothing else runs
        casualties(notes, sentence_of(notes))
