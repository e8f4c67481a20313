"""The program's own reading of a message as MUC templates.

A report is a template, unless a key would hold none for it (:mod:`eval.muc.held`). Names of
persons are no value of the program, so it has no named victims: those whom it finds by the words
of a casualty or a target are ``Described`` (:mod:`eval.muc.fillers`).
"""

from __future__ import annotations

from typing import Any

from eval.muc.entities import entities
from eval.muc.held import is_warfare, told_once
from eval.muc.setting import when, where
from eval.muc.templates import Template
from tallystick.model.statement import Field, Reading, Report, Stance, Standing
from tallystick.model.taxonomy import COUNTERPARTS


def templates_of(reading: Reading) -> tuple[Template, ...]:
    """The reports of a reading on what happened, as templates."""
    text = reading.document.text
    held = ((report, kind) for report, kind in reports_of(reading) if not is_warfare(report))
    return told_once(_template(report, kind, text) for report, kind in held)


def reports_of(reading: Reading) -> list[tuple[Report, str]]:
    """The reports on what happened, with the MUC type of their kind, where it has one."""
    happened = (r for r in reading.reports if r.standing in (Standing.HAPPENED, Standing.PREVENTED))
    typed = ((report, muc_type(report)) for report in happened)
    return [(report, type) for report, type in typed if type]


def muc_type(report: Report) -> str | None:
    """The MUC type of a report's kind."""
    kind = first(report, Field.KIND)
    return COUNTERPARTS[kind].muc if kind in COUNTERPARTS else None


def first(report: Report, field: Field) -> Any:
    """The first value that a report gives of a field, or ``None``."""
    return next((s.value for s in report.of(field)), None)


def _template(report: Report, kind: str, text: str) -> Template:
    said = [s for s in report.statements if s.stance is not Stance.DENIES]
    prevented = report.standing is Standing.PREVENTED
    return Template(
        kind,
        entities(said, text),
        "ATTEMPTED" if prevented else "ACCOMPLISHED",
        when(report, text),
        where(report, text),
    )
