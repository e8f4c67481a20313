from __future__ import annotations

import pytest
from eval.gold.agree import agreement, kappa, twice

from tallystick.model.statement import Standing
from tallystick.model.taxonomy import IncidentKind
from tests.eval.gold.cases import gold, labelled, text_of


def test_kappa_takes_chance_off() -> None:
    # 3 of 4 agree; by chance (2/4 * 3/4) + (2/4 * 1/4) = 1/2
    assert kappa([("a", "a"), ("a", "a"), ("b", "b"), ("b", "a")]) == pytest.approx(0.5)
    assert kappa([("a", "b"), ("b", "a")]) == -1
    assert kappa([("a", "a"), ("a", "a")]) == 1
    assert kappa([]) == 0


def test_the_first_two_annotators_of_a_document_are_compared() -> None:
    labels = [labelled(annotator=a, id=i) for i, a in (("x", "C"), ("x", "A"), ("y", "B"))]
    labels.append(labelled(annotator="B", id="x"))
    assert [(a.annotator, b.annotator) for a, b in twice(labels)] == [("A", "B")]


def test_agreement_over_the_documents_that_two_labelled() -> None:
    mine = labelled(gold("mortar attack"), gold("shot dead", id="b"), annotator="A")
    other = gold("mortar attack", standing=Standing.PREVENTED, kinds=(IncidentKind.ATTACK,))
    theirs = labelled(other, annotator="B")
    found = agreement([theirs, mine], {"fakes:1": text_of()}).as_dict()
    assert found["documents"] == 1
    assert (found["incidents.precision"], found["incidents.recall"]) == (1, 0.5)
    assert found["standing"] == 0
    assert found["kind"] == 0
    assert found["kind.lenient"] == 1


def test_without_a_second_annotator_nothing_is_measured() -> None:
    assert agreement([labelled()], {"fakes:1": text_of()}).skipped
