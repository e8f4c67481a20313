"""On whom the law lays an attack that a sentence tells of, by name."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.accused import accused
from tallystick.extract.actors.private_names import names
from tallystick.model.document import Span
from tallystick.model.statement import Stance
from tallystick.model.values import ActorRef
from tests.extract.incidents import reading, sides
from tests.extract.roles_reading import notes_of

LAID = [
    ("Ann Tarrow, 30, of Velm, was charged in the murder of a clerk.", {("Ann Tarrow", "blames")}),
    ("Ann Tarrow, who is from Velm, is sought in the shooting.", {("Ann Tarrow", "doubts")}),
    ("Mr. Tarrow is wanted for the robbery of a mill.", {("Tarrow", "doubts")}),
    ("Ann Tarrow faces two counts of murder.", {("Ann Tarrow", "blames")}),
    ("Ann Tarrow, accused of the bombing, fled.", {("Ann Tarrow", "blames")}),
    ("Ann Tarrow pleaded guilty to the bombing of a mill.", {("Ann Tarrow", "claims")}),
    (
        "Ann Tarrow, 30, and Lou Marn, 31, were convicted of the stabbing.",
        {("Ann Tarrow", "blames"), ("Lou Marn", "blames")},
    ),
    ("A warrant was issued on Monday for Ann C. Tarrow, 44.", {("Ann C. Tarrow", "blames")}),
    (
        "Police handed over a suspect in the bombings, Karim bin Oreh.",
        {("Karim bin Oreh", "doubts")},
    ),
    ("The suspected gunman, Lou Marn, was shot by deputies.", {("Lou Marn", "doubts")}),
    ("The gunman was identified as 31-year-old Lou Marn.", {("Lou Marn", "")}),
    ("Police believe that Ms. Marn committed the robbery.", {("Marn", "doubts")}),
    ("The court charged Lou Marn with the murder of a clerk.", {("Lou Marn", "blames")}),
    ("Lou Marn, 45, went on a rampage in a mill.", {("Lou Marn", "")}),
    ("Lou Marn told two officers that he had stabbed a clerk.", {("Lou Marn", "claims")}),
    (
        "Prosecutors allege that Ms. Tarrow and Mr. Marn killed a clerk.",
        {("Tarrow", "blames"), ("Marn", "blames")},
    ),
    ("Detectives concluded Lou Marn, a tailor, fired the shots.", {("Lou Marn", "blames")}),
    (
        "Men linked to Lou Marn, the banker who is accused of planning the bombing, left.",
        {("Lou Marn", "blames")},
    ),
    ("Velm wrote of Lou Marn, a man who stands convicted of murder.", {("Lou Marn", "blames")}),
    ("Lou Marn pleaded no contest to murder.", {("Lou Marn", "blames")}),
    ("The accused, named as Lou Marn, was ill.", {("Lou Marn", "blames")}),
    ("Lou Marn is the suspected killer.", {("Lou Marn", "doubts")}),
    ("Police arrested Lou Marn, 47, on charges of theft and battery.", {("Lou Marn", "blames")}),
    ("Lou Marn, wanted for breaking parole, killed three guards.", set()),
    ("Lou Marn pleaded not guilty to the murder of a clerk.", set()),
    ("Lou Marn told them he had not stabbed a clerk.", set()),
    ("Ann Tarrow, 30, of South Mill Avenue, was arrested for shoplifting.", set()),
    ("Lou Marn accused Ann Tarrow's lawyer of neglect after the killing.", set()),
    ("Police want to find a grey Velm Rover that is sought in the shooting.", set()),
    ("The suspect, Lou Marn said, had fled.", set()),
    ("Lou Marn appeared before the press over the charges in the shooting.", set()),
    ("Lou Marn appeared before a judge on charges of murder.", {("Lou Marn", "blames")}),
    ("Lou Marn wanted to write of the bombing.", set()),
]


@pytest.mark.parametrize(("text", "who"), LAID)
def test_on_whom_it_is_laid_by_name(text: str, who: set[tuple[str, str]]) -> None:
    notes = notes_of(text)
    found = list(accused(notes, notes.sentences[0].span))
    named = [d for d in found if d.span.of(text)[0].isupper()]
    assert {(d.span.of(text), d.stance.value if d.stance else "") for d in named} == who
    assert {d.value for d in named} <= {ActorRef("suspect")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Her former husband, Lou Marn, was charged with the murder.", ["Lou Marn"]),
        ("A woman who has accused Lou Marn of the murder left.", ["Lou Marn"]),
        ("Ann Tarrow had accused Lou Marn of the murder.", ["Lou Marn"]),
        ("A man who had since been accused of the murder left.", ["man"]),
        ("A baker is accused of slicing two people in the stabbing.", ["baker"]),
        ("A man wanted for the murder of two clerks was caught.", ["man"]),
        ("A man wanted for breaking his parole killed three guards.", []),
    ],
)
def test_a_noun_beside_the_name_is_no_second_one(text: str, who: list[str]) -> None:
    notes = notes_of(text)
    found = accused(notes, notes.sentences[0].span)
    assert [d.span.of(text).removeprefix("A ") for d in found] == who


def test_a_surname_is_known_once_it_was_told_in_full() -> None:
    text = "Ann Tarrow fled. On Monday Tarrow was charged with the murder. Velm was quiet."
    notes = notes_of(text)
    assert [s.of(text) for s in names(notes, notes.sentences[1].span)] == ["Tarrow"]
    assert not list(names(notes, notes.sentences[2].span))


def test_it_is_laid_in_the_part_that_tells_of_it() -> None:
    text = "Ann Tarrow was charged with the murder of a clerk, and a mill was bombed."
    notes = notes_of(text)
    (sentence,) = notes.sentences
    half = text.index(", and")
    assert list(accused(notes, sentence.span, Span(0, half)))
    assert not list(accused(notes, sentence.span, Span(half, len(text))))


def test_who_is_named_is_of_the_attack_though_no_group_is_known() -> None:
    text = (
        "A baker was shot dead in Ostrel on 4 May 2031. "
        "Ann Tarrow, 30, of Velm, was indicted last week in the shooting."
    )
    (report,) = reading(text).reports
    assert ("suspect", Stance.BLAMES) in sides(report)


def test_who_owns_up_is_the_source_of_that() -> None:
    text = "A baker was stabbed in Ostrel on 4 May 2031. Ann Tarrow admitted the stabbing."
    (report,) = reading(text).reports
    (own,) = [s for s in report.statements if s.stance is Stance.CLAIMS]
    assert own.value == ActorRef("suspect")
    assert own.chain[0].name == "Ann Tarrow"
