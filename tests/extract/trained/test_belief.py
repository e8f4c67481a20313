"""How far a report is believed: by its words, and by what is told beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract import read
from tallystick.extract.trained.belief import evidence
from tallystick.extract.trained.combine import BELIEF, EVIDENCE, PLAIN, load_combination, logit
from tallystick.extract.trained.reader import WEIGHTS
from tallystick.model.statement import Field
from tests.extract.incidents import document_of

SHIPPED = load_combination(WEIGHTS / "combination.json")


def test_evidence_is_the_likeliest_value_of_each_field() -> None:
    told = [(Field.KILLED, 0.4), (Field.KILLED, 0.7), (Field.WHERE, None), (Field.OUTCOME, 0.9)]
    first, *rest = evidence(0.5, told)
    assert first == 0.0
    assert dict(zip(EVIDENCE, rest, strict=True)) == {
        **dict.fromkeys(EVIDENCE, 0.0),
        Field.KILLED: 0.7,
    }


@given(st.floats(0.01, 0.99), st.sampled_from(EVIDENCE), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_what_is_told_makes_it_likelier(
    words: float, field: Field, one: float, other: float
) -> None:
    less, more = (
        SHIPPED.probability(BELIEF, evidence(words, [(field, c)])) for c in sorted((one, other))
    )
    assert less <= more


@given(st.floats(0.01, 0.99))
def test_where_nothing_is_learned_the_words_stand(words: float) -> None:
    assert logit(PLAIN.probability(BELIEF, evidence(words, []))) == pytest.approx(logit(words))


def test_an_attack_that_is_told_in_full_is_believed_rather_than_a_bare_word() -> None:
    full = "Gunmen shot dead four policemen in Kano on Tuesday, the police said."
    [told] = read(document_of(full, "2031-05-11")).reports
    [bare] = read(document_of("There was a bombing.", "2031-05-11")).reports
    assert told.score > 0.9
    assert bare.score < 0.5
