"""Deeds told one after the other of one author: what is said of the first is said of all.

"The army accused the Front of the raid on Orun **and of the mine near Velm**", "its fighters, the
Front said, ambushed a patrol on Monday, **burned two buses on Tuesday and on Wednesday shot** a
mayor". Each is an attack of its own; the words for who did it, or is said to, stand but once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.frames.frame import Frame
from tallystick.extract.mentions.mention import Mention
from tallystick.model.document import SegmentKind, Span
from tallystick.model.statement import Field, Standing

_WHEN = (
    r"(?:(?:on|in|at|late|early|earlier|later|also|then|again|last|this|the\s+(?:same|next|following|day)|"
    r"\w+day)\b[^.;,]{0,30}?,?\s+)?(?:\w+ly\s+)?"
)
_THEN_DID = re.compile(
    rf"(?:,|,?\s+and)\s+{_WHEN}$", re.IGNORECASE
)  # "burned two buses **and** | shot"
_AND_OF = re.compile(  # "of the raid on Orun **and of the** | mine"
    r"(?:,|,?\s+and|,?\s+as\s+well\s+as)\s+(?:also\s+)?(?:(?:of|to|for|with|behind|in)\s+)?(?:having\s+)?"
    r"(?:(?:the|an?|another|two|three|that|this|both)\s+)?(?:(?!\w+['’]s)[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_OTHER_SAYING = re.compile(
    r"\b(?:but|not|nor|no|den(?:y|ie)\w*|blam\w+|accus\w+|sa(?:id|ys|ying)|told|whereas|while|although|"
    r"reject\w+|condemn\w+|before|because|retaliation|revenge|response|answer|reply|reprisals?|"
    r"aveng\w+|ahead|after|hours?|minutes?|who|that\s+(?:the|an?)\b)|:",
    re.IGNORECASE,
)
_DID = re.compile(  # "and the mine | killed two" tells on of itself
    r"\s+(?:was|were|had|has|have|is|are|killed|wounded|left|came|hit|struck|took|followed|began)\b",
    re.IGNORECASE,
)


def carry_claims(notes: Annotations, frames: Sequence[Frame]) -> None:
    """Give to each deed of a list what is said of the author of the one before it."""
    heads = sorted(_heads(frames), key=lambda pair: pair[0].anchor.start)
    known = {id(m): m for m, _ in heads}
    for (before, here), (after, there) in pairwise(heads):
        first = known[id(before)]
        if here is there or first.sentence.index != after.sentence.index:
            continue
        drafts = _carried(notes, first, after)
        if drafts:
            at = next(i for i, m in enumerate(there.mentions) if m is after)
            more = replace(after, drafts=(*after.drafts, *drafts))
            there.mentions[at] = known[id(after)] = more


def _heads(frames: Sequence[Frame]) -> Iterator[tuple[Mention, Frame]]:
    for frame in frames:
        for mention in frame.mentions:
            body = mention.sentence.kind is not SegmentKind.TITLE
            if mention.trigger and body and frame.standing is Standing.HAPPENED:
                yield mention, frame


def _carried(notes: Annotations, first: Mention, second: Mention) -> list[Draft]:
    if any(d.field is Field.ATTACKER for d in second.drafts) or not _goes_on(notes, first, second):
        return []
    verbs = _THEN_DID.search(notes.text, first.anchor.end, second.anchor.start) is not None
    return [
        d
        for d in first.drafts
        if d.field is Field.ATTACKER
        and d.span.end <= first.anchor.start
        and (d.stance is not None or verbs)
    ]


def _goes_on(notes: Annotations, first: Mention, second: Mention) -> bool:
    """Whether a deed is only listed after another, with no subject of its own."""
    start, end = first.anchor.end, second.anchor.start
    if start >= end or _OTHER_SAYING.search(notes.text, start, end):
        return False
    listed = _THEN_DID.search(notes.text, start, end) or _AND_OF.search(notes.text, start, end)
    if listed is None or _DID.match(notes.text, second.anchor.end):
        return False
    comma = notes.text.rfind(",", start, listed.start())  # "…, **troops** pulled out and shelled"
    others = Span(comma, listed.start()) if start <= comma < listed.start() else None
    if others is None:
        return True
    return not inside(notes.persons, others) and not inside(notes.actors, others)
