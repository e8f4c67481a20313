"""Serving: on this machine alone, from a ledger that is there."""

from __future__ import annotations

import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from django.test import override_settings

from tallystick.cli import main
from tallystick.errors import TallystickError
from tallystick.web.library import Library
from tallystick.web.serving import SECRET, Door, _rehearse, desk_of

LONG = "k" * 32
ACCOUNTS = Path("app.db")
ROOM = "https://room.example"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "localhost", "::1"])
def test_on_this_machine_nobody_need_log_in(host: str) -> None:
    assert desk_of(Door(host=host)) is None
    desk = desk_of(Door(host=host, accounts=ACCOUNTS))
    assert desk
    assert (desk.public, desk.origin) == (True, None)
    assert len(desk.secret) > 32


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "example.org", ""])
def test_elsewhere_takes_accounts_tls_and_a_secret(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SECRET, raising=False)
    with pytest.raises(TallystickError, match=r"needs accounts.*user add"):
        desk_of(Door(host=host))
    with pytest.raises(TallystickError, match=r"in the clear.*--origin"):
        desk_of(Door(host=host, accounts=ACCOUNTS))
    for bad in ("http://room.example", "room.example", "https://", "https://a.example/path"):
        with pytest.raises(TallystickError, match="in the clear"):
            desk_of(Door(host=host, accounts=ACCOUNTS, origin=bad))
    door = Door(host=host, accounts=ACCOUNTS, origin=ROOM)
    for bad in (None, "", "k" * 31):
        if bad is not None:
            monkeypatch.setenv(SECRET, bad)
        with pytest.raises(TallystickError, match=rf"set {SECRET}.*32 characters.*token_urlsafe"):
            desk_of(door)
    monkeypatch.setenv(SECRET, LONG)
    desk = desk_of(door)
    assert desk
    assert (desk.secret, desk.origin, desk.public) == (LONG, ROOM, False)
    assert LONG not in repr(desk)


def test_an_origin_makes_a_room_shared_though_it_listens_here() -> None:
    with pytest.raises(TallystickError, match=r"--origin https://room.example.*needs accounts"):
        desk_of(Door(origin=ROOM))


def run(*words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tallystick", "serve", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_it_answers_at_the_address_that_it_tells(scene_ledger: Path) -> None:
    before = scene_ledger.read_bytes()
    process = run("--ledger", str(scene_ledger), "--port", "0")
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = next(word for word in line.split() if word.startswith("http"))
        connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
        connection.request("GET", "/")
        answer = connection.getresponse()
        assert answer.status == 200
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert answer.headers["Server"] is None
        connection.close()
    finally:
        process.terminate()
        process.communicate()
    assert scene_ledger.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "told"),
    [(("--host", "0.0.0.0"), "needs accounts"), (("--ledger", "none.ledger"), "tallystick build")],
)
def test_what_cannot_be_served_ends_in_one_line(options: tuple[str, ...], told: str) -> None:
    process = run(*options)
    _, complaint = process.communicate()
    assert process.returncode == 1
    assert told in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize("host", ["testserver", "room.example"])
def test_the_lists_are_made_before_anybody_asks(scene_ledger: Path, host: str) -> None:
    library = Library(scene_ledger)
    with override_settings(TALLYSTICK_LIBRARY=library, ALLOWED_HOSTS=[host]):
        _rehearse()
    assert {"columns", "choices", "actors", "places"} <= vars(library.view()).keys()


def test_a_port_that_is_taken_is_told(scene_ledger: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = run("--ledger", str(scene_ledger), "--port", str(taken.getsockname()[1]))
        _, complaint = process.communicate()
    assert "name another --port" in complaint


def test_without_django_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tallystick.web.serving", None)
    result = CliRunner().invoke(main, ["serve"])
    assert result.exit_code == 1
    assert "pip install 'tallystick[web]'" in result.output
