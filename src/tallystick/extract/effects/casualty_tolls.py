"""Tolls by the name of one: "the death toll rose to 12", "brings to nine the number of dead"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.grammar.counts import CountMention
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, CountRange, PersonClass
from tallystick.vocab.caseless import caseless

__all__ = ["tolls_told"]

_OF_DEAD = (  # but not "toll road"
    r"(?:death )?toll\b(?![\s-](?:roads?|gates?|booths?|plazas?|bridges?|barriers?|highways?|"
    r"motorways?|tunnels?|stations?|points?|posts?|houses?|collect\w+|operators?|free|call|system|fees?|money)\b)"
)
_NEW_CLAUSE = r",\s(?:and|but)\s"
_TOLL = caseless(
    rf"\b(?:{_OF_DEAD}|"
    r"number (?:of (?:[\w’'-]+\s+){0,4}?(?:dead|deaths|fatalities|victims|"
    r"killed|slain)|killed|dead)|"
    r"(?:rais|br(?:ing|ought)|t(?:ak|ook)|lift|push)\w*\s+(?:the|its|their)\s+"
    r"(?:deaths|fatalities|dead)|"
    r"(?<!among )(?:the|its|their|his|army[’']s|our|of) dead"
    r"(?!\s+(?:and|or|in|by|after|on|from)\b)|"
    r"(?:its|their|our) (?:own )?losses)\b"
    rf"(?:(?!wounded|injured|{_NEW_CLAUSE})[^.;0-9]){{0,60}}?\b(?:to|at|of|"
    r"is|was|were|are|reached|hit|"
    r"exceeds?|exceeded|passed|topped|totals|totall?ed|now|be|as|"
    r"estimated)\s+(?:at\s+|to\s+|now\s+)?[\"“‘]?$"
)
_GROWN = r"(?:rose|ris(?:en|es|ing)|climb(?:ed|s)|increased|gr[eo]w|grown|jumped|gone up|went up)"
_RISEN = caseless(  # "the number of rebels killed in battles at the bridge has risen to"
    rf"\b(?:{_OF_DEAD}|"
    r"number (?:of (?:[\w’'-]+\s+){0,6}?(?:dead|deaths|fatalities|victims|"
    r"killed)|killed))\b"
    rf"(?:(?!wounded|injured|\stoll|{_NEW_CLAUSE})[^.;0-9]){{0,140}}?"
    r"(?:,\s(?:initially|at first|first|earlier|previously|originally)\s[^.;]{1,30},\s"
    r"[^.;0-9]{0,20})?"
    rf"\b(?:{_GROWN}\s+(?:from\s+[\w,-]+\s+)?to|reached|reaches|topped|passed|exceeded|"
    r"(?:stands|stood) at)\s+$"
)
_INJURED_TOLL = caseless(
    r"\bnumber (?:of (?:the )?)?(?:injured|wounded|injuries)\b[^.;0-9]{0,50}?\b(?:to|at|of|is|was|"
    r"reached|hit|exceeded|topped|passed|now)\s+(?:at\s+|to\s+|now\s+)?$"
)
_TAKEN_TOLL = caseless(
    r"\bnumber of (?:the )?(?:hostages|captives|abductees|(?:people |persons |pupils |those )?"
    r"(?:taken(?! (?:to|ill|in|into)\b)|abducted|kidnapped|carried off))\b[^.;0-9]{0,50}?"
    r"\b(?:to|at|is|was|reached|exceeded|now)\s+(?:at\s+|to\s+|now\s+)?[\"“‘]?$"
)
_TOLLS = (
    (_TOLL, Field.KILLED),
    (_INJURED_TOLL, Field.INJURED),
    (_TAKEN_TOLL, Field.ABDUCTED),
    (_RISEN, Field.KILLED),
)
_BROUGHT_TO = re.compile(
    r"\s+(?:the|its|their)\s+(?:(?:overall\s+|official\s+)?death\s+toll|(?:total\s+)?number\s+of\s+"
    r"(?:[\w’'-]+\s+){0,5}?(?:dead|deaths|fatalities|killed|slain|martyred|lost(?!\s+(?:or|in\s+action)\b)|(?P<hurt>wounded|injured)|"
    r"(?P<taken>kidnapped|abducted|seized|snatched|missing|disappeared))|number\s+killed)\b",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"\b(?:likely|expected|because|could|(?-i:may)|might|would|feared|condition)\b", re.IGNORECASE
)
_CHILDREN_OF = caseless(r"\b(?:mother|father|parent)\s+of\s+$")
_OWNED = 60  # characters before a number in which it is said whose dead it counts
_FAR = 210  # characters between "the number of" and the number that it has risen to


def tolls_told(notes: Annotations, sentence: Sentence) -> Iterator[Draft]:
    """The numbers of a sentence that a toll is said to be: "raising the death toll to 12"."""
    for count in inside(notes.counts, sentence.span):
        if count.count.text.lower() in ("a", "an") or count.count.high == 0:
            continue
        start = max(sentence.span.start, count.span.start - _FAR)
        before = notes.text[start : count.span.start]
        near = max(0, len(before) - 90)
        for pattern, field in _TOLLS:
            match = pattern.search(before, 0 if pattern is _RISEN else near)
            match = None if _CHILDREN_OF.search(before) else match
            if match and not _LIKELY.search(before, *match.span()) and _is_figure(count.count):
                told = Span(start + match.start(), count.span.end)
                yield Draft(field, Casualties(_at_least(before, count), _class(notes, told)), told)
        brought = _BROUGHT_TO.match(notes.text, count.span.end, sentence.span.end)
        if brought and _is_figure(count.count):
            field = Field.ABDUCTED if brought["taken"] else Field.KILLED
            field = Field.INJURED if brought["hurt"] else field
            told = Span(count.span.start, brought.end())
            yield Draft(field, Casualties(count.count, _class(notes, told)), told)


def _at_least(before: str, count: CountMention) -> CountRange:
    """ "The number injured **topped** 200": so many and more."""
    return replace(count.count, high=None) if _PASSED.search(before) else count.count


_PASSED = caseless(r"\b(?:topped|tops|passed|exceeded|exceeds)\s+$")


def _class(notes: Annotations, toll: Span) -> PersonClass:
    """Whom a toll counts: "the number of policemen killed"."""
    told = (p.item.who for p in inside(notes.persons, toll) if p.item.plural)
    counts = inside(notes.counts, toll)
    number = counts[-1].span.start if counts else toll.end
    side = side_counted(notes.text[max(0, number - _OWNED) : number])
    return next(told, side)  # a "terrorist attack" has no terrorists dead


def side_counted(before: str) -> PersonClass:
    """ "Put **the army's** dead at 19": soldiers, though the number stands alone.

    ``before`` are the words up to the number.
    """
    found = _SIDES_DEAD.search(before)
    if found is None:
        return PersonClass.PEOPLE
    return PersonClass.FORCES if found["forces"] else PersonClass.ARMED_GROUP


_SIDES_DEAD = re.compile(
    r"\b(?:(?P<forces>army|military|troops|police|soldiers|marines|navy|government forces)|rebels|"
    r"insurgents|militants|guerrillas|militia)[’']s?\s+(?:own\s+)?(?:dead|wounded|injured|loss(?:es)?|"
    r"casualties|fatalities|death toll|toll)\s+(?:at|as)\s+[\"“‘]?$",
    re.IGNORECASE,
)


def _is_figure(count: CountRange) -> bool:
    return (
        count.high is not None
        or re.search(r"\d|dozen|hundred|score|\w{2,} \w", count.text) is not None
    )
