"""A reading room in a real browser: Chromium by Playwright, where both are there.

Without them the tests that need them are left out, and say how to have them. What
``TALLYSTICK_EXPECTS`` names (``chromium``, ``axe``) has to be there: ``.ci/run`` says so of what it
has brought, so that nothing is left out in silence.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import pytest
from eval.served import PASSWORD

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--disable-sync",
    "--no-first-run", "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
AXE = Path(__file__).parents[2] / "assets" / "node_modules" / "axe-core" / "axe.min.js"
WIDE, NARROW, NARROWEST = 1280, 390, 320  # px; the last: WCAG 2.2, 1.4.10 reflow

AXE_RUN = """async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const {violations} = await axe.run(document, {runOnly: {type: "tag", values: tags}});
    return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target}`));
}"""
SMALL = """() => [...document.querySelectorAll(
    "button, input:not([type=hidden]), select, summary, nav a, .user a, canvas, [tabindex='0']")]
    .filter(e => e.checkVisibility() && !e.closest(".trap"))
    .filter(e => { const r = e.getBoundingClientRect(); return r.height < 24 || r.width < 24; })
    .map(e => `under 24 px: ${e.outerHTML.slice(0, 80)}`)"""
SIDEWAYS = """() => {
    const page = document.documentElement, over = page.scrollWidth - page.clientWidth;
    return over > 0 ? [`scrolls sideways by ${over} px`] : [];
}"""
UNFOCUSED = """() => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && e.tabIndex >= 0)
    .filter(e => {
        e.focus();
        const s = getComputedStyle(e), r = e.getBoundingClientRect();
        const drawn = s.outlineStyle === "solid" && parseFloat(s.outlineWidth) >= 2;
        return document.activeElement !== e || !drawn || r.right < 0 || r.width < 1;
    })
    .map(e => `no visible focus: ${e.outerHTML.slice(0, 80)}`)"""
"""What is wrong with a page, each in words; a key has to be pressed before the last."""


def missing(what: str, how: str) -> NoReturn:
    """Leaves a test out and says how to have it; fails where it was expected."""
    told = f"not tested for want of {what}: {how}"
    if what in os.environ.get("TALLYSTICK_EXPECTS", "").split():
        pytest.fail(told)
    pytest.skip(told)


def launched(playwright: Any) -> Any:
    """Chromium without a window."""
    return playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))


@contextmanager
def browser() -> Iterator[Any]:
    """A browser; the test is left out where there is none."""
    if not CHROMIUM.exists():
        missing("chromium", "apt-get install chromium, or CHROMIUM=/where/it/is")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("chromium", "pip install playwright drives it")
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


def axe() -> str:
    """The script of axe-core; the test is left out where it is missing."""
    if not AXE.exists():
        missing("axe", "npm ci --ignore-scripts, in assets/")
    return AXE.read_text(encoding="utf-8")


@dataclass
class Seen:
    """A page, and all that went wrong while it was looked at."""

    page: Any
    address: str
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", self._request)
        self.page.on("response", self._response)
        self.page.on("dialog", self._dialog)

    def _console(self, message: Any) -> None:
        loading = message.text.startswith("Failed to load resource")  # _response tells of which
        if (message.type == "error" and not loading) or "Content Security" in message.text:
            self.wrong.append(message.text)

    def _request(self, request: Any) -> None:
        if not request.url.startswith(self.address + "/"):
            self.wrong.append(request.url)

    def _response(self, response: Any) -> None:
        """A page may be one that is not there; what it loads has to be."""
        if response.status >= 400 and not response.request.is_navigation_request():
            self.wrong.append(f"{response.status}: {response.url}")

    def _dialog(self, dialog: Any) -> None:
        self.wrong.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def go(self, path: str) -> Any:
        """Opens a page; where it has a map, waits until that is drawn."""
        self.page.goto(self.address + path)
        if path.partition("?")[0] == "/":
            self.page.wait_for_selector("#map[data-drawn]")
        return self.page

    def log_in(self, name: str) -> Any:
        """As one of :func:`with_accounts`, by the keyboard."""
        page = self.go("/login/")
        page.get_by_label("Name").focus()
        for typed, key in ((name, "Tab"), (PASSWORD, "Enter")):
            page.keyboard.type(typed)
            page.keyboard.press(key)
        page.get_by_text(f"{name}, ").wait_for()
        return page

    def place(self, selector: str) -> dict[str, float]:
        """Where an element stands in the window, brought into view."""
        element = self.page.locator(selector)
        element.scroll_into_view_if_needed()
        found: dict[str, float] = element.bounding_box()
        return found

    def settled(self, act: Any) -> None:
        """Does something upon which the list is asked for anew, and waits for it."""
        count = "Number(document.getElementById('room').dataset.renewed ?? 0)"
        before = self.page.evaluate(count)
        act()
        self.until(lambda: self.page.evaluate(count) > before)

    def until(self, holds: Callable[[], bool]) -> None:
        """Waits; the page's policy lets no script of Playwright's wait there."""
        for _ in range(600):
            if holds():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError("waited in vain")

    def text(self, selector: str) -> str:
        return " ".join(self.page.inner_text(selector).split())


@contextmanager
def looking(chromium: Any, address: str, *, width: int = WIDE, **given: Any) -> Iterator[Seen]:
    """A fresh page of a width in px."""
    options = {"reduced_motion": "reduce", **given}
    context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
    context.set_default_timeout(30_000)
    try:
        yield Seen(context.new_page(), address)
    finally:
        context.close()
