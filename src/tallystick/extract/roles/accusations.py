"""Blame and suspicion: whom somebody says, or believes, to have done it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tallystick.extract.actors.owners import owners
from tallystick.extract.actors.sides import actor_ref, sides, speaking_near, with_listed
from tallystick.extract.actors.strangers import agents
from tallystick.extract.actors.unlisted_sides import named_after
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.roles.claim_words import (
    BLAME,
    BLAMED_FOR,
    EACH_OTHER,
    EVENTS,
    SUSPECTED,
    SUSPECTS,
)
from tallystick.extract.roles.claimants import subjects
from tallystick.extract.roles.verdicts import verdicts
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.caseless import Caseless, caseless
from tallystick.vocab.lexicon import event_words
from tallystick.vocab.pattern import Pattern

_MOST = 8  # claims, denials and accusations in a sentence, of each
_ARMS = (  # "of using banned shells"; "of using the village as a shield" is of no attack
    r"(?:[\w-]+\s+){0,3}?(?:chemical|gas|poison|toxic|chlorine|sarin|mustard|napalm|phosphorus|cluster|"
    r"banned|bombs?|shells?|rockets?|missiles?|drones?|artillery|mines?|weapons?|explosives|force)\b"
)
# "Accused of backing the rebels": of no attack; "blamed for the raids in general": of no one.
_OF_NO_ACT = Pattern(
    r"[^.;,]{0,40}?\b(?:of|for)\s+(?:back|support|work|fund|financ|arm|help|aid|shelter|harbou?r|try|"
    r"seek|ly|exploit|fail|misus|expos|violat|break|block|prevent|obstruct|collud|train|smuggl|hid|"
    r"conceal|cover|spy|discriminat|profil|cheat|steal|brib|meddl|interfer|ignor|neglect|mishandl)\w*ing\b|"
    r"[^.;,]{0,40}?\b(?:of|for)\s+(?:having\s+(?:\w+ly\s+)?(?:let|allow|permit|fail|help|back|support|arm|fund|train|"
    r"shelter|harbou?r|hid|ignor|neglect|lied|tolerat|known|sold|suppli)\w*|(?:allow|lett|permit|tolerat|condon|"
    r"supply|sell|know)\w*ing)\b|"
    r"[^.;,]{0,40}?\b(?:of|for)\s+(?:kill|attack|bomb|target|torpedo|sink)\w*ing\s+(?:off\s+)?(?:[\w'’-]+\s+){0,3}?"
    r"(?:talks|negotiations|process|truce|cease-?fire|deal|agreement|accords?|hopes?|chances?|prospects?|"
    r"projects?|plans?|bill|idea|initiatives?|peace|dialogue|democracy|reforms?|efforts?)\b|"
    rf"[^.;,]{{0,40}}?\b(?:of|for)\s+(?:lying\b|using\s+(?!{_ARMS})|"
    r"(?:the|these|such|all)\s+(?:\w+\s+)?\w+s\s+(?:in\s+general|as\s+a\s+whole)\b)",
    re.IGNORECASE,
)
_ON = Pattern(r"\son\s+$|\bto\s+$|\bat\s+$|\bwith\s+$", re.IGNORECASE)
ACT = Pattern(
    rf"\b(?:{EVENTS}|bomb\w*|kill\w*|murder\w*|attack\w*|shell\w*|shoot\w*|strik\w+|struck|behind|"
    r"responsible|carrying|planting|abduct\w*|kidnap\w*|massacr\w*|firing|launch\w+|target\w+|"
    r"assassinat\w*|incident|deaths?|rockets?|missiles?|mortars?|drones?|crimes?|violence)\b",
    re.IGNORECASE,
)
_NAMELESS = Pattern(
    r"\s*(?:the\s+|an?\s+)?(?:[\"“](?P<quoted>[^\"”]{3,40})[\"”]|"
    r"(?P<name>(?:(?!(?:on|for|that|who|which|of|to|in|was|were|is|are|had|have|has|and|or)\b)"
    r"[\w'’-]+\s+){0,3}(?:groups?|men|forces|elements|outlaws|saboteurs|criminals|"
    r"bandits|tribesmen|infiltrators|thugs|agents|mercenaries|death squads?|cells?|extremists|"
    r"traffickers|gangs?|separatists|thieves|robbers|smugglers|poachers|loggers|rustlers|raiders|"
    r"pirates|hitmen|renegades|vigilantes|militias?|militiamen|networks?|soldiers|guards|crews?|"
    r"highwaymen|arsonists|provocateurs|agitators|fanatics|cartels?|clans?|mafias?|herders|"
    r"herdsmen|hunters|settlers|youths|hooligans|deserters|squads?|fighters|gunmen|"
    r"policemen|paramilitaries|patrols?|units?|factions?|cadres|subversives|movements?|fronts?|"
    r"organi[sz]ations?|brigades?|battalions?|commandos?|private\s+arm(?:y|ies))))(?!\w)",
    re.IGNORECASE,
)
_NOT_ON = Pattern(r"\b(?:by|for|of|from|after|that|on|in|at|against)\b", re.IGNORECASE)

_MEN_OF = Pattern(  # "blamed remnants of X", "fighters from X": X's men are X
    r"\b(?:remnants|members|elements|fighters|militants|gunmen|militiamen|men|soldiers|operatives|"
    r"cadres|agents|cells?|units?|wing|branch|arm|forces|squads?|gangs?|factions?|"
    r"(?:command|compan(?:y|ies)|battalions?|brigades?|divisions?|regiments?|chapters?|columns?|fronts?)|"
    r"(?!(?:numbers|powers|orders|errors|quarters|matters|factors|waters|borders|papers)\b)"
    r"[a-z]+(?:ists|ers|ors|men|ants|ents))\s+(?:of|from|belonging\s+to|loyal\s+to|linked\s+to)\s",
    re.IGNORECASE,
)


def some(pattern: Caseless, notes: Annotations, span: Span) -> Iterator[re.Match[str]]:
    return islice(pattern.finditer(notes.text, span.start, span.end), _MOST)


def accusations(notes: Annotations, sentence: Span, clause: Span) -> Iterator[Draft]:
    names = sides(notes, sentence)
    for match in some(EACH_OTHER, notes, clause):
        for named in subjects(notes, Span(sentence.start, match.start()), names):
            for each in with_listed(notes, names, named):
                yield Draft(Field.ATTACKER, actor_ref(each), each.span, Stance.BLAMES)
    for match in some(BLAME, notes, clause):
        if not _blamed_for(notes, match):
            yield from _objects(notes, sentence, names, match, Stance.BLAMES)
    doubted = [
        draft
        for pattern, find in ((SUSPECTS, _objects), (SUSPECTED, _accused))
        for match in some(pattern, notes, clause)
        for draft in find(notes, sentence, names, match, Stance.DOUBTS)
    ]
    told = list(verdicts(notes, clause))
    doubted += [d for d in told if d.stance is Stance.DOUBTS]
    yield from (d for d in told if d.stance is Stance.DENIES)
    laid = [d for d in told if d.stance is Stance.BLAMES]
    for match in some(BLAMED_FOR, notes, clause):
        laid += _accused(notes, sentence, names, match, Stance.BLAMES)
    for match in some(_ARMS_TO_BLAME, notes, clause):
        laid += _whose_arms(notes, clause, match)
    yield from doubted
    yield from (d for d in laid if not any(d.span.overlaps(o.span) for o in doubted))


def _blamed_for(notes: Annotations, match: re.Match[str]) -> bool:
    """ "was blamed for": the subject is blamed, not what follows; and words signed by somebody."""
    before = notes.text[max(0, match.start() - 20) : match.start()]
    if not match.group().lower().startswith(("blam", "accus", "attribut", "ascrib", "charged")):
        return False  # "there is evidence of participation by"
    if _SIGNED.search(before):
        return True  # "a message attributed to the gang"
    return bool(
        re.search(r"\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?$", before, re.IGNORECASE)
        and not _ON.search(match.group())
    )


def _objects(
    notes: Annotations,
    sentence: Span,
    names: Sequence[Named],
    match: re.Match[str],
    stance: Stance,
) -> Iterator[Draft]:
    """Whom the words lay it on: the name that follows, and those listed with it."""
    after = [n for n in names if n.span.start >= match.end()]
    if after and _next_to(notes.text[match.end() : after[0].span.start]):
        if _OF_NO_ACT.match(notes.text, after[0].span.end, sentence.end):
            return
        if _is_compared(notes, match, after[0]) or _is_of_others(notes, match):
            return
        told = ACT.search(notes.text, sentence.start, sentence.end) is not None
        if stance is Stance.DOUBTS and not told and not _is_verb(notes, sentence, match):
            return
        sources = [a.source for a in speaking_near(notes, after[0].span)]
        for named in with_listed(notes, after, after[0]):
            if named is after[0] or not any(s.contains(named.span) for s in sources):
                yield Draft(Field.ATTACKER, actor_ref(named), named.span, stance)
        return
    if stance is Stance.BLAMES:
        arms = _ARMS_AFTER.match(notes.text, match.end(), sentence.end)
        yield from _whose_arms(notes, sentence, arms)
    phrase = _NAMELESS.match(notes.text, match.end(), sentence.end)
    if phrase is None and stance is Stance.BLAMES:
        yield from _unlisted(notes, sentence, match)
    if phrase is None or (phrase["quoted"] and stance is not Stance.BLAMES):
        return
    if not phrase["quoted"] and not _is_laid(notes, sentence, match, phrase.end(), stance):
        return
    group = "name" if phrase["name"] else "quoted"
    name = ActorRef(" ".join(phrase[group].split()))
    yield Draft(Field.ATTACKER, name, Span(*phrase.span(group)), stance)


def _is_compared(notes: Annotations, match: re.Match[str], named: Named) -> bool:
    """ "Reminiscent of **Velia's** raid on Ozul": another act is named, and no author of this."""
    like = match.group().lower().startswith(("similar", "reminiscent", "resembl", "typical"))
    return like and notes.text.startswith(("'", "’"), named.span.end)


def _is_of_others(notes: Annotations, match: re.Match[str]) -> bool:
    """ "A raid killed nine men. **They** were thought to be members of": they, the dead."""
    if not match.group().lower().startswith(("they ", "he ")):
        return False
    at = bisect_right(notes.sentences, match.start(), key=lambda s: s.span.start) - 1
    before = notes.sentences[max(0, at - 1)].span
    told = Span(before.start, match.start())
    return not (_CULPRITS.search(notes.text, told.start, told.end) or any(agents(notes, told)))


_CULPRITS = caseless(
    r"\b(?:attackers?|assailants?|killers?|gunm[ae]n|bombers?|kidnappers?|abductors?|raiders|culprits?|"
    r"perpetrators?|assassins?|hijackers?|robbers|suspects?)\b"
)


def _whose_arms(notes: Annotations, clause: Span, arms: re.Match[str] | None) -> Iterator[Draft]:
    """ "A **Velian** missile was to blame", "blamed **Velian** shelling": whose weapon it was."""
    if arms is not None:
        found = owners(notes, clause, Span(*arms.span("arms")), weapon=True)
        yield from (replace(d, stance=Stance.BLAMES) for d in found)


_WEAPON = (
    r"(?P<arms>missiles?|rockets?|shells?|shellfire|shelling|bombs?|bombardments?|bombing|mines?|mortars?|"
    r"drones?|fire|gunfire|guns|artillery|(?:air\s?)?strikes?|(?:air\s?)?raids?|war-?planes?|planes?|jets?|"
    r"gunners|pilots|sappers|saboteurs|agents)"
)
_ARMS_TO_BLAME = caseless(
    rf"\b{_WEAPON}\s+(?:was|were|is|are|had\s+been)\s+(?:\w+ly\s+)?(?:to\s+blame|responsible|the\s+cause)\b"
)
_ARMS_AFTER = Pattern(
    rf"\s*(?:(?:(?!(?:by|for|of|from|after|that|on|in|at|against|to|and)\b)[\w-]+\s+){{1,4}}?){_WEAPON}\b(?!\s+\w+s\b)",
    re.IGNORECASE,
)


def _unlisted(notes: Annotations, sentence: Span, match: re.Match[str]) -> Iterator[Draft]:
    """ "Put the killings down to **the Sons of the Dawn**": a body that no list has the name of."""
    name = named_after(notes, match.end(), sentence.end)
    if name is None or not _THE.match(notes.text, match.end()):
        return
    words = name.of(notes.text).split()
    act = ACT.search(notes.text, match.start(), min(sentence.end, name.end + _NEAR))
    person = any(p.span.contains(name) for p in inside(notes.persons, name))
    holds = person or _OFFICE.search(" ".join(words))
    if len(words) > 1 and act and not holds and not of_no_act(notes, sentence, name.end):
        yield Draft(Field.ATTACKER, ActorRef(" ".join(words)), name, Stance.BLAMES)


_NEAR = 90  # characters from a name to the act
_THE = Pattern(r"the\s+[\"“]?", re.IGNORECASE)
_OFFICE = Pattern(
    r"\b(?:Minister|President|Governor|Mayor|General|Secretary|Chief|Prosecutor|King|Prime|Council|"
    r"Convention|Treaty|Agreement|War|Committee)\b"
)


def _is_laid(
    notes: Annotations, sentence: Span, match: re.Match[str], end: int, stance: Stance
) -> bool:
    """Whether something is laid on whoever has no name: "blamed thieves", "suspect smugglers of
    the raid", and no other thing ("accused soldiers of lying", "the suspected thieves fled")."""
    if of_no_act(notes, sentence, end):
        return False
    return stance is not Stance.DOUBTS or _is_verb(notes, sentence, match)


def of_no_act(notes: Annotations, sentence: Span, end: int) -> bool:
    """Whether somebody is accused of something else: "of backing", "of neglecting their duty", or
    answers for it: "was responsible for 70 patients"."""
    if _OF_NO_ACT.match(notes.text, end, sentence.end):
        return True
    of = _OF_WHAT.match(notes.text, end, sentence.end)
    of = of or _ANSWERS_FOR.match(notes.text, end, sentence.end)
    return of is not None and not (ACT.search(of["what"]) or event_words().find(of["what"]))


def _is_verb(notes: Annotations, sentence: Span, match: re.Match[str]) -> bool:
    """Whether somebody suspects: "police suspect", not "the suspected gang"."""
    if not match.group().lower().startswith("suspect"):
        return True
    return _WHO_SUSPECTS.search(notes.text, sentence.start, match.start()) is not None


_SIGNED = Pattern(
    r"\b(?:messages?|statements?|videos?|letters?|leaflets?|posts?|banners?|notes?|recordings?|words|"
    r"remarks|communiqu[eé]s?|quotes?|pamphlets?)\s+$",
    re.IGNORECASE,
)
_OF_WHAT = Pattern(r"\s+of\s(?:having\s+)?(?P<what>(?=\w+ing\b)[^.;]{3,90})", re.IGNORECASE)
_ANSWERS_FOR = Pattern(
    r"\s+(?:was|were|is|are)\s+(?:[a-z]+\s+)?responsible\s+for\s(?P<what>(?=\d|\w+ing\b|(?:the\s)?"
    r"(?:security|safety|care|welfare|protection|upkeep|defen[cs]e|supply|health)\b)[^.;]{3,90})",
    re.IGNORECASE,
)
_WHO_SUSPECTS = Pattern(
    r"\b(?:he|she|they|it|who|we|police|army|military|militia|ministry|government|party|family|council|"
    r"investigators|detectives|prosecutors?|residents|villagers|locals|relatives|families|officials?|"
    r"authorities|officers?|sources?|commanders?|minister|governor|mayor|chief|analysts|people|"
    r"neighbou?rs|colleagues|friends|parents|elders|diplomats|many|some|most)\s+"
    r"(?:(?:also|now|first|has|have|had|all|long|still|\w+ly)\s+){0,2}$",
    re.IGNORECASE,
)


def _next_to(gap: str) -> bool:
    """Whether a name is what the words lay it on, by what stands between; "remnants of" may."""
    gap = _MEN_OF.sub(" ", gap)
    return len(gap) < 40 and "," not in gap and not _NOT_ON.search(gap)


def _accused(
    notes: Annotations,
    sentence: Span,
    names: Sequence[Named],
    match: re.Match[str],
    stance: Stance,
) -> Iterator[Draft]:
    """The subject of "was blamed for the attack", "is suspected of carrying out"."""
    act = ACT.search(notes.text, match.end(), min(sentence.end, match.end() + 80))
    if _of_a_duty(notes, sentence, match):
        return
    if act is None and _TO_BLAME.search(match.group()) is None:
        return
    for named in subjects(notes, Span(_told_from(notes, sentence, match), match.start()), names):
        owns = notes.text.startswith(("'s ", "’s "), named.span.end)  # "the gang's rivals"
        if match.start() - named.span.end < 60 and not owns:
            yield Draft(Field.ATTACKER, actor_ref(named), named.span, stance)


def _of_a_duty(notes: Annotations, sentence: Span, match: re.Match[str]) -> bool:
    """ "May be involved **in the talks**", "is responsible **for rebuilding the town**": no act."""
    of = _IN_WHAT.match(notes.text, match.end(), sentence.end)
    if of is None or _TO_BLAME_FOR.search(match.group()) is None:
        return False
    return not (ACT.search(of["what"]) or event_words().find(of["what"]))


_TO_BLAME_FOR = Pattern(r"\b(?:responsible|involved|to\s+blame)$", re.IGNORECASE)
_IN_WHAT = Pattern(
    r"\s+(?:for|in)\s+(?P<what>(?!(?:it|this|that|them|these|those|both|all|what)\b)"
    r"(?:(?!\b(?:after|before|since|when|while|following|during|until|because|once)\b)[^.;,]){3,90})",
    re.IGNORECASE,
)


def _told_from(notes: Annotations, sentence: Span, match: re.Match[str]) -> int:
    """Where what somebody says begins: "**Velia** said | Orunian jets were to blame"."""
    told = speaking_near(notes, Span(match.start(), match.end()))
    within = (a.content.start for a in told if a.source.end <= a.content.start <= match.start())
    return max(within, default=sentence.start)


_TO_BLAME = Pattern(r"\b(?:to\s+blame|responsible|behind(?:\s+\w+)?|suspects?)$", re.IGNORECASE)
