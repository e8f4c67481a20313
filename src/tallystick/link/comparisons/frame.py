"""Comparing the frame: one document or two, standing, anchors, extent, quoted speakers."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.link import weights as w
from tallystick.link.comparisons.when import DateComparison, fixed_day
from tallystick.link.comparisons.where import PlaceComparison
from tallystick.link.familiar import common_words
from tallystick.link.profile import Extent, Profile
from tallystick.link.weights import Level
from tallystick.model.judgement import Reason
from tallystick.model.statement import Standing
from tallystick.model.values import PlacePrecision

_REAL = (Standing.HAPPENED, Standing.PREVENTED)
_VAGUE_PLACES = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
_FITTING_PLACES = frozenset((w.SAME_SITE.bits, w.SAME_TOWN.bits))


class DocumentComparison:
    """Are both in one document?

    What the reader of a document found to be one is one report already; where two are left,
    the document most likely means two, above all if it gives each a day or a place of its own.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        if a.document == b.document:
            level = w.TOLD_APART if _told_apart(a, b) else w.SAME_DOCUMENT
            yield level.reason(level.meaning)


def _told_apart(a: Profile, b: Profile) -> bool:
    """Whether the days or the places of two reports speak against one occurrence."""
    reasons = (*DateComparison()(a, b), *PlaceComparison()(a, b))
    return any(reason.weight < 0 for reason in reasons)


class StandingComparison:
    """Do both tell of something that happened?

    An attack that one calls foiled and the other carried out may be one, and contested.
    What is planned, threatened or imagined is never an incident.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        both = f"{min(a.standing, b.standing)} and {max(a.standing, b.standing)}"
        if a.standing is b.standing is Standing.BACKGROUND:
            yield w.BOTH_BACKGROUND.reason(w.BOTH_BACKGROUND.meaning)
        elif not linkable(a.standing, b.standing):
            yield w.NEVER_LINKED.reason(f"not to be linked: {both}")
        elif Standing.BACKGROUND not in (a.standing, b.standing) and a.standing is not b.standing:
            yield w.PARTLY_FOILED.reason(w.PARTLY_FOILED.meaning)


class BackgroundComparison:
    """Does what is told as background give a day and a place, or a name?

    What is told as background only joins an incident whose day and place it gives, or of
    which both name the same person and much else speaks for one. Two that are background
    wait for a report to join.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        if Standing.BACKGROUND in (a.standing, b.standing) and linkable(a.standing, b.standing):
            level = _background_level(a, b)
            yield level.reason(level.meaning)


class AnchorComparison:
    """Does each give a day or a place of its own?

    An article on a war tells of many attacks in the same words. A report in it that gives
    neither a day (or a weekday) nor a place finer than a region may be of any of them, and
    joins another by a copied passage or much else in common, hardly by the story alone.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        if not (anchored(a) and anchored(b)):
            yield w.UNANCHORED.reason(w.UNANCHORED.meaning)


class ExtentComparison:
    """Do both tell of equally many attacks?

    "Three attacks on Sunday" may include the one that another report tells of, but is not
    it. A plural alone ("rocket attacks on the base") says little.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        low, high = sorted((a.extent, b.extent))
        if high is Extent.SEVERAL and low is not Extent.SEVERAL:
            yield w.SEVERAL_AND_ONE.reason(w.SEVERAL_AND_ONE.meaning)
        elif low is not high:
            yield w.PLURAL_AND_ONE.reason(w.PLURAL_AND_ONE.meaning)


class SourcesComparison:
    """Do both quote the same speaker?

    One ministry, one group or one witness quoted in both speaks a little for one occurrence.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        shared = sorted(v for v in a.voices & b.voices if not common_words().issuperset(v.split()))
        if shared:
            yield w.SAME_VOICE.reason(f"both quote {', '.join(shared[:3])}")


def linkable(a: Standing, b: Standing) -> bool:
    """Whether reports of these standings can be on one incident."""
    return (a in _REAL and (b in _REAL or b is Standing.BACKGROUND)) or (
        b in _REAL and a is Standing.BACKGROUND
    )


def anchored(p: Profile) -> bool:
    """Whether it gives a day or a weekday, or a place finer than a country."""
    dated = fixed_day(p) is not None or any(day.weekday for day in p.days)
    return dated or any(place.precision not in _VAGUE_PLACES for place in p.places)


def _background_level(a: Profile, b: Profile) -> Level:
    if _day_and_place_fit(a, b):
        return w.BACKGROUND_FITS
    named = a.passage.full_names & b.passage.full_names
    return w.BACKGROUND_NAMED if named else w.BACKGROUND_VAGUE


def _day_and_place_fit(a: Profile, b: Profile) -> bool:
    days = [r.weight for r in DateComparison()(a, b)]
    places = [r.weight for r in PlaceComparison()(a, b)]
    return days == [w.SAME_DAY.bits] and bool(_FITTING_PLACES.intersection(places))
