"""Views are kept, and made anew when the file changes: no more of them than few."""

from __future__ import annotations

from pathlib import Path

from tallystick.ledger import Ledger
from tallystick.web import library as module
from tallystick.web.library import Library, View
from tests.builders import document, reading


def add(ledger: Path) -> None:
    new = document("A bomb went off in Hit on 1 May 2024.", name="new.txt", published="2024-05-02")
    with Ledger.open(ledger) as opened:
        opened.add(reading(new), new.text.encode(), run=opened.start_run("build"))


def test_a_view_is_made_once_and_anew_after_a_change(scene_ledger: Path) -> None:
    library = Library(scene_ledger)
    first = library.view()
    assert library.view() is first
    add(scene_ledger)
    assert len(library.view().readings) == len(first.readings) + 1


def test_no_more_views_are_kept_than_few(scene_ledger: Path) -> None:
    library = Library(scene_ledger)
    first = library.view()
    for percent in range(1, 10):
        library.view(View(min_confidence=percent / 100))
    assert len(library._held) == module._MOST
    assert library.view() is not first
