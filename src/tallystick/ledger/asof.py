"""What a view may rest on: what was published, or recorded, by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from tallystick.ledger.supersede import SAME_BYTES

# A run writes before the next begins (one writer at a time), so that one that was interrupted
# ended by then; but for the desk's, which are one transaction each and fall between the others'.
# The last, if it never ended, is taken at its start.
_ENDED = (
    "coalesce(finished,"
    " (SELECT min(later.started) FROM runs AS later"
    " WHERE later.id > runs.id AND later.command <> 'desk'), started)"
)
_END = "json_extract(published, '$.end')"  # the last day on which it can have been published


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """Bounds on what a view of a ledger rests on; ``None`` sets none.

    ``known_on``: documents published on that day or before. One whose day of publication is
    only known as a longer time counts from the last day of it; one without any cannot be shown
    to have been published by then and is left out. The text that was current then stands,
    though a newer one has superseded it since; corrected metadata of the same text hold for
    every day. Judgements count whenever they were given; a text that was superseded before it
    was ever linked has none, and what it tells stands apart from other documents.

    ``recorded_on``: documents and judgements that the ledger had by that moment, which is when
    the command that wrote them ended. UTC where it names no zone.

    Both together ask what a ledger of that moment could say of what was public on that day.
    """

    known_on: date | None = None
    recorded_on: datetime | None = None

    @property
    def bounded(self) -> bool:
        """Whether there is any bound."""
        return self.known_on is not None or self.recorded_on is not None

    def within(self, other: AsOf) -> AsOf:
        """The stricter of the bounds of both."""
        days = [day for day in (self.known_on, other.known_on) if day]
        moments = [_utc(at) for at in (self.recorded_on, other.recorded_on) if at]
        return AsOf(known_on=min(days, default=None), recorded_on=min(moments, default=None))

    @property
    def runs(self) -> str:
        """SQL condition on ``runs``: those that had ended by the moment."""
        if self.recorded_on is None:
            return "1"
        return f"{_ENDED} <= '{_utc(self.recorded_on).isoformat(timespec='seconds')}'"

    @property
    def known(self) -> str:
        """SQL condition on ``documents``: those that count, superseded or not."""
        told = [f"run IN (SELECT id FROM runs WHERE {self.runs})"] if self.recorded_on else []
        if self.known_on is not None:
            told.append(f"{_END} <= '{self.known_on.isoformat()}'")
        return " AND ".join(told) or "1"

    @property
    def current(self) -> str:
        """SQL for the ids of the documents that count and that none that counts supersedes."""
        if not self.bounded:
            return "SELECT id FROM documents WHERE id NOT IN (SELECT older FROM supersessions)"
        newer = f"newer IN (SELECT id FROM documents WHERE {self.known})"
        if self.known_on is not None:
            corrected = AsOf(recorded_on=self.recorded_on).known
            newer = (
                f"({newer} OR why = '{SAME_BYTES}' AND newer IN "
                f"(SELECT id FROM documents WHERE {corrected}))"
            )
        return (
            f"SELECT id FROM documents WHERE {self.known}"
            f" AND id NOT IN (SELECT older FROM supersessions WHERE {newer})"
        )

    @property
    def judged(self) -> str:
        """SQL condition on ``judgements``: those on two reports that count, given by then."""
        told = f"run IN (SELECT id FROM runs WHERE {self.runs})"
        if self.known_on is None:
            return told
        ours = f"SELECT id FROM reports WHERE document IN ({self.current})"
        return f"{told} AND a IN ({ours}) AND b IN ({ours})"

    @property
    def undated(self) -> str:
        """SQL for the ids of the documents that only lack a day of publication to count."""
        if self.known_on is None:
            return "SELECT id FROM documents WHERE 0"
        recorded = AsOf(recorded_on=self.recorded_on).current
        return f"SELECT id FROM ({recorded}) NATURAL JOIN documents WHERE {_END} IS NULL"


def _utc(moment: datetime) -> datetime:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a view rests on: ``documents``, out of ``held`` by the ledger that are current.

    ``undated`` are left out because nobody knows when they were published.
    """

    documents: int
    held: int
    undated: int
