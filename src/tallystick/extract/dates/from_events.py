"""Words that count days from an event: "two days after the raid", "a week before jets hit it".

They name no day by themselves, so that :func:`tallystick.extract.dates.mentions.find_dates` leaves
them out; :mod:`tallystick.extract.mentions.counted` dates the incidents that they stand between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tallystick.extract.dates.in_text import many_hours
from tallystick.extract.dates.words import FULL_WEEKDAY, NUMBERS, number
from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless

__all__ = ["THE_EVENT", "FromEvent", "from_events"]

_NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))
_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_COUNT = caseless(
    rf"\b(?:(?P<n>\d{{1,2}}|the|{_NUMBER})[\s-]+(?P<unit>hour|day|night|morning|evening|week|"
    r"fortnight)s?|minutes|hours|shortly|soon|moments|immediately|"
    rf"(?P<some>(?:(?:several|some|many|a\s+few|\d{{1,2}}|{_NUMBER})[\s-]+)?(?:days|weeks|months|years)))\s+"
    r"(?P<dir>before|after)\s+"
    r"(?!(?:that|then|which|midnight|noon|dawn|dusk|daybreak|sunset|sunrise)\b|"
    r"\d{4}\b|\d+(?:[.:/-]\d|\s?[ap]\.?m\b|st\b|nd\b|rd\b|th\b|"
    rf"\s(?:o[’']clock|hours|{_MONTH})\b)|"
    r"\w+ed\s+(?:\w+ly|by|in|on|at|for|to|the|an?|and)\b)(?=\w)"
)
_DAYS = {"week": 7, "fortnight": 14}
_WHOLE_DAY = 24  # hours
_OPENS = re.compile(  # what may stand before a count at the head of a sentence
    r"^\W*(?:(?:and|but|just|only|barely|less|more|than|about|some|nearly|almost|exactly|"
    r"(?-i:[A-Z][A-Z-]+),?)\s+)*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r",\s|;|:\s|\s[–—-]+\s|\.\s|$")
THE_EVENT = re.compile(
    r"(?:the|this|that|those|these|its|their|his|her)\s+(?:[\w’'-]+\s+){0,3}?(?:raid|attack|blast|"
    r"bombing|bomb|explosion|shooting|killing|massacre|ambush|strike|assault|murder|kidnapping|"
    r"abduction|shelling|arrest|clash|battle|fighting|incident|seizure|capture|robbery|fire|rampage|"
    r"stabbing|beating|slaying)"
    r"(?:e?s)?\b",
    re.IGNORECASE,
)
"""An event that goes back to one told before: "the Velm raid"."""
_A_DAY = date(2000, 6, 15)


@dataclass(frozen=True, slots=True)
class FromEvent:
    """``span``: the words of the count; ``event``: those of what it is counted from; ``days``: the
    least and the greatest number of days from there, negative before it, 0 for hours, ``None``
    where they are not told ("weeks after"); ``opens`` where the count is the head of its sentence.
    """

    span: Span
    event: Span
    days: tuple[int, int] | None
    opens: bool

    def cut(self, left: Span, right: Span) -> int | None:
        """Where two events of a sentence part, if the count stands between them."""
        if self.opens:
            between = self.event.contains(left) and right.start >= self.event.end
            return self.event.end if between else None
        between = left.end <= self.span.start and self.event.contains(right)
        return self.span.start if between else None


def from_events(text: str, sentence: Span) -> Iterator[FromEvent]:
    """The counts of a sentence, in its order; offsets are those of the text."""
    for match in _COUNT.finditer(text, sentence.start, sentence.end):
        opens = _OPENS.match(text[sentence.start : match.start()]) is not None
        span = Span(match.start(), match.end("dir"))
        yield FromEvent(span, _event(text, match.end(), sentence.end), _days(match), opens)


_ON = re.compile(  # what tells more of it, a day in the end
    r"\s+(?:(?:on|in|at|of|near|against|by|outside|inside)\s|"
    rf"(?:that|which)\s(?=[^.;,]{{1,80}}\son\s(?:{FULL_WEEKDAY}|\d|(?:{_MONTH})\b)))",
    re.IGNORECASE,
)


def _event(text: str, start: int, end: int) -> Span:
    stop = _ENDS.search(text, start, end)
    last = min(stop.start(), end) if stop else end
    noun = THE_EVENT.match(text, start, last)
    goes_on = noun and _ON.match(text, noun.end(), last + 1)
    return Span(start, noun.end() if noun and not goes_on else last)


def _days(match: re.Match[str]) -> tuple[int, int] | None:
    if match["some"]:
        return None
    unit, sign = (match["unit"] or "").lower(), -1 if match["dir"].lower() == "before" else 1
    if not unit:
        return 0, 0
    amount = 1 if match["n"].lower() == "the" else number(match["n"].lower())
    if unit == "hour":
        ends = many_hours(_A_DAY, sign * amount) if amount >= _WHOLE_DAY else None
        if ends is None or ends.start is None or ends.end is None:
            return 0, 0
        return (ends.start - _A_DAY).days, (ends.end - _A_DAY).days
    days = sign * amount * _DAYS.get(unit, 1)
    return days, days
