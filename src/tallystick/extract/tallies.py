"""Announced tallies: "106 attacks against its troops in Iraq and Syria since October 17"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.counts import CountMention
from tallystick.extract.dates import DateMention, DateRole
from tallystick.extract.roles import actor_ref
from tallystick.extract.sentences import Sentence
from tallystick.extract.voices import Voices
from tallystick.model.document import Span
from tallystick.model.ids import tally_id
from tallystick.model.statement import AnnouncedTally, TallyPart
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, CountRange, PartialDate, Place
from tallystick.vocab.weapons import weapon_book

_CLASS = re.compile(
    r"\s+(?:of\s+)?(?:(?!(?:and|in|on|by|at|to|of|with|killed|people|for)\b)[\w'’.-]+\s+){0,4}?"
    r"(?P<noun>attacks|strikes|airstrikes|air\s?strikes|raids|operations|incidents|bombings|"
    r"assaults|"
    r"explosions|clashes|kidnappings|abductions|shootings|ambushes|killings|massacres|"
    r"assassinations|"
    r"rocket attacks|separate times|times|occasions|violations|shellings|missiles|drones|rockets)\b"
    r"(?P<more>(?:\s+(?:on|against|targeting|by|of)\s+(?:[\w'’.-]+\s*){1,7})?)",
    re.IGNORECASE,
)
_CUMULATIVE = re.compile(
    r"\b(?:since|so far|in total|a total of|tally|total|to date|have been|has been|has counted|"
    r"this (?:year|month|week)|in the (?:past|last)|over the (?:past|last)|during the (?:past|"
    r"last)|"
    r"according to data|recorded|documented|between .{3,30} and|in \d{4}|carried out more than)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\s+(?:\w+\s+){0,3}?in\s+(?:the\s+)?$", re.IGNORECASE)
_LEAST = 5
_STOP = re.compile(
    r"\s+(?:since|in|from|over|during|between|so far|to date|as of)\b.*$", re.I | re.S
)


def tallies(notes: Annotations, voices: Voices) -> list[AnnouncedTally]:
    """The tallies that a document gives out, in order.

    A tally counts incidents (or weapons) of a class over a time: it needs a figure of at
    least five and a word that sums up ("since", "a total of", "so far").
    """
    return [t for sentence in notes.sentences for t in _in_sentence(notes, voices, sentence)]


def _in_sentence(
    notes: Annotations, voices: Voices, sentence: Sentence
) -> Iterator[AnnouncedTally]:
    if not _CUMULATIVE.search(notes.text, sentence.span.start, sentence.span.end):
        return
    for count in inside(notes.counts, sentence.span):
        figure = count.count.low if count.count.low is not None else count.count.high
        match = _CLASS.match(notes.text, count.span.end, sentence.span.end)
        if match is None or figure is None or figure < _LEAST or _dated(notes, sentence) is None:
            continue
        if count.count.high is None and not any(c.isdigit() for c in count.count.text):
            continue  # "dozens of attacks" is no figure
        yield _tally(notes, voices, sentence, count, match)
        return


def _dated(notes: Annotations, sentence: Sentence) -> str | None:
    """The sentence must say of what time it counts, or that it is a tally."""
    words = sentence.span.of(notes.text)
    found = re.search(
        r"\b(?:since|so far|tally|total|to date|past|last|this year|this month)\b",
        words,
        re.IGNORECASE,
    )
    return found.group() if found else None


def _tally(
    notes: Annotations,
    voices: Voices,
    sentence: Sentence,
    count: CountMention,
    match: re.Match[str],
) -> AnnouncedTally:
    what = notes.text[match.start() : match.end()]
    words = " ".join(_STOP.sub("", what).split())
    span = Span(count.span.start, match.start() + len(_STOP.sub("", what).rstrip()))
    baseline = _date(notes, sentence, DateRole.SINCE)
    voice = voices.at(span)[0]
    return AnnouncedTally(
        id=tally_id(notes.document.id, span),
        document=notes.document.id,
        count=count.count,
        what=words,
        kind=_kind(match["noun"], what),
        baseline=baseline,
        as_of=_date(notes, sentence, DateRole.UNTIL),
        chain=voice.chain,
        span=span,
        places=_places(notes, sentence),
        parts=tuple(_parts(notes, sentence, span)),
        targets=_sides(notes, Span(span.start, sentence.span.end), r"\b(?:on|against|targeting)\s"),
        attackers=_sides(notes, Span(sentence.span.start, sentence.span.end), r"\bby\s"),
    )


def _kind(noun: str, what: str) -> IncidentKind:
    weapon = next((h.item.kind for h in weapon_book().find(what) if h.item.kind), None)
    if weapon is not None:
        return weapon
    named = {
        "bombings": IncidentKind.BOMBING,
        "explosions": IncidentKind.BOMBING,
        "clashes": IncidentKind.ARMED_CLASH,
        "kidnappings": IncidentKind.ABDUCTION,
        "abductions": IncidentKind.ABDUCTION,
        "shootings": IncidentKind.SHOOTING,
        "airstrikes": IncidentKind.AIR_STRIKE,
        "air strikes": IncidentKind.AIR_STRIKE,
        "assassinations": IncidentKind.ASSASSINATION,
    }
    return named.get(noun.lower(), IncidentKind.ATTACK)


def _date(notes: Annotations, sentence: Sentence, role: DateRole) -> PartialDate | None:
    found: list[DateMention] = [d for d in inside(notes.dates, sentence.span) if d.role is role]
    return found[0].date if found else None


def _places(notes: Annotations, sentence: Sentence) -> tuple[Place, ...]:
    places = [m.place for m in inside(notes.places, sentence.span) if not m.metonym]
    return tuple(dict.fromkeys(places))


def _parts(notes: Annotations, sentence: Sentence, head: Span) -> Iterator[TallyPart]:
    """The split: "32 in Iraq and 34 in Syria"."""
    for count in inside(notes.counts, Span(head.end, sentence.span.end)):
        for mention in inside(notes.places, Span(count.span.end, sentence.span.end)):
            if _PART.fullmatch(notes.text[count.span.end : mention.span.start]):
                yield TallyPart(
                    mention.place, CountRange(count.count.low, count.count.high, count.count.text)
                )
                break


def _sides(notes: Annotations, span: Span, before: str) -> tuple[ActorRef, ...]:
    found: Sequence[ActorRef] = [
        actor_ref(n)
        for n in inside(notes.actors, span)
        if re.search(
            before + r"(?:[\w'’-]+\s+){0,3}$", notes.text[max(0, n.span.start - 40) : n.span.start]
        )
        and not (n.actor and n.actor.kind.speaks_only)
    ]
    return tuple(dict.fromkeys(found))
