"""The library's face."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import tallystick as ts
from tallystick.ledger import Ledger
from tests.scenes import Scene, red_hill


def kept(scene: Scene, file: Path) -> Path:
    """The scene in a ledger of its own."""
    with Ledger.open(file) as ledger:
        run = ledger.start_run("build")
        ledger.add_many([(r, r.document.text.encode()) for r in scene.readings], run=run)
        ledger.record([scene.judgement], run=run)
        ledger.finish_run(run)
    return file


def test_a_frame_has_typed_columns() -> None:
    frame = ts.to_pandas(red_hill().incidents)
    assert list(frame["kind"]) == ["shelling", "bombing"]
    assert frame["date_start"][0] == pd.Timestamp("2023-12-08")
    assert frame["killed_high"].dtype == frame["killed_origins"].dtype == "Int64"
    assert frame["killed_high"].isna().tolist() == [False, True]
    assert frame["lat"].sum() == pytest.approx(67.14)


def test_a_frame_of_nothing_has_the_columns() -> None:
    assert len(ts.to_pandas([])) == 0
    assert "date_start" in ts.to_pandas([]).columns


def test_without_pandas_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ts.TallystickError, match=r"pip install 'tallystick\[pandas\]'"):
        ts.to_pandas([])


def test_a_ledger_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ts.LedgerError, match="tallystick build"):
        ts.open(tmp_path / "none.ledger")


def test_a_ledger_opened_for_reading_answers_queries(tmp_path: Path) -> None:
    with ts.open(kept(red_hill(), tmp_path / "a.ledger")) as ledger:
        assert len(ledger.incidents(ts.Query(place="Hit"))) == 1
        assert [t.count and t.count.best for t in ts.tallies(ledger)] == [2]


def test_the_library_asks_what_was_known_who_stands_behind_it_and_how_it_went(
    tmp_path: Path,
) -> None:
    with ts.open(kept(red_hill(), tmp_path / "a.ledger")) as ledger:
        early = ts.Query(as_known_on=date(2023, 12, 10))
        (known,) = ledger.incidents(early)
        assert ledger.as_of(ts.AsOf(known_on=date(2023, 12, 10))).incidents() == [known]
        now = ledger.incident(known.id)
        assert [len(ts.origins(i).all) for i in (known, now)] == [2, 4]
        assert [step.figure.high for step in ts.series(now, ts.Field.KILLED)] == [0, 5]


def test_announced_tallies_are_checked_and_drawn(tmp_path: Path) -> None:
    with ts.open(kept(red_hill(), tmp_path / "a.ledger")) as ledger:
        assert [c.apart for c in ts.check_tallies(ledger).checks] == [7]
        assert [c.rule.name for c in ts.check_tallies(ledger, ["claim"]).checks] == ["claim"]
        assert ts.plot_tallies(ledger, tmp_path / "a.png") == 1
        with pytest.raises(ts.RuleError, match="facility-strike"):
            ts.check_tallies(ledger, ["no such rule"])


def test_a_build_warns_of_what_it_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with pytest.warns(UserWarning, match=r"left out: .*empty\.txt: is empty"):
        ts.build(tmp_path, ledger=tmp_path / "a.ledger").close()


def test_a_persons_judgement_joins_and_parts(tmp_path: Path) -> None:
    file = kept(red_hill(ts.Verdict.UNSURE), tmp_path / "a.ledger")
    with ts.open(file, write=True) as ledger:
        a, b = (i.id for i in ledger.incidents() if i.kind is ts.IncidentKind.SHELLING)
        joined = ts.judge(ledger, a, b, ts.Verdict.SAME, why="one salvo", by="Ana")
        assert joined.together
        assert joined.judgements[0].why == "one salvo"
        with pytest.raises(ts.TallystickError, match="one incident; name two of its reports"):
            ts.judge(ledger, a, a, ts.Verdict.DIFFERENT, why="no")
        assert ledger.incident(a).id == ledger.incident(b).id == joined.first.id
        first, second = (r.id for r in joined.first.reports)
        parted = ts.judge(ledger, first, second, ts.Verdict.DIFFERENT, why="two salvos", by="Ben")
        assert not parted.together
        people = [j for j in ledger.judgements() if j.by_person]
        assert [j.by for j in people] == ["Ana", "Ben"]


@pytest.mark.parametrize(("why", "by"), [(" ", "Ana"), ("so", "program"), ("so", " ")])
def test_a_judgement_needs_a_reason_and_a_person(tmp_path: Path, why: str, by: str) -> None:
    with (
        ts.open(kept(red_hill(), tmp_path / "a.ledger"), write=True) as ledger,
        pytest.raises(ts.TallystickError),
    ):
        ts.judge(ledger, "r-1", "r-2", ts.Verdict.SAME, why=why, by=by)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        ts.nothing  # noqa: B018
    assert {"build", "open"} <= set(dir(ts))
