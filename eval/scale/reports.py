"""Made-up reports with known truth: who tells of which event, how well, and in whose words.

One event is told by one to sixty reports: in own words, as a copy of an agency's, corrected
days later, with another toll or another attacker, with no day, no place, or only a country.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import blake2b
from itertools import count, islice
from random import Random

from eval.scale.world import Event, events, wars, word
from tallystick.model.document import Document, Segment, SegmentKind, Span
from tallystick.model.ids import report_id
from tallystick.model.statement import (
    Field,
    Reading,
    Report,
    Source,
    Stance,
    Standing,
    Statement,
    Value,
)
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    DatePrecision,
    PartialDate,
    Place,
    WeaponUse,
)

_PUBLISHERS = tuple(f"Paper {n}" for n in range(400))
_COMMON = (
    "Officials said that an inquiry had begun.",
    "It was not clear who was behind it.",
    "Ambulances took the wounded to hospital.",
    "Residents spoke of a loud explosion.",
    "No group was named at first.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A reading of one report, and the number of the event that it truly tells of."""

    reading: Reading
    event: int


@dataclass(frozen=True, slots=True)
class _Account:
    """What one report says; ``None`` is what it leaves open."""

    event: Event
    published: date | None
    day: PartialDate | None
    place: Place | None
    attacker: ActorRef | None
    weapons: int | None
    killed: int | None
    injured: int | None
    text: str = ""


def told(number: int, *, seed: int = 11) -> Iterator[Told]:
    """So many reports, always the same for one seed."""
    return islice(_endless(seed), number)


def _endless(seed: int) -> Iterator[Told]:
    random, numbers, serial = Random(seed), count(), count()
    for war in wars(random):
        for event in events(random, war, numbers):
            accounts = _accounts(random, event)
            yield from (_told(account, next(serial), random) for account in accounts)


def _accounts(random: Random, event: Event) -> Iterator[_Account]:
    """The reports on one event: an agency's, its copies, and others' own."""
    agency = replace(_account(random, event), text="")
    agency = replace(agency, text=_text(random, agency))
    yield agency
    for _ in range(min(59, int(random.paretovariate(1.4)) - 1)):
        if random.random() < 0.35:
            yield _copy(random, agency)
        else:
            own = _account(random, event)
            yield replace(own, text=_text(random, own))


def _copy(random: Random, agency: _Account) -> _Account:
    sentences = agency.text.split("\n")
    text = "\n".join(sentences[: len(sentences) - (random.random() < 0.3)])
    late = timedelta(random.randint(0, 1))
    published = agency.published + late if agency.published else None
    return replace(agency, text=text, published=published)


def _account(random: Random, event: Event) -> _Account:
    late = random.random() < 0.1
    delay = random.randint(3, 20) if late else random.randint(0, 1)
    published = None if random.random() < 0.01 else event.day + timedelta(delay)
    dispute = random.random()
    toll = event.killed + (random.randint(1, 4) if late or dispute < 0.1 else 0)
    other = event.war.parties[(event.war.parties.index(event.attacker) + 1) % 3]
    return _Account(
        event,
        published,
        _day(random, event),
        _place(random, event),
        random.choices((event.attacker, None, other), (60, 35, 5))[0],
        random.choices((event.weapons, None, event.weapons + 1), (50, 40, 10))[0],
        random.choices((toll, None), (80, 20))[0],
        random.choices((event.injured, None), (50, 50))[0],
    )


def _day(random: Random, event: Event) -> PartialDate | None:
    day = event.day
    week = PartialDate(
        day - timedelta(day.weekday()), day + timedelta(6 - day.weekday()), DatePrecision.WEEK
    )
    floating = PartialDate(None, None, DatePrecision.FLOATING, weekday=day.isoweekday())
    sorts = (PartialDate.day(day), None, week, floating)
    return random.choices(sorts, (84, 8, 4, 4))[0]


def _place(random: Random, event: Event) -> Place | None:
    return random.choices((event.place, event.war.country, None), (90, 6, 4))[0]


def _text(random: Random, account: _Account) -> str:
    event = account.event
    where = f" in {account.place.name}" if account.place else ""
    lines = [
        f"{event.act} {event.target.name}{where}, {word(random)} {word(random)} said.",
        f"{account.killed or 'No'} people were killed and {account.injured or 'none'} were hurt.",
        f"{account.attacker.name if account.attacker else 'Nobody'} was named by {word(random)}.",
        " ".join(random.sample(event.rare, 5)) + f" were near the {word(random)} road.",
        random.choice(_COMMON),
        " ".join(word(random) for _ in range(6)) + " was told by another.",
    ]
    return "\n".join(lines)


def _told(account: _Account, serial: int, random: Random) -> Told:
    document = _document(account, serial, random)
    anchor = Span(0, len(account.event.act))
    id_ = report_id(document.id, anchor)
    chain = (Source(document.publisher or ""),)
    facts = enumerate(_facts(account))
    statements = tuple(
        Statement(f"s-{serial}-{n}", id_, document.id, field, value, Stance.REPORTS, chain, anchor)
        for n, (field, value) in facts
    )
    report = Report(id_, document.id, anchor, Standing.HAPPENED, statements)
    return Told(Reading(document, (report,)), account.event.number)


def _document(account: _Account, serial: int, random: Random) -> Document:
    sha256 = blake2b(str(serial).encode(), digest_size=32).hexdigest()
    text = account.text
    return Document(
        id="d-" + sha256[:16],
        sha256=sha256,
        text=text,
        name=f"{serial}.txt",
        publisher=random.choice(_PUBLISHERS),
        language="en",
        published=PartialDate.day(account.published) if account.published else None,
        segments=(Segment(SegmentKind.BODY, Span(0, len(text))),),
    )


def _facts(account: _Account) -> Iterator[tuple[Field, Value]]:
    event = account.event
    yield Field.KIND, event.kind
    yield Field.TARGET, event.target
    count_ = None if account.weapons is None else CountRange.exactly(account.weapons)
    yield Field.WEAPON, WeaponUse(event.weapon, count_)
    if account.day:
        yield Field.WHEN, account.day
    if account.place:
        yield Field.WHERE, account.place
    if account.attacker:
        yield Field.ATTACKER, account.attacker
    for field, number in ((Field.KILLED, account.killed), (Field.INJURED, account.injured)):
        if number is not None:
            yield field, Casualties(CountRange.exactly(number))
