"""Whether words open another incident ("a second bomb", "hours later jets hit Orun", "it came after
a raid on Velm") or go back to one that was told before ("the attack", "this raid")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.circumstances.reading import places_of
from tallystick.extract.dates.from_events import THE_EVENT, from_events
from tallystick.extract.drafts import Draft
from tallystick.extract.events.triggers import Trigger
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.mentions.clauses import others_beside
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import Strength

__all__ = ["is_countercharge", "is_definite", "is_fresh", "told_back"]

_NEW = caseless(
    r"\b(?:another|(?:a|the) (?:second|third|fourth)(?! (?:victim|person|man|wom[ae]n|boy|girl|"
    r"teen\w*|officer|policeman|soldier|suspect|gunman|shooter|child|driver)\b)|"
    r"(?:a |two )?separate|different|new|further|"
    r"other|"
    r"similar)\s+(?:[\w’'-]+\s+){0,3}$"
)
_ELSEWHERE = caseless(r"\b(?:also|elsewhere|meanwhile|separately|in addition)\b")
_DEFINITE = caseless(
    r"\b(?:the|this|that|these|those|its|their|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day[’']?s)\s+(?:(?!an?\s)[\w’'.()-]+\s+){0,3}?(?:[\w’'()-]+)?$"
)
_LATER = caseless(  # at the head of a clause: the time of something else
    r"\W*(?:(?:some|about|around|just|barely|nearly|almost|over|under|(?:less|more|no\s+more)\s+than)"
    r"\s+)?(?:(?:an?|half\s+an|two|three|four|five|six|seven|"
    r"eight|nine|ten|twelve|twenty|thirty|forty|several|a\s+few|\d+)\s+)?(?:hours?|minutes?)\s+"
    r"(?:later|earlier|before(?:hand)?(?=,|\s+that\b))|"
    r"\W*(?:later|earlier)\s+(?:in\s+the|that|the\s+same)\s+(?:day|night|evening|morning|afternoon)\b|"
    r"\W*(?:on\s+|in\s+)?the\s+same\s+(?:day|night|evening|morning|afternoon)\b"
)
_EARLIER = caseless(  # "Earlier, a doctor said that 3 were killed by mines near Orun"
    r"\W*earlier,?\s+(?!(?:reports?|accounts?|estimates?|figures?|tolls?|versions?)\b)"
)
_SAME_PLACE = caseless(  # "a jet hit the same square 20 minutes later", "hit the hall again"
    r"\bthe\s+same\s+(?:area|place|site|spot|street|square|building|target|position|location|"
    r"neighbou?rhood|village|town|market|hospital|school|camp|road)\b[^.;]{0,40}?"
    r"\b(?:later|after(?:wards?)?|again|earlier|before)\b"
)
_NTH = re.compile(  # "The third, in Kidal, went off", "the other bomb"; none of several victims
    r"\W*(?:(?:and|but|while|then)\s+)?(?:the|a)\s+(?:second|third|fourth|fifth|sixth|other)"
    r"(?:,?\s+(?:in|at|on|near|outside|inside|close\s+to)\s|\s+(?:[\w-]+\s+)?(?:attack|bomb|blast|"
    r"explosion|device|strike|raid|shell|rocket|missile|drone|grenade|ambush|shooting|robbery)\b"
    r"(?!(?:\s+[\w’'-]+){0,3}\s+(?:in|since|this|of)\s+(?:an?|the|as|its|less|\w+\s+)?"
    r"(?:many|days?|weeks?|months?|years?|kind|than)\b))",
    re.IGNORECASE,
)
_SAYING = re.compile(  # what came later is the word on it: "Hours later the group said it hit"
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|statements?|communiqu[eé]s?|announc\w+|claim\w*|"
    r"report(?:s|ed|ing)?|confirm\w*|den(?:y|ied|ies|ying)|acknowledg\w+|admit\w*|wrote|writing)\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\b(?:in\s+(?:retaliation|revenge|return|reprisal|response|answer)\s+(?:for|to)|aveng(?:e|ed|ing)|"
    r"(?:retaliation|revenge|reprisal)\s+for)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)


def is_fresh(
    notes: Annotations,
    sentence: Sentence,
    clause: Span,
    head: Trigger,
    opening: str,
    drafts: Sequence[Draft],
) -> bool:
    """Whether words announce another incident: "a second", "elsewhere", "hours later jets hit",
    "in revenge for the raid on Velm"."""
    definite = is_definite(notes, clause, head, opening)
    apart = _NEW.search(opening) or _is_beside(notes.text, clause, head, definite=definite)
    if apart and not _counts_on(notes, clause, head, opening):
        return True
    later = _LATER.match(notes.text, clause.start, head.span.start)
    said = later and _SAYING.search(notes.text, later.end(), head.span.start)
    acts = head.strong or any(d.field is Field.ATTACKER and d.stance is None for d in drafts)
    if later and not said and acts and not definite:
        return True
    again = _SAME_PLACE.search(notes.text, head.span.end, clause.end)
    if not definite and (again or _is_earlier(notes, clause, head)):
        return True
    if _NTH.match(notes.text, clause.start, head.span.start):
        return True
    if others_beside(notes, clause, head.span):
        return True
    if head.strong and not definite and _on_helpers(notes.text, clause, head.span):
        return True
    if not definite and _beside_told(notes, sentence, head):
        return True
    placed = bool(places_of(notes, Span(head.span.end, clause.end)))
    return (placed and _ANSWERED.search(opening) is not None) or _more_killed(notes, clause, head)


def _is_beside(text: str, clause: Span, head: Trigger, *, definite: bool) -> bool:
    """Whether it was "elsewhere", or done "also"; one named as told before was not where somebody
    also speaks of it ("She **also told** police that the raid ..."; but "They **meanwhile said**
    that two drones struck Velm")."""
    beside = _ELSEWHERE.search(text, clause.start, clause.end)
    if beside is None:
        return False
    said = _SAYING.match(text, beside.end() + 1) if beside.end() < head.span.start else None
    return not (definite and said and not head.verb)


def _beside_told(notes: Annotations, sentence: Sentence, head: Trigger) -> bool:
    """ "It came hours after **a mine went off** in Orun", "the raid came as **jets bombed** Orun",
    "Hours after the raid, **a rocket fell** on Orun": told by its time beside another."""
    if head.word.strength is Strength.WEAK:
        return False
    if _CAME_AS.search(notes.text, sentence.span.start, head.span.start):
        return True
    return any(
        each.opens
        and head.span.start >= each.event.end
        and not _SAYING.search(notes.text, each.event.end, head.span.start)
        for each in from_events(notes.text, sentence.span)
    )


_CAME_AS = caseless(  # none of what somebody said: "the statement came after jets bombed Orun"
    rf"\b(?:this|it|which|{THE_EVENT.pattern})\s+(?:came|comes)\s+"
    r"(?:[\w-]+\s+){0,5}?(?:as|when|after|before)\s+"
    r"(?!(?:the|this|that|those|these|its|their)\s)[^.;,]{0,80}$"
)


def _is_earlier(notes: Annotations, clause: Span, head: Trigger) -> bool:
    """ "Earlier, rebels shelled Orun": what was done, and not only said, before what was told."""
    placed = bool(places_of(notes, Span(head.span.end, clause.end)))
    return placed and _EARLIER.match(notes.text, clause.start, head.span.start) is not None


def _on_helpers(text: str, clause: Span, act: Span) -> bool:
    """Whether those were attacked who came to help, or to fetch what was left, after another
    attack: "a team **sent to collect the bodies** was ambushed", "fired on men **who came to
    tow** the lorry"."""
    before = _TO_HELP.search(text, clause.start, act.start)
    if before is not None and _THEY_WERE.fullmatch(text, before.end(), act.start):
        return True
    after = _TO_HELP.search(text, act.end, clause.end)
    return after is not None and _THOSE_WHO.fullmatch(text, act.end, after.start()) is not None


_TO_HELP = caseless(
    r"\b(?:sent|dispatched|despatched|rushed|rushing|moving|heading|hurr(?:ied|ying)|rac(?:ed|ing)|"
    r"c[ao]me|coming|on\stheir\sway|on\sits\sway|going|driving|trying|attempting|escorting|"
    r"carrying|taking)\s(?:[\w’'-]+\s){0,3}?to\s(?:(?:the\s)?(?:rescue|scene|site|spot)|"
    r"(?:their|its|his|the)\s(?:aid|help|assistance)|(?:help|aid|assist|rescue|relieve|reinforce|"
    r"recover|retrieve|collect|fetch|take\saway|carry\saway|bring\sback|pick\sup|evacuate|tow|"
    r"remove)\b)"
)
_THEY_WERE = re.compile(
    r"(?:\s(?!(?:and|said|says|told|that|when|where|after|before|who)\b)[\w’',.-]+){0,12}\s",
    re.IGNORECASE,
)
_THOSE_WHO = re.compile(
    r"\s(?:(?!(?:when|where|after|before|as|while|and|but|people|residents)\b)[\w’'-]+\s){0,12}",
    re.IGNORECASE,
)
_VICTIMS_TOO = caseless(
    r"\b(?:were|was)\s+also\s+$|\b(?:other|another|(?:a\s+)?further)\s+(?:[\w’'-]+\s+){0,3}(?:were|was)\s+$"
)


def _counts_on(notes: Annotations, clause: Span, head: Trigger, opening: str) -> bool:
    """ "Two guards were also killed": more victims of the same, where no day, place or
    battle sets them apart."""
    undergone = head.passive and (head.word.strength is Strength.WEAK or head.word.base in _HARMS)
    if not undergone or not _VICTIMS_TOO.search(opening):
        return False
    battle = _BATTLE.search(notes.text, head.span.end, clause.end)
    return not (battle or places_of(notes, clause) or inside(notes.dates, clause))


_HARMS = ("shoot", "stab")  # persons alone
_BATTLE = caseless(r"\b(?:in|during)\s+(?:the\s+)?(?:fighting|battles?|clash(?:es)?)\b")


_MORE = caseless(
    r"\b(?:(?:another|(?:a )?further)\s+(?:[\w’'-]+\s+){1,6}(?:killed|wounded|injured|dead)|"
    r"others\s+(?:were\s+|also\s+)*(?:killed|died|wounded|injured))\s+"
    r"(?:[\w’'-]+\s+){0,3}?(?:in|by|when|after)\s+(?:(?!the\b|that\b|this\b)[\w’'-]+\s+){0,4}$"
)


def _more_killed(notes: Annotations, clause: Span, head: Trigger) -> bool:
    """ "Another five people were killed in an air raid": not in the one told before."""
    opening = notes.text[max(clause.start, head.span.start - 120) : head.span.start]
    return not head.verb and _MORE.search(opening) is not None


def is_definite(notes: Annotations, clause: Span, head: Trigger, opening: str) -> bool:
    """ "the attack", "the intercepted drone detonated", "accused them of bombing it": something
    told of before."""
    if is_countercharge(notes.text, head.span):
        return True
    if not head.verb:
        return bool(_DEFINITE.search(opening))
    used = [w.span for w in inside(notes.weapons, clause) if w.span.end <= head.span.start]
    if not used:
        return False
    before = notes.text[max(clause.start, used[-1].start - 30) : used[-1].start]
    return bool(_DEFINITE.search(before)) and not _OWNED.search(before)


def told_back(text: str, clause: Span, head: Trigger) -> Span:
    """The part of a clause that may say when and where something told of before was: not what
    it is set after ("His car was seen in Velm **after the raid**"), nor what goes on after it
    ("He fled **after the raid**, and his car was found in Velm")."""
    if head.verb:
        return clause
    apart = _APART.search(text, clause.start, head.span.start)
    start = apart.start() if apart is not None else clause.start
    back = _BACK.search(text, clause.start, head.span.start)
    if back is None or not _GOES_ON.match(text, head.span.end, clause.end):
        return Span(start, clause.end)
    return Span(start, head.span.end)


_APART = caseless(
    r"\b(?:after|before|since|following|amid|despite)\s(?:the|this|that)\s(?:[\w’'-]+\s){0,2}$"
)
_BACK = caseless(
    r"\b(?:after|before|since|following|during|amid|despite|about|over|from|for|of|in|"
    r"(?:commit|investigat|plan|condemn|describ|witness|surviv|carr)\w*(?:\sout)?)\s"
    r"(?:the|this|that)\s(?:[\w’'-]+\s)?$"
)
_GOES_ON = caseless(
    r",?\s(?:and|but|yet|while)\s(?:(?:the|an?|his|her|its|their|some|no|two)\s[\w’'-]+|there|he|"
    r"she|it|they|then|was|were|is|are|had|has|have)\s|"
    r",\s(?:then\s|(?:he|she|it|they|police|officers|(?:the|an?|his|her|its|their)\s[\w’'-]+)\s)"
)


_OWNED = re.compile(r"\b(?:its|their|our|his)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)


def is_known(text: str, sentence: Span, act: Span) -> bool:
    """Whether a noun is told as known: "the **raid**", "last week's Velm **attacks**"."""
    return _KNOWN.search(text, sentence.start, act.start) is not None


_KNOWN = caseless(  # "the raid", "last week's Velm attacks"
    r"(?:\b(?:the|this|that|these|those|last|his|her|its|their)|\w['’]s|s['’])\s+"
    r"(?:(?!an?\b|of\b|in\b|to\b|and\b|was\b|were\b|is\b|are\b|had\b|has\b|have\b)[\w’'.-]+\s+){0,4}$"
)


_LAYING = caseless(  # "accused the army of", "blamed it for having"
    r"\b(?:accus\w+|blam\w+|charg\w+)\s[^.;:]{1,80}?\b(?:of|for)\s(?:having\s|(?:\w+ly)\s)*$"
)
_TOLD_OF = caseless(  # and no day, place or figure of its own: "bombing it from the air."
    r"\s(?:it|them|him)(?:\s(?!(?:on|in|at|near|last|killing|leaving)\b)[a-z-]+){0,4}\s?[.;!?\"”]"
)
_CHARGED = 120


def is_countercharge(text: str, act: Span) -> bool:
    """Whether somebody is accused of an act upon what was told of before, named by a pronoun."""
    if not _TOLD_OF.match(text, act.end):
        return False
    return _LAYING.search(text[max(0, act.start - _CHARGED) : act.start]) is not None
