"""The day on which somebody spoke, beside that of what is spoken of: "said on Sunday that jets
had bombed", "It was unclear on Thursday whether", "accused them on Friday of"."""

from __future__ import annotations

import re

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.dates.mentions import DateMention, DateRole
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.spoken import speaking_in
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

__all__ = ["of_speaking", "spoken_of"]


def spoken_of(notes: Annotations, sentence: Sentence) -> DateMention | None:
    return next(
        (
            d
            for d in inside(notes.dates, sentence.span)
            if d.role is DateRole.WHEN and of_speaking(notes, sentence, d)
        ),
        None,
    )


def of_speaking(notes: Annotations, sentence: Sentence, date: DateMention) -> bool:
    """Whether a date says when somebody spoke: "said on Sunday that", "On Friday A said"."""
    if _ITS_EVENT.match(notes.text, date.span.end):
        return False
    voiced = _VOICED.search(notes.text, sentence.span.start, date.span.start)
    if voiced and (voiced["of"] is None or _OF_WHAT.match(notes.text, date.span.end)):
        return True
    if _ISSUED.search(notes.text, sentence.span.start, date.span.start):
        return True
    if _AVOWED.search(notes.text, sentence.span.start, date.span.start):
        return True
    if _CREDIT.match(notes.text, date.span.end, sentence.span.end):
        return True
    for attribution in speaking_in(notes, sentence.span):
        if _by_a_deed(notes.text, attribution):
            continue
        named_after = attribution.source.start >= attribution.cue.end  # "on Friday, according to"
        if 0 <= attribution.cue.start - date.span.end <= 2 and not named_after:
            return True
        between = attribution.source.end <= date.span.start < attribution.cue.start
        if between and not _ACTS.search(notes.text, attribution.source.end, date.span.start):
            return True  # but not "ETA owned up to the bomb that killed ten on Friday, but said"
        opens = date.span.start - sentence.span.start < _OPENING and not _set_in(notes, attribution)
        if opens and 0 <= attribution.source.start - date.span.end <= 3:
            return True
        after = notes.text[attribution.cue.end : date.span.start]
        if date.span.start >= attribution.cue.end and _only_audience(after):
            rest = notes.text[date.span.end : sentence.span.end].lstrip()
            if attribution.content.end <= attribution.cue.start or re.match(
                r"(?:that\b|,|\.|”|\"|(?:in|it|they|he|she|an?|the|its|their|his|her)\b|$)",
                rest,
                re.IGNORECASE,
            ):
                return True
    return False


def _set_in(notes: Annotations, said: Attribution) -> bool:
    """ "Last night, **the ministry said,** jets bombed Orun": between commas, in what was done."""
    start = max(0, said.source.start - 2)
    return notes.text[start : said.source.start] == ", " and notes.text[said.cue.end :][:1] == ","


_ITS_EVENT = Pattern(
    r"['’]s\s(?:[\w-]+\s){0,3}?(?:attacks?|raids?|strikes?|bombings?|blasts?|"
    r"explosions?|shootings?|killings?|ambush(?:es)?|assaults?|shelling|clash(?:es)?)\b"
)
_VOICED = caseless(  # "it was unclear on Thursday whether", "accused them on Thursday of having"
    r"\b(?:(?:traded|exchanged)\s(?:accusations|charges|blame|recriminations)"
    r"|(?P<of>(?:accused|blamed)\s[^.;:,]{2,60})"
    r"|(?:it|there)\s(?:was|were|remained)\s(?:still\s)?(?:unclear|not\sclear|confusion|doubt|"
    r"uncertainty|disagreement|disputes?|conflicting\s(?:reports|accounts|claims))"
    r"|\b(?:details|accounts|news|word|reports|rumou?rs|footage|pictures|images|evidence)\s"
    r"[^.;:,]{0,60}?\b(?:emerged|surfaced|came\s(?:out|in|to\slight)|broke|spread|circulated)"
    r"|it\s(?:emerged|transpired|became\s(?:known|clear)|came\sto\slight|was\s(?:learned|learnt|"
    r"disclosed|revealed))"
    r"),?\s(?:late\s|early\s)?(?:on\s)?$"
)
_OF_WHAT = Pattern(r"\s(?:of|for)\b")


def _by_a_deed(text: str, said: Attribution) -> bool:
    """Whether no words answer: "The army **replied** at dawn with artillery"."""
    if not _ANSWERED.match(text, said.cue.start) or said.content.end <= said.cue.start:
        return False
    return _IN_WORDS.match(text, said.cue.end) is None


_ANSWERED = caseless(r"(?:answer|repl|respond|retaliat)\w*")
_IN_WORDS = Pattern(
    r"\s?(?:that\b|[,:;\"“‘]|in\s(?:an?\s)?(?:\w+\s)?(?:statement|letter|message)|by\ssaying)"
)
_OPENING = 16  # characters: "On Friday, the paper said", but not "killed five on Friday, ..."
_ISSUED = caseless(
    r"\b(?:issued|released|published|broadcast|aired|posted|circulated|statement|interview|report|"
    r"communiqu[eé]|letters?|dated)\s+"
    r"(?:earlier\s+|late\s+)?(?:on\s+)?$"
)
_AVOWED = caseless(  # "owned up on Thursday to", "claimed, on June 10, the shooting"
    r"\b(?:owned up|admitted|confessed|claimed|avowed|acknowledged|boasted|"
    r"(?:claimed|took|accepted) responsibility),?\s+(?:late\s+|early\s+)?(?:on\s+)?$"
)


_CREDIT = caseless(  # "on Saturday took responsibility for two bombs"
    r"\s+(?:also\s+)?(?:took|claimed|assumed|accepted|denied)\s+(?:full\s+|any\s+|all\s+)?"
    r"(?:responsibility|credit|involvement)\b"
)


_ACTS = Pattern(
    r"\b(?:attack\w*|strike\w*|struck|hit|kill\w*|responsib\w+|launch\w*|fired|bomb\w*|"
    r"ambush\w*|raid\w*|shoot\w*|blasts?|explosions?|assault\w*|murder\w*|massacre\w*|"
    r"shell(?:s|ed|ing)|shot|storm\w*|seiz\w*|captur\w*|abduct\w*|kidnap\w*|explod\w*|"
    r"detonat\w*|burn\w*|destroy\w*|damag\w*)\b"
)


def _only_audience(between: str) -> bool:
    few = len(between.split()) <= 6
    return few and not (_ACTS.search(between) or re.search(r"\b(?:that|it|they)\b|,", between))
