"""The reading room as a reader has it: in a browser, by mouse, by keys, and without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from eval.served import served

from tests.web.browser import Seen, browser, looking
from tests.web.screens import for_readers


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def address(chromium: Any, sample_ledger: Path) -> Iterator[str]:
    with served(sample_ledger) as found:
        yield found.address


@pytest.fixture
def seen(chromium: Any, address: str) -> Iterator[Seen]:
    with looking(chromium, address) as found:
        yield found
        assert found.wrong == []


def high(words: str) -> int:
    """The most of "78–102 incidents"."""
    return int(re.findall(r"([\d,]+) incident", words)[0].replace(",", ""))


def asked(seen: Seen) -> dict[str, str]:
    return {k: v[0] for k, v in parse_qs(urlsplit(seen.page.url).query).items()}


# -- filter, brush, open -----------------------------------------------------------------


def test_the_form_filters_list_and_map(seen: Seen) -> None:
    page = seen.go("/")
    every = high(seen.text("h1"))
    page.fill("[name=since]", "2023-11")
    page.select_option("[name=country]", "IQ")
    page.click("form.facets button")
    page.wait_for_selector("#map[data-drawn]")
    assert asked(seen)["country"] == "IQ"
    assert 0 < high(seen.text("h1")) < every
    assert high(seen.text("#live")) == high(seen.text("h1"))


def _brush(seen: Seen, start: float, end: float) -> None:
    box = seen.place("#strip")
    across = [box["x"] + share * box["width"] for share in (start, end)]
    seen.page.mouse.move(across[0], box["y"] + 20)
    seen.page.mouse.down()
    seen.page.mouse.move(across[1], box["y"] + 20, steps=4)
    seen.settled(seen.page.mouse.up)


def test_a_brushed_period_is_that_of_form_address_list_and_map(seen: Seen) -> None:
    page = seen.go("/?standing=all")
    every = high(seen.text("h1"))
    _brush(seen, 0.3, 1.0)
    since, until = asked(seen)["since"], asked(seen)["until"]
    assert asked(seen)["standing"] == "all"
    assert since < until
    assert page.input_value("[name=since]") == since
    assert page.input_value("[name=until]") == until
    assert 0 < high(seen.text("h1")) < every
    assert seen.text("#live").split(" · ")[0] == seen.text("h1")
    days = page.locator("#found td.day").all_inner_texts()
    assert days
    page.reload()
    page.wait_for_selector("#map[data-drawn]")
    assert seen.text("#live").split(" · ")[0] == seen.text("h1")


def test_one_chart_of_days_and_none_where_nothing_has_a_day(seen: Seen) -> None:
    page = seen.go("/")
    assert page.locator("#strip").is_visible()
    assert not page.locator("figure.columns").is_visible()  # the same, for those without a script
    seen.go("/?actor=nobody-of-that-name")
    assert not page.locator("#strip").is_visible()


def test_the_list_is_beside_the_map_where_there_is_room(chromium: Any, address: str) -> None:
    for width, beside in ((1280, True), (1024, False), (390, False)):
        with looking(chromium, address, width=width) as seen:
            seen.go("/")
            map_, list_ = (seen.page.locator(s).bounding_box() for s in ("#room", "#found"))
            assert (list_["x"] >= map_["x"] + map_["width"]) is beside
            assert (list_["y"] >= map_["y"] + map_["height"]) is not beside


def test_a_click_beside_the_brush_lets_go_of_the_period(seen: Seen) -> None:
    page = seen.go("/?since=2023-10&until=2023-11")
    box = seen.place("#strip")
    seen.settled(lambda: page.mouse.click(box["x"] + 5, box["y"] + 10))
    assert "since" not in asked(seen)
    assert page.input_value("[name=since]") == ""


def test_what_is_in_view_is_a_box_in_the_address(seen: Seen) -> None:
    page = seen.go("/?country=SY")
    every = high(seen.text("h1"))
    for _ in range(3):
        page.click("[data-act=in]")
    seen.settled(lambda: page.click("[data-act=box]"))
    assert len(asked(seen)["box"].split(",")) == 4
    assert 0 < high(seen.text("h1")) < every
    assert high(seen.text("#live")) == high(seen.text("h1"))
    seen.settled(lambda: page.click("[data-act=unbox]"))
    assert high(seen.text("h1")) == every
    assert "box" not in asked(seen)


@pytest.mark.parametrize(
    "query", ["since=2023", "until=2023-10-31", "since=2023-10-18&until=2023-10", "box=35,30,45,38",
              "as_known_on=2023-11-01", "contested=any", "since=2023-11&box=170,-80,60,80"],
)  # fmt: skip
def test_map_and_list_count_alike(seen: Seen, query: str) -> None:
    seen.go(f"/?{query}")
    assert seen.text("#live").split(" · ")[0] == seen.text("h1")


def test_a_mark_opens_its_incidents_and_a_quote_its_place_in_the_text(seen: Seen) -> None:
    page = seen.go("/?contested=any&country=IQ")
    page.focus("#map")
    page.keyboard.press("Enter")
    first = page.locator("#picked li a").first
    assert re.match(r"\d{4}-\d\d-\d\d", first.inner_text())
    first.click()
    page.wait_for_url("**/incidents/**")
    page.locator("a.quote").first.click()
    page.wait_for_url("**/documents/**")
    page.locator("mark.chosen").first.wait_for(state="visible")


def test_everything_of_a_mark_is_in_the_list(seen: Seen) -> None:
    page = seen.go("/?country=IQ")
    listed = page.locator("#found tbody a").evaluate_all("all => all.map(a => a.pathname)")
    page.focus("#map")
    page.keyboard.press("Enter")
    marked = page.locator("#picked li a").evaluate_all("all => all.map(a => a.pathname)")
    assert marked
    assert all(any(whole.startswith(short[:-1]) for whole in listed) for short in marked)


def _middle(seen: Seen) -> tuple[float, float]:
    box = seen.place("#map")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_click_on_the_map_opens_a_mark_or_brings_the_point_to_the_middle(seen: Seen) -> None:
    page = seen.go("/?place=ain+al-asad")
    page.mouse.click(*_middle(seen))
    assert page.locator("#picked li a").count() >= 1
    page.click("#picked button")
    assert page.evaluate("document.activeElement.id") == "map"
    assert not page.locator("#picked").is_visible()
    middle = _middle(seen)
    page.mouse.click(middle[0] + 200, middle[1])  # nothing is there: it comes to the middle
    page.mouse.click(*middle)
    assert not page.locator("#picked").is_visible()
    page.mouse.click(middle[0] - 200, middle[1])  # where the mark is now
    assert page.locator("#picked").is_visible()


def test_another_rule_gives_another_count(seen: Seen) -> None:
    page = seen.go("/tallies/?place=Iraq")
    before = seen.text(".number")
    page.select_option("[name=rule]", "claim")
    page.click("form.facets button")
    page.wait_for_url("**rule=claim**")
    assert seen.text(".number") != before


# -- by keys alone -----------------------------------------------------------------------


def test_the_map_is_reached_used_and_left_by_keys(seen: Seen) -> None:
    page = seen.go("/")
    page.focus("[data-act=box]")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "map"
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    for key in ("+", "+", "ArrowLeft", "ArrowUp", "-"):
        page.keyboard.press(key)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "strip"
    assert page.evaluate(outline) == "solid"
    seen.settled(lambda: page.keyboard.press("ArrowRight"))
    first = asked(seen)
    seen.settled(lambda: page.keyboard.press("Shift+ArrowRight"))
    assert asked(seen)["since"] == first["since"]
    assert asked(seen)["until"] > first["until"]
    seen.settled(lambda: page.keyboard.press("Escape"))
    assert "since" not in asked(seen)


def test_the_map_can_be_skipped(seen: Seen) -> None:
    page = seen.go("/")
    page.focus("#room a.skip")
    assert page.locator("#room a.skip").is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#found') !== null")


# -- without a script, and where it fails ---------------------------------------------------


def test_all_can_be_read_without_a_script(chromium: Any, address: str, sample_ledger: Path) -> None:
    with looking(chromium, address, java_script_enabled=False) as seen:
        for path in for_readers(sample_ledger).values():
            seen.page.goto(seen.address + path)
            assert seen.page.locator("h1").inner_text()
        seen.page.goto(address)
        assert not seen.page.locator("#room").is_visible()
        assert seen.page.locator("svg.timeline.wide").is_visible()
        seen.page.fill("[name=since]", "2023-11")
        seen.page.click("form.facets button")
        seen.page.wait_for_url("**since=2023-11**")
        seen.page.locator("#found tbody a").first.click()
        seen.page.wait_for_url("**/incidents/**")
        seen.page.locator("a.quote").first.click()
        seen.page.locator("mark.chosen").first.wait_for(state="visible")
        assert seen.wrong == []


def test_without_its_data_the_page_is_what_it_is_without_a_script(
    chromium: Any, address: str
) -> None:
    with looking(chromium, address) as seen:
        seen.page.route("**/api/v1/map*", lambda route: route.abort())
        seen.page.goto(address)
        seen.page.wait_for_selector("#room", state="hidden")
        assert seen.page.locator("#found tbody a").count() > 10
