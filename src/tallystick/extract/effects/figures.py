"""The figures of a sentence that count incidents, and the words for what they count.

Four manners of counting are read: a number of incidents ("40 attacks since"), a number of
times ("attacked 13 times between"), an ordinal ("the 20th attack since") and a running
total ("raised the count to 27"). The dead and the hurt of attacks are no count of attacks:
these are read in ``tolls``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.dates.mentions import DateMention
from tallystick.extract.effects.figure_ordinals import nth_times, ordinals, series
from tallystick.extract.effects.figure_words import (
    ADJECTIVES,
    CLASS_NOUN,
    EACH_TIME,
    LEAST,
    NOUNS,
    Figure,
    bounds,
    since,
)
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.values import CountRange
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

__all__ = [
    "CLASS_NOUN",
    "EACH_TIME",
    "LEAST",
    "OF_PERSONS",
    "PART",
    "Figure",
    "bounds",
    "compared",
    "figures_in",
    "of_one_place",
]

_VERB_REACH = 60  # characters between "attacked" and "13 times"
_MOST = 40  # counts in a sentence
_BACK = 2  # sentences within which "the figure" goes back to a tally
_STOPS = (
    r"in|on|at|to|for|from|after|before|during|since|were|was|have|has|had|who|which|that|by|"
    r"killed|wounded|injured"
)
_CLASS = Pattern(
    rf"\s+(?:separate\s+|individual\s+)?{ADJECTIVES}(?P<noun>{NOUNS}|launches|missiles|drones|bombs|devices|shells|"
    rf"rockets)\b(?P<more>\s+(?:on|against|targeting|by|upon)\s+(?:(?!(?:{_STOPS}|are|is|so|"
    r"between|over|as|this|last|near|across|while|of which)\b)[\w'’&.-]+\s*){1,7})?",
    re.IGNORECASE,
)
_WEAPONS_ALONE = Pattern(
    r"(?:launches|missiles|drones|bombs|devices|shells|rockets)$", re.IGNORECASE
)
_TIMES = caseless(r"\s+(?:separate\s+|different\s+)?(?:times|occasions)\b")
_ATTACKED = Pattern(
    r"\b(?:attack|hit|struck|strike|target|bomb|shell|bombard|raid|ambush|fired|shot|assault|"
    r"rocket|pound|sabotag|dynamit|violat|breach|bl[eo]wn? up|set fire|set ablaze|torch|"
    r"c[ao]me under)\w*(?:\s+(?:fire|attack|on|at|upon))?(?=[^.;]{0,60}$)",
    re.IGNORECASE,
)
_PERIOD = caseless(
    r"\b(?:since|so\s+far|in\s+total|in\s+all|to\s+date|(?<!earlier )(?<!later )"
    r"(?:this|last)\s+(?:year|month|week)|(?:in|within)\s+\d+\s+hours|"
    r"(?:in|over|during|within)\s+(?:the\s+)?(?:past|last|previous|first|course)|"
    r"in\s+(?:a|one|two|three|four|five|six|\d+)\s+(?:weeks?|months?|years?)|"
    r"in\s+(?:a|one)\s+(?:single\s+)?(?:week|month|year)|"
    r"between\s[^;]{1,40}?\sand\s|from\s[^;]{1,40}?\s(?:to|until|through)\s|as\s+of|"
    r"(?:in|during|of)\s+(?:19|20)\d\d|(?:in|during)\s+[a-z][a-z]+\s+alone|"
    r"in\s+\d\d+\s+days|in\s+(?:its|their)\s+first\s+(?:\w+\s+)?(?:weeks?|months?|years?)|"
    r"(?:over|during|throughout|in)\s+the\s+(?:day|night|month|week|weekend|conflict|war)\b|"
    r"in\s+recent\s+(?:days|weeks|months|years)|over\s+\d+\s+hours|"
    r"(?:in|over|during|for)\s+the\s+same\s+(?:time|period|span)|in\s+\w+\s+weeks\s+of|"
    r"during\s+the\s+[\w-]+\s+(?:conflict|war|days|weeks|months)|"
    r"that\s+(?:began|started)|(?:began|beginning|starting|started)\s+(?:on|in|from)|"
    r"up\s+to\s+now|until\s+now|have\s+now|has\s+now|had\s+now)\b"
)
_SUMS = caseless(
    r"\b(?:(?:a|the|running|grand|overall)\s+(?:total|tally|count)|tally|tallied|"
    r"(?:has|have)\s+(?:now\s+)?(?:logged|registered|recorded|documented|verified|confirmed|counted)|"
    r"(?:total\s+)?number\s+of)\b"
)
_FIGURE = (
    r"(?:(?:(?:raised?|raises|raising|took|takes|taking|br(?:ought|ings?|inging)|"
    r"puts?|putting|gave|gives?|giving|listed|pushed|pushing|lifted|rais(?:es|ing)|revised|updated|increased)\s+"
    r"(?:it|that|this|(?:the|its|their|his|her)\s+(?:\w+\s+){0,2}?"
    r"(?:count|number|total|tally|figure|sum))"
    r"|\b(?:count|number|total|tally|figure|attacks|strikes|raids|bombings)\b)"
    r"(?P<of>\s+(?:of|on|against)\s+(?:[\w'’.-]+\s+){0,9}?[\w'’.-]+)??"
    r"(?:\s+(?:since|for)\s+[\w\s]{3,25}?)??"
    r"\s+(?:(?:had|has|have|now|currently|then|already|just)\s+){0,2}"
    r"(?:to|at|as|is|was|were|been|stands?\s+at|stood\s+at|standing\s+at|reach(?:ed|es|ing)|"
    r"rose\s+to|risen\s+to|climbed\s+to|grown\s+to|grew\s+to|hit|passed|exceeded|exceeds|came\s+to|"
    r"comes\s+to)(?:\s+(?:now|then|be))?\s*)$"
)
_RUNNING = caseless(_FIGURE)
OF_PERSONS = caseless(
    r"\b(?:toll|dead|deaths?|killed|wounded|injured|casualt\w+|victims?|people|persons|lives|"
    r"troops|soldiers|hurt|fatalit\w+|prisoners|hostages|missing|displaced)\b"
)
_EXACT = caseless(
    r"\d|\bdozen\b|\b(?:five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|(?:a|one|two|three|four)\s+hundred)\b"
)
PART = Pattern(r"(?:\s+[\w-]+){0,4}?\s+(?:in|at)\s+(?:the\s+)?(?:neighbou?ring\s+)?", re.IGNORECASE)


@lru_cache(maxsize=64)
def figures_in(notes: Annotations, sentence: Sentence) -> tuple[Figure, ...]:
    """The counts of incidents in a sentence, in order; parts of a split are not among them."""
    if len(inside(notes.counts, sentence.span)) > _MOST:
        return ()  # a table, or no sentence at all
    every = [*_numbers(notes, sentence), *ordinals(notes, sentence), *nth_times(notes, sentence)]
    every += series(notes, sentence)
    every += [d for f in every if (d := compared(notes, sentence, f))]
    found: list[Figure] = []
    for one in sorted(every, key=lambda f: f.number):
        if found and (_is_part(notes, sentence, one.number) and not of_one_place(notes, found[-1])):
            continue  # "66 attacks, 32 of the strikes in Iraq": part of what stands before
        if any(f.span.overlaps(one.number) for f in found):
            continue
        apart = not any(f.span.overlaps(one.span) for f in found)
        own = one.span if apart else Span(one.number.start, one.span.end)
        found.append(replace(one, span=own))
    starts = [f.number.start for f in found]
    return tuple(
        replace(f, alone=len(found) == 1, following=following)
        for f, following in zip(found, [*starts[1:], None], strict=False)
    )


def of_one_place(notes: Annotations, first: Figure) -> bool:
    """Whether the first figure is itself of one place: "36 times in Iraq and 37 in Syria"."""
    after = notes.text[first.span.end : first.span.end + 40]
    return re.match(r"\s+in\s+(?:the\s+)?[A-Z][\w-]+\s+and\s+[\w-]+\s", after) is not None


def _is_part(notes: Annotations, sentence: Sentence, number: Span) -> bool:
    near = inside(notes.places, Span(number.end, min(sentence.span.end, number.end + 60)))
    gap = notes.text[number.end : near[0].span.start] if near else ""
    own = CLASS_NOUN.search(gap) is not None and not _SHARE.match(gap)  # "and 9 ambushes in Velm"
    return bool(near) and PART.fullmatch(gap) is not None and not own


_SHARE = Pattern(r"\s+of\s", re.IGNORECASE)


def _numbers(notes: Annotations, sentence: Sentence) -> Iterator[Figure]:
    for mention in inside(notes.counts, sentence.span):
        if not _is_figure(mention.count):
            few = _repeated(notes, sentence, mention.span, mention.count)
            yield from [few] if few is not None else []
            continue
        found = (
            _of_class(notes, sentence, mention.span, mention.count)
            or _of_times(notes, sentence, mention.span, mention.count)
            or _running(notes, sentence, mention.span, mention.count)
            or _of_targets(notes, sentence, mention.span, mention.count)
        )
        if found is not None:
            yield found


def _is_figure(count: CountRange) -> bool:
    """Five or more, in digits or number words: "dozens" is no figure."""
    value = count.low if count.low is not None else count.high
    return value is not None and value >= LEAST and _EXACT.search(count.text) is not None


def _of_class(
    notes: Annotations, sentence: Sentence, number: Span, count: CountRange
) -> Figure | None:
    match = _CLASS.match(notes.text, number.end, sentence.span.end)
    if match is None or not _summed(notes, sentence, number):
        return None
    if not match["noun"].lower().endswith("s"):
        return None  # "five men and the murder of a sixth"
    if _WEAPONS_ALONE.match(match["noun"]) and not (
        since(notes, sentence) and _fired(notes, sentence, match)
    ):
        return None
    if _NO_ATTACKS.search(match.group()):
        return None
    what = match.group().rstrip(" .,-\n\t")
    end = match.start() + len(what)
    return Figure(
        count, number, Span(number.start, end), " ".join(what.split()), match["noun"].strip()
    )


_NO_ATTACKS = caseless(  # "21 clearing operations", "nine rescue operations"
    r"\b(?:clearing|clearance|search|rescue|relief|evacuation|demining|humanitarian|peacekeeping|"
    r"medical|surgical|aid)\s+operations\b"
)


def _fired(notes: Annotations, sentence: Sentence, weapons: re.Match[str]) -> bool:
    """Whether weapons are counted as used, not as lost or found: "88 drones shot down"."""
    before = notes.text[max(sentence.span.start, weapons.start() - _NEAR) : weapons.start()]
    lost_after = _LOST_AFTER.match(notes.text, weapons.end("noun"), sentence.span.end)
    return not (lost_after or _LOST.search(before))


_NEAR = 70  # characters from "has destroyed" to the last of a list
_LOSE = (
    r"(?:destroy|shoot|shot\s+down|down|intercept|seiz|captur|neutrali[sz]|defus|recover|found|"
    r"confiscat|lost|los[ei]|buried|clear)\w*"
)
_LOST = caseless(  # "has lost 40 guns, 12 tanks and 90"
    rf"\b{_LOSE}\b(?:\s+(?!(?:and\s+\D|(?:while|after|as)\b))[^\s;.]+){{0,8}}\s*$"
)
_LOST_AFTER = caseless(
    r"(?:\s+(?!(?:and|while|after|as|which|that)\b)[\w’'-]+){0,4}?\s+(?:(?:ha(?:s|ve|d)\s+)?(?:been|were|was)\s+)?"
    rf"{_LOSE}\b"
)


def _of_times(
    notes: Annotations, sentence: Sentence, number: Span, count: CountRange
) -> Figure | None:
    """ "attacked at least 13 times between": the class is who was attacked."""
    times = _TIMES.match(notes.text, number.end, sentence.span.end)
    if times is None or not _timed(notes, sentence, times.end()):
        return None
    reach = max(sentence.span.start, number.start - _VERB_REACH)
    verb = _ATTACKED.search(notes.text, reach, number.start) or next(
        (m for m in _earlier_verbs(notes, sentence, number)), None
    )
    if verb is None:
        return None
    at = Span(verb.start(), verb.end())
    near = number.start - at.start <= _VERB_REACH
    span = Span(at.start if near else number.start, times.end())
    return Figure(count, number, span, _subject(notes, sentence, at), verb.group(), at)


def _timed(notes: Annotations, sentence: Sentence, offset: int) -> bool:
    """Whether the words say over what time: "since May", "330 times **in March**"."""
    if _PERIOD.search(notes.text, *bounds(sentence)):
        return True
    month = _IN_MONTH.match(notes.text, offset)
    after = inside(notes.dates, Span(offset, min(sentence.span.end, offset + _NEXT)))
    return month is not None and any(d.span.start <= month.end() for d in after)


_NEXT = 30  # characters from "times" to the end of its month
_IN_MONTH = Pattern(r"\s+(?:in|during)\s+")


def _repeated(
    notes: Annotations, sentence: Sentence, number: Span, count: CountRange
) -> Figure | None:
    """ "Has been attacked three times since March": of times, even a few are a count."""
    several = (count.low or 0) >= _FEW and count.low == count.high
    return _of_times(notes, sentence, number, count) if several and since(notes, sentence) else None


def _of_targets(
    notes: Annotations, sentence: Sentence, number: Span, count: CountRange
) -> Figure | None:
    """ "Has attacked more than 70 ships since November": an attack on each."""
    before = _HAS_HIT.search(notes.text, sentence.span.start, number.start)
    noun = _SHIPS.match(notes.text, number.end, sentence.span.end)
    if noun is None:
        return None
    timed = _PERIOD.match(notes.text, noun.end() + 1)
    if not (timed or since(notes, sentence)):
        return None
    if timed and before is None:
        before = _HIT.search(notes.text, sentence.span.start, number.start)
    been = _WERE_HIT.match(notes.text, noun.end(), sentence.span.end)
    if been is not None:
        verb, what = Span(*been.span("verb")), " ".join((noun.group() + been.group()).split())
        return Figure(count, number, Span(number.start, been.end()), what, been["verb"], verb)
    if before is None:
        return None
    verb = Span(*before.span("verb"))
    what = f"{before['verb']} {' '.join(noun.group().split())}"
    return Figure(count, number, Span(verb.start, noun.end()), what, before["verb"], verb)


_FEW = 3
_DAMAGED = r"sabotaged|dynamited|torched|blown\s+up|set\s+(?:on\s+fire|ablaze)"
_HAS_HIT = Pattern(
    r"\b(?:has|have|had)\s+(?:also\s+|now\s+|already\s+)?(?P<verb>attacked|hit|struck|targeted|bombed|"
    rf"shelled|raided|seized|hijacked|boarded|sunk|{_DAMAGED})\s+$",
    re.IGNORECASE,
)
_HIT = caseless(  # "sabotaged 18 pylons during the last week"
    rf"\b(?P<verb>attacked|bombed|shelled|raided|blew\s+up|{_DAMAGED})\s+$"
)
_SHIPS = Pattern(
    r"\s+(?:[\w-]+\s+){0,2}?(?:ships|vessels|boats|tankers|villages|towns|schools|hospitals|clinics|bases|"
    r"posts|checkpoints|trains|convoys|substations|churches|mosques|markets|targets|facilities|centres|"
    r"centers|buildings|power\s+stations|ambulances|installations|sites|pylons|towers|bridges|pipelines|"
    r"wells|transformers|antennas)\b",
    re.IGNORECASE,
)
_WERE_HIT = Pattern(
    r"\s+(?:(?:has|have|had)\s+been|were)\s+(?:\w+ly\s+)?(?P<verb>attacked|hit|struck|targeted|bombed|shelled|"
    rf"raided|{_DAMAGED})\b",
    re.IGNORECASE,
)


def _earlier_verbs(notes: Annotations, sentence: Sentence, number: Span) -> Iterator[re.Match[str]]:
    """The verb that "36 times in Iraq and 37 times in Syria" repeats."""
    verb = Pattern(r"\b(?:attacked|hit|struck|targeted|bombed|shelled|raided)\b", re.IGNORECASE)
    return verb.finditer(notes.text, sentence.span.start, number.start)


def _subject(notes: Annotations, sentence: Sentence, verb: Span) -> str:
    """ "US and coalition forces were attacked": the words from the subject to the verb."""
    before = notes.text[sentence.span.start : verb.start]
    start = max((m.end() for m in re.finditer(r"[,;:]\s|\b(?:that|said)\s", before)), default=0)
    if dates := inside(notes.dates, Span(sentence.span.start + start, verb.start)):
        told = dates[-1].span.end - sentence.span.start  # "Since May 3 rebels have breached"
        start = start if _AUXILIARIES.fullmatch(before[told:]) else told  # "have **now** been"
    return " ".join(notes.text[sentence.span.start + start : verb.end].split())


_AUXILIARIES = Pattern(r"\s*(?:(?:has|have|had|been|was|were|is|are|being|also)\s+)*")


def _running(
    notes: Annotations, sentence: Sentence, number: Span, count: CountRange
) -> Figure | None:
    """ "raised the count to 27", "the number of attacks stood at 40"."""
    reach = max(sentence.span.start, number.start - 120)
    match = _RUNNING.search(notes.text, reach, number.start)
    if match is None or _unit_follows(notes, sentence, number):
        return None
    words = notes.text[reach : number.start]
    own = list(CLASS_NOUN.finditer(words))
    if OF_PERSONS.search(match.group()) or (OF_PERSONS.search(words) and not own):
        return None
    if _OF_THEIR_TOLL.search(words, 0, own[-1].start() if own else 0):
        return None  # "the death toll from attacks on the town rises to 12"
    if not own and not _told_of_tally(notes, sentence):
        return None
    named = own[-1].group().strip() if own else "attacks"
    return Figure(count, number, number, named, named)


_OF_THEIR_TOLL = caseless(
    r"\b(?:toll|deaths?|dead|killed|casualt\w+|injur\w+|wounded|fatalit\w+|losses|victims|damage)\s+"
    r"(?:(?:caused|left|inflicted)\s+)?(?:from|of|in|by|after|during|for)"
    r"(?:\s+(?!number|total|count|tally)[\w’'-]+){0,4}\s*$"
)


def _unit_follows(notes: Annotations, sentence: Sentence, number: Span) -> bool:
    """ "raised it to 27 barrels": a number of something else."""
    after = notes.text[number.end : sentence.span.end]
    unit = re.match(
        r"\s+(?!(?:in|since|on|by|as|and|so|from|or|of|this|last|compared|at|over|during|with|for)\b)([a-z]+)",
        after,
    )
    return unit is not None and not CLASS_NOUN.fullmatch(unit.group(1))


def _told_of_tally(notes: Annotations, sentence: Sentence) -> bool:
    """Whether attacks, counted, were spoken of here or just before."""
    near = notes.sentences[max(0, sentence.index - _BACK) : sentence.index + 1]
    words = " ".join(s.span.of(notes.text) for s in near)
    several = any(m.group().lower().endswith("s") for m in CLASS_NOUN.finditer(words))
    counted = (
        several or re.search(r"\b(?:attacked|times|\d+(?:st|nd|rd|th))\b", words, re.I) is not None
    )
    return counted and (bool(_PERIOD.search(words) or _SUMS.search(words)))


def compared(notes: Annotations, sentence: Sentence, found: Figure) -> Figure | None:
    """ "31 incidents against 44 the week before": the number of another time."""
    reach = Span(found.span.end, min(sentence.span.end, found.span.end + _COMPARED))
    for count in inside(notes.counts, reach)[:1]:
        gap = _AGAINST.search(notes.text, reach.start, count.span.start)
        then = _THEN.match(notes.text, count.span.end, sentence.span.end)
        if gap and then and _is_figure(count.count):
            number = count.span
            return replace(found, count=count.count, number=number, span=number, verb=None)
    return None


_COMPARED = 110  # characters between a number and that of another time
_AGAINST = Pattern(
    r"(?:\bagainst|\bcompared\s+(?:with|to)|\b(?:down|up)\s+from)\s+$", re.IGNORECASE
)
_THEN = Pattern(
    r"\s+(?:(?:in|for|over|during|at|by)\s+)?(?:all\s+of\s+)?(?:the\s+)?(?:same|previous|last|preceding|year|month|week|"
    r"quarter|(?:19|20)\d\d|(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|"
    r"october)\b|[.;]|\s+and\s",
    re.IGNORECASE,
)


def _summed(notes: Annotations, sentence: Sentence, number: Span) -> bool:
    """The sentence must say of what time it counts, or that it sums up."""
    if since(notes, sentence) or _PERIOD.search(notes.text, number.end, sentence.span.end):
        return True
    before = notes.text[max(sentence.span.start, number.start - 60) : number.start]
    if _SUMS.search(before) or _PERIOD.search(notes.text, *bounds(sentence)):
        return True
    return _LOGGED.search(before) is not None and any(
        map(_is_long, inside(notes.dates, sentence.span))
    )


_LOGGED = Pattern(  # "in March the mission recorded 156 incidents"
    r"\b(?:there\s+(?:were|have\s+been|had\s+been)|logged|registered|recorded|documented|verified|counted|reported|noted|"
    r"carried\s+out|conducted|launched|staged|mounted|perpetrated)\s+(?:[\d,]+\s+"
    r"[\w\s,-]{3,30}(?:,|and)\s+)*$",
    re.IGNORECASE,
)


def _is_long(mention: DateMention) -> bool:
    """Whether a time lasts a week or longer."""
    start, end = mention.date.start, mention.date.end
    return start is not None and end is not None and end - start >= _WEEK


_WEEK = timedelta(days=6)  # from its first day to its last
