"""Persons hurt whom only the network sees: how many they are, and when they are a clause's own."""

from __future__ import annotations

import pytest

from tallystick.extract.trained.values.candidates import Candidate, may_be_own
from tallystick.extract.trained.values.hurt import hurt_at
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tests.extract.effects.test_casualties import short
from tests.extract.told import annotated, whole


def hurt(words: str) -> str | None:
    notes = annotated(words)
    draft = hurt_at(notes, Field.KILLED, whole(notes))
    return short(draft) if draft else None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("four soldiers", "k 4 forces"),
        ("a man of 45", "k 1 people"),
        ("a girl aged 12", "k 1 children"),
        ("the mayor", "k 1 officials"),
        ("an old couple", "k 2 civilians"),
        ("Comrade Ann Example", "k 1 people"),
        ("two civilian victims", "k 2 civilians"),
        ("women", None),
        ("the lamp", None),
    ],
)
def test_how_many_a_stretch_tells_of(words: str, wanted: str | None) -> None:
    assert hurt(words) == wanted


@pytest.mark.parametrize(
    ("text", "who", "killed", "injured"),
    [
        ("Six porters survived the blast.", "Six porters", False, False),
        ("Six porters escaped with burns.", "Six porters", False, True),
        ("Six porters were later rescued by divers.", "Six porters", False, False),
        ("Six porters did not survive.", "Six porters", True, True),
        ("Six porters were rescued but died in hospital.", "Six porters", True, True),
        ("Guards shot at six porters, killing them all.", "six porters", True, True),
        ("Six porters escaped without injury.", "Six porters", False, False),
        ("The dead were six porters survived by four sons.", "six porters", True, True),
        ("Guards fired at six porters who ran.", "six porters", False, False),
        ("Six porters who were inside escaped injury.", "Six porters", False, False),
        ("Guards arrested six porters.", "six porters", False, False),
        ("Raids have killed six porters since May.", "six porters", False, False),
        ("Guards seek the porter who killed a nurse.", "the porter", False, False),
        ("Guards saw the porter who was killed.", "the porter", True, True),
        ("Guards shot six porters, killing two.", "six porters", False, True),
        ("Guards shot six porters, leaving two dead.", "six porters", False, True),
        ("Guards shot six porters, leaving two wounded.", "six porters", False, True),
        ("A blast killed six porters at the mill, leaving 20 hurt.", "six porters", True, True),
        ("A blast killed six porters, killing two of them at once.", "six porters", True, True),
        ("None of the injured were porters.", "None of the injured", False, False),
        ("A court sentenced six porters to death.", "six porters", False, False),
        ("A court sentenced six porters to a year.", "six porters", True, True),
    ],
)
def test_who_came_through_was_not_hurt(text: str, who: str, killed: bool, injured: bool) -> None:
    start = text.index(who)
    span = Span(start, start + len(who))
    found = [hurt_at(annotated(text), field, span) for field in (Field.KILLED, Field.INJURED)]
    assert [draft is not None for draft in found] == [killed, injured]


def test_who_was_freed_had_been_abducted() -> None:
    text = "Six porters were freed on Monday."
    assert hurt_at(annotated(text), Field.ABDUCTED, Span(0, 11)) is not None


@pytest.mark.parametrize(
    ("words", "field", "tagged", "own"),
    [
        ("four soldiers", Field.KILLED, 0.95, True),
        ("four soldiers", Field.KILLED, 0.6, False),
        ("a lamp", Field.KILLED, 0.95, False),
        ("a lamp", Field.TARGET, 0.6, True),
    ],
)
def test_the_dead_are_of_their_clause_where_it_is_plain(
    words: str, field: Field, tagged: float, own: bool
) -> None:
    notes = annotated(f"A raid sent {words} home in bags.")
    start = notes.text.index(words)
    one = Candidate(field, Span(start, start + len(words)), frozenset(), False)
    assert may_be_own(notes, one, tagged) is own
