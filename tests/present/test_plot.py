"""The plot of announced numbers over the count."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET

import pytest

from tallystick.analyse.course import Course, courses
from tallystick.errors import TallystickError
from tallystick.present.plot import plot
from tests.analyse.announcing import at_least, matched, said
from tests.analyse.made import incident
from tests.builders import day
from tests.scenes import RIDERS


@pytest.fixture(scope="module")
def drawn() -> list[Course]:
    several = [incident(f"i-{n}", when=day(f"2023-12-0{n}")) for n in (2, 4, 6)]
    numbers = (said(7, "2023-12-03"), said(at_least(11), "2023-12-05"))
    other = said(3, "2023-12-06", attackers=(RIDERS,), what="raids & salvoes")
    return courses(matched(*numbers, other), several)


def test_an_svg_has_a_panel_a_course_with_its_numbers_as_text(drawn: list[Course]) -> None:
    picture = plot(drawn, "svg")
    text = [part.text for part in ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")]
    assert {"7", "11", "3", "announced", "announced: at least"} <= set(text)
    assert text.count("ledger, by the rule incident") == 2
    assert "ledger, by the rule claim" in text
    assert "“raids & salvoes”, by Free Riders, since 2023-12-01" in text
    assert plot(drawn, "svg") == picture  # the same bytes again


def test_a_png_is_a_png(drawn: list[Course]) -> None:
    assert plot(drawn[:1], "png").startswith(b"\x89PNG\r\n")


def test_without_matplotlib_it_says_what_to_install(
    drawn: list[Course], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(TallystickError, match=r"tallystick\[plot\]"):
        plot(drawn, "svg")
