"""MUC-3/4 messages: incidents by type, five roles, dates and places.

First the published scores (``gtt``, ``ceaf_ree``, ``ceaf_rme``; see :mod:`eval.muc.scoring`) and
the further slots (:mod:`eval.muc.slots`), of the program's own reader or, with ``--model``, of a
trained bench model, by the same functions. ``gtt`` is over five roles; ``gtt_with_type``
counts the incident type as a slot too, as the published micro average does (GTT 50.2, IterX
53.0 on the test part; CEAF-RME 35.2 by ``phi_3``).

Then, for the program's own reader, three kinder figures. ``incidents`` are matched by type alone.
For ``roles`` the fillers of a document are pooled by role and each is matched once: ``roles``
wants a spelling exactly (case, articles and quotes aside); ``roles_lenient`` takes one that
contains the other as whole words. Fills and templates that the key marks as optional never count
against the program; threatened incidents are optional, since the program keeps those apart.

Names of persons are no value of the program: a victim is found by the words of the casualty or
target statement, so victims known by name alone are missed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from eval.common import (
    NOTHING,
    Figure,
    Rates,
    Scores,
    absent,
    arguments,
    data_dir,
    document_from_text,
    finish,
    share,
    unfinished,
)
from eval.matching import assign
from eval.muc import shipped
from eval.muc.fillers import PEOPLE, is_organisation
from eval.muc.fillers import fillers as shipped_fillers
from eval.muc.places import COUNTRIES
from eval.muc.scoring import Scored, Sides, ceaf_ree, ceaf_rme_phi3, ceaf_rme_subset, gtt, summed
from eval.muc.setting import plain_letters
from eval.muc.shipped import first, reports_of
from eval.muc.slots import further
from eval.muc.templates import DESCRIBED, ROLES, by_one_name, days, place
from eval.muc.templates import load as keyed_messages
from tallystick.extract import read
from tallystick.model.statement import Field, Reading, Report, Stance, Statement
from tallystick.model.values import ActorRef, PartialDate, Place, Target, WeaponUse

_SLOTS = {
    "PerpInd": ("PERP: INDIVIDUAL ID",),
    "PerpOrg": ("PERP: ORGANIZATION ID",),
    "Target": ("PHYS TGT: ID",),
    "Victim": ("HUM TGT: NAME", "HUM TGT: DESCRIPTION"),
    "Weapon": ("INCIDENT: INSTRUMENT ID",),
}
_POOLED = {"Victim": ("Victim", DESCRIBED)}  # a victim's description is a spelling of it


@dataclass(frozen=True, slots=True)
class Entity:
    """A filler of a role: its spellings."""

    spellings: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A key's incident. ``days`` is the interval of its date."""

    type: str
    optional: bool
    days: tuple[date, date] | None
    place: tuple[str, ...]  # country first
    roles: tuple[tuple[str, Entity], ...]


@dataclass(frozen=True, slots=True)
class Message:
    id: str
    text: str
    templates: tuple[Template, ...]


def main(argv: Sequence[str] = ()) -> Scores:
    """Score the program, or a model, on one part of the messages (the development part)."""
    parser = arguments("muc4", __doc__ or "")
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    parser.add_argument("--model", type=Path, help="the folder of a trained bench model")
    options = parser.parse_args(argv)
    folder = data_dir(options, "muc4")
    if folder is None:
        return absent("muc4", "muc4")
    path = folder / f"{options.part}.jsonl"
    try:
        found = _by_model if options.model else _by_program
        return finish(Scores("muc4", tuple(found(path, options))), options.json)
    except ImportError as error:
        return unfinished("muc4", error)


def _by_program(path: Path, options: argparse.Namespace) -> Iterable[Figure]:
    messages = islice(load(path), options.limit)
    pairs = [(m, read(document_from_text(m.text, m.id))) for m in messages]
    keys = islice(keyed_messages(path), options.limit)
    given = [shipped.templates_of(reading) for _, reading in pairs]
    yield from published([(g, k.templates) for g, k in zip(given, keys, strict=True)])
    yield from figures(pairs)


def _by_model(path: Path, options: argparse.Namespace) -> Iterable[Figure]:
    """Raises ``ImportError`` where torch is not there."""
    from eval.train.muc_reading import read_all  # noqa: PLC0415 - takes torch

    keys = list(islice(keyed_messages(path), options.limit))
    given = read_all(options.model, keys)
    yield from published([(g, k.templates) for g, k in zip(given, keys, strict=True)])


def published(messages: Scored) -> Iterable[Figure]:
    """The published scores and the further slots; CEAF-RME alone looks at every spelling given."""
    named = [(by_one_name(given), wanted) for given, wanted in messages]
    slots = gtt(named)
    yield from _sides("gtt", summed(slots[role] for role in ROLES))
    yield from _sides("gtt_with_type", summed(slots.values()))
    for name, sides in slots.items():
        yield from _sides(f"gtt.{name}", sides)
    yield from sum((ceaf_ree(named, role) for role in ROLES), NOTHING).figures("ceaf_ree")
    yield from _sides("ceaf_rme_phi3", ceaf_rme_phi3(messages))
    yield from _sides("ceaf_rme_subset", ceaf_rme_subset(messages))
    for name, rates in further(named).items():
        yield from rates.figures(f"slot.{name}")


def _sides(name: str, sides: Sides) -> Iterable[Figure]:
    yield Figure(f"{name}.precision", sides.precision, round(sides.given))
    yield Figure(f"{name}.recall", sides.recall, round(sides.wanted))
    yield Figure(f"{name}.f1", sides.f1)


def load(path: Path) -> Iterable[Message]:
    """The messages of a file, in order."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            data = json.loads(line)
            yield Message(data["id"], data["text"], tuple(map(template, data["templates"])))


def figures(pairs: Sequence[tuple[Message, Reading]]) -> Iterable[Figure]:
    """All figures, over the messages and what the program read of each."""
    yield from sum((detected(m, r) for m, r in pairs), NOTHING).figures("incidents")
    for name, same in (("roles", exactly), ("roles_lenient", loosely)):
        by_role = {
            role: sum((filled(m, r, role, same) for m, r in pairs), NOTHING) for role in ROLES
        }
        yield from sum(by_role.values(), NOTHING).figures(name)
        yield from (Figure(f"{name}.{role}.f1", rates.f1) for role, rates in by_role.items())
    yield from _when_and_where(pairs)


# ------------------------------------------------------------------ the key


def template(data: dict[str, list[str]]) -> Template:
    """A template of the key, its slots read as the guidelines write them."""
    optional = "OPTIONAL" in data["MESSAGE: TEMPLATE"][0]
    threat = data["INCIDENT: STAGE OF EXECUTION"] == ["THREATENED"]
    roles = [(role, found) for role, slots in _SLOTS.items() for found in _fills(data, slots)]
    return Template(
        data["INCIDENT: TYPE"][0].split(" / ")[0],
        optional or threat,
        days((data.get("INCIDENT: DATE") or [""])[0]),
        place((data.get("INCIDENT: LOCATION") or [""])[0]),
        tuple(roles),
    )


def _fills(data: dict[str, list[str]], slots: Sequence[str]) -> list[Entity]:
    """The entities in some slots; a description of somebody named is a spelling of the name."""
    found: list[Entity] = []
    for fill in (fill for slot in slots for fill in data.get(slot, ())):
        own, *named = (entity(side) for side in re.split(r'(?<=")\s*:\s*(?=")', fill, maxsplit=1))
        known = next((e for e in found if named and exactly(e, named[0])), None)
        if known is None:
            found.append(own)
        else:
            found[found.index(known)] = Entity(known.spellings + own.spellings, known.optional)
    return [entity for entity in found if entity.spellings]


def entity(fill: str) -> Entity:
    """Every quoted spelling of a fill; a leading question mark makes it optional."""
    spellings = re.findall(r'"((?:[^"\\]|\\.)+)"?', fill)
    return Entity(tuple(normal(s.replace("\\", "")) for s in spellings), fill.startswith("?"))


def normal(text: str) -> str:
    """Words as the messages write them: upper case, no accents, no leading article."""
    words = re.sub(r"[^\w\s'-]", " ", plain_letters(text).upper()).split()
    while words and words[0] in ("THE", "A", "AN"):
        words = words[1:]
    return " ".join(words)


# ------------------------------------------------------------------ the program's side


def fillers(reading: Reading, role: str) -> list[Entity]:
    """The program's fillers of a role over a whole message, each once."""
    text = reading.document.text
    said = (s for report, _ in reports_of(reading) for s in report.statements)
    found: dict[str, tuple[str, ...]] = {}
    for statement in said:
        spellings = _spellings(statement, role, text)
        if spellings and statement.stance is not Stance.DENIES:
            found[spellings[0]] = (*found.get(spellings[0], ()), *spellings)
    return [Entity(tuple(dict.fromkeys(spellings))) for spellings in found.values()]


def _spellings(statement: Statement, role: str, text: str) -> tuple[str, ...]:
    """What a statement calls an entity: by its noun phrase, its value, and its whole words."""
    name = _role_name(statement, role)
    if name is None:
        return ()
    phrases = [
        m
        for f in shipped_fillers(statement, text)
        if f.role in _POOLED.get(role, (role,))
        for m in f.mentions
    ]
    words = normal(statement.span.of(text))
    return tuple(filter(None, (*map(normal, phrases), normal(name), words)))


def _role_name(statement: Statement, role: str) -> str | None:
    value = statement.value
    if isinstance(value, ActorRef) and statement.field is Field.ATTACKER:
        organised = is_organisation(value)
        return value.name if role == ("PerpOrg" if organised else "PerpInd") else None
    if isinstance(value, Target):
        return value.name if role == ("Victim" if value.kind in PEOPLE else "Target") else None
    if isinstance(value, WeaponUse):
        return "" if role == "Weapon" else None
    hurt = statement.field in (Field.KILLED, Field.INJURED, Field.ABDUCTED)
    return "" if hurt and role == "Victim" else None


# ------------------------------------------------------------------ scoring


def detected(message: Message, reading: Reading) -> Rates:
    """Incidents by type: as many of a type as both have are right."""
    given = Counter(type for _, type in reports_of(reading))
    wanted = Counter(t.type for t in message.templates if not t.optional)
    spare = Counter(t.type for t in message.templates if t.optional)
    right = given & wanted
    excused = (given - right) & spare
    return Rates(right.total(), given.total() - excused.total(), wanted.total())


def exactly(given: Entity, wanted: Entity) -> bool:
    return bool(set(given.spellings) & set(wanted.spellings))


def loosely(given: Entity, wanted: Entity) -> bool:
    return any(_holds(a, b) or _holds(b, a) for a in given.spellings for b in wanted.spellings)


def _holds(longer: str, shorter: str) -> bool:
    return bool(shorter) and f" {shorter} " in f" {longer} "


def filled(
    message: Message, reading: Reading, role: str, same: Callable[[Entity, Entity], bool]
) -> Rates:
    """One role over one message: each entity of the key is matched once."""
    wanted = _entities(message, role)
    given = fillers(reading, role)
    pairs = assign(given, wanted, lambda g, w: same(g, w) * (1.0 if w.optional else 2.0))
    right = sum(not w.optional for _, w in pairs)
    return Rates(
        right, len(given) - len(pairs) + right, sum(not entity.optional for entity in wanted)
    )


def _entities(message: Message, role: str) -> list[Entity]:
    """The entities of a role, each once: those of two templates that share a spelling are one.

    One that any template requires is required.
    """
    merged: list[Entity] = []
    for wanted in (e for t in message.templates for e in _of_role(t, role)):
        known = next((e for e in merged if exactly(e, wanted)), None)
        if known is None:
            merged.append(wanted)
        else:
            both = dict.fromkeys((*known.spellings, *wanted.spellings))
            optional = known.optional and wanted.optional
            merged[merged.index(known)] = Entity(tuple(both), optional)
    return merged


def _of_role(template: Template, role: str) -> list[Entity]:
    return [
        Entity(found.spellings, found.optional or template.optional)
        for name, found in template.roles
        if name == role
    ]


def _when_and_where(pairs: Sequence[tuple[Message, Reading]]) -> Iterable[Figure]:
    matched = [pair for m, r in pairs for pair in _matched(m, r)]
    dated = [(first(report, Field.WHEN), t.days) for report, t in matched if t.days]
    placed = [(first(report, Field.WHERE), t.place) for report, t in matched if t.place]
    finer = [(seen, names) for seen, names in placed if len(names) > 1]
    yield share("date", sum(date_right(s, d) for s, d in dated), len(dated), "intervals overlap")
    yield share("country", sum(country_right(s, n) for s, n in placed), len(placed))
    yield share("place", sum(place_right(s, n) for s, n in finer), len(finer), "a name in the slot")


def _matched(message: Message, reading: Reading) -> list[tuple[Report, Template]]:
    """Reports and templates of one type, one to one, by date and place where they can tell."""

    def weight(given: tuple[Report, str], wanted: Template) -> float:
        if given[1] != wanted.type:
            return 0.0
        when, where = first(given[0], Field.WHEN), first(given[0], Field.WHERE)
        dated = wanted.days is not None and date_right(when, wanted.days)
        return 10.0 + 2 * place_right(where, wanted.place) + dated

    return [(given[0], t) for given, t in assign(reports_of(reading), message.templates, weight)]


def date_right(seen: PartialDate | None, wanted: tuple[date, date]) -> bool:
    if seen is None or seen.start is None or seen.end is None:
        return False
    return seen.start <= wanted[1] and wanted[0] <= seen.end


def country_right(seen: Place | None, wanted: Sequence[str]) -> bool:
    return seen is not None and seen.country == COUNTRIES.get(wanted[0], "?")


def place_right(seen: Place | None, wanted: Sequence[str]) -> bool:
    return seen is not None and normal(seen.name) in {normal(name) for name in wanted[1:]}
