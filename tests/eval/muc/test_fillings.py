from __future__ import annotations

from dataclasses import replace

from eval.muc.templates import TYPES, Filler, Template
from eval.train.muc_data import LABELS
from eval.train.muc_fillings import Filling, chances, fillings, learned, right

from tests.eval.muc.test_assembly import NO, TEXT, rated, rating

VICTIM, TARGET = LABELS.index("Victim"), LABELS.index("Target")
ATTACK, ARSON = TYPES.index("ATTACK"), TYPES.index("ARSON")
KEY = (Template("ATTACK / BOMBING", (Filler("Victim", ("Ana", "the lady")),)),)


def test_a_filling_is_right_where_a_template_of_the_type_has_it_in_the_role() -> None:
    seen = rating(rated("ana", "Victim", "ATTACK"))
    assert right(Filling(VICTIM, 0, ATTACK), seen, KEY)
    assert right(Filling(VICTIM, 0, TYPES.index("BOMBING")), seen, KEY)
    assert not right(Filling(TARGET, 0, ATTACK), seen, KEY)
    assert not right(Filling(VICTIM, 0, ARSON), seen, KEY)


def test_only_roles_and_types_that_are_thinkable_are_looked_at() -> None:
    seen = rating(rated("ana", "Victim", "ATTACK"), rated("shop", "Target", "ARSON", odds=NO))
    assert [filling for filling, _ in fillings(seen)] == [
        Filling(VICTIM, 0, ATTACK),
        Filling(VICTIM, 0, ARSON),
    ]


def test_the_cue_of_a_type_counts_by_how_near_it_stands() -> None:
    seen = rating(rated("ana", "Victim", "ATTACK", "ARSON"), rated("nazca", "Target", "ATTACK"))
    near = {(filling.candidate, filling.kind): values[7] for filling, values in fillings(seen)}
    assert TEXT.index("shot") < TEXT.index("ana")
    assert near[0, ATTACK] < near[0, ARSON] < near[1, ARSON]


def test_what_is_likely_is_learned_from_keys() -> None:
    """Of strings with the same odds those are right whose type leads."""
    one = rating(rated("ana", "Victim", "ATTACK"))
    other = replace(one, candidates=(rated("ana", "Victim", "ARSON"),))
    every = [
        rating(*(rated(name, role, "ATTACK") for name in ("ana", "eva"))) for role in LABELS[:6]
    ]
    weights = learned([(one, KEY), (other, ()), *((seen, KEY) for seen in every)] * 5)
    sure = chances(one, weights)
    assert sure[Filling(VICTIM, 0, ATTACK)] > 0.5
    assert chances(other, weights)[Filling(VICTIM, 0, ATTACK)] < 0.5


def test_a_rating_of_nothing_has_no_chances() -> None:
    weights = learned(
        (rating(*(rated(name, role, "ATTACK") for name in ("ana", "eva"))), KEY)
        for role in LABELS[:6]
    )
    assert chances(rating(rated("ana", "Victim", odds=NO)), weights) == {}
