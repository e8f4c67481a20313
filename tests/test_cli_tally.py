"""``tally`` and ``rules``, as a person types them, and the same in Python."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

import tallystick as ts
from tallystick.model.judgement import Verdict
from tests.scenes import red_hill
from tests.test_api import kept
from tests.test_cli import Shell

RULE = 'name = "site-day"\ndescription = "One a site and day."\nunit = ["site", "day"]\n'


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(kept(red_hill(), tmp_path / "scene.ledger"))


def counts(shell: Shell, *words: str) -> tuple[int, int, int]:
    data = json.loads(shell("tally", "--json", *words).stdout)["count"]
    return data["low"], data["best"], data["high"]


def test_a_tally_tells_numbers_members_doubts_and_what_is_left_out(tmp_path: Path) -> None:
    doubtful = Shell(kept(red_hill(Verdict.UNSURE), tmp_path / "doubtful.ledger"))
    output = doubtful("tally", "--since", "2023-12", "--by", "place").stdout
    lines = [line.split() for line in output.splitlines()]
    assert ["Count", "2", "3", "3"] in lines
    assert "Low adds up to" not in output  # the doubtful pair has one place
    first, second, _ = doubtful.ids()
    assert f"{first[:8]}  may be the same as {second[:8]}" in output
    assert "Best and high add up to 3 and 3." in output
    deadly = doubtful("tally", "--rule", "deadly").stdout
    assert "Left out by the rule" in deadly
    assert "no account says how many were killed" in deadly


def test_low_across_groups_is_explained(tmp_path: Path) -> None:
    doubtful = Shell(kept(red_hill(Verdict.UNSURE), tmp_path / "doubtful.ledger"))
    output = doubtful("tally", "--by", "actor").stdout
    assert "Low adds up to 1 more than 2: across groups" in output


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), (2, 2, 2)),
        (("--since", "2023-12-09"), (1, 1, 1)),
        (("--until", "2023-12-09"), (1, 1, 1)),
        (("--place", "Hit"), (1, 1, 1)),
        (("--place", "iq"), (2, 2, 2)),
        (("--place", "Syria", "--place", "Iraq"), (2, 2, 2)),
        (("--place", "Anbar"), (2, 2, 2)),
        (("--kind", "bombing"), (1, 1, 2)),
        (("--weapon", "rockets"), (1, 1, 2)),
        (("--attacker", "free riders"), (1, 1, 2)),
        (("--target", "Iraqi Army"), (1, 1, 2)),
        (("--target", "Iraq"), (1, 1, 2)),
        (("--rule", "facility-strike", "--target", "mil-iq"), (1, 1, 2)),
        (("--rule", "claim"), (1, 1, 1)),
        (("--as-known-on", "2023-12-10"), (1, 1, 1)),
    ],
)
def test_what_may_be_asked(shell: Shell, words: tuple[str, ...], expected: object) -> None:
    assert counts(shell, *words) == expected


def test_csv_has_one_row_an_incident_with_unit_and_reason(shell: Shell) -> None:
    output = shell("tally", "--csv", "--rule", "claim", "--by", "month").stdout
    rows = list(csv.DictReader(io.StringIO(output)))
    assert [(r["unit"], r["group"], r["counts"], r["why"]) for r in rows] == [
        ("1", "2023-12", "certain", ""),
        ("", "", "no", "nobody claims it"),
    ]
    assert [r["id"] for r in rows] == shell.ids()


def test_a_user_adds_a_rule_by_a_file(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(RULE)
    for source in (tmp_path, tmp_path / "mine.toml"):
        listed = shell("rules", "--rules", str(source)).stdout
        assert "site-day" in listed
        assert "day-place-actors-type" in listed
        assert counts(shell, "--rule", "site-day", "--rules", str(source)) == (2, 2, 2)
    assert "site-day" not in shell("rules").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--rule", "strikes"), "no counting rule is called 'strikes'; there are: incident"),
        (("--rule", "facility-strike"), "give --target NAME"),
        (("--weapon", "spoon"), "'spoon' is no weapon"),
    ],
)
def test_what_cannot_be_counted_says_why(shell: Shell, words: tuple[str, ...], told: str) -> None:
    assert told in shell("tally", *words, code=1).stderr


def test_an_actor_that_nobody_knows_is_said(shell: Shell) -> None:
    assert "is called 'Zork'" in shell("tally", "--target", "Zork").stderr
    assert "is called" not in shell("tally", "--attacker", "Free Riders").stderr


def test_a_bad_rule_file_is_named(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(RULE.replace('site"', 'sight"'))
    told = shell("tally", "--rules", str(tmp_path / "mine.toml"), code=1).stderr
    assert "mine.toml: unit has 'sight'; choose of:" in told


def test_a_tally_of_nothing(shell: Shell) -> None:
    output = shell("tally", "--since", "2030").stdout
    assert ["Count", "0", "0", "0"] in [line.split() for line in output.splitlines()]
    assert "2 incidents not asked for: 2 by date." in output
    assert "Doubtful" not in output


def test_the_same_in_python(tmp_path: Path) -> None:
    with ts.open(kept(red_hill(), tmp_path / "a.ledger")) as ledger:
        tally = ts.tally(ledger, "deadly", ts.Wanted(place="Iraq", since=date(2023, 12, 1)))
        assert (tally.count.low, tally.count.best, tally.count.high) == (0, 1, 1)
        assert [each.reason.words for each in tally.ruled_out] == [
            "no account says how many were killed"
        ]
        with pytest.raises(ts.RuleError, match="there are: incident"):
            ts.tally(ledger, "all")


def test_one_form_of_output_is_asked_for(shell: Shell) -> None:
    assert "not both" in shell("tally", "--json", "--csv", code=2).stderr
