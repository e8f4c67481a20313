"""The hour at the head of a post in a live page, which is no part of who speaks in it.

"13:40 The Front has claimed it", "0715 hrs: a doctor told us": the Front and a doctor speak.
"""

from __future__ import annotations

import re

from tallystick.model.document import Span

_HOUR = re.compile(
    r"[\[(]?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?(?:[ap]\.?m\b\.?|hrs|GMT|UTC|[A-Z]{2,4}T))?[\])]?"
    r"\s*[-–—:|]?\s+(?=[A-Z\"“‘])"
)


def after_hour(text: str, sentence: Span) -> Span:
    """A sentence without the hour that stands at its head."""
    hour = _HOUR.match(text, sentence.start, sentence.end)
    return Span(hour.end(), sentence.end) if hour and hour.end() < sentence.end else sentence
