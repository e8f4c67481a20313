"""Every address × role × method × origin: what answers is what the table says."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from tallystick.ledger import Ledger
from tallystick.model.entries import Comment
from tallystick.web.desk.access import GET, TABLE, access
from tallystick.web.guard import HEADERS
from tallystick.web.people.models import Problem
from tallystick.web.people.roles import Role
from tallystick.web.urls import urlpatterns
from tests.builders import entry
from tests.scenes import HILL, TROOPS
from tests.web.desk.conftest import Room, everyone
from tests.web.pages import read

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
NAMES = [str(route.name) for route in urlpatterns]

# Address by address: the methods that it takes, and who may. It is written out here so that a
# change of the table in the program is a change here, too.
READ = (GET, None)
EXPECTED = {
    **dict.fromkeys(
        ("overview", "incident", "documents", "document", "actors", "actor", "places", "place",
         "tally", "tally_csv", "announced", "method", "feed", "api_incidents", "api_incident",
         "api_map", "api_documents", "api_document", "api_tally", "api_tallies", "openapi"),
        READ,
    ),
    "static": READ,
    "login": ((*GET, "POST"), None),
    "logout": (("POST",), None),
    "password": ((*GET, "POST"), "reader"),
    "problem": ((*GET, "POST"), None),
    "queue": (GET, "analyst"),
    "pair": (GET, "analyst"),
    "audit": (GET, "analyst"),
    "misread": ((*GET, "POST"), "analyst"),
    "missed": ((*GET, "POST"), "analyst"),
    "decide_pair": (("POST",), "analyst"),
    "decide_single": (("POST",), "analyst"),
    "decide_many": (("POST",), "analyst"),
    "claim": (("POST",), "analyst"),
    "undo": (("POST",), "analyst"),
    "ask": (("POST",), "analyst"),
    "answer": (("POST",), "analyst"),
    "comment": (("POST",), "contributor"),
    "comments": (GET, "moderator"),
    "rule": (("POST",), "moderator"),
    "problem_done": (("POST",), "moderator"),
    "api_judge": (("POST",), "analyst"),
    "api_assess": (("POST",), "analyst"),
    "api_comment": (("POST",), "contributor"),
    "api_withdraw": (("POST",), "analyst"),
}  # fmt: skip
BY_TOKEN = ("api_judge", "api_assess", "api_comment", "api_withdraw")


def test_the_table_has_every_address_and_no_other() -> None:
    assert set(EXPECTED) == set(NAMES)
    assert set(TABLE) <= set(NAMES)
    assert {name for name in NAMES if access(name).token} == set(BY_TOKEN)


@pytest.fixture
def addresses(desk: Room) -> dict[str, str]:
    return addresses_of(desk)


def addresses_of(room: Room) -> dict[str, str]:
    """An address of every name at which something is there."""
    first, second = room.ids
    incident = room.incidents[0]
    comment = entry(Comment(incident.reports[0].id, "a word"), by="somebody")
    with Ledger.beside(room.path) as ledger:
        ledger.decide(entries=[comment])
    problem = Problem.objects.create(text="x", by="")
    known = {
        "incident": incident.id,
        "document": incident.documents[0].id,
        "actor": TROOPS.id,
        "place": HILL.id,
    }
    parts: dict[str, list[object]] = {
        **{name: [known[name]] for name in known},
        "static": ["room.css"],
        "pair": [first, second],
        "decide_pair": [first, second],
        "misread": [incident.statements[0].id],
        "missed": [incident.reports[0].id],
        "answer": [incident.id, "e-none"],
        "rule": [comment.id],
        "problem_done": [problem.id],
        "api_incident": [known["incident"]],
        "api_document": [known["document"]],
        **{
            name: [incident.id]
            for name in ("decide_single", "comment", "ask", "api_assess", "api_comment")
        },
    }
    return {name: reverse(name, args=parts.get(name, [])) for name in NAMES}


def may(role: str | None, least: str | None) -> bool:
    return least is None or (role is not None and Role(role).reaches(Role(least)))


@pytest.mark.parametrize("role", everyone())
def test_every_address_takes_the_methods_and_roles_of_the_table(
    desk: Room, addresses: dict[str, str], role: str | None
) -> None:
    wrong = []
    for name, address in addresses.items():
        methods, least = EXPECTED[name]
        for method in METHODS:
            if name == "logout" and method == "POST":
                continue  # would end the session that the next ones need
            client = desk.client(role)
            status = client.generic(method, address).status_code
            if method not in methods:
                good = status == 405
            elif name in BY_TOKEN:
                good = status == 401  # a cookie never counts there
            elif may(role, least):
                # a form without its fields is not understood; nothing else may go wrong
                good = status == 200 if method in GET else status in (303, 400, 403, 404)
                good = good and (status != 403 or name == "login")
            elif role is None:
                good = status == (302 if method in GET else 401)
            else:
                good = status == 403
            if not good:
                wrong.append((name, method, role, status))
    assert wrong == []


@pytest.mark.parametrize("role", everyone())
def test_a_closed_room_shows_nothing_before_one_has_logged_in(
    closed: Room, role: str | None
) -> None:
    wrong = []
    for name, address in addresses_of(closed).items():
        methods, least = EXPECTED[name]
        if "GET" not in methods:
            continue
        status = closed.client(role).get(address).status_code
        if role is None and name not in ("login", "static"):
            expected = 401 if address.startswith("/api/") else 302
        else:
            expected = 200 if may(role, least) else 403
        if status != expected:
            wrong.append((name, role, status))
    assert wrong == []


ORIGINS = ("https://elsewhere.example", "http://testserver.elsewhere.example", "null",
           "http://testserver:81", "https://testserver")  # fmt: skip


@pytest.mark.parametrize("origin", [*ORIGINS, None])
def test_a_form_from_elsewhere_is_refused_everywhere_and_for_everybody(
    desk: Room, addresses: dict[str, str], origin: str | None
) -> None:
    """With a right cookie and token, but from another origin; and from here without the token."""
    before = desk.entries
    for name, address in addresses.items():
        if "POST" not in EXPECTED[name][0] or name in BY_TOKEN:
            continue
        for role in everyone():
            client = Client(enforce_csrf_checks=True)
            if role:
                client.force_login(desk.user(role))
            client.get("/login/")
            token = client.cookies["csrf"].value
            data = {"csrfmiddlewaretoken": token if origin else ""}
            headers = {"origin": origin} if origin else {"origin": "http://testserver"}
            response = client.post(address, data, headers=headers)
            assert response.status_code == 403, (name, role, origin)
            assert "not sent from here" in response.content.decode(), (name, role, origin)
    assert desk.entries == before


def test_the_same_form_from_here_is_taken(desk: Room, addresses: dict[str, str]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(desk.user("contributor"))
    page = read(client, addresses["incident"])
    token = next(g["value"] for g in page.of("input") if g.get("name") == "csrfmiddlewaretoken")
    data = {"csrfmiddlewaretoken": token, "text": "The base was empty."}
    response = client.post(addresses["comment"], data, headers={"origin": "http://testserver"})
    assert response.status_code == 303
    assert desk.entries[-1].by == "contributor"


@pytest.mark.parametrize("role", everyone())
@pytest.mark.parametrize("name", BY_TOKEN)
def test_the_writes_of_the_api_take_a_token_of_the_role(
    desk: Room, addresses: dict[str, str], name: str, role: str | None
) -> None:
    least = EXPECTED[name][1]
    headers = {"authorization": f"Bearer {desk.token(role)}"} if role else {}
    for origin in ({}, {"origin": ORIGINS[0]}):
        response = Client(enforce_csrf_checks=True).post(
            addresses[name], "{}", content_type="application/json", headers={**headers, **origin}
        )
        expected = 401 if role is None else 400 if may(role, least) else 403
        assert response.status_code == expected, response.content
        assert "Access-Control-Allow-Origin" not in response.headers


def test_a_wrong_token_is_nobodys(desk: Room, addresses: dict[str, str]) -> None:
    token = desk.token("analyst")
    for header in (f"Bearer {token}x", f"Basic {token}", token, "Bearer", "Bearer "):
        response = Client().post(addresses["api_judge"], headers={"authorization": header})
        assert response.status_code == 401, header
        assert response.headers["WWW-Authenticate"] == "Bearer"


def test_a_token_reads_a_closed_room(closed: Room) -> None:
    headers = {"authorization": f"Bearer {closed.token('reader')}"}
    assert Client().get("/api/v1/incidents", headers=headers).status_code == 200
    assert Client().get("/", headers=headers).status_code == 302  # pages take a login


def test_every_answer_at_the_desk_has_the_security_headers(
    desk: Room, addresses: dict[str, str]
) -> None:
    for address in addresses.values():
        for role in (None, "administrator"):
            headers = desk.client(role).get(address).headers
            assert {name: headers[name] for name in HEADERS} == HEADERS, address


def test_no_page_is_kept_for_others(desk: Room, addresses: dict[str, str]) -> None:
    response = desk.client("analyst").get(addresses["queue"])
    assert "Cookie" in response.headers["Vary"]
    assert "private" in response.headers["Cache-Control"]


def test_where_nobody_logs_in_the_desk_is_not_there(client: Client) -> None:
    for route in urlpatterns:
        assert isinstance(route, URLPattern)
        parts = str(route.pattern).count("<")
        args: list[object] = [1] if "<int" in str(route.pattern) else ["i-x", "i-y"][:parts]
        address = reverse(str(route.name), args=args)
        if route.name in TABLE and route.name != "static":
            assert client.get(address).status_code == 404, address
            assert client.post(address).status_code == 405, address
        assert urlsplit(address).path == address
