"""Kinds of attack that no word of the text bears out.

"Attack" and "incident" may stand for anything. The network guesses at what it has met most often;
by which means an attack was made is told by some word of the text, or not known.
"""

from __future__ import annotations

from functools import lru_cache

from tallystick.extract.annotate import Annotations
from tallystick.model.taxonomy import IncidentKind
from tallystick.vocab.caseless import caseless

_WORDS = {
    IncidentKind.AIR_STRIKE: r"\bair|plane|\bjets?\b|copter|sortie|strikes\b|raids\b|bombers?\b|"
    r"bombard|barrel",
    IncidentKind.DRONE_ATTACK: r"drone|unmanned|uav|copter",
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
_BORNE_BY = {kind: caseless(words) for kind, words in _WORDS.items()}


@lru_cache(maxsize=16)
def is_borne(notes: Annotations, kind: IncidentKind) -> bool:
    """Whether an incident of the text may be of this kind, by its words."""
    words = _BORNE_BY.get(kind)
    return words is None or words.search(notes.text) is not None
