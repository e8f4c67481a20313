"""How fast documents are read: what the figures say of what was measured."""

from __future__ import annotations

import pytest
from eval.speed import Pace, figures, pace

from tests.builders import document

PARTS = {"network": 0.6, "rules": 0.3, "together": 0.1}


def test_rates_of_processes_at_once_add_up() -> None:
    alone = Pace(10.0, 1.0, PARTS, 300.0)
    slower = Pace(10.0, 2.0, PARTS, 400.0)
    found = {f.name: f.value for f in figures(alone, [alone, slower], 1.25)}
    assert found["documents_per_second"] == 10
    assert found["documents_per_second_together"] == 15
    assert found["megabytes"] == 400
    assert found["start"] == 1.25
    assert found["milliseconds.rules"] == 30


def test_a_document_is_400_words_and_its_parts_are_the_whole() -> None:
    told = document("Rebels shelled the town of Goma on Monday, killing two people. " * 40)
    found = pace([told, told])
    assert found.documents == pytest.approx(2 * 440 / 400)
    assert found.seconds > 0 and found.megabytes > 10
    assert set(found.parts) == set(PARTS)
    assert found.parts["rules"] > 0
    assert sum(found.parts.values()) <= found.seconds * 1.5 + 0.5
