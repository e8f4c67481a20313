"""Persons by nouns that no list has: "seven quarrymen were killed", "murdered the headman".

What is killed, wounded or kidnapped is a person, or a beast; things are destroyed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.grammar.counts import CountMention
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.values import CountRange
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

__all__ = ["head", "unlisted", "victim"]

_HARMED = (
    r"(?:killed|martyred|murdered|strangled|lynched|raped|beaten|burned|stabbed|grazed|"
    r"treated for|recovering|taken to (?:an? |the )?hospital|in hospital|hospitali[sz]ed|"
    r"(?:hit|struck|cut) (?:in|on|by)|(?:suffered|sustained) \w+|"
    r"lost (?:an?|his|her|both|two|three) \w+|wounded|injured|hurt|dead|shot dead|"
    r"machine-?gunned|gunned down|hacked to death|crucified|massacred|perished|"
    r"slain|beheaded|executed|kidnapped|abducted|lost their lives|died)"
)
_BE = (
    r"(?:(?:,?\s+who)?\s+(?:was|were|is|are|has been|have been|had been|being|also|reportedly|"
    r"\w+ly))"
)
_THEN = caseless(rf"{_BE}{{0,3}}\s+{_HARMED}\b")
_WHO_THEN = caseless(  # "two carabinieri who gave chase were shot dead"
    r"\s+who\s+(?:(?!(?:and|but|said|says|was|were|are|is|killed|wounded|shot)\b)[\w’'-]+\s+){1,7}?"
    rf"(?:was|were|(?:has|have|had) been)\s+(?:\w+ly\s+)?{_HARMED}\b"
)
_AND_OTHERS = caseless(rf",?\s+and\s+[\w\s’'-]{{2,40}}?{_BE}{{1,3}}\s+{_HARMED}\b")
_KILLING = caseless(
    r"\b(?:killing|wounding|injuring|hurting|hurt|poisoning|murdering|kidnapping|abducting|beheading|executing|killed|"
    r"wounded|injured|kidnapped|abducted|shot dead|murdered|beheaded|executed|gunned down|"
    r"(?:claim|cost|t[aou]*k)(?:ed|s|es|ing)? (?:the )?li(?:fe|ves) of|deaths? of)\s+$"
)
_AMONG_THE_DEAD = caseless(
    r"\b(?:among\s+(?:the|those)\s+(?:dead|killed|victims|wounded|injured)\s+(?:was|were|are|is)|"
    r"(?:dead|victims|fatalities|wounded|injured)\s+(?:also\s+)?includ(?:ed?|es))\s+$"
)
_MOST_WORDS = 3
_WORD = caseless(
    r"\s+(?!(?:fell|fled|died|escaped|survived|and|or|of|in|on|at|by|the|an?|were|was|are|is|who|that|which|when|after|with|to|"
    r"from|for|more|others?|people|persons|dead|killed|wounded|injured|missing|its|their|his|her)\b)"
    r"[a-z][\w’'-]*"
)
_ENDS = Pattern(
    r"[,.;]|$|\s+(?:and|in|at|on|near|outside|inside|when|after|who|from|while|with|as|of|during|"
    r"by|including|before|there|yesterday|today|last)\b",
    re.IGNORECASE,
)
_NOBODY = caseless(
    r"\b(?:cows?|cattle|goats?|sheep|dogs?|horses?|donkeys?|camels?|animals?|livestock|buffalo(?:es)?|foot|toes?|limbs?|"
    r"bulls?|pigs?|cal(?:f|ves)|lambs?|hens?|mules?|oxen|poultry|estimated|chickens?|elephants?|birds?|cats?|days?|nights?|weeks?|times?|places?|cases?|"
    r"incidents?|attacks?|strikes?|raids?|blasts?|sides?|clashes|battles?|jobs?|plans?|towers?|aircraft|"
    r"planes?|drones?|boats?|ships?|cars?|totals?|numbers?|legs?|arms?|hands?|feet|eyes?|fingers?)$"
)
_SEVERAL = caseless(r"(?:s|men|women|people|folk|children)$")


def unlisted(notes: Annotations, sentence: Sentence) -> Iterator[tuple[Span, CountRange]]:
    """A number or an article, a noun that is nobody's and nothing's, and a verb of harm beside
    it; with how many they are."""
    for count in inside(notes.counts, sentence.span):
        if count.count.high == 0:
            continue
        for end in _noun_ends(notes, sentence, count):
            if _is_harmed(notes.text, sentence, count, end):
                yield Span(count.span.start, end), count.count
                break


def _noun_ends(notes: Annotations, sentence: Sentence, count: CountMention) -> Iterator[int]:
    """The ends of one to three words after a number that can be a noun for persons."""
    text, end = notes.text, count.span.end
    several = (count.count.low or count.count.high or 0) > 1
    counted = count.count.low == count.count.high  # "two carabinieri"
    for _ in range(_MOST_WORDS):
        noun = _WORD.match(text, end, sentence.span.end)
        if noun is None:
            return
        end = noun.end()
        if _NOBODY.search(noun.group()) or _is_known(notes, Span(count.span.end, end)):
            return
        if bool(_SEVERAL.search(noun.group())) is several or (several and counted):
            yield end


def _is_known(notes: Annotations, span: Span) -> bool:
    """Whether words are of things, weapons, dates or persons that a list has."""
    near = Span(max(0, span.start - 30), span.end + 30)
    kinds = (notes.targets, notes.weapons, notes.persons, notes.dates, notes.events)
    return any(f.span.overlaps(span) for kind in kinds for f in inside(kind, near))


def _is_harmed(text: str, sentence: Sentence, count: CountMention, end: int) -> bool:
    if _THEN.match(text, end, sentence.span.end):
        one = count.count == CountRange.exactly(1) and _PLURAL.match(text, end) is not None
        return not one or _joins(text, sentence, count)
    if any(verbs.match(text, end, sentence.span.end) for verbs in (_WHO_THEN, _AND_OTHERS)):
        return True
    before = text[max(sentence.span.start, count.span.start - 24) : count.span.start]
    told = _KILLING.search(before) or _AMONG_THE_DEAD.search(
        text, max(sentence.span.start, count.span.start - 60), count.span.start
    )
    return told is not None and bool(_ENDS.match(text, end, sentence.span.end))


def _joins(text: str, sentence: Sentence, count: CountMention) -> bool:
    """ "The headman **and a** weaver were killed", but not "farmers in **a** field were killed"."""
    return _LISTED.search(text, sentence.span.start, count.span.start) is not None


_PLURAL = caseless(r"\s+(?:were|are|have)\b")
_LISTED = Pattern(r"(?:,|\b(?:and|or|plus|with|as))\s+$", re.IGNORECASE)


def victim(text: str, cue: Span, end: int) -> Span | None:
    """Who is told right after a word for murder or kidnapping, up to ``end``; one person."""
    who = _VICTIM.match(text, cue.end, end)
    return Span(*who.span("who")) if who and _OF_PERSON.fullmatch(cue.of(text)) else None


def head(text: str, at: int, others: Span) -> Span | None:
    """The one named from ``at`` on, before "and six other members"."""
    who = _HEAD.fullmatch(text, at, others.start)
    return Span(*who.span("head")) if who and _OTHERS.search(others.of(text)) else None


_OF_PERSON = Pattern(
    r"shot dead|shoots dead|gunned down|gunning down|murder(?:ed|ing)|assassinat(?:ed|ing)|"
    r"behead(?:ed|ing)|kidnap(?:ped|ping)|abduct(?:ed|ing)",
    re.IGNORECASE,
)
_VICTIM = Pattern(
    r"\s+(?P<who>(?:the|an?|its|their|his|her)\s+(?:(?!(?:and|of|who|in|at|on)\b)[\w’'-]+\s){0,3}"
    r"[\w’'-]*[a-rt-z])(?=[,.;]|$|\s(?:of|in|at|on|near|outside|inside|and|who|from|with|while|as|"
    r"after)\b)",
    re.IGNORECASE,
)
_HEAD = Pattern(
    r"\s+(?P<head>(?:the|its|their|his|her|an?)\s+(?:(?!(?:and|who|that|when|after)\b)[\w’'-]+\s)"
    r"{0,7}[\w’'-]+)\s(?:and|along with|as well as)\s+(?:at least\s+)?",
    re.IGNORECASE,
)
_OTHERS = Pattern(r"\bothers?\b", re.IGNORECASE)
