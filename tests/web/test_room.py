"""What holds for every page: it answers, its links lead somewhere, nothing foreign gets in."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from urllib.parse import urldefrag, urlsplit
from xml.etree import ElementTree

import pytest
from django.test import Client

from tallystick.ledger import Ledger
from tallystick.model.statement import Field, Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, Place, PlacePrecision, Target
from tallystick.web.guard import HEADERS
from tests.builders import day, document, fact, judgement, reading, report
from tests.scenes import Scene
from tests.test_api import kept
from tests.web.conftest import room
from tests.web.pages import Read, read

PAGES = (
    "/", "/actors/", "/places/", "/documents/", "/tallies/", "/tallies/announced/", "/method/",
)  # fmt: skip
OTHERS = (
    "/feed.atom",
    "/static/room.css",
    "/static/map.js",
    "/api/v1/map",
    "/api/v1/incidents",
    "/tallies/tally.csv",
    "/no/such/",
)
SCRIPTS: dict[str, list[str | None]] = {"/": ["/static/map.js"]}  # of every page, all there is
_BOUNDED = 3  # views as known on a day that are followed: each is worked out anew


def crawl(client: Client, start: str = "/") -> dict[str, Read | None]:
    """Every address that can be reached; of pages, what they hold."""
    found: dict[str, Read | None] = {}
    queue = deque([start])
    bounded = 0
    while queue:
        address = queue.popleft()
        if address in found:
            continue
        if "as_known_on" in address:
            bounded += 1
            if bounded > _BOUNDED:
                continue
        response = client.get(address)
        assert response.status_code == 200, address
        assert {n: response.headers[n] for n in HEADERS} == HEADERS, address
        html = response.headers["Content-Type"].startswith("text/html")
        page = Read(address, response.content.decode()) if html else None
        found[address] = page
        if page and "as_known_on" not in address and "at=" not in address:
            queue.extend(urldefrag(link)[0] for link in page.links if "at=" not in link)
    return found


@pytest.fixture(scope="module")
def crawled(sample: Client) -> dict[str, Read]:
    """Every page of the sample that can be reached."""
    return {address: page for address, page in crawl(sample).items() if page}


def test_every_page_of_the_sample_answers_and_every_link_resolves(
    crawled: dict[str, Read],
) -> None:
    pages = crawled
    assert len(pages) > 150
    ids = {address: set(page.ids) for address, page in pages.items()}
    lost = []
    for address, page in pages.items():
        for link in page.links:
            target, fragment = urldefrag(link)
            plain = urlsplit(target)._replace(query="").geturl() if "at=" in target else target
            if "as_known_on" not in target and fragment and fragment not in ids[plain]:
                lost.append((address, link))
    assert lost == []


def test_no_page_of_the_sample_says_an_id_twice(crawled: dict[str, Read]) -> None:
    twice = [a for a, page in crawled.items() if len(page.ids) != len(set(page.ids))]
    assert twice == []


@pytest.mark.parametrize("address", [*PAGES, *OTHERS])
def test_every_answer_has_the_security_headers(client: Client, address: str) -> None:
    headers = client.get(address).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    policy = headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "style-src 'self'"} <= set(policy)
    assert not any(word in part for part in policy for word in ("unsafe", "http", "data:", "*"))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_no_inline_script_or_style_and_nothing_from_elsewhere(
    client: Client, address: str
) -> None:
    page = read(client, address)
    assert [given.get("src") for given in page.of("script")] == SCRIPTS.get(address, [])
    assert not page.of("style")
    inline = [n for _, given in page.elements for n in given if n == "style" or n[:2] == "on"]
    assert inline == []
    assert [link for link in page.links if urlsplit(link).netloc] == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_a_language_one_heading_labels_and_a_way_past_the_menu(
    client: Client, address: str
) -> None:
    page = read(client, address)
    assert page.of("html")[0]["lang"] == "en"
    assert len(page.of("h1")) == 1
    assert page.of("a")[0]["href"] == "#main"
    assert "main" in page.ids
    controls = [g for tag in ("input", "select") for g in page.of(tag) if g.get("type") != "hidden"]
    assert len(page.of("label")) >= len(controls)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["/", "/api/v1/incidents", "/tallies/"])
def test_nothing_can_be_written(client: Client, method: str, address: str) -> None:
    response = getattr(client, method)(address)
    assert response.status_code == 405
    assert response.headers["Content-Security-Policy"]


def test_another_name_of_the_host_is_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "attacker.example"}).status_code == 400


@pytest.mark.parametrize("address", [*PAGES, "/api/v1/incidents"])
def test_an_answer_that_is_unchanged_is_not_sent_again(client: Client, address: str) -> None:
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize(
    "address",
    ["/incidents/i-none/", "/documents/d-none/", "/actors/none/", "/places/none/", "/nothing/",
     "/static/none.css", "/static/..%2fapp.py", "/api/v1/incidents/i-none"],
)  # fmt: skip
def test_what_is_not_there_is_404(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_ledger_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    for client in room(tmp_path / "none.ledger"):
        assert "tallystick build" in read(client, "/", 503).words


def test_what_is_added_to_the_ledger_shows_at_once(scene_ledger: Path, client: Client) -> None:
    assert "3 documents" not in read(client, "/documents/").words
    new = document("A bomb went off in Hit on 1 May 2024.", name="new.txt", published="2024-05-02")
    with Ledger.open(scene_ledger) as ledger:
        ledger.add(reading(new), new.text.encode(), run=ledger.start_run("build"))
    assert "3 documents" in read(client, "/documents/").words


# -- hostile words -------------------------------------------------------------------

HOSTILE = '<script>alert("1")</script><img src=x onerror=alert(2)>\'"&amp;'


def hostile() -> Scene:
    """Two documents whose every name is a piece of markup."""
    documents = [
        document(f"{name} {HOSTILE} struck the depot.", name=f"{HOSTILE}{name}.txt",
                 title=HOSTILE, publisher=HOSTILE, url=f"javascript:{HOSTILE}{name}",
                 published="2023-12-08")
        for name in ("One", "Two")
    ]  # fmt: skip
    facts = (
        fact(Field.KIND, IncidentKind.BOMBING, HOSTILE, by=HOSTILE),
        fact(Field.WHEN, day("2023-12-08", HOSTILE)),
        fact(Field.WHERE, Place(HOSTILE, PlacePrecision.TOWN, lat=33.0, lon=44.0)),
        fact(Field.ATTACKER, ActorRef(HOSTILE), stance=Stance.CLAIMS, by=HOSTILE),
        fact(Field.ATTACKER, ActorRef(HOSTILE.lower()), stance=Stance.DENIES, by=HOSTILE),
        fact(Field.TARGET, Target(HOSTILE, owner=ActorRef(HOSTILE))),
    )
    reports = [report(each, HOSTILE, *facts) for each in documents]
    readings = tuple(reading(d, r) for d, r in zip(documents, reports, strict=True))
    return Scene(readings, judgement(*reports))


def test_words_of_a_document_never_become_markup(tmp_path: Path) -> None:
    for client in room(kept(hostile(), tmp_path / "hostile.ledger")):
        found = crawl(client)
        assert any(HOSTILE in page.words for page in found.values() if page)
        for address, page in found.items():
            if page is None:
                assert client.get(address).headers["X-Content-Type-Options"] == "nosniff"
                continue
            scripts = SCRIPTS.get(urlsplit(address).path, [])
            assert [given.get("src") for given in page.of("script")] == scripts, address
            assert {given["src"] for given in page.of("img")} == {"/static/mark.svg"}, address
            assert all(not (a.get("href") or "").startswith("java") for a in page.of("a"))
        ElementTree.fromstring(client.get("/feed.atom").content)


@pytest.mark.parametrize(
    "name", ["since", "until", "place", "country", "actor", "kind", "weapon", "standing",
             "contested", "min_confidence", "as_known_on", "box", "page"],
)  # fmt: skip
@pytest.mark.parametrize("base", ["/", "/tallies/", "/feed.atom"])
def test_words_of_an_address_never_become_markup(client: Client, base: str, name: str) -> None:
    response = client.get(base, {name: HOSTILE})
    assert response.status_code in (200, 400)
    assert "<script>" not in response.content.decode()
    assert "<img src=x" not in response.content.decode()
