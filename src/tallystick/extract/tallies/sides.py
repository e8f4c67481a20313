"""Who attacked and who was attacked, in a count: "106 attacks by rebels on the army"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.effects.figures import Figure
from tallystick.extract.roles import actor_ref
from tallystick.extract.tallies.areas import AREA, JOINED
from tallystick.model.document import Span
from tallystick.model.values import ActorRef

_AIMED = re.compile(
    r"\b(?:on|against|targeting|upon|at)\s+(?:(?!in\b|since\b)[\w'’.-]+\s+){0,3}$", re.IGNORECASE
)

_BY = re.compile(r"\bby\s+(?:(?!in\b|since\b)[\w'’.-]+\s+){0,3}$", re.IGNORECASE)

_PASSIVE = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)

_COUNTS = re.compile(r"[’']s?\s+(?:\w+\s+)?(?:count|tally|figures?|data|reckoning)\b", re.I)

_DOES = re.compile(
    r"\b(?:claim|carr|launch|conduct|commit|stag|mount|perpetrat|execut|kill|kidnap|abduct|wound|injur)\w*\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)


def targets(notes: Annotations, clause: Span, found: Figure) -> tuple[ActorRef, ...]:
    """Who was attacked: after "on" or "against"; the subject of "were attacked"."""
    if found.verb is not None:
        passive = _is_passive(notes, clause, found.verb)
        subject = Span(clause.start, max(clause.start, found.verb.start))
        return _refs(n for n in _sides(notes, subject)) if passive else ()
    return _refs(
        n
        for n in _sides(notes, Span(found.number.end, clause.end))
        if _AIMED.search(notes.text, max(found.number.end, n.span.start - 50), n.span.start)
    )


def attackers(notes: Annotations, clause: Span, found: Figure) -> tuple[ActorRef, ...]:
    """Whose attacks they are: after "by", or the subject of "has claimed 68 attacks"."""
    start = found.verb.end if found.verb else found.number.end
    after = [
        n
        for n in _sides(notes, Span(start, _next_number(notes, clause, found)))
        if _BY.search(notes.text, max(clause.start, n.span.start - 50), n.span.start)
        and not _COUNTS.match(notes.text, n.span.end)
    ]
    does = found.verb or _does(notes, Span(clause.start, found.number.start))
    if after or does is None or _is_passive(notes, clause, does):
        return _refs(after)
    subject = [
        n
        for n in _sides(notes, Span(clause.start, does.start), sources=True)
        if not _AIMED.search(notes.text, max(clause.start, n.span.start - 30), n.span.start)
    ]
    spoke = [n for n in subject if _spoke(notes, n, does.start)]
    return _refs(([n for n in subject if n not in spoke] or subject)[:2])


def _is_passive(notes: Annotations, clause: Span, verb: Span) -> bool:
    """Whether those before a verb are attacked: "were hit", "has come under"."""
    before = notes.text[max(clause.start, verb.start - 20) : verb.start]
    come = verb.of(notes.text).lower().startswith(("come", "came"))
    return come or _PASSIVE.search(before) is not None


def _does(notes: Annotations, before: Span) -> Span | None:
    """The last verb of doing before a number: "**launched** at least 40"."""
    match = _DOES.search(notes.text, before.start, before.end)
    return Span(*match.span()) if match else None


def _spoke(notes: Annotations, named: Named, verb: int) -> bool:
    """Whether one named before a verb says who does it: "the army said the rebels launched"."""
    return any(
        a.source.contains(named.span) and named.span.end <= a.cue.start < verb
        for a in notes.attributions
    )


def _next_number(notes: Annotations, clause: Span, found: Figure) -> int:
    """Where the next number of a clause starts, or the clause ends: "213 by the army and 95 by"."""
    start = max(found.span.end, found.number.end)
    later = inside(notes.counts, Span(min(start, clause.end), clause.end))
    return next((c.span.start for c in later if c.count.text[:1].isdigit()), clause.end)


def _sides(notes: Annotations, span: Span, *, sources: bool = False) -> list[Named]:
    """The actors in a stretch that can be a side; not who only speaks, nor a country as a place."""
    return [
        n
        for n in inside(notes.actors, span)
        if not (n.actor and n.actor.kind.speaks_only)
        and not _is_area(notes, n)
        and (sources or not any(a.source.contains(n.span) for a in notes.attributions))
    ]


def _is_area(notes: Annotations, named: Named) -> bool:
    """Whether a country is where it was, or where it was written, and no side: "in Iraq"."""
    here = [p for p in inside(notes.places, named.span) if p.span == named.span and not p.metonym]
    if not here:
        return False
    if any(p.relation == "dateline" for p in here):
        return True
    start = named.span.start
    for place in reversed(inside(notes.places, Span(max(0, start - 60), start))):
        if not JOINED.fullmatch(notes.text, place.span.end, start):
            break
        start = place.span.start
    return AREA.search(notes.text[max(0, start - 30) : start]) is not None


def _refs(named: Iterable[Named]) -> tuple[ActorRef, ...]:
    return tuple(dict.fromkeys(actor_ref(n) for n in named))
