"""A reading room that is served in a process of its own for as long as somebody looks at it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

PASSWORD = "a long enough secret"
_PROGRAM = (sys.executable, "-m", "tallystick")


@dataclass(frozen=True, slots=True)
class Served:
    """Where a room is open, the process that serves it, and the seconds until it was open."""

    address: str
    pid: int
    seconds: float


@contextmanager
def served(ledger: Path, *options: str) -> Iterator[Served]:
    """Opens a room at a port that is free, with further options of ``serve``."""
    command = [*_PROGRAM, "serve", "--ledger", str(ledger), "--port", "0", *options]
    begun = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = next(word for word in line.split() if word.startswith("http"))
        yield Served(address.rstrip("/"), process.pid, perf_counter() - begun)
    finally:
        process.terminate()
        process.communicate()


def with_accounts(folder: Path, **users: str) -> list[str]:
    """Adds users with their roles; gives what ``serve`` takes so that they can log in."""
    accounts = ["--accounts", str(folder / "app.db")]
    for name, role in users.items():
        add = [*_PROGRAM, "user", "add", name, "--role", role, *accounts]
        subprocess.run(add, input=f"{PASSWORD}\n", text=True, check=True, capture_output=True)
    return accounts
