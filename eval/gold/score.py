"""The program against the project's own labels (``docs/annotation.md``), whole documents.

Every labelled document of a part is read, its reports are matched to the labelled incidents one
to one, and the fields are judged on what was matched. What each figure counts stands at its
function in ``score_figures.py``, when two values are the same in ``score_same.py``.

``--agreement`` puts a second annotator in the program's place; ``--calibration`` asks how far
the program's scores can be believed; ``--spread`` how far the figures can.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.common import Figure, Scores, absent, arguments, data_dir, finish
from eval.gold.agree import agreement
from eval.gold.calibrate import calibration
from eval.gold.labels import GoldDocument
from eval.gold.score_errors import show_errors
from eval.gold.score_figures import MEASURES, figures, on_generic
from eval.gold.score_match import Compared, compare
from eval.gold.score_told import of_labels, of_reading
from eval.gold.spread import spreads
from eval.gold.store import APART, LABELS, SPLIT, load_labels, load_split, one_each
from eval.gold.texts import NEWS, SETS, GoldText, load_texts
from tallystick.extract import annotated, read
from tallystick.extract.actors.voices import closing_chain
from tallystick.model.document import Document, Span
from tallystick.model.statement import Reading

_WIDTH = 132
_READ = ("train", "news-read", "muc-read")  # the parts whose errors may be read
Reader = Callable[[Document], Reading]


def main(argv: Sequence[str] = ()) -> Scores:
    """Score one part of the labelled documents (the test part by default)."""
    options = _options(argv)
    sets = (*SETS, NEWS) if options.set == "all" else (options.set,)
    folder = data_dir(options, ".")
    texts = load_texts(folder, sets) if folder else {}
    if not texts:
        return absent("gold", " and ".join(sets))
    known = (d for d in load_labels(options.labels) if d.document in texts)
    labels = [d for d in known if not options.by or d.annotator in options.by.split(",")]
    if not labels:
        return finish(Scores("gold", skipped=f"nothing is labelled in {options.labels}"))
    if options.agreement:
        return _show(agreement(labels, texts), options)
    return _scored(labels, texts, options)


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("gold", __doc__ or "")
    parser.add_argument("--part", choices=("train", "test", *APART), default="test")
    parser.add_argument("--set", choices=(*SETS, NEWS, "all"), default="all")
    parser.add_argument("--reader", help="another reader: module:function, Document to Reading")
    parser.add_argument("--labels", type=Path, default=LABELS, help="the folder of the labels")
    parser.add_argument("--by", help="only what these annotators labelled (A,B)")
    parser.add_argument("--split", type=Path, default=SPLIT, help="which part a document is in")
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of each kind")
    parser.add_argument("--look", action="store_true", help="even those of the test part")
    parser.add_argument("--agreement", action="store_true", help="between two annotators")
    parser.add_argument(
        "--spread", action="store_true", help="how far each figure may be off by chance"
    )
    parser.add_argument("--calibration", action="store_true", help="what the scores are worth")
    parser.add_argument("--plot", type=Path, help="also draw the calibration (SVG)")
    options = parser.parse_args(argv)
    options.labels = APART.get(options.part, options.labels)
    if options.errors and options.part not in _READ and not options.look:
        parser.error("the errors of that part are not for reading; --look shows them even so")
    return options


def _scored(
    labels: Iterable[GoldDocument], texts: Mapping[str, GoldText], options: Namespace
) -> Scores:
    split = load_split(options.split)
    whole = options.part in APART
    chosen = [d for d in one_each(labels) if whole or split.holds(options.part, d.document)]
    if not chosen:
        return finish(Scores("gold", skipped=f"nothing of the {options.part} part is labelled"))
    compared = read_all(islice(chosen, options.limit), texts, reader_of(options.reader))
    if options.errors:
        _warn(options)
        show_errors(compared, options.errors)
    if options.calibration:
        return finish(calibration(compared, options.plot), options.json)
    found = scores("gold", compared)
    if options.spread:
        found = replace(found, figures=(*found.figures, *spreads(compared)))
    return _show(found, options)


def _warn(options: Namespace) -> None:
    if options.part not in _READ:
        print(
            "WARNING: a document whose errors were read must leave this part: move it to the\n"
            "train part (split.toml, or labels/) before any rule or weight is changed.",
            file=sys.stderr,
        )


def reader_of(name: str | None) -> Reader:
    """The reader of that name, ``module:function``; the program's own by default."""
    if name is None:
        return read
    module, _, function = name.partition(":")
    found: Reader = getattr(import_module(module), function or "read")
    return found


def read_all(
    labels: Iterable[GoldDocument], texts: Mapping[str, GoldText], reader: Reader
) -> list[Compared]:
    """Read each labelled document and compare the two."""
    compared = []
    for label in labels:
        document = texts[label.document].document
        spoken = annotated(document).attributions
        said: list[tuple[Span, Span]] = [(a.source, a.content) for a in spoken]
        given = of_reading(label.document, reader(document), said, closing_chain(document))
        compared.append(compare(of_labels(label, texts[label.document], document), given))
    return compared


# ------------------------------------------------------------------ figures


def scores(name: str, compared: Sequence[Compared]) -> Scores:
    """All figures over all sets, and again set by set (``fakes.incidents.f1``)."""
    found = [Figure("documents", len(compared)), *figures(compared)]
    found.append(Figure("false_on_generic", sum(map(on_generic, compared))))
    for one, documents in by_set(compared).items():
        found.append(Figure(f"{one}.documents", len(documents)))
        found += figures(documents, f"{one}.")
    return Scores(name, tuple(found))


def by_set(compared: Iterable[Compared]) -> dict[str, list[Compared]]:
    groups: dict[str, list[Compared]] = {}
    for document in compared:
        groups.setdefault(document.wanted.id.split(":")[0], []).append(document)
    return dict(sorted(groups.items()))


def _show(found: Scores, options: Namespace) -> Scores:
    """Print a row a measure with a column a set; write all figures if a file is named."""
    if found.skipped:
        return finish(found, options.json)
    console = Console(width=_WIDTH)
    console.print(_table(found))
    plain = (f for f in found.figures if f.name.endswith(("documents", "_on_generic", ".kappa")))
    for figure in plain:
        number = f"{figure.value:.3f} of {figure.of}" if figure.of else f"{figure.value:.0f}"
        console.print(f"{figure.name}: {number}", highlight=False)
    if options.json is not None:
        data = {"name": found.name, "skipped": found.skipped, **found.as_dict()}
        options.json.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return found


def _table(found: Scores) -> Table:
    named = {figure.name: figure for figure in found.figures}
    sets = [one for one in SETS if f"{one}.documents" in named]
    spread = ("95 %",) if f"{MEASURES[0].name}.low" in named else ()
    heads = ("precision", "recall", "F1 or share", "of", *spread)
    heads = (*heads, *(x for one in sets for x in (one, "of")))
    table = Table(title=found.name, title_justify="left")
    table.add_column("measure", no_wrap=True)
    for head in heads:
        table.add_column(head, justify="right")
    for measure in MEASURES:
        rest = (cell for one in sets for cell in _cells(f"{one}.{measure.name}", named)[2:])
        bounds = (_bounds(measure.name, named) for _ in spread)
        table.add_row(measure.name, *_cells(measure.name, named), *bounds, *rest)
    return table


def _bounds(name: str, named: Mapping[str, Figure]) -> str:
    return f"{named[f'{name}.low'].value:.3f}-{named[f'{name}.high'].value:.3f}"


def _cells(name: str, named: Mapping[str, Figure]) -> tuple[str, str, str, str]:
    """Precision, recall and F1 (or only the share), and of how many."""
    if name in named:
        return "", "", f"{named[name].value:.3f}", str(named[name].of)
    rates = [named[f"{name}.{rate}"] for rate in ("precision", "recall", "f1")]
    precision, recall, f1 = (f"{rate.value:.3f}" for rate in rates)
    return precision, recall, f1, str(rates[1].of)
