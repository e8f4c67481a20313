"""What became of the weapons: hit, intercepted, fell short, crashed, failed, defused."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft, union
from tallystick.extract.effects.fate_words import ANY_FATE, FATES, OTHER_FATES
from tallystick.extract.grammar.counts import number
from tallystick.extract.roles.responses import responses
from tallystick.extract.weapons.use import (
    counted,
    outer,
    weapon_drafts,
    weapon_family,
    weapon_type,
    weapons,
)
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import CountRange, Fate, Outcome
from tallystick.vocab.caseless import caseless
from tallystick.vocab.matching import Hit
from tallystick.vocab.pattern import Pattern
from tallystick.vocab.weapons import Weapon

__all__ = ["outcomes", "responses", "weapon_drafts", "weapon_type", "weapons"]

_PASSIVE = Pattern(
    r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+)?(?:(?!to\b)\w+\s+)?$", re.IGNORECASE
)
_NEGATED = Pattern(r"\b(?:not|never|no|failed to|n[’']t|without)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_TOWN = Pattern(r"\b(?:in|of|near|at|to|from|around|outside|towards?|and|between)\s+$", re.I)
_OBJECT_GAP = Pattern(r"(?:[\s-]+[\w.'’/-]+){0,6}[\s-]*")
_OBJECT_BREAK = Pattern(
    r"\b(?:with|by|in|on|at|using|after|before|while|when|that|which|and|from|to|over|near|"
    r"buildings?|houses?|walls?|towers?|bridges?|part)\b|,",
    re.IGNORECASE,
)
_ONES = (
    r"(?:the|an?)\s+(?:first|second|third|fourth|fifth|other|last|latter)(?:\s+one)?|another|one"
)
_SOME = Pattern(
    rf"\b(?P<n>{_ONES}|both|all|none|most|some|several|half|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|\d{1,3}|they|it|them)\b(?:\s+of\s+(?:which|them|those|whom|these)\b)?"
    r"(?=[\s,]+(?:reportedly\s+|also\s+|later\s+|\w+ly\s+)?"
    r"(?:was|were|has|had|have|being|been|fell|hit|struck|landed|failed|did|didn|crashed|"
    r"missed|exploded|intercepted|downed|shot|slammed|impacted|went|came|got|never|overshot|"
    r"destroyed|neutrali[sz]ed|defused|out of)\b)",
    re.IGNORECASE,
)
_PRONOUN_OBJECT = Pattern(
    r"\b(?:it|them|one|both)\b|^\s*(?:it|them|one(?: of them|(?=[.,]))|both(?: of them)?|"
    r"all(?: of them)?)\b",
    re.IGNORECASE,
)
_BEARING = Pattern(
    r"\b(?:carrying|loaded with|armed with|packed with|laden with|equipped with|bearing|with)\s+"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_AIMED = frozenset(["aircraft", "helicopter", "tank", "armored_vehicle", "warship", "firearm"])
_SENT = frozenset(["drone", "rocket", "missile", "mortar", "projectile", "naval_drone"])
_DRIVEN = frozenset(["car_bomb", "suicide_car_bomb"])
_DESTROYED = Pattern(r"destroy|intercept\w* and destroy", re.IGNORECASE)
_NOTHING = Pattern(r"(?:nothing|anything)\b", re.IGNORECASE)
_EMPHATIC = Pattern(r"direct|precise|accurate|got through", re.IGNORECASE)
_DIRECT = Pattern(r"\bdirect\s+$", re.IGNORECASE)
_WAS_DIRECT = Pattern(r"\s+(?:was|were)\s+(?:direct|precise|accurate)\b", re.IGNORECASE)
_NTH = Pattern(r"\b(?:second|third|fourth|fifth|sixth|other|another|last)\b", re.IGNORECASE)
_ITS_TARGET = caseless(
    r"\s+(?:(?:all|every|each|most|both)\s+(?:of\s+)?)?(?:its|their|the|designated|intended)?\s*"
    r"(?:(?:designated|intended|assigned|planned)\s+)?targets?\b"
)
_ITS_OWN = caseless(r"\b(?:its|their|our)\s+(?:[\w-]+\s+){0,2}$")
_SHARE = Pattern(r"it|they|them", re.IGNORECASE)
_NOT_DEFUSED = frozenset(["firearm", "knife", "tank", "aircraft", "helicopter", "chemical"])
_FAR = 110  # characters between a weapon and what became of it


@dataclass(frozen=True, slots=True)
class _Befell:
    """The weapon that a fate befell, the words for it, and how many where they say."""

    weapon: Hit[Weapon]
    span: Span
    count: CountRange | None
    part: bool = False  # "two of them", "the other": some of those that were sent


def outcomes(
    notes: Annotations, clause: Span, before: Sequence[Hit[Weapon]] = ()
) -> Iterator[Draft]:
    """What became of the weapons of a clause.

    ``before`` are weapons named earlier, which "the first", "one" and "all" may go back to.
    Shot-down aircraft and rockets that "hit" count; a place "hit by" something counts once
    the weapon is named.
    """
    if not ANY_FATE.search(notes.text, clause.start, clause.end):
        return
    taken: list[Span] = []
    used = weapons(notes, clause)
    for fate, pattern in FATES:
        for match in pattern.finditer(notes.text, clause.start, clause.end):
            cue = Span(*match.span())
            at = bisect_left(taken, cue)
            if any(t.overlaps(cue) for t in taken[max(0, at - 1) : at + 1]):
                continue
            if _is_other(notes.text, cue):
                continue
            taken.insert(at, cue)
            yield from _outcome(_Scene(notes, clause, used, before), fate, cue)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A clause with its weapons, and those told of before it."""

    notes: Annotations
    clause: Span
    used: Sequence[Hit[Weapon]]
    before: Sequence[Hit[Weapon]]

    def last(self, offset: int) -> Hit[Weapon] | None:
        """The last weapon of the clause that ends before an offset."""
        index = bisect_right(self.used, offset, key=lambda h: h.span.end)
        return self.used[index - 1] if index else None

    def words(self, cue: Span, reach: int) -> str:
        """The words of the clause up to a cue."""
        return self.notes.text[max(self.clause.start, cue.start - reach) : cue.start]


def _is_other(text: str, cue: Span) -> bool:
    """Hit on the Euphrates is a town, not a blow; "a downed pilot" is a man; "eight hits" are of
    no weapon that is named."""
    if cue.of(text).lower() == "hits" and _COUNTED.search(text, max(0, cue.start - 12), cue.start):
        return True
    if cue.of(text).lower() == "downed":
        return (
            re.search(r"\b(?:an?|the|of)\s+$", text[max(0, cue.start - 8) : cue.start], re.I)
            is not None
        )
    return (
        cue.of(text) == "Hit" and _TOWN.search(text[max(0, cue.start - 12) : cue.start]) is not None
    )


_COUNTED = Pattern(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|several|many|some|of)"
    r"\s+$",
    re.IGNORECASE,
)


def _outcome(scene: _Scene, fate: Fate, cue: Span) -> Iterator[Draft]:
    denied = fate is not Fate.FAILED_TO_EXPLODE and _NEGATED.search(scene.words(cue, 30))
    if fate is Fate.HIT and _NOTHING.match(cue.of(scene.notes.text)):
        yield Draft(Field.OUTCOME, Outcome(fate), cue, Stance.DENIES)
        return
    stance = Stance.DENIES if denied else None
    befell = _befell(scene, fate, cue)
    if befell is not None and befell.count is not None and befell.count.high == 0:
        stance = None  # "no rockets hit": the number denies it already
    if befell is not None:
        if not _may_befall(scene, fate, cue, befell) or (
            fate is Fate.HIT and stance is None and not _is_marked(scene, cue, befell)
        ):
            return
        value = Outcome(fate, weapon_type(befell.weapon), befell.count)
        yield Draft(Field.OUTCOME, value, union(befell.span, cue), stance)
    elif _tells(scene, fate, cue):
        yield Draft(Field.OUTCOME, Outcome(fate), cue, stance)


def _may_befall(scene: _Scene, fate: Fate, cue: Span, befell: _Befell) -> bool:
    """Whether a fate is one of such a weapon. Who shoots a helicopter down attacks it."""
    family = weapon_family(befell.weapon)
    if fate is Fate.HIT:
        return family not in _AIMED  # "warplanes hit the town" tells of an attack
    if fate is Fate.DEFUSED:
        return family not in _NOT_DEFUSED
    if fate is Fate.INTERCEPTED:
        stopped = _DESTROYED.match(cue.of(scene.notes.text)) is not None
        return family in _SENT or (stopped and befell.weapon.item.id in _DRIVEN)
    return True


def _is_marked(scene: _Scene, cue: Span, befell: _Befell) -> bool:
    """Whether a hit is told as what came of it, not as the attack itself ("a shell hit a shop").

    "**Two drones** hit", "a direct hit", "hit their targets", "**two of them** struck", "one hit
    and another **fell short**", "**its** drone had hit the base", "**no** rocket hit".
    """
    text = scene.notes.text
    if _EMPHATIC.search(cue.of(text)) or _ITS_TARGET.match(text, cue.end):
        return True
    if _WAS_DIRECT.match(text, cue.end) or _DIRECT.search(scene.words(cue, 10)):
        return True
    if _NTH.search(befell.span.of(text)):
        return True
    if befell.count is not None and befell.count.high == 0:
        return True
    again = _SHARE.fullmatch(befell.span.of(text)) is not None
    if not again and (befell.part or _is_drone(befell)):
        return True
    start = befell.span.start
    if _ITS_OWN.search(text, max(scene.clause.start, start - 30), start):
        return True
    sentence = next((s.span for s in scene.notes.sentences if s.span.contains(cue)), scene.clause)
    return any(p.search(text, sentence.start, sentence.end) for p in OTHER_FATES)


def _is_drone(befell: _Befell) -> bool:
    """Counted drones: most are stopped, so that "two drones struck" says what became of them."""
    return befell.count is not None and weapon_family(befell.weapon) == "drone"


def _tells(scene: _Scene, fate: Fate, cue: Span) -> bool:
    """Whether the words tell a fate of weapons untold: "repelled", "directly hit"."""
    words = cue.of(scene.notes.text)
    if fate is Fate.FAILED_TO_EXPLODE:
        return re.search(r"explod|detonat", words, re.IGNORECASE) is not None
    if fate is Fate.DEFUSED:  # men are disarmed too, and rendered harmless
        return re.match(r"defus|deactivat|safely|made safe", words, re.IGNORECASE) is not None
    direct = re.search(r"direct|precise|accurate|^targets?\b", words, re.IGNORECASE)
    return fate is Fate.REPELLED or (fate is Fate.HIT and direct is not None)


def _befell(scene: _Scene, fate: Fate, cue: Span) -> _Befell | None:
    """The weapon of a fate: before a passive or an intransitive, after an active."""
    passive = _PASSIVE.search(scene.words(cue, 30)) is not None
    if fate is Fate.INTERCEPTED and _DESTROYED.match(cue.of(scene.notes.text)):
        found = _object(scene, cue) or _stopped(scene, cue)
        if found is not None or not passive:
            return found
    if fate in (Fate.INTERCEPTED, Fate.DEFUSED) and not passive:
        found = _object(scene, cue)
        if found is not None or not _may_precede(scene, cue):
            return found
    if fate is Fate.HIT and (passive or _WHO_SPEAKS.search(scene.words(cue, 30))):
        return None
    return _some(scene, cue) or _subject(scene, cue)


_WHO_SPEAKS = Pattern(  # "the army said **it** hit a depot" is not about the shell before
    r"\b(?:said|says|claimed|announced|stated|added)\s+(?:that\s+)?(?:it|they)\s+(?:ha[ds]\s+|have\s+)?$"
)


def _may_precede(scene: _Scene, cue: Span) -> bool:
    """Whether an active form may be a participle: "drones intercepted over the sea"."""
    after = scene.notes.text[cue.end : min(scene.clause.end, cue.end + 24)]
    return not re.match(
        r"\s+(?:an?|the|its|their|several|two|three|\d)\b", after, re.IGNORECASE
    ) or (re.match(r"\s+the\s+(?:previous|same|next)\b", after) is not None)


def _object(scene: _Scene, cue: Span) -> _Befell | None:
    """ "intercepted two of three drones", "shot it down"."""
    text = scene.notes.text
    first = bisect_left(scene.used, cue.end, key=lambda h: h.span.start)
    for hit in scene.used[first : first + 1]:
        gap = text[cue.end : hit.span.start]
        if len(gap) < 70 and _OBJECT_GAP.fullmatch(gap) and not _OBJECT_BREAK.search(gap):
            return _counted(scene, hit)
    words = cue.of(text) + text[cue.end : min(scene.clause.end, cue.end + 16)]
    match = _PRONOUN_OBJECT.search(cue.of(text)) or _PRONOUN_OBJECT.match(
        words[len(cue.of(text)) :]
    )
    told = scene.last(cue.start) or next(reversed(scene.before), None)
    if match is None or told is None:
        return None
    one = match.group().strip().lower()
    count = CountRange.exactly(1, one) if one in ("it", "one") else None
    return _Befell(told, cue, CountRange.exactly(2, one) if one.startswith("both") else count)


def _stopped(scene: _Scene, cue: Span) -> _Befell | None:
    """ "Destroyed a car packed with explosives before it reached the gate"."""
    near = Span(max(scene.clause.start, cue.start - _FAR), min(scene.clause.end, cue.end + _FAR))
    for hit in inside(scene.notes.weapons, near):
        if hit.item.id in _DRIVEN:
            return _Befell(hit, hit.span, None)
        if hit.span.start > cue.end and weapon_family(hit) in _SENT:
            return _counted(scene, hit)
    return None


def _subject(scene: _Scene, cue: Span) -> _Befell | None:
    last = scene.last(cue.start)
    while last is not None and _carried(scene, last):
        last = scene.last(last.span.start)
    if last is None or cue.start - last.span.end > _FAR:
        return None
    return _counted(scene, last)


def _carried(scene: _Scene, hit: Hit[Weapon]) -> bool:
    """ "the drone, which was carrying explosives": what another weapon bears."""
    return _BEARING.search(scene.words(hit.span, 40)) is not None


def _counted(scene: _Scene, hit: Hit[Weapon]) -> _Befell:
    some = outer(scene.notes, scene.clause, hit)
    if some is not None:
        return _Befell(hit, Span(some.span.start, hit.span.end), some.count, part=True)
    count, span = counted(scene.notes, scene.clause, hit)
    return _Befell(hit, span, count)


def _some(scene: _Scene, cue: Span) -> _Befell | None:
    """ "two of which fell short", "one was intercepted", "all were shot down"."""
    text = scene.notes.text
    start = max(scene.clause.start, cue.start - _FAR)
    found = [
        Span(*m.span())
        for m in _SOME.finditer(text, start, min(scene.clause.end, cue.end))
        if m.end() <= cue.start
    ]
    if not found or not _goes_on(text[found[-1].end : cue.start]):
        return None
    words = found[-1]
    left = scene.last(words.start)
    if scene.last(cue.start) is not left:
        return None  # a weapon named between is the subject
    weapon = left or next(reversed(scene.before), None)
    if weapon is None:
        return None
    total = counted(scene.notes, scene.clause, weapon)[0] if left else None
    told = [
        c.count
        for c in inside(scene.notes.counts, _around(scene, words))
        if c.span.end == words.end
    ]
    wider = told[0] if told and told[0].high != told[0].low else None  # "more than 60 were"
    return _Befell(weapon, words, wider or _how_many(words.of(text), total), part=True)


def _around(scene: _Scene, words: Span) -> Span:
    return Span(max(scene.clause.start, words.start - 30), words.end)


def _goes_on(gap: str) -> bool:
    """Whether a verb can still be of the subject before the gap: "fell there and did not"."""
    words = gap.split()
    if re.search(r"\b(?:after|before|when|while|since)\b", gap, re.IGNORECASE):
        return False
    return len(words) <= 6 or (len(words) <= 14 and re.search(r"[,;]|\bbut\b", gap) is None)


def _how_many(words: str, total: CountRange | None) -> CountRange | None:
    first = re.split(r"\s+of\s+", words.strip().lower())[0]
    if first == "all":
        return total
    if first in ("they", "them", "most", "some", "half"):
        return None
    fixed = {"both": 2, "none": 0, "it": 1}.get(first)
    if fixed is not None:
        return CountRange.exactly(fixed, words)
    if first == "several":
        return CountRange(3, None, words)
    if first.startswith(("the ", "a ", "another", "one")):
        return CountRange.exactly(1, words)
    value = number(first)
    return None if value is None else CountRange.exactly(value, words)
