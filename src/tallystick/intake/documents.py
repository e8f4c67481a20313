"""Records made into documents: what is known, the parts of the text, the id."""

from __future__ import annotations

import re
from hashlib import sha256
from itertools import pairwise

from tallystick.intake.days import published_day
from tallystick.intake.inline import title_end
from tallystick.intake.known import Known, Record
from tallystick.intake.segments import segment, title_of
from tallystick.model.document import Document, Segment, SegmentKind, Span
from tallystick.model.ids import document_id
from tallystick.model.values import PartialDate
from tallystick.vocab.calendar import (
    DAY_PATTERN,
    MONTH_PATTERN,
    WEEKDAY_PATTERN,
    dateline_date,
    parse_absolute,
    stamp_date,
)

_RUN_TOGETHER = re.compile(r"(?<=\b\d\d)(?=(?:19|20)\d\d\b)")  # "Oct 042017"
_BARE_DAY = re.compile(  # "Monday 2 March 2026", "March 2"
    rf"(?:{WEEKDAY_PATTERN},?\s+)?(?:{DAY_PATTERN}\s+{MONTH_PATTERN}|{MONTH_PATTERN}\s+{DAY_PATTERN})"
    r"(?:,?\s+\d{4})?[:.]?",
    re.IGNORECASE,
)
_LEAST_HEADINGS = 3
_TITLE_WITHIN = 400  # characters at a text's start in which its title may already stand


def read_text(text: str, *, name: str = "text", known: Known | None = None) -> Document:
    """A document from a text in memory, for notebooks and tests."""
    return document(Record(name, text.encode("utf-8", "replace"), text, known or Known()))


def document(record: Record) -> Document:
    """The document that a record stands for; its text is the record's, offsets and all."""
    known = record.known
    segments = segment(record.text, title=known.title, captions=record.captions)
    published = known.published or published_in(record.text, segments, hint=record.day_hint)
    digest = sha256(record.content).hexdigest()
    id_ = document_id(digest, publisher=known.publisher, url=known.url, published=published)
    return Document(
        id=id_,
        sha256=digest,
        text=record.text,
        name=record.name,
        title=known.title or title_of(record.text, segments),
        publisher=known.publisher,
        url=known.url,
        language=known.language,
        published=published,
        segments=segments,
    )


def with_title(text: str, title: str | None) -> str:
    """The text under its title, which a record or page keeps apart from it.

    A title is published with its text and often says what happened; so it must be where a
    quote can point to it. Nothing is added where the text begins with it anyway.
    """
    if not title or _begins_with(text, title):
        return text
    return f"{title}\n\n{text}"


def _begins_with(text: str, title: str) -> bool:
    head = text[:_TITLE_WITHIN]
    starts = (
        i for i, c in enumerate(head) if c.isalnum() and (i == 0 or not head[i - 1].isalnum())
    )
    return any(title_end(text, title, start) for start in starts)


def published_in(
    text: str, segments: tuple[Segment, ...], *, hint: PartialDate | None = None
) -> PartialDate | None:
    """The day of publication as the text itself gives it, or else the hint.

    A stamp before the account counts most; then the hint, a full dateline, a stamp after
    the account (which is of the last change).
    """
    before, after = _stamps(text, segments)
    dateline = next((s.span.of(text) for s in segments if s.kind is SegmentKind.DATELINE), "")
    candidates = (_stamped(before), hint, _datelined(dateline), _stamped(after))
    return next((day for day in candidates if day), None)


def _stamps(text: str, segments: tuple[Segment, ...]) -> tuple[list[str], list[str]]:
    accounts = [s.span.start for s in segments if s.kind is SegmentKind.BODY]
    account = accounts[0] if accounts else 0
    over = _day_headings(text, segments)
    stamps = [s.span for s in segments if s.kind is SegmentKind.UPDATE_STAMP]
    stamps = [span for span in stamps if span not in over]
    before = [span.of(text) for span in stamps if span.start < account]
    return before, [span.of(text) for span in stamps if span.start >= account]


def _day_headings(text: str, segments: tuple[Segment, ...]) -> frozenset[Span]:
    """Bare days over the entries of a digest: no day of publication, where three are told."""
    over = [
        stamp.span
        for stamp, after in pairwise(segments)
        if stamp.kind is SegmentKind.UPDATE_STAMP
        and after.kind is SegmentKind.BODY
        and _BARE_DAY.fullmatch(stamp.span.of(text).strip())
    ]
    days = {span.of(text).strip() for span in over}
    return frozenset(over) if len(days) >= _LEAST_HEADINGS else frozenset()


def _stamped(stamps: list[str]) -> PartialDate | None:
    lines = [_RUN_TOGETHER.sub(" ", " ".join(stamp.split())) for stamp in stamps]
    found = [f for line in lines for f in (stamp_date(line), *parse_absolute(line))]
    return next((day for f in found if f and (day := _day(f.date))), None)


def _datelined(dateline: str) -> PartialDate | None:
    found = dateline_date(dateline) if dateline else None
    return _day(found.date) if found else None


def _day(date: PartialDate) -> PartialDate | None:
    """A day without its words, if it is one that can have been published on."""
    return published_day(date.start.isoformat()) if date.is_day and date.start else None
