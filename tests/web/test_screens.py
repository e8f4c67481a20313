"""Every page in a browser, at every width: nothing foreign, nothing hidden, nothing out of reach.

The pages of a reader are looked at without a login, those of the desk as a moderator.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from django.urls import resolve
from eval.served import served, with_accounts

from tallystick.ledger import Ledger
from tallystick.web.desk.access import access
from tallystick.web.urls import urlpatterns
from tests.web.browser import (
    AXE_RUN,
    NARROW,
    NARROWEST,
    SIDEWAYS,
    SMALL,
    UNFOCUSED,
    WIDE,
    Seen,
    axe,
    browser,
    looking,
)
from tests.web.desk.test_hostile import hostile_ledger
from tests.web.screens import for_readers, for_the_desk
from tests.web.test_room import HOSTILE

NO_PAGES = ("static", "feed", "tally_csv", "openapi")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as found:
        yield found


@dataclass(frozen=True)
class Room:
    """Where it is open, and its pages by name: a reader's, and those that take a moderator."""

    address: str
    reading: dict[str, str]
    desk: dict[str, str]

    def each(self, chromium: Any, look: Callable[[Seen, str, str], list[str]], **given: Any) -> Any:
        """What ``look`` finds wrong on each page, and what else goes wrong there."""
        found = []
        for user, pages in (("", self.reading), ("moritz", self.desk)):
            with looking(chromium, self.address, **given) as seen:
                if user:
                    seen.log_in(user)
                for name, path in pages.items():
                    seen.go(path)
                    found += [f"{name}: {wrong}" for wrong in look(seen, name, path)]
                found += seen.wrong
        return found


@pytest.fixture(scope="module")
def room(
    chromium: Any, sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Room]:
    folder = tmp_path_factory.mktemp("screens")
    ledger = shutil.copy(sample_ledger, folder / "sample.ledger")
    desk = for_the_desk(ledger)
    with served(ledger, *with_accounts(folder, moritz="moderator")) as open_room:
        yield Room(open_room.address, for_readers(ledger), desk)


def test_no_page_is_left_out(sample_ledger: Path, tmp_path: Path) -> None:
    ledger = shutil.copy(sample_ledger, tmp_path / "sample.ledger")
    pages = [*for_the_desk(ledger).values(), *for_readers(ledger).values()]
    shown = {resolve(urlsplit(path).path).url_name for path in pages}
    names = {str(route.name) for route in urlpatterns}
    assert shown == {
        name
        for name in names - set(NO_PAGES)
        if "GET" in access(name).methods and not name.startswith("api_")
    }


MOVING = """() => [...document.querySelectorAll("*")].filter(e => {
    const s = getComputedStyle(e);
    return s.animationName !== "none" || s.transitionDuration !== "0s"
        || s.scrollBehavior === "smooth";
}).map(e => `moves by itself: ${e.outerHTML.slice(0, 80)}`)"""


CHECKS = (SIDEWAYS, SMALL, MOVING, UNFOCUSED)


@pytest.mark.parametrize("width", [WIDE, NARROW, NARROWEST])
def test_every_page_fits_is_still_and_can_be_hit_and_followed(
    chromium: Any, room: Room, width: int
) -> None:
    def look(seen: Seen, *_: str) -> list[str]:
        seen.page.keyboard.press("Tab")
        return [wrong for check in CHECKS for wrong in seen.page.evaluate(check)]

    assert room.each(chromium, look, width=width) == []


SPOILT = """() => {
    document.querySelector("main").style.minWidth = "3000px";
    document.querySelector("nav a").style.outline = "none";
    document.querySelector("nav a").style.height = "20px";
    document.querySelector("h1").style.transition = "all 1s";
}"""


def test_the_checks_find_what_is_wrong(chromium: Any, room: Room) -> None:
    with looking(chromium, room.address) as seen:
        page = seen.go("/method/")
        page.evaluate(SPOILT)
        page.keyboard.press("Tab")
        assert [len(page.evaluate(check)) for check in CHECKS] == [1, 1, 1, 1]
        page.evaluate("() => { document.querySelector('.lead').style.color = '#ccc'; }")
        page.evaluate(axe())
        assert page.evaluate(AXE_RUN) == ["color-contrast: .lead"]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing_on_any_page_light_or_dark(chromium: Any, room: Room, width: int) -> None:
    script = axe()

    def look(seen: Seen, name: str, _: str) -> list[str]:
        found = []
        seen.page.evaluate(script)
        if name == "map":
            seen.page.focus("#map")
            seen.page.keyboard.press("Enter")
        for scheme in ("light", "dark"):
            seen.page.emulate_media(color_scheme=scheme)
            found += [f"{scheme}: {wrong}" for wrong in seen.page.evaluate(AXE_RUN)]
        return found

    assert room.each(chromium, look, width=width) == []


SCRIPTED = """() => [...document.querySelectorAll("*")].filter(e =>
    (e.localName === "script" && !/^\\/static\\/\\w+\\.js$/.test(e.getAttribute("src")))
    || e.getAttributeNames().some(name => name.startsWith("on"))
    || /^\\s*javascript:/i.test(e.getAttribute("href") ?? "")
).map(e => `could run: ${e.outerHTML.slice(0, 80)}`)"""


def test_nothing_that_somebody_wrote_runs(chromium: Any, tmp_path: Path) -> None:
    """Names in documents, words of people, addresses: all of it markup, in every page."""

    def look(seen: Seen, _: str, path: str) -> list[str]:
        if urlsplit(path).path == "/":
            seen.page.focus("#map")
            seen.page.keyboard.press("Enter")
        return list(seen.page.evaluate(SCRIPTED))

    ledger = hostile_ledger(tmp_path / "hostile.ledger")
    with served(ledger, *with_accounts(tmp_path, moritz="moderator")) as open_room:
        room = Room(open_room.address, *hostile_pages(ledger))
        assert room.each(chromium, look) == []


def hostile_pages(ledger: Path) -> tuple[dict[str, str], dict[str, str]]:
    with Ledger.open(ledger, read_only=True) as opened:
        first, second = opened.incidents()
    asked = quote(HOSTILE, safe="")
    reading = (
        "/", f"/?actor={asked}&since={asked}&box={asked}", "/documents/", "/places/", "/actors/",
        f"/tallies/?place={asked}", f"/tallies/?rule={asked}", "/tallies/announced/",
        f"/incidents/{first.id}/", f"/incidents/{second.id}/", f"/incidents/{asked}/",
        f"/documents/{first.documents[0].id}/?at={asked}", f"/login/?next={asked}&name={asked}",
    )  # fmt: skip
    desk = (
        "/desk/", f"/desk/?only={asked}&done={asked}", f"/desk/pairs/{first.id}/{second.id}/",
        f"/desk/statements/{first.statements[0].id}/",
        f"/desk/reports/{first.reports[0].id}/?field=where", f"/desk/audit/?undone={asked}",
        "/desk/comments/", f"/incidents/{first.id}/?done={asked}&only={asked}",
        f"/incidents/{second.id}/?commented={asked}", "/problems/",
    )  # fmt: skip
    return {path: path for path in reading}, {path: path for path in desk}
