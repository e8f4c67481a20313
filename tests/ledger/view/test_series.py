"""Casualty figures by day of publication."""

from __future__ import annotations

from datetime import date

from tallystick.ledger import consolidate, series
from tallystick.model.incident import Figure, Incident
from tallystick.model.statement import Field, Stance
from tallystick.model.values import CountRange
from tests.builders import Fact, document, fact, hurt, report
from tests.scenes import HIT


def incident(*papers: tuple[str | None, Fact]) -> Incident:
    docs = [
        document(f"Text {n}.", published=published, publisher=f"P{n}", name=f"{n}.txt")
        for n, (published, _) in enumerate(papers)
    ]
    told = [report(d, "Text", p[1]) for d, p in zip(docs, papers, strict=True)]
    return consolidate(told, {d.id: d for d in docs})


def test_a_toll_that_rises_is_a_series_that_ends_with_the_figure() -> None:
    found = incident(
        ("2024-05-03", hurt(9)),
        ("2024-05-01", hurt(2, by="police")),
        (None, hurt(4)),
        ("2024-05-01", hurt(CountRange(3, None))),
        ("2024-05-02", fact(Field.WHERE, HIT)),
    )
    steps = series(found, Field.KILLED)
    assert [(s.published and s.published.isoformat(), s.figure) for s in steps] == [
        ("2024-05-01", Figure(2, 3, None)),
        ("2024-05-03", Figure(2, 9, 9)),
        (None, Figure(2, 9, 9)),
    ]
    assert steps[-1].figure == found.killed
    assert [[t.count.low for t in s.told] for s in steps][1:] == [[9], [4]]
    (police,) = [t for t in steps[0].told if t.count.low == 2]
    assert [source.name for source in police.chain] == ["police", "P1"]
    assert police.document in {d.id for d in found.documents}


def test_a_day_that_only_denies_is_a_step() -> None:
    found = incident(
        ("2024-05-01", hurt(2)), ("2024-05-02", hurt(2, by="army", stance=Stance.DENIES))
    )
    first, second = series(found, Field.KILLED)
    assert (first.figure.low, second.figure.low) == (2, 0)
    assert second.told == ()
    assert second.published == date(2024, 5, 2)


def test_no_account_no_series() -> None:
    found = incident(("2024-05-01", hurt(2)))
    assert series(found, Field.INJURED) == ()
    assert len(series(found, Field.KILLED)) == 1
