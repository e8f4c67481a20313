"""Announced numbers beside the count, and what sets the two apart."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tallystick.analyse.check import Check, Fit, check_one, fitting_rules
from tallystick.analyse.rule import rule_named
from tallystick.analyse.selection import Aspect
from tallystick.model.document import Document
from tallystick.model.incident import Figure, Incident
from tallystick.model.statement import AnnouncedTally, Standing, TallyUnit
from tallystick.model.values import DatePrecision, PartialDate
from tests.analyse.announcing import IRAQ, SYRIA, at_least, matched, said
from tests.analyse.made import BASE, CONVOY, incident
from tests.builders import day, document
from tests.scenes import BAND, HIT, RIDERS, TROOPS

TWO = [incident("i-1"), incident("i-2", when=day("2023-12-09"))]


def checked(
    pair: tuple[AnnouncedTally, Document], incidents: list[Incident], rule: str = "incident"
) -> Check:
    (announced,) = matched(pair)
    return check_one(announced, rule_named(rule), incidents)


@pytest.mark.parametrize(
    ("count", "fit", "apart"),
    [
        (said(2), Fit.WITHIN, 0),
        (said(5), Fit.FEWER, 3),
        (said(1), Fit.MORE, -1),
        (said(at_least(1)), Fit.WITHIN, -1),
        (said(at_least(5)), Fit.FEWER, 3),
        (said(5, since=None), Fit.UNCOUNTED, 0),
    ],
)
def test_how_far_apart(count: tuple[AnnouncedTally, Document], fit: Fit, apart: int) -> None:
    result = checked(count, TWO)
    assert (result.fit, result.apart) == (fit, apart)


def test_the_parts_of_a_split_are_counted_each() -> None:
    result = checked(said(5, split={IRAQ: 3, SYRIA: 2}), TWO)
    assert [(p.part.count.low, p.counted.best) for p in result.parts] == [(3, 2), (2, 0)]


def test_a_rule_that_needs_more_counts_nothing() -> None:
    assert checked(said(5), TWO, "facility-strike").tally is None
    assert checked(said(5, targets=(TROOPS,)), TWO, "facility-strike").tally is not None


def test_persons_are_beside_sums_of_persons_and_never_beside_incidents() -> None:
    hurt = [
        incident("i-1", killed=Figure(2, 3, 4), injured=Figure(1, 1, None)),
        incident("i-2", killed=Figure(1, 1, 1)),
    ]

    def band(unit: TallyUnit) -> tuple[int, int, int | None] | None:
        found = checked(said(4, unit=unit), hurt).counted
        return (found.low, found.best, found.high) if found else None

    assert band(TallyUnit.KILLED) == (3, 4, 5)
    assert band(TallyUnit.INJURED) == (1, 1, None)
    assert band(TallyUnit.CASUALTIES) == (4, 5, None)
    assert band(TallyUnit.ABDUCTED) is None
    planned = incident("i-3", standing=Standing.PLANNED)
    assert checked(said(9, unit=TallyUnit.KILLED), [*hurt, planned]).unexplained == 4
    assert checked(said(9), [*hurt, planned]).unexplained == 6


def test_days_of_silence_are_those_neither_told_of_nor_published_on() -> None:
    paper = document("A mine went off.", published="2023-12-05")
    dated = incident("i-1", when=day("2023-12-03"), documents=(paper,))
    elsewhere = incident("i-2", when=day("2023-12-02"), where=HIT)
    pair = said(5, "2023-12-06", split={SYRIA: 5})
    assert len(checked(pair, [dated, elsewhere]).period.silent) == 6  # type: ignore[union-attr]
    period = checked(said(5, "2023-12-06"), [dated]).period
    assert period
    assert period.days == 6
    assert period.silent == tuple(date(2023, 12, n) for n in (1, 2, 4, 6))


def test_a_month_is_told_of_no_day() -> None:
    month = PartialDate(date(2023, 12, 1), date(2023, 12, 31), DatePrecision.MONTH)
    days = PartialDate(date(2023, 12, 1), date(2023, 12, 3), DatePrecision.DAYS)

    def silent(when: PartialDate | None) -> int:
        period = checked(said(5, "2023-12-04"), [incident("i-1", when=when)]).period
        assert period
        return len(period.silent)

    assert (silent(month), silent(None), silent(days)) == (4, 4, 1)


def test_what_the_rule_leaves_out_still_breaks_the_silence_and_is_told() -> None:
    unclaimed = incident("i-1", when=day("2023-12-02"), attackers=(RIDERS,))
    planned = incident("i-2", when=day("2023-12-03"), standing=Standing.PLANNED)
    result = checked(said(5, "2023-12-03"), [unclaimed, planned], "claim")
    assert result.ruled_out == Counter({Aspect.CLAIM: 1, Aspect.STANDING: 1})
    assert result.period
    assert result.period.silent == (date(2023, 12, 1),)
    assert result.unexplained == 3


def test_doubtful_merges_and_doubtful_members_are_counted_apart() -> None:
    twins = [
        incident("i-1", possible_duplicates=("i-2",), targets=(BASE,)),
        incident("i-2", possible_duplicates=("i-1",), targets=(BASE,)),
        incident("i-3", targets=(CONVOY,)),  # military, nobody's: likely
        incident("i-4", when=None, targets=(BASE,)),  # possible
    ]
    result = checked(said(9, targets=(TROOPS,)), twins)
    assert result.counted
    assert (result.counted.low, result.counted.best, result.counted.high) == (1, 3, 4)
    assert result.merges == 1
    assert result.doubted(counted=True) == Counter({Aspect.TARGET: 1})
    assert result.doubted(counted=False) == Counter({Aspect.DATE: 1})
    assert result.unexplained == 5


def test_rules_are_those_that_the_words_allow() -> None:
    def names(**changes: object) -> list[str]:
        (announced,) = matched(said(5, **changes))  # type: ignore[arg-type]
        return [rule.name for rule in fitting_rules(announced)]

    assert names() == ["incident"]
    assert names(targets=(TROOPS,)) == ["incident", "facility-strike"]
    assert names(attackers=(BAND,)) == ["incident", "claim"]
