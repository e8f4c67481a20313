"""Names of ships are no places; where they lie is."""

from __future__ import annotations

import pytest

from tallystick.extract.annotate import annotate
from tests.builders import document


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A missile hit the frigate Sheffield, killing nine of the crew.", []),
        ("Boats struck a Saudi warship, the Dammam, off the coast.", []),
        ("Gunmen boarded the patrol boat Odessa off Hodeida.", ["Hodeida"]),
        ("A mine sank a tanker called the Bristol near Aden.", ["Aden"]),
        ("Gunmen boarded a ferry in Odessa.", ["Odessa"]),
        ("Boats struck a ferry, the Basra police said.", ["Basra"]),
        ("Rockets hit a tanker that Damascus had hired.", ["Damascus"]),
        ("The destroyer Ukraine hit lay at Sevastopol.", ["Ukraine", "Sevastopol"]),
    ],
)
def test_a_ship_is_no_place(text: str, places: list[str]) -> None:
    found = annotate(document(text)).places
    assert [p.span.of(text) for p in found] == places
