"""The network without the rules' word on what belongs together."""

from __future__ import annotations

from typing import cast

from eval.train.bench_alone import blind
from tests.builders import document

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.extract.frames.reading import frames
from tallystick.extract.mentions.reading import mentions
from tallystick.extract.trained.joining.assembly import (
    Ties,
    View,
    event_features,
    value_features,
    view,
)
from tallystick.extract.trained.network.scores import Found, Scores
from tallystick.model.document import Span
from tallystick.model.statement import Stance
from tallystick.model.taxonomy import IncidentKind


class Quiet:
    """A network that sees nothing and takes everything for a hijacking."""

    def spans(self, _layer: str, _least: float = 0.5) -> list[Found]:
        return []

    def on(self, _layer: str, _span: Span) -> float:
        return 0.5

    def standing(self, _span: Span) -> dict[str, float]:
        return {"happened": 0.5, "generic": 0.5}

    def kind(self, _span: Span) -> dict[IncidentKind, float]:
        return {IncidentKind.HIJACKING: 0.9, IncidentKind.SHELLING: 0.1}

    def stance(self, _span: Span) -> dict[Stance, float]:
        return {Stance.REPORTS: 0.9, Stance.BLAMES: 0.1}


def seen() -> View:
    text = "Gunmen shot dead two farmers near Mosul on 4 May 2019. The army blamed bandits."
    notes = annotate(document(text))
    told = mentions(notes, voices_of(notes))
    return view(notes, told, frames(told), cast("Scores", Quiet()))


def test_candidates_stay_and_their_homes_go() -> None:
    before, after = seen(), blind(seen())
    assert any(c.homes for c in before.candidates) and any(c.ruled for c in before.candidates)
    assert [c.span for c in after.candidates] == [c.span for c in before.candidates]
    assert not any(c.homes or c.ruled for c in after.candidates)


def test_no_feature_of_the_rules_is_left() -> None:
    before, after = seen(), blind(seen())
    assert after.anchors == before.anchors and after.anchors
    assert event_features(before, 0)[2:] != (0.0, 0.0) == event_features(after, 0)[2:]
    nothing = Ties(0.0, [0.0] * len(after.mentions))
    for candidate in after.candidates:
        assert value_features(candidate, (0,), nothing)[2:] == (0.0, 0.0)


def test_the_kind_is_the_networks() -> None:
    assert {m.kind for m in blind(seen()).mentions} == {IncidentKind.HIJACKING}
