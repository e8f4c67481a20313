"""What of a model's answer was not taken, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a part of an answer was dropped, in words that follow "dropped:"."""

    NO_QUOTE = "its words do not stand in the article"
    NO_VALUE = "its words give no value of that field"
    NUMBER = "its number is not in its words"
    NO_HARM = "nothing beside its words tells of such harm"
    NO_NAME = "its words name nobody"
    NO_DENIER = "it denies without words of a denial and somebody who denies"
    NO_VIOLENCE = "an incident without a word of violence"
    EMPTY = "an incident without day, place, side or effect"
    TWICE = "an incident told twice"
    IN_TALLY = "an incident that is a tally's"
    NO_COUNT = "a tally without a number of incidents"


@dataclass(frozen=True, slots=True)
class Drop:
    """A part of an answer that was not taken: ``what`` it was to be, its words, the reason."""

    what: str
    quote: str
    reason: Reason
