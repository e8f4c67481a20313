"""Views are kept and brought up to date: whole, as if made from nothing, no more than few."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from tallystick.errors import LedgerError
from tallystick.ledger import Growing, Ledger, Query
from tallystick.model.entries import Comment
from tallystick.model.statement import Reading
from tallystick.web import library as module
from tallystick.web.library import Holdings, Library, View
from tests.builders import document, entry, hurt, reading, report
from tests.ledger.test_growing import Hand


def new(number: int = 0) -> Reading:
    words = f"A bomb killed {number + 1} in Hit on 1 May 2024."
    doc = document(words, name=f"{number}.txt", published="2024-05-02")
    return reading(doc, report(doc, "bomb", hurt(number + 1)))


def add(ledger: Path, *readings: Reading) -> None:
    with Ledger.open(ledger) as opened:
        run = opened.start_run("build")
        opened.add_many([(r, r.document.text.encode()) for r in readings or [new()]], run=run)


def test_a_view_is_made_once_and_anew_after_a_change(scene_ledger: Path) -> None:
    library = Library(scene_ledger)
    first = library.view()
    assert library.view() is first
    add(scene_ledger)
    assert len(library.view().readings) == len(first.readings) + 1


def test_what_is_no_change_makes_no_new_view(scene_ledger: Path) -> None:
    library = Library(scene_ledger)
    first = library.view()
    with Ledger.open(scene_ledger) as ledger:
        ledger.finish_run(ledger.start_run("build"))
    assert library.view() is first


def test_no_more_views_are_kept_than_few(scene_ledger: Path) -> None:
    library = Library(scene_ledger)
    first = library.view()
    for number in range(1, 10):
        library.view(View(min_confidence=number / 100))
        library.view(View(as_known_on=date(2023, 12, number)))
    assert len(library._shelves) == module._MOST
    assert len(library._held) <= module._MOST
    assert library.view() is first  # that of everything stays


# -- brought up to date, it is as if made from nothing ------------------------------------

VIEWS = [View(), View(min_confidence=0.5), View(as_known_on=date(2024, 5, 25))]
QUERIES = [Query(place="north"), Query(contested=True), Query(since=date(2024, 5, 1))]


def told(holdings: Holdings) -> list[object]:
    """All that pages ask of it."""
    columns = holdings.columns
    return [
        {id: list(getattr(holdings, id)) for id in ("incidents", "judgements", "entries")},
        {**holdings.readings}, {**holdings.documents}, {**holdings.misread},
        holdings.supersessions, holdings.coverage, holdings.by_id, holdings.by_report,
        {**holdings.by_document}, holdings.effective, holdings.tasks, holdings.choices,
        {key: entry.roles for key, entry in holdings.actors.items()}, holdings.places,
        holdings.id_digits, holdings.checks, holdings.conflicts, columns.pairs,
        [columns.matching(query).tolist() for query in QUERIES],
        columns.weapons.counts, columns.wheres.counts, columns.told.tolist(),
    ]  # fmt: skip


def test_brought_up_to_date_it_is_as_if_made_from_nothing(tmp_path: Path) -> None:
    path = tmp_path / "room.ledger"
    with Ledger.open(path) as ledger:
        library, hand = Library(path), Hand(ledger, 3)
        for step in range(40):
            hand.act()
            if step % 4 != 1:
                for view in VIEWS:
                    assert told(library.view(view)) == told(Library(path).view(view))


def test_a_view_that_one_has_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "room.ledger"
    with Ledger.open(path) as ledger:
        library, hand = Library(path), Hand(ledger, 4)
        had = []
        for _ in range(25):
            hand.act()
            had.append((library.view(), repr(told(library.view()))))
        assert [repr(told(holdings)) for holdings, _ in had] == [before for _, before in had]


def test_another_ledger_in_the_place_of_the_first_is_read_whole(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.ledger", tmp_path / "theirs.ledger"
    for path, seed in ((ours, 1), (theirs, 2)):
        with Ledger.open(path) as ledger:
            hand = Hand(ledger, seed)
            for _ in range(12):
                hand.act()
    library = Library(ours)
    library.view()
    shutil.copy(theirs, ours)
    assert told(library.view()) == told(Library(theirs).view())


def test_a_ledger_that_has_gone_is_told_and_read_when_it_is_back(scene_ledger: Path) -> None:
    library = Library(scene_ledger)
    before = library.view()
    away = scene_ledger.with_name("away")
    scene_ledger.rename(away)
    with pytest.raises(LedgerError):
        library.view()
    away.rename(scene_ledger)
    assert told(library.view()) == told(before)


# -- while another is being made ----------------------------------------------------------


@pytest.fixture
def slow(scene_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library that is kept up, and takes longer than readers are to wait."""
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    library = Library(scene_ledger)
    library._kept_up, library._took = True, 1.0
    library.view()
    return library


def test_who_asks_meanwhile_gets_the_last_view(slow: Library) -> None:
    first = slow.view()
    add(slow.path)
    assert slow.view() is first
    slow.renew()
    assert len(slow.view().readings) == len(first.readings) + 1


def test_who_has_written_sees_it_at_once(slow: Library) -> None:
    bounded = View(as_known_on=date(2024, 1, 1))
    slow.view(bounded)
    comment = entry(Comment(slow.view().incidents[0].reports[0].id, "I was there."))
    with Ledger.beside(slow.path) as ledger:
        ledger.decide(entries=[comment])
    slow.catch_up()
    assert [e.id for e in slow.view().entries] == [comment.id]
    assert [e.id for e in slow.view(bounded).entries] == [comment.id]


def test_one_making_serves_all_who_wrote_before_it_began(
    slow: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, make = list[int](), Library._read

    def counted(library: Library, day: date | None) -> Growing:
        made.append(len(waiting))
        return make(library, day)

    monkeypatch.setattr(Library, "_read", counted)
    waiting = [Thread(target=slow.catch_up) for _ in range(5)]
    with slow._making:
        add(slow.path)
        for each in waiting:
            each.start()
        sleep(0.5)  # until all of them wait
        assert made == []
    for each in waiting:
        each.join()
    assert len(made) == 1
    assert len(slow.view().readings) == 3


def test_readers_do_not_wait_for_who_writes(slow: Library) -> None:
    first = slow.view()
    add(slow.path)
    with slow._making:
        assert slow.view() is first


def test_nobody_is_left_with_the_last_view_of_a_ledger_that_has_gone(slow: Library) -> None:
    slow.path.rename(slow.path.with_name("away"))
    slow.renew()
    with pytest.raises(LedgerError):
        slow.view()


def test_nobody_sees_half_a_change(scene_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While pairs of documents come in, every view has whole pairs, and is all of one state."""
    monkeypatch.setattr(module, "_PAUSE", 0.01)
    library = Library(scene_ledger)
    before = len(library.view().readings)
    Thread(target=library.keep_up, daemon=True).start()
    done, wrong, seen = False, list[str](), set[int]()

    def look() -> None:
        while not done:
            holdings = library.view()
            seen.add(len(holdings.readings))
            reports = {r.id for i in holdings.incidents for r in i.reports}
            read = {r.id for each in holdings.readings.values() for r in each.reports}
            if (len(holdings.readings) - before) % 2 or reports != read:
                wrong.append(f"{len(holdings.readings)} documents")
            if len(holdings.columns.kinds.counts) and holdings.coverage.held != len(
                holdings.readings
            ):
                wrong.append("another state")

    readers = [Thread(target=look) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(0, 40, 2):
        add(scene_ledger, new(number), new(number + 1))
        sleep(0.02)
    done = True
    for reader in readers:
        reader.join()
    assert wrong == []
    assert len(seen) > 3
    until = monotonic() + 60  # a busy machine's view may be some changes behind
    while len(library.view().readings) < before + 40 and monotonic() < until:
        sleep(0.02)
    assert len(library.view().readings) == before + 40
