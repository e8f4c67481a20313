"""Each party to an incident once, though a document names it by its state, its army or its sort.

"Government air raids ... the army's jets ... the regime" are of one side, and so are "the
terrorists" beside the one group that is named. The words stay as they are told; the value is that
of the exactest name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tallystick.extract.drafts import Draft
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.actors import ActorKind, RelationKind, actor_book

_ORGANS = ("mil", "gov", "state")  # of a state, the exactest first
_GROUPS = (ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.CRIMINAL)
_FAMILIES = (_GROUPS, (ActorKind.COALITION,))
_NAMELESS = frozenset(("gunmen", "criminals", "gangs"))  # of no group, for all that is told
_AND = re.compile(r"\W*\b(?:and|or|with|against|between)\b|\W*,", re.IGNORECASE)
_BESIDE = 30  # characters between two that are told together


def one_name(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of them that name one attacker by several names under one.

    Organs of one state are one attacker: its army where that is named, else its government.
    A sort of group ("rebels") is the one group of that sort that is named for it and not only
    blamed or heard to claim it, unless the two stand side by side. Who is said not to have done it
    is left as it is.
    """
    drafts = [_with_men(text, d) for d in _with_allies(text, _not_both(text, drafts))]
    told = [d for d in drafts if d.field is Field.ATTACKER and d.stance is not Stance.DENIES]
    plain = [d for d in told if d.stance is None]
    names = {**_states(_ids(told)), **_sorts(text, plain, _ids(plain))}
    return [_renamed(d, names) if d in told else d for d in drafts]


def _with_men(text: str, draft: Draft) -> Draft:
    """ "**The governor's militia** raided it": whose men they are is told, and who did it."""
    if draft.field is not Field.ATTACKER or not _OFFICE.search(draft.span.of(text)):
        return draft
    men = _HIS_MEN.match(text, draft.span.end)
    if men is None:
        return draft
    span = Span(draft.span.start, men.end())
    name = _ARTICLE.sub("", " ".join(span.of(text).split()), count=1)
    return replace(draft, value=ActorRef(name), span=span)


_OFFICE = re.compile(
    r"\b(?:presidents?|minister|governor|mayor|king|premier|chancellor|warlord|emir|sultan|dictator|"
    r"senator|sheikh|chief)$",
    re.IGNORECASE,
)
_HIS_MEN = re.compile(
    r"['’]s\s+(?:(?!\b(?:and|or|of|in)\b)[\w-]+\s+){0,2}?(?:task\s+forces?|guards?|militia(?:men)?|bodyguards?|army|"
    r"troops|men|police|gunmen|fighters|brigades?|units?|squads?|battalions?|commandos?)\b",
    re.IGNORECASE,
)


def _with_allies(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """ "American and **British** jets bombed it, the Pentagon said": who is told of in one breath
    with a side that owns to it is not accused by that side."""
    own = [d.span for d in drafts if d.stance is Stance.CLAIMS and d.field is Field.ATTACKER]
    return [
        replace(d, stance=Stance.REPORTS)
        if d.stance is Stance.BLAMES and any(_listed(text, d.span, o) for o in own)
        else d
        for d in drafts
    ]


def _listed(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return _WITH.fullmatch(text, first.end, max(first.end, second.start)) is not None


_WITH = re.compile(r"\s+and\s+(?:the\s+)?")


def _ids(drafts: Sequence[Draft]) -> set[str]:
    return {d.value.id for d in drafts if isinstance(d.value, ActorRef) and d.value.id}


_WHOSE = re.compile(
    r"\s+(?:of|belonging to|run by|held by|manned by)\s+(?:the\s+)?$", re.IGNORECASE
)


def _not_both(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without attackers that are what was hit, and targets that only own another."""
    hit = [d.span for d in drafts if d.field is Field.TARGET]
    return [
        d
        for d in drafts
        if not (d.field is Field.ATTACKER and d.stance is None and any(map(d.span.overlaps, hit)))
        and not (d.field is Field.TARGET and any(_owns(text, d.span, h) for h in hit))
    ]


def _owns(text: str, name: Span, other: Span) -> bool:
    """ "A checkpoint of **the guards**": they are named for whose it was."""
    article = _ARTICLE.match(text, name.start, name.end)
    start = article.end() if article else name.start
    return other.end < start and _WHOSE.fullmatch(text, other.end, start) is not None


_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


def party(id: str) -> str:
    """What organs of one state have in common; anybody else is its own party."""
    organ, _, country = id.partition("-")
    return country if organ in _ORGANS and len(country) == 2 else id


def one_author(first: Sequence[ActorRef], second: Sequence[ActorRef]) -> bool:
    """Whether an author is named again, or by another of its names: "the militia", its state."""
    book, (ids, others) = actor_book(), ({r.id or r.name for r in x} for x in (first, second))
    return any(party(a) == party(b) or book.related(a, b) for a in ids for b in others)


def opposed(first: Sequence[ActorRef], second: Sequence[ActorRef]) -> bool:
    """Whether the authors are of two sides that have nothing to do with each other."""
    a = {r.id for r in first if r.id}
    b = {r.id for r in second if r.id}
    if not a or not b or a & b:
        return False
    book = actor_book()
    if any(book.get(i).is_collective for i in (*a, *b) if i in book):
        return False
    return all(book.related(x, y) is None and party(x) != party(y) for x in a for y in b)


def _renamed(draft: Draft, names: Mapping[str, str]) -> Draft:
    value = draft.value
    if not isinstance(value, ActorRef) or value.id is None or value.id not in names:
        return draft
    id = names[value.id]
    return replace(draft, value=ActorRef(actor_book().get(id).name, id))


def _states(ids: set[str]) -> dict[str, str]:
    """For the organs of a state the one that stands for them all."""
    found: dict[str, set[str]] = {}
    for id in ids:
        if (country := party(id)) != id:
            found.setdefault(country, set()).add(id)
    return {
        id: next(f"{o}-{country}" for o in _ORGANS if f"{o}-{country}" in organs)
        for country, organs in found.items()
        for id in organs
    }


def _sorts(text: str, told: Sequence[Draft], ids: set[str]) -> dict[str, str]:
    """For each sort of party the one of its members that is named."""
    book = actor_book()
    found: dict[str, str] = {}
    for kinds in _FAMILIES:
        named = {i for i in ids if i in book and book.get(i).kind in kinds}
        if len(named) != 1:
            continue
        (one,) = named
        found |= {
            id: one
            for id in ids - named - _NAMELESS
            if book.related(id, one) is RelationKind.SORT_OF and not _together(text, told, id, one)
        }
    return found


def _together(text: str, told: Sequence[Draft], sort: str, group: str) -> bool:
    """Whether a sort and a group are told side by side: "rebels and the Northern Front"."""
    by = {name: [d.span for d in told if _is(d, name)] for name in (sort, group)}
    return any(
        _AND.search(text[min(a.end, b.end) : max(a.start, b.start)]) is not None
        for a in by[sort]
        for b in by[group]
        if max(a.start, b.start) - min(a.end, b.end) <= _BESIDE
    )


def _is(draft: Draft, id: str) -> bool:
    return isinstance(draft.value, ActorRef) and draft.value.id == id
