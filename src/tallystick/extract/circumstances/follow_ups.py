"""The day on which something was done about an attack that had been: an arrest, a burial, a march,
a visit ("Police on Thursday **arrested** a man over the bombing")."""

from __future__ import annotations

from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

__all__ = ["is_of_law", "of_follow_up"]


def of_follow_up(text: str, clause: Span, day: Span, anchor: Span) -> bool:
    """Whether the day of a clause is that of an act on the attack that it goes on to name: "met on
    Friday to discuss **the raid**", "On Sunday thousands marched against **the shelling**".

    Not where the two may be of one day: "was arrested on Monday after **he shot** a guard".
    """
    start = max(clause.start, day.start - _NEAR)
    if _OF_LAW.search(text, start, day.start) or _AS_THEY_WERE.search(text, start, day.start):
        return True
    if anchor.start < day.end:
        return False
    if _HAD_BEEN.search(text, day.end, anchor.start) or _of_wounds(text, day):
        return True
    before = _DONE_BEFORE.search(text, start, day.start)
    after = _DONE_AFTER.match(text, day.end, anchor.start)
    done = after or before
    if done is None:
        return False
    end = max(done.end(), day.end)
    joined = text.rfind(" and ", end, anchor.start)
    link = _LINK.search(text, max(end, joined), anchor.start)
    return link is not None and not _SAME_TIME.search(text, link.end(), anchor.end)


def is_of_law(text: str, sentence: Span, day: Span) -> bool:
    """Whether a day is that of an act of police or court alone, or of how the hurt are: "was
    charged with murder on Thursday in the killing", and not "was arrested on Monday after he shot
    a guard"; "were in serious condition today"."""
    start = max(sentence.start, day.start - _NEAR)
    if _AS_THEY_WERE.search(text, start, day.start):
        return True
    done = _OF_LAW.search(text, start, day.start)
    return done is not None and _IN_IT.match(text, day.end, sentence.end) is not None


_AS_THEY_WERE = caseless(
    r"\b(?:was|were|is|are|remain(?:ed|s)?|listed|reported|still|hospitali[sz]ed)\sin\s(?:an?\s)?"
    r"(?:\w+\sbut\s)?(?:critical|serious|grave|stable|fair|good|guarded|satisfactory|poor)\s"
    r"condition\s(?:(?:at|in)\s(?:an?|the)\s(?:[\w-]+\s){0,3})?(?:on\s|as\sof\s|late\s|early\s)*$"
)
_IN_IT = caseless(
    r",?\s(?:in|over|for|with|on\s(?:\w+\s)?(?:charges|suspicion)|to|as|"
    r"(?:charg|accus|nam)(?:ed|es|ing))\b"
)


def _of_wounds(text: str, day: Span) -> bool:
    """ "Died on Friday of wounds from the blast"."""
    dies = _DIES.search(text, max(0, day.start - _NEAR), day.start)
    return dies is not None and _WOUNDS.match(text, day.end) is not None


_DIES = caseless(r"\b(?:died|succumbed)\s(?:\w+\s){0,2}?(?:on\s|late\s|early\s)*$")
_WOUNDS = caseless(r"\s(?:of|from|to)\s(?:[\w-]+\s){0,2}?(?:wounds|injuries|burns)\b")
_HAD_BEEN = caseless(
    # "flew to Orun on Friday, where rebels had shelled a market"
    r"\b(?:where|who|which|whose)\s[^.;,]{0,60}\bhad\s(?:been\s|\w+ly\s)?$"
    # "resumed on Friday the talks that were broken off by the bombing"
    r"|\b(?:that|which|who)\s(?:was|were|had\sbeen)\s(?:\w+ly\s)?(?:interrupted|delayed|"
    r"postponed|disrupted|cancell?ed|closed|halted|suspended|broken\soff|cut\s(?:short|off)|"
    r"destroyed|damaged|wrecked|orphaned|widowed|displaced|paraly[sz]ed|maimed|disfigured)\s"
    r"(?:by|in|because\sof|after)\s(?:the|that|this|an?)\s(?:[\w-]+\s){0,3}$"
)
_NEAR = 150  # characters from an act to its day
_OF_LAW = caseless(  # "was charged on Monday with murder in a shooting"
    r"\b(?:charged|re-?arrested|arrested|detained|arraigned|sentenced|jailed|convicted|indicted|"
    r"acquitted|remanded|extradited|pleaded\s+(?:not\s+)?guilty|found\s+guilty|in\s+court|"
    r"appear(?:ed|s)?|testif(?:y|ied)|condemned|mourned|buried|discharged|"
    r"deplored|denounced|"
    r"(?:to|will|would)\s+(?:meet|visit|discuss|debate|hear|rule|vote|convene)|met\s+with|"
    r"(?:positively\s+|formally\s+)?identified|(?:taken\s+off(?:\s+of)?|removed\s+from)\s+life\s+support|"
    r"released\s+from\s+(?:the\s+)?hospital|"
    r"(?:warrants?|indictments?|charges)(?:\s+(?:was|were))?(?:\s+(?:issued|filed|unsealed))?|"
    r"vigil|funerals?|hearing|inquest|summit|session)"
    r"(?:\s+(?!after\b|following\b|over\b|for\b|when\b|who\b|which\b|that\b|and\b|during\b|"
    r"(?:attack|raid|strike|shoot|bomb|kill|ambush|clash)\w*)[\w’'.-]+){0,6}?"
    r"\s+(?:on\s+|late\s+|early\s+|last\s+)*$"
)
_GATHERINGS = (
    r"(?:vigils?|funerals?|ceremon(?:y|ies)|rall(?:y|ies)|memorials?|protests?|demonstrations?|sit-ins?|"
    r"march(?:es)?|prayers|services?|meetings?|talks|sessions?)"
)
_ACTS = (
    r"(?:(?:re-?)?arrested|detained|arraigned|charged|sentenced|jailed|imprisoned|convicted|indicted|"
    r"acquitted|remanded|extradited|questioned|interrogated|summoned|pleaded|appeared|testified|"
    r"went\son\strial|(?:opened|launched|ordered|began|started|announced|promised)\s(?:an?|the|its|their)\s"
    r"(?:\w+\s){0,2}?(?:inquiry|investigation|probe|trial|inquest|hearing)|"
    r"buried|mourned|prayed|gathered|assembled|commemorated|observed|attended|visited|marked|"
    rf"(?:held|staged|organi[sz]ed)\s(?:an?\s|the\s|their\s)?(?:[\w-]+\s){{0,2}}?{_GATHERINGS}|"
    rf"{_GATHERINGS}\s(?:was|were|took)\s(?:\w+ly\s)?(?:held|staged|organi[sz]ed|place)|"
    r"paid\s(?:tribute|respects)|"
    r"protested|marched|rallied|demonstrated|walked\sout|"
    r"met|convened|discussed|debated|vowed|pledged|promised|swore|apologi[sz]ed|resigned|"
    r"condemned|denounced|deplored|praised|"
    r"(?:released|published|aired|broadcast|posted|showed|shared|circulated)\s(?:an?\s|the\s|new\s)?"
    r"(?:[\w-]+\s){0,2}?(?:videos?|footage|photo(?:graph)?s?|pictures|images|tapes?|recordings?))"
)
_NO_ATTACK = (
    r"(?:(?!(?:attack|raid|strike|struck|shoot|shot|bomb|kill|ambush|clash|shell|fire|blast|explo|"
    r"after|when|while|who|which|that|and|but|as)\w*)[\w’'.-]+,?\s)"
)
_DONE_BEFORE = caseless(rf"\b{_ACTS}\s{_NO_ATTACK}{{0,6}}?(?:on\s|late\s|early\s|last\s)*$")
_DONE_AFTER = caseless(rf",?\s{_NO_ATTACK}{{0,7}}?{_ACTS}\b")
_LINK = caseless(
    r"\b(?:over|for|against|about|of|concerning|regarding|connection\swith|charges\sof|suspected\sof|"
    r"accused\sof|wanted\s(?:for|in)|to\s(?:bury|mourn|discuss|avenge|condemn|denounce|protest|mark|"
    r"remember|commemorate|honou?r|review|debate|investigate|consider)|convicted|victims|"
    r"wh(?:om?|ose)\b[^.;]{0,40}?\b(?:had|accused|suspected|allegedly|is\ssaid|are\ssaid))\s"
)
_SAME_TIME = Pattern(r"\b(?:after|when|while|during|following)\b")
