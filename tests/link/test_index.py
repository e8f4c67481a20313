"""Adding to an index and building it anew come to the same, whatever the order."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from random import Random

import numpy as np
import numpy.typing as npt
import pytest
from eval.scale import reports as made_up
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.link import Index, Memory, judge
from tallystick.link.index import two_steps
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Reading
from tallystick.model.values import DatePrecision, PartialDate
from tests.builders import hurt, reading
from tests.link.scenes import ASAD, RESISTANCE, US_BASE, at, by, on, told
from tests.link.test_laws import corpora

DAYS = PartialDate(date(2023, 11, 1), date(2023, 11, 4), DatePrecision.DAYS)
Pairs = dict[tuple[str, str], Judgement]


def grown(parts: list[list[Reading]]) -> Pairs:
    """What is judged when the parts come one after the other, each to a new index."""
    shelf, found = Memory(), {}
    for part in parts:
        for edge, weighed in Index(shelf).weighed(part):
            judgement = weighed.judgement()
            found[judgement.a, judgement.b] = judgement
            if judgement.verdict is Verdict.SAME:
                shelf.tie(edge)
    return found


def anew(corpus: list[Reading]) -> Pairs:
    return {(j.a, j.b): j for j in judge(corpus)}


@given(corpora, st.randoms(use_true_random=False), st.integers(1, 6))
@settings(max_examples=100, deadline=None)
def test_incremental_equals_rebuild(corpus: list[Reading], rng: Random, size: int) -> None:
    shuffled = corpus[:]
    rng.shuffle(shuffled)
    parts = [shuffled[at : at + size] for at in range(0, len(shuffled), size)]
    assert grown(parts) == anew(corpus)


def test_incremental_equals_rebuild_where_events_have_many_reports() -> None:
    corpus = [each.reading for each in made_up.told(400)]
    Random(5).shuffle(corpus)
    parts = [corpus[:350], corpus[350:351], corpus[351:]]
    judged = anew(corpus)
    assert grown(parts) == judged
    assert {j.verdict for j in judged.values()} >= {Verdict.SAME, Verdict.UNSURE}


def three_accounts() -> list[Reading]:
    """Two attacks on one base, days apart, and a vague account that fits either."""
    days = (on("2023-11-01"), on("2023-11-04"), DAYS)
    told_so = (
        told(f"Drones fell {n}.", when, ASAD, at(US_BASE), by(RESISTANCE), hurt(7))
        for n, when in enumerate(days)
    )
    return [reading(doc, report) for doc, report in told_so]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_last_to_come_has_those_that_it_would_chain_told_apart(order: tuple[int, ...]) -> None:
    corpus = three_accounts()
    judged = grown([[corpus[at]] for at in order])
    assert sorted(j.verdict for j in judged.values()) == ["different", "same", "same"]
    assert judged == anew(corpus)


def test_what_is_there_already_is_passed_over() -> None:
    corpus = [each.reading for each in made_up.told(60)]
    shelf = Memory()
    assert list(Index(shelf).judge(corpus))
    assert list(Index(shelf).judge(corpus)) == []
    assert len(Index(shelf)) == 60


def test_a_key_is_not_passed_over_for_having_many_reports() -> None:
    crowd = [told(f"Drones fell {n}.", on("2023-11-01"), ASAD, at(US_BASE)) for n in range(255)]
    assert len(anew([reading(doc, report) for doc, report in crowd])) == 255 * 254 / 2


def apart(rows: list[int], ties: npt.NDArray[np.int64]) -> list[list[int]]:
    found = two_steps(np.array(rows, np.int64), ties)
    return [pair for some in found for pair in some.tolist()]


def test_pairs_two_steps_apart_are_given_once() -> None:
    ties = np.array([(0, 1), (2, 0), (1, 3), (3, 2), (3, 4), (1, 0)])
    assert apart([0], ties) == [[0, 3]]
    assert apart([1, 2], ties) == [[1, 2], [1, 4], [2, 4]]
    assert apart([], ties[:0]) == []
