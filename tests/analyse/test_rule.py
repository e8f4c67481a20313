"""Counting rules as data."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest

from tallystick.analyse.membership import Membership
from tallystick.analyse.rule import (
    DEFAULT_RULE,
    Need,
    Part,
    Unknown,
    load_rules,
    read_rule,
    rule_named,
)
from tallystick.errors import RuleError
from tallystick.model.statement import Standing

PLAIN = 'name = "mine"\ndescription = "Mine."\nunit = ["site", "day"]\n'


def test_the_rules_that_ship() -> None:
    rules = load_rules()
    expected = {"incident", "facility-strike", "day-place-actors-type", "claim", "deadly"}
    assert set(rules) == expected
    assert next(iter(rules)) == DEFAULT_RULE
    assert rules["day-place-actors-type"].unit == (Part.DAY, Part.PLACE, Part.ACTORS, Part.TYPE)
    assert rules["facility-strike"].needs == (Need.TARGET,)
    assert rules["deadly"].least_killed == 1
    assert rules["claim"].unknown.occurrence is Membership.MEMBER


def test_a_rule_says_everything_in_its_file() -> None:
    rule = read_rule(
        "mine.toml",
        PLAIN
        + """
needs = ["place"]
day = "UTC-05:00"
[counts]
standings = ["happened", "prevented"]
kinds = ["shelling"]
least_killed = 2
claimed = true
[facility]
fixed = ["base"]
moving = ["ship"]
[unknown]
date = "out"
owner = "certain"
""",
    )
    assert rule.unit == (Part.SITE, Part.DAY)
    assert rule.standings == (Standing.HAPPENED, Standing.PREVENTED)
    assert rule.utc == timedelta(hours=-5)
    assert rule.claimed
    assert rule.facilities is not None
    assert rule.facilities.moving == ("ship",)
    assert (rule.unknown.date, rule.unknown.owner) == (Membership.NO, Membership.MEMBER)
    assert rule.unknown.place is Membership.POSSIBLE


def test_what_a_rule_does_not_say_is_as_in_the_rule_incident() -> None:
    rule = read_rule("mine.toml", PLAIN)
    assert (rule.standings, rule.kinds, rule.utc) == ((Standing.HAPPENED,), (), None)
    assert rule.facilities is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = ", "is no TOML"),
        ('description = "x"\nunit = ["day"]', "name must be a text"),
        ('name = "x"\nunit = ["day"]', "description must be a text"),
        ('name = "x"\ndescription = "y"', "unit must name one or more of: incident, claimant"),
        (PLAIN.replace('"site"', '"sight"'), "unit has 'sight'; choose of: incident, claimant"),
        (PLAIN.replace('["site", "day"]', '"site"'), "unit must be a list of words"),
        (PLAIN + 'day = "Iraq"', 'give "local", "UTC" or an offset such as'),
        (PLAIN + 'day = "UTC+15:00"', "day is 'UTC+15:00'"),
        (PLAIN + "colour = 1", "colour is not known; choose of: counts, day"),
        (PLAIN + "counts = 3", "counts is no table; write [counts]"),
        (PLAIN + "[counts]\nleast_killed = -1", "[counts] least_killed is -1; give a whole number"),
        (PLAIN + "[counts]\nleast_killed = true", "[counts] least_killed is True"),
        (PLAIN + '[counts]\nclaimed = "yes"', "[counts] claimed is 'yes'; give true or false"),
        (PLAIN + '[counts]\nkinds = ["war"]', "[counts] kinds has 'war'; choose of: attack"),
        (PLAIN + "[counts]\nkilled = 1", "[counts] killed is not known; choose of: claimed, kinds"),
        (PLAIN + '[unknown]\ndate = "no"', "[unknown] date is 'no'; choose of: out, possible"),
        (PLAIN + '[unknown]\ntime = "out"', "[unknown] time is not known; choose of: attacker"),
        (PLAIN + "[facility]\nfixed = [1]", "[facility] fixed must be a list of words"),
    ],
)
def test_a_bad_rule_names_file_and_key_and_says_what_to_do(text: str, told: str) -> None:
    with pytest.raises(RuleError) as raised:
        read_rule("mine.toml", text)
    assert str(raised.value).startswith("mine.toml: ")
    assert told in str(raised.value)


def test_a_folder_without_a_rule_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "rule.txt").write_text(PLAIN)
    with pytest.raises(RuleError, match=r"holds no \.toml file"):
        load_rules(tmp_path)


def test_a_user_adds_rules_by_a_file_or_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(PLAIN)
    (tmp_path / "b.toml").write_text(PLAIN.replace("mine", "incident"))
    (tmp_path / "notes.txt").write_text("no rule")
    assert load_rules(tmp_path / "a.toml")["mine"].source.endswith("a.toml")
    both = load_rules(tmp_path)
    assert set(both) == {*load_rules(), "mine"}
    assert both["incident"].unit == (Part.SITE, Part.DAY)
    assert load_rules()["incident"].unit == (Part.INCIDENT,)


def test_a_rule_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe")
    for path in (tmp_path / "a.toml", tmp_path / "none.toml"):
        with pytest.raises(RuleError, match="cannot be read"):
            load_rules(path)


def test_an_unknown_rule_lists_those_there_are() -> None:
    with pytest.raises(RuleError, match="'strikes'; there are: incident, claim"):
        rule_named("strikes")


# ------------------------------------------------------------------ the page on counting

PAGE = (Path(__file__).parents[2] / "docs" / "counting.md").read_text(encoding="utf-8")


def test_the_page_has_every_rule_and_every_part() -> None:
    assert set(re.findall(r"^### (\S+)$", PAGE, re.MULTILINE)) == set(load_rules())
    for word in (*Part, *Need, *(field.name for field in fields(Unknown)), *Standing):
        assert f"`{word}`" in PAGE, word


def test_the_rule_on_the_page_can_be_read() -> None:
    rule = read_rule("page", PAGE.partition("```toml\n")[2].partition("```")[0])
    assert rule.name == "site-day"
    assert rule.unknown.date is Membership.NO
