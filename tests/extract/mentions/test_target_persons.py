"""The one who was shot, stabbed or murdered, as whom the attack was aimed at."""

from __future__ import annotations

import pytest

from tallystick.extract.drafts import Draft
from tallystick.extract.effects.casualties import casualties
from tallystick.extract.events.triggers import triggers
from tallystick.extract.mentions.target_persons import victims
from tallystick.model.values import Target
from tests.extract.told import annotated, sentence_of


def aimed(text: str) -> list[Draft]:
    notes = annotated(text)
    sentence = sentence_of(notes)
    return victims(notes, sentence, triggers(notes, sentence), casualties(notes, sentence))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A man in a hood shot a clerk behind the counter.", "a clerk"),
        ("A 31-year-old woman was stabbed at a bus stop.", "A 31-year-old woman"),
        ("Wardens fatally shot a man carrying a rake in Velm.", "a man"),
        ("The inquest is into the death of a Velm man shot by wardens.", "a Velm man"),
        ("The jury heard of the shooting of a tenant in Velm.", "a tenant"),
        ("He is accused of the slaying of Dr. Ann Example, a dentist in Velm.", None),
    ],
)
def test_who_was_hit_is_the_target(text: str, words: str | None) -> None:
    (draft,) = aimed(text)
    assert draft.span.of(text) == (words or "Dr. Ann Example, a dentist")


def test_a_name_is_no_value() -> None:
    (draft,) = aimed("Police charged a man with the murder of Ann Example in Velm.")
    assert isinstance(draft.value, Target)
    assert draft.value.name == "a person"
    (draft,) = aimed("He denies the murder of Ann Example, 41, a retired baker, in Velm.")
    assert isinstance(draft.value, Target)
    assert draft.value.name == "a retired baker"


@pytest.mark.parametrize(
    "text",
    [
        "An air strike killed a child in Velm.",
        "Gunmen shot a clerk and two customers in Velm.",
        "His driver was shot in the arm.",
        "A third man was shot in the arm.",
        "The gunman shot himself in a barn.",
    ],
)
def test_of_whom_nobody_knows_that_it_was_meant_for_him(text: str) -> None:
    assert not aimed(text)
