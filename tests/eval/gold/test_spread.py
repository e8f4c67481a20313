from __future__ import annotations

from eval.common import NOTHING, Rates
from eval.gold.score_figures import MEASURES, Measure
from eval.gold.spread import spread, spreads

from tests.eval.gold.cases import gold, judged, labelled, seen

RIGHT, WRONG = Rates(1, 1, 1), Rates(0, 1, 1)


def measure(*, share: bool) -> Measure:
    return Measure("x", lambda _: NOTHING, share=share)


def test_documents_that_are_alike_have_no_spread() -> None:
    assert spread([RIGHT] * 5, measure(share=False)) == (1.0, 1.0)


def test_more_documents_narrow_it() -> None:
    few = spread([RIGHT, WRONG] * 5, measure(share=True))
    many = spread([RIGHT, WRONG] * 200, measure(share=True))
    assert few[0] < many[0] < 0.5 < many[1] < few[1]
    assert few == spread([RIGHT, WRONG] * 5, measure(share=True))


def test_it_is_of_the_f1_or_of_the_share() -> None:
    rates = [Rates(1, 2, 1)] * 3
    assert spread(rates, measure(share=True)) == (1.0, 1.0)
    assert spread(rates, measure(share=False))[0] == rates[0].f1


def test_a_document_is_drawn_as_a_whole() -> None:
    """Ten incidents of one text are no ten texts."""
    together = spread([Rates(10, 10, 10), Rates(0, 10, 10)], measure(share=True))
    assert together == (0.0, 1.0)


def test_each_measure_has_its_bounds() -> None:
    compared = judged(labelled(gold("mortar attack")), seen("mortar attack"))
    found = {figure.name: figure.value for figure in spreads([compared])}
    assert len(found) == 2 * len(MEASURES)
    assert found["incidents.low"] == found["incidents.high"] == 1.0
    assert not list(spreads([]))
