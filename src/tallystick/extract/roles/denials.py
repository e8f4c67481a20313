"""Sides that deny an act, in their own words or in those of whoever speaks for them.

The counterpart of ``avowals``: "said **it** had not fired for a week", "denied that **its planes**
flew that day", "none of **our men** was there", "the round was not **one of its own**", "**both
sides** denied having laid it". The words for the speaker itself are the span, as they are there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from tallystick.extract.actors.principals import GROUP, principals, speaks_of_others
from tallystick.extract.actors.sides import in_full, speaking_near
from tallystick.extract.actors.speaker_names import name_of
from tallystick.extract.actors.speaking_sides import tends
from tallystick.extract.annotate import Annotations
from tallystick.extract.drafts import Draft
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.quotation.own_acts import DID, MEN
from tallystick.extract.roles.avowals import in_quotes, signer
from tallystick.extract.roles.claim_words import UNTRUE
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

_MOST = 4  # denials of one form in what one source says


def denials(notes: Annotations, clause: Span) -> list[Draft]:
    """The sides that deny what a clause tells, or a part in it."""
    found: list[Draft] = []
    for voice in speaking_near(notes, clause):
        if not voice.content.overlaps(clause) or tends(voice.source.of(notes.text)):
            continue
        for own in _denied(notes.text, voice, clause):
            found += _for(notes, voice, own)
        found += _by_its_subject(notes, voice)
    return list(dict.fromkeys([*found, *_called_a_lie(notes, clause)]))


def _for(notes: Annotations, voice: Attribution, own: Span) -> list[Draft]:
    """A denial for each side that the words stand for; "its forces" rather than who says so."""
    if _WORK.fullmatch(own.of(notes.text)):
        own = voice.source
    told = principals(notes, voice, own) or _stranger(notes, voice, own)
    told = [(who, span) for who, span in told if span == own] or told
    return [Draft(Field.ATTACKER, in_full(notes, who), span, Stance.DENIES) for who, span in told]


def _stranger(notes: Annotations, voice: Attribution, own: Span) -> Sequence[tuple[ActorRef, Span]]:
    """Whoever has no part in it by their own words, without being on a list or one of those who
    fight: "**the strikers** said that they had no hand in it". No person is kept by name."""
    source, after = voice.source, notes.text[own.end : own.end + _REACH]
    plural = own.of(notes.text).lower() in ("they", "their")
    form = _STRANGERS if plural else _STRANGER
    if not form.fullmatch(source.of(notes.text)) or not _NO_PART.match(after):
        return []
    return (
        []
        if speaks_of_others(source.of(notes.text))
        else [(ActorRef(name_of(notes.text, source)), source)]
    )


def _denied(text: str, voice: Attribution, clause: Span) -> Iterator[Span]:
    """The words for whoever speaks, where what is said denies a deed of theirs."""
    words = text[voice.content.start : min(voice.content.end, clause.end)]
    forms = _WHERE_DENIED if _denies(text, voice) else _IN_PLAIN_WORDS
    taken: list[Span] = []
    for match in (m for form in forms for m in islice(form.finditer(words), _MOST)):
        group = "self" if match["self"] else "also"
        own = Span(*(voice.content.start + offset for offset in match.span(group)))
        elsewhere = _NO_ATTACK.match(words, match.end()) is not None
        elsewhere = elsewhere or _of_another(text, voice, own)
        act = match.groupdict().get("act", match.group()) or ""
        elsewhere = elsewhere or _UNDERWENT_IT.search(act) is not None
        if own.end > clause.start and not elsewhere and not any(own.overlaps(t) for t in taken):
            taken.append(own)
            yield own


def _of_another(text: str, voice: Attribution, own: Span) -> bool:
    """Whether what is denied is another's claim of itself; the cue may stand behind it."""
    start = min(voice.cue.start, voice.content.start)
    return tells_of_its_author(text, Span(start, own.end))


def tells_of_its_author(text: str, words: Span) -> bool:
    """ "Denied claims by the rebels that **they** shot it down", "the Front's claim that **its**
    men did": the deed denied is of whoever claims it, and none of who denies."""
    claim = _CLAIMED_BY.search(text, words.start, words.end)
    if claim is None:
        return False
    author = claim["author"] or re.sub(r"[’']s$", "", claim["owner"])
    several = author.rstrip("'’").lower().endswith("s")
    return (claim["self"].lower() in ("they", "their")) is several


_CLAIMED_BY = caseless(
    r"(?:\b(?:claims?|assertions?|boasts?)\s+(?:by|of|from)\s+(?P<author>[^.;,]{2,60}?)|"
    r"(?P<owner>[\w-]+(?:[’']s|s[’']))\s+(?:claims?|assertions?|boasts?))\s+that\s+"
    r"(?P<self>it|its|they|their)\b"
)


def _denies(text: str, voice: Attribution) -> bool:
    """Whether a source denies what it speaks of: "denied that ...", "rejected reports that ..."."""
    return _DENYING.search(voice.cue.of(text)) is not None


def _by_its_subject(notes: Annotations, voice: Attribution) -> Iterator[Draft]:
    """ "**Both sides** denied having laid it": by the grammar of "deny", the deed would be theirs,
    or of whom they speak for."""
    if not (_denies(notes.text, voice) and voice.cue.start >= voice.source.end):
        return
    start = voice.cue.start
    doing = _DENIED_DOING.match(notes.text, start, max(voice.content.end, voice.cue.end))
    if doing is None or _NO_ATTACK.match(notes.text, doing.end()):
        return
    known = principals(notes, voice, voice.source)
    yield from _for(notes, voice, voice.source)
    if not known and not _OF_NO_SIDE.fullmatch(voice.source.of(notes.text)):
        name = ActorRef(name_of(notes.text, voice.source))
        yield Draft(Field.ATTACKER, name, voice.source, Stance.DENIES)


_OF_NO_SIDE = Pattern(r"it|they|he|she|who|I|we", re.IGNORECASE)


def _called_a_lie(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """ "The army lies when it says that **our men** burned the bus": in a side's own text."""
    for match in islice(_OURS_DID.finditer(notes.text, clause.start, clause.end), _MOST):
        own = Span(*match.span("self"))
        at = bisect_right(notes.sentences, own.start, key=lambda s: s.span.start) - 1
        told = notes.sentences[at].span
        before, after = notes.text[told.start : own.start], notes.text[own.end : told.end]
        rest = _NEXT.match(notes.text, told.end)
        lie = _LIE.search(before) or _LIE.search(after) or rest
        if lie and _ALLEGED.search(before) and not in_quotes(notes.text, own):
            who = signer(notes) or ActorRef(" ".join(own.of(notes.text).split()))
            yield Draft(Field.ATTACKER, who, own, Stance.DENIES)


# ------------------------------------------------------------------ the words for a denial

_LIE = caseless(
    r"\b(?:lies?|lied|lying|liars?|fabricat\w+|slander\w*|false(?:hoods?|ly)?|inventions?|invented|"
    r"baseless|untrue|propaganda|calumn\w+|hoax)\b"
)
_NEXT = caseless(
    r"\s*(?:this|that|it)\s+(?:is|was)\s+(?:\w+\s+){0,3}?(?:lie|lies|slander|falsehood|fabrication|"
    r"invention|untrue|false|calumny|propaganda)\b"
)
_ALLEGED = caseless(
    r"\b(?:claim\w*|alleg\w+|sa(?:y|ys|id)|report\w*|announce\w*|accus\w+|assert\w*|stor(?:y|ies)|"
    r"state[sd]?|statement|rumou?rs?|news|false)(?:,?\s[^.;]{0,140})?\sthat\s+[\"“]?$|"
    r"\b(?:says?|said|claims?|alleges?)\s+[\"“]?$"
)

DENY = (
    r"(?:den(?:ied|ies|y|ying)|dismiss(?:ed|es|ing)|(?:reject|rebut|contradict|debunk|disown|contest)"
    r"(?:s|t?ed|t?ing)?|(?:refut|repudiat|disput)(?:ed|es|ing)|disavow(?:s|ed|ing)|"
    r"disclaim(?:s|ed|ing))"
)
_DENYING = caseless(rf"\b{DENY}\b")
_NOUN = r"(?!(?:had|has|have|was|were|been|is|are|did|does|do|not|never)\b)[\w’'-]+"
_THEIRS = r"(?:its|their|our|his|her)"
_SELF = (
    rf"(?:it|they|we|he|she|i|(?:the|this)\s+(?:\w+\s+)?{GROUP}|"
    rf"(?:any\s+of\s+)?{_THEIRS}\s+(?:{_NOUN}\s+){{0,2}}?{_NOUN}|any\s+of\s+(?:theirs|ours|his))"
)
_NONE_OF = (
    rf"(?:(?:none|not\s+one)\s+of\s+(?:{_THEIRS}\s+(?:{_NOUN}\s+){{0,2}}?{_NOUN}|ours|theirs|his)|"
    rf"no\s+{_NOUN}\s+of\s+(?:ours|theirs|his|its(?:\s+own)?))"
)
_STARTS = (
    r"(?:^|[\"“,]|\b(?:that|and|but|which|where|while|saying|said|reports|claims|allegations)\b)"
)
_LEAD = r"\s*(?:that\s+)?(?:on\s+(?:that|the\s+same)\s+(?:day|night),?\s+)?[\"“]?"
_DEED = (  # in whatever form, after "had not", "did not", "does not"
    rf"(?:{DID}|attack|target|bomb|shell|strike|hit|kill|fire|launch|shoot|plant|place|lay|"
    r"slaughter|massacre|rocket|torch|loot|hijack|torture|stab|ambush|"
    r"use[ds]?(?=\s+(?:[\w-]+\s+)?(?:such|chemicals?|poison\w*|toxic|nerve|sarin|chlorine|gas)\b)|"
    r"carry\s+out|conduct|stage|kidnap|abduct|murder|execute|harm(?:ed)?|touch(?:ed)?|"
    r"t(?:ake|aken|ook)\s+part|participated?|involved|implicated|connected|linked|to\s+blame|"
    r"commit(?:ted)?|order(?:ed)?|d(?:o|one|id)\s+(?:it|that|this|so|anything)|aim(?:ed)?\s+at|"
    r"fl(?:y|own|ew|ies)|bombard(?:ed)?|burn(?:ed|t)?|shed|"
    r"set(?=\s+(?:off|fire|it|them|ablaze|alight|(?:the|an?|any|that|this|those)\s+(?:\w+\s+)?"
    r"(?:bombs?|devices?|charges?|mines?|fires?|explosives?|traps?)\b))|"
    r"h(?:old|olds|eld|olding)\b(?!\s+(?:talks|elections)))"
)
_PRESENT = (
    r"(?:(?:anywhere\s+)?(?:there|near(?:by)?|present|in\s+(?:the|that)\s+(?:area|vicinity|village|"
    r"town|zone|region))|active\s+(?:there|in)|within\s+(?:\w+\s+){1,3}?(?:miles?|km|kilomet\w+|"
    r"met\w+|yards))\b"
)
_BE = r"(?:had|has|have|did|does|do|was|were|is|are|could\s+have)"
_NOT = (
    rf"(?:{_BE}\s+(?:not|never)|{_BE}n[’']t|never)\s+(?:ever\s+|been\s+|\w+ly\s+|itself\s+){{0,2}}"
)
_NIL = (
    r"(?:had|has|have)\s+[\"“]?(?:nothing\s+(?:at\s+all\s+|whatsoever\s+)?to\s+do\b|"
    r"(?:absolutely\s+)?no\s+(?:hand|part|role|involvement|share|connection|links?)\b|"
    r"neither\s+\w+ed\b)|"
    r"(?:knew|knows?)\s+nothing\s+(?:of|about)\b|(?:was|were)\s+nowhere\s+near\b|"
    rf"(?:had\s+|has\s+|have\s+|was\s+|were\s+)?(?:{DID}|bore|took|taken|play(?:ed|s))\s+"
    r"(?:neither|none|nothing|no(?!\s+(?:casualties|losses|prisoners|hostages|chances)\b))\b"
)
_THERE = (
    r"(?:had|have)\s+no\s+(?:[\w-]+\s+)?(?:men|forces|planes|aircraft|troops|units?|artillery)\b"
)
_NEGATED = caseless(
    rf"{_STARTS}{_LEAD}(?P<self>{_SELF})[\"”]?\s+[\"“]?"
    rf"(?:{_NOT}(?:{_DEED}\b|{_PRESENT})|{_NIL}|{_THERE})"
)
_UNDERWENT = (  # "none of its men was harmed" denies no deed
    r"(?:(?:had|has|have)\s+been|was|were)\s+(?:harmed|hurt|killed|hit|struck|shot|wounded|"
    r"captured|attacked|targeted|ambushed|bombed|shelled|downed|destroyed|abducted|kidnapped|"
    r"executed|murdered|seized|touched|eliminated)\b"
)
_NOBODY = caseless(
    rf"(?P<self>{_NONE_OF})\s+(?!{_UNDERWENT})(?:(?:had|has|have|was|were|ever)\s+)*"
    rf"(?:{_DEED}\b|{_PRESENT}|"
    r"(?:at|in|near)\s)"
)
_WORK = Pattern(
    rf"{_THEIRS}(?:\s+(?:own(?:\s+\w+)?|work|doing|deed|handiwork))?|theirs|ours|us", re.IGNORECASE
)
_NOT_ITS = caseless(
    r"(?:(?:was|were|is|are)\s+not|(?:had|has|have)\s+not\s+been|(?:was|were)n[’']t)\s+"
    rf"(?:(?:the\s+work\s+of|{DID}\s+by|one\s+of)\s+)?"
    rf"(?P<self>{_THEIRS}\s+(?:own\b(?:\s+(?:work|doing))?|work|doing|deed|handiwork|"
    rf"(?:[\w-]+\s+)?{MEN})|theirs|ours|us)\b(?=\s*(?:[.,;:!\"”]|$)|\s+\w)"
)
_ANY_PART = (
    r"(?:had|has|have)\s+(?:had\s+)?(?:any(?:thing)?|an?)\s+(?:\w+\s+)?"
    r"(?:part|hand|role|involvement|share|to\s+do|links?|connection)\b"
)
_AUX = rf"(?:{_BE}\s+|been\s+|ever\s+|also\s+|\w+ly\s+|would\s+){{0,3}}[\"“]?"
_SAID_OF_IT = caseless(
    rf"{_STARTS}{_LEAD}(?P<self>{_SELF})[\"”]?\s+{_AUX}(?:{_DEED}\b|{_PRESENT}|{_ANY_PART})"
)
_BY_IT = caseless(rf"\b{DID}\s+by\s+(?P<self>{_THEIRS}\s+(?:[\w-]+\s+)?{MEN})\b")
_WHERE_DENIED = (_SAID_OF_IT, _BY_IT)
_CHARGES = (
    r"(?:accusations?|charges?|allegations?|suggestions?|insinuations?|rumou?rs|claims?|reports?)"
)
_IS_FALSE = rf"(?:was|were|is|are)\s+[\"“]?{UNTRUE}"
_CHARGED_FALSELY = caseless(  # "said the charge that it had planted the mine was a lie"
    rf"\b{_CHARGES}\s+that\s+[\"“]?(?P<self>{_SELF})[\"”]?\s+(?P<act>{_AUX}(?:{_DEED}\b|{_PRESENT}|{_ANY_PART}))"
    rf"[^.;]{{0,80}}?\s{_IS_FALSE}"
)
_ITS_PART_FALSE = caseless(  # "accusations of its involvement were baseless"
    rf"\b{_CHARGES}\s+(?:of\s+(?P<self>{_THEIRS})\s+(?:\w+\s+)?(?:involvement|part|role|hand|complicity|"
    rf"guilt|responsibility)\b|(?:linking|tying|implicating|connecting|against)\s+(?P<also>it|them|us)\b)"
    rf"[^.;]{{0,60}}?\s{_IS_FALSE}(?P<act>)"
)
_WRONGED = caseless(  # "said it was being framed", "said it had been wrongly accused"
    r"\b(?P<self>it|they|we)\s+(?:(?:was|were|is|are|had|has|have|been|being)\s+){1,3}"
    r"(?:(?:falsely|wrongly|wrongfully|unjustly|unfairly)\s+(?:accused|blamed|named|implicated|charged)|"
    r"framed|slandered|(?:made\s+)?(?:an?\s+|the\s+)?scapegoat(?:ed|s)?)\b(?P<act>)"
)
_THEY_LIE = caseless(  # "those who say we did it are lying", "whoever blames us lies"
    rf"\b(?:(?:those|people|all)\s+who|whoever|anyone\s+who)\s+(?:(?:say|claim|alleg|believ|think)\w*\s+(?:that\s+)?"
    rf"(?P<self>{_SELF})\s+(?P<act>{_AUX}{_DEED})\b|(?:accus|blam|suspect)\w*\s+(?P<also>us|it|them)\b)[^.;]{{0,40}}?\s"
    r"(?:lies?|(?:is|are|was|were)\s+(?:\w+\s+)?(?:lying|liars?|wrong|mistaken))\b"
)
_IN_PLAIN_WORDS = (
    *(_NEGATED, _NOBODY, _NOT_ITS),
    *(_CHARGED_FALSELY, _ITS_PART_FALSE, _WRONGED, _THEY_LIE),
)
_REACH = 40  # characters from the words for oneself to those for no part
_NO_PART = caseless(rf"[\"”]?\s+[\"“]?{_NIL}")
_STRANGERS = Pattern(  # "the dockers of Velm", no "Ivo Dahl" and no "James"
    r"(?:[Tt]he\s)?(?:[A-ZÀ-Þ]?[a-z-]+\s){0,2}(?<=\s)[a-z][a-z-]*[^s\W]s(?:\s(?:of|in|from|on|at)\s.+)?"
)
_STRANGER = Pattern(  # "the Committee for Peace", "the dockers' union"
    r"[Tt]he\s(?:[\w’'-]+\s){0,4}?(?i:committee|union|federation|association|council|movement|party|"
    r"league|congress|alliance|clan|tribe|family|club|company|collective)(?:\s(?:of|for|in|from)\s.+)?"
)
_UNDERWENT_IT = caseless(  # "had not been tortured", "were not stabbed": what was done to them
    r"\b(?:been|was|were|is|are)\s+(?:(?:not|never|ever|\w+ly)\s+)*"
    r"(?!(?:involved|implicated|connected|linked|behind)\b)(?:\w+ed|shot|hit|struck|slain|blown|"
    r"burnt|overrun|taken|held|gunned|mown)\b"
)
_NO_ATTACK = caseless(
    r"(?:\s+part)?\s+(?:in|with|to|of|for)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:talks|negotiations|elections?|votes?|corruption|drugs?|smuggling|trafficking|"
    r"meetings?|protests?|coup|fraud|summit)\b"
)
_OURS_DID = caseless(
    rf"\b(?P<self>our\s+(?:{_NOUN}\s+){{0,2}}?{_NOUN}|we)\s+(?:{_BE}\s+|also\s+|\w+ly\s+){{0,2}}"
    rf"(?:{_DEED}|robbed|mined)\b"
)
_DENIED_DOING = caseless(
    rf"{DENY}(?:,\s[^.;,]{{3,60}},)?\s+(?:(?:ever|also|any|all|\w+ly)\s+)*"
    rf"(?:having\s+(?:\w+ly\s+|ever\s+)?(?:{_DEED}|had\s+(?:anything|any\s+\w+))\b|"
    rf"being\s+(?:involved|behind|responsible|{_PRESENT})|"
    r"(?:attack|bomb|target|shell|kill|strik|hitt|shoot|launch|fir|stag|plant|us|aim|lay|plac|burn|"
    r"hold|kidnapp|abduct|murder|execut|tak|carry|conduct|rap|loot|slaughter|massacr|rocket|torch|"
    r"hijack|tortur|stabb|ambush)ing\b|"
    r"(?:involvement|responsibility|part|role|hand|link|connection|complicity)\b)"
)
