"""What the rules hold for an incident is believed by what stands around its words."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.mentions import bare
from tallystick.extract.trained.assembly import Group, View
from tallystick.extract.trained.candidates import Candidate
from tallystick.extract.trained.combine import LIMIT, PLAIN
from tallystick.extract.trained.evidence import SEEN, around, believed, ruled_features
from tallystick.extract.trained.inventory import GENERIC, MENTION
from tallystick.extract.trained.scores import Scores
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tests.builders import document

TEXT = "Gunmen stormed a mill. The keeper fired the gardener."
STORMED, FIRED, GUNMEN, MILL = Span(7, 14), Span(34, 39), Span(0, 6), Span(15, 21)


class _Sees:
    """A network that is sure of some words of some layers, and of no others."""

    def __init__(self, sure: dict[tuple[str, Span], float]) -> None:
        self._sure = sure

    def on(self, layer: str, span: Span) -> float:
        return self._sure.get((layer, span), 0.0)

    def standing(self, _span: Span) -> dict[str, float]:
        return {GENERIC: 0.5}


def _view(sure: dict[tuple[str, Span], float], *, family: tuple[int, int] = (0, 1)) -> View:
    notes = annotate(document(TEXT))
    mentions = tuple(
        replace(bare(notes, sentence, sentence.span), anchor=anchor)
        for sentence, anchor in zip(notes.sentences, (STORMED, FIRED), strict=True)
    )
    values = (
        Candidate(Field.ATTACKER, GUNMEN, frozenset([0]), ruled=True),
        Candidate(Field.TARGET, MILL, frozenset([0]), ruled=True),
        Candidate(Field.WHERE, MILL, frozenset([0]), ruled=True),
        Candidate(Field.KILLED, GUNMEN, frozenset([0]), ruled=True),
        Candidate(Field.WEAPON, MILL, frozenset([0]), ruled=True),
    )
    return View(notes, mentions, family, (), values, cast("Scores", _Sees(sure)))


def _groups() -> list[Group]:
    return [Group((i,), (), 0.5) for i in (0, 1)]


SURE = {
    (MENTION, STORMED): 0.9,
    ("attacker", GUNMEN): 0.9,
    ("target", MILL): 0.9,
    ("where", MILL): 0.9,
    ("killed", GUNMEN): 0.9,
}


def test_only_values_at_home_are_seen() -> None:
    seen = around(_view(SURE))
    assert set(seen) == {(0, field) for field in SEEN}
    assert all(sure > 0 for sure in seen.values())


def test_where_nothing_stands_the_network_is_as_unsure_as_can_be() -> None:
    view = _view(SURE)
    features = ruled_features(view, _groups()[1], around(view))
    assert features[2:] == (-LIMIT,) * len(SEEN)


def test_an_attack_with_its_attacker_is_believed_more() -> None:
    attack, sacking = believed(_view(SURE), _groups(), PLAIN)
    assert attack.probability > 5 * sacking.probability


@pytest.mark.parametrize("field", ["mention", *map(str, SEEN)])
def test_each_value_counts(field: str) -> None:
    fewer = {key: sure for key, sure in SURE.items() if key[0] != field}
    (with_all, _), (without, _) = (believed(_view(s), _groups(), PLAIN) for s in (SURE, fewer))
    assert with_all.probability > without.probability


def test_what_the_rules_lack_is_left_as_it_is() -> None:
    first, second = believed(_view(SURE, family=(-1, -1)), _groups(), PLAIN)
    assert (first.probability, second.probability) == (0.5, 0.5)
