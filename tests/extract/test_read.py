"""Laws of reading: spans inside the account, ids that stay, no text that breaks it."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tallystick.model.statement import Reading
from tests.extract.incidents import incidents, reading, tolls
from tests.extract.make_goldens import FOLDER, PUBLISHED

ACTS = (
    "A bomb exploded in Colombo on Sunday, killing 12 people.",
    "Rebels attacked bases in Kidal and Gao on Monday.",
    "The army said on Sunday that rebels had shelled a clinic in Goma.",
    "The attack wounded two contractors.",
    "Hezbollah said it fired three rockets at Kiryat Shmona, hitting a barracks.",
    "The army denied claims by the Tamil Tigers that 40 soldiers were killed.",
    "The ministry denied that there was any attack.",
    "Attacks in Iraq on Thursday killed 11 people, and the army blamed the Mahdi Army.",
    "The convoy has been attacked 40 times since March 3.",
    "Photo: A bus burns after a bombing in Lahore on Monday. (AP Photo)",
    "Toledo police said a man was shot and killed late Tuesday.",
    "In 1983 a truck bomb destroyed a barracks in Beirut.",
    "GUERRILLAS AMBUSHED A PATROL NEAR USULUTAN ON 14 NOVEMBER, KILLING FOUR.",
    "Rebels threatened to attack Gulu on Friday; another bomb was defused in Cali.",
    "The council met.",
)
stories = st.builds(
    lambda parts, between: between.join(parts),
    st.lists(st.sampled_from(ACTS), max_size=7),
    st.sampled_from((" ", "\n", "\n\n")),
)
dates = st.one_of(st.none(), st.dates().map(str))


def check(found: Reading) -> None:
    """The laws that hold for any reading."""
    account = [segment.span for segment in found.document.account]
    statements = [s for r in found.reports for s in r.statements]
    spans = [s.span for s in statements] + [t.span for t in found.tallies]
    assert all(any(part.contains(span) for part in account) for span in spans)
    assert all(span.of(found.document.text).strip() for span in spans)
    assert all(r.anchor.end <= len(found.document.text) for r in found.reports)
    ids = [x.id for x in (*found.reports, *found.tallies, *statements)]
    assert len(ids) == len(set(ids))
    assert all(s.report == r.id for r in found.reports for s in r.statements)
    assert {s.document for s in statements} <= {found.document.id}
    assert all(0 <= r.score <= 1 for r in found.reports)


@settings(max_examples=60, deadline=None)
@given(stories, dates)
def test_laws_of_a_story(text: str, published: str | None) -> None:
    found = reading(text, published)
    check(found)
    assert reading(text, published) == found


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), dates)
@example("", None)
@example("\n\n\n", "0001-01-01")
@example("attack" * 30, "9999-12-31")
@example("killed killed killed bomb, bomb and bomb on Monday and Tuesday in in in", None)
@example("“The attack on", None)
@example("A BOMB EXPLODED IN", "1999-05-06")
@example("0 0 0 killed -1 99999999999999999999 people on 99 May 0000", "1999-05-06")
@example("\u202eA bomb exploded in Colombo on Sunday.\ufeff", "1999-05-06")
def test_any_text_can_be_read(text: str, published: str | None) -> None:
    check(reading(text, published))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(" ".join(ACTS).split()), max_size=60).map(" ".join), dates)
def test_words_in_any_order_can_be_read(text: str, published: str | None) -> None:
    check(reading(text, published))


@pytest.mark.parametrize("name", PUBLISHED)
def test_laws_of_the_golden_documents(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    found = reading(text, PUBLISHED[name])
    check(found)
    assert found.reports


def test_a_text_without_incidents_is_read_to_nothing() -> None:
    found = reading("The council met on Friday and spoke of roads.", "1999-05-06")
    assert (found.reports, found.tallies) == ((), ())


def test_the_reading_holds_on_to_its_document() -> None:
    found = reading("A bomb exploded in Colombo on Sunday.", "1996-02-02")
    assert found.document.text == "A bomb exploded in Colombo on Sunday."
    assert {r.document for r in found.reports} == {found.document.id}


@pytest.mark.parametrize("speaker", ["officials", "police", "a police officer", "medics"])
def test_whoever_gives_the_toll_is_not_in_it(speaker: str) -> None:
    text = f"A car bomb exploded in Jaffna on Monday, killing six people, {speaker} said."
    (report,) = incidents(text, "1996-05-07")
    assert tolls(report) == [6]
