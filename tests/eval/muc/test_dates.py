from __future__ import annotations

from datetime import date

from eval.muc.dates import dated, dateline

TEXT = "quito, 3 may 90 (radio) -- the judge was shot yesterday. on 28 april a truck burned."


def test_the_dateline_is_the_day_of_sending() -> None:
    assert dateline(TEXT) == date(1990, 5, 3)
    assert dateline("no day here") is None


def test_words_mean_days_by_the_dateline() -> None:
    found = {TEXT[d.start : d.end]: d.days for d in dated(TEXT)}
    assert found["yesterday"] == (date(1990, 5, 2), date(1990, 5, 2))
    assert (date(1990, 4, 28), date(1990, 4, 28)) in found.values()
