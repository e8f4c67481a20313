"""The errors behind the figures, with the words of the document, for a person to read.

They are printed and never written: the words belong to the documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from eval.common import Rates
from eval.gold import score_figures as counted
from eval.gold.score_match import Compared, Pair, same_value, statements
from eval.gold.score_same import Who
from eval.gold.score_told import Said, Told
from eval.gold.score_toll import totals_of
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import (
    Casualties,
    CountRange,
    Outcome,
    PartialDate,
    Place,
    Target,
    WeaponUse,
)

_AROUND = 60  # characters of context to each side


@dataclass(frozen=True, slots=True)
class Error:
    """One error: its kind, the document, what is wanted, what was given, and the words."""

    kind: str
    document: str
    wanted: str
    given: str
    words: str

    def __str__(self) -> str:
        return (
            f"  {self.document}\n    wanted: {self.wanted}\n    given:  {self.given}\n"
            f"    words:  {self.words}"
        )


def show_errors(documents: Sequence[Compared], most: int) -> None:
    """Print up to ``most`` errors of each kind, spread over the documents."""
    by_kind: dict[str, list[Error]] = {}
    for error in (e for d in documents for e in errors(d)):
        by_kind.setdefault(error.kind, []).append(error)
    for kind, found in sorted(by_kind.items(), key=lambda item: -len(item[1])):
        step = max(1, len(found) // most)
        print(f"\n== {kind}: {len(found)}")
        for error in found[::step][:most]:
            print(error)


def errors(document: Compared) -> Iterator[Error]:
    """Every error of a document."""
    made = partial(Error, document=document.wanted.id)
    text = document.wanted.text
    for told in document.missed:
        near = next((p for p in document.pairs if p.wanted is told), None)
        given = f"taken for {near.given.standing}" if near else "-"
        words = quoted(text, told.mentions[0])
        yield made("incident missed", wanted=_told(told), given=given, words=words)
    for told in document.false:
        words = quoted(text, told.mentions[0])
        yield made("incident too many", wanted="-", given=_told(told), words=words)
    for pair in document.pairs:
        if not pair.optional and pair.wanted.standing is not pair.given.standing:
            wanted, given = pair.wanted.standing, pair.given.standing
            words = quoted(text, pair.given.mentions[0])
            yield made(f"standing {wanted} as {given}", wanted=wanted, given=given, words=words)
    for pair in document.judged:
        yield from _fields(pair, document)
        yield from _statements(pair, document)


def _told(told: Told) -> str:
    when = told.view.when and _date(told.view.when)
    where = told.view.where and told.view.where.name
    return f"{told.standing} {'/'.join(told.kinds)}, {when}, {where}"


def quoted(text: str, span: Span) -> str:
    """The words in brackets, and some of those around them."""
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    return " ".join(f"..{before}[{span.of(text)}]{after}..".split())


# ------------------------------------------------------------------ fields


_Judge = Callable[[Pair], Rates]

_JUDGES: Mapping[str, tuple[Field, _Judge]] = {
    "date": (Field.WHEN, counted.date_of),
    "place": (Field.WHERE, counted.place_of),
    "weapon": (Field.WEAPON, partial(counted.weapons_of, same=counted.exactly)),
    "attacker": (Field.ATTACKER, partial(counted.parties_of, stances=counted.TOLD)),
    "claimant": (Field.ATTACKER, partial(counted.parties_of, stances=counted.CLAIMED)),
    "killed": (Field.KILLED, partial(counted.toll_of, field=Field.KILLED)),
    "injured": (Field.INJURED, partial(counted.toll_of, field=Field.INJURED)),
}


def _fields(pair: Pair, document: Compared) -> Iterator[Error]:
    if not counted.kind_right(pair):
        wanted, given = ("/".join(side.kinds) for side in (pair.wanted, pair.given))
        words = quoted(document.wanted.text, pair.wanted.mentions[0])
        yield Error("kind", document.wanted.id, wanted, given, words)
    for name, (field, judge) in _JUDGES.items():
        rates = judge(pair)
        if rates.right < max(rates.given, rates.wanted):
            yield _field(_how(name, rates), field, pair, document)


def _how(name: str, rates: Rates) -> str:
    if not rates.given:
        return f"{name} missed"
    return f"{name} without any told" if not rates.wanted else f"{name} wrong"


def _field(name: str, field: Field, pair: Pair, document: Compared) -> Error:
    text = document.wanted.text
    first = next(
        (s.span for side in (pair.wanted, pair.given) for s in side.of(field)),
        pair.wanted.mentions[0],
    )
    return Error(
        name,
        document.wanted.id,
        f"{_view(pair.wanted, field)} from {_values(pair.wanted.of(field), text)}",
        f"{_view(pair.given, field)} from {_values(pair.given.of(field), text)}",
        quoted(text, first),
    )


def _view(told: Told, field: Field) -> str:
    match field:
        case Field.WHEN:
            return _date(told.view.when) if told.view.when else "none"
        case Field.WHERE:
            return _value(told.view.where) if told.view.where else "none"
        case Field.KILLED | Field.INJURED:
            return " or ".join(f"{low}-{high}" for low, high in totals_of(told, field))
        case _:
            return ""


def _values(said: Iterable[Said], text: str) -> str:
    shown = (f"{_value(s.value)} ({s.stance}) {s.span.of(text)!r}" for s in said)
    return "; ".join(" ".join(s.split()) for s in shown) or "nothing"


# ------------------------------------------------------------------ statements


def _statements(pair: Pair, document: Compared) -> Iterator[Error]:
    text, id = document.wanted.text, document.wanted.id
    told = statements(pair.wanted, pair.given)
    for s in told.missed:
        yield Error(f"statement missed: {s.field}", id, _one(s), "-", quoted(text, s.span))
    for s in told.false:
        yield Error(f"statement too many: {s.field}", id, "-", _one(s), quoted(text, s.span))
    for w, g in told.pairs:
        words = quoted(text, g.span)
        if not same_value(w, g):
            yield Error(f"value of {w.field}", id, _one(w), _one(g), words)
        if w.stance is not g.stance:
            yield Error(f"stance {w.stance} as {g.stance}", id, _one(w), _one(g), words)
        if w.field not in (Field.WHEN, Field.WHERE) and not counted.chain_right(w, g):
            yield Error("chain", id, _one(w), _one(g), words)


def _one(said: Said) -> str:
    chain = " > ".join(_named(link) for link in said.chains[0]) or "own voice"
    return f"{said.field} {_value(said.value)} ({said.stance}) by {chain}"


def _named(who: Who) -> str:
    return "/".join(sorted(who.names | who.ids))


# ------------------------------------------------------------------ values


def _value(value: object) -> str:
    match value:
        case PartialDate():
            return _date(value)
        case Place():
            return f"{value.name} [{value.precision} {value.country} {value.lat},{value.lon}]"
        case Casualties():
            return f"{_count(value.count)} {value.who}"
        case WeaponUse():
            return value.type
        case Outcome():
            return f"{value.fate} {value.weapon or ''}".strip()
        case Target():
            return str(value.kind)
        case _:
            return str(getattr(value, "name", value))


def _date(value: PartialDate) -> str:
    if value.is_floating:
        return f"floating {value.weekday or ''}".strip()
    return str(value.start) if value.start == value.end else f"{value.start}..{value.end}"


def _count(count: CountRange) -> str:
    return f"{count.low}-{count.high}"
