"""How probably a value is of each incident, without looking at what cannot matter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.annotate import annotate
from tallystick.extract.mentions.reading import bare
from tallystick.extract.trained.combine import PLAIN
from tallystick.extract.trained.joining.assembly import (
    Group,
    View,
    chances_of,
    ties_of,
    value_features,
)
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tests.builders import document

SIZES = (1, 2, 1, 3)  # of the incidents, by their mentions


class _Sees:
    """A network that ties a value to each mention as it is told to."""

    def __init__(self, linked: Sequence[float]) -> None:
        self._linked = linked

    def on(self, _layer: str, _span: Span) -> float:
        return 0.6

    def links(self, _anchors: object, _fields: object, _spans: object) -> object:
        return np.array(self._linked, dtype=np.float32)[:, None]


@given(
    st.lists(st.floats(0, 1, width=32), min_size=sum(SIZES), max_size=sum(SIZES)),
    st.frozensets(st.integers(0, sum(SIZES) - 1), max_size=2),
    st.sampled_from([0.1, 0.3, 0.5, 0.9]),
)
def test_what_is_left_out_is_neither_home_nor_likeliest_nor_likely(
    linked: list[float], homes: frozenset[int], least: float
) -> None:
    notes = annotate(document("A bomb went off in Velm."))
    value = Candidate(Field.WHEN, Span(0, 6), homes, bool(homes))
    mention = bare(notes, notes.sentences[0], notes.sentences[0].span)
    mentions = (mention,) * len(linked)
    view = View(notes, mentions, (), (), (value,), cast("Scores", _Sees(linked)))
    starts = np.cumsum([0, *SIZES])
    found = [
        Group(tuple(range(at, at + size)), (), 0.9) for at, size in zip(starts, SIZES, strict=False)
    ]
    ((_, chances),) = chances_of(
        view, [value], found, PLAIN, lambda _c, _g, chance: chance >= least
    )
    (ties,) = ties_of(view)
    every = {
        at: PLAIN.probability("when", value_features(value, group.members, ties))
        for at, group in enumerate(found)
    }
    assert list(chances) == sorted(chances)
    assert all(every[at] == chance for at, chance in chances.items())
    missed = set(every) - set(chances)
    likeliest = max(chance for at, chance in every.items() if at not in missed)
    assert all(every[at] < least and every[at] <= likeliest for at in missed)
    assert all(homes.isdisjoint(found[at].members) for at in missed)
