"""Frames to reports: dates settled, background told apart, every value with its voice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from tallystick.extract.actors.parties import one_name
from tallystick.extract.actors.principals import principals
from tallystick.extract.actors.private_names import SUSPECT
from tallystick.extract.actors.speaking_sides import relays, sided
from tallystick.extract.actors.voices import Voice, Voices
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.dates.mentions import DateMention
from tallystick.extract.drafts import Draft, union
from tallystick.extract.frames.days import days_of
from tallystick.extract.frames.frame import Frame, hurt, tolls_of
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.occurrence import Occurrence, occurrences
from tallystick.extract.places.geography import may_be_one
from tallystick.extract.quotation.own_acts import only_claims
from tallystick.extract.reports.aside import is_on_attacks, named_aside
from tallystick.extract.reports.lead_authors import share_lead
from tallystick.extract.reports.listed_deeds import carry_claims
from tallystick.extract.reports.named_claims import name_claims
from tallystick.extract.reports.shared_claims import share_claims
from tallystick.extract.reports.shared_places import share_places
from tallystick.extract.reports.stances import MEANS, SETTING, stance_of
from tallystick.extract.roles.avowals import in_quotes, is_self
from tallystick.extract.roles.foes import (
    is_own_loss,
    is_toll_beside,
    is_unnamed,
    tells_of_foes,
)
from tallystick.model.document import SegmentKind, Span
from tallystick.model.ids import report_id, statement_id
from tallystick.model.statement import Field, Report, Source, Stance, Standing, Statement, Value
from tallystick.model.taxonomy import compatible
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    DatePrecision,
    PartialDate,
    PersonClass,
    PlacePrecision,
)
from tallystick.vocab.matching import fold

_OLD = timedelta(days=45)  # an incident so long before publication is background
_REACH = 5  # sentences around a summary in which its members are told
_FAR = 80  # sentences: as far as a summary's members are looked for
_EFFECTS = (Field.KILLED, Field.INJURED, Field.ABDUCTED)
_LEAD = 1  # the title and the first sentence
_WAR = 500  # killed: a war's or a campaign's toll
_NOT_FOR_DATES = (DatePrecision.YEAR, DatePrecision.SEASON)


def reports(notes: Annotations, voices: Voices, found: Sequence[Frame]) -> list[Report]:
    """The reports of a document, in the order of their first words."""
    members = _without_summaries(found)
    carry_claims(notes, members)
    share_claims(notes, members)
    name_claims(notes, members)
    share_lead(notes, members)
    share_places(notes, members)
    days = days_of(members, notes.document.published)
    remarks = list(occurrences(notes, voices, members))
    on_attacks = is_on_attacks(notes, members)
    dated = [
        _Dated(
            frame,
            told,
            tuple(r for r in remarks if r.home == at),
            aside=not on_attacks and named_aside(notes, frame, told),
        )
        for at, (frame, told) in enumerate(zip(members, days, strict=True))
    ]
    dated = [d for d in dated if _says_something(d)] or dated[:1]
    made: dict[Span, Report] = {}
    for one in dated:
        anchor = next((a for a in _anchors(one.frame) if a not in made), None)
        if anchor is not None:
            made[anchor] = _report(notes, voices, one, anchor)
    return sorted(made.values(), key=lambda r: r.anchor)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A frame with the words that give its day, be they its own or told before."""

    frame: Frame
    dates: tuple[DateMention, ...]
    remarks: tuple[Occurrence, ...] = ()
    """Who says of it that it happened, or that it did not."""
    aside: bool = False

    @property
    def when(self) -> PartialDate | None:
        return self.dates[0].date if self.dates else None


def _says_something(dated: _Dated) -> bool:
    """Whether there is a day, a place, a side or an effect beside the bare word "attack"."""
    told = (Field.ATTACKER, Field.TARGET, *_EFFECTS, Field.OUTCOME)
    drafts = [d.field for m in dated.frame.mentions for d in m.drafts]
    return bool(dated.dates) or dated.frame.where is not None or any(f in told for f in drafts)


def _without_summaries(found: Sequence[Frame]) -> list[Frame]:
    """Drops "attacks in the country on Thursday" where its members are told one by one.

    What is said of all of them (who claims them, who is blamed) is said of each.
    """
    kept = [f for f in found if not f.is_summary]
    for summary in (f for f in found if f.is_summary):
        index = summary.mentions[0].sentence.index
        near = [f for f in kept if abs(f.mentions[0].sentence.index - index) <= _FAR]
        members = [f for f in near if _member(f, summary)]
        if not members or (len(members) == 1 and _is_another(summary, members[0])):
            kept.append(summary)
            continue
        if len(members) == 1 and not _is_sum(summary, members[0]):
            # told as several, told of in detail once: the same
            members[0].mentions += summary.mentions
            continue
        for member in members:
            member.mentions += [_shared(m, member) for m in summary.mentions]
    return kept


def _is_sum(summary: Frame, member: Frame) -> bool:
    """Whether a number of attacks has another toll than the one of them that is told of."""
    tolls, own = tolls_of(summary.mentions), tolls_of(member.mentions)
    separate = any(m.separate for m in summary.mentions)
    return separate and bool(tolls and own) and tolls.isdisjoint(own)


def _is_another(summary: Frame, member: Frame) -> bool:
    """Whether raids of no told place have another toll than the one incident of that day, and
    are told after it: no summary stands so."""
    tolls, own = tolls_of(summary.mentions), tolls_of(member.mentions)
    after = summary.mentions[0].anchor > member.mentions[0].anchor
    return after and bool(tolls and own) and tolls.isdisjoint(own)


def _member(frame: Frame, summary: Frame) -> bool:
    if frame.standing is not summary.standing or summary.when is None:
        return False
    if frame.mentions[0].subordinate and frame.when is None:
        return False
    sorts = summary.mentions[0].separate  # "three attacks" can be of three kinds
    if not (sorts or all(compatible(a, b) for a in frame.kinds for b in summary.kinds)):
        return False
    if frame.when is not None and not frame.when.names_day:
        return False  # "in January 2020" is none of Thursday's
    when = frame.when or (frame.assumed.date if frame.assumed else _spoken_date(frame))
    if when is not None and when.overlaps(summary.when) is False:
        return False
    near = min(
        abs(m.sentence.index - s.sentence.index) for m in frame.mentions for s in summary.mentions
    )
    if when is None and near > _REACH:
        return False
    if summary.where is None or frame.where is None:
        return True
    return may_be_one(frame.where, summary.where) is not False


def _spoken_date(frame: Frame) -> PartialDate | None:
    spoken = [m.spoken.date for m in frame.mentions if m.spoken]
    return spoken[0] if spoken else None


def _shared(mention: Mention, member: Frame) -> Mention:
    """What a summary says of each of its members: authors, and the day if theirs is untold."""
    named = bool(member.authors())
    drafts = tuple(
        d for d in mention.drafts if d.field is Field.ATTACKER and (d.stance or not named)
    )
    day = mention.when is not None and mention.when.date.names_day
    before = mention.clause.start < member.mentions[0].clause.start
    when = mention.when if day and before and member.when is None else None
    return replace(mention, drafts=drafts, where=None, when=when, trigger=False)


def _standing(notes: Annotations, dated: _Dated) -> Standing:
    standing = dated.frame.standing
    if standing not in (Standing.HAPPENED, Standing.PREVENTED):
        return standing
    if dated.aside or (dated.frame.mentions[0].subordinate and dated.when is None):
        return Standing.BACKGROUND  # told in passing, of a day untold
    if max(map(hurt, dated.frame.mentions), default=0) >= _WAR:
        return Standing.BACKGROUND
    if any(m.sentence.index <= _LEAD and not _of_before(m) for m in dated.frame.mentions):
        return standing  # what an article is about, however long ago
    return Standing.BACKGROUND if _is_old(notes, dated.when) else standing


def _of_before(mention: Mention) -> bool:
    """Whether it is what an attack is measured by: "the worst since a **raid** in May"."""
    return mention.subordinate and mention.apart


def _is_old(notes: Annotations, when: PartialDate | None) -> bool:
    if when is None:
        return False
    if when.precision in _NOT_FOR_DATES:
        return True
    published = notes.document.published
    if published is not None and published.start is not None and when.end is not None:
        return published.start - when.end > _OLD
    if when.precision is DatePrecision.MONTH:
        return True  # news of the day names days, not months
    latest = _latest_day(notes)
    return latest is not None and when.end is not None and latest - when.end > _OLD


@lru_cache(maxsize=8)
def _latest_day(notes: Annotations) -> date | None:
    return max((d.date.end for d in notes.dates if d.date.names_day and d.date.end), default=None)


def _report(notes: Annotations, voices: Voices, dated: _Dated, anchor: Span) -> Report:
    frame = dated.frame
    identity = report_id(notes.document.id, anchor)
    drafts = [d for m in sorted(frame.mentions, key=lambda m: m.clause) for d in _of_mention(m)]
    drafts = _without_title_figures(frame, drafts)
    drafts = [d for d in drafts if not _goes_back(notes, d, drafts)]
    drafts += [Draft(Field.WHEN, d.date, d.span) for d in dated.dates]
    if frame.where is None or frame.where.is_described:
        drafts += _jurisdiction(notes, frame)
    standing = _standing(notes, dated)
    told = [(d, _voices(voices, d)[0]) for d in drafts]
    sides = [sided(notes, voice, d) for d, voice in told]
    drafts = list(dict.fromkeys(one_name(notes.text, sides)))
    avowed = _avowed(notes, told, sides)
    statements = [
        replace(s, confidence=dated.frame.sure.get((d.field, d.span)))
        for d in drafts
        for s in _statements(notes, voices, identity, d, avowed)
    ]
    statements += (_occurrence(notes, identity, r) for r in dated.remarks)
    return Report(
        id=identity,
        document=notes.document.id,
        anchor=anchor,
        standing=standing,
        statements=tuple({s.id: s for s in statements}.values()),
        score=_score(dated) if frame.score is None else round(frame.score, 3),
    )


_POLICE = re.compile(
    r"[’']?s?\s+(?:city\s+)?(?:police|sheriff|fire (?:department|rescue)|"
    r"emergency services)",
    re.IGNORECASE,
)


def _without_title_figures(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """The figures of a title are those of the text again, told short ("12 dead" of "at least
    12"); one that goes with none that the text has is of more than this incident."""
    titles = [m.sentence.span for m in frame.mentions if m.sentence.kind is SegmentKind.TITLE]
    told = [d for d in drafts if d.field in _EFFECTS]
    heads = [d for d in told if any(t.contains(d.span) for t in titles)]
    text = [d for d in told if d not in heads]
    return [d for d in drafts if d not in heads or _is_of_text(d, text)]


def _is_of_text(head: Draft, text: Sequence[Draft]) -> bool:
    """Whether a figure of a title is one of the text, or the text has none."""
    told = [d.value for d in text if d.field is head.field]
    counts = [v.count for v in told if isinstance(v, Casualties)]
    if not isinstance(head.value, Casualties) or not told:
        return not told
    count = head.value.count
    if count == _PLURAL:
        return False  # "workers dig out dead"
    open_ended = count.low is None or count.high is None
    return any(c.agrees(count) and (open_ended or c.best == count.best) for c in counts)


def _goes_back(notes: Annotations, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Forty soldiers were killed ... the men were found", "scores were killed and wounded", "two
    of the dead had been shot": no other number, where one is told."""
    value = draft.value
    if not isinstance(value, Casualties):
        return False
    if value.count not in (_PLURAL, _SOME):
        dead = value.who is PersonClass.PEOPLE and _OF_THE_DEAD.match(notes.text, draft.span.start)
        return bool(dead) and any(d.field is Field.KILLED and d is not draft for d in drafts)
    at = notes.text.find(value.count.text, draft.span.start, draft.span.end)
    again = _DEFINITE.search(notes.text[max(0, at - 30) : at])
    if (value.count == _PLURAL and not again) or _ONE.search(value.count.text):
        return False
    told = [d.value for d in drafts if d.field is draft.field and isinstance(d.value, Casualties)]
    vague = (_PLURAL, _SOME)
    numbers = [t for t in told if t.count not in vague and (t.count.best or 0) > 1]
    alike = (value.who,) if value.count == _SOME else (value.who, PersonClass.PEOPLE)
    return any(t.who in alike or value.who is PersonClass.PEOPLE for t in numbers)


_OF_THE_DEAD = re.compile(
    r"[\w-]+\s+of\s+(?:the\s+(?:dead|slain|deceased)|those\s+(?:killed|slain|who\s+(?:had\s+)?died))\b",
    re.IGNORECASE,
)
_PLURAL = CountRange(2, None)
_SOME = CountRange(1, None)  # of a sum with others, or of an unknown number
_ONE = re.compile(r"\b(?:one|an?|1)\b", re.IGNORECASE)  # "at least one"
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all|his|her|their)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE
)


def _jurisdiction(notes: Annotations, frame: Frame) -> list[Draft]:
    """The town whose own police tell of it: "Springfield police said a man was shot"."""
    spans = sorted({m.sentence.span for m in frame.mentions})
    towns = [
        p
        for s in spans
        for p in inside(notes.places, s)
        if p.place.precision is PlacePrecision.TOWN and _POLICE.match(notes.text, p.span.end)
    ]
    return [Draft(Field.WHERE, t.place, t.span) for t in towns[:1]]


def _anchors(frame: Frame) -> Iterator[Span]:
    """The trigger; with the place beside it, and then the day, where several incidents hang
    on one trigger."""
    head = _head(frame)
    beside = [
        words.span
        for words in (head.where, head.when)
        if words is not None and head.clause.contains(words.span)
    ]
    if head.where is None or not beside:
        yield head.anchor
    for count in range(1, len(beside) + 1):
        yield union(head.anchor, *beside[:count])
    yield from (m.anchor for m in frame.mentions if m.trigger and m is not head)
    yield from (union(head.anchor, d.span) for d in head.drafts if head.clause.contains(d.span))


def _head(frame: Frame) -> Mention:
    """The first mention of the text with an event of its own; a title's only where none is."""
    heads = [m for m in frame.mentions if m.trigger] or frame.mentions
    return min(heads, key=lambda m: (m.sentence.kind is SegmentKind.TITLE, m.anchor))


def _of_mention(mention: Mention) -> Iterator[Draft]:
    if mention.trigger:
        yield Draft(Field.KIND, mention.kind, mention.anchor)
        if mention.where is not None:
            yield Draft(Field.WHERE, mention.where.place, mention.where.span)
    yield from mention.drafts


@dataclass(frozen=True, slots=True)
class _Avowed:
    """Who claims the act, by id and by name: what they say of it, they say of their own.
    ``ours`` where the document itself does ("our fighters attacked a post")."""

    claimants: frozenset[str]
    ours: bool


def _avowed(
    notes: Annotations, told: Sequence[tuple[Draft, Voice]], sides: Sequence[Draft]
) -> _Avowed:
    """ "Lorvian jets hit a camp, **the minister** said": he avows it for his army."""
    claimed = [d.value for d in sides if d.stance is Stance.CLAIMS]
    named = {k for c in claimed if isinstance(c, ActorRef) for k in _keys(c.name, c.id)}
    by_side = [
        voice.chain[0]
        for (draft, voice), side in zip(told, sides, strict=True)
        if side.stance is Stance.CLAIMS
        and voice.attribution
        and not (relays(voice.chain[0]) or is_unnamed(voice.chain[0]))
        and (draft.stance is None or _HIS_MEN.match(notes.text, side.span.start))
    ]
    spoken = {k for source in by_side for k in _keys(source.name, source.actor)}
    ours = any(
        _is_ours(notes, side.span)
        for side in sides
        if side.stance is Stance.CLAIMS and side.field is Field.ATTACKER
    )
    return _Avowed(frozenset(named | spoken), ours)


_HIS_MEN = re.compile(r"(?:his|its|their|our|we)\b", re.IGNORECASE)


def _keys(name: str, actor: str | None) -> tuple[str, ...]:
    return (fold(name), actor) if actor else (fold(name),)


def _statements(
    notes: Annotations, voices: Voices, report: str, draft: Draft, avowed: _Avowed
) -> Iterator[Statement]:
    for voice in _voices(voices, draft):
        own = _is_own(notes, voice, draft, avowed) or tells_of_foes(notes, voice, draft)
        beside = is_toll_beside(notes, voice, draft) or is_own_loss(notes, voice, draft)
        stance = stance_of(draft, voice, own=own and not beside)
        said = _claimant(notes, draft, stance, voice)
        yield _statement(notes, report, draft.field, draft.value, stance, said, draft.span)


def _occurrence(notes: Annotations, report: str, told: Occurrence) -> Statement:
    field, remark = Field.OCCURRENCE, told.remark
    value = Standing.HAPPENED
    return _statement(notes, report, field, value, remark.stance, told.voice, remark.span)


def _is_own(notes: Annotations, voice: Voice, draft: Draft, avowed: _Avowed) -> bool:
    """Whether a voice tells of an act that it avows."""
    if voice.attribution is None and avowed.ours:
        return True
    nearest = voice.chain[0]
    own = not avowed.claimants.isdisjoint(_keys(nearest.name, nearest.actor))
    own = own or (nearest.actor is None and _speaks_for(notes, voice, avowed.claimants))
    means = voice.attribution is None or only_claims(notes.text, voice.attribution)
    return own and not (means and draft.field in MEANS)


def _speaks_for(notes: Annotations, voice: Voice, claimants: frozenset[str]) -> bool:
    """Whether who has no entry speaks for one that claims: "Reed, speaking for the Command"."""
    if voice.attribution is None or not claimants:
        return False
    sides = principals(notes, voice.attribution, voice.attribution.source)
    return any(not claimants.isdisjoint(_keys(who.name, who.id)) for who, _ in sides)


def _claimant(notes: Annotations, draft: Draft, stance: Stance, voice: Voice) -> Voice:
    """Who claims or denies an act of its own is the nearest source of that, unless another of
    its side is ("the ministry said its army had struck"), or denies it ("the ministry denied
    that **soldiers** had struck")."""
    own = stance in (Stance.CLAIMS, Stance.DENIES) and isinstance(draft.value, ActorRef)
    if not own or not isinstance(draft.value, ActorRef) or draft.told is not None:
        return voice
    said = voice.attribution
    if said is not None and said.stance is Stance.DENIES and said.content.contains(draft.span):
        return voice
    told = replace(voice, stance=Stance.REPORTS)
    if sided(notes, told, replace(draft, stance=None)).stance is Stance.CLAIMS:
        return voice
    if stance is Stance.DENIES and _is_ours(notes, draft.span):
        return replace(voice, chain=(Source(draft.value.name, draft.value.id),))
    if voice.attribution is not None and is_self(draft.span.of(notes.text)):
        return voice  # "Ann Reed, its spokeswoman, said **its fighters** had struck"
    private = draft.value.name == SUSPECT  # whose name is no value, but who speaks
    name = " ".join(draft.span.of(notes.text).split()) if private else draft.value.name
    actor = Source(name, draft.value.id)
    rest = [s for s in voice.chain if s.actor is None or s.actor != actor.actor]
    return replace(voice, chain=(actor, *(s for s in rest if s.name != actor.name)))


def _is_ours(notes: Annotations, words: Span) -> bool:
    """ "The army lies when it says that **our men** did it": a side's own text, not the army."""
    ours = _OURS.match(words.of(notes.text)) is not None
    return ours and not in_quotes(notes.text, words)


_OURS = re.compile(r"(?:we|our)\b", re.IGNORECASE)


def _voices(voices: Voices, draft: Draft) -> tuple[Voice, ...]:
    marked = draft.field is Field.ATTACKER and draft.stance is not None
    found = voices.at(draft.told or draft.span, None if marked else draft.field)
    if draft.field in (*SETTING, *MEANS):
        return found[:1]  # a denial is of what happened, not of where or when
    return found if draft.stance is None else found[:1]


def _statement(  # noqa: PLR0913, PLR0917 - what makes a statement
    notes: Annotations,
    report: str,
    field: Field,
    value: Value,
    stance: Stance,
    voice: Voice,
    span: Span,
) -> Statement:
    identity = statement_id(report, field, value, stance, voice.chain, span)
    return Statement(identity, report, notes.document.id, field, value, stance, voice.chain, span)


def _score(dated: _Dated) -> float:
    """How sure it is that this is an incident: by what is known of it."""
    frame = dated.frame
    fields = {d.field for m in frame.mentions for d in m.drafts}
    strong = any(m.strong for m in frame.mentions)
    known = [strong, dated.when is not None, frame.where is not None, bool(fields)]
    return round(0.3 + 0.7 * sum(known) / len(known), 2)
