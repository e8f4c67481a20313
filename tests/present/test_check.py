"""Announced numbers beside the ledger, in words."""

from __future__ import annotations

import io
import json

from rich.console import Console

from tallystick.analyse.check import Checked, check_one
from tallystick.analyse.conflicts import conflicts
from tallystick.analyse.rule import rule_named
from tallystick.model.statement import TallyUnit
from tallystick.model.values import PersonClass
from tallystick.present.check import check_json, check_lines, conflict_json, conflict_words
from tests.analyse.announcing import IRAQ, SYRIA, matched, said
from tests.analyse.made import BASE, CONVOY, incident
from tests.builders import day
from tests.scenes import TROOPS

SOME = [
    incident("i-1", when=day("2023-12-02"), targets=(BASE,)),
    incident("i-2", when=day("2023-12-04"), targets=(CONVOY,)),
]


def told(checked: Checked) -> str:
    written = io.StringIO()
    Console(width=200, file=written).print(check_lines(checked))
    return written.getvalue()


def test_every_reason_is_told() -> None:
    full = said(3, "2023-12-05", targets=(TROOPS,))
    bare = said(9, "2023-12-09", since=None, split={IRAQ: 6, SYRIA: 2})
    announced = matched(full, bare)
    rules = [rule_named("incident"), rule_named("claim")]
    checks = [check_one(a, rule, SOME) for a in announced for rule in rules]
    text = told(Checked(tuple(checks), tuple(conflicts(announced))))
    for words in (
        "9 “attacks”, by the ministry → The Example, 2023-12-01 to 2023-12-09, Iraq and Syria",
        "in Iraq (6)",
        "+7     the ledger has fewer",
        "- baseline: not in its own words; that of the 3 of the ministry → The Example",
        "- class: against whom is not in its own words; Iraqi Army, as in the 3 of",
        "of 9 days, 7 have no document on such incidents",
        "2023-12-01, 2023-12-03, 2023-12-05 to 2023-12-09",
        "- claim: leaves out 2 incidents of the class: 2 claimed by nobody",
        "- incident: counted, though it cannot be told: 1 whose the target was",
        "- incident: 7 beyond all that",
        "9 is not 8: 6 in Iraq and 2 in Syria",
    ):
        assert words in text, words


def test_what_is_not_counted_says_why() -> None:
    open_ = said(9, "2023-12-11", since=None)
    abducted = said(9, "2023-12-12", unit=TallyUnit.ABDUCTED)
    killed = said(9, "2023-12-13", unit=TallyUnit.KILLED, who=PersonClass.CIVILIANS)
    needs = [check_one(matched(said(9))[0], rule_named("facility-strike"), SOME)]
    others = [
        check_one(matched(p)[0], rule_named("incident"), SOME) for p in (open_, abducted, killed)
    ]
    text = told(Checked((*needs, *others), ()))
    assert "says since when; not counted" in text
    assert "no sum of the abducted is kept" in text
    assert "announced are civilians, counted is everybody" in text
    assert "facility-strike: not counted: the rule needs" in text
    assert "None." in text


def test_a_later_and_lower_number_names_both() -> None:
    announced = matched(said(9, "2023-12-05"), said(7, "2023-12-09", by="the army"))
    (conflict,) = conflicts(announced)
    words = conflict_words(conflict)
    assert words.startswith(
        "7 as of 2023-12-09, the army → The Example (2023-12-09.txt): later and"
    )
    assert "than 9 as of 2023-12-05" in words
    assert conflict_json(conflict)["tallies"] == [a.tally.id for a in announced]


def test_json_has_the_figures_and_is_json() -> None:
    (announced,) = matched(said(9, targets=(TROOPS,)))
    data = json.loads(json.dumps(check_json(check_one(announced, rule_named("incident"), SOME))))
    assert data["counted"] == {"low": 1, "best": 2, "high": 2}
    assert (data["fit"], data["apart"], data["days"]) == ("fewer", 7, 10)
    assert data["members"] == ["i-1", "i-2"]
    assert len(data["silent_days"]) == 8
    (open_,) = matched(said(9, since=None))
    bare = check_json(check_one(open_, rule_named("incident"), SOME))
    assert (bare["counted"], bare["since"], bare["apart"]) == (None, None, None)
