"""When and where: the day and the place that a clause gives to its incident."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.circumstances.follow_ups import of_follow_up
from tallystick.extract.circumstances.meant_days import meant, names_event
from tallystick.extract.circumstances.spoken_days import of_speaking, spoken_of
from tallystick.extract.dates.mentions import DateMention, DateRole, open_interval
from tallystick.extract.dates.units import interval
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.places.geography import finer, may_be_one
from tallystick.extract.places.mentions import PlaceMention
from tallystick.extract.places.offset import is_at_sea, offset
from tallystick.extract.places.residents import is_home_town, is_of_native
from tallystick.extract.places.roles import is_part_of
from tallystick.extract.places.ships import SHIP
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.spoken import named_near
from tallystick.model.document import Span
from tallystick.model.values import DatePrecision, PlacePrecision
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

_AWAY = caseless(
    r"\bfrom (?:the |an? |their |its )(?:[\w’'-]+ )?(?:air ?)?(?:bases?|fields?|ports?|barracks) "
    r"(?:at|in|near) $|"
    r"\b(?:from|based (?:in|at|near)|stationed (?:in|at)|headquartered in|fired from|"
    r"launched from|capital of|toward|towards|"
    r"fled to|(?:which|that) (?:open|opened|opens|began|begin|begins|meet|met|convened|ended) in|"
    r"taken to|rushed to|(?:in|to|from) (?:an? |the |their )?(?:[\w’'-]+ )?hospitals? in|"
    r"meeting in|talks in|speaking in|born in|residents? of|"
    r"embass(?:y|ies) of|ambassadors? (?:of|to)|consulates? of|"
    r"(?:dr[io]ve[ns]?|driving|flew|flown|fly|flying|went|gone|going|returned|returning|moved|moving|"
    r"transferred|transported|airlifted|evacuated|extradited|deported|escaped?|sent|shipped|brought)"
    r" (?:him |her |them |it |back |home |there )*to|(?:no|any) (?:word|comment|reaction) in|"
    r"arrived in|(?:closer|nearer) to(?: the (?:shores|edges?|gates) of)?|en route to|"
    r"on (?:his|her|its|their|the) way (?:to|from)|bound for|"
    r"head(?:ing|ed) (?:to|for)|(?:flight|bus|train|travell?ing|travell?ed|trip|journey) to|"
    r"sail(?:s|ed|ing)? to|"
    r"(?:convoys?|trucks?|lorr(?:y|ies)|cargo|carrying|delivering|taking) "
    r"(?:[\w’'-]+ ){0,3}(?:to|for)|"
    r"(?:evening|morning|night|afternoon|time|visit(?:s|ed|ing)?|newspapers?|dail(?:y|ies)|"
    r"television|tv|radio|broadcasters?|officials|"
    r"lawmakers) in|"
    r"war in|truce in|ceasefire in|"
    r"conflict in|banned in|(?:said|admitted|announced|confirmed|denied|declared|claimed|protested|"
    r"told (?:reporters|journalists)|statement|interview|spokes(?:man|woman|person)|ministry|"
    r"(?:general )?staff|newsroom|high command) in)\s+"
    r"(?:(?:the\s+)?(?:city|town|village|ports?|capital)\s+of\s+(?:occupied\s+)?|"
    r"(?:the\s+)?(?:[\w’'-]+\s+)?)$|"
    r"\bfrom\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}"
    r"(?:towns?|villages?|cit(?:y|ies)|areas?|districts?|directions?|sides?)"
    r"\s+of\s+(?:[\w’'-]+(?:\s+and|,)\s+)?$"
)
_BESIDE = caseless(
    r"\b(?:south|north|east|west)(?P<of> of)\s+"
    r"(?:(?:the\s+)?(?:city|town|village|port|capital)\s+of\s+|(?:the\s+)?(?:[\w’'-]+\s+)?)$"
)
AIMED_FROM = caseless(  # "came under fire from the direction of X": it was not there
    r"\bfrom\s+(?:the\s+)?(?:\w+\s+)?(?:directions?|territory|sides?|(?:coasts?|shores?|hills?|"
    r"areas?|outskirts)(?:\s(?:north|south|east|west)\w*)?)\s+of\s+(?:the\s+)?(?:(?:city|towns?|villages?|area|district)\s+of\s+)?$"
)
_FAR = Pattern(r"\d\s*\)?\s*(?:km|kms|kilomet(?:er|re)s?|miles?)\b[^.]{0,20}$", re.IGNORECASE)
_IN_COUNTRY = caseless(
    r"(?:\b(?:in|inside|across|over|throughout|within|on|of|to|into|near|against|and|or|from)|"
    r",)\s+(?:the\s+)?"
    r"(?:\w+\s+)?$"
)
_NOT_PLACE_AFTER = caseless(
    r"(?:[’']s)?[\s-]+(?:war|wars|conflict|crisis|truce|ceasefire|cease-fire|peace|talks|deal|"
    r"time|accords?|"
    r"was ready|is ready|will|would|has (?:said|warned|vowed)|government|(?:\w+\s)?(?:institute|"
    r"think[\s-]tank|university|newspaper|post|times)|based|"
    r"embassy in|(?:\w+\s)?(?:compan(?:y|ies)|battalions?|brigades?|regiments?|squadrons?|cartels?|"
    r"gangs?|clans?|militia(?:men|s)?|factions?|front)(?!\sline))\b|-(?=[a-z])"
)


def when_of(
    notes: Annotations, sentence: Sentence, clause: Span, anchor: Span
) -> DateMention | None:
    """The date that the clause gives to its event: the nearest that is not one of speaking."""
    dates = [
        d
        for d in inside(notes.dates, clause)
        if d.role is DateRole.WHEN
        and (d.date.precision is DatePrecision.WEEK or not of_speaking(notes, sentence, d))
        and not _quoted_today(notes, d)
        and not _BEGAN.search(notes.text, clause.start, d.span.start)
        and not _aside(notes.text, clause, d.span, anchor)
        and not of_follow_up(notes.text, clause, d.span, anchor)
        and not _of_a_claim(notes.text, clause, d.span, anchor)
        and not _of_a_count(notes.text, d)
        and not _of_a_toll(notes.text, clause, d.span)
    ]
    if not dates:
        return _spoken_week(notes, sentence) or _since(notes, clause)
    nearest = min(dates, key=lambda d: _distance(d.span, anchor))
    days = [d for d in dates if d.date.is_fine]
    if days and not nearest.date.is_fine and not names_event(notes.text, nearest.span, anchor):
        nearest = min(days, key=lambda d: _distance(d.span, anchor))
    return meant(notes, clause, nearest)


_BEGAN = caseless(
    r"\bborn (?:in |on )$|\b(?:that|which|who|since|after|war|operation|offensive|campaign|"
    r"conflict|truce)\b[^,.;]{0,50}"
    r"\b(?:began|begun|started|broke out|erupted|took (?:office|effect)|withdrew)\s+(?:on\s+|"
    r"in\s+)?$"
)


def _of_a_toll(text: str, clause: Span, day: Span) -> bool:
    """Whether a day is that of a count or a death later on: "rose to 19 on Wednesday", "died of
    his wounds on Friday"."""
    return _LATER.search(text, max(clause.start, day.start - _ASIDE), day.start) is not None


_LATER = caseless(
    r"\b(?:(?:rose|risen|rises|climbed|increased|grew|grown|revised|stood|reached)\s"
    r"(?:\w+\s){0,3}?(?:at least\s|more than\s|nearly\s)?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?:\s(?:dead|people|killed))?"
    r"|died\s(?:of|from)\s(?:his|her|their|the)\s(?:wounds|injuries)"
    r"|died\s(?:later\s)?(?:in|at)\s(?:an?\s|the\s)?(?:[\w’'-]+\s){0,4}?hospital(?:\sin\s[\w’'-]+)?"
    r"|(?:wounded|injured|hurt)\s(?:in|by|during|when|at)\s[^.;,]{3,90}?"
    r"\s(?:(?:has|have|had|later)\s)*(?:died|dies|succumbed)(?:\s\w+)?)"
    r"(?:,?\s(?:late|early))?\s(?:on\s|late\s|early\s)*$"
)


def _aside(text: str, clause: Span, day: Span, anchor: Span) -> bool:
    """Whether a day is of a relative clause that ends before the event: "the group, which laid
    down its arms on 9 March, was attacked"."""
    after = text[day.end : anchor.start] if day.end <= anchor.start else ""
    start = max(clause.start, day.start - _ASIDE)
    return "," in after and _RELATIVE.search(text, start, day.start) is not None


_ASIDE = 150  # characters of a relative clause before its day
_RELATIVE = Pattern(
    r"\b(?:who|which|that|whose)\s+(?!(?:on|in|late|early)\b)[\w’'-]+[^,.;]*\s(?:on|in|since)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)


def _of_a_count(text: str, day: DateMention) -> bool:
    """ "For the 40th time this year", "the second shooting this month": the span of a count."""
    before = text[max(0, day.span.start - 45) : day.span.start]
    return not day.date.is_fine and _COUNTING.search(before) is not None


_COUNTING = Pattern(
    r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twice|"
    r"(?:three|four|five|six|several|\d+) times)\s+(?:(?:such|of its kind|fatal|deadly|armed)\s+)?"
    r"(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)


def _of_a_claim(text: str, clause: Span, told: Span, anchor: Span) -> bool:
    """Whether a day or place is that of what is said on an act told before: "On Monday a caller
    claimed the ambush", "In Velm, elders deplored the raid"."""
    claim = _CLAIMED.search(text, max(clause.start, anchor.start - _ASIDE), anchor.start)
    return claim is not None and told.end <= claim.start()


_CLAIMED = caseless(
    r"\b(?:(?:claimed|took|denied|accepted|disclaimed)\s+(?:full\s+|any\s+|all\s+)?"
    r"(?:responsibility|credit)\s+for|owned\s+up\s+to|claimed|admitted|denied|disowned|condemned|"
    r"denounced|praised|deplored|acknowledged|decried|lamented|criticized|criticised|hailed|called|"
    r"welcomed|applauded|discussed|debated|described|protested)\s+(?:the|this|that|both|these|those)\s+"
    r"(?:[\w’'-]+\s+){0,3}$"
)


_TODAY = Pattern(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)


def _quoted_today(notes: Annotations, date: DateMention) -> bool:
    """ "today" in a quotation is the day of speaking, not that of publication."""
    return _TODAY.search(date.span.of(notes.text)) is not None and any(
        q.contains(date.span) for q in notes.quotes
    )


def _spoken_week(notes: Annotations, sentence: Sentence) -> DateMention | None:
    """ "last week claimed responsibility for two attacks": the attacks are of that week."""
    spoken = spoken_of(notes, sentence)
    return spoken if spoken and spoken.date.precision is DatePrecision.WEEK else None


def _since(notes: Annotations, clause: Span) -> DateMention | None:
    """ "has been shelled since Sunday": from that day to the news of it, if it is that recent."""
    for date in inside(notes.dates, clause):
        until = open_interval(date, published=notes.document.published)
        if date.role is not DateRole.SINCE or not date.date.is_day or not until.end:
            continue
        opening = notes.text[clause.start : date.span.start]
        if until.start and until.end - until.start <= _LATELY and not _EVER_SINCE.search(opening):
            days = replace(interval(until.start, until.end), text=until.text)
            return replace(date, date=days, role=DateRole.WHEN)
    return None


_LATELY = timedelta(days=31)
_EVER_SINCE = Pattern(  # "the third attack since Friday", "the worst since"
    r"\b(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)|\w+est|worst|most|\w+ time|truce|"
    r"ceasefire|cease-fire)\b[^.;]*$",
    re.IGNORECASE,
)


def _distance(span: Span, anchor: Span) -> int:
    """Characters between, a date before the event counting for half as near."""
    if span.start >= anchor.end:
        return span.start - anchor.end
    return 2 * max(0, anchor.start - span.end) + 5


def where_of(notes: Annotations, clause: Span, anchor: Span) -> PlaceMention | None:
    """The place of an event: the finest that its clause names, the nearest of these; no end of
    the road on which it was, where something else is told ("on the Gao-Kidal road near Almou")."""
    best: PlaceMention | None = None
    named = _without_owners(notes.text, _without_frame(notes, clause, places_of(notes, clause)))
    named = [
        p
        for p in named
        if not _of_a_reason(notes.text, clause, p.span, anchor)
        and not _of_a_claim(notes.text, clause, p.span, anchor)
    ]
    beside = [p for p in named if p.relation != "road" and p.place.precision in _FINE]
    beside = [p for p in beside if not (p.relation or "").endswith(" of")] or beside
    for place in sorted(beside or named, key=lambda p: _distance(p.span, anchor)):
        if best is None or finer(place.place, best.place):
            best = place
    if best is None or best.place.precision in COARSE:
        return _told_place(notes, clause, best) or _beside(notes, clause) or best
    return best


def _of_a_reason(text: str, clause: Span, place: Span, anchor: Span) -> bool:
    """Whether a place is that of what is answered: "shelled the port in reply to **raids on
    Velm**", where the event is told before."""
    reason = _REASON.search(text, max(clause.start, place.start - _ASIDE), place.start)
    return reason is not None and anchor.end <= reason.start()


_REASON = caseless(
    r"\b(?:(?:in|as)\s(?:an?\s)?[\"“]?(?:retaliation|revenge|reprisals?|response|answer|reply|"
    r"vengeance|retribution)|(?:retaliation|revenge|reprisals?|retribution|vengeance)|"
    r"(?:to\s)?aveng(?:e|es|ed|ing)|answering|responding)\b[^.;,]{0,80}\s(?:in|at|on|of|near|from)\s"
    r"(?:the\s)?(?:[\w’'-]+\s){0,2}$"
)
_FRAME = caseless(r"\W*(?:(?:also|and|meanwhile),?\s)?in\s(?:the\s(?:\w+\s){1,3}?(?:of\s)?)?$")


def _without_frame(
    notes: Annotations, clause: Span, named: Sequence[PlaceMention]
) -> Sequence[PlaceMention]:
    """Without the town that opens a clause where a part of it is told: "**In Belfast,** gunmen
    fired in the Ardoyne district"."""
    if len(named) < 2 or notes.text[named[0].span.end : named[0].span.end + 1] != ",":
        return named
    first, *others = named
    fine = [p for p in others if p.place.precision in _FINE and p.relation != "road"]
    if first.place.precision is not PlacePrecision.TOWN or not fine:
        return named
    if not _FRAME.match(notes.text, clause.start, first.span.start):
        return named
    inside_it = all(may_be_one(first.place, p.place) is not False for p in fine)
    return others if inside_it else named


def _without_owners(text: str, named: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """Without a town that is named as that of another place: "**Kadu township**'s Osk village"."""
    owners = {
        a.span
        for a, b in pairwise(named)
        if b.place.precision in _FINE and _OWNER.fullmatch(text, a.span.end, b.span.start)
    }
    return [p for p in named if p.span not in owners]


_OWNER = Pattern(
    r"(?:\s(?i:township|district|county|municipality|territory|commune|department|governorate|"
    r"province|state|region|city|town))?(?:['’]s|s['’])\s(?:[a-z-]+\s){0,2}"
)


def _beside(notes: Annotations, clause: Span) -> PlaceMention | None:
    """The place so far off a town, or the town itself that an event was "south of", where its
    clause names no nearer place."""
    far = (offset(notes.text, p) for p in inside(notes.places, clause) if not p.metonym)
    return next((p for p in far if p is not None), None) or next(
        (
            p
            for p in inside(notes.places, clause)
            if (p.relation or "").endswith(" of")
            and p.place.precision is PlacePrecision.TOWN
            and not p.metonym
            and not _FAR.search(notes.text, max(0, p.span.start - 40), p.span.start)
            and not AIMED_FROM.search(notes.text, clause.start, p.span.start)
        ),
        None,
    )


@lru_cache(maxsize=64)
def places_of(notes: Annotations, clause: Span) -> tuple[PlaceMention, ...]:
    return tuple(p for p in inside(notes.places, clause) if _hosts(notes, clause, p))


COARSE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
_FINE = (PlacePrecision.SITE, PlacePrecision.TOWN)
_BACK_TO = (
    (
        caseless(
            r"\bthe\s+(?:(?:same|military|air)\s+)?(?:air\s?base|base|camp|airport|airfield|"
            r"compound|embassy|outpost|site|facility|field|prison)\b"
        ),
        (PlacePrecision.SITE,),
    ),
    (
        caseless(
            r"\bthe\s+(?:same\s+)?(?:town|city|village|settlement|district|neighbou?rhood|quarter|"
            r"suburb)(?:['’]?s)?\b"
        ),
        (PlacePrecision.TOWN,),
    ),
)
_BACK = 450  # characters within which "the base" goes back to a place named before


def _told_place(
    notes: Annotations, clause: Span, coarse: PlaceMention | None
) -> PlaceMention | None:
    """The site or town that "the base" or "the town" goes back to."""
    for words, precisions in _BACK_TO:
        match = words.search(notes.text, clause.start, clause.end)
        if match is None or _goes_on_with_name(notes, match.end()):
            continue
        before = [
            p
            for p in notes.places
            if p.span.end <= match.start()
            and match.start() - p.span.end < _BACK
            and not p.metonym
            and p.relation != "dateline"
            and not (p.relation or "").endswith(" of")
            and p.place.precision in precisions
            and (coarse is None or may_be_one(coarse.place, p.place) is not False)
        ]
        if before:
            return before[-1]
    return None


def _goes_on_with_name(notes: Annotations, offset: int) -> bool:
    """ "the base in Erbil", "the town of Azaz": its own place follows."""
    return (
        re.match(
            r"\s+(?:in|at|of|near|called|on the)\s+(?:the\s+)?[A-Z]",
            notes.text[offset : offset + 20],
        )
        is not None
    )


_CLINIC = Pattern(
    r"(?:[\s,’'s]+[A-Z][\w’'-]+){0,3}?\s*\b(?i:(?:(?:referral|general|regional|provincial|district|"
    r"county|municipal|city|central|main|military|army|police|teaching|university|public|civil|"
    r"state|government|emergency|field|rural|children['’]?s)\s){0,2}"
    r"(?:hospital|medical cent(?:er|re)|clinic|infirmary|morgue|mortuary))\b"
)
_TENDED = caseless(
    r"\b(?:died|dies|dying|dead|los[et]\s(?:his|her|their)\sli(?:fe|ves)|pronounced|treat(?:ed|ment)|taken|rushed|transported|airlifted|"
    r"admitted|evacuated|recovering|comfortable|condition|surgery|operated|doctors?|surgeons?|"
    r"bodies|lying)\b[^.;]{0,60}$"
)


def tended(text: str, clause: Span, place: Span, *, surely: bool = False) -> bool:
    """Whether a name is that of the hospital in which the hurt of an attack are or died, or of the
    town that it is in; of one without a name only where that is plainly told."""
    start = clause.start
    if _IN_CLINIC.search(text, start, place.start) or _FLOWN_TO.search(text, start, place.start):
        return True
    named = _CLINIC.match(text, place.end) or _CLINIC.search(text, place.start, place.end)
    told = _BROUGHT if surely else _TENDED
    return bool(named) and told.search(text, clause.start, place.start) is not None


_FLOWN_TO = caseless(
    r"\b(?:evacuated|airlifted|air-lifted|medevaced|flown)\s(?:[\w’'-]+\s){0,4}?to\s"
    r"(?:the\s)?(?:(?:city|town|capital)\sof\s|capital,?\s)?$"
)
_BROUGHT = caseless(
    r"\b(?:(?:died|dies|succumbed|pronounced\sdead|treated|recovering|operated\son)\s"
    r"(?:(?!when\b|as\b|after\b)[\w’'-]+\s){0,4}?(?:in|at)|"
    r"(?:taken|rushed|transported|airlifted|admitted|evacuated|brought|carried)\s"
    r"(?:(?!when\b|as\b|after\b)[\w’'-]+\s){0,4}?to)\s$"
)


_IN_CLINIC = caseless(  # "the wounded were taken to the hospital in X", "died in a clinic at X"
    r"\b(?:taken|brought|rushed|transported|transferred|airlifted|flown|moved|admitted|evacuated|"
    r"referred|treated|died|recovering)\b(?:\s[\w-]+){0,4}?\s(?:to|at|in|into|by)\s"
    r"(?:(?:wards?|units?|departments?|rooms?|wings?|care|theat(?:er|re))\s(?:of|at|in)\s|"
    r"(?!(?:of|on|at|in|into|to|by|from|against|near|outside|inside|behind|around|when|as|after|"
    r"before|while|which|that|who|where|hit|struck|striking|targeting|hitting|during)\b)"
    r"[\w’'-]+\s){0,5}?"
    r"(?:hospitals?|clinics?|infirmary|morgue|mortuary|medical\scent(?:er|re)s?|"
    r"health\s(?:cent(?:er|re)|post)s?)\s(?:at|in|of|near)\s"
    r"(?:(?:the|nearby|neighbou?ring)\s(?:[\w-]+\s){0,2}?(?:of\s)?)?$"
)


_TAKEN_FROM = caseless(  # "abducted two teachers from the village of X": it was there
    r"\b(?:abduct(?:ed|ing|s)?|kidnap(?:s|ped|ping)?|snatch(?:ed|ing)|dragged|seized|carried off|"
    r"took(?!\soff)|taken|taking)\b(?:\s(?!(?:to|into)\b)[\w’'-]+,?){0,12}?"
    r"\sfrom\s(?:(?!to\s|into\s)[\w’'-]+\s){0,3}"
    r"(?:(?:in|of|at|near|outside)\s(?:the\s)?(?:\w+\sof\s)?)?$"
)
_APPOSED = Pattern(r",\s+(?:(?:an?|the|one of)\s+|who\s)[^,.;:]{0,60}$")


def _with_speaker(text: str, said: Attribution, place: Span) -> bool:
    """Whether a place is told of a speaker: "Haji Gul, a shopkeeper in Wana, said"."""
    if said.source.contains(place):
        return True
    if not 0 <= place.start - said.source.end <= _APPOSITION:
        return False
    return _APPOSED.fullmatch(text, said.source.end, place.start) is not None


_APPOSITION = 80  # characters


def _fired_there(text: str, place: Span) -> bool:
    """ "Rockets fired by men positioned in Velm", "men dug in around Velm shelled Orun"; not
    "guards deployed in Velm died when rebels fired mortars"."""
    posted = _POSTED.search(text, max(0, place.start - _ASIDE), place.start)
    return posted is not None and (
        posted["fired"] is not None or _FIRES.match(text, place.end) is not None
    )


_POSTED = caseless(
    r"(?:\b(?P<fired>fired|launched|lobbed|shot)\sby\s(?:[\w’'-]+\s){1,6}?)?"
    r"\b(?:positioned|entrenched|dug\sin|holed\sup|hiding|deployed)\s(?:in|at|near|around)\s"
    r"(?:[\w’'-]+,?\s){0,5}$"
)
_FIRES = caseless(
    r"(?:,?\s(?!(?:was|were|who|had|when|while|as|after|before|where|but|because|died)\b)"
    r"[\w’'-]+){0,6}?\s"
    r"(?:targeted|targeting|fired|shelled|launched|lobbed|sniped|pounded|bombarded)\b"
    r"(?!\s(?:by|from)\b)"
)


def _hosts(notes: Annotations, clause: Span, mention: PlaceMention) -> bool:
    if mention.metonym or mention.relation == "dateline":
        return False
    at = Span(max(0, mention.span.start - _APPOSITION - 1), mention.span.end)
    if any(_with_speaker(notes.text, a, mention.span) for a in named_near(notes, at)):
        return False
    if _NOT_PLACE_AFTER.match(notes.text, mention.span.end):
        return False
    if is_of_native(notes.text, mention.span) or is_home_town(notes.text, mention.span):
        return False
    before = notes.text[max(clause.start, mention.span.start - 40) : mention.span.start]
    if tended(notes.text, clause, mention.span):
        return False
    if SHIP.search(before) or _fired_there(notes.text, mention.span):
        return False
    if mention.place.precision is PlacePrecision.COUNTRY and not _IN_COUNTRY.search(before):
        return False  # "government ally Russia": a side, no place
    if mention.place.precision not in COARSE and _TAKEN_FROM.search(
        notes.text, clause.start, mention.span.start
    ):
        return True
    start = max(clause.start, mention.span.start - 50)
    beside = _BESIDE.search(notes.text, start, mention.span.start)
    if beside and not is_part_of(notes.text, beside.end("of")):
        return False
    if is_at_sea(notes.text, mention):
        return False
    if AIMED_FROM.search(notes.text, start, mention.span.start):
        return False
    return not _AWAY.search(notes.text[start : mention.span.start])
