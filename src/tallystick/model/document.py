"""Documents: one published text each, with its labelled parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import accumulate
from typing import Generic, TypeVar

from tallystick.model.values import PartialDate

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Offsets in a document's text, in code points; ``text[start:end]`` is the quote."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The stretch of a text that it stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character, or an empty one lies inside the other."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies inside it; one contains itself."""
        return self.start <= other.start and other.end <= self.end


class Cover:
    """Stretches of a text, sorted, to ask quickly whether one covers or touches a span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [s.start for s in ordered]
        self._ends = list(accumulate((s.end for s in ordered), max))

    def covers(self, span: Span) -> bool:
        """Whether the span lies in what is covered from some stretch's start on."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._ends[at] >= span.end

    def touches(self, span: Span) -> bool:
        """Whether any stretch shares a character with the span."""
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and self._ends[at] > span.start


class Stretches(Generic[T]):
    """Things that each take up a stretch of a text, to ask which of thousands are at a span."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._given = list(items)
        self._order = sorted(range(len(self._given)), key=lambda at: self._given[at][0].start)
        self._starts = [self._given[at][0].start for at in self._order]
        self._ends = list(accumulate((self._given[at][0].end for at in self._order), max))

    def around(self, span: Span) -> list[tuple[Span, T]]:
        """Those in whose stretch a span lies, in the order in which they were given."""
        last = bisect_right(self._starts, span.start)
        return [pair for pair in self._before(last, span.end) if pair[0].contains(span)]

    def touching(self, span: Span) -> list[tuple[Span, T]]:
        """Those that overlap a span, in the order in which they were given."""
        last = bisect_left(self._starts, span.end)
        return [pair for pair in self._before(last, span.start + 1) if pair[0].overlaps(span)]

    def within(self, span: Span) -> list[tuple[Span, T]]:
        """Those that lie in a span, in the order in which they were given."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        near = (self._given[at] for at in sorted(self._order[first:last]))
        return [pair for pair in near if span.contains(pair[0])]

    def _before(self, last: int, end: int) -> list[tuple[Span, T]]:
        """The first so many by their starts, without the foremost that all end before ``end``."""
        first = bisect_left(self._ends, end)
        return [self._given[at] for at in sorted(self._order[first:last])]


class SegmentKind(StrEnum):
    """The part that a stretch of text plays. Only the first five carry the account."""

    TITLE = "title"
    STANDFIRST = "standfirst"  # the line under the title
    DATELINE = "dateline"
    BODY = "body"
    UPDATE_STAMP = "update_stamp"  # "Updated: January 01, 2024, 1:35 PM"
    BYLINE = "byline"
    CAPTION = "caption"
    CREDIT = "credit"
    TEASER = "teaser"  # a link to another article
    BOILERPLATE = "boilerplate"  # share and print buttons, newsletters, cookies
    COMMENTS = "comments"  # comments, and the policy on them

    @property
    def is_account(self) -> bool:
        """Whether incidents are read from this part."""
        return self in (SegmentKind.TITLE, SegmentKind.STANDFIRST, SegmentKind.BODY)


@dataclass(frozen=True, slots=True)
class Segment:
    """A labelled stretch of a document's text, at most a paragraph long."""

    kind: SegmentKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One published text.

    ``id`` is derived from the content and what is known of it (see
    :func:`tallystick.model.ids.document_id`); ``sha256`` is that of the bytes it was read
    from. ``published`` is a day, or ``None`` when neither text nor manifest gives one.
    ``name`` is the file (and record) that it came from, ``retrieved`` when it was read.
    """

    id: str
    sha256: str
    text: str
    name: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: PartialDate | None = None
    retrieved: datetime | None = None
    segments: tuple[Segment, ...] = ()

    @property
    def published_by(self) -> date | None:
        """The last day on which it can have been published; ``None`` where nobody knows."""
        return self.published.end if self.published else None

    @property
    def account(self) -> tuple[Segment, ...]:
        """The segments that carry the article's own account."""
        return tuple(s for s in self.segments if s.kind.is_account)
