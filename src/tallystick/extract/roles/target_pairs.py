"""Two nouns that share all that is said of them are one target: "the rebels' **tents and carts**".

What has an article or a number of its own is told apart ("a mill and a silo"), and so are a list
of three and more, and two things of different use ("shops and cars").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tallystick.extract.drafts import Draft
from tallystick.extract.roles.target_phrases import of_owner, plain
from tallystick.model.document import Span
from tallystick.model.values import Target, TargetKind
from tallystick.vocab.pattern import Pattern

_AND = Pattern(r"\s+and\s+", re.IGNORECASE)
_FIGHTERS = (TargetKind.MILITARY, TargetKind.ARMED_GROUP)
_GEAR = Pattern(
    r"(?:vehicles?|trucks?|cars?|equipment|weapons?|arms|ammunition|tanks?)$", re.IGNORECASE
)
_CIVILIAN = Pattern(r"\bcivilians?\b", re.IGNORECASE)


def paired(text: str, found: Sequence[Draft]) -> list[Draft]:
    """The targets of a clause, two that are joined by a bare "and" as one."""
    if len(found) != 2 or not _AND.fullmatch(text, found[0].span.end, found[1].span.start):
        return list(found)
    first, second = found[0].value, found[1].value
    if not (isinstance(first, Target) and isinstance(second, Target)) or _is_name(text, found[1]):
        return list(found)
    if not (first.kind is second.kind or (_musters(first) and _GEAR.search(second.name))):
        return list(found)
    if _CIVILIAN.search(text, found[0].span.start, found[1].span.end):
        return list(found)  # "the rebels' positions and **civilian** cars"
    span = Span(found[0].span.start, found[1].span.end)
    owner = first.owner or second.owner
    name = plain(span.of(text))
    whole = Target(name, of_owner(first.kind, owner, name), owner)
    return [replace(found[0], value=whole, span=span)]


def _musters(target: Target) -> bool:
    """Whether what is joined to it may be of another kind: "**positions** and vehicles"."""
    return (
        target.kind in _FIGHTERS
        or of_owner(TargetKind.OTHER, target.owner, target.name) in _FIGHTERS
    )


def _is_name(text: str, draft: Draft) -> bool:
    """Whether it begins with a name, which is its own: "shops and **Karsk** hospital"."""
    return text[draft.span.start].isupper()
