"""Which kind of incident the words of a clause tell of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.events.triggers import Trigger
from tallystick.model.document import Span
from tallystick.model.taxonomy import IncidentKind
from tallystick.vocab.actors import ActorKind
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import Strength
from tallystick.vocab.pattern import Pattern
from tallystick.vocab.weapons import WeaponGroup, weapon_book

__all__ = ["kind_of"]

_NEAR = 80  # characters before a verb in which those who fly are looked for
_SUICIDE = caseless(
    r"\bsuicide\s+(?:bomb(?:er|ers|ing|ings)?|attackers?|assailants?|squads?)\b|\bkamikazes?\b|"
    r"\b(?:bl[eo]wn?|blowing|detonat\w+)\s+(?:up\s+)?(?:him|her|them)sel(?:f|ves)\b"
)
_BY_AIR = Pattern(
    r"\b(?:US|U\.S\.|American|NATO|Israeli|(?:[Cc]oalition|US-led|U\.S\.-led|Saudi-led|allied|"
    r"[Rr]etaliatory|aerial|[Pp]recision))\s+(?:coalition\s+|military\s+|retaliatory\s+|precision\s+|"
    r"air\s+force\s+){0,2}$"
)
_FROM_AIR = caseless(
    r"\s+(?:[\w'’-]+\s+){0,9}?(?:by|from)\s+(?:[\w'’.-]+\s+){0,4}?(?:warplanes?|jets?|aircraft|"
    r"helicopters?|fighter\s+planes?|planes|choppers|bombers|gunships?|air\s+force|the\s+air)\b"
)
_STORED = Pattern(
    r"\s+(?:depots?|caches?|stores?|factor\w+|stockpiles?|launchers?|warehouses?|workshops?|"
    r"positions?|emplacements?|nests?|dumps?|batter(?:y|ies)|crews?|teams?|mounted\s+on|"
    r"smuggl\w+|program\w*|inspectors?|sites?|convoys?|attacks? in the past)\b",
    re.IGNORECASE,
)
_HIT_OR_TAKEN = Pattern(  # weapons that were not used but hit, borne or taken
    r"\b(?:equipped|fitted|mounted|loaded|laden)\s+with\s+(?:[\w-]+\s+){0,3}$|"
    r"\b(?:seiz|confiscat|captur|recover|destroy)(?:ed|es|ing)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_LOOK_BACK = 50  # characters
_FLYING = Pattern(
    r"\b(?:warplanes?|jets?|aircraft|helicopters?|fighter\s+planes?|planes|choppers|bombers|"
    r"gunships?|air\s+force),?\s+(?:(?!(?:was|were|and|before|after|when|until)\b)\w+\s+){0,3}$",
    re.IGNORECASE,
)


def kind_of(notes: Annotations, clause: Span, chosen: Sequence[Trigger]) -> IncidentKind:
    """The kind that triggers and weapons of a clause give: "attack" and a drone, a drone attack.

    The most telling trigger decides; a general one takes the kind of the nearest weapon. What an
    attack is only meant to bring about ("an offensive to capture the town") tells no kind. Bombs
    of a state, or that are dropped, come from the air; who downs an aircraft makes an attack.
    """
    chosen = [t for t in chosen if not _is_meant(notes, clause, t)] or chosen
    if (
        _GUN.search(notes.text, clause.start, chosen[0].span.end)
        and chosen[0].word.base in _GOES_OFF
    ):
        return IncidentKind.SHOOTING
    if chosen[0].word.strength is Strength.INTERCEPT and _downs_aircraft(notes, clause, chosen[0]):
        return IncidentKind.ATTACK
    kind = _kind_told(notes, clause, chosen)
    if kind is not IncidentKind.BOMBING or chosen[0].word.strength is Strength.INTERCEPT:
        return kind
    if _DROPPED.search(notes.text, clause.start, clause.end):
        drone = IncidentKind.DRONE_ATTACK in _suggested(notes, clause, chosen)
        return IncidentKind.DRONE_ATTACK if drone else IncidentKind.AIR_STRIKE
    by_state = _bombed_by_state(notes, clause, chosen[0])
    return IncidentKind.AIR_STRIKE if by_state else kind


_GOES_OFF = ("went off", "gone off", "going off")
_GUN = caseless(  # "the pistol accidentally went off": no bomb did
    r"\b(?:(?:hand|shot|machine\s)?guns?|pistols?|rifles?|revolvers?|firearms?|carbines?|shots?|"
    r"(?:his|her|their|whose|[\w’'-]+[’']s|service|duty|loaded)\sweapons?)"
    r"\s(?:(?:had|has|have|then|was|were|just|\w+ly)\s){0,2}(?:went|gone|going)\soff$"
)
_DROPPED = Pattern(
    r"\bdropp(?:ed|ing)\s+(?:[\w-]+\s+(?:of\s+)?){0,4}?(?:bombs?|grenades?|explosives|munitions)\b",
    re.IGNORECASE,
)
_AIRCRAFT = (
    r"(?:helicopters?|(?:war)?planes?|jets?|aircraft|airliners?|gunships?|choppers?|bombers?|"
    r"(?:mig|su|an|il|mi|uh|f|a|oh|ov|ch|ka)-?\d+\w*)\b"
)
_DOWNED = Pattern(rf"(?:\s+of)?\s+(?:[\w’'-]+\s+){{0,5}}?{_AIRCRAFT}", re.IGNORECASE)
_WAS_DOWNED = Pattern(rf"\b{_AIRCRAFT}(?:\s+[\w’'-]+){{0,6}}?\s*$", re.IGNORECASE)


def _downs_aircraft(notes: Annotations, clause: Span, trigger: Trigger) -> bool:
    """Whether what is shot down has people in it: "downed two helicopters"."""
    if trigger.passive:
        return _WAS_DOWNED.search(notes.text, clause.start, trigger.span.start) is not None
    return _DOWNED.match(notes.text, trigger.span.end, clause.end) is not None


def _bombed_by_state(notes: Annotations, clause: Span, trigger: Trigger) -> bool:
    """Whether a state's forces bomb, who do it from the air: "Israel bombed", "Syrian bombs"."""
    if trigger.word.base == "bomb" and trigger.verb:
        after = Span(trigger.span.end, min(clause.end, trigger.span.end + _NEAR))
        before = Span(max(clause.start, trigger.span.start - _NEAR), trigger.span.start)
        near = inside(notes.actors, after if trigger.passive else before)
        text = notes.text
        if trigger.passive:
            return any(_BY.search(text, after.start, n.span.start) and _is_state(n) for n in near)
        gaps = ((n, text[n.span.end : trigger.span.start]) for n in near)
        return any(_ACTS.fullmatch(gap) and _is_state(n) for n, gap in gaps)
    return _STATE_BOMBS.search(notes.text, clause.start, clause.end) is not None


_BY = Pattern(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_ACTS = Pattern(r"\s+(?:(?:had|has|have|also|then|later|again|repeatedly|\w+ly)\s+)*")
_STATE_BOMBS = caseless(
    r"\b(?:government|regime|junta|army|coalition|allied|nato|[\w-]+(?:ian|ese|ish|eli|qi|emeni))\s+"
    r"(?:bombs|bombardments?)\b"
)
_STATES = (ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.COALITION)
_OF_STATE = Pattern(r"\b(?:government|regime|junta|army|military|coalition)\b", re.IGNORECASE)


def _is_state(named: Named) -> bool:
    actor = named.actor
    if actor is None:
        return False
    collective = actor.kind is ActorKind.COLLECTIVE and _OF_STATE.search(named.name) is not None
    return actor.kind in _STATES or collective


def _kind_told(notes: Annotations, clause: Span, chosen: Sequence[Trigger]) -> IncidentKind:
    head = next((t for t in chosen if t.word.kind is not IncidentKind.ATTACK and t.strong), None)
    if chosen[0].word.base in _BLASTS and head is not None and head.word.kind in _BESIDE_A_BLAST:
        told = (k for k in _suggested(notes, clause, chosen) if k in _BLOWN)
        return next(told, chosen[0].word.kind)
    if head is not None and head.word.kind is IncidentKind.SHOOTING:
        return _kind_of_shots(notes, clause, chosen, head)
    if head is not None and head.word.kind not in _REFINES:
        return head.word.kind
    fallback = head.word.kind if head else _weak_kind(chosen)
    suggested = list(_suggested(notes, clause, chosen))
    if chosen[0].word.strength is Strength.INTERCEPT and fallback is IncidentKind.BOMBING:
        suggested = [k for k in suggested if k in _BLOWN]  # "made safe a mortar bomb"
    if head is not None:  # a more exact word for the same sort of thing
        by_air = fallback is IncidentKind.ARMED_ASSAULT and _is_air_strike(notes, clause, chosen)
        finer = [*suggested, *([IncidentKind.AIR_STRIKE] if by_air else [])]
        return next((k for k in finer if k in _REFINES.get(fallback, ())), fallback)
    if suggested:
        guns = suggested[0] is IncidentKind.SHOOTING and chosen[0].word.base in _ASSAULTS
        return IncidentKind.ARMED_ASSAULT if guns else suggested[0]
    return IncidentKind.AIR_STRIKE if _is_air_strike(notes, clause, chosen) else fallback


_RELATIVE = Pattern(r"\W*(?:which|that)\b", re.IGNORECASE)


def _is_meant(notes: Annotations, clause: Span, trigger: Trigger) -> bool:
    seized = trigger.word.kind is IncidentKind.SEIZURE
    return seized and _TO.search(notes.text, clause.start, trigger.span.start) is not None


_TO = Pattern(r"\bto\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def _kind_of_shots(
    notes: Annotations, clause: Span, chosen: Sequence[Trigger], head: Trigger
) -> IncidentKind:
    """Shots of aircraft are an air strike; rockets that are shot, and guns too heavy to be carried
    that open fire, a shelling."""
    if _from_aircraft(notes, clause, chosen):
        return IncidentKind.AIR_STRIKE
    if _SHELLS.match(notes.text, head.span.start, clause.end):
        return IncidentKind.SHELLING
    heavy = head.word.base == "open fire" and [*_suggested(notes, clause, chosen)]
    return IncidentKind.SHELLING if heavy and set(heavy) == _HEAVY else IncidentKind.SHOOTING


_HEAVY = {IncidentKind.SHELLING}
_SHELLS = Pattern(
    r"shot\s+(?:off\s+)?(?:[\w-]+\s+(?:of\s+)?){0,3}?(?:missiles?|rockets?|shells?|mortars?|"
    r"projectiles?)\b",
    re.IGNORECASE,
)
_ASSAULTS = frozenset(("attack", "raid", "assault", "onslaught"))  # with guns: armed assaults
# "The blast was followed by gunfire", "the blast set fire to a bus": no shooting, no arson.
_BLASTS = frozenset(("blast", "explosion", "detonation"))
_BESIDE_A_BLAST = (
    *(IncidentKind.SHOOTING, IncidentKind.ARMED_CLASH, IncidentKind.ARMED_ASSAULT),
    IncidentKind.ARSON,
)
_BLOWN = (IncidentKind.BOMBING, IncidentKind.SUICIDE_BOMBING, IncidentKind.MINE)

_REFINES = {
    IncidentKind.ARSON: (
        IncidentKind.DRONE_ATTACK,
        IncidentKind.SHELLING,
        IncidentKind.AIR_STRIKE,
        IncidentKind.BOMBING,
    ),
    IncidentKind.BOMBING: (
        IncidentKind.SUICIDE_BOMBING,
        IncidentKind.MINE,
        IncidentKind.AIR_STRIKE,
        IncidentKind.DRONE_ATTACK,
    ),
    IncidentKind.AIR_STRIKE: (IncidentKind.DRONE_ATTACK,),
    IncidentKind.SHELLING: (
        IncidentKind.DRONE_ATTACK,
        IncidentKind.AIR_STRIKE,
        IncidentKind.CHEMICAL_ATTACK,
    ),
    IncidentKind.ARMED_ASSAULT: (
        IncidentKind.AIR_STRIKE,
        IncidentKind.DRONE_ATTACK,
        IncidentKind.SUICIDE_BOMBING,
    ),
}


def _weak_kind(chosen: Sequence[Trigger]) -> IncidentKind:
    kinds = [t.word.kind for t in chosen]
    return next((k for k in kinds if k is not IncidentKind.ATTACK), IncidentKind.ATTACK)


def _is_air_strike(notes: Annotations, clause: Span, chosen: Sequence[Trigger]) -> bool:
    """ "US strikes", "coalition strikes": what such forces call a strike comes from the air."""
    return any(
        (t.word.base == "strike" or (t.word.base == "raid" and t.plural))
        and _BY_AIR.search(notes.text, max(clause.start, t.span.start - 50), t.span.start)
        for t in chosen
    )


def _suggested(
    notes: Annotations, clause: Span, chosen: Sequence[Trigger]
) -> Iterator[IncidentKind]:
    """Kinds that the clause suggests: its bomber, its aircraft, then its weapons, nearest first."""
    if _SUICIDE.search(notes.text, clause.start, clause.end):
        yield IncidentKind.SUICIDE_BOMBING
    anchors = [t.span for t in chosen]

    def distance(hit_span: Span) -> int:
        return min(abs(a.start - hit_span.start) for a in anchors)

    hits = sorted(inside(notes.weapons, clause), key=lambda h: distance(h.span))
    if _from_aircraft(notes, clause, chosen):
        yield IncidentKind.AIR_STRIKE
    for hit in hits:
        weapon = weapon_book().top(hit.item.id)
        kind = hit.item.kind or weapon.kind
        if (
            kind is not None
            and weapon.group is not WeaponGroup.VEHICLE
            and _used(notes, clause, hit.span)
        ):
            yield kind


def _used(notes: Annotations, clause: Span, weapon: Span) -> bool:
    """Whether a weapon may have been used: it was not in store, nor hit or taken itself."""
    if _STORED.match(notes.text, weapon.end, clause.end):
        return False
    start = max(clause.start, weapon.start - _LOOK_BACK)
    return _HIT_OR_TAKEN.search(notes.text, start, weapon.start) is None


def _from_aircraft(notes: Annotations, clause: Span, chosen: Sequence[Trigger]) -> bool:
    """Whether aircraft do it: "jets fired missiles", "raids by warplanes"."""
    for trigger in chosen:
        if trigger.word.strength is Strength.INTERCEPT:
            return False
        if _FROM_AIR.match(notes.text, trigger.span.end, clause.end):
            return True
    return any(t.verb and not t.passive and _flown(notes, clause, t) for t in chosen)


def _flown(notes: Annotations, clause: Span, trigger: Trigger) -> bool:
    """Whether those who fly stand before a verb: "jets bombed", "two jets, which bombed"."""
    opens = _RELATIVE.match(notes.text, clause.start) is not None
    start = clause.start - _LOOK_BACK if opens else clause.start
    before = notes.text[max(0, start, trigger.span.start - _NEAR) : trigger.span.start]
    return _FLYING.search(before) is not None
