"""What befell each person in the end: who was shot and died was killed, not injured too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from tallystick.extract.annotate import Annotations, inside, sentence_of
from tallystick.extract.effects.casualty_cues import Cue, Harm, Voice, cues
from tallystick.extract.effects.persons import Persons
from tallystick.model.document import Span
from tallystick.model.values import CountRange
from tallystick.vocab.pattern import Pattern

ONE = CountRange.exactly(1)


@dataclass(frozen=True, slots=True)
class Found:
    """Persons and the cue that says what befell them."""

    cue: Cue
    who: Persons


_BOTH = Pattern(r",?\s+(?P<or>and|or|&)\s+(?:\w+ly\s+)?", re.IGNORECASE)
_PLAIN = Pattern(r"(?!died)\w+(?:ed|ing)|dead|hurt|slain|injures?|kills?|wounds?", re.IGNORECASE)
_FATALLY = Pattern(
    r",?\s+(?:and\s+)?(?P<n>one|two|three|four|five|both|all)(?:\s+of\s+(?:them|whom))?\s+"
    r"(?:fatally|critically and one fatally)\b",
    re.IGNORECASE,
)
_NUMBERS = {"one": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_SURVIVES = Pattern(
    r"\s+(?:(?:once|twice|several times|multiple times)\s+)?(?:in|on) (?:the|his|her|both|one) "
    r"(?:\w+ )?"
    r"(?:legs?|arms?|foot|feet|hands?|shoulder|thigh|ankle|knees?|calf|wrist|elbow|buttocks|"
    r"fingers?)\b|"
    r"[^.;]{0,60}\b(?:non-?life-threatening|survived|in (?:stable|fair|good) condition)\b",
    re.IGNORECASE,
)
_DEATH = Pattern(
    r"\b(?:died|dead|killed|kills|killing|fatal\w*|slain|murder\w*|homicide|death)\b", re.IGNORECASE
)


_THEN = Pattern(  # in the next sentence, after a clause or none
    r"(?:[^.!?:;]{0,60}[;,]\s(?:(?:but|and)\s)?)?"
    r"(?:(?P<all>both|all (?:\w+)|the (?:two|three|four))|"
    r"(?P<one>one(?=,|\s(?:of|was|were|is|has|had|later|also|then|subsequently|died|succumbed|in)\b)|"
    r"the (?:younger|older|elder|first|second|"
    r"former|latter)(?: \w+)?|(?P<same>he|she|the victim|"
    r"the (?P<noun>man|woman|boy|girl|teenager|teen|officer|soldier|driver|guard)))"
    r")\b(?: of (?:them|the two))?"
    r"(?:,?\s(?!(?:when|while|after|as|because|said|had|who|but|and)\b)[\w’'-]+){0,8}?"
    r"\s(?:died|dead|deceased|succumbed|killed)\b",
    re.IGNORECASE,
)


_TAKEN_AWAY = Pattern(r"\b(?:off|away)$", re.IGNORECASE)


_OTHERS = Pattern(r"\b(?:others?|more|further|else|additional)\b", re.IGNORECASE)


def settled(notes: Annotations, found: Sequence[Found]) -> list[Found]:
    """Each person's fate once: who was shot and died was killed, not injured too."""
    text = notes.text
    joined = [(f, g, how) for f, g in combinations(found, 2) if (how := _mixed(text, f, g))]
    mixed = {id(one): how for f, g, how in joined for one in (f, g)}
    harmed = {f.who.span for f in found if f.cue.harm is not Harm.ABDUCTED}
    killed = {f.who.span for f in found if f.cue.harm is Harm.KILLED}
    kept: list[Found] = []
    for one in found:
        if id(one) in mixed:
            if mixed[id(one)] in ("and", "&"):
                some = replace(one.who, count=CountRange(1, None, one.who.count.text))
                kept.append(Found(one.cue, some))
            continue
        if one.cue.harm in (Harm.SHOT, Harm.INJURED) and one.who.span in killed:
            continue
        if one.cue.harm is Harm.SHOT and _are_dead(notes, one):
            continue
        if one.who.count.high == 0 and _OTHERS.search(text, one.who.span.start, one.who.span.end):
            continue  # "no other victims were found"
        if _TAKEN_AWAY.search(one.cue.span.of(text)) and one.who.span in harmed:
            continue  # "hit in the head and taken away"
        kept += [left for told in _shot(notes, one) for left in _surviving(notes, told)]
    return kept


def _are_dead(notes: Annotations, one: Found) -> bool:
    """ "Nine were killed; four **of them** were shot": how the dead died."""
    sentence = sentence_of(notes, one.cue.span)
    if sentence is None or not _OF_THOSE.search(notes.text, one.who.span.start, one.who.span.end):
        return False
    told = cues(notes.text, Span(sentence.span.start, one.who.span.start))
    if not told and sentence.index > 0:
        told = cues(notes.text, notes.sentences[sentence.index - 1].span)
    return bool(told) and all(cue.harm is Harm.KILLED for cue in told)


_OF_THOSE = Pattern(r"\bof\s+(?:them|those|these|whom)$", re.IGNORECASE)


def _surviving(notes: Annotations, one: Found) -> Iterator[Found]:
    """ "Two men were shot. Both died": those hurt without those that the next words tell dead."""
    hurt = one.cue.harm in (Harm.SHOT, Harm.INJURED)
    then = _next(notes, one) if hurt else None
    several = one.who.counted and (one.who.count.low or 0) > 1
    if then is None or (several and then["same"]) or (not several and not then["same"]):
        yield one
    elif several and then["one"] and one.who.count.high:
        rest = CountRange.exactly(one.who.count.high - 1, one.who.count.text)
        yield replace(one, who=replace(one.who, count=rest))


def _next(notes: Annotations, one: Found) -> re.Match[str] | None:
    """What the sentence after says of those of this one's words, where they died."""
    sentence = sentence_of(notes, one.cue.span)
    if sentence is None or sentence.index + 1 >= len(notes.sentences):
        return None
    span = notes.sentences[sentence.index + 1].span
    then = _THEN.match(notes.text, span.start, span.end)
    noun = then["noun"].lower() if then and then["noun"] else ""
    return then if noun in one.who.span.of(notes.text).lower().split() or not noun else None


def _mixed(text: str, first: Found, second: Found) -> str:
    """ "killed and wounded dozens", "15 were killed or injured": of each, nobody knows."""
    if first.who.span != second.who.span or first.cue.harm is second.cue.harm:
        return ""
    if {first.cue.harm, second.cue.harm} - {Harm.KILLED, Harm.INJURED} or first.who.count == ONE:
        return ""
    if not all(_PLAIN.fullmatch(one.cue.span.of(text)) for one in (first, second)):
        return ""  # "was hit in the head and died"
    match = _BOTH.fullmatch(text, first.cue.span.end, second.cue.span.start)
    return match["or"].lower() if match else ""


def _shot_dead(text: str, one: Found) -> bool:
    """ "Soldiers shot three merchants": who shoots somebody kills, where none is said to live."""
    if one.cue.doubted:
        return False
    several = one.who.counted and (one.who.count.low or 0) > 1
    if one.who.span.start < one.cue.span.end or one.who.bare or one.who.part or not several:
        return False
    end = max(one.cue.span.end, one.who.span.end)
    return not (
        _SURVIVES.match(text, end)
        or _LIVING.search(text, end, min(len(text), end + _SOON))
        or not re.fullmatch(r"shot|shoots", one.cue.span.of(text), re.IGNORECASE)
    )


_SOON = 260  # characters within which those who live are told of
_LIVING = Pattern(
    r"\b(?:wound\w*|injur\w*|hospital\w*|condition|surviv\w*|recover\w*|surgery|treated|critical\w*|"
    r"fatally|non-?life|stable|doctors|coma|unconscious|alive|paraly[sz]ed|blind(?:ed)?|"
    r"(?:in|through|on) (?:the|his|her|both|one) (?:\w+ )?(?:legs?|arms?|foot|feet|hands?|"
    r"shoulders?|thighs?|ankles?|knees?|stomach|abdomen|back|chest|neck|face|buttocks|hip))\b",
    re.IGNORECASE,
)


_AND_DIED = Pattern(  # "was shot by two men as she left and died there"
    r"(?![^.;]{0,120}\b(?:who|whose|but|while|when|before|as\s(?!(?:he|she)\b))\b)[^.;]{0,120}\sand\s"
    r"(?:(?:later|then|\w+ly)\s)?(?:died|succumbed|bled to death)\b",
    re.IGNORECASE,
)


def _killing(notes: Annotations, one: Found) -> Found | None:
    """ "Shot a hundred people, **killing 49**": those shot who did not die."""
    total = (one.who.count.low or 0) if one.who.counted else 0
    end = max(one.cue.span.end, one.who.span.end)
    dead = dead_of_them(notes, end) if total > 1 else None
    if dead is None or not dead.low or dead.low >= total:
        return None
    rest = CountRange.exactly(total - dead.low, one.who.count.text)
    return replace(one, who=replace(one.who, count=rest))


def dead_of_them(notes: Annotations, at: int) -> CountRange | None:
    """How many the words after ``at`` tell dead of those before: ", killing 49", ", leaving 12
    dead"; but not ", leaving 20 wounded"."""
    for told in _KILLING.finditer(notes.text, at, at + _SOON):
        if _CLAUSE.fullmatch(notes.text, at, told.start()) is None:
            return None
        near = inside(notes.counts, Span(told.end(), told.end() + _NEXT))
        if not near or near[0].span.start != told.end():
            continue
        if not told["left"] or _LEFT_DEAD.match(notes.text, near[0].span.end):
            return near[0].count
    return None


_CLAUSE = Pattern(r"(?:(?!\sand\s)[^.;]){0,100}", re.IGNORECASE)
_KILLING = Pattern(r",\s(?:killing|(?P<left>leaving))\s", re.IGNORECASE)
_LEFT_DEAD = Pattern(
    r"\s(?:(?!(?:and|with|wounded|injured|hurt)\b)[\w’'-]+\s){0,4}?(?:dead|killed|slain|lifeless)\b",
    re.IGNORECASE,
)
_NEXT = 20  # characters of a number


def _shot(notes: Annotations, one: Found) -> Iterator[Found]:
    """The shot are injured; but one of them may be told dead, here or anywhere in the text."""
    text = notes.text
    if one.cue.harm is not Harm.SHOT:
        yield one
        return
    if (left := _killing(notes, one)) is not None:
        yield left
        return
    fatal = _FATALLY.match(text, one.cue.span.end)
    befallen = one.who.count == ONE and one.who.span.end <= one.cue.span.start
    died = befallen and _AND_DIED.match(text, one.cue.span.end)
    if fatal is None and (died or _shot_dead(text, one)):
        yield replace(one, cue=replace(one.cue, harm=Harm.KILLED))
        return
    if fatal is None:
        survives = _SURVIVES.match(text, one.cue.span.end)
        if one.who.count != ONE or survives or not _DEATH.search(text):
            yield one
        return
    total = one.who.count.low or 0
    dead = min(_NUMBERS.get(fatal["n"].lower(), total), total)
    rest = one.who.count.high is not None and total - dead
    span = Span(fatal.start("n"), fatal.end())
    killed = replace(one.who, span=span, count=CountRange.exactly(dead, fatal["n"]))
    yield Found(Cue(span, Harm.KILLED, Voice.PASSIVE), killed)
    if rest:
        injured = replace(one.who, count=CountRange.exactly(rest, one.who.count.text))
        yield Found(one.cue, injured)
