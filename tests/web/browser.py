"""A reading room in a real browser: Chromium by Playwright, where both are there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
AXE = Path(__file__).parents[2] / "assets" / "node_modules" / "axe-core" / "axe.min.js"
WIDE, NARROW, NARROWEST = 1280, 390, 320  # px

AXE_RUN = """async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const {violations} = await axe.run(document, {runOnly: {type: "tag", values: tags}});
    return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target}`));
}"""
SMALL = """() => [...document.querySelectorAll(
    "button, input:not([type=hidden]), select, summary, nav a, canvas, [tabindex='0']")]
    .filter(e => e.checkVisibility())
    .filter(e => { const r = e.getBoundingClientRect(); return r.height < 24 || r.width < 24; })
    .map(e => e.outerHTML.slice(0, 80))"""


@contextmanager
def browser() -> Iterator[Any]:
    """A browser; the test is skipped where there is none."""
    if not CHROMIUM.exists():
        pytest.skip("no Chromium")
    api = pytest.importorskip("playwright.sync_api", reason="no Playwright")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """The address of a reading room that is open for as long as this lasts."""
    command = [sys.executable, "-m", "tallystick", "serve", "--ledger", str(ledger), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        yield next(word for word in line.split() if word.startswith("http")).rstrip("/")
    finally:
        process.terminate()
        process.communicate()


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

    def _console(self, message: Any) -> None:
        if message.type == "error" or "Content Security" in message.text:
            self.wrong.append(message.text)

    def _request(self, request: Any) -> None:
        if not request.url.startswith(self.address):
            self.wrong.append(request.url)

    def go(self, path: str) -> Any:
        """Opens a page; where it has a map, waits until that is drawn."""
        self.page.goto(self.address + path)
        if path.partition("?")[0] == "/":
            self.page.wait_for_selector("#map[data-drawn]")
        return self.page

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
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, reduced_motion="reduce", **given
    )
    context.set_default_timeout(30_000)
    try:
        yield Seen(context.new_page(), address)
    finally:
        context.close()
