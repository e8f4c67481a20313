"""Parts inside one block: datelines, stamps and credits, and articles flattened to a line.

Collections of articles often keep no line breaks: title, stamp, caption, account and the
links under it run on in one line. What is marked there by its own words is cut out; the
rest is the account.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from tallystick.intake.datelines import dateline, middle_dateline
from tallystick.intake.furniture import PERSON, STAMP
from tallystick.intake.patterns import any_of
from tallystick.intake.pictures import (
    AGENCY,
    INLINE_AGENCY,
    INLINE_CREDIT,
    WIRE_CREDIT_END,
    cites,
)
from tallystick.model.document import SegmentKind, Span
from tallystick.vocab.calendar import MONTH_PATTERN, WEEKDAY_PATTERN
from tallystick.vocab.pattern import Pattern

_HEAD = 1500  # characters in which an article's head is looked for
_FLAT = 350  # a block longer than this may be a flattened article
_LONGEST_FLAT = 60_000  # and one longer than this is none
_TAIL = 8_000  # characters in which what follows an account is looked for
_MOST_PARTS = 100  # of one kind in one block


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled stretch of a block, in offsets of the block."""

    kind: SegmentKind
    span: Span


Finder = Callable[[str], Iterator[Part]]

_LEAD_STAMP = Pattern(
    rf"(?:{AGENCY}(?:(?:,| and)? {AGENCY})*,? )?(?:{STAMP}[\s|·,]*)+"
    r"(?=$|[A-Z0-9“\"‘'(\[\u00c0-\uffff]|by |Get )",
    re.IGNORECASE,
)
_LEAD_AGENCY = Pattern(rf"{AGENCY}(?:(?:,| and|/) ?{AGENCY})*(?=\s+[A-Z0-9“\"][\w]*\s)")
_HEAD_STAMP = Pattern(
    rf"(?:{AGENCY}(?:(?:,| and)? {AGENCY})*,? )?"
    rf"(?i:{WEEKDAY_PATTERN},? \d{{1,2}} {MONTH_PATTERN}) \d{{4}}(?=\s+[A-Z0-9“\"(])"
)
_BEFORE_DATE = Pattern(
    r"\b(?:on|of|since|from|until|till|by|before|after|and|to|dated|late|early|for|in)\W*$",
    re.IGNORECASE,
)
_POSTED_BY = Pattern(rf"[Bb]y {PERSON}(?:(?:,| and|,? and) {PERSON})*")
_SENTENCE_END = Pattern(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|Lt|St|Mt|No|vs|Jr|Sr))(?<!\b(?:Mrs|Gen|Col|Maj|Sgt|Gov|Sen|Rep))"
    r"(?<!\bCapt)(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?<!\bSept)[.!?…][\"”’)\]]*\s+(?=[A-Z0-9“\"‘(\[]|$)"
)
_LONGEST_CAPTION = 420
_LONGEST_LINK = 300
_LONGEST_STAMP = 200
_BUTTONS = Pattern(
    any_of(
        r"(?<![A-Za-z])Get short URL(?: \d+){0,2}",
        r"(?:\b(?:Print|Tweet|Share|Email|Facebook|Twitter|WhatsApp|Views)\b[\s|\d,:]*){2,}",
        r"\bpowered by automated translation\b",
    ),
    re.IGNORECASE,
)
_TAGS = Pattern(r"(?<=[.”\"] )Tags:? (?=[A-Z])")
_WORD = Pattern(r"\S+")
_ARTICLES = frozenset({"The", "A", "An", "At"})
_OPENERS = _ARTICLES | {"In", "On", "After", "Dozens", "More", "Several", "Hundreds", "Two"}
_MOST_TAGS = 20  # words
_ENDED = r"(?<=[.”\"\d] )"  # the stretch before has ended
_HEADINGS = r"(?:(?![.!?] [A-Z]).)*$"  # to the end, and no sentence ends in it
_TAILS = tuple(
    (kind, Pattern(pattern, re.DOTALL))
    for kind, pattern in (
        (
            SegmentKind.COMMENTS,
            r"\b(?:Community standards|Comment via |Post a comment|Leave a (?:comment|reply)).*$",
        ),
        (SegmentKind.BOILERPLATE, r"\bOur Standards:\s?The .{5,60}$"),
        (SegmentKind.BOILERPLATE, r"\b(?:©|Copyright (?:©|[^\w\s]* ?\d{4})).*$"),
        (SegmentKind.BOILERPLATE, r"\bAll [Rr]ights [Rr]eserved.*$"),
        (SegmentKind.TEASER, r"\bRelated (?:News|Stories|Articles|Topics|Content)\b.*$"),
        (SegmentKind.BOILERPLATE, rf"{_ENDED}Tags\b:? {_HEADINGS}"),
        (SegmentKind.TEASER, rf"{_ENDED}Related:? [A-Z]{_HEADINGS}"),
        (
            SegmentKind.TEASER,
            r"\b(?:Read [Aa]lso|Also [Rr]ead|Read [Mm]ore|See [Aa]lso|READ (?:MORE|ALSO))\b:?"
            r"(?:(?![.!?] ).){0,300}$",
        ),
        (SegmentKind.BOILERPLATE, r"(?:\.\.\. )?(?<=[.”\")] )\d{1,5}(?:-\d{1,3})?\s*$"),
        (SegmentKind.BOILERPLATE, r"(?<=\d\d:\d\d )\d{1,6}\s*$|(?<=\))\s?(?:Twitter|Facebook)\s*$"),
        (SegmentKind.UPDATE_STAMP, rf"\b(?:Last )?Update(?:d)?:? (?i:{STAMP})[^.]{{0,30}}$"),
        (
            SegmentKind.BYLINE,
            r"(?<=[.”\"] )\(?(?:(?:Additional )?[Rr]eporting|[Ww]riting|[Ee]diting) by\b.{3,240}$",
        ),
        (SegmentKind.BYLINE, rf"{_ENDED}{PERSON}(?:\s?/\s?{PERSON})+\s*$"),
        (SegmentKind.BYLINE, r"(?<=[a-z][.”\"] )[A-Z]{2,8}\s*$"),
        (SegmentKind.CREDIT, WIRE_CREDIT_END),
        (
            SegmentKind.BOILERPLATE,
            r"[^.]{3,60} is (?:the|a|an) [^.]{0,60}"
            r"(?:newspaper|news agency|broadcaster|news site|news website|magazine|daily)\b"
            r"[^.]{0,120}\. (?:Launched|Founded|Established).*$",
        ),
    )
)

_MAY_CREDIT = Pattern(r"--|[–—(]|Source")  # how a wire's credit opens; the whole takes long to try


def tail_parts(text: str) -> Iterator[Part]:
    """What stands after the account: links, tags, credits, buttons. From the end inwards."""
    end = len(text.rstrip())
    while part := _last_part(text, end):
        yield part
        end = len(text[: part.span.start].rstrip())


def _last_part(text: str, end: int) -> Part | None:
    """What reaches up to ``end`` and is not account; looked for near the end only."""
    earliest = max(end - _TAIL, end // 4 if end > _FLAT else 0)
    for kind, pattern in _TAILS:
        if kind is SegmentKind.CREDIT and not _MAY_CREDIT.search(text, earliest, end):
            continue
        match = pattern.search(text, earliest, end)
        if match and 0 < match.start() < match.end():
            return Part(kind, Span(match.start(), end))
    return None


def head_parts(text: str, title: str | None) -> Iterator[Part]:
    """What stands before the account: stamps, the title once more, a byline, a dateline."""
    position = 0
    known = _known_title(title)
    for finder in (_lead_stamp, known, _lead_stamp, _posted_by(title), known, _agency):
        if part := finder(text, position):
            yield part
            position = _after(text, part.span.end)
    yield from _standfirst(text, position)


def _dateline_parts(text: str, position: int, *, first: bool, listed: bool) -> Iterator[Part]:
    """A dateline at the position, or after a lead, a credit and a link to another article."""
    span = dateline(text, position, plain=first, listed=listed)
    if span is None and first and len(text) > _FLAT:
        span = middle_dateline(text, position)
    if span is None:
        return
    yield Part(SegmentKind.DATELINE, span)
    start = sentence_start(text, span.start, position)
    if position < start < span.start < start + _LONGEST_LINK:
        yield Part(SegmentKind.TEASER, Span(start, span.start))


def caption_parts(text: str, position: int) -> Iterator[Part]:
    """Captions that end in a credit, inside a flattened article."""
    for match in INLINE_CREDIT.finditer(text, position):
        yield from _caption_before(text, match, position, sure=True)
    for match in INLINE_AGENCY.finditer(text, position):
        yield from _caption_before(text, match, position, sure=False)


def tag_parts(text: str) -> Iterator[Part]:
    """Keywords after a lead ("… said. Tags Idlib Russia The …"): they run into a sentence.

    Where it begins, only its capital says: at an article, or at the last capital before
    the first word in small letters.
    """
    for match in _TAGS.finditer(text, 0, _HEAD):
        words = list(_WORD.finditer(text, match.end(), match.end() + 400))[:_MOST_TAGS]
        small = next((i for i, w in enumerate(words) if w.group().islower()), None)
        article = next((i for i, w in enumerate(words) if w.group() in _ARTICLES), None)
        begin = small - 1 if small else 0
        if article is not None and (small is None or article < small + 4):
            begin = article
        end = words[begin].start() if begin > 0 else match.end()
        yield Part(SegmentKind.BOILERPLATE, Span(match.start(), end))


def button_parts(text: str) -> Iterator[Part]:
    for match in _BUTTONS.finditer(text):
        yield Part(SegmentKind.BOILERPLATE, Span(*match.span()))


def sentence_start(text: str, end: int, earliest: int = 0) -> int:
    """Where the sentence that reaches up to ``end`` begins."""
    start = earliest
    for match in _SENTENCE_END.finditer(text, max(earliest, end - 1200), end):
        if text[match.end() : end].strip():
            start = match.end()
    return start


def _caption_before(
    text: str, match: re.Match[str], position: int, *, sure: bool
) -> Iterator[Part]:
    start = sentence_start(text, match.start(), position)
    sentence = text[start : match.start()].strip()
    fits = sentence and len(sentence) <= _LONGEST_CAPTION and not cites(sentence)
    if fits and (sure or not sentence.isupper()):
        yield Part(SegmentKind.CAPTION, Span(start, match.end()))
    elif sure:
        yield Part(SegmentKind.CREDIT, Span(*match.span()))


def _lead_stamp(text: str, position: int) -> Part | None:
    match = _LEAD_STAMP.match(text, position, position + _LONGEST_STAMP)
    return Part(SegmentKind.UPDATE_STAMP, Span(position, match.end())) if match else None


def _posted_by(title: str | None) -> Callable[[str, int], Part | None]:
    """Names after a stamp, up to the title where it follows, for both are in capitals."""

    def _begins_account(text: str, at: int, word: str) -> bool:
        return word in _OPENERS or bool(title and title_end(text, title, at))

    def find(text: str, position: int) -> Part | None:
        match = _POSTED_BY.match(text, position, position + 200) if position else None
        if match is None:
            return None
        words = [(position + m.start(), m.group()) for m in _WORD.finditer(match.group())][1:]
        end = next((at for at, word in words if _begins_account(text, at, word)), match.end())
        return Part(SegmentKind.BYLINE, Span(position, end))

    return find


def _known_title(title: str | None) -> Callable[[str, int], Part | None]:
    def find(text: str, position: int) -> Part | None:
        end = title_end(text, title, position) if title else None
        return Part(SegmentKind.TITLE, Span(position, end)) if end else None

    return find


def title_end(text: str, title: str, position: int = 0) -> int | None:
    """Where a known title that stands at a position ends; marks and blanks do not count."""
    ends = (_form_end(text, form, position) for form in _title_forms(title))
    return next((end for end in ends if end is not None), None)


@lru_cache(maxsize=16)
def _title_forms(title: str) -> tuple[str, ...]:
    """The title's letters and digits; also without "- World - The Paper" at its end."""
    parts = re.split(r"\s[|–—-]+\s", title)
    kept = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
    folded = ("".join(c for c in form.casefold() if c.isalnum()) for form in kept)
    return tuple(form for form in folded if len(form) >= 15 or (form and len(parts) == 1))


def _form_end(text: str, form: str, position: int) -> int | None:
    index = position
    for char in form:
        while index < len(text) and not text[index].isalnum():
            index += 1
        if index >= len(text) or text[index].casefold() != char:
            return None
        index += 1
    if index < len(text) and text[index].isalnum():
        return None
    marks = Pattern(r"\s*[.!?\"”’')]+").match(text, index)
    return marks.end() if marks else index


def _agency(text: str, position: int) -> Part | None:
    match = _LEAD_AGENCY.match(text, position) if position else None
    return Part(SegmentKind.CREDIT, Span(position, match.end())) if match else None


def _standfirst(text: str, position: int) -> Iterator[Part]:
    """Between title and "AFP Saturday 17 Aug 2013": the line under the title."""
    match = _HEAD_STAMP.search(text, position, _HEAD // 2) if len(text) > _FLAT else None
    if match is None or _BEFORE_DATE.search(text, 0, match.start()):
        return
    if _SENTENCE_END.search(text, position, match.start()):
        return
    if text[position : match.start()].strip():
        kind = SegmentKind.STANDFIRST if position else SegmentKind.TITLE
        yield Part(kind, Span(position, match.start()))
    yield Part(SegmentKind.UPDATE_STAMP, Span(*match.span()))


def _after(text: str, position: int) -> int:
    while position < len(text) and (text[position].isspace() or text[position] in ".|,"):
        position += 1
    return position


def split(text: str, *, title: str | None, first: bool, listed: bool = False) -> list[Part]:
    """A block that is not labelled as a whole, in parts that cover it, in order.

    ``first`` says that no account stands before it, so that it may begin with a head; ``listed``
    that the document's entries have each their place and day over them.
    """
    chosen: list[Part] = []
    position = 0
    if first:
        chosen += head_parts(text, title)
        position = _after(text, max((p.span.end for p in chosen), default=0))
    finders = [_dateline_parts(text, position, first=first, listed=listed), tail_parts(text)]
    if _FLAT < len(text) <= _LONGEST_FLAT:
        finders += [tag_parts(text), button_parts(text), caption_parts(text, position)]
    for parts in finders:
        for part in islice(parts, _MOST_PARTS):
            if not any(part.span.overlaps(other.span) for other in chosen):
                chosen.append(part)
    return _filled(text, chosen)


def _filled(text: str, chosen: list[Part]) -> list[Part]:
    """The parts in order, the stretches between them as account; none blank at its ends."""
    ordered = sorted(chosen, key=lambda part: part.span)
    edges = [
        Part(SegmentKind.BODY, Span(0, 0)),
        *ordered,
        Part(SegmentKind.BODY, Span(len(text), len(text))),
    ]
    parts: list[Part] = []
    for before, after in pairwise(edges):
        parts += [before, Part(SegmentKind.BODY, Span(before.span.end, after.span.start))]
    trimmed = (_trimmed(text, part) for part in parts)
    return _joined_marks(text, [part for part in trimmed if part.span.start < part.span.end])


def _trimmed(text: str, part: Part) -> Part:
    stretch = part.span.of(text)
    start = part.span.start + len(stretch) - len(stretch.lstrip())
    return Part(
        part.kind,
        Span(min(start, part.span.end), max(start, part.span.start + len(stretch.rstrip()))),
    )


def _joined_marks(text: str, parts: list[Part]) -> list[Part]:
    """A stray mark between two parts belongs to the one before it (or, first, after it)."""
    joined: list[Part] = []
    for part in parts:
        alone = not any(c.isalnum() for c in part.span.of(text))
        if alone and part.kind is SegmentKind.BODY and joined:
            joined[-1] = Part(joined[-1].kind, Span(joined[-1].span.start, part.span.end))
        else:
            joined.append(part)
    return joined
