from __future__ import annotations

from datetime import date

import pytest
from eval.gold.labels import GoldDocument
from eval.gold.sheet import SheetError, compile_sheet, counted, day, find, place
from eval.gold.texts import GoldText

from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    DatePrecision,
    Fate,
    Outcome,
    PersonClass,
    Place,
    PlacePrecision,
    Target,
    TargetKind,
    WeaponUse,
)

TEXT = GoldText(
    "fakes:1",
    "A rocket attack hit Ashmar on Tuesday. A doctor told the Herald that the\n attack killed at "
    "least 16 people. The army denied the attack. It was a long day.",
)
TEXTS = {"fakes:1": TEXT, "fakes:2": GoldText("fakes:2", "A raid.")}


def words(ref: str) -> str:
    return find(TEXT, ref).of(TEXT.text)


def test_references_are_whole_words_of_a_sentence() -> None:
    assert find(TEXT, "1:rocket attack") == Span(2, 15)
    assert words("2:the attack") == "the\n attack"  # however the line is broken
    assert words("3:attack") == "attack"
    assert words("1:ASHMAR") == "Ashmar"  # where no other case is there
    with pytest.raises(SheetError, match="not in the sentence"):
        find(TEXT, "1:rock")
    with pytest.raises(SheetError, match="not in the sentence"):
        find(TEXT, "1:doctor")


def test_the_nth_and_the_stretch_from_to() -> None:
    text = GoldText("x", "The man saw the man. He left the man.")
    assert find(text, "1:man#2") == Span(16, 19)
    with pytest.raises(SheetError):
        find(text, "1:man#3")
    assert words("2:at least .. the attack") == "at least 16 people. The army denied the attack"
    assert find(text, "1:The .. man").of(text.text) == "The man"
    with pytest.raises(SheetError):  # the number is of the first words
        find(text, "1:saw .. man#2")
    assert words("1:A .. Ashmar") == "A rocket attack hit Ashmar"


@pytest.mark.parametrize("ref", ["rocket", "1:", "9:rocket", "0:rocket", "1: #2"])
def test_what_is_no_reference(ref: str) -> None:
    with pytest.raises(SheetError):
        find(TEXT, ref)


def test_days() -> None:
    assert day("2031-05-06").is_day
    may = day("2031-05")
    assert (may.start, may.end) == (date(2031, 5, 1), date(2031, 5, 31))
    assert day("2031-12").end == date(2031, 12, 31)
    assert day("2031").end == date(2031, 12, 31)
    span = day("2031-05-01..2031-05-06")
    assert (span.start, span.end) == (date(2031, 5, 1), date(2031, 5, 6))
    assert day("..2031-05-06").start is None
    assert (day("floating 2").weekday, day("floating").weekday) == (2, None)
    assert day("floating 2").precision is DatePrecision.FLOATING
    for wrong in ("2031-13", "Tuesday", "2031-05-06..2031-05-01", "floating Tuesday"):
        with pytest.raises(ValueError, match=r".+"):
            day(wrong)


def test_counts() -> None:
    assert counted("3") == CountRange(3, 3)
    assert counted("3-") == CountRange(3, None)
    assert counted("-3") == CountRange(None, 3)
    assert counted("2-3") == CountRange(2, 3)
    assert counted("?") == CountRange(None, None)
    for wrong in ("", "-", "many", "3+"):
        with pytest.raises(SheetError):
            counted(wrong)


def test_places() -> None:
    assert place("town SY 36.5 40.75", "Ashmar") == Place(
        "Ashmar", PlacePrecision.TOWN, country="SY", lat=36.5, lon=40.75
    )
    assert place("region - 36.5 40.75", "the Plain").country is None
    assert place("town", "Ashmar").lat is None
    for wrong in ("town 36.5 40.75", "town SY 36.5", "town Syria", "hamlet SY", "town SY 1 2 3"):
        with pytest.raises(ValueError, match=r".+"):
            place(wrong, "Ashmar")


def compiled(*lines: str) -> GoldDocument:
    taken = compile_sheet(["doc fakes:1", *lines], TEXTS, "A")
    assert not taken.errors
    assert len(taken.documents) == 1
    return taken.documents[0]


def test_an_incident_with_its_statements() -> None:
    document = compiled(
        "// a note",
        "incident a | happened | shelling/attack",
        "  mention 1:rocket attack",
        "  mention 2:attack",
        "  when 1:on Tuesday | 2031-05-06",
        "  where 1:Ashmar | town SY",
        "  weapon 1:rocket | rocket 2-",
        "  target 1:Ashmar | market",
        "  attacker 3:The army | | blames | 2:doctor > 2:Herald",
        "  killed 2:at least 16 people | 16- civilians | reports | 2:doctor",
        "  outcome 1:hit | hit rocket 3",
        "  occurrence 3:attack | happened | denies | 3:army",
        "incident b | planned | attack | optional",
        "  mention 3:attack",
    )
    first, second = document.incidents
    assert (first.standing, first.kinds, first.optional) == (
        Standing.HAPPENED,
        (IncidentKind.SHELLING, IncidentKind.ATTACK),
        False,
    )
    assert (second.standing, second.optional) == (Standing.PLANNED, True)
    assert [m.of(TEXT.text) for m in first.mentions] == ["rocket attack", "attack"]
    by_field = {s.field: s for s in first.statements}
    assert by_field[Field.WEAPON].value == WeaponUse("rocket", CountRange(2, None))
    assert by_field[Field.TARGET].value == Target("", TargetKind.MARKET)
    assert by_field[Field.OUTCOME].value == Outcome(Fate.HIT, "rocket", CountRange.exactly(3))
    assert by_field[Field.KILLED].value == Casualties(CountRange(16, None), PersonClass.CIVILIANS)
    assert by_field[Field.KILLED].stance is Stance.REPORTS
    attacker = by_field[Field.ATTACKER]
    assert (attacker.value, attacker.stance) == (ActorRef("The army"), Stance.BLAMES)
    assert [link.of(TEXT.text) for link in attacker.chain] == ["doctor", "Herald"]
    assert by_field[Field.OCCURRENCE].value is Standing.HAPPENED
    assert by_field[Field.WHEN].chain == ()


def test_the_rest_of_a_document() -> None:
    document = compiled(
        "generic 4:day",
        "said 2:doctor | - | 2:the attack killed .. people",
        "said 3:army | 3:denied | 3:the attack",
        "tally 2:16 people | 16 | since 2031-01-01 | until 2031-03-01 | 2:doctor",
        "tally 2:16 people | 16",
    )
    assert [s.of(TEXT.text) for s in document.generic] == ["day"]
    assert [a.cue is None for a in document.attributions] == [True, False]
    assert document.attributions[0].content.of(TEXT.text).endswith("16 people")
    full, bare = document.tallies
    assert full.since is not None
    assert full.since.start == date(2031, 1, 1)
    assert [link.of(TEXT.text) for link in full.chain] == ["doctor"]
    assert (bare.since, bare.until, bare.chain) == (None, None, ())


@pytest.mark.parametrize(
    "line",
    [
        "killed 1:nobody | 3",
        "killed 1:hit | 3 | reports | 2:doctor | more",
        "killed 1:hit | three",
        "killed 1:hit | 3 strangers",
        "weapon 1:rocket | catapult",
        "outcome 1:hit | hit catapult",
        "outcome 1:hit | hit rocket 3 4",
        "attacker 1:rocket | X | shouts",
        "injured",
        "said 1:rocket | 1:hit",
        "incident b | happened | nosuch",
        "incident b | happened | attack | maybe",
        "shouted 1:hit",
    ],
)
def test_a_line_that_cannot_be_taken_is_told_and_left_out(line: str) -> None:
    sheet = ["doc fakes:1", "incident a | happened | attack", "mention 1:attack", line]
    taken = compile_sheet(sheet, TEXTS, "A")
    assert len(taken.errors) == 1
    assert taken.errors[0].startswith("line 4: ")
    assert [(i.id, i.statements) for i in taken.documents[0].incidents] == [("a", ())]


def test_a_line_before_any_document_or_incident_is_told() -> None:
    taken = compile_sheet(["generic 1:attack", "doc fakes:1", "mention 1:attack"], TEXTS, "A")
    assert [e.split(":")[0] for e in taken.errors] == ["line 1", "line 3"]


def test_an_unknown_document_takes_nothing_else_with_it() -> None:
    sheet = ["doc fakes:1", "generic 1:attack", "doc fakes:9", "generic 1:x", "doc fakes:2"]
    taken = compile_sheet(sheet, TEXTS, "A")
    assert [d.document for d in taken.documents] == ["fakes:1", "fakes:2"]
    assert len(taken.errors) == 2


def test_an_incident_that_nothing_tells_of_loses_its_document_alone() -> None:
    sheet = ["doc fakes:1", "incident a | happened | attack", "doc fakes:2", "generic 1:raid"]
    taken = compile_sheet(sheet, TEXTS, "A")
    assert [d.document for d in taken.documents] == ["fakes:2"]
    assert len(taken.documents[0].generic) == 1
    assert "no mention" in taken.errors[0]


def test_of_a_document_that_comes_twice_the_later_counts_and_it_is_told() -> None:
    sheet = ["doc fakes:2", "doc fakes:2", "generic 1:raid"]
    taken = compile_sheet(sheet, TEXTS, "A")
    assert [len(d.generic) for d in taken.documents] == [1]
    assert "twice" in taken.errors[0]
