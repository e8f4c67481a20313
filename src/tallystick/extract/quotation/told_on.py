"""The day on which a document was told, from which its "yesterday" and "on Sunday" count."""

from __future__ import annotations

from datetime import date, timedelta

from tallystick.model.document import Document, SegmentKind
from tallystick.model.values import PartialDate
from tallystick.vocab.calendar import WrittenDate, day_of, written_dates

_OLDEST = timedelta(days=6)  # a dateline older than that is of something else


def told_on(document: Document) -> PartialDate | None:
    """The day of the dateline where it has one, else that of publication.

    "LIMA, 2 JUN 89 --", printed on 3 June, tells on the second what happened "last night". A
    dateline without a year is of the days before publication; one of more than a week before,
    or of after, is not gone by.
    """
    published = document.published
    for segment in document.segments:
        if segment.kind is SegmentKind.DATELINE:
            words = segment.span.of(document.text)
            days = (_day(written, published) for written in written_dates(words))
            return next((PartialDate.day(day) for day in days if day), published)
    return published


def _day(written: WrittenDate, published: PartialDate | None) -> date | None:
    """The day of a dateline, if it can be the one on which this was told."""
    if written.day is None:
        return None
    last = published.end if published else None
    if last is None:
        return day_of(written.year, written.month, written.day) if written.year else None
    years = (written.year,) if written.year else (last.year, last.year - 1)
    days = (day_of(year, written.month, written.day) for year in years)
    return next((day for day in days if day and last - _OLDEST <= day <= last), None)
