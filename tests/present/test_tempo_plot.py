"""The plot of a tempo."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET

import pytest

from tallystick.analyse.tempo import Per, Tempo
from tallystick.errors import TallystickError
from tallystick.present.tempo_plot import plot_tempo
from tests.analyse.test_tempo import LAST, TRUCE
from tests.analyse.timed import published, series, told


@pytest.fixture(scope="module")
def truce() -> Tempo:
    peak = [*TRUCE[:4], 14, *TRUCE[5:]]
    return told(series(peak), LAST, documents=published(range(12)))


def test_an_svg_names_what_it_shows(truce: Tempo) -> None:
    picture = plot_tempo(truce, "svg")
    text = {part.text for part in ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")}
    assert {"certain", "best", "possible", "rate", "Poisson 95 %"} <= text
    assert {"lull", "burst", "no document", "a day"} <= text
    assert "incident: since 2023-12-04, until 2023-12-29" in text
    assert plot_tempo(truce, "svg") == picture  # the same bytes again


def test_what_is_not_there_is_not_named() -> None:
    even = told(series([1] * 8), 7, per=Per.WEEK, documents=published(range(8)))
    text = plot_tempo(even, "svg").decode()
    assert "a week" in text
    assert not any(word in text for word in (">lull<", ">burst<", ">no document<"))


def test_a_png_is_a_png(truce: Tempo) -> None:
    assert plot_tempo(truce, "png").startswith(b"\x89PNG\r\n")


def test_without_matplotlib_it_says_what_to_install(
    truce: Tempo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(TallystickError, match=r"tallystick\[plot\]"):
        plot_tempo(truce, "svg")
