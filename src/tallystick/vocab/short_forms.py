"""The letters that a text gives a group that no vocabulary lists.

"The United Velm Front (UVF) shelled the post. ... The UVF said": from there on the letters are
that group's in this text, also where a vocabulary knows another group by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tallystick.model.document import Span
from tallystick.vocab.actor_types import Actor, ActorKind
from tallystick.vocab.matching import Hit

_GIVEN = re.compile(
    r"\s*[(\[](?:or\s+|known\s+as\s+(?:the\s+)?|the\s+)?[\"“'‘]?"
    r"(?P<letters>[A-Z][A-Za-z]{0,3}[A-Z](?:-?[A-Z0-9]{1,4})?)[\"”'’]?[)\],;]"
)
_CREDITED = (ActorKind.NEWS_AGENCY, ActorKind.OUTLET)
_OWN_WORD = re.compile(r"[A-Z][\w’'-]{3,}")
_COMMON = re.compile(  # in the names of many groups
    r"Front|Army|Forces?|Movement|Liberation|National|Peoples?|Popular|United|Democratic|"
    r"Revolutionary|Brigades?|Council|Resistance|Defen[cs]e|Islamic|Freedom|People[’']s"
)


def short_forms(
    text: str, groups: Sequence[Hit[str]], known: Sequence[Hit[Actor]]
) -> list[Hit[str]]:
    """Where a text uses the letters that it gave a group, each with the group's name; the brackets
    in which they are given are part of the name's own mention, unless another is listed so."""
    listed = {hit.span: hit.item for hit in known}
    given: dict[str, Hit[str]] = {}  # the letters, where they are given, and the name
    for group in groups:
        match = _GIVEN.match(text, group.span.end)
        at = Span(*match.span("letters")) if match else group.span
        if match and not _is_same(group, listed.get(at)):
            given.setdefault(match["letters"], Hit(at, group.item))
    uses = (u for u in _uses(text, given) if not any(g.span.overlaps(u.span) for g in groups))
    again = (g for g in given.values() if g.span in listed)
    return sorted([*again, *uses], key=lambda hit: hit.span)


def _is_same(group: Hit[str], listed: Actor | None) -> bool:
    """Whether a listed actor of these letters is the group in other words, or an agency that is
    credited in brackets. Two groups with the same letters have no word of their own in common."""
    if listed is None or listed.kind in _CREDITED:
        return listed is not None
    names = " ".join((listed.name, *(name.text for name in listed.names)))
    own = {word for word in _OWN_WORD.findall(group.item) if not _COMMON.fullmatch(word)}
    return any(word in names for word in own)


def _uses(text: str, given: dict[str, Hit[str]]) -> Iterator[Hit[str]]:
    for letters, first in given.items():
        word = re.compile(rf"(?<![\w-]){re.escape(letters)}(?![\w-])")
        for match in word.finditer(text, first.span.end):
            yield Hit(Span(*match.span()), first.item)
