"""Some of those counted before, by their class: "a toll of 27, including six children"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tallystick.extract.drafts import Draft
from tallystick.extract.effects.persons import Persons
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, PersonClass
from tallystick.vocab.caseless import caseless

__all__ = ["parts", "shared"]

_SHARES = caseless(r"\b(?:includ\w+|among (?:them|whom|those)|of (?:them|whom))\b")
_FAR = 60  # characters between a number and the first of its parts
_ENDS = re.compile(r"[.;]|\b(?:injur|wound|hurt|kill|when|after)\w*", re.IGNORECASE)


def shared(text: str, span: Span) -> bool:
    """Whether a stretch has words that share a number out."""
    return _SHARES.search(text, span.start, span.end) is not None


def parts(text: str, told: Sequence[Draft], people: Sequence[Persons]) -> Iterator[Draft]:
    """The parts that follow a number, where no draft tells them yet: nine children of 17.

    Only those whose class tells them from the whole; ``people`` are the persons of the sentence.
    """
    end, field = -1, Field.KILLED
    for who in people:
        whole = max(
            (d for d in told if d.span.end <= who.span.start and _is_whole(d, who)),
            key=lambda d: d.span.end,
            default=None,
        )
        if whole is not None and whole.span.end > end:
            end, field = whole.span.end, whole.field
        near = end >= 0 and who.span.start - end < _FAR
        if not (near and who.part and not _ENDS.search(text, end, who.span.start)):
            continue
        if _is_figure(who) and not (who.named or any(d.span.overlaps(who.span) for d in told)):
            yield Draft(field, Casualties(who.count, who.who, who.owner), who.span)
        end = who.span.end


def _is_figure(who: Persons) -> bool:
    """Whether so many of a class are told: not "many of them children"."""
    exact = who.count.high is not None or bool(re.search(r"\d", who.count.text))
    return who.counted and exact and not who.bare and who.who is not PersonClass.PEOPLE


def _is_whole(draft: Draft, who: Persons) -> bool:
    value = draft.value
    harmed = draft.field in (Field.KILLED, Field.INJURED) and isinstance(value, Casualties)
    return (
        harmed
        and isinstance(value, Casualties)
        and (value.count.best or 0) >= (who.count.best or 1)
    )
