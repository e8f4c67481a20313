"""Aircraft, ships and vehicles: they are attacked as they attack, and people travel in them."""

from __future__ import annotations

from tallystick.vocab.caseless import caseless
from tallystick.vocab.matching import Hit
from tallystick.vocab.weapons import Weapon, WeaponGroup

__all__ = ["FLOWN", "borne_off", "is_craft", "is_ride"]

FLOWN = ("aircraft", "helicopter")


def is_craft(weapon: Weapon) -> bool:
    """Tanks, ships and helicopters are attacked as they attack: "a **ferry** was fired upon"."""
    return weapon.group is WeaponGroup.VEHICLE or weapon.id in FLOWN


def borne_off(text: str, hit: Hit[Weapon]) -> bool:
    """ "The wounded were flown out **by helicopter**": what somebody was taken away in."""
    return is_craft(hit.item) and is_ride(text, hit.span.start)


def is_ride(text: str, start: int) -> bool:
    """Whether what begins there is something that persons or goods were taken away in; a town that
    was taken by tanks was not."""
    if _BORNE.search(text, max(0, start - 90), start):
        return True
    return bool(_TAKEN.search(text, max(0, start - 90), start) and _AWAY.match(text, start))


_SO_FAR = r"(?:\s(?!(?:and|but|after|when|as|where|who)\b)[\w’'.-]+){0,6}?\s"
_CRAFT = r"\s(?:(?:an?|the|its|their|two|three|several)\s)?(?:(?!by\b)[\w-]+\s){0,2}$"
_WAY = r"(?:to|into|out|away|off|ashore|home|back|in)"
_BORNE = caseless(
    r"\b(?:(?:flown|air-?lifted|evacuated|medevaced|rushed|ferried|transported|transferred|"
    rf"whisked|rescued)\b{_SO_FAR}(?:by|in|aboard|on)|"
    rf"(?:taken|brought|lifted)\b(?:{_SO_FAR}(?:in|aboard|on)|{_SO_FAR}{_WAY}(?:{_SO_FAR}|\s)by)){_CRAFT}"
)
_TAKEN = caseless(rf"\b(?:taken|brought|lifted)\b{_SO_FAR}by{_CRAFT}")
_AWAY = caseless(rf"[\w-]+(?:\s[\w-]+)?\s{_WAY}(?<!in)\b")
