"""Attacks that a text on something else names in passing, with no word of when they were.

    The budget will be put to the vote in May.
    (seven sentences more on it)
    Fears have grown since **the attacks in Velm and Orun**.

A text tells what it is about in its first sentences. Where these tell of no attack, one that is
only named further on, by a noun and with no day, is known already: it is not the news.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.dates.mentions import DateMention
from tallystick.extract.events.many_uses import is_loose
from tallystick.extract.events.triggers import is_noun, tells
from tallystick.extract.frames.frame import Frame
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.newness import is_known
from tallystick.model.values import DatePrecision
from tallystick.vocab.lexicon import Strength

__all__ = ["is_on_attacks", "named_aside"]

_LEAD = 3  # sentences, the title among them
_FEW = 3  # sentences: what more of them name is gone into
_NO_DAY = (DatePrecision.MONTH, DatePrecision.SEASON, DatePrecision.YEAR)


def is_on_attacks(notes: Annotations, found: Sequence[Frame]) -> bool:
    """Whether the first sentences tell of an attack, be it none of the ``found``."""
    if any(m.trigger and m.sentence.index < _LEAD for f in found for m in f.mentions):
        return True
    return any(_tells(notes, s) for s in notes.sentences[:_LEAD])


def _tells(notes: Annotations, sentence: Sentence) -> bool:
    """Whether a sentence has a word of an attack that is of little else."""
    return any(
        hit.item.strength is Strength.STRONG
        and not is_loose(hit.item)
        and tells(notes, sentence, hit)
        for hit in inside(notes.events, sentence.span)
    )


def named_aside(notes: Annotations, frame: Frame, days: Sequence[DateMention]) -> bool:
    """Whether a frame of a text that is on no attack is only named in it: by nouns, in few
    sentences, by where it was ("the Velm raid") and with no day."""
    if frame.where is None or (days and days[0].date.precision not in _NO_DAY):
        return False
    heads = [m for m in frame.mentions if m.trigger]
    few = len({m.sentence.index for m in heads}) <= _FEW
    return few and all(_is_named(notes, mention) for mention in heads)


def _is_named(notes: Annotations, mention: Mention) -> bool:
    """Whether the words of a mention name an act, and do not tell of it, known to
    all: "the raid", and no "raid on a mill"."""
    words = inside(notes.events, mention.anchor)
    if not words or not all(is_noun(notes, mention.sentence, hit) for hit in words):
        return False
    return is_known(notes.text, mention.sentence.span, mention.anchor)
