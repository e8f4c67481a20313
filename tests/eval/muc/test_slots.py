from __future__ import annotations

from dataclasses import replace
from datetime import date

from eval.common import Rates
from eval.muc.slots import further
from eval.muc.templates import Filler, Template

DAY = date(1990, 5, 3)
KEY = Template(
    "ATTACK",
    (
        Filler("PerpOrg", ("red front", "rf"), confidence="POSSIBLE / REPORTED AS FACT"),
        Filler("Victim", ("ana ruiz",), effect="DEATH", number="1"),
        Filler("Described", ("guards",), effect="INJURY", number="~12"),
    ),
    "ATTEMPTED",
    (DAY, DAY),
    ("PERU", "NAZCA"),
)


def rates(given: Template, wanted: Template, slot: str) -> Rates:
    return further([([given], [wanted])])[slot]


def test_the_key_itself_is_right_in_all() -> None:
    one = replace(KEY.fillers[0], confidence="POSSIBLE")
    given = replace(KEY, fillers=(one, *KEY.fillers[1:]))
    found = further([([given], [KEY])])
    assert all(r.f1 == 1 for name, r in found.items() if "physical" not in name)
    assert found["effect.physical"] == Rates(0, 0, 0)


def test_stage_date_and_place_can_each_be_wrong() -> None:
    late = date(1990, 6, 20)
    given = replace(KEY, stage="ACCOMPLISHED", days=(late, late), place=("PERU", "LIMA"))
    assert rates(given, KEY, "stage") == rates(given, KEY, "date") == Rates(0, 1, 1)
    assert rates(given, KEY, "country") == Rates(1, 1, 1)
    assert rates(given, KEY, "place") == Rates(0, 1, 1)


def test_a_year_is_no_date() -> None:
    given = replace(KEY, days=(date(1990, 1, 1), date(1990, 12, 31)))
    assert rates(given, KEY, "date").right == 0


def test_what_is_not_said_is_not_given() -> None:
    given = Template("ATTACK")
    assert rates(given, KEY, "stage") == rates(given, KEY, "date") == Rates(0, 0, 1)
    assert rates(KEY, given, "date") == Rates(0, 1, 0)


def test_an_effect_counts_where_the_entity_is_right() -> None:
    wrong = Filler("Victim", ("eva",), effect="DEATH")
    right = Filler("Victim", ("the Ana Ruiz",), effect="DEATH")
    assert rates(replace(KEY, fillers=(wrong,)), KEY, "effect.human") == Rates(0, 1, 2)
    assert rates(replace(KEY, fillers=(right,)), KEY, "effect.human") == Rates(1, 1, 2)


def test_a_number_is_compared_without_the_keys_marks() -> None:
    given = replace(KEY, fillers=(Filler("Described", ("guards",), number="12"),))
    assert rates(given, KEY, "number.human") == Rates(1, 1, 2)


def test_an_unpaired_template_is_only_given_or_wanted() -> None:
    given = replace(KEY, type="ARSON")
    assert rates(given, KEY, "stage") == Rates(0, 1, 1)
    assert rates(given, KEY, "confidence") == Rates(0, 1, 1)
