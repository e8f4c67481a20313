"""The dead and the hurt for which the rules have no attack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import numpy as np

from tallystick.extract.annotate import annotate
from tallystick.extract.drafts import Draft
from tallystick.extract.mentions import bare
from tallystick.extract.trained.assembly import Group, Taken, View
from tallystick.extract.trained.candidates import Candidate
from tallystick.extract.trained.combine import PLAIN
from tallystick.extract.trained.lone_figures import lone_figures
from tallystick.extract.trained.model import Array
from tallystick.extract.trained.scores import Scores
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, CountRange
from tests.builders import document

TEXT = "A shell hit Ostrel. A barge burned off Velm. Nine millers died."


class _Sees:
    """A network that ties every value to the attacks as it is told."""

    def __init__(self, ties: Sequence[float]) -> None:
        self._ties = ties

    def on(self, _layer: str, _span: Span) -> float:
        return 0.6

    def links(self, _mentions: Sequence[Span], _fields: object, values: Sequence[Span]) -> Array:
        return np.array([[tie] * len(values) for tie in self._ties], dtype=np.float32)


def figure(*, homes: Sequence[int] = (), ruled: bool = True) -> Candidate:
    span = Span(TEXT.index("Nine"), TEXT.rindex("."))
    dead = Casualties(CountRange.exactly(9, "Nine"))
    draft = Draft(Field.KILLED, dead, span)
    return Candidate(Field.KILLED, span, frozenset(homes), ruled, draft=draft)


def given_to(ties: Sequence[float], value: Candidate, *held: Taken) -> list[int]:
    """Which of two attacks, "hit" (0) and "burned" (1), a figure goes to."""
    notes = annotate(document(TEXT))
    mentions = []
    for sentence, anchor in zip(notes.sentences, ("hit", "burned"), strict=False):
        at = TEXT.index(anchor)
        told = bare(notes, sentence, sentence.span)
        mentions.append(replace(told, anchor=Span(at, at + len(anchor))))
    view = View(notes, tuple(mentions), (0, 1), (), (value,), cast("Scores", _Sees(ties)))
    groups = [Group((0,), (), 0.9), Group((1,), (), 0.9)]
    return [t.group for t in lone_figures(view, groups, held, PLAIN)]


def test_a_figure_is_of_the_incident_that_is_far_likelier_than_any_other() -> None:
    assert given_to((0.1, 0.6), figure()) == [1]


def test_a_figure_of_two_incidents_alike_is_of_none() -> None:
    assert given_to((0.5, 0.6), figure()) == []


def test_an_unlikely_figure_is_of_none() -> None:
    assert given_to((0.02, 0.2), figure()) == []


def test_a_figure_of_an_attack_of_the_rules_is_left_to_the_surer_reading() -> None:
    assert given_to((0.1, 0.6), figure(homes=(0,))) == []


def test_a_figure_that_only_the_network_sees_must_be_surer() -> None:
    assert given_to((0.1, 0.6), figure(ruled=False)) == []


def test_a_figure_that_has_its_incident_gets_no_other() -> None:
    value = figure()
    assert given_to((0.1, 0.6), value, Taken(value, 0, 0.9)) == []
