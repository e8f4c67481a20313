"""Words around a name that tell it to be a place, whatever the name is.

What something is in, what is bombed or retaken, and what is called a village or lies west of
somewhere, is a place, though no list has it.
"""

from __future__ import annotations

import re

from tallystick.extract.places.reading import Reading
from tallystick.vocab.toponyms import COMPASS, PLACE_NOUNS, singular

__all__ = ["INSIDE", "described", "sets"]

INSIDE = frozenset(["in", "at", "near", "outside"])
_OF = frozenset(
    [
        *("residents", "villagers", "inhabitants", "outskirts", "outskirt", "edge", "edges"),
        *("centre", "center", "area", "areas", "surroundings", "countryside", "direction"),
        *("capture", "recapture", "seizure", "control", "siege", "fall", "storming", "liberation"),
        *("shelling", "bombardment", "bombing"),
        *("market", "marketplace", "barracks", "garrison", "crossing", "skies"),
    ]
)
_ON = frozenset(
    [
        *("raid", "raids", "strike", "strikes", "airstrike", "airstrikes", "bombardment", "shells"),
        *("shelling", "bombs", "rockets", "attack", "attacks", "assault", "offensive", "advance"),
        *("fired", "fire", "landed", "fell", "rained", "missiles", "mortars", "grenades"),
        *("artillery", "guns", "shelled"),
    ]
)
_TAKEN = frozenset(
    [
        *("bombed", "bombarded", "shelled", "pounded", "stormed", "overran", "besieged", "retook"),
        *("recaptured", "captured", "seized", "entered", "raided", "strafed"),
    ]
)
_HIT = frozenset(["hit", "struck", "rocked", "targeted", "attacked"])
_BY = frozenset(  # what hits a place, not a person
    [
        *("missiles", "missile", "rockets", "shells", "bombs", "drones", "drone", "mortars"),
        *("artillery", "strike", "strikes", "airstrike", "airstrikes", "raid", "raids", "planes"),
        *("warplanes", "warplane", "jets", "aircraft", "helicopters", "explosion", "explosions"),
        *("blast", "blasts", "bombardment", "shelling"),
    ]
)
_VILLAGE = frozenset(["village", "town", "hamlet", "neighborhood", "neighbourhood", "suburb"])
_KIND = re.compile(
    r",? (?:an?|the) (?:[\w’'-]+ ){0,3}?(?P<noun>[a-z]+)"
    r"(?=[.,;)]| (?:in|of|on|near|about|some|that|which|where|held|controlled|north|south|east|"
    r"west|northeast|northwest|southeast|southwest|close|outside|along|just|\d)\b)"
)
_AWAY = re.compile(
    r", (?:(?:about|some|around|just|barely|nearly) )*(?:\d+|[a-z]+(?:-[a-z]+)?) ?"
    r"(?:km|kilomet(?:er|re)s?|miles?|kms)(?: (?:and a half|\(\d+[^)]{0,15}\)))? "
    r"(?:away|off|further|farther|from|to the)\b"
)
_LIES = re.compile(
    r",? (?:(?:about|some|around|just|located|which lies|lying) )*"
    r"(?:\d+ ?(?:km|kilomet(?:er|re)s?|miles?|kms) )?(?:\(\d+[^)]{0,15}\) )?(?:to the )?"
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of (?=[A-Z]|the )"
)


def sets(reading: Reading, first: int) -> bool:
    """Whether the words before a name set something in it: "in X", "residents of", "bombed".

    ``first`` is the index of the name's first word.
    """
    if not reading.joined(first):
        return False
    key, before = reading.key(first - 1), reading.key(first - 2)
    if key == "of":
        return before in _OF or before in COMPASS
    if key == "on":  # "attacks on Sunday on Zobrak"
        again = reading.key(first - 3) == "on" and reading.key(first - 4) in _ON
        return before in _ON or again
    if key == "including":
        return singular(before) in PLACE_NOUNS
    if singular(key) in _VILLAGE:  # "two villages Zobrak and Tal Zobrak"
        return not reading.words[first - 1].capital
    if key == "over":
        return before in ("down", "downed", "skies")  # "shot down over X"
    if key in _HIT:
        return before in _BY or (before == "also" and reading.key(first - 3) in _BY)
    return key in INSIDE or key in _TAKEN


def described(reading: Reading, last: int) -> str | None:
    """The place noun that follows a name: "X, a village in"; "locality" for "X west of Y".

    ``last`` is the index of the name's last word.
    """
    end = reading.words[last].end
    kind = _KIND.match(reading.text, end, end + 60)
    if kind and singular(kind["noun"]) in PLACE_NOUNS:
        return singular(kind["noun"])
    lies = _LIES.match(reading.text, end, end + 70) or _AWAY.match(reading.text, end, end + 70)
    return "locality" if lies else None
