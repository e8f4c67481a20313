"""Who did it, where the surer values name nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import numpy as np
import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.drafts import Draft
from tallystick.extract.mentions.reading import bare
from tallystick.extract.trained.combine import PLAIN
from tallystick.extract.trained.framing.sole import may_act, sole_sides
from tallystick.extract.trained.joining.assembly import Group, Taken, View
from tallystick.extract.trained.network.model import Array
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef, Fate, Outcome
from tests.builders import document

TEXT = "Riders had taken the ford at Ostrel. Pickets let a barge burn off Velm."


class _Sees:
    """A network that ties every value to every attack alike."""

    def __init__(self, tied: float) -> None:
        self._tied = tied

    def on(self, _layer: str, _span: Span) -> float:
        return 0.5

    def links(self, mentions: Sequence[Span], _fields: object, values: Sequence[Span]) -> Array:
        return np.full((len(mentions), len(values)), self._tied, dtype=np.float32)


def candidate(field: Field, words: str, stance: Stance | None = None) -> Candidate:
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    draft = Draft(field, ActorRef(words), span, stance)
    return Candidate(field, span, frozenset(), False, draft=draft)


def given_to(tied: float, *values: Candidate, held: Sequence[Taken] = ()) -> list[tuple[int, str]]:
    """The values that go to two attacks, "taken" (0) and "burn" (1)."""
    notes = annotate(document(TEXT))
    mentions = []
    for sentence, anchor in zip(notes.sentences, ("taken", "burn"), strict=True):
        at = TEXT.index(anchor)
        told = bare(notes, sentence, sentence.span)
        mentions.append(replace(told, anchor=Span(at, at + len(anchor))))
    view = View(notes, tuple(mentions), (0, 1), (), values, cast("Scores", _Sees(tied)))
    groups = [Group((0,), (), 0.9), Group((1,), (), 0.9)]
    return [(t.group, t.candidate.span.of(TEXT)) for t in sole_sides(view, groups, held, PLAIN)]


def test_an_incident_without_a_side_has_that_of_its_clause() -> None:
    riders = candidate(Field.ATTACKER, "Riders")
    assert given_to(0.6, riders) == [(0, "Riders")]


def test_an_unlikely_side_is_nobodys() -> None:
    assert given_to(0.2, candidate(Field.ATTACKER, "Riders")) == []


def test_an_incident_that_has_a_side_gets_no_other() -> None:
    riders = candidate(Field.ATTACKER, "Riders")
    assert given_to(0.6, riders, held=[Taken(riders, 0, 0.9)]) == []


@pytest.mark.parametrize("stance", [Stance.BLAMES, Stance.DOUBTS, Stance.DENIES])
def test_what_is_only_laid_on_somebody_is_no_author(stance: Stance) -> None:
    assert given_to(0.6, candidate(Field.ATTACKER, "Riders", stance)) == []


def test_a_side_told_in_another_sentence_is_left() -> None:
    assert given_to(0.6, candidate(Field.ATTACKER, "Pickets")) == [(1, "Pickets")]


def test_who_shot_a_drone_down_has_not_sent_it() -> None:
    outcome = Draft(Field.OUTCOME, Outcome(Fate.INTERCEPTED), Span(11, 16))
    downed = Candidate(Field.OUTCOME, outcome.span, frozenset([0]), True, draft=outcome)
    riders = candidate(Field.ATTACKER, "Riders")
    assert given_to(0.6, riders, held=[Taken(downed, 0, 0.9)]) == []


@pytest.mark.parametrize(
    ("text", "side", "act"),
    [
        ("Riders burned a mill.", "Riders", "burned"),
        ("A mill was burned by masked riders.", "riders", "burned"),
        ("A Lorvian raid hit a mill.", "Lorvian", "Lorvian raid"),
    ],
)
def test_who_may_have_acted(text: str, side: str, act: str) -> None:
    assert may_act(text, at(text, side), at(text, act))


@pytest.mark.parametrize(
    ("text", "side", "act"),
    [
        ("Firemen put out a blaze after a shell killed two.", "Firemen", "killed"),
        ("A shell killed two and soldiers searched the area.", "soldiers", "killed"),
        ("Mourners buried a boy who was shot.", "Mourners", "shot"),
    ],
)
def test_who_is_only_there_has_not_acted(text: str, side: str, act: str) -> None:
    assert not may_act(text, at(text, side), at(text, act))


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))
