"""Fills docs/tallies.md and docs/counting.md and draws docs/tallies.svg from the sample.

    python docs/check_sample.py

The sample is built into a ledger of its own, in a temporary folder. Needs tallystick[plot].
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from pictures import DOCS, build, run

PAGE = DOCS / "tallies.md"
COUNTING = DOCS / "counting.md"
PICTURE = DOCS / "tallies.svg"
RULES = ("facility-strike", "claim")
_CHECK = ("tallies", "--check", *(word for rule in RULES for word in ("--rule", rule)))
_TABLE = re.compile(r"(<!-- table -->\n).*(<!-- /table -->)", re.DOTALL)
_NUMBERS = re.compile(r"(<!-- numbers -->\n).*(<!-- /numbers -->)", re.DOTALL)
_CLASS = "--target US --since 2023-10-17 --until 2023-11-30"
_ASKED = f"tally --rule facility-strike {_CLASS}"
_RULE_ROW = re.compile(r"^(\| `([\w-]+)` \| [^|]* \|) \d+ \| \d+ \| \d+ \|$", re.MULTILINE)
_RISES = re.compile(r"(<!-- rises -->\n).*(<!-- /rises -->)", re.DOTALL)


def table() -> str:
    """The announced numbers of attacks that can be counted, with the counts by each rule."""
    head = ("Announced", "As of", "In", "By", *(f"`{rule}`" for rule in RULES), "Silent days")
    lines = [_row(head), _row(["---"] * len(head))]
    objects = [json.loads(line) for line in run(*_CHECK, "--json").splitlines()]
    checks = [each for each in objects if each.get("rule") and each["fit"] != "uncounted"]
    for _, group in groupby(checks, key=lambda each: each["announced"]["id"]):
        ours = list(group)
        if ours[0]["announced"]["unit"] == "attacks":
            lines.append(_row(_cells(ours)))
    return "\n".join(lines) + "\n"


def _cells(ours: list[dict[str, Any]]) -> Iterator[str]:
    said = ours[0]["announced"]
    least = "" if said["count"].get("high") is not None else "+"
    yield f"{said['count']['low']}{least}"
    yield str(ours[0]["until"])
    yield ", ".join(place["name"] for place in said["places"]) or "-"
    yield said["chain"][0]["name"]
    counted = {each["rule"]: each["counted"] for each in ours}
    for rule in RULES:
        band = counted.get(rule)
        yield f"{band['low']} – {band['best']} – {band['high']}" if band else "-"
    yield f"{len(ours[0]['silent_days'])} of {ours[0]['days']}"


def _row(cells: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def rises() -> str:
    """The table of the longest running count, as it is printed."""
    printed = run(*_CHECK)
    last = printed[printed.index("\n 2023-10-16") :] if "\n 2023-10-16" in printed else ""
    head = printed[: len(printed) - len(last)].splitlines()[-2:]
    rows = last.strip("\n").split("\n\n")[0].splitlines()
    return "\n".join(["```", *head, *rows, "```"]) + "\n"


def numbers() -> str:
    """What a tally opens with, as typed and printed."""
    printed = run(*_ASKED.split()).splitlines()
    start = next(at for at, line in enumerate(printed) if line.split()[:2] == ["Low", "Best"])
    return "\n".join(["```console", f"$ tallystick {_ASKED}", *printed[start : start + 5], "```\n"])


def by_rule(row: re.Match[str]) -> str:
    """A row of the table of rules, with what the rule counts."""
    band = json.loads(run("tally", "--rule", row[2], *_CLASS.split(), "--json"))["count"]
    return f"{row[1]} {band['low']} | {band['best']} | {band['high']} |"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder))
        text = PAGE.read_text(encoding="utf-8")
        text = _TABLE.sub(lambda m: m[1] + table() + m[2], text)
        text = _RISES.sub(lambda m: m[1] + rises() + m[2], text)
        PAGE.write_text(text, encoding="utf-8")
        counting = COUNTING.read_text(encoding="utf-8")
        counting = _NUMBERS.sub(lambda m: m[1] + numbers() + m[2], counting)
        counting = _RULE_ROW.sub(by_rule, counting)
        COUNTING.write_text(counting, encoding="utf-8")
        options = [word for rule in RULES for word in ("--rule", rule)]
        run("tallies", "--plot", str(PICTURE), "--force", *options)


if __name__ == "__main__":
    main()
