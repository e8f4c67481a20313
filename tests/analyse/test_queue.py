"""What is queued, why, and in which order."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.analyse.queue import Cause, Concern, Task, tasks
from tallystick.ledger import consolidate
from tallystick.link.score import DEFAULTS
from tallystick.model.confidence import LIKELY, SURE
from tallystick.model.incident import Contest, Incident, Position
from tallystick.model.judgement import Verdict
from tallystick.model.statement import Field, Stance
from tallystick.model.values import CountRange, Target, WeaponUse
from tests.builders import Fact, document, fact, hurt, judgement, report


def incident(name: str, *facts: Fact, confidence: float | None = None) -> Incident:
    doc = document("Rockets fell. " + name, publisher=name)
    view = consolidate([report(doc, "Rockets", *facts)], {doc.id: doc})
    return replace(view, confidence=confidence)


def told(*facts: Fact, confidence: float | None = None) -> tuple[Concern, ...]:
    """The concerns of one incident alone."""
    found = tasks([incident("A", *facts, confidence=confidence)], [])
    return found[0].concerns if found else ()


def test_what_is_sure_and_agreed_is_not_queued() -> None:
    assert told(hurt(500, confidence=0.95), confidence=SURE) == ()
    assert told(hurt(500), confidence=None) == ()


def test_an_unsure_incident_is_queued_when_it_has_a_toll() -> None:
    assert told(confidence=0.2) == ()
    assert told(hurt(0), confidence=0.2) == ()
    (concern,) = told(hurt(3), confidence=0.2)
    assert concern == Concern(Cause.INCIDENT, pytest.approx(0.8 * 3), 0.2)


@pytest.mark.parametrize(
    ("facts", "contest", "weight"),
    [
        ((hurt(7), hurt(0, by="Army")), Contest.KILLED, 0.5 * 4),
        (
            (hurt(3, field=Field.INJURED, stance=Stance.DENIES), hurt(3, field=Field.INJURED)),
            Contest.INJURED,
            0.5 * 3,
        ),
    ],
)
def test_a_contested_toll_weighs_by_how_far_the_accounts_differ(
    facts: tuple[Fact, ...], contest: Contest, weight: float
) -> None:
    assert told(*facts) == (Concern(Cause.CONTESTED, weight, about=contest),)


def test_whether_it_happened_weighs_by_the_toll() -> None:
    view = replace(incident("A", hurt(7)), contested=(Contest.OCCURRENCE, Contest.WEAPON))
    (task,) = tasks([view], [])
    assert task.concerns == (Concern(Cause.CONTESTED, 2.0, about=Contest.OCCURRENCE),)


def test_an_unsure_figure_is_queued_and_other_unsure_values_are_not() -> None:
    (concern,) = told(hurt(7, confidence=0.25), fact(Field.TARGET, Target("x"), confidence=0.1))
    assert (concern.cause, concern.weight, concern.probability) == (Cause.VALUE, 3.0, 0.25)
    assert isinstance(concern.about, Position)
    rockets = WeaponUse("rocket", CountRange.exactly(90))
    (weapon,) = told(fact(Field.WEAPON, rockets, confidence=0.25))
    assert weapon.weight == 0.75  # no person hangs on it
    assert told(fact(Field.WEAPON, WeaponUse("rocket"), confidence=0.25)) == ()
    assert told(hurt(7, confidence=LIKELY)) == ()


def pair(score: float, verdict: Verdict = Verdict.UNSURE) -> list[Task]:
    a, b = incident("A", hurt(7)), incident("B", hurt(1))
    return tasks([a, b], [judgement(a.reports[0], b.reports[0], verdict, score)])


def test_a_doubtful_pair_is_queued_by_its_score_and_the_lesser_toll() -> None:
    (task,) = pair(DEFAULTS.same)
    assert len(task.ids) == 2
    assert task.concerns == (Concern(Cause.DUPLICATE, 2.0, DEFAULTS.same),)


@given(st.floats(0.3, 0.84), st.floats(0.3, 0.84))
def test_the_nearer_to_the_threshold_the_sooner(one: float, other: float) -> None:
    near, far = max(one, other), min(one, other)
    assert pair(near)[0].weight >= pair(far)[0].weight


def test_likely_pairs_that_clustering_kept_apart_are_queued() -> None:
    assert len(pair(0.95, Verdict.SAME)) == 1


def test_a_pair_told_apart_is_not_queued() -> None:
    assert pair(0.1, Verdict.DIFFERENT) == []


@pytest.mark.parametrize("verdict", [Verdict.UNSURE, Verdict.DIFFERENT])
def test_a_judged_pair_leaves_the_queue_though_other_reports_of_it_are_doubtful(
    verdict: Verdict,
) -> None:
    docs = [document(f"Rockets fell. {n}") for n in range(3)]
    a, b, c = (report(doc, "Rockets") for doc in docs)
    by_id = {doc.id: doc for doc in docs}
    two = [consolidate([a, b], by_id), consolidate([c], by_id)]
    doubt = [judgement(a, c, Verdict.UNSURE, 0.7), judgement(b, c, Verdict.UNSURE, 0.8)]
    assert [t.concerns[0].probability for t in tasks(two, doubt)] == [0.8]
    assert tasks(two, [doubt[0], judgement(b, c, verdict, by="Ana")]) == []


def test_a_judgement_on_what_is_not_there_is_passed_over() -> None:
    a = incident("A")
    assert tasks([a], [judgement(a.reports[0], "r-0", Verdict.UNSURE)]) == []


def test_the_order_is_that_of_weight_and_does_not_depend_on_the_order_of_what_comes_in() -> None:
    some = [
        incident("A", hurt(3), confidence=0.5),
        incident("B", hurt(300), confidence=0.5),
        incident("C", hurt(3), confidence=0.5),
    ]
    doubt = [
        judgement(some[0].reports[0], some[1].reports[0], Verdict.UNSURE, 0.8),
        judgement(some[1].reports[0], some[2].reports[0], Verdict.UNSURE, 0.5),
    ]
    first = tasks(some, doubt)
    assert [t.weight for t in first] == sorted((t.weight for t in first), reverse=True)
    assert first[0].incidents == (some[1],)
    for order in permutations(some):
        found = tasks(order, reversed(doubt))
        assert [(set(t.ids), t.weight) for t in found] == [(set(t.ids), t.weight) for t in first]


def test_the_concerns_of_one_incident_are_one_task_the_gravest_first() -> None:
    concerns = told(hurt(1, confidence=0.5), hurt(60, by="Army", confidence=0.1), confidence=0.8)
    assert [c.cause for c in concerns] == [
        Cause.VALUE, Cause.CONTESTED, Cause.INCIDENT, Cause.VALUE
    ]  # fmt: skip
    assert [c.weight for c in concerns] == sorted((c.weight for c in concerns), reverse=True)
