"""For which side a source speaks: by its name, by whom it speaks for, by what was told before.

"A caller speaking for **the Front**", "Ann Reed, **the Front**'s spokeswoman", a group's outlet,
"the group", a ministry of defence for its army.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tallystick.extract.actors.sides import actor_ref, last_group, with_listed, without_kin
from tallystick.extract.actors.speaker_names import apposed_name, full_name, name_of
from tallystick.extract.actors.unlisted_sides import is_sort_of, side_named, spoken_for
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.quotation.own_acts import is_armed
from tallystick.model.document import Span
from tallystick.model.values import ActorRef
from tallystick.vocab.actor_types import Actor, ActorKind, RelationType
from tallystick.vocab.actors import actor_book
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

GROUP = (
    r"(?:group|movement|militia|organi[sz]ation|faction|front|cell|alliance|network|brigades?|"
    r"guerrillas|insurgents|militants|rebels|outfit|agency|service)"
)
"""What a group is called where it is named before: "the movement"."""
_PARTIES = frozenset(
    (
        *(ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MINISTRY, ActorKind.MILITARY),
        *(ActorKind.SECURITY, ActorKind.INTELLIGENCE, ActorKind.COALITION),
        *(ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.CRIMINAL),
    )
)
_ORGANS = frozenset(
    (
        *(ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MINISTRY),
        *(ActorKind.MILITARY, ActorKind.SECURITY, ActorKind.INTELLIGENCE),
    )
)
_GROUPS = frozenset((ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.CRIMINAL))
_NO_SIDE = frozenset(
    ("witnesses", "medics", "news-media", "state-media", "police", "gunmen", "civilians")
)

_ANAPHOR = Pattern(
    r"(?:it|(?:the|this|that|these|those|an?|its|their|another|one)\s+(?:same\s+)?"
    r"(?:[\w-]+\s+){0,2}?(?:group|militia|organi[sz]ation|movement|faction|militants|rebels|insurgents|"
    r"guerrillas|cell|network|groups|militias|statement|communiqu[eé]|jihadists|extremists|fighters|"
    r"letter|text|message|note|leaflet|video|recording|caller|broadcast|"
    r"spokes\w+(?:,?\s(?-i:[A-Z])[\w.’'-]*){0,4}|brigades?|front|"
    r"writers|outfit|alliance|emir))$",
    re.IGNORECASE,
)
_BESIDE = 110  # characters after a speaker in which its side is named
_OFFICE = Pattern(r"[^.;,:\n\"“”]*\bspokes\w+,\s$", re.IGNORECASE)  # "its spokesman, | Reed"
_SPOKES = caseless("spokes")  # without which to try the one before takes long
_MEN = Pattern(r"the\s+(?:[\w-]+\s+)?\w+s$", re.IGNORECASE)  # "the rebels"
_CLAUSE_END = Pattern(r"[.;:\"“”]|\b(?:said|says|told|added|claimed|confirmed)\b")


def principals(
    notes: Annotations, voice: Attribution, own: Span
) -> Sequence[tuple[ActorRef, Span]]:
    """The sides for which a source speaks, and the words that stand for them there.

    None where it is no side's.
    """
    source = voice.source
    held = _BARE.fullmatch(own.of(notes.text)) is None
    own = source if own.of(notes.text).lower() == "to" else own  # "claimed **to** have struck"
    within = _named(notes, voice)
    if within and _is_anothers(own.of(notes.text), within):
        return []
    plain = " ".join(source.of(notes.text).split())
    sorts = all(n.actor and n.actor.is_collective and n.span.start > source.end for n in within)
    if within and sorts and not _apart(notes, source) and _is_name(notes, source):
        return [(ActorRef(name_of(notes.text, source)), own if held else source)]
    if within and (meant := _of_the_men(notes, source, plain)):
        return [(actor_ref(meant), own if held else source)]
    if within:
        chosen = with_listed(notes, within, within[0])
        itself = _is_itself(notes.text, source, chosen)
        found = [(_ref(n), source if len(chosen) == 1 else n.span) for n in chosen if itself]
        return [*found, *((_ref(n), own) for n in chosen if held or not itself)]
    if _ADMITS.match(voice.cue.of(notes.text)) and held:  # "the police admitted its men had ..."
        return [(_ref(n), own) for n in inside(notes.actors, source)[-1:]]
    return _unnamed(notes, voice, plain, own if held else source, own)


def _unnamed(
    notes: Annotations, voice: Attribution, plain: str, words: Span, own: Span
) -> Sequence[tuple[ActorRef, Span]]:
    """The side of a source in which no listed one is named."""
    related = _RELATED.search(plain)
    plain = plain[: related.start()] if related else plain  # "a militia **allied with the army**"
    if _APART.search(plain):
        return []
    if (full := full_name(notes.text, voice.source)) is not None:
        return [(_in_full(notes, full), words)]
    if (named := spoken_for(notes, voice)) is not None:
        return [(ActorRef(named), words)]
    new = apposed_name(notes.text, voice.source) if _NEW.match(plain) else None
    if new is not None:
        return [(ActorRef(new), words)]  # "a group unheard of, **the Lions of the South**, said"
    if _IN_AN_ARMY.match(plain) and _OURS.match(own.of(notes.text)):
        return []  # "we", says a colonel: not the rebels named before him
    if _ANAPHOR.match(plain) or _is_of_group(notes.text, voice, own):
        group = last_group(notes, voice.source.start)
        return [(actor_ref(group), own)] if group else []
    if (is_armed(plain) or _ITS.match(own.of(notes.text))) and not _NOBODY.match(plain):
        return [(ActorRef(name_of(notes.text, voice.source)), words)]
    return []


def _is_anothers(words: str, within: Sequence[Named]) -> bool:
    """Whether a state's organ speaks of "the rebels", "the group": it calls none of its own so."""
    group = _THE_GROUP.fullmatch(words) is not None and not words.endswith(("agency", "service"))
    return group and all(n.actor is not None and _kinds(n.actor) & _ORGANS for n in within)


def _in_full(notes: Annotations, name: Span) -> ActorRef:
    """The side of a name in full: the vocabulary's, where it has one."""
    listed = inside(notes.actors, name)
    return _ref(listed[-1]) if listed else ActorRef(name_of(notes.text, name))


def _of_the_men(notes: Annotations, source: Span, words: str) -> Named | None:
    """The group whose men "the rebels" are, if one was named before."""
    if not (_MEN.match(words) and _ANAPHOR.match(words)):
        return None
    meant = last_group(notes, source.start)
    return None if meant and meant.actor and meant.actor.is_collective else meant


def _named(notes: Annotations, voice: Attribution) -> list[Named]:
    """The sides that are named in and beside a source, the exactest of them."""
    beside = without_kin(notes, inside(notes.actors, _beside(notes.text, voice)))
    found = [n for n in beside if _is_party(n) and not _is_where(notes.text, n)]
    found = [n for n in found if not _is_other(notes.text, voice.source, n)]
    found = [n for n in found if not (n.actor and n.actor.is_collective)] or found
    found = [n for n in found if not (n.actor and n.actor.place_like)] or found
    return [n for n in found if voice.source.contains(n.span)] or found


def _is_other(text: str, source: Span, named: Named) -> bool:
    """Whether a name beside a source is that of its ally or its enemy: it does not speak."""
    if _AGAINST.search(text, max(0, named.span.start - 6), named.span.start):
        return True
    after = text[min(source.end, named.span.start) : named.span.start]
    after = after or text[source.start : max(source.start, named.span.start)]
    return _RELATED.search(after) is not None


def _is_where(text: str, named: Named) -> bool:
    """Whether a country only says where a speaker is: "rebels **in western Myanmar**"."""
    before = text[max(0, named.span.start - 20) : named.span.start]
    return named.actor is not None and named.actor.place_like and _IN.search(before) is not None


_IN = Pattern(r"\b(?:in|near|inside|across)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_AGAINST = Pattern(r"\banti[\s-]*$", re.IGNORECASE)
_RELATED = Pattern(
    r"\b(?:allied|aligned|linked|affiliated|loyal|close|tied|backed|supported|armed|funded|trained|"
    r"friendly|opposed|hostile)\s+(?:to|with|by)\b|"
    r"\b(?:fight(?:s|ing)?|fought|battl(?:es|ing)|rivals?|foes?|enem(?:y|ies)|sid(?:es?|ing)|against|"
    r"split|broke|breakaway)\b",
    re.IGNORECASE,
)


def _is_of_group(text: str, voice: Attribution, own: Span) -> bool:
    """Whether whoever speaks is one of a group's: "our fighters", a spokesman's "the group"."""
    words = own.of(text)
    speaks = _FOR_GROUP.search(_beside(text, voice).of(text)) is not None
    return _OURS.match(words) is not None or (speaks and _THE_GROUP.match(words) is not None)


_OURS = Pattern(r"our\b|we\b", re.IGNORECASE)
_IN_AN_ARMY = Pattern(
    r"(?:(?:[Bb]rigadier|[Mm]ajor|[Ll]ieutenant|Brig\.?|Maj\.?|Lt\.?|Lieut\.)[\s-]+)?"
    r"(?:[Gg]eneral|[Gg]en\.|[Cc]olonel|[Cc]ol\.|[Mm]ajor|[Mm]aj\.|[Bb]rigadier)(?:\s[A-ZÀ-Þ]|$)"
)
_THE_GROUP = Pattern(rf"(?:the|this)\s+(?:\w+\s+)?{GROUP}\b", re.IGNORECASE)
_FOR_GROUP = Pattern(
    r"\b(?:spokes\w+|speak(?:s|ing)|spoke|callers?|commander|leader|emir|letter|statement|recording|"
    r"communiqu[eé]|video|message)\b",
    re.IGNORECASE,
)
_APART = Pattern(  # those who tell of others' deeds, and a state's officials
    r"\b(?:rights|monitor\w*|aid|watchdog|charity|medical|health|police\w*|officers?|sheriff|"
    r"officials?|ministers?|governors?|mayor|president|prosecutors?|doctors?|witness\w*|lawyers?|"
    r"attorneys?|relatives?|widows?|fathers?|mothers?|uncles?|cousins?|"
    r"residents?|army|authorities|news\w*|agency)\b",
    re.IGNORECASE,
)


def speaks_of_others(words: str) -> bool:
    """Whether a source is one of those who tell of others' deeds: a mayor, a statement, a paper."""
    return any(form.search(words) for form in (_APART, _ANAPHOR, _SPEAKER))


def _apart(notes: Annotations, source: Span) -> bool:
    return _APART.search(source.of(notes.text)) is not None or bool(inside(notes.actors, source))


def _is_name(notes: Annotations, source: Span) -> bool:
    """Whether a source is a group's name: by its noun, or by the sort that explains it."""
    if _OWN_NAME.fullmatch(source.of(notes.text)):
        return True
    return is_sort_of(notes.text, source) and side_named(notes, source) is not None


_OWN_NAME = Pattern(  # "the Velm Republican Guards, a separatist outfit"
    r"(?:[Tt]he\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:of|for|al|el)\s+)?[A-ZÀ-Þ][\w’'-]+){0,5}\s+"
    r"(?:Guards?|Force|Forces|Group|Wing|Union|Command|Council|Committee|Cells?|Network|Alliance|"
    r"League|Party|Corps|Squad|Hawks|Falcons|Eagles|Lions|Wolves|Scouts|Youth|State)"
)
_ADMITS = Pattern(r"admi|acknowledg|conced|confess", re.IGNORECASE)
_BARE = Pattern(r"it|they|we|he|she|I|to", re.IGNORECASE)
_NEW = Pattern(r"an?(?:other)?\s", re.IGNORECASE)
_ITS = Pattern(r"(?:[\w-]+\s+(?:[\w-]+\s+)?of\s+)?(?:its|their)\s", re.IGNORECASE)
_NOBODY = Pattern(r"no\b|neither\b|none\b", re.IGNORECASE)
_SPEAKER = Pattern(
    r"\b(?:spokes\w+|callers?|letter|text|note|leaflet|channel|source|commander|leader|man|message|"
    r"statement|communiqu[eé]|video|recording|radio|television|agency|website|site|general|colonel|"
    r"captain|chief|head|emir|minister)\b",
    re.IGNORECASE,
)


def _is_itself(text: str, source: Span, sides: Sequence[Named]) -> bool:
    """Whether a source is the side itself, and nobody who speaks for it."""
    return source.contains(sides[0].span) and not _SPEAKER.search(source.of(text))


def _beside(text: str, voice: Attribution) -> Span:
    """A source with what explains it before its cue, or after it where it closes."""
    source, cue = voice.source, voice.cue
    before = max(0, source.start - _BESIDE)
    may = _SPOKES.search(text, before, source.start)
    office = _OFFICE.search(text, before, source.start) if may else None
    if source.end <= cue.start <= source.end + _BESIDE:
        return Span(office.start() if office else source.start, cue.start)
    limit = min(len(text), source.end + _BESIDE)
    if text[source.end : source.end + 1] != ",":
        return source
    end = _CLAUSE_END.search(text, source.end, limit)
    return Span(source.start, end.start() if end else limit)


def _is_party(named: Named) -> bool:
    actor = named.actor
    if actor is None:
        return True
    if actor.id in _NO_SIDE:
        return False
    return bool(_kinds(actor) & _PARTIES) or _spoken_for(actor) is not None


def _ref(named: Named) -> ActorRef:
    """The side that is meant: for a group's outlet the group, for a ministry its army."""
    meant = _spoken_for(named.actor) or _army_of(named.actor) if named.actor else None
    return ActorRef(meant.name, meant.id) if meant else actor_ref(named)


def _army_of(actor: Actor) -> Actor | None:
    """The army under a ministry of defence."""
    book, id = actor_book(), f"mil-{(actor.country or '').lower()}"
    return book.get(id) if actor.id.startswith("mod-") and id in book else None


def _spoken_for(actor: Actor) -> Actor | None:
    """The group whose outlet it is."""
    book = actor_book()
    told = [r.other for r in actor.relations if r.type is RelationType.SPEAKS_FOR]
    sides = (book.get(other) for other in told if other in book)
    return next((s for s in sides if s.kind in _GROUPS), None)


def _kinds(actor: Actor) -> frozenset[ActorKind]:
    return frozenset(actor.covers or (actor.kind,))
