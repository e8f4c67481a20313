"""What is read from the network's vectors: spans, classes, links, all of them probabilities."""

from __future__ import annotations

import numpy as np
import pytest

from tallystick.extract.trained.network.inventory import (
    BUCKETS,
    KINDS,
    LAYERS,
    LINKED,
    MENTION,
    PROJECTED,
    STANCES,
    STANDINGS,
    TAGS,
    WIDTH,
)
from tallystick.extract.trained.network.model import Encoded
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.network.windows import Pieces
from tallystick.model.document import Span
from tallystick.model.statement import Field

# "rockets hit the old mill": five pieces
PIECES = Pieces((1, 2, 3, 4, 5), (0, 8, 12, 16, 20), (7, 11, 15, 19, 24), (False,) * 5)


def scores(tags: list[str]) -> Scores:
    """Tags of the layer of mentions, sure; heads and vectors drawn once."""
    draw = np.random.default_rng(7)
    sure = np.full((5, len(LAYERS), TAGS), (1.0, 0.0, 0.0), dtype=np.float32)
    for row, tag in enumerate(tags):
        sure[row, LAYERS.index(MENTION)] = [tag == t for t in "OBI"]

    def array(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return draw.normal(size=shape).astype(np.float32) * 0.05

    heads = {
        "link": array(len(LINKED), PROJECTED + 1, PROJECTED + 1),
        "link_distance": array(len(LINKED), BUCKETS),
        "same": array(PROJECTED + 1, PROJECTED + 1),
        "same_distance": array(BUCKETS),
    }
    sizes = {"mention": PROJECTED, "value": PROJECTED, "standing": len(STANDINGS)}
    sizes |= {"kind": len(KINDS), "stance": len(STANCES)}
    for name, size in sizes.items():
        heads |= {f"{name}.weight": array(size, 2 * WIDTH), f"{name}.bias": array(size)}
    encoded = Encoded(PIECES, array(5, WIDTH))
    return Scores(encoded, heads, sure)


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("OBIIO", [Span(8, 19)]),
        ("BBIOO", [Span(0, 7), Span(8, 15)]),
        ("OIIOB", [Span(8, 15), Span(20, 24)]),  # an inside without its beginning still counts
        ("OOOOO", []),
        ("IIIII", [Span(0, 24)]),
    ],
)
def test_spans_from_tags(tags: str, found: list[Span]) -> None:
    assert [f.span for f in scores(list(tags)).spans(MENTION)] == found


@pytest.mark.parametrize(
    ("tags", "found"),
    [("OBIIO", [Span(8, 19)]), ("BBIOO", [Span(0, 7), Span(8, 15)]), ("OOOOO", [])],
)
def test_stretches_from_tags(tags: str, found: list[Span]) -> None:
    assert [f.span for f in scores(list(tags)).stretches(MENTION)] == found


def test_a_stretch_that_dips_stays_whole() -> None:
    one = scores(list("OBIII"))
    one.tags[3, LAYERS.index(MENTION)] = (0.6, 0.0, 0.4)
    assert [f.span for f in one.stretches(MENTION)] == [Span(8, 24)]
    assert [f.span for f in one.spans(MENTION)] == [Span(8, 15), Span(20, 24)]


def test_how_sure_a_layer_is_of_a_span() -> None:
    one = scores(list("OBOOO"))
    assert one.on(MENTION, Span(8, 24)) == 1
    assert one.on(MENTION, Span(12, 24)) == 0
    assert one.on(MENTION, Span(7, 8)) == 0  # between two pieces


def test_classes_are_probabilities() -> None:
    one = scores(list("OBOOO"))
    for classes in (one.standing(Span(8, 11)), one.kind(Span(8, 11)), one.stance(Span(0, 7))):
        assert sum(classes.values()) == pytest.approx(1, abs=1e-5)


def test_links_are_by_mention_and_value() -> None:
    one = scores(list("OBOOO"))
    mentions, values = [Span(8, 11), Span(0, 7)], [Span(12, 24), Span(0, 7), Span(16, 19)]
    fields = [Field.TARGET, Field.WHEN, Field.KIND]
    links = one.links(mentions, fields, values)
    assert links.shape == (2, 3)
    assert ((links[:, :2] > 0) & (links[:, :2] < 1) & (links[:, :2] != 0.5)).all()
    assert (links[:, 2] == 0.5).all()  # a kind is no words that belong to a mention
    assert np.allclose(one.links(mentions, fields[1:2], values[1:2]), links[:, 1:2], atol=1e-5)
    assert one.links([], fields, values).shape == (0, 3)


def test_being_the_same_is_mutual() -> None:
    same = scores(list("OBOOO")).same([Span(8, 11), Span(0, 7), Span(16, 24)])
    assert np.allclose(same, same.T, atol=1e-5)
    assert scores(list("OBOOO")).same([]).shape == (0, 0)


def test_a_projection_is_that_of_the_mean_and_the_first() -> None:
    one = scores(list("OBOOO"))
    rows = one.encoded.vectors[1:4]
    vector = np.concatenate([rows.mean(axis=0), rows[0]])
    logits = vector @ one.heads["kind.weight"].T + one.heads["kind.bias"]
    powers = np.exp(logits - logits.max())
    assert list(one.kind(Span(8, 19)).values()) == pytest.approx(powers / powers.sum(), abs=1e-5)
