"""``python -m eval.train link_words --out FILE``: how rare words are (``link/word_rarity.txt``).

Counts in how many texts a word stands, over news of wars (FA-KES), of politics (PolNeAR), of
places (LGL) and of shootings (GVA, one text an incident). What is held back of any of them is
left out. A word in fewer than ``LEAST`` texts is not listed, so that no private name is.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from csv import DictReader
from math import log2
from pathlib import Path
from xml.etree import ElementTree

from eval.common import BENCHMARKS, data_dir
from eval.gold.store import load_split
from eval.gva import load
from tallystick.link.passages import words_of

LEAST = 6  # texts, and as many incidents
_HEAD = """\
# How rare a word is in news, in bits: log2 of the texts over those that have it. Words that
# are not listed are rarer than all that are. Made by `python -m eval.train link_words`; of the
# texts counted nothing is kept but these numbers. Folded (no case, no accents).
"""


def main(argv: Sequence[str]) -> int:
    """Write the list; 1 where the texts are not here."""
    options = _options(argv)
    folder = data_dir(options, ".")
    if folder is None:
        print(f"no texts to count; set {BENCHMARKS}")
        return 1
    options.out.write_text(listed(_texts(folder)), encoding="utf-8")
    return 0


def _options(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m eval.train link_words", description=__doc__)
    parser.add_argument("--data", type=Path, help=f"the benchmark folder (or set {BENCHMARKS})")
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    return parser.parse_args(argv)


def listed(texts: Iterable[str]) -> str:
    """The list: a line a rarity in half bits, with its words in order."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update(set(words_of(text)))
    lines: defaultdict[float, list[str]] = defaultdict(list)
    for word, number in counts.items():
        if number >= LEAST:
            lines[round(2 * log2(total / number)) / 2].append(word)
    unlisted = f"unlisted {log2(total / LEAST) + 1:.1f}"
    rest = (f"{bits} {' '.join(sorted(lines[bits]))}" for bits in sorted(lines))
    return _HEAD + "\n".join((unlisted, *rest)) + "\n"


def _texts(folder: Path) -> Iterator[str]:
    test = load_split().test
    with (folder / "fakes" / "FA-KES-Dataset.csv").open(encoding="latin-1", newline="") as rows:
        for row in DictReader(rows):
            if f"fakes:{row['unit_id']}" not in test:
                yield row["article_content"]
    for path in sorted((folder / "polnear" / "train").rglob("*.txt")):
        yield path.read_text(encoding="utf-8", errors="replace")
    tree = ElementTree.parse(folder / "geoparsing" / "lgl.xml")
    yield from (element.text or "" for element in tree.iter("text"))
    seen: set[str] = set()
    for item in load(folder / "gva"):
        if not item.held_back and item.incident not in seen:
            seen.add(item.incident)
            yield item.text
