"""Learning the weights of linking from labelled pairs."""

from __future__ import annotations

from eval.train.link import Example, learned

NAMES, WORDS = ("names", 2.0), ("wording", 2.0)


def test_a_level_that_only_the_same_have_gains_and_one_that_only_others_have_loses() -> None:
    same = [Example((NAMES,), -2.0, True)] * 40
    other = [Example((WORDS,), -2.0, False)] * 40
    bits = learned(same + other)
    assert bits[NAMES] > 2.5
    assert bits[WORDS] < 1.5


def test_without_evidence_a_level_stays_where_it_was() -> None:
    assert abs(learned([Example((NAMES,), -60.0, False)])[NAMES] - 2.0) < 1e-6
