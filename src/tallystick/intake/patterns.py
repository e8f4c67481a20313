"""Building patterns from readable lists."""

from __future__ import annotations


def any_of(*alternatives: str) -> str:
    """One pattern that matches any of the alternatives, the first first."""
    return f"(?:{'|'.join(alternatives)})"
