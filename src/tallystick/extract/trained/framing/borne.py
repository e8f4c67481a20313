"""Kinds of attack that no word of the text bears out.

"Attack" and "incident" may stand for anything. The network guesses at what it has met most often,
or at what is told nearby of another attack; by which means one was made is told by some word
that is not the other's, or not known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from tallystick.extract.events.crafts import is_ride
from tallystick.model.document import Cover, Span
from tallystick.model.statement import Value
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import Casualties
from tallystick.vocab.caseless import caseless

_WORDS = {
    IncidentKind.AIR_STRIKE: r"\bair|plane|\bjets?\b|\w*copter|sortie|strikes\b|raids\b|bombers?\b|"
    r"bombard|barrel",
    IncidentKind.DRONE_ATTACK: r"drone|unmanned|uav|\w*copter",
    IncidentKind.SHELLING: r"shell|rocket|missile|mortar|artiller|howitzer|cannon|gunboat|"
    r"bombard|projectile|\btanks?\b|rounds?\b",
    IncidentKind.BOMBING: r"bomb|explo|blast|\bbl[eo]w|detonat|device|dynamite|grenade|booby",
    IncidentKind.SUICIDE_BOMBING: r"suicide|sel(?:f|ves) up|bombers?\b|martyr",
    IncidentKind.MINE: r"\bmines?\b|landmine|booby|ordnance|device|explo",
    IncidentKind.CHEMICAL_ATTACK: r"chemical|\bgas|chlorine|sarin|nerve|poison|toxic|acid|mustard",
    IncidentKind.STABBING: r"stab|kni(?:fe|ves)|blade|machete|sword|slash|hack|\baxe|throat|"
    r"behead|dagger|cut|scissors",
    IncidentKind.VEHICLE_RAMMING: r"\bram|\bcars?\b|truck|\bvans?\b|lorr|vehicle|\bdr[io]v|plough|"
    r"plow|mowed|\bran\b|\bbus",
}
_NOWHERE = Cover(())
_BORNE_BY = {kind: caseless(words) for kind, words in _WORDS.items()}


def is_borne(text: str, kind: IncidentKind, elsewhere: Cover = _NOWHERE) -> bool:
    """Whether an incident may be of this kind, by the words of the text that do not stand
    ``elsewhere``, where another one is told."""
    if kind not in _BORNE_BY:
        return True
    return any(not elsewhere.touches(words) for words in _bearing(text, kind))


@lru_cache(maxsize=32)
def _bearing(text: str, kind: IncidentKind) -> tuple[Span, ...]:
    """The words of a text that bear a kind out: each of its incidents asks for them."""
    found = _BORNE_BY[kind].finditer(text)
    return tuple(Span(*match.span()) for match in found if not is_ride(text, match.start()))


def is_of_one(text: str, told_in: Iterable[Span], dead: Collection[Value]) -> bool:
    """Whether but one is said to have been killed, and not as a captive: that is no massacre."""
    counts = [value.count for value in dead if isinstance(value, Casualties)]
    if not counts or any(count.high != 1 for count in counts):
        return False
    return not any(_AS_CAPTIVE.search(text, s.start, s.end) for s in told_in)


_AS_CAPTIVE = caseless(
    r"\b(?:execut|behead|decapitat|massacr|slaughter|lynch|hang(?:ed|ing)\b|hung\b|ston(?:ed|ing)\b|"
    r"captiv|capture|hostage|prisoner|detain|in custody|tortur|burn(?:ed|t) alive|throat|drown)"
)
