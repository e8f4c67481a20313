"""A room in which users log in: the scene where nobody can tell whether two reports are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings
from eval.served import PASSWORD

from tallystick.ledger import Ledger
from tallystick.model.entries import Entry
from tallystick.model.incident import Incident
from tallystick.model.judgement import Verdict
from tallystick.web.app import SIGNED
from tallystick.web.library import Library
from tallystick.web.people import roster
from tallystick.web.people.models import Attempt, Claim, Problem, Token, User
from tallystick.web.people.roles import Role
from tests.scenes import red_hill
from tests.test_api import kept

__all__ = ["PASSWORD", "Room"]
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@dataclass(frozen=True)
class Room:
    """A ledger, and clients that are logged in to its room by name of role."""

    path: Path

    def client(self, role: str | None = None, name: str = "") -> Client:
        """One that is logged in, as a user of this role; without a role, one that is not."""
        made = Client(enforce_csrf_checks=False)
        if role:
            made.force_login(self.user(role, name))
        return made

    def user(self, role: str, name: str = "") -> User:
        return User.objects.get_or_create(name=name or role, defaults={"role": role})[0]

    def token(self, role: str) -> str:
        self.user(role)
        return roster.new_token(role, "")

    @property
    def incidents(self) -> list[Incident]:
        with Ledger.open(self.path, read_only=True) as ledger:
            return ledger.incidents()

    @property
    def entries(self) -> list[Entry]:
        with Ledger.open(self.path, read_only=True) as ledger:
            return ledger.entries()

    @property
    def pair(self) -> str:
        """The address of the two that may be one."""
        first, second = self.ids
        return f"/desk/pairs/{first}/{second}/"

    @property
    def ids(self) -> tuple[str, str]:
        first = next(i for i in self.incidents if i.possible_duplicates)
        return first.id, first.possible_duplicates[0]


@pytest.fixture(scope="session")
def accounts() -> None:
    roster.prepare()


def opened(ledger: Path, **settings_: Any) -> Iterator[Room]:
    """The room of a ledger, with no users yet."""
    for table in (Attempt, Claim, Problem, Token, User):
        table.objects.all().delete()
    changed = {
        "TALLYSTICK_LIBRARY": Library(ledger),
        "MIDDLEWARE": SIGNED,
        "PASSWORD_HASHERS": QUICK,
        **settings_,
    }
    with override_settings(**changed):
        yield Room(ledger)


@pytest.fixture
def scene(accounts: None, tmp_path: Path) -> Path:
    return kept(red_hill(Verdict.UNSURE), tmp_path / "doubtful.ledger")


@pytest.fixture
def desk(scene: Path) -> Iterator[Room]:
    """A room that anybody may read."""
    yield from opened(scene)


@pytest.fixture
def closed(scene: Path) -> Iterator[Room]:
    """A room that shows nothing before one has logged in."""
    shut = replace(settings.TALLYSTICK_DESK, public=False)
    yield from opened(scene, TALLYSTICK_DESK=shut)


def everyone() -> list[str | None]:
    """Nobody, then every role."""
    return [None, *(role.value for role in Role)]
