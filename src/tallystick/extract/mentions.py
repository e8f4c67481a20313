"""Mentions of incidents: what one clause tells of one (or of several at once)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.attribution import Attribution
from tallystick.extract.dates import DateMention, DateRole
from tallystick.extract.drafts import Draft
from tallystick.extract.effects import casualties, damage
from tallystick.extract.fates import outcomes, responses, weapon_drafts, weapons
from tallystick.extract.geography import finer, may_be_one
from tallystick.extract.places import PlaceMention
from tallystick.extract.roles import authors, claims, says_own, targets
from tallystick.extract.sentences import Sentence
from tallystick.extract.standing import is_generic, is_toll, standing_of
from tallystick.extract.triggers import Trigger, kind_of, triggers
from tallystick.extract.voices import Voices
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, DatePrecision, PlacePrecision
from tallystick.vocab.lexicon import Strength
from tallystick.vocab.matching import Hit
from tallystick.vocab.weapons import Weapon

_SEPARATOR = re.compile(
    r",?\s(?:and|while|but|whereas|as well as|before|after|when|then|hours after|following)\s|;\s|"
    r",\s(?:which|who|and|but)\s|\scame\s|,\s|\s[-–—]+\s|\s(?:that|because|as|where)\s",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:another|(?:a|the) (?:second|third|fourth)|(?:a |two )?separate|different|new|further|"
    r"other|"
    r"similar)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\b(?:also|elsewhere|meanwhile|separately|in addition)\b", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|its|their)\s+(?:[\w’'.()-]+\s+){0,3}?(?:[\w’'()-]+)?$",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:from|based in|headquartered in|fired from|launched from|capital of|toward|towards|"
    r"fled to|"
    r"taken to|rushed to|hospital in|meeting in|talks in|speaking in|born in|residents? of|"
    r"arrived in|"
    r"(?:evening|morning|night|afternoon|time|visit(?:s|ed|ing)?|newspaper|officials|"
    r"lawmakers) in|south of|north of|east of|west of|war in|truce in|ceasefire in|"
    r"conflict in)\s+(?:the\s+)?(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)
_NOT_PLACE_AFTER = re.compile(
    r"(?:[’']s)?[\s-]+(?:war|wars|conflict|crisis|truce|ceasefire|cease-fire|peace|talks|deal|"
    r"time|accords?|"
    r"government|(?:\w+\s)?(?:institute|think[\s-]tank|university|newspaper|post|times)|based|"
    r"embassy in)\b|-(?=[A-Z])",
    re.IGNORECASE,
)
_HABITUAL = re.compile(r"\b(?:are|is)\s+(?:\w+ly\s+|being\s+)?$", re.IGNORECASE)
_MOST = 8  # more triggers than this in a sentence are a list, read as one


@dataclass(frozen=True, slots=True)
class Mention:
    """What one clause tells of an incident.

    ``when`` and ``where`` are its own words for the day and the place; ``spoken`` is the
    day on which somebody said it. ``definite`` goes back to something told before ("the
    attack"), ``fresh`` announces another. A mention without a ``trigger`` only adds
    something (casualties, a claim) to what was told.
    """

    sentence: Sentence
    clause: Span
    anchor: Span
    kind: IncidentKind
    standing: Standing
    trigger: bool
    strong: bool
    plural: bool
    definite: bool
    fresh: bool
    generic: bool
    response: bool
    subordinate: bool
    when: DateMention | None
    spoken: DateMention | None
    where: PlaceMention | None
    places: tuple[PlaceMention, ...]
    drafts: tuple[Draft, ...]

    @property
    def weapons(self) -> frozenset[str]:
        return frozenset(
            d.value.type
            for d in self.drafts
            if d.field is Field.WEAPON and hasattr(d.value, "type")
        )

    def authors(self) -> tuple[ActorRef, ...]:
        return tuple(
            d.value
            for d in self.drafts
            if d.field is Field.ATTACKER
            and isinstance(d.value, ActorRef)
            and d.stance is not Stance.DENIES
        )


def mentions(notes: Annotations, voices: Voices) -> list[Mention]:
    """All mentions of a document in order of its sentences."""
    found: list[Mention] = []
    before: Sequence[Hit[Weapon]] = ()
    for sentence in notes.sentences:
        found += _in_sentence(notes, voices, sentence, before)
        before = weapons(notes, sentence.span) or before
    return found


def _in_sentence(
    notes: Annotations, voices: Voices, sentence: Sentence, before: Sequence[Hit[Weapon]]
) -> Iterator[Mention]:
    found = triggers(notes, sentence)
    if not found:
        yield from _addition(notes, sentence, before)
        return
    for clause, chosen in _clauses(notes, sentence, found):
        mention = _mention(notes, voices, sentence, clause, chosen, before)
        for dated in _by_day(notes, mention):
            yield from _distributed(notes, dated)


def _addition(
    notes: Annotations, sentence: Sentence, before: Sequence[Hit[Weapon]]
) -> Iterator[Mention]:
    drafts = [*_effects(notes, sentence, sentence.span), *outcomes(notes, sentence.span, before)]
    drafts += [*claims(notes, sentence.span), *damage(notes, sentence.span)]
    drafts += responses(notes, sentence.span)
    if drafts:
        yield Mention(
            sentence,
            sentence.span,
            sentence.span,
            IncidentKind.ATTACK,
            Standing.HAPPENED,
            trigger=False,
            strong=False,
            plural=False,
            definite=True,
            fresh=False,
            generic=False,
            response=False,
            subordinate=False,
            when=_when(notes, sentence, sentence.span, sentence.span),
            spoken=_spoken(notes, sentence),
            where=_where(notes, sentence.span, sentence.span),
            places=tuple(_places(notes, sentence.span)),
            drafts=tuple(drafts),
        )


def _clauses(
    notes: Annotations, sentence: Sentence, found: Sequence[Trigger]
) -> list[tuple[Span, list[Trigger]]]:
    """The sentence cut where two triggers tell of two incidents."""
    if len(found) > _MOST:
        return [(sentence.span, list(found))]
    clauses: list[tuple[int, list[Trigger]]] = [(sentence.span.start, [found[0]])]
    for left, right in pairwise(found):
        start, group = clauses[-1]
        cut = _cut(notes, sentence, Span(start, sentence.span.end), left, right)
        if cut is None:
            group.append(right)
        else:
            clauses.append((cut, [right]))
    ends = [start for start, _ in clauses[1:]] + [sentence.span.end]
    return [(Span(start, end), group) for (start, group), end in zip(clauses, ends, strict=True)]


def _cut(
    notes: Annotations, sentence: Sentence, rest: Span, left: Trigger, right: Trigger
) -> int | None:
    """Where to cut between two triggers that tell of different incidents, if they do."""
    marks = list(_SEPARATOR.finditer(notes.text, left.span.end, right.span.start))
    if not marks:
        return None
    if right.word.strength is Strength.RESPONSE:
        return marks[0].start()
    for mark in reversed(marks):
        cut = mark.start()
        first, second = Span(rest.start, cut), Span(cut, rest.end)
        if _apart(notes, sentence, first, second, left, right):
            return cut
    return None


def _apart(
    notes: Annotations, sentence: Sentence, first: Span, second: Span, left: Trigger, right: Trigger
) -> bool:
    if not right.strong and right.word.strength is not Strength.INTERCEPT:
        return False
    before, after = (
        _when(notes, sentence, first, left.span),
        _when(notes, sentence, second, right.span),
    )
    if before and after and before.date.overlaps(after.date) is False:
        return True
    here, there = _where(notes, first, left.span), _where(notes, second, right.span)
    if here and there and _specific(here) and _specific(there):
        return may_be_one(here.place, there.place) is False
    if _own_subject(notes, first, second, left, right) or _new_day(notes, second, after):
        return True
    opening = notes.text[second.start : right.span.end]
    return bool(re.search(r"\b(?:another|second|separate|elsewhere|meanwhile)\b", opening, re.I))


def _new_day(notes: Annotations, second: Span, date: DateMention | None) -> bool:
    """Whether a clause opens with a day of its own: "and on Friday the group seized ..."."""
    if date is None or date.anchor is not None:
        return False
    opening = notes.text[second.start : date.span.start]
    return (
        re.fullmatch(r",?\s*(?:and|while|but|then)\s+(?:on\s+|early\s+|late\s+)*", opening, re.I)
        is not None
    )


_STRONG_BREAK = re.compile(
    r"^(?:\s[-–—]+\s|;|,?\s(?:that|because|as|after|while|when|where)\s)", re.I
)


def _own_subject(
    notes: Annotations, first: Span, second: Span, left: Trigger, right: Trigger
) -> bool:
    """Whether a new clause has an author of its own: "after rebels shelled the town"."""
    if not right.verb or not _STRONG_BREAK.match(notes.text[second.start : second.start + 8]):
        return False
    theirs = {d.value for d in authors(notes, second, right, notes.attributions)}
    ours = {d.value for d in authors(notes, first, left, notes.attributions)}
    return bool(theirs) and not (theirs & ours) and bool(left.verb or left.plural or ours)


def _specific(mention: PlaceMention) -> bool:
    return mention.place.precision in (PlacePrecision.SITE, PlacePrecision.TOWN)


def _mention(
    notes: Annotations,
    voices: Voices,
    sentence: Sentence,
    clause: Span,
    chosen: Sequence[Trigger],
    before: Sequence[Hit[Weapon]],
) -> Mention:
    head = next((t for t in chosen if t.strong), chosen[0])
    opening = notes.text[max(clause.start, head.span.start - 45) : head.span.start]
    return Mention(
        sentence=sentence,
        clause=clause,
        anchor=head.span,
        kind=kind_of(notes, clause, chosen),
        standing=standing_of(notes.text, clause, head.span),
        trigger=True,
        strong=head.strong,
        plural=head.plural,
        definite=_definite(notes, clause, head, opening),
        fresh=bool(_NEW.search(opening) or _ELSEWHERE.search(notes.text, clause.start, clause.end)),
        generic=is_generic(notes.text, clause, head.span)
        or is_toll(notes.text, clause)
        or (head.passive and bool(_HABITUAL.search(opening))),
        response=head.word.strength is Strength.RESPONSE,
        subordinate=bool(_STRONG_BREAK.match(notes.text[clause.start : clause.start + 9])),
        when=_when(notes, sentence, clause, head.span),
        spoken=_spoken(notes, sentence),
        where=_where(notes, clause, head.span),
        places=tuple(_places(notes, clause)),
        drafts=tuple(_drafts(notes, voices, sentence, clause, chosen, before)),
    )


def _definite(notes: Annotations, clause: Span, head: Trigger, opening: str) -> bool:
    """ "the attack", or "the intercepted drone detonated": something told of before."""
    if not head.verb:
        return bool(_DEFINITE.search(opening))
    used = [w.span for w in inside(notes.weapons, clause) if w.span.end <= head.span.start]
    if not used:
        return False
    before = notes.text[max(clause.start, used[-1].start - 30) : used[-1].start]
    return bool(_DEFINITE.search(before))


def _drafts(
    notes: Annotations,
    voices: Voices,
    sentence: Sentence,
    clause: Span,
    chosen: Sequence[Trigger],
    before: Sequence[Hit[Weapon]],
) -> list[Draft]:
    head = next((t for t in chosen if t.strong), chosen[0])
    drafts: list[Draft] = []
    for trigger in chosen:
        drafts += authors(notes, clause, trigger, notes.attributions)
    drafts += _own_acts(notes, voices, sentence, chosen)
    drafts += claims(notes, clause)
    aimed = [t for t in chosen if t.strong] or [head]
    drafts += next((found for t in aimed if (found := targets(notes, clause, t))), [])
    drafts += weapon_drafts(notes, clause)
    drafts += outcomes(notes, clause, before)
    drafts += _effects(notes, sentence, clause)
    drafts += damage(notes, clause)
    drafts += responses(notes, clause)
    return list(dict.fromkeys(drafts))


def _own_acts(
    notes: Annotations, voices: Voices, sentence: Sentence, chosen: Sequence[Trigger]
) -> Iterator[Draft]:
    for voice in inside_content(notes.attributions, sentence.span):
        for trigger in chosen:
            if says_own(notes, voice, trigger):
                source = voices.speaker(voice)
                if source.actor or voice.stance is Stance.CLAIMS:
                    yield Draft(
                        Field.ATTACKER,
                        ActorRef(source.name, source.actor),
                        voice.source,
                        Stance.CLAIMS,
                    )
                break


def inside_content(found: Sequence[Attribution], span: Span) -> list[Attribution]:
    """The attributions that speak in a stretch."""
    return [a for a in found if a.content.overlaps(span) and a.cue.overlaps(span)]


def _effects(notes: Annotations, sentence: Sentence, clause: Span) -> list[Draft]:
    return [d for d in casualties(notes, sentence) if clause.contains(d.span)]


def _when(notes: Annotations, sentence: Sentence, clause: Span, anchor: Span) -> DateMention | None:
    """The date that the clause gives to its event: the nearest that is not one of speaking."""
    dates = [
        d
        for d in inside(notes.dates, clause)
        if d.role is DateRole.WHEN
        and (d.date.precision is DatePrecision.WEEK or not _of_speaking(notes, sentence, d))
        and not _quoted_today(notes, d)
    ]
    if not dates:
        return _spoken_week(notes, sentence)
    nearest = min(dates, key=lambda d: _distance(d.span, anchor))
    days = [d for d in dates if d.date.names_day]
    return (
        nearest
        if nearest.date.names_day or not days
        else min(days, key=lambda d: _distance(d.span, anchor))
    )


_TODAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)


def _quoted_today(notes: Annotations, date: DateMention) -> bool:
    """ "today" in a quotation is the day of speaking, not that of publication."""
    return _TODAY.search(date.span.of(notes.text)) is not None and any(
        q.contains(date.span) for q in notes.quotes
    )


def _spoken_week(notes: Annotations, sentence: Sentence) -> DateMention | None:
    """ "last week claimed responsibility for two attacks": the attacks are of that week."""
    spoken = _spoken(notes, sentence)
    return spoken if spoken and spoken.date.precision is DatePrecision.WEEK else None


def _distance(span: Span, anchor: Span) -> int:
    """Characters between, a date before the event counting for half as near."""
    if span.start >= anchor.end:
        return span.start - anchor.end
    return 2 * max(0, anchor.start - span.end) + 5


def _spoken(notes: Annotations, sentence: Sentence) -> DateMention | None:
    return next(
        (
            d
            for d in inside(notes.dates, sentence.span)
            if d.role is DateRole.WHEN and _of_speaking(notes, sentence, d)
        ),
        None,
    )


def _of_speaking(notes: Annotations, sentence: Sentence, date: DateMention) -> bool:
    """Whether a date says when somebody spoke: "said on Sunday that", "On Friday the paper
    claimed", "on Saturday said"."""
    for attribution in notes.attributions:
        if not sentence.span.contains(attribution.cue):
            continue
        if attribution.source.end <= date.span.start and date.span.end <= attribution.cue.start:
            return True
        if 0 <= attribution.source.start - date.span.end <= 3:
            return True
        after = notes.text[attribution.cue.end : date.span.start]
        if date.span.start >= attribution.cue.end and _only_audience(after):
            rest = notes.text[date.span.end : sentence.span.end].lstrip()
            if attribution.content.end <= attribution.cue.start or re.match(
                r"(?:that\b|,|\.|”|\"|in\b|it\b|they\b|he\b|$)", rest
            ):
                return True
    return False


def _only_audience(between: str) -> bool:
    return len(between.split()) <= 6 and not re.search(
        r"\b(?:that|attack\w*|strike\w*|struck|hit|kill\w*|responsib\w+|launch\w*|fired)\b|,",
        between,
    )


def _where(notes: Annotations, clause: Span, anchor: Span) -> PlaceMention | None:
    """The place of an event: the finest that its clause names, the nearest of these."""
    best: PlaceMention | None = None
    for place in sorted(_places(notes, clause), key=lambda p: _distance(p.span, anchor)):
        if best is None or finer(place.place, best.place):
            best = place
    if best is None or best.place.precision in _COARSE:
        return _told_place(notes, clause, best) or best
    return best


def _places(notes: Annotations, clause: Span) -> list[PlaceMention]:
    return [p for p in inside(notes.places, clause) if _hosts(notes, clause, p)]


_COARSE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
_BACK_TO = (
    (
        re.compile(
            r"\bthe\s+(?:(?:same|military|air)\s+)?(?:air\s?base|base|camp|airport|airfield|"
            r"compound|embassy|"
            r"outpost|site|facility|field)\b",
            re.IGNORECASE,
        ),
        (PlacePrecision.SITE,),
    ),
    (
        re.compile(r"\bthe\s+(?:same\s+)?(?:town|city|village|settlement)\b", re.IGNORECASE),
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


def _hosts(notes: Annotations, clause: Span, mention: PlaceMention) -> bool:
    if mention.metonym:
        return False
    if any(a.source.contains(mention.span) for a in notes.attributions):
        return False
    if _NOT_PLACE_AFTER.match(notes.text, mention.span.end):
        return False
    return not _AWAY.search(
        notes.text[max(clause.start, mention.span.start - 50) : mention.span.start]
    )


_JOINED = re.compile(
    r"\s*(?:[’']s)?\s*(?:\w+\s+){0,2}?(?:,|and|,\s*and|as well as|&)\s+(?:the\s+|in\s+|at\s+|"
    r"a\s+|an\s+|on\s+)*"
    r"(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)


_EFFECTS = (Field.KILLED, Field.INJURED, Field.ABDUCTED)


def _distributed(notes: Annotations, mention: Mention) -> Iterator[Mention]:
    """One mention for each of several places named together: "bases in Erbil and Anbar"."""
    chain = _chain(notes, mention)
    if len(chain) < 2 or not _several(notes, mention, chain):
        yield mention
        return
    shared = tuple(d for d in mention.drafts if d.field not in _EFFECTS)  # one figure for all
    for place in chain:
        yield replace(mention, where=place, drafts=shared)


def _by_day(notes: Annotations, mention: Mention) -> Iterator[Mention]:
    """One mention for each of several days named together: "on Wednesday and Thursday"."""
    if mention.when is None or not mention.plural:
        yield mention
        return
    days = [
        d
        for d in inside(notes.dates, mention.clause)
        if d.role is DateRole.WHEN and d.date.names_day
    ]
    joined = [d for d in days if d == mention.when or _beside(notes, d, mention.when)]
    for day in joined or [mention.when]:
        yield replace(mention, when=day)


def _beside(notes: Annotations, first: DateMention, second: DateMention) -> bool:
    left, right = sorted((first, second), key=lambda d: d.span)
    gap = notes.text[left.span.end : right.span.start]
    return re.fullmatch(r"\s*(?:,|and|,\s*and|or)\s*(?:on\s+)?", gap) is not None


def _chain(notes: Annotations, mention: Mention) -> list[PlaceMention]:
    """The places named together with that of the mention, in order, all apart."""
    if mention.where is None:
        return []
    runs: list[list[PlaceMention]] = []
    for place in mention.places:
        if place.place.precision in _COARSE:
            continue
        if runs and _joins(notes, runs[-1], place):
            runs[-1].append(place)
        elif not (runs and may_be_one(runs[-1][-1].place, place.place)):
            runs.append([place])
    return next((run for run in runs if mention.where in run), [])


def _joins(notes: Annotations, run: Sequence[PlaceMention], place: PlaceMention) -> bool:
    gap = notes.text[run[-1].span.end : place.span.start]
    apart = all(may_be_one(place.place, p.place) is False for p in run)
    return apart and _JOINED.fullmatch(gap) is not None


def _several(notes: Annotations, mention: Mention, chain: Sequence[PlaceMention]) -> bool:
    before = notes.text[mention.clause.start : chain[-1].span.end]
    return mention.plural or bool(
        re.search(
            r"\b(?:bases|cities|towns|villages|sites|camps|airports|positions|targets|areas|"
            r"districts|provinces|both|airbases|embassies|fields|neighbou?rhoods)\b",
            before,
            re.I,
        )
    )
