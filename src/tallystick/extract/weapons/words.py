"""Weapons that other words name: those for the attack, for who made it, for the planes it took.

"Air strikes" were flown by aircraft, "shelled" says artillery, "the army's warplanes bombed"
has its weapon in the name of a side, and "jets" are weapons where they bomb.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.events.triggers import tells
from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless
from tallystick.vocab.matching import Hit
from tallystick.vocab.pattern import Pattern
from tallystick.vocab.weapons import Weapon, WeaponGroup, weapon_book

_ACTS = Pattern(
    r"(?:\s+(?:believed|thought|suspected)\s+to\s+(?:be|belong\s+to)\b)?"
    r"(?:\s+(?!was\b|were\b|been\b|being\b|shot\b|crash\w*|down\w*)[\w’'-]+){0,6}?\s+"
    r"(?:bomb|str(?:ike|uck|iking)|hit|target|carr(?:y|ied)|launch|conduct|pound|raid|attack|drop|"
    r"fir(?:e|ing)|shell|kill|strafe|destroy|bombard|releas|rain|unleash|flew over and|fell|land|"
    r"explod|wound|injur|took part|mount|stage|execut|pummel|batter|blast|level|flatten)",
    re.IGNORECASE,
)
_MEANS = Pattern(
    r"\b(?:by|from|using|with|of|under|involving)\s+(?:(?!the (?:crash|downing|loss))[\w’'.-]+\s+)"
    r"{0,5}$",
    re.IGNORECASE,
)
_ATTACK = Pattern(
    r"[\s-]+(?:air\s*|bomb\w*\s+|rocket\s+|missile\s+)?(?:attacks?|raids?|strikes?|airstrikes?|"
    r"bombings?|bombardments?|bombing|shelling|fire|sorties)\b",
    re.IGNORECASE,
)
_LOST = Pattern(
    r"\b(?:sho(?:t|ot|oting) down|down(?:ed|ing|s)|crash\w*|hijack\w*|lost|wreck\w*|debris|fate|"
    r"pilots?|crew|landed at|boarded|aid|cargo|passenger|civilian)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_FELLED = Pattern(
    r"[^.;,]{0,40}?\b(?:(?:was|were|been|being)\s+(?:\w+\s+)?(?:shot down|downed|hit|brought down|"
    r"destroyed|seized|hijacked|forced)|crash(?:ed|es)|shot down|downed)\b",
    re.IGNORECASE,
)


def worded(notes: Annotations, clause: Span, named: Sequence[Hit[Weapon]]) -> list[Hit[Weapon]]:
    """The weapons of a clause that only its other words name, outside those ``named``."""
    found: list[Hit[Weapon]] = []
    for hit in _telling(notes, clause):
        if not any(h.span.overlaps(hit.span) for h in (*named, *found)):
            found.append(hit)
    if not named and not found:
        found += _fired(notes.text, clause)
    return sorted(found, key=lambda h: h.span)


@lru_cache(maxsize=64)
def _telling(notes: Annotations, clause: Span) -> tuple[Hit[Weapon], ...]:
    """All that tell of a weapon, those first that say the most."""
    told = list(_told(notes.text, clause))
    sniped = any(h.item.id == "rifle" for h in told)
    loose = (*_loose(notes, clause), *_by_event(notes, clause))
    return (*told, *(h for h in loose if not (sniped and h.item.id == "firearm")))


_CROWD = (
    r"(?:crowds?|queue|people|pedestrians|visitors|shoppers|marchers|demonstrators|protest\w+|"
    r"worshippers|passers-by|revell?ers|line|students|soldiers|police\w*|officers)"
)
_TOLD = (
    (
        "suicide_car_bomb",
        caseless(r"\bsuicide (?:car|truck|van|lorry|vehicle) (?:bomb|attack)ers?\b"),
    ),
    (
        "suicide_vest",
        caseless(
            r"\b(?:his|her|their|an?)\s+(?P<what>vests?|belts?|jackets?)"
            r"(?=\s+(?:went off|exploded|detonated|blew up))|"
            r"\b(?:detonat\w+|set(?:ting)? off|trigger\w+|blew up)\s+(?:his|her|their|an?|the)\s+"
            r"(?P<worn>vests?|belts?|jackets?)\b"
        ),
    ),
    ("firearm", caseless(r"\bat (?P<what>gunpoint)\b")),
    ("knife", caseless(r"\bat (?P<what>knifepoint)\b")),
    (
        "rifle",
        caseless(
            r"\b(?P<what>snipers?)(?=\s+(?:[\w’'-]+\s+){0,4}?(?:fired|opened fire|shot|killed|"
            r"wounded|hit)\b)|\b(?:shot|killed|wounded|hit)\b[^.;,]{0,40}?\sby\s(?:an?\s|the\s)?"
            r"(?:[\w-]+\s)?(?P<worn>snipers?)\b"
        ),
    ),
    (
        "vehicle",
        caseless(
            r"\b(?P<what>cars?|vans?|trucks?|lorry|suv|pick-?up|minibus|bus)\s+"
            r"(?:(?:that|which)\s+)?(?:(?:was|had been)\s+)?(?:drove|driven|plough?ed|plowed|"
            r"rammed|slammed|careered|sped)\s+(?:deliberately\s+)?into\s+(?:an?\s+|the\s+)?"
            rf"(?:[\w’'-]+\s+){{0,3}}{_CROWD}\b|"
            r"\b(?:drove|plough?ed|plowed|rammed)\s+(?:an?|his|her|the)\s+(?:[\w-]+\s+){0,2}"
            r"(?P<worn>car|van|truck|lorry|suv|pick-?up|minibus|bus)\s+(?:deliberately\s+)?into\s+"
            rf"(?:an?\s+|the\s+)?(?:[\w’'-]+\s+){{0,3}}{_CROWD}\b"
        ),
    ),
)


def _told(text: str, clause: Span) -> Iterator[Hit[Weapon]]:
    """ "A suicide car bomber", "his vest went off", "at gunpoint", "a sniper shot", "a van drove
    into a crowd"."""
    for id, words in _TOLD:
        for match in words.finditer(text, clause.start, clause.end):
            group = next((g for g, found in match.groupdict().items() if found), 0)
            yield Hit(Span(*match.span(group)), weapon_book().get(id))


_FIRED = caseless(
    r"\b(?:fired|firing|fires|shot)\s+(?:back\s+)?(?:at|on|upon|through)\s+(?!the\s+head\b)|"
    r"\b(?:fired|firing|fires)\s+(?:about\s+|some\s+|up to\s+|at least\s+|more than\s+)?"
    r"(?:[\w-]+\s+){1,5}(?:times|rounds)\b"
)


def _fired(text: str, clause: Span) -> Iterator[Hit[Weapon]]:
    """ "Fired on the bus", "fired four or five times", and nothing else named: small arms."""
    for match in _FIRED.finditer(text, clause.start, clause.end):
        at = Span(match.start(), match.start() + len(match.group().split()[0]))
        yield Hit(at, weapon_book().get("firearm"))


def _by_event(notes: Annotations, clause: Span) -> Iterator[Hit[Weapon]]:
    """ "air strikes", "shelled", "opened fire"."""
    at = bisect_right(notes.sentences, clause.start, key=lambda s: s.span.start) - 1
    for hit in inside(notes.events, clause):
        weapon = hit.item.weapon
        if weapon is not None and at >= 0 and tells(notes, notes.sentences[at], hit):
            yield Hit(hit.span, weapon_book().get(weapon))


def _loose(notes: Annotations, clause: Span) -> Iterator[Hit[Weapon]]:
    """ "jets bombed", "shells fell", "an attack by warplanes", also in the name of a side."""
    text = notes.text
    for hit in weapon_book().find_loose(clause.of(text)):
        span = Span(clause.start + hit.span.start, clause.start + hit.span.end)
        listed = inside(notes.weapons, clause)
        if any(h.span.overlaps(span) or h.span.end + 1 == span.start for h in listed):
            continue  # "a rocket shell"
        if hit.item.group not in (WeaponGroup.AERIAL, WeaponGroup.INDIRECT_FIRE):
            continue
        if _in_use(text, clause, span) and _is_word(notes, span):
            yield Hit(span, hit.item)


def _in_use(text: str, clause: Span, span: Span) -> bool:
    before = text[max(clause.start, span.start - 60) : span.start]
    if _LOST.search(before) or _FELLED.match(text, span.end, clause.end):
        return False
    if _ACTS.match(text, span.end, clause.end) or _ATTACK.match(text, span.end, clause.end):
        return True
    return _MEANS.search(before) is not None and bool(_attacked(before))


def _attacked(before: str) -> bool:
    """Whether an attack is told right before: "raids by planes", "dropped from a plane"."""
    return (
        re.search(
            r"\b(?:attack|raid|str(?:ike|uck)|bomb|shell|dropp|fire|kill|hit|launch|target|wound|"
            r"bombard|pound)\w*\b",
            before,
            re.IGNORECASE,
        )
        is not None
    )


def _is_word(notes: Annotations, span: Span) -> bool:
    """Not part of a group's or a ship's proper name: small letters, or the end of a side's name."""
    words = span.of(notes.text)
    near = Span(max(0, span.start - 80), span.end + 40)
    names = [n.span for n in inside(notes.actors, near) if n.span.overlaps(span)]
    if any(n.end != span.end for n in names):
        return False
    return bool(names) or words.lower() == words or words.upper() == words or words[1:].islower()
