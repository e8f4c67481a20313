"""In what sense a clause speaks of an incident: happened, prevented, planned, hypothetical.

The cues are in ``standing_cues``. A cue governs a trigger that stands near after it, unless
something between them speaks of what has been done ("vowed revenge for the attack").
"""

from __future__ import annotations

from tallystick.extract.events import standing_cues as cues
from tallystick.model.document import Span
from tallystick.model.statement import Standing
from tallystick.vocab.caseless import Caseless

__all__ = [
    "are_separate",
    "is_asked",
    "is_called_false",
    "is_denied",
    "is_generic",
    "is_toll",
    "standing_of",
]

_FEW = 4  # words between a wound and how often it was dealt: "shot in the head several times"
_REACH = 160  # characters on either side that a cue is looked for in


def standing_of(text: str, clause: Span, trigger: Span) -> Standing:
    """The standing that the words of a clause give the incident of a trigger in it.

    What nothing marks has happened. An attack told of before ("the attack") has happened
    whatever is said of who may be behind it. An occurrence that is denied is hypothetical
    here; :func:`is_denied` tells it apart.
    """
    before = text[max(clause.start, trigger.start - _REACH) : trigger.start]
    after = text[trigger.end : min(clause.end, trigger.end + _REACH)]
    noun = cues.DEFINITE.search(before) is not None
    if _is_prevented(before, after):
        return Standing.PREVENTED
    if _is_planned(before, after, known=noun):
        return Standing.PLANNED
    if _is_hypothetical(before, after, known=noun) or cues.DENIED.search(before):
        return Standing.HYPOTHETICAL
    return Standing.BACKGROUND if _is_background(text, clause, trigger) else Standing.HAPPENED


def is_denied(text: str, clause: Span, trigger: Span) -> bool:
    """Whether a clause denies that it happened at all: "denied there was any attack".

    A denial of having done it ("denied responsibility for the attack") is none.
    """
    before = text[max(clause.start, trigger.start - _REACH) : trigger.start]
    return cues.DENIED.search(before) is not None


def is_asked(text: str, sentence: Span, trigger: Span) -> bool:
    """Whether a sentence only asks if it happened, or tells what a film is said to be of: "Is it
    true that soldiers burned the town?", "a video said to show an air raid"."""
    asked = cues.ASKED.search(text, sentence.start, sentence.end)
    return (asked or cues.SHOWN.search(text, sentence.start, trigger.start)) is not None


def is_called_false(text: str, sentence: Span, trigger: Span) -> bool:
    """Whether it is only told to be called untrue: "reports that they **shelled** it are false"."""
    told = cues.TOLD.search(text, sentence.start, trigger.start)
    return told is not None and cues.FALSE.match(text, trigger.end, sentence.end) is not None


def is_generic(text: str, clause: Span, trigger: Span) -> bool:
    """Whether a clause speaks of a habit or a series and not of one incident."""
    start, end = max(clause.start, trigger.start - _REACH), min(clause.end, trigger.end + _REACH)
    return any(
        m.start() < trigger.end + 30 and trigger.start - 60 < m.end()
        for m in cues.GENERIC.finditer(text, start, end)
        if not _at_once(text, clause, trigger, Span(*m.span()))
    )


def _at_once(text: str, clause: Span, trigger: Span, often: Span) -> bool:
    """ "Was shot several times", "hit many times by gunfire", "repeatedly stabbed": at one time.
    None of "has been shot at many times"."""
    hit = cues.HIT.match(text, trigger.start, trigger.end)
    on_body = hit and cues.BODY.search(text, clause.start, clause.end)
    if not (on_body or cues.WOUNDING.match(text, trigger.start, trigger.end)):
        return False
    if cues.HAS_BEEN.search(text, clause.start, trigger.start):
        return False
    before, after = text[often.end : trigger.start], text[trigger.end : often.start]
    return cues.IN_A_ROW.match(text, often.start, often.end) is not None and (
        len((before if often.end <= trigger.start else after).split()) <= _FEW
    )


def is_toll(text: str, clause: Span) -> bool:
    """Whether a clause gives the dead of a war: a thousand and more."""
    return cues.TOLL.search(text, clause.start, clause.end) is not None


def are_separate(text: str, clause: Span) -> bool:
    """Whether a clause sums up several incidents: "killed 30 in three attacks across the land"."""
    return cues.SEPARATE.search(text, clause.start, clause.end) is not None


def _is_prevented(before: str, after: str) -> bool:
    if cues.FOILED_AFTER.match(after):
        return True
    match = cues.PREVENTED.search(before)
    return match is not None and not cues.BREAK.search(before, match.start() + 3)


def _is_planned(before: str, after: str, *, known: bool) -> bool:
    if cues.THAT_WILL.match(after):
        return True
    if _governs(cues.WILL, before) or _governs(cues.INFINITIVE, before):
        return not known or cues.GOES_ON.search(before) is not None
    if _governs(cues.WOULD, before) and cues.REPORTED.search(before):
        return not known
    if known:
        return False
    return _governs(cues.NOUN_OF_PLAN, before) or bool(cues.WILL_FOLLOW.match(after))


def _is_hypothetical(before: str, after: str, *, known: bool) -> bool:
    if known:
        return False
    marks = (cues.WOULD, cues.CONDITION, cues.NOUN_OF_DANGER, cues.SUPPOSED)
    return any(_governs(mark, before) for mark in marks) or bool(cues.MAY_FOLLOW.match(after))


def _governs(cue: Caseless, before: str) -> bool:
    """Whether a cue reaches the trigger with nothing between that speaks of what was done."""
    match = cue.search(before)
    return match is not None and not cues.BREAK.search(before, match.start())


def _is_background(text: str, clause: Span, trigger: Span) -> bool:
    """Context from before: trials, anniversaries, "years ago", the toll of a war."""
    before = text[max(clause.start, trigger.start - _REACH) : trigger.start]
    after = text[trigger.end : min(clause.end, trigger.end + _REACH)]
    if cues.BACKGROUND_AFTER.match(after) or cues.BACKGROUND_BEFORE.search(before):
        return True
    near = Span(max(clause.start, trigger.start - _REACH), min(clause.end, trigger.end + _REACH))
    return any(
        m.start() < trigger.end + 10 and trigger.start < m.end() + 10
        for m in cues.WAR.finditer(text, near.start, near.end)
    )
