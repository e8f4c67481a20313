"""From the words of a user to what a selection takes."""

from __future__ import annotations

import pytest

from tallystick.analyse.asked import area, party
from tallystick.model.values import PlacePrecision


@pytest.mark.parametrize("words", ["NL", "nl", "Netherlands", "the Netherlands", " Holland "])
def test_a_country_is_known_by_its_code_and_all_its_names(words: str) -> None:
    found = area(words)
    assert (found.precision, found.country) == (PlacePrecision.COUNTRY, "NL")
    assert party(words).id == "state-nl"
