"""The few writes of the API, by a bearer token: JSON in, the ids of what was kept out."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from tallystick.model.entries import Finding
from tallystick.model.judgement import Verdict
from tallystick.web.desk.commenting import comment_by
from tallystick.web.desk.people import user_of
from tallystick.web.desk.writing import assessment, enter, judged, keep, undo
from tallystick.web.library import library
from tallystick.web.people import limits

LARGEST = 16_384  # bytes of a body

_Given = dict[str, object]
_Writing = Callable[..., list[str]]


def _written(write: _Writing) -> Callable[..., HttpResponse]:
    """A view out of a function of the request, what it was given, and parts of the address.

    No cookie counts here (see :mod:`access`), so that there is nothing for a forged form to use.
    """

    @csrf_exempt
    @wraps(write)
    def view(request: HttpRequest, **parts: str) -> HttpResponse:
        return JsonResponse({"ids": write(request, _given(request), **parts)}, status=201)

    return view


def _given(request: HttpRequest) -> _Given:
    if request.content_type != "application/json":
        raise ValueError("send JSON: Content-Type: application/json")
    if len(request.body) > LARGEST:
        raise ValueError(f"{LARGEST} bytes is the most")
    found = json.loads(request.body)
    if not isinstance(found, dict):
        raise ValueError("send a JSON object")
    return found


def _word(given: _Given, name: str) -> str:
    found = given.get(name)
    if not isinstance(found, str) or not found.strip() or len(found) > 2000:
        raise ValueError(f"{name}: a text of 1 to 2000 characters")
    return found.strip()


@_written
def judge(request: HttpRequest, given: _Given) -> list[str]:
    """``first``, ``second`` (ids), ``verdict``, ``why``."""
    verdict = Verdict(_word(given, "verdict"))
    a, b, why = (_word(given, name) for name in ("first", "second", "why"))
    found = judged(a, b, verdict, library().view(), why=why, by=user_of(request).name)
    keep(judgements=found)
    return [judgement.id for judgement in found]


@_written
def assess(request: HttpRequest, given: _Given, id: str) -> list[str]:
    """``finding``, ``why``."""
    finding = Finding(_word(given, "finding"))
    return enter(request, assessment(library().view().incident(id), finding, _word(given, "why")))


@_written
def comment(request: HttpRequest, given: _Given, id: str) -> list[str]:
    """``text``."""
    user = user_of(request)
    body = comment_by(user, library().view().incident(id), _word(given, "text"))
    done = enter(request, body)
    limits.COMMENT.note(user.name)
    return done


@_written
def withdraw(request: HttpRequest, given: _Given) -> list[str]:
    """``entries``: the ids of decisions to undo."""
    ids = given.get("entries")
    if not isinstance(ids, list) or not all(isinstance(id, str) for id in ids):
        raise ValueError("entries: a list of ids")
    undo(user_of(request), [str(id) for id in ids])
    return [str(id) for id in ids]
