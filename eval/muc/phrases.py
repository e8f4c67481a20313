"""Noun phrases as a MUC key writes them: their own words, without article and number.

The span of a statement is the shortest stretch that says a thing ("KILLED SIX PEASANTS"); a
filler of a key is the noun phrase in it ("PEASANTS"), from its first adjective on. Messages are in
capitals and no parser reads them, so a phrase is told by lists of the words that open and end one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from eval.muc.templates import flat
from tallystick.model.document import Span

_REACH = 80  # characters beside a span in which the rest of its phrase is sought
_TOKEN = re.compile(r"(?:[a-z]\.){2,}|--|[\w’'/]+(?:[-.]\w[\w’'/]*)*|[^\w\s]")
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_NUMERAL = re.compile(
    r"(?:\d[\d,.]*(?:d|th|st)?|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    rf"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-?(?:{_UNITS}))?|"
    r"(?:hundred|thousand|dozen|score)s?)$"
)


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OPENERS = _listed(
    "a an the this that these those his her its their our my your some several many few various "
    "another other others any all each every no not least most more than about over nearly almost "
    "approximately of only as alleged suspected presumed so-called self-styled same new kg number "
    "series first second third fourth fifth one two three four five six seven eight nine ten "
    "eleven twelve half both last night's morning's afternoon's evening's today's yesterday's "
    "week's sunday monday tuesday wednesday thursday friday saturday january february march april "
    "may june july august september october november december"
)
_ENDERS = _listed(
    "who which that whom whose where when while in on at by from to of with without near for "
    "against during after before inside outside under into onto off up down out over through "
    "between among along around behind since until because if than as like and or but nor "
    "including was were is are be been being has have had will would can could may might must do "
    "did does not also today yesterday tomorrow there here it he she they we i you him them us go "
    "goes went gone come comes came hit shot shoot blew blow set put threw left take takes took "
    "taken make makes made say says said told struck strike broke burst fell die dies kill murder "
    "murders attack attacks begin began found just now again yet then so next too throughout "
    "responsible inform week month year night"
)
_INNER = _listed(  # look like verbs or adverbs, and stand in noun phrases
    "heavily armed masked hooded unidentified uniformed paid hired retired united unarmed "
    "organized disguised fortified state-owned privately-owned advanced well-dressed "
    "elderly family building buildings rising shining morning evening training "
    "banking shipping fishing mining housing parking trading ruling opposing neighboring "
    "broadcasting trafficking drug-trafficking"
)
_VERBAL = re.compile(r"\w{2,}(?:ed|ing|ly)$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a noun phrase, with the words of the text before and after it."""

    words: tuple[str, ...]
    lead: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        return " ".join(self.words).replace(" 's", "'s")

    @property
    def noun(self) -> str:
        """The last word, which tells what it is; "" where there is no phrase."""
        return self.words[-1] if self.words else ""

    @property
    def of(self) -> str:
        """What an "of" after the phrase adds: "headquarters | of the Red Party"; else ""."""
        return " ".join(_head(self.rest[1:])) if self.rest[:1] == ("of",) else ""


def tokens(stretch: str) -> list[str]:
    """Words in lower case, and marks, of which any that ends a phrase is one."""
    return _TOKEN.findall(flat(stretch))


def phrase(text: str, span: Span, *, at: int = 0) -> Phrase:
    """The noun phrase at a span's first word, or after what opens it, out to where it ends.

    "GUERRILLAS" in "BY ARMED GUERRILLAS TODAY" gives "armed guerrillas". ``at`` counts the words
    of the span to pass over first; the phrase has no words where a verb stands there.
    """
    before = tokens(text[max(0, span.start - _REACH) : span.start])[1:]  # the first may be cut
    after = tokens(text[span.end : span.end + _REACH])[:-1]
    line = [*before, *tokens(span.of(text)), *after]
    noun = len(before) + at
    while noun < len(line) and opens(line[noun]):
        noun += 1
    start = noun - len(_run(line[:noun][::-1]))
    end = noun + len(_run(line[noun:]))
    if end == noun:
        return Phrase(())
    return Phrase(tuple(line[start:end]), tuple(line[:start]), tuple(line[end:]))


def opens(word: str) -> bool:
    """Whether a word can only open a noun phrase: an article, a number, "several"."""
    return word in _OPENERS or _NUMERAL.match(word) is not None


def _ends(word: str) -> bool:
    """Whether a word stands in no noun phrase: a mark, a verb, a preposition, an adverb."""
    if word in _INNER:
        return False
    mark = word == "--" or (len(word) == 1 and not word.isalnum())
    return mark or word in _ENDERS or _VERBAL.match(word) is not None


def _head(words: tuple[str, ...]) -> list[str]:
    start = next((i for i, word in enumerate(words) if not opens(word)), len(words))
    return _run(list(words[start:]))


def _run(words: list[str]) -> list[str]:
    end = next((i for i, word in enumerate(words) if _ends(word) or opens(word)), len(words))
    return words[:end]
