"""Finding an incident by what a person types."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tallystick.errors import NotFoundError
from tallystick.ledger import Ledger, consolidate
from tallystick.ledger.find import find_incident, nearest
from tallystick.model.incident import Incident
from tallystick.model.judgement import Verdict
from tests.builders import document, reading, report
from tests.scenes import red_hill

SCENE = red_hill()
JOINED = SCENE.attack  # of two reports: the second's own id has become part of this one
GONE = "i-" + JOINED.reports[1].id.removeprefix("r-")


def test_the_id_of_an_incident_that_was_joined_leads_to_the_whole_however_short() -> None:
    assert {i.id for i in red_hill(Verdict.DIFFERENT).incidents} >= {GONE, JOINED.id}
    for typed in (GONE, GONE[:8], GONE[2:8], JOINED.id[:8], JOINED.reports[1].id[:8]):
        assert find_incident(SCENE.incidents, typed) == JOINED


def test_the_own_id_of_an_incident_comes_before_what_was_joined() -> None:
    other = replace(SCENE.bombing, id=GONE[:8] + "0" * 10, reports=())
    assert find_incident([JOINED, other], GONE[:8]) is other


@pytest.mark.parametrize("typed", ["i-zzzzzz", "", "i-x"])
def test_no_unrelated_ids_are_suggested(typed: str) -> None:
    with pytest.raises(NotFoundError, match="in this ledger"):
        find_incident(SCENE.incidents, typed)


@pytest.mark.parametrize("length", [8, 12, 18])
def test_a_slip_of_the_hand_is_understood(length: int) -> None:
    typed = JOINED.id[: length - 1] + "x"
    with pytest.raises(NotFoundError, match=f"no incident {typed}; near it: {JOINED.id}"):
        find_incident(SCENE.incidents, typed)


def test_ids_that_only_share_some_digits_are_not_near() -> None:
    assert nearest("incident", "i-3f9a1c", ["i-a1c3f90000000000"]).endswith("in this ledger")


def test_several_that_begin_so_ask_for_more_letters() -> None:
    ids = [f"i-a{n}" for n in range(7)]
    told = "several incidents begin with i-a: i-a0, i-a1, i-a2, i-a3, i-a4 and 2 more"
    assert nearest("incident", "i-a", ids) == f"{told}; give more letters"
    assert "more;" not in nearest("incident", "i-a", ids[:2])


def test_the_id_of_a_document_is_told_as_one() -> None:
    with pytest.raises(NotFoundError, match="d-12 is the id of a document"):
        find_incident(SCENE.incidents, "d-12")


def two(first: str, second: str) -> list[Incident]:
    """Two incidents whose reports have other ids than they have."""
    doc = document("Rockets fell.")
    view = consolidate([report(doc, "Rockets")], {doc.id: doc})
    return [
        replace(view, id=f"i-{n * 16}", reports=(replace(view.reports[0], id=f"r-{id}"),))
        for n, id in (("a", first), ("b", second))
    ]


def test_several_that_fit_are_named() -> None:
    incidents = two("123" + "0" * 13, "124" + "0" * 13)
    with pytest.raises(NotFoundError, match=re.escape("r-12: i-aaaaaaaaaaaaaaaa, i-bbbbbbbbbbbb")):
        find_incident(incidents, "i-12")
    assert find_incident(incidents, "i-124") is incidents[1]


def test_an_incident_that_a_newer_text_superseded_says_so(ledger: Ledger, run: int) -> None:
    docs = [
        document(text, name=name, url="https://news.example/1", published=published)
        for text, name, published in (
            ("Rockets fell.", "old.txt", "2024-01-01"),
            ("Rockets fell. Nobody was hurt.", "new.txt", "2024-01-02"),
        )
    ]
    told = [report(doc, "Rockets") for doc in docs]
    for doc, one in zip(docs, told, strict=True):
        ledger.add(reading(doc, one), doc.text.encode(), run=run)
    for typed in (told[0].id.replace("r-", "i-"), told[0].id[:10]):
        with pytest.raises(NotFoundError, match=rf"{typed} any more: it was read from old\.txt"):
            ledger.incident(typed)
    assert ledger.incident(told[1].id).reports == (told[1],)
