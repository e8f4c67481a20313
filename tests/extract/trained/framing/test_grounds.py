"""What makes an incident that only the network sees one of its own."""

from __future__ import annotations

import pytest

from tallystick.extract.places.mention import PlaceMention
from tallystick.extract.trained.framing.grounds import (
    is_grounded,
    is_set_apart,
    places_of,
    says_something,
)
from tallystick.extract.trained.joining.assembly import Taken
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Place, PlacePrecision

HERE = Span(40, 44)


def told(field: Field, probability: float = 0.9) -> Taken:
    return Taken(Candidate(field, Span(5, 9), frozenset(), ruled=True), 1, probability)


def at(precision: PlacePrecision, probability: float = 0.9) -> Taken:
    where = PlaceMention(HERE, Place("Velm", precision))
    found = Candidate(Field.WHERE, HERE, frozenset(), ruled=True, where=where)
    return Taken(found, 1, probability)


GROUNDED = [
    [told(Field.WHEN), told(Field.WHERE)],
    [told(Field.WHEN), told(Field.TARGET)],
    [told(Field.WHERE, 0.4), told(Field.INJURED, 0.4)],
    [at(PlacePrecision.TOWN)],
]
NOT_GROUNDED = [
    [],
    [told(Field.WHEN)],
    [told(Field.TARGET), told(Field.KILLED)],
    [told(Field.WHEN), told(Field.TARGET, 0.3)],
    [told(Field.WHEN), told(Field.ATTACKER)],
    [at(PlacePrecision.COUNTRY)],
    [at(PlacePrecision.TOWN, 0.45)],
]


@pytest.mark.parametrize("values", GROUNDED)
def test_a_setting_and_what_came_of_it_are_ground_enough(values: list[Taken]) -> None:
    assert is_grounded(values, frozenset(), sure=True)


@pytest.mark.parametrize("values", NOT_GROUNDED)
def test_less_is_no_ground(values: list[Taken]) -> None:
    assert not is_grounded(values, frozenset(), sure=True)


def test_the_place_of_another_incident_is_none_of_its_own() -> None:
    held = places_of([at(PlacePrecision.TOWN)])
    assert not is_grounded([at(PlacePrecision.TOWN)], held, sure=True)
    assert places_of([told(Field.WHEN)]) == frozenset()


def test_the_same_town_in_other_letters_is_that_of_the_other_incident() -> None:
    where = PlaceMention(Span(90, 94), Place("Vélm", PlacePrecision.TOWN))
    again = Taken(Candidate(Field.WHERE, where.span, frozenset(), True, where=where), 1, 0.9)
    assert not is_grounded([again], places_of([at(PlacePrecision.TOWN)]), sure=True)


@pytest.mark.parametrize("values", GROUNDED)
def test_one_that_is_not_sure_needs_a_day_and_a_place(values: list[Taken]) -> None:
    both = {t.candidate.field for t in values} >= {Field.WHEN, Field.WHERE}
    assert is_grounded(values, frozenset(), sure=False) == both


def test_beside_one_of_the_rules_it_needs_a_day_or_a_place_of_its_own() -> None:
    day, place = told(Field.WHEN), at(PlacePrecision.TOWN)
    assert is_set_apart([day, told(Field.KILLED)], None)
    assert not is_set_apart([day, told(Field.KILLED)], [day])
    assert not is_set_apart([told(Field.KILLED)], [])
    assert is_set_apart([day, place], [day])
    assert not is_set_apart([at(PlacePrecision.TOWN, 0.3)], [day])


def test_what_has_the_day_and_the_place_of_another_alone_says_nothing() -> None:
    day, place = told(Field.WHEN), at(PlacePrecision.TOWN)
    assert not says_something([day, place], [day, place])
    assert says_something([day, place], [day])
    assert says_something([day, place], [])
    assert not says_something([day, at(PlacePrecision.TOWN, 0.3)], [day])
