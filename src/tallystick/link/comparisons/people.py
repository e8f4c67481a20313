"""Comparing whom both name, where their days differ."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from tallystick.link import weights as w
from tallystick.link.comparisons.when import DateComparison, PublicationComparison, fixed_day
from tallystick.link.profile import Profile
from tallystick.link.weights import Level
from tallystick.model.judgement import Reason

_NEWS = timedelta(days=2)  # before publication, in which a day may be that of the news
_BESIDE = frozenset((w.ADJACENT_DAYS.bits, w.WEEKDAY_BESIDE.bits))
_APART = {
    w.DISJOINT_DAYS.bits: w.PEOPLE_LATER,
    w.TOLD_BEFORE.bits: w.PEOPLE_LATER,
    w.DISJOINT_MONTHS.bits: w.PEOPLE_MUCH_LATER,
}


class PeopleComparison:
    """Do both name the same people, though their days differ?

    What befell people known by name is told again when somebody is charged, at the trial and at
    the funeral, and the day of that is easily taken for the day of what happened. Where both
    passages give a full name and an age in common, a day before or after counts for less, and so
    does a later day if it may be that of the news. A name alone may be that of a square.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        if a.document != b.document and _same_people(a, b):
            level = _level(a, b)
            if level:
                yield level.reason(level.meaning)


def _same_people(a: Profile, b: Profile) -> bool:
    shared = a.passage.full_names & b.passage.full_names
    return bool(shared and a.passage.ages & b.passage.ages)


def _level(a: Profile, b: Profile) -> Level | None:
    found = [r.weight for each in (DateComparison(), PublicationComparison()) for r in each(a, b)]
    least = min(found, default=0.0)
    if least in _BESIDE:
        return w.PEOPLE_BESIDE
    return _APART.get(least) if _may_be_news(a, b) else None


def _may_be_news(a: Profile, b: Profile) -> bool:
    """Whether the later day of the two is one just before the publication of its text."""
    dated = [(day, p.published_on) for p in (a, b) if (day := fixed_day(p))]
    if not dated:
        return False
    day, published = max(dated, key=lambda each: each[0])
    return published is not None and timedelta() <= published - day <= _NEWS
