"""The model card: what the weights were made of, under which licences, and what they reach."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from eval.gold import main as score_gold
from eval.gold.labels import GoldDocument

CARD = "CARD.md"
_SHOWN = (
    "incidents", "standing", "date", "place", "kind", "weapon", "attacker", "claimant", "target",
    "killed", "injured", "statements", "stance", "chain", "source.tokens", "content.tokens",
)  # fmt: skip
_TEXT = """# The trained reader

A compact encoder that tags spans, classes and links in reports on armed attacks, run beside
the program's rules and weighed against them ({module}). It reads English.

- **Base**: all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0), 6 layers of width 384, word
  pieces without case, windows of 510. Word vectors and the two lowest layers are as published.
- **Labels**: {documents} documents by the project's own guidelines (`docs/annotation.md`):
  {sets}. FA-KES articles are CC BY 4.0; the own texts are Apache-2.0 like the program. No
  sentence of either ships in the weights' files. Each document is read in {copies}: its own,
  and one with the names of places and actors exchanged for others.
- **Made by** `{command}`, fixed seeds.
- **How far an incident is believed** is learned after that, by `python -m eval.train belief`,
  from labels of the same two sets that the network has not learned from.
- **Files**: `encoder.onnx` (int8 by channel), `heads.npz` (half precision), `combination.json`
  (how it is weighed against the rules), `tokenizer.json`; {size:.1f} MB in all.
- **For**: reading what was published. Not for identifying persons, and not for live tracking.
- **Limits**: learned from the war in Syria and from invented texts; what other texts cost is in
  `docs/quality.md`. A probability is of what the *document* says, not of what happened.

## On the test part of the project's labels

When it was trained. What is read now, with later rules, is in `docs/quality.md`.

| figure | value |
|---|---|
{figures}
"""


def write_card(folder: Path, labels: Sequence[GoldDocument], wars: int, command: str) -> None:
    """Score the weights in a folder and write their card beside them."""
    os.environ["TALLYSTICK_WEIGHTS"] = str(folder)
    measured = score_gold(["--part", "test"]).as_dict()
    rows = [
        f"| {name} | {value:.3f} |"
        for name in _SHOWN
        if (value := measured.get(f"{name}.f1", measured.get(name))) is not None
    ]
    counts = Counter(gold.document.partition(":")[0] for gold in labels)
    text = _TEXT.format(
        module="`tallystick.extract.trained`",
        documents=len(labels),
        sets=", ".join(f"{n} {_NAMES.get(name, name)}" for name, n in counts.most_common()),
        copies=f"{1 + wars} wars" if wars else "one war",
        command=command,
        size=sum(p.stat().st_size for p in folder.iterdir() if p.is_file()) / 1e6,
        figures="\n".join(rows),
    )
    (folder / CARD).write_text(text, encoding="utf-8")


_NAMES = {"fakes": "articles of FA-KES", "own": "texts of our own", "muc": "messages of MUC-4"}
