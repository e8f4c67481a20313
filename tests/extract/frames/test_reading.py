"""Which mentions are on one incident: what joins them, and what opens a new one."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.extract.frames.frame import Frame, only_lays
from tallystick.extract.frames.reading import _gap
from tallystick.extract.mentions.reading import mentions
from tallystick.model.statement import Field, Stance, Standing
from tests.extract.incidents import (
    days,
    document_of,
    incidents,
    place_of,
    places,
    reading,
    sides,
    tolls,
)

# --- one incident told on ---

ONE = [
    ("2012-06-21", "Rockets hit Bagram Air Base on Sunday.\n\nThe attack wounded two contractors."),
    ("2009-07-09", "Insurgents ambushed a convoy in Helmand on Monday. The ambush killed two "
     "drivers."),
    ("1999-01-08", "Rebels shelled Freetown on Monday. The shelling went on for an hour and "
     "wounded three guards."),
    ("1996-02-02", "A bomb exploded in Colombo on Tuesday, killing seven people. Police said the "
     "blast also wounded 20 others."),
    ("1982-03-28", "Two officers were shot dead in Londonderry on Friday. The gunmen fled in a "
     "van."),
    ("1986-09-14", "A bomb wrecked a café in Paris on Friday.\n\nTwelve people were wounded.\n\n"
     "No group claimed responsibility for the bombing."),
    ("2003-08-24", "Gunmen attacked a village near Bunia on Friday. At least nine people were "
     "killed.\n\nThe army blamed a local militia for the attack."),
    # what came later is the word on it
    ("2012-06-21", "A drone hit a barracks near the airport of Gao on Monday, wounding a guard.\n\n"
     "A few hours later, the rebels released a statement saying they had attacked troops at the "
     "airport of Gao."),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text"), ONE)
def test_a_story_goes_on_about_its_incident(published: str, text: str) -> None:
    assert len(incidents(text, published)) == 1


def test_what_follows_adds_to_the_incident() -> None:
    text = (
        "Rockets hit Bagram Air Base on Sunday.\n\n"
        "The attack killed two contractors. Four guards were wounded."
    )
    (found,) = incidents(text, "2012-06-21")
    assert (tolls(found), tolls(found, Field.INJURED)) == ([2], [4])


ANOTHER = [
    "Rebels shelled a dairy in Mukalla on Sunday. Shops were shut. The army bombed a radio mast.",
    "Warplanes bombed a school in Mukalla. On Friday warplanes bombed a hospital.",
]


@pytest.mark.parametrize("text", ANOTHER)
def test_a_target_and_an_author_or_a_day_of_its_own_make_another(text: str) -> None:
    assert len(incidents(text, "2016-06-21")) == 2


def test_a_militia_named_by_its_kind_and_then_by_its_name_is_one_author() -> None:
    text = (
        "An Iranian-backed militia attacked a base in Anbar on Sunday. Kataib Hezbollah struck "
        "the Ain al-Asad base with drones."
    )
    assert len(incidents(text, "2021-06-21")) == 1


LATER = [
    ("The network put the number of dead at 16.", [[12, 16], []]),
    ("The network put the number of dead at 9.", [[12], [9]]),
    ("The network put the number of dead at 90.", [[12], [90]]),
]


@pytest.mark.parametrize(("toll", "wanted"), LATER)
def test_a_later_toll_goes_to_what_had_dead(toll: str, wanted: list[list[int]]) -> None:
    text = (
        "Rockets killed 12 people in Mukalla on Sunday.\n\n"
        f"On Monday a drone hit a radio mast in Aden. {toll}"
    )
    assert [tolls(found) for found in incidents(text, "2016-06-21")] == wanted


def test_a_later_toll_goes_to_the_last_that_can_have_had_so_many() -> None:
    text = (
        "Rockets killed six people in Mukalla on Sunday.\n\nOn Monday a shell killed a family of "
        "four in Aden. The network had put the number of dead at seven."
    )
    assert [tolls(found) for found in incidents(text, "2016-06-21")] == [[6], [4, 7]]


def test_the_market_is_the_central_market() -> None:
    text = (
        "Rebels shelled the central market in Taiz on Sunday. A doctor spoke of burns.\n\n"
        "Residents fled south.\n\nA clinic was full.\n\n"
        "The rebels had fired shells at the market for an hour."
    )
    assert len(incidents(text, "2016-06-21")) == 1


def test_a_title_tells_again_what_the_text_tells() -> None:
    text = (
        "Bomb kills seven in Colombo\n\n"
        "COLOMBO (Example Wire) — A bomb exploded in Colombo on Tuesday, killing seven people."
    )
    assert len(incidents(text, "1996-02-02")) == 1


def test_what_a_text_opens_with_is_told_again_with_its_day_place_and_author() -> None:
    text = (
        "Envoy condemns attack that killed two guards. He spoke to reporters in the capital.\n\n"
        "Fighters of the Lord's Resistance Army shot at lorries near Gulu on Friday."
    )
    (attack,) = incidents(text, "2019-03-04")
    assert sides(attack) == {("Lord's Resistance Army", Stance.REPORTS)}
    assert tolls(attack) == [2]


def _words(text: str, published: str | None = "2019-03-04") -> list[list[str]]:
    return [[s.span.of(text) for s in r.of(Field.KIND)] for r in incidents(text, published)]


def test_the_assault_is_not_what_it_came_days_after() -> None:
    text = (
        "Armed men stormed Karuma on Friday.\nThe raid came a day after drones dropped explosives "
        "on houses at Kitgum, where a woman was killed.\nVillagers said the assault lasted for two "
        "hours."
    )
    assert _words(text, None) == [["stormed", "raid", "assault"], ["dropped"]]


def test_what_was_burnt_in_a_raid_is_no_other_incident() -> None:
    text = (
        "Gunmen ambushed a convoy near Gulu on Friday, killing four people. The attack went on for "
        "an hour. Two lorries were set on fire. The ambush was the fourth on the road."
    )
    assert _words(text) == [["ambushed", "attack", "set on fire", "ambush"]]


def test_a_blast_goes_back_to_the_bomb_and_not_to_the_ambush() -> None:
    text = (
        "A roadside bomb killed four soldiers near Gulu on Friday. Gunmen fired at the lorry that "
        "came for the wounded and hurt a driver. No group has claimed the ambush. When the device "
        "exploded the men were on their way to Lira."
    )
    bomb, ambush = _words(text)
    assert ("exploded" in bomb, "exploded" in ambush) == (True, False)


def test_a_title_goes_to_the_incident_that_its_word_tells_of() -> None:
    text = (
        "Village counts its dead after Acholi raid\n\nGULU, Uganda, Feb 2 - Armed men stormed the "
        "village of Orunwa on Friday, killing a clerk. The raid lasted for two hours.\n\nIn "
        "Kitgum, five people died in a gunfight on Saturday morning."
    )
    assert _words(text) == [["raid", "stormed", "raid"], ["gunfight"]]


def test_those_who_were_also_shot_were_shot_there() -> None:
    text = (
        "Gunmen killed two clerks at a wedding in Gulu on Friday. Four others were also shot and "
        "taken to hospital."
    )
    (attack,) = incidents(text, "2019-03-04")
    assert tolls(attack) == [2]


def test_a_title_goes_to_the_incident_with_which_it_has_most_in_common() -> None:
    text = (
        "Drone sets fuel depot in Goma on fire\n\nA shell killed two people in Bukavu on "
        "Tuesday.\n\nA drone hit a fuel depot in Goma on Tuesday. Nobody was hurt."
    )
    weapons = {place_of(r): len(list(r.of(Field.WEAPON))) for r in incidents(text, "1996-02-02")}
    assert weapons["Goma"] > weapons["Bukavu"]


def test_more_killed_in_another_raid_is_another_raid() -> None:
    text = (
        "Air raids on Mosul killed 11 people on Monday, a monitor said. "
        "Another five people were killed in an air raid on Basra, it said."
    )
    assert [tolls(r) for r in incidents(text, "2016-05-03")] == [[11], [5]]
    text = (
        "An air raid on Mosul killed 11 people on Monday, a monitor said. "
        "Another five people were wounded in the raid, it said."
    )
    assert [tolls(r) for r in incidents(text, "2016-05-03")] == [[11]]


def test_what_is_set_beside_is_no_background() -> None:
    text = (
        "Shells wounded nine people in Mosul on Monday while one was injured in attacks on Basra."
    )
    assert len(incidents(text, "2016-05-03")) == 2


def test_the_same_town_and_day_far_apart_in_the_text_is_one() -> None:
    between = "\n\n".join(["The council met and spoke of roads."] * 7)
    text = (
        "A bomb exploded in Quetta on Monday, killing four people.\n\n"
        f"{between}\n\nThe bomb that exploded in Quetta on Monday was hidden in a cart."
    )
    assert days(text, "2013-08-09") == ["2013-08-05"]


# --- another incident ---

TWO = [
    ("1998-08-20", "A bomb exploded in Omagh on Sunday. A second bomb exploded in Belfast."),
    ("1990-05-14", "A car bomb exploded outside a bank in Bogota on Thursday. Another car bomb "
     "exploded in the city, wounding 12."),
    ("1990-05-14", "A car bomb exploded outside a bank in Bogota on Thursday. Elsewhere, gunmen "
     "shot a policeman."),
    ("2009-07-09", "Insurgents ambushed a convoy in Helmand on Monday. On Wednesday they ambushed "
     "a patrol in Helmand."),
    ("2012-06-21", "Rockets hit Bagram Airfield on Sunday.\n\nRockets hit the same base on "
     "Tuesday."),
    ("1996-02-02", "A bomb exploded in Colombo on Tuesday, killing seven people.\n\nGunmen also "
     "attacked a police post in Batticaloa."),
    # the time of something else
    ("2012-06-21", "A shell hit a mill in Gao on Monday, killing a guard. Two hours later gunmen "
     "raided a clinic and wounded a nurse."),
    ("2012-06-21", "A shell hit a mill in Gao on Monday, killing a guard. Later in the day a "
     "sniper shot a nurse."),
    ("2012-06-21", "A bomb destroyed a barracks in Gao on Monday, killing 40 guards. Minutes later "
     "another bomb killed six guests of a hotel."),
    # what it was in return for
    ("2012-06-21", "Gunmen shot two brothers in a cafe on Monday. The group said that it did so in "
     "return for the shelling of a mill in Kidal."),
    # a side's own weapons go back to nothing
    ("2012-06-21", "Rebels shelled Gao on Monday, killing a guard. The army said that its "
     "artillery had hit a depot at Timbuktu."),
    # the day of the one, and that from which it is counted
    ("2012-06-21", "The raid on a clinic in Gao came two days after Sunday's bombing of a bus "
     "station in Kidal, in which nine people died."),
    ("1983-11-05", "A truck bomb destroyed a barracks in Beirut on Sunday.\n\nA hijacked bus was "
     "stopped near Tyre on Monday and two passengers were shot dead."),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text"), TWO)
def test_another_day_place_or_word_opens_a_new_one(published: str, text: str) -> None:
    assert len(incidents(text, published)) == 2


def test_some_days_later_the_base_is_attacked_again() -> None:
    text = "Rockets hit Bagram Airfield on Sunday.\n\nTwo days later, drones attacked the base."
    assert days(text, "2012-06-21") == ["2012-06-17", "2012-06-19"]
    assert places(text, "2012-06-21") == ["Bagram Airfield"] * 2


# --- the day of the running account ---


def test_the_day_told_before_goes_on() -> None:
    text = (
        "A bomb exploded in Colombo on Tuesday, killing seven people.\n\n"
        "Gunmen also attacked a police post in Batticaloa."
    )
    assert days(text, "1996-02-02") == ["1996-01-30", "1996-01-30"]


def test_the_night_told_before_goes_on() -> None:
    text = (
        "Drones hit a depot in Odesa overnight, killing two people.\n\n"
        "A rocket also fell on a school in Kharkiv."
    )
    assert len(set(days(text, "2024-12-18"))) == 1
    assert None not in days(text, "2024-12-18")


def test_no_day_comes_from_what_is_told_after() -> None:
    text = (
        "A bomb exploded in Quetta, wounding five.\n\n"
        "Gunmen stormed a school in Peshawar on Tuesday, killing 12 people."
    )
    assert days(text, "2014-12-18") == [None, "2014-12-16"]


@pytest.mark.parametrize("sentences", [5, 9, 14])
def test_the_day_of_the_lead_does_not_go_on_for_ever(sentences: int) -> None:
    between = "\n\n".join(["The council met and spoke of roads."] * sentences)
    text = (
        "Gunmen stormed a school in Peshawar on Tuesday, killing 12 people.\n\n"
        f"{between}\n\nA bomb exploded in Quetta, wounding five."
    )
    assert days(text, "2014-12-18") == ["2014-12-16", None]


def test_the_day_of_something_else_is_not_taken_over() -> None:
    text = "Talks began on Monday.\n\nTraders met on Tuesday.\n\nA bomb exploded in Quetta."
    assert days(text, "2014-12-18") == [None]


def test_the_weekday_that_goes_on_may_float() -> None:
    text = "Gunmen attacked a bus near Gulu on Sunday. Rebels burned a school near Kitgum."
    assert days(text) == ["Sunday", "Sunday"]


# --- summaries ---

MEMBERS = (
    "\n\nA car bomb exploded in Kirkuk on Thursday, killing seven people."
    "\n\nGunmen attacked a checkpoint in Mosul on Thursday."
)


@pytest.mark.parametrize(
    "lead",
    [
        "Attacks in Iraq on Thursday killed 11 people.",
        "A series of attacks shook Iraq on Thursday.",
        "Attacks shook Iraq on Thursday.",
        "Bombs and gunfire killed 11 people in two attacks in Iraq on Thursday.",
    ],
)
def test_a_summary_is_not_counted_beside_its_members(lead: str) -> None:
    found = places(lead + MEMBERS, "2010-06-18")
    assert found == ["Kirkuk", "Mosul"]


def test_a_figure_of_the_summary_is_given_to_no_member() -> None:
    found = incidents("Attacks in Iraq on Thursday killed 11 people." + MEMBERS, "2010-06-18")
    assert [tolls(r) for r in found] == [[7], []]


@pytest.mark.parametrize(
    ("lead", "side"),
    [
        (
            "The Mahdi Army claimed responsibility for attacks in Iraq on Thursday.",
            ("Mahdi Army", Stance.CLAIMS),
        ),
        (
            "Attacks in Iraq on Thursday killed 11 people, and the army blamed the Mahdi Army.",
            ("Mahdi Army", Stance.BLAMES),
        ),
    ],
)
def test_what_is_said_of_all_is_said_of_each(lead: str, side: tuple[str, Stance]) -> None:
    found = incidents(lead + MEMBERS, "2010-06-18")
    assert [side in sides(r) for r in found] == [True, True]


def test_a_summary_with_one_member_is_that_member() -> None:
    text = (
        "Attacks in Yemen on Saturday wounded 30 people.\n\n"
        "A suicide bomber blew himself up at a barracks in Aden, killing 14 people."
    )
    (found,) = incidents(text, "2017-10-30")
    assert (tolls(found), tolls(found, Field.INJURED)) == ([14], [30])
    assert places(text, "2017-10-30") == ["Aden"]


def test_the_sum_of_a_number_of_attacks_is_not_that_of_the_one_told_of() -> None:
    lead = "Bombs and gunfire killed 11 people in two attacks in Iraq on Thursday."
    text = f"{lead}\n\nA car bomb exploded in Kirkuk on Thursday, killing seven people."
    assert [tolls(r) for r in incidents(text, "2010-06-18")] == [[7]]


def test_a_summary_without_members_stays() -> None:
    text = "Attacks in Somalia on Saturday killed 14 people.\n\nThe council met to speak of roads."
    assert days(text, "2017-10-30") == ["2017-10-28"]


# --- what names no incident ---

NONE = [
    "Almost daily attacks on the road have worried drivers.",
    "The post has been hit several times.",
    "He died of a heart attack on Friday.",
    "The council met on Friday to speak of roads and of schools.",
    "The president fired his minister on Friday.",
]


@pytest.mark.parametrize("text", NONE)
def test_habits_series_and_other_senses_are_no_incidents(text: str) -> None:
    assert incidents(text, "1988-04-22") == []


def test_the_blast_goes_back_to_the_bombing_and_not_to_the_raid() -> None:
    text = (
        "Gunmen raided the village of Kauda on Thursday, killing nine people. A bomb went off in "
        "the market of Talodi on Wednesday. Four traders died in the blast."
    )
    found = {place_of(r): len(list(r.of(Field.KILLED))) for r in incidents(text, "2012-03-12")}
    assert found == {"Kauda": 1, "Talodi": 1}


def test_a_town_before_all_else_with_a_figure_of_its_own_moves_on() -> None:
    text = "Rebels shelled Homs on Saturday and killed three people. In Talbiseh, {} by a shell."
    for told, wanted in (("a nurse was killed", [[3], [1]]), ("the road was cut", [[3]])):
        assert [tolls(r) for r in incidents(text.format(told), "2013-05-20")] == wanted


def test_a_town_called_otherwise_is_another_however_near() -> None:
    text = "Rockets hit a mill in Kramatorsk on Monday. Rockets hit a clinic in Druzhkivka."
    assert places(text) == ["Kramatorsk", "Druzhkivka"]


def test_a_town_named_beside_that_of_the_incident_is_no_other() -> None:
    text = (
        "Rockets hit a mill in Kramatorsk on Monday. The rockets that hit the mill in Kramatorsk "
        "came from Druzhkivka."
    )
    assert places(text) == ["Kramatorsk"]


def test_some_dead_are_no_other_figure() -> None:
    text = (
        "Gunmen stormed the village of Kauda on Thursday, killing at least 20 people.\n\n"
        "Police said that they went through the streets. They shot the men."
    )
    assert len(incidents(text, "2012-03-12")) == 1


def test_an_attack_of_before_is_none_of_those_of_the_day() -> None:
    text = (
        "Rebels said that they seized the barracks in Tyre.\n\nThe mayor paid tribute to the "
        "victims of the attack of 3 March 1979 on a school."
    )
    assert len(reading(text, "1983-11-05").reports) == 2


@pytest.mark.parametrize(
    ("then", "count"),
    [
        ("The third, in the market, went off as firemen arrived.", 2),
        ("Seven hours later gunmen shot at a patrol on the road.", 2),
        ("Seven hours later a grenade hurt a cook in another part of the town.", 2),
        ("The second attack in a week left a driver dead.", 1),
        ("The second victim was wounded in the leg.", 1),
        ("Less than 12 hours earlier a bomb blast left a driver dead.", 2),
        ("Three other clerks were wounded as they fled.", 1),
        ("Two firemen were also killed in the effort to reach the vault.", 1),
        ("Two guards were also killed in the fighting.", 2),
    ],
)
def test_another_of_several_and_what_came_hours_later_are_incidents_of_their_own(
    then: str, count: int
) -> None:
    text = f"A bomb went off at a bank in Gulu on Monday, hurting two. {then}"
    assert len(incidents(text, "2017-08-23")) == count


OPENED = [
    ("Earlier in the day a bomb blast hit a police van, wounding six officers.", True, False),
    ("Nine others died in shelling of two farms in the hills.", True, False),
    ("Nine others died in the shelling.", False, True),
    ("Earlier, a doctor said that gunmen shot a nurse dead in Kitgum.", True, False),
    ("Earlier reports said that gunmen shot a nurse dead in Kitgum.", False, False),
    ("Jets hit the same market 20 minutes later, as firemen arrived.", True, False),
    ("Six others were killed in a village near the town.", False, False),
    # told by its time beside another
    ("This came a few hours after a mine exploded under a lorry near Gulu.", True, False),
    ("The raid came as rebels shelled Kitgum.", True, False),
    ("The raid came a day after the shelling of Kitgum.", False, True),
    ("The statement came after a raid on Kitgum.", False, False),
    ("Hours after the arson, a nurse was shot dead at Kitgum.", True, False),
    ("Hours after the arson, the police said that a nurse was shot dead.", False, False),
]


@pytest.mark.parametrize(("text", "fresh", "definite"), OPENED)
def test_an_earlier_blast_and_the_other_dead_of_a_shelling_are_news(
    text: str, fresh: bool, definite: bool
) -> None:
    notes = annotate(document_of(text, "2014-10-17"))
    last = [m for m in mentions(notes, voices_of(notes)) if m.trigger][-1]
    assert (last.fresh, last.definite) == (fresh, definite)


AGAIN = [
    # a place of its own
    ("Troops killed 40 rebels in Gulu on Monday. Three men were killed near Velmo airport.", 2),
    ("Troops raided Gulu on Monday. Three men were killed near Velmo airport.", 1),
    ("Troops killed 40 rebels in Gulu on Monday. Three men were killed near Gulu.", 1),
    # words that open another, in the same sentence too
    ("A raid near Gulu killed 20 men on Monday and another raid killed nine.", 2),
    ("A raid near Gulu killed 20 men on Monday and the raid left nine houses burned.", 1),
]


@pytest.mark.parametrize(("text", "count"), AGAIN)
def test_a_place_of_its_own_or_another_raid_is_another_incident(text: str, count: int) -> None:
    assert len(incidents(text, "2003-08-24")) == count


def test_raids_with_another_toll_than_what_was_told_before_are_no_summary_of_it() -> None:
    text = (
        "Jets raided Kirkuk on Sunday, killing 19 people.\n\nThe mayor spoke of roads. He spoke "
        "of schools. He spoke of mills. He spoke of taxes. He spoke of tolls. He spoke of "
        "water.\n\nAir strikes in the east on Sunday killed 34 people."
    )
    assert [tolls(r) for r in incidents(text, "2003-08-24")] == [[19], [34]]


def test_a_thwarted_attack_is_prevented_though_it_was_beaten_off() -> None:
    text = "The navy said that it had thwarted an attack on a tanker off Bonny on Saturday."
    (report,) = reading(text, "2016-09-14").reports
    assert report.standing is Standing.PREVENTED


# --- a weekday of no known week ---


def test_a_month_by_its_number_is_not_the_weekday_of_the_news() -> None:
    """Nothing says when this was written; a Wednesday of the news is of no past month."""
    text = (
        "Two drones were shot down over Gao airport on Wednesday, an official said.\n\n"
        "Gao airport came under rocket fire in March 2016, and four guards were killed."
    )
    assert [tolls(report) for report in reading(text, None).reports] == [[], [4]]


# --- who is held, and who denies ---


def test_who_is_charged_is_not_told_on_from() -> None:
    text = (
        "A porter was stabbed at a mill on Monday. Rain fell. Ann Tarrow, 25, was charged. "
        "A cart was hit by bullets."
    )
    notes = annotate(document_of(text, "2031-05-10"))
    stabbed, charged, hit = mentions(notes, voices_of(notes))
    assert [only_lays(m) for m in (stabbed, charged, hit)] == [False, True, False]
    assert _gap(Frame([stabbed, charged], None), hit) == 3


def test_who_denies_it_is_not_told_on_from() -> None:
    text = (
        "A porter was stabbed at a mill on Monday. Hezbollah denied responsibility. A cart was "
        "hit by bullets."
    )
    notes = annotate(document_of(text, "2031-05-10"))
    assert [only_lays(m) for m in mentions(notes, voices_of(notes))] == [False, True, False]


@pytest.mark.parametrize(
    "denial",
    [
        "rejected as baseless a charge that its men had shot dead nine villagers at Orun",
        "denied reports that its men attacked a mill",
    ],
)
def test_a_denial_stands_where_the_deed_is_told_in_it_alone(denial: str) -> None:
    notes = annotate(document_of(f"The Malian army {denial}.", "2031-05-10"))
    (told,) = mentions(notes, voices_of(notes))
    assert not told.trigger and told.where is None
    assert {d.stance for d in told.drafts} == {Stance.DENIES}
    assert "its men" in [d.span.of(notes.text) for d in told.drafts]
