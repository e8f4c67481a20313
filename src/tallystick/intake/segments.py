"""A text's labelled parts: which stretch is account, which is caption, link or button.

Rules look first at a block by itself, then at its neighbours, then at its place in the
text; what no rule claims is account. Every character that is not blank belongs to exactly
one segment, segments come in order, and none is longer than a block.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tallystick.intake import furniture, pictures
from tallystick.intake.blocks import CLOSERS, blocks
from tallystick.intake.datelines import dateline, is_list
from tallystick.intake.inline import split, title_end
from tallystick.model.document import Segment, SegmentKind, Span

_HEADING = 200  # characters in the longest heading
_LINK = 130  # characters in the longest link to another article
_SENTENCE_WORDS = 8
_LONG_WORDS = 32  # no heading is as long
_FINITE = re.compile(
    r"\b(?:said|told|added|was|were|had|has been|have been|according to|reported that)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(  # headings leave out articles and do not go on from what was said
    r"(?:The|A|An|On|In|At|But|And|He|She|They|We|It|There|Meanwhile|However|Later|Earlier)\b"
)
_OPENING_WORDS = 6
_LISTED = re.compile(r"[-–—•*·▪●]|\(?\d{1,3}[.):]|\(?[a-z]\)")


def segment(
    text: str, *, title: str | None = None, captions: Sequence[str] = ()
) -> tuple[Segment, ...]:
    """The segments of a text (see :class:`tallystick.model.document.Segment`).

    ``title`` is the title if it is known from elsewhere; ``captions`` are texts that the
    page marks as such.
    """
    return tuple(_Labeller(text, title, captions).segments())


def title_of(text: str, segments: Sequence[Segment]) -> str | None:
    """The words of the title segment, on one line."""
    found = (s.span.of(text) for s in segments if s.kind is SegmentKind.TITLE)
    return next((" ".join(words.split()) for words in found), None)


class _Labeller:
    """One text's blocks and their labels; ``None`` is not labelled, and so account."""

    def __init__(self, text: str, title: str | None, captions: Sequence[str]) -> None:
        self._blocks = blocks(text)
        self._title = title
        self._listed = is_list(text)
        self._captions = {_folded(caption) for caption in captions}
        self._labels: list[SegmentKind | None] = [None] * len(self._blocks)

    def segments(self) -> Iterator[Segment]:
        self._label()
        before = True
        for block, label in zip(self._blocks, self._labels, strict=True):
            if label is not None:
                yield Segment(label, block.span)
                continue
            for part in split(block.text, title=self._title, first=before, listed=self._listed):
                shift = block.span.start
                yield Segment(part.kind, Span(part.span.start + shift, part.span.end + shift))
            before = False

    def _label(self) -> None:
        self._by_itself()
        self._comments()
        self._pictures()
        self._slugs()
        self._head()
        self._links()

    def _open(self, start: int = 0, end: int | None = None) -> list[int]:
        """The blocks not labelled yet."""
        stop = len(self._blocks) if end is None else end
        return [i for i in range(start, stop) if self._labels[i] is None]

    def _by_itself(self) -> None:
        for i, block in enumerate(self._blocks):
            if _folded(block.text) in self._captions:
                self._labels[i] = SegmentKind.CAPTION
            else:
                self._labels[i] = kind_by_itself(block.text)

    def _comments(self) -> None:
        """From a heading "Comments" on, if an account came before it, all is comments."""
        first = next((i for i in self._open() if self._is_sentence(i)), len(self._blocks))
        for i, block in enumerate(self._blocks):
            if not furniture.is_comments_heading(block.text):
                continue
            if first < i:
                self._labels[i:] = [SegmentKind.COMMENTS] * (len(self._blocks) - i)
                return
            self._labels[i] = SegmentKind.BOILERPLATE

    def _is_sentence(self, i: int) -> bool:
        block = self._blocks[i]
        if block.words >= _LONG_WORDS or dateline(block.text):
            return True
        return block.ended and block.words >= _SENTENCE_WORDS

    def _pictures(self) -> None:
        """A block with a credit under it or at its end is a caption, unless it reports."""
        bodies = [i for i in self._open() if self._is_sentence(i)]
        for i in self._open():
            block = self._blocks[i]
            if len(block.text) > 500:
                continue
            later = any(j > i for j in bodies)
            if self._credited_below(i, later=later) or (
                later
                and pictures.ends_in_agency(block.text)
                and not pictures.cites(block.text)
                and not dateline(block.text)
            ):
                self._labels[i] = SegmentKind.CAPTION

    def _credited_below(self, i: int, *, later: bool) -> bool:
        if i + 1 == len(self._blocks) or self._labels[i + 1] is not SegmentKind.CREDIT:
            return False
        block, below = self._blocks[i], self._blocks[i + 1]
        if not block.ended:
            return i > 0 or not below.gap_before or later
        return later and not below.gap_before and not pictures.cites(block.text)

    def _slugs(self) -> None:
        """A word or two over a caption ("Iraq US") belong to the picture."""
        bodies = [i for i in self._open() if self._is_sentence(i)]
        for i in self._open():
            block = self._blocks[i]
            short = len(block.text) <= 40 and block.words <= 5 and not block.ended
            below = self._labels[i + 1] if i + 1 < len(self._labels) else None
            if short and below is SegmentKind.CAPTION and bodies and bodies[0] < i:
                self._labels[i] = SegmentKind.CAPTION

    def _head(self) -> None:
        """Title and the line under it: headings before the first sentence."""
        body = next((i for i in self._open() if self._starts_account(i)), None)
        head = self._open(0, body) if body is not None else self._open()[:1]
        if body is None and len(self._open()) < 2:
            head = []
        for i in head:
            if not self._is_heading(i, _HEADING):
                break
            titled = SegmentKind.TITLE in self._labels
            self._labels[i] = SegmentKind.STANDFIRST if titled else SegmentKind.TITLE
        if body is not None:
            self._repeated_title(body)

    def _starts_account(self, i: int) -> bool:
        return self._is_sentence(i) and not self._is_title(i)

    def _is_title(self, i: int) -> bool:
        text = self._blocks[i].text
        return self._title is not None and title_end(text, self._title) == len(text)

    def _repeated_title(self, body: int) -> None:
        for i in self._open(0, body):
            if self._is_title(i):
                self._labels[i] = SegmentKind.TITLE

    def _is_heading(self, i: int, longest: int) -> bool:
        block = self._blocks[i]
        if self._is_title(i):
            return True
        unended = not block.text.rstrip(CLOSERS).endswith((".", ",", ";", ":", "…"))
        return len(block.text) <= longest and unended and not _LISTED.match(block.text)

    def _links(self) -> None:
        """Headings amid or under the account: links to other articles, or headings in it.

        Only where paragraphs end as sentences do: not in messages and statements that are
        set line by line, nor in a text all in capitals.
        """
        open_ = self._open()
        bodies = [self._blocks[i] for i in open_ if self._is_sentence(i)]
        if not bodies:
            return
        times = Counter(_folded(block.text) for block in self._blocks)
        ended = sum(block.ended and not block.text.isupper() for block in bodies)
        prose = ended >= 0.6 * len(bodies) and len(bodies) > 1
        for i in open_:
            if self._blocks[i].span > bodies[0].span and self._is_link(i, times, prose=prose):
                self._labels[i] = SegmentKind.TEASER
        self._writers_of_links()

    def _is_link(self, i: int, times: Counter[str], *, prose: bool) -> bool:
        block = self._blocks[i]
        if len(block.text) > _LINK or block.text.endswith((":", ",", ";")) or not prose:
            return False
        if times[_folded(block.text)] > 1 and not block.ended:
            return True
        return furniture.is_hook(block.text) or self._is_loose_heading(i)

    def _is_loose_heading(self, i: int) -> bool:
        """A line that no sentence is: begun in capitals, not ended, not said, not listed."""
        block, last = self._blocks[i], i == len(self._blocks) - 1
        if block.ended or _LISTED.match(block.text) or (last and block.words > _SENTENCE_WORDS):
            return False
        if not last and self._blocks[i + 1].text[0].islower():
            return False  # a sentence broken over two lines
        if block.words >= _OPENING_WORDS and _OPENING.match(block.text):
            return False
        begun = block.text[0].isupper() or block.text[0].isdigit()
        return begun and not _FINITE.search(block.text)

    def _writers_of_links(self) -> None:
        for i, label in enumerate(self._labels[1:], start=1):
            if label is SegmentKind.BYLINE and self._labels[i - 1] is SegmentKind.TEASER:
                self._labels[i] = SegmentKind.TEASER


def kind_by_itself(text: str) -> SegmentKind | None:
    """What a block is by its own words alone; ``None`` where they do not say."""
    if len(text) > 700:
        return None
    if pictures.is_credit(text):
        return SegmentKind.CREDIT
    if furniture.is_stamp(text):
        return SegmentKind.UPDATE_STAMP
    if furniture.is_byline(text):
        return SegmentKind.BYLINE
    if furniture.is_boilerplate(text):
        return SegmentKind.BOILERPLATE
    if furniture.is_comments(text):
        return SegmentKind.COMMENTS
    if pictures.is_caption(text):
        return SegmentKind.CAPTION
    return SegmentKind.TEASER if furniture.is_teaser(text) else None


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
