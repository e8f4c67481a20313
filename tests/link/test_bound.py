"""The bound that pairs are screened by never falls short of the score that they really have."""

from __future__ import annotations

from itertools import combinations
from math import fsum

import numpy as np
from hypothesis import given, settings

from tallystick.link.bound import bits_of, may_reach, upper_bound
from tallystick.link.columns import Reports
from tallystick.link.comparisons.frame import linkable
from tallystick.link.profile import Profile
from tallystick.link.score import DEFAULTS, probability, weigh
from tallystick.model.statement import Reading
from tests.link.test_laws import corpora, profiled


def bounds(profiles: list[Profile]) -> dict[tuple[str, str], float]:
    pairs = list(combinations(range(len(profiles)), 2))
    i, j = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    found = upper_bound(Reports.of(profiles), i, j)
    return {(profiles[p].id, profiles[q].id): b for (p, q), b in zip(pairs, found, strict=True)}


@given(corpora)
@settings(max_examples=300, deadline=None)
def test_no_pair_of_two_documents_weighs_more_than_its_bound(corpus: list[Reading]) -> None:
    profiles = profiled(corpus)
    by_id = {p.id: p for p in profiles}
    for (a, b), bound in bounds(profiles).items():
        if by_id[a].document != by_id[b].document:
            weighed = weigh(by_id[a], by_id[b], DEFAULTS)
            exact = fsum(reason.weight for reason in weighed.reasons)
            assert bound >= exact - 1e-9, weighed.reasons


@given(corpora)
@settings(max_examples=60, deadline=None)
def test_what_is_worth_saying_passes_the_screen(corpus: list[Reading]) -> None:
    profiles = profiled(corpus)
    pairs = list(combinations(range(len(profiles)), 2))
    i, j = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    kept = set(may_reach(Reports.of(profiles), i, j, bits_of(DEFAULTS.unsure)).tolist())
    for at, (p, q) in enumerate(pairs):
        a, b = profiles[p], profiles[q]
        one = a.document == b.document and linkable(a.standing, b.standing)
        if one or weigh(a, b, DEFAULTS).score >= DEFAULTS.unsure:
            assert at in kept


def test_the_bits_of_a_probability_reach_it_when_rounded() -> None:
    for share in (0.05, 0.3, 0.5, 0.85):
        assert probability(bits_of(share)) < share <= probability(bits_of(share) + 0.02)
    assert bits_of(0.0) == -np.inf
    assert bits_of(1.0) == np.inf
