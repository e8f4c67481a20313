"""The page of tallies says what ``tallystick tally`` and ``tallies --check`` say."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import Client

from tallystick.cli import main
from tests.web.pages import read


def by_command(ledger: Path, *words: str) -> str:
    result = CliRunner().invoke(main, [*words, "--ledger", str(ledger)], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


ASKED = (
    ((), ""),
    (("--rule", "deadly"), "rule=deadly"),
    (("--since", "2023-12", "--place", "IQ", "--by", "weapon"), "since=2023-12&place=IQ&by=weapon"),
    (("--target", "IQ", "--weapon", "rockets"), "target=IQ&weapon=rockets"),
)


@pytest.mark.parametrize(("options", "asked"), ASKED)
def test_the_table_is_that_of_the_command(
    client: Client, scene_ledger: Path, options: tuple[str, ...], asked: str
) -> None:
    csv_ = client.get(f"/tallies/tally.csv?{asked}")
    assert csv_.headers["Content-Disposition"].startswith("attachment")
    lines = by_command(scene_ledger, "tally", *options, "--csv").splitlines()
    assert csv_.content.decode().splitlines() == lines
    json_ = client.get(f"/api/v1/tally?{asked}").json()
    assert json_ == json.loads(by_command(scene_ledger, "tally", *options, "--json"))


def test_the_csv_has_every_incident_that_is_shown_as_counted_or_ruled_out(sample: Client) -> None:
    asked = "rule=deadly&place=Iraq"
    rows = csv.DictReader(io.StringIO(sample.get(f"/tallies/tally.csv?{asked}").content.decode()))
    page = read(sample, f"/tallies/?{asked}")
    text = page.words.partition("not asked for, and why")[0]
    assert "Left out by the rule" in text
    shown = [g["href"] for g in page.of("a") if "/incidents/" in (g["href"] or "")]
    assert {f"/incidents/{row['id']}/" for row in rows} <= set(shown)


def test_reasons_are_given_for_what_is_left_out(client: Client) -> None:
    assert "no account says how many were killed" in read(client, "/tallies/?rule=deadly").words


def test_where_no_account_gives_a_figure_the_table_gives_none(client: Client) -> None:
    words = read(client, "/tallies/?by=place").words
    assert "1 0 – 5 – 5 0" in words  # nobody hurt, says an account
    assert "1 no figure no figure" in words


@pytest.mark.parametrize(
    "asked", ["rule=none", "since=x", "kind=party", "by=mood", "weapon=xyzzy", "rule=claimant-x"]
)
def test_what_cannot_be_counted_is_said(client: Client, asked: str) -> None:
    assert read(client, f"/tallies/?{asked}", 400).of("p")
    assert client.get(f"/tallies/tally.csv?{asked}").status_code == 400
    assert "error" in client.get(f"/api/v1/tally?{asked}").json()


def test_announced_tallies_stand_beside_the_count_with_the_reasons(client: Client) -> None:
    page = read(client, "/tallies/announced/")
    assert "9 “attacks on troops”" in page.words
    assert "+7" in page.words
    assert "the ledger has fewer" in page.words
    assert "beyond all that" in page.words
