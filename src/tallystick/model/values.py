"""The values that a statement can give: dates, counts, places, actors, weapons and effects.

Every value is frozen, compares by content, and says *unknown* rather than guess: an
attribute that no sentence supports is ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


class DatePrecision(StrEnum):
    """How finely the words of a text fix a date, from the finest to the coarsest."""

    DAY = "day"
    DAYS = "days"  # a span of a few days: "over the weekend", "9-11 May"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    INTERVAL = "interval"  # any other span, maybe open at one end: "since October 17"
    FLOATING = "floating"  # "on Sunday", "last week", with nothing in the text to anchor it


class DayPart(StrEnum):
    """Part of a day, where the words give it."""

    NIGHT = "night"
    DAWN = "dawn"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as the text gives it: a closed interval of days and its precision.

    ``start`` and ``end`` are the first and the last possible day, both included; ``None``
    on one side means open on that side. A *floating* date has neither: ``weekday`` (ISO,
    Monday is 1) is kept when the words name one. ``text`` is the words as they stand in
    the document ("early on Friday"); two dates are equal when they mean the same days.
    """

    start: date | None
    end: date | None
    precision: DatePrecision
    text: str = field(default="", compare=False)
    weekday: int | None = None
    part: DayPart | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a date interval ends before it starts: {self.start} > {self.end}")

    @classmethod
    def day(cls, day: date, text: str = "", part: DayPart | None = None) -> PartialDate:
        """One calendar day."""
        return cls(day, day, DatePrecision.DAY, text, day.isoweekday(), part)

    @property
    def is_day(self) -> bool:
        """Whether the words fix it to one calendar day."""
        return self.precision is DatePrecision.DAY

    @property
    def names_day(self) -> bool:
        """Whether the words name one day, even one that nothing anchors ("on Sunday")."""
        return self.is_day or (self.is_floating and self.weekday is not None)

    @property
    def is_fine(self) -> bool:
        """Whether it is a day, or a few told as one ("overnight", "the past 24 hours")."""
        return self.names_day or self.precision is DatePrecision.DAYS

    @property
    def is_floating(self) -> bool:
        """Whether nothing anchors it: no day is known, only a weekday perhaps."""
        return self.start is None and self.end is None

    def overlaps(self, other: PartialDate, *, slack: int = 0) -> bool | None:
        """Whether both can be the same day, with ``slack`` days allowed; ``None`` if unknown.

        Two floating dates that name different weekdays do not overlap.
        """
        if self.is_floating or other.is_floating:
            if self.weekday and other.weekday and self.weekday != other.weekday:
                return False if slack == 0 else None
            return None
        return _starts_by(self, other, slack) and _starts_by(other, self, slack)


def _starts_by(first: PartialDate, second: PartialDate, slack: int) -> bool:
    """``first`` starts no later than ``second`` ends, give or take ``slack`` days."""
    if first.start is None or second.end is None:
        return True
    return (first.start - second.end) <= timedelta(days=slack)


@dataclass(frozen=True, slots=True)
class CountRange:
    """A count as the words give it: ``low`` and ``high`` included, ``None`` for open.

    "at least 10" is (10, None), "two or three" (2, 3), "up to five" (None, 5), "no" (0, 0),
    "dozens" (24, None), "several" (3, None), a bare plural (2, None). ``text`` keeps the words,
    which do not count when two ranges are compared.
    """

    low: int | None
    high: int | None
    text: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.low is not None and self.low < 0:
            raise ValueError(f"a count below zero: {self.low}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a count range ends before it starts: {self.low} > {self.high}")

    @classmethod
    def exactly(cls, number: int, text: str = "") -> CountRange:
        """The range of one number: 3 is (3, 3)."""
        return cls(number, number, text)

    @property
    def best(self) -> int | None:
        """The figure to quote when only one can be: the lower bound, as UCDP GED codes it."""
        return self.low if self.low is not None else self.high

    def agrees(self, other: CountRange) -> bool:
        """Whether some number satisfies both."""
        low = max(self.low or 0, other.low or 0)
        highs = [c.high for c in (self, other) if c.high is not None]
        return not highs or low <= min(highs)


class PlacePrecision(StrEnum):
    """How finely a place is known, from the finest to the coarsest."""

    SITE = "site"  # a base, a crossing, a hospital, an oil field
    TOWN = "town"  # a city, town, village or quarter
    DISTRICT = "district"
    PROVINCE = "province"  # first-level division
    COUNTRY = "country"
    REGION = "region"  # "northern Iraq", "the Sahel"


@dataclass(frozen=True, slots=True)
class Place:
    """A place, resolved as far as the text allows.

    ``id`` is the gazetteer's ("gn:98182" for GeoNames, "ts:ain-al-asad" for the project's
    own file) or ``None`` when the name is in neither: then only ``name``, as the text has
    it, and what the text says of it (``country``, ``admin1``) are known. ``country`` is ISO
    3166-1 alpha-2, ``lat`` and ``lon`` WGS 84 degrees.
    """

    name: str
    precision: PlacePrecision
    id: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None

    @property
    def is_described(self) -> bool:
        """Whether the text only tells what it is ("a mosque"): two of these words may be two
        places, and no name of a place is in lower case."""
        return self.id is None and self.name.islower()


@dataclass(frozen=True, slots=True)
class ActorRef:
    """Who: an entry of the vocabulary (``id``), or only the name that the text gives."""

    name: str
    id: str | None = None


class TargetKind(StrEnum):
    """What a target is."""

    MILITARY = "military"  # base, checkpoint, convoy, ship, aircraft, soldiers
    GOVERNMENT = "government"  # ministry, parliament, officials
    POLICE = "police"
    DIPLOMATIC = "diplomatic"
    ENERGY = "energy"  # oil and gas field, pipeline, power station
    TRANSPORT = "transport"  # airport, port, bridge, road, bus, ship
    MEDICAL = "medical"
    SCHOOL = "school"
    RELIGIOUS = "religious"
    MARKET = "market"
    MEDIA = "media"
    BUSINESS = "business"
    RESIDENTIAL = "residential"
    CIVILIANS = "civilians"
    ARMED_GROUP = "armed_group"  # militants, their camps and headquarters
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Target:
    """What was attacked, under the words of the text, and whose it is."""

    name: str
    kind: TargetKind = TargetKind.OTHER
    owner: ActorRef | None = None


@dataclass(frozen=True, slots=True)
class WeaponUse:
    """A type of weapon (an id of the weapons vocabulary, such as "drone") and how many."""

    type: str
    count: CountRange | None = None


class Fate(StrEnum):
    """What became of the weapons or of the attack."""

    HIT = "hit"
    INTERCEPTED = "intercepted"
    FELL_SHORT = "fell_short"  # landed away from the target, or missed it
    CRASHED = "crashed"
    FAILED_TO_EXPLODE = "failed_to_explode"
    DEFUSED = "defused"
    REPELLED = "repelled"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the weapons: ``count`` of ``weapon`` were intercepted, hit, fell short."""

    fate: Fate
    weapon: str | None = None
    count: CountRange | None = None


class PersonClass(StrEnum):
    """Who was hurt, by class; names of persons are never kept as values."""

    FORCES = "forces"  # soldiers and police of a state, coalition troops
    ATTACKERS = "attackers"
    ARMED_GROUP = "armed_group"  # militants, rebels, who were not the attackers
    CIVILIANS = "civilians"
    CHILDREN = "children"
    JOURNALISTS = "journalists"
    AID_MEDICAL = "aid_medical"
    OFFICIALS = "officials"
    CONTRACTORS = "contractors"
    PEOPLE = "people"  # the text gives no class


@dataclass(frozen=True, slots=True)
class Casualties:
    """How many of whom. "No casualties" is a count of zero, not a gap."""

    count: CountRange
    who: PersonClass = PersonClass.PEOPLE
    owner: ActorRef | None = None


class DamageLevel(StrEnum):
    """How bad material damage was."""

    NONE = "none"
    SOME = "some"  # minor, slight, some, or no degree given
    HEAVY = "heavy"  # destroyed, significant, extensive


@dataclass(frozen=True, slots=True)
class Damage:
    """Material damage: how bad, and the words for what was damaged."""

    level: DamageLevel
    what: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """What was done in answer (pursuit, retaliation, inquiry, closure), in the text's words."""

    what: str
    by: ActorRef | None = None
