"""Answers of a model, written short, and the articles that they are about."""

from __future__ import annotations

from typing import Any

from tallystick.llm.assemble import Checked, assemble
from tallystick.llm.drops import Reason
from tallystick.llm.schema import Answer
from tallystick.model.document import Document
from tallystick.model.statement import Field, Report, Statement
from tests.builders import document

ARTICLE = """Rockets strike Harir base

Five rockets hit Harir base in northern Iraq on Friday, wounding three soldiers, a security \
source told Reuters.

The Islamic Resistance in Iraq claimed responsibility for the attack. The army denied that \
any soldier was killed.

It was the 24th strike; militias have carried out 106 attacks since October 17, the Pentagon said.
"""


def article(text: str = ARTICLE, published: str | None = "2023-11-04") -> Document:
    return document(text, published=published)


def said(field: str, quote: str, *sources: str, **more: str) -> dict[str, Any]:
    return {"field": field, "quote": quote, "sources": list(sources), **more}


def told(quote: str, *statements: dict[str, Any], **more: str) -> dict[str, Any]:
    return {"quote": quote, "statements": list(statements), **more}


def answer(*incidents: dict[str, Any], tallies: tuple[dict[str, Any], ...] = ()) -> Answer:
    return Answer.model_validate({"incidents": list(incidents), "tallies": list(tallies)})


GOOD = told(
    "rockets hit",
    said("when", "on Friday", "a security source", "Reuters", value="2023-11-03"),
    said("where", "Harir base", "a security source", "Reuters"),
    said("weapon", "Five rockets", "a security source", "Reuters"),
    said("injured", "wounding three soldiers", "a security source", "Reuters", value="3"),
    said("attacker", "The Islamic Resistance in Iraq", stance="claims"),
    kind="shelling",
)


def checked(*incidents: dict[str, Any], document: Document | None = None) -> Checked:
    return assemble(document or article(), [answer(*incidents)], reader="llm test")


def only(found: Checked) -> Report:
    (report,) = found.reading.reports
    return report


def one(found: Checked, field: Field) -> Statement:
    (statement,) = only(found).of(field)
    return statement


def reasons(found: Checked) -> list[Reason]:
    return [drop.reason for drop in found.drops]


def read(field: str, quote: str, text: str, **more: Any) -> Checked:
    """One statement of an incident of ``text``, which must hold "attacked in Mosul"."""
    sources = more.pop("sources", ())
    given = told("attacked", said("where", "Mosul"), said(field, quote, *sources, **more))
    return checked(given, document=article(text))
