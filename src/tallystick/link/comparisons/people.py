"""Comparing whom both name, where their days differ."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from tallystick.link import weights as w
from tallystick.link.comparisons.when import DateComparison, PublicationComparison, fixed_day
from tallystick.link.passages import Passage
from tallystick.link.profile import Profile
from tallystick.link.weights import Level
from tallystick.model.judgement import Reason

_NEWS = timedelta(days=2)  # before publication, in which a day may be that of the news
_BESIDE = frozenset((w.ADJACENT_DAYS.bits, w.WEEKDAY_BESIDE.bits))
_APART = {w.DISJOINT_DAYS.bits: w.PEOPLE_LATER, w.DISJOINT_MONTHS.bits: w.PEOPLE_MUCH_LATER}
_UNDATED = {
    w.TOLD_BEFORE.bits: w.PEOPLE_LATER,
    w.PUBLISHED_APART.bits: w.PEOPLE_AGAIN,
    w.PUBLISHED_FAR.bits: w.PEOPLE_AGAIN,
}


class PeopleComparison:
    """Do both name the same people, though their days differ?

    What befell people known by name is told again when somebody is charged, at the trial and at
    the funeral, and the day of that is easily taken for the day of what happened. Where both
    passages name a person, whose age one of them tells, a day before or after counts for less,
    and so does a later day if it may be that of the news, and the time between publications.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        if a.document != b.document and _same_people(a.passage, b.passage):
            level = _level(a, b)
            if level:
                yield level.reason(level.meaning)


def _same_people(p: Passage, q: Passage) -> bool:
    """Whether a person told of with an age in one is told of in the other, by the full name."""
    if p.people & q.people:
        return True
    named = {name.rsplit(" ", 1)[0] for name in p.people | q.people}
    return any(" ".join(name) in named for name in p.full_names & q.full_names)


def _level(a: Profile, b: Profile) -> Level | None:
    days = [reason.weight for reason in DateComparison()(a, b)]
    if _BESIDE.intersection(days):
        return w.PEOPLE_BESIDE
    published = [reason.weight for reason in PublicationComparison()(a, b)]
    found = [_APART.get(bits) for bits in days] + [_UNDATED.get(bits) for bits in published]
    level = next((level for level in found if level), None)
    return level if level is w.PEOPLE_AGAIN or _may_be_news(a, b) else None


def _may_be_news(a: Profile, b: Profile) -> bool:
    """Whether the later day of the two is one just before the publication of its text."""
    dated = [(day, p.published_on) for p in (a, b) if (day := fixed_day(p))]
    if not dated:
        return False
    day, published = max(dated, key=lambda each: each[0])
    return published is not None and timedelta() <= published - day <= _NEWS
