"""The five seed articles against their key: incidents, fields, sources, quotes and dates."""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from eval.common import BENCHMARKS, Figure, Scores, arguments, finish, share
from eval.judge import day_right, figure_right
from eval.matching import Matching
from eval.seedkey import SeedKey, TallyKey, load
from eval.seedscore import (
    Run,
    chain_right,
    check_fields,
    figures,
    merged_though_apart,
    passage_of,
    unsupported,
)
from eval.seen import SeenDate, SeenIncident, incidents_of
from tallystick.ledger import Ledger
from tallystick.model.document import Document
from tallystick.model.statement import AnnouncedTally, TallyUnit
from tallystick.model.values import PartialDate
from tallystick.pipeline import Options, build

_DEFAULT = Path(__file__).resolve().parent.parent.parent / "shared" / "seeds"


def main(argv: Sequence[str] = ()) -> Scores:
    """Build the seeds, with or without their manifest, and score what comes out."""
    options = _options(argv)
    name = "seeds_without_manifest" if options.no_manifest else "seeds"
    folder = _folder(options)
    if not folder.exists():
        reason = f"the articles are not here; give their folder with --data or {BENCHMARKS}"
        return finish(Scores(name, skipped=reason), options.json)
    built = _built(folder, anchored=not options.no_manifest)
    left_out = Figure("left_out", built.left_out, note="articles that could not be read")
    found = (*figures(built.run), *_tally_figures(built.tallies, built.run.key), left_out)
    scores = finish(Scores(name, found), options.json)
    if options.verbose:
        _explain(built.run, built.tallies)
    return scores


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("seeds", __doc__ or "")
    parser.add_argument(
        "--no-manifest", action="store_true", help="leave the day of publishing out"
    )
    parser.add_argument("--verbose", action="store_true", help="print each miss and false incident")
    return parser.parse_args(argv)


def _folder(options: Namespace) -> Path:
    """The articles: the folder given, or ``seeds`` beside the benchmark folder."""
    if options.data:
        return Path(options.data)
    given = os.environ.get(BENCHMARKS)
    return Path(given).parent / "seeds" if given else _DEFAULT


SeenTally = tuple[str, AnnouncedTally]
"""The file that a tally stands in, and the tally."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came out of the articles, and how many of them could not be read."""

    run: Run
    tallies: list[SeenTally]
    left_out: int


def _built(folder: Path, *, anchored: bool) -> Built:
    """The articles through the program's own line, into a ledger that is thrown away."""
    files = sorted(folder.glob("*.txt"))
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "seeds.ledger"
        how = Options(manifest=folder / "manifest.json" if anchored else None)
        with Ledger.open(path) as ledger:
            summary = build(files, ledger, how)
            tallies = _tallies(ledger.documents(), ledger.tallies())
        seen = incidents_of(path)
    for error in summary.left_out:
        print(f"left out: {error}", file=sys.stderr)
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    return Built(Run(tuple(seen), load(), texts, anchored), tallies, len(summary.left_out))


def _tallies(documents: Iterable[Document], tallies: Iterable[AnnouncedTally]) -> list[SeenTally]:
    """Those that count attacks; the key has none of persons."""
    names = {document.id: Path(document.name).name for document in documents}
    attacks = (t for t in tallies if t.unit is TallyUnit.ATTACKS)
    return [(names.get(tally.document, ""), tally) for tally in attacks]


# ------------------------------------------------------------------ tallies


def _tally_figures(tallies: Sequence[SeenTally], key: SeedKey) -> Iterable[Figure]:
    """Announced tallies: those of the key that were found with their number, and their parts."""
    wanted = [t for t in key.tallies if not t.optional]
    found = [(t, s) for t in wanted if (s := tally_of(t, tallies))]
    extra = [s for s in tallies if not any(_on(t, s) for t in key.tallies)]
    yield share("tallies", len(found), len(wanted), "number right")
    yield share("tally.baseline", sum(_since(t, s) for t, s in found), len(found))
    yield share("tally.source", sum(_by(t, s, key) for t, s in found), len(found))
    yield Figure("tallies_false", len(extra))


def tally_of(wanted: TallyKey, tallies: Iterable[SeenTally]) -> AnnouncedTally | None:
    """The program's tally at the key's words with the key's number."""
    here = (tally for file, tally in tallies if _on(wanted, (file, tally)))
    return next((t for t in here if _number(wanted, t)), None)


def _on(wanted: TallyKey, seen: SeenTally) -> bool:
    return seen[0] == wanted.document and seen[1].span.overlaps(wanted.span)


def _number(wanted: TallyKey, seen: AnnouncedTally) -> bool:
    return figure_right((seen.count.low, seen.count.high), wanted.counts)


def _since(wanted: TallyKey, seen: AnnouncedTally) -> bool:
    if seen.baseline is None:
        return False
    return day_right(_from(seen.baseline), wanted.baseline)


def _from(baseline: PartialDate) -> SeenDate:
    """The day or month that a count starts at, also where it is kept as open at the end."""
    end = baseline.end or baseline.start
    return SeenDate(baseline.start, end, baseline.precision, baseline.weekday, baseline.text)


def _by(wanted: TallyKey, seen: AnnouncedTally, key: SeedKey) -> bool:
    return chain_right([(link.name,) for link in seen.chain], wanted.chain, key)


# ------------------------------------------------------------------ in words


def _explain(run: Run, tallies: Sequence[SeenTally]) -> None:
    """Each miss, false incident and wrong field, with the words behind it."""
    console, matching = Console(highlight=False, markup=False), run.matching()
    for line in _explanations(run, matching, tallies):
        console.print(line)


def _explanations(run: Run, matching: Matching, tallies: Sequence[SeenTally]) -> Iterable[str]:
    loose = {pair.key.id: pair.seen for pair in matching.pairs if not pair.strict}
    for missed in matching.missed:
        stand_in = loose.get(missed.id)
        yield f"missed: {missed.id}" + (f", but see {_line(stand_in)}" if stand_in else "")
    for false in matching.false:
        yield f"false ({passage_of(false, run.key) or 'other'}): {_line(false)}{_quotes(false)}"
    for pair in matching.pairs:
        wrong = [c.field for c in check_fields(pair, run) if c.right is False]
        if wrong and not pair.key.optional:
            yield f"{pair.key.id} = {_line(pair.seen)}: wrong {', '.join(wrong)}"
            yield from (f"    {name}: {_given(pair.seen, name)}" for name in wrong)
    yield from (
        f"date without support: {seen.text or seen} ({at})" for _, seen, at in unsupported(run)
    )
    yield from (f"two incidents in one: {_line(seen)}" for seen in merged_though_apart(run))
    for wanted in run.key.tallies:
        if not wanted.optional and tally_of(wanted, tallies) is None:
            yield f"missed tally: {wanted.document} {wanted.span.start}..{wanted.span.end}"
    for file, tally in tallies:
        if not any(_on(wanted, (file, tally)) for wanted in run.key.tallies):
            yield f"false tally: {file} {tally.count.text} {tally.what}"


def _given(seen: SeenIncident, name: str) -> object:
    """What the program gives for a field of the key."""
    if name == "damage":
        return [s.quote for s in seen.statements if s.field == "damage"]
    return getattr(seen, {"weapon_counts": "weapons"}.get(name, name))


def _line(seen: SeenIncident) -> str:
    when = (seen.when.text or seen.when.start) if seen.when else "no date"
    where = seen.where.name if seen.where else "no place"
    return f"{seen.id} {seen.kind} {seen.standing}, {when}, {where}, {', '.join(seen.documents)}"


def _quotes(seen: SeenIncident) -> str:
    return "".join(f"\n    {s.field}: {s.quote!r}" for s in seen.statements[:6])
