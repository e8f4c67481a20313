"""The sides of an incident: which actors of a clause can be one, and where a clause breaks.

What authors, claims and targets have in common.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.quotation.attribution import Attribution
from tallystick.model.document import Span
from tallystick.model.values import ActorRef
from tallystick.vocab.actors import ActorKind, actor_book
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

_NEAR = 450  # characters of a clause beside a trigger that can name its sides
_FAR = 1600  # characters from a cue to what is said, at the most
_REACH = 700  # characters back to the group that "the group" or "it" stands for
_GROUPS = (ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.CRIMINAL)

# "two F-16 fighters", "jet fighters": planes, not men.
_PLANES = Pattern(
    r"\b(?:F-?\d+\w*|MiG(?:-?\d+)?|Su(?:khoi)?(?:-?\d+)?|Tu-?\d+|Mirage|Rafale|Tornado|Typhoon|"
    r"Jaguar|Phantom|Harrier|Gripen|Kfir|jet|jets|stealth|bomber|aircraft|NATO|air force)[\s-]+$",
    re.IGNORECASE,
)
_FIGHTERS = caseless(r"fighters?$")
_BEFORE_PLANE = Pattern(r"\s*(?:jets?|planes?|aircraft|bombers?)\b", re.IGNORECASE)

# Words after which a name is no subject: it is the object of a preposition or of another verb.
OBJECTIVE = caseless(
    r"\b(?:on|against|at|from|to|with|near|inside|into|for|by|of|between|among|over|targeting|"
    r"hosting|housing|killing|backing|supporting|like|including|in|under|outside|toward|towards|"
    r"told|via|through|versus|within|across|than|off)\s+(?:[\w'’-]+\s+){0,2}$"
)
# What sets a name into the circumstances of an incident: no side of it.
CIRCUMSTANCE = caseless(
    r"\b(?:in support of|in solidarity with|in response to|in retaliation (?:for|to|against)|"
    r"in revenge for|in reprisal for|to avenge|since|amid|following|because of|on behalf of|"
    r"in coordination with|in co-operation with|in cooperation with|with the (?:help|support) of|"
    r"ahead of|despite|under the control of|in the hands of|known as|unlike|allied (?:to|with)|"
    r"loyal to)\b"
)
_MEMBERS_OF = Pattern(
    r"\s+(?:of|from|belonging to|affiliated (?:with|to)|linked to|loyal to|allied (?:with|to)|"
    r"with)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,2}[\"“]?$",
    re.IGNORECASE,
)
_BESIDE = Pattern(r"(?:['’]s?)?(?:\s*\([^()]{1,60}\))?[\s\"“”(-]{1,3}$")
_OF_SORT = Pattern(r"\s+(?:(?:group|faction|movement|organi[sz]ation)\s+)?[\"“]?")
_LISTED = Pattern(
    r"(?:\s(?:terrorists|militants|fighters|rebels|gunmen|jihadists|insurgents))?"
    r"[\s)\"”]*(?:(?:,\s*and|,|and|or|as well as)\s+(?!(?:though|although|but|while|when|as|after|"
    r"before|which|who|whom|whose|since|because|whereas|so|until|unless|if|where)\b)"
    r"(?:the\s+)?(?:[\w'’-]+\s+){0,2}|"
    r",?\s*(?:backed|supported|aided|assisted|joined) by\s+(?:[\w'’-]+\s+){0,5})[\"“]?$",
    re.IGNORECASE,
)


def before_subject(notes: Annotations, start: int, end: int) -> str:
    """The words up to a name, with a comma for the days and places that stand in them.

    "On Monday the army ..." and "In Ashmar rebels ..." tell when and where; the name after
    them is no object of their prepositions, though no comma parts the two.
    """
    region, words = Span(start, max(start, end)), list(notes.text[start:end])
    scene = [d.span for d in inside(notes.dates, region)]
    scene += [p.span for p in inside(notes.places, region)]
    scene += [n.span for n in inside(notes.actors, region) if n.actor and n.actor.place_like]
    for span in scene:
        words[span.end - start - 1] = ","
    return "".join(words)


def actor_ref(named: Named) -> ActorRef:
    """The value that stands for an actor of the text.

    A sort of actor ("Iran-backed militias") keeps the words of the text: the vocabulary's
    name for it is only a label.
    """
    return ActorRef(named.name, named.actor.id if named.actor else None)


TELLERS = frozenset(["witnesses", "medics", "news-media", "state-media"])


def acts(named: Named) -> bool:
    """Whether it can be a side: not an outlet, an agency, a monitor, nor those who tell of it."""
    if named.actor is None:
        return True
    return not named.actor.kind.speaks_only and named.actor.id not in TELLERS


_FORCES_OF = {"military": "mil", "government": "gov"}
_COALITION = "coalition"
_LEAST = 0.6  # share of a document's places that say which country it is about


@lru_cache(maxsize=64)
def in_full(notes: Annotations, ref: ActorRef) -> ActorRef:
    """ "The army", "the regime": that of the country which the document is about.

    Only where the document names such an organ of it ("the Ruritanian army") and most of its
    places lie there. "The coalition" is the only one that is named.
    """
    if ref.id == _COALITION:
        return _the_coalition(notes) or ref
    organ = _FORCES_OF.get(ref.id or "")
    countries = [p.place.country for p in notes.places if p.place.country]
    if organ is None or not countries:
        return ref
    country = max(set(countries), key=lambda c: (countries.count(c), c))
    if countries.count(country) < _LEAST * len(countries):
        return ref
    organs = {f"{o}-{country.lower()}" for o in _FORCES_OF.values()}
    named = any(n.actor is not None and n.actor.id in organs for n in notes.actors)
    id = f"{organ}-{country.lower()}"
    return ActorRef(actor_book().get(id).name, id) if named and id in actor_book() else ref


def _the_coalition(notes: Annotations) -> ActorRef | None:
    """ "The coalition": the one that the document names, if it names one alone."""
    named = {
        n.actor.id: n.actor.name
        for n in notes.actors
        if n.actor is not None and n.actor.kind is ActorKind.COALITION
    }
    return ActorRef(*reversed(next(iter(named.items())))) if len(named) == 1 else None


def is_sort(named: Named) -> bool:
    """Whether it names a sort of actor ("gunmen") and not one."""
    return named.actor is not None and named.actor.is_collective


@lru_cache(maxsize=256)
def sides(notes: Annotations, clause: Span) -> tuple[Named, ...]:
    """The actors of a clause that can be a side, the more exact of two that stand together."""
    names = [
        n for n in inside(notes.actors, clause) if acts(n) and not is_plane(notes.text, n.span)
    ]
    names = [n for n in names if not _is_other(notes.text, n.span.start)]
    names = [n for n in names if not _AREA.match(notes.text, n.span.end)]
    names = without_kin(notes, names)
    names = [n for i, n in enumerate(names) if not _is_home_of(notes.text, n, names[i + 1 : i + 2])]
    names = [n for i, n in enumerate(names) if not _explains(notes.text, n, names[:i])]
    for index in reversed(range(len(names))):
        if _said_better(notes, names, index):
            del names[index]
    return tuple(names)


def _is_other(text: str, start: int) -> bool:
    """ "A pro-**regime** militia", "the private **army** of a family": neither is meant."""
    return _LEANING.search(text, max(0, start - 9), start) is not None


_LEANING = caseless(r"\b(?:pro|anti|non)[-‐‑]$|\bprivate\s$")
_AREA = Pattern(  # "in the Velm local | government area"
    r"(?<=\bgovernment)\s+(?:reserved\s+)?(?:areas?|councils?|districts?|wards?|quarters?)\b",
    re.IGNORECASE,
)
_BESIDE_KIN = 12  # characters to the name that is meant
_KIN = Pattern(
    r"(?:['’]?s?)?\s+(?:[A-Z][a-z]+\s+|former\s+|local\s+)?"
    r"(?:affiliates?|branch|offshoots?|franchise|splinter)\b|"
    r"[-\s](?:linked|affiliated|inspired)\b",
)


def without_kin(notes: Annotations, names: Sequence[Named]) -> list[Named]:
    """Names without those that only say whose branch another is."""
    return [n for i, n in enumerate(names) if not _is_kin(notes, n, names[i + 1 : i + 2])]


def _is_kin(notes: Annotations, named: Named, after: Sequence[Named]) -> bool:
    """ "Al Qaeda's affiliate the Northern Front": the other one is meant."""
    match = _KIN.match(notes.text, named.span.end)
    return match is not None and any(0 <= a.span.start - match.end() < _BESIDE_KIN for a in after)


_HOME = Pattern(r"['’]s?\s+(?:(?:own|main|northern|southern|eastern|western|so-called)\s+)?")


def _is_home_of(text: str, named: Named, after: Sequence[Named]) -> bool:
    """ "Missiles fired by **Velia's** Northern Front": a country that says whose another is."""
    country = named.actor is not None and named.actor.place_like
    return country and any(
        _HOME.fullmatch(text, named.span.end, a.span.start) is not None and _is_exact(a)
        for a in after
    )


_OPENED = Pattern(r"\s*\((?:the\s+|an?\s+)?", re.IGNORECASE)


def _explains(text: str, named: Named, before: Sequence[Named]) -> bool:
    """ "The Northern Front (a Qaeda branch in Velm) shelled": what stands in brackets says more.

    A short name in brackets names no other side: "a Northern Front (NF) camp".
    """
    if not before or not _OPENED.fullmatch(text[before[-1].span.end : named.span.start]):
        return False
    again = named.actor is not None and named.actor is before[-1].actor
    return again or text[named.span.end : named.span.end + 1] != ")"


def is_plane(text: str, span: Span) -> bool:
    """Whether "fighters" are planes and not men."""
    if not _FIGHTERS.search(span.of(text)):
        return False
    before = text[max(0, span.start - 20) : span.start]
    return bool(_PLANES.search(before) or _BEFORE_PLANE.match(text, span.end))


def _said_better(notes: Annotations, names: Sequence[Named], index: int) -> bool:
    """ "Nusra Front militants", "gunmen of the group X": the sort of actor says no more."""
    named = names[index]
    if not is_sort(named):
        return False
    if index and _is_exact(names[index - 1]):
        before = notes.text[names[index - 1].span.end : named.span.start]
        if _BESIDE.fullmatch(before):
            return True
    if index + 1 < len(names) and _is_exact(names[index + 1]):
        after = notes.text[named.span.end : names[index + 1].span.start]
        if _OF_SORT.fullmatch(after):
            return True
        return _MEMBERS_OF.fullmatch(after[:60]) is not None and len(after) < 60
    return False


def _is_exact(named: Named) -> bool:
    """Whether it names one actor, and no country: "in **Velia** rebels raided ..."."""
    return not is_sort(named) and not (named.actor is not None and named.actor.place_like)


_ENGAGED = Pattern(
    r"\b(?:engaged|fought|confronted|chased|pursued|surrounded|met|caught|trapped|cornered|battled|"
    r"tracked down|drove back|pushed back)$",
    re.IGNORECASE,
)
_MET = Pattern(
    r"\s(?:(?:an?|the|some|several|two|three|four|\d+|its|their)\s)?(?:(?!by\b|with\b)[\w-]+\s)?$",
    re.IGNORECASE,
)


def is_met(notes: Annotations, start: int, named: Named) -> bool:
    """ "Troops engaged **the gunmen** near the mill, killing two": whom the subject met."""
    gap = _MET.search(notes.text, max(start, named.span.start - 40), named.span.start)
    if gap is None:
        return False
    if _ENGAGED.search(notes.text, max(start, gap.start() - 20), gap.start()):
        return True
    before = inside(notes.events, Span(max(start, gap.start() - 20), gap.start()))
    return any(e.span.end == gap.start() and not e.item.is_noun for e in before)


def listed(notes: Annotations, left: Named, right: Named) -> bool:
    """Whether two names stand in one list: "the army and allied militias"."""
    gap = notes.text[left.span.end : right.span.start]
    return len(gap) < 50 and _LISTED.fullmatch(gap) is not None


def with_listed(notes: Annotations, names: Sequence[Named], head: Named) -> list[Named]:
    """A name and those joined to it by "and" or a comma, in order, three at most."""
    at = list(names).index(head)
    first = at
    while first > 0 and listed(notes, names[first - 1], names[first]):
        first -= 1
    last = at
    while last + 1 < len(names) and listed(notes, names[last], names[last + 1]):
        last += 1
    return list(names[first : last + 1])[:3]


def acting(notes: Annotations, names: Sequence[Named], head: Named) -> list[Named]:
    """As :func:`with_listed` for a subject: a comma before an article makes no list of two ("before
    the release of the guards, **the Wolves** raided Orun")."""
    found = with_listed(notes, names, head)
    gaps = [notes.text[a.span.end : b.span.start] for a, b in pairwise(found)]
    return [head] if gaps and all(_NO_LIST.fullmatch(gap) for gap in gaps) else found


_NO_LIST = Pattern(
    r"[\s)\"”]*,\s+(?:the|an?|its|their|his)\s+(?:[\w'’-]+\s+){0,2}[\"“]?", re.IGNORECASE
)


def around(clause: Span, trigger: Span) -> Span:
    """The part of a clause in which the parts of a trigger are looked for."""
    start, end = max(clause.start, trigger.start - _NEAR), min(clause.end, trigger.end + _NEAR)
    return Span(start, max(start, end))


def speaking_near(notes: Annotations, span: Span) -> Sequence[Attribution]:
    """The attributions whose cue is in or near a stretch."""
    found = notes.attributions
    first = bisect_left(found, span.start - _FAR, key=lambda a: a.cue.start)
    last = bisect_left(found, span.end + _FAR, key=lambda a: a.cue.start)
    return found[first:last]


def last_group(notes: Annotations, offset: int) -> Named | None:
    """The armed group that "the group", "it" or "the militants" goes back to from an offset.

    Of several in an earlier sentence the one that it is about: no object, nor in an aside.
    """
    near = without_kin(notes, inside(notes.actors, Span(max(0, offset - _REACH), offset)))
    known = [n for n in near if n.actor is None or n.actor.kind in _GROUPS]
    if not known:
        return None
    at = bisect_right(notes.sentences, known[-1].span.start, key=lambda s: s.span.start) - 1
    told = notes.sentences[max(0, at)].span
    if told.end > offset:
        return known[-1]
    fit = (n for n in known if told.contains(n.span) and not _is_aside(notes, told, n))
    return next(fit, known[-1])


def _is_aside(notes: Annotations, sentence: Span, named: Named) -> bool:
    """Whether a name is an object, or stands after "which" and the like."""
    before = before_subject(notes, sentence.start, named.span.start)
    return OBJECTIVE.search(before[-60:]) is not None or _ASIDE.search(before) is not None


_ASIDE = Pattern(r"\b(?:which|who|whom|whose|that|while|after|when|because)\s", re.IGNORECASE)
