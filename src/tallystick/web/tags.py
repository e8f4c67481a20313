"""Links that keep the view: what is looked at as known on a day stays so from page to page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any
from urllib.parse import urlencode

from django import template
from django.utils.html import format_html, format_html_join

from tallystick.analyse.asked import party
from tallystick.analyse.counting import Band, By, Counted, Group
from tallystick.analyse.counting_json import COUNTS
from tallystick.analyse.membership import Membership
from tallystick.analyse.selection import Aspect, Finding
from tallystick.analyse.units import UNKNOWN
from tallystick.model.incident import Incident
from tallystick.model.values import PartialDate
from tallystick.present import words
from tallystick.present.check import band_cell
from tallystick.present.rows import figure_cell, what_cell, where_cell
from tallystick.web.facets import Facets
from tallystick.web.names import is_public, public_names
from tallystick.web.paths import path_to
from tallystick.web.people.models import User
from tallystick.web.people.roles import Role
from tallystick.web.timeline import Column

register = template.Library()

_ID = re.compile(r"(i-[0-9a-f]{16})")


@register.simple_tag(takes_context=True)
def link(context: dict[str, Any], name: str, *parts: str, **asked: str) -> str:
    """The address of a page within the view at hand; ``asked`` goes before its bounds."""
    holdings = context.get("holdings")
    bounds = holdings.view.parameters if holdings else {}
    parameters = {**{k: v for k, v in asked.items() if v}, **bounds}
    query = "?" + urlencode(parameters) if parameters else ""
    return path_to(name, *parts) + query


register.filter("what", what_cell)
register.filter("figure", figure_cell)
register.filter("plain", words.plain)
register.filter("names", public_names)
register.filter("chain", words.chain_cell)
register.filter("place_name", words.place_name)
register.filter("country", words.country_name)


@register.filter
def when(date: PartialDate | None) -> str:
    """As in the tables of the commands, but words where nothing is known."""
    told = words.date_cell(date)
    return "no date" if told == "?" else told


@register.filter
def where(incident: Incident) -> str:
    return where_cell(incident) if incident.where else "place unknown"


@register.filter
def who(incident: Incident) -> str:
    """The authors for a list, by what makes each one; private names are passed over."""
    parts = (
        ("", incident.attackers),
        ("claimed by ", incident.claimed_by),
        ("blamed: ", incident.blamed),
        ("suspected: ", incident.suspected),
    )
    told = (label + public_names(actors) for label, actors in parts if actors)
    return "; ".join(dict.fromkeys(told)) or "not named"


@register.filter
def doubt(confidence: float | None) -> str:
    return words.doubt(confidence)


# -- tallies -------------------------------------------------------------------------


@register.filter
def band(found: Band) -> str:
    """``2 – 3 – 5``: low, best and high; the one number that all three are."""
    return band_cell(found)


@register.filter
def bands(counted: Counted) -> list[tuple[str, Band]]:
    return [("Count", counted.count), ("Killed", counted.killed), ("Injured", counted.injured)]


@register.filter
def toll(counted: Counted, name: str) -> str:
    """The ``killed`` or ``injured`` of some units; that there is no figure where none is told."""
    told = (getattr(each.incident, name).known for unit in counted.units for each in unit.judged)
    return band_cell(getattr(counted, name)) if any(told) else "no figure"


@register.filter
def counts(membership: Membership) -> str:
    return COUNTS[membership]


@register.filter
def reason(finding: Finding, incident: Incident) -> str:
    """Why it does not count; an author's name only where it is public."""
    named = (*incident.attackers, *incident.claimed_by, *incident.blamed, *incident.suspected)
    if finding.aspect is Aspect.ATTACKER and not all(map(is_public, named)):
        return f"by {public_names(named)}"
    return finding.words


@register.simple_tag(takes_context=True)
def reasons(context: dict[str, Any], findings: Iterable[Finding], incident: Incident) -> str:
    """Every doubt, the incidents that it names as links."""
    told = "; ".join(dict.fromkeys(reason(finding, incident) for finding in findings))
    parts = _ID.split(told)  # words and ids in turn
    ids = ((link(context, "incident", id), id[:8]) for id in parts[1::2])
    linked = [format_html('<a href="{}">{}</a>', *each) for each in ids]
    return format_html_join("", "{}{}", zip_longest(parts[::2], linked, fillvalue=""))


@register.filter
def group_label(group: Group, by: str) -> str:
    """The name of a group: a country in words, of actors only the public ones."""
    if by == By.ACTOR and group.label != UNKNOWN:
        return public_names(party(name) for name in group.label.split(" + "))
    return words.country_name(group.label) if by == By.COUNTRY else words.plain(group.label)


@register.filter
def may(user: object, role: str) -> bool:
    """Whether a user has a role or a higher one."""
    return isinstance(user, User) and user.may(Role(role))


# -- layout --------------------------------------------------------------------------


@register.filter
def add_px(value: float, more: float) -> float:
    return round(value + more, 1)


@register.filter
def beside(first: Sequence[Any], second: Sequence[Any]) -> list[tuple[Any, Any]]:
    """The items of two sequences of one length, in pairs."""
    return list(zip(first, second, strict=True))


@register.filter
def between(facets: Facets, column: Column) -> str:
    """The query string of the same filters, for the days of a column alone."""
    return facets.changed(since=column.since.isoformat(), until=column.until.isoformat())
