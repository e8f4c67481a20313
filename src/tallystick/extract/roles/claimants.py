"""Who claims or denies, or whom a word of blame has for its subject: the names behind a cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tallystick.extract.actors.sides import (
    OBJECTIVE,
    actor_ref,
    before_subject,
    is_sort,
    last_group,
    sides,
    speaking_near,
    with_listed,
)
from tallystick.extract.actors.speaker_names import full_name
from tallystick.extract.actors.unlisted_sides import (
    is_sort_of,
    named_after,
    side_named,
    spoken_for,
)
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.grammar.nounphrase import left_phrase
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.vocab.pattern import Pattern

_PASSIVE_CLAIM = Pattern(
    r"^(?:a )?claims? of|(?:was|were|been) (?:\w+ )?(?:claimed|assumed|taken|accepted)|"
    r"^(?!ha[sd]|have).*\sclaimed$",
    re.IGNORECASE,
)
_ON_BEHALF = Pattern(r"\b(?:on behalf of|in the name of)\s", re.IGNORECASE)
_BY_NEXT = Pattern(r"claimed\s+by\b", re.IGNORECASE)
_FORMS_OF_IT = Pattern(
    r"(?:it|they|we|he|she|(?:the|this|that|these|those|same)\s+(?:same\s+)?(?:\w+\s+)?(?:group|militia|"
    r"organi[sz]ation|movement|faction|militants|rebels|insurgents|guerrillas|cell|network|groups|"
    r"militias|statement|communiqu[eé]|jihadists|extremists|fighters|outfit|alliance|brigades?|"
    r"letter|message|text|note|caller|video|recording|post(?:ing)?|pamphlet|leaflet))$",
    re.IGNORECASE,
)
_SUBJECT_BREAK = Pattern(
    r"[;:]|\b(?:after|when|while|but|because|whereas|although|before|where)\s|"
    r"\s(?:said|says|reported|told [^,;]{3,30}) that\s|\s[-–—]+\s",
    re.IGNORECASE,
)
_BY = Pattern(
    r"^[^.;]{0,90}?\b(?:by|from)\s+(?:the\s+|a\s+|an\s+)?[\"“]?(?:[\w'’-]+\s+[\"“]?){0,4}"
    r"(?:(?:(?:which|that)\s+)?call(?:ing|s|ed)\s+(?:itself|themselves)\s+(?:the\s+)?[\"“]?)?$",
    re.IGNORECASE,
)


def claimants(notes: Annotations, sentence: Span, cue: Span, stance: Stance) -> list[Draft]:
    """Who claims (or denies): the subject of the words, or whom "by" names after them."""
    names = sides(notes, sentence)
    if (behalf := _ON_BEHALF.search(notes.text, cue.end, sentence.end)) is not None:
        after = _unlisted(notes, behalf.end(), sentence.end)
        after = after or [n for n in names if n.span.start >= behalf.end()][:1]
        return [Draft(Field.ATTACKER, actor_ref(n), n.span, stance) for n in after]
    words = cue.of(notes.text)
    passive = _PASSIVE_CLAIM.search(words) or _BY_NEXT.match(notes.text, cue.end - len("claimed"))
    if stance is Stance.CLAIMS and passive:
        after = [n for n in names if n.span.start >= cue.end]
        by = [n for n in after if _BY.match(notes.text[cue.end : n.span.start])]
        chosen = with_listed(notes, after, _called(by[:2])) if by else []
        chosen = _and_by(notes, chosen, after) if chosen else _named_by(notes, cue, sentence)
    elif _OPENS.fullmatch(notes.text, sentence.start, cue.start) and _ING.match(words):
        chosen = _subject_after(notes, cue, sentence, names)
    else:
        chosen = _speakers(notes, sentence, cue, names)
        chosen = chosen or (_by_voice(notes, cue) if stance is Stance.CLAIMS else [])
    return [Draft(Field.ATTACKER, actor_ref(n), n.span, stance) for n in chosen]


def _subject_after(
    notes: Annotations, cue: Span, sentence: Span, names: Sequence[Named]
) -> list[Named]:
    """ "Claiming responsibility for the raid in Velm, Ozul, **the Wolves** said": the subject of
    what follows, past a country or what else is set between commas."""
    for comma in _THEN.finditer(notes.text, cue.end, sentence.end):
        told = [n for n in names if n.span.start <= comma.end() < n.span.end]
        told = told or _unlisted(notes, comma.end(), sentence.end)
        if told and not _BETWEEN.match(notes.text, told[0].span.end):
            return told
    return []


_ING = Pattern(r"\w+ing\b", re.IGNORECASE)
_BETWEEN = Pattern(r"\s*,(?!\s*(?:which|who)\b)")
_OPENS = Pattern(
    r"[\"“\s]*(?:(?:[A-Z][\w .,-]{2,60}\s)?(?:--?|–|—)\s+)?(?:(?:in|while|when|by|also|after)\s+)?",
    re.IGNORECASE,
)
_THEN = Pattern(
    r",\s+(?:(?:a|one|the)\s+(?:spokes\w+|commander|statement)\s+(?:for|of|from|by)\s+)?(?:the\s+)?[\"“]?(?=[A-ZÀ-Þa-z])",
    re.IGNORECASE,
)


def deniers(notes: Annotations, who: Span) -> list[Draft]:
    """Who denies a charge that was told just before: the subject of the relative clause."""
    return [Draft(Field.ATTACKER, actor_ref(n), n.span, Stance.DENIES) for n in _within(notes, who)]


def _named_by(notes: Annotations, cue: Span, sentence: Span) -> list[Named]:
    """ "Claimed by **the Lions of the South**", whom no list has."""
    by = _BY_WHOM.match(notes.text, cue.end, min(sentence.end, cue.end + _NAMED_WITHIN))
    return _unlisted(notes, by.end(), sentence.end) if by else []


_NAMED_WITHIN = 60  # characters
_BY_WHOM = Pattern(r"[^.;,]{0,40}?\bby\s", re.IGNORECASE)


def _unlisted(notes: Annotations, start: int, end: int) -> list[Named]:
    name = named_after(notes, start, end)
    known = name is None or inside(notes.actors, name)
    return (
        [] if name is None or known else [Named(name, None, " ".join(name.of(notes.text).split()))]
    )


def _by_voice(notes: Annotations, cue: Span) -> list[Named]:
    """ "**Faye, the leader of the Night Herons**, claimed the raid": by whoever speaks for it."""
    told = next((a for a in speaking_near(notes, cue) if a.cue.overlaps(cue)), None)
    side = (spoken_for(notes, told) or side_named(notes, told.source)) if told else None
    return [Named(told.source, None, side)] if told and side else []


def _and_by(notes: Annotations, chosen: Sequence[Named], after: Sequence[Named]) -> list[Named]:
    """ "claimed by X **and by a group called Y**": whoever else claims it."""
    end = chosen[-1].span.end
    rest = (n for n in after if n.span.start >= end)
    more = next((n for n in rest if _AND_BY.fullmatch(notes.text, end, n.span.start)), None)
    return [*chosen, more] if more else list(chosen)


_AND_BY = Pattern(
    r"[\s\"”,]*\band\s+(?:also\s+|later\s+)?by\s+(?:an?\s+(?:[\w-]+\s+){1,4}?(?:called|named|calling\s+"
    r"(?:itself|themselves))\s+)?(?:the\s+)?[\"“]?",
    re.IGNORECASE,
)


def _called(names: Sequence[Named]) -> Named:
    """ "a group calling itself X": X, not "a group"."""
    return next((n for n in names if not is_sort(n)), names[0])


def _speakers(notes: Annotations, sentence: Span, cue: Span, names: Sequence[Named]) -> list[Named]:
    """The subject of a claim; "the group" goes back to the armed group named before."""
    start = sentence.start
    for mark in _SUBJECT_BREAK.finditer(notes.text, sentence.start, cue.start):
        start = mark.end()
    apart = _WHICH_THEN.search(notes.text, start, cue.start)
    verb = apart.start() if apart else cue.start
    phrase = left_phrase(notes.text, Span(start, verb)) or _shared(notes, cue)
    if phrase is not None and _FORMS_OF_IT.match(phrase.of(notes.text).strip()):
        group = last_group(notes, phrase.start)
        if group is None or group.span.start < sentence.start:
            group = _spoke_before(notes, phrase) or group
        return [replace(group, span=phrase)] if group else []
    if phrase is not None and (told := _by_name(notes, phrase)):
        return told
    explained = phrase is not None and is_sort_of(notes.text, phrase)
    if phrase is not None and explained and (name := side_named(notes, phrase)) is not None:
        return [Named(phrase, None, name)]
    return subjects(notes, Span(start, cue.start), names)


_WHICH_THEN = Pattern(  # "the Front, **which in a message of 12 May** denied it"
    r",\s+(?:which|who)\s+(?:in|on|at|after|via|through|during|from|late|early|later)\s[^.;,]{2,60}?\s$",
    re.IGNORECASE,
)


def _by_name(notes: Annotations, phrase: Span) -> list[Named]:
    """The sides in the words for a speaker, an unlisted or shortened name among them."""
    within = _within(notes, phrase)
    own = _OWN_NAME.fullmatch(phrase.of(notes.text))
    if own is not None and all(is_sort(n) for n in within):
        name = Span(phrase.start + own.start("name"), phrase.end)
        return [Named(name, None, " ".join(own["name"].split()))]
    if (full := full_name(notes.text, phrase)) is None:
        return with_listed(notes, within, _called(within[::-1])) if within else []
    listed = inside(notes.actors, full)
    told = " ".join(full.of(notes.text).split())
    return [replace(listed[-1], span=phrase) if listed else Named(phrase, None, told)]


_OWN_NAME = Pattern(  # a group that nobody has listed: "the Northern Front"
    r"(?:(?i:the)\s+)?(?!(?i:the)\b)(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:of|for|al|el|de|the)\s+)?[A-ZÀ-Þ][\w’'-]+){0,5}\s+"
    r"(?:Front|Army|Movement|Brigades?|Battalions?|Guards?|Forces?|Group|Wing|Command|Cells?|"
    r"Alliance|League|Resistance|Militia|Organi[sz]ation|Fighters|Hawks|Falcons|Lions|Tigers|Wolves))"
)


def _within(notes: Annotations, phrase: Span) -> list[Named]:
    return [n for n in sides(notes, phrase) if phrase.contains(n.span)]


def _shared(notes: Annotations, cue: Span) -> Span | None:
    """ "It claimed the raid and **took responsibility** for a mine": the source of the words."""
    found = (a for a in speaking_near(notes, cue) if a.cue.overlaps(cue) and not a.relays)
    return next((a.source for a in found if a.source.end <= cue.start), None)


def _spoke_before(notes: Annotations, pronoun: Span) -> Named | None:
    """The side that has just spoken, where "it" goes on: not one that was only spoken of."""
    if pronoun.of(notes.text).strip().lower() != "it":
        return None
    spoken = [a for a in speaking_near(notes, pronoun) if a.cue.end <= pronoun.start]
    named = inside(notes.actors, spoken[-1].source) if spoken else ()
    return next((n for n in named if n.actor and not n.actor.kind.speaks_only), None)


def subjects(notes: Annotations, region: Span, names: Sequence[Named]) -> list[Named]:
    before = [n for n in names if region.contains(n.span)]
    fit = [n for n in before if not OBJECTIVE.search(_before(notes, region, n))]
    fit = fit or [n for n in before if _SPOKEN_FOR.search(_before(notes, region, n))]
    return [_called(fit[::-1])] if fit else []


_SPOKEN_FOR = Pattern(
    r"\b(?:spokes\w+|speak(?:s|ing)?|spoke|behalf|represent(?:s|ing|ative)?|callers?|leaflet|letter|"
    r"statement|communiqu[eé]|message|pamphlet|text|post|branch|wing|command)\s+(?:of|for|from|by|to)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)


def _before(notes: Annotations, region: Span, named: Named) -> str:
    return before_subject(notes, max(region.start, named.span.start - 40), named.span.start)
