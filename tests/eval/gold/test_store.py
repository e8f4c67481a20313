from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from eval.gold.labels import (
    GoldAttribution,
    GoldDocument,
    GoldIncident,
    GoldStatement,
    GoldTally,
)
from eval.gold.store import (
    Split,
    decoded,
    encoded,
    load_labels,
    load_split,
    one_each,
    save_labels,
)

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
    PartialDate,
    PersonClass,
    Place,
    PlacePrecision,
    Target,
    TargetKind,
    WeaponUse,
)

VALUES = (
    (Field.WHEN, PartialDate(None, None, DatePrecision.FLOATING, weekday=2)),
    (Field.WHEN, PartialDate.day(date(2031, 5, 6))),
    (Field.WHERE, Place("", PlacePrecision.TOWN, country="SY", lat=36.5, lon=40.75)),
    (Field.ATTACKER, ActorRef("Islamic State")),
    (Field.TARGET, Target("", TargetKind.MARKET)),
    (Field.WEAPON, WeaponUse("rocket", CountRange(2, None))),
    (Field.OUTCOME, Outcome(Fate.INTERCEPTED, "drone", CountRange(None, 3))),
    (Field.KILLED, Casualties(CountRange(None, None), PersonClass.CIVILIANS)),
    (Field.OCCURRENCE, Standing.HAPPENED),
)
STATEMENTS = tuple(
    GoldStatement(field, value, Span(3, 9), Stance.CLAIMS, (Span(20, 25), Span(30, 31)))
    for field, value in VALUES
)
FULL = GoldDocument(
    "fakes:1",
    "A",
    (
        GoldIncident(
            "a",
            Standing.PREVENTED,
            (IncidentKind.MINE, IncidentKind.BOMBING),
            (Span(0, 4),),
            STATEMENTS,
            optional=True,
        ),
    ),
    (Span(5, 6),),
    (GoldAttribution(Span(0, 3), None, Span(9, 20)), GoldAttribution(*(Span(1, 2),) * 3)),
    (
        GoldTally(Span(0, 3), CountRange(106, 106)),
        GoldTally(
            Span(0, 3),
            CountRange(9, None),
            STATEMENTS[1].value,
            STATEMENTS[1].value,
            (Span(7, 8),),  # type: ignore[arg-type]
        ),
    ),
)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    assert decoded(json.loads(json.dumps(encoded(FULL)))) == FULL
    save_labels([FULL], tmp_path / "A.jsonl")
    assert list(load_labels(tmp_path)) == [FULL]


def test_spans_are_pairs() -> None:
    data = encoded(FULL)
    assert data["generic"] == [[5, 6]]
    assert data["incidents"][0]["statements"][0]["chain"] == [[20, 25], [30, 31]]


def test_no_words_of_the_document_are_kept() -> None:
    def kept(field: Field, value: Place | ActorRef) -> str:
        statement = GoldStatement(field, value, Span(3, 9))
        incident = GoldIncident("a", Standing.HAPPENED, (), (), (statement,))
        data = encoded(GoldDocument("fakes:1", "A", (incident,)))
        name: str = data["incidents"][0]["statements"][0]["value"]["name"]
        return name

    assert kept(Field.WHERE, Place("Ashmar", PlacePrecision.TOWN)) == ""
    assert kept(Field.ATTACKER, ActorRef("Jane Q. Fictive")) == ""
    assert kept(Field.ATTACKER, ActorRef("Islamic State")) == "Islamic State"
    assert kept(Field.ATTACKER, ActorRef("gunmen")) == "gunmen"


def test_lines_stand_in_the_order_of_the_documents(tmp_path: Path) -> None:
    save_labels([GoldDocument("b", "A"), GoldDocument("a", "A")], tmp_path / "A.jsonl")
    save_labels([GoldDocument("a", "B")], tmp_path / "B.jsonl")
    assert [(d.document, d.annotator) for d in load_labels(tmp_path)] == [
        ("a", "A"),
        ("b", "A"),
        ("a", "B"),
    ]
    assert list(load_labels(tmp_path / "nowhere")) == []


def test_of_two_annotators_the_first_by_name_counts() -> None:
    labels = [GoldDocument("b", "C"), GoldDocument("a", "D"), GoldDocument("b", "B")]
    assert one_each(labels) == [GoldDocument("a", "D"), GoldDocument("b", "B")]


def test_the_parts_share_no_document() -> None:
    split = load_split()
    assert not set(split.train) & set(split.test)
    assert set(split.twice) <= {*split.train, *split.test}
    assert split.part("test") == split.test
    assert split.part("train") == split.train
    assert len(set(split.train)) == len(split.train)


def test_texts_of_our_own_are_for_training_unless_the_split_says_otherwise() -> None:
    split = Split(("fakes:1",), ("fakes:2", "own:9"), ())
    assert split.holds("train", "own:1")
    assert not split.holds("test", "own:1")
    assert split.holds("test", "own:9")
    assert not split.holds("train", "own:9")
    assert not split.holds("train", "fakes:2")
    assert not split.holds("train", "fakes:3")
