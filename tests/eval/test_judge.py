from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from eval.judge import (
    complete,
    counts_right,
    day_right,
    is_actor,
    is_outcome,
    is_target,
    kilometres,
    place_right,
    supported,
)
from eval.seedkey import (
    CountKey,
    Day,
    Moment,
    OutcomeKey,
    Range,
    SeedKey,
    TargetKey,
    Wanted,
    Where,
    load,
)
from eval.seen import SeenDate, SeenOutcome, SeenPlace, SeenTarget, SeenWeapon

FRIDAY = date(2023, 12, 8)
ONE_DAY = Day(FRIDAY, FRIDAY, 1, 5)
A_WEEK = Day(date(2023, 12, 4), date(2023, 12, 10), 7)


@pytest.fixture(scope="module")
def key() -> SeedKey:
    return load()


def seen(first: int, last: int, month: int = 12) -> SeenDate:
    return SeenDate(date(2023, month, first), date(2023, month, last), "day")


@pytest.mark.parametrize(
    ("given", "wanted", "right"),
    [
        (seen(8, 8), ONE_DAY, True),
        (seen(9, 9), ONE_DAY, False),
        (seen(4, 10), ONE_DAY, True),  # coarser, by no more than a week
        (seen(1, 31), ONE_DAY, False),  # far too coarse
        (seen(8, 8), A_WEEK, False),  # falsely finer
        (seen(3, 9), A_WEEK, True),
        (None, ONE_DAY, False),
        (None, replace(ONE_DAY, unknown_ok=True), True),
        (SeenDate(FRIDAY, None, "interval"), ONE_DAY, False),
    ],
)
def test_days(given: SeenDate | None, wanted: Day, right: bool) -> None:
    assert day_right(given, wanted) is right


@pytest.mark.parametrize(
    ("floating", "right"),
    [
        (SeenDate(weekday=5), True),
        (SeenDate(weekday=4), False),
        (SeenDate(text="early on Friday"), True),
        (SeenDate(text="early on Monday"), False),
        (SeenDate(text="hours later"), True),
        (SeenDate(text="last week"), False),
    ],
)
def test_a_floating_day_is_right_only_without_an_anchor(floating: SeenDate, right: bool) -> None:
    assert day_right(floating, ONE_DAY, anchored=False) is right
    assert not day_right(floating, ONE_DAY, anchored=True)


def test_a_date_is_supported_by_words_that_can_mean_it() -> None:
    week = Moment(date(2023, 12, 3), date(2023, 12, 10), 5, "publication")
    since = Moment(date(2023, 10, 17), None, 1, "none")
    assert supported(seen(4, 10), [week], manifest=True)
    assert not supported(seen(4, 10), [week], manifest=False)
    assert not supported(seen(8, 8), [week], manifest=True)
    assert supported(SeenDate(date(2023, 10, 17), None), [since], manifest=False)
    assert not supported(SeenDate(date(2023, 10, 18), None), [since], manifest=False)
    assert supported(SeenDate(weekday=5), [], manifest=False)


@pytest.mark.parametrize(
    ("place", "right", "exact"),
    [
        (SeenPlace("AIN AL ASAD", "site", "IQ"), True, True),
        (SeenPlace("the base", "site", "IQ", (33.8, 42.45)), True, True),
        (SeenPlace("Anbar", "province", "IQ"), True, False),
        (SeenPlace("Iraq", "country", "IQ"), False, False),
        (SeenPlace("Ain al-Asad", "site", "SY"), False, False),
        (SeenPlace("Ain al-Asad", "country", "IQ"), False, False),
        (None, False, False),
    ],
)
def test_places(place: SeenPlace | None, right: bool, exact: bool, key: SeedKey) -> None:
    where = Where(("ain-al-asad",))
    assert place_right(place, where, key) is right
    assert place_right(place, where, key, exact=True) is exact


def test_kilometres() -> None:
    assert kilometres((0, 0), (0, 90)) == pytest.approx(10007.5, abs=1)
    assert kilometres((50.0, 8.0), (50.0, 8.0)) == 0


def test_a_set_is_complete_with_all_that_is_required_and_nothing_foreign() -> None:
    wanted = Wanted(("a",), ("b",))

    def same(x: str, y: str) -> bool:
        return x == y

    assert complete(["a"], wanted, same)
    assert complete(["b", "a"], wanted, same)
    assert not complete(["b"], wanted, same)
    assert not complete(["a", "c"], wanted, same)
    assert complete([], Wanted(), same)


def test_actors_by_any_name_or_word(key: SeedKey) -> None:
    assert is_actor(["The Islamic Resistance in Iraq"], ["iri"], key)
    assert is_actor(["x", "IRI"], ["hhn", "iri"], key)
    assert is_actor(["pro-Iran militiamen"], ["iran-backed-militias"], key)
    assert not is_actor(["Kataib Hezbollah"], ["iri"], key)


def test_targets_by_kind_and_word() -> None:
    wanted = TargetKey(frozenset({"military"}), ("base",))
    assert is_target(SeenTarget("an air base", "military"), wanted)
    assert is_target(SeenTarget("a base"), wanted)
    assert not is_target(SeenTarget("a base", "school"), wanted)
    assert not is_target(SeenTarget("a bridge", "military"), wanted)


def test_outcomes(key: SeedKey) -> None:
    wanted = OutcomeKey("intercepted", "drone", Range(2, 2))
    assert is_outcome(SeenOutcome("intercepted", "drone", 2, 2), wanted, key)
    assert is_outcome(SeenOutcome("intercepted", "suicide_drone"), wanted, key)
    assert not is_outcome(SeenOutcome("intercepted", "drone", 3, 3), wanted, key)
    assert not is_outcome(SeenOutcome("hit", "drone", 2, 2), wanted, key)
    assert not is_outcome(SeenOutcome("intercepted", "rocket", 2, 2), wanted, key)


def test_counts_of_weapons(key: SeedKey) -> None:
    two, three = CountKey("rocket", Range(2, None)), CountKey("rocket", Range(3, 3))
    assert counts_right([SeenWeapon("rocket", 2, 3)], [two, three], key)
    assert counts_right([SeenWeapon("rocket", 2), SeenWeapon("rocket", 3, 3)], [two, three], key)
    assert not counts_right([SeenWeapon("rocket", 2, 2)], [two, three], key)
    assert not counts_right([SeenWeapon("rocket", 1, None)], [two], key)
    assert not counts_right([SeenWeapon("rocket")], [two], key)
    assert not counts_right([SeenWeapon("drone", 2)], [two], key)
