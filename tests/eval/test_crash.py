"""A build that is killed loses nothing that it acknowledged, and ends up the same."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from eval import crash
from tallystick.ledger import Ledger
from tests.builders import document, reading


def test_three_kills_lose_nothing(tmp_path: Path) -> None:
    trial = crash.Trial(tmp_path, texts=48, seed=1, plain=True)
    tally = trial.run(3)
    assert tally.kills == 3
    assert tally.compared == 1
    assert (tally.lost, tally.unequal) == (0, 0)


def test_a_loss_would_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "test.ledger"
    doc = document("Two died.")
    with Ledger.open(path) as ledger:
        ledger.add(reading(doc), b"Two died.", run=ledger.start_run("build"))
    whole = crash.rows(path)
    assert crash.kept(path) == {doc.id}
    db = sqlite3.connect(path)
    db.execute("DROP TRIGGER documents_stay")
    db.execute("DROP TRIGGER segments_stay")
    db.execute("DELETE FROM segments")
    db.execute("DELETE FROM documents")
    db.commit()
    db.close()
    assert crash.kept(path) == set()
    assert crash.rows(path) != whole


def test_figures_name_what_was_counted() -> None:
    tally = crash.Tally(kills=3, acknowledged=40, lost=1, compared=1, moments=[0.1, 0.5])
    values = {f.name: f.value for f in crash.figures(tally)}
    assert values == {"kills": 3, "acknowledged": 40, "lost": 1, "compared": 1, "unequal": 0}
