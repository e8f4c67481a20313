"""Announced tallies: "106 attacks against its troops in Iraq and Syria since October 17".

``figures`` finds the counts and what they are of; here each gets its time, area, sides and
speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tallystick.extract.actors.voices import Voices
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.dates.mentions import DateMention, DateRole
from tallystick.extract.effects.casualties import tolls
from tallystick.extract.effects.figures import (
    CLASS_NOUN,
    OF_PERSONS,
    PART,
    Figure,
    bounds,
    figures_in,
)
from tallystick.extract.effects.tolls import clause_of, during, toll_before
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.places.mentions import PlaceMention
from tallystick.extract.roles import actor_ref
from tallystick.model.document import Cover, Span
from tallystick.model.ids import tally_id
from tallystick.model.statement import AnnouncedTally, TallyPart, TallyUnit
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, CountRange, PartialDate, Place, PlacePrecision
from tallystick.vocab.weapons import weapon_book

_STARTED = re.compile(
    r"\b(?:began|begun|begins|beginning|started|starting|dating|(?:came|come)\s+into\s+(?:force|effect)|"
    r"took\s+(?:effect|hold)|entered\s+into\s+force)\s+(?:on|in|from|back\s+to)?\s*$",
    re.IGNORECASE,
)
_BEGAN = re.compile(  # "war, which started as a protest in", "since a brokered truce collapsed"
    r"\b(?:war|conflict|uprising|insurgency|rebellion|revolt|crackdown|unrest),?\s+(?:which|that)\s+"
    r"(?:began|started|erupted|broke\s+out|flared)\b[^.;]{0,100}?\b(?:in|on)\s+(?:early\s+|late\s+|mid-)?$|"
    r"\bsince\s+(?:the|an?|its|their)\s+(?:[\w.'’-]+\s+){1,6}?(?:on\s+)?$",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\b(?:as\s+of|by|up\s+to|through|until)\s+(?:\w+\s+)?$", re.IGNORECASE)
_AREA = re.compile(
    r"(?:\b(?:in|across|throughout|inside|within|around|near|over|at)\s+(?:the\s+|both\s+|"
    r"neighbou?ring\s+|northern\s+|southern\s+|eastern\s+|western\s+)*(?:(?:\w+\s+)?(?:town|city|village|"
    r"port|province|state|region|district|county|governorate)s?\s+of\s+)?)$",
    re.IGNORECASE,
)
_HIT_AREA = re.compile(  # "47 drone attacks on El Obeid": where, as much as whom
    r"\b(?:(?:attacks|strikes|raids|assaults|bombings|ambushes|incursions|airstrikes|salvos|barrages|fire)\s+"
    r"(?:on|against)|(?:rockets|shells|missiles|mortars|bombs|drones)\s+(?:fired\s+(?:at|on|into)|"
    r"(?:falling|landing)\s+(?:on|in)))\s+(?:the\s+)?(?:\w+\s+)?(?:(?:city|town|village|port|region)\s+of\s+)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:,|and|,\s*and|or|&)\s+(?:in\s+)?(?:the\s+)?", re.IGNORECASE)
_PART_OF = re.compile(  # "in Sudan's southern Darfur"
    r"(?:[’']?s|[’'])?\s+(?:(?:north|south|east|west|central|coastal|restive|remote|border)\w*\s+)*",
    re.IGNORECASE,
)
_AIMED = re.compile(
    r"\b(?:on|against|targeting|upon|at)\s+(?:(?!in\b|since\b)[\w'’.-]+\s+){0,3}$", re.IGNORECASE
)
_BY = re.compile(r"\bby\s+(?:(?!in\b|since\b)[\w'’.-]+\s+){0,3}$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_COUNTS = re.compile(r"[’']s?\s+(?:\w+\s+)?(?:count|tally|figures?|data|reckoning)\b", re.I)
_DOES = re.compile(
    r"\b(?:claim|carr|launch|conduct|commit|stag|mount|perpetrat|execut|kill|kidnap|abduct|wound|injur)\w*\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r";|\s[–—]\s|\s--\s|,\s+(?:while|but|whereas|although)\b", re.IGNORECASE)


def tallies(notes: Annotations, voices: Voices) -> list[AnnouncedTally]:
    """The tallies that a document gives out, in order.

    A tally counts incidents (or weapons) of a class over a time: it needs a figure of at
    least five and words for the time or for the sum ("since", "a total of", "so far"). A
    bare running total ("raised it to 27") goes back to attacks told just before. A toll counts
    persons killed, injured or abducted in many incidents.
    """
    return [
        _tally(notes, voices, sentence, found)
        for sentence in notes.sentences
        for found in _figures(notes, sentence)
    ]


def _figures(notes: Annotations, sentence: Sentence) -> list[Figure]:
    """Of incidents and of persons; no number is both."""
    found = figures_in(notes, sentence)
    taken = Cover(f.number for f in found)
    harmed = (f for f in tolls(notes, sentence) if not taken.touches(f.number))
    return sorted([*found, *harmed], key=lambda f: f.number)


def _tally(notes: Annotations, voices: Voices, sentence: Sentence, found: Figure) -> AnnouncedTally:
    own = _clause if found.unit is TallyUnit.ATTACKS else clause_of
    clause = own(notes, sentence, found.number)
    baseline, as_of = _period(notes, sentence, found)
    parts = tuple(_parts(notes, sentence, found))
    return AnnouncedTally(
        id=tally_id(notes.document.id, found.span),
        document=notes.document.id,
        count=found.count,
        what=found.what,
        kind=_kind(found),
        baseline=baseline,
        as_of=as_of,
        chain=voices.at(found.span)[0].chain,
        span=found.span,
        places=_places(notes, clause, found, parts),
        parts=parts,
        targets=_targets(notes, clause, found),
        attackers=_attackers(notes, clause, found),
        unit=found.unit,
        who=found.who,
    )


def _clause(notes: Annotations, sentence: Sentence, at: Span) -> Span:
    """The part of the sentence between strong marks that the count stands in."""
    start, end = bounds(sentence)
    for mark in _CLAUSE_END.finditer(notes.text, start, end):
        if mark.end() <= at.start:
            start = mark.end()
        elif mark.start() >= at.end:
            return Span(start, mark.start())
    return Span(start, end)


_KINDS = {
    "bombing": IncidentKind.BOMBING,
    "blast": IncidentKind.BOMBING,
    "explosion": IncidentKind.BOMBING,
    "shelling": IncidentKind.SHELLING,
    "shelled": IncidentKind.SHELLING,
    "bombardment": IncidentKind.SHELLING,
    "clash": IncidentKind.ARMED_CLASH,
    "kidnapping": IncidentKind.ABDUCTION,
    "abduction": IncidentKind.ABDUCTION,
    "shooting": IncidentKind.SHOOTING,
    "airstrike": IncidentKind.AIR_STRIKE,
    "air strike": IncidentKind.AIR_STRIKE,
    "air raid": IncidentKind.AIR_STRIKE,
    "assassination": IncidentKind.ASSASSINATION,
    "massacre": IncidentKind.MASSACRE,
    "ambush": IncidentKind.ARMED_ASSAULT,
    "hijacking": IncidentKind.HIJACKING,
}


def _kind(found: Figure) -> IncidentKind:
    """By the noun; an "attack" takes the kind of the one weapon named with it."""
    if found.unit is TallyUnit.ABDUCTED:
        return IncidentKind.ABDUCTION
    name = re.sub(r"[\s-]+", " ", found.noun.lower())
    singular = re.sub(r"(?<=sh)es$|s$", "", name)
    if singular in _KINDS:
        return _KINDS[singular]
    kinds = {h.item.kind for h in weapon_book().find(found.what) if h.item.kind}
    return kinds.pop() if len(kinds) == 1 else IncidentKind.ATTACK


def _period(
    notes: Annotations, sentence: Sentence, found: Figure
) -> tuple[PartialDate | None, PartialDate | None]:
    """Where the count starts and where it ends, as far as its sentence says."""
    dates = inside(notes.dates, sentence.span)
    for date in dates:
        both = _between(notes, date)
        if both is not None:
            return both
    starts = [d for d in dates if d.role is DateRole.SINCE or _starts(notes, d)]
    starts = [d for d in starts if not _of_other(notes, found, d)]
    ahead = [
        d
        for d in starts
        if d.span.start >= found.span.end and d.span.start < (found.following or d.span.end)
    ]
    chosen = ahead or [d for d in starts if d.span.end <= found.number.start] or starts
    ended = _as_of(notes, sentence, dates, starts)
    if chosen:
        return _begun(notes, sentence, dates, chosen[0]), ended
    first, last = _bounded(notes, sentence, found)
    before = (
        toll_before(notes, sentence, found.span) if found.unit is not TallyUnit.ATTACKS else None
    )
    if before is not None and first is None:
        return _period(notes, before, replace(found, span=before.span, number=before.span))
    return first, ended or last


def _of_other(notes: Annotations, found: Figure, date: DateMention) -> bool:
    """Whether a day follows another number at once: "64 today, and **51,266 since** May"."""
    gap = notes.text[found.span.end : date.span.start]
    return _NUMBER_SINCE.search(gap) is not None


_NUMBER_SINCE = re.compile(r"\s\d[\d,]*\s+(?:since\s+)?$", re.IGNORECASE)


def _begun(
    notes: Annotations, sentence: Sentence, dates: Sequence[DateMention], since: DateMention
) -> PartialDate:
    """ "Since the war started with protests **in 2011**": the day that its own words give."""
    if since.date.start is not None:
        return since.date
    end = sentence.span.end
    for date in dates:
        gap = notes.text[since.span.end : min(end, max(date.span.start, since.span.end))]
        if date.span.start > since.span.end and date.date.start and _IN_ITS_WORDS.fullmatch(gap):
            return date.date
    return since.date


_IN_ITS_WORDS = re.compile(r"\s+|(?:\s+[\w'’-]+){0,8}?\s+(?:in|on)\s+(?:early\s+|late\s+)?")


def _bounded(
    notes: Annotations, sentence: Sentence, found: Figure
) -> tuple[PartialDate | None, PartialDate | None]:
    """The first and the last day of "in October", "this year"; the last only once it is past."""
    clause = clause_of(notes, sentence, found.number)
    times = [d for d in _times(notes, clause) if not _said_in(notes, sentence, d)]
    times = [d for d in times if not _of_next(notes, found, d)] or times
    if not times:
        return _vague(notes, clause, found), None
    date = min(times, key=lambda d: abs(d.span.start - found.number.start)).date
    published = notes.document.published
    past = date.end and published and published.start and date.end < published.start
    first = PartialDate.day(date.start, date.text) if date.start else None
    return first, PartialDate.day(date.end, date.text) if date.end and past else None


def _vague(notes: Annotations, clause: Span, found: Figure) -> PartialDate | None:
    """The words of a time that no day bounds: "in recent weeks", "in two days of clashes"."""
    told = [d for d in inside(notes.dates, clause) if d.role in (DateRole.VAGUE, DateRole.DURATION)]
    told = [d for d in told if _OVER.search(notes.text, max(0, d.span.start - 24), d.span.start)]
    near = sorted(told, key=lambda d: abs(d.span.start - found.number.start))
    return near[0].date if near else None


_OVER = re.compile(r"\b(?:in|over|during|within|for)\s+(?:the\s+|(?:less|more)\s+than\s+)?$", re.I)


def _of_next(notes: Annotations, found: Figure, date: DateMention) -> bool:
    """Whether a time opens the clause of the next figure: "50 in 1988, **and this year** 21"."""
    gap = notes.text[found.span.end : date.span.start]
    return found.following is not None and _NEXT_CLAUSE.search(gap) is not None


_NEXT_CLAUSE = re.compile(r"[,;]\s+(?:and|while|but|against)\b|;", re.IGNORECASE)


def _said_in(notes: Annotations, sentence: Sentence, date: DateMention) -> bool:
    """Whether it was said in that time; "84 died in March, it said" tells of the dead."""
    if not date.date.is_day and notes.text.startswith(",", date.span.end):
        return False
    turned = any(  # "61 died in the past seven days said the Monitor"
        date.span.end <= a.cue.start < date.span.end + 3 and a.source.start > a.cue.start
        for a in notes.attributions
    )
    return not turned and _spoken(notes, sentence, date)


_PAST_DAYS = re.compile(r"the\s+(?:past|last|previous)\s+(?:[\w-]+\s+){0,2}days\b", re.IGNORECASE)


def _times(notes: Annotations, clause: Span) -> list[DateMention]:
    """The times of a week and longer in a clause, and "the past three days"."""
    past = (d for d in inside(notes.dates, clause) if _PAST_DAYS.match(d.span.of(notes.text)))
    return [*during(notes, clause), *past]


def _between(notes: Annotations, mention: DateMention) -> tuple[PartialDate, PartialDate] | None:
    """ "between 17 and 24 October", read as one interval."""
    date = mention.date
    start, end = date.start, date.end
    if start is None or end is None or start == end:
        return None
    words = notes.text[max(0, mention.span.start - 9) : mention.span.end].lower()
    if not re.search(r"\b(?:between|from)\b", words):
        return None
    return PartialDate.day(start, date.text), PartialDate.day(end, date.text)


def _starts(notes: Annotations, mention: DateMention) -> bool:
    before = notes.text[max(0, mention.span.start - 140) : mention.span.start]
    begun = _STARTED.search(before[-30:]) or _BEGAN.search(before)
    return mention.role is DateRole.WHEN and begun is not None


def _as_of(
    notes: Annotations,
    sentence: Sentence,
    dates: Sequence[DateMention],
    starts: Sequence[DateMention],
) -> PartialDate | None:
    """The day that the words give, else the day on which it was said."""
    for date in dates:
        before = notes.text[max(0, date.span.start - 16) : date.span.start]
        if date.role is DateRole.UNTIL or _AS_OF.search(before):
            return date.date
    days = [d for d in dates if d.role is DateRole.WHEN and d.date.is_day and d not in starts]
    spoken = [d for d in days if _spoken(notes, sentence, d)]
    return spoken[0].date if spoken else None


def _spoken(notes: Annotations, sentence: Sentence, date: DateMention) -> bool:
    """Whether a day stands beside a word of speaking, or opens a sentence on a figure."""
    for attribution in notes.attributions:
        if not sentence.span.contains(attribution.cue):
            continue
        cue = attribution.cue
        gap = (
            notes.text[cue.end : date.span.start]
            if date.span.start >= cue.end
            else notes.text[date.span.end : cue.start]
        )
        if len(gap) < 50 and len(gap.split()) <= 4 and not re.search(r"[;]|\bthat\b", gap):
            return True
    opening = notes.text[date.span.end : sentence.span.end]
    return bool(
        re.match(
            r",?\s+(?:the|its|their)\s+(?:\w+\s+)?(?:figure|number|total|tally|count)\b",
            opening,
            re.IGNORECASE,
        )
    )


def _parts(notes: Annotations, sentence: Sentence, found: Figure) -> list[TallyPart]:
    """The split: "32 in Iraq and 34 in Syria", here or at the head of the next sentence."""
    parts = list(_split(notes, Span(found.number.end, sentence.span.end), found))
    if parts:
        return parts if len(parts) > 1 or not _own_place(notes, found) else []
    after = notes.sentences[sentence.index + 1 : sentence.index + 2]
    following = [p for s in after for p in _split(notes, s.span, found)]
    total = sum(p.count.low or 0 for p in following)
    return following if len(following) > 1 and total == found.count.low else []


def _own_place(notes: Annotations, found: Figure) -> bool:
    return re.match(r"\s+in\s", notes.text[found.span.end : found.span.end + 4]) is not None


def _split(notes: Annotations, span: Span, found: Figure) -> Iterator[TallyPart]:
    most = found.count.low or found.count.high or 0
    for count in inside(notes.counts, span):
        figure = count.count.low
        if figure is None or figure > most or count.span == found.number:
            continue
        place = _part_place(notes, Span(count.span.end, span.end))
        if place is not None:
            yield TallyPart(place.place, CountRange(figure, count.count.high, count.count.text))


def _part_place(notes: Annotations, rest: Span) -> PlaceMention | None:
    """The place that follows a figure with nothing but "times", "of them", "in" between."""
    near = inside(notes.places, Span(rest.start, min(rest.end, rest.start + 60)))
    if not near or CLASS_NOUN.search(notes.text, rest.start, near[0].span.start) is not None:
        return None
    gap = notes.text[rest.start : near[0].span.start]
    return near[0] if PART.fullmatch(gap) and not OF_PERSONS.search(gap) else None


def _places(
    notes: Annotations, clause: Span, found: Figure, parts: Sequence[TallyPart]
) -> tuple[Place, ...]:
    """Where it was counted: places after "in" or "across", not those in a side's name."""
    kept: list[PlaceMention] = []
    for mention in inside(notes.places, clause):
        if mention.metonym or _of_source(notes, mention.span):
            continue
        before = notes.text[max(clause.start, mention.span.start - 40) : mention.span.start]
        joined = kept and _JOINED.fullmatch(notes.text[kept[-1].span.end : mention.span.start])
        if kept and _is_part_of(notes, kept[-1], mention):
            kept[-1] = mention
        elif _AREA.search(before) or _HIT_AREA.search(before) or joined:
            kept.append(mention)
    near = kept
    if not found.alone and _own_place(notes, found):  # "36 times in Mali and 37 times in Niger"
        near = [p for p in kept if p.span.start >= found.span.end][:1]
    return tuple(dict.fromkeys([*(p.place for p in near), *(p.place for p in parts)]))


def _is_part_of(notes: Annotations, whole: PlaceMention, part: PlaceMention) -> bool:
    """Whether a place is told as part of the country just before: "in Sudan's southern Darfur"."""
    gap = notes.text[whole.span.end : part.span.start]
    country = whole.place.precision is PlacePrecision.COUNTRY
    inside_it = part.place.country in (None, whole.place.country)
    return country and inside_it and _PART_OF.fullmatch(gap) is not None


def _of_source(notes: Annotations, span: Span) -> bool:
    """Whether a place is of who speaks or of where it was said."""
    for attribution in notes.attributions:
        if attribution.source.contains(span):
            return True
        gap = notes.text[attribution.cue.end : span.start]
        if 0 <= span.start - attribution.cue.end < 25 and re.fullmatch(r"\s+(?:\w+\s+)?in\s+", gap):
            return True
    return False


def _targets(notes: Annotations, clause: Span, found: Figure) -> tuple[ActorRef, ...]:
    """Who was attacked: after "on" or "against"; the subject of "were attacked"."""
    if found.verb is not None:
        passive = _is_passive(notes, clause, found.verb)
        subject = Span(clause.start, max(clause.start, found.verb.start))
        return _refs(n for n in _sides(notes, subject)) if passive else ()
    return _refs(
        n
        for n in _sides(notes, Span(found.number.end, clause.end))
        if _AIMED.search(notes.text, max(found.number.end, n.span.start - 50), n.span.start)
    )


def _attackers(notes: Annotations, clause: Span, found: Figure) -> tuple[ActorRef, ...]:
    """Whose attacks they are: after "by", or the subject of "has claimed 68 attacks"."""
    start = found.verb.end if found.verb else found.number.end
    after = [
        n
        for n in _sides(notes, Span(start, _next_number(notes, clause, found)))
        if _BY.search(notes.text, max(clause.start, n.span.start - 50), n.span.start)
        and not _COUNTS.match(notes.text, n.span.end)
    ]
    does = found.verb or _does(notes, Span(clause.start, found.number.start))
    if after or does is None or _is_passive(notes, clause, does):
        return _refs(after)
    subject = [
        n
        for n in _sides(notes, Span(clause.start, does.start), sources=True)
        if not _AIMED.search(notes.text, max(clause.start, n.span.start - 30), n.span.start)
    ]
    spoke = [n for n in subject if _spoke(notes, n, does.start)]
    return _refs(([n for n in subject if n not in spoke] or subject)[:2])


def _is_passive(notes: Annotations, clause: Span, verb: Span) -> bool:
    """Whether those before a verb are attacked: "were hit", "has come under"."""
    before = notes.text[max(clause.start, verb.start - 20) : verb.start]
    come = verb.of(notes.text).lower().startswith(("come", "came"))
    return come or _PASSIVE.search(before) is not None


def _does(notes: Annotations, before: Span) -> Span | None:
    """The last verb of doing before a number: "**launched** at least 40"."""
    match = _DOES.search(notes.text, before.start, before.end)
    return Span(*match.span()) if match else None


def _spoke(notes: Annotations, named: Named, verb: int) -> bool:
    """Whether one named before a verb says who does it: "the army said the rebels launched"."""
    return any(
        a.source.contains(named.span) and named.span.end <= a.cue.start < verb
        for a in notes.attributions
    )


def _next_number(notes: Annotations, clause: Span, found: Figure) -> int:
    """Where the next number of a clause starts, or the clause ends: "213 by the army and 95 by"."""
    start = max(found.span.end, found.number.end)
    later = inside(notes.counts, Span(min(start, clause.end), clause.end))
    return next((c.span.start for c in later if c.count.text[:1].isdigit()), clause.end)


def _sides(notes: Annotations, span: Span, *, sources: bool = False) -> list[Named]:
    """The actors in a stretch that can be a side; not who only speaks, nor a country as a place."""
    return [
        n
        for n in inside(notes.actors, span)
        if not (n.actor and n.actor.kind.speaks_only)
        and not _is_area(notes, n)
        and (sources or not any(a.source.contains(n.span) for a in notes.attributions))
    ]


def _is_area(notes: Annotations, named: Named) -> bool:
    """Whether a country is where it was, and no side: "forces in Iraq and Syria"."""
    here = [p for p in inside(notes.places, named.span) if p.span == named.span and not p.metonym]
    if not here:
        return False
    start = named.span.start
    for place in reversed(inside(notes.places, Span(max(0, start - 60), start))):
        if not _JOINED.fullmatch(notes.text, place.span.end, start):
            break
        start = place.span.start
    return _AREA.search(notes.text[max(0, start - 30) : start]) is not None


def _refs(named: Iterable[Named]) -> tuple[ActorRef, ...]:
    return tuple(dict.fromkeys(actor_ref(n) for n in named))
