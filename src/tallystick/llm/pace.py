"""When the next request may go out: at most so many a minute, none while told to wait."""

from __future__ import annotations

import asyncio
import random

_LONGEST = 120.0  # seconds that one wait may take
_MINUTE = 60.0


class Pace:
    """Spaces requests evenly over time. For use within one event loop."""

    def __init__(self, per_minute: float | None) -> None:
        self._gap = _MINUTE / per_minute if per_minute else 0.0
        self._next = 0.0

    async def turn(self) -> None:
        """Returns when it is one's turn."""
        now = asyncio.get_running_loop().time()
        at = max(now, self._next)
        self._next = at + self._gap
        if at > now:
            await asyncio.sleep(at - now)

    def hold(self, seconds: float) -> None:
        """Lets no further request go out for a time: the endpoint asked for it."""
        now = asyncio.get_running_loop().time()
        self._next = max(self._next, now + min(seconds, _LONGEST))


def backoff(attempt: int, first: float, asked: float | None) -> float:
    """Seconds to wait before the next attempt: as asked, else doubling, with some chance in it.

    ``attempt`` counts from 1. Chance keeps many from coming back in the same moment.
    """
    if asked is not None:
        return min(max(asked, 0.0), _LONGEST)
    doubled: float = min(first * 2.0 ** (attempt - 1), _LONGEST)
    return doubled * random.uniform(0.75, 1.25)
