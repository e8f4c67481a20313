"""A made-up world of wars: places, parties and the incidents that happen in it.

A war has its own country, places, parties and years. More reports mean more wars, of sizes as
uneven as real ones, so that the number of reports on one country and day stays what it is in a
large archive and does not grow with the archive.
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
_BUSIEST = 40  # reports a day, on the mean, of the war that is told of most
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
    """Where it is fought, by whom, and when. ``places`` are sites and towns."""

    first: date
    days: int
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


def wars(random: Random) -> Iterator[tuple[War, int]]:
    """Wars without end, each with how many reports there are of it."""
    for number in count():
        days = random.randint(200, 1500)
        size = int(days * min(_BUSIEST, 2 * random.paretovariate(1.1)))
        yield _war(random, number, days, size), size


def _war(random: Random, number: int, days: int, size: int) -> War:
    code = _LETTERS[number // 26 % 26] + _LETTERS[number % 26]
    name = word(random).title()
    lat, lon = random.uniform(-50, 60), random.uniform(-170, 170)
    places = tuple(_place(random, code, number, n, lat, lon) for n in range(12 + size // 200))
    parties = tuple(
        ActorRef(f"{word(random).title()} {random.choice(('Brigades', 'Front', 'Army'))}")
        for _ in range(6)
    )
    first = FIRST + timedelta(random.randint(0, _YEARS * 365 - days))
    country = Place(name, PlacePrecision.COUNTRY, f"mw:{number}", code)
    return War(first, days, country, places, parties)


def _place(random: Random, code: str, war: int, n: int, lat: float, lon: float) -> Place:
    precision = PlacePrecision.SITE if n % 4 == 0 else PlacePrecision.TOWN
    point = round(lat + random.uniform(-4, 4), 3), round(lon + random.uniform(-4, 4), 3)
    return Place(word(random).title(), precision, f"mw:{war}-{n}", code, f"Area {n % 7}", *point)


def events(random: Random, war: War, numbers: Iterator[int]) -> Iterator[Event]:
    """Occurrences of a war without end; one in three is of a place that is shelled daily."""
    daily = war.places[0]
    while True:
        if random.random() < 1 / 3:
            begin = random.randrange(max(1, war.days - 20))
            for day in range(begin, begin + 10):
                yield _event(random, war, next(numbers), day, daily, MEANS[1])
        for _ in range(20):
            day, means = random.randrange(war.days), random.choice(MEANS)
            yield _event(random, war, next(numbers), day, random.choice(war.places), means)


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
