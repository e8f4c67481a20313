"""What is looked up is what would be found anew."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given, settings

from tallystick.link.comparisons import COMPARISONS
from tallystick.link.profile import Profile
from tallystick.link.score import DEFAULTS, weigh
from tallystick.link.weigher import LOOKS_AT, Weigher
from tallystick.model.statement import Reading
from tests.link.test_laws import corpora, profiled


class Watched:
    """A profile that notes what is looked at."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.seen: set[str] = set()

    def __getattr__(self, name: str) -> object:
        self.seen.add("published" if name == "published_on" else name)
        return getattr(self.profile, name)


@given(corpora, corpora)
@settings(max_examples=100, deadline=None)
def test_a_weigher_says_what_weighing_anew_says(
    corpus: list[Reading], another: list[Reading]
) -> None:
    profiles = profiled([*corpus, *another])
    fast = Weigher(DEFAULTS)
    ready = [fast.numbered(p) for p in profiles]
    for (p, a), (q, b) in combinations(zip(profiles, ready, strict=True), 2):
        assert fast.weigh(a, b) == fast.weigh(b, a) == weigh(p, q, DEFAULTS)


@given(corpora)
@settings(max_examples=100, deadline=None)
def test_a_comparison_looks_at_nothing_that_is_not_listed(corpus: list[Reading]) -> None:
    profiles = profiled(corpus)
    for (p, q), comparison in product(combinations(profiles, 2), COMPARISONS):
        if listed := LOOKS_AT.get(type(comparison)):
            a, b = Watched(p), Watched(q)
            tuple(comparison(a, b))  # type: ignore[arg-type]
            assert a.seen | b.seen <= set(listed), comparison
