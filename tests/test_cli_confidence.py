"""``--min-confidence``, confidence as shown, and ``queue``; and a pipe that nobody reads."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import tallystick as ts
from tallystick.ledger import Ledger
from tallystick.model.judgement import Verdict
from tallystick.model.statement import TRAINED, Field
from tallystick.model.values import CountRange
from tallystick.web.library import firm
from tests.builders import day, document, fact, hurt, judgement, reading, report, tally
from tests.scenes import HILL, HIT
from tests.test_cli import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Three incidents: a likely one, an uncertain one, and one that the rules have read."""
    a = document("Two died in Hit on Friday. Shells fell on Red Hill.", publisher="A", name="a.txt")
    b = document("Nine attacks since 1 May. A mine went off.", publisher="B", name="b.txt")
    killed = (hurt(2, "Two", confidence=0.8), hurt(40, "died", confidence=0.3))
    when = fact(Field.WHEN, day("2024-05-03"), "Friday", confidence=0.95)
    first = report(a, "died", *killed, when, fact(Field.WHERE, HIT, "Hit"), score=0.8)
    where = fact(Field.WHERE, HILL, "Red Hill", confidence=0.4)
    second = report(a, "Shells", where, score=0.4)
    third = report(b, "mine", score=0.3)
    announced = tally(b, "Nine attacks since 1 May", CountRange.exactly(9))
    path = tmp_path / "scene.ledger"
    with Ledger.open(path) as ledger:
        run = ledger.start_run("build")
        read = (reading(a, first, second, reader=TRAINED), reading(b, third, announced))
        ledger.add_many([(r, r.document.text.encode()) for r in read], run=run)
        ledger.record([judgement(first, third, Verdict.UNSURE, 0.8)], run=run)
        ledger.finish_run(run)
    return Shell(path)


def test_incidents_below_are_left_out_and_counted(shell: Shell) -> None:
    assert len(shell.ids()) == 3
    assert len(shell.ids("--min-confidence", "0.5")) == 2
    last = shell("incidents", "--min-confidence", "0.5").stdout.splitlines()[-1]
    assert last == "2 incidents, 0 contested; 1 left out below 0.5, 1 kept that has none."
    assert "left out" not in shell("incidents").stdout


def test_what_other_filters_leave_out_is_not_counted(shell: Shell) -> None:
    last = shell("incidents", "--min-confidence", "0.5", "--place", "hit").stdout.splitlines()[-1]
    assert "; 0 left out below 0.5." in last


def test_a_place_that_is_left_out_finds_nothing(shell: Shell) -> None:
    assert len(shell.ids("--place", "red hill")) == 1
    result = shell("incidents", "--place", "red hill", "--min-confidence", "0.5")
    assert "None of 3 incidents fits; 0 left out below 0.5." in result.stderr


def test_whose_date_is_left_out_is_among_the_undated(tmp_path: Path) -> None:
    doc = document("Rockets fell on Friday. Shells fell on Monday.", published="2024-05-07")
    sure = fact(Field.WHEN, day("2024-05-06"), "Monday", confidence=0.95)
    weak = fact(Field.WHEN, day("2024-05-03"), "Friday", confidence=0.4)
    first, second = report(doc, "Rockets", weak), report(doc, "Shells", sure)
    path = tmp_path / "scene.ledger"
    with Ledger.open(path) as ledger:
        run = ledger.start_run("build")
        ledger.add(reading(doc, first, second, reader=TRAINED), doc.text.encode(), run=run)
        ledger.finish_run(run)
    before = Shell(path).ids()
    assert Shell(path).ids("--min-confidence", "0.5") == before[::-1]
    with ts.open(path) as ledger:
        found = ledger.incidents(ts.Query(min_confidence=0.5))
        assert [i.id for i in found] == before[::-1]
        assert [i.id for i in firm(ledger.incidents(), 0.5)] == before[::-1]


def test_json_lines_stay_json_lines(shell: Shell) -> None:
    result = shell("incidents", "--json", "--min-confidence", "0.5")
    assert [json.loads(line)["confidence"] for line in result.stdout.splitlines()] == [0.8, None]
    assert "1 left out below 0.5" in result.stderr


def test_export_takes_the_same_filter(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "x.csv"
    said = shell("export", "csv", str(out), "--min-confidence", "0.5").stdout
    assert "x.csv: 2 incidents; 1 left out below 0.5" in said
    result = shell("export", "csv", "-", "--min-confidence", "0.5")
    cells = list(csv.DictReader(io.StringIO(result.stdout, newline="")))
    assert [row["killed_high"] for row in cells] == ["2", ""]
    assert "1 left out below 0.5" in result.stderr


def test_tallies_do_not_count_what_is_left_out(shell: Shell) -> None:
    last = shell("tallies", "--min-confidence", "0.5").stdout.splitlines()[-1]
    assert last == "Of 3 incidents 1 left out below 0.5, 1 kept that has none."
    assert "left out" in shell("tallies", "--min-confidence", "0.5", "--json").stderr
    assert "left out" not in shell("tallies").stdout


def test_show_and_brief_leave_values_out(shell: Shell) -> None:
    first = shell.ids()[0]
    assert "40 people" in shell("show", first).stdout
    shown = shell("show", first, "--min-confidence", "0.5").stdout
    assert "40 people" not in shown
    assert shown.endswith("\n1 value left out below 0.5.\n")
    told = shell("brief", first, "--min-confidence", "0.5").stdout
    assert "40 people" not in told
    assert told.endswith("\n1 value left out below 0.5.\n")
    as_json = shell("show", first, "--min-confidence", "0.5", "--json")
    assert json.loads(as_json.stdout)["killed"]["high"] == 2


def test_show_says_what_is_not_sure_and_how_much_on_request(shell: Shell) -> None:
    first = shell.ids()[0]
    shown = shell("show", first).stdout
    assert "2 people  likely" in shown
    assert "40 people  uncertain" in shown
    assert "That it is an incident is likely\n" in shown
    assert "2024-05-03\n" in shown  # sure: nothing beside it
    assert "0.80" not in shown.split("HISTORY")[0]
    assert "2 people  likely, 0.80" in shell("show", first, "--context").stdout


@pytest.mark.parametrize("wrong", ["1.5", "-0.1", "half"])
def test_a_confidence_is_a_probability(shell: Shell, wrong: str) -> None:
    shell("incidents", f"--min-confidence={wrong}", code=2)


def test_the_library_asks_the_same(shell: Shell) -> None:
    with ts.open(shell.ledger) as ledger:
        found = ledger.incidents(ts.Query(min_confidence=0.5))
        assert [i.confidence for i in found] == [0.8, None]
        assert found[0].killed.high == 2
        assert ledger.incident(found[0].id).killed.high == 40
        assert ledger.incident(found[0].id, min_confidence=0.5).killed.high == 2
        assert ts.to_pandas(found)["confidence"].isna().tolist() == [False, True]
        assert ts.to_pandas(found)["confidence"].dtype == "float64"


# -- queue -------------------------------------------------------------------------------


def test_the_queue_lists_and_what_is_judged_leaves_it(shell: Shell) -> None:
    output = shell("queue").stdout
    assert "may be one incident (0.80)" in output
    assert "uncertain value (0.30): killed, 40 people" in output
    assert output.endswith("2 of 2 things to look at.\n")
    (pair,) = [t for t in tasks(shell) if len(t["incidents"]) == 2]
    shell("judge", *pair["incidents"], "unsure", "--why", "cannot be told")
    assert [len(t["incidents"]) for t in tasks(shell)] == [1]


def test_the_queue_ends_at_its_limit(shell: Shell) -> None:
    assert shell("queue", "--limit", "1").stdout.endswith("1 of 2 things to look at.\n")
    assert len(tasks(shell, "--limit", "1")) == 1


def test_commands_of_the_queue_name_the_ledger_that_was_asked(shell: Shell) -> None:
    assert "--ledger" not in shell("queue").stdout
    assert f" --ledger {shell.ledger}" in shell("queue", "--ledger", str(shell.ledger)).stdout


def test_an_empty_queue_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.ledger"
    Ledger.open(path).close()
    assert "Nothing in this ledger waits" in Shell(path)("queue").stderr


def tasks(shell: Shell, *options: str) -> list[dict[str, list[str]]]:
    return [json.loads(line) for line in shell("queue", "--json", *options).stdout.splitlines()]


# -- a closed pipe -----------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGPIPE there")
def test_a_reader_that_has_seen_enough_ends_the_program_quietly(shell: Shell) -> None:
    command = [sys.executable, "-m", "tallystick", "incidents", "--json"]
    with subprocess.Popen(
        [*command, "--ledger", str(shell.ledger)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait() == 141
