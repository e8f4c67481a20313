"""Logging in and out, and changing one's own password."""

from __future__ import annotations

from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from tallystick.errors import TallystickError
from tallystick.web.desk.acts import seen
from tallystick.web.desk.people import address_of, user_of
from tallystick.web.guard import failed
from tallystick.web.people import limits, roster
from tallystick.web.people.models import User
from tallystick.web.people.roles import Role

_WRONG = "This name and password do not belong together."
_OFTEN = "Too many wrong passwords; try again in a quarter of an hour."


def log_in(request: HttpRequest) -> HttpResponse:
    """The form; with the right name and password on to where one wanted to go."""
    if request.method != "POST":
        return _form(request)
    name = request.POST.get("name", "").strip().lower()[:40]
    keys = (
        (limits.HERE, f"{name} {address_of(request)}"),
        (limits.ADDRESS, address_of(request)),
        (limits.NAME, name),
    )
    if any(limit.reached(key) for limit, key in keys):
        return _form(request, _OFTEN, 429)
    user = authenticate(request, username=name, password=request.POST.get("password", ""))
    if not isinstance(user, User):
        for limit, key in keys:
            limit.note(key)
        return _form(request, _WRONG, 403)
    limits.HERE.forget(keys[0][1])
    login(request, user)
    request.session["since"] = user.seen
    return HttpResponseRedirect(_onward(request, user))


def log_out(request: HttpRequest) -> HttpResponse:
    """Ends the session."""
    logout(request)
    return HttpResponseRedirect(reverse("login"))


def password(request: HttpRequest) -> HttpResponse:
    """The form for one's own; a new one ends every other session of the user."""
    user = user_of(request)
    if request.method != "POST":
        return render(request, "password.html", {"changed": request.GET.get("changed", "")})
    try:
        _check_old(user, request.POST.get("old", ""))
        new = request.POST.get("new", "")
        if new != request.POST.get("again", ""):
            raise ValueError("the new password is not the same twice")
        roster.set_password(user, new)
    except (ValueError, TallystickError) as error:
        return render(request, "password.html", {"wrong": str(error)}, status=400)
    update_session_auth_hash(request, user)
    return seen(reverse("password"), changed="1")


def _check_old(user: User, typed: str) -> None:
    """Raises ``ValueError`` for a wrong one, and for any after several wrong ones."""
    if limits.OLD.reached(user.name):
        raise ValueError(_OFTEN)
    if not user.check_password(typed):
        limits.OLD.note(user.name)
        raise ValueError("that is not your present password")


def _onward(request: HttpRequest, user: User) -> str:
    """Where one wanted to go, if that is here; else the desk, or the incidents."""
    asked = request.POST.get("next", "")
    here = {request.get_host()}
    if url_has_allowed_host_and_scheme(asked, here, require_https=request.is_secure()):
        return asked
    return reverse("queue" if user.may(Role.ANALYST) else "overview")


def _form(request: HttpRequest, wrong: str = "", status: int = 200) -> HttpResponse:
    asked = request.POST if request.method == "POST" else request.GET
    told = {"wrong": wrong, "next": asked.get("next", ""), "name": asked.get("name", "")}
    response = render(request, "login.html", told, status=status)
    if status == 429:
        response.headers["Retry-After"] = str(limits.QUARTER)
    return response


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form that does not come from this room, or from a page that is too old."""
    told = (
        "This form was not sent from here, or its page is too old: load it again. Nothing is kept."
    )
    return failed(request, told, 403)
