"""The slots that the published figures leave out, each with precision and recall.

Templates are paired as :func:`eval.muc.scoring.mapping` does. What is said of a template in no
pair counts as given or wanted, and is never right. Dates are right when the days overlap and
those given are no more than a month or the key's own span; the country is the first name of a
place, the place any later one; what is said of an entity counts where the entities share a
spelling.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from eval.common import NOTHING, Rates
from eval.matching import assign
from eval.muc.scoring import Scored, mapping
from eval.muc.templates import DESCRIBED, Filler, Template, normal

_MONTH = 31
_SAID_OF = {
    "confidence": ("PerpOrg",),
    "effect.human": ("Victim", DESCRIBED),
    "effect.physical": ("Target",),
    "number.human": ("Victim", DESCRIBED),
    "number.physical": ("Target",),
}


def further(messages: Scored) -> Mapping[str, Rates]:
    """Precision and recall of each further slot over all messages."""
    total = dict.fromkeys((*_WHOLE, *_SAID_OF), NOTHING)
    for given, wanted in messages:
        pairs = [(given[i], wanted[j]) for i, j in mapping(given, wanted)]
        for name, (has, right) in _WHOLE.items():
            good = sum(has(g) and has(w) and right(g, w) for g, w in pairs)
            total[name] += Rates(good, sum(map(has, given)), sum(map(has, wanted)))
        for name, roles in _SAID_OF.items():
            kind = name.partition(".")[0]
            good = sum(_details(g, w, roles, kind) for g, w in pairs)
            total[name] += Rates(good, *(_offered(side, roles, kind) for side in (given, wanted)))
    return total


# ------------------------------------------------------------------ slots of a template


def _staged(template: Template) -> bool:
    return bool(template.stage)


def _stage(given: Template, wanted: Template) -> bool:
    return _among(given.stage, wanted.stage)


def _among(given: str, wanted: str) -> bool:
    """Whether a value is one of a key's alternatives, "A / B"."""
    return given in [value.strip() for value in wanted.split("/")]


def _dated(template: Template) -> bool:
    return template.days is not None


def _date(given: Template, wanted: Template) -> bool:
    if given.days is None or wanted.days is None:
        return False
    (first, last), (start, end) = given.days, wanted.days
    fine = (last - first).days <= max(_MONTH, (end - start).days)
    return fine and first <= end and start <= last


def _in_country(template: Template) -> bool:
    return bool(template.place)


def _country(given: Template, wanted: Template) -> bool:
    return normal(given.place[0]) == normal(wanted.place[0])


def _placed(template: Template) -> bool:
    return len(template.place) > 1


def _place(given: Template, wanted: Template) -> bool:
    return bool(set(map(normal, given.place[1:])) & set(map(normal, wanted.place[1:])))


_Has = Callable[[Template], bool]
_Right = Callable[[Template, Template], bool]
_WHOLE: Mapping[str, tuple[_Has, _Right]] = {
    "stage": (_staged, _stage),
    "date": (_dated, _date),
    "country": (_in_country, _country),
    "place": (_placed, _place),
}


# ------------------------------------------------------------------ what is said of an entity


def said(filler: Filler, kind: str) -> str:
    """What a template says of an entity: its confidence, effect or number; "" for nothing."""
    return {"confidence": filler.confidence, "effect": filler.effect, "number": filler.number}[kind]


def _offered(templates: Sequence[Template], roles: Sequence[str], kind: str) -> int:
    return sum(bool(said(f, kind)) for t in templates for role in roles for f in t.of(role))


def _details(given: Template, wanted: Template, roles: Sequence[str], kind: str) -> int:
    right = 0
    for role in roles:
        pairs = assign(given.of(role), wanted.of(role), _share)
        right += sum(_same(said(ours, kind), said(key, kind), kind) for ours, key in pairs)
    return right


def _share(one: Filler, other: Filler) -> float:
    """1 where two entities have a spelling in common."""
    return float(bool(set(map(normal, one.mentions)) & set(map(normal, other.mentions))))


def _same(given: str, wanted: str, kind: str) -> bool:
    if not given or not wanted:
        return False
    if kind != "number":
        return _among(given, wanted)
    return _plain(given) in [_plain(value) for value in wanted.split("/")]


def _plain(number: str) -> str:
    """A number without the key's marks for "about", "at least" and "at most"."""
    return re.sub(r"[~\-\s:]", "", number)
