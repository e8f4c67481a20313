"""What goes into a ledger comes out as it was, and stays."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.errors import LedgerError, NotFoundError
from tallystick.ledger import Ledger
from tallystick.model.document import Document
from tallystick.model.entries import Comment
from tallystick.model.judgement import Verdict
from tallystick.model.statement import Field, Reading
from tallystick.model.values import CountRange, DatePrecision, PartialDate, WeaponUse
from tests.builders import document, entry, fact, hurt, judgement, reading, report, tally

NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)
TEXT = "Two rockets hit the base. On Sunday gunmen killed at least four. 12 attacks since May."


def sample(text: str = TEXT, **known: object) -> Reading:
    doc = document(text, retrieved=NOON, title="A title", **known)  # type: ignore[arg-type]
    sunday = PartialDate(None, None, DatePrecision.FLOATING, "On Sunday", 7)
    return reading(
        doc,
        report(doc, "gunmen", fact(Field.WHEN, sunday), hurt(CountRange(4, None), "at least four")),
        report(doc, "Two rockets", fact(Field.WEAPON, WeaponUse("rocket", CountRange.exactly(2)))),
        tally(doc, "12 attacks", CountRange.exactly(12)),
    )


def keep(ledger: Ledger, run: int, *readings: Reading) -> list[bool]:
    return [ledger.add(r, r.document.text.encode(), run=run) for r in readings]


def ids(documents: list[Document]) -> list[str]:
    return [d.id for d in documents]


def test_a_reading_comes_back_whole_in_the_order_of_the_text(ledger: Ledger, run: int) -> None:
    kept = sample(published="2023-12-08", url="https://news.example/1")
    assert keep(ledger, run, kept) == [True]
    (again,) = ledger.readings()
    assert again.document == kept.document
    assert again.reports == kept.reports[::-1]  # the rockets come first in the text
    assert again.tallies == kept.tallies == tuple(ledger.tallies())
    words = [s.value.text for r in again.reports for s in r.of(Field.WHEN)]  # type: ignore[union-attr]
    assert words == ["On Sunday"]
    assert ledger.documents() == [kept.document]


def test_the_same_document_twice_changes_nothing(ledger: Ledger, run: int, path: Path) -> None:
    kept = sample()
    assert keep(ledger, run, kept, kept) == [True, False]
    assert ledger.add_many([(kept, b"whatever")], run=run) == [False]
    assert ledger.has(kept.document.id)
    assert not ledger.has("d-elsewhere")
    with Ledger.open(path, read_only=True) as reader:  # what add returned from is on the disk
        assert len(reader.readings()) == 1


def test_a_batch_is_kept_whole_or_not_at_all(ledger: Ledger, run: int) -> None:
    good, bad = sample(), sample(TEXT + " More.")
    with pytest.raises(ValueError, match="not the bytes"):
        ledger.add_many([(good, TEXT.encode()), (bad, b"other bytes")], run=run)
    assert ledger.documents() == []
    assert keep(ledger, run, good) == [True]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tallystick.ledger.database._check_place", lambda *_: None)
        ledger = Ledger.open(Path(":memory:"))
    run = ledger.start_run("test")
    doc = document(text)
    ledger.add(Reading(doc), text.encode(), run=run)
    assert ledger.documents() == [doc]
    assert ledger.content(doc.sha256) == text.encode()
    ledger.close()


def test_half_characters_are_refused_by_the_documents_name(ledger: Ledger, run: int) -> None:
    doc = document("half \ud800", content=b"half", name="broken.jsonl#3")
    with pytest.raises(LedgerError, match=r"broken\.jsonl#3.*UTF-8"):
        ledger.add(Reading(doc), b"half", run=run)
    assert ledger.documents() == []


def test_content_is_checked_against_its_hash(path: Path) -> None:
    kept = sample()
    with Ledger.open(path) as ledger:
        keep(ledger, ledger.start_run("test"), kept)
        with pytest.raises(NotFoundError, match="0000"):
            ledger.content("0000")
    db = sqlite3.connect(path)
    db.execute("DROP TRIGGER contents_fixed")
    db.execute("UPDATE contents SET zlib = x'00'")
    db.commit()
    db.close()
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="damaged"):
        ledger.content(kept.document.sha256)


TABLES = [
    *("contents", "documents", "segments", "reports", "statements", "tallies", "judgements"),
    *("left_out", "supersessions", "migrations", "runs", "entries"),
]


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_changed_or_deleted(ledger: Ledger, run: int, path: Path, table: str) -> None:
    first, second = (
        sample(url="https://news.example/1"),
        sample("Other. " + TEXT, url="https://news.example/1"),
    )
    keep(ledger, run, first, second)
    ledger.record([judgement(first.reports[0], second.reports[0])], run=run)
    ledger.leave_out("empty.txt", "empty", run=run)
    ledger.decide(entries=[entry(Comment(first.reports[0].id, "a word"))])
    ledger.finish_run(run)
    db = sqlite3.connect(path)
    (column,) = db.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()
    for change in (f'UPDATE {table} SET "{column}" = "{column}"', f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match=f"append-only: {table}"):
            db.execute(change)
    db.close()


def test_runs_tell_what_was_left_out(ledger: Ledger, run: int) -> None:
    ledger.leave_out("empty.txt", "is empty", run=run)
    later = ledger.start_run("test again")
    assert later == run + 1
    assert ledger.left_out(run) == [("empty.txt", "is empty")]
    assert ledger.left_out(later) == []
    ledger.finish_run(run)
    with pytest.raises(LedgerError, match="append-only"):
        ledger.finish_run(run)


# ---- superseding

URL = "https://news.example/1"


def test_a_newer_text_at_one_address_supersedes_the_older(ledger: Ledger, run: int) -> None:
    old, new = sample(url=URL), sample("Update. " + TEXT, url=URL)
    keep(ledger, run, old, new)
    assert ids(ledger.documents()) == [new.document.id]
    assert ids(ledger.documents(superseded=True)) == [old.document.id, new.document.id]
    assert ledger.supersessions() == {(old.document.id, new.document.id)}
    assert [r.document.id for r in ledger.readings()] == [new.document.id]
    assert {t.document for t in ledger.tallies()} == {new.document.id}
    assert ledger.report(old.reports[0].id) == old.reports[0]  # the old one is still there


def test_an_older_version_that_comes_late_is_superseded_on_arrival(
    ledger: Ledger, run: int
) -> None:
    new = sample("Update. " + TEXT, url=URL, published="2024-01-02")
    old = sample(url=URL, published="2024-01-01")
    keep(ledger, run, new, old)
    assert ids(ledger.documents()) == [new.document.id]


def test_the_same_bytes_under_better_metadata_supersede(ledger: Ledger, run: int) -> None:
    bare = sample(publisher=None, published="2024-01-09")
    dated = sample(publisher="Paper", published="2024-01-01")
    renamed = sample(publisher="The Paper", published="2024-01-01")
    keep(ledger, run, bare, dated, renamed)
    assert ids(ledger.documents()) == [renamed.document.id]
    assert keep(ledger, run, bare) == [False]  # and reading it as before changes nothing
    assert ids(ledger.documents()) == [renamed.document.id]


def test_one_agencys_copy_in_two_papers_is_two_documents(ledger: Ledger, run: int) -> None:
    keep(ledger, run, sample(name="a.txt", publisher="A"), sample(name="b.txt", publisher="B"))
    assert len(ledger.documents()) == 2


# ---- judgements


def test_known_judgements_are_ignored_and_a_verdict_given_again_counts_anew(
    ledger: Ledger, run: int
) -> None:
    kept = sample()
    keep(ledger, run, kept)
    same = judgement(*kept.reports)
    unsure = judgement(*kept.reports, Verdict.UNSURE, 0.4)
    person = judgement(*kept.reports, Verdict.DIFFERENT, by="reader", at=NOON, why="two days apart")
    assert ledger.record([same, same], run=run) == 1
    assert ledger.record([person, unsure], run=run) == 2
    assert ledger.record([person, unsure], run=run) == 0
    assert ledger.judgements() == [same, person, unsure]
    assert ledger.record([same], run=run) == 1
    assert ledger.judgements() == [same, person, unsure, same]


def test_judgements_of_a_report_or_an_incident(ledger: Ledger, run: int) -> None:
    first, second = sample(), sample("Elsewhere. " + TEXT)
    keep(ledger, run, first, second)
    inside, across = judgement(*first.reports), judgement(first.reports[0], second.reports[0])
    doubt = judgement(first.reports[1], second.reports[1], Verdict.UNSURE, 0.4)
    ledger.record([inside, across, doubt], run=run)
    assert ledger.judgements(of=second.reports[0].id) == [across]
    alone = ledger.incident(second.reports[1].id)
    assert ledger.judgements(of=alone.id) == [doubt]


def test_a_judgement_on_a_report_that_is_not_here_is_refused(ledger: Ledger, run: int) -> None:
    with pytest.raises(NotFoundError, match="r-here"):
        ledger.record([judgement("r-here", "r-there")], run=run)


# ---- incidents


def test_incidents_follow_the_judgements(ledger: Ledger, run: int) -> None:
    first, second = sample(), sample("Elsewhere. " + TEXT)
    keep(ledger, run, first, second)
    assert len(ledger.incidents()) == 4
    gunmen, rockets = zip(first.reports, second.reports, strict=True)
    ledger.record([judgement(*gunmen), judgement(*rockets, Verdict.UNSURE, 0.4)], run=run)
    assert len(ledger.incidents()) == 3
    assert {r.id for r in ledger.incident(gunmen[0].id).reports} == {r.id for r in gunmen}
    doubted = ledger.incident(rockets[0].id)
    assert doubted.possible_duplicates == (ledger.incident(rockets[1].id).id,)
    undo = judgement(*gunmen, Verdict.DIFFERENT, by="reader", at=NOON + timedelta(days=1))
    ledger.record([undo], run=run)
    assert len(ledger.incidents()) == 4


def test_an_incident_is_found_by_what_a_person_types(ledger: Ledger, run: int) -> None:
    keep(ledger, run, sample())
    first, second = ledger.incidents()
    for typed in (first.id, first.id[:8], first.id[2:9], first.reports[0].id):
        assert ledger.incident(typed) == first
    with pytest.raises(NotFoundError, match=rf"several incidents begin with i-.*{second.id}"):
        ledger.incident("i-")
    with pytest.raises(NotFoundError, match=f"no incident .*{first.id}"):
        ledger.incident(first.id[:-2] + "zz")
    with pytest.raises(NotFoundError, match="no incident"):
        ledger.incident("")


def test_a_report_is_found_by_the_beginning_of_its_id(ledger: Ledger, run: int) -> None:
    kept = sample()
    keep(ledger, run, kept)
    assert ledger.report(kept.reports[0].id[:9]) == kept.reports[0]
    with pytest.raises(NotFoundError, match="several reports"):
        ledger.report("r-")
    with pytest.raises(NotFoundError, match="no report r-nothing"):
        ledger.report("r-nothing")
