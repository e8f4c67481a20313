"""Days from one class to the next of another, beside chance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tallystick.analyse.lag import Lag, lag
from tallystick.analyse.selection import Selection
from tallystick.analyse.tempo_json import lag_object
from tallystick.model.incident import Incident
from tallystick.model.taxonomy import IncidentKind
from tests.analyse.made import FLOATING, incident
from tests.analyse.timed import INCIDENT, days, on, series

SHELLS = Selection(since=on(0), until=on(59), kind=IncidentKind.SHELLING)
BOMBS = Selection(since=on(0), until=on(59), kind=IncidentKind.BOMBING)


def waits(shells: Sequence[int], bombs: Sequence[int], *more: Incident, window: int = 7) -> Lag:
    """From shellings on these days to bombings on those."""
    each = [
        *(incident(f"s-{n}", when=series([1], moved=d)[0].when) for n, d in enumerate(shells)),
        *(
            incident(f"b-{n}", when=series([1], moved=d)[0].when, kind=IncidentKind.BOMBING)
            for n, d in enumerate(bombs)
        ),
        *more,
    ]
    found = lag(each, INCIDENT, SHELLS, BOMBS, window)
    assert found
    return found


def test_each_waits_for_the_next_after_its_own_day() -> None:
    found = waits([0, 10, 20, 30], [2, 10, 13, 40])
    assert (found.starts, found.answers, found.same_day) == (4, 4, 1)
    assert found.waits == (0, 1, 1, 0, 0, 0, 0)
    assert found.followed == 2
    assert found.days == days(0, 59)


def test_those_near_the_end_are_left_out_and_told() -> None:
    found = waits([5, 52, 53, 58], [59])
    assert (found.starts, found.late) == (2, 2)
    assert found.waits == (0, 0, 0, 0, 0, 0, 1)  # from 52 to 59


def test_a_planted_response_is_seldom_met_by_chance() -> None:
    shells = [3, 11, 24, 33, 47]
    found = waits(shells, [day + 2 for day in shells], window=3)
    assert found.followed == 5
    assert found.chance is not None and found.chance <= 0.05
    assert found.usual and found.usual[1] < 5
    assert sum(found.by_chance) < 3


def test_days_at_random_are_within_what_chance_gives() -> None:
    draw = np.random.default_rng(3)
    chances = []
    for _ in range(100):
        shells, bombs = (sorted(draw.integers(0, 60, 12).tolist()) for _ in range(2))
        chances.append(waits(shells, bombs, window=3).chance or 0)
    assert sum(chance <= 0.1 for chance in chances) <= 20
    assert 0.4 <= float(np.mean(chances)) <= 0.7


def test_what_has_no_day_is_no_start_and_no_answer() -> None:
    found = waits([0], [2], incident("s-x", when=FLOATING))
    assert found.starts == 1
    assert "s-x" in {i.id for i in found.after.possible}


def test_with_nothing_to_move_chance_is_not_told() -> None:
    found = waits([4], [])
    assert (found.followed, found.chance, found.usual) == (0, None, None)
    assert waits([], [4]).chance is None


def test_without_any_day_there_is_no_lag() -> None:
    asked = Selection(kind=IncidentKind.SHELLING)
    assert lag([incident(when=None)], INCIDENT, asked, asked) is None


def test_an_open_period_reaches_over_both_classes() -> None:
    each = [*series([1]), incident("b", when=series([1], moved=9)[0].when)]
    found = lag(each, INCIDENT, Selection(), Selection(until=on(9)), 3)
    assert found and found.days == days(0, 9)


def test_as_json_the_waits_stand_beside_those_by_chance() -> None:
    told = lag_object(waits([0, 10], [2, 13]))
    assert told["waits"] == [0, 1, 1, 0, 0, 0, 0]
    assert isinstance(told["by_chance"], list)
    assert (len(told["by_chance"]), told["followed"], told["window"]) == (7, 2, 7)
    assert told["last"] == on(59).isoformat()
