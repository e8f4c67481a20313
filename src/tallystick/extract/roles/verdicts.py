"""Whom a speaker names as having done it, with no word of blame: "it was thieves", "X did this".

The act was told before; the words only say whose it was, in somebody's mouth:

    "It was common highwaymen," the mayor said.    ->  highwaymen, blamed
    "The Wolves did this," a villager said.        ->  the Wolves, blamed
    The mayor said the Wolves were behind the raid.  ->  the Wolves, blamed
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tallystick.extract.actors.sides import OBJECTIVE, actor_ref, before_subject, sides
from tallystick.extract.actors.unlisted_sides import named_before
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.roles.ascriptions import (
    HAD_DONE,
    denied_parts,
    is_denied,
    laid_before,
    provenance,
)
from tallystick.extract.roles.claim_words import EVENTS
from tallystick.extract.spoken import saying
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

_NEAR = 45  # characters from a name to the words that it did it
_NO_NAME = (
    r"(?:criminals?|bandits?|thie(?:f|ves)|robbers|smugglers|traffickers|poachers|rustlers|loggers|"
    r"highwaymen|thugs|gangs?|vandals|hooligans|outlaws|mercenaries|extremists|terrorists|"
    r"infiltrators|saboteurs|provocateurs|agitators|renegades|deserters|rebels|guerrillas|militants|"
    r"insurgents|separatists|jihadists|paramilitaries|soldiers|troops|policemen|militiamen|"
    r"gunmen|vigilantes|herdsmen|herders|settlers|hunters|fanatics|cartels?|mafias?|raiders|"
    r"(?:foreign|hidden|outside|external|unseen|invisible|enemy)\s+(?:hands?|agents?|powers?|elements))"
)
_IT_WAS = caseless(
    r"\b(?:it|this|that)\s+(?:was|were|is|had\s+been)\s+(?:surely\s+|clearly\s+|simply\s+|the\s+act\s+of\s+|"
    r"(?:some|just)\s+)?(?:the\s+|a\s+)?(?=\w)"
)
_CULPRITS = caseless(
    r"\b(?:the|those|these|his|her|their)\s+(?:\w+\s+)?(?:attackers?|assailants?|killers?|assassins?|"
    r"murderers?|gunm[ae]n|bombers?|perpetrators?|culprits?|kidnappers?|abductors?|raiders)"
    r"(?:,\s[^.;,]{3,40}\s(?:said|says|told\s[^.;,]{2,30}),)?\s+"
    r"(?:(?:was|were|is|are|had\s+been)\s+(?:from|linked\s+to|sent\s+by|hired\s+by|paid\s+by|"
    r"(?:members?|men|fighters|agents)\s+(?:of|from))\s+|belong(?:s|ed)?\s+to\s+|c[ao]mes?\s+from\s+|"
    r"(?:was|were|is|are|had\s+been)\s+)"
    r"(?:the\s+|an?\s+)?(?=\w)"
)
_ENDS = Pattern(
    r"(?:\s+(?:terrorists|militants|fighters|rebels|gunmen|men|soldiers|troops|agents|elements|"
    r"guerrillas|militia(?:men)?|network|gang|group|faction))?"
    r"(?=\s*(?:[.,;:!\"”]|$)|\s+(?:again|dressed|disguised|in\s+uniform)\b|"
    r"\s+(?:who|that|which)\s+(?!(?:was|were|is|are|had|has|have|died|suffered|lost)\b))",
    re.IGNORECASE,
)
_DID_IT = caseless(
    r"\b(?:(?:did|done)\s+(?:it|this|that)|fired\s+it|(?:committed|perpetrated|ordered|planted|laid|"
    r"placed|carried\s+out)\s+(?:it|this|that|them|both))(?=\s*(?:[.,;:!\"”]|$)|"
    r"\s+(?:because|to|in|on|and|as|when|ourselves|themselves|itself)\b)|"
    r"\b(?:was|were|is|are|be|been)\s+(?:\w+ly\s+)?(?:behind|(?:responsible|to\s+blame)\s+for)\s+"
    r"(?:(?:it|them|both|all|this|that)(?=\s*(?:[.,;:!\"”]|$))|"
    r"(?:the|this|that|these|those|both|all|two|an?|his|her|their)\s+(?:[\w’'-]+\s+){0,3}?"
    rf"(?:{EVENTS}|deaths?|crimes?|atrocit\w+|disappearances?|fires?|incidents?|bombs?|mines?)\b)|"
    r"\b(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:responsible|to\s+blame)(?=\s*(?:[.,;:!\"”]|$))"
)
_NAMELESS = Pattern(
    rf"(?:(?!(?:not|no|never|neither|for|by|of|to|in|on)\b)[\w’'-]+\s+){{0,2}}?{_NO_NAME}(?!\w)",
    re.I,
)
_BEFORE = Pattern(rf"(?:\b(?:the|some|these|those)\s+)?(?P<who>{_NO_NAME})\s+$", re.IGNORECASE)
_UNSURE = Pattern(
    r"\b(?:not|never|no|n['’]t|nobody|who|whoever|if|whether|may|might|could|would)\b",
    re.IGNORECASE,
)
_PARTED = Pattern(r"^['’]s?\s|[.;:\"“”]|\b(?:and|who|which|that|by|of|on|in)\b", re.IGNORECASE)
_ASKED = Pattern(r"\b(?:whether|if|unless|nobody|who)\s[^.;:\"“”]{0,30}$", re.IGNORECASE)
_OWN = Pattern(r"\b(?:its|their|our|his|her)\s+(?:\w+\s+)?$", re.IGNORECASE)
_MEN_OF = Pattern(
    r"\b(?:members|supporters|followers|men|fighters|soldiers|agents|elements|gunmen|militants|cells|"
    r"sympathi[sz]ers|henchmen|hitmen)\s+(?:of|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_THINKS = caseless(r"\b(?:believ|suggest|think|thought|suspect|assum|reckon|presum|guess)\w*$")


def verdicts(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """Whom those who speak in a clause name for what was told before."""
    for match in (
        *_IT_WAS.finditer(notes.text, clause.start, clause.end),
        *_culprits(notes, clause),
    ):
        if (voice := _voice(notes, Span(match.end() - 1, match.end()))) is not None:
            yield from _named_after(notes, clause, match.end(), voice)
    for form in (_DID_IT, HAD_DONE):
        for match in form.finditer(notes.text, clause.start, clause.end):
            voice = _voice(notes, Span(*match.span()))
            if voice is not None and not is_denied(notes.text, voice):
                yield from _named_before(notes, clause, match.start(), voice)
    for match, part in denied_parts(notes, clause):
        voice = _voice(notes, Span(*match.span()))
        if voice is not None and is_denied(notes.text, voice) is part:
            cleared = _named_before(notes, clause, match.start(), voice)
            told = Span(match.end() - 1, match.end())
            others = (
                d
                for d in cleared
                if not _OWN.search(notes.text[max(0, d.span.start - 30) : d.span.start])
            )
            yield from (replace(d, stance=Stance.DENIES, told=told) for d in others)
    for voice in _voices(notes, clause):
        own = {n.name for n in inside(notes.actors, voice.source)}
        laid = provenance(notes, clause, voice.content)
        yield from (d for d in laid if isinstance(d.value, ActorRef) and d.value.name not in own)
    yield from laid_before(notes, clause)


def _voices(notes: Annotations, clause: Span) -> list[Attribution]:
    return [a for a in notes.attributions if a.content.overlaps(clause)]


def _culprits(notes: Annotations, clause: Span) -> Iterator[re.Match[str]]:
    return _CULPRITS.finditer(notes.text, clause.start, clause.end)


def _voice(notes: Annotations, words: Span) -> Attribution | None:
    """Who says it, the nearest."""
    return min(saying(notes, words), key=lambda a: a.content.end - a.content.start, default=None)


def _named_after(
    notes: Annotations, clause: Span, start: int, voice: Attribution
) -> Iterator[Draft]:
    """ "It was **the Wolves**", "the killers were **soldiers**", and nothing more."""
    for named in sides(notes, clause):
        if named.span.start == start and _ENDS.match(notes.text, named.span.end):
            yield _laid(notes, actor_ref(named), named.span, voice)
            return
    match = _NAMELESS.match(notes.text, start, clause.end)
    if match is not None and _ENDS.match(notes.text, match.end()):
        yield _laid(notes, ActorRef(" ".join(match.group().split())), Span(*match.span()), voice)


def _named_before(
    notes: Annotations, clause: Span, end: int, voice: Attribution
) -> Iterator[Draft]:
    """ "**The Wolves** did this", "**bandits** were behind it": the subject, if plainly so."""
    start = max(clause.start, voice.content.start)
    near = [n for n in sides(notes, clause) if start <= n.span.start and n.span.end <= end]
    if near and _is_next(notes, near[-1].span.end, end):
        if _is_subject(notes, start, near[-1]) and not _is_own(notes, near[-1], voice):
            yield _laid(notes, actor_ref(near[-1]), near[-1].span, voice)
        return
    match = _BEFORE.search(notes.text, start, end)
    if match is not None:
        yield _laid(notes, ActorRef(match["who"]), Span(*match.span("who")), voice)
    elif (name := named_before(notes, start, end)) is not None:
        yield _laid(notes, ActorRef(" ".join(name.of(notes.text).split())), name, voice)


def _is_subject(notes: Annotations, start: int, named: Named) -> bool:
    before = before_subject(notes, max(start, named.span.start - 40), named.span.start)
    if _ASKED.search(before):
        return False
    return not OBJECTIVE.search(before) or _MEN_OF.search(before) is not None


def _is_own(notes: Annotations, named: Named, voice: Attribution) -> bool:
    """Whether who speaks is named: "the Wolves said the Wolves did it" lays it on nobody."""
    own = {n.name for n in inside(notes.actors, voice.source)}
    return named.name in own


def _is_next(notes: Annotations, start: int, end: int) -> bool:
    gap = notes.text[start:end].lstrip('"”')  # the "so-called Wolves" | were guilty
    return len(gap) < _NEAR and not _PARTED.search(gap) and not _UNSURE.search(gap)


def _laid(notes: Annotations, who: ActorRef, span: Span, voice: Attribution) -> Draft:
    thinks = _THINKS.search(voice.cue.of(notes.text)) is not None
    return Draft(Field.ATTACKER, who, span, Stance.DOUBTS if thinks else Stance.BLAMES)
