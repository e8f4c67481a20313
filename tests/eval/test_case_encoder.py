from __future__ import annotations

import random

import pytest

torch = pytest.importorskip("torch")

from eval import case_encoder  # noqa: E402 - needs torch


def bare(types: int) -> case_encoder.Tuned:
    """No layers, and a head on vectors of four numbers."""
    head = torch.nn.Linear(4, types)
    torch.nn.init.zeros_(head.weight)
    return case_encoder.Tuned(torch.nn.ModuleList(), head)


def test_texts_of_like_length_stand_together() -> None:
    lengths = [10] * 16 + [500] * 16
    found = list(case_encoder.batches(lengths, random.Random(1)))
    assert sorted(map(sorted, found)) == [list(range(16)), list(range(16, 32))]


def test_what_pads_a_text_does_not_count() -> None:
    short, long = torch.ones(1, 4), torch.zeros(3, 4)
    block, mask = case_encoder.padded([short, long])
    assert block.shape == (2, 3, 4) and mask.tolist() == [[True, False, False], [True] * 3]
    start = bare(2)
    torch.nn.init.normal_(start.head.weight)
    assert torch.allclose(
        start.logits(block, mask)[0], start.logits(*case_encoder.padded([short]))[0]
    )


def test_what_is_learned_is_told_and_the_start_is_left_alone() -> None:
    axes = torch.eye(4)
    texts = [axes[at % 2].repeat(1 + at, 1) for at in range(8)]
    start = bare(2)
    tuned = case_encoder.tune(start, texts, [at % 2 for at in range(8)], case_encoder.OWN)
    found = case_encoder.probabilities(tuned, texts[:2])
    assert found.sum(axis=1) == pytest.approx([1, 1])
    assert found[0, 0] > found[0, 1] and found[1, 1] > found[1, 0]
    assert not start.head.weight.any()
