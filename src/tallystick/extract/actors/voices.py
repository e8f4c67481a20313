"""Who says what stands at a place of a document: source chains, nearest first.

A chain runs from whoever knows, through those who pass it on, to the publisher: "base
source → New York Post → Breitbart". Pronouns and "the group" are traced to the last source
or actor that they can stand for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as slot

from tallystick.extract.actors.granted import taken_for_granted
from tallystick.extract.actors.sides import is_sort
from tallystick.extract.actors.speaker_names import apposed_name, full_name, name_of, plain_name
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.quotation.cue_words import leaves_open
from tallystick.extract.quotation.own_acts import opens_with_own
from tallystick.model.document import Document, SegmentKind, Span, Stretches
from tallystick.model.statement import Field, Source, SourceChain, Stance
from tallystick.vocab.actors import ActorKind, actor_book
from tallystick.vocab.caseless import caseless

_PERSON = re.compile(
    r"^(?:he|she|him|her|his|the (?:minister|spokes\w+|general|president|officer|colonel|commander|"
    r"mayor|governor|chief))$",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"^(?:it|its|they|we|the (?:group|militia|organi[sz]ation|movement|faction|militants|rebels|"
    r"statement|"
    r"groups|militias|militants)|th(?:is|at|e same|ese|ose) (?:group|militia|organi[sz]ation|"
    r"faction)s?)$",
    re.IGNORECASE,
)
_ONE_PERSON = (
    r"[A-Z]\w+ [A-Z]\w+|minister|spokes|mr |president|source\b|official\b|activist\b|resident\b|"
    r"witness\b|commander\b|officer\b|doctor\b|medic\b|analyst\b|diplomat\b|director\b|chief\b|"
    r"^(?:[Aa]n?|[Aa]nother|[Oo]ne)\s(?!.*\b(?:group|militia|faction|movement|agency|news\w*|paper|"
    r"channel|station|site|website|statement|report|ministry|council|committee|network|office|unit|"
    r"organi[sz]ation|coalition|alliance|mission|army|front|brigade)\b)"
)
_OFFICER = r"\b(?:chief|head|director|spokes\w+|commander|minister|officer|official|source)s?\b"
_ACCOUNT = re.compile(  # "by **his** account"
    r"(?<=^his|^her|^its)\s(?:own\s)?(?:account|count|reckoning|estimate|version)$", re.IGNORECASE
)
_ONE = re.compile(r"^(?:he|she)$|minister|spokes|president", re.IGNORECASE)
_IT = re.compile(r"(?:it|the statement)$", re.IGNORECASE)
_BASED = re.compile(  # "the Britain-based monitor": the one that has spoken
    r"(?:the|this) [\w.]+(?: [A-Z]\w+)?[- ]based (?:\w+ ){0,2}?(?:monitor\w*|group|watchdog|"
    r"organi[sz]ation|observatory|ngo|charity|network)$",
    re.IGNORECASE,
)
_THE_MONITOR = re.compile(
    r"(?:the|this)(?: (?:war|rights|same))? (?:monitor(?:ing group)?|watchdog)$", re.IGNORECASE
)
_RIGHT_AFTER = 400  # characters
_ITSELF = 8  # characters: "says (that) it"
_GROUP_REACH = 700  # characters
_GOES_ON = 500  # characters
_QUOTED_REACH = 1200  # characters: some paragraphs of agency copy
_OFFICE_HOLDER = re.compile(r"the (?P<noun>minister|president|mayor|governor)", re.IGNORECASE)
_BESIDE = 120  # characters about a name in which its office is told
_SOURCES = re.compile(
    r"^(?:the|these|those|this|that|both)(?: same)? (?P<noun>source|official|witness|resident|"
    r"activist|monitor|diplomat|eyewitness)(?:e?s)?$",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"^th(?:e|is|at)(?: same)? (?P<noun>ministry|army|agency|observatory|department|office|"
    r"command|network|channel|newspaper|paper|police|coalition|government|embassy|station)$",
    re.IGNORECASE,
)
_UNTRUE = caseless(
    r"\b(?:are|is|was|were)\s+(?:\w+ly\s+)?(?:not true|untrue|not correct|not accurate|false|"
    r"baseless|fabricated|incorrect|unfounded|groundless|lies|a lie)\b|"
    r"\b(?:no truth (?:to|in)|nothing true (?:in|about))\b"
)
_DOUBTED = caseless(
    r"\b(?:unconfirmed|unverified|(?:could|can|did) not (?:be |immediately |independently )*"
    r"(?:confirm|verif|corroborat)\w*|cannot (?:be )?(?:independently )?(?:confirm|verif)\w*|"
    r"unable to (?:independently )?(?:confirm|verify)|not (?:yet )?been (?:\w+ly )?(?:confirmed|"
    r"verified)|rumou?r(?:s|ed)?)\b|"
    r"\b(?:alleged|suspected|purported|supposed|possible|apparent|allegedly|supposedly|"
    r"purportedly)\s+(?P<owner>\w+\s+)?$|\bbelieved to be\s+(?:(?:an?|the)\s+)?$|"
    r"\b(?:allegedly|supposedly|purportedly|(?:is|are|was|were) believed to (?:be|have)|"
    r"(?:may|might|could) have been)\s+"
    r"(?:(?!(?:and|but|which|who|that|as|while|after|when)\b)[\w’'-]+\s+){0,5}$"
)
_AGENCY_SIGN = re.compile(
    r"(?:(?:--|—|–)\s*|\()(?P<name>Reuters|AFP|AP|Xinhua|DPA|EFE|UPI|Interfax|TASS|ANSA)\b"
    r"(?=\s*(?:\)|--|—|–|$|\n))",
    re.MULTILINE,
)


_PLAIN_CLAIM = frozenset(["claim", "claims", "claimed", "claiming"])


@dataclass(frozen=True, slots=True)
class Voice:
    """A stance and the chain of those behind it; ``attribution`` is ``None`` for the
    publisher's own voice."""

    chain: SourceChain
    stance: Stance
    attribution: Attribution | None = None


@dataclass(frozen=True, slots=True)
class _Speaker:
    """An attribution with its people resolved."""

    attribution: Attribution
    source: Source
    via: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices of a document. Ask :meth:`at` who says what stands at a span."""

    text: str
    speakers: tuple[_Speaker, ...]
    closing: SourceChain  # the agency, if credited, and the publisher
    contents: Stretches[_Speaker] = slot(compare=False, repr=False)  # what they say
    by_cue: Mapping[Span, _Speaker] = slot(compare=False, repr=False)  # the first of each

    def at(self, span: Span, field: Field | None = None) -> tuple[Voice, ...]:
        """The voices behind the words at a span, which give a value of a field: usually one.

        Two where one source denies what another says: the claim in the claimant's voice,
        the denial in the denier's.
        """
        covering = [
            speaker
            for speaker in self._saying(span)
            if not taken_for_granted(self.text, speaker.attribution, span, field)
        ]
        if not covering:
            open_ = leaves_open(self.text, span)
            stance = Stance.DOUBTS if open_ else self._doubt(span, Stance.REPORTS)
            return (Voice(self.closing, stance),)
        covering.sort(key=_closeness)
        nested = _nested(covering)
        denier = next((s for s in nested if s.attribution.stance is Stance.DENIES), None)
        if denier is None:
            stance = self._doubt(span, _stance(nested))
            return (Voice(self._chain(nested), stance, nested[0].attribution),)
        inner = nested[: nested.index(denier)]
        denial = Voice(
            self._chain(nested[nested.index(denier) :]), Stance.DENIES, denier.attribution
        )
        if not inner:
            return (denial,)
        return (Voice(self._chain(inner), _stance(inner), inner[0].attribution), denial)

    def _saying(self, span: Span) -> list[_Speaker]:
        """Those in whose words a span lies, or begins to run on into their name: "22 | it said";
        or who says how it begins and how it ends ("said the dead were rebels | and put")."""
        found = [speaker for _, speaker in self.contents.around(span)]
        if found:
            return found
        opening = [s for _, s in self.contents.around(Span(span.start, span.start + 1))]
        closing = [s for _, s in self.contents.around(Span(span.end - 1, span.end))]
        by_one = [s for s in closing if any(s.source == o.source for o in opening)]
        return by_one or [s for s in opening if span.overlaps(s.attribution.source)]

    def of(self, attribution: Attribution) -> Voice:
        """The voice of an attribution itself: of who says it, and those in whose words that
        stands ("the paper said that **the army denied** it")."""
        own = self.by_cue[attribution.cue]
        around = [s for _, s in self.contents.around(own.attribution.source) if s is not own]
        nested = _nested([own, *sorted(around, key=_closeness)])
        return Voice(self._chain(nested), own.attribution.stance, own.attribution)

    def speaker(self, attribution: Attribution) -> Source:
        """The resolved source of an attribution."""
        return self.by_cue[attribution.cue].source

    def _chain(self, speakers: Sequence[_Speaker]) -> SourceChain:
        links = [link for s in speakers for link in (s.source, *s.via)]
        return tuple(_distinct([*links, *self.closing]))

    def _doubt(self, span: Span, stance: Stance) -> Stance:
        ends = (self.text.rfind(mark, 0, span.start) for mark in (". ", "\n\n"))
        start = max(*ends, span.start - 60, 0)
        words = self.text[start : span.start]
        stop = self.text.find(". ", span.end, span.end + 60)  # what the next says, it says itself
        if _UNTRUE.search(self.text, span.start, stop if stop >= 0 else span.end + 60):
            return Stance.DENIES
        if stance is not Stance.REPORTS or (doubt := _DOUBTED.search(words)) is None:
            return stance
        # "a suspected rebel | raid" doubts who did it and not the raid
        owner = words[slice(*doubt.span("owner"))] if doubt["owner"] else ""
        owned = owner and (owner[:1].isupper() or actor_book().find(owner))
        return Stance.REPORTS if owned else Stance.DOUBTS


def _closeness(speaker: _Speaker) -> tuple[int, int]:
    """The narrower content first; of two alike, the one whose chain is known further."""
    content = speaker.attribution.content
    return content.end - content.start, -len(speaker.via)


def _stance(nested: Sequence[_Speaker]) -> Stance:
    """The nearest source's stance. Blame and vows are of authorship and plans only."""
    stance = nested[0].attribution.stance
    return Stance.REPORTS if stance in (Stance.BLAMES, Stance.ANNOUNCES) else stance


def _nested(covering: Sequence[_Speaker]) -> list[_Speaker]:
    """The innermost speaker and those in whose words it stands."""
    chain = [covering[0]]
    for outer in covering[1:]:
        inner = chain[-1].attribution
        if outer.attribution.content.contains(inner.source) and outer.source != chain[-1].source:
            chain.append(outer)
    return chain


def _distinct(links: Sequence[Source]) -> list[Source]:
    kept: list[Source] = []
    for link in links:
        if not any(_same(link, k) for k in kept):
            kept.append(link)
    return kept


def _same(a: Source, b: Source) -> bool:
    return a.name.casefold() == b.name.casefold() or (a.actor is not None and a.actor == b.actor)


def voices_of(notes: Annotations) -> Voices:
    """The voices of a document, from its attributions in order."""
    resolver = _Resolver(notes)
    speakers = tuple(resolver.resolve(a) for a in notes.attributions)
    contents = Stretches((s.attribution.content, s) for s in speakers)
    by_cue = {s.attribution.cue: s for s in reversed(speakers)}
    return Voices(notes.text, speakers, closing_chain(notes.document), contents, by_cue)


def closing_chain(document: Document) -> SourceChain:
    """The agency that a dateline or signature credits, and the publisher."""
    marks = (SegmentKind.DATELINE, SegmentKind.BYLINE, SegmentKind.CREDIT)
    stretches = [s.span.of(document.text) for s in document.segments if s.kind in marks[:2]]
    found = [
        hit.item
        for words in stretches
        for hit in actor_book().find(words)
        if hit.item.kind is ActorKind.NEWS_AGENCY
    ]
    signed = _signature(document)
    if not found and signed:
        found = [h.item for h in actor_book().find(signed)]
    links = [Source(a.name, a.id) for a in found[:1]]
    return tuple(_distinct([*links, publisher(document)]))


def _signature(document: Document) -> str | None:
    """The agency that signs the account; one that is credited with a picture does not."""
    pictures = (SegmentKind.CAPTION, SegmentKind.CREDIT, SegmentKind.TEASER, SegmentKind.COMMENTS)
    others = [s.span for s in document.segments if s.kind in pictures]
    for match in _AGENCY_SIGN.finditer(document.text):
        if not any(o.start <= match.start() < o.end for o in others):
            return match["name"]
    return None


def publisher(document: Document) -> Source:
    """The last link of every chain of a document."""
    name = document.publisher or "unknown publisher"
    hits = actor_book().find(name) if document.publisher else []
    whole = [h.item for h in hits if h.span == Span(0, len(name)) and h.item.kind.speaks_only]
    return Source(name, whole[0].id if whole else None)


class _Resolver:
    """Traces sources in the order of the text, remembering the last of each sort."""

    def __init__(self, notes: Annotations) -> None:
        self._notes = notes
        self._last: list[tuple[str, Source]] = []
        self._through: dict[Source, tuple[int, tuple[Source, ...]]] = {}  # whom each last told
        self._spoke = 0  # where the last of them is named
        self._cue = 0  # where the words end that make it speak

    def resolve(self, attribution: Attribution) -> _Speaker:
        source = self._source(attribution.source)
        via = tuple(self._source(v) for v in attribution.via) or self._still(attribution, source)
        self._through[source] = (attribution.cue.start, via)
        self._last.append((attribution.source.of(self._notes.text), source))
        self._spoke = attribution.source.start
        self._cue = attribution.cue.end
        return _Speaker(self._as_claim(attribution, source), source, via)

    def _still(self, attribution: Attribution, source: Source) -> tuple[Source, ...]:
        """Whom a speaker goes on to tell: "a nurse told the paper ... **she added**"."""
        words = " ".join(attribution.source.of(self._notes.text).split())
        at, via = self._through.get(source, (0, ()))
        again = _PERSON.match(words) or _SOURCES.match(words)
        return via if again and attribution.cue.start - at < _GOES_ON else ()

    def _as_claim(self, attribution: Attribution, source: Source) -> Attribution:
        """Whoever tells of an act of its own side claims it. Of others' acts one who is no
        side ("a resident claimed that") only reports."""
        if attribution.stance not in (Stance.REPORTS, Stance.CLAIMS):
            return attribution
        own = opens_with_own(self._notes.text, attribution.content) and not _looks_on(source)
        plain = attribution.cue.of(self._notes.text).lower() in _PLAIN_CLAIM
        if attribution.stance is Stance.CLAIMS and (not plain or not _only_tells(source)):
            return attribution
        return replace(attribution, stance=Stance.CLAIMS if own else Stance.REPORTS)

    def _source(self, span: Span) -> Source:
        words = _ACCOUNT.sub("", " ".join(span.of(self._notes.text).split()))
        if _GROUP.match(words):
            return self._group(span) or self._named(span)
        if _PERSON.match(words):
            if apposed_name(self._notes.text, span):
                return self._named(span)
            last = self._last_of(_ONE_PERSON, person=True)
            if last is None or self._in_another_office(words, last, span):
                return Source(plain_name(words))
            return last
        noun = _SOURCES.match(words) or _INSTITUTION.match(words)
        if _BASED.match(words) or _THE_MONITOR.match(words):
            return self._monitor() or self._named(span)
        if noun:
            alone = _INSTITUTION.match(words) is not None
            told = self._last_of(re.escape(noun["noun"]), alone=alone)
            return told or self._quoted(noun["noun"], span) or self._named(span)
        return self._named(span)

    def _quoted(self, noun: str, span: Span) -> Source | None:
        """ "A spokesman reported ... **The source** added": whoever was quoted last, whatever he
        was called."""
        near = span.start - self._spoke < _QUOTED_REACH
        return self._last[-1][1] if noun.lower() == "source" and self._last and near else None

    def _in_another_office(self, words: str, last: Source, span: Span) -> bool:
        """ "**The governor** said" after a rebel spoke: he is none of whom nobody said that."""
        office = _OFFICE_HOLDER.fullmatch(words)
        if office is None:
            return False
        before, name = self._notes.text[: span.start], last.name.split()[-1]
        at = before.rfind(name)
        beside = before[max(0, at - _BESIDE) : at + len(name) + _BESIDE]
        return office["noun"].lower() not in beside.lower()

    def _monitor(self) -> Source | None:
        """The last monitor that has spoken."""
        book = actor_book()
        found = (s for _, s in reversed(self._last) if s.actor and s.actor in book)
        return next((s for s in found if book.get(s.actor or "").kind is ActorKind.MONITOR), None)

    def _named(self, span: Span) -> Source:
        short = self._actor(span) is None
        span = (full_name(self._notes.text, span) if short else None) or span
        return Source(name_of(self._notes.text, span), self._actor(span))

    def _group(self, span: Span) -> Source | None:
        """Who "it" or "the group" is: the last group that spoke, else the last one named.

        "It" right after somebody has spoken is that speaker, whoever else was named.
        """
        said_of = span.of(self._notes.text)
        if _IT.match(said_of) and span.start - self._spoke < _RIGHT_AFTER:
            words, source = self._last[-1] if self._last else ("", None)
            listed = source is not None and source.actor is not None and not _ONE.search(words)
            itself = span.start - self._cue < _ITSELF  # "the embassy says | it believes"
            if source is not None and (itself or listed or _is_body(words)):
                return source
        if said_of.lower() == "they" and span.start - self._spoke < _RIGHT_AFTER and self._last:
            words, source = self._last[-1]
            if _SEVERAL.search(words):
                return source
        for told, source in reversed(self._last[-2:]):
            if _A_GROUP.fullmatch(said_of) and _COMPANY.search(told):
                return source
            known = (
                actor_book().get(source.actor)
                if source.actor and source.actor in actor_book()
                else None
            )
            if known is not None and known.kind in _GROUPS:
                return source
        near = inside(self._notes.actors, Span(max(0, span.start - _GROUP_REACH), span.start))
        men = _THE_MEN.search(said_of) is not None
        fit = (n for n in near if _is_group(n) and not (men and is_sort(n)))
        groups = sorted(fit, key=lambda n: (not is_sort(n), n.span))
        if groups:
            named = groups[-1]
            return Source(named.name, named.actor.id if named.actor else None)
        return self._last[-1][1] if self._last and not men else None

    def _last_of(self, pattern: str, *, alone: bool = False, person: bool = False) -> Source | None:
        """The last source of a sort; ``alone`` where somebody of an institution is not itself, nor
        the National Liberation Army the army,
        ``person`` where the National Police are nobody who could be "the governor"."""
        for words, source in reversed(self._last):
            if person and (_is_body(words) or _MEN.search(words)):
                continue
            if alone and re.search(_OFFICER, f"{words} {source.name}", re.IGNORECASE):
                continue
            if alone and _is_rebel_army(source):
                continue
            flags = re.IGNORECASE if pattern.islower() else 0
            if re.search(pattern, words, flags) or re.search(pattern, source.name, flags):
                return source
        return None

    def _actor(self, span: Span) -> str | None:
        hits = inside(self._notes.actors, span)
        known = [n.actor for n in hits if n.actor]
        exact = [n.actor for n in hits if n.actor and _covers(self._notes.text, n.span, span)]
        named = [a for a in exact if not a.is_collective]  # "SANA news agency" is no mere agency
        if named or (exact and all(a.is_collective or a.place_like for a in known)):
            return (named or exact)[0].id
        closing = [a for a in known if not a.place_like]
        closing = [a for a in closing if not a.is_collective] or closing
        return closing[-1].id if closing else None


def _covers(text: str, name: Span, phrase: Span) -> bool:
    """Whether a phrase is a name and little more: an article, its initials in brackets."""
    rest = text[phrase.start : name.start] + " " + text[name.end : phrase.end]
    words = [w.strip('()[]"“”') for w in rest.split() if w.lower() != "the"]
    return len(words) < 2 and all(len(w) < 7 for w in words)


def _is_body(words: str) -> bool:
    """Whether an unlisted source can be "it": an office or a paper."""
    return _BODY.search(words) is not None


def _is_rebel_army(source: Source) -> bool:
    """Whether "army" or "command" is part of a group's name: "the army" is not that group."""
    if source.actor is not None and source.actor in actor_book():
        return actor_book().get(source.actor).kind in _GROUPS[:3]
    return _REBEL_NAME.search(source.name) is not None


_REBEL_NAME = re.compile(
    r"\b(?:Liberation|Independence|Resistance|Republican|Salvation|Free|People['’]s)\s(?:\w+\s)?Army\b"
)
_SEVERAL = re.compile(  # "two of them told the paper ... they put"
    r"\b(?:residents|witnesses|survivors|villagers|officials|sources|doctors|medics|nurses|officers|"
    r"activists|relatives|elders|workers|"
    r"(?:two|three|four|some|several|many|most) of (?:them|those|the\b.*))$",
    re.IGNORECASE,
)
_THE_MEN = caseless(r"\b(?:rebels|militants|militias?)$")  # of a group: no soldiers, no police
_A_GROUP = re.compile(r"th(?:e|is|at)(?: same)? (?:group|organi[sz]ation)", re.IGNORECASE)
_MONITORING = re.compile(r"\b(?:monitor\w*|watchdog|observatory|ngo)\b", re.IGNORECASE)
_COMPANY = caseless(  # that "the group" may be
    rf"{_MONITORING.pattern}|\b(?:association|society|committee|foundation|charity|network|league|"
    r"federation|institute|initiative|project|campaign|watch|rights|group|organi[sz]ation)\b"
)
_BODY = re.compile(
    r"\b(?:office|agency|daily|newspaper|paper|site|website|channel|radio|television|union|company|"
    r"council|committee|authority|association|organi[sz]ation|ministry|department|court|mission|"
    r"embassy|bureau|network|centre|center|institute|society|league|federation)$",
    re.IGNORECASE,
)
_MEN = re.compile(
    r"\b(?:police|army|military|forces|navy|air force|guard|government|command|front|movement)$",
    re.IGNORECASE,
)
_GROUPS = (
    ActorKind.ARMED_GROUP,
    ActorKind.MILITIA,
    ActorKind.CRIMINAL,
    ActorKind.MONITOR,
)


_TELLERS = frozenset(["witnesses", "medics", "police"])


def _only_tells(source: Source) -> bool:
    """A monitor, residents, doctors, police: none of the sides, and no side's outlet."""
    if source.actor is None or source.actor not in actor_book():
        return False
    actor = actor_book().get(source.actor)
    return actor.kind is ActorKind.MONITOR or actor.id in _TELLERS


def _looks_on(source: Source) -> bool:
    """Whether a monitor tells: "the monitor said **it** killed four" is of a blast, not of it."""
    return _only_tells(source) or _MONITORING.search(source.name) is not None


def _is_group(named: Named) -> bool:
    if named.actor is None:
        return True
    return named.actor.kind in _GROUPS or named.actor.is_collective
