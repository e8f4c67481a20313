"""Clusters follow the judgements: checked against connected components and against the laws."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.clusters import effective, resolve
from tallystick.model.judgement import Judgement, Verdict
from tests.builders import judgement

REPORTS = [f"r-{n}" for n in range(8)]
PAIRS = list(combinations(REPORTS, 2))
NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)
SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE

pairs = st.sampled_from(PAIRS)
scores = st.integers(0, 20).map(lambda n: n / 20)
by_program = st.builds(
    lambda pair, verdict, score: judgement(*pair, verdict, score),
    pairs,
    st.sampled_from(Verdict),
    scores,
)
by_person = st.builds(
    lambda pair, verdict, hour: judgement(
        *pair, verdict, by="reader", at=NOON + timedelta(hours=hour)
    ),
    pairs,
    st.sampled_from(Verdict),
    st.integers(0, 50),
)
one_a_pair = st.lists(st.one_of(by_program, by_person), max_size=28, unique_by=lambda j: (j.a, j.b))


def clusters(*judgements: Judgement) -> set[frozenset[str]]:
    """The clusters of more than one."""
    return {c for c in resolve(REPORTS, judgements) if len(c) > 1}


def group(*numbers: int) -> frozenset[str]:
    return frozenset(REPORTS[n] for n in numbers)


def pair(first: int, second: int, verdict: Verdict = SAME, score: float = 0.9) -> Judgement:
    return judgement(REPORTS[first], REPORTS[second], verdict, score)


@given(st.lists(st.builds(lambda p, s: judgement(*p, SAME, 0.5 + s / 2), pairs, scores)))
def test_with_nothing_but_same_they_are_the_connected_components(judged: list[Judgement]) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(REPORTS)
    graph.add_edges_from((j.a, j.b) for j in judged)
    oracle = {frozenset(component) for component in nx.connected_components(graph)}
    assert set(resolve(REPORTS, judged)) == oracle


def oracle(judged: list[Judgement]) -> set[frozenset[str]]:
    """The same clusters, told plainly: join the surest pair of components that may join."""
    graph = nx.Graph()
    graph.add_nodes_from(REPORTS)
    worth = {SAME: 1.0, DIFFERENT: 0.0, UNSURE: 0.5}
    scores = {(j.a, j.b): worth[j.verdict] if j.by_person else j.score or 0.0 for j in judged}
    same = [j for j in judged if j.verdict is SAME]
    for j in sorted(same, key=lambda j: (not j.by_person, -scores[j.a, j.b], j.a, j.b)):
        one, two = (nx.node_connected_component(graph, r) for r in (j.a, j.b))
        between = [k for k in judged if (k.a in one and k.b in two) or (k.a in two and k.b in one)]
        barred = any(k.verdict is DIFFERENT for k in between)
        mean = sum(scores[k.a, k.b] for k in between) / len(between)
        if one == two or (not barred and (j.by_person or mean >= 0.5)):
            graph.add_edge(j.a, j.b)
    return {frozenset(component) for component in nx.connected_components(graph)}


@given(one_a_pair)
def test_the_clusters_are_those_of_an_implementation_of_its_own(judged: list[Judgement]) -> None:
    assert set(resolve(REPORTS, judged)) == oracle(judged)


@given(st.lists(st.one_of(by_program, by_person), max_size=40))
def test_every_report_is_in_one_cluster_and_no_cluster_holds_a_different_pair(
    judged: list[Judgement],
) -> None:
    found = resolve(REPORTS, judged)
    assert sorted(r for cluster in found for r in cluster) == REPORTS
    apart = {p for p, j in effective(judged).items() if j.verdict is DIFFERENT}
    assert not any(set(p) <= cluster for p in apart for cluster in found)


@given(one_a_pair, st.randoms(use_true_random=False))
def test_order_does_not_matter(judged: list[Judgement], random: object) -> None:
    reports, shuffled = list(REPORTS), list(judged)
    random.shuffle(reports)  # type: ignore[attr-defined]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(reports, shuffled) == resolve(REPORTS, judged)


@given(st.lists(by_person, max_size=20, unique_by=lambda j: (j.a, j.b, j.at)))
def test_a_persons_judgements_are_ordered_by_their_time(judged: list[Judgement]) -> None:
    newest_last = sorted(judged, key=lambda j: j.at or NOON)
    assert effective(judged) == effective(newest_last)
    assert effective(newest_last) == {(j.a, j.b): j for j in newest_last}


def test_a_person_outweighs_the_program_and_a_newer_judgement_the_older() -> None:
    said = judgement(*REPORTS[:2], DIFFERENT, by="reader", at=NOON)
    revised = judgement(*REPORTS[:2], SAME, by="editor", at=NOON + timedelta(hours=1))
    assert clusters(pair(0, 1)) == {group(0, 1)}
    assert clusters(pair(0, 1), said) == set()
    assert clusters(said, pair(0, 1)) == set()
    assert clusters(revised, said) == {group(0, 1)}
    assert clusters(pair(0, 1), pair(0, 1, UNSURE, 0.4)) == set()
    assert clusters(pair(0, 1, UNSURE, 0.4), pair(0, 1)) == {group(0, 1)}


def test_a_chain_does_not_tie_what_is_different() -> None:
    judged = [pair(0, 1, score=0.9), pair(1, 2, score=0.8), pair(0, 2, DIFFERENT, 0.1)]
    assert clusters(*judged) == {group(0, 1)}


def test_a_weak_link_between_two_groups_needs_the_mean_of_their_pairs() -> None:
    sides = [pair(0, 1, score=0.95), pair(2, 3, score=0.95), pair(1, 2, score=0.7)]
    doubts = [pair(0, 2, UNSURE, 0.2), pair(0, 3, UNSURE, 0.2), pair(1, 3, UNSURE, 0.3)]
    assert clusters(*sides) == {group(0, 1, 2, 3)}
    assert clusters(*sides, *doubts) == {group(0, 1), group(2, 3)}
    firm = [judgement(REPORTS[0], REPORTS[n], SAME, by="reader", at=NOON) for n in (2, 3)]
    assert clusters(*sides, *doubts, *firm) == {group(0, 1, 2, 3)}


def test_a_person_joins_first_and_is_not_held_by_the_guard() -> None:
    firm = judgement(REPORTS[0], REPORTS[1], SAME, by="reader", at=NOON)
    other = pair(1, 2, score=0.99)
    apart = pair(0, 2, DIFFERENT, 0.0)
    assert clusters(other, apart, firm) == {group(0, 1)}


def test_judgements_on_other_reports_are_passed_over() -> None:
    assert clusters(judgement("r-0", "r-elsewhere")) == set()
    assert resolve([], [pair(0, 1)]) == []
