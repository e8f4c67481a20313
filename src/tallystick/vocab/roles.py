"""The organs of a state, and the sorts of armed actor, by the nouns that name them.

Patterns are matched on folded text, right after a country's name or adjective.
"""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.vocab.actor_types import ActorKind, RelationType


@dataclass(frozen=True, slots=True)
class Role:
    """An organ of a state, or a sort of actor of its people: ``mil-fr``, "French military"."""

    prefix: str
    kind: ActorKind
    noun: str
    pattern: str
    relation: RelationType | None = RelationType.PART_OF
    covers: tuple[ActorKind, ...] = ()


_ARMED = (ActorKind.ARMED_GROUP, ActorKind.MILITIA)
_STATE_FORCES = (ActorKind.MILITARY, ActorKind.POLICE)

FIGHTERS = (
    r"(?:shiite |shia |sunni |islamist |jihadist |armed |opposition |paramilitary |proxy |rebel )*"
    r"(?:militia groups?|militant groups?|armed groups?|rebel groups?|militias?|militiam[ae]n|"
    r"paramilitar(?:y|ies)|militants?|rebels?|insurgents?|guerrillas?|fighters?|separatists?|"
    r"gunm[ae]n|factions?|jihadists?|terrorists?|prox(?:y|ies)|extremists?|opposition forces)"
)

# The order matters: the first that fits wins, so "government forces" stands before "government".
ROLES: tuple[Role, ...] = (
    Role(
        "proxy",
        ActorKind.COLLECTIVE,
        "-backed groups",
        r"(?:backed|supported|aligned|linked|allied|funded|sponsored|controlled|affiliated) "
        rf"(?:[a-z]+ ){{0,2}}?(?:{FIGHTERS}|forces|groups?|troops)",
        RelationType.BACKED_BY,
        _ARMED,
    ),
    Role(
        "media",
        ActorKind.OUTLET,
        " media",
        r"(?:state|official|public|local|government)?(?: run| owned)? ?"
        r"(?:media|television|tv|radio|news agency|newspapers?|broadcaster|press)",
        None,
    ),
    Role(
        "moi",
        ActorKind.MINISTRY,
        " interior ministry",
        r"(?:interior (?:ministry|ministers?)|ministry of (?:the )?interior|"
        r"home (?:ministry|office))",
    ),
    Role(
        "mfa",
        ActorKind.MINISTRY,
        " foreign ministry",
        r"(?:foreign (?:ministry|ministers?|office)|ministry of foreign affairs|state department)",
    ),
    Role(
        "moh",
        ActorKind.MINISTRY,
        " health ministry",
        r"(?:health (?:ministry|ministers?|officials?|authorities)|ministry of health)",
    ),
    Role(
        "mod",
        ActorKind.MINISTRY,
        " defence ministry",
        r"(?:defen[cs]e (?:ministry|ministers?|department|secretary|officials?|chief)|"
        r"(?:ministry|department) of (?:national )?defen[cs]e)",
    ),
    Role(
        "intel",
        ActorKind.INTELLIGENCE,
        " intelligence",
        r"(?:military |national )?intelligence"
        r"(?: (?:agency|agencies|services?|officials?|community|directorate))?",
    ),
    Role(
        "pol",
        ActorKind.POLICE,
        " police",
        r"(?:federal |national |local |riot |traffic |border |state |civil |judicial |"
        r"counter ?terrorism )*"
        r"(?:police(?: (?:officers?|forces?|officials?)|m[ae]n)?|gendarmerie|gendarmes)",
    ),
    Role(
        "sec",
        ActorKind.SECURITY,
        " security forces",
        r"(?:internal |state )?(?:security "
        r"(?:forces?|services?|personnel|officials?|agents?|agency)|border guards?|border forces?)",
        RelationType.PART_OF,
        _STATE_FORCES,
    ),
    Role(
        "mil",
        ActorKind.MILITARY,
        " military",
        r"(?:government |regime |state |federal |occupation |occupying |special |"
        r"special operations |ground |air |armed |defen[cs]e |elite |airborne |combat |"
        r"coalition |regular |infantry |"
        r"naval |navy |army |military |war |fighter |attack |battle |"
        r"counter ?terrorism |artillery |"
        r"joint |national )*"
        r"(?:forces?|troops?|military|army|armies|soldiers?|navy|marines?(?: corps)?|"
        r"service ?(?:members?|m[ae]n)|personnel|paratroopers?|commandos?|infantry(?:m[ae]n)?|"
        r"warplanes?|jets?|planes|aircraft|bombers|helicopters?|gunships?|warships?|gunboats?|"
        r"artillery|gunners?|snipers?|tanks|airm[ae]n|pilots?|sailors?|reservists?|conscripts?|"
        r"armed forces|air defen[cs]es?|coast ?guard|national guard|commanders?|generals?|brigade)",
    ),
    Role(
        "jus",
        ActorKind.GOVERNMENT,
        " prosecutors",
        r"(?:state |public |military |federal )*"
        r"(?:prosecutors?(?: general)?|judiciary|attorney general)",
    ),
    Role(
        "gov",
        ActorKind.GOVERNMENT,
        " government",
        r"(?:federal |central |interim |transitional |caretaker |state |senior |local |provincial |"
        r"coalition |military )*"
        r"(?:government|governments|officials?|authorities|administration|regime|cabinet|"
        r"leadership|leaders?|president|prime minister|premier|junta|presidency|ministers?|"
        r"diplomats?|ambassador|embassy)",
    ),
    Role(
        "armed",
        ActorKind.COLLECTIVE,
        " armed groups",
        FIGHTERS,
        None,
        _ARMED,
    ),
)
