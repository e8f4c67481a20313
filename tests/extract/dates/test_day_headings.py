"""Digests: the day over an entry is that of what it tells, and an entry stands for itself."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.dates.day_headings import day_headings, headed, is_digest, lead_day
from tallystick.model.statement import Field
from tallystick.model.values import PartialDate
from tests.extract.incidents import days, document_of, incidents, places

NEWS = PartialDate.day(date(2017, 8, 21))  # a Monday

DIARY = """The week in the valley, by the monitors of the Example Trust.

Tuesday 15 August

Gunmen ambushed a lorry near Kitgum. A driver died.

A clinic in Gulu was set on fire by unknown men.

Thursday 17 August

Quiet.

Saturday 19 August

Shells hit a school in Moroto, killing a teacher. The strike was the first since April."""

LIVE = """16:20 Two farmers were killed in a strike near Zobrak, the mayor says.

14:05 The army says that a shell hit a mill in Gulu.

11:30 Gunmen attacked a police post in Kitgum with grenades.

10:15 The mill in Gulu was hit by a shell, a reporter says."""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Monday 7 August\n\nA.\n\nTuesday 8 August\n\nB.", [(7, 7), (8, 8)]),
        ("Wednesday 9 - A.\n\nFriday 11 - B.", [(9, 9), (11, 11)]),
        ("9 August. A.\n\n11 August. B.", [(9, 9), (11, 11)]),
        ("Saturday 12 and Sunday 13 August\n\nA.\n\nMonday 14 August\n\nB.", [(12, 13), (14, 14)]),
        ("Thursday: A.\n\nFriday: B.", [(17, 17), (18, 18)]),
        ("Valley report\nReporting day: 9 August 2017\n\nA.", [(9, 9)]),
        ("Log of incidents in the valley on Wednesday 9 August\n\nA.", [(9, 9)]),
        ("The incidents on 9 August shook the town, and on Friday all was quiet.", []),
        ("21 August 2017\n\nOne day at the head is that of the publication.", []),
        ("Monday 11 people died.\n\nOn 9 August two more did.", []),
    ],
)
def test_days_over_entries(text: str, wanted: list[tuple[int, int]]) -> None:
    found = [h.date for h in day_headings(text, NEWS)]
    august = [(date(2017, 8, a), date(2017, 8, b)) for a, b in wanted]
    assert [(d.start, d.end) for d in found] == august


def test_a_weekday_that_no_such_number_had_is_no_heading() -> None:
    assert not day_headings("Monday 30 - A.\n\nTuesday 30 - B.", PartialDate.day(date(2017, 1, 2)))
    assert not day_headings("Monday 7 - A.\n\nTuesday 8 - B.", None)


def test_the_last_heading_before_counts() -> None:
    text = "Thursday: A.\n\nFriday: B."
    headings = day_headings(text, NEWS)
    assert headed(text, headings, 0) == headings[0]
    assert headed(text, headings, len(text)) == headings[1]
    assert headed(text, (), 5) is None


@pytest.mark.parametrize(("between", "same"), [(" - ", False), ("\n\n", True)])
def test_a_heading_with_a_line_to_itself_reaches_further(between: str, same: bool) -> None:
    text = f"Thursday{between}A.\n\nFriday{between}B.\n\nC."
    headings = day_headings(text, NEWS)
    assert headed(text, headings, text.index("B")) == headings[1]
    assert (headed(text, headings, text.index("C")) == headings[1]) is same


def test_the_same_night_is_that_of_the_heading() -> None:
    text = (
        "Monday 7: Gunmen shot a guard in Kitgum. A clinic in Gulu was bombed the same night.\n\n"
        "Tuesday 8: Quiet."
    )
    assert days(text, "2017-08-21") == ["2017-08-07", "2017-08-07"]


def test_what_stands_under_a_day_is_of_that_day() -> None:
    found = sorted(zip(days(DIARY, "2017-08-21"), places(DIARY, "2017-08-21"), strict=True))
    wanted = [("2017-08-15", "Gulu"), ("2017-08-15", "Kitgum"), ("2017-08-19", "Moroto")]
    assert found == wanted


def test_a_day_of_its_own_counts_more_than_that_of_the_entry() -> None:
    text = DIARY.replace("by unknown men", "by unknown men on 12 August")
    assert sorted(days(text, "2017-08-21")) == ["2017-08-12", "2017-08-15", "2017-08-19"]


def test_an_entry_goes_on_about_none_but_its_place_again() -> None:
    assert is_digest(LIVE)
    found = places(LIVE, "2017-08-21")
    assert sorted(map(str, found)) == ["Gulu", "Kitgum", "Zobrak"]
    assert sum(len(list(r.of(Field.KILLED))) for r in incidents(LIVE, "2017-08-21")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "At 14:05 a shell fell.\n\nAt 15:10 it was over.\n\nBy 16:00 all slept.",
        "Monday\n\nA shell fell.",
        "14:05 A shell fell.\n\nIt was over at 15:10.",
    ],
)
def test_an_account_is_no_digest(text: str) -> None:
    assert not is_digest(text)


LOG = """Monday 2 March 2026
Raiders shot a miller near Kitgum.

Tuesday 3 March 2026
A landmine killed two porters in Gulu.

Wednesday 4 March 2026
Police rendered safe a bomb at a market in Moroto."""


@pytest.mark.parametrize("published", ["2026-03-02", None])
def test_the_first_day_of_a_log_is_not_that_of_its_news(published: str | None) -> None:
    assert days(LOG, published) == ["2026-03-02", "2026-03-03", "2026-03-04"]


ITEMS = (
    "\n\n1. Rebels shelled Kitgum, wounding a nurse.\n\n2. A bomb went off in Gulu. A guard died."
    "\n\n3. On 12 August, raiders shot a miller in Moroto."
)


@pytest.mark.parametrize(
    "lead",
    [
        "The ministry of the valley reports the following as of 18:00 on 19 August 2017:",
        "The monitors noted these acts of violence on Saturday, August 19, 2017:",
        "Following are developments in the valley as of 1500 GMT on Saturday. New items first.",
    ],
)
def test_the_day_in_the_head_of_a_list_is_that_of_its_items(lead: str) -> None:
    assert days(lead + ITEMS, "2017-08-21") == ["2017-08-19", "2017-08-19", "2017-08-12"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor met them on 19 August 2017." + ITEMS,
        "The mayor said on 19 August 2017:\n\nRebels shelled Kitgum, wounding a nurse.",
        "Acts of violence in the valley since 19 August 2017, by town:" + ITEMS,
    ],
)
def test_a_day_that_is_not_said_of_all_is_that_of_no_item(text: str) -> None:
    assert lead_day(text, annotate(document_of(text, "2017-08-21")).dates) is None
