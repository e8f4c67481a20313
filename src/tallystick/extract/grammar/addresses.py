"""Addresses of the web and of mail: their words tell nothing of what happened."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"(?:\bhttps?://|\bwww\.|\b[a-z][\w-]+(?:\.[a-z][\w-]+)+/|\b[\w.+-]+@(?=[\w-]+\.\w))"
    r"[^\s<>]*[^\s<>.,;:!?\"'”’)\]]",
    re.IGNORECASE,
)
_SIGNS = ("://", "www.", "@", ".com/", ".co/", ".org/", ".net/")


def without_addresses(text: str) -> str:
    """The text with blanks for its addresses; every other character stays where it is."""
    if not any(sign in text for sign in _SIGNS):
        return text
    return _ADDRESS.sub(lambda address: " " * len(address.group()), text)
