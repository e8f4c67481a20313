"""Persons with their number, and the number that stands before their noun."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.grammar.counts import CountMention
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.values import ActorRef, CountRange, PersonClass
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import load
from tallystick.vocab.pattern import Pattern

_REACH = 90  # characters between a number and its noun
_MOST_WORDS = 6  # words between them: "two off-duty Iraqi special forces police officers"
_ARTICLES, _OWNS = frozenset(["a", "an"]), frozenset(["his", "her", "their", "its", "our", "my"])
_OPENING = ('"', "“", "‘")
_PARTITIVE = re.compile(
    r"\s+of\s+(?:the|its|their|his|her|our|those|these|them|whom)\b(?:\s+|$)", re.IGNORECASE
)
_QUOTED_OF = re.compile(r"^[\"”’]\s+of\b")  # "dozens" of rebels
_QUOTED = re.compile(r"[\"”’](?=\s)")  # "nearly 50" rebels
NUMBER_OF = caseless(r"\bnumber\s+of\s+(?:[\w’'-]+\s+){0,2}$")

IN_THE_BODY = Pattern(  # wounds, not persons: "hit by three bullets, one in the neck"
    r"\s+(?:in|to|through)\s+(?:the|his|her|each)\s+(?:(?:left|right|upper|lower)\s+)?(?:back|neck|head|"
    r"chest|legs?|arms?|thighs?|face|stomach|abdomen|torso|shoulders?|foot|feet|hands?|knees?|hip|"
    r"buttocks|groin|body)\b",
    re.IGNORECASE,
)


@lru_cache
def phrases(name: str) -> frozenset[str]:
    """A list of words from the vocabulary's data on people."""
    return frozenset(load("people.toml")["phrases"][name])


@dataclass(frozen=True, slots=True)
class Persons:
    """Persons with their number, class and side.

    ``counted`` when the words give a number; ``bare`` when only the number stands there;
    ``named`` for a person known by name; ``part`` for some of a number given before.
    """

    span: Span
    count: CountRange
    who: PersonClass
    owner: ActorRef | None
    counted: bool
    bare: bool = False
    named: bool = False
    part: bool = False


def count_before(
    notes: Annotations, sentence: Sentence, offset: int, floor: int
) -> CountMention | None:
    """The count of a noun at an offset, with nothing but adjectives between them."""
    region = Span(max(sentence.span.start, floor, offset - _REACH), offset)
    for count in reversed(inside(notes.counts, region)):
        gap = _QUOTED_OF.sub(" ", notes.text[count.span.end : offset])
        if notes.text[count.span.start - 1 : count.span.start] in _OPENING:
            gap = _QUOTED.sub("", gap, count=1)
        partitive = _PARTITIVE.match(gap)
        rest = gap[partitive.end() :] if partitive else gap
        if adjectives(rest):
            return count
        if not is_article(count.count):
            return None
    return None


def is_article(count: CountRange) -> bool:
    """Whether a count is no more than "a" or "an"."""
    return count.text.lower() in _ARTICLES


def adjectives(gap: str) -> bool:
    """Whether only adjectives stand in a gap; "and" joins two sides or sorts ("US and Iraqi")."""
    gap = re.sub(r"[\"“‘]$", "", gap)  # 50 "terrorists"
    if NUMBER_OF.search(gap):
        return False  # "brings to 23 the number of people killed"
    if re.search(r"[,;:.()\"“”](?!\w)|--", gap.replace(".S.", "S").replace("U.N.", "UN")):
        return False
    words = gap.split()
    if len(words) > _MOST_WORDS + 2:
        return False
    for index, word in enumerate(words):
        lower = word.lower()
        if lower == "and" and 0 < index < len(words) - 1:
            if not all_sorts((words[index - 1], words[index + 1]), shouted=word.isupper()):
                return False
        elif lower in ("other", "more") and index == 0:
            continue
        elif word == "IS" and not (gap.isupper() and len(words) > 1):
            continue  # the Islamic State
        elif lower in _OWNS or (lower in phrases("breaks") and lower not in phrases("sorts")):
            return False
    return True


def all_sorts(words: Iterable[str], *, shouted: bool) -> bool:
    """Whether words tell of what sort or nation persons are: "rebel", "Syrian".

    A capital says nothing where all are ``shouted``: "A SHEPHERD AND TWO MILITIAMEN" are three.
    """
    return all(
        word.lower() in phrases("sorts") or (word[:1].isupper() and not shouted) for word in words
    )
