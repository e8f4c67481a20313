"""Photographs every screen of the reading room in a real browser, and says what is wrong there.

python -m docs.screens LEDGER [OUT] [--dark]

Needs Chromium (``apt-get install chromium``, or wherever CHROMIUM names it). Fails where a page
scrolls sideways at 1280, 390 or 320 px, breaks its own security policy, asks for anything that is
not the server's, or has a target under 24 px.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eval.served import served, with_accounts
from PIL import Image
from tests.web.browser import (
    NARROW,
    NARROWEST,
    SIDEWAYS,
    SMALL,
    WIDE,
    Seen,
    browser,
    looking,
)
from tests.web.screens import for_readers, for_the_desk

SIZES = {WIDE: 1000, NARROW: 1300}  # width and height in px
COLOURS = 160
SETTLED = 2000  # ms in which the nearer level of the base map comes


def photographs(
    chromium: Any, address: str, pages: dict[str, str], out: Path, scheme: str, user: str = ""
) -> Iterator[str]:
    """Every screen at every width into ``out``; gives what was found wrong."""
    for width in (*SIZES, NARROWEST):
        with looking(chromium, address, width=width, color_scheme=scheme) as seen:
            if user:
                seen.log_in(user)
            for name, path in pages.items():
                yield from _look(seen, name, path, out)
            yield from seen.wrong


def _look(seen: Seen, name: str, path: str, out: Path) -> Iterator[str]:
    page, width = seen.page, seen.page.viewport_size["width"]
    page.set_viewport_size({"width": width, "height": SIZES.get(width, 1000)})
    seen.go(path)
    if page.locator("#map").count():
        _draw(page, mark=name == "map")
    for check in (SIDEWAYS, SMALL):
        yield from (f"{name} at {width} px: {each}" for each in page.evaluate(check))
    if width in SIZES:
        keep(page.screenshot(), out / f"{name}-{width}.png")


def _draw(page: Any, *, mark: bool) -> None:
    """Waits for the nearer level of the map; opens the mark in its middle where that is shown."""
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
    with browser() as chromium, TemporaryDirectory() as place:
        with served(Path(ledger)) as room:
            pages = for_readers(Path(ledger))
            wrong = [*photographs(chromium, room.address, pages, folder, scheme)]
        copy = Path(shutil.copy(ledger, place))
        pages = for_the_desk(copy)
        with served(copy, *with_accounts(Path(place), moritz="moderator")) as room:
            wrong += photographs(chromium, room.address, pages, folder, scheme, "moritz")
    for line in dict.fromkeys(wrong):
        print(line)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if word != "--dark"]
    main(*given, **({"scheme": "dark"} if "--dark" in sys.argv else {}))
