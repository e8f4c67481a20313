"""Finding the mentions of incidents in a document, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tallystick.extract.actors.accused import accused
from tallystick.extract.actors.owners import told_later
from tallystick.extract.actors.private_names import SUSPECT
from tallystick.extract.actors.sides import TELLERS, in_full
from tallystick.extract.actors.speaking_sides import looks_on, side_of
from tallystick.extract.actors.suspects import suspects
from tallystick.extract.actors.voices import Voices
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.circumstances.reading import places_of, when_of, where_of
from tallystick.extract.circumstances.spoken_days import spoken_of
from tallystick.extract.dates.day_headings import headed
from tallystick.extract.dates.mentions import DateMention
from tallystick.extract.drafts import Draft
from tallystick.extract.effects.casualties import casualties, damage
from tallystick.extract.effects.fates import outcomes, responses, weapon_drafts, weapons
from tallystick.extract.events.downed import is_downing
from tallystick.extract.events.kinds import kind_of
from tallystick.extract.events.standing import (
    are_separate,
    is_asked,
    is_called_false,
    is_denied,
    is_generic,
    is_toll,
    standing_of,
)
from tallystick.extract.events.triggers import TAKEN_UP, Trigger, by_accident, triggers
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.mentions.answered import answered
from tallystick.extract.mentions.clauses import SUBORDINATE, clauses
from tallystick.extract.mentions.counted import counted
from tallystick.extract.mentions.distribution import by_day, distributed
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.newness import is_definite, is_fresh, told_back
from tallystick.extract.mentions.paragraph_heads import under_heads
from tallystick.extract.mentions.parted import parted
from tallystick.extract.mentions.shares import shared_out
from tallystick.extract.mentions.target_persons import victims
from tallystick.extract.mentions.victims import Victim, victim_of
from tallystick.extract.places.mention import PlaceMention
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.roles import authors, claims, says_own, targets
from tallystick.extract.roles.alternatives import either_way
from tallystick.extract.roles.claims import only_claims_it
from tallystick.extract.spoken import speaking_over
from tallystick.extract.weapons.use import weapons_in_hand
from tallystick.model.document import Span
from tallystick.model.statement import Field, Source, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, Casualties
from tallystick.vocab.actors import ActorKind, actor_book
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import Strength
from tallystick.vocab.matching import Hit
from tallystick.vocab.weapons import Weapon

_OTHER_PLACE = caseless(
    r"\b(?:in|on|at|near|outside)\s+(?:another|an?\s+(?:different|separate)|other)\s+(?:\w+\s+)?"
    r"(?:districts?|neighbou?rhoods?|quarters?|parts?|areas?|suburbs?|towns?|city|cities|villages?|"
    r"provinces?|markets?|camps?|bases?|streets?)\b"
)
_DONE = (Standing.HAPPENED, Standing.PREVENTED)
_HABITUAL = re.compile(r"\b(?:are|is)\s+(?:\w+ly\s+|being\s+)?$", re.IGNORECASE)


def mentions(notes: Annotations, voices: Voices) -> list[Mention]:
    """All mentions of a document in order of its sentences."""
    found: list[Mention] = []
    before: Sequence[Hit[Weapon]] = ()
    for sentence in notes.sentences:
        if back := answered(notes, sentence, found):
            answer = bare(notes, sentence, sentence.span)
            found.append(replace(answer, drafts=back, when=None, where=None, places=()))
        told = [
            _by_those_before(notes, m, found) for m in _in_sentence(notes, voices, sentence, before)
        ]
        found += [_set(notes, m) for m in told]
        before = weapons(notes, sentence.span) or before
    return counted(notes, under_heads(notes, found))


def _by_those_before(notes: Annotations, mention: Mention, found: Sequence[Mention]) -> Mention:
    """ "They also hit a school": with the authors of the sentence before."""
    if not mention.trigger or mention.authors():
        return mention
    who = TAKEN_UP.search(notes.text, mention.clause.start, mention.anchor.start)
    if who is None:
        return mention
    last = [m for m in found if m.trigger and m.sentence.index == mention.sentence.index - 1]
    if not last:
        return mention
    drafts = [d for d in last[-1].drafts if d.field is Field.ATTACKER and d.stance is None]
    taken = (replace(d, span=Span(*who.span("who"))) for d in drafts)
    return replace(mention, drafts=tuple(dict.fromkeys([*taken, *mention.drafts])))


def _set(notes: Annotations, mention: Mention) -> Mention:
    """ "**On Monday** the army replied. Shells hit a school": with the day that a sentence just
    before it in its paragraph gives."""
    sentence = mention.sentence
    if not mention.trigger or mention.when or mention.spoken or mention.subordinate:
        return mention
    for told in reversed(notes.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        if (told.paragraph, told.entry) != (sentence.paragraph, sentence.entry):
            break
        if by_accident(notes, told):
            continue
        day = when_of(notes, told, told.span, told.span)
        if day is not None and day.date.names_day and not day.is_aside:
            return replace(mention, setting=day)
    return mention


_BACK = 2  # sentences


def _in_sentence(
    notes: Annotations, voices: Voices, sentence: Sentence, before: Sequence[Hit[Weapon]]
) -> Iterator[Mention]:
    found = triggers(notes, sentence)
    told, *reasons = parted(notes, sentence, found)
    own = [t for t in found if told.span.contains(t.span)]
    yield from _in_part(notes, voices, sentence, told.span, own, before)
    for reason in reasons:  # of another day than what it is the reason of, and by others
        part = reason.span
        own = [t for t in found if part.contains(t.span)]
        for mention in _in_part(notes, voices, sentence, part, own, before):
            drafts = tuple(d for d in mention.drafts if part.contains(d.span))
            yield replace(
                mention,
                drafts=drafts,
                fresh=True,
                apart=True,
                subordinate=mention.subordinate or reason.before,
                when=mention.when or reason.day,
            )


def _in_part(
    notes: Annotations,
    voices: Voices,
    sentence: Sentence,
    part: Span,
    found: Sequence[Trigger],
    before: Sequence[Hit[Weapon]],
) -> Iterator[Mention]:
    if not found:
        if not by_accident(notes, sentence):  # whose dead are of no attack
            yield from _addition(notes, sentence, part, before)
        return
    for clause, chosen in clauses(notes, sentence, part, found):
        if chosen[0].strong and is_denied(notes.text, clause, chosen[0].span):
            yield from _denial(notes, sentence, clause)
            continue  # a remark on what was told (``occurrence``), and no incident
        mention = _mention(notes, voices, sentence, clause, chosen, before)
        for dated in by_day(notes, mention):
            yield from shared_out(notes, dated) or distributed(notes, dated)


def _denial(notes: Annotations, sentence: Sentence, clause: Span) -> Iterator[Mention]:
    """Who denies having done what a clause tells, where and whenever that is told."""
    denied = tuple(d for d in claims(notes, clause) if d.stance is Stance.DENIES)
    if denied:
        told = bare(notes, sentence, clause)
        yield replace(told, drafts=denied, when=None, where=None, places=())


def _addition(
    notes: Annotations, sentence: Sentence, part: Span, before: Sequence[Hit[Weapon]]
) -> Iterator[Mention]:
    drafts = [*_effects(notes, sentence, part), *outcomes(notes, part, before)]
    drafts += [*claims(notes, part), *damage(notes, part), *responses(notes, part)]
    laid = tuple(accused(notes, part))
    named = tuple(d for d in laid if d.value == ActorRef(SUSPECT))
    drafts += [*(d for d in laid if d not in named), *told_later(notes, part)]
    drafts += weapons_in_hand(notes, part)
    held = named if laid else tuple(suspects(notes, part))
    drafts = [either_way(notes.text, d) for d in drafts]
    dated = _TOOK_PLACE.match(notes.text, part.start, part.end)
    if held or drafts or dated:
        told = replace(bare(notes, sentence, part), drafts=(*drafts, *held))
        # where and when somebody was caught alone says nothing of the attack
        caught = held and not drafts and not dated
        yield replace(told, when=None, where=None, places=()) if caught else told


_TOOK_PLACE = caseless(  # when it was, with nothing else: "It happened at dawn on Thursday."
    r"(?:it|this|that|the\s(?:attack|raid|strike|shelling|bombing|blast|explosion|shooting|killing|"
    r"murder|stabbing|robbery|kidnapping|abduction|ambush|assault|massacre|clash|violence|fighting|"
    r"battle|incident)s?)\s(?:took\splace|happened|occurred|broke\sout|began|started|came)\s"
    r"(?:at|on|in|late|early|shortly|just|around|about|last|yesterday|overnight)\b"
)


def bare(notes: Annotations, sentence: Sentence, clause: Span) -> Mention:
    """A mention without an event of its own."""
    return Mention(
        sentence=sentence,
        clause=clause,
        anchor=clause,
        kind=IncidentKind.ATTACK,
        standing=Standing.HAPPENED,
        trigger=False,
        strong=False,
        plural=False,
        definite=True,
        fresh=False,
        generic=False,
        response=False,
        subordinate=False,
        when=when_of(notes, sentence, clause, clause),
        spoken=spoken_of(notes, sentence),
        where=where_of(notes, clause, clause),
        places=places_of(notes, clause),
        drafts=(),
        under=_under(notes, sentence),
    )


def _under(notes: Annotations, sentence: Sentence) -> DateMention | None:
    """The day of all that a text lists, for what comes after its head."""
    lead = notes.lead
    return lead if lead is not None and lead.span.end < sentence.span.start else None


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
    definite = is_definite(notes, clause, head, opening)
    own = told_back(notes.text, clause, head) if definite else clause
    asked = is_asked(notes.text, sentence.span, head.span)
    drafts = _drafts(notes, voices, sentence, clause, chosen, before)
    drafts = _hedged(notes, sentence, head, drafts, asked=asked)
    standing = Standing.HYPOTHETICAL if asked else standing_of(notes.text, clause, head.span)
    victim = _victim(notes, sentence, chosen)
    return Mention(
        sentence=sentence,
        clause=clause,
        anchor=head.span,
        kind=kind_of(notes, clause, chosen),
        standing=standing,
        trigger=True,
        strong=head.strong or is_downing(notes.text, clause, head.span),
        plural=head.plural,
        definite=definite,
        fresh=is_fresh(notes, sentence, clause, head, opening, drafts),
        elsewhere=not definite and bool(_OTHER_PLACE.search(notes.text, head.span.end, clause.end)),
        separate=are_separate(notes.text, clause),
        generic=_is_of_many(notes, clause, head, opening, drafts),
        response=head.word.strength is Strength.RESPONSE,
        subordinate=bool(SUBORDINATE.match(notes.text[clause.start : clause.start + 9])),
        when=_when(notes, sentence, own, head, standing),
        spoken=spoken_of(notes, sentence),
        where=_where(notes, own, head, victim),
        places=places_of(notes, own),
        drafts=tuple(drafts),
        under=_under(notes, sentence),
        victim=victim,
    )


def _victim(notes: Annotations, sentence: Sentence, chosen: Sequence[Trigger]) -> Victim | None:
    """Whom the words beside its triggers name as the victim, plainly if any do."""
    named = (victim_of(notes, sentence, trigger.span) for trigger in chosen)
    return max((v for v in named if v), key=lambda v: v.plain, default=None)


def _where(
    notes: Annotations, clause: Span, head: Trigger, victim: Victim | None
) -> PlaceMention | None:
    """Where a clause says that it was; what may be a place is not where it is the victim's name:
    "killing **Orun** on Friday"."""
    where = where_of(notes, clause, head.span)
    named = victim.name.split() if victim is not None and victim.plain else ()
    return None if where is not None and where.span.of(notes.text) in named else where


def _is_of_many(
    notes: Annotations, clause: Span, head: Trigger, opening: str, drafts: Sequence[Draft]
) -> bool:
    """Whether a clause tells of no single incident: of a habit, a series, a toll of many."""
    if is_generic(notes.text, clause, head.span) or _goes_on(notes, clause, head):
        return True
    habitual = head.passive and bool(_HABITUAL.search(opening)) and not _counted(drafts)
    return habitual or is_toll(notes.text, clause)


def _when(
    notes: Annotations, sentence: Sentence, clause: Span, head: Trigger, standing: Standing
) -> DateMention | None:
    """The day that its words give, or else the one over its entry."""
    told = when_of(notes, sentence, clause, head.span)
    if told is not None and not _to_come(notes, standing, told):
        return told
    return headed(notes.text, notes.headings, sentence.span.start) if standing in _DONE else None


def _to_come(notes: Annotations, standing: Standing, when: DateMention | None) -> bool:
    """Whether a day is after the news of what has happened: that of a meeting on it."""
    news = notes.document.published
    if when is None or news is None or news.end is None or when.date.start is None:
        return False
    return standing is Standing.HAPPENED and when.date.start > news.end


def _counted(drafts: Sequence[Draft]) -> bool:
    """ "More than 20 people are injured": so many are hurt once, not as a habit."""
    return any(isinstance(d.value, Casualties) and d.value.count.text for d in drafts)


_PERFECT = caseless(r"\b(?:has|have)\s+(?:been\s+|now\s+|also\s+|already\s+|\w+ly\s+)*$")
_SPAN = re.compile(
    r"\b(?:since|over the (?:past|last)|for (?:\w+\s)?(?:days|weeks|months|years)|"
    r"in recent)\b",
    re.IGNORECASE,
)


def _goes_on(notes: Annotations, clause: Span, head: Trigger) -> bool:
    """ "has carried out strikes since December": a campaign, not an incident."""
    before = notes.text[max(clause.start, head.span.start - 60) : head.span.start]
    perfect = _PERFECT.search(before) or re.search(
        r"\b(?:has|have)\s+(?:been\s+)?(?:carried out|carrying out|waged|waging|conducted|"
        r"conducting|launched|"
        r"launching|mounted|stepped up|intensified)\b",
        before,
        re.IGNORECASE,
    )
    return perfect is not None and _SPAN.search(notes.text, clause.start, clause.end) is not None


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
        drafts += authors(notes, clause, trigger)
    drafts = [d for d in drafts if not (_by_a_body(d) or _fends_off(notes, clause, d))]
    drafts = [d for d in drafts if not only_claims_it(notes, d)]
    said = claims(notes, clause)
    laid = tuple(accused(notes, sentence.span, clause))
    drafts = [d for d in drafts if not _is_laid(d, (*said, *laid))]
    drafts += [d for d in _own_acts(notes, voices, sentence, chosen) if not _is_said(d, said)]
    drafts += said
    drafts += [d for d in laid if not _is_said(d, said)]
    aimed = [t for t in chosen if t.strong] or [head]
    hurt = _effects(notes, sentence, clause)
    hit = next((found for t in aimed if (found := targets(notes, clause, t))), [])
    drafts += hit or victims(notes, sentence, chosen, hurt)
    drafts += weapon_drafts(notes, clause)
    drafts += outcomes(notes, clause, before)
    drafts += hurt
    drafts += damage(notes, clause)
    drafts += responses(notes, clause)
    if _UNCLEAR.search(notes.text, clause.start, clause.end):
        drafts = [_doubted(d) for d in drafts]
    return list(dict.fromkeys(either_way(notes.text, d) for d in drafts))


_UNCLEAR = caseless(
    r"\b(?:(?:not (?:\w+ly )?|un)clear|unable to (?:determine|say|confirm|verify)|"
    r"could not (?:be determined|"
    r"determine|say|confirm|verify)|not known|unknown)\s+(?:whether|if|who|which)\b|"
    r"\bwhether\b.{3,60}\bor\b"
)


def _hedged(
    notes: Annotations, sentence: Sentence, head: Trigger, drafts: list[Draft], *, asked: bool
) -> list[Draft]:
    """The drafts in doubt where it is asked whether, undone where it is called false."""
    if asked:
        return [_doubted(d) for d in drafts]
    if is_called_false(notes.text, sentence.span, head.span):
        return [_undone(d) for d in drafts]
    return drafts


def _undone(draft: Draft) -> Draft:
    """ "Reports that **troops** shelled the town are false": that they did is denied."""
    plain = draft.field is Field.ATTACKER and draft.stance in (None, Stance.REPORTS)
    return replace(draft, stance=Stance.DENIES) if plain else draft


def _doubted(draft: Draft) -> Draft:
    """ "it was not clear whether the planes were of one side or the other"."""
    own = draft.field is Field.ATTACKER and draft.stance is None
    return replace(draft, stance=Stance.DOUBTS) if own else draft


def _own_acts(
    notes: Annotations, voices: Voices, sentence: Sentence, chosen: Sequence[Trigger]
) -> Iterator[Draft]:
    for voice in inside_content(notes, sentence.span):
        if voice.source.of(notes.text).split()[0].lower() in _NOBODY:
            continue
        source = voices.speaker(voice)
        known = source.actor is not None or voice.stance is Stance.CLAIMS
        group = _is_group(source)
        own = any(says_own(notes, voice, t, known=known, group=group) for t in chosen)
        if own and _may_act(source):
            side = in_full(notes, side_of(source))
            yield Draft(Field.ATTACKER, side, voice.source, Stance.CLAIMS)


_NOBODY = ("no", "nobody", "none", "neither")


def _is_said(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether others tell of the same claim, in the same words."""
    return any(o.stance is draft.stance and o.span.overlaps(draft.span) for o in others)


def _is_laid(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether an author is so only in the words of whoever accuses: "accused it of firing them"."""
    laid = (o.span for o in others if o.stance in (Stance.BLAMES, Stance.DOUBTS))
    return draft.stance is None and any(span.overlaps(draft.span) for span in laid)


def _is_group(source: Source) -> bool:
    book = actor_book()
    known = source.actor is not None and source.actor in book
    kinds = (ActorKind.ARMED_GROUP, ActorKind.MILITIA)
    return known and book.get(source.actor or "").kind in kinds


def _by_a_body(draft: Draft) -> bool:
    """An author that is an international body: it meets on attacks, and makes none."""
    book, value = actor_book(), draft.value
    if not isinstance(value, ActorRef) or value.id is None or value.id not in book:
        return False
    return book.get(value.id).kind is ActorKind.INTERNATIONAL_ORGANISATION


_FENDED = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,4}?(?:foil|repel|repuls|thwart|fend(?:ed|s|ing)?\s+off|fought off|"
    r"beat(?:en|s)?\s+(?:back|off)|push(?:ed|es)?\s+back|prevent)\w*\s",
    re.IGNORECASE,
)


def _fends_off(notes: Annotations, clause: Span, draft: Draft) -> bool:
    """ "The army foiled an attack, killing ten": who fends it off did not make it."""
    return _FENDED.match(notes.text, draft.span.end, clause.end) is not None


def _may_act(source: Source) -> bool:
    """Not an outlet, an agency or a monitor, nor those who saw it or tend the hurt."""
    book = actor_book()
    if source.actor is None or source.actor not in book:
        return not looks_on(source)
    return source.actor not in TELLERS and not book.get(source.actor).kind.speaks_only


def inside_content(notes: Annotations, span: Span) -> list[Attribution]:
    """The attributions that speak in a stretch."""
    return [a for a in speaking_over(notes, span) if a.content.overlaps(span)]


def _effects(notes: Annotations, sentence: Sentence, clause: Span) -> list[Draft]:
    found = casualties(notes, sentence)
    return [d for d in found if clause.start <= _told_at(notes, d) < clause.end]


def _told_at(notes: Annotations, draft: Draft) -> int:
    """Where a toll belongs: its number can stand in the clause after its verb."""
    value = draft.value
    if not isinstance(value, Casualties):
        return draft.span.start
    counts = inside(notes.counts, draft.span)
    return next((c.span.start for c in counts if c.count == value.count), draft.span.start)
