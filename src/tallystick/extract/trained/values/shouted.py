"""Names of places in a text that is all in capitals, where every word looks like a name.

There the words around one tell: a town takes no article ("in Zobrak", but "in the parking lot"), a
person has a given name or a title, an editor's note stands in brackets; and of a Spanish name the
words before it are part ("San Luis | de la Reina").
"""

from __future__ import annotations

import re

from tallystick.extract.trained.values.described import HEADS
from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless
from tallystick.vocab.casing import in_capitals
from tallystick.vocab.toponyms import NATURAL, PLACE_NOUNS, singular, toponym_words

__all__ = ["shouted_name"]

_BEFORE = 40  # characters of the words before a name
_LINKS = frozenset(["de", "del"])
_HEADS = frozenset(
    ["san", "santa", "santo", "santos", "la", "las", "los", "el", "nueva", "nuevo", "plaza", "plan"]
)
_ARTICLE = caseless(
    r"\b(?:the|an?|his|her|its|their|our|your|my|this|these|those|some|each|another|several|many)"
    r"\s(?:(?P<more>[a-z-]+)\s)?$"
)
_LAND = r"areas?|sectors?|zones?|jurisdictions?|cantons?|canyon|creek|stream|volcano|lake|ranges?"
_FOLLOWING = re.compile(r"\s([A-Z]+)(?:\s([A-Z]+))?")
_LAST = re.compile(r"([A-ZÀ-Þ'’-]+)\s$")
_WORD = re.compile(r"[^\W\d_]+")
_SITE = caseless(rf"(?:{HEADS}|{_LAND})$")
_SET = caseless(r"\b(?:in|at|near|outside|inside|around|of|called|named|as)\s\W?$")
_OWNS = re.compile(r"['’]S?\s+[A-Z]")
_OWN = re.compile(r"['’]S?$")


def shouted_name(text: str, span: Span) -> Span | None:
    """The whole of a name in a text that is all in capitals, ``None`` where its words are none.

    Names in other texts are left as they are.
    """
    if not in_capitals(text, span):
        return span
    if _is_noted(text, span) or _owns(text, span) or _is_person(text, span):
        return None
    whole = _whole(text, span)
    return None if _is_thing(text, whole) else whole


def _is_noted(text: str, span: Span) -> bool:
    """ "[WORD INDISTINCT]", "[ZOBRAK] I THINK THAT ..." """
    note = text.rfind("[", max(0, span.start - _BEFORE), span.start)
    return note >= 0 and "]" not in text[note : span.start]


def _owns(text: str, span: Span) -> bool:
    """ "FIRED AT **ZOBRAK'S** VEHICLE": a person, for it is not in Zobrak's that something is."""
    return bool(_OWN.search(span.of(text)) or _OWNS.match(text, span.end))


def _is_person(text: str, span: Span) -> bool:
    """Whether a given name or a title stands in the name, or somewhere before it."""
    if _SET.search(text, max(0, span.start - _BEFORE), span.start):
        return False
    words, lists = span.of(text).split(), toponym_words()
    people = lists.given_names | lists.titles
    if len(words) > 1 and words[0].lower() in people:
        return True
    named = r"\s+".join(map(re.escape, words))
    told = re.finditer(rf"\b([A-ZÀ-Þ]+)\.?\s+{named}\b", text)
    return any(found[1].lower() in people for found in told)


def _whole(text: str, span: Span) -> Span:
    """With the words before it that are of a Spanish name."""
    heads, start, linked = _HEADS | toponym_words().heads, span.start, False
    linked = span.of(text).split()[0].lower() in _LINKS
    while before := _LAST.search(text, max(0, start - _BEFORE), start):
        word = before[1].lower()
        if not (linked or word in heads or word in _LINKS):
            break
        start, linked = before.start(), word in _LINKS
    return Span(start, span.end)


def _is_thing(text: str, span: Span) -> bool:
    """Whether an article stands before words that no noun for a place goes with: "A BUILDING"."""
    words = [word.lower() for word in _WORD.findall(span.of(text))]
    article = _ARTICLE.search(text, max(0, span.start - _BEFORE), span.start)
    if _ARTICLE.match(f"{span.of(text)} "):
        return True
    if article is None or words[0] in _HEADS | toponym_words().heads:
        return False
    if article["more"] and singular(article["more"].lower()) in PLACE_NOUNS.keys() - NATURAL:
        return False  # "the town Zobrak"
    following = _FOLLOWING.match(text, span.end)
    return not any(map(_is_class, [*words[1:], *(following.groups() if following else ())]))


def _is_class(word: str | None) -> bool:
    """Whether it is a noun for a place: "the Zobrak **hill**"."""
    if word is None:
        return False
    lists, noun = toponym_words(), singular(word.lower())
    listed = noun in PLACE_NOUNS or noun in lists.facility or noun in lists.streets
    return listed or _SITE.match(word) is not None
