"""The values that a document holds, before it is known which incident has them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from tallystick.extract.actors.speaking_sides import told_by_its_foe
from tallystick.extract.annotate import Annotations, inside, sentence_of
from tallystick.extract.circumstances.follow_ups import is_of_law
from tallystick.extract.circumstances.reading import AIMED_FROM, tended
from tallystick.extract.dates.mentions import DateMention, DateRole
from tallystick.extract.drafts import Draft
from tallystick.extract.events.triggers import by_accident
from tallystick.extract.frames.days import days_of
from tallystick.extract.frames.frame import Frame
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.places.addresses import address_at
from tallystick.extract.places.lands import Lands, in_its_land
from tallystick.extract.places.mention import PlaceMention
from tallystick.extract.places.residents import is_home_town
from tallystick.extract.places.ships import SHIP
from tallystick.extract.quotation.cue_words import leaves_open
from tallystick.extract.roles.accusations import of_no_act
from tallystick.extract.roles.alternatives import either_way
from tallystick.extract.roles.target_limits import laid_on
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.values.aimed_at import aimed_at
from tallystick.extract.trained.values.called_persons import is_person
from tallystick.extract.trained.values.definite import definite
from tallystick.extract.trained.values.described import described
from tallystick.extract.trained.values.hurt import hurt_at, is_hurt
from tallystick.extract.trained.values.numbered import numbered
from tallystick.extract.trained.values.precision import precision_of
from tallystick.extract.trained.values.shouted import shouted_name
from tallystick.extract.trained.values.sure_parties import sure_party
from tallystick.extract.trained.values.unfit import is_deed_of, is_no_name_of_place, taken_attackers
from tallystick.extract.trained.values.unlisted import party_of, target_of, weapon_of
from tallystick.model.document import Cover, Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.caseless import caseless
from tallystick.vocab.countries import country_of_adjective
from tallystick.vocab.toponyms import COMPASS, PLACE_NOUNS, singular, toponym_words

_BEFORE = 40  # characters before a name that tell what it is of
_LEAST = 0.5  # of a span that only the network finds
_PLAINLY_HIT = 0.7  # of a target by a noun that no list has
_PLAINLY = 0.8  # of a stance, where the words alone name no party
_SURELY = 0.97  # of blame, where the rules hear none
_COUNTED = (Field.KILLED, Field.INJURED, Field.ABDUCTED)
_COARSE = (PlacePrecision.PROVINCE, PlacePrecision.REGION, PlacePrecision.COUNTRY)
_UNFIT = (DateRole.DURATION, DateRole.RECURRENT, DateRole.VAGUE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value at a span. ``homes`` are the mentions to whose incident the rules, or its clause,
    give it, ``tied`` those whose own phrase holds it; ``ruled`` tells whether the rules found it
    at all."""

    field: Field
    span: Span
    homes: frozenset[int]
    ruled: bool
    draft: Draft | None = None
    when: DateMention | None = None
    where: PlaceMention | None = None
    tied: frozenset[int] = frozenset()


def candidates(
    notes: Annotations,
    mentions: Sequence[Mention],
    ruled: Sequence[Mention],
    frames: Sequence[Frame],
    scores: Scores,
) -> list[Candidate]:
    """All of a document's. ``mentions`` are numbered by their place in the list; ``ruled`` are
    all that the rules found, also those that only add to another."""
    number = {id(m): i for i, m in enumerate(mentions)}
    families = [[number[id(m)] for m in f.mentions if id(m) in number] for f in frames]
    found = [*_days(notes, frames, families), *_places(notes, ruled, frames, families)]
    drafts = [_laid(one, scores) for one in _drafts(number, ruled, frames, families)]
    names = _unlisted(notes, mentions, _placeless(frames, families), scores)
    unseen = _unseen(notes, drafts, scores)
    beside = (
        _beside(one, mentions, frames, families)
        if may_be_own(notes, one, scores.on(str(one.field.value), one.span))
        else one
        for one in unseen
    )
    return [c for c in (*found, *names, *drafts, *beside) if c.homes or not _befell(notes, c.span)]


def _befell(notes: Annotations, span: Span) -> bool:
    """Whether a sentence tells of an accident: its day, place and dead are of no attack."""
    sentence = sentence_of(notes, span)
    return sentence is not None and by_accident(notes, sentence)


def _days(
    notes: Annotations, frames: Sequence[Frame], families: Sequence[Sequence[int]]
) -> Iterator[Candidate]:
    own: dict[DateMention, set[int]] = {}
    days = days_of(frames, notes.document.published)
    for told, family in zip(days, families, strict=True):
        for words in told:
            own.setdefault(words, set()).update(family)
    for words, homes in own.items():
        yield Candidate(Field.WHEN, words.span, frozenset(homes), bool(homes), when=words)
    ruled = Cover(words.span for words in own)
    for words in notes.dates:
        if words.role not in _UNFIT and not ruled.touches(words.span) and not _at_law(notes, words):
            yield Candidate(Field.WHEN, words.span, frozenset(), False, when=words)


def _at_law(notes: Annotations, day: DateMention) -> bool:
    """Whether a day is that of an arrest or a charge over an attack."""
    sentence = sentence_of(notes, day.span)
    return sentence is not None and is_of_law(notes.text, sentence.span, day.span)


def _places(
    notes: Annotations,
    mentions: Sequence[Mention],
    frames: Sequence[Frame],
    families: Sequence[Sequence[int]],
) -> Iterator[Candidate]:
    own: dict[Span, set[int]] = {}
    for frame, family in zip(frames, families, strict=True):
        for mention in frame.mentions:
            if mention.where is not None and mention.where.place == frame.where:
                own.setdefault(mention.where.span, set()).update(family)
    told = [m.where for m in mentions if m.where]
    speakers = Cover(a.source for a in notes.attributions)
    within = Cover(w.span for w in told)  # the town of "30 km off the town"
    others = (
        p
        for p in notes.places
        if not (p.metonym or p.relation == "dateline" or within.covers(p.span))
        and not SHIP.search(notes.text, max(0, p.span.start - _BEFORE), p.span.start)
        and not AIMED_FROM.search(notes.text, max(0, p.span.start - _BEFORE), p.span.start)
        and not (is_home_town(notes.text, p.span) or _is_tended(notes, p.span, surely=True))
    )
    seen: set[Span] = set()
    for words in [*told, *(p for p in others if not speakers.covers(p.span))]:
        if words.span not in seen:
            seen.add(words.span)
            homes = frozenset(own.get(words.span, ()))
            yield Candidate(Field.WHERE, words.span, homes, bool(homes), where=words)


def _drafts(
    number: Mapping[int, int],
    ruled: Sequence[Mention],
    frames: Sequence[Frame],
    families: Sequence[Sequence[int]],
) -> Iterator[Candidate]:
    homes: dict[Draft, set[int]] = {}
    for mention in ruled:
        for draft in mention.drafts:
            own = number.get(id(mention))
            homes.setdefault(draft, set()).update(() if own is None else (own,))
    for frame, family in zip(frames, families, strict=True):
        for draft in (d for m in frame.mentions for d in m.drafts):
            homes.setdefault(draft, set()).update(family)
    for draft, at in homes.items():
        yield Candidate(draft.field, draft.span, frozenset(at), True, draft=draft)


def _laid(one: Candidate, scores: Scores) -> Candidate:
    """A side that the rules take for who did it, as one on whom it is laid where the network
    surely hears that: "the councillor says **Orme men** had poisoned the well"."""
    draft = one.draft
    if draft is None or draft.field is not Field.ATTACKER or draft.stance is not None:
        return one
    if scores.stance(one.span)[Stance.BLAMES] < _SURELY:
        return one
    return replace(one, draft=replace(draft, stance=Stance.BLAMES))


# ------------------------------------------------------------------ what only the network finds


def _placeless(frames: Sequence[Frame], families: Sequence[Sequence[int]]) -> list[Sequence[int]]:
    """The mentions of each incident for which the rules have no place, or a coarse one."""
    pairs = zip(frames, families, strict=True)
    return [own for frame, own in pairs if frame.where is None or frame.where.precision in _COARSE]


def _unlisted(
    notes: Annotations,
    mentions: Sequence[Mention],
    placeless: Sequence[Sequence[int]],
    scores: Scores,
) -> Iterator[Candidate]:
    """Names of places that no gazetteer has: kept under their name, without a point.

    One in the clause of an incident that has no other is that incident's.
    """
    known = Cover([*(p.span for p in notes.places), *(a.span for a in notes.actors)])
    sites: set[Span] = set()
    for found in scores.spans(str(Field.WHERE.value), _LEAST):
        if known.touches(found.span):
            continue
        span, site = _named(notes.text, found.span), _numbered(notes.text, found.span)
        span = shouted_name(notes.text, span) if span is not None else None
        if site is None and span is None:
            site = described(notes.text, found.span) or definite(
                notes.text, found.span, notes.places
            )
        if site is not None and _is_new(notes.text, site.span, known, sites):
            sites.add(site.span)
            if not _is_tended(notes, site.span, surely=True):
                yield _in_its_land(notes, site, mentions, placeless)
        if span is None or site is not None or known.touches(span):
            continue
        name = " ".join(span.of(notes.text).split())
        if is_person(notes.text, span) or _is_tended(notes, span):
            continue
        if is_ship(notes.text, name) or _LINE.match(notes.text, span.end):
            continue
        if is_no_name_of_place(notes, span):
            continue
        words = PlaceMention(span, Place(name, precision_of(notes.text, found.span)))
        yield _in_its_land(notes, words, mentions, placeless)


def _is_new(text: str, site: Span, known: Cover, before: Set[Span]) -> bool:
    """Whether a site is none that was found before, nor the address of somebody."""
    return site not in before and not known.touches(site) and not is_home_town(text, site)


def _numbered(text: str, tagged: Span) -> PlaceMention | None:
    """An address, or what is called by a number."""
    return address_at(text, tagged) or numbered(text, tagged)


def _is_tended(notes: Annotations, span: Span, *, surely: bool = False) -> bool:
    """Whether a name is that of a hospital in which the hurt were or died."""
    sentence = sentence_of(notes, span)
    return sentence is not None and tended(notes.text, sentence.span, span, surely=surely)


def is_ship(text: str, name: str) -> bool:
    """Whether a name is that of a ship wherever the text has it: "the corvette Resolute"."""
    told = (m.start() for m in re.finditer(rf"\b{re.escape(name)}\b", text))
    return any(SHIP.search(text, max(0, at - _BEFORE), at) for at in told)


_LINE = re.compile(  # "the Soyuz line", "the Zarqa gas pipeline": it runs through many places
    r"\s(?:(?:gas|oil|trunk|export|crude)\s)*(?:pipelines?|(?:trunk |transmission )?lines?)\b",
    re.IGNORECASE,
)


def _in_its_land(
    notes: Annotations,
    words: PlaceMention,
    mentions: Sequence[Mention],
    placeless: Sequence[Sequence[int]],
) -> Candidate:
    """A place of no list, with its country where it is told, as that of its clause's incident."""
    at = bisect_right(notes.sentences, words.span.start, key=lambda s: s.span.start) - 1
    words = in_its_land(_lands(notes), words, notes.sentences[at].span)
    near = (own for own in placeless if any(mentions[i].clause.contains(words.span) for i in own))
    homes = frozenset(i for own in near for i in own)
    return Candidate(Field.WHERE, words.span, homes, False, where=words)


@lru_cache(maxsize=8)
def _lands(notes: Annotations) -> Lands:
    return Lands(notes.text, notes.places)


def _named(text: str, span: Span) -> Span | None:
    """The proper name in a stretch; ``None`` where its words only describe: "the same area",
    "Southeastern", also in a text that is all in capitals."""
    father = _FATHER.match(text, span.end)
    for name in _PROPER.finditer(text, span.start, father.end() if father else span.end):
        words = list(_WORD.finditer(text, *name.span()))
        while words and words[0].group().casefold() in _LEADING:
            words = words[1:]
        while words and words[-1].group().casefold() in _LEADING:
            words = words[:-1]
        told = [word.group() for word in words]
        plain = all(_describes(word.casefold()) for word in told) and not _institution(told)
        person = words and _INITIAL.match(text, words[-1].end())
        if not (plain or person) and text[words[-1].end() :][:1] != "-":  # "Example-held"
            article = _ARTICLE.search(text, 0, words[0].start())
            start = article.start() if article else words[0].start()
            return Span(start, words[-1].end())
    return None


def _institution(words: Sequence[str]) -> bool:
    """ "The Central American University": plain words that are a name together."""
    return len(words) > 2 and words[-1].istitle() and words[-1].lower() in toponym_words().facility


@lru_cache(maxsize=4096)
def _describes(word: str) -> bool:
    lists = toponym_words()
    plain = lists.common | lists.function | lists.facility | lists.streets | lists.calendar
    if word.removesuffix("s") in plain or word.removesuffix("es") in plain:
        return True  # "branches"
    noun = singular(word) in PLACE_NOUNS or word in PLACE_NOUNS
    nation = word in country_of_adjective()  # "the Malian border"
    return len(word) < _A_NAME or word in plain or noun or nation or word in COMPASS


_NAME = r"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]sh|[Aa]r|[Aa]s|[Dd]e|[Dd]el)[- ])?[A-ZÀ-Þ][\w’'-]*\w"
_ARTICLE = re.compile(r"\b(?:(?:[AaEe]l|[Aa][dnrst]|[Aa]sh|[Ee]z)-|[AE]l )$")  # "El | Zobrak"
_INITIAL = re.compile(r"\s[A-ZÀ-Þ]\.(?=[,;)]|\s[a-z])")  # "the driver, Zobrak A., was"
_SON = r"(?:ibn|bin|bint|abu)"
_PROPER = re.compile(rf"(?<!\w){_NAME}(?:\s(?:{_SON} )?{_NAME}){{0,3}}")
_FATHER = re.compile(rf" {_SON} {_NAME}")  # "Omar | bin Zobrak street"
_WORD = re.compile(r"[^\W\d_][\w’']*")
_A_NAME = 3  # letters
_LEADING = frozenset(("the", "of", "in", "at", "on", "and", "a", "an", "to", "from", "near"))


def _unseen(notes: Annotations, drafts: Sequence[Candidate], scores: Scores) -> Iterator[Candidate]:
    is_taken = taken_attackers(notes.text, [c.draft for c in drafts if c.draft])
    for field in (Field.ATTACKER, Field.TARGET, Field.WEAPON, *_COUNTED):
        alike = (field, Field.KILLED) if field is Field.INJURED else (field,)  # the dead: not hurt
        known = Cover(
            c.span
            for c in drafts
            if c.field in alike
            or (field is Field.KILLED and c.field is Field.INJURED and is_hurt(notes.text, c.span))
        )
        for found in scores.spans(str(field.value), _LEAST):
            span = _within_sentence(notes, found.span)
            if known.touches(span):
                continue
            if field is Field.TARGET and (is_deed_of(notes.text, span) or _is_laid_on(notes, span)):
                continue
            draft = _made(notes, field, span, scores)
            if draft is None and field is Field.TARGET and found.probability >= _PLAINLY_HIT:
                draft = _aimed_at(notes, span, scores)
            if draft is None or known.touches(draft.span) or is_taken(draft):
                continue
            yield Candidate(field, draft.span, frozenset(), False, draft=draft)


def _is_laid_on(notes: Annotations, span: Span) -> bool:
    """Whether the attack before "on" is laid on somebody: "pinned the attack on **the Front**"."""
    before = Span(max(0, span.start - _FAR), span.end)
    return any(s.overlaps(span) for s in laid_on(notes.text, before))


_FAR = 90  # characters


def _aimed_at(notes: Annotations, span: Span, scores: Scores) -> Draft | None:
    """A target by a noun that no list has, unless it is rather who attacked or what with."""
    draft = aimed_at(notes, span)
    others = (Field.ATTACKER, Field.WEAPON)
    if draft and any(scores.on(str(f.value), draft.span) >= _LEAST for f in others):
        return None
    return draft


_BESIDE = (Field.ATTACKER, Field.TARGET, Field.KILLED)
_PLAINLY = 0.9  # dead: the network is as sure of most that the rules find


def may_be_own(notes: Annotations, one: Candidate, tagged: float) -> bool:
    """Whether a value may be of its clause. A wrong figure spoils a toll: the dead only where the
    network plainly sees persons dead ("in which four soldiers were sent home in bags")."""
    plain = tagged >= _PLAINLY and bool(inside(notes.persons, one.span))
    return plain or one.field is not Field.KILLED


def _beside(
    one: Candidate,
    mentions: Sequence[Mention],
    frames: Sequence[Frame],
    families: Sequence[Sequence[int]],
) -> Candidate:
    """A value as that of the incidents in whose clause it is told, if the rules find them none."""
    if one.field not in _BESIDE:
        return one
    homes = (
        i
        for frame, own in zip(frames, families, strict=True)
        if any(mentions[at].clause.contains(one.span) for at in own)
        and not any(d.field is one.field for m in frame.mentions for d in m.drafts)
        for i in own
    )
    return replace(one, homes=frozenset(homes))


def _within_sentence(notes: Annotations, span: Span) -> Span:
    """A stretch as far as the sentence goes in which it begins: a title does not run on."""
    at = bisect_right(notes.sentences, span.start, key=lambda s: s.span.start) - 1
    end = notes.sentences[at].span.end if at >= 0 else span.end
    return Span(span.start, min(span.end, end)) if end > span.start else span


def _made(notes: Annotations, field: Field, span: Span, scores: Scores) -> Draft | None:
    """A value for a span, by the vocabularies alone; ``None`` where they know none."""
    if field is Field.ATTACKER:
        return _attacker(notes, span, scores)
    if field is Field.WEAPON:
        weapon = weapon_of(notes, span)
        return Draft(field, weapon, span) if weapon else None
    if field is Field.TARGET:
        target = target_of(notes, span)
        return Draft(field, target, span) if target else None
    return hurt_at(notes, field, span)


def _attacker(notes: Annotations, span: Span, scores: Scores) -> Draft | None:
    stances = scores.stance(span)
    stance = max(stances, key=lambda s: stances[s])
    plain = stance in (Stance.REPORTS, Stance.CONFIRMS) or stances[stance] < _LEAST
    if stance is Stance.DENIES and leaves_open(notes.text, span):
        return None
    if stance is Stance.CLAIMS and _disowns(notes.text, span):
        return None
    if _WITHHOLDS.match(notes.text, span.end) or _LAYS.match(notes.text, span.end):
        return None
    if stance is not Stance.DENIES and _NOBODY.match(notes.text, span.start):
        return None
    sentence = sentence_of(notes, span)
    if stance is Stance.BLAMES and sentence and of_no_act(notes, sentence.span, span.end):
        return None
    who = party_of(notes, span)
    if who is None:
        sure = not plain and stances[stance] >= _PLAINLY
        return sure_party(notes, span, stance) if sure else None
    plain = plain or (stance is Stance.CLAIMS and told_by_its_foe(notes, span))
    plain = plain or (stance is Stance.BLAMES and _is_denied(notes, span))
    return either_way(notes.text, Draft(Field.ATTACKER, who, span, None if plain else stance))


def _is_denied(notes: Annotations, span: Span) -> bool:
    """Whether a denial speaks of a party: "the ministry denied that **officers** ordered it"."""
    return any(a.stance is Stance.DENIES and a.content.contains(span) for a in notes.attributions)


def _disowns(text: str, span: Span) -> bool:
    """Whether words beside a name say that it claims nothing: "which **the army** called a
    fabrication", "**its men** had not been there", "according to **the army**, the rebels", "**the
    Front** has claimed previous raids", "men whom **the army** said were rebels"."""
    if _REJECTS.match(text, span.end):
        return True
    if _WHOM.search(text, max(0, span.start - _BEFORE), span.start) and _SAID.match(text, span.end):
        return True
    told = _TELLS.search(text, max(0, span.start - _BEFORE), span.start)
    return told is not None and _OTHERS_DID.match(text, span.end) is not None


_NOBODY = caseless(r"(?:no(?:\s+one)?|nobody|none|neither|not)\s")  # "**no group** said it had"
_WITHHOLDS = caseless(  # "**the army** has neither confirmed nor denied the raid"
    r"(?:,[^,;.]{1,80},)?\s+(?:(?:has|have|had|did|does|do|would|will|could|can)\s+)?"
    r"(?:neither|not|never|(?:declin|refus)(?:e[sd]?|ing)\s+to|\w+n['’]t)\s+"
    r"(?:either\s+)?(?:confirm|claim|den)\w*\s+n?or\s+(?:confirm|claim|den)"
)
_LAYS = caseless(  # "the raid that **the army** has blamed on the rebels", "**Cuba** deplored it"
    r"(?:,[^,;.]{1,80},)?\s+(?:(?:has|have|had|also|later|quickly|on|\w+day|\w+ly)\s+){0,3}"
    r"(?:(?:blam|accus|condemn|deplor|decr|denounc|mourn|attribut|ascrib|pinn|suspect)(?:e[sd]?|s|ed|ies|ied)\b|"
    r"(?:point(?:s|ed)|laid|lays|put|puts|plac(?:es|ed))\s+(?:(?:the|a|full)\s+)*(?:accusing\s+)?"
    r"(?:fingers?|blame|responsibility)\b)"
)
_WHOM = caseless(r"\b(?:whom?|which)\s+(?:the\s+|an?\s+)?$")
_SAID = caseless(
    r"\s+(?:said|says?|believe[sd]?|identifie[sd]|suspect(?:s|ed)?|describe[sd]|call(?:s|ed)|allege[sd]?|"
    r"claim(?:s|ed)|name[sd]|label(?:s|led|ed))\b"
)
_TELLS = caseless(r"\baccording\s+to\s+(?:the\s+|an?\s+)?$")
_OTHERS_DID = caseless(r",\s+(?!(?:its?|their|they|his|he|her|she|our|we)\b)")
_REJECTS = caseless(
    r"\s+(?:ha[sd]|have|was|were|did|do|does|is|are)(?:\s+not|n['’]t)\b|"
    r"\s+(?:(?:ha[sd]|have|later|quickly|on|late|early|\w+day|today|yesterday|\w+ly)\s+){0,3}"
    r"(?:call(?:s|ed)|describe[sd]|(?:dismisse|dispute|denie|refute|repudiate|ridicule|accuse|blame|"
    r"denounce)[sd]|(?:reject|rebut|contest|debunk|contradict|disown|disavow|disclaim|condemn)"
    r"(?:s|t?ed))\b|"
    r"\s+(?:ha[sd]|have)\s+(?:\w+\s+)?claimed\s+(?:responsibility\s+for\s+)?(?:(?:several|many|most)\s+)?"
    r"(?:previous|earlier|past|similar|other)\s|"
    r"\s+(?:ha[sd]\s+|have\s+)?(?:put|plac|g[ai]ve|revis|rais|count|list)\w*\s+(?:the|its|their|an?)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:dead|tolls?|deaths?|fatalities|loss(?:es)?|casualties|numbers?|figures?)\b"
)
