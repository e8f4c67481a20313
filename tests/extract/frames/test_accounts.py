"""Charges that answer charges, denials, and the dead: one attack with two accounts."""

from __future__ import annotations

import pytest

from tallystick.extract import read, read_by_rules
from tallystick.extract.mentions.newness import is_countercharge
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tests.extract.incidents import document_of

MARKET = (
    "At least 17 people died when shells struck a market in Dana on Tuesday, in an attack that the "
    "ministry blamed on the Taliban. The Taliban said that its fighters had not fired a single "
    "round and accused the army of bombing it from the air."
)


@pytest.mark.parametrize("reader", [read, read_by_rules])
def test_who_accuses_the_other_side_tells_of_the_same_attack(reader: object) -> None:
    assert callable(reader)
    [report] = reader(document_of(MARKET, "2031-05-11")).reports
    told = [(s.stance, s.span.of(MARKET)) for s in report.of(Field.ATTACKER)]
    assert (Stance.BLAMES, "Taliban") in told
    assert (Stance.DENIES, "its fighters") in told
    assert (Stance.BLAMES, "army") in told


@pytest.mark.parametrize(
    ("text", "act", "wanted"),
    [
        ("They accused the army of bombing it themselves.", "bombing", True),
        ("It blamed the rebels for having shelled them.", "shelled", True),
        ("It accused the army of deliberately shelling it.", "shelling", True),
        ("They accused the army of bombing a school.", "bombing", False),
        ("She accused the army of burning her house.", "burning", False),
        ("They accused the army of bombing it on Sunday, killing two.", "bombing", False),
        ("The army captured the town and shelled it.", "shelled", False),
        ("They accused the army. Rebels were bombing it.", "bombing", False),
    ],
)
def test_a_charge_upon_what_was_told(text: str, act: str, wanted: bool) -> None:
    start = text.index(act)
    assert is_countercharge(text, Span(start, start + len(act))) is wanted


ONE = [
    (
        "An attack on the village of Zobrak on Monday killed 20 people, the mayor said. The gang's "
        "leader, Abu Reed, denied in a video that his men had set fire to houses."
    ),
    (
        "Five rebels and a constable were killed in an encounter near Herat on Thursday. "
        "Villagers said that three of the dead were farmers who had been taken from their homes "
        "the previous evening and shot."
    ),
]


@pytest.mark.parametrize("text", ONE)
@pytest.mark.parametrize("reader", [read, read_by_rules])
def test_another_account_is_of_the_attack_that_was_told(reader: object, text: str) -> None:
    assert callable(reader)
    assert len(reader(document_of(text, "2031-05-11")).reports) == 1


def test_who_denies_to_hit_civilians_speaks_of_more_than_the_last_attack() -> None:
    text = (
        "An air strike killed 17 people at a mill in Herat on Monday. An earlier strike on a camp "
        "near Kunduz killed 56. The ministry denies targeting civilians."
    )
    assert len(read_by_rules(document_of(text, "2031-05-11")).reports) >= 2


@pytest.mark.parametrize("reader", [read, read_by_rules])
def test_some_of_the_dead_are_no_other_toll(reader: object) -> None:
    text = (
        "At least 14 people were killed on Friday when bombs fell on a camp near Herat, a doctor "
        "said. Two of the dead had been shot, a camp leader said."
    )
    assert callable(reader)
    [report] = reader(document_of(text, "2031-05-11")).reports
    assert [s.value.count.low for s in report.of(Field.KILLED)] == [14]
    assert not list(report.of(Field.INJURED))


JETS = (
    "An army jet bombed a convent in Osk on Sunday morning, killing 18 people, residents said. A "
    "second strike hit the market of Osk an hour later. The Kadu Front said it had shelled a "
    "barracks near Velm on Saturday. "
)


@pytest.mark.parametrize("reader", [read, read_by_rules])
def test_what_somebody_says_later_of_an_act_without_day_or_place_is_on_the_first(
    reader: object,
) -> None:
    assert callable(reader)
    text = JETS + "The army's spokesman said on Monday that the air force had hit a training camp."
    first, *others = reader(document_of(text, "2031-05-14")).reports
    told = {s.span.of(text) for s in first.of(Field.ATTACKER)} | {
        s.span.of(text) for s in first.of(Field.KILLED)
    }
    assert {"air force", "killing 18 people"} <= {w.removeprefix("the ") for w in told}
    assert not any(s.span.of(text).endswith("air force") for o in others for s in o.statements)


def test_what_has_a_place_of_its_own_is_another() -> None:
    text = JETS + "The army's spokesman said on Monday that jets had hit a training camp at Gulu."
    *_, last = read_by_rules(document_of(text, "2031-05-14")).reports
    assert [s.span.of(text) for s in last.of(Field.WHERE)] == ["Gulu"]
    assert not list(last.of(Field.KILLED))
