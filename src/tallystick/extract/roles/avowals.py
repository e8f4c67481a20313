"""Acts that a side avows, in its own words or in those of whoever speaks for it.

"The group said **its fighters** had planted the device", "a caller speaking for the Front said
**it** was behind the raid", "the bomb, its spokesman said, was laid by **our men**". The words for
the speaker itself are the span, the side that they stand for is the value: it is named beside the
speaker, or it is the group told of before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tallystick.extract.actors.principals import GROUP, principals
from tallystick.extract.actors.sides import actor_ref, in_full, speaking_near
from tallystick.extract.actors.speaking_sides import office_of, tends
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.events.standing import is_called_false
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.quotation.own_acts import MEN
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.actors import ActorKind, actor_book
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

# ------------------------------------------------------------------ the words for oneself

_MEN = (
    rf"(?:{MEN}|people|comrades|agents|pilots|gunners|militiamen|ships?|warships?|gunboats?|"
    r"gunships?|submarines?|strike teams?|brothers|boys|heroes|lions|mujahide?en|wing|fronts?|"
    r"columns?|sappers|guns|gunners|partisans|volunteers|saboteurs|marines|officers|deputies|"
    r"defen[cs]e units?|militias?|youths?|batter(?:y|ies)|companies|detachments?|knights|sons)"
)
_HELD = (
    r"(?:[\"“]?the\s+(?:soldiers|lions|knights|heroes|men|cubs)\s+of\s+the\s+(?:caliphate|faith|"
    r"resistance|revolution)[\"”]?|"
    rf"(?:its|their|our|his|the {GROUP}[’']s?)\s+(?:own\s+)?[\"“]?(?:[\w’'-]+\s+){{0,3}}?"
    rf"{_MEN}\b[\"”]?)"
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|several|some|a|the|\d+)"
_NOUN = r"(?!(?:had|has|have|was|were|been|is|are)\b)[\w’'-]+"
_ONE_OF = (
    rf"(?:{_NUMBER}\s+(?:(?:of|(?:suicide\s+)?(?:members?|fighters?|bombers?|units?|cells?|squads?|"
    r"teams?|martyrs?|men|soldiers?|commandos?|columns?|detachments?|patrols?|groups?)\s+(?:of|from))\s+)(?:its|their|our|his)\s+"
    rf"(?:{_NOUN}\s+){{0,3}}?{_NOUN})"
)
_PRONOUN = r"(?:it|they|we|he|she|I)"
_AUX = (
    r"(?:(?:had|has|have|also|too|all|both|together|jointly|then|later|earlier|today|yesterday|"
    r"themselves|itself|\w+ly|on\s+\w+day|late|early|(?:was|were|is|are|been)(?=\s+(?:\w+\s+)?"
    r"(?:behind|responsible|holding)\b))\s+){0,4}"
)
_OBJECT = r"(?:it|this|that|so|them|both|him|her|the\s+[\w-]+)"
_DID = (
    r"(?:carried\s+(?:it\s+|them\s+)?out|behind|attack(?:s|ed)?|target(?:s|ed)|bombed|shelled|"
    r"struck|hit|responsible|launched|fired|killed|conducted|planted|placed|laid|detonated|"
    r"exploded|shot(?!\s+down)|ambushed|abducted|kidnapped|perpetrated|staged|executed|murdered|"
    r"assassinated|raided|stormed|blown\s+up|blew\s+up|destroyed|overr[au]n|captured|"
    r"eliminated|wounded|beheaded|seized|mounted|dynamited|bombarded|pounded|annihilated|"
    r"liquidated|torched|burn(?:ed|t)|mined|sank|sunk|sabotaged|stabbed|hurled|threw|thrown|"
    r"lobbed|dropped|machinegunned|punished|neutrali[sz]ed|downed|(?:shot|brought)\s+down|"
    r"(?:returned|opened)\s+fire|(?:shot|fired|hit|struck)\s+back|acted\s+against|knocked\s+out|"
    r"gunned\s+down|(?:replied|responded|retaliated)(?=\s+(?:to|with|by|against)\b)|"
    r"(?:stopped|intercepted)(?=\s+(?:a|an|the|two|three)\s+(?:[\w-]+\s+)?(?:convoys?|bus(?:es)?|trucks?|"
    r"cars?|vehicles?|trains?|lorr(?:y|ies)|boats?)\b)|rammed|flattened|wiped\s+out|put\s+out\s+of\s+action|"
    r"(?:taken|took)\s+(?:part|(?:full\s+)?control)|derailed|disarmed|"
    r"(?:taken|took)(?=\s+(?:the|a)\s+(?:[\w’'-]+\s+){0,4}?(?:base|towns?|villages?|posts?|camp|"
    r"barracks|garrison|city|airport|bridge|hills?|bunkers?)\b)|"
    rf"set\s+(?:(?:{_OBJECT}|the\s+\w+\s+\w+)\s+)?(?:off|on\s+fire|fire\s+to)|"
    rf"(?:did|done|committed|sent|made|(?:holding|holds?)(?![^.;]{{0,120}}?\s(?:responsible|accountable|liable)\b))"
    rf"\s+{_OBJECT}|"
    r"(?:take|took|taken|claim(?:s|ed)?|accept(?:s|ed)?|assume[sd]?|bore?|bears?)\s+(?:(?:full|sole|all|the)\s+)?"
    r"(?:responsibility|credit|blame))"
)
_HARMLESS = Pattern(
    r"\s+(?:[\w-]+\s+){0,4}?(?:investigations?|search(?:es)?|manhunt|probe|inquiry|enquiry|campaign|"
    r"appeals?|rescue|autops\w+|tests?|survey|review|arrests?|prisoners)\b",
    re.IGNORECASE,
)
_ON_PATROL = Pattern(r"\s+(?:[\w-]+\s+){0,3}?patrols?\b", re.IGNORECASE)
_LED = Pattern(r"carried\s+out|launched|conducted|staged|mounted", re.IGNORECASE)
_DOWNED = Pattern(
    r"(?:(?!\b(?:with|using|by|from)\b)[^.;,]){0,30}?"  # "hit the post **with** two missiles"
    r"\b(?:drones?|missiles?|rockets?|projectiles|UAVs?|shells|objects)\b",
    re.IGNORECASE,
)
_STARTS = r"(?:^|[\"“]|\b(?:that|and|but|when|which|where|while|after|saying|said)\b)"
_LEAD = (
    r"[\s,]*(?:(?:on|late|early|earlier|in|at|this|last|that)\s+(?:[\w’'-]+\s+){1,3}?)?"
    r"(?:in\s+an?\s+(?:[\w-]+\s+){1,3})?[,\s]*[\"“]?"
)
_OPENS = (  # what may stand between a word of saying and its subject
    r"(?:\s*(?:(?:on|via|through)\s+(?:its\s+)?[\w-]+(?:\s[\w-]+)?|in\s+an?\s+[\w\s-]{3,40}?|to\s+\w+|late|early|earlier|later|also|"
    r"\w+day),?)?\s*(?:that\s+)?[\s“\"]*"
)
_AT_FIRST = Pattern(
    rf"{_OPENS}(?P<self>{_PRONOUN}|to(?=\s+have\s)|(?:the|this)\s+(?:\w+\s+)?{GROUP})\s+{_AUX}[“\"]?"
    rf"(?P<did>{_DID})\b",
    re.IGNORECASE,
)
_AFTER = (  # "in the city"; not "we hold the army responsible"
    r"(?:(?:(?!(?:was|were|been|being|is|are|hold|holds|held|consider)\b)[\w’'-]+\s+){1,5}?)?"
)
_AND = (  # "shot down a drone over the city **and**": another deed than what was fended off
    r"(?:(?:shot\s+down|downed|repelled|repulsed|intercepted|brought\s+down|beat\s+back|foiled|"
    r"thwarted|came\s+under)\s[^.;,]{3,60}?,?\s+and\s+(?:\w+ly\s+|then\s+|also\s+)?)?"
)
_BY_MEN = caseless(
    rf"{_STARTS}{_LEAD}\b(?P<self>{_ONE_OF}|{_HELD})[\"”]?\s+{_AFTER}{_AUX}{_AND}[“\"]?"
    rf"(?P<did>{_DID})\b"
)
_PASSIVE = caseless(
    rf"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?(?P<did>{_DID})\s+by\s+(?!his\s)"
    rf"(?P<self>{_ONE_OF}|{_HELD}|(?:the|this)\s+{GROUP}|us|it|them)(?!\w)"
)
_WORK = caseless(
    r"\b(?P<did>was|were|is|are|been)\s+(?:all\s+|both\s+)?(?:the\s+work\s+of\s+)?"
    r"(?P<self>[\"“]?the\s+soldiers\s+of\s+the\s+caliphate\b|"
    r"(?:its|their|our|his)\s+(?:own\b(?!\s\w)|(?:[\w-]+[’']?s?\s+){0,2}(?:work|doing|deed|"
    r"brigade|front|unit|column|men|fighters)\b))"
)
_CLEFT = caseless(  # "said it was its drones that hit the depot"
    rf"\b(?:it|this|that)\s+(?:was|were|is)\s+(?:(?P<self>{_ONE_OF}|{_HELD}|they|we|us)\s+(?:that|which|who)\s+{_AUX}"
    rf"(?P<did>{_DID})\b|(?P<us>us|we)(?P<that>)(?=\s*(?:[.,;!\"”]|$)))"
)
_ARMS_FELL = caseless(  # "admitted that two of its own shells, meant for a post, hit a school"
    rf"\b(?P<self>(?:(?:{_NUMBER}\s+)?of\s+)?(?:its|their|our)\s+(?:own\s+)?(?:[\w-]+\s+)?(?:shells?|"
    r"missiles?|rockets?|bombs?|mines?|drones?|projectiles?|munitions?))(?:,\s[^.;,]{3,60},)?\s+(?:had\s+|"
    r"have\s+|has\s+)?(?:\w+ly\s+)?(?P<did>fell|fallen|landed|strayed|gone\s+astray|went\s+astray|"
    r"exploded|killed|hit|struck)\b"
)
_ANYWHERE = (_BY_MEN, _PASSIVE, _WORK, _CLEFT, _ARMS_FELL)
_NOT = Pattern(r"\b(?:not|never|nothing|no|none|nobody|neither)\b|n[’']t\b", re.IGNORECASE)
_NONE = Pattern(r"\s+(?:neither|none|nothing|no(?:body|\s+one)?)\b", re.IGNORECASE)
_NONE_OF = Pattern(r"\b(?:none|neither|not\s+one|no\s+\w+)\s+of\s+$", re.IGNORECASE)
_MOST = 4  # deeds of one form in what one source says


@dataclass(frozen=True, slots=True)
class _Avowed:
    """The words for whoever speaks, and those of its act."""

    self_: Span
    did: Span


def avowals(notes: Annotations, clause: Span) -> list[Draft]:
    """The sides that avow what a clause tells: their own words for themselves, stance "claims"."""
    found: list[Draft] = []
    for voice in speaking_near(notes, clause):
        if voice.stance in (Stance.DENIES, Stance.BLAMES, Stance.DOUBTS):
            continue
        if not voice.content.overlaps(clause):
            continue
        if tends(voice.source.of(notes.text)) or _is_untold(notes.text, voice):
            continue
        for words in _avowed(notes.text, voice, clause):
            found += [
                Draft(Field.ATTACKER, in_full(notes, who), span, Stance.CLAIMS)
                for who, span in principals(notes, voice, words.self_)
            ]
        found += [*_on_behalf(notes, voice, clause), *_unsaid(notes, voice, clause)]
    return list(dict.fromkeys(found)) or _in_own_voice(notes, clause)


def _on_behalf(notes: Annotations, voice: Attribution, clause: Span) -> Iterator[Draft]:
    """ "A caller said **the Front** had planted it": the author, for one who has no name."""
    if not _CALLER.search(voice.source.of(notes.text)):
        return
    told = Span(voice.content.start, max(voice.content.start, min(voice.content.end, clause.end)))
    for named in inside(notes.actors, told):
        before = notes.text[told.start : named.span.start]
        did = _THEY_DID.match(notes.text, named.span.end, told.end)
        words = before + (did.group() if did else "")
        if _is_group(named) and (did or _WORK_OF.search(before)) and not _NOT.search(words):
            yield Draft(Field.ATTACKER, actor_ref(named), named.span, Stance.CLAIMS)


_CALLER = caseless(
    r"\b(?:callers?|leaflets?|pamphlets?|telephone call|"
    r"(?:m[ae]n|wom[ae]n|voice|person) (?:who|using|with|giving|claiming|identifying|calling))\b"
)
_THEY_DID = Pattern(rf"[\"”]?\s+{_AFTER}{_AUX}[\"“]?{_DID}\b", re.IGNORECASE)
_WORK_OF = Pattern(
    rf"\b(?:work\s+of|(?:was|were|been)\s+{_DID}\s+by)\s+(?:(?:the|a)\s+)?(?:[\w’'-]+\s+){{0,2}}[\"“]?$",
    re.IGNORECASE,
)


def _unsaid(notes: Annotations, voice: Attribution, clause: Span) -> Iterator[Draft]:
    """ "**The army** said twelve targets were destroyed": by whom else goes without saying."""
    start, end = max(voice.content.start, clause.start), min(voice.content.end, clause.end)
    done = _HIT.search(notes.text, start, end)
    sentence = _SENTENCED if _LEAFLET.search(voice.source.of(notes.text)) else None
    if done or (sentence and sentence.search(notes.text, start, end)):
        for who, _ in principals(notes, voice, voice.source):
            yield Draft(Field.ATTACKER, who, voice.source, Stance.CLAIMS)
    elif _flown(notes, Span(start, end)):
        for who, _ in principals(notes, voice, voice.source):
            if _is_force(who) or _ARMY.search(voice.source.of(notes.text)):
                yield Draft(Field.ATTACKER, who, voice.source, Stance.CLAIMS)


def _flown(notes: Annotations, said: Span) -> Span | None:
    """ "**Helicopters** hit a rebel base": craft of nobody's, and what they hit was a foe's."""
    if not _CRAFT.search(notes.text, said.start, said.end):
        return None
    match = _CRAFT_HIT.search(said.of(notes.text))
    if match is None or _NOT.search(match.group()):
        return None
    hit = Span(said.start + match.end(), min(said.end, said.start + match.end() + _FAR))
    foes = (n for n in inside(notes.actors, hit) if n.actor is not None)
    theirs = bool(_FOES.search(notes.text, hit.start, hit.end)) or any(map(_is_group, foes))
    if not theirs or _OF_ITS_OWN.match(notes.text, hit.start, hit.end):
        return None
    return Span(said.start + match.start("craft"), said.start + match.end("craft"))


def _is_force(who: ActorRef) -> bool:
    """Whether it is an army, or speaks for one."""
    if who.id is None or who.id not in actor_book():
        return _ARMY.search(who.name) is not None
    actor = actor_book().get(who.id)
    kinds = {actor.kind, *actor.covers}
    return bool(kinds & {ActorKind.MILITARY, ActorKind.COALITION}) or bool(_ARMY.search(who.name))


_FAR = 60  # characters from a verb to what it hits
_CRAFT = caseless(
    r"\b(?:jets|planes|war-?planes|aircraft|helicopters|gunships|bombers|warships|gunboats)\b"
)
_CRAFT_HIT = caseless(
    r"(?:^|\bthat\b|\band\b|,|:)[\s\"“]*(?:on\s+\w+day\s+|overnight\s+)?(?:(?:two|three|four|several|combat|fighter|"
    r"attack|air\s+force|army|military|naval)\s+){0,3}(?P<craft>jets|planes|war-?planes|aircraft|helicopters|"
    rf"gunships|bombers|warships|gunboats)\s+{_AUX}(?:{_DID}|pounded|strafed|rocketed)\b"
)
_OF_ITS_OWN = Pattern(r"\s+(?:[\w-]+\s+){0,3}?(?:its|their|our|his)\b", re.IGNORECASE)
_FOES = caseless(
    r"\b(?:rebels?|militants?|terrorists?|insurgents?|guerrillas?|jihadists?|bandits?|enemy|gunmen|"
    r"extremists?|separatists?|hide-?outs?|strongholds?|lairs?)\b"
)
_ARMY = caseless(
    r"\b(?:army|military|navy|air\s+force|armed\s+forces|defen[cs]e\s+(?:forces?|ministry)|general\s+staff|"
    r"ministry\s+of\s+defen[cs]e|coalition)\b"
)
_BEEN = r"(?:had\s+been|have\s+been|has\s+been|were|was)\s+(?:\w+ly\s+)?"
_HIT = Pattern(
    r"\b(?:targets|positions|hideouts?|hide-outs?|shelters|lairs|strongholds|terrorists|"
    r"(?:terrorist|militant|rebel|enemy|insurgent)\s+\w+)\s+(?:[\w-]+\s+){0,4}?"
    rf"{_BEEN}(?:destroyed|hit|struck|neutrali[sz]ed|targeted|bombed|eliminated)\b"
    r"(?!\s+(?:\w+\s+){0,4}?by\b)"
)
_LEAFLET = Pattern(r"\b(?:leaflets?|pamphlets?|letters?|notes?|posters?|signs?)\b", re.IGNORECASE)
_SENTENCED = Pattern(rf"\b{_BEEN}(?:punished|executed|put\s+to\s+death|sentenced)\b(?!\s+by\b)")


def _in_own_voice(notes: Annotations, clause: Span) -> list[Draft]:
    """ "**Our comrades** attacked the post": in a text that is a side's own, quoted by nobody.

    The side is the group that its head or its signature names; else the words stand for it.
    """
    match = _OURS_DID.search(notes.text, clause.start, clause.end)
    if match is None:
        return list(_in_a_communique(notes, clause))
    own = Span(*match.span("self"))
    told = any(v.content.overlaps(own) for v in speaking_near(notes, own))
    near = Span(max(0, own.start - _FALSE_WITHIN), min(len(notes.text), own.end + _FALSE_WITHIN))
    told = told or is_called_false(notes.text, near, Span(*match.span("did")))
    if told or in_quotes(notes.text, own) or _NOT.search(match.group()):
        return []
    who = signer(notes) or ActorRef(" ".join(own.of(notes.text).split()))
    return [Draft(Field.ATTACKER, who, own, Stance.CLAIMS)]


def _in_a_communique(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """ "**Fighter jets** struck a rebel cell", in an army's own words."""
    craft = _flown(notes, clause)
    office = office_of(notes.document.publisher or "") if craft is not None else None
    if craft is None or office is None or ActorKind.MILITARY not in (office.kind, *office.covers):
        return
    if not any(v.content.overlaps(craft) for v in speaking_near(notes, craft)):
        yield Draft(Field.ATTACKER, ActorRef(office.name, office.id), craft, Stance.CLAIMS)


_OURS_DID = caseless(
    rf"\b(?P<self>our\s+(?:own\s+)?(?:[\w’'-]+\s+){{0,3}}?{_MEN}\b(?:\s+of\s+(?:the\s+)?[\w’'-]+(?:\s+\d+)?)?|we)"
    rf"[\s,]+{_AFTER}{_AUX}(?P<did>{_DID})\b"
)


def disowned(notes: Annotations, clause: Span) -> list[Draft]:
    """ "**We** deny any part in the murder": in a text that is a side's own, quoted by nobody."""
    if by_men := list(_not_by_men(notes, clause)):
        return by_men
    match = _NOT_OURS.search(notes.text, clause.start, clause.end)
    own = Span(*match.span("self")) if match else None
    if own is None or in_quotes(notes.text, own):
        return []
    spoken = (v for v in speaking_near(notes, own) if v.content.overlaps(own))
    if any(v.source != own for v in spoken):
        return []
    who = signer(notes) or ActorRef(own.of(notes.text))
    return [Draft(Field.ATTACKER, who, own, Stance.DENIES)]


def _not_by_men(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """ "The ministry said that no civilian was killed **by its men**": a denial, in its voice."""
    for match in islice(_NONE_BY_MEN.finditer(notes.text, clause.start, clause.end), _MOST):
        own = Span(*match.span("self"))
        for voice in speaking_near(notes, own):
            if voice.content.contains(own) and not tends(voice.source.of(notes.text)):
                armed = [n for n in inside(notes.actors, voice.content) if _is_armed(n)]
                named = [n for n in armed if n.span.end <= own.start][-1:]
                whose = [(actor_ref(n), own) for n in named] or principals(notes, voice, own)
                for who, span in whose:  # "the ministry said the army fought, ... by **its** men"
                    yield Draft(Field.ATTACKER, in_full(notes, who), span, Stance.DENIES)


_NONE_BY_MEN = caseless(
    r"\b(?:no|not\s+(?:a|one)(?:\s+single)?|none\s+of|neither\s+of)\s+(?:[\w’'-]+\s+){1,5}?"
    rf"(?:was|were|is|are|(?:had|has|have)\s+been)\s+(?:\w+ly\s+)?{_DID}\s+by\s+(?P<self>{_HELD})(?!\w)"
)
_NOT_OURS = caseless(
    r"\b(?P<self>we)\s+(?:(?:also|\w+ly|do|must|again)\s+){0,2}(?:deny|disclaim|reject|had|have|bear)\s+"
    r"(?:(?:any|all|no)\s+(?:\w+\s+)?(?:part|role|hand|involvement|responsibility|connection)\b|"
    rf"having\s+{_DID}\b|that\s+(?:we|our\s+\w+)\b)"
)
_FALSE_WITHIN = 150  # characters
_SIGNATURE = 9  # words of a last line that signs
_HEAD = 250  # characters at either end of a text in which its side is named


def in_quotes(text: str, span: Span) -> bool:
    """Whether a mark of quotation is open where a stretch begins, in its paragraph."""
    before = text[text.rfind("\n\n", 0, span.start) + 1 : span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def signer(notes: Annotations) -> ActorRef | None:
    """The one armed group that the head or the end of a text names."""
    length = len(notes.text)
    closing = Span(notes.text.rstrip().rfind("\n") + 1, length)
    signed = [n for n in inside(notes.actors, closing) if _is_group(n)]
    if len(signed) == 1 and len(closing.of(notes.text).split()) <= _SIGNATURE:
        return ActorRef(signed[0].name, signed[0].actor.id if signed[0].actor else None)
    ends = (Span(0, min(_HEAD, length)), Span(max(0, length - _HEAD), length))
    named = [n for end in ends for n in inside(notes.actors, end) if _is_group(n)]
    names = {(n.name, n.actor.id if n.actor else None) for n in named}
    return ActorRef(*names.pop()) if len(names) == 1 else None


def _is_group(named: Named) -> bool:
    kinds = (ActorKind.ARMED_GROUP, ActorKind.MILITIA)
    return named.actor is None or (named.actor.kind in kinds and not named.actor.is_collective)


def _is_armed(named: Named) -> bool:
    """Whether it has men of its own: an army or an armed group."""
    army = named.actor is not None and ActorKind.MILITARY in (named.actor.kind, *named.actor.covers)
    return army or _is_group(named)


def is_self(words: str) -> bool:
    """Whether words stand for whoever speaks: "it", "its fighters", "the group"."""
    return _SELF.fullmatch(words) is not None


_SELF = Pattern(
    rf"{_PRONOUN}|to|us|them|{_HELD}|{_ONE_OF}|(?:the|this)\s+(?:\w+\s+)?{GROUP}|"
    r"(?:its|their|our|his)\s+[^.;,]{2,40}",
    re.IGNORECASE,
)


def _avowed(text: str, voice: Attribution, clause: Span) -> Iterator[_Avowed]:
    """Where what is said tells of an act of whoever says it."""
    taken: list[Span] = []
    for found in _told(text, voice.content, clause):
        again = any(found.self_.overlaps(t) for t in taken)
        if not (again or _is_other(text, voice, found)):
            taken.append(found.self_)
            yield found


def _told(text: str, content: Span, clause: Span) -> Iterator[_Avowed]:
    """Words for oneself with words for a deed, in the part of a content that a clause holds."""
    words = text[content.start : min(content.end, clause.end)]
    first = [m] if (m := _AT_FIRST.match(words)) is not None else []
    for match in (*first, *(m for form in _ANYWHERE for m in islice(form.finditer(words), _MOST))):
        self_, did = (
            Span(content.start + match.start(g), content.start + match.end(g))
            for g in (("self", "did") if match["self"] else ("us", "that"))
        )
        if self_.end > clause.start:
            yield _Avowed(self_, did)


def _is_other(text: str, voice: Attribution, found: _Avowed) -> bool:
    """Whether it is no deed of whoever speaks: denied, a drone shot down, another's "we"."""
    if found.self_.of(text).lower() == "they" and _RULES.search(voice.source.of(text)):
        return True  # "the government insisted they were responsible": others were
    if _NOT.search(text, found.self_.start, found.did.start) or _NONE.match(text, found.did.end):
        return True
    if found.did.end <= found.self_.start and _NONE_WAS.search(
        text, voice.content.start, found.did.start
    ):
        return True  # "no clerk was killed by its men"
    if _NONE_OF.search(text, max(0, found.self_.start - 20), found.self_.start):
        return True  # "none of our men fired"
    if _UNMADE.match(found.did.of(text)) and _DOWNED.match(text, found.did.end, voice.content.end):
        return True
    if _HARMLESS.match(text, found.did.end, voice.content.end):
        return True  # "said its men had launched a search"
    if _LED.match(found.did.of(text)) and _ON_PATROL.match(text, found.did.end, voice.content.end):
        return True
    if _FENDED_OFF.search(text, found.self_.end, found.did.start) and _KILLED.match(
        found.did.of(text)
    ):
        return True  # "its troops repelled the raid and killed ten": the raid was the others'
    ours = _OURS.match(found.self_.of(text)) is not None
    return ours and not _is_quoted(text, voice.content, found.self_)


_NONE_WAS = Pattern(
    r"\b(?:no|none|nobody|neither|not)\s(?:(?!\b(?:and|but|while)\b)[^.;,]){0,60}?"
    r"(?:was|were|is|are|been)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_RULES = Pattern(r"\b(?:government|ministry|minister|president|cabinet|state)$", re.IGNORECASE)
_UNMADE = Pattern(
    r"(?:destroyed|shot|hit|eliminated|neutrali[sz]ed|downed|(?:shot|brought)\s+down)$",
    re.IGNORECASE,
)
_FENDED_OFF = Pattern(
    r"\b(?:repell?ed|repulsed|foiled|thwarted|fought\s+off|beat\s+(?:back|off)|drove\s+(?:back|off)|"
    r"came\s+under)\b",
    re.IGNORECASE,
)
_KILLED = Pattern(
    r"(?:killed|wounded|injured|neutrali[sz]ed|eliminated|liquidated|annihilated)$", re.IGNORECASE
)
_OURS = Pattern(r"(?:we|us|our|I)\b|\w+ (?:\w+ )?(?:of|from) our\b", re.IGNORECASE)
_MARKS = Pattern(r"[\"“”]")


def _is_quoted(text: str, content: Span, words: Span) -> bool:
    """Whether words are the speaker's very own: a mark of quotation stands before them."""
    return _MARKS.search(text, max(0, content.start - 2), words.start) is not None


_UNTOLD = caseless(
    r"\b(?:never|not|neither|nor|no|nobody|denied|denies|deny|rejected|whether|if|lied|lies)\b|"
    r"n[’']t\b"
)


def _is_untold(text: str, voice: Attribution) -> bool:
    """ "has never confirmed that it ...", "denied reports that it ...", "no group said it ..."."""
    before = text[max(min(voice.source.end, voice.cue.start), voice.cue.start - 40) : voice.cue.end]
    after = text[voice.cue.end : max(voice.cue.end, voice.content.start)]
    return any(_UNTOLD.search(w) for w in (voice.source.of(text).split()[0], before, after[:40]))
