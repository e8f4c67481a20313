"""When and where an incident was, as a MUC key writes it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from eval.muc.dates import dateline
from eval.muc.places import COUNTRIES, country_of
from eval.muc.templates import days
from tallystick.model.statement import Field, Report, Statement
from tallystick.model.values import PartialDate, Place, PlacePrecision

_KIND = re.compile(r" (?:neighborhood|department)$", re.IGNORECASE)


def when(report: Report, text: str) -> tuple[date, date] | None:
    """The days of an incident; without any, it was on or before the day of the message."""
    told = next((s.value for s in report.of(Field.WHEN)), None)
    if isinstance(told, PartialDate) and told.start and told.end:
        return told.start, told.end
    sent = dateline(text)
    return days(f"- {sent:%d %b %y}".upper()) if sent else None


def where(report: Report, text: str) -> tuple[str, ...]:
    """The names of a place, country first: that of the message where the report has none.

    Nothing where the country is not one that the key could name.
    """
    said = [(s, s.value) for s in report.of(Field.WHERE) if isinstance(s.value, Place)]
    codes = {code: name for name, code in COUNTRIES.items()}
    country = next((codes[p.country] for _, p in said if p.country in codes), "")
    country = country or country_of(text)
    finer = [n for s, p in said for n in _names(s, p, text)]
    return (country, *dict.fromkeys(finer)) if country else ()


def _names(statement: Statement, place: Place, text: str) -> Iterator[str]:
    """A place by its name, the words of the text, and its province where the text has that."""
    if place.precision is PlacePrecision.COUNTRY:
        return
    for name in (plain_letters(place.name), " ".join(statement.span.of(text).split())):
        yield name
        yield _KIND.sub("", name)
    province = plain_letters(place.admin1 or "")
    if province and province.lower() in text.lower():
        yield province


def plain_letters(text: str) -> str:
    """A name without accents, as the messages have it."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
