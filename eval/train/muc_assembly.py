"""From what the bench model says of single strings to the templates of a message.

Every filling that is likely enough (:mod:`eval.train.muc_fillings`) is given, an entity by its
names, the likeliest first; those of one type make one template, or several where the text names
them apart (:mod:`eval.train.muc_incidents`). No torch here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eval.muc.numbers import number
from eval.muc.templates import DESCRIBED, TYPES, Filler, Template, normal
from eval.train.logistic import Logistic
from eval.train.muc_data import CONFIDENCES, EFFECTS, LABELS, ROLE_COUNT, STAGES
from eval.train.muc_fillings import Filling, chances
from eval.train.muc_incidents import Named, parts, together
from eval.train.muc_rating import Rated, Rating, agree, chance, sigmoid

_TAGGER = 0.25  # weight of the first pass for places and dates
_PLACED, _DATED = 0.4, 0.3  # chances from which a place and a day are given


@dataclass(frozen=True, slots=True)
class Choices:
    """The thresholds, set on messages kept out of training."""

    least: float = 0.22  # chance from which a filling is given: half of the F1 to be had
    same: float = 0.5  # chance from which two strings are one entity
    also: float = 0.35  # chance from which an entity's further names are given
    apart: float = 0.4  # chance below which two groups of entities are two incidents
    shared: float = 0.7  # chance from which an author or a weapon is of a further incident
    type: float = 0.5  # chance from which a type is given with no filling


@dataclass(frozen=True, slots=True)
class Entity:
    """Candidates, by index, that name one filler of a role, and those given; likeliest first."""

    label: int
    names: tuple[int, ...]
    given: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Assembler:
    """All that the assembly has learned: fillings by label, pairs of entities, thresholds."""

    fillings: tuple[Logistic, ...]
    pairs: Logistic
    choices: Choices = Choices()


def templates(rating: Rating, assembler: Assembler) -> tuple[Template, ...]:
    """The templates of a message, none where no type is likely and nothing fills any."""
    sure = chances(rating, assembler.fillings)
    return arranged(rating, sure, assembler)


def arranged(
    rating: Rating, sure: Mapping[Filling, float], assembler: Assembler
) -> tuple[Template, ...]:
    """The templates of a message, from the chances of its fillings."""
    found: list[Template] = []
    for kind in range(len(TYPES)):
        entities = [
            entity
            for label in range(ROLE_COUNT)
            for entity in _entities(rating, sure, label, kind, assembler.choices)
        ]
        if entities or 1 - rating.counts[kind][0] >= assembler.choices.type:
            found += [_template(rating, kind, part) for part in _parts(rating, entities, assembler)]
    return tuple(found)


def _entities(
    rating: Rating, sure: Mapping[Filling, float], label: int, kind: int, choices: Choices
) -> list[Entity]:
    """The entities of a role that are likely enough, the likeliest first."""
    likely = [
        (-found, filling.candidate)
        for filling, found in sure.items()
        if filling.label == label and filling.kind == kind and found >= choices.least
    ]
    given: list[list[int]] = []
    for _, i in sorted(likely):
        home = next((names for names in given if _one(rating, names[0], i, choices)), None)
        if home is None:
            given.append([i])
        else:
            home.append(i)
    also = {i for found, i in likely if -found >= choices.also}
    return [
        Entity(label, tuple(names), (names[0], *(i for i in names[1:] if i in also)))
        for names in given
    ]


def _one(rating: Rating, i: int, j: int, choices: Choices) -> bool:
    """Whether two strings name one entity."""
    nested = agree(rating.candidates[i], rating.candidates[j])
    return nested or sigmoid(rating.same[i][j]) >= choices.same


def _parts(rating: Rating, entities: Sequence[Entity], assembler: Assembler) -> list[list[Entity]]:
    """The entities of a type by incident."""
    if not entities:
        return [[]]
    odds = together(rating.text, [_named(rating, e) for e in entities], assembler.pairs)
    choices = assembler.choices
    found = parts([e.label for e in entities], odds, apart=choices.apart, shared=choices.shared)
    return [[entities[k] for k in part] for part in found]


def _named(rating: Rating, entity: Entity) -> Named:
    places = {at for i in entity.names for at in rating.candidates[i].places}
    return Named(entity.label, tuple(sorted(places)))


def _template(rating: Rating, kind: int, entities: Sequence[Entity]) -> Template:
    day = _day(rating)
    return Template(
        TYPES[kind],
        tuple(_filler(LABELS[e.label], [rating.candidates[i] for i in e.given]) for e in entities),
        STAGES[rating.stages[kind]],
        (day, day) if day else None,
        _place(rating),
    )


def _filler(role: str, names: Sequence[Rated]) -> Filler:
    """An entity by its names; what is said of it is said of the first."""
    best = names[0]
    human = role in ("Victim", DESCRIBED)
    hurt = human or role == "Target"
    return Filler(
        role,
        _apart(name.text for name in names),
        CONFIDENCES[best.confidence] if role == "PerpOrg" else "",
        EFFECTS[best.effect] if hurt else "",
        number(best.text, best.before, plural=best.plural > 0, named=role == "Victim")
        if hurt
        else "",
    )


def _apart(names: Iterable[str]) -> tuple[str, ...]:
    """The first of the names that the scorers take for one."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(normal(name), name)
    return tuple(found.values())


def _day(rating: Rating) -> date | None:
    """The day whose words are likeliest the date of an incident of a type; else the dateline."""
    label = LABELS.index("Date")
    rows = [
        (chance(c, label, _TAGGER), day)
        for c, day in zip(rating.candidates, rating.days, strict=True)
        if day is not None
    ]
    best = max(rows, key=lambda r: r[0], default=(0.0, None))
    return best[1] if best[0] >= _DATED else rating.sent


def _place(rating: Rating) -> tuple[str, ...]:
    label = LABELS.index("Place")
    rows = [(chance(c, label, _TAGGER), c.text.upper()) for c in rating.candidates]
    likely = [text for score, text in sorted(rows, reverse=True) if score >= _PLACED]
    finer = [text for text in likely if text != rating.country]
    head = (rating.country,) if rating.country else ()
    return tuple(_unique((*head, *finer[:1])))


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
