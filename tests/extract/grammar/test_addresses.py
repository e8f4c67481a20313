"""Words in addresses are not read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract import read_by_rules
from tallystick.extract.grammar.addresses import without_addresses
from tallystick.intake import read_text


@pytest.mark.parametrize(
    "address",
    [
        "https://watan.example/2031/05/rebels-bomb-zobrak-market-killing-nine.html",
        "www.watan.example/rebels-bomb-zobrak",
        "pic.watan.com/rebels-bomb-zobrak",
        "rebels-bomb-zobrak@watan.example",
    ],
)
def test_an_address_is_blank(address: str) -> None:
    text = f"Read more ({address}), he said."
    assert without_addresses(text) == f"Read more ({' ' * len(address)}), he said."


@pytest.mark.parametrize("words", ["U.S./U.K. troops", "@zobrak said so", "9/11", "and/or a.m."])
def test_other_words_stay(words: str) -> None:
    assert without_addresses(f"{words} See www.watan.example").startswith(f"{words} See  ")


@given(st.text(alphabet="aw.:/@ htps-\n"))
def test_all_else_stays_where_it_is(text: str) -> None:
    seen = without_addresses(text)
    assert len(seen) == len(text)
    assert all(b in (a, " ") for a, b in zip(text, seen, strict=True))


def test_no_incident_in_an_address() -> None:
    text = "The mayor of Zobrak opened a new bridge on Friday.\n\nSee also: "
    link = "https://watan.example/rebels-bomb-zobrak-market-killing-nine"
    assert read_by_rules(read_text(f"{text}{link}")).reports == ()
