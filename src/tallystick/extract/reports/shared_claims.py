"""Claims, denials and blame of several attacks at once: "claimed **all three**", "denied **both**".

They are told in a sentence of their own, after what they go back to (or, in a lead, before it), and
bear on each of the attacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tallystick.extract.annotate import Annotations
from tallystick.extract.drafts import Draft
from tallystick.extract.frames.frame import Frame
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.reading import bare
from tallystick.extract.roles.claims import claims
from tallystick.model.document import SegmentKind
from tallystick.model.statement import Stance, Standing
from tallystick.vocab.caseless import caseless

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_N = "|".join(_NUMBERS)
_DEEDS = (
    r"(?:attacks?|bombings?|strikes?|blasts?|explosions?|raids?|operations?|actions?|killings?|"
    r"incidents?|blows?|ambush(?:es)?|deaths?|deeds?|shootings?|murders?|assaults?|crimes?|fires?)"
)
_SEVERAL = (
    r"(?:(?P<both>both|either|neither)(?:\s+of\s+(?:them|these|those|the))?|"
    r"(?P<all>all|each(?!\s+other\b)|every|any(?=\s+of\b))(?:\s+(?:one\s+)?of\s+(?:them|these|those|the))?"
    rf"(?:\s+(?:of\s+)?(?:the\s+)?(?P<n>{_N}))?|"
    rf"the\s+(?P<end>first|last|other)\s+(?P<m>{_N})|(?:the|these|those)\s+(?P<k>{_N})|"
    rf"(?P<j>{_N})(?=\s+(?:[\w’'-]+\s+)?{_DEEDS}\b))"
    rf"(?:\s+(?:[\w’'-]+\s+)?(?P<deed>{_DEEDS}))?"
    r"(?=\s*(?:[.,;:)\"”]|$)|\s+(?!(?:was|were|is|are|had|has|have|said|says)\b))"
)
_CLAIMED = (
    r"(?:claim(?:ed|s|ing)?|responsib\w+\s+for|behind|own(?:ed|s|ing)?\s+(?:up\s+)?to|owned|"
    r"credit\s+for|carried\s+out|admit(?:ted|s|ting)(?:\s+to)?|acknowledged|staged)"
)
_DENIED = (
    r"(?:den(?:ied|ies|y|ying)|disown(?:ed|s|ing)|disclaim(?:ed|s|ing)|nothing\s+to\s+do\s+with|"
    r"(?:no|any)\s+(?:part|role|hand|involvement)\s+in|responsibility\s+for|involvement\s+in)"
)
_DAY = r"(?:(?:on\s+)?\w+day\s+|today\s+|yesterday\s+|also\s+)?"
_BLAMED = (
    r"(?:(?:accus|suspect)(?:ed|es|s|ing)?\s+(?:[\w’'-]+\s+){1,5}?of|responsible\s+for|behind|"
    r"blam(?:ed|es|ing)(?:\s+[^.;]{2,60}?\s+for)?|(?:attribut|ascrib)(?:ed|es|ing)|laid|pinned)"
)
_FORMS = {
    Stance.CLAIMS: caseless(rf"\b{_CLAIMED}\s+{_DAY}{_SEVERAL}"),
    Stance.DENIES: caseless(rf"\b{_DENIED}\s+{_SEVERAL}"),
    Stance.BLAMES: caseless(rf"\b{_BLAMED}\s+{_SEVERAL}"),
    Stance.DOUBTS: caseless(rf"\b{_BLAMED}\s+{_SEVERAL}"),
}
_MOST = 6  # attacks that "all of them" can be
_LEAD = 3  # sentences: a title, a dateline and the lead


@dataclass(frozen=True, slots=True)
class _Several:
    """How many attacks are meant: ``None`` for all that were told; which end of them, and whether
    they are only told now ("claimed three attacks")."""

    count: int | None
    first: bool = False
    new: bool = False


def share_claims(notes: Annotations, frames: Sequence[Frame]) -> None:
    """Add to each of several frames what is claimed, denied or blamed of them all."""
    for sentence in notes.sentences:
        for several, drafts in _of_several(notes, sentence):
            told = replace(bare(notes, sentence, sentence.span), drafts=drafts)
            members = _members(frames, sentence, several)
            for frame in members:
                _add(frame, told)
            others = [f for f in frames if members and all(f is not m for m in members)]
            for frame in others:
                frame.mentions[:] = [_without(m, drafts) for m in frame.mentions]


def _without(mention: Mention, drafts: Sequence[Draft]) -> Mention:
    """What a mention tells beside a claim that is none of its attack."""
    if mention.trigger:
        return mention
    return replace(mention, drafts=tuple(d for d in mention.drafts if d not in drafts))


def _add(frame: Frame, told: Mention) -> None:
    known = {(d.span, d.stance) for m in frame.mentions for d in m.drafts}
    new = tuple(d for d in told.drafts if (d.span, d.stance) not in known)
    if new:
        frame.mentions.append(replace(told, drafts=new, where=None, when=None))


def _of_several(
    notes: Annotations, sentence: Sentence
) -> Iterator[tuple[_Several, tuple[Draft, ...]]]:
    for stance, form in _FORMS.items():
        match = form.search(notes.text, sentence.span.start, sentence.span.end)
        if match is None:
            continue
        said = (d for d in claims(notes, sentence.span) if d.stance is stance)
        yield _several(match), tuple(said)


def _several(match: re.Match[str]) -> _Several:
    number = match["n"] or match["m"] or match["k"] or match["j"]
    count = 2 if match["both"] else _NUMBERS[number.lower()] if number else None
    return _Several(count, (match["end"] or "").lower() == "first", match["j"] is not None)


def _members(frames: Sequence[Frame], claim: Sentence, several: _Several) -> Sequence[Frame]:
    """The attacks told before the claim, the nearest; in a lead, those told after it."""
    told = sorted((f for f in frames if _is_attack(f)), key=_opens)
    before = [f for f in told if _opens(f) < claim.span.start]
    after = [f for f in told if _opens(f) >= claim.span.start]
    count = several.count or _MOST
    if several.first:
        return before[:count]
    if several.new:
        return after[:count]
    if several.count is None:
        return before[-count:]
    short = count - len(before)
    return [*before[-count:], *(after[:short] if short > 0 and _is_lead(claim) else ())]


def _is_lead(claim: Sentence) -> bool:
    return claim.index <= _LEAD


def _is_attack(frame: Frame) -> bool:
    return frame.standing is Standing.HAPPENED and any(m.trigger for m in frame.mentions)


def _opens(frame: Frame) -> int:
    """Where a frame is first told, its title aside."""
    heads = [m for m in frame.mentions if m.trigger]
    body = [m for m in heads if m.sentence.kind is not SegmentKind.TITLE]
    return min(m.anchor.start for m in body or heads)
