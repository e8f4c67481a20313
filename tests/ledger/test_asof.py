"""What a ledger says as of a day: by what was published, or recorded, by then."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest

from tallystick.errors import NotFoundError
from tallystick.ledger import AsOf, Coverage, Ledger, Query
from tallystick.model.judgement import Verdict
from tallystick.model.statement import Field, Reading
from tallystick.model.values import CountRange, DatePrecision, PartialDate
from tests.builders import day, document, fact, hurt, judgement, reading, report, tally

URL = "https://news.example/1"
MAY = PartialDate(date(2024, 5, 1), date(2024, 5, 31), DatePrecision.MONTH, "May 2024")


def told(
    killed: int,
    published: str | PartialDate | None,
    *,
    publisher: str = "A",
    url: str | None = None,
) -> Reading:
    """A document on one attack and its toll."""
    text = f"A mine killed {killed} on Wednesday. The {killed + 7} attacks go on."
    doc = document(text, published=published, publisher=publisher, url=url, name=f"{publisher}.txt")
    dead = report(doc, "mine", fact(Field.WHEN, day("2024-05-01")), hurt(killed))
    return reading(doc, dead, tally(doc, f"{killed + 7} attacks", CountRange.exactly(killed + 7)))


def keep(ledger: Ledger, *readings: Reading, finished: bool = True) -> None:
    """A run of its own."""
    run = ledger.start_run("build")
    for each in readings:
        ledger.add(each, each.document.text.encode(), run=run)
    if finished:
        ledger.finish_run(run)


def join(ledger: Ledger, first: Reading, second: Reading, verdict: Verdict = Verdict.SAME) -> None:
    run = ledger.start_run("judge")
    ledger.record([judgement(first.reports[0], second.reports[0], verdict)], run=run)
    ledger.finish_run(run)


def on(iso: str) -> AsOf:
    return AsOf(known_on=date.fromisoformat(iso))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Every reading of the clock is an hour after the one before; gives those so far."""
    told: list[datetime] = []

    def tick() -> str:
        told.append(datetime(2024, 6, 1, 12, tzinfo=UTC) + timedelta(hours=len(told)))
        return told[-1].isoformat(timespec="seconds")

    monkeypatch.setattr("tallystick.ledger.store.utc_now", tick)
    return told


def test_only_what_was_published_by_then_counts(ledger: Ledger) -> None:
    first, second = told(2, "2024-05-02", publisher="A"), told(5, "2024-05-04", publisher="B")
    keep(ledger, first, second)
    join(ledger, first, second)
    (now,) = ledger.incidents()
    (then,) = ledger.as_of(on("2024-05-03")).incidents()
    assert (now.killed.high, then.killed.high) == (5, 2)
    assert then.id == now.id
    assert ledger.incidents(Query(as_known_on=date(2024, 5, 3))) == [then]
    assert ledger.as_of(on("2024-05-04")).incidents() == [now]  # that day is included
    assert ledger.as_of(on("2024-05-01")).incidents() == []


def test_documents_tallies_and_judgements_are_bounded_too(ledger: Ledger) -> None:
    first, second = told(2, "2024-05-02", publisher="A"), told(5, "2024-05-04", publisher="B")
    keep(ledger, first, second)
    join(ledger, first, second)
    then = ledger.as_of(on("2024-05-03"))
    assert then.documents() == then.documents(superseded=True) == [first.document]
    assert [r.document for r in then.readings()] == [first.document]
    assert then.tallies() == list(first.tallies)
    assert then.judgements() == []
    assert len(ledger.as_of(on("2024-05-04")).judgements()) == 1


def test_the_undated_are_left_out_and_counted(ledger: Ledger) -> None:
    keep(ledger, told(2, "2024-05-02"), told(3, None), told(4, MAY), told(5, "2025-01-01"))
    assert ledger.as_of(on("2024-05-30")).coverage() == Coverage(1, 4, 1)
    assert ledger.as_of(on("2024-05-31")).coverage() == Coverage(2, 4, 1)  # all of May is over
    assert ledger.coverage() == Coverage(4, 4, 0)


def test_the_text_that_was_current_then_stands(ledger: Ledger) -> None:
    old, new = told(2, "2024-05-02", url=URL), told(5, "2024-05-04", url=URL)
    keep(ledger, old, new)
    assert [i.killed.best for i in ledger.incidents()] == [5]
    assert [i.killed.best for i in ledger.as_of(on("2024-05-03")).incidents()] == [2]
    assert [i.killed.best for i in ledger.as_of(on("2024-05-04")).incidents()] == [5]


def test_a_corrected_day_of_publication_holds_for_every_day(ledger: Ledger) -> None:
    wrong, right = told(2, "2024-05-02"), told(2, "2024-05-04")
    keep(ledger, wrong, right)
    assert ledger.documents() == [right.document]
    assert ledger.as_of(on("2024-05-03")).documents() == []


def test_what_was_recorded_by_then(ledger: Ledger, clock: list[datetime]) -> None:
    first, second = told(2, "2024-05-02", publisher="A"), told(5, "2024-05-04", publisher="B")
    keep(ledger, first)  # 12:00 to 13:00
    keep(ledger, second)  # 14:00 to 15:00
    join(ledger, first, second)  # 16:00 to 17:00
    counts = [
        len(ledger.as_of(AsOf(recorded_on=clock[1] + timedelta(hours=h))).incidents())
        for h in (-1, 0, 1, 2, 3, 4)
    ]
    assert counts == [0, 1, 1, 2, 2, 1]
    at = clock[3]
    elsewhere = at.astimezone(timezone(timedelta(hours=3)))
    for moment in (at, at.replace(tzinfo=None), elsewhere):
        assert len(ledger.incidents(Query(as_recorded_on=moment))) == 2


def test_an_interrupted_run_counts_when_the_next_begins(
    ledger: Ledger, clock: list[datetime]
) -> None:
    keep(ledger, told(2, "2024-05-02"), finished=False)  # 12:00
    assert len(ledger.as_of(AsOf(recorded_on=clock[0])).documents()) == 1
    keep(ledger, told(3, "2024-05-03"))  # 13:00 to 14:00
    assert ledger.as_of(AsOf(recorded_on=clock[0])).documents() == []
    assert len(ledger.as_of(AsOf(recorded_on=clock[1])).documents()) == 1


def test_bounds_upon_bounds_are_the_stricter(ledger: Ledger) -> None:
    keep(ledger, told(2, "2024-05-02"), told(3, "2024-05-04"))
    early = ledger.as_of(on("2024-05-02"))
    assert early.as_of(on("2024-05-04")).documents() == early.documents()
    assert ledger.as_of(on("2024-05-04")).as_of(on("2024-05-02")).documents() == early.documents()
    assert early.incidents(Query(as_known_on=date(2024, 5, 4))) == early.incidents()
    assert not AsOf().bounded


def test_an_incident_of_later_says_so(ledger: Ledger) -> None:
    keep(ledger, told(2, "2024-05-02"))
    (incident,) = ledger.incidents()
    with pytest.raises(NotFoundError, match=f"no report of {incident.id} was there by then"):
        ledger.as_of(on("2024-05-01")).incident(incident.id[:9])
    with pytest.raises(NotFoundError, match="no incident i-0000"):
        ledger.as_of(on("2024-05-01")).incident("i-0000")


def test_a_view_is_what_a_ledger_of_those_documents_would_give(
    ledger: Ledger, tmp_path: Path
) -> None:
    readings = [told(n, f"2024-05-{n:02}", publisher=f"P{n}") for n in range(2, 8)]
    keep(ledger, *readings)
    for a, b in pairwise(readings):
        join(ledger, a, b)
    with Ledger.open(tmp_path / "small.ledger") as small:
        keep(small, *readings[:3])
        for a, b in pairwise(readings[:3]):
            join(small, a, b)
        assert small.incidents() == ledger.as_of(on("2024-05-04")).incidents()
