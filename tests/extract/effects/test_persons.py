"""Persons with their numbers, before it is known what befell them."""

from __future__ import annotations

import pytest

from tallystick.extract.effects.persons import Persons, persons
from tallystick.model.values import PersonClass
from tests.extract.told import annotated, sentence_of


def found(text: str) -> list[tuple[str, Persons]]:
    notes = annotated(text)
    return [(p.span.of(text), p) for p in persons(notes, sentence_of(notes))]


def one(text: str, words: str) -> Persons:
    """The persons under these words, which must be there."""
    everyone = dict(found(text))
    assert words in everyone, f"{words!r} not among {list(everyone)}"
    return everyone[words]


@pytest.mark.parametrize(
    ("words", "low", "who"),
    [
        ("two off-duty police officers", 2, PersonClass.FORCES),
        ("Twenty-four US and coalition personnel", 24, PersonClass.FORCES),
        ("four of the hostages", 4, PersonClass.CIVILIANS),
        ("a 12-year-old girl", 1, PersonClass.CHILDREN),
        ("another 15-year-old", 1, PersonClass.CHILDREN),
        ("three others", 3, PersonClass.PEOPLE),
        ("a mother of three", 1, PersonClass.CIVILIANS),
        ("the bodies of five women", 5, PersonClass.CIVILIANS),
        ("nobody", 0, PersonClass.PEOPLE),
        ("her two sons", 2, PersonClass.CIVILIANS),
    ],
)
def test_number_and_class(words: str, low: int, who: PersonClass) -> None:
    text = f"At the gate stood {words}, at noon."
    person = next(
        p for told, p in found(text) if told in words and p.span.end >= text.index(", at")
    )
    assert (person.count.low, person.who) == (low, who)


def test_adjectives_of_nations_do_not_take_the_number() -> None:
    assert one("At least 161 American servicemen slept.", "At least 161 American servicemen")


def test_ages_are_no_numbers_of_persons() -> None:
    assert [p.count.low for _, p in found("A 34-year-old man and a 60-year-old woman left.")] == [
        1,
        1,
    ]


def test_parts_are_marked() -> None:
    text = "They met 20 people, including a judge and two priests."
    assert [(told, p.part) for told, p in found(text)] == [
        ("20 people", False),
        ("a judge", True),
        ("two priests", True),
    ]


def test_planes_are_no_persons() -> None:
    assert found("F-16 fighters circled over the town.") == []


def test_a_number_before_a_thing_is_none_of_persons() -> None:
    assert found("The house had 12 windows.") == []


def test_names_of_places_are_no_persons() -> None:
    assert not [p for _, p in found("They drove to New York and Tel Aviv.") if p.named]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Nine members of al-Shabaab", PersonClass.ARMED_GROUP),
        ("Two members of the security forces", PersonClass.FORCES),
        ("Six members of the rebel group M23", PersonClass.ARMED_GROUP),
        ("Four members of parliament", PersonClass.PEOPLE),
        ("Three members of the Red Cross", PersonClass.PEOPLE),
    ],
)
def test_members_are_of_the_class_of_their_side(words: str, who: PersonClass) -> None:
    (told,) = (p for _, p in found(f"{words} were killed on Monday.") if p.counted)
    assert told.who is who
