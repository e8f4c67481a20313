"""In what sense a clause speaks of an incident: happened, prevented, planned, hypothetical."""

from __future__ import annotations

import re

from tallystick.model.document import Span
from tallystick.model.statement import Standing

_PREVENTED = re.compile(
    r"\b(?:foil(?:ed|s|ing)?|thwart(?:ed|s|ing)?|prevent(?:ed|s|ing)?|avert(?:ed|s|ing)?|"
    r"disrupt(?:ed|s|ing)?|pre-?empt(?:ed|s|ing)?|stopped|headed off|"
    r"defus(?:ed|es|ing)|(?:failed|abortive|attempted|unsuccessful|botched)(?= (?:\w+ ){0,2}"
    r"(?:attack|assault|bombing|coup|raid|assassination|kidnapping|abduction))|"
    r"(?:attempt|bid|plot|plan)(?:s|ted)? (?:to|by))\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:vow(?:ed|s|ing)?|threat(?:en|ens|ened|ening|s)?|plan(?:s|ned|ning)? to|plans? for|"
    r"pledg(?:ed|es|ing)|promis(?:ed|es|ing)|warn(?:ed|s|ing)?|intend(?:s|ed)? to|prepar(?:e|es|"
    r"ed|ing)"
    r" (?:to|for)|call(?:ed|s|ing)? (?:for|on)|urg(?:ed|es|ing)|order(?:ed|s)? (?:\w+ ){0,4}to|"
    r"will(?! (?:not )?be remembered)|about to|set to|going to|aims? to|poised to|ready to|"
    r"want(?:s|ed)? to|"
    r"would (?:step up|continue|launch|attack|target|strike|respond|retaliate|resume)|"
    r"legitimate targets?|in preparation for|announced (?:the )?(?:start|beginning) of)\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|could|may(?! \d)|might|in case|likelihood|possib(?:le|ility) (?:of )?|risk of|"
    r"fears? (?:of|that)|feared|should (?:there|it|they|he|she)|would(?! be| have| not)|"
    r"any (?:further |"
    r"future |such |new )?(?:attack|strike|assault|act)s?|to (?:deter|avoid|protect against|"
    r"prevent)|"
    r"to (?:conduct|carry out|launch|stage|mount|commit)|whether|potential(?:ly)?|"
    r"in the event of|capable of|(?<!was )(?<!were )able to|how to|concerns?(?: about|"
    r" over| that))\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:(?:almost |near-?)?(?:daily|weekly|regular|repeated|frequent|sporadic|constant|"
    r"continued|"
    r"ongoing|recent|previous|past|earlier|numerous|countless|successive|similar|such|various|"
    r"further|"
    r"other)(?: \w+){0,3} (?:attack|strike|assault|raid|bombing|shelling|bombardment|clashe|"
    r"shooting|"
    r"killing|kidnapping|abduction|explosion|airstrike)s?|(?:series|wave|string|spate|surge|rise|"
    r"increase|escalation|lull|spike|uptick|campaign|cycle|number|scores|dozens|hundreds) (?:of|"
    r"in)(?: \w+){0,4}"
    r" (?:attack|strike|assault|raid|bombing|violence|clashe|killing|drone|rocket|airstrike|"
    r"kidnapping)s?|"
    r"have been (?:occurring|repeatedly|regularly|increasingly|frequently)|often|frequently|"
    r"routinely|"
    r"regularly|every (?:day|week|night)|has been (?:targeted|hit|attacked|bombed) (?:several|"
    r"many|repeatedly)|"
    r"(?:several|many|numerous) times|repeatedly|in recent (?:days|weeks|months|years)|"
    r"over the (?:years|past (?:years?|decades?))|spiked|"
    r"for years|"
    r"(?:several|many|multiple|numerous|dozens of) times|repeatedly|on (?:several|many) occasions|"
    r"since then|increasingly|during the (?:civil )?war|throughout the)\b",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\b(?:thousands|\d{1,3},\d{3}|\d{4,6})\s+(?:of\s+)?(?:[\w'’-]+\s+){0,4}(?:killed|dead|died|"
    r"deaths|lives|"
    r"casualties|victims)\b|\bkill(?:ed|ing)\s+(?:\w+\s+){0,3}(?:thousands|\d{1,3},\d{3}|"
    r"\d{4,6})\b",
    re.IGNORECASE,
)


def standing_of(text: str, clause: Span, trigger: Span) -> Standing:
    """The standing that the words of a clause give the incident of a trigger in it.

    Cues before the trigger (and close to it) govern it; a conditional governs the whole
    clause that follows. What nothing marks has happened.
    """
    before = text[clause.start : trigger.start]
    near = text[max(clause.start, trigger.start - 60) : trigger.end]
    if _governs(_PLANNED, before, 90):
        return Standing.PLANNED
    if _governs(_HYPOTHETICAL, before, 60):
        return Standing.HYPOTHETICAL
    if _PREVENTED.search(near) or _follows(text, clause, trigger):
        return Standing.PREVENTED
    return Standing.HAPPENED


def is_generic(text: str, clause: Span, trigger: Span) -> bool:
    """Whether a clause speaks of a habit or a series and not of one incident."""
    return any(
        m.start() < trigger.end + 30 and trigger.start - 60 < m.end()
        for m in _GENERIC.finditer(text, clause.start, clause.end)
    )


def is_toll(text: str, clause: Span) -> bool:
    """Whether a clause gives the dead of a war: a thousand and more."""
    return _TOLL.search(text, clause.start, clause.end) is not None


def _governs(cue: re.Pattern[str], before: str, reach: int) -> bool:
    """Whether the last cue stands close enough, with no stop between it and the trigger."""
    ends = [match.end() for match in cue.finditer(before)]
    if not ends:
        return False
    gap = before[ends[-1] :]
    return len(gap) <= reach and not re.search(r"[;.]|, (?:and|but|killing|when|which)\b", gap)


_PASSIVE_PREVENTED = re.compile(
    r"[^,;.]{0,40}\b(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:foiled|thwarted|prevented|averted)\b",
    re.IGNORECASE,
)


def _follows(text: str, clause: Span, trigger: Span) -> bool:
    after = text[trigger.end : clause.end]
    return _PASSIVE_PREVENTED.match(after) is not None or bool(
        re.match(r"[^,;.]{0,60}\bfoiled\b", after, re.IGNORECASE)
    )
