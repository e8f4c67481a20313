"""The scorer of hard pairs, on made-up documents."""

from __future__ import annotations

import tomllib
from dataclasses import replace

from eval.gold.store import SPLIT
from eval.hardpairs import Answer, HardPair, Side, answered, load_pairs, report_at

from tallystick.model.document import Span
from tests.builders import document, reading, report

TEXT = "A mine went off at the mill. Later a barge was shelled."


def _pair(*, same: bool) -> HardPair:
    side = Side("made:up", Span(0, 6))
    return HardPair("x", side, Side("made:other", Span(0, 6)), same, "because")


def test_a_report_is_found_by_the_anchor_most_like_the_span() -> None:
    doc = document(TEXT)
    mine, barge = report(doc, "A mine"), report(doc, "a barge was shelled")
    read = reading(doc, mine, barge)
    assert report_at(read, Span(0, 20)) == mine
    assert report_at(read, Span(30, 50)) == barge
    assert report_at(read, Span(8, 12)) is None


def test_what_the_reader_misses_is_wrong() -> None:
    empty, other = reading(document(TEXT)), reading(document(f"{TEXT} Again."))
    for same in (True, False):
        found = answered(_pair(same=same), {"made:up": empty, "made:other": other}.get)
        assert found == Answer(_pair(same=same), None)
        assert not found.right


def test_giving_none_keeps_apart_what_may_be_no_incident() -> None:
    empty, other = reading(document(TEXT)), reading(document(f"{TEXT} Again."))
    of = {"made:up": empty, "made:other": other}.get
    for same in (True, False):
        found = answered(replace(_pair(same=same), optional=True), of)
        assert found is not None
        assert found.right is found.decided is (not same)


def test_unlike_reports_are_right_where_they_are_apart() -> None:
    docs = document(TEXT), document("Two shots were heard in the fog.")
    told = reading(docs[0], report(docs[0], "A mine")), reading(docs[1], report(docs[1], "Two"))
    of = dict(zip(("made:up", "made:other"), told, strict=True)).get
    apart, one = answered(_pair(same=False), of), answered(_pair(same=True), of)
    assert apart is not None
    assert one is not None
    assert (apart.right, one.right) == (True, False)


def test_an_absent_document_gives_no_answer() -> None:
    assert answered(_pair(same=True), lambda _: None) is None


def test_ten_pairs_or_more_and_none_of_a_test_part() -> None:
    pairs = load_pairs()
    test = set(tomllib.loads(SPLIT.read_text("utf-8"))["test"])
    named = {side.document for pair in pairs for side in (pair.a, pair.b)}
    assert len(pairs) >= 10
    assert not named & test
