"""Values come from the words of the quote, by the program's lexicons, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.llm.drops import Reason
from tallystick.model.statement import Field, Stance
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    Damage,
    DamageLevel,
    DatePrecision,
    Fate,
    Outcome,
    PartialDate,
    PersonClass,
    Place,
    PlacePrecision,
    Target,
    TargetKind,
    WeaponUse,
)
from tests.llm.answers import one, only, read, reasons

BASE = "Gunmen attacked in Mosul on Monday. "


def none_of(found: object, field: Field) -> bool:
    return not list(only(found).of(field))  # type: ignore[arg-type]


# ---- days


@pytest.mark.parametrize("quote", ["on Monday", "Monday"])
def test_a_day_is_read_by_the_grammar_against_publication(quote: str) -> None:
    found = read("when", quote, BASE, value="2020-01-01")  # the model's own day counts for nothing
    value = one(found, Field.WHEN).value
    assert isinstance(value, PartialDate)
    assert value.start == date(2023, 10, 30)
    assert one(found, Field.WHEN).span.of(BASE) == "Monday"


def test_of_two_days_in_a_quote_the_model_says_which() -> None:
    text = "Gunmen attacked in Mosul after threats on Monday and a raid on Tuesday. "
    for day, start in (("2023-10-30", date(2023, 10, 30)), ("2023-10-31", date(2023, 10, 31))):
        found = read("when", "on Monday and a raid on Tuesday", text, value=day)
        value = one(found, Field.WHEN).value
        assert isinstance(value, PartialDate)
        assert value.start == start


def test_a_time_that_the_grammar_cannot_read_keeps_its_words_only() -> None:
    text = "Gunmen attacked in Mosul on the eve of the winter fair. "
    found = read("when", "the eve of the winter fair", text, value="2023-12-01")
    floating = PartialDate(None, None, DatePrecision.FLOATING)
    assert one(found, Field.WHEN).value == floating
    assert one(found, Field.WHEN).value.text == "the eve of the winter fair"  # type: ignore[union-attr]


def test_words_without_a_time_are_no_date() -> None:
    found = read("when", "Gunmen attacked", BASE, value="2023-11-01")
    assert reasons(found) == [Reason.NO_VALUE]


# ---- places


def test_a_place_is_the_gazetteers() -> None:
    value = one(read("damage", "nothing", BASE), Field.WHERE).value
    assert isinstance(value, Place)
    assert (value.name, value.country, value.id) == ("Mosul", "IQ", "gn:99072")


def test_an_unknown_place_keeps_its_name() -> None:
    text = "Gunmen attacked in Mosul and at Qwarblish village. "
    found = read("where", "Qwarblish village", text)
    places = {s.value.name: s.value for s in only(found).of(Field.WHERE)}  # type: ignore[union-attr]
    unknown = places.pop("Qwarblish village", None) or places.pop("Qwarblish")
    assert isinstance(unknown, Place)
    assert unknown.id is unknown.lat is None
    assert unknown.precision is PlacePrecision.TOWN


@pytest.mark.parametrize("quote", ["attacked", "Gunmen", "it"])
def test_a_word_that_is_no_name_is_no_place(quote: str) -> None:
    found = read("where", quote, BASE + "They did it. ")
    assert reasons(found) == [Reason.NO_VALUE]


# ---- sides, targets, weapons


def test_a_side_of_the_vocabulary() -> None:
    text = "Islamic State attacked in Mosul. "
    assert one(read("attacker", "Islamic State", text), Field.ATTACKER).value == ActorRef(
        "Islamic State", "islamic-state"
    )


def test_an_unknown_side_keeps_its_name_without_article() -> None:
    text = "The Brigade of the Green Heron attacked in Mosul. "
    found = read("attacker", "The Brigade of the Green Heron", text)
    value = one(found, Field.ATTACKER).value
    assert isinstance(value, ActorRef)
    assert "Green Heron" in value.name
    assert not value.name.startswith("The ")


@pytest.mark.parametrize("quote", ["they", "the group", "attacked", "attacked in Mosul"])
def test_who_is_not_named_is_nobody(quote: str) -> None:
    found = read("attacker", quote, BASE + "Then they left, and the group with them. ")
    assert none_of(found, Field.ATTACKER)
    assert reasons(found) == [Reason.NO_NAME]


def test_a_target_has_the_kind_of_its_noun() -> None:
    text = "Gunmen attacked in Mosul a crowded vegetable market. "
    found = read("target", "a crowded vegetable market", text)
    assert one(found, Field.TARGET).value == Target("crowded vegetable market", TargetKind.MARKET)


def test_a_weapon_counts_only_by_the_words_of_the_quote() -> None:
    text = "Gunmen attacked in Mosul with thirty-two drones. "
    whole = one(read("weapon", "thirty-two drones", text), Field.WEAPON).value
    assert whole == WeaponUse("drone", CountRange.exactly(32))
    bare = one(read("weapon", "drones", text, value="32"), Field.WEAPON).value
    assert bare == WeaponUse("drone")
    cut = one(read("weapon", "two drones", text, value="2"), Field.WEAPON).value
    assert cut == WeaponUse("drone")  # "two" is a part of another number


def test_a_quote_without_a_weapon_gives_none() -> None:
    assert reasons(read("weapon", "on Monday", BASE, value="missile")) == [Reason.NO_VALUE]


# ---- harm

HURT = BASE + "Three soldiers and a driver were killed; at least 10 people were wounded. "


def test_casualties_as_the_rules_read_them() -> None:
    found = read("injured", "at least 10 people were wounded", HURT)
    assert one(found, Field.INJURED).value == Casualties(CountRange(10, None), PersonClass.PEOPLE)


def test_a_bound_outside_the_quote_still_holds() -> None:
    found = read("injured", "10 people were wounded", HURT, value="10")
    assert one(found, Field.INJURED).value == Casualties(CountRange(10, None), PersonClass.PEOPLE)


def test_of_several_numbers_the_model_may_choose() -> None:
    found = read("killed", "Three soldiers and a driver were killed", HURT, value="3")
    value = one(found, Field.KILLED).value
    assert isinstance(value, Casualties)
    assert value.count == CountRange.exactly(3)


def test_a_sum_of_the_numbers_takes_them_all() -> None:
    found = read("killed", "Three soldiers and a driver were killed", HURT, value="4")
    counts = [s.value.count for s in only(found).of(Field.KILLED)]  # type: ignore[union-attr]
    assert counts == [CountRange.exactly(3), CountRange.exactly(1)]


@pytest.mark.parametrize("number", ["30", "thirty", "0", "300 dead"])
def test_a_number_that_is_not_in_the_quote_is_dropped(number: str) -> None:
    found = read("killed", "Three soldiers and a driver were killed", HURT, value=number)
    assert none_of(found, Field.KILLED)
    assert reasons(found) == [Reason.NUMBER]


def test_harm_needs_a_word_for_it_in_its_sentence() -> None:
    text = BASE + "Three soldiers and a driver were praised. "
    found = read("killed", "Three soldiers", text, value="3")
    assert none_of(found, Field.KILLED)
    assert reasons(found) == [Reason.NO_HARM]


def test_the_killed_are_not_the_injured() -> None:
    text = BASE + "Three soldiers were killed. "
    assert reasons(read("injured", "Three soldiers were killed", text)) == [Reason.NO_HARM]


def test_no_casualties_are_zero() -> None:
    found = read("killed", "no casualties", BASE + "There were no casualties. ")
    value = one(found, Field.KILLED).value
    assert isinstance(value, Casualties)
    assert value.count == CountRange.exactly(0)


# ---- what became of it


def test_an_outcome_and_damage_need_their_words() -> None:
    text = BASE + "Two drones were shot down. The blast destroyed a school bus. "
    found = read("outcome", "were shot down", text)
    assert one(found, Field.OUTCOME).value == Outcome(
        Fate.INTERCEPTED, "drone", CountRange.exactly(2)
    )
    damage = one(read("damage", "destroyed a school bus", text), Field.DAMAGE).value
    assert damage == Damage(DamageLevel.HEAVY, "a school bus")
    assert reasons(read("outcome", "a school bus", text)) == [Reason.NO_VALUE]
    assert reasons(read("damage", "on Monday", text)) == [Reason.NO_VALUE]


def test_whether_it_happened_is_only_told_by_a_denial() -> None:
    text = "Gunmen attacked in Mosul. The mayor denied that anyone attacked the town. "
    denied = read("occurrence", "anyone attacked", text, stance="denies", sources=("The mayor",))
    assert one(denied, Field.OCCURRENCE).stance is Stance.DENIES
    lie = read("occurrence", "in Mosul", BASE, stance="denies", sources=("Gunmen",))
    assert reasons(lie) == [Reason.NO_DENIER]
