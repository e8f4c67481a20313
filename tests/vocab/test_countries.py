"""Countries by their names."""

from __future__ import annotations

import pytest

from tallystick.vocab.countries import country_named


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Iraq", "IQ"),
        ("the Netherlands", "NL"),
        ("Netherlands", "NL"),
        ("the United States", "US"),
        ("Cote d'Ivoire", "CI"),
        ("NIGER", "NE"),
        ("Niger Delta", None),
        ("the", None),
        ("", None),
    ],
)
def test_a_country_has_its_names_in_any_spelling(name: str, code: str | None) -> None:
    assert country_named(name) == code
