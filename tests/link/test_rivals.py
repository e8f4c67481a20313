"""Reports of two documents that tell of several occurrences, each beside the others."""

from __future__ import annotations

from tallystick.link import judge
from tallystick.link import weights as w
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Field, Reading
from tests.builders import day, document, fact, reading, report
from tests.link.scenes import HARIR

FRIDAY = fact(Field.WHEN, day("2024-05-03"))


def told(text: str, *anchors: str, at_harir: str = "") -> Reading:
    """A document with a report at each of these words, all of them on one Friday."""
    doc = document(text, published="2024-05-04")
    place = fact(Field.WHERE, HARIR)
    given = {a: (FRIDAY, place) if a == at_harir else (FRIDAY,) for a in anchors}
    return reading(doc, *(report(doc, a, *facts) for a, facts in given.items()))


def on(judged: list[Judgement], a: Reading, b: Reading, at: int = 0, to: int = 0) -> Judgement:
    ids = {a.reports[at].id, b.reports[to].id}
    return next(j for j in judged if {j.a, j.b} == ids)


def reasons(judgement: Judgement) -> list[float]:
    return [r.weight for r in judgement.reasons if r.feature == "rivals"]


FIRST = "Shells fell on the base at noon. Elsewhere a mine killed a herder."
SECOND = "A base was shelled. Guards shot a smuggler at the fence."


def test_each_others_best_have_a_reason_more_and_the_beaten_one_less() -> None:
    one = told(FIRST, "Shells", "mine", at_harir="Shells")
    two = told(SECOND, "shelled", "shot", at_harir="shelled")
    judged = list(judge([one, two]))
    assert reasons(on(judged, one, two)) == [w.BEST_MATCH.bits]
    beaten = [j for j in judged if {one.reports[0].id, two.reports[1].id} == {j.a, j.b}]
    assert all(reasons(j) == [w.BETTER_MATCH.bits] for j in beaten)


def test_where_a_document_tells_of_one_thing_nothing_is_compared() -> None:
    one = told(FIRST, "Shells", at_harir="Shells")
    two = told(SECOND, "shelled", "shot", at_harir="shelled")
    assert all(not reasons(j) for j in judge([one, two]))


def test_what_two_documents_come_to_does_not_hang_on_a_third() -> None:
    one = told(FIRST, "Shells", "mine", at_harir="Shells")
    two = told(SECOND, "shelled", "shot", at_harir="shelled")
    three = told("A base was hit on Friday. Two men fled.", "hit", "fled", at_harir="hit")
    alone, all_three = list(judge([one, two])), list(judge([one, two, three]))
    assert on(alone, one, two) == on(all_three, one, two)
    assert on(all_three, one, three).verdict is Verdict.SAME
