"""Who the network takes for an attacker and the grammar for the subject of an attack's own verb.

It ties few of those to the attack for whom the rules have no word ("**a settler** had mowed down
nine", "**the coastal guns** shelled a pier"), and a side of another clause is easily the likelier.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.annotate import sentence_of
from tallystick.extract.trained.combine import Combination
from tallystick.extract.trained.joining.assembly import Group, Taken, View, chances_of
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.vocab.caseless import caseless

__all__ = ["acting_sides", "is_subject", "without_answers"]

_SAID = (None, Stance.REPORTS, Stance.CONFIRMS)


def acting_sides(
    view: View, found: Sequence[Group], values: Sequence[Taken], weigh: Combination
) -> list[Taken]:
    """The sides that only the network finds, for the incidents whose verb they are the subject of
    and that do not have them."""
    had = {(t.candidate.span, t.group) for t in values}
    sides = [c for c in view.candidates if _is_seen(c)]
    acts = {id(c): [at for at, g in enumerate(found) if _acts_in(view, c, g)] for c in sides}
    sides = [c for c in sides if any((c.span, at) not in had for at in acts[id(c)])]
    if not sides:
        return []

    def enough(candidate: Candidate, group: Group, _chance: float) -> bool:
        return _acts_in(view, candidate, group)

    return [
        Taken(candidate, at, chances.get(at, 0.0))
        for candidate, chances in chances_of(view, sides, found, weigh, enough)
        for at in acts[id(candidate)]
        if (candidate.span, at) not in had
    ]


def _is_seen(candidate: Candidate) -> bool:
    stance = candidate.draft.stance if candidate.draft else None
    return candidate.field is Field.ATTACKER and not candidate.ruled and stance in _SAID


def _acts_in(view: View, candidate: Candidate, group: Group) -> bool:
    """Whether a side is the subject of one of the verbs that tell of an incident."""
    text, anchors = view.notes.text, (view.mentions[i].anchor for i in group.members)
    return any(is_subject(text, candidate.span, anchor) for anchor in anchors)


def without_answers(view: View, found: Sequence[Group], values: Sequence[Taken]) -> list[Taken]:
    """Without those who struck back at who had attacked: "**troops** killed two of the attackers"
    is no attack of theirs where it is told with the attack of others."""
    attackers = [t for t in values if t.candidate.field is Field.ATTACKER]
    sides: dict[int, list[Candidate]] = {}
    for value in attackers:
        sides.setdefault(value.group, []).append(value.candidate)

    def answers(value: Taken) -> bool:
        one = value.candidate
        stance = one.draft.stance if one.draft else None
        if one.field is not Field.ATTACKER or stance not in (*_SAID, Stance.CLAIMS):
            return False
        if not _ON_THEM.match(view.notes.text, one.span.end):
            return False
        told = min(view.mentions[i].anchor for i in found[value.group].members)
        sentence = sentence_of(view.notes, one.span)
        before = sentence is not None and told.end <= sentence.span.start
        return before or any(_is_before(other, one) for other in sides[value.group])

    return [value for value in values if not answers(value)]


def _is_before(other: Candidate, one: Candidate) -> bool:
    """Whether another side than one was told of before it."""
    apart = (
        other.draft is not None and one.draft is not None and other.draft.value != one.draft.value
    )
    return apart and other.span.end < one.span.start


_N = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|most|all|both|\d+)"
_ON_THEM = caseless(
    r"\s(?:[\w-]+\s){0,7}?(?:kill(?:ed|ing)|shot(?:\sdead|\sand\skilled)?|gunned\sdown|neutrali[sz]ed|"
    r"eliminated|wounded|fired\sat|fired\sback\sat|engaged)\s"
    rf"(?:{_N}\sof\sthem\b|(?:(?:{_N}\sof\s)?the|an?\s(?:second|third|fourth)|another|both|all\sthe)\s(?:\w+\s)?"
    r"(?:attackers?|assailants?|gunm[ae]n|bombers?|raiders?|kidnappers?|abductors?|hijackers?|infiltrators?)\b)"
)


def is_subject(text: str, who: Span, act: Span) -> bool:
    """Whether words for somebody stand just before an active verb with its object, and after no
    preposition: "**two guards** had fired six shots", not "**a soldier** killed in the raid"."""
    if not 0 < act.start - who.end < _NEAR or _TO_VERB.match(text, who.end, act.start) is None:
        return False
    if _NO_ATTACK.match(text, act.start, act.end) or not _has_object(text, act):
        return False
    return _OF.search(text, max(0, who.start - _NEAR), who.start) is None


def _has_object(text: str, act: Span) -> bool:
    """Whether an object follows, or that which was fired at: "shot at the post". "Killed **at the
    post**" tells where those were killed."""
    if _OBJECT.match(text, act.end):
        return True
    return _FIRES.match(text, act.start) is not None and _AT.match(text, act.end) is not None


_NEAR = 45  # characters
_TO_VERB = caseless(
    r"\s(?:(?:had|has|have|also|then|later|first|again|allegedly|reportedly|(?:on\s)?\w+day(?:\s\w+)?|"
    r"last\snight|today|yesterday|\w+ly)\s){0,3}$"
)
_NO_ATTACK = caseless(  # who does it has not attacked, or is no subject
    r"(?:\w*ing$|repel|repuls|foil|thwart|fend|beat\s+(?:back|off)|fought\s+off|push\w*\s+back|defus|"
    r"deactivat|disarm|neutrali[sz]|intercept|shoot\w*\s+down|shot\s+down|down(?:ed|s)|apprehend|arrest|"
    r"detain|seiz\w+\s+(?:an?|the)\s|drove\s+(?:in|over|up)|hit\s+an?\s+mine|struck\s+an?\s+mine)"
)
_SOMETHING = (
    r"(?:the|an?|his|her|"
    r"their|its|our|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*|several|some|many|dozens|"
    r"scores|hundreds|at\sleast|more\sthan|nearly|about|around|up\sto|another|shots?|fire|rounds|rockets|"
    r"missiles|him|them|us)\b"
)
_OBJECT = caseless(
    rf"\s(?:(?:dead|down|up|off|out|away|back|over|fire\son|fire\sat)\s)?{_SOMETHING}"
)
_AT = caseless(rf"\s(?:at|on|into)\s{_SOMETHING}")
_FIRES = caseless(
    r"(?:open\w*|fir|shoot|shot|thr[eo]w|hurl|lob|aim|charg|dr[io]v|rush|launch|rain|turn|burst|stormed|"
    r"descend|set|fell)"
)
_OF = caseless(
    r"\b(?:by|with|against|from|on|for|to|at|in|of|than|near|between|as|like|supported|backed)\s+"
    r"(?:the\s+|an?\s+|some\s+)?(?:[\w’'-]+\s)?$"
)
