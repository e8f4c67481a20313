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
    """Whether what begins there is something that persons or goods were taken away in."""
    return _BORNE.search(text, max(0, start - 90), start) is not None


_BORNE = caseless(
    r"\b(?:flown|air-?lifted|evacuated|medevaced|rushed|ferried|transported|transferred|whisked|"
    r"taken|brought|rescued|lifted)\b(?:\s(?!(?:and|but|after|when|as|where|who)\b)[\w’'.-]+){0,6}?"
    r"\s(?:by|in|aboard|on)\s(?:(?:an?|the|its|their|two|three|several)\s)?(?:[\w-]+\s){0,2}$"
)
