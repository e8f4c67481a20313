"""Whose an attack or a weapon is, by the words right beside its noun.

"**Regime** air strikes", "a **US-led** raid", "**Russian and Syrian** jets", "a helicopter of
**the army**", "planes believed to be **Ruritanian**".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tallystick.extract.actors.sides import actor_ref, acts, in_full, sides
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.actors import actor_book
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

_REACH = 90  # characters before a noun in which its owners stand
_BESIDE = Pattern(
    r"(?:['’]s?|s(?=\s))?(?:['’]s?)?[\s-]+(?:(?:air|aerial|airborne|drone|artillery|military|"
    r"rocket|"
    r"missile|naval|ground|land|cross-border|tank|army|retaliatory|overnight|heavy|deadly|fresh|"
    r"new|"
    r"massive|major|fierce|intense|intensive|indiscriminate|brutal|recent|renewed|latest|double|"
    r"twin|mortar|barrel|bomb|bombs|chemical|gas|poison|chlorine|sarin|sniper|suicide|car|truck|"
    r"warplane|warplanes|jet|jets|fighter|helicopter|helicopters|plane|planes|aircraft|forces|"
    r"fighters|troops|militants|rebels|terrorists|terrorist|surprise|alleged|suspected|reported|"
    r"apparent|precision|coalition|nearby|near-daily|first|second|third|fourth|separate|two|three|"
    r"several|fatal|lethal|vicious|savage|barbaric|cowardly|hideous|large|large-scale|small-arms|"
    r"counter|crude|unguided|guided|surface-to-surface|long-range|short-range|attack|assault|"
    r"bombing|bombardment|and|[A-Z]{1,3}-?\d+\w*|[A-Z]i[A-Z]-?\d+\w*|Sukhoi(?:-\d+)?)[\s-]+){0,4}$",
    re.IGNORECASE,
)
_JOINED = Pattern(r"(?:\s*,\s*|\s+(?:and|or)\s+)(?:the\s+)?$", re.IGNORECASE)
_LED = Pattern(
    r"\b(?P<who>[\w.’']+(?:\s(?:Nusra|State|Qaeda|Shabaab))?)[-‐‑]led\s+(?:(?:coalition|joint|"
    r"international|alliance|military|air|ground|nato|drone|aerial)\s+){0,2}$",
    re.IGNORECASE,
)
_NOT_AN_ATTACKER = frozenset(["terrorist", "police", "military", "official", "officials"])
_TELLERS = frozenset(["witnesses", "medics", "news-media", "state-media"])
_ANTI = Pattern(r"\b(?:anti|non|pro|ex)[\s-]*$", re.IGNORECASE)
_OF_STATES = Pattern(
    r"(?:air|drone|missile|rocket|artillery)?[\s-]?(?:strikes?|raids?)$|airstrikes?$|shelling$|"
    r"bombardments?$|incursions?$|onslaught$|(?:artillery|tank|shell|rocket|mortar)\s?fire$|"
    r"aerial \w+$|airraids?$|bombing (?:raid|run)s?$|offensives?$|invasion$",
    re.IGNORECASE,
)
_AIMED = Pattern(r"\s+(?:on|against|upon)\b", re.IGNORECASE)
_ITS = Pattern(
    r"\s+(?:belonging to|belong(?:s|ed) to|of|from|owned by|operated by|flown by|piloted by|"
    r"fired by|dropped by|launched by|planted by|laid by|placed by|set off by|detonated by|"
    r"thrown by|sent by|used by)\s+(?:the\s+|a\s+|an\s+)?(?:[\w’'.-]+\s+){0,2}$",
    re.IGNORECASE,
)
_BELIEVED = Pattern(
    r"[\s,]+(?:(?:which|that|also|were|was|are|is)\s+){0,3}(?:believed|thought|suspected|presumed|"
    r"said|reported|likely)\s+to\s+(?:be|have been|belong to|have belonged to|come from)\s+"
    r"(?:either\s+)?(?:those of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Owner:
    """One that the words name, before it is known whether it acts."""

    span: Span
    ref: ActorRef
    nation: bool = False


def owners(notes: Annotations, clause: Span, noun: Span, *, weapon: bool = False) -> list[Draft]:
    """Those whose attack or weapon the words before a noun name, in order; three at most.

    A nationality alone counts for acts of states ("Turkish shelling") and for their
    weapons: an "Afghan bombing" only happened there.
    """
    found: list[_Owner] = []
    at = noun
    while len(found) < 3 and (one := _before(notes, clause, at, first=not found)) is not None:
        if one.nation and not (
            weapon or _of_state(notes.text, noun) or _abroad(notes, clause, one)
        ):
            break
        found.insert(0, one)
        at = one.span
    return [Draft(Field.ATTACKER, in_full(notes, o.ref), o.span) for o in found]


_SHARED = Pattern(r"(?:(?:\s+(?:and|or)|,)\s+|[-–/])$")


def sharing(notes: Annotations, clause: Span, head: Span) -> list[Draft]:
    """ "**Ruritanian** and rebel warplanes": the nation whose adjective shares another's noun."""
    joined = _SHARED.search(notes.text, max(clause.start, head.start - 6), head.start)
    if joined is None or not _ARMS.search(notes.text, head.start, head.end + 30):
        return []
    start = max(clause.start, joined.start() - 30)
    words, book = notes.text[start : joined.start()], actor_book()
    for hit in book.nationalities(words)[-1:]:
        state = f"state-{hit.item.lower()}"
        if hit.span.end == len(words) and state in book:
            span = Span(start + hit.span.start, joined.start())
            return [Draft(Field.ATTACKER, ActorRef(book.get(state).name, state), span)]
    return []


_ARMS = Pattern(
    r"\b(?:forces|troops|jets|planes|war-?planes|aircraft|helicopters|artillery|guns|soldiers|"
    r"fighters|drones|gunboats|warships|tanks)\b"
)


def _of_state(text: str, noun: Span) -> bool:
    return _OF_STATES.search(noun.of(text)) is not None or _AIMED.match(text, noun.end) is not None


def _abroad(notes: Annotations, clause: Span, nation: _Owner) -> bool:
    """ "Ruritanian bombing" in Velia: not the country that it was in, and so who did it."""
    countries = {p.place.country for p in inside(notes.places, clause) if p.place.country}
    return bool(countries) and (nation.ref.id or "").removeprefix("state-").upper() not in countries


def _before(notes: Annotations, clause: Span, at: Span, *, first: bool) -> _Owner | None:
    start = max(clause.start, at.start - _REACH)
    words = notes.text[start : at.start]
    gap = _BESIDE if first else _JOINED
    if first and (led := _led(words, start)) is not None:
        return led
    for one in _candidates(notes, words, start):
        between = words[one.span.end - start :]
        ahead = words[: one.span.start - start]
        if gap.fullmatch(between) and not _is_adjective(one, between):
            return None if _ANTI.search(ahead) else one
    return None


def _is_adjective(one: _Owner, between: str) -> bool:
    """ "a terrorist attack", "military action": a sort of attack, and nobody's."""
    return one.ref.name.lower() in _NOT_AN_ATTACKER and not re.search(r"\w|['’]", between)


def _candidates(notes: Annotations, words: str, start: int) -> Iterator[_Owner]:
    """From the last one back: names, sorts of actor, nationalities."""
    book = actor_book()
    found = [
        _Owner(named.span, actor_ref(named))
        for named in inside(notes.actors, Span(start, start + len(words)))
        if acts(named) and not (named.actor is not None and named.actor.place_like)
    ]
    for hit in book.sorts(words):
        if hit.item.id not in _TELLERS:
            span = Span(start + hit.span.start, start + hit.span.end)
            found.append(_Owner(span, ActorRef(" ".join(hit.span.of(words).split()), hit.item.id)))
    for nation in book.nationalities(words):
        state = f"state-{nation.item.lower()}"
        if state in book:
            span = Span(start + nation.span.start, start + nation.span.end)
            found.append(_Owner(span, ActorRef(book.get(state).name, state), nation=True))
    return iter(sorted(found, key=lambda o: (-o.span.end, o.span.start, o.nation)))


def _led(words: str, start: int) -> _Owner | None:
    """ "a US-led strike": of the coalition of that name, where it is known."""
    match = _LED.search(words)
    if match is None:
        return None
    span = Span(start + match.start("who"), start + match.end("who") + len("-led"))
    book = actor_book()
    for name in (f"{match['who']}-led coalition", match["who"]):
        known = [h for h in [*book.find(name), *book.sorts(name)] if h.span == Span(0, len(name))]
        if known:
            sort = known[0].item.is_collective
            return _Owner(span, ActorRef(name if sort else known[0].item.name, known[0].item.id))
    return _Owner(span, ActorRef(match["who"] + "-led forces"))


def belongs(notes: Annotations, clause: Span, weapon: Span) -> list[Draft]:
    """Those to whom a weapon belongs by the words after it; in doubt where only believed."""
    names = [n for n in sides(notes, clause) if n.span.start >= weapon.end]
    for named in names[:1]:
        if _ITS.fullmatch(notes.text[weapon.end : named.span.start]):
            return [Draft(Field.ATTACKER, in_full(notes, actor_ref(named)), named.span)]
    match = _BELIEVED.match(notes.text, weapon.end, clause.end)
    if match is None:
        return []
    near = [n for n in names if n.span.start == match.end()]
    if near:
        ref = in_full(notes, actor_ref(near[0]))
        return [Draft(Field.ATTACKER, ref, near[0].span, Stance.DOUBTS)]
    return list(_nation_at(notes, match.end()))


def of_a_site(text: str, between: Span) -> bool:
    """ "Rebels' **training centre** destroyed": what follows a name is the place of theirs that was
    hit, and nothing of theirs that hits."""
    return _THEIR_SITE.fullmatch(text, between.start, between.end) is not None


def owns_what_was_hit(text: str, end: int) -> bool:
    """The same of a name that ends there, where a participle follows the place."""
    site = _THEIR_SITE.match(text, end)
    return site is not None and _WAS_HIT.match(text, site.end()) is not None


_WAS_HIT = Pattern(
    r"(?:destroyed|hit|struck|bombed|raided|seized|captured|targeted|attacked|shelled|burn(?:ed|t)|"
    r"stormed|overrun|razed|demolished|blown\s+up)\b",
    re.IGNORECASE,
)
_THEIR_SITE = Pattern(
    r"['’]s?\s+(?:[\w-]+\s+){0,3}?(?:cent(?:er|re)s?|camps?|bases?|headquarters|offices?|hide-?outs?|"
    r"strongholds?|houses?|homes?|depots?|warehouses?|factor(?:y|ies)|compounds?|bunkers?|buildings?|"
    r"villages?|towns?|schools?|mosques?|churches|hospitals?|markets?|arsenals?|caches?|dens?|lairs?|"
    r"tunnels?|facilit(?:y|ies)|plants?|workshops?|farms?|shelters?)\s+(?:\w+ly\s+)?",
    re.IGNORECASE,
)
_TOLD_OF = caseless(
    r"\b(?:the|these|those|both)\s+(?:(?!in\b|of\b|on\b)[\w’'-]+\s+){0,3}?(?:jets?|planes?|"
    r"warplanes?|aircraft|helicopters?|gunships?|drones?|missiles?|rockets?|shells?|rounds?|"
    r"mortars?|bombs?|mines?|device|projectiles?|gunmen|attackers|assailants|raiders|bombers?|fighters|fire|"
    r"gunfire|shelling|barrage|salvo|shots?)\s+"
    r"(?:also\s+)?(?:belong(?:s|ed) to|(?:was|were|is|are|had been|has been|came|had come)\s+"
    r"(?:(?:fired\s+|launched\s+)?from|those of|that of|fired by|flown by|launched by|dropped by|"
    r"planted by|laid by|sent by|members of|men of|fighters of|loyal to))\s+(?:the\s+|an?\s+)?"
    r"(?:[\w’'.-]+\s+){0,2}$"
)
_THEY_ARE = Pattern(
    r"\b(?i:the|these|those|both)\s+(?:(?:jets?|planes?|warplanes?|aircraft|helicopters?|drones?|"
    r"missiles?|rockets?|shells?|attackers|gunmen|bombers?)\s+(?:was|were)\s+(?=[A-Z])|"
    r"(?:fire|gunfire|shelling|shots?|rounds?|shells?|rockets?|missiles?|mortars?|drones?|"
    r"barrage)\s+"
    r"(?:(?:had\s+)?c[ao]me|(?:was|were|had been)\s+(?:fired|launched))\s+from\s+(?:the\s+)?"
    r"(?=[A-Z][\w’'-]+\s+(?:positions?|posts?|trench\w*|lines?|side|batter\w+|guns|territory|"
    r"units?|forces|troops)))",
)


def told_later(notes: Annotations, region: Span) -> list[Draft]:
    """Whose weapons or men did what was told before: "The jets **belonged to** the coalition"."""
    for named in sides(notes, region):
        if _TOLD_OF.search(notes.text, region.start, named.span.start):
            return [Draft(Field.ATTACKER, in_full(notes, actor_ref(named)), named.span)]
    match = _THEY_ARE.search(notes.text, region.start, region.end)
    found = list(_nation_at(notes, match.end())) if match else []
    return [replace(d, stance=None) for d in found]


_WHOSE = Pattern(
    r"\s+(?:(?:was|were|had been|is|are)\s+(?:carried out by\s+|of\s+)?(?:either\s+)?|"
    r"(?:was|were)\s+(?:those\s+)?of\s+)(?:the\s+)?",
    re.IGNORECASE,
)
_OR_WHOSE = Pattern(r"\s+or\s+(?:the\s+)?", re.IGNORECASE)


def either(notes: Annotations, clause: Span, noun: Span) -> list[Draft]:
    """ "Could not say whether the raid was **Ruritanian** or **Velian**": both, in doubt."""
    match = _WHOSE.match(notes.text, noun.end, clause.end)
    first = list(_nation_at(notes, match.end())) if match else []
    joined = _OR_WHOSE.match(notes.text, first[0].span.end, clause.end) if first else None
    return [*first, *_nation_at(notes, joined.end())] if joined else []


def _nation_at(notes: Annotations, at: int) -> Iterator[Draft]:
    words, book = notes.text[at : at + 40], actor_book()
    for hit in book.nationalities(words)[:1]:
        state = f"state-{hit.item.lower()}"
        if hit.span.start == 0 and state in book:
            ref = ActorRef(book.get(state).name, state)
            yield Draft(Field.ATTACKER, ref, Span(at, at + hit.span.end), Stance.DOUBTS)


def each_once(drafts: Sequence[Draft]) -> list[Draft]:
    """Each once; of two that overlap the longer."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.span.start - d.span.end):
        if not any(k.span.overlaps(draft.span) for k in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: d.span)
