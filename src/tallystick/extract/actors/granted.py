"""What a denial takes for granted: who denies having done it leaves standing that it was done."""

from __future__ import annotations

from tallystick.extract.quotation.attribution import Attribution
from tallystick.model.document import Span
from tallystick.model.statement import Stance
from tallystick.vocab.caseless import caseless

__all__ = ["taken_for_granted"]


def taken_for_granted(text: str, said: Attribution, span: Span) -> bool:
    """Whether a denial leaves standing what is told at a span: "denied planting the bomb **that
    killed two**", "denied that troops had fired in the quarter, **where a boy was hit**", "denied
    responsibility for **the killing of two**"."""
    if said.stance is not Stance.DENIES or span.start < said.cue.end:
        return False
    before = text[said.cue.end : span.end]
    aside = _ASIDE.search(before) or _AUTHORSHIP.search(before)
    return aside is not None and _OF_WORDS.search(before, 0, aside.start()) is None


_ASIDE = caseless(
    r"\b(?:attacks?|raids?|bombings?|bombs?|blasts?|explosions?|strikes?|airstrikes?|ambush(?:es)?|"
    r"shootings?|killings?|assaults?|massacres?|shelling|mines?|rockets?|missiles?|shells?)"
    r"(?:\s(?!(?:that|which)\b)[^\s.;,]+){0,8}?\s(?:that|which|in\swhich)\s(?!(?:it|its|they|their|the|"
    r"he|we)\b)(?:\w+\s){0,2}?(?:killed|wounded|injured|left|claimed|destroyed|damaged|maimed|hurt)\b|"
    r",\s(?:where|in\swhich)\s"
)
_AUTHORSHIP = caseless(
    r"\b(?:responsib\w+|involve(?:d|ment)|role|part|hand|complicity|blame|guilt|behind|links?|linked|"
    r"connect(?:ed|ion)|carr(?:ied|ying)\sout|order(?:ed|ing)|commit(?:ted|ting)|plann(?:ed|ing)|"
    r"plott(?:ed|ing)|stag(?:ed|ing)|conduct(?:ed|ing)|orchestrat(?:ed|ing)|perpetrat(?:ed|ing))\s"
    r"(?:(?:for|in|to|with|of|being)\s){0,2}the\s(?:(?!reports?\b)[\w’'-]+\s){0,3}?(?:killings?|murders?|"
    r"massacres?|assassinations?|deaths?|abductions?|kidnappings?|executions?|slayings?)\sof\b"
)
_OF_WORDS = caseless(r"\b(?:reports?|claims?|rumou?rs?|stor(?:y|ies)|version|accounts?)\b")
