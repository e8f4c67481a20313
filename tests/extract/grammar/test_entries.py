"""Where the entries of a digest begin."""

from __future__ import annotations

import pytest

from tallystick.extract.grammar.entries import entries_of, entry_at
from tests.extract.incidents import document_of, incidents, place_of

DIGEST = (
    "News of the day. Goma: two bombs hit the port, four hurt. Bukavu: a nurse was abducted. "
    "She is 30. Uvira: a herdsman stepped on a mine."
)
TOLD_AS_ONE = [
    "Goma: two bombs hit the port. Bukavu: a nurse was abducted.",
    "Lumumba: we heard shots. Kabila: I ran. Mobutu: nobody came.",
    "A bomb went off in Goma. Bukavu was quiet, and Uvira as well. Kindu too.",
]


def test_three_towns_at_the_heads_of_sentences_make_a_digest() -> None:
    text, document = DIGEST, document_of(DIGEST)
    found = entries_of(document)
    assert [text[at:].split(":")[0] for at in found[1:]] == ["Goma", "Bukavu", "Uvira"]
    assert entry_at(found, text.index("She is")) == text.index("Bukavu")


@pytest.mark.parametrize("text", TOLD_AS_ONE)
def test_what_is_told_as_one_has_no_entries(text: str) -> None:
    assert entries_of(document_of(text)) == []
    assert entry_at([], 5) is None


@pytest.mark.parametrize("head", ["Kindu: {}", "KINDU - {}", "Kindu. {}"])
def test_heads_are_marked_in_several_ways(head: str) -> None:
    text = f"{DIGEST} {head.format('A shell fell.')}"
    assert entries_of(document_of(text))[-1] == len(DIGEST) + 1


def test_an_entry_tells_of_an_attack_of_its_own_near_as_the_towns_may_be() -> None:
    text = (
        "Leeds: a drone struck a school. Bradford: a drone struck a depot. Wakefield: the road "
        "is shut. Leeds: two drones hit a clinic."
    )
    assert [place_of(r) for r in incidents(text)] == ["Leeds", "Bradford"]
