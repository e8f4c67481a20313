"""A made-up world of wars: places, parties and the incidents that happen in it.

A war has its own country, places, parties and years, and some two thousand reports. More reports
mean more wars. How many reports a day a war has goes round in turn, from a few to forty, most
reports being of the wars that are told of most: so a sample has as many reports on one country
and day as a larger one, whatever its size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, Place, PlacePrecision, Target, TargetKind

FIRST = date(2004, 1, 1)
_YEARS = 20
_SIZE = 2_000  # reports on a war
_BUSY = (10, 40, 3.3, 33, 2.4, 40, 4.7, 22, 6.7, 14)  # reports a day, of one war after another
_TOLD = 2.6  # reports on an event, on the mean
_SHELLED, _EVERY = 10, 20  # days on which one place is shelled, of so many
_SYLLABLES = (
    "ba", "dor", "kel", "mi", "nar", "osh", "pra", "qu", "ras", "sul", "tev", "ul", "vash",
    "wen", "yor", "zin", "gar", "hol", "jub", "lam", "ek", "ith", "om", "fri",
)  # fmt: skip
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MEANS = (
    (IncidentKind.SHELLING, "rocket", TargetKind.MILITARY, "Rockets hit", "base"),
    (IncidentKind.SHELLING, "mortar", TargetKind.RESIDENTIAL, "Mortars hit", "houses"),
    (IncidentKind.DRONE_ATTACK, "drone", TargetKind.ENERGY, "Drones hit", "depot"),
    (IncidentKind.BOMBING, "ied", TargetKind.POLICE, "A bomb hit", "patrol"),
    (IncidentKind.SHOOTING, "firearm", TargetKind.CIVILIANS, "Gunmen attacked", "villagers"),
    (IncidentKind.AIR_STRIKE, "missile", TargetKind.ARMED_GROUP, "Aircraft hit", "camp"),
)


def word(random: Random, syllables: int = 3) -> str:
    """A word of no language, folded."""
    return "".join(random.choices(_SYLLABLES, k=syllables))


@dataclass(frozen=True, slots=True)
class War:
    """Where it is fought, by whom, and when. ``places`` are sites and towns; ``busy`` is how many
    reports there are on one of its days."""

    first: date
    days: int
    busy: float
    country: Place
    places: tuple[Place, ...]
    parties: tuple[ActorRef, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence as it was. ``rare`` are the names and words that go with it alone."""

    number: int
    war: War
    day: date
    place: Place
    kind: IncidentKind
    weapon: str
    weapons: int
    attacker: ActorRef
    target: Target
    killed: int
    injured: int
    act: str
    rare: tuple[str, ...]


def wars(random: Random) -> Iterator[War]:
    """Wars without end."""
    yield from (_war(random, number, _BUSY[number % len(_BUSY)]) for number in count())


def _war(random: Random, number: int, busy: float) -> War:
    code = _LETTERS[number // 26 % 26] + _LETTERS[number % 26]
    name = word(random).title()
    lat, lon = random.uniform(-50, 60), random.uniform(-170, 170)
    places = tuple(_place(random, code, number, n, lat, lon) for n in range(12 + round(4 * busy)))
    parties = tuple(
        ActorRef(f"{word(random).title()} {random.choice(('Brigades', 'Front', 'Army'))}")
        for _ in range(6)
    )
    days = round(_SIZE / busy)
    first = FIRST + timedelta(random.randint(0, _YEARS * 365 - days))
    country = Place(name, PlacePrecision.COUNTRY, f"mw:{number}", code)
    return War(first, days, busy, country, places, parties)


def _place(random: Random, code: str, war: int, n: int, lat: float, lon: float) -> Place:
    precision = PlacePrecision.SITE if n % 4 == 0 else PlacePrecision.TOWN
    point = round(lat + random.uniform(-4, 4), 3), round(lon + random.uniform(-4, 4), 3)
    return Place(word(random).title(), precision, f"mw:{war}-{n}", code, f"Area {n % 7}", *point)


def events(random: Random, war: War, numbers: Iterator[int]) -> Iterator[Event]:
    """The occurrences of a war, day by day.

    One place is shelled daily for ten days, left alone for ten, and so on. No two of a day are
    at one place by the same means: nobody who reads of such two could tell them apart.
    """
    for day in range(war.days):
        shelled = day % _EVERY < _SHELLED
        taken = {(war.places[0], MEANS[1])} if shelled else set()
        for _ in range(int(war.busy / _TOLD - shelled + random.random())):
            taken.add((random.choice(war.places), random.choice(MEANS)))
        for place, means in sorted(
            taken, key=lambda each: (each[0].name, each[0].id or "", each[1][1])
        ):
            yield _event(random, war, next(numbers), day, place, means)


def _event(
    random: Random,
    war: War,
    number: int,
    day: int,
    place: Place,
    means: tuple[IncidentKind, str, TargetKind, str, str],
) -> Event:
    kind, weapon, target, act, thing = means
    side = random.randrange(3)
    killed = int(random.paretovariate(1.1)) - 1
    return Event(
        number=number,
        war=war,
        day=war.first + timedelta(day),
        place=place,
        kind=kind,
        weapon=weapon,
        weapons=random.randint(1, 6),
        attacker=war.parties[side],
        target=Target(f"a {thing}", target, war.parties[3 + side]),
        killed=min(killed, 60),
        injured=min(int(killed * random.uniform(0, 4)), 200),
        act=act,
        rare=tuple(word(random) for _ in range(10)),
    )
