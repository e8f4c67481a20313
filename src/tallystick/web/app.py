"""The application: Django's settings for one ledger, made in code, with no database."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application

from tallystick.web.library import Library

HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""The names under which the page may be asked for; others are refused (DNS rebinding)."""

Application = Callable[..., Iterable[bytes]]


def configure(ledger: Path, *, hosts: tuple[str, ...] = HOSTS) -> None:
    """Set Django up for one ledger; once in a process."""
    settings.configure(
        ALLOWED_HOSTS=list(hosts),
        DATABASES={},
        DEBUG=False,
        INSTALLED_APPS=[],
        MIDDLEWARE=[
            "tallystick.web.guard.guarded",
            "django.middleware.http.ConditionalGetMiddleware",
            "django.middleware.common.CommonMiddleware",
            "tallystick.web.guard.explained",
        ],
        ROOT_URLCONF="tallystick.web.urls",
        SECRET_KEY=secrets.token_urlsafe(32),  # nothing is signed; Django asks for one
        TALLYSTICK_LIBRARY=Library(ledger),
        TEMPLATES=[_templates()],
        USE_I18N=False,
        USE_TZ=True,
    )
    django.setup()


def _templates() -> dict[str, Any]:
    return {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {
            "builtins": ["tallystick.web.tags"],
            "context_processors": ["tallystick.web.guard.page"],
        },
    }


def application(ledger: Path) -> Application:
    """The WSGI application of the reading room (PEP 3333)."""
    configure(ledger)
    made: Application = get_wsgi_application()
    return made
