"""Ids from content, spans, judgements' order, and the positions of an incident."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallystick.ledger import consolidate
from tallystick.model.document import SegmentKind, Span
from tallystick.model.ids import document_id, statement_id
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Field, Stance
from tallystick.model.taxonomy import COUNTERPARTS, IncidentKind, combined, compatible
from tallystick.model.values import CountRange, WeaponUse
from tests.builders import day, document, fact, report

TEXT = "Two rockets hit the base; residents heard three rockets."


def test_a_span_is_the_words_between() -> None:
    span = Span(4, 11)
    assert span.of(TEXT) == "rockets"
    assert span.overlaps(Span(10, 12))
    assert not span.overlaps(Span(11, 12))
    assert Span(0, 20).contains(span)
    assert not span.contains(Span(0, 20))
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


def test_a_documents_id_is_its_bytes_and_what_is_known_of_it() -> None:
    known = {"publisher": "A", "url": None, "published": day("2024-01-01")}
    one = document_id("00", **known)  # type: ignore[arg-type]
    assert one == document_id("00", **known)  # type: ignore[arg-type]
    others = [
        document_id("01", **known),  # type: ignore[arg-type]
        document_id("00", **{**known, "publisher": "B"}),  # type: ignore[arg-type]
        document_id("00", **{**known, "published": None}),  # type: ignore[arg-type]
    ]
    assert len({one, *others}) == 4


def test_a_statements_id_changes_with_every_part_of_it() -> None:
    doc = document(TEXT)
    use = fact(Field.WEAPON, WeaponUse("rocket", CountRange.exactly(2)), "Two rockets")
    told = report(
        doc,
        "Two rockets",
        use,
        replace(use, stance=Stance.DENIES),
        replace(use, by=("Army",)),
        replace(use, words="three rockets"),
        replace(use, value=WeaponUse("rocket")),
    )
    assert len({s.id for s in told.statements}) == 5
    first = told.statements[0]
    assert first.id == statement_id(
        told.id, first.field, first.value, first.stance, first.chain, first.span
    )


def test_a_judgement_names_its_reports_in_order() -> None:
    with pytest.raises(ValueError, match="in order"):
        Judgement("j-1", "r-2", "r-1", Verdict.SAME)
    assert Judgement("j-1", "r-1", "r-2", Verdict.SAME, by="reader").by_person
    assert not Judgement("j-1", "r-1", "r-2", Verdict.SAME).by_person


def test_a_position_is_a_value_and_all_who_speak_to_it() -> None:
    doc = document(TEXT)
    two, three = (WeaponUse("rocket", CountRange.exactly(n)) for n in (2, 3))
    told = report(
        doc,
        "Two rockets",
        fact(Field.WEAPON, two, "Two rockets", by="Army"),
        fact(Field.WEAPON, three, "three rockets", by="Residents"),
        fact(Field.WEAPON, two, "rockets", stance=Stance.DENIES, by="Militia"),
    )
    first, second = consolidate([told], {doc.id: doc}).positions(Field.WEAPON)
    assert (first.value, second.value) == (two, three)
    assert [c[0].name for c in first.chains] == ["Army", "Militia"]
    assert first.denied
    assert not second.denied


def test_only_title_standfirst_and_body_carry_the_account() -> None:
    kinds = [kind for kind in SegmentKind if kind.is_account]
    assert kinds == [SegmentKind.TITLE, SegmentKind.STANDFIRST, SegmentKind.BODY]


def test_every_kind_has_its_counterparts_and_fits_an_attack() -> None:
    assert set(COUNTERPARTS) == set(IncidentKind)
    assert all(compatible(IncidentKind.ATTACK, kind) for kind in IncidentKind)
    assert not compatible(IncidentKind.ABDUCTION, IncidentKind.SHELLING)
    assert compatible(IncidentKind.SUICIDE_BOMBING, IncidentKind.BOMBING)


def test_a_raid_can_open_with_a_mine_and_a_kind_is_not_combined_with_itself() -> None:
    assert combined(IncidentKind.MINE, IncidentKind.ARMED_ASSAULT)
    assert not combined(IncidentKind.ABDUCTION, IncidentKind.SHELLING)
    assert not any(combined(kind, kind) for kind in IncidentKind)
