"""A first look at a comment: it sorts the moderators' queue, and decides nothing.

By a small lexicon (``screening.toml``) and by form: addresses, numbers to call, shouting, and
no word in common with what is told of the incident. Both miss much, and suspect what is harmless
("shot", "killed" and "bastard" can all stand in a fair quote): hence the moderator.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from tallystick.model.entries import CommentRule
from tallystick.model.incident import Incident
from tallystick.vocab.matching import fold

_LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w.-]+\.(?:com|net|org|info|shop|xyz)\b", re.I)
_CALL = re.compile(r"\+?\d[\d ()-]{7,}\d|\S+@\S+\.\w+")
_SHOUT = re.compile(r"\b[A-Z]{3,}\b")
_WORD = re.compile(r"\w{4,}")
_SHOUTED = 4  # words in capitals


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A rule that a comment may break, and the words that make one think so."""

    rule: CommentRule
    words: str
    weight: int


def screen(text: str, incident: Incident | None) -> tuple[Suspicion, ...]:
    """What a first look finds, the gravest first."""
    found = [*_lexical(text), *_formal(text, incident)]
    return tuple(sorted(found, key=lambda s: (-s.weight, s.rule)))


def weight(suspicions: Sequence[Suspicion]) -> int:
    """How far up in the queue it belongs."""
    return sum(suspicion.weight for suspicion in suspicions)


def _lexical(text: str) -> Iterator[Suspicion]:
    folded = fold(text)
    for rule, pattern, grave in _lexicon():
        hits = dict.fromkeys(match.group() for match in pattern.finditer(folded))
        if hits:
            yield Suspicion(rule, ", ".join(hits), grave)


def _formal(text: str, incident: Incident | None) -> Iterator[Suspicion]:
    sold = [*_LINK.findall(text), *_CALL.findall(text)]
    if sold:
        yield Suspicion(CommentRule.PROMOTION, ", ".join(sold), 2)
    if len(_SHOUT.findall(text)) >= _SHOUTED:
        yield Suspicion(CommentRule.ATTACKS, "words in capitals", 1)
    if incident and not _known(incident) & _words(text):
        yield Suspicion(CommentRule.SUBJECT, "no word of its documents", 1)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))


def _known(incident: Incident) -> set[str]:
    return {word for document in incident.documents for word in _words(document.text)}


@lru_cache(maxsize=1)
def _lexicon() -> tuple[tuple[CommentRule, re.Pattern[str], int], ...]:
    data = tomllib.loads(files("tallystick.web.desk").joinpath("screening.toml").read_text("utf-8"))
    return tuple(
        (
            CommentRule(each["rule"]),
            re.compile(rf"(?<!\w)(?:{'|'.join(each['words'])})(?!\w)"),
            each["weight"],
        )
        for each in data["suspect"]
    )
