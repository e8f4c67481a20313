"""The queue in words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.console import Console

from tallystick.analyse.queue import tasks
from tallystick.ledger import consolidate
from tallystick.model.confidence import LIKELY, SURE
from tallystick.model.incident import Contest, Incident
from tallystick.model.judgement import Verdict
from tallystick.present import words
from tallystick.present.queue import queue_lines, reason, task_json
from tests.builders import Fact, document, hurt, judgement, report


def incident(name: str, *facts: Fact, confidence: float | None = None) -> Incident:
    doc = document("Rockets fell. " + name, publisher=name)
    view = consolidate([report(doc, "Rockets", *facts)], {doc.id: doc})
    return replace(view, confidence=confidence)


def text(*incidents: Incident, options: str = "") -> str:
    a, b = incidents[0], incidents[-1]
    doubt = [judgement(a.reports[0], b.reports[0], Verdict.UNSURE, 0.8)] if a is not b else []
    console = Console(width=140)
    with console.capture() as captured:
        console.print(queue_lines(tasks(incidents, doubt), {a.id: a.id[:8]}, options=options))
    return captured.get()


def test_a_pair_says_how_likely_it_is_one_and_how_to_judge_it() -> None:
    a, b = incident("A"), incident("B")
    shown = text(a, b, options=" --ledger x")
    assert "may be one incident (0.80)" in shown
    assert f"tallystick explain {a.id[:8]} {b.id} --ledger x" in shown
    assert f"tallystick judge {a.id[:8]} {b.id} VERDICT --why TEXT --ledger x" in shown


def test_an_incident_says_why_and_how_to_look_at_it() -> None:
    one = incident("A", hurt(2, confidence=0.4), hurt(9, by="Army"), confidence=0.5)
    shown = " ".join(text(one).split())
    assert "contested: killed, 2–9" in shown
    assert "uncertain that it is an incident (0.50): killed 2–9" in shown
    assert "uncertain value (0.40): killed, 2 people" in shown
    assert f"tallystick show {one.id[:8]} --context" in shown


def test_beyond_three_reasons_are_counted() -> None:
    facts = [hurt(n, confidence=0.1, by=f"S{n}") for n in range(1, 6)]
    assert "and 3 more" in text(incident("A", *facts))


def test_whether_it_happened_is_said_so() -> None:
    (task,) = tasks([replace(incident("A"), contested=(Contest.OCCURRENCE,))], [])
    assert reason(task.concerns[0], task.incidents) == "contested: whether it happened"


def test_as_json() -> None:
    one = incident("A", hurt(3), confidence=0.5)
    (task,) = tasks([one], [])
    assert task_json(task) == {
        "incidents": [one.id],
        "weight": 1.5,
        "why": [
            {
                "cause": "incident",
                "words": "uncertain that it is an incident (0.50): killed 3",
                "weight": 1.5,
                "probability": 0.5,
            }
        ],
        "commands": [f"tallystick show {one.id} --context"],
    }


@pytest.mark.parametrize(
    ("confidence", "word"),
    [
        (None, ""),
        (SURE, ""),
        (0.89, "likely"),
        (LIKELY, "likely"),
        (0.66, "uncertain"),
        (0.0, "un"),
    ],
)
def test_doubt_in_words(confidence: float | None, word: str) -> None:
    assert words.doubt(confidence).startswith(word)
    assert bool(words.doubt(confidence)) is bool(word)
    number = words.doubt(confidence, number=True)
    assert bool(re.search(r", 0\.\d\d$", number)) is bool(word)
