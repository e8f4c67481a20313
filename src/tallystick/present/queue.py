"""The review queue in words: why each task is there, and the commands that go on from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from tallystick.analyse.queue import Cause, Concern, Task
from tallystick.model.codec import Json
from tallystick.model.incident import Contest, Figure, Incident, Position
from tallystick.present import words
from tallystick.present.rows import figure_cell, what_cell, where_cell
from tallystick.present.show import value_cell

_MOST = 3  # concerns of one incident


def queue_lines(tasks: Sequence[Task], ids: Mapping[str, str], *, options: str = "") -> Group:
    """A few lines a task; ``ids`` are the short ones, ``options`` end every command."""
    parts: list[RenderableType] = []
    for number, task in enumerate(tasks, start=1):
        parts += _task(number, task, ids, options)
    return Group(*parts)


def _task(
    number: int, task: Task, ids: Mapping[str, str], options: str
) -> Iterator[RenderableType]:
    lead = f"{number}. "
    for incident in task.incidents:
        told = (words.date_cell(incident.when), where_cell(incident), what_cell(incident))
        text = Text(f"{lead}{ids.get(incident.id, incident.id)}  ")
        yield text.append(" · ".join(told), style="bold")
        lead = " " * len(lead)
    indent = (0, 0, 0, len(lead))
    yield Padding(Text("; ".join(reasons(task)), style="yellow"), indent)
    for command in commands(task, ids, options=options):
        yield Padding(Text(command, style="dim"), indent)


def reasons(task: Task) -> list[str]:
    """Why a task is in the queue: the gravest reasons in words, and how many more there are."""
    told = [reason(concern, task.incidents) for concern in task.concerns]
    more = len(told) - _MOST
    return [*told[:_MOST], f"and {more} more"] if more > 0 else told


def reason(concern: Concern, incidents: Sequence[Incident]) -> str:
    """Why a task is in the queue, as a clause: ``contested: killed, 0–5``."""
    chance = "" if concern.probability is None else f"{concern.probability:.2f}"
    match concern.cause, concern.about:
        case Cause.DUPLICATE, _:
            return f"may be one incident ({chance})"
        case Cause.CONTESTED, Contest() as contest:
            return _contest(contest, incidents[0])
        case Cause.VALUE, Position() as position:
            field = words.plain(position.field)
            return f"uncertain value ({chance}): {field}, {value_cell(position.value)}"
        case _:
            told = words.doubt(concern.probability)
            return f"{told} that it is an incident ({chance}): {_tolls(incidents[0])}"


def _contest(contest: Contest, incident: Incident) -> str:
    figures = _figures(incident)
    if contest not in figures:
        return "contested: whether it happened"
    return f"contested: {contest}, {figure_cell(figures[contest])}"


def _tolls(incident: Incident) -> str:
    told = _figures(incident).items()
    return ", ".join(f"{contest} {figure_cell(f)}" for contest, f in told if f.known)


def _figures(incident: Incident) -> dict[Contest, Figure]:
    return {
        Contest.KILLED: incident.killed,
        Contest.INJURED: incident.injured,
        Contest.ABDUCTED: incident.abducted,
    }


def commands(task: Task, ids: Mapping[str, str] | None = None, *, options: str = "") -> list[str]:
    """What to type next: ``explain`` and ``judge`` on a pair, ``show`` on one incident."""
    short = [(ids or {}).get(id, id) for id in task.ids]
    both = " ".join(short)
    if len(short) > 1:
        typed = [f"explain {both}", f"judge {both} VERDICT --why TEXT"]
    else:
        typed = [f"show {both} --context"]
    return [f"tallystick {words_}{options}" for words_ in typed]


def task_json(task: Task) -> dict[str, Json]:
    """A task as one JSON object (see docs/cli.md)."""
    concerns: list[Json] = [
        {
            "cause": concern.cause.value,
            "words": reason(concern, task.incidents),
            "weight": round(concern.weight, 3),
            "probability": concern.probability,
        }
        for concern in task.concerns
    ]
    return {
        "incidents": list(task.ids),
        "weight": round(task.weight, 3),
        "why": concerns,
        "commands": list(commands(task)),
    }
