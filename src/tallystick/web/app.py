"""The application: Django's settings for one ledger, made in code."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application

from tallystick.web.library import Library

HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""The names under which the page may be asked for; others are refused (DNS rebinding)."""

Application = Callable[..., Iterable[bytes]]

_GUARDS = [
    "tallystick.web.guard.guarded",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
]
_SIGNED = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
_LAST = ["tallystick.web.desk.access.admitted", "tallystick.web.guard.explained"]
READING = [*_GUARDS, *_LAST]
"""What a request passes through where nobody logs in."""
SIGNED = [*_GUARDS, *_SIGNED, *_LAST]
"""The same where users log in."""

_VALIDATION = "django.contrib.auth.password_validation"
_HOURS = 12  # that a login lasts


@dataclass(frozen=True, slots=True)
class Desk:
    """Where users log in: the database of accounts, and how the room is reached.

    ``origin`` is the address under which browsers know it, such as ``https://room.example``;
    ``None`` on this machine alone. ``public`` lets anybody read; writing takes a role.
    """

    accounts: Path
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(48), repr=False)
    origin: str | None = None
    public: bool = True


def configure(ledger: Path, *, hosts: tuple[str, ...] = HOSTS, desk: Desk | None = None) -> None:
    """Set Django up for one ledger; once in a process. Without a desk there is no database."""
    if desk and desk.origin:
        hosts = (urlsplit(desk.origin).hostname or "",)
    settings.configure(
        ALLOWED_HOSTS=list(hosts),
        DEBUG=False,
        INSTALLED_APPS=[
            "django.contrib.contenttypes",
            "django.contrib.auth",
            "django.contrib.sessions",
            "tallystick.web.people",
        ],
        MIDDLEWARE=SIGNED if desk else READING,
        ROOT_URLCONF="tallystick.web.urls",
        TALLYSTICK_DESK=desk,
        TALLYSTICK_LIBRARY=Library(ledger),
        TEMPLATES=[_templates()],
        USE_I18N=False,
        TIME_ZONE="UTC",
        USE_TZ=True,
        **_accounts(desk),
    )
    django.setup()


def _accounts(desk: Desk | None) -> dict[str, Any]:
    """Settings for logging in: the database, password hashing (OWASP's scrypt), cookies."""
    secure = bool(desk and desk.origin)
    return {
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
            {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
            {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
        ],
        "AUTH_USER_MODEL": "people.User",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_NAME": "__Host-csrf" if secure else "csrf",
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_COOKIE_SECURE": secure,
        "CSRF_FAILURE_VIEW": "tallystick.web.desk.signing.forged",
        "DATABASES": {"default": _database(desk.accounts)} if desk else {},
        "LOGIN_URL": "login",
        "PASSWORD_HASHERS": [
            "django.contrib.auth.hashers.ScryptPasswordHasher",
            "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        ],
        "SECRET_KEY": desk.secret if desk else secrets.token_urlsafe(48),
        "SESSION_COOKIE_AGE": _HOURS * 3600,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_NAME": "__Host-session" if secure else "session",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": secure,
    }


def _database(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 10,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def _templates() -> dict[str, Any]:
    return {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {
            "builtins": ["tallystick.web.tags"],
            "context_processors": [
                "django.template.context_processors.csrf",
                "tallystick.web.guard.page",
            ],
        },
    }


def application(ledger: Path, *, desk: Desk | None = None) -> Application:
    """The WSGI application of the reading room (PEP 3333)."""
    configure(ledger, desk=desk)
    made: Application = get_wsgi_application()
    return made
