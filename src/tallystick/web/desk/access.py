"""Who may ask for what: one table of every address, and the gate that keeps to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
    JsonResponse,
)
from django.urls import reverse

from tallystick.web.guard import Answering, failed
from tallystick.web.people.models import User
from tallystick.web.people.roles import Role
from tallystick.web.people.roster import bearer

GET = ("GET", "HEAD")
POST = ("POST",)


@dataclass(frozen=True, slots=True)
class Access:
    """What an address takes: methods, and the least role.

    ``role`` ``None`` is anybody, also where reading takes a login. ``reads`` addresses are there
    without a desk too; ``token`` ones are written to by a bearer token alone, never by a cookie;
    ``own`` ones are a user's own, and take a login also where anybody may read.
    """

    methods: tuple[str, ...] = GET
    role: Role | None = Role.READER
    reads: bool = False
    token: bool = False
    own: bool = False


_READS = Access(reads=True)
_DECIDES = Access(POST, Role.ANALYST)
_LOOKS = Access(GET, Role.ANALYST)

TABLE: Mapping[str, Access] = {
    "static": Access(role=None, reads=True),
    "login": Access((*GET, *POST), None),
    "logout": Access(POST),
    "password": Access((*GET, *POST), own=True),
    "queue": _LOOKS,
    "pair": _LOOKS,
    "misread": Access((*GET, *POST), Role.ANALYST),
    "missed": Access((*GET, *POST), Role.ANALYST),
    "audit": _LOOKS,
    "decide_pair": _DECIDES,
    "decide_single": _DECIDES,
    "decide_many": _DECIDES,
    "claim": _DECIDES,
    "undo": _DECIDES,
    "ask": _DECIDES,
    "answer": _DECIDES,
    "comment": Access(POST, Role.CONTRIBUTOR),
    "comments": Access(GET, Role.MODERATOR),
    "rule": Access(POST, Role.MODERATOR),
    "problem": Access((*GET, *POST)),
    "problem_done": Access(POST, Role.MODERATOR),
    "api_judge": Access(POST, Role.ANALYST, token=True),
    "api_assess": Access(POST, Role.ANALYST, token=True),
    "api_comment": Access(POST, Role.CONTRIBUTOR, token=True),
    "api_withdraw": Access(POST, Role.ANALYST, token=True),
}
"""Every address that is not simply read; the others are :data:`_READS`."""


def access(name: str | None) -> Access:
    """What an address takes, by its name."""
    return TABLE.get(name or "", _READS)


class admitted:  # noqa: N801 - a middleware is named like a function in the settings
    """Lets a request through to its page, or answers why not."""

    def __init__(self, answer: Answering) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not hasattr(request, "user"):
            request.user = AnonymousUser()
        return self._answer(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        asked = access(request.resolver_match.url_name if request.resolver_match else None)
        desk = settings.TALLYSTICK_DESK
        if desk is None:
            return None if asked.reads else _nothing(request)
        if request.method not in asked.methods:
            return HttpResponseNotAllowed(asked.methods)
        user = _user(request, asked)
        if asked.role is None or (asked.role is Role.READER and desk.public and not asked.own):
            return None
        if user is None:
            return _log_in(request)
        return None if user.may(asked.role) else _forbidden(request, asked.role)


def _user(request: HttpRequest, asked: Access) -> User | None:
    """Who asks: by a token under the API, elsewhere (and for reading it) by the session."""
    if request.path.startswith("/api/"):
        kind, _, secret = request.headers.get("Authorization", "").partition(" ")
        found = bearer(secret.strip()) if kind.lower() == "bearer" else None
        if found or asked.token:
            request.user = found or AnonymousUser()
    return request.user if isinstance(request.user, User) else None


def _nothing(request: HttpRequest) -> HttpResponse:
    return failed(request, "There is no such page: nobody logs in here.", 404)


def _log_in(request: HttpRequest) -> HttpResponse:
    if request.path.startswith("/api/"):
        headers = {"WWW-Authenticate": "Bearer"}
        told = {"error": "send a token: Authorization: Bearer TOKEN"}
        return JsonResponse(told, status=401, headers=headers)
    if request.method not in GET:
        return failed(request, "Log in first; nothing was kept.", 401)
    asked = urlencode({"next": request.get_full_path()})
    return HttpResponseRedirect(f"{reverse('login')}?{asked}")


def _forbidden(request: HttpRequest, role: Role) -> HttpResponse:
    return failed(request, f"This takes the role of {role} or a higher one.", 403)
