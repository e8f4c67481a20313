"""Casualties: low, best and high over accounts, and their disputes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.ledger.view.figures import differ, figure
from tallystick.model.incident import Figure
from tallystick.model.statement import Field, Stance
from tallystick.model.values import CountRange, PersonClass
from tests.builders import Fact, hurt
from tests.ledger.view.told import evidence

FORCES, ARMED = PersonClass.FORCES, PersonClass.ARMED_GROUP
CIVILIANS, CHILDREN = PersonClass.CIVILIANS, PersonClass.CHILDREN
AT_LEAST_TEN = CountRange(10, None)


def killed(*told: tuple[str, str | None, list[Fact]]) -> Figure:
    return figure(evidence(*told), Field.KILLED)


def contested(*told: tuple[str, str | None, list[Fact]]) -> bool:
    return differ(evidence(*told), Field.KILLED)


def test_low_and_high_span_the_accounts_and_best_is_the_latest() -> None:
    told = [
        ("Seven died in the blast.", "2020-03-02", [hurt(7)]),
        ("Five died in the blast.", "2020-03-01", [hurt(5)]),
    ]
    assert killed(*told) == Figure(5, 7, 7)
    assert contested(*told)


def test_an_open_account_leaves_high_open_until_a_number_settles_it() -> None:
    vague = ("At least ten died there.", "2020-03-02", [hurt(AT_LEAST_TEN)])
    later = ("Twelve died there.", "2020-03-03", [hurt(12)])
    assert killed(vague) == Figure(10, 10, None)
    assert killed(vague, later) == Figure(10, 12, 12)
    assert not contested(vague, later)


@pytest.mark.parametrize(("day", "number"), [("2020-03-01", 12), ("2020-03-03", 8)])
def test_no_earlier_number_and_none_that_is_less_settles_an_open_account(
    day: str, number: int
) -> None:
    vague = ("At least ten died there.", "2020-03-02", [hurt(AT_LEAST_TEN)])
    assert killed(vague, ("They died there.", day, [hurt(number)])).high is None


def test_an_undated_document_is_not_the_latest() -> None:
    told = [("Nine died there.", None, [hurt(9)]), ("Ten died.", "2020-03-01", [hurt(10)])]
    assert killed(*told).best == 10


def test_of_one_day_the_commonest_figure_then_the_higher() -> None:
    day = "2020-03-01"
    told = [
        ("Four died in it.", day, [hurt(4)]),
        ("Four people died in it.", day, [hurt(4)]),
        ("Six died in it.", day, [hurt(6)]),
    ]
    assert killed(*told).best == 4
    assert killed(*told[1:]).best == 6


def test_no_figure_is_no_figure_and_none_is_zero() -> None:
    assert killed(("Nothing was said.", None, [])) == Figure()
    zero = killed(("Nobody was killed.", None, [hurt(0)]))
    assert zero == Figure(0, 0, 0)
    assert zero.known


def test_a_denied_figure_is_left_out_contests_and_counts_as_zero_for_low() -> None:
    text = "Rebels say they killed 20 troops. The army denies it."
    claim = hurt(20, "20 troops", stance=Stance.CLAIMS, by="Rebels")
    denial = hurt(20, "20 troops", stance=Stance.DENIES, by="Army")
    assert killed((text, None, [claim, denial])) == Figure(0, 20, 20)
    assert contested((text, None, [claim, denial]))
    assert not contested((text, None, [claim]))


def test_denying_a_number_where_others_give_another_leaves_those() -> None:
    text = "Rebels say 20 troops died, a claim that officials rejected. Doctors counted 11 dead."
    denial = hurt(20, "20 troops", stance=Stance.DENIES, by="officials")
    counted = hurt(11, "11 dead", by="Doctors")
    assert killed((text, None, [denial, counted])).low == 11


def test_denying_that_children_died_leaves_the_others() -> None:
    text = "Eighteen people died. The army denied that children did."
    denied = hurt(CountRange(2, None), "children", who=CHILDREN, stance=Stance.DENIES, by="army")
    assert killed((text, None, [hurt(18, "Eighteen people"), denied])).low == 18


def test_a_denial_alone_gives_no_best_figure() -> None:
    denial = hurt(CountRange(1, None), stance=Stance.DENIES, by="Army")
    told = ("The army denies deaths.", None, [denial])
    assert killed(told) == Figure(0, None, None)


def test_denying_that_there_were_none_is_no_account_of_zero() -> None:
    told = ("Medics deny it was bloodless.", None, [hurt(0, stance=Stance.DENIES), hurt(3)])
    assert killed(told) == Figure(3, 3, 3)


def test_one_class_unhurt_is_no_contradiction_of_others_hurt() -> None:
    told = [
        ("No troops died.", "2020-03-02", [hurt(0, who=FORCES)]),
        ("Three people died.", "2020-03-01", [hurt(3)]),
    ]
    assert not contested(*told)
    assert killed(*told) == Figure(3, 3, 3)


def test_more_of_one_class_than_of_all_is_a_contradiction() -> None:
    told = [
        ("Five troops died.", "2020-03-02", [hurt(5, who=FORCES)]),
        ("Three people died.", "2020-03-01", [hurt(3)]),
    ]
    assert contested(*told)
    assert killed(*told) == Figure(3, 5, 5)


def test_accounts_of_different_classes_do_not_contradict() -> None:
    told = [
        ("Five troops died.", None, [hurt(5, who=FORCES)]),
        ("Two civilians died.", None, [hurt(2, who=CIVILIANS)]),
        ("Four civilians died.", None, [hurt(4, who=CIVILIANS)]),
    ]
    assert not contested(*told[:2])
    assert contested(*told[1:])


def test_the_dead_of_two_sides_are_added() -> None:
    told = [
        ("Seven soldiers died.", "2020-03-01", [hurt(7, who=FORCES)]),
        ("Eleven soldiers died.", "2020-03-02", [hurt(11, who=FORCES)]),
        ("Some twenty rebels died.", "2020-03-01", [hurt(20, who=ARMED)]),
    ]
    assert killed(*told) == Figure(27, 31, 31)
    assert killed(*told[1:]) == Figure(31, 31, 31)
    assert contested(*told)
    assert not contested(*told[1:])


def test_children_of_one_account_are_among_the_civilians_of_another() -> None:
    told = [
        ("Five civilians died.", None, [hurt(5, who=CIVILIANS)]),
        ("Two children died.", None, [hurt(2, who=CHILDREN)]),
        ("Six children died.", None, [hurt(6, who=CHILDREN)]),
    ]
    assert killed(*told[:2]) == Figure(5, 5, 5)
    assert not contested(*told[:2])
    assert killed(told[0], told[2]) == Figure(5, 6, 6)
    assert contested(told[0], told[2])


def test_farmers_to_one_and_militants_to_another_are_contested_and_not_added() -> None:
    told = [
        ("Five farmers died.", None, [hurt(5, who=CIVILIANS)]),
        ("Nine militants died.", None, [hurt(9, who=ARMED)]),
    ]
    assert killed(*told) == Figure(5, 9, 9)
    assert contested(*told)


def test_no_militants_are_nobody_else() -> None:
    told = [
        ("Five farmers died.", None, [hurt(5, who=CIVILIANS)]),
        ("No militants died.", None, [hurt(0, who=ARMED)]),
    ]
    assert not contested(*told)


def test_of_a_class_that_both_give_they_can_differ_whatever_the_sum() -> None:
    told = [
        ("Seven soldiers died.", None, [hurt(7, who=FORCES)]),
        ("Nineteen soldiers and two rebels died.", None, [
            hurt(19, "Nineteen soldiers", who=FORCES),
            hurt(2, "two rebels", who=ARMED),
        ]),
    ]  # fmt: skip
    assert contested(*told)
    assert killed(*told) == Figure(9, 21, 21)


def test_more_of_one_side_than_of_both_is_no_number_of_that_side() -> None:
    told = [
        ("Seventy fighters of both sides died.", None, [hurt(70, who=FORCES)]),
        ("Thirty soldiers and 39 rebels died.", None, [
            hurt(30, "Thirty soldiers", who=FORCES),
            hurt(39, "39 rebels", who=ARMED),
        ]),
    ]  # fmt: skip
    assert killed(*told) == Figure(69, 70, 70)


def test_one_person_told_apart_is_no_other_number_of_the_class() -> None:
    told = [
        ("One soldier died at once.", None, [hurt(1, who=FORCES)]),
        ("Three soldiers and a farmer died.", None, [
            hurt(3, "Three soldiers", who=FORCES),
            hurt(1, "a farmer", who=CIVILIANS),
        ]),
    ]  # fmt: skip
    assert not contested(*told)
    assert killed(*told) == Figure(4, 4, 4)


def test_two_speakers_in_one_document_are_two_accounts() -> None:
    text = "Police say two died. Medics say four died."
    facts = [hurt(2, "two died", by="Police"), hurt(4, "four died", by="Medics")]
    assert contested((text, None, facts))
    assert killed((text, None, facts)) == Figure(2, 4, 4)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=5))
def test_low_and_high_are_the_extremes_and_best_is_given_by_someone(counts: list[int]) -> None:
    told = [(f"Report {n} has {c} dead.", None, [hurt(c)]) for n, c in enumerate(counts)]
    result = killed(*told)
    assert (result.low, result.high) == (min(counts), max(counts))
    assert result.best in counts
    assert contested(*told) == (len(set(counts)) > 1)
