"""MUC templates as the template-filling papers read them: a type, and entities in five roles.

The reading follows the data of "Template Filling with Generative Transformers" (GTT; Du, Rush
and Cardie, NAACL 2021), on which the published figures rest: an entity is a fill of a slot with
all its spellings; victims are those known by name (``HUM TGT: NAME``); optional templates and
fills count like any other; a spelling that the text does not have is left out, and with its last
spelling the entity; a template that repeats another is dropped. What GTT leaves aside is kept
beside it for the further slots: victims known by description alone (role ``Described``), and the
confidence, effect and number of each entity.
"""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
DESCRIBED = "Described"  # a victim without a name: no role of the published figures
TYPES = ("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE")

_ENTITY_SLOTS = (
    ("PerpInd", "PERP: INDIVIDUAL ID"),
    ("PerpOrg", "PERP: ORGANIZATION ID"),
    ("Target", "PHYS TGT: ID"),
    ("Victim", "HUM TGT: NAME"),
    (DESCRIBED, "HUM TGT: DESCRIPTION"),
    ("Weapon", "INCIDENT: INSTRUMENT ID"),
)
_HUMAN, _PHYSICAL = ("Victim", DESCRIBED), ("Target",)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)+)"?')
_NAMED = re.compile(r'(?<=")\s*:\s*(?=")')
_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAY = re.compile(r"(?:(\d{1,2}) )?(" + "|".join(_MONTHS) + r")[A-Z]* (\d{2})")
_BEFORE = timedelta(days=31)  # how far back a date "on or before" a day may lie


@dataclass(frozen=True, slots=True)
class Filler:
    """An entity in a role of a template, by its spellings in the text.

    ``confidence`` is how sure an organisation is of being the perpetrator, ``effect`` what came
    of a target or victim, ``number`` how many it stands for; in the key's words, "" for none.
    """

    role: str
    mentions: tuple[str, ...]
    confidence: str = ""
    effect: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """An incident. ``type`` may hold alternatives ("BOMBING / ATTACK") in a key.

    ``days`` are the first and last day of its date; ``place`` its names, country first.
    """

    type: str
    fillers: tuple[Filler, ...] = ()
    stage: str = ""
    days: tuple[date, date] | None = None
    place: tuple[str, ...] = ()
    optional: bool = False

    def of(self, role: str) -> tuple[Filler, ...]:
        """The entities in a role."""
        return tuple(filler for filler in self.fillers if filler.role == role)

    def same_as(self, other: Template) -> bool:
        """Whether both say the same by GTT's reading: type and entities of the five roles."""
        return self.type == other.type and all(
            [f.mentions for f in self.of(role)] == [f.mentions for f in other.of(role)]
            for role in ROLES
        )


@dataclass(frozen=True, slots=True)
class Keyed:
    """A message with the templates of its key."""

    id: str
    text: str
    templates: tuple[Template, ...]


def load(path: Path) -> Iterator[Keyed]:
    """The messages of a JSON-lines file with their keys, in order."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            data = json.loads(line)
            yield Keyed(data["id"], data["text"], keyed(data["templates"], data["text"]))


def keyed(slots: Iterable[dict[str, list[str]]], text: str) -> tuple[Template, ...]:
    """The templates of a message's key, each once."""
    found: list[Template] = []
    for one in slots:
        template = _template(one, flat(text))
        if not any(template.same_as(other) for other in found):
            found.append(template)
    return tuple(found)


def by_one_name(templates: Iterable[Template]) -> tuple[Template, ...]:
    """Each entity by the first of its spellings alone, as GTT and GRIT give theirs."""
    return tuple(
        replace(t, fillers=tuple(replace(f, mentions=f.mentions[:1]) for f in t.fillers))
        for t in templates
    )


def flat(text: str) -> str:
    """A text in one line, in lower case, as spellings are sought in it."""
    return " ".join(text.lower().split())


def normal(text: str) -> str:
    """A spelling as the scorers compare it: lower case, no punctuation, no articles."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


# ------------------------------------------------------------------ reading a key


def _template(slots: dict[str, list[str]], text: str) -> Template:
    fillers = [f for role, slot in _ENTITY_SLOTS for f in _fillers(role, slots.get(slot) or ())]
    present = [found for filler in fillers if (found := _in_text(filler, text)).mentions]
    return Template(
        re.sub(r"\s*\(.*$", "", slots["INCIDENT: TYPE"][0]),
        tuple(_detailed(filler, slots) for filler in present),
        _first(slots, "INCIDENT: STAGE OF EXECUTION"),
        days(_first(slots, "INCIDENT: DATE")),
        place(_first(slots, "INCIDENT: LOCATION")),
        "OPTIONAL" in slots["MESSAGE: TEMPLATE"][0],
    )


def _first(slots: dict[str, list[str]], slot: str) -> str:
    return (slots.get(slot) or [""])[0]


def _fillers(role: str, fills: Sequence[str]) -> Iterator[Filler]:
    for fill in fills:
        own, *named = _NAMED.split(fill, maxsplit=1)
        if not named:  # a description of somebody named is no entity of its own
            yield Filler(role, spellings(own))


def spellings(fill: str) -> tuple[str, ...]:
    """Every quoted spelling of a fill, in lower case."""
    return tuple(dict.fromkeys(flat(s.replace("\\", "")) for s in _QUOTED.findall(fill)))


def _in_text(filler: Filler, text: str) -> Filler:
    return replace(filler, mentions=tuple(m for m in filler.mentions if m and m in text))


def _detailed(filler: Filler, slots: dict[str, list[str]]) -> Filler:
    """The entity with what further slots say of it: ``VALUE: "ENTITY"``."""
    if filler.role == "PerpOrg":
        return replace(filler, confidence=_said_of(filler, slots, "PERP: ORGANIZATION CONFIDENCE"))
    side = "HUM" if filler.role in _HUMAN else "PHYS" if filler.role in _PHYSICAL else ""
    if not side:
        return filler
    return replace(
        filler,
        effect=_said_of(filler, slots, f"{side} TGT: EFFECT OF INCIDENT"),
        number=_said_of(filler, slots, f"{side} TGT: NUMBER"),
    )


def _said_of(filler: Filler, slots: dict[str, list[str]], slot: str) -> str:
    for fill in slots.get(slot) or ():
        value, quote, names = fill.partition('"')
        if set(spellings(quote + names)) & set(filler.mentions):
            return value.strip(" ?:")
    return ""


def days(text: str) -> tuple[date, date] | None:
    """The interval of a date slot: one day, two ends, or "- day" for on or before it."""
    found = [_bounds(*match.groups()) for match in _DAY.finditer(text)]
    if not found:
        return None
    first, last = found[0][0], found[-1][1]
    return (first - _BEFORE if text.lstrip("? (").startswith("-") else first), last


def _bounds(day: str | None, month: str, year: str) -> tuple[date, date]:
    first = date(1900 + int(year), _MONTHS.index(month) + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    if not day:
        return first, last
    found = min(first + timedelta(days=int(day) - 1), last)  # a key has a 31st of November
    return found, found


def place(text: str) -> tuple[str, ...]:
    """The names in a location slot, from the country on, without their kinds."""
    bare = re.sub(r"\([^)]*\)", "", text.lstrip("? "))
    return tuple(part.strip() for part in re.split(r"[:/]| - ", bare) if part.strip())
