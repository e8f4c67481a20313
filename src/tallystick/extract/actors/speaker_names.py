"""What a source is called: by its name, where the words give one beside its office.

"The governor of Velm, **Ivo Dahl**, said"; "a group called **the Hawks**".
"""

from __future__ import annotations

import re

from tallystick.model.document import Span
from tallystick.vocab.lexicon import speaker_words
from tallystick.vocab.pattern import Pattern

_ARTICLE = Pattern(r"^(?:the|a|an)\s+", re.IGNORECASE)
_PART = r"(?:(?:al|el|ul|ad|an|ash)-[A-ZÀ-Þ][\w’']+|[A-ZÀ-Þ](?:\.|[\w’'-]+))"
_PERSON = rf"{_PART}(?:\s+(?:(?:al|el|bin|ibn|abu|de|del|da|dos|van|von|ben)\s+)?{_PART}){{1,3}}"
_APPOSED = Pattern(
    rf",\s+(?:(?:[a-z][\w-]*|US|UN|EU|UK)\s+){{0,3}}(?P<name>{_PERSON})\s*(?=,|\s(?:said|told|says|added|wrote|confirmed)\b)"
)
_A_GROUP = Pattern(  # "a hitherto unknown faction"
    r"(?:an?|another|the)\s+(?:[\w’'-]+\s+){0,4}?(?:group|faction|outfit|cell|militia|movement|wing|"
    r"organi[sz]ation|alliance|gang|cartel|network)",
    re.IGNORECASE,
)
_GROUP_APPOSED = Pattern(
    r",\s+(?:the\s+)?[\"“]?(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s(?:(?:of|for|and|the)\s){0,2}"
    r"(?:al|el|[A-ZÀ-Þ])[\w’'-]*){0,6})[\"”]?(?:\s\([A-Z-]+\))?,"
)
_CALLED = Pattern(r"\b(?:called|named|known as)\s+[\"“]?(?P<name>[A-Z][^\"”,(]+)")
_INITIALS = Pattern(  # "the Command (CENTCOM)", "Ann Reed (@annreed)"
    r"\s*\((?:[A-Z][A-Z.-]{1,9}|@\w+)\)$"
)


def name_of(text: str, span: Span) -> str:
    """The name of a source whose words stand at a span, or those words where it has none."""
    words = " ".join(span.of(text).split())
    called = _CALLED.search(words)
    if called:
        return called["name"].strip()
    return apposed_name(text, span) or plain_name(words)


def apposed_name(text: str, span: Span) -> str | None:
    """The name beside an office: "The mayor, **Ivo Dahl**, said"; ``None`` where there is none."""
    words = " ".join(span.of(text).split())
    if _A_GROUP.fullmatch(words) and (group := _GROUP_APPOSED.match(text, span.end)) is not None:
        return group["name"]
    apposed = None if _has_name(words) else _APPOSED.match(text, span.end)
    return apposed["name"] if apposed and _is_office(words) else None


def full_name(text: str, span: Span) -> Span | None:
    """Where a short name was told in full before: "the Front" of "the **Karsk Freedom Front**"."""
    short = _SHORT.fullmatch(" ".join(span.of(text).split()))
    if short is None:
        return None
    before = text[max(0, span.start - _BEFORE) : span.start]
    found = list(re.finditer(_IN_FULL.format(noun=short["noun"]), before))
    longer = [m for m in found if m["before"] or m["after"]]
    start = span.start - len(before)
    return Span(start + longer[-1].start(), start + longer[-1].end()) if longer else None


_BEFORE = 3000  # characters
_SHORT = Pattern(
    r"(?:(?i:the)\s+)?(?P<noun>Front|Movement|Army|Brigades?|Battalions?|League|Union|Alliance|Party|"
    r"Command|Council|Resistance|Group|Organi[sz]ation|Coalition|Observatory|Mission|Committee)"
)
_CAPITAL = r"(?!(?:The|A|An|In|On|At|But|And|For|From|By|Of|As|When|While)\b)[A-ZÀ-Þ][\w’'-]+"
_IN_FULL = (
    rf"\b(?P<before>(?:{_CAPITAL}\s+(?:(?:(?:of|for)(?:\s+the)?|and|al|el)\s+)?){{{{1,6}}}})?{{noun}}\b"
    rf"(?P<after>\s+(?:of|for)\s+(?:the\s+)?{_CAPITAL}(?:\s+(?:(?:of|for|and|the)\s+){{{{0,2}}}}{_CAPITAL})"
    r"{{0,4}})?"
)


def plain_name(words: str) -> str:
    """The words of a source without article and initials."""
    return _ARTICLE.sub("", _INITIALS.sub("", words)).strip(" \"“”',.")


def _has_name(words: str) -> bool:
    return re.search(_PERSON, plain_name(words)) is not None


def _is_office(words: str) -> bool:
    """Whether words hold a noun for who speaks: "spokesman", "the governor of Velm"."""
    return bool(speaker_words().find(words)) or _OFFICE.search(words) is not None


_OFFICE = Pattern(
    r"\b(?:head|director|chief|chair\w*|mayor|governor|secretary|prefect|administrator|lawyer|"
    r"founder|member|coordinator|leader|ambassador|envoy|deputy|senator|archbishop|bishop|priest|"
    r"imam|sheriff|sergeant|lieutenant|captain|major|detective|prosecutor|commissioner|resident|"
    r"farmer|teacher|shopkeeper|driver|neighbou?r|mother|father|brother|sister|wife|husband|cousin|"
    r"uncle|student|professor)s?\b",
    re.IGNORECASE,
)
