"""Does the reading room stay quick with a large archive? Made-up incidents, a real browser.

``--incidents N`` are made up and served (``--ledger FILE`` serves that one, ``--address`` asks a
room that is open already). Facet queries are asked one after the other, each another address,
until the whole answer is there. What a reader waits for is measured in Chromium by Playwright,
without a GPU: until something shows, until the map is drawn, and from each key, click and move of
the mouse until the frame that answers it. At last documents are written to a ledger that was made
up, and what an answer that tells of them takes is measured.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import tempfile
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from eval.common import Figure, Scores, arguments, finish
from eval.scale.archive import with_hash, write_archive
from eval.scale.reports import told
from eval.served import served
from tallystick.ledger import Ledger

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
_KINDS = ("bombing", "shelling", "shooting", "drone_attack", "air_strike")
_DRAWN = "performance.getEntriesByName('map drawn')[0]?.startTime ?? 0"
_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
_ANSWERED = """
window.answered = [];
for (const type of ["keydown", "pointerdown", "pointerup", "pointermove", "click"]) {
  addEventListener(type, (event) => {
    const begun = event.timeStamp;
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => answered.push(performance.now() - begun);
      port2.postMessage(0);
    });
  }, {capture: true});
}
"""


def main(argv: Sequence[str] = ()) -> Scores:
    """Serve, ask, look; measure each."""
    options = _options(argv)
    with _room(options) as room:
        figures = [*_opening(room), *_sizes(room.address), *_queries(room, options.queries)]
        figures += _looked_at(room.address, options.visits)
        figures += _changes(room, options.changes)
    return finish(Scores("room", tuple(figures)), options.json)


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("room", __doc__ or "")
    parser.add_argument("--incidents", type=int, default=100_000, help="incidents to make up")
    parser.add_argument("--ledger", type=Path, help="serve this ledger instead")
    parser.add_argument("--address", help="ask the room at this address instead")
    parser.add_argument("--pid", type=int, help="the process at --address, to tell its costs")
    parser.add_argument("--queries", type=int, default=100, help="facet queries to ask")
    parser.add_argument("--visits", type=int, default=5, help="times to open the page")
    parser.add_argument("--changes", type=int, default=5, help="times to write to the ledger")
    return parser.parse_args(argv)


@dataclass(frozen=True, slots=True)
class _Room:
    """Where a room is open, and what is known of the process that serves it.

    ``made`` is the ledger where it was made up for this, so that it may be written.
    """

    address: str
    pid: int | None
    seconds: float | None = None  # until it was open
    made: Path | None = None

    def processor(self) -> float | None:
        """Seconds of a core that the process has had; ``None`` where that is not told."""
        stat = Path(f"/proc/{self.pid}/stat")
        if self.pid is None or not stat.exists():
            return None
        user, system = stat.read_text().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def peak(self) -> float:
        """The most bytes of memory that the process has had; 0 where that is not told."""
        status = Path(f"/proc/{self.pid}/status")
        told = status.read_text() if self.pid and status.exists() else ""
        found = re.search(r"VmHWM:\s+(\d+) kB", told)
        return 1024.0 * int(found[1]) if found else 0.0


@contextmanager
def _room(options: Namespace) -> Iterator[_Room]:
    """A room with the archive; it is closed at the end if it was opened here."""
    if options.address:
        yield _Room(options.address.rstrip("/"), options.pid)
        return
    made = nullcontext(None) if options.ledger else tempfile.TemporaryDirectory()
    with made as folder:
        ledger = options.ledger or Path(str(folder)) / "archive.ledger"
        if folder:
            write_archive(ledger, options.incidents)
        with served(ledger) as room:
            made_up = ledger if folder else None
            yield _Room(room.address, room.pid, room.seconds, made_up)


# -- making views --------------------------------------------------------------------------


def _opening(room: _Room) -> Iterator[Figure]:
    """What the first view takes, the program's own start with it."""
    if room.seconds is not None:
        yield Figure("opening_seconds", round(room.seconds, 1))
        yield Figure("opening_processor_seconds", round(room.processor() or 0.0, 1))
        yield Figure("opening_peak_megabytes", round(room.peak() / 1e6))


def _changes(room: _Room, number: int) -> Iterator[Figure]:
    """From the writing of four documents until an answer tells of them, and what that takes."""
    if room.made is None:
        return
    made_up = (with_hash(each.reading) for each in told(10**9, seed=12))
    waits, before = [], room.processor() or 0.0
    with Ledger.open(room.made) as ledger, _connected(room.address) as connection:
        new = (reading for reading in made_up if not ledger.has(reading.document.id))
        run = ledger.start_run("build")
        for _ in range(number):
            ledger.add_many([(r, r.document.text.encode()) for r in islice(new, 4)], run=run)
            held, begun = len(ledger.current()), time.perf_counter()
            while _documents(connection) < held:
                time.sleep(0.2)
            waits.append((time.perf_counter() - begun) * 1000)
    yield from _spread("change_shown", waits)
    spent = (room.processor() or 0.0) - before
    yield Figure("change_processor_mean_ms", round(1000 * spent / number))
    yield Figure("peak_megabytes", round(room.peak() / 1e6))


def _documents(connection: HTTPConnection) -> int:
    return int(json.loads(_asked(connection, "/api/v1/documents?limit=1"))["count"])


# -- what is sent --------------------------------------------------------------------------


def _sizes(address: str) -> Iterator[Figure]:
    """Bytes that a reader's browser gets, compressed."""
    files = {
        "map_data": "/api/v1/map",
        "script": "/static/map.js",
        "base_map_first": "/static/world.json",
        "base_map_near": "/static/world-near.json",
        "towns": "/static/towns.json",
    }
    with _connected(address) as connection:
        for name, path in files.items():
            body = _asked(connection, path)
            yield Figure(f"{name}_kilobytes", round(len(body) / 1000, 1))
            if name == "map_data":
                plain = len(gzip.decompress(body)) / 1000
                yield Figure("map_data_plain_kilobytes", round(plain, 1))


def _connected(address: str) -> closing[HTTPConnection]:
    return closing(HTTPConnection(urlsplit(address).netloc, timeout=600))


def _asked(connection: HTTPConnection, path: str) -> bytes:
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status}")
    return body


# -- facet queries ---------------------------------------------------------------------------


def _queries(room: _Room, number: int) -> Iterator[Figure]:
    waits = []
    with _connected(room.address) as connection:
        for path in _addresses(7):  # the columns are made when they are first asked for
            _asked(connection, path)
        before = room.processor()
        for path in _addresses(number):
            begun = time.perf_counter()
            _asked(connection, path)
            waits.append((time.perf_counter() - begun) * 1000)
        after = room.processor()
    yield from _spread("facet_query", waits)
    if before is not None and after is not None:
        yield Figure("facet_query_processor_mean_ms", round(1000 * (after - before) / number))


def _addresses(number: int) -> Iterator[str]:
    """Pages of the overview by filters of every sort, no two the same."""
    for n in range(number):
        year, lon = 2004 + n % 18, -150 + 7 * (n % 40)
        asked = (
            {"kind": _KINDS[n % 5], "since": str(year)},
            {"since": f"{year}-{1 + n % 12:02}", "until": f"{year + 1}-{1 + n % 12:02}"},
            {"place": "abcdefghijklmnopqrstuvwxyz"[n % 26] + "a"},
            {"actor": ("front", "army", "brigades")[n % 3], "until": str(year)},
            {"contested": ("any", "none", "killed", "attacker")[n % 4], "since": str(year)},
            {"box": f"{lon},-40,{lon + 25},{n % 50}"},
            {"weapon": ("drone", "rocket", "ied", "mortar")[n % 4], "page": str(1 + n)},
        )[n % 7]
        yield "/?" + urlencode(asked)


# -- what a reader waits for ---------------------------------------------------------------


def _looked_at(address: str, visits: int) -> Iterator[Figure]:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not always there
    except ModuleNotFoundError:
        print("room: no Playwright; the browser is not measured")
        return
    if not CHROMIUM.exists():
        print(f"room: no Chromium at {CHROMIUM}; the browser is not measured")
        return
    painted: list[float] = []
    drawn: list[float] = []
    answered: list[float] = []
    opening = processor = 0.0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        for _ in range(visits):
            page = browser.new_page(viewport={"width": 1280, "height": 1000})
            page.add_init_script(_ANSWERED)
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.goto(address)
            page.wait_for_selector("#map[data-drawn]", timeout=120_000)
            page.wait_for_timeout(1000)
            painted.append(page.evaluate(_PAINTED))
            drawn.append(page.evaluate(_DRAWN))
            opened = _tasks(session)
            answered += _used(page)
            opening += opened
            processor += _tasks(session) - opened
            page.close()
        browser.close()
    yield from _spread("first_contentful_paint", painted)
    yield from _spread("map_drawn", drawn)
    yield from _spread("interaction", answered)
    yield Figure("opening_processor_mean_ms", round(1000 * opening / visits))
    yield Figure("interaction_processor_mean_ms", round(1000 * processor / len(answered)))


def _tasks(session: Any) -> float:
    """Seconds of a core that the page's main thread has had."""
    found = session.send("Performance.getMetrics")["metrics"]
    return next(float(m["value"]) for m in found if m["name"] == "TaskDuration")


def _used(page: Any) -> list[float]:
    """Zooms, pans, opens a mark, and brushes; milliseconds from each event to its frame."""
    page.focus("#map")
    for key in ("+", "+", "ArrowLeft", "+", "ArrowUp", "+", "+", "ArrowRight", "-", "-", "Enter"):
        page.keyboard.press(key)
        page.wait_for_timeout(60)
    page.click("#picked button")
    _dragged(page, "#map", 0.4, 0.6)
    _dragged(page, "#strip", 0.3, 0.5)
    page.wait_for_timeout(500)
    found: list[float] = page.evaluate("answered")
    return found


def _dragged(page: Any, selector: str, start: float, end: float) -> None:
    element = page.locator(selector)
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    x, y = box["x"], box["y"] + box["height"] / 3
    page.mouse.move(x + start * box["width"], y)
    page.mouse.down()
    for step in range(1, 21):
        page.mouse.move(x + (start + (end - start) * step / 20) * box["width"], y + step)
        page.wait_for_timeout(30)
    page.mouse.up()


def _spread(name: str, values: Sequence[float]) -> Iterator[Figure]:
    """The median and the 95th percentile, of milliseconds."""
    ordered = sorted(values)
    for label, share in (("median", 0.5), ("p95", 0.95)):
        at = min(len(ordered) - 1, int(share * len(ordered)))
        yield Figure(f"{name}_{label}_ms", round(ordered[at]), len(ordered))
