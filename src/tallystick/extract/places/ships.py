"""Names of ships, which are no places: "the frigate Sheffield", "a warship, the Dammam"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.model.document import Span
from tallystick.vocab.countries import country_of_name
from tallystick.vocab.matching import fold
from tallystick.vocab.pattern import Pattern

__all__ = ["SHIP", "ship_names"]

SHIP = Pattern(  # up to the name: "the ferry |", "Star of |"
    r"\b(?:ship|vessel|tanker|destroyer|frigate|carrier|cruiser|ferry|submarine|trawler|"
    r"freighter|corvette|minehunter|minesweeper|(?:patrol |gun|motor)?boat|dredger|liner|USS|"
    r"HMS|MV|MT)\s+(?:(?!(?:off|near|in|at|on|from|to|of|into|and|by|for|with)\b)(?-i:[A-Z])[\w-]+\s+)?$|"
    r"\b(?:Pearl|Star|Spirit|Pride|Queen|Princess|Lady|Glory|Jewel|Crown)\s+of\s+$",
    re.IGNORECASE,
)
_SHIP = (
    r"(?:warship|battleship|frigate|destroyer|cruiser|corvette|submarine|gunboat|minesweeper|"
    r"tanker|freighter|trawler|ferry|yacht|steamer|(?:bulk|aircraft) carrier|"
    r"(?:cargo|container|patrol|supply|landing|hospital|merchant|passenger) (?:ship|vessel|boat))"
)
_CALLED = Pattern(
    rf"\b{_SHIP}(?:\s+|,\s+(?:called\s+|named\s+)?the\s+|\s+(?:called|named)\s+(?:the\s+)?)[\"“‘]?"
    r"(?P<name>[A-Z][\w’-]*\w(?: [A-Z][\w’-]*\w){0,2})"
    r"(?=\s*[,.;:)\"”’]|\s+(?:in|off|near|at|on|was|were|sank|is)\s|\s*$)"
)
_DAY = Pattern(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


def ship_names(text: str) -> Iterator[Span]:
    """The stretches that name a ship; "the tanker Yemen hit" tells of a country."""
    for called in _CALLED.finditer(text):
        name = called["name"]
        if fold(name) not in country_of_name() and _DAY.fullmatch(name) is None:
            yield Span(*called.span("name"))
