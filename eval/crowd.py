"""Does the reading room stay up while many use it? Readers, analysts, and a build at once.

``--readers`` ask for pages and ``--analysts`` log in and decide at the review desk, each with a
pause of about ``--pause`` seconds, for ``--seconds``, while documents are added to the same ledger
every second, as a build adds them. An error is any answer but the one that is due, and a decision
that who made it does not see on the next page; one that is told to come again, because the ledger
was held, is counted apart.
"""

from __future__ import annotations

import random
import re
import sys
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import islice
from os import getloadavg
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from urllib.parse import urlencode, urlsplit

from eval.common import Figure, Scores, arguments, finish
from eval.scale.archive import with_hash, write_archive
from eval.scale.reports import told
from eval.served import PASSWORD, served, with_accounts
from tallystick.ledger import Ledger

_PAGES = ("/", "/?contested=any", "/actors/", "/places/", "/api/v1/incidents", "/feed.atom")
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_PAIR = re.compile(r'"(/desk/pairs/[^"?]+)["?]')
_INCIDENT = re.compile(r'"(/incidents/i-[0-9a-f]+/)"')


@dataclass(slots=True)
class _Tally:
    """What one user met: seconds of each answer, and what went wrong."""

    reads: list[float] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    again: int = 0  # decisions that were told to come again


def main(argv: Sequence[str] = ()) -> Scores:
    """Serve, let them in, measure."""
    options = _options(argv)
    with TemporaryDirectory() as folder, _room(Path(folder), options) as (address, ledger):
        done = Event()
        users = [_Tally() for _ in range(options.readers + options.analysts)]
        jobs = [Thread(target=_build, args=(ledger, done))]
        for number, tally in enumerate(users):
            act = _read if number < options.readers else _analyse
            jobs.append(Thread(target=act, args=(address, number, tally, options.pause, done)))
        for job in jobs:
            job.start()
        time.sleep(options.seconds)
        done.set()
        for job in jobs:
            job.join()
    return finish(Scores("crowd", tuple(_figures(users))), options.json)


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("crowd", __doc__ or "")
    parser.add_argument("--incidents", type=int, default=200, help="incidents to begin with")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--analysts", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--pause", type=float, default=5, help="between two pages, on average")
    return parser.parse_args(argv)


def _figures(users: Sequence[_Tally]) -> Iterator[Figure]:
    reads = sorted(second for user in users for second in user.reads)
    writes = sorted(second for user in users for second in user.writes)
    errors = [error for user in users for error in user.errors]
    for error in dict.fromkeys(errors):
        print(f"  {errors.count(error)} times: {error}")
    yield Figure("errors", len(errors))
    yield Figure("decisions_told_to_come_again", sum(user.again for user in users))
    for name, seconds in (("reads", reads), ("decisions", writes)):
        yield Figure(name, len(seconds))
        for percent in (50, 99):
            yield Figure(f"{name}_p{percent}_ms", round(percentile(seconds, percent) * 1000))
    yield Figure("load_of_the_machine", round(getloadavg()[0], 1))


def percentile(ordered: Sequence[float], percent: int) -> float:
    """The least value that so many per cent do not exceed; 0 of none."""
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)] if ordered else 0.0


# -- the room ------------------------------------------------------------------------------


@contextmanager
def _room(folder: Path, options: Namespace) -> Iterator[tuple[str, Path]]:
    ledger = folder / "crowd.ledger"
    write_archive(ledger, options.incidents)
    users = range(options.readers, options.readers + options.analysts)
    accounts = with_accounts(folder, **{f"analyst{number}": "analyst" for number in users})
    with served(ledger, *accounts) as room:
        yield room.address, ledger


def _build(ledger: Path, done: Event) -> None:
    """Documents that come one after the other, under the lock that a build holds."""
    with Ledger.open(ledger) as opened:
        run = opened.start_run("build")
        made_up = (with_hash(each.reading) for each in told(10**9, seed=12))
        new = (reading for reading in made_up if not opened.has(reading.document.id))
        while not done.wait(1.0):
            opened.add_many([(r, r.document.text.encode()) for r in islice(new, 4)], run=run)
        opened.finish_run(run)


# -- its users -----------------------------------------------------------------------------


@dataclass(slots=True)
class _Browser:
    """One connection with its cookies, as a browser has them."""

    connection: HTTPConnection
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if form is not None:
            body = urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request("GET" if form is None else "POST", path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, text


def _timed(
    browser: _Browser, path: str, spent: list[float], form: dict[str, str] | None = None
) -> tuple[int, str]:
    begun = time.perf_counter()
    answered = browser.ask(path, form)
    spent.append(time.perf_counter() - begun)
    return answered


def _opened(address: str) -> closing[HTTPConnection]:
    return closing(HTTPConnection(urlsplit(address).netloc, timeout=120))


def _read(address: str, number: int, tally: _Tally, pause: float, done: Event) -> None:
    """Looks at lists, and at incidents that they name."""
    chance = random.Random(number)
    with _opened(address) as connection:
        browser, known = _Browser(connection), list(_PAGES)
        while not done.wait(chance.expovariate(1 / pause)):
            path = chance.choice(known)
            status, text = _timed(browser, path, tally.reads)
            known += _INCIDENT.findall(text)[:20]
            if status != 200:
                tally.errors.append(f"{path}: {status}")


def _analyse(address: str, number: int, tally: _Tally, pause: float, done: Event) -> None:
    """Logs in, and judges pairs of the queue for as long as there are any."""
    chance = random.Random(number)
    with _opened(address) as connection:
        browser = _Browser(connection)
        token = _token(browser.ask("/login/")[1])
        who = {"name": f"analyst{number}", "password": PASSWORD, "csrfmiddlewaretoken": token}
        status, _ = browser.ask("/login/", who)
        if status != 302:
            tally.errors.append(f"logging in: {status}")
        while not done.wait(chance.expovariate(1 / pause)):
            status, text = _timed(browser, "/desk/?only=duplicate", tally.reads)
            if status != 200:
                tally.errors.append(f"the queue: {status}")
            elif pairs := sorted(set(_PAIR.findall(text))):
                _judge(browser, chance.choice(pairs), _token(text), tally)


def _judge(browser: _Browser, path: str, token: str, tally: _Tally) -> None:
    """Judges a pair, and looks at once whether it has left the queue."""
    form = {"verdict": "unsure", "why": "nobody can tell", "csrfmiddlewaretoken": token}
    status, _ = _timed(browser, f"{path}decide/", tally.writes, form)
    tally.again += status == 503
    if status not in (303, 503):
        tally.errors.append(f"deciding: {status}")
    if status == 303:
        _, text = _timed(browser, "/desk/?only=duplicate", tally.reads)
        if path in _PAIR.findall(text):
            tally.errors.append("a decision is not seen by who made it")


def _token(text: str) -> str:
    found = _TOKEN.search(text)
    return found[1] if found else ""


if __name__ == "__main__":
    main(sys.argv[1:])
