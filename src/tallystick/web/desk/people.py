"""Who is asking."""

from __future__ import annotations

from django.http import HttpRequest

from tallystick.web.people.models import User


def user_of(request: HttpRequest) -> User:
    """The user of an address that takes a role."""
    assert isinstance(request.user, User)
    return request.user


def address_of(request: HttpRequest) -> str:
    """From which address; the server takes it from a proxy on this machine where there is one."""
    return str(request.META.get("REMOTE_ADDR", ""))
