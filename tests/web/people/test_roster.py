"""Adding users and changing them, by the functions and by the command."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from tallystick.cli.serving import ROLES, _done
from tallystick.errors import NotFoundError, TallystickError
from tallystick.web.people import roster
from tallystick.web.people.models import Token
from tallystick.web.people.roles import Role
from tests.web.desk.conftest import PASSWORD, Room


def test_each_role_may_do_what_those_before_it_may() -> None:
    assert tuple(ROLES) == tuple(Role)
    for at, role in enumerate(Role):
        assert [role.reaches(other) for other in Role] == [n <= at for n in range(len(Role))]


@pytest.mark.parametrize("name", ["", "a", "Ana", "ana b", "1ana", "a" * 41, "program", "ana<i>"])
def test_a_name_that_will_not_do(desk: Room, name: str) -> None:
    with pytest.raises(TallystickError, match="cannot be called"):
        roster.add(name, Role.READER, PASSWORD)


@pytest.mark.parametrize("password", ["", "short", "passwordpassword"[:8], "123456789012345"])
def test_a_password_that_is_easy_to_guess(desk: Room, password: str) -> None:
    with pytest.raises(TallystickError, match="password"):
        roster.add("ana", Role.READER, password)
    assert roster.everybody() == []


def test_two_cannot_have_one_name(desk: Room) -> None:
    roster.add("ana", Role.READER, PASSWORD)
    with pytest.raises(TallystickError, match="already"):
        roster.add("ana", Role.ANALYST, PASSWORD)
    with pytest.raises(NotFoundError, match="no user ben"):
        roster.find("ben")


def test_the_last_administrator_stays(desk: Room) -> None:
    roster.add("root", Role.ADMINISTRATOR, PASSWORD)
    for change in ({"active": False}, {"role": Role.READER}):
        with pytest.raises(TallystickError, match="only administrator"):
            roster.change("root", **change)  # type: ignore[arg-type]
    roster.add("other", Role.ADMINISTRATOR, PASSWORD)
    assert not roster.change("root", active=False).is_active


def test_a_token_is_kept_as_its_hash_and_ends_with_its_user(desk: Room) -> None:
    roster.add("ana", Role.ANALYST, PASSWORD)
    token = roster.new_token("ana", "")
    assert roster.bearer(token) == roster.find("ana")
    assert token not in str(list(Token.objects.values()))
    assert roster.drop_tokens("ana") == 1
    assert roster.bearer(token) is None
    again = roster.new_token("ana", "")
    roster.change("ana", active=False)
    assert roster.bearer(again) is None
    assert not Token.objects.exists()


def run(folder: Path, *words: str, typed: str = "") -> tuple[int, str]:
    command = [sys.executable, "-m", "tallystick", "user", *words]
    env = {k: v for k, v in os.environ.items() if k != "TALLYSTICK_ACCOUNTS"}
    done = subprocess.run(
        command, cwd=folder, input=typed, capture_output=True, text=True, env=env, check=False
    )
    return done.returncode, (done.stdout + done.stderr).strip()


def test_the_command_makes_the_file_for_its_owner_alone(tmp_path: Path) -> None:
    assert run(tmp_path, "list") == (
        1, "Error: app.db: no accounts here; `tallystick user add` makes them",
    )  # fmt: skip
    added = run(tmp_path, "add", "ana", "--role", "analyst", typed=f"{PASSWORD}\n")
    assert added == (0, "ana: analyst")
    assert stat.S_IMODE((tmp_path / "app.db").stat().st_mode) == 0o600
    assert PASSWORD.encode() not in (tmp_path / "app.db").read_bytes()
    assert run(tmp_path, "list") == (0, "ana: analyst")


def test_a_file_that_holds_no_accounts_is_named(tmp_path: Path) -> None:
    (tmp_path / "app.db").write_text("Ana, analyst")
    code, told = run(tmp_path, "list")
    assert code == 1
    assert told.startswith("Error: ")
    assert "app.db: file is not a database; check its permissions" in told
    assert "Traceback" not in told


def test_every_act_says_what_it_did(desk: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(f"{PASSWORD}\nshort\nanother {PASSWORD}\n"))
    done = [
        _done(roster, act, "ana", role)
        for act, role in (("add", "analyst"), ("role", "reader"), ("disable", ""), ("enable", ""))
    ]
    assert done == [
        ["ana: analyst"], ["ana: reader"], ["ana: reader, disabled"], ["ana: reader"],
    ]  # fmt: skip
    with pytest.raises(TallystickError, match="too short"):
        _done(roster, "password", "ana", "")
    assert _done(roster, "password", "ana", "") == ["ana has another password."]
    (token,) = _done(roster, "token", "ana", "")
    assert roster.bearer(token) == roster.find("ana")
    assert _done(roster, "revoke", "ana", "") == ["1 token of ana ended."]
    assert _done(roster, "list", "", "") == ["ana: reader"]
