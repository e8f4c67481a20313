"""The verbs of harm: which words say that persons were killed, injured or abducted, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.vocab.caseless import caseless

_THINGS = (
    r"(?:towns?|villages?|posts?|bases?|camps?|positions?|checkpoints?|barracks|hills?|areas?|"
    r"rifles?|weapons?|guns?|tanks?|vehicles?|trucks?|tons?|tonnes|machine-?guns?|rounds|kilos?|kg|boats?|"
    r"ships?|cit(?:y|ies)|bridges?|districts?|neighbou?rhoods?|hours?|days?)"
)
_TO_DEATH = r"(?:dead|to death)"
_WAYS = (
    r"(?:shot|shooting|shoots?|stabbed|stabbing|beaten|beating|beat|hacked|hacking|burned|burnt|"
    r"bludgeoned|crushed|blown|trampled|starved|tortured|hanged|stoned|"
    r"macheted|clubbed|battered|kicked)"
)
_SO_MANY = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|\d+)"
_FIGHTERS = (
    r"(?:(?:the|an?|its|their|up to|at least|some|about|many|several|"
    r"dozens of|scores of|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+){1,3}"
    r"(?:[\w’'()-]+\s+){0,3}?(?:commanders?|leaders?|operatives|agents|terrorists|militants|fighters|gunmen|"
    r"rebels|insurgents|bandits|jihadists|mercenaries|soldiers|snipers)"
)
_WARDS = r"(?:hospitals?|clinics?|infirmary|medical cent(?:er|re)s?|intensive care)"
_BODY_PARTS = (
    r"(?:jaw|wrist|arms?|legs?|ankle|nose|ribs?|fingers?|hands?|foot|feet|elbow|face|skull|hip|"
    r"knee|shoulder|collarbone|pelvis|back)"
)
TO_HOSPITAL = (
    r"(?:taken|transferred|rushed|brought|airlifted|flown|evacuated|transported|carried|admitted|"
    rf"moved|driven|referred|conveyed) (?:\w+ )?to (?:[\w’'-]+ ){{0,4}}?{_WARDS}"
)
_LIMBS = r"(?:eyes?|legs?|foot|feet|arms?|hands?|fingers?|limbs?)"
_KILL = (
    rf"(?:fatally|mortally) (?:shot|shooting|wound(?:ed|ing)|injur(?:ed|ing)|stabbed|stabbing|hit|"
    rf"struck|"
    rf"beaten|beat)|{_WAYS} {_TO_DEATH}|{_WAYS},? and (?:fatally )?(?:killed|killing|kills?)|"
    r"(?:shot|shoots|shooting) and fatally wound(?:ed|ing|s)|"
    r"shot (?:or|and) (?:hacked|burned|burnt|beheaded|stabbed|beaten)(?: to death)?|"
    rf"destroy(?:ed|ing) (?:[\w’'-]+ ){{1,5}}?(?:and|along with)(?=\s+{_FIGHTERS}\b)|"
    r"(?:(?<![\w,;’'\")]\s)killed|also killed) (?:was|were|are|is)(?= (?:at least |about |some )?"
    rf"{_SO_MANY}\b)|"
    r"kill(?:ed|s|ing)?|slain|slay(?:s|ing)?|slaughter(?:ed|s|ing)|massacr(?:ed?|es|ing)|"
    r"butcher(?:ed|s|ing)|garrott?(?:ed|ing)|finish(?:ed|es|ing) off|"
    r"murder(?:ed|ing)|assassinat(?:ed|es|ing)|execut(?:ed?|es|ing)|behead(?:ed|s|ing)?|"
    r"decapitat(?:ed|ing)|lynch(?:ed|ing)|strangl(?:ed|ing)|bludgeon(?:ed|ing)|"
    r"machine-?gunn(?:ed|ing) to death|(?:(?<=was )|(?<=were ))machine-?gunned|"
    r"crucif(?:ied|ying)|gun(?:ned|ning) down|mow(?:ed|n|ing) down|"
    r"liquidat(?:ed|ing)|slit(?:ting)? the throats? of|"
    rf"(?:los(?:t|ing)|eliminat(?:ed|ing)|annihilat(?:ed|ing)|wip(?:ed|ing) out)"
    rf"(?=\s+[\"“‘]?(?:at least\s+|about\s+|some\s+|more than\s+|over\s+)?{_SO_MANY}\b"
    rf"(?!\s+(?:\w+\s+)?{_LIMBS}\b))|"
    rf"(?:eliminat(?:ed|ing)|annihilat(?:ed|ing)|wip(?:ed|ing) out|destroy(?:ed|ing))"
    rf"(?=\s+{_FIGHTERS}\b)|"
    r"cost(?:s|ing)?(?=\s[^.;]{3,60}?\s(?:their|his|her)\sli(?:fe|ves)\b)|"
    rf"claim(?:s|ed)?(?=\s{_SO_MANY}\s(?:in|at|near|people|civilians)\b(?!\s(?:had|have|were|died)\b))|"
    r"martyr(?:ed|ing)|put to death|neutrali[sz](?:ed|ing)|"
    r"(?:claim(?:ed|ing|s)|cost(?:ing|s)?|t(?:ook|aking|aken)) (?:the )?li(?:fe|ves) of"
)
_STRUCK = (
    r"(?:head|legs?|arms?|foot|feet|hand|chest|back|stomach|abdomen|torso|neck|face|shoulder|buttocks|"
    r"thigh|ankle|knee|hip|side|groin|wrist|elbow|lips?|mouth|cheek|chin|jaw|nose|ears?|eyes?|forehead|"
    r"temple|scalp|skull|throat|spine|ribs?|pelvis|forearm|fingers?|toes?|calf|shin|heel|waist|body)"
)
_INJURE = (
    rf"(?:striking|hitting|grazing|clipping)(?=\s(?:[\w’'-]+\s){{1,4}}(?:in|on|across) "
    rf"(?:the|his|her) (?:\w+ )?{_STRUCK}\b)|"
    rf"(?:sent|sends|sending)(?=\s(?:[\w’'-]+\s){{1,4}}to\s(?:[\w’'-]+\s){{0,3}}?{_WARDS}\b)|"
    rf"(?:wound|injure|maim)(?= (?:at least |about |some |more than |over |nearly )?{_SO_MANY}\b)|"
    r"raped|sexually assaulted|beat(?:ing)?(?= (?:an?|two|three|four|his|her) )|"
    r"(?:(?<=was )|(?<=were )|(?<=been )|(?<=ly ))beaten|scratched|"
    r"graz(?:ed|ing)(?= (?:an?|the|two|three|four|\d)\b)|"
    r"knif(?:ed|ing)|bruis(?:ed|ing)|maul(?:ed|ing)|poison(?:ed|ing)|pistol-whipp(?:ed|ing)|"
    r"slashed(?= with\b)|beaten up|"
    r"(?:badly|lightly|slightly|severely|seriously) (?:burned|burnt|beaten|cut|bruised|scalded)|"
    r"wound(?:ed|s|ing)|injur(?:ed|es|ing)|hurt(?:ing)?|maim(?:ed|s|ing)|concuss(?:ed|ing)|"
    r"(?:shot|stabbed|shooting|stabbing) and (?:\w+ly )?(?:wound(?:ed|ing)|injur(?:ed|ing))|"
    r"(?:grazed|struck|hit|cut|slashed|bitten|scalded) (?:\w+ )?(?:in|on|across) "
    rf"(?:the|his|her|both|their) (?:\w+ )?{_STRUCK}|"
    r"(?:grazed|struck|hit|cut) by (?:an? |the |several )?(?:\w+ )?(?:bullets?|gunfire|shrapnel|"
    r"gunshots?|shots?|glass|debris|fragments|splinters|stones?|bricks?|"
    r"shotgun|pellets|stray \w+)"
)
_UNSURE_HARM = (
    r"(?:(?<=were )|(?<=was ))(?:hit|struck)(?=,? (?:while|as|and)\b|[.;])|"
    r"sho(?:t|ots|oting)(?! (?:down|at|off|up|through|into|in the air|back|range|"
    r"over (?:[\w’'-]+ ){0,3}?(?:heads?|bows?|roofs?|rooftops?|walls?|fences?|"
    r"hedges?|cars?|vehicles?))\b)|"
    r"stab(?:bed|s|bing)"
)
_FROM_THERE = (
    r"(?:at gunpoint|by force|(?:from|out of) (?:his|her|their|the|an?) (?:[\w’'-]+ ){0,2}?"
    r"(?:homes?|houses?|offices?|beds?|cars?|taxis?|bus(?:es)?|ranch|farms?|dormitor(?:y|ies)|"
    r"schools?|villages?|church|camps?|hotels?|clinics?))\b"
)
_HELD_LONG = r"(?:hostage|captive|for (?:[\w’'-]+ ){1,3}?(?:hours|days|weeks|months))\b"
_BY_POLICE = r"(?:the )?(?:[\w’'-]+ )?(?:police|customs|authorities|detectives|agents)\b"
_ABDUCT = (
    r"(?:took|taken|taking)(?! (?:away|off)\b)(?=\s(?:[\w’'-]+,?\s){1,9}?"
    r"(?:hostage|captive|prisoner|alive|with them|at gunpoint|by force)\b)|"
    rf"(?:(?<=was )|(?<=were )|(?<=been ))(?:taken|hauled|dragged|seized)(?= {_FROM_THERE})|"
    r"(?:(?<=was )|(?<=were )|(?<=been ))forced into an? (?:[\w’'-]+ ){0,3}?"
    r"(?:van|car|truck|vehicle|jeep|pick-?up|boat|taxi)|"
    rf"made off with(?= (?:at least |about |some |more than )?{_SO_MANY}\b)|"
    rf"held(?=\s(?:the|several|some|dozens|{_SO_MANY})\s(?:[\w’'-]+,?\s){{1,6}}?{_HELD_LONG})|"
    r"(?:(?<=was )|(?<=were )|(?<=been ))(?:captured|seized)|"
    rf"(?:captured|seized)(?= by (?!{_BY_POLICE}))|"
    r"kidnap(?:p?ed|s|p?ing)?|abduct(?:ed|s|ing)?|(?:took|taken|taking|takes)(?: \w+)? (?:hostage|"
    r"captive|prisoner)|"
    r"held (?:hostage|captive)|seized as hostages?|snatch(?:ed|es|ing)|"
    r"(?:carr(?:ied|ying)|march(?:ed|ing)|dragg(?:ed|ing)|t(?:ook|aken|aking)) (?:off|away)"
    r"(?! (?:with|from|in|the|its|all|life|air|duty|work|active)\b)|"
    rf"led away(?= {_SO_MANY}\b)|"
    r"(?:captur|seiz)(?:ed|es|ing)"
    rf"(?=,? (?:\w+ )?(?!one of\b){_SO_MANY}\b(?! (?:[\w’'-]+ )?{_THINGS}))"
)
_THEN = (  # but not "fell on the roofs", of shells
    r"(?= (?:at|in|near|there|during|and|while|as|dead)\b|[,.;]|$|"
    r" on (?:\d|\w+day\b|the (?:battle|front|field|night|morning|day|eve)))"
)
FALLEN = rf"(?:fell|(?:has|have|had) fallen){_THEN}"
_STATE_KILL = (  # dead, but not "the army's dead"
    r"(?<!(?<!\bhe)(?<!\bshe)[’']s )(?<!s[’'] )dead|died|dies?|dying|perish(?:ed|es)?|"
    r"los(?:t|ing|es) (?:their|his|her) li(?:fe|ves)|"
    r"succumb(?:ed|s)|(?:had|have|having|with) (?:their|his|her) throats? (?:cut|slit|slashed)|"
    r"(?:pronounced|declared) (?:dead|deceased)|passed away|"
    r"(?:ended|took) (?:his|her|their) own li(?:fe|ves)|"
    r"(?:embrac|attain|achiev)(?:ed|es|ing) martyrdom|fell (?:as )?martyrs?|"
    r"(?:met|meet|meets) (?:his|her|their) (?:deaths?|ends?)|"
    r"(?:was|were|been) [\"“‘']?(?:sent|dispatched) to (?:hell|(?:his|her|their) deaths?)|"
    r"(?:gave|given|giving|laid down|sacrificed) (?:their|his|her) li(?:fe|ves)|"
    r"(?:was|were|been) [\"“‘']?(?:eliminated|annihilated|destroyed|wiped out|rendered harmless|"
    r"blown (?:up(?= by\b)|apart|to (?:pieces|bits|shreds))|torn (?:apart|to (?:pieces|shreds))|"
    r"found hang(?:ed|ing)|hanged|"
    r"(?:burned|burnt|buried) alive|"
    r"buried(?! (?:under|beneath|by (?:the|an?|rubble)|alive|in the rubble)\b))|"
    r"(?:paid|pays|paying) (?:the (?:supreme|ultimate|highest|final) (?:price|sacrifice)|"
    r"with (?:his|her|their) li(?:fe|ves))|ma(?:de|king) the (?:supreme|ultimate|final) sacrifice|"
    r"did not survive|suffocated|bled to death|"
    rf"{FALLEN}"
)
_STATE_INJURE = (
    r"(?:receiving|undergoing|needing|requiring|in need of|under) (?:\w+ )?treatment|"
    r"(?:is|are|was|were|being|remain(?:s|ed)?) (?:on admission|cared for)|"
    r"(?:was|were|been|are) (?:affected|overcome|sickened) by (?:[\w’'-]+ ){0,3}?"
    r"(?:gas|smoke|fumes|chlorine)|"
    r"hospitali[sz]ed|(?:still |currently )?being treated|"
    r"(?:was|were) (?:also |later )?(?:treated(?! (?:as|like|badly|well|fairly|by the)\b)|"
    r"(?:taken|brought|flown|sent|evacuated) (?:[\w’'-]+ ){0,3}?for (?:medical )?treatment)|"
    r"(?:is|are|was|were) (?:still )?recovering|"
    r"(?:(?<=was )|(?<=were ))(?:badly )?burned(?= (?:on|in|by|when|as|while)\b|[.;,]|$)|"
    r"in (?:the )?hospital(?= (?:with|in)\b|[,.;]|$)|"
    rf"{TO_HOSPITAL}|"
    r"(?:left|was|were) (?:\w+ )?paraly[sz]ed|in (?:intensive care|a coma)|out of danger|"
    r"underwent (?:\w+ )?surgery|"
    rf"(?:had|having) (?:his|her|their|an?|both) (?:\w+ )?{_BODY_PARTS} (?:\w+ )?"
    r"(?:broken|blown off|torn off|amputated|crushed|severed|shattered|burned)|"
    rf"(?:broke|broken|burned|burnt) (?:his|her|an?) (?:\w+ )?{_BODY_PARTS}|"
    r"(?:escap|surviv)(?:ed|es|ing) with (?:[\w’'-]+ ){0,3}?(?:injur(?:y|ies)|wounds?|burns|cuts|"
    rf"bruises|(?:grazed|broken|cut) {_BODY_PARTS})|"
    r"(?:has|have|had|got) (?:\w+ )?(?:cuts?|burns|bruises) (?:to|on)|"
    r"(?:has|have|had) (?:minor|slight|light) (?:\w+ )?(?:cuts|burns|bruises|wounds|injuries)|"
    r"(?:has|have|had) (?:an? )?(?:concussion|"
    r"(?:shrapnel|bullet|gunshot|stab|head|leg|arm|chest) wounds?)|"
    r"(?:had|have|has) to be treated|"
    rf"(?:is|are) (?:now |still )?in (?:[\w’'-]+ ){{1,3}}?{_WARDS}|"
    r"lost the (?:sight|use) of|"
    r"fighting for (?:his|her|their) li(?:fe|ves)|"
    r"(?:sustain|suffer|receiv)(?:ed|e?s|ing)? "
    r"(?:(?!emotional|psychological|mental)[\w’'-]+ ){0,5}?"
    r"(?:injur(?:y|ies)|wounds?|burns|cuts|bruises|fractures?|shock|concussions?|trauma|"
    r"(?:acute )?stress(?: reactions?)?|suffocation|smoke (?:inhalation|poisoning)|punctured lung|"
    r"lacerations|(?:respiratory|breathing) (?:problems|difficulties|distress))|"
    rf"los(?:t|es|ing) (?:an?|his|her|their|one|both|two|three|several) (?:\w+ )?{_LIMBS}|"
    r"(?:with(?! no\b| any\b)|(?:treated|evaluated|assessed|screened|hospitali[sz]ed) for|"
    r"recovering from) "
    r"(?:[\w’'-]+ ){0,4}?(?:injur(?:y|ies)|wounds?|cuts|bruises|shock|fractures?|"
    r"(?:broken|cut) \w+|concussions?|brain trauma|shrapnel|smoke(?: inhalation)?|burns)|"
    r"in (?:\w+ )?(?:critical|serious|stable|guarded|grave|fair) (?:but \w+ )?(?:condition|state)"
)


class Harm(StrEnum):
    """What a cue says was done."""

    KILLED = "killed"
    INJURED = "injured"
    SHOT = "shot"  # injured, unless killed by what else is said
    ABDUCTED = "abducted"

    @property
    def field(self) -> Field:
        return _FIELDS[self]


_FIELDS = {
    Harm.KILLED: Field.KILLED,
    Harm.INJURED: Field.INJURED,
    Harm.SHOT: Field.INJURED,
    Harm.ABDUCTED: Field.ABDUCTED,
}


class Voice(StrEnum):
    """On which side of a cue those harmed stand."""

    ACTIVE = "active"  # after it: "killing two soldiers"
    PAST = "past"  # either: "killed two soldiers", "two soldiers killed in the blast"
    PASSIVE = "passive"  # before it: "two soldiers were killed", "two dead"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of harm. ``doubted`` where it is feared or believed only."""

    span: Span
    harm: Harm
    voice: Voice
    doubted: bool = False


CAPTURED = ("captured", "seized")
_ACTIVE = frozenset(
    ("took", "held", "made off with", "lost", "eliminated", "annihilated", "wiped out")
)
BARE_DEATH = ("die", "perish")  # "Forty die in blast"
FALLEN_WORDS = re.compile(FALLEN.split("(?=", maxsplit=1)[0], re.IGNORECASE)
TAKEN_IN = re.compile(rf"{TO_HOSPITAL}|.+ for (?:medical )?treatment", re.IGNORECASE)
_CUE = caseless(
    r"\b(?=\w)"  # not where a word ends: half of all tries
    rf"(?:(?P<killed>{_KILL})|(?P<dead>{_STATE_KILL})|(?P<abducted>{_ABDUCT})|"
    rf"(?P<injured>{_INJURE})|(?P<hurt>{_STATE_INJURE})|(?P<shot>{_UNSURE_HARM}))\b"
)
_BE = caseless(
    r"\b(?:was|were|been|being|is|are|be|gets?|got|getting)\s+(?:(?:also|later|then|all|both|"
    r"reportedly|"
    r"allegedly|feared|reported|confirmed|believed|either|found|left|to have been|\w+ly|"
    r"shot,?(?: \w+)? and)\s+){0,3}$"
)
_UNREAL = caseless(
    r"\b(?:to|could|would|might|may|will|can|must|should|not|never|n[’']t|who|cannot|shall|did)\s+"
    r"(?:(?:have|has|also|be|indiscriminately|even)\s+)?(?:\w+ly\s+)?$"
)
_IN_MAY = caseless(  # "rockets on 7 May killed two"
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?|in|last|this|early|late|mid|of)[\s-]+may\s+$"
)
_DENIED = caseless(
    r"(?:\b(?:not|never|neither|nor|hardly)|n[’']t)\s+(?:(?:been|be|being|\w+ly|"
    r"physically)\s+){0,2}$"
)
_WHETHER = caseless(r"\bwhether\s(?:(?!(?:but|and|of|who|that|which)\b)[^,;.:\s]+\s){0,7}$")
_MODAL = caseless(
    r"\b(?:could|would|might|will|can|must|should|if|to)\s+(?:have\s+)?(?:been|be|"
    r"get)\s+(?:\w+ly\s+)?$"
)
_SAID_TO = caseless(
    r"\b(?:believed|thought|reported|said|known|confirmed|feared|presumed|understood|estimated|"
    r"alleged)\s+to\s+(?:have\s+(?:been\s+)?|be\s+)(?:\w+ly\s+)?$"
)
_DOUBTED = caseless(
    r"\b(?:feared|presumed|(?:may|might) have(?: been)?|believed(?: to (?:be|have been|have))?|"
    r"thought to (?:be|have been|have)|possibly|suspected of having been)\s+(?:\w+ly\s+)?$"
)
_NOUN_BEFORE = caseless(
    r"\b(?:the|gunshot|stab|bullet|shrapnel|his|her|their|of|an?|those|first|warning|fatal|single|"
    r"deadly|mass)\s+(?:\w+ing\s+)?$"
)
_NOUN_LIKE = frozenset(
    ["shot", "shooting", "wounds", "stabbing", "hurt", "killing", "dead", "shots"]
)
_OF_DOING = re.compile(r"\s+(?!(?:of|in|at|on|by|and|or|was|were|is|as|that)\b)\w", re.IGNORECASE)
_BLOWS = ("struck", "hit ", "grazed ", "cut ", "slashed ", "bitten ", "scalded ")
_PARTICIPLES = frozenset(["killed", "wounded", "injured", "slain", "murdered", "kidnapped"])
_THOSE = re.compile(r"\b(?:the|those|these|all|any)\s+$", re.IGNORECASE)
_ATTRIBUTIVE = caseless(
    r"\s+(?:sea|end|body|bodies|zone|line|reckoning|man[’']s|range|victims?[’']|spree|suspects?)\b"
)


def cues(text: str, span: Span) -> list[Cue]:
    """The words of harm in a stretch, in order: not what is wished, denied or only possible."""
    return list(_cues(text, span))


def _cues(text: str, span: Span) -> Iterator[Cue]:
    for match in _CUE.finditer(text, span.start, span.end):
        at = Span(*match.span())
        before = text[max(span.start, at.start - 60) : at.start]
        if _ATTRIBUTIVE.match(text, at.end, span.end) or _DENIED.search(before):
            continue
        words = match.group()
        if _WHETHER.search(before) and _is_asked(words, before, text[at.end : at.end + 80]):
            continue  # "it did not say whether soldiers were hurt"
        if _is_noun(words, before, text[at.end : at.end + 16]):
            continue
        if words in _PARTICIPLES and _THOSE.search(before):
            continue  # "the wounded", "two of those killed"
        voice = _voice(match, words, before)
        if voice is not None:
            yield Cue(at, _harm(match), voice, bool(_DOUBTED.search(before)))


def _is_asked(words: str, before: str, after: str) -> bool:
    """Whether a word of harm is the verb of a clause with "whether", and so in question; but not
    "whether the men **shot dead** on Monday were rebels", nor "the rocket **killing** two came"."""
    if _FINITE.search(before) or re.match(r"di(?:ed|es?)\b", words, re.IGNORECASE):
        return True
    return not re.search(r"ing\b", words) and _VERB_AFTER.match(after) is None


_FINITE = caseless(
    r"\b(?:was|were|is|are|be|been|being|am|has|have|had|did|does|do|will|would|could|can|may|might|"
    r"should|must)\s+(?:(?:not|also|ever|all|both|later|then|\w+ly)\s+){0,2}$"
)
_VERB_AFTER = caseless(  # that of the clause in which those harmed are the subject
    r"(?:(?!(?:and|or|but|when|while|as|after|before|because|since|who|that|which|whom|where|if)\b)"
    r"[^,.;:\s]*\s+){1,9}?(?:was|were|is|are|has|have|had|did|does|do|will|would|could|can|may|might|"
    r"should|must|came|comes?|belong(?:ed|s)?|took|went|fought|lived|worked|served|knew|held|carried)\b"
)


def _is_noun(words: str, before: str, after: str) -> bool:
    """ "The killing of nine", but not "accused of killing nine"."""
    if words not in _NOUN_LIKE or not _NOUN_BEFORE.search(before):
        return False
    doing = before.lower().endswith(" of ") and _OF_DOING.match(after)
    return words != "killing" or not doing


def _doubted_voice(before: str) -> Voice | None:
    """ "May have shot two men" has its object after it, "may have been shot" before it."""
    if re.search(
        r"\b(?:may|might|(?:thought|believed|said|reported|known|alleged|suspected|"
        r"claim(?:s|ed|ing)?) to)\s+have\s+"
        r"(?:\w+ly\s+)?$",
        before,
        re.IGNORECASE,
    ):
        return Voice.ACTIVE
    return Voice.PASSIVE if _DOUBTED.search(before) else None


def _harm(match: re.Match[str]) -> Harm:
    if match["killed"] or match["dead"]:
        return Harm.KILLED
    if match["abducted"]:
        return Harm.ABDUCTED
    return Harm.SHOT if match["shot"] else Harm.INJURED


def _voice(match: re.Match[str], words: str, before: str) -> Voice | None:
    modal = _MODAL.search(before) and not (_SAID_TO.search(before) or _DOUBTED.search(before))
    if match["dead"] or match["hurt"]:
        wished = words in BARE_DEATH and _UNREAL.search(before)
        return None if modal or wished else Voice.STATE
    if words in _ACTIVE or words.startswith("destroyed"):
        return None if _MODAL.search(before) else Voice.ACTIVE
    hit = words.startswith(_BLOWS)
    if re.search(r"ing\b", words) and not hit:
        return Voice.ACTIVE
    if modal:
        return None
    if _BE.search(before):
        return Voice.PASSIVE
    if hit:
        return Voice.PASSIVE
    if re.fullmatch(
        r"(?:\w+ )?(?:kills?|shoots|stabs|wounds?|injures?|maim|slays?|executes?|"
        r"massacres?|beheads?|kidnaps?|abducts?)",
        words,
    ):
        return None if _UNREAL.search(before) else Voice.ACTIVE
    if words in ("slain",):
        return Voice.PASSIVE
    unreal = None if _IN_MAY.search(before) else _UNREAL.search(before)
    if unreal and unreal.group().split()[0].lower() not in ("who",):
        return _doubted_voice(before)
    return Voice.PAST
