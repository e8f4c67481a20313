"""What holds of every tally, whatever the incidents, the rule and the selection."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.analyse.counting import Band, By, Tally, count, grouped
from tallystick.analyse.rule import Part, Rule, load_rules
from tallystick.analyse.selection import Selection
from tallystick.model.incident import Incident
from tallystick.model.taxonomy import IncidentKind
from tests.analyse.made import incident_lists
from tests.builders import day
from tests.scenes import IRAQ, RIDERS, TROOPS

RULES = [
    *load_rules().values(),
    Rule("site-day", "", (Part.SITE, Part.DAY)),
    Rule("day", "", (Part.DAY,)),
]
SELECTIONS = [
    Selection(targets=(TROOPS,)),
    Selection(targets=(TROOPS,), since=day("2023-12-02").start, until=day("2023-12-04").start),
    Selection(targets=(TROOPS,), places=(IRAQ,), attackers=(RIDERS,), weapon="rocket"),
    Selection(targets=(TROOPS,), kind=IncidentKind.SHELLING),
]
any_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
laws = settings(deadline=None, max_examples=60)  # the first case loads the vocabulary
selections = st.sampled_from(SELECTIONS)


def bands(tally: Tally) -> tuple[Band, Band, Band]:
    return tally.count, tally.killed, tally.injured


@any_rule
@laws
@given(incidents=incident_lists(), selection=selections)
def test_low_best_and_high_are_in_order(
    rule: Rule, incidents: list[Incident], selection: Selection
) -> None:
    for band in bands(count(incidents, rule, selection)):
        assert 0 <= band.low <= band.best
        assert band.high is None or band.best <= band.high


@any_rule
@laws
@given(incidents=incident_lists(), selection=selections)
def test_nothing_is_lost(rule: Rule, incidents: list[Incident], selection: Selection) -> None:
    tally = count(incidents, rule, selection)
    counted = {i.id for unit in tally.units for i in unit.incidents}
    left_out = [each.incident.id for each in tally.left_out]
    assert sorted(counted) + sorted(left_out) == sorted(counted) + sorted(set(left_out))
    assert counted | set(left_out) == {i.id for i in incidents}
    assert not counted & set(left_out)
    assert all(each.reason.words for each in tally.left_out)


@any_rule
@laws
@given(incidents=incident_lists(), selection=selections, by=st.sampled_from(list(By)))
def test_groups_part_the_units(
    rule: Rule, incidents: list[Incident], selection: Selection, by: By
) -> None:
    tally = count(incidents, rule, selection)
    groups = grouped(tally, by)
    assert Counter(u for g in groups for u in g.counted.units) == Counter(tally.units)
    assert len({group.label for group in groups}) == len(groups)
    assert sum(g.counted.count.best for g in groups) == tally.count.best
    assert sum(g.counted.count.high or 0 for g in groups) == tally.count.high
    assert sum(g.counted.count.low for g in groups) >= tally.count.low


@any_rule
@laws
@given(incidents=incident_lists(), selection=selections)
def test_another_incident_never_lowers_high_or_best(
    rule: Rule, incidents: list[Incident], selection: Selection
) -> None:
    before = bands(count(incidents[:-1], rule, selection))
    after = bands(count(incidents, rule, selection))
    for small, great in zip(before, after, strict=True):
        assert small.best <= great.best
        assert great.high is None or (small.high is not None and small.high <= great.high)


@any_rule
@laws
@given(incidents=incident_lists(), selection=selections)
def test_the_order_of_incidents_does_not_matter(
    rule: Rule, incidents: list[Incident], selection: Selection
) -> None:
    turned = incidents[::-1]
    assert bands(count(incidents, rule, selection)) == bands(count(turned, rule, selection))
