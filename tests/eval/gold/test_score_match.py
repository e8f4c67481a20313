from __future__ import annotations

from eval.gold.score_match import dice, statements

from tallystick.model.document import Span
from tallystick.model.statement import Field, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import Place, PlacePrecision, WeaponUse
from tests.builders import fact, hurt
from tests.eval.gold.cases import at, between, dead, gold, judged, label, labelled, seen, town


def test_dice_is_the_share_of_spans_that_overlap() -> None:
    assert dice((Span(0, 2), Span(5, 7)), (Span(1, 3),)) == 2 / 3
    assert dice((Span(0, 2),), (Span(2, 3),)) == 0
    assert dice((), ()) == 0


def test_an_incident_is_matched_by_its_words() -> None:
    labels = labelled(gold("mortar attack"), gold("shot dead", id="b"))
    strike, killing = seen("mortar attack"), seen("shot dead")
    found = judged(labels, killing, strike)
    assert [(p.wanted.id, p.given.id) for p in found.pairs] == [("a", strike.id), ("b", killing.id)]
    assert not found.missed
    assert not found.false


def test_what_overlaps_nowhere_is_missed_and_false() -> None:
    found = judged(labelled(gold("mortar attack")), seen("shot dead"))
    assert not found.pairs
    assert [t.id for t in found.missed] == ["a"]
    assert len(found.false) == 1


def test_of_two_readings_of_one_incident_one_is_false() -> None:
    toll = label(Field.KILLED, dead(16, 16), "16 people")
    fuller = seen("mortar attack on the Ashmar market", hurt(16, "killed 16 people"))
    barer = seen("mortar attack")
    found = judged(labelled(gold("mortar attack", toll)), barer, fuller)
    assert [p.given.id for p in found.pairs] == [fuller.id]
    assert [t.id for t in found.false] == [barer.id]


def test_statements_alone_can_make_a_pair() -> None:
    toll = label(Field.KILLED, dead(16, 16), "16 people")
    found = judged(labelled(gold("claimed", toll)), seen("doctor", hurt(16, "killed 16 people")))
    assert len(found.pairs) == 1


def test_an_optional_incident_neither_helps_nor_hurts() -> None:
    labels = labelled(gold("mortar attack", optional=True))
    once = judged(labels, seen("mortar attack"))
    assert (len(once.pairs), len(once.missed), len(once.false)) == (1, 0, 0)
    assert not once.judged
    twice = judged(labels, seen("mortar attack"), seen("A mortar attack"))
    assert (len(twice.neutral), len(twice.false)) == (1, 0)
    assert not judged(labels).missed


def test_an_incident_taken_for_background_is_missed_and_matched() -> None:
    found = judged(
        labelled(gold("mortar attack")), seen("mortar attack", standing=Standing.BACKGROUND)
    )
    assert len(found.pairs) == len(found.missed) == 1
    assert not found.false


def test_background_taken_for_an_incident_is_only_matched() -> None:
    found = judged(labelled(gold("bomb", standing=Standing.BACKGROUND)), seen("bomb"))
    assert (len(found.pairs), len(found.missed), len(found.false)) == (1, 0, 0)
    assert not found.judged


def test_two_annotators_who_differ_on_optional_differ_in_nothing_else() -> None:
    found = between(
        labelled(gold("mortar attack")),
        labelled(gold("mortar attack", optional=True), annotator="B"),
    )
    assert (len(found.pairs), len(found.missed), len(found.false)) == (1, 0, 0)


def test_statements_are_paired_by_field_and_words() -> None:
    labels = labelled(
        gold(
            "mortar attack",
            label(Field.KILLED, dead(16, 16), "16 people"),
            label(Field.INJURED, dead(3, None), "several others"),
        )
    )
    found = judged(
        labels,
        seen(
            "mortar attack",
            hurt(16, "killed 16 people"),
            hurt(16, "several others"),  # the right words of another field
            fact(Field.KIND, IncidentKind.SHELLING, "mortar attack"),  # no labelled field
        ),
    )
    told = statements(found.pairs[0].wanted, found.pairs[0].given)
    assert [(w.span, g.span) for w, g in told.pairs] == [(at("16 people"), at("killed 16 people"))]
    assert [s.field for s in told.missed] == [Field.INJURED]
    assert [s.span for s in told.false] == [at("several others")] or not told.false


def test_a_repetition_is_no_error_and_another_value_is() -> None:
    labels = labelled(gold("mortar attack", label(Field.WEAPON, WeaponUse("mortar"), "mortar")))
    again = fact(Field.WEAPON, WeaponUse("mortar"), "shelling")
    other = fact(Field.WEAPON, WeaponUse("artillery"), "shelling")
    first = fact(Field.WEAPON, WeaponUse("mortar"), "mortar attack")
    pair = judged(labels, seen("mortar attack", first, again)).pairs[0]
    assert not statements(pair.wanted, pair.given).false
    pair = judged(labels, seen("mortar attack", first, other)).pairs[0]
    assert len(statements(pair.wanted, pair.given).false) == 1


def test_a_wider_place_is_no_error() -> None:
    labels = labelled(gold("mortar attack", label(Field.WHERE, town("Ashmar"), "Ashmar")))
    country = Place("Syria", PlacePrecision.COUNTRY, country="SY")
    elsewhere = Place("Iraq", PlacePrecision.COUNTRY, country="IQ")
    pair = judged(labels, seen("mortar attack", fact(Field.WHERE, country, "market"))).pairs[0]
    assert not statements(pair.wanted, pair.given).false
    pair = judged(labels, seen("mortar attack", fact(Field.WHERE, elsewhere, "market"))).pairs[0]
    assert len(statements(pair.wanted, pair.given).false) == 1
