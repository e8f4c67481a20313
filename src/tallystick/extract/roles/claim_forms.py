"""Claims without a verb of claiming: a noun, a name given to captors, somebody on the telephone.

A claim sent to an agency by **the Wolves** was being studied.     ->  the Wolves, claimed
The kidnappers identified themselves as members of **the Wolves**. ->  the Wolves, claimed
A man phoned a newsroom to say that **the Wolves** planted it.     ->  the Wolves, claimed
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tallystick.extract.actors.sides import actor_ref, sides
from tallystick.extract.actors.unlisted_sides import named_after
from tallystick.extract.annotate import Annotations, Named
from tallystick.extract.drafts import Draft
from tallystick.extract.quotation.own_acts import DID, OWN
from tallystick.extract.roles.claim_words import EVENTS
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.vocab.actors import ActorKind
from tallystick.vocab.caseless import caseless

_MOST = 4  # of one form in a sentence
_SENT = (
    r"(?:sent|issued|made|signed|posted|put\s+out|telephoned|phoned(?:\s+in)?|faxed|e-?mailed|published|"
    r"received|broadcast|delivered|left|found)"
)
_FROM = r"(?:by|from|in\s+the\s+name\s+of|on\s+behalf\s+of)\s+(?:the\s+)?[\"“]?"
_NOUN = caseless(
    rf"\b(?:an?|the|this|that|second|third|first|rival|written)\s+claims?\s+(?:of\s+(?:responsibility|authorship|credit)\s+)?(?:was\s+|were\s+)?"
    rf"(?:{_SENT}\s+)?(?:(?:to|in|on|at|with|near)\s+[^.;,]{{3,50}}?\s+)?{_FROM}"
)
_AS_WHOM = caseless(
    r"\b(?:kidnappers?|abductors?|captors?|hijackers?|hostage-takers?|attackers?|assailants?|gunm[ae]n|"
    r"killers?|raiders|assassins?)\b[^.;,]{0,60}?\s(?:(?:identified|described)\s+(?:them|him|it)sel(?:f|ves)"
    r"(?:\s+[^.;,]{2,20}?)?\s+as|(?:said|claimed)\s+(?:that\s+)?(?:they|he)\s+(?:were|was|belonged\s+to)|"
    r"claimed\s+to\s+(?:be|belong\s+to)|call(?:ed|ing)\s+themselves)\s+"
    r"(?:(?:an?\s+)?(?:members?|fighters?|men|soldiers|guerrillas|cell|unit|commando)\s+(?:of|from)\s+)?"
    r"(?:the\s+)?[\"“]?"
)
_CALLED = caseless(
    r"\b(?:callers?|m[ae]n|wom[ae]n|voice|person|somebody|someone|he|she)\b[^.;]{0,90}?\b(?:phoned|telephoned|"
    r"rang|called|contacted|e-?mailed|wrote\s+to)\s[^.;,]{2,60}?\s(?:to\s+say|saying|and\s+said|to\s+announce|"
    r"to\s+claim)\s+(?:that\s+)?(?:the\s+)?[\"“]?"
)
_THEY_DID = caseless(
    r"[\"”]?\s+(?:(?:had|has|have|also|itself|\w+ly)\s+){0,3}[\"“]?"
    rf"(?:{DID}|did\s+(?:it|this)|(?:was|were)\s+(?:behind|responsible))\b"
)
_THAT = caseless(r"[\"”]?\s+that\b")  # "a claim by the Wolves that soldiers had shelled the mill"
_ITS_CLAIM = caseless(  # "the Wolves' claim of responsibility", "the Wolves' claim to have laid it"
    r"['’]s?\s+(?:(?!false|earlier|previous|past|first)[\w-]+\s+)?(?:claims?|admissions?)\s+(?:of\s+(?:responsibility|authorship|credit)\b|"
    rf"(?:to\s+have|that\s+{OWN}\s+(?:had|have|has|was|were))\s+(?:\w+ly\s+)?{DID}\b|"
    rf"to\s+(?:the|this|that)\s+(?:\w+\s+)?{EVENTS}\b)"
)
_LEFT = caseless(  # "leaflets signed by the Wolves were found at the scene"
    r"\b(?:leaflets?|pamphlets?|flyers?|fliers?|handbills?|posters?|notes?|letters?|placards?|signs?|banners?|graffiti|"
    r"slogans?|flags?)\s+(?:(?:were|was)\s+)?(?:(?:signed|left|scattered|dropped|written|issued)\s+(?:by|with)\s+|signed\s+|"
    r"(?:bearing|carrying|with)\s+the\s+(?:names?|initials|letters|signature|emblem|symbols?|insignia)\s+of\s+|in\s+the\s+name\s+of\s+)"
    r"(?:the\s+)?[\"“]?"
)
_AT_THE_SCENE = caseless(
    r"[\"”]?\s+(?:(?:was|were|had\s+been)\s+)?(?:left|found|scattered|strewn|dropped|thrown|painted|pinned|placed|hung|"
    r"discovered|recovered)\b"
)
_SITE = caseless(  # "a website used by the Wolves carried a claim of responsibility"
    r"\b(?:web\s?sites?|sites?|channels?|accounts?|pages?|forums?|stations?|radio|newspapers?|agency)\s+(?:(?:often|\w+ly)\s+)?"
    r"(?:used|run|kept|operated|owned|favou?red|linked|tied|close|belonging|affiliated|associated)\s+(?:by|to|with)\s+"
    r"(?:the\s+)?[\"“]?"
)
_CARRIED_CLAIM = caseless(
    r"[\"”]?\s+(?:(?:has|have|had|later|also)\s+)?(?:carried|posted|published|ran|put\s+out|issued|aired|broadcast)\s+"
    r"(?:an?|the|its)\s+claims?\b(?!\s+that\b)"
)
_PART = r"(?:responsibility|involvement|role|part|hand|accusations?|charges?|blame|allegations?)"
_DENIED = rf"(?:{_PART}|(?:the|this|that)\s+(?:\w+\s+)?{EVENTS})"
_DENIED_BY = caseless(
    rf"\b(?:{EVENTS}|{_PART})\b[^.;,]{{0,60}}?\s(?:was|were|been|is|are)\s+(?:\w+ly\s+|later\s+|also\s+)?"
    r"(?:denied|disowned|disavowed|disclaimed|repudiated)\s+by\s+(?:the\s+|an?\s+)?|"
    rf"\bdenials?\s+of\s+(?:any\s+|all\s+)?{_DENIED}\b(?:(?!\b(?:was|were)\s+(?!issued|made|put|"
    rf"published|voiced|sent|broadcast|posted)|\b(?:is|are|has|had|have)\b)[^.;,]){{0,50}}?\s"
    r"(?:by|from)\s+(?:the\s+|an?\s+)?|\bdenials?\s+(?:by|from)\s+(?:the\s+|an?\s+)?"
)
_ITS_DENIAL = caseless(  # "the Wolves' denial that they laid it", "the Wolves' denial was late"
    rf"['’]s?\s+(?:[\w-]+\s+)?denials?(?:\s+of\s+(?:any\s+|all\s+)?{_DENIED}\b|\s+that\s+(?:it|its|they|their)\b|"
    r"(?P<bare>)(?!\s+(?:of|that)\b))"
)
_THAT_IT_DID = caseless(
    rf"[\"”]?\s+(?:that\s+(?:it|its|they|their)\b|of\s+(?:any\s+|all\s+)?{_DENIED}\b)"
)
_GROUPS = (ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.CRIMINAL)
_NONE = caseless(r"^(?:no|neither|not)\b|\b(?:no|not|never|without)\b")


def indirect_claims(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """Who claims by none of the verbs of claiming what a clause tells."""
    names = sides(notes, clause)
    for form, after in _FORMS:
        for match in islice(form.finditer(notes.text, clause.start, clause.end), _MOST):
            named = _named(notes, names, Span(match.end(), clause.end))
            if named is None or _NONE.search(match.group()):
                continue
            if form is _NOUN and _THAT.match(notes.text, named.span.end):
                continue
            if after is None or after.match(notes.text, named.span.end, clause.end):
                yield Draft(Field.ATTACKER, actor_ref(named), named.span, Stance.CLAIMS)
    for named in names:
        if _ITS_CLAIM.match(notes.text, named.span.end, clause.end) and _is_group(named):
            yield Draft(Field.ATTACKER, actor_ref(named), named.span, Stance.CLAIMS)


_FORMS = (
    *((_NOUN, None), (_AS_WHOM, None), (_CALLED, _THEY_DID)),
    *((_LEFT, _AT_THE_SCENE), (_SITE, _CARRIED_CLAIM)),
)
"""How each form goes on to a name, and what must follow that."""


def indirect_denials(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """Who denies in the passive, or by a noun: "the raid was disowned by **the Wolves**", "**the
    Wolves**' denial of any part in it", "a denial by **the Wolves** that they had laid it"."""
    names = sides(notes, clause)
    for match in islice(_DENIED_BY.finditer(notes.text, clause.start, clause.end), _MOST):
        named = next((n for n in names if n.span.start <= match.end() < n.span.end), None)
        plain = _BARE_DENIAL.match(match.group()) is None
        if named and (plain or _is_group(named) or _THAT_IT_DID.match(notes.text, named.span.end)):
            yield Draft(Field.ATTACKER, actor_ref(named), named.span, Stance.DENIES)
    for named in names:
        told = _ITS_DENIAL.match(notes.text, named.span.end, clause.end)
        if told and (told["bare"] is None or _is_group(named)):
            yield Draft(Field.ATTACKER, actor_ref(named), named.span, Stance.DENIES)


_BARE_DENIAL = caseless(r"denials?\s+(?:by|from)\b")


def _is_group(named: Named) -> bool:
    return named.actor is None or named.actor.kind in _GROUPS


def _named(notes: Annotations, names: tuple[Named, ...], rest: Span) -> Named | None:
    """The group that stands where a form ends, an unlisted one too."""
    known = next((n for n in names if n.span.start <= rest.start < n.span.end), None)
    if known is not None:
        return known if _is_group(known) else None
    name = named_after(notes, rest.start, rest.end)
    whole = name is not None and not any(n.span.overlaps(name) for n in names)
    return Named(name, None, " ".join(name.of(notes.text).split())) if name and whole else None
