"""A ledger that grew has the incidents of one built at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from eval.scale import reports as made_up

from tallystick.ledger import Ledger, Query
from tallystick.ledger.incidents import incidents_of
from tallystick.link import VERSION, Index
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Reading
from tests.builders import document, judgement, reading, report

Parts = Sequence[Sequence[Reading]]


def judged(ledger: Ledger, version: str = VERSION) -> int:
    run = ledger.start_run("build")
    return ledger.link(lambda shelf, new: Index(shelf).judge(new), version=version, run=run)


def grown(path: Path, parts: Parts) -> list[frozenset[str]]:
    """The incidents, as sets of report ids, of a ledger to which the parts came one by one."""
    for part in parts:
        with Ledger.open(path) as ledger:
            run = ledger.start_run("build")
            ledger.add_many([(r, r.document.text.encode()) for r in part], run=run)
            judged(ledger)
    with Ledger.open(path) as ledger:
        found = ledger.incidents(Query(standings=None))
    return sorted((frozenset(r.id for r in i.reports) for i in found), key=min)


def corpus(number: int) -> list[Reading]:
    """Made-up readings whose documents name the bytes that they stand for."""
    return [kept(each.reading) for each in made_up.told(number)]


def kept(read: Reading, url: str | None = None) -> Reading:
    sha256 = document(read.document.text).sha256
    return replace(read, document=replace(read.document, sha256=sha256, url=url))


@pytest.mark.parametrize("seed", range(3))
def test_a_ledger_that_grew_is_the_one_built_at_once(tmp_path: Path, seed: int) -> None:
    whole = corpus(120)
    once = grown(tmp_path / "once", [whole])
    Random(seed).shuffle(whole)
    assert grown(tmp_path / "grown", [whole[:70], whole[70:71], whole[71:]]) == once
    assert max(map(len, once)) > 3


def test_only_what_is_new_is_judged(path: Path) -> None:
    whole = corpus(60)
    grown(path, [whole])
    with Ledger.open(path) as ledger:
        before = len(ledger.judgements())
        assert judged(ledger) == 0
        shown: list[int] = []
        run = ledger.start_run("build")
        ledger.link(lambda _, new: iter(shown.append(len(new)) or ()), version=VERSION, run=run)  # type: ignore[func-returns-value]
        assert shown == [0]
        assert len(ledger.judgements()) == before


def test_another_version_of_linking_judges_all_anew(path: Path) -> None:
    grown(path, [corpus(60)])
    with Ledger.open(path) as ledger:
        before = len(ledger.judgements())
        assert judged(ledger, "another") == 0  # it comes to the same, which is not said twice
        assert len(ledger.judgements()) == before
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM linked_reports").fetchone() == (60,)


def test_a_judging_that_breaks_off_leaves_nothing_behind(path: Path) -> None:
    whole = corpus(20)
    with Ledger.open(path) as ledger:
        run = ledger.start_run("build")
        ledger.add_many([(r, r.document.text.encode()) for r in whole], run=run)

        def broken(shelf: object, new: Sequence[Reading]) -> object:
            yield from Index(shelf).judge(new)  # type: ignore[arg-type]
            raise RuntimeError("out of memory")

        with pytest.raises(RuntimeError, match="memory"):
            ledger.link(broken, version=VERSION, run=run)  # type: ignore[arg-type]
        assert ledger.judgements() == []
        assert judged(ledger) > 0


def test_two_reports_are_held_apart_only_while_a_third_ties_them() -> None:
    docs = [document(f"Rockets fell {n}.", name=f"{n}.txt") for n in range(5)]
    read = [reading(doc, report(doc, "Rockets")) for doc in docs]
    ids = [r.reports[0].id for r in read]

    def say(first: int, second: int, verdict: Verdict, score: float) -> Judgement:
        return judgement(*sorted((ids[first], ids[second])), verdict, score)

    chain = [say(n, n + 1, Verdict.SAME, 0.9) for n in range(3)]
    tied = [say(0, 4, Verdict.SAME, 0.86), say(3, 4, Verdict.SAME, 0.86)]
    apart = say(0, 3, Verdict.DIFFERENT, 0.01)
    assert len(incidents_of(read, [*chain, *tied, apart])) > 1
    assert len(incidents_of(read[:4], [*chain, *tied, apart])) == 1
    firm = judgement(*sorted((ids[0], ids[3])), Verdict.DIFFERENT, by="reader")
    assert len(incidents_of(read[:4], [*chain, firm])) == 2
