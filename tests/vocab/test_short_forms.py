"""The letters that a text gives its own groups."""

from __future__ import annotations

import pytest

from tallystick.vocab.actors import actor_book, unknown_group
from tallystick.vocab.short_forms import short_forms


def _uses(text: str) -> list[tuple[int, str]]:
    known = actor_book().find(text)
    groups = unknown_group(text, known=known)
    return [(hit.span.start, hit.item) for hit in short_forms(text, groups, known)]


@pytest.mark.parametrize(
    "brackets", ["(OLF-K)", '("OLFK")', "(known as the OLFK)", "[OLFK]", "(OLFK, in short)"]
)
def test_the_letters_behind_a_name_are_the_groups_from_there_on(brackets: str) -> None:
    letters = "OLF-K" if "-" in brackets else "OLFK"
    text = f"The Karsk Hill Brigades {brackets} fled. On Monday {letters}'s men came back."
    assert _uses(text) == [(text.rindex(letters), "Karsk Hill Brigades")]


def test_a_listed_group_with_the_same_letters_is_not_meant() -> None:
    text = "The United Velm Front (UVF) shelled a post. The UVF said it killed ten."
    assert [name for _, name in _uses(text)] == ["United Velm Front"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "UVF men met. The United Velm Front shelled a post. The UVF said it killed ten.",
        "The Velm Hill Brigades (AFP) shelled a post, AFP said.",  # an agency's credit
        "The Colombian FARC Resistance Front (FARC) met. The FARC said so.",  # the one listed
        "The Velm Hill Brigades shelled a post (on Monday).",
    ],
)
def test_other_letters_are_left(text: str) -> None:
    assert _uses(text) == []


def test_letters_inside_another_name_are_left() -> None:
    text = "The Karsk Hill Brigades (KHB) fled. A KHB-led raid failed, as KHB said."
    assert [at for at, _ in _uses(text)] == [text.rindex("KHB")]
