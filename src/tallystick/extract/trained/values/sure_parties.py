"""Attackers by names that no list has, and by the words for oneself, where the network is sure.

Most tagged words that name nobody known are no party: a town, a ship, a person who speaks. Where
the network also hears somebody claim, deny or blame there, they are one far more often, so long as
their form is that of a group or a state and not that of a person: "**the Lantern of Ostrel** did
it", "**Vandoria** announced it", "the movement said **it** had no part in the blast".
"""

from __future__ import annotations

import re

from tallystick.extract.actors.principals import principals
from tallystick.extract.actors.sides import actor_ref, acts
from tallystick.extract.actors.strangers import called, is_somebody
from tallystick.extract.actors.unlisted_sides import is_civil
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.trained.values.namesakes import in_full
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef, PlacePrecision
from tallystick.vocab.caseless import caseless
from tallystick.vocab.casing import in_capitals
from tallystick.vocab.lexicon import speaker_words
from tallystick.vocab.pattern import Pattern

__all__ = ["sure_party"]

_WORD = r"[A-ZÀ-Þ][\w’'-]*?[\w’']"


def sure_party(notes: Annotations, span: Span, stance: Stance) -> Draft | None:
    """Who is meant by words of which :func:`party_of` knows no party, though the network surely
    hears this stance there; ``None`` where their form is that of none."""
    part = _listed(notes, span)
    if part is not None:
        return Draft(Field.ATTACKER, actor_ref(part), _around(span, part.span), stance)
    if stance is Stance.DENIES and (who := _oneself(notes, span)) is not None:
        return Draft(Field.ATTACKER, who, span, stance)
    again = _again(notes, span)
    if again is not None:
        return Draft(Field.ATTACKER, again, span, stance)
    name = _name(notes, span)
    other = {Stance.CLAIMS: _OWNER, Stance.BLAMES: _ACCUSES}.get(stance)
    if name is None or (other is not None and other.match(notes.text, name.end)):
        return None
    return Draft(Field.ATTACKER, in_full(notes, name), _around(span, name), stance)


_ACCUSES = Pattern(r"\s+(?:(?:has|had|have|also|later)\s+)*(?:blam|accus|condemn|denounc)")
_OWNER = Pattern(r"['’]s?\s+(?!own\b)")  # "Vandoria's minister said": he is not the state


def _around(tagged: Span, name: Span) -> Span:
    return Span(min(tagged.start, name.start), max(tagged.end, name.end))


# ------------------------------------------------------------------ a part of a listed name

_LONG = 80  # characters of a name
_MODIFIES = Pattern(r"['’]s?\s|-(?:led|held|run|controlled|backed|linked|allied)\b")
_NO_NAME = Pattern(r"(?:the|an?|of|for|and|in)?\W*", re.IGNORECASE)


def _listed(notes: Annotations, span: Span) -> Named | None:
    """The party of whose name only a part was tagged: "**Velm** Liberation Front"."""
    if _NO_NAME.fullmatch(span.of(notes.text)):
        return None
    near = inside(notes.actors, _near(span))
    found = [n for n in near if n.span.overlaps(span) and not span.contains(n.span)]
    parties = [n for n in found if acts(n) and not (n.actor and n.actor.place_like)]
    return (
        parties[-1] if parties and not _MODIFIES.match(notes.text, parties[-1].span.end) else None
    )


# ------------------------------------------------------------------ the words for oneself

_SELF = Pattern(
    r"[\"“]?(?:it|we|they|(?:the|this|our)\s+(?:same\s+)?(?:group|movement|militia|organi[sz]ation|"
    r"faction|front|outfit|network)|(?:our|its|their)\s+(?:own\s+)?(?:[\w-]+\s+)?\w+)[\"”]?",
    re.IGNORECASE,
)


def _oneself(notes: Annotations, span: Span) -> ActorRef | None:
    """The side that speaks where words stand for it: "**it** had no part", the group said."""
    if not _SELF.fullmatch(" ".join(span.of(notes.text).split())):
        return None
    voices = [a for a in notes.attributions if a.content.contains(span) or a.source == span]
    for voice in sorted(voices, key=lambda a: a.content.end - a.content.start):
        for who, _ in principals(notes, voice, span):
            return who
    return None


# ------------------------------------------------------------------ those told of before

_AGAIN = Pattern(r"(?:the|those|these)\s+(?:same\s+)?(?P<noun>[a-z]{4,})", re.IGNORECASE)


def _again(notes: Annotations, span: Span) -> ActorRef | None:
    """Whom a noun alone goes back to: "the dissidents" to "**Karsk dissidents**" before."""
    told = _AGAIN.fullmatch(" ".join(span.of(notes.text).split()))
    if told is None or not is_somebody(told["noun"]):
        return None
    longer = Pattern(rf"(?:\b{_WORD}\s+){{1,4}}(?i:{told['noun']})\b")
    before = list(longer.finditer(notes.text, 0, span.start))
    whole = _LEADING.sub("", before[-1].group()) if before else ""
    return ActorRef(" ".join(whole.split()) if " " in whole else called(span.of(notes.text)))


_LEADING = Pattern(r"^(?:(?:The|A|An|On|In|At|But|And|[A-Z][a-z]+day)\s+)+")

# ------------------------------------------------------------------ names that no list has

_LINK = r"(?:(?:of|for|de|del|el|al|la|las|los|and|y|du|des)\s+(?:the\s+)?)?"
_GIVEN = Pattern(  # "the Lantern of Ostrel", "La Sombra": no person is called so
    rf"\b(?:[Tt]he|La|El|Los|Las)\s+[\"“]?(?P<name>{_WORD}(?:\s+{_LINK}{_WORD}){{0,5}}?)"
    rf"(?=['’]s?\b|(?!\s+{_LINK}{_WORD})[^\w-]|$)"
)
_IN_CAPITALS = Pattern(r"THE(?:\s[A-Z][A-Z’'-]+){1,5}")
_BACK = 8  # characters back to an article
_WHERE = caseless(
    r"\b(?:told|to|in|at|near|from|into|off|across|over|through|along|around|outside|inside|"
    r"aboard|against|reach(?:ed|ing)?|between)\s+$"
)
_LAID = caseless(r"\b(?:attribut|ascrib|link|trac|point|put)\w*\s(?:[^.;]{0,60}\s)?(?:to|at)\s+$")
_CALLED = Pattern(r"\s+(?P<noun>[a-z]+)")


def _name(notes: Annotations, span: Span) -> Span | None:
    """The name of a group by its article, that of a state by its organs."""
    if in_capitals(notes.text, span):
        capitals = _IN_CAPITALS.fullmatch(notes.text, span.start, span.end)
        return span if capitals and not _is_told(notes, span) else None
    ends = next((s.span.end for s in notes.sentences if s.span.end >= span.end), span.end)
    limit = min(ends, span.end + _LONG)
    for found in _GIVEN.finditer(notes.text, max(0, span.start - _BACK), limit):
        name = Span(*found.span("name"))
        if name.overlaps(span):
            whole = Span(found.start(), name.end)
            return whole if _is_party(notes, whole, name) else None
    return _state(notes.text, span)


def _is_party(notes: Annotations, whole: Span, name: Span) -> bool:
    """Whether a name can be a group's: no place, paper, office or thing, nor who holds one."""
    text, after = notes.text, _CALLED.match(notes.text, name.end)
    told = _is_told(notes, name) and not _acts(notes, whole)
    where = _WHERE.search(text, max(0, whole.start - 12), whole.start)
    laid = _LAID.search(text, max(0, whole.start - _LONG), whole.start)
    if told or (where and not laid) or is_civil(name.of(text)):
        return False
    return after is None or not _is_noun(notes, Span(*after.span("noun")))


def _is_noun(notes: Annotations, span: Span) -> bool:
    """Whether a word after a name is of what is called so: "the Velm **bridge**, **preacher**"."""
    things = (notes.persons, notes.targets, notes.weapons)
    known = any(k.span.start == span.start for found in things for k in inside(found, _near(span)))
    return known or bool(speaker_words().find(span.of(notes.text)))


def _is_told(notes: Annotations, span: Span) -> bool:
    """Whether any of the words is known: a place, a day, persons, an act, a target, a weapon.

    A town has no article: "the Ostrel" is none.
    """
    known = (notes.dates, notes.persons, notes.events, notes.targets, notes.weapons)
    if any(k.span.overlaps(span) for found in known for k in inside(found, _near(span))):
        return True
    places = (p for p in inside(notes.places, _near(span)) if p.span.overlaps(span))
    return any(p.place.precision is not PlacePrecision.TOWN or p.span != span for p in places)


def _acts(notes: Annotations, name: Span) -> bool:
    """Whether a verb of attack follows: "**La Sombra killed** the judge" is of no town."""
    after = inside(notes.events, Span(name.end, name.end + _LONG))
    return any(e.span.start == name.end + 1 and not e.item.is_noun for e in after[:1])


def _near(span: Span) -> Span:
    return Span(max(0, span.start - _LONG), span.end + _LONG)


_ORGAN = (
    r"(?:army|navy|air force|forces|troops|military|government|president|prime minister|king|"
    r"(?:foreign|defen[cs]e|interior) minist(?:er|ry)|parliament|embassy|ambassador|admiralty|"
    r"border guards?|general staff|war office|warships?|submarines?|jets|planes|artillery|soldiers)"
)


def _state(text: str, span: Span) -> Span | None:
    """A state's name by what the text tells beside it: "**Vandoria**", whose army speaks."""
    named = _ONE.fullmatch(text, span.start, span.end)
    if named is None:
        return None
    name = re.escape(named["name"])
    organs = rf"\b{name}['’]s?\s+(?:[a-z]+\s+)?{_ORGAN}\b|\b{name}(?:n|an)\s+{_ORGAN}\b"
    return Span(*named.span("name")) if re.search(organs, text) else None


_ONE = Pattern(r"(?P<name>[A-ZÀ-Þ][\w-]{3,})(?:['’]s?(?:\s+own)?)?")
