"""Tolls: the dead, hurt and abducted of many incidents, told in one number.

"More than 210,000 people have been killed since the conflict began", "12 civilians were killed
by air strikes in October": what tells a toll from the casualties of an incident is its time or
its cause, in the words of its own clause. The seventh officer killed this year is a toll of seven.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.dates.mentions import DateMention, DateRole
from tallystick.extract.drafts import Draft
from tallystick.extract.effects.figures import CLASS_NOUN, Figure, figures_in
from tallystick.extract.grammar.counts import CountMention
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.statement import Field, TallyUnit
from tallystick.model.values import Casualties, CountRange, PartialDate, PersonClass
from tallystick.vocab.caseless import caseless
from tallystick.vocab.ordinals import ORDINAL, ordinal
from tallystick.vocab.pattern import Pattern

__all__ = [
    "clause_of",
    "during",
    "is_toll",
    "nth_victims",
    "of_many",
    "over_time",
    "toll_before",
    "toll_of",
]

WAR_SIZE = 2000  # dead: more than in any one incident of the last 40 years but a handful
_HURT_OF_WAR = 10_000  # so many have been hurt in one: by a lorry bomb in a city's midst
_LEAST = 3  # persons: two are named, not summed
_REACH = 160  # characters between a number and the words for its time
_MANY = 20  # persons: so many in a year are hardly those of one incident
_MANY_IN_TOWN = 40  # persons: so many of one town in a week are hardly those of one incident
_WEEK = timedelta(days=6)  # from its first day to its last
_YEAR = timedelta(days=364)

_WARS = (
    r"(?:war|conflict|insurgency|uprising|rebellion|crackdown|revolt|unrest|campaign|violence|"
    r"offensive|hostilities|intifada|genocide|infighting|fighting)"
)
_EVENTS = (
    r"(?:attacks|air[\s-]?strikes|strikes|raids|bombings?|bombardments?|shelling|shellings|clashes|"
    r"fighting|violence|fire|operations|ambushes|explosions|blasts|encounters|assaults|killings|"
    r"battles|combat|incidents|shootings|massacres|executions)"
)
_UNITS = r"(?:days|weeks|months|years|decades?)"
_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|few|\d+)"
_PERIOD = caseless(
    r"\b(?:so\s+far|to\s+date|this\s+(?:year|season|winter|summer|spring|autumn)|this\s+(?:month|"
    r"week)\s+alone|last\s+year|over\s+the\s+(?:whole|entire|long)\s+weekend|(?:over|in|during|for|within|throughout)\s+the\s+(?:past|last|"
    rf"previous|first|final)\s+(?:[\w-]+\s+){{0,2}}?(?:{_UNITS}|year|month|week|fortnight|half|quarter|48\s+hours|"
    rf"72\s+hours)|(?:in|over|within)\s+\d\d\s+hours|(?:in|over|during|within|after)\s+(?:(?:the|more\s+than|less\s+than|nearly|over|"
    rf"almost|about)\s+)?{_NUMBER}\s+(?:weeks|months|years|decades)|"
    r"(?:in|over)\s+(?:the\s+same|that|this)\s+(?:period|time|span)|"
    rf"(?:in|over|during|for)\s+the\s+same\s+(?:{_NUMBER}\s+)?(?:{_UNITS}|week|month|year)|(?:in|over|during|within)\s+(?:an?|the)\s+"
    r"(?:[\w-]+-(?:day|week|month|year)\s+(?:stretch|period|span|spell)|reporting\s+(?:period|week|month))|(?:period|week|month)\s+under\s+review|"
    r"in\s+(?:just\s+|only\s+|under\s+)?(?:a|one)\s+(?:single\s+)?(?:week|month|year|fortnight)|"
    rf"(?:(?:{_NUMBER}|\w+)\s+{_UNITS}|(?:a|one|another)\s+(?:week|month|year))\s+of\s+(?:(?:the|a)\s+)?(?:[\w'’-]+\s+){{0,3}}?"
    rf"(?:{_EVENTS}|{_WARS})|in\s+recent\s+(?:days|weeks|months|years)|"
    r"(?:in|during)\s+(?:the\s+)?(?:month|year|week)s?\s+of|(?:month|year|week)-long|"
    rf"(?:in|over|during)\s+(?:past|last)\s+{_NUMBER}\s+{_UNITS}|"
    rf"since\s+(?:then|(?:the|an?)\s+(?:[\w.'’-]+\s+){{0,4}}?(?:{_WARS}|start|beginning|outbreak|onset|"
    r"first|eruption|invasion|revolution|cease-?fire|truce|coup|protests|operation|state\s+of)|"
    r"(?:it|they|he|she|its|their|his)\s+\w+|easter|christmas|ramadan|eid|new\s+year|(?:the\s+)?(?:winter|spring|summer|autumn)))\b"
)
_IN_WAR = caseless(
    rf"\b{_WARS}(?:,?\s+(?:that|which|and\s+it))?(?:\s+(?:began|started|erupted|broke\s+out)"
    r"[^;.,]{0,40}?)?\s+(?:there\s+)?(?:has|have|had)(?:\s+\w+ly|\s+so\s+far|\s+already|\s+since)?\s+"
    r"(?:killed|claimed|left|cost|displaced|taken|wounded|resulted)\b|"
    r"\b(?:in|during|throughout|by|of|from)\s+(?:the|a|its|his|her|their|this|that|[\w-]+[’']?s)"
    r"(?:\s+[\w'’-]+){0,4}?\s+(?:civil\s+war|war|conflict|insurgency|uprising|genocide|dictatorship|"
    r"unrest|rebellion|campaign|intifada)\b(?![\s-]+(?:zones?|crimes?|monitor|planes?|torn|ravaged|weary|against\s+"
    r"terror))"
)
_CAMPAIGN = Pattern(  # "had been killed in the fight for Velm", "the week-old battle has cost"
    r"\b(?:ha(?:s|ve|d))\s+(?:\w+ly\s+)?(?:been\s+)?(?:killed|died|fallen|perished|lost)\b[^.;]{0,40}?\b(?:in|during|by)"
    r"\s+(?:the|an?|its)\s+(?:[\w-]+\s+){0,3}?(?:fight|battle|offensive|siege|campaign|assault|bombardment)"
    r"\s+(?:for|to|on|against|of)\b|"
    r"\b(?:\w+-(?:day|week|month|year)s?(?:-old|-long)?|(?:day|week|month|year)s?-(?:old|long))\s+"
    r"(?:[\w-]+\s+){0,2}?(?:battle|siege|offensive|campaign|fighting|assault|bombardment|operation)\b"
    r"[^.;]{0,60}?\b(?:ha(?:s|ve|d)|left)\b",
    re.IGNORECASE,
)
_SUPERLATIVE = caseless(
    r"\b(?:deadliest|worst|biggest|largest|heaviest|bloodiest|first|highest|greatest|most\s+\w+|"
    r"\w+\s+time)\b[^.;]*$"
)
_BREAK = caseless(
    r",\s+(?:which|who|whose|where)\s(?:[^.;,]|(?<=\d),(?=\d))*,\s+(?=(?:said|says?|told|claimed)\b)|"
    r";|\s[–—]\s|\s--\s|,\s+(?:while|but|whereas|although|where|in\s+which|that|which)\b|"
    r",?\s+(?:and\s+)?(?=(?:bring|rais|tak|push)(?:ing|e?s)\s+(?:to|the|its|their|that)\s)|"
    r",\s+as\s+(?!(?:well|of|many|part|an?|in|to|ha[sd]|have|did|is|was|were)\b)|"
    r"\b(?:where|when|after|before|days\s+after|which\s+ha(?:s|ve|d)\s+been)\b(?=\s)"
)
_ONE_EVENT = caseless(
    r"\b(?:an?|the|this|that|one|another|two|twin|double|pair\s+of|\w+day[’']?s)\s+(?:[\w'’-]+\s+){0,4}?(?:attack|blast|bombing|"
    r"explosion|raid|air[\s-]?strike|strike|ambush|shooting|massacre|clash|assault|siege|battle|bomb)\b"
    r"(?!\s+(?:campaign|wave|spree))|"
    r"\b(?:two|twin|double)\s+(?:[\w'’-]+\s+){0,2}?(?:attacks|blasts|bombings|explosions|raids|bombs)\b|"
    r"\bheld\s+(?:hostage|captive)\b|\bcame\s+under\s+(?:[\w-]+\s+){0,3}(?:fire|attack|shelling)\b"
)
_BEGUN = Pattern(  # "since the assault began", "a week of": no attack that killed
    r"\bsince\s+[^.;,]{3,60}?\s(?:began|begun|started|was launched|broke out|resumed)\b|"
    r"\b(?:a|one)\s+(?:single\s+)?(?:week|month|year)\s+of\b|"
    r"\bthe\s+(?:[\w-]+\s+)?(?:bombing|shelling|siege|assault)\b(?=[^.;,]{0,60}\s(?:over|in|during)\s+the\s+(?:past|last|previous)\s+(?!week\b|night\b)\w)",
    re.IGNORECASE,
)
_SINCE_OPENS = caseless(  # "Since she took office on 3 May, 14 have been killed"
    r"\W*since\s[^.;,]{3,80},\s(?:[^.;,]{1,60}\s)?(?:has|have)\s"
)
_SINCE_ASIDE = caseless(
    r"^\W*since\s[^.;,]{3,40}?\s(?:--?|[–—_])\s[^.;]{3,120}?\s(?:--?|[–—_])\s[^.;,]{0,12}$"
)
_WEEKEND = caseless(r"\b(?:(?:over|during)\s+the|last|this|past)\s+weekend\b")
_ALL_OVER = caseless(
    r"\b(?:(?:city|state|nation|country|province)-?wide|(?:gun|gang|weekend|street)\s+violence|"
    r"(?:across|throughout|around)\s+the\s+(?:city|state|country|county|region|province))\b"
)
_SUM = caseless(  # "the murder brings to 23 the number of people killed this year"
    r"\b(?:br(?:ings?|inging|ought)|rais(?:es|ed|ing)|t(?:akes|aking|ook)|push(?:es|ed|ing)|lift\w+)\s+"
    r"(?:to\s+[\w,]+\s+)?(?:the|this|its|their)\s+(?:[\w’'-]+\s+){0,5}?(?:number|toll|total|tally|count)\b"
)
_MANY_EVENTS = caseless(rf"\b{_EVENTS}\b|\balone\b")
_UNIT = {
    Field.KILLED: TallyUnit.KILLED,
    Field.INJURED: TallyUnit.INJURED,
    Field.ABDUCTED: TallyUnit.ABDUCTED,
}
# "the death toll since March stands at 312"
_LOOSE_END = Pattern(r"(?:\s(?:at|to|of|as|by|is|was|now|stands|stood))+$", re.IGNORECASE)
_CUT = Pattern(r",|\s(?:in|across|at|on|over|during|since|throughout)\s", re.IGNORECASE)
_AUXILIARY = Pattern(
    r"\b(?:(?:is|are|was|were)\s+\w+\s+to\s+)?(?:(?:has|have|had)\s+)?(?:been|were|was|being)\b\s*",
    re.IGNORECASE,
)
_NTH = caseless(
    rf"\b(?:the|its|their|a)\s+(?:{ORDINAL}(?:,|\s+and)\s+)*(?P<nth>{ORDINAL})\s+(?P<noun>(?:[\w'’-]+\s+){{0,5}}?[\w'’-]+)\s+(?:(?:to|"
    r"who)\s+)?(?:(?:be|have\s+been|was|has\s+been)\s+)?(?P<fate>killed|die|died|murdered|slain|"
    r"assassinated|shot\s+dead|kidnapped|abducted|snatched|taken|disappear|vanish|wounded|injured)\b"
)
_SINCE = caseless(r"\ssince\s")
_NOT_PERSONS = Pattern(r"\b(?:time|day|attack|month|year|week|floor|when|that)\b", re.IGNORECASE)


def is_toll(notes: Annotations, sentence: Sentence, draft: Draft) -> bool:
    """Whether the casualties of a draft are those of many incidents.

    So are those of a war's size and, of three and more, those of a war or campaign by its name and
    those of a time: since a day, this year, in October by air strikes.
    """
    value = draft.value
    if not isinstance(value, Casualties) or value.count.high == 0:
        return False
    number = value.count.best or 0
    if number < _LEAST:
        return False
    clause = clause_of(notes, sentence, draft.span)
    told_now = _HAVE_BEEN.search(notes.text, clause.start, clause.end) is not None
    hurt = draft.field is Field.INJURED and not told_now
    if number >= (_HURT_OF_WAR if hurt else WAR_SIZE):
        return True
    if _part(notes, draft.span) and _WHO_HAVE_BEEN.match(notes.text, draft.span.end, clause.end):
        clause = Span(clause.start, draft.span.end)  # what follows is told of the whole
    if _of_one(notes, sentence, clause, number, draft.span.start):
        return False
    return (
        of_many(notes, clause, draft.span, number)
        or _SINCE_ASIDE.search(notes.text, sentence.span.start, draft.span.start) is not None
        or _of_counted(notes, sentence, draft.span)
        or toll_before(notes, sentence, draft.span) is not None
    )


_WHO_HAVE_BEEN = caseless(r"\s+(?:who|that)\s+(?:have|had)\s+been\s")


def of_many(notes: Annotations, clause: Span, at: Span, number: int) -> bool:
    """Whether a clause tells a number of persons as that of a war, a campaign or a time."""
    return (
        _in_war(notes, clause, at)
        or _in_campaign(notes, clause, number)
        or _over_time(notes, clause, number)
    )


def _of_one(notes: Annotations, sentence: Sentence, clause: Span, number: int, at: int) -> bool:
    """Whether the dead are those of one incident, whatever time is told beside them.

    So are those "when it bombed the market", those whom rescuers count "so far" and a few dead
    of one town in the last week.
    """
    text, start, end = notes.text, clause.start, clause.end
    if _WHEN_HIT.match(text, end, sentence.span.end) or _GONE_SINCE.search(text, start, end):
        return True
    if _SINCE_THAT.search(text, sentence.span.start, at):
        return True
    if _RESCUERS.search(text, sentence.span.start, sentence.span.end):
        times = [m.group().lower() for m in _PERIOD.finditer(text, start, end)]
        return bool(times) and all(t.split() in _SO_FAR for t in times)
    few = number < _MANY_IN_TOWN and _IN_WEEK.search(text, start, end) is not None
    return few and _IN_TOWN.search(text, start, end) is not None


_WHEN_HIT = caseless(
    r"\s*when\s+(?:[\w'’-]+\s+){1,5}?(?:dropped|bombed|hit|struck|shelled|attacked|fired|stormed|blew|"
    r"opened\s+fire|detonated|rammed|raided|ambushed|targeted|exploded)\b"
)
_GONE_SINCE = caseless(  # the time is that of their captivity: "nuns who have been missing since"
    r"\bwho\s+(?:has|have|had)\s+been\s+(?:missing|held|captives?|hostages?|prisoners?|detained)\b"
)
_SINCE_THAT = caseless(
    r"\bsince\s+(?:the|an?)\s+(?:[\w’'-]+\s+){1,6}?(?:that|which)\s+(?:have\s+)?$"
)
_RESCUERS = caseless(
    r"\b(?:rescuers?|rescue|hospitals?|medics|doctors|rubble|debris|morgue|bodies)\b"
)
_SO_FAR = (["so", "far"], ["to", "date"])
_IN_WEEK = caseless(r"\b(?:during|in|over)\s+the\s+(?:last|past|previous)\s+week\b")
_IN_TOWN = caseless(
    r"\bin\s+the\s+(?:[\w-]+\s+)?(?:town|village|district|suburb|neighbou?rhood|camp)\s+of\b"
)


def toll_before(notes: Annotations, sentence: Sentence, at: Span) -> Sentence | None:
    """The sentence with the toll that a number goes on with: "At least 281 **have been** wounded".

    The toll stands in the sentence just before, and no time of its own beside the number.
    """
    if sentence.index == 0 or not _HAVE_BEEN.search(notes.text, sentence.span.start, at.end):
        return None
    before = notes.sentences[sentence.index - 1]
    alone = _HAVE_BEEN.search(notes.text, at.start, at.end) is not None
    own = [d for d in inside(notes.dates, sentence.span) if d.span.end <= at.end]
    start, end = before.span.start, before.span.end
    if own or _ONE_EVENT.search(notes.text, sentence.span.start, sentence.span.end):
        return None
    if _ONE_EVENT.search(notes.text, start, end):
        return None
    if _SUFFERS.search(notes.text, start, end) and _since(notes, before.span):
        return before
    if not alone or not _HAVE_KILLED.search(notes.text, start, end):
        return None
    since = _since(notes, before.span)
    return before if since or _PERIOD.search(notes.text, start, end) else None


_HAVE_BEEN = caseless(r"\bha(?:s|ve)\s(?:also\s)?(?:died|been\s(?:killed|wounded|injured|hurt))\b")
_SUFFERS = caseless(  # "has been under rocket attacks since"
    r"\b(?:has|have)\s+(?:been\s+(?:under|hit|struck|rocked|plagued|battered)|come\s+under|faced|seen|suffered)"
    r"\b[^.;]{0,60}?\b(?:attacks|fire|shelling|raids|strikes|bombings|ambushes)\b"
)
_HAVE_KILLED = caseless(
    r"\b(?:has|have)\s+(?:\w+ly\s+)?(?:killed|wounded|claimed|left|died|been\s+(?:killed|wounded|injured))\b"
)


def _of_counted(notes: Annotations, sentence: Sentence, at: Span) -> bool:
    """ "83 attacks since May, in which 171 died": of all those that were counted just before."""
    before = [f for f in figures_in(notes, sentence) if f.span.end <= at.start]
    if not before:
        near = notes.sentences[max(0, sentence.index - 1) : sentence.index]
        counted = any(figures_in(notes, s) for s in near)
        return counted and _IN_THESE.search(notes.text, at.start, at.end + _AFTER) is not None
    return _IN_THEM.search(notes.text, before[-1].span.end, at.end + _AFTER) is not None


_AFTER = 9  # characters: "640 died in them"
_DAWN = 18  # characters: "since it began | before midnight"
_IN_THESE = caseless(r"\b(?:in|by)\s+(?:them|these)\b")
_IN_THEM = caseless(
    r"\b(?:in|by|during)\s+(?:which|(?:all\s+of\s+)?(?:them|these))\b|\bwhich\s+(?:have\s+|had\s+|together\s+)?"
    r"(?:killed|left|claimed|wounded|injured|cost)\b|,\s+(?:killing|leaving|wounding)\b|\bdied\s+in\s+them\b"
)


def clause_of(notes: Annotations, sentence: Sentence, at: Span) -> Span:
    """The part of a sentence between strong marks that a number stands in."""
    start = max(sentence.span.start, at.start - _REACH)
    end = min(sentence.span.end, at.end + _REACH)
    for mark in _BREAK.finditer(notes.text, start, end):
        if mark.end() <= at.start:
            start = mark.end()
        elif mark.start() >= at.end:
            return Span(start, mark.start())
    return Span(start, end)


def _in_war(notes: Annotations, clause: Span, at: Span) -> bool:
    named = any(
        m.start() < at.end + 60 and at.start < m.end() + 60
        for m in _IN_WAR.finditer(notes.text, clause.start, clause.end)
    )
    return named and not _ONE_EVENT.search(notes.text, clause.start, clause.end)


def _in_campaign(notes: Annotations, clause: Span, number: int) -> bool:
    """Those of an offensive told as one, or of air strikes that "have killed hundreds"."""
    text, start, end = notes.text, clause.start, clause.end
    if number < _MANY:
        return False
    named = _CAMPAIGN.search(text, start, end)
    if named is not None:
        return not _SUPERLATIVE.search(text, start, named.start())
    days = any(d.date.is_day for d in inside(notes.dates, clause))
    return number >= _HUNDREDS and not days and _HAVE_LEFT.search(text, start, end) is not None


_HUNDREDS = 100  # persons: so many no few strikes kill
_HAVE_LEFT = Pattern(
    r"\b(?:air[\s-]?strikes|strikes|raids|attacks|bombings|clashes|ambushes)\b[^.;,]{0,70}?\b(?:have|had)\s+"
    r"(?:\w+ly\s+)?(?:killed|claimed|left|cost|wounded|injured)\b",
    re.IGNORECASE,
)


def _over_time(notes: Annotations, clause: Span, number: int) -> bool:
    text, start, end = notes.text, clause.start, clause.end
    if _WEEKEND.search(text, start, end) and _ALL_OVER.search(text, start, end):
        return True
    summed = _SUM.search(text, start, end)
    if summed and (_PERIOD.search(text, start, end) or _SINCE.search(text, summed.end(), end)):
        return True
    if _ONE_EVENT.search(_BEGUN.sub("", text[start:end])):
        return False
    if _SINCE_OPENS.match(text, start, end):
        return True
    if _of_one_battle(notes, clause):
        return False
    times = [Span(*m.span()) for m in _PERIOD.finditer(text, start, end)]
    times += [d.span for d in inside(notes.dates, clause) if d.role is DateRole.SINCE]
    if any(not _SUPERLATIVE.search(text, start, time.start) for time in times):
        return True
    long = during(notes, clause)
    many = number >= _MANY and any(_lasts(d.date, _YEAR) for d in long)
    many = many or any(_between(notes, d) for d in long)
    many = many or (number >= _HUNDREDS and bool(long))
    many = many or (
        number >= _MANY and bool(long) and _COMPARED.search(text, start, end) is not None
    )
    return many or (bool(long) and _MANY_EVENTS.search(text, start, end) is not None)


_COMPARED = caseless(  # "62 were killed in August, compared with 48 in July"
    r",\s+(?:compared\s+(?:with|to)|against|(?:down|up)\s+from)\s+(?:\w+\s+)?\d"
)


def _of_one_battle(notes: Annotations, clause: Span) -> bool:
    """ "Killed in battles around the town since Tuesday", told on Wednesday: those of a battle.

    So are those killed "since this morning".
    """
    if _TODAY.search(notes.text, clause.start, clause.end + _DAWN):
        return True
    said = notes.document.published
    if not _BATTLE.search(notes.text, clause.start, clause.end) or not (said and said.start):
        return False
    begun = [d.date.start for d in inside(notes.dates, clause) if d.role is DateRole.SINCE]
    return bool(begun) and all(b is not None and said.start - b <= _A_DAY for b in begun)


_TODAY = Pattern(
    r"\bsince\s+(?:(?:the|an?)\s+(?:[\w-]+\s+){1,3}(?:began|started|opened)\s+(?:[\w-]+\s+){0,2})?"
    r"(?:(?:early\s+|late\s+)?this\s+(?:morning|afternoon|evening)|dawn|midnight|noon|daybreak|"
    r"sunrise|last\s+night|(?:early\s+)?today)\b",
    re.IGNORECASE,
)


def _between(notes: Annotations, mention: DateMention) -> bool:
    """ "between May and July", "from March to June": of that time, not in it once."""
    before = notes.text[max(0, mention.span.start - 9) : mention.span.end]
    return _INTERVAL.search(before) is not None


_INTERVAL = caseless(r"\b(?:between|from)\s")
_A_DAY = timedelta(days=1)
_BATTLE = caseless(r"\b(?:battles?|clashes|fighting|combat)\b")


def during(notes: Annotations, span: Span) -> Sequence[DateMention]:
    """The times of a week and longer in a stretch: "in October", "last year"."""
    return [
        d for d in inside(notes.dates, span) if d.role is DateRole.WHEN and _lasts(d.date, _WEEK)
    ]


def _lasts(date: PartialDate, time: timedelta) -> bool:
    return date.start is not None and date.end is not None and date.end - date.start >= time


def toll_of(notes: Annotations, sentence: Sentence, draft: Draft) -> Figure | None:
    """A draft as a toll: with the words of its number, and those of what is counted."""
    value = draft.value
    if not isinstance(value, Casualties):
        return None
    given = next((c for c in inside(notes.counts, draft.span) if c.count == value.count), None)
    if given is None:
        return None
    whole = _part(notes, draft.span)
    if whole and _WHO_HAVE_BEEN.search(notes.text, whole.span.end, draft.span.end):
        given, draft = whole, replace(draft, span=Span(whole.span.start, draft.span.end))
    number = given.span
    rest = notes.text[draft.span.start : number.start] + notes.text[number.end : draft.span.end]
    if (first := inside(notes.counts, draft.span)[0].span) != number and first.end <= number.start:
        rest = _CUT.split(notes.text[first.end : number.start], maxsplit=1)[0]  # "and 90 since May"
    what = _LOOSE_END.sub("", " ".join(_AUXILIARY.sub("", rest).split()))
    noun = _noun(notes, clause_of(notes, sentence, draft.span), draft.span)
    unit = _UNIT[draft.field]
    if not what or what.startswith(","):
        return None  # a bare number, or one beside another: another account, or a part
    return Figure(given.count, number, draft.span, what, noun, unit=unit, who=value.who)


def _part(notes: Annotations, at: Span) -> CountMention | None:
    """The number of which another is a part: "four of the **nine** who have been taken"."""
    for part, whole in pairwise(inside(notes.counts, at)[:2]):
        if _OF_THE.match(notes.text, part.span.end, whole.span.start):
            return whole
    return None


_OF_THE = caseless(r"\s+of\s+(?:the|these|those|his|her|its|their)\s+(?:[\w-]+\s+)?$")


def _noun(notes: Annotations, clause: Span, at: Span) -> str:
    """The word for the attacks that the persons were harmed in; none if there is none."""
    every = list(CLASS_NOUN.finditer(notes.text, clause.start, clause.end))
    named = next(
        (m for m in every if m.start() > at.end and _IN_BY.search(notes.text[at.end : m.start()])),
        None,
    )
    named = named or next(iter(every), None)
    return named.group().strip() if named else ""


_IN_BY = Pattern(r"(?:\s+\w+)?\s+(?:in|by)\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)


def nth_victims(notes: Annotations, sentence: Sentence) -> Iterator[Figure]:
    """ "the seventh officer killed this year", "the 81st person to die": seven, 81."""
    start, end = sentence.span.start, sentence.span.end
    for match in _NTH.finditer(notes.text, start, end):
        value = ordinal(match["nth"])
        if value is None or value == 1 or _NOT_PERSONS.search(match["noun"]):
            continue
        number = Span(*match.span("nth"))
        near = Span(match.start(), min(end, match.end() + 90))
        if not (_SINCE.search(notes.text, *_ends(near)) or over_time(notes, near)):
            continue
        span = Span(number.start, match.end())
        what = " ".join(notes.text[number.end : match.end()].split())
        count = CountRange.exactly(value, number.of(notes.text))
        unit, who = _fate(match["fate"]), _class(notes, match)
        yield Figure(count, number, span, what, "", unit=unit, who=who)


def over_time(notes: Annotations, span: Span) -> bool:
    """Whether words for a time over which many are counted stand in a stretch."""
    return _PERIOD.search(notes.text, *_ends(span)) is not None or _since(notes, span)


def _since(notes: Annotations, span: Span) -> bool:
    return any(d.role is DateRole.SINCE for d in inside(notes.dates, span))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _fate(words: str) -> TallyUnit:
    if re.search(r"abducted|kidnapped|snatched|taken|disappear|vanish", words, re.IGNORECASE):
        return TallyUnit.ABDUCTED
    hurt = re.search(r"injured|wounded", words, re.IGNORECASE)
    return TallyUnit.INJURED if hurt else TallyUnit.KILLED


def _class(notes: Annotations, match: re.Match[str]) -> PersonClass:
    named = inside(notes.persons, Span(*match.span("noun")))
    return named[-1].item.who if named else PersonClass.PEOPLE
