"""The day of an incident: by its own words, going on from before, or of speaking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.extract.dates.mentions import find_dates
from tallystick.extract.frames.days import days_of
from tallystick.extract.frames.frame import Frame
from tallystick.extract.frames.reading import frames
from tallystick.extract.mentions.reading import mentions
from tallystick.model.statement import Field, Report, Standing
from tallystick.model.values import PartialDate
from tests.extract.incidents import days, document_of, incidents

NEWS = PartialDate.day(date(2013, 10, 14))
LEAD = "Rebels shelled the town of Gao on Monday, killing two. "


def spans(text: str, published: str) -> list[list[tuple[date | None, date | None]]]:
    """The first and the last day that each incident is given."""
    return [_days(r) for r in incidents(text, published)]


def _days(report: Report) -> list[tuple[date | None, date | None]]:
    said = [s.value for s in report.of(Field.WHEN)]
    return [(d.start, d.end) for d in said if isinstance(d, PartialDate)]


@pytest.mark.parametrize(
    ("text", "published", "first", "last"),
    [
        ("Jets bombed Kidal on Friday and Saturday, killing 20 people.", "2013-10-13", 11, 12),
        ("Gunmen raided Kidal late Friday and early Saturday.", "2013-10-13", 11, 12),
        (
            "Raids that began Friday and continued Saturday killed nine in Gao.",
            "2013-10-13",
            11,
            12,
        ),
        ("Two air strikes on Gao since Friday night left a school in ruins.", "2013-10-13", 11, 13),
        ("Gunmen killed two farmers in Gao this week.", "2013-10-10", 7, 10),
    ],
)
def test_several_days_of_one_incident(text: str, published: str, first: int, last: int) -> None:
    assert spans(text, published) == [[(date(2013, 10, first), date(2013, 10, last))]]


@pytest.mark.parametrize(
    "text",
    [
        "Shelling hit Gao, the first since Friday.",
        "It was the third raid on Gao since Friday.",
        "Shelling of Gao, the heaviest since January 2012, killed two.",
    ],
)
def test_since_when_there_was_no_other_gives_no_day(text: str) -> None:
    assert not any(spans(text, "2013-10-13"))


def test_days_that_do_not_follow_each_other_are_not_joined() -> None:
    text = "Jets bombed Kidal on Friday and, on Monday, rebels shelled Gao."
    assert all(
        len(found) == 1 and found[0][0] == found[0][1] for found in spans(text, "2013-10-16")
    )


def test_a_day_goes_on_to_the_next_sentence() -> None:
    text = LEAD + "Gunmen also raided the town of Kidal."
    assert days(text, "2013-10-16") == ["2013-10-14", "2013-10-14"]


def test_a_day_goes_on_further_at_its_place_and_not_elsewhere() -> None:
    between = "The town lies on a river. It has a market and two schools. "
    here = LEAD + between + "Another shell hit a school, killing a child."
    there = LEAD + between + "Gunmen also raided the town of Kidal, killing a guard."
    assert days(here, "2013-10-16") == ["2013-10-14", "2013-10-14"]
    assert days(there, "2013-10-16") == ["2013-10-14", None]


def test_a_day_of_speaking_goes_no_further_than_the_next_sentence() -> None:
    said = "A shell killed two people in Gao, the mayor said on Monday. "
    between = "The town lies on a river. It has a market. "
    then = "Another shell hit a school there, killing a child."
    assert days(said + then, "2013-10-16") == ["2013-10-14", "2013-10-14"]
    assert days(said + between + then, "2013-10-16") == ["2013-10-14", None]


def test_a_coarse_time_told_later_is_not_the_day_of_news() -> None:
    text = (
        "A raid on Gao killed nine people, the mayor said on Friday. "
        "The raids on the town intensified in late September."
    )
    assert days(text, "2013-10-11")[:1] == ["2013-10-11"]


def test_an_aside_gives_no_day_to_what_follows() -> None:
    text = LEAD + "A guard had been shot in Kidal two days earlier. Jets bombed a school in Moroto."
    assert days(text, "2013-10-10") == ["2013-10-07", "2013-10-05", None]


def test_due_to_tells_of_a_cause_before_a_noun_and_of_what_is_to_come_before_a_verb() -> None:
    caused = "An aid convoy could not enter Kidal due to shelling by the rebels on Sunday."
    assert [d.date.start for d in find_dates(caused, published=NEWS)] == [date(2013, 10, 13)]
    dated = find_dates("Talks are due to resume in Gao on Sunday.", published=NEWS)
    assert [d.date.start for d in dated] == [date(2013, 10, 20)]


def test_what_happened_has_no_day_after_the_news() -> None:
    notes = annotate(document_of("Rebels shelled Gao on Sunday, killing two.", "2013-10-14"))
    (frame,) = frames(mentions(notes, voices_of(notes)))
    (told,) = frame.mentions
    assert told.when is not None
    later = replace(told.when, date=PartialDate.day(date(2013, 10, 20), "Sunday"))
    assert days_of([frame], NEWS) == [(told.when,)]
    assert days_of([Frame([replace(told, when=later)])], NEWS) == [()]
    foiled = replace(told, when=later, standing=Standing.PREVENTED, drafts=())
    assert days_of([Frame([foiled])], NEWS) == [(later,)]


def test_a_day_in_figures_years_after_the_news_is_none() -> None:
    text = "2 May 1999. Gunmen shot dead nine porters at Velm.\n\n{}. Gunmen shot a nurse at Osk."
    for later, day in (("9 May 1999", "1999-05-09"), ("9 May 2051", None)):
        assert days(text.format(later), "1999-05-03")[-1] == day


@pytest.mark.parametrize(
    "credit", ["according to a monitor", "according to the paper El Norte", "said a monitor"]
)
def test_a_day_before_the_words_of_a_source_is_that_of_the_act(credit: str) -> None:
    before = "Rebels shelled Huambo on Wednesday, a priest said.\n\n"
    told = f"{before}Two farmers were shot dead near Kuito on 3 June, {credit}."
    assert days(told, "1993-06-11") == ["1993-06-09", "1993-06-03"]
    if credit.startswith("according"):
        opening = f"{before}On Monday, {credit}, soldiers shot two farmers dead near Kuito."
        assert days(opening, "1993-06-11") == ["1993-06-09", "1993-06-07"]


def test_a_day_of_the_act_that_a_group_owns_up_to_is_none_of_its_further_words() -> None:
    text = (
        "The Front on Monday claimed the car bomb that destroyed a barracks in Huambo on Friday, "
        "but accused the army of hiding behind families."
    )
    assert days(text, "1993-06-07") == ["1993-06-04"]


@pytest.mark.parametrize(("place", "day"), [("Ashmar", "1999-05-19"), ("Velm", "1999-05-02")])
def test_a_new_paragraph_on_another_place_is_news_of_the_day_of_speaking(
    place: str, day: str
) -> None:
    text = (
        "Gunmen shot ten men near Velm on May 2, refugees said. One counted 32 bodies.\n\n"
        f"The Front said on Wednesday it had ambushed a column at {place}, killing eleven."
    )
    assert days(text, "1999-05-20")[-1] == day


@pytest.mark.parametrize(
    "setting",
    [
        "On Thursday it was the turn of the north.",
        "The army had its answer ready at dawn on Thursday.",
        "On Thursday, by contrast, the guns were aimed.",
    ],
)
def test_a_sentence_may_give_the_day_of_the_next(setting: str) -> None:
    text = f"Rebels shelled a dairy in Mukalla on Monday. {setting} Jets bombed a mill in Aden."
    assert spans(text, "2015-04-04")[-1] == [(date(2015, 4, 2), date(2015, 4, 2))]


@pytest.mark.parametrize(
    "between",
    [
        "A spokesman for the port said on Thursday that all was calm.",
        "On Thursday it was quiet.\n\nThe town has two mills.",
    ],
)
def test_no_day_of_speaking_is_set_nor_one_of_another_paragraph(between: str) -> None:
    text = f"Rebels shelled a dairy in Mukalla. {between} Jets bombed a mill in Aden."
    assert (date(2015, 4, 2), date(2015, 4, 2)) not in spans(text, "2015-04-04")[-1]


@pytest.mark.parametrize("told", ["It took place", "The raid happened", "The violence broke out"])
def test_a_sentence_may_say_no_more_than_when_it_was(told: str) -> None:
    text = (
        "Gunmen raided a mill near Mukalla and killed two guards, an official said. "
        f"{told} at dawn on Wednesday."
    )
    assert spans(text, "2015-04-04") == [[(date(2015, 4, 1), date(2015, 4, 1))]]
