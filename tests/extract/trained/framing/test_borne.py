"""By which means an attack was made is told by some word of the text."""

from __future__ import annotations

import pytest

from tallystick.extract import read
from tallystick.extract.trained.framing.borne import is_borne, is_of_one
from tallystick.model.document import Cover, Span
from tallystick.model.statement import Field
from tallystick.model.taxonomy import IncidentKind as Kind
from tallystick.model.values import Casualties, CountRange, PersonClass
from tests.extract.incidents import document_of

BARE = "The chancellor condemned the attack in Osk, in which nine people died on Friday."


@pytest.mark.parametrize(
    "kind", [Kind.AIR_STRIKE, Kind.SUICIDE_BOMBING, Kind.MINE, Kind.CHEMICAL_ATTACK, Kind.STABBING]
)
def test_a_bare_attack_bears_out_no_means(kind: Kind) -> None:
    assert not is_borne(BARE, kind)


def test_it_may_be_of_a_kind_that_names_no_means() -> None:
    assert is_borne(BARE, Kind.ATTACK)
    assert is_borne(BARE, Kind.MASSACRE)


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ("Two planes had circled over the town.", Kind.AIR_STRIKE),
        ("He had blown himself up at a stall.", Kind.BOMBING),
        ("The BOMBER was nineteen.", Kind.SUICIDE_BOMBING),
        ("The man was carrying knives.", Kind.STABBING),
        ("A lorry was driven into the crowd.", Kind.VEHICLE_RAMMING),
    ],
)
def test_a_word_anywhere_bears_it_out(more: str, kind: Kind) -> None:
    assert is_borne(f"{BARE} {more}", kind)


def test_a_word_of_another_attack_does_not() -> None:
    text = f"{BARE} A mine killed a herdsman near Velm."
    assert is_borne(text, Kind.MINE)
    assert not is_borne(text, Kind.MINE, Cover([Span(len(BARE), len(text))]))


def kinds(text: str) -> list[set[object]]:
    found = read(document_of(text, "2031-05-13")).reports
    return [{s.value for s in report.of(Field.KIND)} for report in found]


def test_the_means_of_what_is_told_next_is_no_kind_of_the_first() -> None:
    first, *_ = kinds(
        "Fighters attacked a camp at Osk on Sunday, killing ten soldiers. Earlier in the day a "
        "mine had killed two civilians on the road to Velm."
    )
    assert Kind.MINE not in first


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Gunmen killed a councillor outside his house.", True),
        ("Gunmen beheaded a councillor outside his house.", False),
    ],
)
def test_one_dead_is_no_massacre_unless_executed(text: str, one: bool) -> None:
    dead = Casualties(CountRange.exactly(1), PersonClass.PEOPLE)
    assert is_of_one(text, [Span(0, len(text))], [dead]) is one
    assert not is_of_one(text, [Span(0, len(text))], [Casualties(CountRange(2, None), dead.who)])


def test_a_single_killing_is_read_as_none() -> None:
    (found,) = kinds("Gunmen on Monday killed a councillor outside his house in Tripoli, Lebanon.")
    assert Kind.MASSACRE not in found
