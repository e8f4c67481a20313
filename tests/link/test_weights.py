"""The table of weights: in order, and as its page says."""

from __future__ import annotations

from pathlib import Path

from tallystick.link import weights as w
from tallystick.link.comparisons import COMPARISONS

PAGE = Path(__file__).parents[2] / "docs" / "linking.md"


def test_levels_are_in_order_of_what_they_tell() -> None:
    assert w.SAME_DAY.bits > w.SAME_DAYS.bits > w.SAME_WEEK.bits > w.SAME_MONTH.bits
    assert w.SAME_MONTH.bits > w.OVERNIGHT.bits > w.ADJACENT_DAYS.bits > w.DISJOINT_DAYS.bits
    assert w.SAME_SITE.bits > w.SAME_TOWN.bits > w.SAME_PROVINCE.bits > w.SAME_COUNTRY.bits
    assert w.PLACES_BESIDE.bits > w.PLACES_APART.bits > w.PLACES_FAR.bits


def test_no_single_reason_makes_two_reports_one() -> None:
    needed = 2.5
    strongest = max(level.bits for level in w.TABLE)
    assert strongest + w.PRIOR.bits < needed


def test_the_page_shows_the_table() -> None:
    assert w.table_markdown() in PAGE.read_text("utf-8")


def test_every_comparison_explains_itself() -> None:
    for comparison in COMPARISONS:
        text = type(comparison).__doc__ or ""
        assert text.split("\n")[0].endswith("?"), "its first line asks what is compared"
        words = " ".join(text.split())
        assert words in " ".join(PAGE.read_text("utf-8").split()), "the page gives it in full"
