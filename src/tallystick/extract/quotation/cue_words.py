"""The words of saying in a sentence: those of the lexicon, and "put" of a figure.

"The governor **put** the toll at 22", "a nurse **placed** the dead at 19", "police **gave** a toll
of six", "families **spoke** of ten bodies": the figure is what is said, so that the word of
saying ends before it.
"""

from __future__ import annotations

import re

from tallystick.model.document import Span
from tallystick.model.statement import Stance
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import Cue, Form, cues
from tallystick.vocab.matching import Hit

_PUTS = caseless(
    r"\b(?P<verb>puts?|plac(?:es|ed))\s+(?!an?\b)(?=(?:it|(?:[\w’'-]+\s+){1,6}?(?:tolls?|dead|deaths|fatalities|loss(?:es)?|"
    r"casualties|numbers?|figures?|counts?|totals?|wounded|injured|killed)(?:\s+[\w’'-]+){0,6}?)\s+at\s+"
    r"(?:[\w-]+\s+){0,3}?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"twenty|thirty|forty|fifty|sixty|several|dozens|scores|hundreds|thousands)\b))"
)
_RAISES = re.compile(  # "the mayor later **raised** the toll to eight"; a blast says nothing
    r"(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|ministry|authorit(?:y|ies)|officials?|police|governor|mayor|minister|"
    r"spokes\w+|monitor\w*|[Oo]bservatory|office|agency|department|director|hospitals?|doctors|"
    r"medics|command|army|military|commission|service|police)|[A-Z][\w’-]+\s[A-Z][\w’-]+,)\s+"
    r"(?:(?:later|since|then|has|have|had|now|also|soon|\w+ly)\s+){0,3}"
    r"(?P<verb>raised|raises|lowered|lowers|revised|updated|corrected|cut|reduced|increased)\s+"
    r"(?=(?:the|its|his|her|their)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:toll|dead|deaths|figure|count|number|total|estimate)s?\b(?:\s+[\w’'-]+){0,5}?\s+to\s)"
)
_SPOKE = caseless(  # "families **spoke** of ten bodies"
    r"\b(?P<verb>spoke|speaks?)\s+(?=of\s+(?:[\w-]+\s+){0,3}?(?:\d[\d,]*|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|several|dozens|scores|"
    r"hundreds|thousands)\s[^.;]{0,40}?\b(?:dead|deaths|bodies|corpses|killed|wounded|injured|hurt|"
    r"casualties|victims|fatalities|martyrs)\b)"
)
_SURE = caseless(  # "found beyond reasonable doubt": nobody doubts it
    r"\b(?:beyond\s+(?:an?\s+|any\s+|all\s+)?(?:\w+\s+)?|without\s+(?:an?\s+|any\s+)?(?:\w+\s+)?|no\s+)doubt"
)
_ONE = caseless(r"\b(?:an?|no|any|the\s+(?:first|earlier|initial|latest))\s+(?:[\w-]+\s+)?$")
_NOBODY = caseless(r"(?:no|nobody|none|neither)\b")
_NOTHING_SAID = (  # "neither confirmed nor denied", "declined to confirm or deny"
    r"\b(?:neither|not|never|without|(?:declin|refus)(?:e[sd]?|ing)\s+to|unable\s+to|yet\s+to|\w+n['’]t)\s+"
    r"(?:either\s+|be\s+able\s+to\s+)?(?:confirm(?:ed|ing|s)?|claim(?:ed|ing)?|den(?:y|ies|ied|ying))\s+n?or\s+(?:to\s+)?"
    r"(?:confirm(?:ed|ing|s)?|den(?:y|ies|ied|ying))\b"
)
_WITHHELD = caseless(_NOTHING_SAID)
_LEFT_OPEN = caseless(
    rf"{_NOTHING_SAID}\s+(?:that|whether|if|(?:(?:the|an?|any)\s+)?(?:reports?|claims?|allegations?)\s+that)\b"
)
_BOTH = (Stance.CONFIRMS, Stance.DENIES)
_ARTICLES = frozenset(("the", "a", "an", "no", "any", "its", "his", "her", "their", "our"))
_REACH = 160  # characters of a clause
_NEAR = 30  # characters of such words
_FIGURE = ("put ", "give a ")
_PUT = Cue(Stance.REPORTS, Form.PAST, "put")


def cue_hits(words: str) -> list[Hit[Cue]]:
    """The words of saying of a sentence, in order, by offsets in it."""
    sure = {m.end() for m in _SURE.finditer(words)}
    heard = (h for h in cues().find(words) if h.span.end not in sure)
    listed = [_verb(words, h) if h.item.base.startswith(_FIGURE) else h for h in heard]
    known = {h.span.start for h in listed}
    told = (m for figure in (_PUTS, _RAISES, _SPOKE) for m in figure.finditer(words))
    put = (Span(*m.span("verb")) for m in told)
    found = [*listed, *(Hit(span, _PUT) for span in put if span.start not in known)]
    said = (h for h in found if h.item.stance not in _BOTH or not is_withheld(words, h.span))
    return sorted(said, key=lambda h: h.span)


def is_withheld(text: str, cue: Span) -> bool:
    """Whether a word of saying is one of two by which nothing is said: "neither confirmed nor
    **denied** the raid"."""
    start, end = max(0, cue.start - _NEAR), cue.end + _NEAR
    return any(m.start() <= cue.start < m.end() for m in _WITHHELD.finditer(text, start, end))


def leaves_open(text: str, words: Span) -> bool:
    """Whether words stand in what somebody neither confirmed nor denied: "declined to confirm or
    deny that **its guns** had fired"."""
    start = max(text.rfind(". ", 0, words.start) + 1, words.start - _REACH)
    return _LEFT_OPEN.search(text, start, words.start) is not None


def _verb(words: str, hit: Hit[Cue]) -> Hit[Cue]:
    """ "Put the toll", "gave a toll": "put", "gave" alone."""
    verb = words[hit.span.start : hit.span.end].split(maxsplit=1)[0]
    return Hit(Span(hit.span.start, hit.span.start + len(verb)), hit.item)


def one_told(text: str, sentence: Span, cue: Span) -> bool:
    """Whether the words before "report" or "claim" make it a thing: "an earlier | report that"."""
    if cue.of(text)[-1:] in "sS":
        return False  # "a broadcaster claims"
    return _ONE.search(text, max(sentence.start, cue.start - _NEAR), cue.start) is not None


def nobody(text: str, source: Span, *, claims: bool) -> bool:
    """Whether a source is no more than an article ("**The** allegation that ... is false"), or it
    is said that none ``claims`` it."""
    words = source.of(text)
    return words.lower() in _ARTICLES or (claims and _NOBODY.match(words) is not None)


def is_held_to_be(text: str, cue: Span, word: Cue) -> bool:
    """Whether others say it of somebody: "men suspected of spying", "a man said to be a rebel"."""
    return word.base in _HELD_TO and _TO_BE.match(text, cue.end) is not None


_HELD_TO = frozenset(("suspect", "believe", "say", "think", "allege", "report", "know", "estimate"))
_TO_BE = caseless(r"\s+(?:of|to\s+(?:be|have|belong))\b")
