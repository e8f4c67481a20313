"""The day that the words of an incident give which only the network sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import numpy as np
import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.mentions.reading import bare
from tallystick.extract.trained.combine import PLAIN
from tallystick.extract.trained.framing.own_days import days_told
from tallystick.extract.trained.joining.assembly import Group, View
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tests.extract.incidents import document_of

TEXT = (
    "Six guards were led off into the bush on Friday. A dealer was arrested on Sunday. "
    "The union buried one of them on Thursday."
)


class _Sees:
    """A network that ties each day to the incident as strongly as it is told to."""

    def __init__(self, linked: Sequence[float]) -> None:
        self._linked = linked

    def on(self, _layer: str, _span: Span) -> float:
        return 0.9

    def links(self, _anchors: object, _fields: object, spans: Sequence[Span]) -> object:
        return np.array([self._linked[: len(spans)]], dtype=np.float64)


def told(
    linked: Sequence[float], *, unseen: bool = True, text: str = TEXT, words: str = "led off"
) -> list[str]:
    """The days of "led off", the likeliest first; ``unseen``: by the network alone."""
    notes = annotate(document_of(text, "2031-05-13"))
    sentence = notes.sentences[0]
    at = text.index(words)
    anchor = Span(at, at + len(words))
    mention = replace(bare(notes, sentence, sentence.span), anchor=anchor, trigger=True, when=None)
    days = tuple(Candidate(Field.WHEN, d.span, frozenset(), False, when=d) for d in notes.dates)
    seen = cast("Scores", _Sees(linked))
    view = View(notes, (mention,), (-1 if unseen else 0,), (), days, seen)
    (found,) = days_told(view, [Group((0,), (), 0.9)], PLAIN)
    ranked = sorted(found, key=lambda t: -t.probability)
    return [t.candidate.span.of(text) for t in ranked]


@pytest.mark.parametrize(
    ("linked", "unseen", "days"),
    [
        ([0.5, 0.5, 0.1], True, ["Friday", "Sunday"]),
        ([0.3, 0.5, 0.1], True, ["Friday", "Sunday"]),  # its own words count for more
        ([0.05, 0.95, 0.1], True, ["Sunday"]),  # but not for everything
        ([0.6, 0.7, 0.1], False, ["Sunday", "Friday"]),  # those that the rules see, they weigh
    ],
)
def test_the_words_that_tell_of_an_incident_give_its_day(
    linked: list[float], days: list[str], *, unseen: bool
) -> None:
    assert told(linked, unseen=unseen) == days


def test_a_day_that_is_none_of_its_own_must_be_likely() -> None:
    assert told([0.02, 0.02, 0.01], unseen=False) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The raid on Sunday was the latest in a string of assaults on the mill.", []),
        ("The mill told of the raid on Sunday, of assaults by its guards.", ["Sunday"]),
    ],
)
def test_the_day_of_one_of_many_is_not_that_of_all(text: str, days: list[str]) -> None:
    assert told([0.35], text=text, words="assaults") == days
