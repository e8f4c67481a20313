"""The network itself; skipped where torch is not installed."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest

from tests.eval.muc.test_data import labelled

torch = pytest.importorskip("torch")

from eval.train.muc_candidates import alike, features, proposals, span_chances  # noqa: E402
from eval.train.muc_data import LABELS, TYPES, Known  # noqa: E402
from eval.train.muc_model import FEATURES, OVERLAP, POSITIONS, Reader, owner, windows  # noqa: E402
from eval.train.muc_reading import Trained, rate, rate_as_new  # noqa: E402
from eval.train.muc_training import Plan, train  # noqa: E402


@dataclass
class Chances:
    """Chances of a tagger that is sure of some spans of one label."""

    length: int

    def of(self, label: str, *spans: tuple[int, int]) -> torch.Tensor:
        table = torch.full((self.length, len(LABELS), 3), 0.0)
        table[:, :, 0] = 1
        for start, end in spans:
            for i in range(start, end):
                table[i, LABELS.index(label)] = torch.tensor(
                    [0.0, 1.0, 0.0] if i == start else [0.0, 0.0, 1.0]
                )
        return table


def test_a_short_message_is_one_window() -> None:
    assert windows(100) == [(0, 100)]


def test_windows_cover_a_long_message_and_overlap() -> None:
    cut = windows(1300)
    assert cut[0][0] == 0
    assert cut[-1][1] == 1300
    assert all(b - a == POSITIONS - 2 for a, b in cut)
    assert all(one[1] - two[0] >= OVERLAP - 1 for one, two in itertools.pairwise(cut))


def test_a_token_is_read_where_it_has_most_room() -> None:
    cut = [(0, 100), (60, 160)]
    assert [owner(i, cut) for i in (0, 59, 70, 90, 159)] == [0, 0, 0, 1, 1]


@torch.no_grad()
def test_what_stands_far_off_in_a_long_message_is_seen() -> None:
    reader = Reader().eval()
    ids = [1000 + i % 500 for i in range(9 * POSITIONS)]
    one, other = (reader.first([[*ids, last]])[0].hidden for last in (7, 8))
    assert one.shape[0] == len(ids) + 1
    assert not torch.allclose(one[0], other[0], atol=1e-6)


@torch.no_grad()
def test_a_message_reads_the_same_beside_a_longer_one() -> None:
    reader = Reader().eval()
    short, long = list(range(1000, 1060)), [1000 + i % 500 for i in range(POSITIONS + 90)]
    alone, beside = reader.first([short])[0], reader.first([long, short])[1]
    assert torch.allclose(alone.tags, beside.tags, atol=0.05)


def test_the_tagger_proposes_what_it_is_sure_of() -> None:
    tokens = labelled().tokens
    at = next(c for c in labelled().candidates if tokens.words(c.spans[0]) == "ana ruiz").spans[0]
    chances = Chances(len(tokens.ids)).of("Victim", at)
    assert list(proposals(tokens, chances)) == [tokens.ids[at[0] : at[1]]]
    odds = span_chances([[at], [(0, 1)]], chances)
    assert odds[0, LABELS.index("Victim")] == pytest.approx(0, abs=1e-4)
    assert odds[1, LABELS.index("Victim")] < -10


def test_likeness_of_names() -> None:
    table = alike(["red front", "front", "front of liberty", "fl"])
    assert table[0, 1].tolist() == [1, 1, 0]
    assert table[2, 3].tolist() == [0, 0, 1]


def test_features_are_as_wide_as_the_model_expects() -> None:
    example = labelled()
    assert features(example.tokens, example.candidates, Known()).shape == (
        len(example.candidates),
        FEATURES,
    )


def test_training_lowers_the_loss_and_reading_gives_every_candidate(
    capsys: pytest.CaptureFixture[str],
) -> None:
    torch.manual_seed(1)
    reader = Reader()
    plan = Plan(epochs=4, encoder_rate=2e-4, masked=0.0)
    train([labelled()] * 3, Known(), reader, plan)
    losses = [float(line.split()[3].rstrip(",")) for line in capsys.readouterr().out.splitlines()]
    assert losses[-1] < losses[0] / 2
    reader.eval()
    two = (Trained(reader, Known()), Trained(reader, Known()))
    found = rate(labelled().tokens, two)
    assert len(found.candidates) == len(found.same)
    assert len(found.counts) == len(TYPES)
    alone = rate(labelled().tokens, two[:1])
    assert [c.text for c in found.candidates] == [c.text for c in alone.candidates]
    assert found.counts[0] == pytest.approx(alone.counts[0])


def test_a_message_read_as_if_new_is_read_through_noise_that_is_always_the_same() -> None:
    torch.manual_seed(1)
    several = (Trained(Reader().eval(), Known()),)
    tokens = labelled().tokens
    found = rate_as_new(tokens, {}, several)
    assert found.counts == rate_as_new(tokens, {}, several).counts
    assert found.counts != rate(tokens, several).counts
    assert found.text == tokens.text
    assert not several[0].reader.training
