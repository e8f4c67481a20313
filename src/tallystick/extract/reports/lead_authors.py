"""Who did what a lead sums up: "**Gunmen** struck three villages", each told of in its turn.

The lead's words are often taken for those of the first part; they are said of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tallystick.extract.annotate import Annotations
from tallystick.extract.drafts import Draft
from tallystick.extract.frames.frame import Frame
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.mentions.reading import bare
from tallystick.extract.places.geography import may_be_one
from tallystick.model.document import SegmentKind
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import compatible
from tallystick.model.values import ActorRef
from tallystick.vocab.caseless import caseless

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_SEVERAL = caseless(
    rf"(?<!\band\s)(?<!,\s)\b(?P<n>{'|'.join(_NUMBERS)}|several)\s+(?:[\w’'-]+\s+){{0,3}}?(?:(?P<deeds>attacks|bombings|"
    r"strikes|blasts|explosions|raids|operations|ambushes|shootings|killings|assaults|robberies|"
    r"hold-ups|fires)|villages|towns|communities|hamlets|settlements|neighbou?rhoods|quarters|districts|cities|"
    r"places|locations|sites|ports|bases|camps|posts|checkpoints|stations|outposts|barracks|ships|"
    r"vessels|tankers|installations|facilities|churches|mosques|schools|hospitals|clinics|markets|"
    r"banks|shops|pharmacies|houses|homes|buses|trains|convoys|patrols|plants|depots|bridges|"
    r"pipelines|farms|ranches|offices)\b"
)
_LONG = caseless(
    r"\b(?:between|since|weeks?|days|month|weekend|claim\w*|responsib\w+|behind|sa(?:id|ys))\b"
)
_ANYBODY = caseless(  # anybody can be "gunmen"
    r"\b(?:gunm[ae]n|m[ae]n|attackers?|assailants?|raiders|bandits|unknown|unidentified|masked)\b"
)
_BY = caseless(r"^[^.;]{0,60}\sby\s(?:an?\s|the\s)?$")
_MOST = 7
_STANCES = (None, Stance.REPORTS, Stance.CLAIMS, Stance.BLAMES, Stance.DOUBTS)


def share_lead(notes: Annotations, frames: Sequence[Frame]) -> None:
    """Add to each part of what a lead sums up who is said there to have done it."""
    lead = next((s for s in notes.sentences if s.kind is not SegmentKind.TITLE), None)
    match = lead and _SEVERAL.search(notes.text, lead.span.start, lead.span.end)
    if lead is None or not match:
        return
    for whole in [f for f in frames if _opens(f, lead)]:
        parts = [
            f
            for f in frames
            if _is_part(notes, f, whole, lead)
            and (match["deeds"] is None or _alike(f, whole, lead))
        ]
        parts.sort(key=lambda f: min(m.anchor for m in f.mentions if m.trigger))
        told = any(m.trigger and not lead.span.contains(m.anchor) for m in whole.mentions)
        count = _NUMBERS.get(match["n"].lower(), _MOST) - told  # itself one of the parts
        drafts = [d for m in whole.mentions for d in m.drafts if _is_author(notes, d, match)]
        for part in parts[:count] if len(parts) + told > 1 else ():
            _add(notes, part, lead, drafts)


def _opens(frame: Frame, lead: Sentence) -> bool:
    return frame.standing is Standing.HAPPENED and any(
        m.trigger and lead.span.contains(m.anchor) for m in frame.mentions
    )


def _is_author(notes: Annotations, draft: Draft, several: re.Match[str]) -> bool:
    """Whether it stands before "two villages", or by them: "two villages **raided by gunmen**"."""
    at = draft.span.start
    before = notes.text[several.end() : at] if at > several.end() else " by "
    told = draft.field is Field.ATTACKER and _BY.search(before) is not None
    return told and draft.stance in _STANCES and at >= several.pos


def _is_part(notes: Annotations, frame: Frame, whole: Frame, lead: Sentence) -> bool:
    """Whether an incident that is told later can be one of those of the lead."""
    if frame.standing is not Standing.HAPPENED or _opens(frame, lead):
        return False
    if not any(m.trigger and m.sentence.kind is not SegmentKind.TITLE for m in frame.mentions):
        return False
    told = [m.when for m in whole.mentions if m.when and lead.span.contains(m.when.span)]
    one_day = _LONG.search(notes.text, lead.span.start, lead.span.end) is None
    if one_day and frame.when and any(frame.when.overlaps(w.date) is False for w in told):
        return False
    places = [m.where for m in whole.mentions if m.where and lead.span.contains(m.where.span)]
    if frame.where and any(may_be_one(frame.where, p.place) is False for p in places):
        return False
    others = (d for m in frame.mentions for d in m.drafts if d.field is Field.ATTACKER)
    ours = {a.id or a.name for a in whole.authors()}
    return all(
        isinstance(d.value, ActorRef)
        and ((d.value.id or d.value.name) in ours or _ANYBODY.search(d.span.of(notes.text)))
        for d in others
        if d.stance is not Stance.DENIES
    )


def _alike(frame: Frame, whole: Frame, lead: Sentence) -> bool:
    """Whether an incident can be one of "three air raids"."""
    heads = [m.kind for m in whole.mentions if m.trigger and lead.span.contains(m.anchor)]
    return any(compatible(kind, head) for kind in frame.kinds for head in heads)


def _add(notes: Annotations, frame: Frame, lead: Sentence, drafts: Sequence[Draft]) -> None:
    known = {(d.span, d.stance) for m in frame.mentions for d in m.drafts}
    new = tuple(dict.fromkeys(d for d in drafts if (d.span, d.stance) not in known))
    if new:
        told = bare(notes, lead, lead.span)
        frame.mentions.append(replace(told, drafts=new, where=None, when=None, spoken=None))
