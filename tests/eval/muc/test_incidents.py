from __future__ import annotations

import numpy as np
import pytest
from eval.muc.templates import Filler, Keyed, Template
from eval.train.muc_data import LABELS
from eval.train.muc_incidents import Named, layout, learned, parts, together

ORG, TARGET, VICTIM = (LABELS.index(role) for role in ("PerpOrg", "Target", "Victim"))


def odds(size: int, *pairs: tuple[int, int]) -> np.ndarray:
    table = np.full((size, size), -3.0)
    for i, j in pairs:
        table[i, j] = table[j, i] = 3.0
    return table


def test_a_layout_has_the_ends_of_sentences_and_the_words_for_another_event() -> None:
    found = layout("ana fell. meanwhile, on tuesday 3 p.m. eva fled.")
    assert found.stops == (8, 37, 47)
    assert found.cues == (10,)
    assert found.days == (24,)


def test_victims_that_go_apart_are_two_incidents_and_share_who_fits_both() -> None:
    labels = [VICTIM, TARGET, ORG]
    shared = odds(3, (0, 2), (1, 2))
    assert parts(labels, shared, apart=0.5, shared=0.7) == [[0, 2], [1, 2]]
    assert parts(labels, odds(3, (1, 2)), apart=0.5, shared=0.7) == [[0], [1, 2]]
    assert parts(labels, odds(3, (0, 1)), apart=0.5, shared=0.7) == [[0, 1, 2]]


def test_who_fits_none_goes_where_it_fits_best() -> None:
    table = odds(3)
    table[0, 2] = table[2, 0] = -1.0
    assert parts([VICTIM, VICTIM, ORG], table, apart=0.5, shared=0.7) == [[0, 2], [1]]


def test_without_victims_and_targets_the_others_make_the_incidents() -> None:
    assert parts([ORG, ORG], odds(2), apart=0.5, shared=0.7) == [[0], [1]]
    assert parts([], odds(0), apart=0.5, shared=0.7) == []


def message(number: int) -> Keyed:
    """Two raids told in two sentences with a day between, each with two dead."""
    names = [f"{letter}{number}" for letter in "abcd"]
    text = (
        f"{names[0]} and {names[1]} died in a raid. meanwhile, on friday, it is said, "
        f"{names[2]} and {names[3]} died in another one."
    )
    raids = [
        Template("ATTACK", tuple(Filler("Victim", (name,)) for name in pair))
        for pair in (names[:2], names[2:])
    ]
    return Keyed(str(number), text, tuple(raids))


def test_what_stands_between_two_names_is_learned_from_keys() -> None:
    weights = learned(message(i) for i in range(40))
    text = "eva and ida fell. later, on monday, in the north, max fell."
    named = [Named(VICTIM, (text.index(name),)) for name in ("eva", "ida", "max")]
    table = together(text, named, weights)
    assert table == pytest.approx(table.T)
    assert table[0, 1] > 0 > table[0, 2]
    assert table[0, 2] == pytest.approx(table[1, 2], abs=2)


def test_one_entity_has_no_pair() -> None:
    weights = learned([message(1)])
    assert together("eva fell.", [Named(VICTIM, (0,))], weights).tolist() == [[0.0]]
