"""The words of each attack of a document, and which attacks have a word, a place, a value.

A claim of an attack "in Velm" is compared with those alone that have that place or a rare word of
the claim, not with every attack of a long text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tallystick.extract.drafts import Draft
from tallystick.extract.frames.frame import COARSE, Frame
from tallystick.extract.mentions.mention import Mention
from tallystick.model.document import Span, Stretches
from tallystick.model.values import Place, PlacePrecision

__all__ = ["WIDE", "Attacks", "Known", "Words", "heads"]

WIDE = (*COARSE, PlacePrecision.PROVINCE)
_LEAD = 1  # the title and the first sentence

Words = Sequence[tuple[Span, frozenset[str]]]
"""The words of an attack in each clause that tells of it, with the sentence of that."""


def heads(frame: Frame) -> list[Mention]:
    """The mentions of an attack with words of their own for it."""
    return [m for m in frame.mentions if m.trigger]


class Attacks:
    """Attacks by their places in the list: what they have of words, places and values."""

    def __init__(self, frames: Sequence[Frame], words: Sequence[Words]) -> None:
        self.frames, self.words = frames, words
        self.where = [frame.where for frame in frames]
        self.leads = frozenset(i for i in range(len(frames)) if self._is_lead(i))
        self._anchors = Stretches((m.anchor, i) for i, f in enumerate(frames) for m in heads(f))
        self._told = Stretches((span, i) for i, own in enumerate(words) for span, _ in own)
        self._holders: dict[Draft, set[int]] = {}
        for at, frame in enumerate(frames):
            for draft in (d for m in frame.mentions for d in m.drafts):
                self.give(at, draft)

    def give(self, attack: int, draft: Draft) -> None:
        """Note that an attack has a value."""
        self._holders.setdefault(draft, set()).add(attack)

    def holders(self, draft: Draft) -> list[int]:
        """The attacks that have a value, or had it."""
        return sorted(self._holders.get(draft, ()))

    def named_in(self, span: Span) -> bool:
        """Whether the words for an attack stand within a stretch."""
        return any(span.contains(anchor) for anchor, _ in self._anchors.touching(span))

    def told_in(self, sentence: Span) -> frozenset[int]:
        """Those that a sentence tells of."""
        return frozenset(at for _, at in self._told.touching(sentence))

    @cached_property
    def at_place(self) -> dict[str, list[int]]:
        """Those at each listed place."""
        found: dict[str, list[int]] = {}
        for at, where in enumerate(self.where):
            if where is not None and where.id is not None:
                found.setdefault(where.id, []).append(at)
        return found

    @cached_property
    def whole(self) -> list[frozenset[str]]:
        """All the words of each."""
        return [frozenset[str]().union(*(words for _, words in own)) for own in self.words]

    @cached_property
    def with_word(self) -> dict[str, list[int]]:
        """Those that have each word."""
        found: dict[str, list[int]] = {}
        for at, words in enumerate(self.whole):
            for word in words:
                found.setdefault(word, []).append(at)
        return found

    def _is_lead(self, at: int) -> bool:
        """Whether it may sum up others: "two buses and a lorry were attacked in the west"."""
        wide = self.where[at] is None or _is_wide(self.where[at])
        few = len(self.frames) > 2
        return few and wide and all(m.sentence.index <= _LEAD for m in heads(self.frames[at]))


def _is_wide(place: Place | None) -> bool:
    return place is not None and place.precision in WIDE


class Known:
    """The words of attacks that a claim can mean them by: those in its own sentence aside, and
    of a lead that sums up, those that are of what it sums up."""

    def __init__(self, attacks: Attacks, sentence: Span) -> None:
        self._attacks, self._sentence = attacks, sentence
        self._told = attacks.told_in(sentence)
        self._special = self._told | attacks.leads
        self._kept: dict[int, frozenset[str]] = {}

    def words(self, at: int) -> frozenset[str]:
        """Those of one attack."""
        if at not in self._special:
            return self._attacks.whole[at]
        if at not in self._kept:
            own = self._elsewhere(at)
            if at in self._attacks.leads:
                own = frozenset(w for w in own if not self._is_of_another(at, w))
            self._kept[at] = own
        return self._kept[at]

    def sharing(self, word: str) -> list[int]:
        """The attacks that have a word."""
        return [at for at in self._attacks.with_word.get(word, ()) if word in self.words(at)]

    def _elsewhere(self, at: int) -> frozenset[str]:
        if at not in self._told:
            return self._attacks.whole[at]
        own = self._attacks.words[at]
        others = (words for span, words in own if not span.overlaps(self._sentence))
        return frozenset[str]().union(*others)

    def _is_of_another(self, lead: int, word: str) -> bool:
        sharing = self._attacks.with_word[word]
        return any(at != lead and word in self._elsewhere(at) for at in sharing)
