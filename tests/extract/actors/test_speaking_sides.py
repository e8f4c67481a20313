"""A side that tells of its own act claims it; of its enemy's act, it lays it on them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallystick.extract import read_by_rules
from tallystick.extract.actors.speaking_sides import sided, told_by_its_foe
from tallystick.extract.actors.voices import voices_of
from tallystick.extract.drafts import Draft
from tallystick.extract.events.triggers import triggers
from tallystick.extract.roles import authors
from tallystick.intake import Known, read_text
from tallystick.model.document import Span
from tallystick.model.statement import Field, Report, Stance
from tallystick.model.values import ActorRef
from tests.extract.incidents import incidents, reading, sides
from tests.extract.roles_reading import notes_of

CLAIMS, BLAMES, DOUBTS = Stance.CLAIMS, Stance.BLAMES, Stance.DOUBTS
REPORTS, DENIES = Stance.REPORTS, Stance.DENIES


def stances(text: str) -> set[Stance]:
    """Those on all attackers of a text."""
    return {s.stance for r in reading(text).reports for s in r.of(Field.ATTACKER)}


def claimants(found: tuple[Report, ...]) -> set[str]:
    """Who claims any of the incidents, by name."""
    return {
        s.value.name
        for r in found
        for s in r.of(Field.ATTACKER)
        if s.stance is CLAIMS and isinstance(s.value, ActorRef)
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Israeli military said Israeli jets bombed the depot.", {CLAIMS}),
        ("Israeli jets bombed the depot, the army general staff said.", {CLAIMS}),
        ("Israeli jets bombed the depot, the health ministry said.", {REPORTS}),
        ("Syrian army guns replied. Israeli jets bombed the depot, the army said.", {REPORTS}),
        ("The Israeli military said that Hezbollah shelled the farm.", {BLAMES}),
        ("The Taliban said that the Afghan army shelled the farm.", {BLAMES}),
        ("The Pentagon said American warplanes bombed the depot.", {CLAIMS}),
        (
            "American warplanes bombed a depot at Mosul. The raid was short, the Pentagon said.",
            {REPORTS},
        ),
        ("The Russian defence ministry said Russian jets bombed the depot.", {CLAIMS}),
        ("The Russian foreign ministry said soldiers shelled the farm.", {REPORTS}),
        ("The army said soldiers shot four farmers.", {CLAIMS}),
        ("Israeli state television said Israeli jets bombed the depot.", {CLAIMS}),
        ("A website close to Hezbollah said that Israeli jets bombed the depot.", {REPORTS}),
        ("Syrian state television said terrorists shelled the farm.", {BLAMES}),
        ("A doctor told SANA that terrorists shelled the farm.", {REPORTS}),
        ("A police source told SANA that terrorists shelled the farm.", {REPORTS}),
        ("A SANA reporter said terrorists shelled the farm.", {REPORTS}),
        ("An army source told SANA that terrorists shelled the farm.", {BLAMES}),
        ("A farmer said that terrorists shelled the farm.", {REPORTS}),
        ("The Lebanese health ministry said Israeli jets bombed the farm.", {REPORTS}),
        ("Residents said that Hezbollah shelled the farm.", {REPORTS}),
        ("Police said that the Taliban shelled the farm.", {REPORTS}),
        ("The bishop denounced that the Taliban shelled the farm.", {BLAMES}),
        ("Hezbollah shelled the farm.", {REPORTS}),
        ("The Israeli military said that gunmen shelled the farm.", {REPORTS}),
        ("A raid believed to have been carried out by the Taliban killed two.", {DOUBTS}),
        ("A raid most likely carried out by the Taliban killed two.", {DOUBTS}),
        ("Taliban or Haqqani network rockets killed two farmers.", {DOUBTS}),
        ("Russian or Turkish air strikes killed two farmers.", {DOUBTS}),
        ("Hezbollah said its fighters shelled the farm.", {CLAIMS}),
        ("Colonel Omar Reed said that soldiers shelled the farm.", {CLAIMS}),
        ("Rebel commander Colonel Omar Reed said that soldiers shelled the farm.", {BLAMES}),
        ("State radio said that the air force bombed the farm.", {CLAIMS}),
        ("Omar Reed said that soldiers shelled the farm.", {REPORTS}),
        ("The United Nations said it had launched an inquiry into the raid.", set()),
    ],
)
def test_the_stance_of_a_side_that_tells(text: str, wanted: set[Stance]) -> None:
    assert stances(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Dawn Brigades said its fighters shelled the mill at Mosul.", {"Dawn Brigades"}),
        ("The ELN earlier claimed to have shelled the mill at Arauca.",
         {"National Liberation Army"}),
        ("Resistance forces said they shelled the mill at Mosul.", {"Resistance forces"}),
        ("Farmers said they shelled peas at the mill in Mosul.", set()),
        ("The ELN said its units killed two guards in an attack on the mill at Arauca.",
         {"National Liberation Army"}),
        ("A bomb exploded in Arauca. A caller claimed responsibility on behalf of the ELN.",
         {"National Liberation Army"}),
        ("The Israeli military said it intercepted drones launched at Haifa.", set()),
        ("Nine men fell in an ambush at Arauca. \"Our units repelled the assailants and "
         "neutralised some twenty guards,\" the ELN said.", set()),
        ("A monitor group said its fighters shelled the mill at Gao.", set()),
        ("The Dawn Brigades said that its rockets had hit the mill at Mosul; one rocket struck it, "
         "according to the Orra Observatory.", {"Dawn Brigades"}),
        ("A police source at Goma said gangs affiliated to it targeted the mill with rockets.",
         set()),
    ],
)  # fmt: skip
def test_who_claims_an_act_as_its_own(text: str, wanted: set[str]) -> None:
    assert claimants(reading(text).reports) == wanted


def test_the_words_of_a_claim_are_those_for_the_men_that_did_it() -> None:
    notes = notes_of("Abel Ruto, a spokesman for the Dawn Brigades, said his men blocked the road.")
    at = notes.text.index("his men")
    draft = Draft(Field.ATTACKER, ActorRef("militants", "militants"), Span(at, at + 7))
    (voice,) = voices_of(notes).at(draft.span)
    told = sided(notes, voice, draft)
    assert told.value == ActorRef("Dawn Brigades")
    assert (told.stance, told.span) == (CLAIMS, draft.span)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Israeli army said Hezbollah had laid the mine.", True),
        ("The Israeli army said Hezbollah had claimed the mine.", False),
        ("A farmer said Hezbollah had laid the mine.", False),
    ],
)
def test_what_an_army_says_of_a_group_is_no_claim_of_the_group(text: str, *, wanted: bool) -> None:
    notes = notes_of(text)
    at = text.index("Hezbollah")
    assert told_by_its_foe(notes, Span(at, at + 9)) is wanted


def test_what_a_side_says_it_did_not_do_it_denies() -> None:
    notes = notes_of("The Russian army said Russian planes had not carried out air strikes.")
    (sentence,) = notes.sentences
    told = triggers(notes, sentence)
    found = [d for t in told for d in authors(notes, sentence.span, t)]
    assert {d.stance for d in found} == {DENIES}


@pytest.mark.parametrize(
    ("publisher", "wanted"),
    [("Dawn Brigades, media office", {"Dawn Brigades"}), ("The Dawn Herald", set()),
     ("Press office of the mayor", set()), ("Hezbollah Secretariat", set())],
)  # fmt: skip
def test_a_communique_claims_what_its_group_did(publisher: str, wanted: set[str]) -> None:
    text = "The Dawn Brigades shelled the mill at Mosul on Monday with mortars."
    document = read_text(text, name="a.txt", known=Known(publisher=publisher))
    assert claimants(read_by_rules(document).reports) == wanted


@pytest.mark.parametrize(
    ("publisher", "text", "wanted"),
    [
        ("Hezbollah Secretariat", "Hezbollah shelled a post.", {("Hezbollah", CLAIMS)}),
        (
            "Spokesperson of the Israeli Army",
            "Israeli jets hit a post.",
            {("Israeli military", CLAIMS)},
        ),
        ("Hezbollah Watch", "Hezbollah shelled a post.", {("Hezbollah", REPORTS)}),
        (
            "Spokesperson of the Israeli Army",
            "At noon, jets hit a rebel post.",
            {("Israeli military", CLAIMS)},
        ),
        ("Israel Daily", "At noon, jets hit a rebel post.", set()),
        ("Israel Daily", "Israeli jets hit a post.", {("Israeli military", REPORTS)}),
        ("Israeli Army Spokesman", "Hezbollah shelled a post.", {("Hezbollah", REPORTS)}),
    ],
)
def test_what_the_office_of_a_side_tells_of_its_own(
    publisher: str, text: str, wanted: set[tuple[str, Stance]]
) -> None:
    document = read_text(f"{text} Two died.", name="a.txt", known=Known(publisher=publisher))
    (report,) = read_by_rules(document).reports
    assert sides(report) == wanted


def test_its_own_spokesman_lays_nothing_on_it() -> None:
    notes = notes_of("Hezbollah shelled a post. Its spokesman said that Hezbollah burned a mill.")
    at = notes.text.rindex("Hezbollah")
    told = Draft(Field.ATTACKER, ActorRef("Hezbollah", "hezbollah"), Span(at, at + 9), BLAMES)
    (voice,) = voices_of(notes).at(told.span)
    assert sided(notes, voice, told).stance is CLAIMS
    of_another = replace(told, value=ActorRef("Hamas", "hamas"))
    assert sided(notes, voice, of_another).stance is BLAMES


def test_what_a_claimant_says_it_hit_it_claims_too() -> None:
    text = "The Dawn Brigades said its fighters shelled a police station at Mosul with mortars."
    (report,) = reading(text).reports
    assert {s.stance for s in report.of(Field.TARGET)} == {CLAIMS}
    assert {s.stance for s in report.of(Field.WEAPON)} == {CLAIMS}
    assert {s.stance for s in report.of(Field.WHERE)} == {REPORTS}


def test_a_spokesman_with_a_name_speaks_for_the_group_told_of_before() -> None:
    text = (
        "Hezbollah claimed a raid on a post near Haifa. Its spokesman Adel Reza said nine soldiers "
        "were killed. The spokesman said Hezbollah had also shelled a farm in Metula on Monday."
    )
    first, second = reading(text, "2031-05-14").reports
    assert {s.stance for s in first.of(Field.KILLED)} == {CLAIMS}
    assert {s.stance for s in second.of(Field.ATTACKER)} == {CLAIMS}


def test_the_targets_of_an_act_that_is_only_claimed_are_reported() -> None:
    text = "Hezbollah claimed the bombing of a police station at Mosul."
    (report,) = reading(text).reports
    assert {s.stance for s in report.of(Field.TARGET)} == {REPORTS}


@pytest.mark.parametrize(
    ("speaker", "wanted"),
    [
        ("A Houthi spokesman", {("Houthis", Stance.CLAIMS)}),
        ("The police of the city", set()),
    ],
)
def test_the_group_of_its_own_spokesman_claims(
    speaker: str, wanted: set[tuple[str, Stance]]
) -> None:
    text = f"Drones hit a refinery in Jeddah. {speaker} said the group had fired four drones at it."
    (report,) = incidents(text, "2019-05-03")
    assert sides(report) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kyiv said it hit an oil depot in Feodosia on Monday.", {CLAIMS}),
        ("Its planes bombed a market in Idlib on Monday, residents said.", set()),
        ("A source at Kyiv Police Command said rebels shelled a farm on Monday.", {REPORTS}),
        (
            "Hezbollah is at war. According to its spokesman, the group shelled a post near "
            "Haifa on Monday.",
            {CLAIMS},
        ),
        (
            "Hezbollah is at war. Its spokesman said that bandits shelled a post near Haifa on "
            "Monday.",
            {REPORTS},
        ),
    ],
)
def test_a_capital_and_a_spokesman_speak_for_a_side_residents_do_not(
    text: str, wanted: set[Stance]
) -> None:
    assert stances(text) == wanted


def test_a_groups_mujahideen_are_its_own() -> None:
    text = "In a statement the Taliban said: “The mujahideen shelled a post near Herat on Monday.”"
    assert claimants(tuple(incidents(text))) == {"Taliban"}


def test_a_denial_of_what_its_planes_did_is_the_armys() -> None:
    text = "The Honduran army denied charges that Honduran planes bombed a farm on Monday."
    found = [s for r in incidents(text) for s in r.of(Field.ATTACKER)]
    assert {(s.chain[0].name, s.stance) for s in found} == {("Honduran army", DENIES)}


def test_an_armys_air_force_is_that_army() -> None:
    text = "The Israeli army said on Monday that the air force had bombed a depot near Tyre."
    assert claimants(tuple(incidents(text))) == {"Israeli military"}


def test_anothers_mujahideen_are_not_the_armys() -> None:
    text = "The Afghan army said: “The mujahideen shelled a post near Herat on Monday.”"
    assert claimants(tuple(incidents(text))) == set()


def test_who_writes_of_the_enemy_lays_the_act_on_it() -> None:
    notes = notes_of("On Monday the enemy's jets bombed the huts of Velm.")
    at = notes.text.index("enemy")
    draft = Draft(Field.ATTACKER, ActorRef("enemy"), Span(at, at + 5))
    (voice,) = voices_of(notes).at(draft.span)
    assert sided(notes, voice, draft).stance is Stance.BLAMES


@pytest.mark.parametrize(
    ("speaker", "claims"), [("Colonel Yusuf Adan", False), ("a man of the group", True)]
)
def test_we_is_not_the_group_named_before_where_an_officer_says_it(
    speaker: str, claims: bool
) -> None:
    text = f"Troops drove Hezbollah out of Zubrowo. “We killed 17 of them,” {speaker} said."
    assert ("Hezbollah" in claimants(reading(text).reports)) is claims


@pytest.mark.parametrize("officials", ["Russian-installed officials", "Separatist authorities"])
def test_officials_whom_another_put_there_do_not_own_up(officials: str) -> None:
    text = (
        "KYIV - The Ukrainian government called for a ceasefire near Kharkiv and Odesa.\n\n"
        f"{officials} said that Ukrainian troops shelled a store on Sunday, wounding a guard."
    )
    assert claimants(reading(text).reports) == set()


def test_a_defense_department_is_that_of_the_country_told_of() -> None:
    text = (
        "MEXICO CITY - Gunmen shot dead five men in Guerrero, Mexico. "
        "The Defense Department denied that its troops had fired."
    )
    found = {name for r in reading(text).reports for name, _ in sides(r)}
    assert "US military" not in found
