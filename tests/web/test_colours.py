"""Colours of the style sheet, light and dark, by WCAG 2.2: text 4.5 to 1, what is drawn 3 to 1."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

SHEET = files("tallystick.web").joinpath("static", "room.css").read_text("utf-8")
SCHEMES = [
    dict(re.findall(r"--([\w-]+): (#\w{6});", part)) for part in SHEET.split("@media", 2)[:2]
]
TEXT = [
    (ink, paper)
    for ink in ("ink", "soft", "link", "contest")
    for paper in ("paper", "sheet", "contest-paper")
]
TEXT += [("ink", "mark"), ("chosen-ink", "chosen"), ("paper", "link")]
TEXT += [("soft", "land"), ("soft", "sea")]  # names on the map, which axe cannot see
DRAWN = [("bar", "paper"), ("contest", "paper"), ("focus", "paper"), ("focus", "sheet")]
DRAWN += [(drawn, under) for drawn in ("bar", "contest", "focus") for under in ("land", "sea")]


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("colours", SCHEMES, ids=["light", "dark"])
@pytest.mark.parametrize(
    ("first", "second", "least"), [*((*p, 4.5) for p in TEXT), *((*p, 3.0) for p in DRAWN)]
)
def test_what_is_to_be_seen_stands_out(
    colours: dict[str, str], first: str, second: str, least: float
) -> None:
    assert contrast(colours[first], colours[second]) >= least
