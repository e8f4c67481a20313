"""Everything that is found in a document before it is read for incidents, in one place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Protocol, TypeVar

from tallystick.extract.dates.day_headings import day_headings, lead_day
from tallystick.extract.dates.mentions import DateMention, event_days, find_dates
from tallystick.extract.grammar.addresses import without_addresses
from tallystick.extract.grammar.counts import CountMention, find_counts
from tallystick.extract.grammar.sentences import Sentence, quoted, sentences
from tallystick.extract.places.addresses import addresses
from tallystick.extract.places.datelines import filed_from
from tallystick.extract.places.focus import home_of
from tallystick.extract.places.mentions import PlaceMention, find_places
from tallystick.extract.places.ships import ship_names
from tallystick.extract.quotation.attribution import Attribution, find_attributions
from tallystick.extract.quotation.told_on import told_on
from tallystick.model.document import Cover, Document, Span
from tallystick.model.values import PartialDate, Place
from tallystick.vocab.actors import Actor, actor_book, unknown_group
from tallystick.vocab.caseless import caseless
from tallystick.vocab.countries import countries
from tallystick.vocab.gazetteer import load_gazetteer
from tallystick.vocab.lexicon import (
    EventWord,
    PersonWord,
    TargetWord,
    event_words,
    person_words,
    target_words,
    verbs_around,
)
from tallystick.vocab.matching import Hit, Matcher, fold
from tallystick.vocab.placekeys import key_of
from tallystick.vocab.short_forms import short_forms
from tallystick.vocab.toponyms import toponym_words
from tallystick.vocab.weapons import Weapon, weapon_book


class Found(Protocol):
    """Anything that was found at a span."""

    @property
    def span(self) -> Span: ...


F = TypeVar("F", bound=Found)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Named:
    """An actor in the text: its entry, or ``None`` for a group known only by this name."""

    span: Span
    actor: Actor | None
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Annotations:
    """A document with all that was found in its account, each list in order of the text.

    Equal to nothing but itself, so that what follows from it can be kept by it.
    """

    document: Document
    text: str
    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    actors: tuple[Named, ...]
    weapons: tuple[Hit[Weapon], ...]
    events: tuple[Hit[EventWord], ...]
    persons: tuple[Hit[PersonWord], ...]
    targets: tuple[Hit[TargetWord], ...]
    counts: tuple[CountMention, ...]
    attributions: tuple[Attribution, ...]
    quotes: tuple[Span, ...]
    headings: tuple[DateMention, ...] = ()
    """The days over the entries of a digest."""
    lead: DateMention | None = None
    """The day of which the head of a text says that all it lists is."""
    filed: PlaceMention | None = None
    """The town of the dateline."""

    def __post_init__(self) -> None:
        for name in _ROWS:
            object.__setattr__(self, name, Row(getattr(self, name)))


_ROWS = ("dates", "places", "actors", "weapons", "events", "persons", "targets", "counts")


class Row(tuple[F, ...]):
    """What was found, in order of the text: a thousand times a text one asks what is where."""

    @cached_property
    def starts(self) -> list[int]:
        return [each.span.start for each in self]


def inside(found: Sequence[F], span: Span) -> Sequence[F]:
    """Those that lie wholly inside a span."""
    starts = found.starts if isinstance(found, Row) else [each.span.start for each in found]
    first = bisect_left(starts, span.start)
    last = bisect_left(starts, span.end, first)
    return [f for f in found[first:last] if f.span.end <= span.end]


def sentence_of(notes: Annotations, span: Span) -> Sentence | None:
    """The sentence in which a stretch lies, if it lies in one."""
    at = bisect_right(notes.sentences, span.start, key=lambda each: each.span.start) - 1
    sentence = notes.sentences[at] if at >= 0 else None
    return sentence if sentence is not None and sentence.span.contains(span) else None


def annotate(document: Document) -> Annotations:
    """All that the later steps look at. Places and dates inside an actor's name are dropped, as
    is all that stands in an address of the web."""
    original, text = document, without_addresses(document.text)
    document = replace(document, text=text)
    spans = [s.span for s in document.account]
    whole = sentences(document)
    actors = _actors(text, spans)
    names = [_without_place(text, a) for a in actors if a.actor is None or not a.actor.place_like]
    headings = day_headings(text, told_on(document))
    dates = list(_dates(document, spans, headings))
    named, account = Cover(names), Cover(spans)
    blocked = Cover([*names, *(d.span for d in dates)])
    home = home_of(document.publisher, document.url, load_gazetteer())
    skip = [*names, *ship_names(text), *addresses(text)]
    found = find_places(text, skip=skip, home=home)
    places = [p for p in found if account.covers(p.span)]
    said = find_attributions(text, whole)
    return Annotations(
        document=original,
        text=text,
        sentences=whole,
        dates=tuple(dates),
        places=tuple(places),
        actors=_with_governments(text, actors, places, said),
        weapons=tuple(_weapons(text, spans, named)),
        events=tuple(_events(text, spans, named)),
        persons=tuple(_hits(person_words(), text, spans, Cover(()))),
        targets=tuple(_hits(target_words(), text, spans, Cover(()))),
        counts=tuple(
            c for span in spans for c in find_counts(text, span) if not blocked.touches(c.span)
        ),
        attributions=tuple(said),
        quotes=tuple(quoted(text, spans)),
        headings=headings,
        lead=lead_day(text, dates),
        filed=filed_from(document, found),
    )


def _dates(
    document: Document, spans: Sequence[Span], headings: Sequence[DateMention]
) -> Iterator[DateMention]:
    """The dates of the account, those over the entries of a digest among them."""
    text, account = document.text, Cover(spans)
    apart = [h.span for h in headings if not account.covers(h.span)]
    news = told_on(document)
    found = find_dates(text, published=news, spans=sorted([*spans, *apart]), known=headings)
    kept = [
        d
        for d in found
        if d in headings or not (_is_rank(text, d.span) or _is_stamp(text, d, news))
    ]
    yield from (day for d in kept for day in event_days(text, d, news))


def _is_stamp(text: str, found: DateMention, news: PartialDate | None) -> bool:
    """Whether a date in full, that of the news, stands by itself between a title and a text that
    have lost their lines: "Shells hit Zobrak 6 May 2031 ZOBRAK (Watan) Rebels ..."."""
    first, last, day = found.span.start, found.span.end, found.date.start
    if news is None or first >= _HEAD or not found.date.is_day or day is None or day != news.end:
        return False
    return (
        str(day.year) in found.span.of(text)
        and _WEEKDAY.search(text, max(0, first - 12), last) is None
        and text[last : last + 1] != "."
        and _LED_IN.search(text, 0, first) is None
        and _ANEW.match(text, last) is not None
    )


_HEAD = 200  # characters
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_LED_IN = re.compile(
    r"(?:,|\b(?:on|of|since|from|until|till|by|before|after|in|for|dated|to|and|through|between|"
    r"late|early|last)(?:\s+\w+day,?)?)\s*$",
    re.IGNORECASE,
)
_ANEW = re.compile(r"\s*(?:$|[-–|.:\d\"“(]|[A-ZÀ-Þ])")


_STRIKES = re.compile(
    r"\s+(?:(?:had|has|have|also|then)\s+)*(?:launched|fired|attacked|bombed|shelled|struck|"
    r"targeted|unleashed)\b",
    re.IGNORECASE,
)


def _governments(
    text: str, places: Sequence[PlaceMention], said: Sequence[Attribution]
) -> Iterator[Named]:
    """ "Vienna denied it", "Vienna fired rockets": a capital that acts is its government."""
    book, speaking = actor_book(), {a.source for a in said}
    for found in (p for p in places if p.metonym):
        if found.span not in speaking and not _STRIKES.match(text, found.span.end):
            continue
        id = f"gov-{(found.place.country or '').lower()}"
        if id in book and _is_capital(found.place):
            yield Named(found.span, book.get(id), book.get(id).name)


def _with_governments(
    text: str, actors: Sequence[Named], places: Sequence[PlaceMention], said: Sequence[Attribution]
) -> tuple[Named, ...]:
    """The actors, and the governments that capitals stand for where they speak or act."""
    found = [*actors, *_governments(text, places, said)]
    known = {n.span for n in found}
    seats = (n for n in _speaking_seats(text, found, places, said) if n.span not in known)
    return tuple(sorted([*found, *seats], key=lambda n: n.span))


def _speaking_seats(
    text: str, actors: Sequence[Named], places: Sequence[PlaceMention], said: Sequence[Attribution]
) -> Iterator[Named]:
    """ "Kiev said", "N'Djamena denied it": a capital that speaks where its country is told of."""
    told = {p.place.country for p in places} | {n.actor.country for n in actors if n.actor}
    answering = (p.span for p in places if _ANSWERS.match(text, p.span.end))
    for source in dict.fromkeys([*(a.source for a in said), *answering]):
        code = _seats().get(fold(source.of(text)))
        if code is not None and code in told:
            government = actor_book().get(f"gov-{code.lower()}")
            yield Named(source, government, government.name)


_ANSWERS = re.compile(  # "called the charge absurd", "a charge | rejects"
    r"\s+(?:(?:has|had|have|also|later|\w+ly)\s+)*(?:(?:call|brand|describ|label|term|dubb)\w*\s+"
    r"(?:it|this|that|(?:the|these|those|such)\s+(?:\w+\s+)?"
    r"(?:charge|accusation|allegation|claim|report|suggestion)s?)\b|"
    r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refute[ds]?)\b)",
    re.IGNORECASE,
)


@lru_cache
def _seats() -> Mapping[str, str]:
    """The code of the country of each capital, by its folded name, other spellings among them."""
    known = {
        fold(c.capital): code
        for code, c in countries().items()
        if c.capital and f"gov-{code.lower()}" in actor_book()
    }
    others = {"washington": "US", "kiev": "UA", "tel aviv": "IL", "delhi": "IN", "naypyidaw": "MM"}
    return known | others


def _is_capital(place: Place) -> bool:
    named = load_gazetteer().lookup(countries()[place.country or ""].capital)
    return any(c.id == place.id for c in named)


class Finder(Protocol[T]):
    """A vocabulary that can be looked up in a text."""

    def find(self, text: str) -> list[Hit[T]]: ...


def _hits(
    book: Finder[T] | Matcher[T], text: str, spans: Sequence[Span], blocked: Cover
) -> list[Hit[T]]:
    found = []
    for span in spans:
        for hit in book.find(span.of(text)):
            at = Span(span.start + hit.span.start, span.start + hit.span.end)
            if not blocked.covers(at):
                found.append(Hit(at, hit.item))
    return found


def _weapons(text: str, spans: Sequence[Span], named: Cover) -> Iterator[Hit[Weapon]]:
    """The weapons, and no clubs: "the Velm **Rockets** beat Orun"."""
    for hit in _hits(weapon_book(), text, spans, named):
        before = max(0, hit.span.start - _NAME)
        called = _CLUB.fullmatch(hit.span.of(text)) and _THE.search(text, before, hit.span.start)
        if not (called and _GOES_ON.match(text, hit.span.end)):
            yield hit


_NAME = 40  # characters
_CLUB = re.compile(r"[A-Z][a-z]+s")
_THE = re.compile(r"\bthe\s(?:[A-Z][\w.-]+\s){1,3}$")
_GOES_ON = re.compile(r"\s+[a-z]|['’.,;]")  # in a line that is not all in capitals


def _events(text: str, spans: Sequence[Span], named: Cover) -> list[Hit[EventWord]]:
    around = {h.span: h for h in _hits(verbs_around(), text, spans, named)}
    found = [h for h in _hits(event_words(), text, spans, named) if h.span not in around]
    known = Cover(h.span for h in found)
    beside = [h for h in around.values() if not known.touches(h.span)]
    return sorted([*found, *beside], key=lambda hit: hit.span)


def _actors(text: str, spans: Sequence[Span]) -> list[Named]:
    hits = actor_book().find(text)
    known = [_called(text, Named(h.span, h.item, _name(text, h))) for h in hits]
    taken = Cover(k.span for k in known if k.actor and not _is_common(k.actor))
    groups = [h for h in unknown_group(text, known=hits) if not taken.touches(h.span)]
    groups += short_forms(text, groups, hits)
    unknown = [Named(h.span, None, re.sub(r"\s+", " ", h.item)) for h in groups]
    covered, account = Cover(u.span for u in unknown), Cover(spans)
    ends = {k.span.end for k in known if k.actor and not k.actor.place_like}
    kept = [
        k
        for k in known
        if not (covered.covers(k.span) or _is_place(text, k) or _of_others(text, k, ends))
    ]
    return [n for n in sorted([*kept, *unknown], key=lambda n: n.span) if account.covers(n.span)]


def _of_others(text: str, named: Named, ends: Set[int]) -> bool:
    """Whether officials are of no government: "church officials", "officials of the party", or of
    the group whose name ends just before."""
    start, end = named.span.start, named.span.end
    if named.span.of(text).lower() not in _OFFICIALS:
        return False
    theirs = _THEIRS.search(text, max(0, start - 30), start) or _OF_THEIRS.match(text, end)
    beside = text[start - 1 : start] == " " and text[start].islower() and start - 1 in ends
    return beside or theirs is not None


_OFFICIALS = frozenset(("official", "officials"))
_BODIES = (
    r"(?:church|diocesan|parish|religious|mosque|temple|party|opposition|rebel|guerrilla|militia|tribal|"
    r"clan|union|labou?r|company|corporate|bank|airline|shipping|industry|oil|club|league|"
    r"federation|association|team|football|university|college|school|museum|aid|relief|charity|"
    r"humanitarian|rights|campaign|election\s+monitoring|red\s+(?:cross|crescent))"
)
_THEIRS = caseless(rf"\b{_BODIES}\s+(?:senior\s+|local\s+)?$")
_OF_THEIRS = caseless(
    rf"\s+(?:of|from|with|at|in)\s+(?:the|an?|his|her|its|their)\s+(?:[\w-]+\s+)?{_BODIES}\b"
    r"(?!\s+(?:ministry|department|authority|office|commission))"
)


def _is_common(actor: Actor) -> bool:
    """A country or a sort: a group's own name may have it in it ("Free Velm **Army**")."""
    return actor.place_like or actor.is_collective


_MEN = re.compile(r"(?:fighters|militia|militiam[ae]n|guerrillas|gunmen|rebels|militants)")
_CALLED = re.compile(
    r"(?<=[a-z,] )(?<!\bin )(?<!\bat )(?<!\bnear )(?<!\bfrom )"
    r"(?P<name>[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?) $"
)


def _called(text: str, named: Named) -> Named:
    """ "Attacked by **Tavelo fighters**": men whose own name no list has are called by it."""
    before = _CALLED.search(text, max(0, named.span.start - 30), named.span.start)
    if before is None or not _MEN.fullmatch(named.name):
        return named
    name = before["name"]
    if load_gazetteer().lookup(name) or actor_book().find(name) or actor_book().nationalities(name):
        return named
    if _NO_NAME.fullmatch(name):
        return named
    return replace(
        named, span=Span(before.start("name"), named.span.end), name=f"{name} {named.name}"
    )


_NO_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan\w*|Feb\w*|March|April|May|June|July|Aug\w*|Sept?\w*|"
    r"Oct\w*|Nov\w*|Dec\w*|[A-Z]\w+(?:ed|ing|ern|ist|ists|ly)|The|Some|Other|Many|Most|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Several"
)
_TOWN_OF = re.compile(r"\b(?:town|city|village|hamlet|suburb|neighbou?rhood|quarter)s? of $")


_PEOPLE = re.compile(
    r"\s+(?:m[ae]n|wom[ae]n|boys?|girls?|teens?|teenagers?|youths?|students?|residents?|natives?|"
    r"couples?|famil(?:y|ies)|mothers?|fathers?|motorists?|drivers?|teachers?|doctors?|nurses?|"
    r"farmers?|schools?|courts?|towns?|villages?|homes?|streets?)\b"
)


def _is_place(text: str, named: Named) -> bool:
    """ "The town of al-Mayadin", a place that a channel is called like too; "a Lebanon woman",
    "**Jordan**" where a Tom Jordan was told of."""
    start, end = named.span.start, named.span.end
    if named.actor is not None and named.actor.place_like:
        person = named.span.of(text) in _surnames(text) and not _IN.search(
            text, max(0, start - 10), start
        )
        if person or _PEOPLE.match(text, end):
            return True
    introduced = _TOWN_OF.search(text, max(0, start - 20), start) is not None
    return introduced and bool(load_gazetteer().lookup(named.span.of(text)))


@lru_cache(maxsize=2)
def _surnames(text: str) -> frozenset[str]:
    """The words with a capital that stand after a given name somewhere in a text."""
    given = toponym_words().given_names
    return frozenset(m["name"] for m in _IN_FULL.finditer(text) if key_of(m["given"]) in given)


_IN_FULL = re.compile(r"\b(?P<given>[A-Z][a-z]+)\s(?:[A-Z]\.\s)?(?=(?P<name>[A-Z][a-z]+)\b)")
_IN = re.compile(r"\b(?:in|from|to|near|of|into|across|via)\s$")


def _is_rank(text: str, span: Span) -> bool:
    """ "Saturday's attack was the 20th" is no day of a month."""
    words, before = span.of(text), text[max(0, span.start - 12) : span.start]
    return re.fullmatch(r"the \d+(?:st|nd|rd|th)", words, re.IGNORECASE) is not None and bool(
        re.search(r"\b(?:was|is|were|least)\s+$", before, re.IGNORECASE)
    )


def _name(text: str, hit: Hit[Actor]) -> str:
    """The vocabulary's name; the words of the text for a sort of actor ("local gunmen")."""
    return " ".join(hit.span.of(text).split()) if hit.item.is_collective else hit.item.name


def _without_place(text: str, named: Named) -> Span:
    """The name without an "in Iraq" that the vocabulary's own name does not have."""
    tail = re.search(r"\s(?:in|of)\s[A-Z]\w+$", named.span.of(text))
    if tail is None or re.search(r"\s(?:in|of)\s", named.name):
        return named.span
    return Span(named.span.start, named.span.start + tail.start())
