"""Names of places in a text that is all in capitals."""

from __future__ import annotations

import pytest

from tallystick.extract.trained.values.shouted import shouted_name
from tallystick.model.document import Span


def name(text: str, tagged: str) -> str | None:
    start = text.index(tagged)
    found = shouted_name(text, Span(start, start + len(tagged)))
    return found.of(text) if found else None


@pytest.mark.parametrize(
    ("text", "tagged", "given"),
    [
        ("A MINE WENT OFF IN SAN TELMO DE LA VEGA AT NOON.", "DE LA VEGA", "SAN TELMO DE LA VEGA"),
        ("THEY CROSSED LA ZOBRA AT DAWN.", "ZOBRA", "LA ZOBRA"),
        ("THEY HELD VILLA KINDO FOR A DAY.", "KINDO", "VILLA KINDO"),
        ("TWO DIED NEAR THE ZOBRAK NEIGHBORHOOD.", "ZOBRAK", "ZOBRAK"),
        ("TWO DIED IN THE TOWN ZOBRAK AT DAWN.", "ZOBRAK", "ZOBRAK"),
        ("TWO DIED IN ZOBRAK AT DAWN.", "ZOBRAK", "ZOBRAK"),
        ("SHOTS WERE FIRED FROM A SLOPE ABOVE THE ROAD.", "SLOPE", None),
        ("HE STEPPED OUT IN AN OPEN DRIVEWAY WITH A GUARD.", "DRIVEWAY", None),
        ("A SHELL FELL AT OUR PEOPLE LAST NIGHT.", "OUR PEOPLE", None),
        ("A BOMB WENT OFF IN HER KITCHEN.", "HER", None),
        ("FIVE DIED IN [NAME INDISTINCT] AT NOON.", "INDISTINCT", None),
        ("[ZOBRAK] I CANNOT SAY ANYTHING OF IT.", "ZOBRAK", None),
        ("THEY FIRED AT ZOBRAK'S CAR AND FLED.", "ZOBRAK", None),
        ("GENERAL ZOBRAK LEFT. THE BOMB THAT HIT ZOBRAK WAS SMALL.", "ZOBRAK", None),
        ("Two died in a parking lot of Zobrak.", "parking lot", "parking lot"),
    ],
)
def test_the_words_around_tell_a_name(text: str, tagged: str, given: str | None) -> None:
    assert name(text, tagged) == given
