"""Posts pasted into an account, each signed: "Nine fell in Velm — **Ann Reed** (@annreed) May 3".

Who signs says it, or passes on what the post says that another said; what follows the signature
is the account's again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tallystick.extract.quotation.attributed import Attribution
from tallystick.model.document import Span
from tallystick.model.statement import Stance

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_SIGNED = re.compile(
    r"(?:^|(?<=\s))(?P<dash>—|–|--?)\s*(?P<name>[^\W\d_][^()@\n—]{1,50}?)\s*\(@\w{2,20}\)"
    rf"(?:[\s,]+(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?(?!\w))?"
)


@dataclass(frozen=True, slots=True)
class Post:
    """The words of a post, who signs it after which dash, and what the sentence goes on with."""

    words: Span
    dash: Span
    name: Span
    rest: Span

    @property
    def told(self) -> Attribution:
        """What the post says, by whoever signs it."""
        return Attribution(self.name, self.dash, self.words, Stance.REPORTS)


def signed(text: str, sentence: Span) -> Post | None:
    """The post at the head of a sentence, if one is signed there."""
    found = _SIGNED.search(text, sentence.start, sentence.end)
    if found is None or not any(c.isalpha() for c in text[sentence.start : found.start()]):
        return None
    words = Span(sentence.start, found.start())
    rest = Span(found.end(), sentence.end)
    return Post(words, Span(*found.span("dash")), Span(*found.span("name")), rest)


def by(post: Post, said: Attribution) -> Attribution:
    """What another says in a post, through whoever signs it."""
    own = said.source == post.name or said.via
    return said if own else replace(said, via=(post.name,))
