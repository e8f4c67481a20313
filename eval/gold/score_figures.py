"""What is counted on a compared document: each measure gives right, given and wanted.

Fields are judged on matched incidents. A measure of a value counts right, given and wanted, so
that precision is lost where a value is given and none is told, and recall where one is told and
none is given; a measure of a choice (a kind, a stance) is a share of what was matched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from eval.common import NOTHING, Figure, Rates, share
from eval.gold.score_match import Compared, Pair, dice, place_found, same_value, statements
from eval.gold.score_same import (
    Who,
    near_days,
    near_place,
    related_who,
    same_bounds,
    same_chain,
    same_days,
    same_nearest,
    same_who,
)
from eval.gold.score_told import Said, Told, ToldTally, distinct
from eval.gold.score_toll import figure_of, same_best, same_toll
from eval.matching import assign
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.taxonomy import compatible
from tallystick.model.values import PartialDate, Place, Target
from tallystick.vocab.weapons import weapon_book

A = TypeVar("A")

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SETTING = (Field.WHEN, Field.WHERE)  # labelled without their sources
_FEW_DAYS = 3

Stances = frozenset[Stance]
CLAIMED: Stances = frozenset({Stance.CLAIMS})
TOLD: Stances = frozenset(Stance) - CLAIMED - {Stance.DENIES}
"""Named, blamed or suspected."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the table. ``share`` where right ones are a share of what was matched."""

    name: str
    count: Callable[[Compared], Rates]
    share: bool = False


def measured(measure: Measure, documents: Iterable[Compared]) -> Rates:
    return sum(map(measure.count, documents), NOTHING)


def figures(documents: Sequence[Compared], prefix: str = "") -> Iterable[Figure]:
    """All figures over some documents, named ``prefix`` and the measure's name."""
    for measure in MEASURES:
        rates = measured(measure, documents)
        name = prefix + measure.name
        if measure.share:
            yield share(name, rates.right, round(rates.wanted))
        else:
            yield from rates.figures(name)


def _over(documents: Iterable[Pair], count: Callable[[Pair], Rates]) -> Rates:
    return sum(map(count, documents), NOTHING)


def _share(rights: Iterable[bool]) -> Rates:
    listed = list(rights)
    return Rates(sum(listed), len(listed), len(listed))


def _value(wanted: bool, given: bool, right: bool) -> Rates:
    return Rates(wanted and given and right, given, wanted)


# ------------------------------------------------------------------ incidents


def incidents(document: Compared) -> Rates:
    """Incidents of the day. Optional ones, and what is taken for one, count on neither side."""
    found = sum(p.found for p in document.pairs)
    return Rates(found, found + len(document.false), found + len(document.missed))


def standing(document: Compared) -> Rates:
    """Of all matched incidents, also of those that are background or only planned."""
    pairs = [p for p in document.pairs if not p.optional]
    return _share(p.wanted.standing is p.given.standing for p in pairs)


def kind(document: Compared, *, lenient: bool) -> Rates:
    """One of the kinds that are right; leniently, one that can be the same occurrence."""
    return _share(kind_right(p, lenient=lenient) for p in document.judged)


def kind_right(pair: Pair, *, lenient: bool = False) -> bool:
    given = pair.given.kinds[0]
    if not lenient:
        return given in pair.wanted.kinds
    return any(compatible(given, k) for k in pair.wanted.kinds)


# ------------------------------------------------------------------ date and place


def date(document: Compared, same: Callable[[PartialDate, PartialDate], bool]) -> Rates:
    return _over(document.judged, partial(date_of, same=same))


def date_of(pair: Pair, same: Callable[[PartialDate, PartialDate], bool] = same_days) -> Rates:
    """The interval that a user would see, against that of the labels taken together or, where
    they name several days, one of these."""
    when = pair.given.view.when
    days = _days(pair.wanted)
    return _value(
        bool(days), when is not None, when is not None and any(same(day, when) for day in days)
    )


def _days(told: Told) -> list[PartialDate]:
    if told.view.when is None:
        return []
    said = [s.value for s in told.asserted(Field.WHEN) if isinstance(s.value, PartialDate)]
    return [told.view.when, *filter(_is_fine, said)]


def _is_fine(day: PartialDate) -> bool:
    if day.start is None or day.end is None:
        return False
    return (day.end - day.start).days < _FEW_DAYS


def place(document: Compared, *, lenient: bool) -> Rates:
    return _over(document.judged, partial(place_of, lenient=lenient))


def place_of(pair: Pair, *, lenient: bool = False) -> Rates:
    """The place that a user would see, against any that is labelled."""
    where = pair.given.view.where
    places = [s.value for s in pair.wanted.asserted(Field.WHERE) if isinstance(s.value, Place)]
    right = place_found(pair.wanted, pair.given)
    if lenient and where is not None:
        right = any(near_place(p, where) for p in places)
    return _value(bool(places), where is not None, right)


# ------------------------------------------------------------------ weapons, parties, targets


def _paired(
    wanted: Sequence[A], given: Sequence[A], same: Callable[[A, A], bool], close: float = 0.5
) -> Rates:
    found = assign(wanted, given, lambda a, b: 1.0 + close * (a == b) if same(a, b) else 0.0)
    return Rates(len(found), len(given), len(wanted))


def weapon(document: Compared, same: Callable[[str, str], bool]) -> Rates:
    return _over(document.judged, partial(weapons_of, same=same))


def weapons_of(pair: Pair, same: Callable[[str, str], bool]) -> Rates:
    """The types of weapon, each once."""
    wanted, given = ([w.type for w in side.view.weapons] for side in (pair.wanted, pair.given))
    return _paired(wanted, given, same)


def exactly(first: str, second: str) -> bool:
    return first == second


def by_lineage(first: str, second: str) -> bool:
    return weapon_book().compatible(first, second)


def party(
    document: Compared, *, stances: Stances, same: Callable[[Who, Who], bool] = same_who
) -> Rates:
    return _over(document.judged, partial(parties_of, stances=stances, same=same))


def parties_of(
    pair: Pair, *, stances: Stances, same: Callable[[Who, Who], bool] = same_who
) -> Rates:
    """Those who are told to have done it in one of some stances; each once."""
    wanted, given = (parties(side, stances=stances) for side in (pair.wanted, pair.given))
    return _paired(wanted, given, same)


def parties(told: Told, *, stances: Stances) -> list[Who]:
    said = [s for s in told.of(Field.ATTACKER) if s.stance in stances]
    return distinct([s.actor for s in said if s.actor is not None])


def target(document: Compared) -> Rates:
    return _over(document.judged, targets_of)


def targets_of(pair: Pair) -> Rates:
    """Words of targets that overlap; what is named again elsewhere counts once."""
    told = statements(pair.wanted, pair.given)
    return _counted(told.pairs, told.missed, told.false, Field.TARGET)


def target_kind(document: Compared) -> Rates:
    """The kind of those targets whose words overlap."""
    pairs = _matched(document, Field.TARGET)
    return _share(
        isinstance(w.value, Target) and isinstance(g.value, Target) and w.value.kind is g.value.kind
        for w, g in pairs
    )


# ------------------------------------------------------------------ tolls


def toll(document: Compared, field: Field, same: Callable[[Told, Told, Field], bool]) -> Rates:
    return _over(document.judged, partial(toll_of, field=field, same=same))


def toll_of(
    pair: Pair, field: Field, same: Callable[[Told, Told, Field], bool] = same_toll
) -> Rates:
    """The whole toll, in its interval or in the one figure to quote."""
    wanted, given = (figure_of(side, field).known for side in (pair.wanted, pair.given))
    return _value(wanted, given, same(pair.wanted, pair.given, field))


# ------------------------------------------------------------------ statements


def statement(document: Compared, *, field: Field | None = None, valued: bool = False) -> Rates:
    """Statements by field and words (and value): those of missed and of false incidents too."""
    found = _over(document.judged, partial(statements_of, field=field, valued=valued))
    given = [s for told in document.false for s in told.said if field in (None, s.field)]
    matched = {id(p.wanted) for p in document.judged}
    lost = [t for t in document.missed if id(t) not in matched]
    wanted = [s for told in lost for s in told.said if field in (None, s.field)]
    return found + Rates(0, len(given), len(wanted))


def statements_of(pair: Pair, *, field: Field | None = None, valued: bool = False) -> Rates:
    told = statements(pair.wanted, pair.given)
    rates = _counted(told.pairs, told.missed, told.false, field)
    if not valued:
        return rates
    wrong = sum(not same_value(w, g) for w, g in told.pairs if field in (None, w.field))
    return Rates(rates.right - wrong, rates.given, rates.wanted)


def _counted(
    pairs: Sequence[tuple[Said, Said]],
    missed: Sequence[Said],
    false: Sequence[Said],
    field: Field | None,
) -> Rates:
    right = sum(field in (None, w.field) for w, _ in pairs)
    lost = sum(field in (None, s.field) for s in missed)
    extra = sum(field in (None, s.field) for s in false)
    return Rates(right, right + extra, right + lost)


def _matched(document: Compared, *fields: Field) -> list[tuple[Said, Said]]:
    """The matched statements on some fields (on all, where none is named)."""
    return [
        (w, g)
        for pair in document.judged
        for w, g in statements(pair.wanted, pair.given).pairs
        if not fields or w.field in fields
    ]


def stance(document: Compared) -> Rates:
    return _share(w.stance is g.stance for w, g in _matched(document))


def marked_stance(document: Compared) -> Rates:
    """The stances other than a plain report."""
    pairs = _matched(document)
    wanted = [w.stance is not Stance.REPORTS for w, _ in pairs]
    given = [g.stance is not Stance.REPORTS for _, g in pairs]
    return Rates(
        sum(a and w.stance is g.stance for a, (w, g) in zip(wanted, pairs, strict=True)),
        sum(given),
        sum(wanted),
    )


def sourced(document: Compared) -> list[tuple[Said, Said]]:
    """The matched statements of which the sources are compared: all but of day and place."""
    return [(w, g) for w, g in _matched(document) if w.field not in _SETTING]


def chain(document: Compared, *, spoken: bool = False) -> Rates:
    """The whole chain; ``spoken``: where the label has one at all."""
    pairs = [(w, g) for w, g in sourced(document) if not spoken or any(w.chains)]
    return _share(chain_right(w, g) for w, g in pairs)


def chain_right(wanted: Said, given: Said) -> bool:
    return any(same_chain(a, b) for a in wanted.chains for b in given.chains)


def nearest(document: Compared) -> Rates:
    return _share(
        any(same_nearest(a, b) for a in w.chains for b in g.chains) for w, g in sourced(document)
    )


# ------------------------------------------------------------------ the rest of a document


def tally(document: Compared) -> Rates:
    """Announced counts: their words overlap and the number is the same."""
    found = assign(
        document.wanted.tallies,
        document.given.tallies,
        lambda w, g: float(w.span.overlaps(g.span) and same_bounds(_ends(w), _ends(g))),
    )
    return Rates(len(found), len(document.given.tallies), len(document.wanted.tallies))


def _ends(tally: ToldTally) -> tuple[int | None, int | None]:
    return tally.count.low, tally.count.high


def source_tokens(document: Compared) -> Rates:
    return _in_tokens(document.wanted.text, document.wanted.sources, document.given.sources)


def content_tokens(document: Compared) -> Rates:
    return _in_tokens(document.wanted.text, document.wanted.contents, document.given.contents)


def _in_tokens(text: str, wanted: Iterable[Span], given: Iterable[Span]) -> Rates:
    first, second = _tokens(text, wanted), _tokens(text, given)
    return Rates(len(first & second), len(second), len(first))


def _tokens(text: str, spans: Iterable[Span]) -> set[int]:
    return {
        match.start() for span in spans for match in _TOKEN.finditer(text, span.start, span.end)
    }


def on_generic(document: Compared) -> int:
    """False incidents that rest on words that name no single one."""
    return sum(dice(f.mentions, document.wanted.generic) > 0 for f in document.false)


_BY_WEAPON: Mapping[str, Callable[[str, str], bool]] = {"": exactly, ".lenient": by_lineage}

MEASURES: tuple[Measure, ...] = (
    Measure("incidents", incidents),
    Measure("standing", standing, share=True),
    Measure("date", partial(date, same=same_days)),
    Measure("date.lenient", partial(date, same=near_days)),
    Measure("place", partial(place, lenient=False)),
    Measure("place.within_161_km", partial(place, lenient=True)),
    Measure("kind", partial(kind, lenient=False), share=True),
    Measure("kind.lenient", partial(kind, lenient=True), share=True),
    *(Measure(f"weapon{n}", partial(weapon, same=same)) for n, same in _BY_WEAPON.items()),
    Measure("attacker", partial(party, stances=TOLD)),
    Measure("attacker.lenient", partial(party, stances=TOLD, same=related_who)),
    Measure("attacker.blamed", partial(party, stances=frozenset({Stance.BLAMES}))),
    Measure("attacker.denied", partial(party, stances=frozenset({Stance.DENIES}))),
    Measure("claimant", partial(party, stances=CLAIMED)),
    Measure("target", target),
    Measure("target.kind", target_kind, share=True),
    Measure("killed", partial(toll, field=Field.KILLED, same=same_toll)),
    Measure("killed.best", partial(toll, field=Field.KILLED, same=same_best)),
    Measure("injured", partial(toll, field=Field.INJURED, same=same_toll)),
    Measure("injured.best", partial(toll, field=Field.INJURED, same=same_best)),
    Measure("killed.statements", partial(statement, field=Field.KILLED, valued=True)),
    Measure("injured.statements", partial(statement, field=Field.INJURED, valued=True)),
    Measure("statements", statement),
    Measure("statements.valued", partial(statement, valued=True)),
    Measure("stance", stance, share=True),
    Measure("stance.marked", marked_stance),
    Measure("chain", chain, share=True),
    Measure("chain.spoken", partial(chain, spoken=True), share=True),
    Measure("chain.nearest", nearest, share=True),
    Measure("tallies", tally),
    Measure("source.tokens", source_tokens),
    Measure("content.tokens", content_tokens),
)
