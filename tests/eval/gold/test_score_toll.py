from __future__ import annotations

from collections.abc import Sequence

import pytest
from eval.gold.score_told import Told
from eval.gold.score_toll import main_count, same_best, same_toll, totals_of

from tallystick.model.statement import Field
from tallystick.model.values import PersonClass
from tests.builders import hurt
from tests.eval.gold.cases import dead, gold, judged, label, labelled, seen

PEOPLE, FORCES, CIVILIANS, CHILDREN = (
    PersonClass.PEOPLE,
    PersonClass.FORCES,
    PersonClass.CIVILIANS,
    PersonClass.CHILDREN,
)
Row = tuple[int | None, int | None, PersonClass, str]  # low, high, who, by whom
PLACES = ("16 people", "several others", "two farmers", "a bomb")  # where the counts stand


def told(rows: Sequence[Row]) -> Told:
    """An incident with these counts of killed, each at a place of its own."""
    said = (
        label(Field.KILLED, dead(low, high, who), words, by=(by,) if by else ())
        for (low, high, who, by), words in zip(rows, PLACES, strict=False)
    )
    return judged(labelled(gold("mortar attack", *said))).missed[0]


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ([(16, None, PEOPLE, ""), (18, 18, PEOPLE, "doctor")], (18, 18)),  # both can hold
        ([(16, 16, PEOPLE, ""), (18, 18, PEOPLE, "doctor")], (16, 18)),  # rivals
        ([(18, 18, PEOPLE, ""), (16, 16, PEOPLE, "")], (18, 18)),  # one source: a part
        ([(50, 50, PEOPLE, ""), (10, 10, PEOPLE, "police")], (50, 50)),  # too few for a rival
        ([(16, 16, PEOPLE, "doctor"), (9, 9, FORCES, "police")], (16, 16)),  # among people
        ([(21, None, CIVILIANS, "doctor"), (5, 5, CHILDREN, "police")], (21, None)),
        ([(9, 9, FORCES, ""), (3, 3, CIVILIANS, "")], None),  # besides each other
        ([(None, None, PEOPLE, "")], None),
        ([(None, None, PEOPLE, ""), (None, 40, PEOPLE, "")], (None, 40)),
        ([], None),
    ],
)
def test_the_largest_count_is_the_whole_where_the_others_fit(
    rows: Sequence[Row], total: tuple[int | None, int | None] | None
) -> None:
    assert main_count(told(rows), Field.KILLED) == total


def test_only_labels_are_read_plainly() -> None:
    rows = [(21, None, CIVILIANS, "doctor"), (5, 5, CHILDREN, "police")]
    assert (21, None) in totals_of(told(rows), Field.KILLED)
    report = seen(
        "mortar attack",
        hurt(21, "killed 16 people", who=CIVILIANS, by="a doctor"),
        hurt(5, "several others", who=CHILDREN, by="police"),
    )
    read = judged(labelled(), report).false[0]
    assert len(totals_of(read, Field.KILLED)) == 1


def test_a_toll_and_its_best_figure() -> None:
    wanted = told([(16, None, PEOPLE, "")])
    open_, closed = told([(16, None, PEOPLE, "doctor")]), told([(16, 16, PEOPLE, "doctor")])
    assert same_toll(wanted, open_, Field.KILLED)
    assert not same_toll(wanted, closed, Field.KILLED)
    assert same_best(wanted, closed, Field.KILLED)
    assert not same_best(wanted, told([(17, 17, PEOPLE, "doctor")]), Field.KILLED)
    assert same_toll(wanted, open_, Field.INJURED)  # neither tells of any
