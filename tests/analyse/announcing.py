"""Announced numbers for tests: what a test says, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from tallystick.analyse.announced import Announced, announced_of
from tallystick.model.document import Document
from tallystick.model.statement import AnnouncedTally, Source, TallyPart
from tallystick.model.values import CountRange, Place, PlacePrecision
from tests.builders import day, document, tally

IRAQ = Place("Iraq", PlacePrecision.COUNTRY, None, "IQ")
SYRIA = Place("Syria", PlacePrecision.COUNTRY, None, "SY")


def exactly(number: int) -> CountRange:
    return CountRange.exactly(number)


def at_least(number: int) -> CountRange:
    return CountRange(number, None)


def said(
    count: CountRange | int,
    published: str = "2023-12-10",
    *,
    since: str | None = "2023-12-01",
    by: str = "the ministry",
    split: dict[Place, int] | None = None,
    in_document: Document | None = None,
    **changes: object,
) -> tuple[AnnouncedTally, Document]:
    """A number in a document of its own; ``by`` an empty name is the paper itself."""
    number = exactly(count) if isinstance(count, int) else count
    text = f"There were {number.low} attacks, told on {published} by {by} ({number.high})."
    doc = in_document or document(text, published=published, name=f"{published}.txt")
    words = f"{number.low} attacks" if in_document is None else doc.text.split(" ", 1)[0]
    plain = tally(doc, words, number)
    chain = (Source(by), *plain.chain) if by else plain.chain
    parts = tuple(TallyPart(place, exactly(n)) for place, n in (split or {}).items())
    whole = replace(
        plain, chain=chain, baseline=day(since) if since else None, parts=parts,
        places=tuple(split or ()),
    )  # fmt: skip
    return replace(whole, **changes), doc  # type: ignore[arg-type]


def matched(*pairs: tuple[AnnouncedTally, Document]) -> list[Announced]:
    """Announcements with their classes."""
    return announced_of([t for t, _ in pairs], {d.id: d for _, d in pairs})
