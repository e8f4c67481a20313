"""What the words around a date tell of it: does its clause speak of the future; in a quote,
on what day was it said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tallystick.extract.dates.grammar import Expression
from tallystick.extract.dates.terms import CalendarDay, DateRole, NamedDay, NamedMonth, PartOf, Term
from tallystick.extract.dates.words import FULL_WEEKDAY
from tallystick.model.document import Span
from tallystick.vocab.calendar import weekday_number
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

_AHEAD = caseless(
    r"(?<!\w)(?:will|won['’]t|would|shall|['’]ll|(?:was|were)\s(?:to|due\sto)\s(?!have\b|blame\b)"
    r"|(?:is|are)\s(?:to|due|set|scheduled|expected"
    r"|planned|slated)|(?:expected|expects?|set|plans?|planning|vows?|vowed|threatened"
    r"|pledged)\sto|due\sto\s(?:be|start|begin|open|resume|end|close|expire|meet|gather|vote|"
    r"speak|appear|arrive|land|leave|travel|return|visit|hold|host|attend|discuss|sign|take|go|come)\b"
    r"|(?<!had\s)(?<!been\s)planned\s(?:to|for|an?|another)"
    r"|(?<!was\s)(?<!were\s)(?<!been\s)scheduled|(?:as|so)\s(?:soon|early)\sas|slated|upcoming"
    r"|effective|payable|ahead\sof|expires?|takes\seffect)\b"
)
_SAID = Pattern(  # a verb of the past after the cue: the date is its own
    r"(?<!\w)(?:said|says|told|announced|reported|added|confirmed|denied|claimed|killed|wounded"
    r"|attacked|fired|hit|struck|had|was|were|after|when|who|which|since|last|ago)\b",
    re.IGNORECASE,
)
_PAST_VERB = (
    r"(?!expected|scheduled|planned|slated|extended)(?:\w{2,}ed|said|told|met|read|fell|hit"
    r"|struck|made|held|went|came|took|shot|began|left|was|were)"
)
_VERB_BEFORE = caseless(rf"(?<!\w)(?<!be\s){_PAST_VERB}\s(?:(?:on|early|late)\s)*$")
_VERB_AFTER = Pattern(rf"(?:\s(?!and\b|but\b|or\b)\w+)?\s{_PAST_VERB}\b", re.IGNORECASE)
_OF_THE_PAST = caseless(
    rf"(?<!\w)(?:{_PAST_VERB}|had|since|after|following|attacks?|raids?|strikes?|bombings?"
    r"|killings?|massacre|war|invasion|ceasefire|truce|anniversary)\b"
)
_REPORTED = Pattern(  # who says something speaks of any time: "said it is closing on May 9"
    r"(?<!\w)(?:said|added|announced|told\s\w+)\s(?=(?:that\s)?(?:(?:it|he|she|they|we)\s(?:is|are)"
    r"|the\s\w+\s(?:is|are))\b)",
    re.IGNORECASE,
)
_PAST = Pattern(r"(?<!\w)(?:had|was|were|did|been|not)\b", re.IGNORECASE)
_SENTENCE = Pattern(r"(?<=[a-z0-9%)\]”\"])[.!?][\"”’')]*\s(?!\s*\d)|\n[^\S\n]*\n|;")
_OPENS = Pattern(r"(?:^|[.!?\n][\"”’')]*\s*)(?:(?:on|in)\s)?$", re.IGNORECASE)
_WILL_AFTER = Pattern(
    r",?\s(?:[\w’'-]+\s){0,6}?(?:will|shall|(?:is|are)\s(?:to|due|set|scheduled|expected))\b",
    re.IGNORECASE,
)
_UP_TO = Pattern(r"(?<!\w)(?:until|till|through|by)\s(?:the\s)?$", re.IGNORECASE)
_CLAUSE = 90  # characters: how far before a date its verb is looked for


def ends_sentence(between: str) -> bool:
    """Whether a sentence ends in a stretch of text."""
    return _SENTENCE.search(between) is not None


def speaks_ahead(text: str, expression: Expression) -> bool:
    """Whether the clause of a date speaks of the future: "will meet on Friday"."""
    if (
        text[expression.end : expression.end + 2] in ("'s", "’s")
        or expression.role is DateRole.SINCE
    ):
        return False  # "Friday's attack" has happened
    before = text[max(0, expression.start - _CLAUSE) : expression.start]
    if _VERB_BEFORE.search(before) or _VERB_AFTER.match(text, expression.end):
        return False
    if _OPENS.search(before):
        return _WILL_AFTER.match(text, expression.end, expression.end + _CLAUSE) is not None
    *_, clause = _SENTENCE.split(before)
    up_to = _UP_TO.search(before)
    if up_to and _has_an_end(expression.term, before):
        opens = _OPENS.search(before[: up_to.start()])
        return not _PAST.search(text[expression.end :][:_CLAUSE] if opens else clause)
    cues = list(_AHEAD.finditer(clause))
    return bool(cues) and not _SAID.search(clause, cues[-1].end())


def speaks_back(text: str, expression: Expression) -> bool:
    """Whether the sentence of a date tells of something past, as far as its words show."""
    before = text[max(0, expression.start - _CLAUSE) : expression.start]
    after = text[expression.end : expression.end + _CLAUSE]
    sentence = _SENTENCE.split(before)[-1] + "," + _SENTENCE.split(after)[0]
    told = _REPORTED.sub(" ", sentence)
    return expression.role is DateRole.SINCE or _OF_THE_PAST.search(told) is not None


def _has_an_end(term: Term, before: str) -> bool:
    """Whether "until" or "by" such a date, with no verb to tell, is more likely to come."""
    whole = term.whole if isinstance(term, PartOf) else term
    if isinstance(whole, NamedDay):
        return not before.lower().rstrip().endswith("by")
    return isinstance(whole, CalendarDay | NamedMonth)


_SPEECH = (
    r"(?:said|says|announced|reported|added|stated|declared|claimed|confirmed|denied|warned|wrote"
    r"|tweeted|posted|acknowledged|admitted|called|condemned|blamed|accused|vowed|told|spoke"
    r"|commented|insisted|argued|(?:took|taken|claimed)\s(?:responsibility|credit))"
)
_SAID_ON = Pattern(  # "told the Courier on Friday", "said in a statement late on Friday"
    rf"(?<!\w)(?:{_SPEECH}(?:\s(?:in|by|at|to|from)(?:\s[\w’'-]+){{1,4}}?)?"
    r"|told(?:\s[\w’'.-]+){1,5}?|(?:statement|communiqu[eé]|letter|pamphlet|bulletin|interview"
    r"|broadcast|leaflet|video|recording|text|post)s?"
    r"(?:\s(?:(?:that|which)\s)?(?:was\s|were\s)?(?:issued|released|published|circulated|posted))?"
    r"|owned\sup|confessed)\s(?:late\s|early\s)?(?:on\s)?$",
    re.IGNORECASE,
)
_ON_IT_SAID = Pattern(  # "on Friday said", "On Friday the army said"
    rf"(?:,?(?:\s(?!(?:on|in|at|a|an)\b)[\w’'.-]+){{0,4}}?)\s{_SPEECH}\b", re.IGNORECASE
)
_ON = Pattern(r"(?:^|[.!?\n][\"”’')]*\s*)(?:late\s|early\s)?(?:on\s)?$", re.IGNORECASE)
_SAID_RIGHT_AFTER = Pattern(rf"\s{_SPEECH}\b", re.IGNORECASE)


_DIED_OF_IT = Pattern(  # "Two of the wounded died on Thursday", "rose to nine on Friday"
    r"\b(?:of\s(?:the|its|his|her|their)\s(?:wounded|injured|victims|hurt)"
    r"(?:\s(?:have|had|has|later))*\s(?:died|succumbed)"
    r"|(?:died|succumbed)\s(?:of|from|to)\s(?:his|her|their|the)\s(?:wounds|injuries)"
    r"|(?:rose|risen|climbed|raised)\sto\s(?:at\sleast\s)?[\w-]+)"
    r"(?:\sin\shospital)?\s(?:late\s|early\s)?(?:on\s)?$",
    re.IGNORECASE,
)


def of_speaking(text: str, span: Span) -> bool:
    """Whether a day is that on which somebody spoke ("told the paper on Friday"), or on which
    one of the hurt died: what came "a day later" is not counted from there."""
    before = text[max(0, span.start - _CLAUSE) : span.start]
    if _DIED_OF_IT.search(before):
        return True
    if _SAID_ON.search(before) or _SAID_RIGHT_AFTER.match(text, span.end):
        return True
    return _ON.search(before) is not None and _ON_IT_SAID.match(text, span.end) is not None


def of_paper(text: str, span: Span) -> bool:
    """Whether a day is that of a letter or a report: of nothing that is told in it."""
    return _PAPER.search(text[max(0, span.start - _CLAUSE) : span.start]) is not None


_PAPER = caseless(
    r"\b(?:reply|response|answer|letter|memo|memorandum|note|statement|report|communiqu[eé]|cable|"
    r"message|document|order|decree|petition|affidavit)s?,?\sdated\s(?:\w+,?\s)?$"
)


@dataclass(frozen=True, slots=True)
class SaidOn:
    """The weekday on which quoted words were said, and where the text says so."""

    weekday: int
    span: Span


_OPENING = Pattern(r"[“”\"\n]|``|''")
_SPEAKER = Pattern(
    rf"[^.“”\"\n]{{0,200}}(?:[”\"]|'')[^.“\"\n]{{0,120}}?\b(?:said|told|wrote|posted|announced"
    rf"|stated|declared|tweeted)\b[^.“\"\n]{{0,80}}?\b(?P<weekday>{FULL_WEEKDAY})\b(?!['’])",
    re.IGNORECASE,
)


def said_on(text: str, expression: Expression) -> SaidOn | None:
    """The day of the saying, for words in a quote that its own sentence dates.

    “… fired on us today,” a spokesman told reporters on Sunday: "today" is that Sunday.
    """
    if not _in_quote(text, expression.start):
        return None
    match = _SPEAKER.match(text, expression.end)
    if match is None:
        return None
    return SaidOn(weekday_number(match["weekday"]), Span(*match.span("weekday")))


def _in_quote(text: str, at: int) -> bool:
    start = text.rfind("\n", 0, at) + 1
    marks = [m.group() for m in _OPENING.finditer(text, max(start, at - 600), at)]
    if not marks:
        return False
    if marks[-1] in ("“", "``"):
        return True
    return marks[-1] == '"' and marks.count('"') % 2 == 1
