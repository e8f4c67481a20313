"""Addresses: where a local paper says that something was."""

from __future__ import annotations

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.places.addresses import address_at, addresses
from tallystick.model.document import Span
from tallystick.model.values import PlacePrecision
from tests.extract.incidents import document_of

WHOLE = [
    ("Police were called to the 600 block of Sorrel Boulevard at noon.",
     "the 600 block of Sorrel Boulevard"),
    ("It was in the 400-block of N. Rowan Drive on Monday.", "the 400-block of N. Rowan Drive"),
    ("He lay in the 900 block of East Elm Street near Ash Lane that night.",
     "the 900 block of East Elm Street near Ash Lane"),
    ("They met at the corner of State and Hazel streets.",
     "the corner of State and Hazel streets"),
    ("It was near the intersection of Alder Street and Ann Road.",
     "the intersection of Alder Street and Ann Road"),
    ("A car stood on Interstate 435 all day.", "Interstate 435"),
    ("He left Rowan County Road 360 at noon.", "Rowan County Road 360"),
    ("She lived at 1205 Lone Oak Road for years.", "1205 Lone Oak Road"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), WHOLE)
def test_an_address_is_found_whole(text: str, wanted: str) -> None:
    (found,) = addresses(text)
    assert found.of(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Rebels hold Rowan Street and the old bridge.",
        "In 2031 Rowan was mayor; 40 people met him.",
        "A bomb hit block 12 of the estate.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert list(addresses(text)) == []


@pytest.mark.parametrize(("text", "wanted"), WHOLE)
def test_it_is_a_site_by_its_words(text: str, wanted: str) -> None:
    start = text.index(wanted)
    found = address_at(text, Span(start + len(wanted) - 5, start + len(wanted)))
    assert found is not None and found.span.of(text) == wanted
    assert found.place.precision is PlacePrecision.SITE
    assert found.place.name == wanted.removeprefix("the ")
    assert (found.place.lat, found.place.country) == (None, None)


def test_no_part_of_one_is_a_town() -> None:
    text = "Two men were shot at the corner of State and Hubbard streets in Chicago on Monday."
    assert [p.span.of(text) for p in annotate(document_of(text)).places] == ["Chicago"]
