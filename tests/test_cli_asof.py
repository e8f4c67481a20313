"""``--as-known-on`` and ``--as-recorded-on`` on every command that shows what a ledger holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.scenes import red_hill
from tests.test_api import kept
from tests.test_cli import Shell

EARLY = ("--as-known-on", "2023-12-10")  # the second paper is of the 16th


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(kept(red_hill(), tmp_path / "scene.ledger"))


def test_incidents_are_those_that_were_known(shell: Shell) -> None:
    result = shell("incidents", *EARLY)
    assert "1 incident, " in result.stdout
    assert result.stderr == "As known on 2023-12-10: rests on 1 of 2 documents.\n"
    assert len(shell.ids(*EARLY)) == 1
    assert len(shell.ids("--as-known-on", "2023-12")) == 2  # the whole of the month


def test_show_and_brief_tell_what_was_known(shell: Shell) -> None:
    first, second = shell.ids()
    assert "[2]" in shell("show", first).stdout
    assert "[2]" not in shell("show", first, *EARLY).stdout
    assert "The National" not in shell("brief", first, *EARLY).stdout
    assert "was there by then" in shell("show", second, *EARLY, code=1).stderr


def test_tallies_queue_and_export_rest_on_the_same(shell: Shell) -> None:
    assert "announces a tally" in shell("tallies", *EARLY).stderr
    assert shell("tallies", "--as-known-on", "2023-12-16").stdout == shell("tallies").stdout
    assert "whether it happened" not in shell("queue", *EARLY).stdout
    lines = shell("export", "jsonl", "-", *EARLY).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == shell.ids(*EARLY)


@pytest.mark.parametrize(
    "command",
    [("incidents",), ("tallies",), ("tallies", "--check"), ("queue",),
     ("tempo", "--after", "target=US", "--to", "attacker=US")],
)  # fmt: skip
def test_a_day_before_every_document_is_not_held_against_the_ledger(
    shell: Shell, command: tuple[str, ...]
) -> None:
    assert shell(*command, "--as-known-on", "1900").stderr.splitlines() == [
        "As known on 1900-12-31: rests on 0 of 2 documents; the oldest is of 2023-12-08.",
        "None of its documents is known to have been there by then: give a later date.",
    ]


def test_what_the_ledger_had_by_then(shell: Shell) -> None:
    result = shell("incidents", "--as-recorded-on", "2001-01-01T12:00")
    assert "recorded on 2001-01-01 12:00 UTC: rests on 0 of 2 documents." in result.stderr
    assert len(shell.ids("--as-recorded-on", "2999-01-01")) == 2
    for end in ("2998", "2998-12", "2998-12-31", "29981231"):
        told = shell("incidents", "--as-recorded-on", end).stderr
        assert "recorded on 2998-12-31 23:59 UTC: rests on 2 of 2" in told
    both = shell("incidents", *EARLY, "--as-recorded-on", "2999-01-01T00:00+03:00")
    assert "As known on 2023-12-10 and recorded on 2998-12-31 21:00 UTC: " in both.stderr


@pytest.mark.parametrize(
    "wrong",
    [("--as-known-on", "Friday"), *(("--as-recorded-on", it) for it in ("noon", "9", "2023-W42"))],
)
def test_a_time_is_a_time(shell: Shell, wrong: tuple[str, str]) -> None:
    assert "is no " in shell("incidents", *wrong, code=2).stderr
