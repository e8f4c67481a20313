"""Photographs every screen of the reading room in a real browser, and says what is wrong there.

python docs/screens.py LEDGER [OUT] [--dark]

Needs ``pip install playwright pillow`` and Chromium (``apt-get install chromium``, or wherever
CHROMIUM names it). Fails where a page scrolls sideways at 1280, 390 or 320 px, breaks its own
security policy, asks for anything that is not the server's, or has a target under 24 px.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

import tallystick
from tallystick import review
from tallystick.ledger import Ledger
from tallystick.model.entries import Assessment, Comment, Finding, Request
from tallystick.model.statement import Field

SIZES = {1280: 1000, 390: 1300}  # width and height in px
NARROWEST = 320  # WCAG 2.2, 1.4.10 reflow
COLOURS = 160
SETTLED = 2000  # ms in which the nearer level of the base map comes
SMALL = """[...document.querySelectorAll(
    'button, input:not([type=hidden]), select, summary, nav a, .user a, canvas')]
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


PASSWORD = "only for the pictures"


def desk_screens(ledger: Path) -> dict[str, str]:
    """The pages of the review desk, by name, with something on each: writes to the ledger."""
    with Ledger.open(ledger) as opened:
        incidents = opened.incidents()
        told = max(incidents, key=lambda i: (len(i.contested) * len(i.documents), i.id))
        pair = max(
            (i for i in incidents if i.possible_duplicates), key=lambda i: i.reports[0].score
        )
        misread = next(told.of(Field.KILLED), told.statements[0])
        first, every = told.reports[0].id, tuple(report.id for report in told.reports)
        bodies = [
            Assessment(every, Finding.UNVERIFIABLE, "Two officials, no picture, no access."),
            Request(first, "the coalition's press office", date(2023, 12, 9), "Was the base hit?"),
            Comment(first, "I was near the base that morning and heard two blasts, not three."),
            Comment(first, "You are an idiot. See www.shop.example!"),
        ]
        opened.decide(entries=[review.entry(body, by="carla") for body in bodies])
    return {
        "login": "/login/",
        "desk": "/desk/",
        "desk-pair": f"/desk/pairs/{pair.id}/{pair.possible_duplicates[0]}/",
        "desk-incident": f"/incidents/{told.id}/#requests",
        "desk-decide": f"/incidents/{told.id}/#desk",
        "desk-correct": f"/desk/statements/{misread.id}/",
        "desk-comments": "/desk/comments/",
        "desk-audit": "/desk/audit/",
        "problem": "/problems/",
    }


def with_accounts(ledger: Path, folder: Path) -> tuple[Path, list[str]]:
    """A copy of the ledger to write to, and what ``serve`` takes to let a moderator log in."""
    copy, accounts = folder / ledger.name, ["--accounts", str(folder / "app.db")]
    shutil.copy(ledger, copy)
    words = ["user", "add", "moritz", "--role", "moderator", *accounts]
    command = [sys.executable, "-m", "tallystick", *words]
    subprocess.run(command, input=f"{PASSWORD}\n", text=True, check=True, stdout=subprocess.PIPE)
    return copy, accounts


def log_in(page: Page, address: str) -> None:
    page.goto(f"{address}/login/")
    page.get_by_label("Name").fill("moritz")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


@contextmanager
def served(ledger: Path, *options: str) -> Iterator[str]:
    """The address of a reading room that is open for as long as this lasts."""
    command = [sys.executable, "-m", "tallystick", "serve", "--ledger", str(ledger), "--port", "0"]
    command += options
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


def photograph(
    browser: Browser, address: str, pages: dict[str, str], out: Path, scheme: str
) -> list[str]:
    """Every screen at every width into ``out``; gives what was found wrong."""
    wrong: list[str] = []
    for width in (*SIZES, NARROWEST):
        view = {"width": width, "height": SIZES.get(width, 1000)}
        page = browser.new_page(viewport=view, color_scheme=scheme, reduced_motion="reduce")
        if "desk" in pages:
            log_in(page, address)
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
    with sync_playwright() as playwright, TemporaryDirectory() as place:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with served(Path(ledger)) as address:
            wrong = photograph(browser, address, screens(Path(ledger)), folder, scheme)
        copy, accounts = with_accounts(Path(ledger), Path(place))
        pages = desk_screens(copy)
        with served(copy, *accounts) as address:
            wrong += photograph(browser, address, pages, folder, scheme)
        browser.close()
    for line in dict.fromkeys(wrong):
        print(line)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if word != "--dark"]
    main(*given, **({"scheme": "dark"} if "--dark" in sys.argv else {}))
