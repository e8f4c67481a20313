"""What holds for every answer: nothing is loaded from elsewhere, nothing is written."""

from __future__ import annotations

from collections.abc import Callable

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
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def guarded(answer: Answering) -> Answering:
    """Refuses whatever is not reading, and puts the headers on every answer."""

    def guard(request: HttpRequest) -> HttpResponse:
        reads = request.method in ("GET", "HEAD")
        response = answer(request) if reads else HttpResponseNotAllowed(["GET", "HEAD"])
        for name, value in HEADERS.items():
            response.headers[name] = value
        response.headers.setdefault("Cache-Control", "no-cache")
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
}


def page(request: HttpRequest) -> dict[str, object]:
    """What every template has: where it is, and what else there is."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    return {"path": request.path, "sections": SECTIONS, "here": _UNDER.get(name or "", name)}
