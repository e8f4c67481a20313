"""The dead and the hurt for which the rules have no attack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import numpy as np

from tallystick.extract.annotate import annotate
from tallystick.extract.drafts import Draft
from tallystick.extract.mentions.reading import bare
from tallystick.extract.trained.combine import PLAIN
from tallystick.extract.trained.framing.lone_figures import lone_figures
from tallystick.extract.trained.joining.assembly import Group, Taken, View
from tallystick.extract.trained.network.model import Array
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.values.candidates import Candidate
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


def figure(
    *, homes: Sequence[int] = (), ruled: bool = True, of: Field = Field.KILLED, words: str = "Nine"
) -> Candidate:
    start = TEXT.index(words)
    span = Span(start, TEXT.index(".", start))
    draft = Draft(of, Casualties(CountRange.exactly(9, "Nine")), span)
    return Candidate(of, span, frozenset(homes), ruled, draft=draft)


def given_to(
    ties: Sequence[float],
    value: Candidate,
    *held: Taken,
    entries: Sequence[int | None] = (None, None, None),
    plural: bool = False,
) -> list[int]:
    """Which of two attacks, "hit" (0) and "burned" (1), a figure goes to; a third, "died", is told
    of as none. ``entries``: of the three sentences, in a digest."""
    notes = annotate(document(TEXT))
    told = (replace(s, entry=e) for s, e in zip(notes.sentences, entries, strict=True))
    notes = replace(notes, sentences=tuple(told))
    mentions = []
    for sentence, anchor in zip(notes.sentences, ("hit", "burned", "died"), strict=True):
        at = TEXT.index(anchor)
        one = bare(notes, sentence, sentence.span)
        mentions.append(replace(one, anchor=Span(at, at + len(anchor)), plural=plural))
    view = View(notes, tuple(mentions), (0, 1, 2), (), (value,), cast("Scores", _Sees(ties)))
    groups = [Group((0,), (), 0.9), Group((1,), (), 0.9)]
    return [t.group for t in lone_figures(view, groups, held, PLAIN)]


def test_a_figure_is_of_the_incident_that_is_far_likelier_than_any_other() -> None:
    assert given_to((0.1, 0.6, 0.0), figure()) == [1]


def test_a_figure_of_two_incidents_alike_is_of_none() -> None:
    assert given_to((0.5, 0.6, 0.0), figure()) == []


def test_an_unlikely_figure_is_of_none() -> None:
    assert given_to((0.02, 0.2, 0.0), figure()) == []


def test_a_figure_of_an_attack_of_the_rules_is_left_to_the_surer_reading() -> None:
    assert given_to((0.1, 0.6, 0.0), figure(homes=(0,))) == []


def test_a_figure_of_an_attack_that_is_not_told_is_of_the_likeliest() -> None:
    assert given_to((0.1, 0.6, 0.0), figure(homes=(2,))) == [1]


def test_a_figure_of_several_attacks_told_as_one_is_of_none_of_them() -> None:
    assert given_to((0.1, 0.6, 0.0), figure(homes=(2,)), plural=True) == []


def test_a_figure_of_one_entry_is_of_no_attack_of_another() -> None:
    assert given_to((0.1, 0.6, 0.0), figure(), entries=(1, 2, 2)) == [1]
    assert given_to((0.1, 0.6, 0.0), figure(), entries=(1, 1, 2)) == []


def test_what_counts_nobody_is_no_lone_figure() -> None:
    assert given_to((0.1, 0.6, 0.0), figure(of=Field.TARGET)) == []


def test_those_carried_off_are_of_the_attack_of_their_sentence() -> None:
    assert given_to((0.6, 0.1, 0.0), figure(of=Field.ABDUCTED, words="off Velm")) == [1]
    assert given_to((0.6, 0.1, 0.0), figure(of=Field.ABDUCTED)) == []


def test_a_figure_that_only_the_network_sees_must_be_surer() -> None:
    assert given_to((0.1, 0.6, 0.0), figure(ruled=False)) == []


def test_a_figure_that_has_its_incident_gets_no_other() -> None:
    value = figure()
    assert given_to((0.1, 0.6, 0.0), value, Taken(value, 0, 0.9)) == []
