from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from eval.common import Rates
from eval.gold.labels import GoldDocument
from eval.gold.score_figures import MEASURES, figures
from eval.gold.score_match import Compared
from eval.gold.score_told import ToldTally

from tallystick.model.document import Span
from tallystick.model.statement import Field, Report, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    CountRange,
    DatePrecision,
    PartialDate,
    PersonClass,
    Target,
    TargetKind,
    WeaponUse,
)
from tests.builders import fact, hurt
from tests.eval.gold.cases import dead, gold, judged, label, labelled, seen, town, tuesday


def counted(name: str, document: Compared) -> tuple[float, float, float]:
    rates: Rates = next(m for m in MEASURES if m.name == name).count(document)
    return rates.right, rates.given, rates.wanted


def test_incidents_count_the_required_ones_of_the_day() -> None:
    labels = labelled(
        gold("mortar attack"),
        gold("shot dead", id="b"),
        gold("claimed", id="c", optional=True),
        gold("bomb", id="d", standing=Standing.BACKGROUND),
    )
    found = judged(labels, seen("mortar attack"), seen("claimed"), seen("bomb"), seen("police"))
    assert counted("incidents", found) == (1, 2, 2)
    assert counted("standing", found) == (1, 2, 2)  # the bomb happened, but not of late


def test_kind_may_be_any_of_those_that_are_right() -> None:
    kinds = (IncidentKind.SHELLING, IncidentKind.AIR_STRIKE)
    labels = labelled(gold("mortar attack", kinds=kinds))

    def with_kind(kind: IncidentKind) -> Compared:
        return judged(labels, seen("mortar attack", fact(Field.KIND, kind, "mortar attack")))

    assert counted("kind", with_kind(IncidentKind.AIR_STRIKE)) == (1, 1, 1)
    assert counted("kind", with_kind(IncidentKind.ATTACK)) == (0, 1, 1)
    assert counted("kind.lenient", with_kind(IncidentKind.ATTACK)) == (1, 1, 1)
    assert counted("kind.lenient", with_kind(IncidentKind.ABDUCTION)) == (0, 1, 1)


def dated(*days: PartialDate) -> GoldDocument:
    said = (label(Field.WHEN, day, "Tuesday") for day in days)
    return labelled(gold("mortar attack", *said))


def dating(*days: PartialDate) -> Report:
    return seen("mortar attack", *(fact(Field.WHEN, day, "on Tuesday") for day in days))


def test_a_date_is_right_wrong_missed_or_made_up() -> None:
    assert counted("date", judged(dated(tuesday()), dating(tuesday()))) == (1, 1, 1)
    assert counted("date", judged(dated(tuesday()), dating(tuesday(7)))) == (0, 1, 1)
    assert counted("date.lenient", judged(dated(tuesday()), dating(tuesday(7)))) == (1, 1, 1)
    assert counted("date", judged(dated(tuesday()), dating())) == (0, 0, 1)
    assert counted("date", judged(dated(), dating(tuesday()))) == (0, 1, 0)
    assert counted("date", judged(dated(), dating())) == (0, 0, 0)


def test_of_several_days_any_is_right_but_not_any_of_their_weeks() -> None:
    week = PartialDate(date(2031, 5, 5), date(2031, 5, 11), DatePrecision.WEEK)
    both = dated(tuesday(), tuesday(8))
    assert counted("date", judged(both, dating(tuesday()))) == (1, 1, 1)
    assert counted("date", judged(both, dating(tuesday(8)))) == (1, 1, 1)
    assert counted("date", judged(dated(tuesday(), week), dating(week))) == (0, 1, 1)


def test_a_place_is_any_of_those_that_are_labelled() -> None:
    places = (town("Ashmar", 36.0, 40.0), town("Belvale", 35.0, 40.0))
    labels = labelled(gold("mortar attack", *(label(Field.WHERE, p, p.name) for p in places)))

    def at_point(lat: float) -> Compared:
        place = town("Somewhere", lat, 40.0)
        return judged(labels, seen("mortar attack", fact(Field.WHERE, place, "Ashmar")))

    assert counted("place", at_point(35.1)) == (1, 1, 1)
    assert counted("place", at_point(34.0)) == (0, 1, 1)
    assert counted("place.within_161_km", at_point(34.0)) == (1, 1, 1)
    assert counted("place", judged(labels, seen("mortar attack"))) == (0, 0, 1)


def test_weapons_are_sets_of_types() -> None:
    labels = labelled(
        gold(
            "mortar attack",
            label(Field.WEAPON, WeaponUse("cruise_missile"), "mortar"),
            label(Field.WEAPON, WeaponUse("mortar"), "shelling"),
        )
    )
    found = judged(
        labels,
        seen(
            "mortar attack",
            fact(Field.WEAPON, WeaponUse("mortar"), "mortar attack"),
            fact(Field.WEAPON, WeaponUse("mortar", CountRange(2, 2)), "shelling"),
            fact(Field.WEAPON, WeaponUse("missile"), "attack"),
            fact(Field.WEAPON, WeaponUse("knife"), "attack"),
        ),
    )
    assert counted("weapon", found) == (1, 3, 2)
    assert counted("weapon.lenient", found) == (2, 3, 2)


def test_claimants_stand_apart_from_those_named_or_blamed() -> None:
    front, rebels = ActorRef("Northern Front"), ActorRef("rebels")
    labels = labelled(
        gold(
            "mortar attack",
            label(Field.ATTACKER, front, "Northern Front", stance=Stance.CLAIMS),
            label(Field.ATTACKER, rebels, "Gunmen", stance=Stance.BLAMES),
            label(Field.ATTACKER, rebels, "farmers", stance=Stance.DENIES),
        )
    )
    claimed = fact(Field.ATTACKER, front, "The Northern Front", stance=Stance.CLAIMS)
    named = fact(Field.ATTACKER, front, "Northern Front")
    both = judged(labels, seen("mortar attack", claimed))
    assert counted("claimant", both) == (1, 1, 1)
    assert counted("attacker", both) == (0, 0, 1)
    wrong = judged(labels, seen("mortar attack", named))
    assert counted("claimant", wrong) == (0, 0, 1)
    assert counted("attacker", wrong) == (0, 1, 1)


def test_the_blamed_and_those_who_deny_are_counted_apart() -> None:
    rebels = ActorRef("rebels")
    labels = labelled(
        gold(
            "mortar attack",
            label(Field.ATTACKER, rebels, "Gunmen", stance=Stance.BLAMES),
            label(Field.ATTACKER, rebels, "farmers", stance=Stance.DENIES),
        )
    )
    named = judged(labels, seen("mortar attack", fact(Field.ATTACKER, rebels, "Gunmen")))
    assert counted("attacker.blamed", named) == (0, 0, 1)
    denied = fact(Field.ATTACKER, rebels, "farmers", stance=Stance.DENIES)
    both = judged(labels, seen("mortar attack", denied))
    assert counted("attacker.denied", both) == (1, 1, 1)


def test_targets_are_right_by_their_words() -> None:
    labels = labelled(
        gold("mortar attack", label(Field.TARGET, Target("", TargetKind.MARKET), "market"))
    )
    right = fact(Field.TARGET, Target("Ashmar market", TargetKind.BUSINESS), "Ashmar market")
    wrong = fact(Field.TARGET, Target("bridge", TargetKind.TRANSPORT), "bridge")
    found = judged(labels, seen("mortar attack", right, wrong))
    assert counted("target", found) == (1, 2, 1)
    assert counted("target.kind", found) == (0, 1, 1)


def test_a_toll_is_right_as_an_interval() -> None:
    labels = labelled(gold("mortar attack", label(Field.KILLED, dead(16, None), "16 people")))
    exact = judged(labels, seen("mortar attack", hurt(CountRange(16, None), "killed 16 people")))
    closed = judged(labels, seen("mortar attack", hurt(16, "killed 16 people")))
    assert counted("killed", exact) == (1, 1, 1)
    assert counted("killed", closed) == (0, 1, 1)
    assert counted("killed.best", closed) == (1, 1, 1)
    assert counted("killed", judged(labels, seen("mortar attack"))) == (0, 0, 1)
    assert counted("injured", closed) == (0, 0, 0)


def test_the_same_counts_are_right_however_far_their_words_reach() -> None:
    parts = {"16 people": PersonClass.FORCES, "two farmers": PersonClass.FORCES}
    labels = labelled(
        gold("mortar attack", *(label(Field.KILLED, dead(2, 2, w), s) for s, w in parts.items()))
    )
    long = seen(
        "mortar attack",
        hurt(2, "killed 16 people on Tuesday", who=PersonClass.FORCES),
        hurt(2, "16 people on Tuesday, a doctor", who=PersonClass.CIVILIANS),
    )
    assert counted("killed", judged(labels, long)) == (1, 1, 1)


def test_statements_of_missed_and_false_incidents_count() -> None:
    labels = labelled(
        gold("mortar attack", label(Field.KILLED, dead(16, 16), "16 people")),
        gold("shot dead", label(Field.KILLED, dead(2, 2), "two farmers"), id="b"),
    )
    found = judged(
        labels,
        seen("mortar attack", hurt(15, "killed 16 people")),
        seen("bomb", fact(Field.WEAPON, WeaponUse("bomb"), "bomb")),
    )
    assert counted("statements", found) == (1, 2, 2)
    assert counted("statements.valued", found) == (0, 2, 2)
    assert counted("killed.statements", found) == (0, 1, 2)


def sourced(stance: Stance, by: tuple[str, ...]) -> Compared:
    labels = labelled(
        gold(
            "mortar attack",
            label(Field.KILLED, dead(16, 16), "16 people", by=("doctor", "Reuters")),
            label(Field.WHEN, tuesday(), "Tuesday"),
        )
    )
    return judged(
        labels,
        seen(
            "mortar attack",
            hurt(16, "killed 16 people", stance=stance, by=by),
            fact(Field.WHEN, tuesday(), "Tuesday", by=by),
        ),
    )


def test_stance_and_sources_of_matched_statements() -> None:
    right = sourced(Stance.REPORTS, ("a doctor", "Reuters"))
    assert counted("stance", right) == (2, 2, 2)
    assert counted("chain", right) == (1, 1, 1)  # a day is labelled without its sources
    wrong = sourced(Stance.DOUBTS, ("a doctor",))
    assert counted("stance", wrong) == (1, 2, 2)
    assert counted("stance.marked", wrong) == (0, 1, 0)
    assert counted("chain", wrong) == (0, 1, 1)
    assert counted("chain.nearest", wrong) == (1, 1, 1)


def test_own_voice_is_a_chain_of_none_but_the_publisher() -> None:
    labels = labelled(gold("mortar attack", label(Field.KILLED, dead(16, 16), "16 people")))
    found = judged(labels, seen("mortar attack", hurt(16, "killed 16 people")))
    assert counted("chain", found) == (1, 1, 1)
    assert counted("chain.spoken", found) == (0, 0, 0)


def test_figures_have_a_row_for_each_measure() -> None:
    found = judged(labelled(gold("mortar attack")), seen("mortar attack"))
    named = {f.name: f for f in figures([found, found], "fakes.")}
    assert named["fakes.incidents.f1"].value == 1
    assert named["fakes.standing"].of == 2
    assert {n.removeprefix("fakes.").removesuffix(".f1") for n in named} >= {
        m.name for m in MEASURES
    }


def test_attributions_are_compared_by_tokens() -> None:
    found = judged(labelled(gold("mortar attack")), seen("mortar attack"))
    wanted = found.wanted.__class__("x", "one two three four", (), sources=(Span(0, 7),))
    given = found.wanted.__class__("x", "one two three four", (), sources=(Span(4, 18),))
    both = Compared(wanted, given, (), (), (), ())
    assert counted("source.tokens", both) == (1, 3, 2)
    assert counted("content.tokens", both) == (0, 0, 0)


@pytest.mark.parametrize(
    ("low", "high", "span", "right"),
    [
        (300, None, Span(4, 20), 1),  # "more than 300" is 301 and up, or 300 and up
        (310, None, Span(4, 20), 0),
        (300, 300, Span(4, 20), 0),
        (301, None, Span(30, 40), 0),
    ],
)
def test_tallies_are_found_by_words_and_number(
    low: int, high: int | None, span: Span, right: int
) -> None:
    found = judged(labelled())
    told = ToldTally(Span(0, 10), CountRange(301, None))
    wanted = replace(found.wanted, tallies=(told,))
    given = replace(found.given, tallies=(ToldTally(span, CountRange(low, high)),))
    both = replace(found, wanted=wanted, given=given)
    assert counted("tallies", both) == (right, 1, 1)


@pytest.mark.parametrize("name", ["tallies", "incidents"])
def test_an_empty_document_counts_nothing(name: str) -> None:
    assert counted(name, judged(labelled())) == (0, 0, 0)
