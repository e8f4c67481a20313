"""Casualties: what one account gives in all."""

from __future__ import annotations

import pytest

from tallystick.ledger.view.figures import totals_of
from tallystick.model.statement import Field
from tallystick.model.values import ActorRef, Casualties, CountRange, PersonClass
from tests.builders import Fact, fact, hurt
from tests.ledger.view.told import evidence

FORCES, CIVILIANS, CHILDREN = PersonClass.FORCES, PersonClass.CIVILIANS, PersonClass.CHILDREN
AT_LEAST_TEN = CountRange(10, None)


def one(text: str, *facts: Fact) -> CountRange:
    """The total of a single account."""
    (total,) = totals_of(evidence((text, None, list(facts))), Field.KILLED)
    return total.count


def test_disjoint_classes_are_added() -> None:
    text = "The raid killed three soldiers and two civilians."
    facts = [hurt(3, "three soldiers", who=FORCES), hurt(2, "two civilians", who=CIVILIANS)]
    assert one(text, *facts) == CountRange.exactly(5)


def test_a_total_with_its_split_is_the_total() -> None:
    text = "The raid killed five people. Three soldiers died. Two civilians died."
    facts = [
        hurt(5, "five people"),
        hurt(3, "Three soldiers", who=FORCES),
        hurt(2, "Two civilians", who=CIVILIANS),
    ]
    assert one(text, *facts) == CountRange.exactly(5)


@pytest.mark.parametrize(
    ("text", "total", "expected"),
    [
        ("Shells killed 12 civilians, including two children.", "12 civilians", 12),
        ("Shells killed 12 civilians, two children among them.", "12 civilians", 12),
        ("Shells killed 12 civilians. Relatives buried two children today.", "12 civilians", 12),
        ("Shells killed 12 civilians and two children.", "12 civilians", 14),
    ],
)
def test_children_are_added_only_where_the_words_add_them(
    text: str, total: str, expected: int
) -> None:
    facts = [hurt(12, total, who=CIVILIANS), hurt(2, "two children", who=CHILDREN)]
    assert one(text, *facts) == CountRange.exactly(expected)


def test_others_are_besides_the_rest() -> None:
    text = "The blast killed three soldiers and five others."
    facts = [hurt(3, "three soldiers", who=FORCES), hurt(5, "five others")]
    assert one(text, *facts) == CountRange.exactly(8)


def test_fewer_people_than_soldiers_in_one_sentence_are_besides_them() -> None:
    text = "The blast killed three soldiers and two passing people."
    facts = [hurt(3, "three soldiers", who=FORCES), hurt(2, "two passing people")]
    assert one(text, *facts) == CountRange.exactly(5)


def test_forces_of_two_owners_are_added_and_an_unowned_total_is_not() -> None:
    text = "Five troops died. Three Fooland soldiers fell. Two Barland soldiers fell."
    foo, bar = ActorRef("Fooland"), ActorRef("Barland")

    def troops(count: int, words: str, owner: ActorRef | None) -> Fact:
        value = Casualties(CountRange.exactly(count), FORCES, owner)
        return fact(Field.KILLED, value, words)

    split = [
        troops(3, "Three Fooland soldiers", foo),
        troops(2, "Two Barland soldiers", bar),
    ]
    assert one(text, *split) == CountRange.exactly(5)
    assert one(text, troops(5, "Five troops", None), *split) == CountRange.exactly(5)


def test_a_repeated_figure_counts_once_at_its_most_exact() -> None:
    text = "At least ten died. Police counted 12 dead."
    assert one(text, hurt(AT_LEAST_TEN, "At least ten"), hurt(12, "12 dead")) == (
        CountRange.exactly(12)
    )


def test_persons_of_one_list_are_added() -> None:
    text = "Six monks, their cook and her daughter were shot dead."
    facts = [
        hurt(6, "Six monks, their cook and her daughter were shot dead", who=CIVILIANS),
        hurt(1, "their cook and her daughter were shot dead", who=CIVILIANS),
        hurt(1, "her daughter were shot dead", who=CIVILIANS),
    ]
    assert one(text, *facts) == CountRange.exactly(8)


def test_persons_of_one_list_are_added_where_one_side_is_named() -> None:
    text = "Ten Blue guards and three sailors were killed."
    blue = ActorRef("Blue Army", "blue")
    guards = Casualties(CountRange.exactly(10), FORCES, blue)
    facts = [fact(Field.KILLED, guards, text[:-1]), hurt(3, text[20:-1], who=FORCES)]
    assert one(text, *facts) == CountRange.exactly(13)


def test_a_man_and_a_woman_are_two() -> None:
    text = "A man and a woman were killed."
    facts = [
        hurt(1, "A man and a woman were killed"),
        hurt(1, "a woman were killed", who=CIVILIANS),
    ]
    assert one(text, *facts) == CountRange.exactly(2)


def test_one_person_told_apart_is_of_the_whole() -> None:
    text = "Twelve people were killed. One man was shot at the gate."
    facts = [hurt(12, "Twelve people were killed"), hurt(1, "One man was shot")]
    assert one(text, *facts) == CountRange.exactly(12)


def test_the_wounded_who_died_are_added_to_the_first_dead() -> None:
    text = "The raid killed nine miners. Two of the wounded died on Friday."
    facts = [hurt(9, "nine miners", who=CIVILIANS), hurt(2, "Two of the wounded died")]
    assert one(text, *facts) == CountRange.exactly(11)


def test_the_wounded_who_died_are_in_a_new_total() -> None:
    text = "The raid killed nine. Two of the wounded died, bringing the toll to 11."
    facts = [hurt(9, "nine"), hurt(2, "Two of the wounded"), hurt(11, "toll to 11")]
    assert one(text, *facts) == CountRange(9, 11)


def test_the_wounded_who_died_alone_are_the_total() -> None:
    assert one("Two of the wounded died.", hurt(2, "Two of the wounded")) == CountRange.exactly(2)


def test_one_person_of_no_told_class_is_of_the_whole() -> None:
    text = "The raid killed nine miners. Near the gate lay the body of a man."
    facts = [hurt(9, "nine miners", who=CIVILIANS), hurt(1, "the body of a man")]
    assert one(text, *facts) == CountRange.exactly(9)


def test_those_told_as_more_are_in_the_toll_that_they_make_up() -> None:
    text = "Crews found two more bodies, bringing the toll to nine."
    assert one(text, hurt(2, "two more bodies"), hurt(9, "toll to nine")) == CountRange.exactly(9)


def test_those_told_as_more_are_in_no_other_number() -> None:
    text = "Crews found two more bodies. Nine people died."
    facts = [hurt(2, "two more bodies"), hurt(9, "Nine people")]
    assert one(text, *facts) == CountRange(2, 9)


def test_the_gravely_hurt_are_among_the_hurt() -> None:
    text = "The blast hurt 16 people. Three are in a serious condition."
    facts = [hurt(16, "hurt 16 people"), hurt(3, "Three are in a serious condition")]
    assert one(text, *facts) == CountRange.exactly(16)


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("A farmer hurt by the shell died on May 4. The toll is nine.", "A farmer hurt"),
        (
            "A farmer who was wounded died on Friday, so that the toll is nine.",
            "A farmer who was wounded died",
        ),
    ],
)
def test_one_who_died_of_wounds_is_in_the_toll_told_with_it(text: str, late: str) -> None:
    assert one(text, hurt(1, late), hurt(9, "toll is nine")) == CountRange.exactly(9)


@pytest.mark.parametrize(
    "text",
    [
        "Eight of the wounded died. Thirty-one miners in all died.",
        "Thirty-one miners in all died. Eight of the wounded died.",
    ],
)
def test_the_wounded_who_died_are_in_a_number_of_all(text: str) -> None:
    facts = [hurt(8, "Eight of the wounded"), hurt(31, "Thirty-one miners in all", who=CIVILIANS)]
    assert one(text, *facts) == CountRange.exactly(31)


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("A mine killed seven soldiers, including a captain.", "a captain", 7),
        ("A mine killed seven soldiers, two of them officers.", "two of them officers", 7),
        ("A mine killed seven soldiers. A captain was killed too.", "A captain", 7),
    ],
)
def test_some_of_one_sort_are_in_the_number_of_that_sort(
    text: str, part: str, expected: int
) -> None:
    blue = Casualties(CountRange.exactly(7), FORCES, ActorRef("Blue Army", "blue"))
    count = 2 if part.startswith("two") else 1
    facts = [fact(Field.KILLED, blue, "seven soldiers"), hurt(count, part, who=FORCES)]
    assert one(text, *facts) == CountRange.exactly(expected)


def test_some_of_the_last_count_are_not_the_last_count() -> None:
    text = "Six guards died at the gate and four guards at the mill, two of them old."
    facts = [hurt(6, "Six guards died", who=FORCES), hurt(4, "four guards", who=FORCES)]
    assert one(text, *facts) == CountRange(4, 6)


def test_one_of_a_sort_and_one_of_no_sort_are_two() -> None:
    text = "A man of 60 was hit by a shell and a nurse died on the stairs."
    facts = [hurt(1, "A man of 60"), hurt(1, "a nurse died", who=CIVILIANS)]
    assert one(text, *facts) == CountRange.exactly(2)
    other = "One person was killed, a nurse."
    facts = [hurt(1, "One person was killed"), hurt(1, "a nurse", who=CIVILIANS)]
    assert one(other, *facts) == CountRange.exactly(1)


def test_nobody_hurt_is_no_number_beside_the_dead() -> None:
    text = "Nine miners died. No one was hurt at the mill."
    facts = [hurt(9, "Nine miners", who=CIVILIANS), hurt(0, "No one was hurt")]
    assert one(text, *facts) == CountRange.exactly(9)
