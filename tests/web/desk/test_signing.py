"""Logging in and out: cookies, limits, and where it leads."""

from __future__ import annotations

import pytest
from django.test import Client

from tallystick.web.people import limits, roster
from tallystick.web.people.models import User
from tallystick.web.people.roles import Role
from tests.web.desk.conftest import PASSWORD, Room
from tests.web.pages import read


def ana(role: Role = Role.ANALYST) -> User:
    return roster.add("ana", role, PASSWORD)


def sent(client: Client, password: str = PASSWORD, **more: str) -> int:
    return client.post("/login/", {"name": "ana", "password": password, **more}).status_code


def test_with_the_right_password_one_is_in_and_with_another_not(desk: Room) -> None:
    ana()
    client = desk.client()
    assert sent(client, "wrong password!") == 403
    assert client.get("/desk/").status_code == 302
    response = client.post("/login/", {"name": " Ana ", "password": PASSWORD})
    assert (response.status_code, response.headers["Location"]) == (302, "/desk/")
    assert "ana , analyst" in read(client, "/desk/").words
    assert client.post("/logout/").status_code == 302
    assert client.get("/desk/").status_code == 302


def test_the_answer_does_not_tell_whether_there_is_such_a_user(desk: Room) -> None:
    ana()
    pages = [
        desk.client().post("/login/", {"name": name, "password": "wrong"}).content.decode()
        for name in ("ana", "eva")
    ]
    assert pages[0].replace("ana", "eva").split("</form>")[1:] == pages[1].split("</form>")[1:]
    assert all("do not belong together" in page for page in pages)


def test_the_session_is_a_new_one_and_its_cookie_is_for_the_server_alone(desk: Room) -> None:
    ana()
    client = desk.client()
    sent(client)
    cookie = client.cookies["session"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    first = cookie.value
    client.post("/logout/")
    sent(client)
    assert client.cookies["session"].value != first


def test_behind_tls_the_cookies_are_for_it_alone() -> None:
    from pathlib import Path

    from tallystick.web.app import Desk, _accounts

    told = _accounts(Desk(Path("app.db"), "k" * 32, "https://room.example"))
    assert told["SESSION_COOKIE_SECURE"]
    assert told["CSRF_COOKIE_SECURE"]
    assert told["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert told["SECRET_KEY"] == "k" * 32
    assert _accounts(None)["DATABASES"] == {}


def test_too_many_wrong_passwords_have_to_wait_also_with_the_right_one(
    desk: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana()
    client = desk.client()
    assert [sent(client, "wrong") for _ in range(limits.HERE.most)] == [403] * 5
    response = client.post("/login/", {"name": "ana", "password": PASSWORD})
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "900"
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert sent(elsewhere) == 302  # others are not shut out by it
    roster.add("ben", Role.READER, PASSWORD)
    assert client.post("/login/", {"name": "ben", "password": PASSWORD}).status_code == 302
    monkeypatch.setattr(limits, "HERE", limits.Limit("login at", 5, 0))
    assert sent(client) == 302


def test_one_address_cannot_try_many_names(desk: Room) -> None:
    ana()
    client = desk.client()
    for number in range(limits.ADDRESS.most):
        client.post("/login/", {"name": f"user{number}", "password": "wrong"})
    assert sent(client) == 429


def test_one_name_cannot_be_tried_from_many_addresses(desk: Room) -> None:
    ana()
    for number in range(limits.NAME.most):
        sent(Client(REMOTE_ADDR=f"192.0.2.{number}"), "wrong")
    assert sent(Client(REMOTE_ADDR="192.0.2.250")) == 429


def test_one_is_led_on_only_within_the_room(desk: Room) -> None:
    ana()
    for asked, led in (
        ("/desk/audit/?page=2", "/desk/audit/?page=2"),
        ("https://elsewhere.example/", "/desk/"),
        ("//elsewhere.example/", "/desk/"),
        ("javascript:alert(1)", "/desk/"),
        ("http://testserver@elsewhere.example/", "/desk/"),
    ):
        client = desk.client()
        response = client.post("/login/", {"name": "ana", "password": PASSWORD, "next": asked})
        assert response.headers["Location"] == led, asked


def test_a_page_that_takes_a_login_leads_there_and_back(desk: Room) -> None:
    response = desk.client().get("/desk/?only=new")
    assert response.headers["Location"] == "/login/?next=%2Fdesk%2F%3Fonly%3Dnew"


def test_who_is_disabled_is_out_at_once_and_a_role_holds_at_once(desk: Room) -> None:
    ana()
    roster.add("root", Role.ADMINISTRATOR, PASSWORD)
    client = desk.client()
    sent(client)
    assert client.get("/desk/").status_code == 200
    roster.change("ana", role=Role.READER)
    assert client.get("/desk/").status_code == 403
    roster.change("ana", role=Role.ANALYST, active=False)
    assert client.get("/desk/").status_code == 302
    assert sent(client) == 403


NEW = "quite another secret"


def changed(client: Client, old: str = PASSWORD, new: str = NEW, again: str = NEW) -> int:
    given = {"old": old, "new": new, "again": again}
    return client.post("/account/password/", given).status_code


def test_one_changes_ones_own_password_and_every_other_session_ends(desk: Room) -> None:
    ana()
    mine, other = desk.client(), desk.client()
    for client in (mine, other):
        sent(client)
    assert changed(mine) == 303
    assert mine.get("/desk/").status_code == 200
    assert other.get("/desk/").status_code == 302
    assert sent(desk.client()) == 403
    assert sent(desk.client(), NEW) == 302


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"old": "not the right one"}, "not your present password"),
        ({"again": "something else altogether"}, "not the same twice"),
        ({"new": "short", "again": "short"}, "too short"),
        ({"new": "123456789012345", "again": "123456789012345"}, "numeric"),
    ],
)
def test_a_password_that_will_not_do_is_told_and_the_old_one_counts(
    desk: Room, given: dict[str, str], told: str
) -> None:
    user, client = ana(), desk.client()
    sent(client)
    fields = {"old": PASSWORD, "new": NEW, "again": NEW, **given}
    response = client.post("/account/password/", fields)
    assert response.status_code == 400
    assert told in response.content.decode()
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_whoever_sits_down_at_an_open_desk_cannot_guess_the_password(desk: Room) -> None:
    ana()
    client = desk.client()
    sent(client)
    assert {changed(client, old=f"a guess, number {n}") for n in range(5)} == {400}
    assert changed(client) == 400
    assert sent(desk.client()) == 302


def test_the_page_takes_a_login_also_where_anybody_may_read(desk: Room) -> None:
    assert desk.client().get("/account/password/").status_code == 302
