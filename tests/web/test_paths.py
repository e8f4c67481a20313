"""Addresses are those of Django."""

from __future__ import annotations

import pytest
from django.urls import NoReverseMatch, reverse
from hypothesis import given
from hypothesis import strategies as st

from tallystick.web.paths import path_to


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_path_is_that_of_django(id: str) -> None:
    for parts in ((id,), ("i-1", id)):
        name = ("incident", "pair")[len(parts) - 1]
        try:
            expected = reverse(name, args=parts)
        except NoReverseMatch:
            with pytest.raises(NoReverseMatch):
                path_to(name, *parts)
        else:
            assert path_to(name, *parts) == expected


def test_a_page_without_parts_and_one_that_is_not_there() -> None:
    assert path_to("queue") == reverse("queue")
    with pytest.raises(NoReverseMatch):
        path_to("nowhere")
