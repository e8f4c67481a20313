"""Who is named as the victim of an act.

A person is killed once, wherever a text tells of it: in its headline, its lead, or the story of
the trial ("charged with **killing Dunn**", "**the murder of Carol Dunn**", "**Dunn** was stabbed").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless
from tallystick.vocab.countries import country_of_adjective
from tallystick.vocab.pattern import Pattern
from tallystick.vocab.toponyms import toponym_words

__all__ = ["Victim", "known_by", "victim_of"]

_BEFORE = 140  # characters before an act in which its subject is looked for


@dataclass(frozen=True, slots=True)
class Victim:
    """A person by the name that stands beside an act, without titles. Where it is not ``plain``
    the words may also name who did it or where it was: "**Dunn's** shooting", "the attack on
    **Dunn**"."""

    name: str
    plain: bool


_DEED = caseless(
    r"(?:fatally |brutally |allegedly )?(?:kill|murder|slay|slain|slew|shoot|shot|stab|knif|"
    r"strangl|behead|decapitat|assassinat|execut|lynch|bludgeon|gun(?:s|ned|ning)? down|"
    r"rap(?:e[sd]?|ing)\b|kidnap|abduct|beat|hack|burn|poison|torture|death|homicide|manslaughter)"
)
_WORD = r"[^\W\d_a-z][\w’'-]*[a-z][\w’'-]*"
_NAME = (
    rf"(?P<name>{_WORD}\.?(?:\s(?:[^\W\d_a-z]\.|(?:al|el|bin|ibn|de|del|la|van|von|abu)\b|{_WORD}))"
    r"{0,4})"
)
_WHO = (  # "his wife, ", "17-year-old ", "union leader "
    r"(?:(?!(?:in|at|on|of|by|with|for|from|to|and|or|but|that|which|who|when|while|after|before|"
    r"as|because|during|near|back|since|over|into|off|than|if|where|about|between|against|under|"
    r"towards?|around|inside|outside)\b)"
    r"[a-z\d][\w’'-]*,?\s){0,6}"
)
_ENDS = (
    r"(?=\s*(?:[,.;:()\"”—–\]]|''|$)|"
    r"\s(?:and|or|but|in|on|at|was|were|is|are|had|has|who|whose|when|"
    r"while|after|before|as|by|with|for|from|to|last|this|early|late|outside|inside|near|during|"
    r"because|over|without|between|around|\d)\b)"
)
_OBJECT = Pattern(rf"(?:\sto death)?(?:\sand\s(?:\w+ly\s)?\w+(?:ed|ing))?\s{_WHO}{_NAME}{_ENDS}")
_OF = Pattern(rf"(?:\sdeaths?|\sattacks?)?\sof\s{_WHO}{_NAME}{_ENDS}")
_SUBJECT = Pattern(
    rf"(?<![\w’'-]){_NAME}(?:,\s[^.;:]{{1,80}}?,|\s\([^)]{{1,30}}\))?\s(?:who\s)?"
    r"(?:was|were|is|had been|has been|have been|being|got)\s(?:\w+ly\s|also\s){0,2}$"
)
_OWNER = Pattern(rf"(?<![\w’'-]){_NAME}(?:’|'|(?<=[^s])[’']s)\s(?:fatal\s|brutal\s)?$")
_UPON = Pattern(rf"\son\s{_WHO}{_NAME}{_ENDS}")
_ITS_OWN = Pattern(r"\s(?:of|trial|charges?|conviction|spree|rampage|suspects?|case)\b")
_ATTACK = caseless(r"(?:attacks?|assaults?|ambush|attempt|assassination attempt)$")


def victim_of(notes: Annotations, sentence: Sentence, act: Span) -> Victim | None:
    """The person whom the words beside an act name as its victim, if they do."""
    text, end = notes.text, sentence.span.end
    if _ATTACK.match(act.of(text)):
        return _victim(notes, _UPON.match(text, act.end, end), plain=False)
    if not _DEED.match(act.of(text)) or sentence.span.of(text).isupper():
        return None
    near = max(sentence.span.start, act.start - _BEFORE)
    told = (
        (None if act.of(text) == "slain" else _OBJECT.match(text, act.end, end))
        or _OF.match(text, act.end, end)
        or _SUBJECT.search(text, near, act.start)
    )
    plain = _victim(notes, told, plain=True)
    if plain is not None or _ITS_OWN.match(text, act.end, end):
        return plain
    return _victim(notes, _OWNER.search(text, near, act.start), plain=False)


def _victim(notes: Annotations, told: re.Match[str] | None, *, plain: bool) -> Victim | None:
    if told is None:
        return None
    span = Span(*told.span("name"))
    words = [w.strip(".") for w in span.of(notes.text).split()]
    while words and words[0].casefold() in toponym_words().titles:
        words = words[1:]
    if not words or words[-1].endswith(("'s", "’s")) or not _is_name(words):
        return None
    name = Span(notes.text.find(words[0], span.start), span.end)
    others = (notes.actors, notes.persons, notes.dates, notes.weapons, notes.events)
    if any(inside(kind, name) for kind in others):
        return None
    if len(words) > 1 and inside(notes.places, name):
        return None  # of one word it can be a town and a surname; "killed Velm" is of a person
    return Victim(" ".join(words), plain)


def _is_name(words: Sequence[str]) -> bool:
    """Whether they are no words of the language ("Two", "Monday", "Wife"), no people and no body:
    "killed Velians", "the attack on the World Grain Centre"."""
    lists = toponym_words()
    low = [word.casefold() for word in words]
    if any(word in lists.function or word in lists.calendar for word in low):
        return False
    if low[-1].removesuffix("s") in country_of_adjective():
        return False
    if low[-1] in lists.organisation or low[-1] in lists.facility:
        return False
    return not all(word in lists.common for word in low)


def known_by(victim: Victim | None, others: Iterable[Victim | None]) -> str | None:
    """The name in full of a victim among those of a text; ``None`` where it may be that of two,
    or is not plainly a victim's."""
    if victim is None:
        return None
    own = victim.name.casefold().split()
    plain = (other.name.casefold().split() for other in others if other is not None and other.plain)
    namesakes = [name for name in plain if _alike(own, name)]
    full = {(name[0], name[-1]) for name in namesakes if len(name) > 1}
    if not namesakes or len(full) > 1:
        return None
    return " ".join(next(iter(full), own))


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """ "Orla Dunn" is "Orla", "Dunn" and "Orla M. Dunn"; no "Liam Dunn"."""
    if len(one) == 1 or len(other) == 1:
        return one[0] in other or other[0] in one
    return (one[0], one[-1]) == (other[0], other[-1])
