"""Announced tallies: which numbers are counts of incidents, from when, where and of whom."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.extract.tallies import tallies
from tallystick.model.statement import AnnouncedTally
from tallystick.model.taxonomy import IncidentKind
from tallystick.vocab.ordinals import ordinal
from tests.builders import document
from tests.clock import within
from tests.extract.incidents import reading


def read(text: str, *, published: str = "2019-11-20") -> list[AnnouncedTally]:
    notes = annotate(document(text, published=published))
    return tallies(notes, voices_of(notes))


COUNTED: list[tuple[str, list[tuple[int | None, int | None]]]] = [
    ("Jets flew more than a dozen raids on the town over the past 24 hours.", [(12, None)]),
    ("The team recorded 27 clashes and 9 ambushes in Mali in March.", [(27, 27), (9, 9)]),
    ("The mission has registered 604 breaches by the rebels.", [(604, 604)]),
    ("The team recorded 27 clashes on Monday.", []),
    ("The army made nine raids on Monday after a truce failed earlier this week.", []),
    ("There were 31 attacks on clinics in Mali in May.", [(31, 31)]),
    ("Jets flew 56 raids over the valley in 24 hours.", [(56, 56)]),
    ("This was its 40th raid this year. The town puts the number at 22.", [(40, 40), (22, 22)]),
    ("The army has logged 48 attacks on its convoys since March 3.", [(48, 48)]),
    ("At least 23 rocket attacks have been recorded since 2 May.", [(23, None)]),
    ("More than 200 bombings have shaken the province this year.", [(200, None)]),
    ("Some twenty ambushes have been laid on that road since Easter Monday, 22 April.", [(20, 20)]),
    ("Rebels carried out 61 assaults in the past three months, the ministry said.", [(61, 61)]),
    ("Over the last year there were 312 clashes along the line.", [(312, 312)]),
    ("A total of 66 attacks, 32 in Mali and 34 in Niger, were counted since 17 June.", [(66, 66)]),
    ("The monitor has documented 19 air strikes on clinics so far.", [(19, 19)]),
    ("As many as 90 kidnappings took place in Haiti in the past month.", [(None, 90)]),
    ("The garrison was attacked 13 times between 17 and 24 October.", [(13, 13)]),
    ("The garrison has been shelled at least 30 times since August 1.", [(30, None)]),
    ("Patrols came under fire 14 times this month.", [(14, 14)]),
    ("The militia has violated the truce 212 times since 3 May.", [(212, 212)]),
    ("Raiders have attacked 14 villages in the past two weeks.", [(14, 14)]),
    ("The guns shelled the quarter 130 times in March.", [(130, 130)]),
    ("At least 60 clinics have been targeted by jets since May.", [(60, None)]),
    ("The guns shelled the quarter several times, 130 in all weathers.", []),
    ("French bases were hit on 25 occasions from 2 April to 30 April.", [(25, 25)]),
    ("Tuesday's attack was the 20th on the post since 1 May.", [(20, 20)]),
    ("It was at least the 32nd attack since 9 September.", [(32, None)]),
    ("The ambush was the twelfth this year.", [(12, 12)]),
    ("Friday's raid is the thirty-first of its kind.", [(31, 31)]),
    (
        "Attacks on the convoys had reached 25 by May 1. A spokesman raised the count to 27.",
        [(25, 25), (27, 27)],
    ),
    ("There were many attacks since March. The ministry later raised it to 27.", [(27, 27)]),
    ("The number of attacks on pipelines rose to 41 in the first half of 2019.", [(41, 41)]),
    ("The running total of strikes stood at 40 on Monday.", [(40, 40)]),
    ("The blasts bring the total of attacks since 3 July to at least 52.", [(52, None)]),
    (
        "The posts were attacked 36 times in Mali and 37 times in Niger since June 2.",
        [(36, 36), (37, 37)],
    ),
    ("THE MINISTRY REPORTED 112 ATTACKS ON POWER LINES SINCE 1 JANUARY.", [(112, 112)]),
    (
        "Jets have flown 325 air raids around the town since 21 May, 29 of them at night.",
        [(325, 325)],
    ),
    ("Rebels blew up the line for the 17th time this year.", [(17, 17)]),
    ("The killing was the city's 41st homicide of the year.", [(41, 41)]),
    ("He died on Monday, making him the town's ninth homicide victim this year.", [(9, 9)]),
    ("Observers logged 31 incidents this week, against 44 the week before.", [(31, 31), (44, 44)]),
    ("The front says it has carried out 140 operations over the same time.", [(140, 140)]),
    ("The army has lost 637 men since it launched its drive to the coast.", [(637, 637)]),
    # what is no tally
    ("Rebels blew up the line for the second time in four days.", []),
    ("The murder of a clerk and the abduction of five drivers this week shook the town.", []),
    ("Gunmen killed 18 villagers in an attack on Sunday.", []),
    ("Dozens of attacks have been reported since June.", []),
    ("Several attacks took place this week.", []),
    ("Two attacks were reported since Friday.", []),
    ("Rebels fired 30 rockets at the town on Monday.", []),
    ("The group launched seven attacks.", []),
    ("The death toll of the attack rose to 27.", []),
    ("Sales hit 40 million this year.", []),
    ("The attack came on the 20th.", []),
    ("The attack was claimed on the 20th anniversary of the war.", []),
    ("The attack hit soldiers of the 101st Airborne Division.", []),
    ("The second attack since Friday hurt nobody.", []),
    ("It was the third such massacre this year, police said.", [(3, 3)]),
    ("Thursday's was the fourth knife attack in the region this winter.", [(4, 4)]),
    ("The UN recorded 44 attacks on clinics in July alone.", [(44, 44)]),
    ("It was the second attack on the post.", []),
    ("Oil output was raised to 27 barrels after the attacks of this month.", []),
    ("The party won 31 seats since the strike.", []),
    ("The monitor counted ten blasts at the depot.", []),
    ("The number of wounded in the strike stood at 40 since Monday.", []),
    ("He was sentenced to 25 years for the attacks of last year.", []),
    ("The line has been blown up 22 times this year.", [(22, 22)]),
    ("Gao has been attacked four times since 2 March.", [(4, 4)]),
    ("Gao was attacked four times.", []),
    ("The group has attacked more than 70 ships since May.", [(70, None)]),
    ("The group has attacked more than 70 ships.", []),
    ("Saboteurs dynamited 18 power pylons during the last week.", [(18, 18)]),
    ("About 240 pylons have been blown up since January.", [(240, 240)]),
    ("Rebels have torched 12 schools since May.", [(12, 12)]),
    ("The board has confirmed 43 attacks on clinics.", [(43, 43)]),
    ("The front says it has carried out 94 operations in 60 days.", [(94, 94)]),
    ("The truce was violated 56 times in its first week.", [(56, 56)]),
    ("Some 300 rockets have been fired at the town since May.", [(300, 300)]),
    ("The guards had destroyed 90 of them and 1,600 drones since May.", []),
    ("It said 88 drones had been shot down since May.", []),
    ("The army has lost 40 guns, 12 tanks and 90 drones since May.", []),
    ("Police have seized 31 bombs since May.", []),
    ("Crews have carried out 40 rescue operations since May.", []),
    ("Police made 21 clearing operations in the past 24 hours.", []),
    ("The jets have made 70 sorties since May.", []),
    ("The band says it has carried out 61 attacks in Mali in June.", [(61, 61)]),
    ("It was the town's sixth home invasion this year.", [(6, 6)]),
    ("A mine, the fourth attack on the road this month, hit a bus.", [(4, 4)]),
    (
        "The desk counted 74 raids in May, down from 91 in the last week of April.",
        [(74, 74), (91, 91)],
    ),
    ("Monitors logged 21 raids in 2018, against 88 in all of 2017.", [(21, 21), (88, 88)]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[t[:50] for t, _ in COUNTED])
def test_what_is_counted(text: str, expected: list[tuple[int | None, int | None]]) -> None:
    found = read(text)
    assert [(t.count.low, t.count.high) for t in found] == expected
    for tally in found:
        assert tally.span.of(text).strip()


BASELINES = [
    ("The army logged 48 attacks since March 3.", "2019-03-03", None),
    ("Since June 4, rebels have carried out 70 attacks.", "2019-06-04", None),
    ("Posts were attacked 13 times between 17 and 24 October 2019.", "2019-10-17", "2019-10-24"),
    ("There were 40 attacks in the campaign that began on 2 February.", "2019-02-02", None),
    ("As of November 12, the army had counted 55 attacks since May 1.", "2019-05-01", "2019-11-12"),
    ("The base was hit 22 times since May 1, the army said on Monday.", "2019-05-01", "2019-11-18"),
    ("A total of 88 attacks were recorded so far.", None, None),
    ("Jets have flown 150 raids in two weeks.", "2019-11-06", None),
    ("It was the third such attack in as many months.", None, None),
    ("It was the third such attack on the post in two months.", "2019-09-20", None),
    ("The army said it had made 31 raids in the past 24 hours.", "2019-11-19", None),
    ("Jets flew 150 raids so far this year, the most since 2012.", "2019-01-01", None),
    (
        "The army, which has had 1,500 men there since 2014, says it has made 94 raids this year.",
        "2019-01-01",
        None,
    ),
    (
        "Since the truce came into force on 3 May 2019 rebels had breached it 212 times.",
        "2019-05-03",
        None,
    ),
    ("Shelling killed 84 people in the past three days, it said.", "2019-11-17", None),
    ("The guns shelled the quarter 130 times in March, he said.", "2019-03-01", "2019-03-31"),
    (
        "About 2,800 people have been killed since the war started with protests in 2011.",
        "2011-01-01",
        None,
    ),
]


@pytest.mark.parametrize(("text", "since", "until"), BASELINES)
def test_where_a_count_starts_and_ends(text: str, since: str | None, until: str | None) -> None:
    [tally] = read(text)
    assert (str(tally.baseline.start) if tally.baseline else None) == since
    assert (str(tally.as_of.end) if tally.as_of else None) == until


def test_a_month_is_not_the_time_of_the_total_that_it_adds_to() -> None:
    text = "Observers saw 31 breaches in May, bringing the total since 2 March to 489."
    month, total = read(text)
    assert (str(month.baseline and month.baseline.start), month.count.best) == ("2019-05-01", 31)
    assert (str(total.baseline and total.baseline.start), total.count.best) == ("2019-03-02", 489)


@pytest.mark.parametrize(
    "text",
    ["Jets flew 150 raids in two weeks.", "The army has lost 150 men in over two years of war."],
)
def test_a_length_that_may_end_at_any_time_fixes_no_day(text: str) -> None:
    [tally] = read(text)
    assert tally.baseline is not None
    assert (tally.baseline.start, tally.baseline.text[:3]) == (None, "two")


COMPARED = [
    (
        "Raids killed 312 people in July, down from 466 killed in June.",
        ["2019-07-01", "2019-06-01"],
    ),
    (
        "About 3,100 were killed in acts of terror in July, down from 3,466 killed in June.",
        ["2019-07-01", "2019-06-01"],
    ),
    (
        "In July 62 men were slain by death squads, compared with 48 in June.",
        ["2019-07-01", "2019-06-01"],
    ),
    ("Some 320 people died in raids this year so far, it says.", ["2019-01-01"]),
]


@pytest.mark.parametrize(("text", "starts"), COMPARED)
def test_each_of_two_compared_has_its_own_time(text: str, starts: list[str]) -> None:
    assert [str(t.baseline and t.baseline.start) for t in read(text)] == starts


@pytest.mark.parametrize(
    "more",
    [
        "In the same period 31 soldiers were killed.",
        "Over the same three months 31 soldiers were killed in ambushes.",
    ],
)
def test_the_same_period_is_that_of_the_count_before(more: str) -> None:
    first, second = read(f"Monitors logged 84 raids between 1 March and 31 May 2019. {more}")
    assert second.count.best == 31
    assert (first.baseline, first.as_of) == (second.baseline, second.as_of)
    assert second.baseline is not None


SPLITS = [
    (
        "A total of 66 attacks since 17 June, 32 in Mali and 34 in Niger.",
        [("Mali", 32), ("Niger", 34)],
    ),
    (
        "Posts were attacked 13 times since May 2, ten times in Iraq and three in Syria.",
        [("Iraq", 10), ("Syria", 3)],
    ),
    (
        "There were 13 attacks since May 2. Ten were in Iraq and three in Syria.",
        [("Iraq", 10), ("Syria", 3)],
    ),
    ("There were 13 attacks since May 2. Nine rockets fell in Iraq and two in Syria.", []),
    ("There were 50 attacks in Syria since May 2.", []),
    ("There were 50 attacks on convoys since May 2, and a post in Mali and a mill in Niger.", []),
    (
        "At least 23 attacks were seen since May 2, 14 of them in Iraq and nine in Syria.",
        [("Iraq", 14), ("Syria", 9)],
    ),
]


@pytest.mark.parametrize(("text", "split"), SPLITS)
def test_how_a_count_is_split(text: str, split: list[tuple[str, int]]) -> None:
    [tally] = read(text)
    assert [(p.place.name, p.count.low) for p in tally.parts] == split


def test_two_counts_of_two_countries_keep_their_own() -> None:
    first, second = read("Posts were hit 36 times in Mali and 37 times in Niger since June 2.")
    assert [p.name for p in first.places] == ["Mali"]
    assert [p.name for p in second.places] == ["Niger"]


def test_the_area_is_not_the_country_of_a_side() -> None:
    [tally] = read("There were 40 attacks on US and French troops in Mali since May 2.")
    assert [p.name for p in tally.places] == ["Mali"]
    assert "Mali" not in [a.name for a in tally.targets]
    assert tally.targets


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("12 attacks on US and coalition personnel", []),
        ("12 attacks on UK and French ships in the Red Sea", ["Red Sea"]),
        ("12 attacks on US and UK ships", []),
        ("12 attacks in the US and Canada", ["United States", "Canada"]),
        ("12 attacks in the UK and other countries", ["United Kingdom"]),
    ],
)
def test_a_short_name_beside_other_owners_is_no_area(words: str, area: list[str]) -> None:
    (tally,) = read(f"The centre has counted {words} since 3 May.")
    assert [p.name for p in tally.places] == area


def test_the_country_of_a_dateline_is_no_side() -> None:
    text = "MAIDUGURI, Nigeria - Boko Haram has carried out 95 attacks since June, police said."
    [tally] = read(text)
    assert [a.name for a in tally.attackers] == ["Boko Haram"]


def test_a_place_attacked_is_the_area() -> None:
    [tally] = read("Medics have counted 47 drone attacks on El Obeid since January.")
    assert [p.name for p in tally.places] == ["El Obeid"]


def test_the_town_that_rockets_are_fired_at_is_the_area() -> None:
    [tally] = read(
        "Twenty people have been killed by rockets fired at the town of Kilis since May."
    )
    assert [p.name for p in tally.places] == ["Kilis"]


AREAS = [
    ("At least 46 were killed in five days of clashes in Mali's northern Kidal region.", "Kidal"),
    ("At least 46 were killed in five days of clashes in Malis northern Kidal region.", "Kidal"),
    ("Shells killed 31 clerks in the port city of Aden over the past three weeks.", "Aden"),
    ("Rebel fire on Goma has wounded at least 19 people in recent weeks.", "Goma"),
]


@pytest.mark.parametrize(("text", "area"), AREAS)
def test_the_finest_place_of_a_toll_is_its_area(text: str, area: str) -> None:
    (tally,) = read(text)
    assert [p.name for p in tally.places] == [area]


SPANS = [
    ("Rebel fire has wounded at least 19 people in recent weeks.", "recent weeks", None),
    ("At least 46 rebels were killed in five days of clashes.", "five days", None),
    ("Raids took to 52 the number killed in the past nine days said the agency.", None, "11-11"),
    ("Clashes in less than one month have killed over 450 rebels.", "one month", None),
    ("Some 35 rebels were killed during clashes in past few days.", "past few days", None),
    (
        "Shells have killed 85 clerks since a U.N.-Thai brokered cease-fire fell Monday.",
        None,
        "11-18",
    ),
    ("Raids have killed 85 clerks since a truce collapsed on Monday evening.", None, "11-18"),
]


@pytest.mark.parametrize(("text", "words", "day"), SPANS)
def test_the_time_of_a_toll(text: str, words: str | None, day: str | None) -> None:
    (tally,) = read(text)
    assert tally.baseline is not None
    assert words is None or tally.baseline.text == words
    assert (tally.baseline.start and str(tally.baseline.start)[5:]) == day


@pytest.mark.parametrize(
    "text",
    [
        "Some 90,000 have died in Mali's war, which began as a mutiny in March 2012.",
        "The war, which erupted in March 2012, has killed 90,000 people.",
        "The conflict between the army and the Reds, which broke out in March 2012, has killed "
        "tens of thousands.",
    ],
)
def test_the_start_of_a_war_is_not_the_end_of_its_toll(text: str) -> None:
    (tally,) = read(text)
    assert tally.as_of is None and tally.baseline is not None
    assert str(tally.baseline.start) == "2012-03-01"


def test_the_wounded_of_the_next_sentence_are_counted_from_the_same_day() -> None:
    text = "Since Tuesday raids have killed 46 people. At least 81 people have been wounded."
    assert [t.baseline.start for t in read(text) if t.baseline] == [date(2019, 11, 19)] * 2


def test_who_counts_is_no_attacker() -> None:
    [tally] = read("By the count of the army, there were 40 attacks by Boko Haram since May 2.")
    assert [a.name for a in tally.attackers] == ["Boko Haram"]


def test_whose_attacks_they_are() -> None:
    told = "The Sudanese army said Houthi fighters had launched 47 drone attacks on Mali since May."
    assert [a.id for a in read(told)[0].attackers] == ["houthis"]
    told = "Houthi fighters have attacked more than 70 ships since May, the Sudanese army said."
    assert [a.id for a in read(told)[0].attackers] == ["houthis"]
    told = "US forces in Iraq and Syria have come under attack 106 times since May."
    (tally,) = read(told)
    assert not tally.attackers
    assert [a.name for a in tally.targets] == ["US military"]


def test_each_count_has_the_time_of_its_own_clause() -> None:
    told = "In 2018 it attacked the pipelines 50 times, and this year it has made 21 attacks."
    first, second = read(told)
    assert str(first.baseline and first.baseline.start) == "2018-01-01"
    assert str(second.baseline and second.baseline.start) == "2019-01-01"


def test_a_toll_without_its_verb_is_counted_from_its_own_day() -> None:
    told = "Some 64 people have been killed in the past 24 hours, and 1,266 since May 2019."
    first, second = read(told)
    assert str(first.baseline and first.baseline.start) == "2019-11-19"
    assert (second.count.best, second.what) == (1266, "people killed")
    assert str(second.baseline and second.baseline.start) == "2019-05-01"


def test_the_number_of_killings_that_deaths_bring_it_to() -> None:
    told = "The deaths bring the number of homicides to 58 this year, compared with 71 last year."
    assert [tally.count.best for tally in read(told)] == [58, 71]


def test_an_abduction_is_the_kind_of_those_kidnapped() -> None:
    (tally,) = read("Houthi fighters have kidnapped 31 miners since May.")
    assert tally.kind is IncidentKind.ABDUCTION


def test_the_attacked_are_the_subject_of_times() -> None:
    [tally] = read("US forces have been attacked at least 66 times since May 2.")
    assert tally.targets
    assert tally.what == "US forces have been attacked"
    assert not tally.attackers


def test_the_day_before_a_subject_is_not_of_what_is_counted() -> None:
    [tally] = read("Since 3 May 2019 rebels had breached it 212 times.")
    assert tally.what == "rebels had breached"


def test_now_is_not_before_the_subject() -> None:
    (tally,) = read("Naval and other crews have now been attacked 16 times since 3 May.")
    assert tally.what == "Naval and other crews have now been attacked"


@pytest.mark.parametrize(
    "toll", ["The death toll from rebel attacks on Kasala", "Casualties of the raids on Kasala"]
)
def test_the_toll_of_attacks_is_no_number_of_them(toll: str) -> None:
    assert read(f"{toll} rose to 12 on Monday.") == []
    (tally,) = read("The number of rebel attacks on Kasala rose to 12 in May.")
    assert tally.count.low == 12


def test_a_part_of_the_last_days_has_no_older_start() -> None:
    whole, part = read(
        "Jets made 80 raids since 3 May, including 29 strikes in the last four days."
    )
    assert whole.baseline is not None
    assert whole.baseline.start == date(2019, 5, 3)
    assert part.baseline is None or part.baseline.start == date(2019, 11, 16)
    _, clinics = read("Jets made 80 raids since 3 May, including 12 strikes on clinics.")
    assert clinics.baseline == whole.baseline


def test_what_is_a_clean_phrase() -> None:
    [tally] = read("The office recorded 106 attacks against its troops in Mali since May 2.")
    assert tally.what == "attacks against its troops"


KINDS = [
    ("There were 30 bombings since May 2.", IncidentKind.BOMBING),
    ("There were 30 drone attacks since May 2.", IncidentKind.DRONE_ATTACK),
    ("There were 30 rocket and drone attacks since May 2.", IncidentKind.ATTACK),
    ("There were 30 air strikes since May 2.", IncidentKind.AIR_STRIKE),
    ("There were 30 clashes since May 2.", IncidentKind.ARMED_CLASH),
    ("There were 30 abductions since May 2.", IncidentKind.ABDUCTION),
    ("There were 30 attacks since May 2.", IncidentKind.ATTACK),
    ("Attacks since May 2 took to 30 the number killed in air strikes.", IncidentKind.AIR_STRIKE),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_counted(text: str, kind: IncidentKind) -> None:
    assert [t.kind for t in read(text)] == [kind]


ORDINALS = [("3rd", 3), ("32nd", 32), ("twenty-first", 21), ("fortieth", 40), ("hundredth", 100)]


@pytest.mark.parametrize(("words", "value"), ORDINALS)
def test_ordinals(words: str, value: int) -> None:
    assert ordinal(words) == value


def test_words_that_are_no_ordinal() -> None:
    assert [ordinal(w) for w in ("", "three", "twenty-tenth", "north")] == [None] * 4


@pytest.mark.parametrize(
    "words",
    ["attacks on the ", "10 attacks and ", "the 20th attack ", "number of total ", "a " * 9],
)
def test_a_long_sentence_takes_no_time(words: str) -> None:
    text = (words * (20_000 // len(words) + 1))[:20_000]
    notes = annotate(document(text))
    voices = voices_of(notes)
    with within(3):
        tallies(notes, voices)


def test_an_attack_that_adds_to_a_count_is_told_of_too() -> None:
    found = reading("Rebels blew up a gas line near Ostara for the 17th time this year.")
    assert len(found.reports) == 1
    assert [t.count.low for t in found.tallies] == [17]


TOLLS_IN_PARTS: list[tuple[str, list[int | None]]] = [
    (
        "Mines have killed 61 people since May, including nine children and a nurse.",
        [61, 9, 1],
    ),
    ("Mines have killed 61 people since May. Nine of them were pupils.", [61, 9]),
    ("909 people have been killed or wounded in the past three weeks of fighting.", [909]),
    (
        "The report says that 900 have been killed since May. So far, 432 have died here.",
        [900, 432],
    ),
    ("The mission counted 14 massacres and nine kidnappings since 3 May.", [14, 9]),
    ("The group has recorded 120 violent events in Mali this year.", [120]),
    (
        "The city has logged 172 murders so far this year, compared with 165 by the same day.",
        [172, 165],
    ),
    ("A month of infighting in Mali alone has killed nearly 300 fighters.", [None]),
    ("84 people have been killed over a four-day stretch of fighting near Gao.", [84]),
    ("During the reporting period, eleven herders were injured in Mali.", [11]),
    ("The centre counted 83 civilian deaths in February, against 51 in January.", [83, 51]),
    ("The mission counted 146 breaches in June, against 31 in May.", [146, 31]),
    ("According to the office, mines have claimed 61 victims since January.", [61]),
    ("Relatives count 47 people who have gone missing in Gao since January.", [47]),
    ("1,100 residents have died in such bombardments since the winter.", [1100]),
    ("Since 1985 - when troops made a buffer zone - nearly 200 guards have been killed.", [None]),
    ("At least 72 have been killed in the bombing on Gao over the past few days.", [72]),
    ("Since the assaults that killed 130 in Gao last June, few have slept.", []),
    ("The city will end 2017 with 41 murders unless somebody is killed.", []),
    ("The raid brought the toll for both bombings to 259.", []),
    ("60 guards were killed on Saturday in raids on a base of the war-torn country.", []),
    ("Rebel groups have lost 463 fighters in the battle for Velm.", [463]),
]


@pytest.mark.parametrize(("text", "wanted"), TOLLS_IN_PARTS)
def test_parts_and_sums_of_tolls(text: str, wanted: list[int | None]) -> None:
    assert [t.count.low for t in read(text)] == wanted


def test_a_war_that_claims_lives_says_nothing() -> None:
    [tally] = read("The insurgency in Mali has claimed over 2,000 lives since 2017.")
    assert "insurgency" not in str(tally.chain)
