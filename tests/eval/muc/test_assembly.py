from __future__ import annotations

from dataclasses import replace
from datetime import date

from eval.muc.templates import TYPES
from eval.train.muc_assembly import Choices, Rated, Rating, templates
from eval.train.muc_data import LABELS

SURE, NO = 6.0, -6.0
CHOICES = Choices(taggers=(0.0,) * len(LABELS))


def rated(text: str, role: str, *kinds: str, odds: float = SURE) -> Rated:
    return Rated(
        text,
        0,
        tuple(odds if label == role else NO for label in LABELS),
        (-1.0,) * len(LABELS),
        tuple(SURE if kind in kinds else NO for kind in TYPES),
    )


def rating(*found: Rated, several: tuple[str, ...] = (), told: tuple[str, ...] = ()) -> Rating:
    size = len(found)
    kinds = {TYPES[t] for c in found for t, odds in enumerate(c.types) if odds > 0} | set(told)
    table = ((NO,) * size,) * size
    counts = tuple(
        (0.0, 0.1, 0.9) if k in several else (0.1, 0.9, 0.0) if k in kinds else (0.95, 0.05, 0.0)
        for k in TYPES
    )
    return Rating(found, table, table, counts, (0,) * len(TYPES), (None,) * size)


def linked(base: Rating, field: str, *pairs: tuple[int, int]) -> Rating:
    table = [list(row) for row in getattr(base, field)]
    for i, j in pairs:
        table[i][j] = table[j][i] = SURE
    return replace(base, **{field: tuple(map(tuple, table))})


def test_a_message_of_no_type_has_no_templates() -> None:
    quiet = rating(rated("ana", "Victim"))
    assert templates(quiet, CHOICES) == ()


def test_a_likely_string_fills_its_role_and_an_unlikely_one_does_not() -> None:
    found = templates(
        rating(rated("ana", "Victim", "ATTACK"), rated("bus", "Target", "ATTACK", odds=-2)), CHOICES
    )
    assert [t.type for t in found] == ["ATTACK"]
    assert [(f.role, f.mentions, f.number) for f in found[0].fillers] == [("Victim", ("ana",), "1")]


def test_names_of_one_entity_are_one() -> None:
    base = rating(rated("red front", "PerpOrg", "ATTACK"), rated("rf", "PerpOrg", "ATTACK", odds=3))
    (joined,) = templates(linked(base, "same", (0, 1)), CHOICES)
    assert [f.mentions for f in joined.fillers] == [("red front", "rf")]
    (two,) = templates(base, CHOICES)
    assert [f.mentions for f in two.fillers] == [("red front",), ("rf",)]


def test_entities_go_to_their_types() -> None:
    found = templates(
        rating(rated("ana", "Victim", "KIDNAPPING"), rated("shop", "Target", "ARSON")), CHOICES
    )
    assert {t.type: [f.mentions[0] for f in t.fillers] for t in found} == {
        "KIDNAPPING": ["ana"],
        "ARSON": ["shop"],
    }


def test_two_incidents_of_a_type_share_their_author() -> None:
    base = rating(
        rated("ana", "Victim", "ATTACK"),
        rated("eva", "Victim", "ATTACK"),
        rated("rf", "PerpOrg", "ATTACK"),
        several=("ATTACK",),
    )
    found = templates(linked(base, "together", (0, 2), (1, 2)), CHOICES)
    assert [[f.mentions[0] for f in t.fillers] for t in found] == [["ana", "rf"], ["eva", "rf"]]
    one = templates(linked(base, "together", (0, 1), (0, 2), (1, 2)), CHOICES)
    assert len(one) == 1


def test_the_day_is_the_likeliest_words_or_else_the_dateline() -> None:
    sent, day = date(1990, 5, 3), date(1990, 5, 1)
    base = rating(rated("ana", "Victim", "ATTACK"), rated("tuesday", "Date"))
    known = replace(base, days=(None, day), sent=sent)
    assert templates(known, CHOICES)[0].days == (day, day)
    assert templates(replace(known, days=(None, None)), CHOICES)[0].days == (sent, sent)


def test_the_place_has_its_country_first() -> None:
    base = rating(rated("nazca", "Place", "ATTACK"))
    assert templates(replace(base, country="PERU"), CHOICES)[0].place == ("PERU", "NAZCA")
