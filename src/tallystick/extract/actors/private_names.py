"""Private persons by their names: in full, and by surname once they have been named in full.

Words with capitals are many things; those that ask are sure by other words that a person is meant
("**Ann Tarrow**, 30, of Velm, was charged with", "a warrant for **Tarrow**").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tallystick.extract.annotate import Annotations
from tallystick.model.document import Cover, Span
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

__all__ = ["APPOSITION", "JOINED", "SUSPECT", "is_titled", "names"]

SUSPECT = "suspect"
"""What is kept for a private person's name."""
_NO_VERB = r"(?:(?!\b(?:said|says|told|but|while|when|after|killed|shot|because|that)\b)[^;:“”\"])"
APPOSITION = (
    rf"(?:,?\s\(?\d{{1,2}}\)?(?=\s)|,\s{_NO_VERB}{{1,140}}?,|\s\([^()]{{1,60}}\)|"
    rf"\swho(?:se)?\s{_NO_VERB}{{1,80}}?)?"
)
"""What may stand between a name and its verb: ", 30, of Velm," ", who is from Velm,"."""
JOINED = caseless(
    rf"{APPOSITION}\s+and\s+(?:(?:his|her|their|the|an?|another)\s(?:[a-z][\w-]*\s){{0,2}}"
    r"[a-z][\w-]*,?\s)?(?:m[rs]s?\.?\s+)?$"
)
"""What stands between two names of one verb: "Ann Tarrow, 30, and her son, | Lou Marn"."""

_NO_NAME = (  # titles, and what opens a sentence
    r"(?:President|Prime|Minister|General|Colonel|King|Police|Sheriff|Officers?|Chief|Detectives?|"
    r"Sgt|Lt|Deputy|Capt|Captain|Sergeant|Lieutenant|Judge|Mayor|Governor|Senator|Inspector|"
    r"Investigators?|Prosecutors?|Authorities|Officials|Suspects?|Gunm[ae]n|Agents?|Attorney|"
    r"M[rs]|Mrs|Miss|Dr|Prof|Rev|Fr|The|A|An|On|In|At|By|For|From|But|And|As|After|When|While|If|"
    r"He|She|They|His|Her|Their|It|Its|This|That|Last|Both|Two|Three|Man|Woman|Men|Women|Boy|Girl|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|"
    r"September|October|November|December)"
)
_WORD = rf"(?!{_NO_NAME}\b)[A-Z][\w’'-]*[a-zà-þ](?<![’']s)\b"
_LINK = r"(?:(?:bin|ibn|ben|al|el|de|da|di|la|le|van|von|der|den|del|dos|du)\s|(?:al|el)-)"
_NAME = Pattern(
    rf"\b(?P<first>{_WORD})(?P<more>(?:\s(?:[A-Z]\.|{_LINK}{{0,2}}{_WORD})){{1,4}})?"
    r"(?:,?\s(?:Jr|Sr)\b\.?|\sI{2,3}\b)?"
)
_TITLE = Pattern(r"\b(?:Mr|Ms|Mrs|Miss)\b\.?\s$")
_WHOSE = Pattern(
    r"\b(?:an?|the|his|her|its|their|another)\s"
    r"(?:(?!(?:\w+ed|found|was|is|has|had|for|of|as|by|with|to|in)\s)[a-z][\w-]*\s){0,2}$",
    re.IGNORECASE,
)
_SORT = Pattern(  # "the suspected gunman Ann Tarrow", but not "a grey Velm Rover"
    r"\b(?:m[ae]n|wom[ae]n|boy|girl|youth|teenager|teen|student|resident|native|suspects?|gunm[ae]n|"
    r"shooter|killer|attacker|assailant|bomber|assassin|sniper|husband|wife|boyfriend|girlfriend|son|"
    r"daughter|brother|sister|father|mother|friend|neighbou?r|\w+er|\w+or|\w+ist|\w+ant|"
    r"\d{1,2}-year-old)\s$",
    re.IGNORECASE,
)


def names(notes: Annotations, region: Span) -> Iterator[Span]:
    """The names of private persons in a stretch that is not all in capitals, in order."""
    text = notes.text
    if text[region.start : region.end].isupper():
        return
    for match in _NAME.finditer(text, region.start, region.end):
        span = Span(*match.span())
        before = text[max(0, span.start - 40) : span.start]
        if match["more"] is None and not (match["first"] in _surnames(notes) or is_titled(before)):
            continue
        thing = _WHOSE.search(before) is not None and _SORT.search(before) is None
        if not thing and not _known(notes).touches(span):
            yield span


def is_titled(before: str) -> bool:
    """Whether words end with a title that any person has: "Ms."."""
    return _TITLE.search(before) is not None


@lru_cache(maxsize=8)
def _surnames(notes: Annotations) -> frozenset[str]:
    """The last words of all names of several words that are no place's and no side's."""
    known = _known(notes)
    full = (m for m in _NAME.finditer(notes.text) if m["more"])
    return frozenset(m["more"].split()[-1] for m in full if not known.touches(Span(*m.span())))


@lru_cache(maxsize=8)
def _known(notes: Annotations) -> Cover:
    """The names of sides and places."""
    return Cover([*(n.span for n in notes.actors), *(p.span for p in notes.places)])
