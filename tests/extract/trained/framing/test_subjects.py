"""Who is the subject of an attack's own verb, by the words between and beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import numpy as np
import pytest

from tallystick.extract import read
from tallystick.extract.annotate import annotate
from tallystick.extract.drafts import Draft
from tallystick.extract.mentions.reading import bare
from tallystick.extract.trained.combine import PLAIN
from tallystick.extract.trained.framing.subjects import acting_sides, is_subject
from tallystick.extract.trained.joining.assembly import Group, Taken, View
from tallystick.extract.trained.network.model import Array
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.intake import read_text
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tests.builders import document


@pytest.mark.parametrize(
    ("text", "who", "act", "is_one"),
    [
        ("A settler had mowed down nine of them.", "A settler", "mowed down", True),
        ("The coastal guns on Friday shelled a pier.", "The coastal guns", "shelled", True),
        ("Two guards fired six shots.", "Two guards", "fired", True),
        ("Two guards repelled the raid.", "Two guards", "repelled", False),
        ("A sapper defused a bomb.", "A sapper", "defused", False),
        ("A soldier killed in the raid was a cook.", "A soldier", "killed", False),
        ("Two guards killed at the post were cooks.", "Two guards", "killed", False),
        ("Two guards wounded on the road were cooks.", "Two guards", "wounded", False),
        ("Two guards shot at the post.", "Two guards", "shot", True),
        ("Two guards fired on the post.", "Two guards", "fired", True),
        ("Units backed by militiamen shelled a pier.", "militiamen", "shelled", False),
        ("A guard who fled shelled a pier.", "A guard", "shelled", False),
    ],
)
def test_who_is_a_subject(text: str, who: str, act: str, *, is_one: bool) -> None:
    one, other = (Span(text.index(w), text.index(w) + len(w)) for w in (who, act))
    assert is_subject(text, one, other) is is_one


TEXT = "Picket boats shelled a pier at Velm. A guard left Ostrel, where two cooks had been shot."


class _Ties:
    """A network that ties no value to any attack."""

    def on(self, _layer: str, _span: Span) -> float:
        return 0.6

    def links(self, mentions: Sequence[Span], _fields: object, values: Sequence[Span]) -> Array:
        return np.full((len(mentions), len(values)), 0.1, dtype=np.float32)


def side(words: str, *, ruled: bool = False, stance: Stance | None = None) -> Candidate:
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    draft = Draft(Field.ATTACKER, ActorRef(words), span, stance)
    return Candidate(Field.ATTACKER, span, frozenset(), ruled, draft=draft)


def test_who_acts_is_given_to_the_attack_of_the_verb() -> None:
    notes = annotate(document(TEXT))
    boats, guard = side("Picket boats"), side("A guard")

    def given(*values: Candidate, held: Sequence[Taken] = ()) -> list[tuple[int, str]]:
        mentions = []
        for sentence, anchor in zip(notes.sentences, ("shelled", "shot"), strict=True):
            at = TEXT.index(anchor)
            told = bare(notes, sentence, sentence.span)
            mentions.append(replace(told, anchor=Span(at, at + len(anchor))))
        view = View(notes, tuple(mentions), (0, 1), (), values, cast("Scores", _Ties()))
        groups = [Group((0,), (), 0.9), Group((1,), (), 0.9)]
        return [
            (t.group, t.candidate.span.of(TEXT)) for t in acting_sides(view, groups, held, PLAIN)
        ]

    assert given(guard, boats) == [(0, "Picket boats")]
    assert given(boats, held=[Taken(boats, 0, 0.9)]) == []
    assert given(side("Picket boats", ruled=True)) == []
    assert given(side("Picket boats", stance=Stance.BLAMES)) == []


ANSWERED = (
    "Gunmen ambushed a patrol near Ostrel on Monday, killing four soldiers. Troops killed two of "
    "the attackers in the hills, the army said."
)


def test_who_strikes_back_made_no_attack_that_others_made() -> None:
    reading = read(read_text(ANSWERED))
    told = [s for report in reading.reports for s in report.statements]
    assert {s.span.of(ANSWERED) for s in told if s.field is Field.ATTACKER} == {"Gunmen"}


def test_who_kills_attackers_that_were_told_of_nowhere_attacks() -> None:
    text = "Soldiers killed three gunmen in a raid near Ostrel on Monday."
    told = [s for report in read(read_text(text)).reports for s in report.statements]
    assert {s.span.of(text) for s in told if s.field is Field.ATTACKER} == {"Soldiers"}
