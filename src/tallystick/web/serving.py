"""Serving the reading room on this machine."""

from __future__ import annotations

import gc
import ipaddress
import socket
from collections.abc import Callable
from pathlib import Path

from waitress.server import create_server

from tallystick.errors import TallystickError
from tallystick.web.app import application
from tallystick.web.library import library

_THREADS = 4


def serve(ledger: Path, *, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Answers until it is interrupted; ``ready`` is told the address once it listens.

    Raises ``TallystickError`` for a host that is not this machine, a port that is taken and a
    ledger that cannot be read.
    """
    check_host(host)
    answering = application(ledger)
    library().view()  # so that the first reader does not wait, and a bad ledger fails here
    gc.freeze()  # of a large ledger millions of objects, that are not to be walked over again
    listening = _listen(host, port)
    server = create_server(answering, sockets=[listening], threads=_THREADS, ident=None)
    shown = f"[{host}]" if ":" in host else host
    ready(f"http://{shown}:{listening.getsockname()[1]}/")
    server.run()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise TallystickError(
            f"{host}:{port} cannot be listened on ({error.strerror}); name another --port"
        ) from error


def check_host(host: str) -> None:
    """Raises ``TallystickError`` for a host other than loopback."""
    try:
        loopback = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise TallystickError(
            f"--host {host}: the reading room has no accounts yet, so it listens on this machine "
            "alone; leave --host out, or name 127.0.0.1 or ::1 (from elsewhere, use an SSH tunnel)"
        )
