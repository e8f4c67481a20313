"""One party under one name, however a document names it."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.parties import one_name
from tallystick.extract.drafts import Draft
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef, Target
from tests.extract.incidents import incidents, sides

REPORTS = Stance.REPORTS


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Syrian government raids on a market in Homs killed nine people on Monday. "
            "The attack by the Syrian army lasted an hour.",
            {("Syrian military", REPORTS)},
        ),
        (
            "Russian raids on a market in Homs killed nine people on Monday. "
            "The strikes carried out by the Russian army lasted an hour.",
            {("Russian military", REPORTS)},
        ),
        (
            "On Monday the Nusra Front attacked a checkpoint in Homs. "
            "The militants killed four soldiers in the attack.",
            {("Nusra Front", REPORTS)},
        ),
    ],
)
def test_names_of_one_party_are_one(text: str, wanted: set[tuple[str, Stance]]) -> None:
    (report,) = incidents(text, "2016-05-03")
    assert sides(report) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Regime and Russian strikes on Homs killed ten people on Monday.", {"Regime", "Russia"}),
        (
            "Strikes by the Syrian army and the Russian army on Homs killed ten on Monday.",
            {"Syrian military", "Russian military"},
        ),
        (
            "Rebels and the Nusra Front attacked a checkpoint in Homs on Monday.",
            {"Rebels", "Nusra Front"},
        ),
    ],
)
def test_two_parties_stay_two(text: str, wanted: set[str]) -> None:
    (report,) = incidents(text, "2016-05-03")
    assert {name for name, _ in sides(report)} == wanted


def test_a_coalition_is_the_one_that_is_named() -> None:
    text = "Coalition halts raid. Jets of the US-led coalition bombed a post."
    words = (("Coalition", "coalition"), ("US-led coalition", "us-led-coalition"))
    spans = [Span(text.index(name), text.index(name) + len(name)) for name, _ in words]
    drafts = [
        Draft(Field.ATTACKER, ActorRef(name, id), span)
        for (name, id), span in zip(words, spans, strict=True)
    ]
    found = one_name(text, drafts)
    assert {d.value for d in found} == {ActorRef("US-led coalition", "us-led-coalition")}
    assert [d.span for d in found] == spans


def test_who_is_cleared_keeps_the_name() -> None:
    text = (
        "Strikes by the Syrian army on Homs killed ten people on Monday. "
        "The Syrian government denied any involvement."
    )
    (report,) = incidents(text, "2016-05-03")
    assert ("Syrian government", Stance.DENIES) in sides(report)


def _draft(text: str, field: Field, words: str) -> Draft:
    at = text.index(words)
    value = Target(words) if field is Field.TARGET else ActorRef(words)
    return Draft(field, value, Span(at, at + len(words)))


def test_what_was_hit_did_not_do_it() -> None:
    text = "An army patrol hit a mine laid by rebels."
    patrol, rebels = (_draft(text, Field.ATTACKER, w) for w in ("army patrol", "rebels"))
    target = _draft(text, Field.TARGET, "An army patrol")
    assert one_name(text, [patrol, rebels, target]) == [rebels, target]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("A bomb hit a checkpoint of the guards.", ["a checkpoint"]),
        ("A bomb hit a checkpoint and the guards.", ["a checkpoint", "the guards"]),
    ],
)
def test_whose_a_target_is_is_no_second_target(text: str, kept: list[str]) -> None:
    drafts = [_draft(text, Field.TARGET, w) for w in ("a checkpoint", "the guards")]
    values = [d.value for d in one_name(text, drafts)]
    assert [v.name for v in values if isinstance(v, Target)] == kept


@pytest.mark.parametrize(
    ("text", "who", "name"),
    [
        ("Drones of the Prime Minister's task force hit it.", "Prime Minister",
         "Prime Minister's task force"),
        ("The interior minister’s special police shelled it.", "The interior minister",
         "interior minister’s special police"),
        ("The president's guards fired.", "president", "president's guards"),
        ("The president's order was carried out by men.", "president", "government"),
        ("The rebels' men shelled it.", "rebels", "government"),
    ],
)  # fmt: skip
def test_an_office_holders_men_are_who_did_it(text: str, who: str, name: str) -> None:
    at = text.index(who)
    told = Draft(Field.ATTACKER, ActorRef("government", "government"), Span(at, at + len(who)))
    (found,) = one_name(text, [told])
    assert isinstance(found.value, ActorRef) and found.value.name == name


def test_an_ally_told_of_in_one_breath_is_not_accused() -> None:
    text = "American and British warplanes bombed a depot at Mosul, the Pentagon said."
    found = {s.stance for r in incidents(text) for s in r.of(Field.ATTACKER)}
    assert found == {Stance.CLAIMS, REPORTS}
