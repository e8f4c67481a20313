"""Incidents that a text has left behind: what is told with a day and a place of its own, after
another incident was told, is not the one before that, which had neither.

    Rebels ambushed a convoy. Two lorries were hit by explosives. (no day, no place)
    In Kosti, shots were fired at a post on Thursday.
    He said that others had planted the bomb that killed two men in Atbara on Wednesday.

The bomb is not that which hit the lorries.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.frames.frame import COARSE, Frame, is_placed, tolls_of
from tallystick.extract.mentions.mention import Mention
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef
from tallystick.vocab.actors import actor_book
from tallystick.vocab.matching import fold

__all__ = ["goes_on", "of_blast", "passed_over", "word_for"]

_IN_AN_AMBUSH = frozenset(
    [
        *(IncidentKind.ARMED_ASSAULT, IncidentKind.BOMBING, IncidentKind.MINE),
        *(IncidentKind.SHOOTING, IncidentKind.SHELLING, IncidentKind.ABDUCTION),
    ]
)


def goes_on(frame: Frame, mention: Mention) -> bool:
    """ "Rebels ambushed a convoy. Two lorries were hit by explosives.": what the next sentence
    tells with no day, place or side of its own are the arms of that ambush; so is what was burnt
    in any raid."""
    head, last = frame.mentions[0], frame.mentions[-1].sentence
    burnt = mention.kind is IncidentKind.ARSON and head.kind is IncidentKind.ARMED_ASSAULT
    if not (burnt or word_for(head).startswith("ambush")):
        return False
    near = 0 <= mention.sentence.index - last.index <= 1
    if not near or last.paragraph != mention.sentence.paragraph or mention.fresh:
        return False
    bare = mention.when is None and mention.where is None
    return (
        bare
        and not any(map(_is_named, mention.authors()))
        and (burnt or frame.kinds | {mention.kind} <= _IN_AN_AMBUSH)
    )


def _is_named(author: ActorRef) -> bool:
    """Whether it is a side by name, and not "the fighters"."""
    book = actor_book()
    return author.id is not None and not (author.id in book and book.get(author.id).is_collective)


_BLASTS = ("blast", "explosion", "detonation", "exploded", "detonated", "went off", "blew up")
_BY_BLAST = 0.5
_BLOWN = frozenset((IncidentKind.BOMBING, IncidentKind.SUICIDE_BOMBING, IncidentKind.MINE))
_ARMED = frozenset(
    [
        *(IncidentKind.ARMED_ASSAULT, IncidentKind.ARMED_CLASH, IncidentKind.SHOOTING),
        *(IncidentKind.STABBING, IncidentKind.ABDUCTION, IncidentKind.ROBBERY),
    ]
)


def of_blast(frame: Frame, mention: Mention) -> float:
    """What speaks for a bombing, and against a raid that was told since, where "the device
    **exploded**": more than no word for either."""
    if mention.fresh or mention.when or mention.where or tolls_of([mention]):
        return 0.0
    if word_for(mention) not in _BLASTS:
        return 0.0
    return _BY_BLAST if frame.kinds & _BLOWN else -_BY_BLAST * bool(frame.kinds <= _ARMED)


def word_for(mention: Mention) -> str:
    """What a text calls it: "raid"."""
    return fold(mention.anchor.of(mention.sentence.text))


def passed_over(found: Sequence[Frame], frame: Frame, mention: Mention) -> bool:
    """Whether a mention cannot go back to a frame, since another was told between them."""
    if mention.when is None or not is_placed(mention):
        return False
    if frame.when is not None or not (frame.where is None or frame.where.precision in COARSE):
        return False
    last = frame.mentions[-1].sentence
    if last.paragraph == mention.sentence.paragraph:
        return False
    heads = (f.mentions[0] for f in found if f.where is not None and f.when is not None)
    return any(last.index < m.sentence.index < mention.sentence.index for m in heads)
