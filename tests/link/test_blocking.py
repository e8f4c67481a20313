from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.link import blocking
from tallystick.link.blocking import Keys, partners

_KEYS = st.lists(st.lists(st.integers(0, 9), max_size=4), max_size=30)


@pytest.fixture(scope="module", params=[1, 7, 1 << 21])
def portion(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@given(held=_KEYS)
def test_reports_meet_that_share_a_key_however_many_are_looked_up_at_once(
    portion: int, held: list[list[int]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "_PORTION", portion)
        found = [
            (int(i), int(j))
            for some in partners(_keys(held), _keys(held).sorted())
            for i, j in zip(*some, strict=True)
        ]
    own = list(map(set, held))
    assert found == [
        (i, j) for i in range(len(held)) for j in range(i) if not own[i].isdisjoint(own[j])
    ]


def test_few_are_looked_up_at_once_where_many_share_a_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blocking, "_PORTION", 100)
    crowded = _keys([[1, 2, 3]] * 60)
    assert max(len(i) for i, _ in partners(crowded, crowded.sorted())) <= 100


def _keys(held: list[list[int]]) -> Keys:
    """Keys that are looked up as they are, of rows from 0 on."""
    hashes = np.array([key for keys in held for key in keys], np.uint64)
    rows = np.repeat(np.arange(len(held), dtype="i4"), [len(keys) for keys in held])
    return Keys(hashes, rows, np.zeros(len(hashes), np.uint8))
