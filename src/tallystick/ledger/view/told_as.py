"""How an account tells its casualties: as all of them, as some of them, or as more of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tallystick.ledger.view.accounts import Account
from tallystick.model.document import Document, Span
from tallystick.model.statement import Field, Stance, Statement
from tallystick.model.values import Casualties, CountRange
from tallystick.vocab.ordinals import ORDINAL, ordinal

_DEAD = (
    r"(?:dead|killed|slain|victims?|wounded|injured|hurt|casualt(?:y|ies)|fatalit(?:y|ies)|"
    r"deaths|injuries)"
)
_SOME = re.compile(  # "the dead included | a pastor"
    rf"\b{_DEAD}\s+(?:(?:also|reportedly)\s+)?(?:include[sd]?|including)\s+[^.;]*$|"
    rf"\bamong\s+(?:the|those|its|their)\s+(?:[\w-]+\s+)?{_DEAD}\b[^.;]*$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\b(?:of|among)\s+(?:the|its|their|those|these)\s+(?:[\w-]+\s+)?"
    r"(?:dead|killed|slain|wounded|injured|hurt|victims|casualties)\b",
    re.IGNORECASE,
)
_AMONG = re.compile(
    rf"\s+(?:was|were|is|are)\s+(?:also\s+)?among\s+(?:the|those)\s+(?:[\w-]+\s+)?{_DEAD}\b",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:also|as well|too|in addition)\b", re.IGNORECASE)
_NTH = re.compile(rf"\b(?:an?\s+|the\s+)?(?P<nth>{ORDINAL})\s+(?!time\b)[\w’'-]+", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:an?|one|1|single|sole|no|another)\b", re.IGNORECASE)
_BEFORE = 120  # characters before a count in which what it is of is said
_AFTER = 30  # and after it
_STOP = re.compile(r"[.;!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Manner:
    """How an account tells its numbers.

    ``part``: only of some ("the dead included a pastor"), or of persons by name; ``more``: of
    others than those told before ("three children were also killed"); ``nth``: of the last of so
    many ("a third policeman died"); ``own``: in the voice of the document itself; ``claimed``: as
    a deed of the teller's own.
    """

    start: int = 0
    part: bool = False
    more: bool = False
    nth: int | None = None
    own: bool = False
    claimed: bool = False


def manner(account: Account[Casualties]) -> Manner:
    """How an account tells its numbers."""
    text = account.document.text
    said = account.statements
    pairs = list(zip(said, account.values, strict=True))
    return Manner(
        min(s.span.start for s in said),
        all(_is_of_some(text, s) or _is_named(text, s, v) for s, v in pairs),
        all(_ALSO.search(_words(text, s.span)) for s in said),
        _nth(account.document, said[0], account.values[0]) if len(said) == 1 else None,
        len(account.chain) == 1,
        all(s.stance is Stance.CLAIMS for s in said),
    )


def _is_of_some(text: str, said: Statement) -> bool:
    before = _STOP.split(text[max(0, said.span.start - _BEFORE) : said.span.start])[-1]
    return (
        _SOME.search(before) is not None
        or _OF_THEM.search(said.span.of(text)) is not None
        or _AMONG.match(text, said.span.end) is not None
    )


def _is_named(text: str, said: Statement, value: Casualties) -> bool:
    """Whether it is of one person, by name or as somebody's: "Constable Doe", "her son"."""
    one = value.count == CountRange.exactly(1)
    return one and _NUMBERED.search(said.span.of(text)) is None


def _nth(document: Document, said: Statement, value: Casualties) -> int | None:
    if said.field is not Field.KILLED or value.count != CountRange.exactly(1):
        return None
    match = _NTH.match(document.text, said.span.start, said.span.end)
    return ordinal(match["nth"]) if match else None


def _words(text: str, span: Span) -> str:
    """The words of a count, and those that follow it in its sentence."""
    return span.of(text) + _STOP.split(text[span.end : span.end + _AFTER])[0]
