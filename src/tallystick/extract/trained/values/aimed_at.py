"""Targets by nouns that no list has: "a tavern", "two tax collectors", "the Heron lodge".

What the network plainly sees attacked is a target whatever it is called; of what kind it is,
the words do not say.
"""

from __future__ import annotations

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.trained.values.unlisted import target_of
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Target, TargetKind
from tallystick.vocab.caseless import caseless

__all__ = ["aimed_at"]

_BEFORE = 60  # characters before a tagged word in which its phrase begins
_MOST = 60  # characters of such a phrase
_TWO = 2  # words: an article and a noun
_DETERMINER = (
    r"(?:an?|the|another|its|his|her|their|our|my|this|that|these|those|both|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|several|some|many|dozens\sof|\d{1,3})"
)
_STOP = (  # words that end a phrase
    r"(?:of|in|on|at|near|by|to|from|for|with|and|or|but|who|whom|which|that|where|when|while|as|"
    r"after|before|during|since|until|inside|outside|behind|under|over|around|beside|between|"
    r"against|into|onto|through|across|along|was|were|is|are|be|been|being|had|has|have|did|does|"
    r"will|would|could|may|might|must|shall|should|said|says|he|she|it|they|we|an?|the|his|her|its|their|"
    r"yesterday|today|tonight|last|late|early|earlier|later|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day|not|also|then|there|here|too|ablaze|alight|down|up|off|out|killing|wounding|"
    r"injuring|leaving|carrying|held|used|run|belonging|hit|struck|led|left|went|came|blew|stood|"
    r"took|fell|ran|drove|died|both|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*|"
    r"several|some|many|another|because|no|close|us|them|him|me|you|targeted)"
)
_WORD = rf"(?!{_STOP}\b)[^\W_][\w’'.-]*(?<![.])"
_SHARED = (  # "a research and testing centre"
    rf"\s+and\s+{_WORD}(?<=ing|ion|ent|tal|ial|cal|nal|ive|ary)\s+{_WORD}"
)
_PHRASE = caseless(rf"\b{_DETERMINER}\s+{_WORD}(?:\s+{_WORD}){{0,4}}(?:{_SHARED})?")
_NOTHING = caseless(  # heads that say where, when or what of, not what was aimed at
    r"(?:areas?|parts?|sections?|sectors?|sides?|locations?|spots?|junction|roads?|streets?|"
    r"squares?|corners?|gates?|doors?|doorway|entrance|windows?|walls?|roofs?|ceilings?|yards?|floors?|"
    r"tracks?|border|front|outskirts|east|west|north|south|city|town|village|hamlet|suburb|quarter|"
    r"neighbou?rhood|settlement|district|county|municipality|township|borough|commune|territory|"
    r"province|governorate|region|state|island|hill|valley|mountain|forest|river|attack(?:s|ers?)?|"
    r"bomb(?:s|ers?)?|time|day|night|morning|evening|afternoon|week|month|year|minutes?|hours?|"
    r"ones?|another|others?|people|number|lot|half|third|second|first|body|bodies|head|face|neck|"
    r"chest|legs?|arms?|hands?|feet|foot|eyes?|back|stomach|abdomen|stretch|series|men|man|wom[ae]n|"
    r"boys?|girls?|suspects?|targets?)$"
)
_BARE = caseless(  # the same of these, where nothing tells them from others
    rf"{_DETERMINER}\s+(?:places?|points?|fields?|cent(?:re|er)s?|department|parish)$"
)
_DONE = caseless(r"[a-z]{4,}ed$")  # a verb after it, not "shed"
_ASIDE = caseless(  # before a phrase that tells whom it came from, with what, who was hurt
    r"\b(?:by|from|with|than|kill(?:ed|ing|s)|wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt(?:ing|s)?|"
    r"maim(?:ed|ing)|arrest(?:ed|ing)|accus(?:ed|ing)|blam(?:ed|ing)|suspects?|deaths?\sof)\s+$"
)


def aimed_at(notes: Annotations, tagged: Span) -> Draft | None:
    """The phrase around tagged words as a target, of no known kind where no noun tells it;
    ``None`` where it names a weapon, a deed, a settlement or a part of something."""
    start = max(0, tagged.start - _BEFORE)
    for found in _PHRASE.finditer(notes.text, start, min(len(notes.text), tagged.end + _BEFORE)):
        span = Span(*found.span())
        if span.start >= tagged.end:
            break
        if span.overlaps(tagged) and len(span.of(notes.text)) <= _MOST:
            return _named(notes, span)
    return None


def _named(notes: Annotations, span: Span) -> Draft | None:
    words = span.of(notes.text).split()
    if len(words) > _TWO and _DONE.match(words[-1]):  # "a cart slammed into it"
        words = words[:-1]
        span = Span(span.start, notes.text.rindex(words[-1], span.start, span.end) + len(words[-1]))
    head = words[-1].casefold()
    if _NOTHING.match(head) or _BARE.match(" ".join(words)):
        return None
    if _ASIDE.search(notes.text, max(0, span.start - _BEFORE), span.start):
        return None
    known = target_of(notes, span)
    if known is not None:
        return Draft(Field.TARGET, known, span)
    if inside(notes.weapons, span):
        return None
    if any(e.span.end == span.end for e in inside(notes.events, span)):
        return None
    return Draft(Field.TARGET, Target(" ".join(words), TargetKind.OTHER), span)
