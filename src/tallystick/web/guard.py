"""What holds for every answer: nothing is loaded from elsewhere, nothing is written unasked."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render

from tallystick.errors import LedgerError, NotFoundError, TallystickError

Answering = Callable[[HttpRequest], HttpResponse]

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'; "
    "style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",  # by which a form tells where it comes from
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def guarded(answer: Answering) -> Answering:
    """Refuses whatever is not reading or a form, and puts the headers on every answer."""

    def guard(request: HttpRequest) -> HttpResponse:
        takes = ["GET", "HEAD"] if settings.TALLYSTICK_DESK is None else ["GET", "HEAD", "POST"]
        response = answer(request) if request.method in takes else HttpResponseNotAllowed(takes)
        for name, value in HEADERS.items():
            response.headers[name] = value
        if "Cache-Control" not in response.headers:
            signed = getattr(getattr(request, "user", None), "is_authenticated", False)
            response.headers["Cache-Control"] = "private, no-cache" if signed else "no-cache"
        return response

    return guard


class explained:  # noqa: N801 - a middleware is named like a function in the settings
    """Errors of the program as pages: what is wrong and what to do, never a traceback."""

    def __init__(self, answer: Answering) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, TallystickError | ValueError):
            return None
        kinds = ((NotFoundError, 404), (LedgerError, 503))
        status = next((code for kind, code in kinds if isinstance(error, kind)), 400)
        return failed(request, str(error), status)


def failed(request: HttpRequest, message: str, status: int) -> HttpResponse:
    """An error as JSON under the API, else as a page."""
    if request.path.startswith("/api/"):
        return JsonResponse({"error": message}, status=status)
    return render(request, "failed.html", {"message": message, "status": status}, status=status)


SECTIONS = (
    ("overview", "Incidents"),
    ("actors", "Actors"),
    ("places", "Places"),
    ("documents", "Documents"),
    ("tally", "Tallies"),
    ("method", "Method"),
)
_UNDER = {
    "incident": "overview",
    "actor": "actors",
    "place": "places",
    "document": "documents",
    "announced": "tally",
    "pair": "queue",
    "misread": "queue",
    "missed": "queue",
    "audit": "queue",
}


def page(request: HttpRequest) -> dict[str, object]:
    """What every template has: where it is, what else there is, and who is reading."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    told = {"path": request.path, "sections": SECTIONS, "here": _UNDER.get(name or "", name)}
    desk = settings.TALLYSTICK_DESK is not None
    return {**told, "logs_in": desk, "user": getattr(request, "user", None) if desk else None}
