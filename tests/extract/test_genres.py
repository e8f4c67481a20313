"""What bulletins, communiques, live pages, mission reports and questions tell, and do not tell."""

from __future__ import annotations

from tallystick.extract import annotated, read
from tallystick.extract.places.lands import Lands, in_its_land
from tallystick.extract.places.mention import PlaceMention
from tallystick.extract.places.mentions import find_places
from tallystick.extract.trained.values.unlisted import party_of
from tallystick.model.document import Span
from tallystick.model.statement import Field, Report, Stance, Standing
from tallystick.model.values import Casualties, Place, PlacePrecision, Target
from tests.extract.incidents import day_of, document_of, incidents, places, reading, sides, tolls


def read_all(text: str, published: str = "2021-03-09") -> tuple[Report, ...]:
    """The reports of both readers."""
    return tuple(read(document_of(text, published)).reports)


def names(reports: tuple[Report, ...]) -> set[str]:
    found = (s.value for r in reports for s in r.of(Field.WHERE))
    return {value.name for value in found if isinstance(value, Place)}


# ------------------------------------------------------------------ live pages


def test_the_hour_of_a_post_is_no_part_of_who_speaks() -> None:
    text = "14:20 Dockers tell us that gunmen shot two guards at the port of Marrada on Monday."
    notes = annotated(document_of(text, "2021-03-09"))
    assert [a.source.of(text) for a in notes.attributions] == ["Dockers"]


def test_the_attack_of_a_post_is_that_of_the_page() -> None:
    text = (
        "Live: Gunfire at Djibo base as attack enters second hour\n\n"
        "14:52 The presidency says the attack is over. A statement gives a toll of six soldiers "
        "dead and 21 wounded.\n\n"
        "13:40 The Lions of Liptako have claimed the attack on Camp Sangoule. The group says two "
        "of its men blew up a vehicle at the gate.\n\n"
        "12:15 Hospital sources tell us that at least four bodies were brought in.\n\n"
        "11:20 Witnesses speak of a loud explosion at the north gate and of automatic fire.\n"
    )
    told = [r for r in read_all(text) if tolls(r)]
    assert len(told) == 1
    assert ("Lions of Liptako", Stance.CLAIMS) in sides(told[0])


def test_whose_branch_a_group_is_claims_nothing() -> None:
    text = (
        "JNIM, the al-Qaeda affiliate, has claimed the attack on Camp Sangoule in Ouagadougou. It "
        "says two of its men blew up a vehicle at the gate."
    )
    assert {name for r in read_all(text) for name, _ in sides(r)} == {
        "Jama'at Nusrat al-Islam wal-Muslimin"
    }


# ------------------------------------------------------------------ numbered reports

MISSION = (
    "MISSION REPORT\n\n"
    "1. On 4 March elements of the Red Column attacked the displaced at Ippy with small arms and "
    "burned 60 shelters. A patrol returned fire.\n\n"
    "2. On 5 March men of the Green Column ambushed a grain convoy near Bria. One driver was hurt. "
    "The Green Column denied involvement and blamed the ambush on the Red Column.\n\n"
    "3. On 6 March shots were fired at a bus in Bambari.\n"
)


def test_numbered_paragraphs_with_days_are_entries() -> None:
    notes = annotated(document_of(MISSION, "2021-03-09"))
    assert len({s.entry for s in notes.sentences if s.entry is not None}) == 3


def test_an_ambush_laid_on_others_is_the_one_told_before() -> None:
    second = next(r for r in incidents(MISSION, "2021-03-09") if "convoy" in _targets(r))
    assert len(incidents(MISSION, "2021-03-09")) == 3
    assert ("Green Column", Stance.DENIES) in sides(second)
    assert "Red Column" not in _targets(second)


def _targets(report: Report) -> str:
    return " ".join(s.value.name for s in report.of(Field.TARGET) if isinstance(s.value, Target))


# ------------------------------------------------------------------ denials, doubts, questions


def test_what_nobody_did_is_claimed_by_nobody() -> None:
    planes = (
        "On 3 March planes bombed Ostara. The Government stated that its air force had carried "
    )
    [report] = incidents(planes + "out no raids that day.", "2021-03-09")
    assert {stance for _, stance in sides(report)} == {Stance.DENIES}
    shots = "On 3 March gunmen attacked Ostara. The army said its troops had fired no shots there."
    [report] = incidents(shots, "2021-03-09")
    assert sides(report) == {("gunmen", Stance.REPORTS), ("army", Stance.DENIES)}


def test_beyond_doubt_is_no_doubt() -> None:
    [report] = incidents(
        "The court finds beyond reasonable doubt that the accused killed nine herders in Ostara "
        "on 4 March 2019.",
        "2021-03-09",
    )
    assert {s.stance for s in report.of(Field.KILLED)} == {Stance.REPORTS}


def test_a_report_called_untrue_is_denied_and_speaks_of_itself() -> None:
    text = "An earlier report that the port of Marrada was also hit is not true, the agency says."
    [report] = incidents(text, "2021-03-09")
    [denied] = report.of(Field.OCCURRENCE)
    assert denied.stance is Stance.DENIES
    assert [source.name for source in denied.chain][:-1] == ["agency"]


def test_a_claim_of_the_other_side_called_a_lie_is_denied() -> None:
    [report] = incidents(
        "The claim of the Ruritanian side that a helicopter was shot down near Ostara is a lie.",
        "2021-03-09",
    )
    assert [s.stance for s in report.of(Field.OCCURRENCE)] == [Stance.DENIES]


def test_a_question_tells_of_no_attack() -> None:
    text = "Is it true that soldiers burned the village of Ostara in February?\n\nIt is not."
    [report] = reading(text, "2021-03-09").reports
    assert report.standing is Standing.HYPOTHETICAL
    assert {stance for _, stance in sides(report)} == {Stance.DOUBTS}


def test_whose_own_men_the_army_lies_about_are_not_the_army_s() -> None:
    text = (
        "Communique of the Popular Liberation Forces\n\nOn 3 March our fighters burned a lorry at "
        "Ostara. The army lies when it says that our comrades machinegunned a bus near Marrada."
    )
    told = {told for r in incidents(text, "2021-03-09") for told in sides(r)}
    assert told == {
        ("Popular Liberation Forces", Stance.CLAIMS),
        ("Popular Liberation Forces", Stance.DENIES),
    }


def test_we_deny_in_a_text_of_one_s_own() -> None:
    [report] = incidents("We also deny any part in the murder of the mayor of Ostara last month.")
    assert sides(report) == {("We", Stance.DENIES)}


def test_who_was_not_there_denies_it() -> None:
    text = (
        "Nine herders were shot in Ostara on Monday. The army said its soldiers were not present."
    )
    [report] = incidents(text, "2021-03-09")
    assert ("army", Stance.DENIES) in sides(report)


def test_what_a_film_is_said_to_show_is_in_doubt() -> None:
    text = "A video is said to show a drone strike by Ruritania on Ostara on 4 March."
    [report] = reading(text, "2021-03-09").reports
    assert report.standing is Standing.HYPOTHETICAL
    assert {stance for _, stance in sides(report)} <= {Stance.DOUBTS}


def test_what_was_only_threatened_is_planned() -> None:
    text = "Citizens are reminded that an attack on the fair at Ostara was threatened by letter."
    [report] = reading(text, "2021-03-09").reports
    assert report.standing is Standing.PLANNED


def test_reports_called_baseless_are_denied_with_who_did_it() -> None:
    text = "Reports in the press that an army helicopter dropped bombs on Ostara are baseless."
    [report] = incidents(text, "2021-03-09")
    assert [s.stance for s in report.of(Field.OCCURRENCE)] == [Stance.DENIES]
    assert sides(report) == {("army", Stance.DENIES)}


def test_an_accusation_called_nonsense_is_no_denial_that_it_happened() -> None:
    text = "Nine herders were shot in Ostara. The party rejected the accusation as nonsense."
    [report] = incidents(text, "2021-03-09")
    assert not list(report.of(Field.OCCURRENCE))


def test_an_allegation_called_false_in_a_side_s_own_text_is_no_claim() -> None:
    text = "The allegation that our aircraft bombed the village of Ostara on Monday is false."
    [report] = incidents(text, "2021-03-09")
    assert sides(report) == {("our aircraft", Stance.DENIES)}
    assert [s.stance for s in report.of(Field.OCCURRENCE)] == [Stance.DENIES]


def test_what_proved_to_be_false_is_denied() -> None:
    text = "A report that a bus was bombed at Ostara proved to be false; a tyre had burst."
    [report] = incidents(text, "2021-03-09")
    assert Stance.DENIES in {s.stance for s in report.of(Field.OCCURRENCE)}


def test_who_denies_having_armed_others_denies_no_attack() -> None:
    text = (
        "Gunmen seized a bus near Ostara on Friday. Sudan rejected Chad's accusation that it had "
        "armed the column."
    )
    [report] = incidents(text, "2021-03-09")
    assert {stance for _, stance in sides(report)} == {Stance.REPORTS}


def test_doubt_ends_with_its_paragraph() -> None:
    text = "The rumour could not be verified.\n\nOn 4 March a guard was killed by a mine in Ostara."
    [report] = incidents(text, "2021-03-09")
    assert {s.stance for s in report.of(Field.KILLED)} == {Stance.REPORTS}


# ------------------------------------------------------------------ who speaks, who is hit


def test_the_governor_is_not_the_rebel_who_spoke_before() -> None:
    text = (
        "Cesar Dahl, who leads the Front, said his men had fled Ostara. The governor said four "
        "soldiers were hurt when a mine blew up their truck near Ostara on Monday."
    )
    found = (s for r in incidents(text, "2021-03-09") for s in r.of(Field.INJURED))
    assert {s.chain[0].name for s in found} == {"governor"}


def test_who_was_shot_is_no_attacker() -> None:
    text = "Soldiers burned 80 shops at Matang after a sergeant was shot there."
    at = text.index("a sergeant")
    notes = annotated(document_of(text))
    assert party_of(notes, Span(at, at + len("a sergeant"))) is None


# ------------------------------------------------------------------ one told after another


def test_the_bombs_of_an_ambush_are_of_the_ambush() -> None:
    [report] = incidents(
        "Rebels ambushed a convoy near Bria on Friday. Two lorries were hit with remote-controlled "
        "explosives. Seven guards were killed on the spot.",
        "2021-03-09",
    )
    assert tolls(report) == [7]


def test_what_has_its_own_day_and_town_is_not_what_was_left_behind() -> None:
    text = (
        "Explosives wrecked two lorries. Seven guards were killed.\n\nOn Thursday, shots were "
        "fired at a post in Kosti.\n\nThe Front did not plant the bomb that killed two men in "
        "Atbara on Wednesday, he said."
    )
    found = {tuple(tolls(r)) for r in incidents(text, "2021-03-09")}
    assert (2,) in found
    assert not any({7, 2} <= set(each) for each in found)


def test_the_year_of_a_birth_is_no_day() -> None:
    [report] = incidents("A man born in 1971 was killed when a shell hit his yard in Ostara.")
    assert day_of(report) is None


def test_days_by_words() -> None:
    text = "I do not forget the second of March, when a teacher at Ostara was shot by soldiers."
    [report] = incidents(text, "2021-03-09")
    assert day_of(report) == "2021-03-02"


def test_hostages_are_taken() -> None:
    [report] = incidents("On 4 March seven men entered a restaurant in Ostara and took hostages.")
    assert places("On 4 March men with rifles took hostages in Ostara.") == ["Ostara"]
    assert report.of(Field.WHEN)


# ------------------------------------------------------------------ places


def test_a_name_beside_a_sea_is_of_no_land_told_elsewhere() -> None:
    head = "On 5 March ships were hit off Aden, Yemen, and in Mocha. "
    text = head + "6 March, Gulf of Guinea, 40 miles off Brannoc: six men boarded a tanker."
    at = text.index("Brannoc")
    name = PlaceMention(Span(at, at + 7), Place("Brannoc", PlacePrecision.TOWN))
    listed = find_places(text)
    assert in_its_land(Lands(text, listed), name, Span(len(head), len(text))).place.country is None


def test_where_fire_came_from_is_not_where_it_fell() -> None:
    text = "This morning the town of Ganja came under rocket fire from the direction of Berd."
    assert places(text, "2021-03-09") == ["Ganja"]
    assert names(read_all(text)) == {"Ganja"}
    laid = read_all("Rockets fired from positions of the Front struck Ganja on Monday.")
    assert "positions" not in " ".join(map(_targets, laid))


def test_a_bishop_is_no_town() -> None:
    assert (
        names(read_all("The house of Bishop Lumo was burned on Monday by men in masks.")) == set()
    )


def test_a_namesake_in_a_land_never_spoken_of_is_not_meant() -> None:
    road = "In South Kordofan, a lorry hit a mine on the road between Kauda and Kumo on 5 March."
    force = (
        "Royal Solomon Islands Police Force: a man was shot at Tovu, East Guadalcanal, on Friday."
    )
    for text in (road, force):
        found = (s.value for r in read_all(text) for s in r.of(Field.WHERE))
        lands = {value.country for value in found if isinstance(value, Place)}
        assert lands <= {None, "SD", "SB"}


# ------------------------------------------------------------------ tolls


def test_both_sides_are_no_two_dead() -> None:
    [report] = incidents("60 men on both sides were killed in the attack on Ostara on Monday.")
    assert tolls(report) == [60]


def test_who_is_taken_prisoner_is_counted_once() -> None:
    [report] = incidents(
        "Nine gunmen were taken prisoner and two trucks were captured in the attack on Ostara."
    )
    counts = [
        s.value.count.low for s in report.of(Field.ABDUCTED) if isinstance(s.value, Casualties)
    ]
    assert counts == [9]
