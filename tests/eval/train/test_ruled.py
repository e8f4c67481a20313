"""How far an incident of the rules is believed is learned from labelled documents."""

from __future__ import annotations

import numpy as np
import pytest
from eval.train.combine import Lessons, fitted

from eval.train import ruled
from tallystick.extract.trained.combine import RULED
from tallystick.extract.trained.reader import WEIGHTS


def _lessons(count: int) -> Lessons:
    """Real ones have a high first feature; the others say nothing."""
    draw, lessons = np.random.default_rng(3), Lessons()
    for at in range(count):
        first, *others = draw.normal(size=6)
        real = at % 2 == 0
        lessons.add(RULED, (first + (2.0 if real else -2.0), *others), right=real)
    return lessons


def test_what_tells_them_apart_is_weighed_and_the_rest_is_not() -> None:
    _, first, *others = fitted(_lessons(400)).weights[RULED]
    assert first > 3 * max(map(abs, others))


def test_only_what_is_unlikely_is_left_out() -> None:
    learned = fitted(_lessons(400))
    assert not learned.takes(RULED, 0.1)
    assert learned.takes(RULED, 0.2)


def test_no_documents_are_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        ruled.main(["--of", "own:none", str(WEIGHTS)])
    assert "too few labels" in capsys.readouterr().err
