"""Serving the reading room: on this machine, or to others with accounts and behind TLS."""

from __future__ import annotations

import gc
import ipaddress
import logging
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from waitress.server import create_server

from tallystick.errors import TallystickError
from tallystick.web.app import Desk, application
from tallystick.web.library import library

SECRET = "TALLYSTICK_SECRET_KEY"
_LEAST_SECRET = 32  # characters
_THREADS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """How the room is reached, and where its accounts are.

    ``accounts`` ``None`` is a room in which nobody logs in, on this machine alone. ``origin`` is
    the address under which others know it; ``public`` lets those read who have no account.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    accounts: Path | None = None
    origin: str | None = None
    public: bool = False

    @property
    def shared(self) -> bool:
        """Whether others than this machine can reach it."""
        return self.origin is not None or not _is_loopback(self.host)


def serve(ledger: Path, door: Door, *, ready: Callable[[str], None]) -> None:
    """Answers until it is interrupted; ``ready`` is told the address once it listens.

    Raises ``TallystickError`` for a door that is not safe to open, a port that is taken and a
    ledger that cannot be read.
    """
    desk = desk_of(door)
    answering = application(ledger, desk=desk)
    if desk:
        _open_accounts(door)
    _make_ready()
    listening = _listen(door.host, door.port)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # who waits, is answered
    Thread(target=library().keep_up, name="keeping views up", daemon=True).start()
    server = create_server(answering, sockets=[listening], ident=None, **_behind(door))
    shown = f"[{door.host}]" if ":" in door.host else door.host
    ready(door.origin or f"http://{shown}:{listening.getsockname()[1]}/")
    server.run()


def _make_ready() -> None:
    """Have the view of everything and the lists. Raises ``LedgerError`` for a bad ledger.

    Of a large one these are millions of objects and no garbage: they are not walked over in
    search of it, now or later.
    """
    gc.disable()
    try:
        holdings = library().view()
        _rehearse()
        if settings.TALLYSTICK_DESK:
            holdings.tasks  # noqa: B018 - kept once made
    finally:
        gc.freeze()
        gc.enable()


def _rehearse() -> None:
    """Make the lists once: what is loaded only once is then there before the first reader is."""
    from django.core.handlers.wsgi import WSGIRequest  # noqa: PLC0415 - needs Django set up

    from tallystick.web import feed, pages  # noqa: PLC0415

    environ: dict[str, Any] = {"HTTP_HOST": settings.ALLOWED_HOSTS[0]}
    setup_testing_defaults(environ)
    for made in (pages.overview, pages.actors, pages.places, feed.atom):
        made(WSGIRequest(environ))


def desk_of(door: Door) -> Desk | None:
    """The settings of the desk; ``None`` where nobody logs in.

    Raises ``TallystickError`` where others could reach a room without accounts, without a secret
    key, or without TLS.
    """
    if not door.shared:
        return Desk(door.accounts) if door.accounts else None
    where = f"--host {door.host}" if door.origin is None else f"--origin {door.origin}"
    if door.accounts is None:
        raise TallystickError(
            f"{where}: others could reach the room, so it needs accounts: make one with "
            "`tallystick user add NAME --role administrator --accounts app.db`, then give "
            "`serve` --accounts app.db too (for yourself alone, leave --host out)"
        )
    if door.origin is None or not _is_https(door.origin):
        raise TallystickError(
            f"{where}: passwords would travel in the clear; put a proxy with TLS before it and "
            "name the address that browsers ask for: --origin https://room.example"
        )
    secret = os.environ.get(SECRET, "")
    if len(secret) < _LEAST_SECRET:
        raise TallystickError(
            f"{where}: set {SECRET} to at least {_LEAST_SECRET} characters that nobody knows, the "
            "same at every start; `python -c 'import secrets; print(secrets.token_urlsafe(48))'` "
            "makes some"
        )
    return Desk(door.accounts, secret, door.origin, door.public)


def _open_accounts(door: Door) -> None:
    """Raises ``TallystickError`` where others could reach the room and nobody can administrate."""
    from tallystick.web.people import roster  # noqa: PLC0415 - needs Django set up
    from tallystick.web.people.roles import Role  # noqa: PLC0415

    roster.prepare()
    if door.shared and not any(user.may(Role.ADMINISTRATOR) for user in roster.everybody()):
        raise TallystickError(
            f"{door.accounts} has no administrator yet: "
            f"tallystick user add NAME --role administrator --accounts {door.accounts}"
        )


def _behind(door: Door) -> dict[str, Any]:
    """Settings of the server; behind a proxy on this machine it takes addresses from that."""
    if not door.shared:
        return {"threads": _THREADS}
    return {
        "threads": _THREADS,
        "url_scheme": "https",
        "trusted_proxy": "127.0.0.1",
        "trusted_proxy_headers": {"x-forwarded-for"},
        "clear_untrusted_proxy_headers": True,
    }


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise TallystickError(
            f"{host}:{port} cannot be listened on ({error.strerror}); name another --port"
        ) from error


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_https(origin: str) -> bool:
    parts = urlsplit(origin)
    return parts.scheme == "https" and bool(parts.hostname) and parts.path in ("", "/")
