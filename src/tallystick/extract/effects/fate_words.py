"""The words for what became of weapons and of attacks."""

from __future__ import annotations

from tallystick.model.values import Fate
from tallystick.vocab.caseless import caseless

_ATTACK = (
    r"(?=\s+(?:[\w’'-]+\s+){0,6}?(?:attacks?|assaults?|raids?|offensives?|infiltrations?|incursions?|"
    r"ambush(?:es)?|advances?|attempts?\s+(?:[\w’'-]+\s+){0,5}?(?:to|at|by))\b)"
)
_OPEN = (
    r"(?:in|on|near|into) (?:an? |the )?(?:open|empty|uninhabited|deserted|vacant|waste|fields?|"
    r"sea|water|river|lake|ocean|desert)(?: \w+)?"
)
_REACH = r"(?:reach|enter|arriv|get|hit|strik|attain|approach)"
_FATES: tuple[tuple[Fate, str], ...] = (
    (
        Fate.INTERCEPTED,
        r"intercept(?:ed|s|ing)?(?: and destroy(?:ed|s|ing))?|"
        r"sh(?:o|oo)t(?:s|ing)? (?:it |them |one |both )?down|downed|"
        r"downing of|"
        r"(?:brought|bringing) (?:it |them )?down|engaged and destroyed|"
        r"neutrali[sz]ed|destroyed (?:in (?:the )?air|in mid-?air|before)|jammed|"
        r"destroyed(?= over (?!\d|an?\b|half\b|one\b|two\b|ten\b)| by (?:the )?(?:[\w-]+ ){0,2}?"
        r"air[ -]?defen[cs]e)|"
        r"destroy(?:ed|ing)?(?=\s[^.;]{5,90}\bbefore (?:it|they|reaching|arriving|entering)\b"
        rf"[^.;]{{0,30}}\b{_REACH})",
    ),
    (
        Fate.FAILED_TO_EXPLODE,
        r"(?:failed to|did not|didn[’']t) (?:explode|detonate|go off)|"
        r"(?:had|has|have) (?:not|never) (?:exploded|detonated|gone off)|"
        r"without (?:exploding|detonating|going off)|duds?",
    ),
    (
        Fate.FELL_SHORT,
        r"fell short|missed (?:its|their|the) (?:\w+ )?(?:targets?|mark)|missed(?=[.;]| it\b)|"
        rf"(?:landed|fell|hit|struck|came down) {_OPEN}|never (?:got|came) (?:close|"
        r"near)|landed short|overshot|went astray|gone astray|"
        r"fell (?:outside|harmlessly)|landed (?:outside|harmlessly)",
    ),
    (Fate.CRASHED, r"crash(?:ed|es|ing)"),
    (
        Fate.DEFUSED,
        r"defus(?:ed|es|ing)|dismantl(?:ed|ing)|disarmed|safely detonated|deactivated|"
        r"(?:made|rendered|making) (?:it |them )?(?:safe|harmless)|"
        r"(?:blown up|blew (?:it |them )?up|destroyed|detonated) in a controlled explosion",
    ),
    (
        Fate.REPELLED,
        r"repel(?:led|s|ling)|repuls(?:ed|es|ing)|beat(?:en)? back|fought off|fighting off|"
        r"driven back|fend(?:ed|s|ing) off|"
        rf"(?:foil(?:ed|s|ing)?|thwart(?:ed|s|ing)?|frustrat(?:ed|es|ing)){_ATTACK}",
    ),
    (
        Fate.HIT,
        r"(?:targets?|nothing|anything) (?:had been|has been|have been|was|were) (?:\w+ly )?"
        r"(?:hit|struck)|"
        r"(?:directly |accurately |precisely )?(?:hit|hits|struck|strikes(?= (?:an?|the|"
        r"near)\b)|striking|hitting)(?! by)|"
        r"(?:directly|precisely) hit|hit directly|impact(?:ed|s|ing)|land(?:ed|ing) (?:inside|in|"
        r"on|at)|got through|fell inside|"
        r"slammed into|detonated (?:inside|near)|exploded (?:inside|at|"
        r"near|in)",
    ),
)
FATES = tuple((fate, caseless(rf"\b(?:{words})(?!\w)")) for fate, words in _FATES)
"""Each fate with its words; what an earlier one has taken no later one takes."""

ANY_FATE = caseless(rf"\b(?=\w)(?:{'|'.join(words for _, words in _FATES)})(?!\w)")

OTHER_FATES = tuple(p for fate, p in FATES if fate not in (Fate.HIT, Fate.REPELLED, Fate.DEFUSED))
"""The words for weapons that did not come to where they were sent."""
