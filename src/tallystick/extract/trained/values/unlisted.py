"""Attackers, targets and weapons that no rule finds: the value of words that the network tagged."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from tallystick.extract.actors.sides import actor_ref, acts, last_group
from tallystick.extract.actors.strangers import called
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.events.crafts import borne_off
from tallystick.extract.roles.target_phrases import PERSON_KINDS, of_owner, side_kind
from tallystick.extract.trained.values.means import means_of
from tallystick.extract.trained.values.namesakes import in_full
from tallystick.extract.weapons.use import weapon_type
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, Target, TargetKind, WeaponUse
from tallystick.vocab.actors import actor_book
from tallystick.vocab.caseless import caseless
from tallystick.vocab.weapons import weapon_book


def party_of(notes: Annotations, span: Span) -> ActorRef | None:
    """Who the words name: an actor, a state by its nationality, persons, some other outfit.

    ``None`` where they name none of these: a town, a person by name, a pronoun.
    """
    if _MODIFIES.match(notes.text, span.end - span.of(notes.text).endswith("-")):
        return None  # "a Lorvia-based group", "Lorvia-made drones"
    if _STRUCK.search(notes.text, max(0, span.start - _LONG), span.start):
        return None  # "fired at Lorvian forces", "the robbery on Friday of two clerks"
    if _ACCUSER.search(notes.text, max(0, span.start - _FAR), span.start):
        return None  # "soldiers were accused by villagers"
    if _ACCUSES.match(notes.text, span.end):
        return None  # "the army attributed it to the rebels"
    if span.of(notes.text)[-1:] in ("'", "’"):
        return None  # "the Red People'", cut from "s Front"
    if _SUFFERED.match(notes.text, span.end):
        return None  # "after a sergeant was shot there"
    owned = 2 if _S.search(span.of(notes.text)) else 0
    if _OWNS.match(notes.text, span.end - owned):
        return None  # "Lorvia's StarTV": the station is meant
    branch = _WHOSE_BRANCH.match(notes.text, span.end) or _BRANCH.search(span.of(notes.text))
    if branch and _NAMED_BEFORE.search(notes.text, max(0, span.start - _FAR), span.start):
        return None  # "the Katiba, | Al Qaeda's | affiliate in the Sahel, claimed it"
    named = [n for n in inside(notes.actors, span) if not (n.actor and n.actor.kind.speaks_only)]
    if named:
        return ActorRef(named[-1].name, named[-1].actor.id if named[-1].actor else None)
    book, words = actor_book(), span.of(notes.text)
    states = [f"state-{hit.item.lower()}" for hit in book.nationalities(words)]
    if states and states[0] in book:
        return ActorRef(book.get(states[0]).name, states[0])
    if _OTHER.match(words):
        return None
    if inside(notes.persons, span):
        flown = words.casefold() == "fighter" and _WITH_ARMS.match(notes.text, span.end)
        return None if flown else _persons(notes, span)
    return _outfit(notes, span)


_NEAR = 12
_LAID = ("mine", "ied", "bomb")
_MODIFIES = re.compile(
    r"-(?:based|linked|aligned|affiliated|inspired|made|built|era|designed|supplied|manufactured)\b"
)
_STRUCK = caseless(
    r"\b(?:(?:at|against|towards?|from)\s+(?:the\s+)?|(?:housing|hosting)\s+(?:[\w.]+\s+)?|"
    r"(?:murders?|robber(?:y|ies)|shootings?|stabbings?|slayings?|beatings?|kidnappings?|killing|"
    r"abductions?|rapes?|assassinations?|beheadings?|deaths?|woundings?|lynchings?)"
    r"(?:\s(?:on\s)?\w+day|\s(?:last|this)\s\w+|\syesterday)?\s+of\s+"
    r"(?:(?:the|an?|his|her|their|its|at\sleast|about|some)\s+)?)$"
)
_LONG = 60
_FAR = 25
_SUFFERED = caseless(
    r"\s+(?:was|were|(?:had|has|have)\s+been|being)\s+(?:\w+ly\s+)?(?:shot|killed|wounded|injured|"
    r"stabbed|murdered|assassinated|ambushed|attacked|bombed|shelled|abducted|kidnapped|beheaded)\b"
)
_WHOSE_BRANCH = re.compile(
    r"(?:['’]s)?\s+(?:(?:regional|local|main)\s+)?(?:affiliate|branch|offshoot|franchise|proxy|ally)\b"
)
_BRANCH = re.compile(r"\s(?:affiliate|branch|offshoot|franchise|proxy|ally)$")
_NAMED_BEFORE = re.compile(r"[A-Z][\w’'-]*,\s+(?:the\s+|an?\s+)?$")
_ACCUSER = caseless(
    r"\b(?:accused|blamed|suspected|denounced|charged)\s+by\s+(?:the\s+|an?\s+|some\s+|many\s+)?$"
)
_ACCUSES = caseless(
    r"(?:,\s+(?:which|who))?\s+(?:(?:has|had|have|also|later|then|\w+ly)\s+)*(?:blam(?:ed|es?)|accus(?:ed|es?)|"
    r"attribut(?:ed|es?)|ascrib(?:ed|es?)|doubt(?:ed|s)|condemn(?:ed|s)|denounc(?:ed|es?)|"
    r"point(?:ed|s)?\s+(?:the|a|an\s+accusing)\s+finger)\b(?!\s+(?:of|for|by|on|to|over|in|after)\b)"
)
_NONE = caseless(r"(?:no|none|neither|nobody)\b")
_S = re.compile(r"['’]s$")
_OWNS = re.compile(  # but not "**Lorvia's** Karsk Brigade"
    r"['’]s\s+(?!(?:[A-Z][\w’'-]+\s+){1,2}(?:faction|wing|branch|brigade|battalion|cell|column|"
    r"unit|squad)\b)[A-Z]"
)
_GROUP_AGAIN = caseless(
    r"(?:the|this)\s+(?:same\s+)?(?:group|movement|militia|organi[sz]ation|faction|outfit)$"
)
_OUTFIT = caseless(
    r"\b(?:groups?|networks?|cells?|factions?|wing|front|organi[sz]ation|movement|outfit|gangs?|"
    r"bands?|brigades?|army|militias?|squads?|units?|batter(?:y|ies)|guns|gunners|artillery|forces|"
    r"commandos?|battalions?|regiments?|vanguard|guards?|legion|cartels?|clans?|mafias?|teams?|"
    r"patrols?|posts|corps|thieves|raiders)\b"
)
_SOMEONE = caseless(r"some(?:one|body)\b")
_OTHER = caseless(r"(?:each|one\s+another|(?:the\s+)?others?)$")  # "blamed each | other"
_SEVERAL = caseless(r"(?:both|two|three|four|five|several|some|many|other|various|\d+)\s")
_PLURAL_NAME = re.compile(r"[Tt]he\s+[A-Z][\w-]+s$")  # "the Wolves"
_ARMED = (
    r"\s+(?:(?:air|sea|attack|ballistic|cruise|heavy|naval|fighter|combat|assault|patrol|army|navy|"
    r"[a-z]+-[a-z]+)\s+){0,2}(?:drones?|missiles?|rockets?|torpedo(?:es)?|shells?|shelling|artillery|"
    r"guns?|gunners|jets?|planes|war-?planes?|aircraft|helicopters?|bombs|bombers?|mortars?|tanks|"
    r"batteries|forces|troops|strikes?|raids?|bombardment|gunboats?|warships?|submarines?)\b"
)
_WITH_ARMS = re.compile(_ARMED)
_NATION = re.compile(  # "a **Ruritanian** submarine"
    r"(?:(?i:the|an?|one|two|three|several|\d+)\s+)?"
    rf"(?P<nation>[A-Z]\w+(?:[ai]n|ese|ish|[a-z]i|ch|ek))(?={_ARMED})"
)


_MEN_OF = re.compile(  # "members of **Los Lobos**"
    r"(?:[\w’'-]+\s+){0,3}?(?i:members?|men|fighters|militants|rebels|guerrillas|gunmen|partisans|"
    r"soldiers|elements|followers|supporters|mercenaries|\w*revolutionaries)\s+"
    r"(?i:of|from|belonging\s+to|loyal\s+to)\s+(?:(?i:the)\s+)?(?P<name>[A-ZÀ-Þ][\w’' -]+)"
)
_MEMBERS = caseless(r"\bmembers?\s+of\b")
_BESIDES = caseless(  # what is said of persons, and no name of theirs
    r"\s+(?:(?:with|in|on|at|near|aboard|who|whom|that|wearing|carrying|riding|travelling|ran|came|"
    r"drove|fled|shot|fired)\b|of\s+(?:about\s+)?\d|of$)"
)


def _persons(notes: Annotations, span: Span) -> ActorRef:
    """Persons by their noun and what stands before it, or the side whose men they are."""
    text = notes.text
    side = _MEN_OF.fullmatch(text, span.start, span.end)
    name = Span(*side.span("name")) if side else None
    if name and (_MEMBERS.search(text, span.start, name.start) or not inside(notes.places, name)):
        return in_full(notes, name)  # a town has men, and no members
    for head in inside(notes.persons, span):
        if _BESIDES.match(text, head.span.end, span.end):
            return ActorRef(called(text[span.start : head.span.end]))
    return ActorRef(called(span.of(text)))


def _outfit(notes: Annotations, span: Span) -> ActorRef | None:
    words = " ".join(span.of(notes.text).split()).rstrip(",.;:")
    if _SOMEONE.match(words):
        return ActorRef(words.split()[0].lower())
    if words.endswith(" of"):
        return None  # "units of | the Velian army"
    if _SEVERAL.match(words) or _NONE.match(words):
        return None  # "two groups claim it": who they are is told elsewhere; "no group has"
    if _GROUP_AGAIN.match(words):
        group = last_group(notes, span.start)
        return actor_ref(group) if group is not None and acts(group) else ActorRef(words)
    if _OUTFIT.search(words) or _PLURAL_NAME.match(words):
        return in_full(
            notes, Span(span.start, span.start + len(span.of(notes.text).rstrip(",.;:")))
        )
    people = _NATION.match(notes.text, span.start)
    if people and people.end("nation") <= span.end:
        return ActorRef(people["nation"])  # "Ruritanian guns", "a Ruritanian submarine"
    return None


def target_of(notes: Annotations, span: Span) -> Target | None:
    """What the words name: a thing, persons or a force; ``None`` where they name none, or it is
    from there that something was fired."""
    if _FIRED_FROM.search(notes.text, max(0, span.start - _FAR), span.start):
        return None
    kind = _kind(notes, span)
    return Target(" ".join(span.of(notes.text).split()), kind) if kind else None


_FIRED_FROM = caseless(
    r"\b(?:fired|launched|shot|lobbed|came|coming|flown)\s+from\s+(?:the\s+|an?\s+)?$"
)


def _kind(notes: Annotations, span: Span) -> TargetKind | None:
    """By the last noun: "a district judge" is no district."""
    things = [t for t in inside(notes.targets, span) if notes.text[t.span.end :][:1] != "-"]
    near = inside(notes.weapons, Span(max(0, span.start - _NEAR), span.end))
    if any(w.item.id in _LAID and w.span.end == span.end for w in near):
        return None  # "an anti-tank mine": what it was hit with
    persons = inside(notes.persons, span)
    if persons and (not things or things[-1].span.end < persons[-1].span.end):
        return PERSON_KINDS.get(persons[-1].item.who, TargetKind.CIVILIANS)
    named = [n for n in inside(notes.actors, span) if acts(n)]
    if things:
        owner = actor_ref(named[-1]) if named else None
        return of_owner(things[-1].item.kind, owner, span.of(notes.text))
    return side_kind(named[-1]) if named else None


def weapon_of(notes: Annotations, span: Span) -> WeaponUse | None:
    """What the words name: a weapon, one by a word of many uses, or one by the attack."""
    listed = inside(notes.weapons, span)
    if listed:
        borne = borne_off(notes.text, listed[0])
        return None if borne else WeaponUse(weapon_type(listed[0]))
    loose = weapon_book().find_loose(span.of(notes.text))
    if loose:
        return WeaponUse(weapon_type(loose[0]))
    told = (e.item.weapon for e in inside(notes.events, span) if e.item.weapon)
    named = next(told, None) or means_of(notes.text, span, _sentence(notes, span))
    before = _HIT_OR_RIDDEN.get(named or "")
    if named is None or (
        before and before.search(notes.text, max(0, span.start - _FAR), span.start)
    ):
        return None
    return WeaponUse(named)


_AT = r"riding|at|against|aboard|hit|struck|attacked"
_A_CAR = (
    r")\s+(?:(?:an?|the|his|her|their|its|two)\s+)?"
    r"(?:(?!(?:by|with|from|using)\b)[\w’'-]+\s+){0,2}$"
)
_HIT_OR_RIDDEN = {  # "a grenade thrown at **a patrol car**", "shot by men on **a motorcycle**"
    "car_bomb": caseless(rf"\b(?:{_AT}{_A_CAR}"),
    "vehicle": caseless(rf"\b(?:{_AT}|on|in{_A_CAR}"),
}


def _sentence(notes: Annotations, span: Span) -> Span:
    at = bisect_right(notes.sentences, span.start, key=lambda s: s.span.start) - 1
    return notes.sentences[at].span if at >= 0 else span


_RAIDS = caseless(r"(?:air\s*)?(?:strikes?|raids?)$|(?:bombed|bombs|bombing|pounded|pounding)$")


def flown(notes: Annotations, kind: IncidentKind, mentions: Iterable[Span]) -> Sequence[Draft]:
    """The planes of an air strike that is told as "the raids" and no more; one or none."""
    if kind is not IncidentKind.AIR_STRIKE:
        return ()
    told = [m for m in mentions if _RAIDS.match(m.of(notes.text))]
    return [Draft(Field.WEAPON, WeaponUse("aircraft"), m) for m in told[:1]]
