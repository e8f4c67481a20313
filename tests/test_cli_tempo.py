"""``tempo``, as a person types it, and the same in Python."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import tallystick as ts
from tests.scenes import red_hill
from tests.test_api import kept
from tests.test_cli import Shell

DECEMBER = ("--since", "2023-12-01", "--until", "2023-12-20")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(kept(red_hill(), tmp_path / "scene.ledger"))


def test_it_tells_rates_and_where_no_document_is(shell: Shell) -> None:
    output = shell("tempo", *DECEMBER).stdout
    assert "From 1 December to 20 December 2023: 0.1 a day (certain 0.1, possible 0.1;" in output
    assert "no change of the rate stands out" in output
    rows = [line.split() for line in output.splitlines()]
    assert ["2023-12-08", "1", "1", "1", "▪"] in rows  # an article of that day is there
    assert ["2023-12-15", "1", "1", "1", "▪", "×"] in rows
    weekly = shell("tempo", *DECEMBER, "--per", "week").stdout
    assert "2023-12-04..10" in weekly


def test_json_takes_the_selection_and_the_rule(shell: Shell) -> None:
    data = json.loads(shell("tempo", *DECEMBER, "--kind", "shelling", "--json").stdout)
    assert (data["per"], data["whole"]["days"]) == ("day", 20)
    assert data["selection"]["kind"] == "shelling"
    deadly = json.loads(shell("tempo", *DECEMBER, "--rule", "deadly", "--json").stdout)
    assert deadly["rule"] == "deadly"
    assert deadly["whole"]["count"]["best"] < data["whole"]["count"]["high"] + 1
    assert len(deadly["bins"]) == 20


def test_as_known_on_leaves_out_what_came_later(shell: Shell) -> None:
    result = shell("tempo", *DECEMBER, "--as-known-on", "2023-12-10", "--json")
    assert json.loads(result.stdout)["whole"]["count"]["best"] == 1
    assert "rests on 1 of 2 documents" in result.stderr


def test_an_actor_that_nobody_knows_is_said(shell: Shell) -> None:
    told = "No actor of the vocabulary or of this ledger is called 'Zork'."
    assert told in shell("tempo", *DECEMBER, "--attacker", "Zork").stderr
    classes = ("--after", "attacker=Zork", "--to", "attacker=Zork", "--to", "target=Free Riders")
    assert shell("tempo", *DECEMBER, *classes).stderr.splitlines() == [told]


def test_without_a_day_it_says_that_there_is_none(shell: Shell) -> None:
    assert "there is no tempo to tell" in shell("tempo", "--kind", "abduction").stderr


def test_a_plot_is_written_once_unless_forced(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "x.svg"
    assert "x.svg: drawn" in shell("tempo", *DECEMBER, "--plot", str(out)).stderr
    assert out.read_text("utf-8").startswith("<?xml")
    assert "is there already" in shell("tempo", "--plot", str(out), code=1).stderr
    shell("tempo", "--plot", str(out), "--force")
    wrong = shell("tempo", "--plot", str(tmp_path / "x.pdf"), code=1)
    assert ".svg or .png" in wrong.stderr


def test_a_lag_is_told_from_one_class_to_the_other(shell: Shell) -> None:
    classes = ("--after", "kind=shelling", "--to", "kind=bombing")
    output = shell("tempo", *DECEMBER, *classes).stdout
    assert "1 of 1 were followed by one of the latter within 7 days." in output
    data = json.loads(shell("tempo", *DECEMBER, *classes, "--window", "8", "--json").stdout)
    assert data["waits"] == [0, 0, 0, 0, 0, 0, 1, 0]
    assert (data["after"]["selection"]["kind"], data["to"]["selection"]["kind"]) == (
        "shelling",
        "bombing",
    )
    places = ("--after", "place=Hit", "--after", "place=Syria", "--to", "weapon=rocket")
    asked = json.loads(shell("tempo", *DECEMBER, *places, "--json").stdout)
    assert [p["name"] for p in asked["after"]["selection"]["places"]] == ["Hit", "Syria"]
    assert asked["to"]["selection"]["weapon"] == "rocket"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--after", "place=IQ"), "give --after and --to"),
        (("--after", "colour=red", "--to", "place=IQ"), "give target=NAME"),
        (("--after", "kind=raid", "--to", "place=IQ"), "'raid' is no kind"),
        (("--after", "kind=mine", "--after", "kind=bombing", "--to", "place=IQ"), "only one kind"),
        (("--after", "place=IQ", "--to", "place=SY", "--plot", "x.svg"), "not a lag"),
    ],
)
def test_what_makes_no_lag_is_refused(shell: Shell, words: tuple[str, ...], told: str) -> None:
    assert told in shell("tempo", *words, code=2).stderr


def test_without_the_extra_it_says_what_to_install(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "scipy", None)
    error = shell("tempo", *DECEMBER, code=1).stderr
    assert error.strip().endswith("pip install 'tallystick[tempo]'")
    shell("tempo", *DECEMBER, "--after", "kind=shelling", "--to", "kind=bombing")


def test_the_same_in_python(tmp_path: Path) -> None:
    with ts.open(kept(red_hill(), tmp_path / "scene.ledger")) as ledger:
        found = ts.tempo(ledger, per=ts.Per.WEEK)
        assert found and found.whole.count.best == 2
        assert len(found.whole.days) == 8  # from the one to the other
        ts.plot_tempo(found, tmp_path / "x.png")
        assert (tmp_path / "x.png").stat().st_size > 1_000
        shells, bombs = (ts.Wanted(kind=kind) for kind in (_kind("shelling"), _kind("bombing")))
        lag = ts.lag(ledger, shells, bombs, window=7)
        assert lag and (lag.followed, lag.starts) == (1, 1)


def _kind(name: str) -> ts.IncidentKind:
    return ts.IncidentKind(name)
