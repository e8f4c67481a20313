"""Tallies under each rule: what counts, what does not, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tallystick.analyse.counting import Band, By, Tally, count, grouped
from tallystick.analyse.counting_json import tally_object, tally_rows
from tallystick.analyse.rule import Part, Rule, rule_named
from tallystick.analyse.selection import Aspect, Selection
from tallystick.errors import RuleError
from tallystick.model.incident import Contest, Figure, Incident
from tallystick.model.statement import Field, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import DayPart, Place, PlacePrecision, Target, TargetKind, WeaponUse
from tests.analyse.made import BASE, CONVOY, FLOATING, SPAN, incident
from tests.builders import day, document, fact, report
from tests.scenes import BAND, HILL, HIT, IRAQ, RIDERS, TROOPS

DECEMBER = Selection(since=day("2023-12-01").start, until=day("2023-12-31").start)
ON_TROOPS = Selection(targets=(TROOPS,))
SYRIA = Place("Syria", PlacePrecision.COUNTRY, None, "SY")


def numbers(tally: Tally) -> tuple[int, int, int | None]:
    return tally.count.low, tally.count.best, tally.count.high


def under(rule: str, *incidents: Incident, of: Selection = ON_TROOPS) -> Tally:
    return count(incidents, rule_named(rule), of)


def why(tally: Tally) -> list[str]:
    """The reasons for all that is left out, then all doubts."""
    left_out = [each.reason.words for each in tally.left_out]
    return left_out + [doubt.words for unit in tally.units for doubt in unit.doubts]


# ------------------------------------------------------------------ low, best, high


def test_a_certain_incident_is_in_all_three() -> None:
    assert numbers(under("incident", incident(), of=DECEMBER)) == (1, 1, 1)


def test_possible_duplicates_are_one_in_the_low_alone() -> None:
    first = incident("i-1", possible_duplicates=("i-2",))
    second = incident("i-2", possible_duplicates=("i-1",))
    tally = under("incident", first, second, incident("i-3"), of=DECEMBER)
    assert numbers(tally) == (2, 3, 3)
    assert why(tally) == ["may be the same as i-2", "may be the same as i-1"]


def test_contested_occurrence_is_out_of_the_low() -> None:
    tally = under("incident", incident(contested=(Contest.OCCURRENCE,)), of=DECEMBER)
    assert numbers(tally) == (0, 1, 1)
    assert why(tally) == ["accounts differ on whether it happened"]


def test_what_only_some_have_as_happened_is_in_the_high() -> None:
    doc = document("A rocket fell on the hill.")
    told = incident(
        standing=Standing.PREVENTED,
        contested=(Contest.OCCURRENCE,),
        reports=(report(doc, "A rocket"),),
    )
    assert numbers(under("incident", told, of=DECEMBER)) == (0, 0, 1)
    alone = replace(told, contested=())
    assert why(under("incident", alone, of=DECEMBER)) == ["told as prevented"]


def test_an_uncertain_incident_is_out_of_the_low() -> None:
    assert numbers(under("incident", incident(confidence=0.5), of=DECEMBER)) == (0, 1, 1)
    assert numbers(under("incident", incident(confidence=0.7), of=DECEMBER)) == (1, 1, 1)


@pytest.mark.parametrize("when", [None, FLOATING])
def test_the_undated_is_possible_in_a_period_and_certain_without_one(when: object) -> None:
    undated = incident(when=when)
    assert numbers(under("incident", undated, of=DECEMBER)) == (0, 0, 1)
    assert numbers(under("incident", undated, of=Selection())) == (1, 1, 1)


def test_the_undated_is_no_later_than_it_was_told_of() -> None:
    early = document("It happened.", published="2023-11-30")
    late = document("It did happen.", published="2023-12-30")
    undated = incident(when=None, documents=(early, late))
    tally = under("incident", undated, of=DECEMBER)
    assert numbers(tally) == (0, 0, 0)
    assert why(tally) == ["no account dates it, and it was told by 2023-11-30"]
    assert numbers(under("incident", replace(undated, documents=(late,)), of=DECEMBER)) == (0, 0, 1)
    since = replace(FLOATING, start=day("2023-12-02").start, precision=SPAN.precision)
    told = replace(undated, when=since, documents=(late,))
    assert numbers(under("incident", told, of=DECEMBER)) == (1, 1, 1)


def test_a_place_that_cannot_tell_yields_to_another_of_the_same_account() -> None:
    doc = document("A shot was fired in Main Street, in Hit.")
    street = Place("Main Street", PlacePrecision.SITE)
    told = report(doc, "shot", fact(Field.WHERE, street), fact(Field.WHERE, HIT))
    both = incident(where=street, reports=(told,))
    assert numbers(under("incident", both, of=Selection(places=(IRAQ,)))) == (0, 1, 1)
    assert numbers(under("incident", both, of=Selection(places=(SYRIA,)))) == (0, 0, 1)
    alone = incident(where=street)
    assert numbers(under("incident", alone, of=Selection(places=(IRAQ,)))) == (0, 0, 1)


def test_where_accounts_differ_on_the_place_neither_is_certain() -> None:
    doc = document("A shot was fired in Hit, or in Syria.")
    told = report(doc, "shot", fact(Field.WHERE, HIT), fact(Field.WHERE, SYRIA))
    both = incident(where=HIT, reports=(told,), contested=(Contest.WHERE,))
    assert numbers(under("incident", both, of=Selection(places=(IRAQ,)))) == (0, 1, 1)
    assert numbers(under("incident", both, of=Selection(places=(SYRIA,)))) == (0, 0, 1)


def test_what_was_planned_may_come_after_it_was_told_of() -> None:
    rule = replace(rule_named("incident"), standings=(Standing.PLANNED,))
    told = (document("They vowed to strike.", published="2023-11-30"),)
    vowed = incident(when=None, standing=Standing.PLANNED, documents=told)
    assert numbers(count([vowed], rule, DECEMBER)) == (0, 0, 1)


def test_an_interval_beyond_the_period_is_possible() -> None:
    late = Selection(since=day("2023-12-02").start)
    tally = under("incident", incident(when=SPAN), of=late)
    assert numbers(tally) == (0, 0, 1)
    assert why(tally) == ["dated 2023-12-01 to 2023-12-03, which may lie outside"]


def test_where_accounts_differ_on_the_day_neither_is_certain() -> None:
    doc = document("On 8 December, or on 9 January, rockets fell.")
    told = report(
        doc,
        "rockets",
        fact(Field.WHEN, day("2023-12-08"), "8 December"),
        fact(Field.WHEN, day("2024-01-09"), "9 January"),
    )
    early = incident(reports=(told,), contested=(Contest.WHEN,))
    assert numbers(under("incident", early, of=DECEMBER)) == (0, 1, 1)
    late = replace(early, when=day("2024-01-09"))
    tally = under("incident", late, of=DECEMBER)
    assert numbers(tally) == (0, 0, 1)
    assert why(tally) == ["accounts differ on the day"]


# ------------------------------------------------------------------ the selection


@pytest.mark.parametrize(
    ("asked", "fields", "expected"),
    [
        ({"kind": IncidentKind.SHELLING}, {}, (1, 1, 1)),
        ({"kind": IncidentKind.ATTACK}, {}, (1, 1, 1)),
        ({"kind": IncidentKind.SHELLING}, {"kind": IncidentKind.ATTACK}, (0, 0, 1)),
        ({"kind": IncidentKind.ABDUCTION}, {}, (0, 0, 0)),
        ({"kind": IncidentKind.BOMBING}, {"kind": IncidentKind.SUICIDE_BOMBING}, (1, 1, 1)),
        ({"weapon": "missile"}, {"weapons": (WeaponUse("ballistic_missile"),)}, (1, 1, 1)),
        ({"weapon": "ballistic_missile"}, {"weapons": (WeaponUse("missile"),)}, (0, 0, 1)),
        ({"weapon": "missile"}, {"weapons": (WeaponUse("drone"),)}, (0, 0, 0)),
        ({"weapon": "missile"}, {}, (0, 0, 1)),
        ({"places": (IRAQ,)}, {"where": HIT}, (1, 1, 1)),
        ({"places": (HIT,)}, {"where": IRAQ}, (0, 0, 1)),
        ({"places": (HIT,)}, {"where": HILL}, (0, 0, 0)),
        ({"attackers": (RIDERS,)}, {"claimed_by": (RIDERS,)}, (1, 1, 1)),
        ({"attackers": (RIDERS,)}, {"blamed": (RIDERS,)}, (0, 1, 1)),
        ({"attackers": (RIDERS,)}, {"attackers": (BAND,)}, (0, 0, 0)),
        ({"attackers": (RIDERS,)}, {}, (0, 0, 1)),
        ({"targets": (TROOPS,)}, {"targets": (BASE,)}, (1, 1, 1)),
        ({"targets": (TROOPS,)}, {"targets": (CONVOY,)}, (0, 1, 1)),
        ({"targets": (BAND,)}, {"targets": (BASE,)}, (0, 0, 0)),
        ({"targets": (BAND,)}, {"targets": (BASE, CONVOY)}, (0, 1, 1)),
        ({"targets": (TROOPS,)}, {"attackers": (TROOPS,), "targets": (BASE,)}, (0, 0, 0)),
    ],
)
def test_what_is_asked_for(
    asked: dict[str, object], fields: dict[str, object], expected: tuple[int, int, int]
) -> None:
    tally = under("incident", incident(**fields), of=Selection(**asked))  # type: ignore[arg-type]
    assert numbers(tally) == expected
    assert all(not each.by_rule for each in tally.left_out)


def test_a_rule_may_leave_out_what_cannot_be_told() -> None:
    rule = rule_named("incident")
    strict = replace(rule, unknown=replace(rule.unknown, date=rule.unknown.killed))
    tally = count([incident(when=None)], strict, DECEMBER)
    assert [each.reason.words for each in tally.ruled_out] == ["no account dates it"]


# ------------------------------------------------------------------ each rule


def test_a_strike_on_a_facility_counts_also_when_warded_off() -> None:
    hit = incident("i-1", targets=(BASE,))
    warded_off = incident("i-2", targets=(BASE,), standing=Standing.PREVENTED)
    assert numbers(under("facility-strike", hit, warded_off)) == (2, 2, 2)
    assert numbers(under("incident", hit, warded_off)) == (1, 1, 1)


@pytest.mark.parametrize(
    ("name", "where", "expected"),
    [
        ("barracks", HIT, (1, 1, 1)),
        ("air bases", IRAQ, (1, 1, 1)),
        ("troops", HILL, (1, 1, 1)),  # at a site
        ("troops", HIT, (0, 0, 1)),
        ("reconnaissance drone", HIT, (0, 0, 0)),
        ("convoy", HIT, (0, 0, 0)),
        ("patrol", HILL, (0, 0, 1)),
        ("warship", None, (0, 0, 0)),
        ("database", HIT, (0, 0, 1)),
    ],
)
def test_what_a_facility_is(name: str, where: object, expected: tuple[int, int, int]) -> None:
    target = Target(name, TargetKind.MILITARY, TROOPS)
    tally = under("facility-strike", incident(targets=(target,), where=where))
    assert numbers(tally) == expected
    assert all(each.reason.aspect is Aspect.FACILITY for each in tally.ruled_out)


def test_two_strikes_on_one_site_in_one_day_count_singly_and_are_one_for_acled() -> None:
    twice = [incident(f"i-{n}", targets=(BASE,), attackers=(RIDERS,)) for n in (1, 2)]
    assert numbers(under("facility-strike", *twice)) == (2, 2, 2)
    assert numbers(under("day-place-actors-type", *twice)) == (1, 1, 1)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (1, 1, 1)),
        ({"when": day("2023-12-09")}, (2, 2, 2)),
        ({"where": HIT}, (2, 2, 2)),
        ({"attackers": (BAND,)}, (2, 2, 2)),
        ({"kind": IncidentKind.SHOOTING}, (2, 2, 2)),
        ({"when": FLOATING}, (1, 2, 2)),
        ({"where": IRAQ}, (1, 2, 2)),
        ({"attackers": ()}, (1, 2, 2)),
        ({"kind": IncidentKind.ATTACK}, (1, 2, 2)),
        ({"when": FLOATING, "where": HIT}, (2, 2, 2)),  # undated, and surely elsewhere
    ],
)
def test_one_a_day_place_authors_and_type(
    fields: dict[str, object], expected: tuple[int, int, int]
) -> None:
    both = incident("i-1", attackers=(RIDERS,)), incident("i-2", attackers=(RIDERS,))
    other = replace(both[1], **fields)  # type: ignore[arg-type]
    assert numbers(under("day-place-actors-type", both[0], other, of=Selection())) == expected


def test_two_of_unnamed_authors_are_one_and_two_undated_are_not() -> None:
    nameless = [incident(f"i-{n}") for n in (1, 2)]
    assert numbers(under("day-place-actors-type", *nameless, of=Selection())) == (1, 1, 1)
    undated = [replace(i, when=None) for i in nameless]
    assert numbers(under("day-place-actors-type", *undated, of=Selection())) == (1, 2, 2)


def test_each_claim_counts() -> None:
    rivals = incident("i-1", claimed_by=(RIDERS, BAND), contested=(Contest.OCCURRENCE,))
    tally = under("claim", rivals, incident("i-2", attackers=(RIDERS,)), of=DECEMBER)
    assert numbers(tally) == (2, 2, 2)
    assert [unit.claimant for unit in tally.units] == [RIDERS, BAND]
    assert why(tally) == ["nobody claims it"]
    assert tally.ruled_out


def test_rival_claims_stay_two_where_the_incidents_may_be_one() -> None:
    def claims(*claimants: object) -> tuple[int, int, int | None]:
        pair = [
            incident(f"i-{n}", claimed_by=(who,), possible_duplicates=(f"i-{3 - n}",))
            for n, who in enumerate(claimants, 1)
        ]
        return numbers(under("claim", *pair, of=DECEMBER))

    assert claims(RIDERS, BAND) == (2, 2, 2)
    assert claims(RIDERS, RIDERS) == (1, 2, 2)


@pytest.mark.parametrize(
    ("killed", "expected", "told"),
    [
        (Figure(1, 1, 1), (1, 1, 1), []),
        (Figure(1, 1, None), (1, 1, 1), []),
        (Figure(0, 2, 2), (0, 1, 1), ["accounts differ on whether 1 or more were killed"]),
        (Figure(0, 0, 2), (0, 0, 1), ["accounts differ on whether 1 or more were killed"]),
        (Figure(0, 0, 0), (0, 0, 0), ["at most 0 killed by any account"]),
        (Figure(), (0, 0, 0), ["no account says how many were killed"]),
    ],
)
def test_the_deadly(killed: Figure, expected: tuple[int, int, int], told: list[str]) -> None:
    tally = under("deadly", incident(killed=killed), of=DECEMBER)
    assert numbers(tally) == expected
    assert why(tally) == told


def test_a_rule_of_kinds() -> None:
    rule = Rule("raids", "", (Part.INCIDENT,), kinds=(IncidentKind.ABDUCTION,))
    tally = count([incident("i-1"), incident("i-2", kind=IncidentKind.ATTACK)], rule)
    assert numbers(tally) == (0, 0, 1)
    assert why(tally) == ["told as shelling", "told as attack"]


def test_a_day_by_another_clock() -> None:
    """Red Hill is three hours ahead of UTC: its dawn is the evening before at UTC-05:00."""
    rule = replace(rule_named("incident"), utc=timedelta(hours=-5))
    dawn = incident(when=day("2023-12-01"))
    assert dawn.when is not None
    assert numbers(count([dawn], rule, DECEMBER)) == (0, 0, 1)
    early = replace(dawn, when=replace(dawn.when, part=DayPart.DAWN))
    assert numbers(count([early], rule, DECEMBER)) == (0, 0, 0)
    late = replace(dawn, when=replace(dawn.when, part=DayPart.AFTERNOON))
    assert numbers(count([late], rule, DECEMBER)) == (1, 1, 1)
    nowhere = replace(dawn, where=None)
    assert numbers(count([nowhere], rule, DECEMBER)) == (1, 1, 1)


def test_a_rule_that_needs_a_target() -> None:
    with pytest.raises(RuleError, match="facility-strike needs a target: give --target NAME"):
        under("facility-strike", of=DECEMBER)


# ------------------------------------------------------------------ tolls and groups


def test_tolls_add_up_and_duplicates_once_in_the_low() -> None:
    first = incident("i-1", killed=Figure(2, 3, 4), possible_duplicates=("i-2",))
    second = incident("i-2", killed=Figure(1, 1, 1), possible_duplicates=("i-1",))
    third = incident("i-3", injured=Figure(5, 5, None))
    tally = under("incident", first, second, third, of=DECEMBER)
    assert tally.killed == Band(1, 4, 5, unknown=1)
    assert tally.injured == Band(5, 5, None, unknown=2)


def test_the_toll_of_an_incident_of_two_claims_is_one_toll() -> None:
    rivals = incident(claimed_by=(RIDERS, BAND), killed=Figure(2, 2, 2))
    assert under("claim", rivals, of=DECEMBER).killed == Band(2, 2, 2)


@pytest.mark.parametrize(
    ("by", "labels"),
    [
        (By.MONTH, ["2023-12", "unknown"]),
        (By.COUNTRY, ["IQ", "unknown"]),
        (By.PLACE, ["Red Hill, IQ", "unknown"]),
        (By.ACTOR, ["Free Riders + Green Band", "unknown"]),
        (By.WEAPON, ["drone + rocket", "unknown"]),
    ],
)
def test_groups_with_the_unknown_last(by: By, labels: list[str]) -> None:
    weapons = (WeaponUse("rocket"), WeaponUse("drone"))
    told = incident("i-1", attackers=(RIDERS,), claimed_by=(BAND,), weapons=weapons)
    untold = incident("i-2", when=None, where=None)
    groups = grouped(under("incident", told, untold, of=Selection()), by)
    assert [group.label for group in groups] == labels
    assert [group.counted.count.best for group in groups] == [1, 1]


def test_a_span_within_a_month_has_that_month_and_a_longer_one_none() -> None:
    longer = replace(SPAN, start=day("2023-11-30").start)
    incidents = [incident("i-1", when=SPAN), incident("i-2", when=longer)]
    groups = grouped(under("incident", *incidents, of=Selection()), By.MONTH)
    assert [group.label for group in groups] == ["2023-12", "unknown"]


# ------------------------------------------------------------------ as data


def test_as_json_every_incident_is_there_with_its_reason() -> None:
    pair = incident("i-1", possible_duplicates=("i-2",)), incident("i-2", standing=Standing.PLANNED)
    tally = under("incident", *pair, of=DECEMBER)
    data = tally_object(tally, grouped(tally, By.MONTH))
    assert data["count"] == {"low": 1, "best": 1, "high": 1, "unknown": 0}
    assert data["units"] == [
        {
            "key": ["i-1"],
            "counts": "certain",
            "incidents": ["i-1"],
            "doubts": [{"aspect": "duplicate", "why": "may be the same as i-2"}],
        }
    ]
    assert data["left_out"] == [
        {"incident": "i-2", "by_rule": True, "aspect": "standing", "why": "told as planned"}
    ]
    assert data["groups"][0]["group"] == "2023-12"  # type: ignore[index, call-overload]


def test_as_rows_the_units_come_first_then_what_the_rule_leaves_out() -> None:
    twice = [incident(f"i-{n}", attackers=(RIDERS,)) for n in (1, 2)]
    planned = incident("i-3", standing=Standing.PLANNED)
    tally = under("day-place-actors-type", *twice, planned, of=DECEMBER)
    rows = [(j.incident.id, cells) for j, cells in tally_rows(tally, grouped(tally, By.MONTH))]
    assert rows == [
        ("i-1", ("1", "2023-12", "certain", "")),
        ("i-2", ("1", "2023-12", "certain", "")),
        ("i-3", ("", "", "no", "told as planned")),
    ]
