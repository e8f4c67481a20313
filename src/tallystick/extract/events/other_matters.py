"""Texts in which words of violence tell of no attack: accidents, drills, plots, games, markets.

What a word means is told by its whole text: "the attack" of a cup match is one of strikers, and
the dead of "another explosion" in a story on a gas leak are nobody's victims. The words are in
``other_words``; each kind of text keeps what is told of weapons or fighters in a sentence of its
own, so that a grenade thrown at a team's bus is an attack amid the sport.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.events import other_words as words
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import SegmentKind, Span
from tallystick.vocab.caseless import Caseless

__all__ = ["by_accident", "of_other_matter"]

_SOME = 2  # words of an accident
_KINDS_OF_CUE = 4  # so many different words of a trade make a text one of it


class Matter(Enum):
    """What a whole text is about, where that is no attack."""

    MISHAP = "an accident, with no fighting beside it"
    DISASTER = "an accident or a disaster amid fighting"
    DRILL = "an exercise, a test or an old bomb, by which nobody is hurt"
    REHEARSAL = "an exercise with acted victims"
    FICTION = "a film or a book"
    GAME = "a match"
    MARKET = "shares and rates"
    WALKOUT = "a strike of workers"
    HACK = "an attack on computers"
    BEAST = "an attack by an animal"
    HEALTH = "a disease"


@lru_cache(maxsize=256)
def of_other_matter(notes: Annotations, sentence: Sentence) -> bool:
    """Whether what a sentence tells is no armed act, whatever its words: "Two buses collided and
    17 were killed", "Rovers hammered United with an attack that had no answer"."""
    text, span = notes.text, sentence.span
    if _is_beast(text, span) or any(
        _has(cue, text, span) for cue in (words.CONTROLLED, words.UNTRUE)
    ):
        return True
    return any(_covers(notes, sentence, matter) for matter in _matters(notes))


@lru_cache(maxsize=4)
def _matters(notes: Annotations) -> tuple[Matter, ...]:
    """What a text is about, by its headline and first sentence, or by the words of a trade."""
    lead = _lead(notes)
    found = [m for m in (_staged(notes, lead), _mishap(notes, lead)) if m is not None]
    if _has(words.PLOT, notes.text, lead) and _kinds(words.PLOT, notes.text) >= _KINDS_OF_CUE:
        found.append(Matter.FICTION)
    if _has(words.HEALTH, notes.text, lead) and not _has(words.ARMS, notes.text, lead):
        found.append(Matter.HEALTH)
    if _is_beast(notes.text, lead):
        found.append(Matter.BEAST)
    if not any(_has(cue, notes.text, lead) for cue in (words.ARMED, words.HURT)):
        found += _trades(notes.text, lead)
    return tuple(found)


def _mishap(notes: Annotations, lead: Span) -> Matter | None:
    """An accident, by the words of the lead or of what follows one: rescuers, an inquiry into
    negligence. Amid fighting it must be of a kind that nobody brings about."""
    text = notes.text
    if not _fought(text):
        told = _has(words.MISHAP, text, lead) or _kinds(words.ACCIDENT, text) >= _SOME
        return Matter.MISHAP if told else None
    sure = _has(words.SURE_MISHAP, text, lead) and not _has(words.FOUGHT, text, lead)
    return Matter.DISASTER if sure else None


def _staged(notes: Annotations, lead: Span) -> Matter | None:
    """An exercise, if no enemy is told of; the hurt of one may be acted."""
    text = notes.text
    if not _has(words.DRILL, text, lead):
        return None
    every = Span(0, len(text))
    if _has(words.HURT, text, every):
        return Matter.REHEARSAL
    return None if _has(words.HOSTILE, text, every) else Matter.DRILL


def _trades(text: str, lead: Span) -> Iterator[Matter]:
    """What a lead without arms and without hurt is about, in the words of its trade."""
    if _has(words.WALKOUT, text, lead):
        yield Matter.WALKOUT
    if _has(words.HACK, text, lead):
        yield Matter.HACK
    if _kinds(words.GAME, text) >= _KINDS_OF_CUE:
        yield Matter.GAME
    if _has(words.MARKET, text, lead) and _kinds(words.MARKET, text) >= _KINDS_OF_CUE:
        yield Matter.MARKET


def _covers(notes: Annotations, sentence: Sentence, matter: Matter) -> bool:
    """Whether a sentence in a text on a matter tells of that."""
    text, span = notes.text, sentence.span
    match matter:
        case Matter.MISHAP | Matter.DRILL:
            return True
        case Matter.DISASTER:
            return not (_has(words.FOUGHT, text, span) or _has(words.ARMS, text, span))
        case Matter.REHEARSAL:
            return _has(words.ACTED, text, span)
        case Matter.FICTION:
            return _has(words.PRESENT, text, span) and not _has(words.PAST, text, span)
        case Matter.GAME | Matter.MARKET | Matter.WALKOUT:
            return not _has(words.ARMED, text, span)
        case Matter.HACK | Matter.BEAST | Matter.HEALTH:
            return not _has(words.ARMS, text, span)


def by_accident(notes: Annotations, sentence: Sentence) -> bool:
    """ "An earthquake struck, killing nine", "a boiler exploded": with no weapon, nobody's act."""
    return _has(words.SURE_MISHAP, notes.text, sentence.span) and not inside(
        notes.weapons, sentence.span
    )


def _is_beast(text: str, span: Span) -> bool:
    """ "A leopard attacked a woman": but not the Tigers, whose name has a capital."""
    return words.BEAST.search(text, span.start, span.end) is not None


def _fought(text: str) -> bool:
    """Whether a text tells of fighting or an attack that is not ruled out."""
    return any(
        not words.RULED_OUT.search(text, max(0, m.start() - 60), m.start())
        for m in words.FOUGHT.finditer(text)
    )


def _lead(notes: Annotations) -> Span:
    """The headline, if there is one, and the first sentence of the account."""
    for sentence in notes.sentences:
        if sentence.kind is not SegmentKind.TITLE:
            return Span(notes.sentences[0].span.start, sentence.span.end)
    return notes.sentences[0].span if notes.sentences else Span(0, len(notes.text))


def _has(cue: Caseless, text: str, span: Span) -> bool:
    return cue.search(text, span.start, span.end) is not None


def _kinds(cue: Caseless, text: str) -> int:
    """How many different words of a trade a text has."""
    return len({m.group().lower().rstrip("s") for m in cue.finditer(text)})
