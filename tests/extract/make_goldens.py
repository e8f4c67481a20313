"""Rewrites the golden readings from the program: ``python -m tests.extract.make_goldens``.

Each ``golden/NN-name.txt`` is one document; ``golden/NN-name.json`` is what is read from it.
After a change of the rules run this, look at the difference as an analyst would, and keep
it only if every line of it is right.
"""

from __future__ import annotations

import json
from pathlib import Path

from tallystick.model.codec import Json, to_json
from tallystick.model.statement import AnnouncedTally, Reading, Report, SourceChain, Statement
from tests.extract.incidents import reading

FOLDER = Path(__file__).parent / "golden"
PUBLISHED = {
    "01-agency-wire": "2013-08-14",
    "02-militia-statement": "1996-04-12",
    "03-us-crime": "2018-05-07",
    "04-upper-case-wire": "1989-11-16",
    "05-flat-article": "2013-06-07",
    "06-round-up": "2010-06-18",
    "07-denial": "1995-07-14",
    "08-tally": "2000-08-08",
}


def golden(name: str) -> str:
    """What is read from one document, as JSON: words for spans, no ids, no coordinates."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    data = _reading(reading(text, PUBLISHED[name]))
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _reading(found: Reading) -> Json:
    text = found.document.text
    return {
        "reports": [_report(text, r) for r in found.reports],
        "tallies": [_tally(text, t) for t in found.tallies],
    }


def _report(text: str, report: Report) -> Json:
    return {
        "anchor": report.anchor.of(text),
        "standing": report.standing.value,
        "statements": [_statement(text, s) for s in report.statements],
    }


def _statement(text: str, statement: Statement) -> Json:
    return {
        "field": statement.field.value,
        "value": _plain(to_json(statement.value)),
        "stance": statement.stance.value,
        "by": _names(statement.chain),
        "words": statement.span.of(text),
    }


def _tally(text: str, tally: AnnouncedTally) -> Json:
    return {
        "count": to_json(tally.count),
        "what": tally.what,
        "baseline": to_json(tally.baseline),
        "by": _names(tally.chain),
        "words": tally.span.of(text),
        "parts": [[p.place.name, to_json(p.count)] for p in tally.parts],
    }


def _names(chain: SourceChain) -> str:
    return " > ".join(source.name for source in chain)


def _plain(value: Json) -> Json:
    """Without coordinates, which are the gazetteer's and not the reading's."""
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items() if k not in ("lat", "lon")}
    return value


def main() -> None:
    for name in PUBLISHED:
        (FOLDER / f"{name}.json").write_text(golden(name), encoding="utf-8")


if __name__ == "__main__":
    main()
