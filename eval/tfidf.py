"""The plain baseline for merging: cosine of TF-IDF vectors, single link above a threshold."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\w\w+")
_MOST_COMMON = 0.1  # words in more than this share of the texts are left out

Pair = tuple[float, int, int]


def similar_pairs(texts: Sequence[str], *, least: float) -> list[Pair]:
    """All pairs (similarity, i, j) with i < j and a cosine of at least ``least``, best first."""
    vectors = _vectors(texts)
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    pairs: list[Pair] = []
    for j, vector in enumerate(vectors):
        dots: defaultdict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for i, other in postings[word]:
                dots[i] += weight * other
            postings[word].append((j, weight))
        pairs.extend((dot, i, j) for i, dot in dots.items() if dot >= least)
    return sorted(pairs, reverse=True)


def single_link(items: int, pairs: Sequence[Pair], *, threshold: float) -> list[int]:
    """One label an item: joined by any pair of at least the threshold (pairs best first)."""
    parent = list(range(items))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for similarity, i, j in pairs:
        if similarity < threshold:
            break
        parent[root(i)] = root(j)
    return [root(item) for item in range(items)]


def _vectors(texts: Sequence[str]) -> list[dict[str, float]]:
    counts = [Counter(_WORD.findall(text.lower())) for text in texts]
    documents = Counter(word for count in counts for word in count)
    most = _MOST_COMMON * len(texts)
    idf = {w: math.log(len(texts) / n) for w, n in documents.items() if 1 < n <= most}
    return [_unit(dict(_weighted(count, idf))) for count in counts]


def _weighted(count: Counter[str], idf: dict[str, float]) -> Iterator[tuple[str, float]]:
    for word, number in count.items():
        if word in idf:
            yield word, (1 + math.log(number)) * idf[word]


def _unit(vector: dict[str, float]) -> dict[str, float]:
    norm = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / norm for word, weight in vector.items()}
