"""The dangers of linking, one hand-written case each."""

from __future__ import annotations

import pytest

from tallystick.link import compare, judge
from tallystick.link import weights as w
from tallystick.model.clusters import resolve
from tallystick.model.document import Document
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Field, Report, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, DayPart, PartialDate, Target, TargetKind
from tests.builders import document, fact, hurt, reading
from tests.link.scenes import (
    ASAD,
    BAGHDAD,
    ERBIL,
    ERBIL_AIRPORT,
    HARIR,
    KHOST,
    RESISTANCE,
    US_BASE,
    WEST_IRAQ,
    at,
    by,
    floating,
    kind,
    on,
    tells,
    told,
    weapon,
)

Told = tuple[Document, Report]
DRONE = (kind(IncidentKind.DRONE_ATTACK), weapon("drone"), by(RESISTANCE), at(US_BASE))
DRONE_WORDS = "Drones flew at the base before dawn and the group said that it had sent them."


def pair(a: Told, b: Told) -> Judgement:
    return compare(a[1], b[1], documents={a[0].id: a[0], b[0].id: b[0]})


def clusters(*told_: Told) -> list[frozenset[str]]:
    by_doc: dict[str, tuple[Document, list[Report]]] = {}
    for doc, rep in told_:
        by_doc.setdefault(doc.id, (doc, []))[1].append(rep)
    judgements = list(judge([reading(doc, *reports) for doc, reports in by_doc.values()]))
    return resolve([rep.id for _, rep in told_], judgements)


@pytest.mark.parametrize("days", [("2023-10-18", "2023-10-19", "2023-10-21", "2023-10-22")])
def test_daily_attacks_on_one_base_stay_apart(days: tuple[str, ...]) -> None:
    each = [
        told(f"{DRONE_WORDS} Edition {n}.", on(day), ASAD, *DRONE, published=day)
        for n, day in enumerate(days)
    ]
    again = [
        told(f"Sirens sounded there, officers told us {n}.", on(day), ASAD, *DRONE, published=day)
        for n, day in enumerate(days)
    ]
    found = clusters(*each, *again)
    assert sorted(map(len, found)) == [2, 2, 2, 2]
    assert {frozenset((a[1].id, b[1].id)) for a, b in zip(each, again, strict=True)} == set(found)


def test_two_bases_on_one_day_are_two() -> None:
    a = told(DRONE_WORDS, on("2023-10-18"), ASAD, *DRONE)
    b = told("Sirens sounded there, officers told us.", on("2023-10-18"), HARIR, *DRONE)
    assert pair(a, b).verdict is Verdict.DIFFERENT
    assert len(clusters(a, b)) == 2


def test_a_base_in_the_province_on_saturday_is_not_the_airport_on_sunday() -> None:
    peshmerga = Target("a base of the regional guard", TargetKind.MILITARY, ActorRef("Peshmerga"))
    a = told(
        "Two drones struck a base.", on("2023-12-30"), ERBIL, weapon("drone", 2), at(peshmerga)
    )
    b = told("A drone was shot down.", on("2023-12-31"), ERBIL_AIRPORT, *DRONE)
    assert pair(a, b).verdict is Verdict.DIFFERENT


def test_a_plural_report_is_not_surely_a_single_one() -> None:
    many = told(
        "The group said three attacks that day hit their marks.",
        on("2023-10-22"), ASAD, kind(IncidentKind.DRONE_ATTACK), by(RESISTANCE),
        anchor="attacks",
    )  # fmt: skip
    one = told(DRONE_WORDS, on("2023-10-22"), ASAD, *DRONE)
    assert pair(many, one).verdict is Verdict.UNSURE


def test_a_vague_place_and_a_named_one_are_one_when_all_else_fits() -> None:
    vague = told(DRONE_WORDS, on("2023-10-19"), WEST_IRAQ, *DRONE)
    named = told("Sirens sounded there, officers told us.", on("2023-10-19"), ASAD, *DRONE)
    assert pair(vague, named).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("2023-10-22", Verdict.SAME), ("2023-10-18", Verdict.DIFFERENT)],
    ids=["a Sunday", "a Wednesday"],
)
def test_a_floating_sunday_fits_a_sunday_only(day: str, verdict: Verdict) -> None:
    loose = told(DRONE_WORDS, floating(7), ASAD, *DRONE, published="2023-10-24")
    fixed = told("Sirens sounded there.", on(day), ASAD, *DRONE, published="2023-10-23")
    assert pair(loose, fixed).verdict is verdict


def test_a_floating_sunday_published_months_later_is_another() -> None:
    loose = told(DRONE_WORDS, floating(7), ASAD, *DRONE, published="2024-02-20")
    fixed = told("Sirens sounded there.", on("2023-10-22"), ASAD, *DRONE, published="2023-10-23")
    assert pair(loose, fixed).verdict is Verdict.DIFFERENT


def test_two_floating_sundays_of_unknown_weeks_are_doubtful() -> None:
    a = told(DRONE_WORDS, floating(7), ASAD, *DRONE)
    b = told("Sirens sounded there.", floating(7), ASAD, *DRONE)
    assert pair(a, b).verdict is Verdict.UNSURE
    assert [j.verdict for j in judge([reading(*a), reading(*b)])] == [Verdict.UNSURE]


def test_without_date_and_place_names_and_words_leave_it_doubtful() -> None:
    a = told("Gunmen on the road to Marrowfield stopped the van of Tobin Hexley near Quillgate.")
    b = told("The van that Tobin Hexley drove through Quillgate to Marrowfield was found burnt.")
    assert pair(a, b).verdict is Verdict.UNSURE
    assert [j.verdict for j in judge([reading(*a), reading(*b)])] == [Verdict.UNSURE]


def test_nothing_in_common_is_not_called_the_same() -> None:
    a, b = told("Shots were fired."), told("An explosion was heard.")
    judged = pair(a, b)
    assert judged.score is not None
    assert judged.score < 0.05
    assert not list(judge([reading(*a), reading(*b)]))


def test_contradicting_numbers_do_not_split() -> None:
    a = told(
        "Two rockets landed.", on("2023-10-19"), ASAD, weapon("rocket", 2), hurt(0),
        kind(IncidentKind.SHELLING),
    )  # fmt: skip
    b = told(
        "Three rockets landed.", on("2023-10-19"), ASAD, weapon("rocket", 3), hurt(4),
        kind(IncidentKind.SHELLING),
    )  # fmt: skip
    assert pair(a, b).verdict is Verdict.SAME


def test_two_groups_that_claim_one_attack_do_not_split_it() -> None:
    a = told(DRONE_WORDS, on("2023-10-19"), ASAD, *DRONE[:2], by(ActorRef("The Inheritors")))
    b = told("Sirens sounded there.", on("2023-10-19"), ASAD, *DRONE)
    assert pair(a, b).verdict is Verdict.SAME


def test_the_answer_to_an_attack_is_another_attack() -> None:
    struck = Target("fighters of the group", TargetKind.ARMED_GROUP, RESISTANCE)
    us = ActorRef("US forces")
    a = told(
        DRONE_WORDS, on("2023-11-20"), ASAD, by(RESISTANCE, Stance.REPORTS),
        at(Target("the base", TargetKind.MILITARY, us)), kind(IncidentKind.DRONE_ATTACK),
    )  # fmt: skip
    b = told(
        "An aircraft answered fire.", on("2023-11-20"), ASAD, by(us, Stance.REPORTS),
        at(struck), kind(IncidentKind.AIR_STRIKE),
    )  # fmt: skip
    assert pair(a, b).verdict is Verdict.DIFFERENT


def test_a_copy_in_another_paper_is_the_same_though_its_day_is_unknown() -> None:
    text = (
        "Mortar rounds fell on the grain silo at Oldbarrow late in the evening and set two "
        "lorries alight, the mayor said, adding that nobody had been inside at the time."
    )
    a = told(text, on("2024-03-02"), None, published="2024-03-03", publisher="Gazette")
    b = told(text, None, None, published="2024-03-03", publisher="Herald")
    assert pair(a, b).verdict is Verdict.SAME


def test_nothing_is_told_before_it_happens() -> None:
    a = told(DRONE_WORDS, None, ASAD, *DRONE, published="2023-10-10")
    b = told("Sirens sounded there.", on("2023-10-19"), ASAD, *DRONE, published="2023-10-20")
    judged = pair(a, b)
    assert judged.verdict is Verdict.DIFFERENT
    assert "publication" in {r.feature for r in judged.reasons}


def test_one_document_keeps_its_two_attacks_apart_and_holds_others_apart() -> None:
    doc = document(
        "Drones came on Wednesday. More drones came on Thursday.", published="2023-10-20"
    )
    wednesday = doc, tells(doc, "Drones came", on("2023-10-18"), ASAD, *DRONE)
    thursday = doc, tells(doc, "More drones", on("2023-10-19"), ASAD, *DRONE)
    other = told(DRONE_WORDS, on("2023-10-19"), ASAD, *DRONE, published="2023-10-20")
    assert pair(wednesday, thursday).verdict is Verdict.DIFFERENT
    found = clusters(wednesday, thursday, other)
    assert set(found) == {
        frozenset((wednesday[1].id,)),
        frozenset((thursday[1].id, other[1].id)),
    }


def test_one_document_keeps_apart_what_only_tolls_and_targets_tell_apart() -> None:
    doc = document("Jets hit a convent, killing 18. Later jets hit the market; nobody was hurt.")
    strike = (kind(IncidentKind.AIR_STRIKE), weapon("aircraft"))

    def at_target(anchor: str, what: TargetKind, dead: int) -> Told:
        aimed = fact(Field.TARGET, Target(what.value, what))
        facts = (*strike, aimed, hurt(dead))
        return doc, tells(doc, anchor, on("2030-06-02"), None, *facts)

    convent = at_target("Jets hit a convent", TargetKind.RELIGIOUS, 18)
    market = at_target("jets hit the market", TargetKind.MARKET, 0)
    assert pair(convent, market).verdict is Verdict.DIFFERENT


def test_the_same_in_one_document_needs_more_than_across_documents() -> None:
    doc = document("A bomb went off in town. It was a blast that shook the town.")
    facts = (kind(IncidentKind.BOMBING), weapon("bomb"))
    first = doc, tells(doc, "A bomb", on("2024-05-05"), BAGHDAD, *facts)
    second = doc, tells(doc, "a blast", on("2024-05-05"), BAGHDAD, *facts)
    apart = told("A blast shook it.", on("2024-05-05"), BAGHDAD, *facts)
    assert pair(first, second).score < pair(first, apart).score  # type: ignore[operator]
    assert pair(first, second).verdict is Verdict.UNSURE


def test_what_one_document_tells_twice_of_one_day_and_town_is_one() -> None:
    doc = document("Nine died when a bomb went off in town. The blast killed nine at a market.")
    facts = (kind(IncidentKind.BOMBING), weapon("bomb"), hurt(9))
    first = doc, tells(doc, "a bomb went off", on("2024-05-05"), BAGHDAD, *facts)
    again = doc, tells(doc, "The blast", on("2024-05-05"), BAGHDAD, *facts)
    other = doc, tells(doc, "The blast", on("2024-05-05"), KHOST, *facts)
    assert pair(first, again).verdict is Verdict.SAME
    assert pair(first, other).verdict is Verdict.DIFFERENT
    document_bits = [
        next(r.weight for r in pair(first, one).reasons if r.feature == "document")
        for one in (again, other)
    ]
    assert document_bits == [w.SAME_DOCUMENT.bits, w.TOLD_APART.bits]


@pytest.mark.parametrize("standing", [Standing.PLANNED, Standing.HYPOTHETICAL])
def test_what_is_only_planned_is_never_linked(standing: Standing) -> None:
    a = told(DRONE_WORDS, on("2023-10-19"), ASAD, *DRONE, standing=standing)
    b = told("Sirens sounded there.", on("2023-10-19"), ASAD, *DRONE)
    assert pair(a, b).verdict is not Verdict.SAME
    assert not list(judge([reading(*a), reading(*b)]))


def test_two_that_are_background_do_not_hold_each_other_apart() -> None:
    past = Standing.BACKGROUND
    event = told(DRONE_WORDS, on("2020-01-08"), ASAD, *DRONE)
    first = told("Years ago it was hit.", on("2020-01-08"), ASAD, *DRONE, standing=past)
    second = told("That winter it burnt.", on("2020-01-08"), ASAD, *DRONE, standing=past)
    assert pair(first, second).verdict is Verdict.UNSURE
    assert len(clusters(event, first, second)) == 1


def test_a_name_lets_background_join_what_its_place_does_not() -> None:
    words = "The death of Tobin Hexley at the grain silo is still spoken of by all."
    day = on("2020-01-08")
    event = told(f"{words} It was a drone.", day, BAGHDAD, *DRONE)
    named = told(words, day, None, *DRONE, standing=Standing.BACKGROUND)
    other = told(words.replace("Tobin Hexley", "a man"), day, None, *DRONE,
                 standing=Standing.BACKGROUND)  # fmt: skip
    assert pair(event, named).score > pair(event, other).score + 0.1  # type: ignore[operator]


def test_people_of_one_age_speak_for_one_occurrence_and_of_others_against_it() -> None:
    text = "A boy aged {} was hit beside the ferry."
    eight, again, ten = (
        told(text.format(age), on("2024-05-05"), BAGHDAD, publisher=paper)
        for age, paper in ((8, "Gazette"), (8, "Herald"), (10, "Courier"))
    )
    ages = {r.words for r in pair(eight, again).reasons if r.feature == "ages"}
    assert ages == {"people of one age told of in both passages: 8 year"}
    assert pair(eight, again).score > pair(eight, ten).score  # type: ignore[operator]


def test_texts_weeks_apart_without_a_day_do_not_exclude_each_other() -> None:
    a = told(DRONE_WORDS, None, BAGHDAD, published="2024-01-03")
    b = told("Sirens sounded there.", None, BAGHDAD, published="2024-02-20")
    assert pair(a, b).verdict is Verdict.UNSURE


def test_background_joins_only_by_day_and_place() -> None:
    past = Standing.BACKGROUND
    event = told(DRONE_WORDS, on("2020-01-08"), ASAD, *DRONE)
    clear = told("Years ago it was hit.", on("2020-01-08"), ASAD, *DRONE, standing=past)
    vague = told("It was hit then.", on("2020-01-08"), WEST_IRAQ, *DRONE, standing=past)
    assert pair(event, clear).verdict is Verdict.SAME
    assert pair(event, vague).verdict is not Verdict.SAME
    assert len(clusters(event, clear, vague)) == 2


def test_a_foiled_and_a_reported_attack_can_be_one() -> None:
    a = told(DRONE_WORDS, on("2023-10-19"), ASAD, *DRONE, standing=Standing.PREVENTED)
    b = told("Sirens sounded there.", on("2023-10-19"), ASAD, *DRONE)
    assert pair(a, b).verdict is Verdict.SAME


def test_overnight_and_the_next_day_weigh_less_apart() -> None:
    night = PartialDate.day(on("2023-10-18").start, part=DayPart.NIGHT)  # type: ignore[arg-type]
    a = told(DRONE_WORDS, night, ASAD, *DRONE)
    plain = told(DRONE_WORDS + " ", on("2023-10-18"), ASAD, *DRONE)
    b = told("Sirens sounded there.", on("2023-10-19"), ASAD, *DRONE)
    assert pair(a, b).verdict is Verdict.UNSURE
    assert pair(plain, b).verdict is Verdict.DIFFERENT


def test_other_countries_are_other_attacks() -> None:
    facts = (kind(IncidentKind.BOMBING), weapon("bomb"), hurt(3))
    a = told("A bomb went off.", on("2024-05-05"), BAGHDAD, *facts)
    b = told("A bomb was set off.", on("2024-05-05"), KHOST, *facts)
    assert pair(a, b).verdict is Verdict.DIFFERENT


def test_a_denied_place_is_not_compared() -> None:
    denied = fact(Field.WHERE, HARIR, stance=Stance.DENIES)
    a = told(DRONE_WORDS, on("2023-10-19"), ASAD, *DRONE)
    b = told("Sirens sounded there.", on("2023-10-19"), None, denied, *DRONE)
    assert "place" not in {r.feature for r in pair(a, b).reasons}


def test_a_report_without_day_and_place_does_not_join_by_the_story_alone() -> None:
    words = (
        "Shells fell on the mills of Marrowfield, on the ferry landing and on the salt works "
        "while the council haggled over the truce, the harvest, the bridges and the granaries."
    )
    raid = (kind(IncidentKind.SHELLING), by(RESISTANCE, Stance.REPORTS), weapon("mortar"))
    dated = told(f"{words} Lanterns burned.", on("2024-05-05"), BAGHDAD, *raid,
                 published="2024-05-06")  # fmt: skip
    placed = told(f"Elsewhere, {words}", None, BAGHDAD, *raid, published="2024-05-06")
    bare = told(f"Elsewhere, {words}", None, None, *raid, published="2024-05-06")
    assert "anchor" in {r.feature for r in pair(dated, bare).reasons}
    assert "anchor" not in {r.feature for r in pair(dated, placed).reasons}
