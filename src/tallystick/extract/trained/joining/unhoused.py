"""Claims, denials and blame for which the rules have no attack: of the one told last.

The network finds attacks that no trigger tells of ("Men in masks **took away** two brothers").
What is claimed, denied or laid on somebody of them has no home in the rules' account, however
plainly it is said: "Relatives say **soldiers** were responsible". Nor has what is told with another
day or place, those of the saying: "A leaflet left **in a mosque on Friday** claimed it".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from tallystick.extract.actors.private_names import SUSPECT
from tallystick.extract.annotate import Annotations, sentence_of
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.roles.claim_words import EVENTS
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.extract.trained.values.unfit import is_deed_of
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

_NEAR = 3  # sentences back to the attack


def told_last(
    notes: Annotations,
    mentions: Sequence[Mention],
    group_of: Mapping[int, int],
    candidate: Candidate,
) -> int | None:
    """Which incident (``group_of``: by the number of a mention) was told last before what is said
    outright of the author of one; ``None`` where the rules have one for it, or none is near."""
    stance = candidate.draft.stance if candidate.draft else None
    if candidate.field is not Field.ATTACKER or not candidate.ruled or stance is None:
        return None
    dropped = stance is Stance.CLAIMS and candidate.homes.isdisjoint(group_of)
    if candidate.homes and not dropped:
        return None
    if stance is Stance.CLAIMS and not _goes_back(notes, candidate.span):
        return None
    said = _sentence(notes, candidate.span.start)
    before = bisect_left(mentions, candidate.span.start, key=lambda m: m.anchor.start)
    after = [_sentence(notes, m.anchor.start) for m in mentions[before : before + 1]]
    if stance is Stance.DENIES and after == [said] and before in group_of:
        return group_of[before]  # "denied that **its men** had shelled the mill"
    for at in range(before - 1, -1, -1):
        if said - _sentence(notes, mentions[at].anchor.start) > _NEAR:
            return None
        if at in group_of:
            return group_of[at]
    return None


def _goes_back(notes: Annotations, claim: Span) -> bool:
    """Whether a claim is of what was told: "our sappers **brought down** a mast" is of a deed that
    is told there alone."""
    sentence = sentence_of(notes, claim)
    told = sentence.span if sentence else claim
    return _CLAIMED.search(notes.text, told.start, told.end) is not None


def says_so(text: str, candidate: Candidate) -> bool:
    """Whether a verb of saying or claiming follows the words for one who claims it, of something
    done: "**the Wolves**, in a leaflet, said they had raided it", "**our men** raided it"; no vow,
    nor what others call claimed."""
    if candidate.draft is None or candidate.draft.stance is not Stance.CLAIMS:
        return False
    if _OURS.match(text, candidate.span.start):
        return True
    return _SAYS.match(text, candidate.span.end) is not None


def is_plain(text: str, candidate: Candidate) -> bool:
    """Whether the words for an attacker are plain where the network has learned of few: a private
    person by name, whom words of blame stand beside, police who are told to have done it."""
    value = candidate.draft.value if candidate.draft else None
    words, stance = candidate.span.of(text), candidate.draft.stance if candidate.draft else None
    named = words[:1].isupper() and not words.isupper() and words.lower() != SUSPECT
    if named and isinstance(value, ActorRef) and value.name == SUSPECT:
        return True
    if stance in (Stance.BLAMES, Stance.DOUBTS) and _is_laid_on(text, candidate.span):
        return True
    return stance is None and _POLICE.search(words) is not None and _shoot(text, candidate.span)


def _is_laid_on(text: str, who: Span) -> bool:
    """Whether words of blame stand beside: "holds **the Front** responsible"."""
    before = _OF_BLAME.search(text, max(0, who.start - _BESIDE), who.start)
    return before is not None or _OF_BLAME.search(text, who.end, who.end + _BESIDE) is not None


_OF_BLAME = caseless(
    r"\b(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|responsib(?:le|ility)|handiwork|fingers?|pointed|"
    r"pinn(?:ed|ing)|attribut(?:ed|es|ing)|ascrib(?:ed|es|ing)|suspicion|hallmarks?|fingerprints|"
    r"signature|work\s+of|belong(?:s|ed)\s+to|members\s+of|charged\s+(?:(?:on\s+)?\w+day\s+|yesterday\s+|today\s+)?with|"
    r"convicted\s+of|found\s+guilty\s+of|indicted\s+(?:for|on)|condemn(?:ed|s)|denounc(?:ed|es))\b"
)


def _shoot(text: str, who: Span) -> bool:
    """Whether words tell that somebody shoots, at others than attackers: "**officers** answering a
    call shot a clerk", "shot by **police**", "the **police** killing of"."""
    by = _SHOT_BY.search(text, max(0, who.start - _BESIDE), who.start)
    shoots = _SHOOTS.match(text, who.end) or _SHOOTS_HIM.match(text, who.end)
    return by is not None or shoots is not None or is_deed_of(text, who)


_BESIDE = 60  # characters
_SHOT_BY = caseless(r"\b(?:shot|killed)\s(?:[\w’'-]+\s){0,5}?by\s(?:[\w’'-]+\s){0,3}$")
_SHOOTS = caseless(
    r"\s[^;:]{0,120}?(?<!was\s)(?<!were\s)(?<!been\s)(?<!was\sfatally\s)\b(?:shot|fire[sd]|shoots?|opened\sfire)"
    r"\s(?:and\s(?:killed|wounded)\s)?(?=(?:dead\s)?(?:at\s)?(?:(?:an?|the|his|her|their|one|two|three|\d+|"
    r"several|some|live|plastic|rubber|tear|shots?|rounds?|on|him|her|them)\b))"
    r"(?!(?:dead\s|at\s|on\s)?(?:one\sof\s)?(?:the|an?|two|three|\d+)\s(?:\w+\s)?(?:attackers?|assailants?|"
    r"gunm[ae]n|bombers?|militants?|suspects?|shooters?)\b)"
)
_SHOOTS_HIM = Pattern(  # "Officer | Lou Marn shot Tarrow"
    r"(?:\s[A-Z][\w.’'-]+){0,3}\s(?:fatally\s)?(?:shot|fired\sat)\s(?:and\s(?:killed|wounded)\s)?[A-Z]"
)
_POLICE = caseless(
    r"\b(?:police(?:m[ae]n|wom[ae]n)?|officers?|deputies|sheriff['’]s\sdeputy|troopers?|"
    r"constables?|swat\steam)$"
)
_OURS = caseless(r"(?:our|its|their)\s")
_SAYS = caseless(
    r"[\"”]?(?:,[^,;.]{2,80},)?\s+(?:(?:has|have|had|also|later|then|now|first|\w+ly|\w+day)\s+){0,3}"
    r"(?:claim(?:s|ed)|sa(?:ys|id)|stated?s?|declared?s?|announce[sd]?|confirm(?:s|ed)|admit(?:s|ted)|"
    r"acknowledge[sd]?|boast(?:s|ed)|wrote|writes|own(?:s|ed)\s+up)\b"
    r"(?![^.;,]{0,60}\b(?:would|will|shall|vow\w*|threat\w*|not|no|none|never|nothing|den\w+)\b)"
)
_CLAIMED = caseless(
    r"\b(?:claim\w*|responsib\w+|behind|credit|(?:did|done|admitted|confirmed|acknowledged|owned)\s+(?:up\s+)?"
    r"(?:to\s+)?(?:it|this|that|so|both|them)|carried\s+(?:it|this|them)\s+out|work|identified|"
    rf"(?:the|this|that|these|those|both)\s+(?:\w+\s+)?{EVENTS})\b"
)


def _sentence(notes: Annotations, offset: int) -> int:
    return bisect_right(notes.sentences, offset, key=lambda s: s.span.start)
