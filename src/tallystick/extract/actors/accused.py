"""Those whom the law or its officers lay an attack on, in a sentence that tells of it.

By a noun or by name: who is charged, convicted or accused is blamed, who is held or sought is in
doubt, and who pleads guilty says so of himself:

    A man of 30 was charged with the murder of a clerk.      ->  man, blamed
    Ann Tarrow, 30, of Velm, is sought in the shooting.      ->  a suspect, in doubt
    Tarrow pleaded guilty to the murder.                     ->  a suspect, claimed

The name of a private person is not kept as a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tallystick.extract.actors.private_names import APPOSITION, JOINED, SUSPECT, names
from tallystick.extract.actors.strangers import agents, called
from tallystick.extract.annotate import Annotations
from tallystick.extract.drafts import Draft
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

__all__ = ["accused"]

_EVENT = (
    r"(?:shootings?|killings?|murders?|homicides?|deaths?|slayings?|stabbings?|attacks?|"
    r"robber(?:y|ies)|"
    r"kidnappings?|abductions?|assaults?|bombings?|gunfire|manslaughter|arson|massacre|rapes?|"
    r"shoot\w*|kill\w*|murder\w*|stabb\w*|robb\w*|blasts?|explosions?|assassination)"
)
_CHARGED = caseless(
    rf"{APPOSITION}\s+(?:,\s*)?(?:(?:was|were|has|have|had|is|are|been|"
    r"being|later|also|since|now|formally|\w+ly)\s+)*(?!(?:accused|suspected|detained|sought)\s+(?:the|"
    r"an?|its|their|his|her|each)\s)(?:charged|arrested|indicted|accused|booked|"
    r"convicted|sentenced|detained|arraigned|jailed|wanted|sought|suspected|in custody)\b"
    rf"[^.;]{{0,60}}?\b(?:in|with|for|of|after|over|following)\s[^.;]{{0,60}}?\b{_EVENT}\b"
)
_HELD = caseless(
    r"\b(?:arrested|detained|charged|identified|named|are (?:actively )?(?:searching|looking) for|"
    r"(?:is|are) seeking|took|have|has|accused|hunting(?: for)?|apprehended|captured|indicted)\s+"
    r"(?:(?:two|three|four|\d+|an?|the|another|one)\s+)?(?:(?!(?:by|of|for|with|after|over|from)\b)[\w’'-]+\s+){0,4}$"
)
_MAY_ACCUSE = caseless(  # what any form has
    r"\b(?:conclude[sd]?|contend(?:s|ed)?|defendants?|charged?|charges|counts?|arrested|indicted|accused|booked|convicted|sentenced|detained|"
    r"arraigned|jailed|held|told|committed|carried|perpetrated|masterminded|rampage|spree|"
    r"plead\w*|wanted|sought|suspect\w*|custody|trial|guilty|confessed|admitted|blamed|"
    r"identified|named|searching|looking|seeking|took|has|have|hunting|apprehended|captured|"
    r"believe[sd]?|thought|alleged?|allegedly|linked|warrants?|gunm[ae]n|shooters?|attackers?|"
    r"killers?|assailants?|bombers?|assassins?|snipers?|murderers?|kidnappers?|knifem[ae]n)\b"
)
_AS_WHAT = Pattern(
    r"[^.;]{0,40}?\b(?:(?:in connection with|on suspicion of|in|with|of|for|after|over)\s"
    rf"[^.;]{{0,50}}?\b{_EVENT}\b|"
    rf"on (?:[\w-]+ ){{0,3}}?(?:charges?|counts?|suspicion) of [^.;]{{0,70}}?"
    rf"\b(?:{_EVENT}|battery)\b|"
    r"as (?:the|a) (?:shooter|suspect|gunman|attacker|killer|assailant)\b|"
    r"into custody\b|in custody\b|at this time\b)",
    re.IGNORECASE,
)
_SUSPECT = Pattern(r"\b(?:suspects?|gunm[ae]n|shooters?)\b", re.IGNORECASE)
_OF_INTEREST = Pattern(r"\s+of interest\b", re.IGNORECASE)
_HURT = Pattern(
    r"\b(?:kill|shoot|stabb?|murder|injur|wound|death|attack|rob|abduct|kidnapp?)\w*\s+(?:of\s+)?"
    r"(?:an?\s+|the\s+|another\s+|his\s+|her\s+)?$",
    re.IGNORECASE,
)


def accused(notes: Annotations, region: Span, told: Span | None = None) -> Iterator[Draft]:
    """Those on whom an attack is laid that a part of a region tells of (all of it by default)."""
    if not _MAY_ACCUSE.search(notes.text, region.start, region.end):
        return
    told = told or region
    yield from _by_noun(notes, told)
    for span, stance, end in _by_name(notes, region):
        if told.start < end <= told.end:
            yield Draft(Field.ATTACKER, ActorRef(SUSPECT), span, stance)


@lru_cache(maxsize=64)
def _by_name(notes: Annotations, region: Span) -> tuple[tuple[Span, Stance | None, int], ...]:
    """Each name with how an attack is laid on it, and where that is told, the last name first."""
    found: list[tuple[Span, Stance | None, int]] = []
    last: tuple[Span, Stance | None, int] | None = None
    for first, span in reversed(list(_listed(notes, region))):
        laid = _laid(notes.text, region, first, span)
        if laid is None and last and JOINED.match(notes.text, span.end, last[0].start):
            laid = last[1:]
        last = (span, *laid) if laid else None
        if last is not None:
            found.append(last)
    return tuple(found)


def _listed(notes: Annotations, region: Span) -> Iterator[tuple[Span, Span]]:
    """Each name with the first of those that it is joined to: "**Tarrow** and Marn"."""
    first: Span | None = None
    end = region.start
    for name in names(notes, region):
        if first is None or not JOINED.match(notes.text, end, name.start):
            first = name
        yield first, name
        end = name.end


def _by_noun(notes: Annotations, region: Span) -> Iterator[Draft]:
    text = notes.text
    for head, phrase in agents(notes, region):
        if _OF_INTEREST.match(text, head.end):
            continue
        before = text[max(region.start, phrase.start - 60) : phrase.start]
        if _HURT.search(before):
            continue
        if _named(notes, head):
            continue
        held = _HELD.search(before)
        for_what = _AS_WHAT.match(text, head.end, region.end) if held else None
        as_what = held and (for_what or _SUSPECT.fullmatch(head.of(text)))
        charged = _CHARGED.match(text, head.end, region.end)
        if as_what or (charged and not _of_other(charged.group())):
            laws = (m.group() for m in (held, for_what, charged) if m)
            blamed = any(_LAID_ON.search(words) for words in laws)
            who = ActorRef(called(phrase.of(text)))
            stance = Stance.BLAMES if blamed else Stance.DOUBTS
            yield Draft(Field.ATTACKER, who, phrase, stance)


_LAID_ON = caseless(
    r"\b(?:charged|charges?|counts?|indicted|accused|booked|convicted|sentenced|arraigned|identified|"
    r"named|as\s+the)\b"
)


def _named(notes: Annotations, head: Span) -> bool:
    """ "Her husband, **Lou Marn**, was charged": the name says who, and is read as well."""
    after = Span(head.end, min(head.end + 60, len(notes.text)))
    return any(_BESIDE.fullmatch(notes.text, head.end, n.start) for n in names(notes, after))


def _of_other(words: str) -> bool:
    """Whether words of a charge are of another deed than the verb of the clause, or of whom
    somebody accuses himself: "wanted for breaking parole killed", "has accused"."""
    return _ACTS.search(words) is not None or _ACCUSES.search(words) is not None


_ACCUSES = caseless(
    r"\b(?:has|have|had)\s+(?:(?:also|since|later|now|first|\w+ly)\s+)?(?:accused|charged|arrested|"
    r"detained|convicted|suspected|sentenced|indicted|sought|wanted)\b"
)
_BESIDE = Pattern(r",?\s(?:\d{1,2}-year-old\s)?")
_ACTS = caseless(  # "wanted for breaking parole killed three": the verb of the clause
    r"\sfor\s(?:(?!\b(?:after|when|who|whom|which|that|where|s?he|they|and|was|were|been|being|having|"
    r"allegedly)\b).)*\s(?:killed|murdered|stabbed|robbed|kidnapped|abducted|assaulted|attacked|bombed)$"
)

# ------------------------------------------------------------------ by name

_AUX = (
    r"(?:(?:was|were|is|are|has|have|had|been|being|also|later|since|now|still|formally|first|"
    r"then|\w+ly)\s+)"
)
_BLAMED = (
    r"(?P<blamed>charged|indicted|accused|booked|convicted|sentenced|arraigned|blamed|prosecuted|"
    r"found\s+guilty|(?:on|standing)\s+trial|(?:faces?|facing|faced)\s+(?:[\w-]+\s+){0,4}?(?:charges?|counts?))"
)
_SOUGHT = (
    r"(?P<sought>arrested|detained|apprehended|jailed|held(?!\s+hostage)|wanted|sought|suspected|hunted|questioned|"
    r"(?:taken\s+into|in)\s+(?:police\s+)?custody|under\s+(?:arrest|investigation)|"
    r"(?:an?|the)\s+(?:\w+\s+)?suspect|believed|thought|alleged|linked)"
)
_AFTER = caseless(
    rf"{APPOSITION}(?:(?P<who>,\s(?:the|an?)\s(?:[\w-]+\s){{1,5}}?who)|,?(?:\s+who)?)\s+"
    rf"(?:{_AUX}+(?:{_BLAMED}|{_SOUGHT})|(?P<blames>(?:faces?|facing|"
    r"faced)\s+(?:[\w-]+\s+){0,4}?(?:charges?|counts?)|plead(?:ed|s)\s+no\s+contest|"
    r"(?:appear(?:ed|s)|(?:was|is)\s+due\s+to\s+appear)\s+(?:in|at|before)\s"
    r"(?=[^;]{0,50}?\b(?:courts?|magistrates?|judges?|tribunals?|bench|dock|jury|justices?)\b)[^;]{2,60}?\b(?:charged|accused|charges?|counts?)|"
    r"(?:stands?\s+)?(?:charged|indicted|accused|convicted|"
    r"sentenced)(?=\s+(?:by|with|in|for|of|on|over)\b))|(?P<seeks>(?:arrested|detained|wanted|"
    r"sought|suspected|held)(?=\s+(?:by|in|for|of|on|over|as|after)\b)))\b"
    r"[^;]{0,60}?\b(?:in|with|for|of|to|after|over|following|on)\s[^;]{0,70}?"
    rf"\b{_EVENT}\b"
)
_OWNS_UP = caseless(
    rf"{APPOSITION},?\s+(?:(?:has|had|also|later|\w+ly)\s+)*(?:plead(?:ed|s)\s+guilty|confessed|"
    r"admitted|told\s+(?:[\w’'-]+\s+){1,3}(?:that\s+)?s?he\s+had(?!\s+(?:not|no|never|nothing)\b))"
    rf"\s[^;]{{0,140}}?\b(?:{_EVENT}|shot)\b"
)
_OBJECT = caseless(
    r"\b(?:of|in|at|near|on|from|by|with|for|to|against|outside|than)\s+(?:m[rs]s?\.?\s+)?$"
)
_WARRANT = caseless(
    r"\bwarrants?\b[^.;]{0,60}?\bfor\s+(?:the\s+arrests?\s+of\s+)?(?:\d{1,2}-year-old\s+)?$"
)
_CULPRIT = (
    r"(?:gunm[ae]n|shooters?|attackers?|killers?|assailants?|bombers?|assassins?|snipers?|murderers?|"
    r"kidnappers?|knifem[ae]n|hijackers?|perpetrators?)"
)
_CALLED = caseless(
    r"\b(?:(?P<doubt>(?:suspected|alleged|accused|presumed|apparent)\s+(?:[\w-]+\s+)?"
    rf"{_CULPRIT}|suspects?)|(?P<blames>the\s+accused|defendants?)|{_CULPRIT})"
    r"(?:(?:\s+(?:in|of|behind)\s[^;,]{2,60}?)?,|,?\s+(?:who\s+)?(?:(?:was|were|is|are|has|have|had|"
    r"been|later|\w+ly)\s+)*(?:(?:identified|named)\s+(?:by\s[^;,]{2,40}?\s)?)?as)?"
    r"\s+(?:\d{1,2}-year-old\s+)?$"
)
_IS_CULPRIT = caseless(  # "Lou Marn is the suspected killer"
    rf"{APPOSITION},?\s+{_AUX}+(?:an?|the|one\s+of\s+the)\s+(?:(?P<doubt>suspected|alleged|accused|"
    rf"presumed|apparent|likely)\s+)?{_CULPRIT}\b"
)
_SPEAKS = caseless(r"(?:,\s[^;,]{1,60},)?\s+(?:said|says|told|added|announced|confirmed)\b")
_THINKS = caseless(
    r"\b(?:believed?s?|suspect(?:s|ed)?|think|thought|thinks|(?P<blames>alleged?s?|conclude[sd]?|"
    r"charge[sd]?|contend(?:s|ed)?))\s+(?:that\s+)?(?:(?:this|that)\s+\w+,\s+)?"
    r"(?:m[rs]s?\.?\s+|\d{1,2}-year-old\s+)?$"
)
_DID = caseless(
    rf"{APPOSITION},?\s+(?:(?:had|has|have|may|might|could|also|then|allegedly)\s+)*(?:have\s+)?(?:committed|"
    r"carried\s+out|planned|staged|ordered|organi[sz]ed|masterminded|shot|stabbed|killed|murdered|"
    r"robbed|attacked|bombed|fired|threw|hurled|planted|beat|abducted|kidnapped|raped|(?:was|is|were|are)\s+(?:responsible|behind))\b"
    rf"(?:[^;]{{0,60}}?\b{_EVENT})?"
)
_COMMITTED = caseless(  # "Lou Marn, 45, went on a rampage"
    rf"{APPOSITION}\s+(?:(?:had|has|also|then|later|allegedly|\w+ly)\s+)*(?:committed|carried\s+out|"
    r"went\s+on|perpetrated|masterminded)\s+(?:the|an?|this|that|his|her|two|three|several)\s+"
    rf"(?:[\w’'-]+\s+){{0,3}}?(?:{_EVENT}|rampage|spree)\b"
)


def _laid(text: str, region: Span, first: Span, name: Span) -> tuple[Stance | None, int] | None:
    """How an attack is laid on a name (``first`` is that of its list), and where that is told;
    ``None`` where none is."""
    if text.startswith(("'s", "’s"), name.end):
        return None
    before = text[max(region.start, name.start - 110) : name.start]
    after = _AFTER.match(text, name.end, region.end)
    if after and _of_other(after.group()):
        after = None
    if after is not None and (after["who"] or not _OBJECT.search(before)):
        blamed = after["blamed"] or after["blames"]
        return (Stance.BLAMES if blamed else Stance.DOUBTS), after.end()
    if owned := _OWNS_UP.match(text, name.end, region.end):
        return Stance.CLAIMS, owned.end()
    if _WARRANT.search(before):
        return Stance.BLAMES, name.end
    if not _SPEAKS.match(text, name.end, region.end) and (called := _CALLED.search(before)):
        laid = Stance.BLAMES if called["blames"] else None
        return (Stance.DOUBTS if called["doubt"] else laid), name.end
    if named := _IS_CULPRIT.match(text, name.end, region.end):
        return (Stance.DOUBTS if named["doubt"] else None), named.end()
    thinks = _THINKS.search(text, max(region.start, first.start - 60), first.start)
    if thinks and (did := _DID.match(text, name.end, region.end)):
        return (Stance.BLAMES if thinks["blames"] else Stance.DOUBTS), did.end()
    if did := _COMMITTED.match(text, name.end, region.end):
        return (Stance.DOUBTS if "allegedly" in did.group() else None), did.end()
    caught = None if _HURT.search(before) else _HELD.search(before[-60:])
    what = _AS_WHAT.match(text, name.end, region.end) if caught else None
    return (Stance.BLAMES, what.end()) if what else None
