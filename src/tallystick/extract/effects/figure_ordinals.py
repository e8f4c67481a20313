"""Incidents counted by an ordinal: "the 20th attack since", "the third on a mayor this year"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.effects.figure_words import (
    ADJECTIVES,
    CLASS_NOUN,
    EACH_TIME,
    LEAST,
    NOUNS,
    Figure,
    bounds,
    since,
)
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.values import CountRange
from tallystick.vocab.caseless import caseless
from tallystick.vocab.ordinals import ORDINAL, ordinal

__all__ = ["nth_times", "ordinals", "series"]

_NTH = caseless(
    rf"\b(?:(?P<least>at\s+least)\s+)?(?:the\s+|its\s+|their\s+|a\s+|(?:the\s+)?[\w-]{{1,40}}[’']s?\s+)(?P<nth>{ORDINAL})\b"
    rf"(?P<rest>\s+{ADJECTIVES}(?:{NOUNS})\b|(?=\s*(?:[.,;]|$|\s(?:since|of\s+(?:its|the)|this|"
    r"in|on|against|so\s+far|such)\b)))"
)
_WHILE = caseless(
    r"(?:\s+(?:in|on|against|by|at|of)(?:\s+(?!(?:last|past|two|three)\b)[\w'’-]+){1,6}?)??\s+"
    r"(?:so far\s+)?"
    r"(?:this\s+(?:year|month|week|winter|summer|spring|autumn|season)|since\b|"
    r"of\s+the\s+(?:year|month|week|season|war|campaign)|"
    r"(?:in|within|over)\s+(?:the\s+(?:past|last)\s+)?(?:(?:a|an|as many|less than|under|about|"
    r"just|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+)?(?:fortnight|days?|weeks?|months?|"
    r"years?|hours?))\b"
)
_WAS = caseless(
    r"\b(?:was|is|were|marks|marked|became|becomes|being|as|count\w*|making\s+(?:it|this|him|her))\s*$|"
    r",\s+$"
)
_SECOND = 2  # "for the second time in four days" counts nothing
_NTH_TIME = caseless(rf"\bfor\s+the\s+(?P<nth>{ORDINAL})\s+time\b")


def ordinals(notes: Annotations, sentence: Sentence) -> Iterator[Figure]:
    """ "It was at least the 32nd attack since": a count as an ordinal."""
    for match in _NTH.finditer(notes.text, *bounds(sentence)):
        value = ordinal(match["nth"])
        if value is None or not _counts_incidents(notes, sentence, match):
            continue
        if "anniversary" in (match["rest"] or ""):
            continue  # "the 50th anniversary of the bombing"
        if value < LEAST and not _in_a_while(notes, sentence, match):
            continue
        start = match.start("least") if match["least"] else match.start("nth")
        words = notes.text[start : match.end("nth")]
        count = CountRange(value, None if match["least"] else value, words)
        span = Span(start, match.end("rest") if match["rest"] else match.end("nth"))
        what = " ".join(notes.text[match.end("nth") : span.end].split()) or "attack"
        yield Figure(count, Span(start, match.end("nth")), span, what, what.split()[-1])


def series(notes: Annotations, sentence: Sentence) -> Iterator[Figure]:
    """ "The fourth such round this month", "the third market hit by bombs since May".

    The words say of what time the last one is counted, and some attack is told of here or in the
    sentence before.
    """
    if not _A_TIME.search(notes.text, *bounds(sentence)) or not _of_attacks(notes, sentence):
        return
    for match in _ONE_MORE.finditer(notes.text, *bounds(sentence)):
        value = ordinal(match["nth"])
        if value is None or value < _SECOND or _NO_ATTACK.search(match["what"]):
            continue
        opened = _was(notes, sentence, match)
        if not (opened or "such" in match["what"]):
            continue
        number, span = Span(*match.span("nth")), Span(match.start("nth"), match.end("what"))
        what = " ".join(notes.text[number.end : span.end].split()) or "attack"
        yield Figure(CountRange.exactly(value, number.of(notes.text)), number, span, what, "")


def _of_attacks(notes: Annotations, sentence: Sentence) -> bool:
    near = notes.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    return any(inside(notes.events, s.span) for s in near)


_A_TIME = caseless(
    r"\b(?:since|this (?:year|month|week|winter|summer|spring|autumn|season)|"
    r"in (?:as many|less than|under) \w+)\b"
)
_ONE_MORE = caseless(
    rf"\b(?:the|its|their|a|his|her)\s+(?P<nth>{ORDINAL})(?P<what>(?:\s+(?!(?:since|this)\b)"
    r"[\w’'-]+){0,9}?)\s+(?:so\s+far\s+)?(?:since\b|this\s+(?:year|month|week|winter|summer|spring|"
    r"autumn|season)\b|in\s+(?:as\s+many|less\s+than|under)\s+\w+)"
)
_NO_ATTACK = caseless(
    r"\b(?:time|day|week|month|year|anniversary|round\s+of|talks?|visit|prize|meeting|birthday|term|"
    r"election|vote|ceasefire|truce|person|people|floor|party|president|minister|was|were|is|are|has|"
    r"to\s+(?!be|land|hit|strike|fall|reach|explode|burn)\w+|had|who|that|when|and|killed|die|died|murdered|slain|assassinated|taken|snatched|disappear|"
    r"wounded|injured|kidnapped|abducted)\b"
)


def nth_times(notes: Annotations, sentence: Sentence) -> Iterator[Figure]:
    """ "Blew up the pipeline for the 17th time this year": an attack counted by its times."""
    if not inside(notes.events, sentence.span):
        return
    for match in _NTH_TIME.finditer(notes.text, *bounds(sentence)):
        value = ordinal(match["nth"])
        if value is not None and value > _SECOND and _WHILE.match(notes.text, match.end()):
            span, number = Span(match.start("nth"), match.end()), Span(*match.span("nth"))
            count = CountRange.exactly(value, number.of(notes.text))
            yield Figure(count, number, span, EACH_TIME, "attack")


def _in_a_while(notes: Annotations, sentence: Sentence, match: re.Match[str]) -> bool:
    """ "The third such attack this year": a small ordinal needs its time right after it."""
    if not match["rest"] or ordinal(match["nth"]) == 1:
        return False
    if not (_was(notes, sentence, match) or re.search(r"\bsuch\b", match["rest"], re.IGNORECASE)):
        return False  # "the second attack since Friday hurt nobody"
    return _WHILE.match(notes.text, match.end(), sentence.span.end) is not None


def _counts_incidents(notes: Annotations, sentence: Sentence, match: re.Match[str]) -> bool:
    if match["rest"]:
        told = since(notes, sentence) or _was(notes, sentence, match)
        return bool(told or _WHILE.match(notes.text, match.end(), sentence.span.end))
    return _was(notes, sentence, match) and bool(
        CLASS_NOUN.search(notes.text, sentence.span.start, match.start())
    )


def _was(notes: Annotations, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether an ordinal tells what something is: "it was the third"."""
    near = max(sentence.span.start, match.start() - _NEAR)
    return _WAS.search(notes.text[near : match.start()]) is not None


_NEAR = 24  # characters that hold the longest words before an ordinal
