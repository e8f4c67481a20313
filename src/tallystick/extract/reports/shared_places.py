"""The places of one incident that are named in a list: "the towns of A, B and the village of C"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tallystick.extract.annotate import Annotations, sentence_of
from tallystick.extract.circumstances.reading import COARSE, places_of
from tallystick.extract.drafts import Draft
from tallystick.extract.frames.frame import Frame
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.places.mentions import PlaceMention
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import PlacePrecision
from tallystick.vocab.pattern import Pattern

_NOUN = (
    r"(?:cit(?:y|ies)|towns?|villages?|hamlets?|neighbou?rhoods?|quarters?|districts?|suburbs?|"
    r"areas?|localit(?:y|ies)|settlements?|municipalit(?:y|ies)|camps?|bases?|provinces?|regions?)"
)
_AND = r"(?:,?\s+(?:and|as\s+well\s+as)|\s*&)"
_NEXT = rf"\s+(?:(?:also|in|at|on|the|nearby|neighbou?ring|{_NOUN}|of)\s+)*"
_COMMA = Pattern(rf"(?:\s+{_NOUN})?,{_NEXT}")
_LAST = Pattern(rf"(?:\s+{_NOUN})?{_AND}{_NEXT}")
_BETWEEN = Pattern(r"\b(?:between|linking|connect(?:s|ing)|from|to)\s+(?:the\s+)?(?:\w+\s+of\s+)?$")
_WIDE = (*COARSE, PlacePrecision.PROVINCE)
_DISTRICT = Pattern(r"\s+(?:district|county|township|municipality|department|area)\b")
_LONG = 40  # characters before a list


def share_places(notes: Annotations, found: Sequence[Frame]) -> None:
    """Give every incident the other places of the list in which its own place stands.

    A place that is another incident's is not shared; nor is one told of coarsely, or around the
    one before it ("in A, B province").
    """
    owned = {m.where.span for frame in found for m in frame.mentions if m.where is not None}
    for frame in found:
        frame.mentions[:] = [_with_list(notes, mention, owned) for mention in frame.mentions]


def _with_list(notes: Annotations, mention: Mention, owned: set[Span]) -> Mention:
    if mention.where is None or not mention.trigger:
        return mention
    told = {d.span for d in mention.drafts if d.field is Field.WHERE} | owned
    listed = listed_with(notes, mention.where)
    if any(p.span in owned and p.span != mention.where.span for p in listed):
        return mention  # the list is shared out
    others = (p for p in listed if p.span not in told)
    more = tuple(Draft(Field.WHERE, p.place, p.span) for p in others)
    return replace(mention, drafts=(*mention.drafts, *more)) if more else mention


def listed_with(notes: Annotations, place: PlaceMention) -> list[PlaceMention]:
    """All places of the list in which a place stands, itself among them; none for no list."""
    told_in = sentence_of(notes, place.span)
    sentence = told_in.span if told_in else place.span
    run: list[PlaceMention] = []
    closed = False
    for other in places_of(notes, sentence):
        gap = notes.text[run[-1].span.end : other.span.start] if run else ""
        joined = bool(run) and _alike(notes, run[-1], other)
        if joined and not closed and (_COMMA.fullmatch(gap) or _set_beside(run[-1], other, gap)):
            run.append(other)
        elif joined and _LAST.fullmatch(gap):
            run, closed = [*run, other], True
        elif closed and place in run:
            break
        else:
            run, closed = [other], False
    return run if closed and place in run and not _is_way(notes, run[0]) else []


def _alike(notes: Annotations, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two places are told of in one way, and the second does not hold the first."""
    if other.place.precision in _WIDE:
        same = one.place.precision is other.place.precision
    else:
        same = not _DISTRICT.match(notes.text, other.span.end)
    return same and one.place.precision not in COARSE and one.relation == other.relation


def _set_beside(one: PlaceMention, other: PlaceMention, gap: str) -> bool:
    """Whether two towns stand in a list that has lost its commas."""
    towns = one.place.precision is other.place.precision is PlacePrecision.TOWN
    return towns and gap == " "


def _is_way(notes: Annotations, first: PlaceMention) -> bool:
    """ "The road between A and B" """
    start = first.span.start
    return _BETWEEN.search(notes.text, max(0, start - _LONG), start) is not None
