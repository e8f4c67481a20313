"""Showing documents to label, and taking sheets of labels in.

``show ID ...`` prints documents with numbered sentences; ``take SHEET ... --by NAME`` compiles
sheets into ``labels/NAME.jsonl`` (``fresh/NAME.jsonl`` with ``--fresh``); ``check SHEET ...`` only
says what could not be taken.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.common import BENCHMARKS, data_dir
from eval.gold.labels import GoldDocument
from eval.gold.sheet import Taken, compile_sheet
from eval.gold.store import FRESH, LABELS, load_labels, save_labels
from eval.gold.texts import NEWS, SETS, GoldText, load_texts


def main(argv: Sequence[str]) -> int:
    """Run one of the commands; the exit code."""
    options = _options(argv)
    folder = data_dir(options, ".")
    if folder is None:
        print(f"the benchmark folder is not here; give it with --data or {BENCHMARKS}")
        return 2
    texts = load_texts(folder, (*SETS, NEWS))
    return {"show": _show, "check": _check, "take": _take}[options.command](options, texts)


def _options(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m eval.gold", description=__doc__)
    parser.add_argument("--data", type=Path, help=f"the benchmark folder (or set {BENCHMARKS})")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("show").add_argument("ids", nargs="+")
    commands.add_parser("check").add_argument("sheets", nargs="+", type=Path)
    take = commands.add_parser("take")
    take.add_argument("sheets", nargs="+", type=Path)
    take.add_argument("--by", required=True, help="the annotator's name: the file they go to")
    take.add_argument("--fresh", action="store_true", help="labels of texts that nothing has seen")
    return parser.parse_args(argv)


def _show(options: Namespace, texts: Mapping[str, GoldText]) -> int:
    unknown = [id for id in options.ids if id not in texts]
    for id in options.ids:
        if id in texts:
            print(shown(texts[id]))
    if unknown:
        print(f"no such document: {', '.join(unknown)}", file=sys.stderr)
    return 1 if unknown else 0


def shown(text: GoldText) -> str:
    """A document as its annotator sees it."""
    lines = [f"=== {text.id}"]
    lines += [f"title: {text.title}"] if text.title else []
    lines += [f"published: {text.published:%A} {text.published}"] if text.published else []
    lines += [f"publisher: {text.publisher}"] if text.publisher else []
    spans = enumerate(text.lines, 1)
    lines += [f"{n}: {' '.join(span.of(text.text).split())}" for n, span in spans]
    return "\n".join(lines) + "\n"


def _read(options: Namespace, texts: Mapping[str, GoldText], by: str) -> Taken:
    """All sheets, each compiled by itself; what is wrong goes to standard error, with its sheet."""
    taken = [(sheet, compile_sheet(_lines(sheet), texts, by)) for sheet in options.sheets]
    errors = [f"{sheet}: {error}" for sheet, one in taken for error in one.errors]
    documents = {d.document: d for _, one in taken for d in one.documents}
    for error in errors:
        print(error, file=sys.stderr)
    return Taken(tuple(documents.values()), tuple(errors))


def _lines(sheet: Path) -> list[str]:
    return sheet.read_text(encoding="utf-8").splitlines()


def _check(options: Namespace, texts: Mapping[str, GoldText]) -> int:
    taken = _read(options, texts, "check")
    print(f"{len(taken.documents)} documents, {len(taken.errors)} lines to mend")
    return 1 if taken.errors else 0


def _take(options: Namespace, texts: Mapping[str, GoldText]) -> int:
    taken = _read(options, texts, options.by)
    folder = FRESH if options.fresh else LABELS
    kept: dict[str, GoldDocument] = {
        d.document: d for d in load_labels(folder) if d.annotator == options.by
    }
    kept |= {document.document: document for document in taken.documents}
    folder.mkdir(exist_ok=True)
    save_labels(kept.values(), folder / f"{options.by}.jsonl")
    print(f"{len(taken.documents)} documents taken, {len(kept)} by {options.by}")
    return 1 if taken.errors else 0
