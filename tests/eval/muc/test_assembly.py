from __future__ import annotations

from dataclasses import replace
from datetime import date

from eval.muc.templates import TYPES
from eval.train.logistic import Logistic
from eval.train.muc_assembly import Assembler, Choices, templates
from eval.train.muc_data import LABELS, ROLE_COUNT
from eval.train.muc_rating import Rated, Rating

SURE, NO = 6.0, -6.0
TEXT = "the rf, the red front, shot ana and set fire to a shop. eva was shot on tuesday in nazca."


def weighing(width: int, bias: float, **at: float) -> Logistic:
    """A regression in which some values count (``v0`` is the first) and the others do not."""
    weights = [at.get(f"v{i}", 0.0) for i in range(width)]
    return Logistic((0.0,) * width, (1.0,) * width, (bias, *weights))


# Of a filling the odds of its role and of its type count, of a pair whether a sentence has both.
ASSEMBLER = Assembler(
    (weighing(26, -4, v0=0.5, v2=0.5),) * ROLE_COUNT, weighing(27, -3, v1=6), Choices(least=0.3)
)


def rated(text: str, role: str, *kinds: str, odds: float = SURE) -> Rated:
    return Rated(
        text,
        (TEXT.index(text),),
        tuple(odds if label == role else NO for label in LABELS),
        (-1.0,) * len(LABELS),
        tuple(SURE if kind in kinds else NO for kind in TYPES),
    )


def rating(*found: Rated) -> Rating:
    kinds = {TYPES[t] for c in found for t, odds in enumerate(c.types) if odds > 0}
    counts = tuple((0.1, 0.9, 0.0) if k in kinds else (0.99, 0.01, 0.0) for k in TYPES)
    table = ((NO,) * len(found),) * len(found)
    return Rating(found, table, counts, (0,) * len(TYPES), (None,) * len(found), TEXT)


def same(base: Rating, one: int, other: int) -> Rating:
    table = [list(row) for row in base.same]
    table[one][other] = table[other][one] = SURE
    return replace(base, same=tuple(map(tuple, table)))


def given(found: Rating) -> list[tuple[str, list[str]]]:
    return [(t.type, [f.mentions[0] for f in t.fillers]) for t in templates(found, ASSEMBLER)]


def names(found: Rating, assembler: Assembler) -> list[tuple[str, ...]]:
    return [f.mentions for t in templates(found, assembler) for f in t.fillers]


def test_a_message_of_no_type_has_no_templates() -> None:
    assert given(rating(rated("ana", "Victim"))) == []


def test_a_type_that_is_told_of_is_given_with_nothing_to_fill_it() -> None:
    base = rating(rated("ana", "Victim", "ATTACK", odds=NO))
    assert given(base) == [("ATTACK", [])]


def test_a_likely_string_fills_its_role_and_an_unlikely_one_does_not() -> None:
    found = templates(
        rating(rated("ana", "Victim", "ATTACK"), rated("shop", "Target", "ATTACK", odds=-2)),
        ASSEMBLER,
    )
    assert [t.type for t in found] == ["ATTACK"]
    assert [(f.role, f.mentions, f.number) for f in found[0].fillers] == [("Victim", ("ana",), "1")]


def test_an_entity_is_given_by_its_likely_names_the_likeliest_first() -> None:
    base = rating(rated("rf", "PerpOrg", "ATTACK", odds=5), rated("red front", "PerpOrg", "ATTACK"))
    assert given(base) == [("ATTACK", ["red front", "rf"])]
    one = same(base, 0, 1)
    assert names(one, ASSEMBLER) == [("red front", "rf")]
    strict = replace(ASSEMBLER, choices=replace(ASSEMBLER.choices, also=0.99))
    assert names(one, strict) == [("red front",)]


def test_names_that_the_scorers_take_for_one_are_given_once() -> None:
    base = rating(rated("rf", "PerpOrg", "ATTACK", odds=5), rated("the rf", "PerpOrg", "ATTACK"))
    assert names(base, ASSEMBLER) == [("the rf",)]


def test_a_string_inside_another_is_no_entity_of_its_own() -> None:
    base = rating(
        rated("front", "PerpOrg", "ATTACK", odds=5), rated("red front", "PerpOrg", "ATTACK")
    )
    assert given(base) == [("ATTACK", ["red front"])]


def test_entities_go_to_their_types_and_to_two_if_they_are_of_two() -> None:
    base = rating(
        rated("ana", "Victim", "ATTACK"),
        rated("shop", "Target", "ARSON"),
        rated("rf", "PerpOrg", "ATTACK", "ARSON"),
    )
    assert given(base) == [("ATTACK", ["ana", "rf"]), ("ARSON", ["shop", "rf"])]


def test_victims_in_sentences_apart_are_of_two_incidents() -> None:
    base = rating(
        rated("ana", "Victim", "ATTACK"),
        rated("eva", "Victim", "ATTACK"),
        rated("rf", "PerpOrg", "ATTACK"),
    )
    assert given(base) == [("ATTACK", ["ana", "rf"]), ("ATTACK", ["eva"])]


def test_the_day_is_the_likeliest_words_or_else_the_dateline() -> None:
    sent, day = date(1990, 5, 3), date(1990, 5, 1)
    base = rating(rated("ana", "Victim", "ATTACK"), rated("tuesday", "Date"))
    known = replace(base, days=(None, day), sent=sent)
    assert templates(known, ASSEMBLER)[0].days == (day, day)
    assert templates(replace(known, days=(None, None)), ASSEMBLER)[0].days == (sent, sent)


def test_the_place_has_its_country_first() -> None:
    base = rating(rated("ana", "Victim", "ATTACK"), rated("nazca", "Place", "ATTACK"))
    assert templates(replace(base, country="PERU"), ASSEMBLER)[0].place == ("PERU", "NAZCA")
