"""Frames to reports: standing, voices, denials, and the town whose police tell."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Field, Report, Stance, Standing
from tallystick.model.values import Casualties
from tests.extract.incidents import incidents, places, reading, sides, tolls

NEWS = "Gunmen attacked a patrol in Diyarbakir on 12 September 2016, wounding two soldiers."
QUIET = " Shops opened as usual. Buses ran."


def standings(text: str, published: str | None = None) -> list[Standing]:
    return [r.standing for r in reading(text, published).reports]


def only(text: str, published: str | None = None) -> Report:
    (report,) = reading(text, published).reports
    return report


# --- background ---


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("On 1 September 2016", Standing.HAPPENED),
        ("On 10 August 2016", Standing.HAPPENED),
        ("On 13 March 2016", Standing.BACKGROUND),
        ("In March 2016", Standing.BACKGROUND),
        ("In 2004", Standing.BACKGROUND),
    ],
)
def test_what_is_old_is_background(day: str, standing: Standing) -> None:
    text = f"{NEWS}{QUIET}\n\n{day} a bomb exploded in Ankara, killing 37 people."
    assert standings(text, "2016-09-14") == [Standing.HAPPENED, standing]


def test_the_article_is_about_its_lead_however_long_ago() -> None:
    text = (
        "A bomb exploded in Omagh on 15 August 1998, killing 29 people.\n\n"
        "The town marked the day on Tuesday."
    )
    assert standings(text, "2003-08-16") == [Standing.HAPPENED]


@pytest.mark.parametrize("day", ["In March 2016", "On 13 March 2016"])
def test_without_a_day_of_publication_the_latest_day_told_counts(day: str) -> None:
    text = f"{NEWS}{QUIET}\n\n{day} a bomb exploded in Ankara, killing 37 people."
    assert standings(text) == [Standing.HAPPENED, Standing.BACKGROUND]


def test_a_month_is_background_without_a_day_of_publication() -> None:
    text = (
        "Gunmen attacked a patrol in Diyarbakir on Monday, wounding two soldiers. Shops opened "
        "as usual. Buses ran.\n\nIn August 2016 a bomb exploded in Ankara, killing 37 people."
    )
    assert standings(text) == [Standing.HAPPENED, Standing.BACKGROUND]


def test_the_toll_of_a_war_is_background() -> None:
    text = "The shelling of Grozny has killed 25,000 people, a monitor says."
    assert Standing.HAPPENED not in standings(text, "2000-02-01")


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Rebels threatened to attack Gulu on Monday.", Standing.PLANNED),
        ("Police foiled a plot to bomb a station in Madrid on Monday.", Standing.PREVENTED),
        ("Rebels attacked Gulu on Monday.", Standing.HAPPENED),
    ],
)
def test_standing_follows_the_words(text: str, standing: Standing) -> None:
    assert standings(text, "1988-04-22") == [standing]


# --- voices ---


def test_a_denied_toll_has_two_voices() -> None:
    text = (
        "The army denied claims by the Tamil Tigers that 40 soldiers were killed in an attack on "
        "a camp in Jaffna on Monday."
    )
    said = {
        (s.chain[0].name, s.stance, s.value.count.low)
        for s in only(text, "1995-07-14").of(Field.KILLED)
        if isinstance(s.value, Casualties)
    }
    assert said == {("Tamil Tigers", Stance.CLAIMS, 40), ("army", Stance.DENIES, 40)}


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The ministry denied that soldiers had carried out the raid on Jaffna.", "ministry"),
        ("The army denied that its troops had bombed a bus in Jaffna.", "army"),
    ],
)
def test_who_denies_it_for_others_speaks_alone(told: str, who: str) -> None:
    denials = list(only(told, "1995-07-14").of(Field.ATTACKER))
    assert {d.stance for d in denials} == {Stance.DENIES}
    assert {tuple(source.name for source in d.chain[:-1]) for d in denials} == {(who,)}


def test_a_denial_that_it_happened_is_a_statement_on_the_incident() -> None:
    text = (
        "Rebels said they attacked a garrison in Fada on Monday.\n\n"
        "The defence ministry denied that there was any attack."
    )
    report = only(text, "1987-01-04")
    (denial,) = report.of(Field.OCCURRENCE)
    assert (denial.value, denial.stance) == (Standing.HAPPENED, Stance.DENIES)
    assert [source.name for source in denial.chain] == ["defence ministry", "The Example"]
    assert ("Rebels", Stance.CLAIMS) in sides(report)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Hezbollah said it fired rockets at Kiryat Shmona on Thursday, hitting a barracks and "
         "killing two soldiers.", "Hezbollah"),
        ("Al-Shabab said that it had attacked an army base in Baidoa on Thursday and killed two "
         "soldiers.", "al-Shabaab"),
        ("The Tamil Tigers said they attacked a camp in Jaffna on Thursday and killed two "
         "soldiers.", "Liberation Tigers of Tamil Eelam"),
    ],
)  # fmt: skip
def test_what_a_claimant_says_of_its_own_act_is_a_claim(text: str, actor: str) -> None:
    report = only(text, "1996-04-12")
    assert (actor, Stance.CLAIMS) in sides(report)
    stances = {(s.field, s.stance) for s in report.statements if s.chain[0].name != "The Example"}
    assert (Field.KILLED, Stance.CLAIMS) in stances
    assert (Field.KILLED, Stance.REPORTS) not in stances


def test_what_others_say_of_an_act_is_a_report() -> None:
    text = "The ministry said that rebels fired rockets at Kabul on Thursday and killed a guard."
    (killed,) = only(text, "1996-04-12").of(Field.KILLED)
    assert (killed.stance, killed.chain[0].name) == (Stance.REPORTS, "ministry")


def test_the_publisher_ends_every_chain() -> None:
    text = "Rebels said they attacked a garrison in Fada on Monday. Two guards were wounded."
    chains = [s.chain for s in only(text, "1987-01-04").statements]
    assert {chain[-1].name for chain in chains} == {"The Example"}
    assert {len(chain) for chain in chains} == {1, 2}


# --- the town whose police tell ---


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Toledo police said a man was shot and killed late Tuesday.", "Toledo"),
        ("A man was stabbed in the neck on Sunday night, Leeds police said.", "Leeds"),
        ("Leeds police said a man was stabbed in Bradford on Saturday.", "Bradford"),
    ],
)
def test_the_town_of_the_police_stands_in_for_a_place(text: str, town: str) -> None:
    assert places(text, "2018-05-03") == [town]


def test_a_ministry_gives_no_town() -> None:
    assert places("The ministry in Leeds said a man was stabbed on Saturday.", "2018-05-03") == [
        None
    ]


# --- captions, tallies ---

CAPTIONS = [
    "Photo: A bus burns after a bombing in Lahore on Monday. (AP Photo)",
    "File photo: Soldiers at the site of a car bombing in Basra on May 3, 2007. REUTERS/Stringer",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_captions_are_never_read(caption: str) -> None:
    account = "Gunmen killed a judge in Mosul on Sunday."
    assert reading(caption, "2011-03-18").reports == ()
    assert places(f"{caption}\n\n{account}", "2011-03-18") == ["Mosul"]
    assert places(f"{account}\n\n{caption}", "2011-03-18") == ["Mosul"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The embassy convoy has been attacked 40 times since March 3.", 40),
        ("The ministry has recorded 112 attacks on power lines since January 1.", 112),
    ],
)
def test_a_tally_is_no_incident(text: str, count: int) -> None:
    found = reading(text, "2007-06-01")
    assert found.reports == ()
    assert [t.count.low for t in found.tallies] == [count]


def test_the_incident_beside_a_tally_is_read() -> None:
    text = (
        "The ministry has recorded 112 attacks on power lines since January 1.\n\n"
        "Guerrillas blew up a pylon near Medellin on Sunday."
    )
    assert len(reading(text, "2000-08-08").tallies) == 1
    assert places(text, "2000-08-08") == ["Medellín"]


def test_reports_come_in_the_order_of_their_words() -> None:
    text = (
        "A bomb exploded in Omagh on Sunday. A second bomb exploded in Belfast. "
        "On Monday gunmen shot a guard in Derry."
    )
    anchors = [r.anchor.start for r in incidents(text, "1998-08-20")]
    assert anchors == sorted(anchors)
    assert len(anchors) == 3


def test_what_became_of_a_weapon_is_enough_to_tell() -> None:
    text = (
        "Gunmen attacked a patrol near Gulu on Sunday, wounding two.\n\n"
        "The bomb squad also defused a rocket."
    )
    assert len(incidents(text, "2012-06-21")) == 2


def test_those_told_of_before_are_no_other_number() -> None:
    text = "Gunmen killed 40 soldiers in Gao on Monday. The men were executed in a field in Gao."
    (report,) = incidents(text, "2013-10-16")
    assert tolls(report) == [40]


@pytest.mark.parametrize(
    ("title", "counts"),
    [
        ("Mine kills 12 near Gao", [(12, 12), (12, None)]),  # told short
        ("Mines kill dozens near Gao", [(24, None), (12, None)]),
        ("Mines kill 20 near Gao and Kidal", [(12, None)]),  # of more than this incident
    ],
)
def test_a_figure_of_a_title_that_agrees_is_another_account(
    title: str, counts: list[tuple[int, int | None]]
) -> None:
    text = (
        f"{title}\n\nGAO (Example Wire) — A mine blew up a bus near Gao on Tuesday, killing at "
        "least 12 people."
    )
    found = [r for r in incidents(text, "2031-05-11") if list(r.of(Field.KILLED))]
    values = [s.value for r in found for s in r.of(Field.KILLED)]
    told = [(v.count.low, v.count.high) for v in values if isinstance(v, Casualties)]
    assert told == counts


def test_a_sum_of_dead_and_hurt_is_no_figure_beside_one() -> None:
    text = (
        "A bomb in a market in Gao killed 44 people on Monday. Scores of people were killed and "
        "injured, a clerk said."
    )
    (report,) = incidents(text, "2013-10-16")
    assert tolls(report) == [44]


def test_at_least_one_is_a_figure() -> None:
    text = (
        "A bomb in Gao killed at least one man on Monday. Two men were killed in the blast, a "
        "clerk said."
    )
    (report,) = incidents(text, "2013-10-16")
    assert tolls(report) == [1, 2]


def test_others_without_a_number_stay() -> None:
    text = "A raid on Gao on Monday killed 40 soldiers. The raid also killed rebels."
    (report,) = incidents(text, "2013-10-16")
    assert sorted(tolls(report)) == [2, 40]


def test_who_fends_an_attack_off_did_not_make_it() -> None:
    text = "The Malian army foiled an attack on its camp at Gao on Monday, killing ten rebels."
    (found,) = incidents(text, "2017-06-21")
    assert (sides(found), tolls(found)) == (set(), [10])
