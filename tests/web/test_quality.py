"""The page on method has the figures of docs/quality.md, and no others."""

from __future__ import annotations

from pathlib import Path

from django.test import Client

from tallystick.web.quality import quality
from tests.web.pages import read

PAGE = Path(__file__).parents[2] / "docs" / "quality.md"


def documented() -> dict[str, tuple[str, ...]]:
    """What, and then aim, the shipped figure and two readers', of the first table."""
    table = PAGE.read_text(encoding="utf-8").partition("| | aim |")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    return {row[0]: (row[1], row[4].strip("*"), row[5]) for row in rows if len(row) > 5}


def test_the_figures_are_those_of_the_documentation() -> None:
    known = documented()
    assert len(quality().figures) > 10
    for figure in quality().figures:
        assert known[figure.what] == (figure.aim, figure.ships, figure.readers)


def test_the_worst_come_first() -> None:
    ships = [float(figure.ships) for figure in quality().figures]
    assert ships == sorted(ships)


def test_the_page_shows_them_all(client: Client) -> None:
    words = read(client, "/method/").words
    assert all(f"{figure.what} {figure.ships}" in words for figure in quality().figures)
