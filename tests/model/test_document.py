from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.document import Cover, Span, Stretches

SPANS = st.builds(lambda a, b: Span(a, a + b), st.integers(0, 60), st.integers(1, 12))


def test_a_span_is_a_slice() -> None:
    assert Span(2, 5).of("abcdefg") == "cde"
    with pytest.raises(ValueError, match="not a span"):
        Span(5, 2)


@given(st.lists(SPANS, max_size=8), SPANS)
def test_a_cover_touches_what_any_of_its_stretches_overlaps(spans: list[Span], span: Span) -> None:
    assert Cover(spans).touches(span) == any(s.overlaps(span) for s in spans)


@given(st.lists(SPANS, max_size=8), SPANS)
def test_what_a_stretch_contains_is_covered(spans: list[Span], span: Span) -> None:
    if any(s.contains(span) for s in spans):
        assert Cover(spans).covers(span)


@given(st.lists(SPANS, max_size=8), SPANS)
def test_stretches_at_a_span_are_found_as_by_looking_at_all(spans: list[Span], span: Span) -> None:
    known = Stretches((each, n) for n, each in enumerate(spans))
    numbered = [(each, n) for n, each in enumerate(spans)]
    assert known.around(span) == [pair for pair in numbered if pair[0].contains(span)]
    assert known.within(span) == [pair for pair in numbered if span.contains(pair[0])]
    assert known.touching(span) == [pair for pair in numbered if pair[0].overlaps(span)]
