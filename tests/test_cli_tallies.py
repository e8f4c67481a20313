"""``tallies --check`` and ``--plot``, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tallystick.ledger import Ledger
from tests.scenes import red_hill
from tests.test_api import kept
from tests.test_cli import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(kept(red_hill(), tmp_path / "scene.ledger"))


def test_check_counts_by_the_rules_that_fit_or_are_named(shell: Shell) -> None:
    output = shell("tallies", "--check").stdout
    assert "9 “attacks on troops”" in output
    assert "+7" in output
    assert "claim" not in output
    named = shell("tallies", "--check", "--rule", "claim", "--rule", "deadly").stdout
    rows = [
        line.split()[0] for line in named.splitlines() if line.startswith((" claim", " deadly"))
    ]
    assert rows == ["claim", "deadly"]


def test_check_as_json_has_a_line_a_rule(shell: Shell) -> None:
    result = shell("tallies", "--check", "--json", "--rule", "claim", "--rule", "incident")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["rule"], line["counted"]["best"]) for line in lines] == [
        ("claim", 1), ("incident", 2)
    ]  # fmt: skip


def test_check_rests_on_what_was_known(shell: Shell) -> None:
    early = shell("tallies", "--check", "--as-known-on", "2023-12-10")
    assert "announces a tally" in early.stderr


def test_an_unknown_rule_is_told_with_those_there_are(shell: Shell) -> None:
    assert "facility-strike" in shell("tallies", "--check", "--rule", "no", code=1).stderr


def test_plot_writes_a_file_once_unless_forced(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "x.svg"
    assert "x.svg: 1 announced number" in shell("tallies", "--plot", str(out)).stdout
    assert b"attacks on troops" in out.read_bytes()
    assert "is there already" in shell("tallies", "--plot", str(out), code=1).stderr
    shell("tallies", "--plot", str(out), "--force")
    both = shell("tallies", "--plot", str(tmp_path / "y.png"), "--check").stdout
    assert "1 announced number" in both
    assert "+7" in both


def test_a_plot_is_svg_or_png_and_not_empty(shell: Shell, tmp_path: Path) -> None:
    wrong = shell("tallies", "--plot", str(tmp_path / "x.pdf"), code=1)
    assert ".svg or .png" in wrong.stderr
    empty = tmp_path / "empty.ledger"
    Ledger.open(empty).close()
    result = Shell(empty)("tallies", "--plot", str(tmp_path / "x.svg"), code=1)
    assert "nothing to draw" in result.stderr
