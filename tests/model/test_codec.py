"""Whatever is stored comes back as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.codec import canonical, decode_value, from_json, to_json
from tallystick.model.statement import AnnouncedTally, Field, TallyUnit, Value
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    DatePrecision,
    DayPart,
    Outcome,
    PartialDate,
    PersonClass,
    Place,
    PlacePrecision,
    Target,
)
from tests.builders import document, tally

bounds = st.one_of(st.none(), st.integers(0, 10**6))
counts = st.builds(
    lambda a, b, text: CountRange(*(sorted((a, b)) if None not in (a, b) else (a, b)), text),
    bounds,
    bounds,
    st.text(max_size=9),
)
days = st.one_of(st.none(), st.dates())
dates = st.builds(
    lambda a, b, *rest: PartialDate(*(sorted((a, b)) if a and b else (a, b)), *rest),
    days,
    days,
    st.sampled_from(DatePrecision),
    st.text(max_size=9),
    st.one_of(st.none(), st.integers(1, 7)),
    st.one_of(st.none(), st.sampled_from(DayPart)),
)
actors = st.builds(ActorRef, st.text(max_size=9), st.one_of(st.none(), st.text(max_size=5)))
values = st.one_of(
    st.tuples(st.just(Field.KILLED), st.builds(Casualties, counts, st.sampled_from(PersonClass))),
    st.tuples(st.just(Field.WHEN), dates),
    st.tuples(st.just(Field.ATTACKER), actors),
    st.tuples(st.just(Field.TARGET), st.builds(Target, st.text(max_size=9), owner=actors)),
    st.tuples(st.just(Field.KIND), st.sampled_from(IncidentKind)),
    st.tuples(st.just(Field.WHERE), st.builds(Place, st.text(), st.sampled_from(PlacePrecision))),
)


@given(values)
def test_a_value_survives_being_written_and_read(item: tuple[Field, Value]) -> None:
    field, value = item
    written = canonical(to_json(value))
    again = decode_value(field, json.loads(written))
    assert again == value
    assert canonical(to_json(again)) == written  # also the words, which equality leaves out


def test_open_ends_are_left_out_and_come_back() -> None:
    assert to_json(CountRange(10, None, "at least 10")) == {"low": 10, "text": "at least 10"}
    assert from_json(CountRange, {"low": 10}) == CountRange(10, None)
    assert from_json(PartialDate, {"precision": "floating", "weekday": 7}).weekday == 7


def test_a_tally_without_dates_comes_back() -> None:
    entry = tally(document("At least 12 attacks so far."), "12 attacks", CountRange(12, None))
    assert from_json(AnnouncedTally, to_json(entry)) == entry


def test_what_a_tally_counts_comes_back_and_was_attacks_before_it_was_written() -> None:
    doc = document("412 civilians have been killed since January.")
    toll = replace(
        tally(doc, "412 civilians", CountRange.exactly(412), what="civilians killed"),
        unit=TallyUnit.KILLED,
        who=PersonClass.CIVILIANS,
    )
    written = to_json(toll)
    assert from_json(AnnouncedTally, written) == toll
    assert isinstance(written, dict)
    older = {name: part for name, part in written.items() if name not in ("unit", "who")}
    assert from_json(AnnouncedTally, older).unit is TallyUnit.ATTACKS


def test_one_content_has_one_spelling() -> None:
    assert canonical({"b": 1, "a": [date(2023, 1, 2).isoformat(), "é"]}) == (
        '{"a":["2023-01-02","é"],"b":1}'
    )


def test_data_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="vanished"):
        from_json(Outcome, {"fate": "vanished"})


def test_what_is_not_of_the_model_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        to_json({1})
