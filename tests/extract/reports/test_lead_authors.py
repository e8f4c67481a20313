"""Who did what a lead sums up, said of each part that is told of in its turn."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Stance
from tests.extract.incidents import incidents, sides

_PARTS = (
    "At Orun a trader was shot dead on Monday night.\n\n"
    "In Kelma gunmen killed two herders on Tuesday morning.\n\n"
)


def _shares(text: str, stance: Stance = Stance.REPORTS) -> list[bool]:
    """Of each incident, whether the Dawn Front is its author in that way."""
    return [("Dawn Front", stance) in sides(r) for r in incidents(text, "2031-05-09")]


@pytest.mark.parametrize(
    "lead",
    [
        "Fighters of the Dawn Front attacked two villages between Monday and Tuesday.",
        "The Dawn Front raided two farming villages since Monday, officials said.",
    ],
)
def test_who_raided_two_villages_raided_each(lead: str) -> None:
    shares = _shares(f"{lead}\n\n{_PARTS}")
    assert len(shares) > 1
    assert all(shares)


def test_a_claim_of_two_attacks_is_one_of_each() -> None:
    lead = "The Dawn Front on Wednesday took responsibility for two gun attacks in Velm province."
    assert all(_shares(f"{lead}\n\n{_PARTS}", Stance.CLAIMS))


def test_what_another_side_did_is_no_part() -> None:
    lead = "The Dawn Front raided two villages since Monday."
    other = "In Velm soldiers of the Free Army shot a teacher dead on Tuesday.\n\n"
    shares = _shares(f"{lead}\n\n{_PARTS}{other}")
    assert shares == [True] * (len(shares) - 1) + [False]


def test_no_more_parts_than_the_lead_counts() -> None:
    lead = "The Dawn Front raided two villages since Monday."
    other = "In Velm a teacher was shot dead on Tuesday.\n\n"
    shares = _shares(f"{lead}\n\n{_PARTS}{other}")
    assert shares == [True] * (len(shares) - 1) + [False]
