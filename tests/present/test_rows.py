"""Tables that fit the width of the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tallystick.present.rows import Column, FittingTable, Narrow

KINDS, PLACES = ("bombing", "armed assault"), ("Maro airport, XA", "a crowded bus station")
WHO = ("claimed: Revolutionary Movement of Maro", "?")
TABLE = FittingTable(
    (
        Column("Id", ("i-45e99f", "i-95d664"), whole=True),
        Column("Date", ("2031-10-23", "2031-11-16..12-19"), whole=True),
        Column("Place", PLACES, narrow=Narrow.UNDER),
        Column("What", KINDS),
        Column("Who", WHO),
        Column("Killed", ("161–241", ""), number=True),
        Column("Origins", ("5", "1"), number=True, narrow=Narrow.GONE),
        Column("Contested", ("killed", ""), narrow=Narrow.LABELLED),
    ),
    main="What",
)


def drawn(width: int, table: FittingTable = TABLE) -> list[str]:
    console = Console(width=width)
    with console.capture() as captured:
        console.print(table)
    return [line.rstrip() for line in captured.get().splitlines() if line.strip()]


def test_where_there_is_room_all_columns_stand_side_by_side() -> None:
    head, _, first, *_ = drawn(140)
    assert head.split() == [
        *("Id", "Date", "Place", "What", "Who", "Killed", "Origins", "Contested"),
    ]
    assert re.split(r"\s{2,}", first.strip())[2:4] == ["Maro airport, XA", "bombing"]


def test_where_there_is_little_some_stand_under_the_main_one() -> None:
    head, _, *lines = drawn(80)
    assert head.split() == ["Id", "Date", "What", "Who", "Killed"]
    under = [line[head.index("What") : head.index("Who")].strip() for line in lines]
    assert under[:3] == ["bombing", "Maro airport, XA", "contested: killed"]
    assert "contested:" not in "".join(under[3:])  # of the other incident there is no contest


@given(st.integers(min_value=74, max_value=180))
def test_no_word_is_broken_and_no_line_is_too_long(width: int) -> None:
    lines = drawn(width)
    assert max(map(len, lines)) <= width
    words = set(" ".join(lines).split())
    assert words >= {word for cell in (*KINDS, *PLACES, *WHO) for word in cell.split()}
    assert {"i-95d664", "2031-11-16..12-19"} <= words


@pytest.mark.parametrize(
    ("width", "days"), [(80, ("2031-12-30..", "2032-01-16")), (140, ("2031-12-30..2032-01-16",))]
)
def test_long_periods_and_figures_push_no_column_out(width: int, days: tuple[str, ...]) -> None:
    toll = ("1,161–1,241", "")
    announced = FittingTable(
        (
            Column("From", ("2031-12-30..2032-01-16", ""), whole=True),
            Column("As of", ("2031-12-30..2032-01-16", ""), whole=True),
            Column("What", KINDS),
            Column("Killed", toll, number=True),
            Column("Injured", toll, number=True),
        ),
        main="What",
    )
    head, _, *lines = drawn(width, announced)
    assert head.split() == ["From", "As", "of", "What", "Killed", "Injured"]
    for cell in (*days, "bombing", "assault", "1,161–1,241"):
        assert cell in " ".join(lines).split()


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_table_without_rows_has_its_head(width: int) -> None:
    empty = FittingTable([Column("What", ()), Column("Why", (), narrow=Narrow.UNDER)], main="What")
    assert "What" in drawn(width, empty)[0]
