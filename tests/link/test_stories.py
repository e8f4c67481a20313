"""Stories laid out as arrays are as like each other as the stories themselves, or hardly more."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.link import stories
from tallystick.link.passages import Story
from tallystick.link.profile import Profile
from tallystick.link.stories import SLACK, Stories
from tests.link.test_laws import profiled
from tests.link.test_tasks import made_up

_STORIES = st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=8), min_size=2, max_size=9)


@pytest.fixture(scope="module")
def profiles() -> list[Profile]:
    return profiled([each.reading for each in made_up.told(80, seed=3)])


def test_a_likeness_is_hardly_more_than_the_cosine(profiles: list[Profile]) -> None:
    pairs = np.array(list(combinations(range(len(profiles)), 2)))
    np.random.default_rng(1).shuffle(pairs)
    found = Stories.of(profiles).likeness(pairs[:, 0], pairs[:, 1])
    exact = [profiles[i].story.likeness(profiles[j].story) for i, j in pairs.tolist()]
    assert max(exact) > 0.5
    assert (found >= exact).all()
    assert (found - exact < 2 * SLACK + 1e-3).mean() > 0.99  # some words fall together


@given(words=_STORIES)
def test_few_are_laid_out_at_once_whatever_their_number(words: list[list[str]]) -> None:
    own = [_weighed(each) for each in words]
    lengths = [length for story in own for _, length in sorted(story.items())]
    parts = [ord(word) for story in own for word in sorted(story)]
    held = Stories.counted(
        np.array([len(story) for story in own]), np.array(parts, "u2"), np.array(lengths, "f2")
    )
    i, j = np.array(list(combinations(range(len(own)), 2))).T
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stories, "_TOGETHER", 2)
        patch.setattr(stories, "_PAIRS", 3)
        found = held.likeness(i, j)
    exact = [Story(own[p]).likeness(Story(own[q])) for p, q in zip(i, j, strict=True)]
    np.testing.assert_allclose(found, np.array(exact) + SLACK, atol=2e-3)


def test_stories_stand_below_each_other(profiles: list[Profile]) -> None:
    both = Stories.stacked([Stories.of(profiles[:30]), Stories.of([]), Stories.of(profiles[30:])])
    whole = Stories.of(profiles)
    for field in ("begins", "parts", "lengths"):
        np.testing.assert_array_equal(getattr(both, field), getattr(whole, field))


def _weighed(words: list[str]) -> dict[str, float]:
    return {word: 1 / max(1, len(set(words))) ** 0.5 for word in words}
