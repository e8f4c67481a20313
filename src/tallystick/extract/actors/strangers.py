"""Attackers told by a noun alone: "a masked man", "two teenagers in a car", "someone".

Most attackers of city violence have no group and, in the news of the day, no name; where one is
named, the name is that of a private person and is not kept as a value, as for the hurt
(:class:`tallystick.model.values.PersonClass`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.extract.actors.sides import before_subject
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.events.triggers import Trigger
from tallystick.model.document import Cover, Span
from tallystick.model.statement import Field, Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, PersonClass
from tallystick.vocab.actors import actor_book
from tallystick.vocab.lexicon import Form, Strength, event_words, person_words

_REACH = 110  # characters from persons to what they did
_SOMEBODY = re.compile(
    r"\b(?:some(?:one|body)(?:\s+else)?|(?:(?:a|the|another)\s+)?\d{2}-year-old(?:\s+suspect)?|"
    r"suspects?|gunmen|gunman|shooters?|robbers?|burglars?|intruders?|trio|strangers?|thie(?:f|ves)|"
    r"knifem[ae]n|crowd|mob|gang|squad|snipers?|vigilantes|arsonists?|armed men|couple)\b",
    re.IGNORECASE,
)
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|dozens of|"
    r"another|other|about|around|at least|more than|(?:a|the) (?:group|gang|band|number|couple|"
    r"pair|crowd|mob) of|\d{1,3}|his|her|their)\s+)?"
    r"(?:(?:\d{1,2}-year-old|unknown|unidentified|unnamed|masked|armed|heavily|hooded|suspected|"
    r"alleged|local|lone|foreign|uniformed|rival|young|elderly|drunk|drunken|angry|off-duty|black|"
    r"white|male|female|teenaged?|paid|hired|other|plainclothes|motorcycle|estranged|former|"
    r"right-wing|left-wing|mentally ill|disgruntled|[A-Z][a-z]+)[\s-]+){0,4}$",
)
# What may stand between persons and their verb: where they were, what they wore and carried.
_APART = re.compile(
    r"[;:\"“”]|\.\s|\b(?:was|were|is|are|been|being|said|says|say|told|reported|that|which|after|when|"
    r"while|because|until|by|but|whom|whose|where|if|as|died|had been|has been|have been|"
    r"killed|wounded|injured|shot|believed|found|taken)\b|\s[-–—]+\s",
    re.IGNORECASE,
)
_DISGUISED = re.compile(
    r"\s(?:disguised|dressed|posing|masquerading|clad)\s+(?:as|in|like)\s+(?:[\w’'-]+\s+){1,5}?"
    r"(?=[\w’'-]+\s*$|$)",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\b(?:on|against|at|from|to|with|near|inside|into|for|by|of|between|among|over|targeting|"
    r"killing|wounding|injuring|including|in|under|outside|toward|towards|told|than|leaving|"
    r"killed|wounded|injured|shot|kidnapped|abducted|hit|struck|stabbed|attacked|murdered|"
    r"arrested|hurt|death|robbed|of interest|killing of)\s+"
    r"(?:(?:an?|the|his|her|their|two|three|four|\d+|another|at least|more than|about|around|"
    r"up to|nearly|some)\s+){0,2}$",
    re.IGNORECASE,
)
# What follows a verb that is active: its object, or nothing that a passive would have.
_OBJECT = re.compile(
    r"\s+(?:(?:at|and\s+(?:killed|wounded|injured|robbed)|dead|down|up|fatally)\s+)?(?:"
    r"(?:an?|the|his|her|their|its|him|her|them|himself|herself|themselves|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|several|some|at least|more than|dozens|people|police|officers?|"
    r"passengers|civilians|another|each other|members)\b|\d|(?-i:[A-Z](?!onday|uesday|ednesday|"
    r"hursday|riday|aturday|unday)))",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s+(?:[\w-]+\s+){0,4}?by\s+(?:(?:an?|the|one|two|three|four|five|several|some|\d+|unknown|"
    r"unidentified|(?:a|the)\s+(?:group|gang|band|pair|number|mob|crowd)\s+of|"
    r"at least \w+|one of (?:the|several|two|three))\s+)*(?:[\w'’-]+\s+){0,3}?$",
    re.IGNORECASE,
)
_NOT_BY = re.compile(
    r"\b(?:surrounded|accompanied|followed|helped|found|discovered|treated|seen|reported|said|"
    r"witnessed|claimed|condemned|announced|confirmed|denied|run|owned|led|used|driven|"
    r"manned|held|guarded|patrolled|staffed|occupied|controlled|operated|protected|frequented)\s+by\b",
    re.IGNORECASE,
)
_AGENTS = frozenset(
    (PersonClass.ATTACKERS, PersonClass.PEOPLE, PersonClass.CIVILIANS, PersonClass.CHILDREN)
)
_UNSORTED = frozenset((PersonClass.ATTACKERS, PersonClass.PEOPLE))
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
    active = trigger.verb and not trigger.passive
    subject = _subject(notes, clause, trigger) if active else []
    return subject or _agent(notes, clause, trigger)


def _persons(notes: Annotations, region: Span, classes: frozenset[PersonClass]) -> list[Span]:
    """The heads of the noun phrases for persons, in order."""
    found = {
        h.span
        for h in inside(notes.persons, region)
        if h.item.who in classes and not _no_agent(notes.text, h.span)
    }
    for match in _SOMEBODY.finditer(notes.text, region.start, region.end):
        span = Span(*match.span())
        if not any(f.overlaps(span) for f in found):
            found.add(span)
    return sorted(found)


_NO_AGENT = re.compile(
    r"others?|members?|victims?|bod(?:y|ies)|corpses?|souls?|survivors?|martyrs?|nationals?",
    re.IGNORECASE,
)


def _no_agent(text: str, span: Span) -> bool:
    """ "Ruritanian air strikes", "one rocket fell short, the other hit": no persons who act."""
    words = span.of(text)
    return _NO_AGENT.fullmatch(words) is not None or bool(actor_book().nationalities(words))


def _subject(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    if not _is_active(notes.text, trigger):
        return []
    start = max(clause.start, trigger.span.start - _REACH)
    classes = _AGENTS if trigger.word.kind in _OF_PERSONS else _UNSORTED
    for head in reversed(_persons(notes, Span(start, trigger.span.start), classes)):
        between = _DISGUISED.sub(" ", notes.text[head.end : trigger.span.start])
        if _APART.search(between):
            return []
        phrase = _phrase(notes.text, clause.start, head)
        before = before_subject(notes, max(clause.start, phrase.start - 40), phrase.start)
        if _joined_object(notes.text, clause.start, phrase, between):
            return []
        if not _NO_SUBJECT.search(before) or _WHO.search(between):
            return [_draft(notes.text, phrase)]
    return []


def _joined_object(text: str, floor: int, phrase: Span, between: str) -> bool:
    """ "killed ten men and wounded four": the object of the verb before."""
    if not _AND_THEN.match(between):
        return False
    return bool(event_words().find(text[max(floor, phrase.start - 120) : phrase.start]))


_WHO = re.compile(r"\swho\s+(?:(?:had|then|later|also)\s+)?$", re.IGNORECASE)
_AND_THEN = re.compile(r"\s*,?\s*and\s", re.IGNORECASE)


def _is_active(text: str, trigger: Trigger) -> bool:
    """ "shot his wife", but not "[a man] shot in the leg": a participle has no object."""
    if trigger.word.form is not Form.PAST and trigger.word.form is not Form.PARTICIPLE:
        return trigger.word.form is not Form.ING
    if trigger.word.strength is Strength.LAUNCH or trigger.word.base == "open fire":
        return True
    return _OBJECT.match(text, trigger.span.end, trigger.span.end + 40) is not None


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
    start = max(floor, head.start - 60)
    before = _BEFORE_NOUN.search(text, start, head.start)
    first = before.start() if before else head.start
    article = _NUMBER.match(text, first, head.start)
    return Span(article.end() if article else first, head.end)


_NUMBER = re.compile(
    r"(?:(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|dozens of|"
    r"about|around|at least|more than|"
    r"(?:a|the) (?:group|gang|band|number|couple|pair|crowd|mob) of|"
    r"\d{1,3}(?!\d|-))\s+)+",
    re.IGNORECASE,
)


_NAMED = re.compile(r"(?-i:\b[A-Z][a-z’'-]+[A-Za-z’'-]*(?:\s(?:[A-Z]\.|[A-Z][\w’'-]+)){1,3})")
_SUSPECTED = "suspect"  # what is kept for a private person's name


def _draft(text: str, span: Span, stance: Stance | None = None) -> Draft:
    return Draft(Field.ATTACKER, ActorRef(called(span.of(text))), span, stance)


def called(words: str) -> str:
    """What persons without a name are called: without article, number and town."""
    whole = " ".join(words.split())
    number = _NUMBER.match(whole)
    whole = whole[number.end() :] if number else whole
    kept = [w for w in whole.split() if not _is_home(w) or words.isupper()]
    return " ".join(kept) or whole


def _is_home(word: str) -> bool:
    """ "A 19-year-old Springfield man": a town says where he lives, a nation who he is."""
    return word.istitle() and not person_words().find(word) and not actor_book().nationalities(word)


# ------------------------------------------------------------------ charged, sought, suspected

_EVENT = (
    r"(?:shootings?|killings?|murders?|homicides?|deaths?|slayings?|stabbings?|attacks?|robber(?:y|ies)|"
    r"kidnappings?|abductions?|assaults?|bombings?|gunfire|manslaughter|arson|massacre|rapes?|"
    r"shoot\w*|kill\w*|murder\w*|stabb\w*|robb\w*|blasts?|explosions?|assassination)"
)
_CHARGED = re.compile(
    r"(?:\s*,\s*\d{1,2}\s*,|,\s*\d{1,2}\b)?\s+(?:,\s*)?(?:(?:was|were|has|have|had|is|are|been|being|"
    r"later|also|since|now|formally|\w+ly)\s+)*(?:charged|arrested|indicted|accused|booked|convicted|"
    r"sentenced|detained|arraigned|jailed|wanted|sought|suspected|in custody)\b"
    rf"[^.;]{{0,60}}?\b(?:in|with|for|of|after|over|following)\s[^.;]{{0,60}}?\b{_EVENT}\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:arrested|detained|charged|identified|named|are (?:actively )?(?:searching|looking) for|"
    r"(?:is|are) seeking|took|have|has|accused|hunting(?: for)?|apprehended|captured|indicted)\s+"
    r"(?:(?:two|three|four|\d+|an?|the|another|one)\s+)?(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_AS_WHAT = re.compile(
    r"[^.;]{0,40}?\b(?:(?:in connection with|on suspicion of|in|with|of|for|after|over)\s"
    rf"[^.;]{{0,50}}?\b{_EVENT}\b|"
    r"as (?:the|a) (?:shooter|suspect|gunman|attacker|killer|assailant)\b|"
    r"into custody\b|in custody\b|at this time\b)",
    re.IGNORECASE,
)
_SUSPECT = re.compile(r"\b(?:suspects?|gunm[ae]n|shooters?)\b", re.IGNORECASE)

_OF_INTEREST = re.compile(r"\s+of interest\b", re.IGNORECASE)
_HURT = re.compile(
    r"\b(?:kill|shoot|stabb?|murder|injur|wound|death|attack|rob|abduct|kidnapp?)\w*\s+(?:of\s+)?"
    r"(?:an?\s+|the\s+|another\s+|his\s+|her\s+)?$",
    re.IGNORECASE,
)


def accused(notes: Annotations, region: Span) -> Iterator[Draft]:
    """Those who are charged with an attack, held or sought for it: blamed, not known to have."""
    text = notes.text
    for head in _persons(notes, region, _AGENTS):
        if _OF_INTEREST.match(text, head.end):
            continue
        phrase = _phrase(text, region.start, head)
        if _CHARGED.match(text, head.end, region.end):
            yield _draft(text, phrase, Stance.BLAMES)
            continue
        before = text[max(region.start, phrase.start - 60) : phrase.start]
        if not _HELD.search(before) or _HURT.search(before):
            continue
        if _AS_WHAT.match(text, head.end, region.end) or _SUSPECT.fullmatch(head.of(text)):
            yield _draft(text, phrase, Stance.BLAMES)
    yield from _named(notes, region)


_TITLED = re.compile(
    r"(?:President|Prime|Minister|General|Colonel|King|Police|Sheriff|Officers?|Chief|Detectives?|Sgt|Lt|"
    r"Officer|Deputy|Capt|Judge|Mayor|The|A|On|In)\b"
)


def _named(notes: Annotations, region: Span) -> Iterator[Draft]:
    """Private persons by name, charged with it or held for it: "suspect" is all that is kept."""
    text = notes.text
    known = Cover([*(n.span for n in notes.actors), *(p.span for p in notes.places)])
    for match in _NAMED.finditer(text, region.start, region.end):
        span = Span(*match.span())
        if (
            known.touches(span)
            or _TITLED.match(match.group())
            or text[region.start : region.end].isupper()
        ):
            continue
        before = text[max(region.start, span.start - 40) : span.start]
        charged = _CHARGED.match(text, span.end, region.end)
        if charged or (_HELD.search(before) and _AS_WHAT.match(text, span.end, region.end)):
            yield Draft(Field.ATTACKER, ActorRef(_SUSPECTED), span, Stance.BLAMES)
