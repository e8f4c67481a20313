"""Entries: what people add to a ledger beside judgements; each stays as it was made.

An entry on an incident names reports of it, since incidents are views: it belongs to whatever
incident has the report now.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tallystick.model.statement import Statement


class Finding(StrEnum):
    """What an analyst holds of an incident as a whole."""

    CONFIRMED = "confirmed"
    UNVERIFIABLE = "unverifiable"


class CommentRule(StrEnum):
    """What a comment must not be or have; a rejection names one."""

    PROFANITY = "profanity"
    THREATS = "threats"
    ATTACKS = "personal attacks"
    VULGARITY = "vulgarity"
    ABUSE = "abuse"  # sexism, racism, homophobia, xenophobia
    PROMOTION = "promotion"  # of a business or of oneself
    SUBJECT = "off the subject"


class Reply(StrEnum):
    """How a request for confirmation was answered."""

    CONFIRMS = "confirms"
    DENIES = "denies"
    DECLINES = "declines to comment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Assessment:
    """A finding on an incident, on the strength of the reports that it then had."""

    reports: tuple[str, ...]
    finding: Finding
    why: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A statement that was misread: what its document says instead, at a span of its own.

    ``statement`` is ``None`` where the document says no such thing. The statement that is
    replaced stays in the ledger; views take the new one.
    """

    replaces: str
    statement: Statement | None
    why: str


@dataclass(frozen=True, slots=True)
class Addition:
    """A statement that the reader missed, at a span of the document of its report.

    It stands until it is withdrawn; it is not corrected.
    """

    statement: Statement
    why: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's words on an incident, never edited; shown once a moderator has approved."""

    report: str
    text: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """A moderator's word on a comment; a rejection names the rule."""

    comment: str
    approved: bool
    rule: CommentRule | None = None

    def __post_init__(self) -> None:
        if self.approved == (self.rule is not None):
            raise ValueError("a rejection names the rule, an approval has none")


@dataclass(frozen=True, slots=True)
class Request:
    """Whom the desk asked to confirm an incident, what, and on which day."""

    report: str
    asked: str
    on: date
    question: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back to a request, in the words given."""

    request: str
    reply: Reply
    words: str
    on: date


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Undoes entries and persons' judgements, by their ids; both stay in the ledger."""

    entries: tuple[str, ...]


Body = Assessment | Correction | Addition | Comment | Ruling | Request | Answer | Withdrawal

BODIES: dict[str, type[Body]] = {
    kind.__name__.lower(): kind
    for kind in (Assessment, Correction, Addition, Comment, Ruling, Request, Answer, Withdrawal)
}
"""The kinds of entry by name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that somebody put in the ledger, and when (UTC)."""

    id: str
    body: Body
    by: str
    at: datetime

    @property
    def kind(self) -> str:
        """The name of what it is: a key of :data:`BODIES`."""
        return type(self.body).__name__.lower()
