"""Sentences and tokens, with their offsets in the document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from tallystick.extract.grammar.entries import entries_of, entry_at
from tallystick.model.document import Document, SegmentKind, Span
from tallystick.vocab.calendar import DAY_PATTERN, MONTH_PATTERN, WEEKDAY_PATTERN
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

_TOKEN = Pattern(
    r"(?:[^\W\d_]\.){2,}"  # U.S. a.m.
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|[a-z]\b)?"
    r"|[^\W\d_]+(?=['’]s\b)"
    r"|['’]s\b"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\w+|[^\w\s]",
    re.UNICODE,
)
_WORDED = Pattern(r"(?<!\w)[^\W_]")  # holds a word
_END = Pattern(
    r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s|$)"
    r"|(?<=[a-z]{3})\.(?=[A-Z][a-z]+\s)"  # "was hit.The army": a blank is lost
    r"|(?<=[a-z]{3})(?=\s+(?:Meanwhile|Elsewhere)\s+[a-z])"  # a full stop is lost
    r"|\n[^\S\n]*\n"
    r"|\n(?=[^\S\n]*(?:[•●▪◦*]|[-–](?=\s*[A-Z][a-z])|\d{1,2}[.)](?=\s+[A-Z]))\s)"  # a list
)
_SEMICOLON = Pattern(r";(?=\s+[A-Z])")
_BEFORE_NAME = caseless(  # always followed by a name
    r"\b(?:mr|mrs|ms|mme|messrs|dr|lt|gen|col|maj|sgt|cpl|capt|adm|brig|cmdr|cdr|pvt|gov|sen|rep|"
    r"prof|rev|fr|msgr|hon|pres|spc|det|insp|supt|amb|sec|vs|mt|ft|pfc|ald|approx|ca|cf)\.$"
)
_BEFORE_NUMBER = caseless(
    r"\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|nos?|art|p|pp|vol|par)\.$"
)
_MAY_END = caseless(  # ends a sentence only before a word that opens one
    r"(?:\b(?:jr|sr|st|etc|inc|ltd|co|corp|dept|bros|ave|blvd|rd|mon|tues?|wed|thurs?|fri|sat|sun|"
    r"gov't|univ|assn|est|al)|(?:\b[a-z]\.)*\b[a-z]|\b[ap]\.?m)\.$"
)
_AT_TIME = caseless(r"\b[ap]\.?m\.$")
_ZONE = Pattern(
    r"\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|E[SD]T|P[SD]T|C[SD]T|M[SD]T|GMT|UTC|BST|"
    r"[A-Z][a-z]+ time|local|Eastern|Central|Pacific|Mountain|January|February|"
    r"March|April|May|June|"
    r"July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.|\()",
    re.IGNORECASE,
)
_OPENS = Pattern(
    r"\s+[\"“‘'(\[]*(?:The|A|An|This|That|These|Those|It|Its|He|She|His|Her|They|Their|We|Our|I|You|"
    r"There|Here|In|On|At|After|Before|During|Since|Until|While|When|Where|As|By|For|From|With|"
    r"Without|According|Among|But|And|Or|So|Yet|If|Although|However|Meanwhile|Earlier|Later|Also|"
    r"Then|Now|Both|Some|Several|Many|Most|More|At|No|Nobody|None|Not|One|Two|Three|Four|Five|Six|"
    r"Another|Other|Officials|Police|Witnesses|Residents|Militants|Rebels|Gunmen|Investigators|"
    r"Authorities|What|Who|Why|How|Last|Asked|Under|To|All|Anyone|Each|Every|Neither|Once|Only|"
    r"Nearly|About|Over|Through|Despite|Because|Such)\b",
)
_UPPER_OPENS = Pattern(_OPENS.words, re.IGNORECASE)
_STARTS_LOWER = Pattern(r"\s+[a-z,;:)–—]")
_NUMBERED = Pattern(r"\s*\d{1,2}\.$")
_DAY_ALONE = Pattern(
    rf"\s*(?:{WEEKDAY_PATTERN},?\s+)?(?:{DAY_PATTERN}\s+(?:of\s+)?{MONTH_PATTERN}|"
    rf"{MONTH_PATTERN}\s+{DAY_PATTERN})(?:,?\s+\d{{4}})?\.",
    re.IGNORECASE,
)
_QUOTE_MARKS = frozenset('"“”«»„')


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark."""

    span: Span
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of the account: its place in the document, and its tokens where one asks.

    Equal to nothing but itself, as are the annotations that it is part of.
    """

    index: int
    paragraph: int
    kind: SegmentKind
    span: Span
    text: str = field(repr=False)  # of the whole document
    entry: int | None = None
    """Where the entry of a digest begins in which it stands; ``None`` in a text told as one."""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokenize(self.text, self.span)

    def slice(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie inside a span."""
        first = bisect_left(self.tokens, span.start, key=_start)
        last = bisect_right(self.tokens, span.end, key=_end)
        return self.tokens[first:last]

    def before(self, offset: int, count: int = 1) -> tuple[Token, ...]:
        """Up to ``count`` tokens that end at or before an offset, in order."""
        last = bisect_right(self.tokens, offset, key=_end)
        return self.tokens[max(0, last - count) : last]

    def after(self, offset: int, count: int = 1) -> tuple[Token, ...]:
        """Up to ``count`` tokens that start at or after an offset, in order."""
        first = bisect_left(self.tokens, offset, key=_start)
        return self.tokens[first : first + count]


_start, _end = attrgetter("span.start"), attrgetter("span.end")


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of a stretch of text, with offsets in the whole."""
    found = _TOKEN.finditer(text, span.start, span.end)
    return tuple(Token(Span(m.start(), m.end()), m.group()) for m in found)


def split_sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch of text, trimmed of blanks.

    A full stop ends a sentence unless it closes an abbreviation or an initial, or the text
    goes on in lower case. Lines that open with a bullet or a number, and what follows a
    blank line, start anew; so does what follows a semicolon with a capital, except in copy
    that is all in capitals. The spans are in order, none overlaps another, and all but
    blanks lies in one.
    """
    start = span.start
    for end in _ends(text, start, span.end):
        if end < span.end and _goes_on(text, start, end):
            continue
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, span.end)


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence may end, in order."""
    marks = [m.end() for m in _END.finditer(text, start, end)]
    if any(c.islower() for c in text[start:end]):
        marks += [m.end() for m in _SEMICOLON.finditer(text, start, end)]
    return iter(sorted(marks))


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the mark that ends here is no end: an abbreviation, or lower case after it."""
    head = text[max(start, end - 24) : end].rstrip("\"'”’)]")
    if not head or head[-1] not in ".!?…":
        return False
    if _STARTS_LOWER.match(text, end):
        return True
    if head[-1] != ".":
        return False
    if _NUMBERED.fullmatch(text, start, end):
        return True  # "1. Two rockets": the number of a list
    if _DAY_ALONE.fullmatch(text, start, end) and "\n" not in text[end : end + 2]:
        return True  # "8 September. Rebels stormed": the head of a day's entry
    return _abbreviated(text, end, head)


def _abbreviated(text: str, end: int, head: str) -> bool:
    if _BEFORE_NAME.search(head):
        return True
    if _BEFORE_NUMBER.search(head) and re.match(r"\s+\d", text[end : end + 4]):
        return True
    if _AT_TIME.search(head):
        return _ZONE.match(text, end) is not None
    if not _MAY_END.search(head):
        return False
    opens = _UPPER_OPENS if text[end : end + 12].isupper() else _OPENS
    return opens.match(text, end) is None


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    stretch = text[start:end]
    body = stretch.strip()
    if body:
        first = start + stretch.index(body[0])
        yield Span(first, first + len(body))


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document's account: title, standfirst and body, in order."""
    found: list[Sentence] = []
    entries = entries_of(document)
    for paragraph, segment in enumerate(document.account):
        body = segment.kind is SegmentKind.BODY
        for span in split_sentences(document.text, segment.span):
            if _WORDED.search(span.of(document.text)):
                at = len(found)
                entry = entry_at(entries, span.start) if body else None
                found.append(Sentence(at, paragraph, segment.kind, span, document.text, entry))
    return tuple(found)


_MARK_OPENS = Pattern(r'(?:(?<=\s)|(?<=^))"(?=\w)')
_MARK_CLOSES = Pattern(r'(?:(?<=[\w.,!?…])"(?=[\s.,;:)]|$)|(?<=[\w.,!?…])[”»](?=[\s.,;:)]|$))')
_CLOSED_BEFORE = Pattern(r"[.!?…]\s*$")


def quoted(text: str, spans: Iterable[Span]) -> list[Span]:
    """The stretches inside quotation marks, within each span (a paragraph).

    A mark that stands like one that opens ends what is open: it is of a new paragraph, or the
    one before was never closed. One that stands like one that closes opens nothing.
    """
    found: list[Span] = []
    for span in spans:
        opened: int | None = None
        for offset in range(span.start, span.end):
            if text[offset] not in _QUOTE_MARKS:
                continue
            if opened is None:
                opened = None if _MARK_CLOSES.match(text, offset) else offset
            elif text[offset] in "“«„" or _MARK_OPENS.match(text, offset):
                if _CLOSED_BEFORE.search(text, opened, offset):  # each paragraph opens anew
                    found.append(Span(opened, offset))
                opened = offset
            else:
                found.append(Span(opened, offset + 1))
                opened = None
        if opened is not None and text[opened] in "“«„":  # goes on in the next paragraph
            found.append(Span(opened, span.end))
    return found
