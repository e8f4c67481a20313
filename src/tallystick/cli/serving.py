"""``serve`` and ``user``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tallystick.cli.options import FileOption, ledger_option
from tallystick.cli.output import complain, line
from tallystick.errors import TallystickError
from tallystick.present.words import plural

if TYPE_CHECKING:
    from types import ModuleType

    from tallystick.web.people.models import User

F = TypeVar("F", bound=Callable[..., Any])

ROLES = ("reader", "contributor", "analyst", "moderator", "administrator")
_ACTS = ("add", "list", "role", "disable", "enable", "password", "token", "revoke")


def accounts_option(default: str | None) -> Callable[[F], F]:
    """``--accounts FILE``."""
    return click.option(
        "--accounts",
        cls=FileOption,
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="TALLYSTICK_ACCOUNTS",
        default=default,
        show_default=bool(default),
        show_envvar=True,
        help="The file of users, sessions and claims.",
    )


@click.command()
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port to listen on; 0 for one that is free.",
)
@accounts_option(None)
@click.option("--origin", metavar="URL", help="The https address under which others reach it.")
@click.option("--public", is_flag=True, help="Let those read, too, who have no account.")
def serve(
    *, ledger: Path, host: str, port: int, accounts: Path | None, origin: str | None, public: bool
) -> None:
    """Open the reading room: pages on the ledger for a browser.

    Without --accounts it only reads, and listens on this machine alone. With them, users log in
    to decide at the review desk, comment, and moderate. It needs no network, and ends with Ctrl-C.

    \b
    Example:
      tallystick serve --port 8001
    """
    serving = _web("serving")
    door = serving.Door(host=host, port=port, accounts=accounts, origin=origin, public=public)
    try:
        serving.serve(ledger, door, ready=_ready)
    except KeyboardInterrupt:
        complain("The reading room is closed.")


def _ready(address: str) -> None:
    line(f"The reading room is open at {address} (Ctrl-C closes it).")


@click.command()
@click.argument("act", type=click.Choice(_ACTS), metavar="ACT")
@click.argument("name", required=False)
@click.option("--role", type=click.Choice(ROLES), help="For add and role.")
@accounts_option("app.db")
def user(*, act: str, name: str | None, role: str | None, accounts: Path) -> None:
    """Add and change those who may log in to the reading room.

    ACT is add, list, role, disable, enable, password, token (for programs; it is shown once) or
    revoke (all tokens). A password is asked for, or is the first line of what is piped in.

    \b
    Example:
      tallystick user add ana --role analyst
    """
    if act != "list" and not name:
        raise click.UsageError(f"{act} whom? Give a NAME.")
    if act in ("add", "role") and not role:
        raise click.UsageError(f"Give --role: {', '.join(ROLES)}.")
    if act != "add" and not accounts.exists():
        raise TallystickError(f"{accounts}: no accounts here; `tallystick user add` makes them")
    for told in _done(_roster(accounts), act, name or "", role or ""):
        line(told)


def _roster(accounts: Path) -> ModuleType:
    """The functions on users, with the file of accounts open."""
    app = _web("app")
    if not accounts.parent.is_dir():
        raise TallystickError(f"{accounts}: its folder does not exist; make it first")
    accounts.touch(mode=0o600)
    app.configure(Path("none.ledger"), desk=app.Desk(accounts))
    roster = _web("people.roster")
    roster.prepare()
    return roster


def _done(roster: ModuleType, act: str, name: str, role: str) -> list[str]:
    """Does it; gives the lines that say so."""
    as_role = _web("people.roles").Role(role or ROLES[0])
    match act:
        case "list":
            return [_told(each) for each in roster.everybody()] or ["Nobody yet."]
        case "add":
            return [_told(roster.add(name, as_role, _password()))]
        case "password":
            roster.set_password(roster.find(name), _password())
            return [f"{name} has another password."]
        case "token":
            return [roster.new_token(name, "")]
        case "revoke":
            return [f"{plural(roster.drop_tokens(name), 'token')} of {name} ended."]
        case "role":
            return [_told(roster.change(name, role=as_role))]
        case _:
            return [_told(roster.change(name, active=act == "enable"))]


def _told(user: User) -> str:
    since = f", logged in last on {user.last_login:%Y-%m-%d}" if user.last_login else ""
    return f"{user.name}: {user.role}{'' if user.is_active else ', disabled'}{since}"


def _password() -> str:
    if sys.stdin.isatty():
        asked: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        return asked
    return sys.stdin.readline().rstrip("\n")


def _web(name: str) -> ModuleType:
    """A module of the reading room, which is optional."""
    try:
        return import_module(f"tallystick.web.{name}")
    except ImportError as error:
        raise TallystickError(
            "serve needs Django, which is not installed: pip install 'tallystick[web]'"
        ) from error
