"""What a manifest, a record's columns or a page's metadata say of a document."""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.model.values import PartialDate


@dataclass(frozen=True, slots=True)
class Limits:
    """How large an input may be before it is left out; bytes, unless said otherwise."""

    document: int = 2_000_000
    page: int = 10_000_000  # a page carries scripts and pictures beside its article
    elements: int = 60_000  # of a page
    attributes: int = 2_000  # of one element
    counted: int = 256_000_000  # larger record files are not counted beforehand


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a document apart from its text; ``None`` for what is not."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: PartialDate | None = None

    def over(self, other: Known) -> Known:
        """This, with what it lacks filled in from the other."""
        return Known(
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            url=self.url or other.url,
            language=self.language or other.language,
            published=self.published or other.published,
        )


@dataclass(frozen=True, slots=True)
class Record:
    """One document's material, as a reader found it in a file.

    ``content`` is the bytes that stand for it in the ledger. ``day_hint`` is the day from a
    column that may mean the day of publication or of the events ("date"): a stamp in the
    text is better evidence. ``captions`` are texts that a page marks as such.
    """

    name: str
    content: bytes
    text: str
    known: Known = Known()
    day_hint: PartialDate | None = None
    captions: tuple[str, ...] = ()
