"""Adding users, changing and disabling them, and making tokens."""

from __future__ import annotations

import hashlib
import re
import secrets

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import DatabaseError

from tallystick.errors import NotFoundError, TallystickError
from tallystick.model.judgement import PROGRAM
from tallystick.web.people.models import NAME, Token, User
from tallystick.web.people.roles import Role


def prepare() -> None:
    """Bring the tables up to the present schema.

    Raises ``TallystickError`` for a file that is no file of accounts, or may not be written.
    """
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        raise TallystickError(
            f"{settings.TALLYSTICK_DESK.accounts}: {error}; check its permissions and its "
            "folder's, or name another file with --accounts"
        ) from error


def add(name: str, role: Role, password: str) -> User:
    """A new user. Raises ``TallystickError`` for a name or password that will not do."""
    if not re.fullmatch(NAME, name) or name == PROGRAM:
        raise TallystickError(
            f"a user cannot be called {name!r}: 2 to 40 small letters, digits, '.', '_' and '-', "
            "a letter first"
        )
    if User.objects.filter(name=name).exists():
        raise TallystickError(f"there is a user {name} already; `tallystick user list` shows all")
    user = User(name=name, role=role.value)
    set_password(user, password)
    return user


def set_password(user: User, password: str) -> None:
    """Keep a new password. Raises ``TallystickError`` where it is too easy to guess."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise TallystickError(" ".join(error.messages)) from error
    user.set_password(password)
    user.save()


def find(name: str) -> User:
    """One by name. Raises ``NotFoundError``."""
    found = User.objects.filter(name=name).first()
    if found is None:
        raise NotFoundError(f"no user {name}; `tallystick user list` shows all")
    return found


def everybody() -> list[User]:
    """All users by name."""
    return list(User.objects.order_by("name"))


def change(name: str, *, role: Role | None = None, active: bool | None = None) -> User:
    """Give a user another role, or shut them out, or let them in again.

    Raises ``TallystickError`` where that would leave nobody to administrate.
    """
    user = find(name)
    before = user.may(Role.ADMINISTRATOR)
    user.role = role.value if role else user.role
    user.is_active = user.is_active if active is None else active
    others = User.objects.filter(role=Role.ADMINISTRATOR.value, is_active=True).exclude(name=name)
    if before and not user.may(Role.ADMINISTRATOR) and not others.exists():
        raise TallystickError(f"{name} is the only administrator; make another one first")
    user.save()
    if not user.is_active:
        Token.objects.filter(user=user).delete()
    return user


def new_token(name: str, label: str) -> str:
    """A secret by which a program writes as this user; it cannot be shown again."""
    token = "tally_" + secrets.token_urlsafe(32)
    Token.objects.create(user=find(name), digest=digest(token), label=label)
    return token


def drop_tokens(name: str) -> int:
    """End all tokens of a user; gives how many."""
    return Token.objects.filter(user=find(name)).delete()[0]


def bearer(token: str) -> User | None:
    """Whose a token is; ``None`` for one that is unknown or whose user is disabled."""
    found = Token.objects.select_related("user").filter(digest=digest(token)).first()
    return found.user if found and found.user.is_active else None


def digest(token: str) -> str:
    """What is kept of a token: it is random, so that a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()
