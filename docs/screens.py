"""Photographs every screen of the reading room in a real browser, and says what is wrong there.

python docs/screens.py LEDGER [OUT] [--dark]

Needs ``pip install playwright pillow`` and Chromium (``apt-get install chromium``, or wherever
CHROMIUM names it). Fails where a page scrolls sideways at 1280, 390 or 320 px, breaks its own
security policy, asks for anything that is not the server's, or has a target under 24 px.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

import tallystick

SIZES = {1280: 1000, 390: 1300}  # width and height in px
NARROWEST = 320  # WCAG 2.2, 1.4.10 reflow
COLOURS = 160
SETTLED = 2000  # ms in which the nearer level of the base map comes
SMALL = """[...document.querySelectorAll(
    'button, input:not([type=hidden]), select, summary, nav a, canvas')]
    .filter(e => e.offsetParent !== null && e.getBoundingClientRect().height < 24)"""


def screens(ledger: Path) -> dict[str, str]:
    """The pages to photograph, by name: those with the most to show."""
    with tallystick.open(ledger) as opened:
        incidents = opened.incidents()
        told = max(incidents, key=lambda i: (len(i.contested) * len(i.documents), i.id))
        statement = told.statements[len(told.statements) // 2]
        actors = [a.id for i in incidents for a in (*i.claimed_by, *i.attackers) if a.id]
        places = [i.where.id for i in incidents if i.where and i.where.id]
        lands = [i.where.country for i in incidents if i.where and i.where.country]
    actor, place, land = (
        max(set(ids), key=lambda id: (ids.count(id), id)) for ids in (actors, places, lands)
    )
    return {
        "overview": "/",
        "filtered": "/?contested=any&standing=all",
        "map": f"/?country={land}",
        "incident": f"/incidents/{told.id}/",
        "document": f"/documents/{statement.document}/?at={statement.id}#{statement.id}",
        "documents": "/documents/",
        "actors": "/actors/",
        "actor": f"/actors/{actor}/",
        "places": "/places/",
        "place": f"/places/{place}/",
        "tally": "/tallies/?rule=incident&place=Iraq&by=month",
        "announced": "/tallies/announced/",
        "method": "/method/",
        "failed": "/incidents/i-none/",
    }


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
        process.wait()


def wrong_with(page: Page) -> list[str]:
    """What a page has that it should not: sideways scrolling, small targets."""
    found = []
    over = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    if over > 0:
        found.append(f"scrolls sideways by {over} px")
    small = page.evaluate(f"{SMALL}.length")
    if small:
        found.append(f"{small} targets under 24 px")
    return found


def photograph(browser: Browser, address: str, ledger: Path, out: Path, scheme: str) -> list[str]:
    """Every screen at every width into ``out``; gives what was found wrong."""
    pages = screens(ledger)
    wrong: list[str] = []
    for width in (*SIZES, NARROWEST):
        view = {"width": width, "height": SIZES.get(width, 1000)}
        page = browser.new_page(viewport=view, color_scheme=scheme, reduced_motion="reduce")
        wrong += _look(page, address, pages, out)
        page.close()
    return wrong


def _look(page: Page, address: str, pages: dict[str, str], out: Path) -> list[str]:
    width = page.viewport_size["width"]
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if "Content Security" in m.text else None)
    page.on("request", lambda r: None if r.url.startswith(address) else wrong.append(r.url))
    for name, path in pages.items():
        page.goto(address + path)
        if page.locator("#map").count():
            _draw(page, mark=name == "map")
        wrong += [f"{name} at {width} px: {each}" for each in wrong_with(page)]
        if width in SIZES:
            keep(page.screenshot(), out / f"{name}-{width}.png")
    return wrong


def _draw(page: Page, *, mark: bool) -> None:
    """Waits for the map; opens the mark in its middle where that is to be seen."""
    page.wait_for_selector("#map[data-drawn]")
    page.wait_for_timeout(SETTLED)
    if mark:
        page.focus("#map")
        page.keyboard.press("Enter")
        page.evaluate("document.getElementById('room').scrollIntoView()")
        page.wait_for_timeout(SETTLED)


def keep(png: bytes, path: Path) -> None:
    """A screenshot in few colours: compact, and still readable."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def main(ledger: str, out: str = "docs/screens", scheme: str = "light") -> None:
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with served(Path(ledger)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        wrong = photograph(browser, address, Path(ledger), folder, scheme)
        browser.close()
    for line in dict.fromkeys(wrong):
        print(line)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if word != "--dark"]
    main(*given, **({"scheme": "dark"} if "--dark" in sys.argv else {}))
