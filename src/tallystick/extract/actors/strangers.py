"""Attackers told by a noun alone: "a masked man", "two teenagers in a car", "someone".

Most attackers of city violence have no group and, in the news of the day, no name; where one is
named, the name is that of a private person and is not kept as a value, as for the hurt
(:class:`tallystick.model.values.PersonClass`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tallystick.extract.actors.acting_persons import acting_persons
from tallystick.extract.actors.private_names import SUSPECT, names
from tallystick.extract.actors.sides import actor_ref, acts, before_subject, is_plane
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.events.triggers import Trigger
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, PersonClass
from tallystick.vocab.actors import actor_book
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import Form, PersonWord, Strength, event_words, load, person_words
from tallystick.vocab.matching import Hit
from tallystick.vocab.pattern import Pattern

_REACH = 150  # characters from persons to what they did
_SOMEBODY = caseless(
    r"\b(?:some(?:one|body)(?:\s+else)?|(?:(?:a|the|another)\s+)?\d{2}-year-old(?:\s+suspect)?|"
    r"suspects?(?!\s+that\b)|gunm[ae]n|shooters?|robbers?|burglars?|intruders?|trio|strangers?|thie(?:f|ves)|"
    r"knifem[ae]n|crowds?|mobs?|gangs?|squads?|snipers?|vigilantes|arsonists?|armed men|couple|"
    r"pair|saboteurs?|agitators?|marauders?|abductors?|poachers?|rustlers?|pirates?|hooligans?|"
    r"thugs?|vandals?|assassins?|cadres|partisans?|dissidents?|enemy|fans|supporters?|followers|"
    r"loyalists?|nationalists?|islamists?|anarchists?|radicals?|fanatics?|zealots?|skinheads?|parolees?|"
    r"convicts?|fugitives?|veterans?|(?:swat|tactical|sabotage|commando|assault|raiding)\s(?:teams?|units?)|"
    r"(?<!security )(?<!armed )forces)\b"
)
_BEFORE_NOUN = Pattern(
    r"(?:\b(?i:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|"
    r"(?:dozens|scores|hundreds) of|"
    r"another|other|about|around|at least|more than|(?:a|the) (?:group|gang|band|number|couple|"
    r"pair|crowd|mob) of|\d{1,3}|his|her|their)\s+)?"
    r"(?:(?:\d{1,2}-year-old|unknown|unidentified|unnamed|masked|armed|heavily|hooded|suspected|"
    r"alleged|local|lone|foreign|uniformed|rival|young|elderly|drunk|drunken|angry|off-duty|black|"
    r"white|male|female|teenaged?|paid|hired|other|plainclothes|motorcycle|estranged|former|"
    r"right-wing|left-wing|mentally ill|disgruntled|(?!(?:By|In|On|At|Of|After|From|With|For|To)\b)"
    r"[A-Z][a-z]+)[\s-]+){0,4}$",
)
# What may stand between persons and their verb: where they were, what they wore and carried.
_APART = Pattern(
    r"[;:\"“”]|\.\s|\b(?:was|were|is|are|been|being|said|says|say|told|reported|that|which|when|"
    r"after(?! (?:dawn|dark|midnight|noon|sunrise|sunset|nightfall))|while|because|until|by|but|"
    r"he|she|they|we|it|you|"
    r"whom|whose|where|if|as|died|had been|has been|have been|"
    r"killed|wounded|injured|shot|believed|found|taken)\b|\s[-–—]+\s",
    re.IGNORECASE,
)
DESCRIBED = Pattern(
    r"\s(?:(?:disguised|dressed|posing|masquerading|clad)\s+(?:as|in|like)\s+(?:[\w’'-]+\s+){1,5}?"
    r"(?=[\w’'-]+\s*$|$)|"
    r"who\s+(?:is|are|was|were|had|have)\s+(?:[\w’'-]+\s+){1,5}?(?=[\w’'-]+\s*$|$)|"
    r"(?:led|commanded|headed|backed|supported|financed|accompanied)\s+by\s+"
    r"(?:(?:an?|the)\s+)?[\w’'-]+(?:\s+called\s+[\"“][^\"”]{2,30}[\"”]|(?:\s+[A-Z][\w’'-]+){0,2}))",
    re.IGNORECASE,
)
"""What describes a subject and is set between it and its verb."""
_NO_SUBJECT = Pattern(
    r"\b(?:on|about|against|at|from|to|with|near|inside|into|for|by|of|between|among|over|targeting|"
    r"killing|wounding|injuring|including|in|under|outside|toward|towards|told|than|leaving|"
    r"killed|wounded|injured|shot|kidnapped|abducted|hit|struck|stabbed|attacked|murdered|"
    r"arrested|hurt|death|robbed|of interest|killing of|"
    r"(?<=\w\s)(?<!\bthe\s)(?<!\ban\s)(?<!\ba\s)(?:threatening|attacking|chasing|pursuing|"
    r"confronting|following|stopping|protecting|guarding|escorting|carrying|holding|shooting|robbing|"
    r"stabbing|beating|striking|hitting))\s+"
    r"(?:(?:an?|the|his|her|their|two|three|four|\d+|another|at least|more than|about|around|"
    r"up to|nearly|some)\s+){0,2}$",
    re.IGNORECASE,
)
# What follows a verb that has no object: where, when and how, or the end of what is said.
_NO_OBJECT = caseless(
    r"\s*(?:$|[^\w\s“\"'‘]|\b(?:in|on|at|to|by|of|from|near|outside|inside|during|after|when|"
    r"while|as|"
    r"before|over|with|without|through|under|behind|between|beside|around|along|across|amid|"
    r"because|"
    r"for|if|but|or|and|who|which|that|where|until|since|later|early|late|last|next|yesterday|"
    r"today|tonight|tomorrow|overnight|there|here|again|also|twice|once|several times|multiple|"
    r"\w+ times|\w+ly|was|were|is|are|had|has|have|have|said|says|told|just|not|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
_PARTICLE = Pattern(
    r"\s+(?:dead|down|up|out|off|to death|fatally|and\s+(?:killed|wounded|injured|robbed)|at)\b",
    re.IGNORECASE,
)
_BY = Pattern(
    r"\s+(?:[\w$’'-]+,?\s+){0,14}?by\s+(?:(?:an?|the|one|two|three|four|five|several|some|\d+|"
    r"unknown|unidentified|(?:a|the)\s+(?:group|gang|band|pair|number|mob|crowd)\s+of|"
    r"at least \w+|one of (?:the|several|two|three))\s+)*(?:[\w'’-]+\s+){0,3}?$",
    re.IGNORECASE,
)
_NOT_BY = Pattern(
    r"\b(?:surrounded|accompanied|followed|helped|found|discovered|treated|seen|reported|said|"
    r"witnessed|claimed|condemned|announced|confirmed|denied|run|owned|led|used|driven|"
    r"manned|held|guarded|patrolled|staffed|occupied|controlled|operated|protected|"
    r"frequented|escorted|chartered|hired|rented|backed|supported|visited|attended|joined|crowded|"
    r"inhabited|populated|flown|ridden|organi[sz]ed|hosted|built|funded|worn)\s+by\b",
    re.IGNORECASE,
)
_AGENTS = frozenset(
    (PersonClass.ATTACKERS, PersonClass.PEOPLE, PersonClass.CIVILIANS, PersonClass.CHILDREN)
)
_FIGHTING = frozenset(
    (PersonClass.ATTACKERS, PersonClass.PEOPLE, PersonClass.FORCES, PersonClass.ARMED_GROUP)
)
_OF_PERSONS = frozenset(
    (
        IncidentKind.SHOOTING,
        IncidentKind.STABBING,
        IncidentKind.ROBBERY,
        IncidentKind.ARSON,
        IncidentKind.VEHICLE_RAMMING,
        IncidentKind.ABDUCTION,
        IncidentKind.SEXUAL_VIOLENCE,
    )
)
_ARMED = frozenset((*_AGENTS, PersonClass.FORCES, PersonClass.ARMED_GROUP))


def strangers(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    """The persons without a name that do what a trigger tells, by its syntax: the subject of
    an active verb, or the agent after "by"; one or none."""
    if trigger.verb and not trigger.passive and not _of_dead(notes.text, trigger):
        subject = (
            _by_full_name(notes, clause, trigger)
            or _subject(notes, clause, trigger)
            or _by_name(notes, clause, trigger)
        )
        if subject:
            return subject
    return _agent(notes, clause, trigger)


def _by_full_name(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    """ "**Ann Tarrow**, a painter from Velm, shot": private persons, whose names are not kept."""
    if not trigger.strong or not _is_active(notes.text, trigger):
        return []
    if _IN_WORDS.match(notes.text, trigger.span.start):
        return []
    plain = trigger.word.kind in _OF_PERSONS
    found = acting_persons(notes, clause, trigger.span, plain=plain)
    return [
        Draft(Field.ATTACKER, ActorRef(SUSPECT), name, _stance(notes.text, name, trigger))
        for name in found
    ]


_IN_WORDS = Pattern(r"(?:assail|blast|slam|lash)", re.IGNORECASE)  # what persons do in words


def _stance(text: str, who: Span, trigger: Trigger) -> Stance | None:
    """In doubt where it is only alleged."""
    return Stance.DOUBTS if _ALLEGED.search(text, who.end, trigger.span.start) else None


_ALSO_HURT = Pattern(  # "2 villagers killed 5 injured in ...": a title, and nobody who kills
    r",?\s+(?:and\s+)?(?:at least\s+)?(?:\d+|[a-z]+)\s+(?:others\s+)?(?:injured|wounded|hurt)\s+"
    r"(?:in|as|when|after|by|at|on|due)\b",
    re.IGNORECASE,
)


def _of_dead(text: str, trigger: Trigger) -> bool:
    killed = trigger.span.of(text).lower() == "killed"
    return killed and _ALSO_HURT.match(text, trigger.span.end) is not None


def agents(notes: Annotations, region: Span) -> Iterator[tuple[Span, Span]]:
    """The heads of the phrases for persons who may do it without a name, each with its phrase."""
    for head in _persons(notes, region, _AGENTS):
        yield head, _phrase(notes.text, region.start, head)


def _persons(notes: Annotations, region: Span, classes: frozenset[PersonClass]) -> list[Span]:
    """The heads of the noun phrases for persons, in order."""
    found = {
        h.span
        for h in inside(notes.persons, region)
        if h.item.who in classes
        and not _no_agent(notes.text, h)
        and not is_hurt(notes.text, region.start, h.span)
    }
    named = [n.span for n in inside(notes.actors, region)]
    for match in _SOMEBODY.finditer(notes.text, region.start, region.end):
        span = Span(*match.span())
        if not any(f.overlaps(span) for f in (*found, *named)):
            found.add(span)
    return sorted(found)


def is_somebody(words: str) -> bool:
    """Whether words are for who may do it without a name: "a 17-year-old", "the pair"."""
    return _SOMEBODY.search(words) is not None


_NO_AGENT = Pattern(
    r"others?|members?|victims?|bod(?:y|ies)|corpses?|souls?|survivors?|martyrs?|nationals?",
    re.IGNORECASE,
)


def _no_agent(text: str, hit: Hit[PersonWord]) -> bool:
    """ "Ruritanian air strikes", "one rocket fell short, the other hit": no persons who act."""
    words = hit.span.of(text)
    adjective = words.istitle() and not hit.item.plural and words not in _MAN
    return (
        adjective
        or is_plane(text, hit.span)
        or text.startswith("-", hit.span.end)  # "a first-person-view drone"
        or _NO_AGENT.fullmatch(words) is not None
        or bool(actor_book().nationalities(words))
    )


_MAN = ("Man", "Woman", "Boy", "Girl", "Youth", "Teen", "Teenager", "Gunman", "Soldier", "Officer")


def _subject(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    if not _is_active(notes.text, trigger):
        return []
    start = max(clause.start, trigger.span.start - _REACH)
    before_verb = Span(start, trigger.span.start)
    fighting = _ARMED if trigger.word.kind in _OF_PERSONS else _FIGHTING
    likely = _persons(notes, before_verb, fighting)
    for head in reversed(_persons(notes, before_verb, _ARMED)):
        if head not in likely and not _alone(notes.text, before_verb, head):
            continue
        between = DESCRIBED.sub(" ", notes.text[head.end : trigger.span.start])
        if _LEADER.search(notes.text, clause.start, head.start):
            continue  # "men led by a woman"
        if _APART.search(between) or _of_event(between) or _OWN_SUBJECT.search(between):
            return []
        whole = _whole(notes.text, _scene(notes, clause, head), head)
        phrase = _unnumbered(notes.text, whole)
        before = before_subject(notes, max(clause.start, whole.start - 40), whole.start)
        if _joined_object(notes.text, clause.start, phrase, between):
            return []
        if _OF_SIDE.search(before) or _defends(notes.text, trigger, head):
            return []
        part = _PART_OF.search(notes.text, clause.start, phrase.start)
        if part or not _NO_SUBJECT.search(before) or _WHO.search(between):
            return [_acting(notes, phrase, head, trigger)]
    return []


_OWN_SUBJECT = Pattern(  # "as soldiers searched the fields, **a second device** went off"
    r",\s(?:an?|the|another|two|three|several|\d+)\s(?:[\w-]+\s){1,6}$", re.IGNORECASE
)


def _alone(text: str, region: Span, head: Span) -> bool:
    """ "**A teenager** killed ten": one person just before the verb, be he no fighter."""
    if _THEN_VERB.fullmatch(text, head.end, region.end) is None or head.of(text).endswith("s"):
        return False
    return _ONE.search(text, max(region.start, head.start - 40), head.start) is not None


_ONE = Pattern(r"\b(?:an?|the|his|her|another|one)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_THEN_VERB = Pattern(r"\s(?:(?:had|has|then|later|also|first|allegedly|reportedly|\w+ly)\s){0,3}")
_PART_OF = Pattern(  # "four of the officers"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several|many|most|both|all|any|"
    r"none|each|another)\s+of\s+(?:the|these|those|his|her|its|their)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ALLEGED = caseless(r"\b(?:allegedly|reportedly|apparently|is\salleged|may|might)\b")


def _acting(notes: Annotations, phrase: Span, head: Span, trigger: Trigger) -> Draft:
    """Who acts by the noun, or by the name that the noun stands before: "her boyfriend **Lou
    Marn** shot"; in doubt where it is only alleged."""
    rest, stance = Span(head.end, trigger.span.start), _stance(notes.text, head, trigger)
    name = next((n for n in names(notes, rest) if n.start == head.end + 1), None)
    if name is None:
        return _draft(notes.text, phrase, stance)
    return Draft(Field.ATTACKER, ActorRef(SUSPECT), name, stance)


def _scene(notes: Annotations, clause: Span, head: Span) -> int:
    """Where the words that tell the day end before a noun: "on 9 March | somebody"."""
    near = Span(max(clause.start, head.start - 60), head.start)
    return max((d.span.end for d in inside(notes.dates, near)), default=clause.start)


_LEADER = Pattern(r"\b(?:led|commanded|headed)\s+by\s+(?:(?:an?|the)\s+)?$", re.IGNORECASE)


def _of_event(between: str) -> bool:
    """ "A terrorist attack killed": the sort of an attack, and nobody who acts."""
    hits = event_words().find(between)
    return bool(hits) and not between[: hits[0].span.start].strip() and hits[0].item.is_noun


def _joined_object(text: str, floor: int, phrase: Span, between: str) -> bool:
    """ "killed ten men and wounded four": the object of the verb before."""
    if not _AND_THEN.match(between):
        return False
    return bool(event_words().find(text[max(floor, phrase.start - 120) : phrase.start]))


_OF_SIDE = Pattern(r"\b(?:our|its|their)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_GUARDS = Pattern(r"(?:officers?|guards?|deput(?:y|ies)|bodyguards?|sentr(?:y|ies))$", re.I)
_THE_ATTACKER = Pattern(
    r"\s+(?:(?:dead|and killed|down|at|on)\s+)?(?:(?:the|one of the|both|all)\s+)?(?:attackers?|"
    r"gunm[ae]n|suspects?|assailants?|bombers?|shooters?|knifem[ae]n|him|them)\b",
    re.IGNORECASE,
)


def _defends(text: str, trigger: Trigger, head: Span) -> bool:
    """ "Officers shot the attacker": an answer, and no attack of theirs."""
    guards = _GUARDS.search(head.of(text)) is not None
    return guards and _THE_ATTACKER.match(text, trigger.span.end) is not None


_WHO = Pattern(r"\swho\s+(?:(?:had|then|later|also)\s+)?$", re.IGNORECASE)
_AND_THEN = Pattern(r"\s*,?\s*and\s", re.IGNORECASE)


def _is_active(text: str, trigger: Trigger) -> bool:
    """ "shot his wife", but not "[a man] shot in the leg": a participle has no object."""
    if text[trigger.span.start : trigger.span.end].lower().endswith("ing"):
        return False
    if trigger.word.form is not Form.PAST and trigger.word.form is not Form.PARTICIPLE:
        return True
    if trigger.word.strength is Strength.LAUNCH or trigger.word.base == "open fire":
        return True
    particle = _PARTICLE.match(text, trigger.span.end)
    return not _NO_OBJECT.match(text, particle.end() if particle else trigger.span.end)


_NAME_BEFORE = Pattern(
    r"(?:^|(?<=[\s“\"(]))(?P<the>[Tt]he\s+)?(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})"
    r"(?P<men>\s(?:fighters|forces|rebels|troops|militants|militiamen|gunmen|guerrillas))?"
    r"(?:,\s\d{1,2},(?:\sof\s[^,;]{2,40},)?|\s\(\d{1,2}\))?\s+"
    r"(?:(?:had|has|have|then|also|later|first|again|allegedly|reportedly|\w+ly)\s+){0,3}$"
)
_INITIALS = Pattern(r"(?!(?:US|UN|UK|EU|TV|PM|AM|GMT)$)[A-Z][A-Z0-9-]{1,6}$")
_GROUP = Pattern(
    r"\b(?:Front|Army|Brigades?|Movement|Forces?|Group|Guards?|Union|Alliance|Command|Cartel|"
    r"Militia|Battalion|Resistance|Liberation|Revolutionary)\b"
)


def _by_name(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    """A subject by a name that nobody has listed: a group's is kept, a private person's is not."""
    if not _is_active(notes.text, trigger) or not trigger.strong:
        return []
    match = _NAME_BEFORE.search(
        notes.text, max(clause.start, trigger.span.start - 90), trigger.span.start
    )
    if match is None:
        return _by_first_verb(notes, clause, trigger)
    if notes.text[clause.start : clause.end].isupper():
        return []
    span, name = Span(*match.span("name")), match["name"]
    if match["men"] and is_plane(notes.text, Span(match.start("men") + 1, match.end("men"))):
        return []
    known = (*inside(notes.places, span), *inside(notes.dates, span), *inside(notes.persons, span))
    if known or inside(notes.actors, span) or name.split()[0].lower() in _not_names():
        return []
    if match["the"] and _PLURAL.fullmatch(name):
        return [Draft(Field.ATTACKER, _in_full(notes, span), span)]
    if _INITIALS.fullmatch(name) or match["men"] or (match["the"] and _GROUP.search(name)):
        whole = Span(span.start, match.end("men") if match["men"] else span.end)
        return [Draft(Field.ATTACKER, ActorRef(name), whole)]
    person = trigger.word.kind in _OF_PERSONS and not match["the"]
    stance = _stance(notes.text, span, trigger)
    return [Draft(Field.ATTACKER, ActorRef(SUSPECT), span, stance)] if person else []


def _by_first_verb(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    """ "**Marn** walked up to a clerk and stabbed him": the subject of the verb before "and"."""
    before = Span(max(clause.start, trigger.span.start - _REACH), trigger.span.start)
    if trigger.word.kind not in _OF_PERSONS or not _AND_LAST.search(
        notes.text, before.start, before.end
    ):
        return []
    for name in names(notes, before):
        between = notes.text[name.end : before.end]
        if _VERB_FIRST.match(between) and not _APART.search(between):
            return [Draft(Field.ATTACKER, ActorRef(SUSPECT), name)]
    return []


_AND_LAST = Pattern(r"\sand\s(?:(?:then|later|also)\s)?$")
_VERB_FIRST = Pattern(
    r"(?:,\s\d{1,2},)?\s(?:then\s|later\s)?(?:[a-z]{3,}ed|went|came|ran|drew|drove|got|took|broke|rode|"
    r"stood|crept|fled|left|threw|held|put|made)\s"
)
_PLURAL = Pattern(r"[A-Z][a-z]{2,}s")  # "the Wolves"


def _in_full(notes: Annotations, name: Span) -> ActorRef:
    """ "The Wolves": the last group before that is called so and more, "the Velm Wolves"."""
    word = name.of(notes.text)
    before = (n for n in notes.actors if n.span.end <= name.start)
    known = [n for n in before if word in n.span.of(notes.text).split() and acts(n)]
    return actor_ref(known[-1]) if known else ActorRef(word)


@lru_cache(maxsize=1)
def _not_names() -> frozenset[str]:
    words: list[str] = load("people.toml")["phrases"]["not_names"]
    return frozenset(words)


def _agent(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    end = min(clause.end, trigger.span.end + _REACH)
    for head in _persons(notes, Span(trigger.span.end, max(trigger.span.end, end)), _ARMED):
        between = notes.text[trigger.span.end : head.start]
        if _BY.fullmatch(between):
            return (
                []
                if _NOT_BY.search(between)
                else [_draft(notes.text, _phrase(notes.text, trigger.span.end, head))]
            )
    return []


def _phrase(text: str, floor: int, head: Span) -> Span:
    """A noun with its adjectives, without article and number: "two men" and "the men" are one."""
    return _unnumbered(text, _whole(text, floor, head))


def _whole(text: str, floor: int, head: Span) -> Span:
    before = _BEFORE_NOUN.search(text, max(floor, head.start - 60), head.start)
    return Span(before.start() if before else head.start, head.end)


def _unnumbered(text: str, phrase: Span) -> Span:
    article = _NUMBER.match(text, phrase.start, phrase.end)
    return Span(article.end() if article else phrase.start, phrase.end)


_NUMBER = Pattern(
    r"(?:(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|"
    r"(?:dozens|scores|hundreds) of|about|around|at least|more than|"
    r"(?:a|the) (?:group|gang|band|number|couple|pair|crowd|mob) of|"
    r"\d{1,3}(?!\d|-))\s+)+",
    re.IGNORECASE,
)


def _draft(text: str, span: Span, stance: Stance | None = None) -> Draft:
    return Draft(Field.ATTACKER, ActorRef(called(span.of(text))), span, stance)


def called(words: str) -> str:
    """What persons without a name are called: without article, number and town."""
    whole = " ".join(words.split())
    number = _NUMBER.match(whole)
    whole = whole[number.end() :] if number else whole
    if words.isupper() or whole.endswith("forces"):
        return whole  # "Resistance forces" have a name
    kept = [w for w in whole.split() if not _is_home(w)]
    return " ".join(kept) or whole


def _is_home(word: str) -> bool:
    """ "A 19-year-old Springfield man": a town says where he lives, a nation who he is."""
    return word.istitle() and not person_words().find(word) and not actor_book().nationalities(word)


def is_hurt(text: str, start: int, named: Span) -> bool:
    """Whether a name is of those whom the verb before it hurts, and so does nothing itself:
    "gunmen killed nine **policemen** on Monday and shot dead two teachers"."""
    return _HURTS.search(text, max(start, named.start - 60), named.start) is not None


_HURTS = caseless(
    r"(?<!\bwere\s)(?<!\bwas\s)(?<!\bbeen\s)\b(?:kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|"
    r"murder(?:ed|ing)|massacr(?:ed|ing)|slaughter(?:ed|ing)|behead(?:ed|ing)|gunned\sdown|"
    r"(?:abduct|kidnapp)(?:ed|ing)|execut(?:ed|ing)|shot(?:\sdead)?)\s"
    r"(?:(?:at\sleast|about|some|more\sthan|up\sto|nearly|another|the)\s)?"
    r"(?:\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens\sof)"
    r"\s(?:[\w-]+\s){0,2}$"
)
