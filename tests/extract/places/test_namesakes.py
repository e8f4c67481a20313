"""Names that only a place far off has: the place that is meant is on no list."""

from __future__ import annotations

import pytest

from tallystick.extract.annotate import annotate
from tests.extract.incidents import document_of

MEANT = [
    ("Jets bombed Nyaung Kone village near Yangon on Sunday.", "Nyaung Kone"),
    ("Men burnt a camp at Lala in Assam, India, on Sunday.", "Lala"),
]
UNLISTED = [
    # another name of a village 600 km from all that the text is about
    ("Jets bombed Nyaung Kone village on Sunday. Mines lay near Shwebo.", "Nyaung Kone"),
    # a little town of a land that the text never speaks of
    ("Men burnt the Lala camp in Djugu territory on Sunday. Many fled from Lala.", "Lala"),
]


def ids(text: str, name: str) -> set[bool]:
    found = annotate(document_of(text)).places
    return {p.place.id is not None for p in found if p.span.of(text) == name}


@pytest.mark.parametrize(("text", "name"), UNLISTED)
def test_a_namesake_far_off_is_not_meant(text: str, name: str) -> None:
    assert ids(text, name) == {False}


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_one_at_hand_is(text: str, name: str) -> None:
    assert ids(text, name) == {True}
