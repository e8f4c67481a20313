"""How probable an incident is, and which values a minimum leaves in the view."""

from __future__ import annotations

from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.ledger import at_least, consolidate, incidents_of
from tallystick.ledger.view.confidence import of_incident
from tallystick.model.document import Document
from tallystick.model.incident import Contest, Figure, Incident
from tallystick.model.statement import RULES, TRAINED, Field, Report, Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import Place, PlacePrecision
from tests.builders import Fact, day, document, fact, hurt, judgement, reading, report

Told = tuple[Document, Report]


def told(
    score: float, *, publisher: str | None = "The Example", by: str = "", words: str = ""
) -> Told:
    """A report of the score, in a document of its own unless all else is the same."""
    doc = document(f"Rockets fell. {words}", publisher=publisher)
    kind = fact(Field.KIND, IncidentKind.SHELLING, "Rockets", by=(by,) if by else ())
    return doc, report(doc, "Rockets", kind, score=score)


def together(*all_told: Told, rated: bool = True) -> float | None:
    documents = {doc.id: doc for doc, _ in all_told}
    ids = set(documents) if rated else set()
    return of_incident([r for _, r in all_told], documents, ids)


def test_one_report_is_as_probable_as_its_score() -> None:
    assert together(told(0.62)) == 0.62
    assert together(told(1.0)) == 1.0


def test_reports_of_their_own_bear_each_other_out() -> None:
    a = told(0.6, publisher="A", words="In Hit.")
    b = told(0.5, publisher="B", words="At dawn.")
    assert together(a, b) == 0.8


@pytest.mark.parametrize(
    "second",
    [
        told(0.5, publisher="A", words="At dawn."),  # one paper
        told(0.5, publisher="B", by="Wire", words="At dawn."),  # one agency, in other words
        told(0.5, publisher="B", words="In Hit."),  # one text
    ],
)
def test_what_is_one_origin_adds_nothing(second: Told) -> None:
    by = "Wire" if second[1].statements[0].chain[0].name == "Wire" else ""
    assert together(told(0.6, publisher="A", by=by, words="In Hit."), second) == 0.6


def test_unknown_publishers_may_all_be_one() -> None:
    a = told(0.6, publisher=None, by="X", words="In Hit.")
    assert together(a, told(0.5, publisher=None, by="Y", words="At dawn.")) == 0.6


def test_a_report_without_statements_counts_as_its_publishers() -> None:
    doc = document("Rockets fell.", publisher="A")
    assert together((doc, report(doc, "Rockets", score=0.4))) == 0.4


_TOLD = st.builds(
    told,
    st.floats(0, 1).map(lambda x: round(x, 3)),
    publisher=st.sampled_from(["A", "B", "C", None]),
    by=st.sampled_from(["", "X", "Y"]),
    words=st.sampled_from(["In Hit.", "At dawn.", "Twice."]),
)


@given(st.lists(_TOLD, min_size=1, max_size=7), _TOLD, st.randoms())
def test_one_more_report_never_lowers_it(some: list[Told], more: Told, chance: object) -> None:
    before, after = together(*some), together(*some, more)
    assert before is not None
    assert after is not None
    assert after >= before
    scores = [r.score for _, r in some]
    independent = 1 - prod(1 - score for score in scores) + 5e-4
    assert max(scores) <= before <= max(*scores, independent)
    chance.shuffle(some)  # type: ignore[attr-defined]
    assert together(*some) == before


def test_many_never_make_it_certain() -> None:
    many = [told(0.9, publisher=f"P{n}", words=f"Number {n}.") for n in range(9)]
    assert together(*many) == 0.999


def test_it_cannot_be_told_as_soon_as_one_reader_cannot() -> None:
    docs = [document(f"Rockets fell. {n}", publisher=f"P{n}") for n in range(2)]
    both = [report(doc, "Rockets", score=0.4) for doc in docs]

    def read(*readers: str) -> float | None:
        parts = zip(docs, both, readers, strict=True)
        readings = [reading(doc, r, reader=reader) for doc, r, reader in parts]
        (incident,) = incidents_of(readings, [judgement(*both)])
        return incident.confidence

    assert read(TRAINED, TRAINED) == pytest.approx(0.64)
    assert read(TRAINED, RULES) is None
    assert read("llm some-model", RULES) is None


# -- values ------------------------------------------------------------------------------


def incident(*facts: Fact, score: float = 0.7) -> Incident:
    doc = document("Rockets fell on Hit on Friday. Two died, or five.", published="2023-12-08")
    return consolidate([report(doc, "Rockets", *facts, score=score)], {doc.id: doc}, rated={doc.id})


HIT = Place("Hit", PlacePrecision.TOWN)
HADITHA = Place("Haditha", PlacePrecision.TOWN)


def test_a_value_is_as_probable_as_its_best_statement() -> None:
    view = incident(
        fact(Field.WHERE, HIT, "Hit", confidence=0.3),
        fact(Field.WHERE, HIT, confidence=0.6),
        fact(Field.WHERE, HADITHA, confidence=None),
    )
    assert [p.confidence for p in view.positions(Field.WHERE)] == [0.6, None]


def test_a_value_whose_every_statement_is_below_is_left_out_of_the_view() -> None:
    view = incident(
        hurt(2, "Two", confidence=0.8),
        hurt(5, "five", by="Army", confidence=0.4),
        fact(Field.WHERE, HIT, "Hit", confidence=0.3),
        fact(Field.WHERE, HIT, confidence=0.6),
        fact(Field.WHEN, day("2023-12-08"), "Friday", confidence=None),
    )
    assert view.killed == Figure(2, 5, 5)
    assert view.contested == (Contest.KILLED,)
    firm = at_least(view, 0.5)
    assert firm.killed == Figure(2, 2, 2)
    assert at_least(view, 0.9).killed == Figure()
    assert firm.contested == ()
    assert len(firm.positions(Field.WHERE)[0].statements) == 2  # all who say it stay
    assert firm.when == view.when  # what cannot be told stays
    assert (firm.id, firm.confidence) == (view.id, view.confidence)
    assert at_least(view, 0.7).where is None


def test_a_denial_of_little_probability_is_left_out_too() -> None:
    denial = hurt(2, "Two", stance=Stance.DENIES, confidence=0.2)
    view = incident(hurt(5, "five", confidence=0.9), denial)
    assert view.contested == (Contest.KILLED,)
    assert at_least(view, 0.5).contested == ()


def test_nothing_left_out_leaves_the_incident_as_it_is() -> None:
    view = incident(hurt(2, "Two", confidence=0.8))
    assert at_least(view, 0.0) is view
    assert at_least(view, 0.8) is view


@given(st.lists(st.tuples(st.integers(0, 9), st.floats(0, 1)), max_size=6), st.floats(0, 1))
def test_what_is_left_is_what_reaches_the_minimum(
    values: list[tuple[int, float]], minimum: float
) -> None:
    view = incident(*(hurt(n, confidence=c) for n, c in values))
    left = {p.value: p.statements for p in at_least(view, minimum).positions(Field.KILLED)}
    kept = [p for p in view.positions(Field.KILLED) if (p.confidence or 0.0) >= minimum]
    assert left == {p.value: p.statements for p in kept}


def test_a_field_is_as_probable_as_what_was_chosen_or_its_least_probable_value() -> None:
    iraq = Place("Iraq", PlacePrecision.COUNTRY)
    view = incident(
        fact(Field.WHERE, iraq, confidence=0.2),
        fact(Field.WHERE, HIT, "Hit", confidence=0.7),
        hurt(2, "Two", confidence=0.9),
        hurt(5, "five", confidence=0.4),
    )
    assert view.where == HIT
    assert view.confidence_in(Field.WHERE) == 0.7
    assert view.confidence_in(Field.KILLED) == 0.4
    assert view.confidence_in(Field.WEAPON) is None
