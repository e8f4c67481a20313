"""Persons hurt as targets, beside things that were aimed at."""

from __future__ import annotations

from typing import cast

from tallystick.extract.annotate import annotate
from tallystick.extract.drafts import Draft
from tallystick.extract.trained.framing.person_targets import one_victim
from tallystick.extract.trained.joining.assembly import Taken, View
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field, Value
from tallystick.model.values import Casualties, CountRange, Target
from tests.builders import document

TEXT = "Robbers held up a bank in Velm and shot a guard. A baker was shot in Ostrel."


def candidate(field: Field, words: str, value: Value) -> Candidate:
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    return Candidate(field, span, frozenset(), True, draft=Draft(field, value, span))


def test_who_was_hurt_is_no_target_beside_a_thing() -> None:
    one = Casualties(CountRange.exactly(1))
    hurt = [candidate(Field.INJURED, w, one) for w in ("shot a guard", "A baker was shot")]
    aimed = [candidate(Field.TARGET, w, Target(w)) for w in ("a bank", "a guard", "A baker")]
    view = View(annotate(document(TEXT)), (), (), (), (*hurt, *aimed), cast("Scores", None))
    values = [Taken(c, group, 0.9) for c, group in zip(aimed, (0, 0, 1), strict=True)]
    kept = [t.candidate.span.of(TEXT) for t in one_victim(view, values)]
    assert kept == ["a bank", "A baker"]
