"""Where somebody is from, beside where something was: "Tavi Bell, 55, of **Orun**, was shot in
Karsk", "a **Karsk** man was found dead"."""

from __future__ import annotations

import re

from tallystick.model.document import Span
from tallystick.vocab.toponyms import PLACE_NOUNS, singular, toponym_words

__all__ = ["is_home_town", "is_of_native"]

_LONG = 60  # characters before a place
_AGED = re.compile(
    r"(?:, (?:aged? )?\d{1,2}(?: years old)?,?| \(\d{1,2}\),?) "
    r"(?:formerly |originally |both |who is )?"
    r"(?:of|from) (?:the |nearby |suburban )?(?:city of |town of |village of )?$"
)
_NAMED = re.compile(
    r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}),? (?:formerly |originally )?of "
    r"(?:nearby |suburban )?$"
)
_NATIVE = re.compile(
    r"(?:,? [A-Z][\w.]+,?)?[ -](?:area )?(?:man|woman|boy|girl|teen|teenager|youth|native|couple|"
    r"mother|father|mom|dad|grandmother|grandfather|businessman|businesswoman|motorist|student|"
    r"retiree|pensioner|toddler|infant|baby|schoolboy|schoolgirl|father-of-\w+|mother-of-\w+)\b"
    r"(?!['’]s\s(?:home|house|apartment))"
)


def is_home_town(text: str, place: Span) -> bool:
    """Whether the words before a place make it the home of somebody: "Bell, 55, of Orun"."""
    start = max(0, place.start - _LONG)
    if _AGED.search(text, start, place.start):
        return True
    named = _NAMED.search(text, start, place.start)
    return named is not None and _is_person(named["name"])


def _is_person(name: str) -> bool:
    """Whether a name begins as that of a person does, and is of no body or place."""
    words = toponym_words()
    first, *more = (word.rstrip(".").lower() for word in name.split())
    others = words.organisation | words.bodies | words.facility | words.local_bodies
    if any(word in others or singular(word) in PLACE_NOUNS for word in more):
        return False
    initial = any(len(word) == 1 for word in more)
    return initial or first in words.given_names or first in words.titles


def is_of_native(text: str, place: Span) -> bool:
    """Whether a person is told by the place that they are from: "a **Karsk** man"."""
    return _NATIVE.match(text, place.end) is not None
