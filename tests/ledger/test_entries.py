"""What people add: it comes back, counts until it is withdrawn, and outlives every build."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tallystick import pipeline, review
from tallystick.errors import LedgerBusyError, LedgerError, NotFoundError, TallystickError
from tallystick.extract import read_by_rules
from tallystick.ledger import AsOf, Ledger, in_force, withdrawn
from tallystick.model.document import Span
from tallystick.model.entries import (
    Addition,
    Answer,
    Assessment,
    Body,
    Comment,
    CommentRule,
    Correction,
    Finding,
    Reply,
    Request,
    Ruling,
    Withdrawal,
)
from tallystick.model.ids import statement_id
from tallystick.model.judgement import PROGRAM, Verdict
from tallystick.model.statement import Field, Report, Statement
from tallystick.model.values import Casualties, CountRange, PersonClass
from tests.builders import NOON, document, entry, hurt, reading, report
from tests.scenes import red_hill
from tests.test_api import kept

TODAY = date(2024, 1, 1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    return kept(red_hill(), tmp_path / "scene.ledger")


def first_report(ledger: Ledger) -> Report:
    return ledger.incidents()[0].reports[0]


def misread(statement: Statement, number: int) -> Correction:
    """The same words with another number of persons."""
    assert isinstance(statement.value, Casualties)
    value = replace(statement.value, count=CountRange.exactly(number))
    span = Span(statement.span.start, statement.span.end - 1)
    what = (statement.report, statement.field, value, statement.stance, statement.chain, span)
    new = replace(statement, id=statement_id(*what), value=value, span=span, confidence=1.0)
    return Correction(statement.id, new, "the text has another number")


def missed(report: Report, number: int) -> Addition:
    """That so many were abducted, of which the reader had nothing."""
    like = next(report.of(Field.KILLED))
    value = Casualties(CountRange.exactly(number), PersonClass.FORCES)
    what = (report.id, Field.ABDUCTED, value, like.stance, like.chain, like.span)
    id = statement_id(*what)
    statement = replace(like, id=id, field=Field.ABDUCTED, value=value, confidence=1.0)
    return Addition(statement, "the next sentence says so")


def bodies(ledger: Ledger) -> list[Body]:
    report = first_report(ledger)
    killed = next(report.of(Field.KILLED))
    return [
        Assessment((report.id,), Finding.UNVERIFIABLE, "one source, no picture"),
        misread(killed, 1),
        Correction(next(report.of(Field.WHEN)).id, None, "the sentence is on another day"),
        Comment(report.id, "I live there; <b>nothing</b> happened."),
        Request(report.id, "the coalition", TODAY, "Was the base hit?"),
        missed(report, 2),
    ]


def test_every_kind_comes_back_as_it_was(scene: Path) -> None:
    with Ledger.open(scene) as ledger:
        told = [entry(body) for body in bodies(ledger)]
        assert ledger.decide(entries=told) == len(told)
        comment, request = told[3].id, told[4].id
        more = [
            entry(Ruling(comment, False, CommentRule.SUBJECT), by="Mo"),
            entry(Answer(request, Reply.DECLINES, "We do not comment.", TODAY)),
            entry(Withdrawal((told[0].id,))),
        ]
        ledger.decide(entries=more)
    with Ledger.open(scene, read_only=True) as ledger:
        assert ledger.entries() == [*told, *more]
        assert in_force(ledger.entries()) == [*told[1:], *more[:2]]
        assert withdrawn(ledger.entries()) == {told[0].id}


def test_the_same_entry_twice_is_one(scene: Path) -> None:
    with Ledger.open(scene) as ledger:
        same = entry(Comment(first_report(ledger).id, "once"))
        assert ledger.decide(entries=[same, same]) == 1
        assert ledger.decide(entries=[same]) == 0
        assert ledger.entries() == [same]


@pytest.mark.parametrize(
    "body",
    [
        Assessment(("r-none",), Finding.CONFIRMED, "x"),
        Correction("s-none", None, "x"),
        Comment("r-none", "x"),
        Ruling("e-none", True),
        Request("r-none", "x", TODAY),
        Answer("e-none", Reply.OTHER, "x", TODAY),
        Withdrawal(("e-none",)),
    ],
    ids=lambda body: type(body).__name__,
)
def test_what_names_something_that_is_not_there_is_refused_whole(scene: Path, body: Body) -> None:
    with Ledger.open(scene) as ledger:
        good = entry(Comment(first_report(ledger).id, "good"))
        with pytest.raises(NotFoundError, match="none"):
            ledger.decide(entries=[good, entry(body)])
        assert ledger.entries() == []


def test_a_rejection_names_the_rule_and_an_approval_none() -> None:
    with pytest.raises(ValueError, match="names the rule"):
        Ruling("e-1", False)
    with pytest.raises(ValueError, match="names the rule"):
        Ruling("e-1", True, CommentRule.ABUSE)


# -- corrections -----------------------------------------------------------------------


def test_a_correction_takes_the_place_of_what_was_misread_and_of_nothing_else(
    scene: Path,
) -> None:
    with Ledger.open(scene) as ledger:
        before = ledger.incidents()[0]
        wrong = next(s for s in before.of(Field.KILLED) if s.value.count.low == 5)  # type: ignore[union-attr]
        told = entry(misread(wrong, 6), by="Ana")
        ledger.decide(entries=[told])
        after = ledger.incidents()[0]
        assert after.killed.high == 6
        (new,) = [s for s in after.statements if s.by]
        assert (new.by, new.value.count.low) == ("Ana", 6)  # type: ignore[union-attr]
        assert wrong not in after.statements
        assert [s for s in after.statements if s != new] == [
            s for s in before.statements if s != wrong
        ]
        assert (
            ledger.report(wrong.report).statements
            == next(r for r in after.reports if r.id == wrong.report).statements
        )
        assert after.id == before.id
        again = entry(misread(new, 7), by="Ben", at=NOON + timedelta(hours=1))
        ledger.decide(entries=[again])
        assert ledger.incidents()[0].killed.high == 7
        ledger.decide(entries=[entry(Withdrawal((again.id,)))])
        assert ledger.incidents()[0].killed.high == 6
        ledger.decide(entries=[entry(Withdrawal((told.id,)))])
        assert ledger.incidents()[0] == before


def test_what_the_document_does_not_say_can_be_struck(scene: Path) -> None:
    with Ledger.open(scene) as ledger:
        wrong = next(ledger.incidents()[0].of(Field.TARGET))
        ledger.decide(entries=[entry(Correction(wrong.id, None, "it says no such thing"))])
        assert ledger.incidents()[0].targets == ()


def test_corrections_that_name_each_other_end(scene: Path) -> None:
    with Ledger.open(scene) as ledger:
        old = next(ledger.incidents()[0].of(Field.KILLED))
        there = misread(old, 9)
        assert there.statement
        back = Correction(there.statement.id, old, "no, as it was")
        ledger.decide(entries=[entry(there), entry(back, by="Ben")])
        assert next(s.value for s in ledger.incidents()[0].of(Field.KILLED)) == old.value


def test_what_the_reader_missed_is_added_until_that_is_withdrawn(scene: Path) -> None:
    with Ledger.open(scene) as ledger:
        before = ledger.incidents()[0]
        report = before.reports[0]
        two, three = (entry(missed(report, n), by="Ana") for n in (2, 3))
        ledger.decide(entries=[two, three])
        after = ledger.incidents()[0]
        assert (after.abducted.low, after.abducted.high) == (2, 3)
        assert [s.by for s in after.of(Field.ABDUCTED)] == ["Ana", "Ana"]
        assert [s for s in after.statements if not s.by] == list(before.statements)
        assert after.id == before.id
        ledger.decide(entries=[entry(Withdrawal((three.id,)))])
        assert ledger.incidents()[0].abducted.high == 2
        ledger.decide(entries=[entry(Withdrawal((two.id,)))])
        assert ledger.incidents()[0] == before


def test_what_was_added_is_withdrawn_not_corrected(scene: Path) -> None:
    with Ledger.open(scene) as ledger:
        body = missed(first_report(ledger), 2)
        ledger.decide(entries=[entry(body)])
        with pytest.raises(NotFoundError, match=body.statement.id):
            ledger.decide(entries=[entry(Correction(body.statement.id, None, "no"))])
        with pytest.raises(NotFoundError, match="r-none"):
            other = replace(body.statement, report="r-none")
            ledger.decide(entries=[entry(Addition(other, "x"))])


# -- judgements ------------------------------------------------------------------------


def test_a_judgement_that_is_withdrawn_gives_way_to_the_one_before(scene: Path) -> None:
    with Ledger.open(scene) as ledger:
        a, b = (r.id for r in ledger.incidents()[0].reports)
        made = review.judge(ledger, a, b, Verdict.DIFFERENT, why="two hills", by="Ana")
        assert len(ledger.incidents()) == 3
        ledger.decide(entries=[entry(Withdrawal(tuple(j.id for j in made.judgements)))])
        assert len(ledger.incidents()) == 2
        assert not any(j.by_person for j in ledger.judgements())
        assert [j.by for j in ledger.all_judgements(by_persons=True)] == ["Ana"]
        review.judge(ledger, a, b, Verdict.DIFFERENT, why="two hills", by="Ana")
        assert len(ledger.incidents()) == 3  # the same again, right after it was undone


def test_the_programs_judgement_cannot_be_withdrawn(scene: Path) -> None:
    with Ledger.open(scene) as ledger:
        (given,) = ledger.judgements()
        assert given.by == PROGRAM
        with pytest.raises(NotFoundError, match=given.id):
            ledger.decide(entries=[entry(Withdrawal((given.id,)))])


def test_a_decision_is_by_a_person_with_a_reason() -> None:
    with pytest.raises(TallystickError, match="reason"):
        review.entry(Assessment(("r-1",), Finding.CONFIRMED, " "), by="Ana")
    with pytest.raises(TallystickError, match="by a person"):
        review.entry(Comment("r-1", "x"), by=PROGRAM)
    first, second = (review.entry(Comment("r-1", "x"), by="Ana") for _ in range(2))
    assert first.id != second.id


# -- beside a build, and after one -------------------------------------------------------


def test_people_decide_while_a_build_holds_the_lock(path: Path) -> None:
    doc = document("Gunmen killed two in Hit.")
    with Ledger.open(path) as building:
        run = building.start_run("build")
        building.add(reading(doc, report(doc, "Gunmen", hurt(2))), doc.text.encode(), run=run)
        with pytest.raises(LedgerBusyError):
            Ledger.open(path)
        with Ledger.beside(path) as desk:
            desk.decide(entries=[entry(Comment(first_report(desk).id, "seen"))])
        other = document("Gunmen killed three in Anah.", name="b.txt")
        building.add(reading(other), other.text.encode(), run=run)
        building.finish_run(run)
        assert len(building.entries()) == 1
        assert len(building.documents()) == 2


def test_beside_wants_a_ledger_that_is_there_and_of_today(path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger here"):
        Ledger.beside(path)
    Ledger.open(path).close()
    db = sqlite3.connect(path)
    db.execute("DROP TRIGGER migrations_stay")
    db.execute("DELETE FROM migrations WHERE version > 5")
    db.commit()
    db.close()
    with pytest.raises(LedgerError, match="older tallystick"):
        Ledger.beside(path)


def test_an_interrupted_build_ends_with_the_next_command_not_with_a_decision(path: Path) -> None:
    doc = document("Gunmen killed two in Hit.")
    with Ledger.open(path) as ledger:
        run = ledger.start_run("build")  # and never ends
        ledger.add(reading(doc, report(doc, "Gunmen", hurt(2))), doc.text.encode(), run=run)
        ledger.decide(entries=[entry(Comment(first_report(ledger).id, "seen"))])
        ended = "SELECT started FROM runs WHERE id = 1"
        assert ledger.as_of(AsOf(recorded_on=EPOCH)).entries() == []
        assert len(ledger.entries()) == 1
    db = sqlite3.connect(path)
    db.execute("DROP TRIGGER runs_only_end")
    db.execute("UPDATE runs SET started = '2024-01-01T00:00:00+00:00' WHERE id = 1")
    db.execute("UPDATE runs SET started = '2024-01-02T00:00:00+00:00' WHERE id = 2")
    db.execute("INSERT INTO runs VALUES (3, 'build', '', '2024-01-03T00:00:00+00:00', NULL)")
    db.commit()
    assert db.execute(ended).fetchone()
    db.close()
    with Ledger.open(path, read_only=True) as ledger:
        second, third = (datetime(2024, 1, day, 12, tzinfo=UTC) for day in (2, 3))
        assert ledger.as_of(AsOf(recorded_on=second)).documents() == []
        assert len(ledger.as_of(AsOf(recorded_on=third)).documents()) == 1


def test_entries_outlive_a_build_and_do_not_change_what_is_linked(tmp_path: Path) -> None:
    """Corrected, then built on: the judgements are those of a ledger that was never corrected."""
    texts = {
        "a.txt": "Gunmen killed four policemen in Hit on 3 May 2024. The town was calm later.",
        "b.txt": "Four policemen were killed by gunmen in Hit on 3 May 2024, a doctor said.",
        "c.txt": "Attackers shot dead four policemen in Hit on 3 May 2024, the army said.",
    }
    folder = tmp_path / "articles"
    folder.mkdir()
    options = pipeline.Options(read=read_by_rules)
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(texts[name])
    with Ledger.open(tmp_path / "one.ledger") as one:
        pipeline.build([folder], one, options)
        report_ = first_report(one)
        when = next(report_.of(Field.WHEN))
        killed = next(report_.of(Field.KILLED))
        told = [entry(Correction(s.id, None, "misread")) for s in (when, killed)]
        one.decide(entries=told)
        (folder / "c.txt").write_text(texts["c.txt"])
        pipeline.build([folder], one, options)
        assert one.entries() == told
        assert when not in one.report(report_.id).statements
        with Ledger.open(tmp_path / "two.ledger") as two:
            pipeline.build([folder], two, options)
            pairs = {(j.a, j.b): (j.verdict, j.score) for j in two.judgements()}
            assert {(j.a, j.b): (j.verdict, j.score) for j in one.judgements()} == pairs
            assert pairs


def test_a_queue_forgets_what_was_assessed_until_another_report_joins(scene: Path) -> None:
    from tallystick.analyse.queue import queue

    with Ledger.open(scene) as ledger:
        (task, *_) = queue(ledger)
        reports = tuple(r.id for r in task.incidents[0].reports)
        assert len(reports) == 2
        partly = entry(Assessment(reports[:1], Finding.CONFIRMED, "seen"))
        ledger.decide(entries=[partly])
        assert task.ids in [t.ids for t in queue(ledger)]
        ledger.decide(entries=[entry(Assessment(reports, Finding.CONFIRMED, "seen"), by="Ben")])
        assert task.ids not in [t.ids for t in queue(ledger)]


def test_what_was_misread_can_still_be_seen(scene: Path) -> None:
    with Ledger.open(scene) as ledger:
        old = next(ledger.incidents()[0].of(Field.KILLED))
        first = misread(old, 8)
        assert first.statement
        ledger.decide(entries=[entry(first)])
        second = misread(replace(first.statement, by="Ana"), 9)
        ledger.decide(entries=[entry(second, by="Ben")])
        assert ledger.misread() == {
            old.id: old,
            first.statement.id: replace(first.statement, by="Ana"),
        }


def test_what_replaces_a_correction_that_was_undone_has_nothing_to_replace(scene: Path) -> None:
    with Ledger.open(scene) as ledger:
        old = next(ledger.incidents()[0].of(Field.KILLED))
        first = misread(old, 8)
        assert first.statement
        by_ana = replace(first.statement, by="Ana")
        undone = entry(first)
        ledger.decide(entries=[undone, entry(misread(by_ana, 9), by="Ben")])
        ledger.decide(entries=[entry(Withdrawal((undone.id,)))])
        assert old in ledger.incidents()[0].statements
        assert ledger.misread() == {by_ana.id: by_ana}


def test_a_snapshot_is_of_one_moment_whatever_a_build_writes(path: Path) -> None:
    first, second = (document(f"Gunmen killed {n} in Hit.", name=f"{n}.txt") for n in (2, 3))
    with Ledger.open(path) as building:
        run = building.start_run("build")
        building.add(reading(first), first.text.encode(), run=run)
        with Ledger.open(path, read_only=True) as reader:
            with reader.snapshot():
                assert reader.documents() == [first]
                building.add(reading(second), second.text.encode(), run=run)
                assert reader.documents() == [first]
            assert reader.documents() == [first, second]
