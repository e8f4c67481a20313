"""Acts that a source tells of as its own: "it had struck ...", "its fighters carried out ..."."""

from __future__ import annotations

import re

from tallystick.extract.quotation.attribution import Attribution
from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless

MEN = (
    r"(?:fighters|men|forces?|members|cadres|combatants|units?|squads?|teams?|cells?|militants|"
    r"soldiers|troops|gunmen|rebels|guerrillas|insurgents|mujahideen|commandos|snipers|operatives|"
    r"army|artillery|navy|air force|warplanes|planes|jets?|aircraft|helicopters|boats|tanks|"
    r"drones?|missiles?|rockets?|mortars?|bombers?|martyrdom \w+|suicide \w+|"
    r"(?:military|armed) wing|brigades?|battalions?)"
)
OWN = (
    r"(?:it|they|we|he|she|(?:(?:one|two|three|four|some|several) of )?"
    rf"(?:its|their|our|his)\s+(?:own\s+)?(?:[\w-]+\s+)?{MEN})"
)
"""Who speaks, or those that are its own."""
DID = (
    r"(?:carried out|behind|attacked|targeted|bombed|shelled|struck|hit|responsible|launched|fired|"
    r"killed|conducted|carrying|planted|placed|laid|set off|detonated|shot|downed|ambushed|"
    r"abducted|kidnapped|perpetrated|staged|executed|murdered|assassinated|raided|stormed|blown up|"
    r"blew up|inflicted|caused|destroyed|overr[au]n|captured|eliminated|wounded|beheaded|seized|"
    r"retaken|recaptured|dropped|mounted|repelled|slaughtered|massacred|slain|gunned down|"
    r"mow(?:ed|n) down|machine-?gunned|rocketed|mortared|strafed|bombarded|torched|"
    r"set fire to|dynamited|rammed|stabbed|looted|hijacked|gassed|lynched|tortured|raped|"
    r"begun (?:an?|the|its) (?:\w+ )?(?:attack|assault|offensive|operation)|"
    r"taken (?:full )?control|used (?:chemical|poison|toxic)|opened fire|violated)"
)
_TELLS = caseless(
    rf"[\s“\"]*(?:that\s+)?(?:{OWN}\s+(?:(?:had|has|have|were|was|also|all|successfully|today|"
    rf"yesterday|earlier|jointly|directly)\s+){{0,3}}|to have\s+)[“\"]?(?:\w+ly\s+)?{DID}\b"
)
_CLAIM = caseless(r"claim|responsib|credit")
_ARMED = re.compile(
    r"\b(?:forces?|fighters|militants|rebels|guerrillas|insurgents|mujahideen|tribesmen|troops|army|"
    r"front|brigades?|battalions?|movement|command|militias?|factions?|group|wing|resistance|"
    r"coalition)\b",
    re.IGNORECASE,
)
_POSSESSED = caseless(r"(?:its|their|our|his)\s")


def opens_with_own(text: str, content: Span) -> bool:
    """Whether what is said begins with an act of whoever says it."""
    return _TELLS.match(text, content.start, content.end) is not None


def only_claims(text: str, voice: Attribution) -> bool:
    """Whether a source claims an act that others tell of: "claimed the bombing of the mill"."""
    return _CLAIM.search(voice.cue.of(text)) is not None and not opens_with_own(text, voice.content)


def is_armed(source: str) -> bool:
    """Whether the words for a source name an armed party: "resistance forces"."""
    return _ARMED.search(source) is not None


def is_possessed(words: str) -> bool:
    """Whether words are of a possessor's men or weapons: "its fighters"."""
    return _POSSESSED.match(words) is not None
