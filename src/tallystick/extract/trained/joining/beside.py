"""Words for one act, side by side in a sentence: "an **ambush** in which gunmen **shot** ten".

The network judges two words by where they stand apart; of words so near to each other its view is
poor. What the grammar says of them is plain: a noun with the clause that tells of it ("a **raid**
at Velm, where gunmen **stormed** a post"), a weapon with its verb ("a **mine** **damaged** a
lorry"), what was done with what ("**answered** with **mortar fire**"). And one that a sentence
answers is another: "**fired** rockets in reply to the **killing** of their chief".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.parted import of_before
from tallystick.model.document import Span
from tallystick.vocab.caseless import Caseless, caseless

__all__ = ["joined", "told_apart", "told_as_one"]

_NEAR = 160  # characters between two words for one act
_AT_ONCE = caseless(
    r"(?:\s*(?:-|(?:that|which|who)\s)?\s*(?:(?:had|have|was|were|then|later)\s+)?|"
    r"\s(?:and|or)\s(?:then\s|also\s|\w+ly\s)?)$"
)
_NOUN = (
    r"(?:attacks?|raids?|strikes?|assaults?|ambush(?:es)?|bombings?|blasts?|explosions?|clash(?:es)?|"
    r"shootings?|murders?|killings?|massacres?|incidents?|robber(?:y|ies)|hold-?ups?|kidnappings?|"
    r"abductions?|incursions?|battles?|gunfights?|firefights?|reprisals?|assassinations?|stabbings?)"
)
_TOLD_BY = rf"(?:{_NOUN}|executed|killed|killing|murder(?:ed|ing)?|struck|assassinated|slain)$"
_CLAUSE = (  # no day of its own: that is another's
    r"(?!(?:[\w’'-]+\s+){0,6}(?:had|earlier|previously|last|days?|weeks?|months?|years?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)[^.;:,]*$"
)
_BESIDE: tuple[tuple[Caseless, Caseless], ...] = (
    (  # "a raid at Velm on Monday, where gunmen"; "the murder of the mayor, who was"
        caseless(rf"\b{_TOLD_BY}"),
        caseless(
            r"[^.;]{0,100}?(?:,\s|\s)(?:where|when|in\swhich|during\swhich|whose|who\s(?:was|were))\s"
            + _CLAUSE
        ),
    ),
    (  # "killed when gunmen"
        caseless(r"\b(?:killed|wounded|injured|hurt|dead|died|slain|maimed)$"),
        caseless(r"(?:\s[\w’'-]+){0,7}\s(?:when|as)\s" + _CLAUSE),
    ),
    (  # "answered with mortar fire"; "the assault began at dawn with a blast"
        caseless(r"\w$"),
        caseless(
            r"\s(?:(?:began|opened|started)\s[^.;,]{0,50}?)?with\s(?:an?\s|heavy\s|its\s|their\s)?"
            r"(?:[\w-]+\s)?$"
        ),
    ),
    (  # "one attack, a grenade fired at"
        caseless(rf"\b{_NOUN}$"),
        caseless(
            r",\san?\s(?:[\w-]+\s){0,3}(?:grenades?|rockets?|missiles?|shells?|bombs?|mines?|"
            r"mortars?|shots?|devices?)\s$"
        ),
    ),
)
_OPENS = caseless(
    r"(?:[^.;]{0,80}[,;]\s)?(?:and\s|but\s)?in\s(?:an?|the|another|one|what\s[^.;,]{0,60}?)\s"
    r"(?:[\w’'-]+\s){0,3}$"
)
_OPENED = caseless(  # "in a second attack near the mill, gunmen | shot"
    r"(?:,?\s(?:near|at|in|on|the\ssame|hours|that|late|early)\b[^.;,]{0,60}?)?,?\s"
    r"(?:[\w’'-]+\s){1,6}$"
)
_EARLIER = caseless(r"[^.;,]{0,60}?\b(?:last\s(?:week|month|year)|ago|earlier|before)\b")
_ANSWER = caseless(
    r"\b(?:in\s(?:retaliation|revenge|return|reprisal|response|answer|reply)[\"”’']?\s(?:for|to)|"
    r"to\savenge|avenging|(?:as\s)?(?:retaliation|revenge|reprisals?)\sfor)\s"
    r"[\"“‘']?(?:an?\s|the\s|its\s|their\s)?(?:[\w’'-]+\s){0,3}$"
)


def told_as_one(text: str, sentence: Span, first: Span, second: Span) -> bool:
    """Whether two words of a sentence, with no other for an act between them, are for one.

    ``first`` stands before ``second``.
    """
    if second.start - first.end > _NEAR or second.start < first.end:
        return False
    if _is_answered(text, sentence, second) or _EARLIER.match(text, second.end, sentence.end):
        return False
    gap = (first.end, second.start)
    if _AT_ONCE.match(text, *gap):
        return True
    if any(
        head.search(text, sentence.start, first.end) and rest.match(text, *gap)
        for head, rest in _BESIDE
    ):
        return True
    opens = _OPENS.match(text, sentence.start, first.start)
    return opens is not None and _OPENED.match(text, *gap) is not None


def told_apart(text: str, first: Mention, second: Mention) -> bool:
    """Whether a sentence tells of one act as the answer to another of its acts, measures it by
    one of before, or tells of it as one that came days or more from the other."""
    if first.sentence.index != second.sentence.index:
        return False
    sentence = first.sentence.span
    if sum(_is_answered(text, sentence, m.anchor) for m in (first, second)) == 1:
        return True
    one, other = sorted((first.anchor, second.anchor))
    if of_before(text, sentence, one, other):
        return True
    if _CAME.match(text, one.end, other.start):
        return True
    places = (first.where, second.where)
    if None in places or len({p.place.name for p in places if p is not None}) < len(places):
        return False
    return _AND_THAT.search(text, one.end, other.start) is not None


_CAME = caseless(  # "the **stabbing** comes weeks after a gunman **killed**", "the **blast** in
    # Orun occurred at almost the same moment as a bomb **wrecked**"
    r",?\s(?:[\w’',-]+\s){0,6}?(?:(?:comes?|came|coming|follow(?:s|ed)|occur(?:s|red)|happen(?:s|ed)|"
    r"took\splace)\s(?:[\w’'-]+\s){0,5}?"
    r"(?:(?:minutes?|hours?|days?|weeks?|months?|years?)\s(?:after|before)|"
    r"(?:same|exact|very)\s(?:time|moment|hour|instant|minute)\s(?:as|that|when))|"
    r"simultaneously\swith)\s"
)


_AND_THAT = caseless(  # "said that they shelled Velm **and that they** hit Orun"
    r"(?:,|;)?\s(?:and|while)\s(?:also\s)?that\s(?:it|they|he|she|its|their|the)\s"
)


def _is_answered(text: str, sentence: Span, act: Span) -> bool:
    """ "In reply to the **killing** of their chief": what another act answers."""
    return _ANSWER.search(text, sentence.start, act.start) is not None


def joined(
    text: str,
    mentions: Sequence[Mention],
    ruled: Sequence[tuple[int, ...]],
    alone: Sequence[tuple[int, ...]],
) -> list[tuple[int, ...]]:
    """The units of a document: what the rules have, and mentions that only the network sees,
    those together that are told as one. Two that the rules tell apart stay apart."""
    owner = {at: unit for unit in (*ruled, *alone) for at in unit}
    held = {at for unit in ruled for at in unit}
    for left, right in pairwise(sorted(owner, key=lambda i: mentions[i].anchor)):
        one, other = mentions[left], mentions[right]
        both = held.intersection(owner[left]) and held.intersection(owner[right])
        if both or one.sentence.index != other.sentence.index or owner[left] == owner[right]:
            continue
        if told_as_one(text, one.sentence.span, one.anchor, other.anchor):
            unit = tuple(sorted((*owner[left], *owner[right])))
            owner.update(dict.fromkeys(unit, unit))
    return sorted(set(owner.values()))
