"""Announced tallies beside the ledger's own count."""

from __future__ import annotations

from dataclasses import replace

from tallystick.analyse.tallies import count_tally, tally_json
from tallystick.model.judgement import Verdict
from tallystick.model.statement import TallyPart, TallyUnit
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    CountRange,
    DatePrecision,
    PartialDate,
    Place,
    PlacePrecision,
    Target,
    TargetKind,
)
from tests.builders import day
from tests.scenes import BAND, IRAQ, RIDERS, TROOPS, Scene, red_hill

SYRIA = Place("Syria", PlacePrecision.COUNTRY, None, "SY")
ANBAR = Place("Anbar", PlacePrecision.PROVINCE, None, "IQ", "Anbar")
NORTH = Place("northern Iraq", PlacePrecision.REGION, None, "IQ")
FLOATING = PartialDate(None, None, DatePrecision.FLOATING, "on Sunday", 7)


def counted(scene: Scene, **changes: object) -> tuple[int, int, int]:
    """Low, best and high for the scene's tally, changed."""
    tally = replace(scene.tally, **changes)  # type: ignore[arg-type]
    count = count_tally(tally, scene.readings[1].document, scene.incidents).count
    assert count
    return count.low, count.best, count.high


def test_both_incidents_of_the_period_and_country_count() -> None:
    assert counted(red_hill()) == (2, 2, 2)


def test_a_doubtful_pair_counts_as_one_in_the_low_figure_alone() -> None:
    assert counted(red_hill(Verdict.UNSURE)) == (2, 3, 3)
    assert counted(red_hill(Verdict.DIFFERENT)) == (3, 3, 3)


def test_a_toll_of_persons_is_no_count_of_incidents() -> None:
    scene = red_hill()
    toll = replace(scene.tally, unit=TallyUnit.KILLED)
    assert count_tally(toll, scene.readings[1].document, scene.incidents).count is None


def test_the_period_bounds_the_count() -> None:
    assert counted(red_hill(), baseline=day("2023-12-09")) == (1, 1, 1)
    assert counted(red_hill(), as_of=day("2023-12-08")) == (1, 1, 1)
    assert counted(red_hill(), as_of=None) == (2, 2, 2)  # until publication


def test_nothing_is_counted_since_an_unknown_day() -> None:
    scene = red_hill()
    for baseline in (None, FLOATING):
        tally = replace(scene.tally, baseline=baseline)
        result = count_tally(tally, scene.readings[1].document, scene.incidents)
        assert result.count is None
        assert tally_json(result)["counted"] is None


def test_another_country_or_kind_does_not_count() -> None:
    assert counted(red_hill(), places=(SYRIA,)) == (0, 0, 0)
    assert counted(red_hill(), kind=IncidentKind.ABDUCTION) == (0, 0, 0)


def test_an_unknown_owner_is_possible_and_a_known_other_one_is_not() -> None:
    # The bombing names no target; the shelling's is the Iraqi Army's.
    assert counted(red_hill(), targets=(TROOPS,)) == (1, 1, 2)
    assert counted(red_hill(), targets=(ActorRef("Somebody Else"),)) == (0, 0, 1)


def test_a_military_target_of_nobody_named_is_likely() -> None:
    scene = red_hill()
    camp = Target("camp", TargetKind.MILITARY)
    found = [replace(i, targets=(camp,)) for i in scene.incidents]
    tally = replace(scene.tally, targets=(TROOPS,))
    count = count_tally(tally, scene.readings[1].document, found).count
    assert count
    assert (count.low, count.best, count.high) == (0, 2, 2)


def test_an_act_of_those_whom_the_tally_counts_attacks_on_is_none_of_these() -> None:
    # The shelling is claimed by the Riders and laid on the Band; the bombing has no author.
    assert counted(red_hill(), targets=(RIDERS, BAND)) == (0, 0, 1)


def test_a_part_counts_in_its_own_area() -> None:
    scene = red_hill()
    parts = (TallyPart(IRAQ, CountRange.exactly(7)), TallyPart(SYRIA, CountRange.exactly(2)))
    tally = replace(scene.tally, places=(), parts=parts)
    result = count_tally(tally, scene.readings[1].document, scene.incidents)
    assert [part.count and part.count.best for part in result.parts] == [2, 0]
    assert result.count
    assert result.count.best == 2


def test_members_are_named() -> None:
    scene = red_hill()
    result = count_tally(scene.tally, scene.readings[1].document, scene.incidents)
    data = tally_json(result)
    assert data["members"] == [incident.id for incident in scene.incidents]
    assert data["quote"] == "9 attacks on troops in Iraq since 1 December"
