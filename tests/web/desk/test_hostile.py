"""Script in words that people write, in documents, and in addresses never becomes markup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tallystick.ledger import Ledger
from tallystick.model.entries import (
    Addition,
    Answer,
    Assessment,
    Comment,
    Correction,
    Finding,
    Reply,
    Request,
    Ruling,
)
from tallystick.model.judgement import Verdict
from tallystick.review import entry
from tallystick.web.people.models import Problem
from tests.builders import judgement
from tests.ledger.test_entries import TODAY
from tests.test_api import kept
from tests.web.desk.conftest import Room, opened
from tests.web.pages import Read, read
from tests.web.test_room import HOSTILE, hostile


def hostile_ledger(path: Path) -> Path:
    """Every text that anybody can write is a piece of markup."""
    scene = hostile()
    a, b = (r.reports[0] for r in scene.readings)
    kept(scene, path)
    doubt = judgement(a, b, Verdict.UNSURE, by="somebody", why=HOSTILE)
    comment = entry(Comment(a.id, HOSTILE), by="ana")
    waiting = entry(Comment(b.id, HOSTILE + " waits"), by="ana")
    request = entry(Request(a.id, HOSTILE, TODAY, HOSTILE), by="ana")
    with Ledger.open(path) as ledger:
        ledger.decide(
            judgements=[doubt],
            entries=[
                comment,
                waiting,
                request,
                entry(Ruling(comment.id, approved=True), by="ben"),
                entry(Answer(request.id, Reply.OTHER, HOSTILE, TODAY), by="ana"),
                entry(Assessment((a.id,), Finding.CONFIRMED, HOSTILE), by="ana"),
                entry(Correction(b.statements[-1].id, None, HOSTILE), by="ana"),
                entry(Addition(b.statements[0], HOSTILE), by="ana"),
            ],
        )
    return path


@pytest.fixture
def room(accounts: None, tmp_path: Path) -> Iterator[Room]:
    for made in opened(hostile_ledger(tmp_path / "hostile.ledger")):
        Problem.objects.create(text=HOSTILE, by=HOSTILE)
        yield made


def clean(page: Read) -> None:
    """Only the room's own script and picture, no handler, no address that is a script."""
    assert {g.get("src") for g in page.of("script")} <= {
        "/static/desk.js", "/static/map.js", "/static/overview.js",
    }, page.address  # fmt: skip
    assert {g.get("src") for g in page.of("img")} == {"/static/mark.svg"}, page.address
    handlers = [n for _, given in page.elements for n in given if n[:2] == "on" or n == "style"]
    assert handlers == [], page.address
    links = [g.get(n) or "" for _, g in page.elements for n in ("href", "src", "action")]
    assert [link for link in links if link.lower().lstrip().startswith("java")] == []


def test_no_page_of_the_desk_runs_what_somebody_wrote(room: Room) -> None:
    client = room.client("moderator")
    first, second = (i.id for i in room.incidents)
    statement = room.incidents[0].statements[0].id
    addresses = [
        "/desk/", "/desk/audit/", "/desk/comments/", f"/desk/pairs/{first}/{second}/",
        f"/incidents/{first}/", f"/incidents/{second}/", f"/desk/statements/{statement}/",
        "/desk/?only=contested",
    ]  # fmt: skip
    shown = ""
    for address in addresses:
        page = read(client, address)
        clean(page)
        shown += page.words
    assert HOSTILE in shown  # it is there, as text
    for address in (f"/incidents/{first}/", f"/incidents/{second}/"):
        clean(read(room.client(), address))


@pytest.mark.parametrize(
    "address",
    ["/login/?next={0}&name={0}", "/desk/?only={0}&page={0}&done={0}", "/desk/audit/?undone={0}",
     "/desk/comments/?done={0}", "/problems/?text={0}", "/incidents/{1}/?only={0}&done={0}",
     "/incidents/{1}/?commented={0}", "/desk/pairs/{1}/{2}/?only={0}&done={0}",
     "/desk/statements/{0}/", "/desk/pairs/{0}/{0}/", "/incidents/{0}/"],
)  # fmt: skip
def test_an_address_never_becomes_markup(room: Room, address: str) -> None:
    from urllib.parse import quote

    first, second = (i.id for i in room.incidents)
    client = room.client("moderator")
    asked = address.format(quote(HOSTILE, safe=""), first, second)
    response = client.get(asked)
    assert response.status_code in (200, 404)
    clean(Read(asked, response.content.decode()))


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/login/", ("name", "password", "next")),
        ("/problems/", ("text", "website")),
        ("/desk/many/", ("item", "decision", "why", "only", "page")),
        ("/desk/claim/", ("item", "only")),
        ("/desk/undo/", ("done",)),
        ("/desk/pairs/{0}/{1}/decide/", ("verdict", "why", "only")),
        ("/incidents/{0}/decide/", ("finding", "why", "only")),
        ("/incidents/{0}/requests/", ("asked", "on", "question")),
        ("/incidents/{0}/comments/", ("text", "website")),
        ("/desk/reports/{3}/?field=target", ("name", "kind", "chain", "words", "why", "stance")),
        ("/desk/statements/{2}/", ("kind", "stance", "chain", "words", "why", "name")),
    ],
)
def test_what_a_form_sends_never_becomes_markup(
    room: Room, address: str, fields: tuple[str, ...]
) -> None:
    first, second = (i.id for i in room.incidents)
    told = room.incidents[0]
    asked = address.format(first, second, told.statements[0].id, told.reports[0].id)
    client = room.client("moderator")
    response = client.post(asked, dict.fromkeys(fields, HOSTILE))
    assert response.status_code in (303, 400, 403, 404)
    if response.status_code == 303:
        assert "\n" not in response.headers["Location"]
        response = client.get(response.headers["Location"])
    clean(Read(asked, response.content.decode()))
