"""A value of a statement as a form, and back: what an analyst puts in the place of a misreading."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tallystick.analyse.asked import area, party, weapon
from tallystick.model.statement import Field, Standing, Value
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    Damage,
    DamageLevel,
    DatePrecision,
    DayPart,
    Fate,
    Outcome,
    PartialDate,
    PersonClass,
    Place,
    PlacePrecision,
    Response,
    Target,
    TargetKind,
    WeaponUse,
)
from tallystick.present import words
from tallystick.present.days import read_day
from tallystick.vocab.gazetteer import load_gazetteer


@dataclass(frozen=True, slots=True)
class Input:
    """One control of the form: a text to type, or one of some options to choose."""

    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()


def _text(name: str, label: str, value: object) -> Input:
    return Input(name, label, "" if value is None else str(value))


def _choice(name: str, label: str, value: str | None, kinds: Iterable[StrEnum]) -> Input:
    options = tuple((kind.value, words.plain(kind.value)) for kind in kinds)
    return Input(name, label, value or "", options)


def inputs(value: Value) -> list[Input]:
    """The controls for a value, filled with it."""
    match value:
        case IncidentKind():
            return [_choice("kind", "Kind", value, IncidentKind)]
        case Standing():
            return [_choice("standing", "Standing", value, Standing)]
        case PartialDate(start=start, end=end, part=part):
            anything = Input("part", "Part of the day", part or "", (("", "not said"), *_PARTS))
            return [
                _text("start", "First possible day", start),
                _text("end", "Last possible day", end),
                anything,
            ]
        case Place(name=name, country=country, precision=precision):
            return [
                _text("name", "Place", name),
                _text("country", "Country", country and words.country_name(country)),
                _choice("precision", "How finely", precision, PlacePrecision),
            ]
        case ActorRef(name=name):
            return [_text("name", "Who", name)]
        case _:
            return _effects(value)


_BLANK: Mapping[Field, Value] = {
    Field.KIND: IncidentKind.ATTACK,
    Field.OCCURRENCE: Standing.HAPPENED,
    Field.WHEN: PartialDate(None, None, DatePrecision.FLOATING),
    Field.WHERE: Place("", PlacePrecision.TOWN),
    Field.ATTACKER: ActorRef(""),
    Field.TARGET: Target("", TargetKind.OTHER),
    Field.WEAPON: WeaponUse(""),
    Field.OUTCOME: Outcome(Fate.HIT),
    Field.DAMAGE: Damage(DamageLevel.SOME),
    Field.RESPONSE: Response(""),
}


def blank_inputs(field: Field) -> list[Input]:
    """The controls for a value that nobody has given yet."""
    return inputs(_BLANK.get(field) or Casualties(CountRange(None, None), PersonClass.PEOPLE))


_PARTS = tuple((part.value, part.value) for part in DayPart)


def _effects(value: Value) -> list[Input]:
    match value:
        case Target(name=name, kind=kind, owner=owner):
            told = [_text("name", "Target", name), _choice("kind", "Sort", kind, TargetKind)]
            return [*told, _text("owner", "Whose it is", owner and owner.name)]
        case WeaponUse(type=type_, count=count):
            return [_text("weapon", "Weapon", type_), *_count(count)]
        case Outcome(fate=fate, weapon=type_, count=count):
            told = [_choice("fate", "What became of them", fate, Fate)]
            return [*told, _text("weapon", "Weapon", type_), *_count(count)]
        case Casualties(count=count, who=who, owner=owner):
            told = [*_count(count), _choice("who", "Of whom", who, PersonClass)]
            return [*told, _text("owner", "Whose they are", owner and owner.name)]
        case Damage(level=level, what=what):
            return [_choice("level", "How bad", level, DamageLevel), _text("what", "To what", what)]
        case Response(what=what, by=by):
            return [_text("what", "What was done", what), _text("by", "By whom", by and by.name)]
    raise TypeError(f"no form for {type(value).__name__}")


def _count(count: CountRange | None) -> list[Input]:
    low, high = (count.low, count.high) if count else (None, None)
    return [_text("low", "At least", low), _text("high", "At most", high)]


# -- back --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, the words that are its evidence, and the value that was read, if any."""

    given: Mapping[str, str]
    quote: str
    old: Value | None = None

    def get(self, name: str) -> str:
        return self.given.get(name, "").strip()

    def need(self, name: str) -> str:
        """Raises ``ValueError`` where it is missing."""
        found = self.get(name)
        if not found:
            raise ValueError(f"say {name}")
        return found

    def actor(self, name: str) -> ActorRef | None:
        """Who stands there: as before where the name is, else by the vocabulary."""
        typed, old = self.get(name), getattr(self.old, name, None)
        known = isinstance(old, ActorRef) and old.name == typed
        return old if known else party(typed) if typed else None

    def count(self) -> CountRange | None:
        low, high = (_number(self.get(name)) for name in ("low", "high"))
        return None if low is None and high is None else CountRange(low, high, self.quote)


def value_of(field: Field, typed: Typed) -> Value:
    """What was typed as a value of the field.

    Raises ``ValueError`` or ``RuleError`` where it is none.
    """
    return _READERS[field](typed)


def _number(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError(f"{text!r} is no number of things")
    return int(text)


def _date(typed: Typed) -> Value:
    start = read_day(typed.get("start"), last=False) if typed.get("start") else None
    end = read_day(typed.get("end"), last=True) if typed.get("end") else None
    part = DayPart(typed.get("part")) if typed.get("part") else None
    weekday = start.isoweekday() if start and start == end else None
    return PartialDate(start, end, _precision(start, end), typed.quote, weekday, part)


def _precision(start: date | None, end: date | None) -> DatePrecision:
    if start is None and end is None:
        raise ValueError("a date needs a first or a last possible day")
    if start is None or end is None:
        return DatePrecision.INTERVAL
    if start == end:
        return DatePrecision.DAY
    if start.day == 1 and end == start.replace(day=monthrange(start.year, start.month)[1]):
        return DatePrecision.MONTH
    if (start.month, start.day, end) == (1, 1, start.replace(month=12, day=31)):
        return DatePrecision.YEAR
    return DatePrecision.DAYS if (end - start).days <= 14 else DatePrecision.INTERVAL


def _place(typed: Typed) -> Value:
    """A place of the gazetteer where it has one of that name, in that country."""
    name, precision = typed.need("name"), PlacePrecision(typed.need("precision"))
    country = area(typed.get("country")).country if typed.get("country") else None
    old = typed.old
    if isinstance(old, Place) and (old.name, old.precision, old.country) == (
        name,
        precision,
        country,
    ):
        return old
    known = load_gazetteer().lookup(name)
    there = [c for c in known if c.precision is precision and country in (None, c.country)]
    return there[0].place if there else Place(name, precision, None, country)


def _target(typed: Typed) -> Value:
    return Target(typed.need("name"), TargetKind(typed.need("kind")), typed.actor("owner"))


def _outcome(typed: Typed) -> Value:
    type_ = weapon(typed.get("weapon")) if typed.get("weapon") else None
    return Outcome(Fate(typed.need("fate")), type_, typed.count())


def _casualties(typed: Typed) -> Value:
    count = typed.count()
    if count is None:
        raise ValueError("say how many at least or at most; 0 where nobody was")
    return Casualties(count, PersonClass(typed.need("who")), typed.actor("owner"))


_READERS: Mapping[Field, Callable[[Typed], Value]] = {
    Field.KIND: lambda typed: IncidentKind(typed.need("kind")),
    Field.OCCURRENCE: lambda typed: Standing(typed.need("standing")),
    Field.WHEN: _date,
    Field.WHERE: _place,
    Field.ATTACKER: lambda typed: party(typed.need("name")),
    Field.TARGET: _target,
    Field.WEAPON: lambda typed: WeaponUse(weapon(typed.need("weapon")), typed.count()),
    Field.OUTCOME: _outcome,
    Field.KILLED: _casualties,
    Field.INJURED: _casualties,
    Field.ABDUCTED: _casualties,
    Field.DAMAGE: lambda typed: Damage(DamageLevel(typed.need("level")), typed.get("what")),
    Field.RESPONSE: lambda typed: Response(typed.need("what"), typed.actor("by")),
}
