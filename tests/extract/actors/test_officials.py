"""Whose officials speak: a government's, unless their words say otherwise."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tests.builders import document


@pytest.mark.parametrize(
    ("who", "actor"),
    [
        ("officials", "government"),
        ("local officials", "government"),
        ("US officials", "gov-us"),
        ("Colombian officials", "gov-co"),
        ("security officials", "security-forces"),
        ("Hamas officials", "hamas"),
        ("Houthi officials", "houthis"),
        ("UN officials", "un"),
        ("church officials", None),
        ("union officials", None),
        ("senior party officials", None),
        ("officials of the shipping company", None),
    ],
)
def test_officials_are_of_whom_their_words_name(who: str, actor: str | None) -> None:
    notes = annotate(document(f"Gunmen shot dead four men at a ford on Monday, {who} said."))
    (speaker,) = voices_of(notes).speakers
    assert speaker.source.actor == actor
    assert speaker.source.name == who
