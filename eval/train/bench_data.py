"""What a recipe learns from: our own labels of some sets, and PolNeAR's attributions.

TimeBank's expressions of time are left out: the reader's layer ``when`` has only the days of
incidents, and most of TimeBank's are of something else, so that they would teach it wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tokenizers import Tokenizer

from eval import polnear
from eval.common import document_from_text
from eval.gold.labels import GoldDocument
from eval.gold.texts import SETS, load_texts
from eval.train.examples import Example, Range
from eval.train.open import chosen, examples, fold_of, tokenizer
from tallystick.extract.trained.network.inventory import CONTENT, CUE, SOURCE
from tallystick.extract.trained.network.windows import pieces_of
from tallystick.model.document import Document, Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Recipe:
    """The sets of labels, how many articles of attributions, how many copies with other names.

    ``fold`` is the fifth of the labelled documents on which the weighing against the rules is
    learned, and the network is not.
    """

    sets: tuple[str, ...] = SETS
    articles: int = 0
    wars: int = 0
    fold: int = 0


@dataclass(frozen=True, slots=True)
class Material:
    """What a recipe comes to: examples for the network, and documents to weigh it on."""

    examples: tuple[Example, ...]
    kept: tuple[tuple[Document, GoldDocument], ...]


def material(recipe: Recipe, benchmarks: Path) -> Material:
    """Everything that a recipe learns from; what is absent from the folder is left out."""
    texts = load_texts(benchmarks, recipe.sets)
    labels = [g for g in chosen(recipe.sets) if g.document in texts]
    used = [g for g in labels if fold_of(g.document) != recipe.fold]
    said = attribution_examples(benchmarks / "polnear" / "train", recipe.articles)
    kept = [(texts[g.document].document, g) for g in labels if fold_of(g.document) == recipe.fold]
    return Material((*examples(texts, used, recipe.wars), *said), tuple(kept))


def attribution_examples(folder: Path, count: int) -> Iterator[Example]:
    """So many articles of PolNeAR, spread evenly over outlets and days; none where it is absent."""
    if count and folder.exists():
        pieces = tokenizer()
        for article in evenly(list(polnear.load(folder)), count):
            yield attribution_example(pieces, article)


def evenly(items: Sequence[T], count: int) -> list[T]:
    """At most so many of the items, from the whole length of the list."""
    if count >= len(items):
        return list(items)
    return [items[at * len(items) // count] for at in range(count)]


def attribution_example(tokenizer: Tokenizer, article: polnear.Article) -> Example:
    """An article in which only source, cue and content are labelled."""
    document = document_from_text(article.text, article.name)
    pieces = pieces_of(tokenizer, document.text, [s.span for s in document.account])

    def ranges(spans: Iterable[Span]) -> tuple[Range, ...]:
        found = (pieces.of(span) for span in spans)
        return tuple(dict.fromkeys(at for at in found if at is not None))

    spans = {
        layer: ranges(s for wanted in article.wanted for s in getattr(wanted, part))
        for layer, part in ((SOURCE, "source"), (CUE, "cue"), (CONTENT, "content"))
    }
    return Example(f"polnear:{article.name}", pieces, spans, (), ())
