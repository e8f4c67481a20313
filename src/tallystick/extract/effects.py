"""Who was killed, injured and abducted, how many, and what was damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tallystick.extract.annotate import Annotations
from tallystick.extract.drafts import Draft, union
from tallystick.extract.persons import Persons, persons
from tallystick.extract.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import (
    Casualties,
    CountRange,
    Damage,
    DamageLevel,
    PersonClass,
)

_KILLED = (
    r"kill(?:ed|s|ing)?|slain|slaughter(?:ed|s|ing)|massacr(?:ed|es|ing)|murder(?:ed|s|ing)|"
    r"assassinat(?:ed|es|ing)|execut(?:ed|es|ing)|behead(?:ed|s|ing)|gunned down|shot dead|"
    r"shot to death|shot and killed|claimed the lives? of|liquidated|martyr(?:ed|ing)|"
    r"fatally (?:shot|wounded|injured|stabbed)|burned to death|put to death|neutrali[sz]ed"
)
_INJURED = r"wound(?:ed|s|ing)|injur(?:ed|es|ing)|hurt(?:ing)?|maim(?:ed|s|ing)|(?:shot|stabbed) and wounded"
_ABDUCTED = r"kidnap(?:ped|s|ping)|abduct(?:ed|s|ing)|took hostage|taken hostage|taken captive"
_ACTIVE = {
    Field.KILLED: re.compile(rf"\b(?:{_KILLED})\b", re.IGNORECASE),
    Field.INJURED: re.compile(rf"\b(?:{_INJURED})\b", re.IGNORECASE),
    Field.ABDUCTED: re.compile(rf"\b(?:{_ABDUCTED})\b", re.IGNORECASE),
}
_STATE = {
    Field.KILLED: re.compile(
        rf"\b(?:{_KILLED}|dead|died|dies|perished|lost (?:their|his|her) li(?:fe|ves)|succumbed)\b",
        re.IGNORECASE,
    ),
    Field.INJURED: re.compile(
        rf"\b(?:{_INJURED}|hospitali[sz]ed|(?:sustained|suffered)(?: \w+){{0,3}} (?:injuries|"
        rf"wounds|"
        r"burns|concussions?))\b",
        re.IGNORECASE,
    ),
    Field.ABDUCTED: re.compile(rf"\b(?:{_ABDUCTED}|held hostage|missing)\b", re.IGNORECASE),
}
_ANY = re.compile("|".join(p.pattern for p in (*_ACTIVE.values(), *_STATE.values())), re.I)
_OBJECT_GAP = re.compile(
    r"\s*(?:of\s+)?(?:the\s+|more\s+|another\s+|some of (?:the|its)\s+)?", re.I
)
_JOIN = re.compile(r"\s*(?:,|,?\s*and|,?\s*as well as|,?\s*along with|plus)\s*(?:the\s+)?", re.I)
_PART = re.compile(
    r",?\s*(?:\(?\s*including|among (?:them|whom|those)|(?:\w+\s)?of (?:them|whom)(?: were)?|"
    r"most of them|"
    r"all of them)\b.{0,30}$",
    re.I,
)
_SUBJECT_GAP = re.compile(
    r"(?P<mid>(?:\s*[,(][^,.;()]{0,80}[,)])?(?:\s+(?:\w+[\s-]){0,5}?)?)\s*"
    r"(?:(?:has|have|had|may have|might have)\s+)?(?:(?:was|were|been|being|be|is|are|got)\s+)?"
    r"(?:(?:also|reportedly|allegedly|instantly|severely|seriously|slightly|lightly|critically|"
    r"badly|"
    r"feared|reported|confirmed|either|left|found|shot|burned)\s+)*$",
    re.IGNORECASE,
)
_NOT_ATTACK = re.compile(
    r"\b(?:cardiac|heart (?:attack|failure|episode|event)|natural causes|illness|disease|cancer|"
    r"covid|coronavirus|cholera|famine|hunger|drown(?:ed|ing)|earthquake|flood|traffic accident|"
    r"car accident|road accident|suicide by)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:(?:no|without|not (?:cause|causing|result in|lead to)(?: any)?|did not cause(?: any)?|"
    r"didn't cause(?: any)?|nor any|zero)\s+(?:\w+\s+){0,3}?(?:(?:\w+\s+)?(?:or|and|"
    r"nor)\s+(?:\w+\s+)?)?"
    r"(?P<what>casualties|injuries|fatalities|deaths|victims|loss of life|losses))\b",
    re.IGNORECASE,
)
_UNREPORTED = re.compile(
    r"no (?:\w+ )?(?:reports?|word|information|confirmation|indication|immediate \w+) (?:of|on|"
    r"about)",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\bdeath toll\b[^.;]{0,60}?(?P<n>(?:at least |more than |over )?\d[\d,]*)\b", re.IGNORECASE
)
_DEATHS_OF = re.compile(r"\b(?:deaths?|killings?|murders?|assassinations?|executions?) of\s+", re.I)
_NUMBERED = re.compile(r"\b(?P<what>deaths|fatalities|dead|injuries|wounded|injured)\b", re.I)
_WAR_TOLL = 2000  # more than any one incident of the last 40 years but a handful


def casualties(notes: Annotations, sentence: Sentence) -> list[Draft]:
    """The killed, injured and abducted of a sentence.

    "No casualties" gives zero killed and zero injured. Deaths that no attack caused (a heart
    attack, an illness) and the tolls of whole wars are left out.
    """
    if _NOT_ATTACK.search(notes.text, sentence.span.start, sentence.span.end):
        return []
    people = persons(notes, sentence)
    drafts = [
        *_nobody(notes, sentence),
        *_objects(notes, sentence, people),
        *_subjects(notes, sentence, people),
        *_nouns(notes, sentence, people),
        *_unnumbered(notes, sentence, people),
    ]
    seen: dict[tuple[Field, Span], Draft] = {}
    for draft in drafts:
        value = draft.value
        if isinstance(value, Casualties) and (value.count.low or 0) < _WAR_TOLL:
            seen.setdefault((draft.field, _count_span(draft, people)), draft)
    return list(seen.values())


def _count_span(draft: Draft, people: Sequence[Persons]) -> Span:
    inner = [p.span for p in people if draft.span.contains(p.span)]
    return inner[-1] if inner and draft.span.start == inner[-1].start else draft.span


def _draft(field: Field, cue: Span, who: Persons) -> Draft:
    value = Casualties(who.count, who.who, who.owner)
    return Draft(field, value, union(cue, who.span))


def _nobody(notes: Annotations, sentence: Sentence) -> Iterator[Draft]:
    for match in _NONE.finditer(notes.text, sentence.span.start, sentence.span.end):
        zero = Casualties(CountRange.exactly(0, match.group()), PersonClass.PEOPLE)
        what = match["what"].lower()
        span = Span(*match.span())
        doubt = Stance.DOUBTS if _UNREPORTED.match(match.group()) else None
        if what not in ("injuries",):
            yield Draft(Field.KILLED, zero, span, doubt)
        if what in ("casualties", "injuries", "victims", "losses"):
            yield Draft(Field.INJURED, zero, span, doubt)


def _objects(notes: Annotations, sentence: Sentence, people: Sequence[Persons]) -> Iterator[Draft]:
    """ "killed two soldiers and a driver": the persons right after an active verb."""
    for field, pattern in _ACTIVE.items():
        for cue in pattern.finditer(notes.text, sentence.span.start, sentence.span.end):
            at = cue.end()
            gap: re.Pattern[str] = _OBJECT_GAP
            for who in people:
                if who.span.start < at or not gap.fullmatch(notes.text[at : who.span.start]):
                    if who.span.start >= at:
                        break
                    continue
                if _ANY.match(notes.text[who.span.end : sentence.span.end].lstrip()):
                    break  # "killed and 12 others wounded": the next verb's subject
                yield _draft(field, Span(*cue.span()), who)
                at, gap = who.span.end, _JOIN


def _subjects(notes: Annotations, sentence: Sentence, people: Sequence[Persons]) -> Iterator[Draft]:
    """ "two soldiers and a driver were killed", "five dead", "32 were wounded"."""
    for field, pattern in _STATE.items():
        for cue in pattern.finditer(notes.text, sentence.span.start, sentence.span.end):
            if cue.group().lower().endswith("ing"):
                continue  # "killing eight and wounding five": what precedes did not suffer it
            left = [p for p in people if p.span.end <= cue.start()]
            limit = cue.start()
            gap: re.Pattern[str] = _SUBJECT_GAP
            for who in reversed(left):
                between = notes.text[who.span.end : limit]
                if _PART.search(notes.text[sentence.span.start : who.span.start]):
                    continue  # "including two children": a part of the number before it
                if not gap.fullmatch(between) or _blocks(between):
                    break
                yield _draft(field, Span(*cue.span()), who)
                limit, gap = who.span.start, _JOIN


_BLOCK = re.compile(
    r"\b(?:kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|said|says|told|by|who|when|after|"
    r"attacked|claimed)\b",
    re.IGNORECASE,
)


def _blocks(between: str) -> bool:
    outside = re.sub(r"[,(][^,()]*[,)]", " ", between)
    return _BLOCK.search(outside) is not None


_FATAL = re.compile(
    r"\b(?:fatal (?:casualties|injuries|losses|wounds)|(?:injuries|wounds|"
    r"casualties)[^.;]{0,50}?\b(?:were|was|"
    r"proved) fatal)\b",
    re.IGNORECASE,
)
_BARE_DEATHS = re.compile(r"\s+(?:deaths|fatalities)\b", re.IGNORECASE)


def _unnumbered(
    notes: Annotations, sentence: Sentence, people: Sequence[Persons]
) -> Iterator[Draft]:
    """Deaths without a figure: "fatal casualties", "service member deaths": one or more."""
    some = CountRange(1, None)
    for match in _FATAL.finditer(notes.text, sentence.span.start, sentence.span.end):
        after = [p for p in people if 0 <= p.span.start - match.end() < 30]
        who = after[0].who if after else PersonClass.PEOPLE
        owner = after[0].owner if after else None
        yield Draft(Field.KILLED, Casualties(some, who, owner), Span(*match.span()))
    for person in people:
        deaths = _BARE_DEATHS.match(notes.text, person.span.end, sentence.span.end)
        if deaths and not person.counted:
            value = Casualties(some, person.who, person.owner)
            yield Draft(Field.KILLED, value, Span(person.span.start, deaths.end()))


def _nouns(notes: Annotations, sentence: Sentence, people: Sequence[Persons]) -> Iterator[Draft]:
    """ "the deaths of two soldiers", "a death toll of 32", "12 fatalities"."""
    start, end = sentence.span.start, sentence.span.end
    for match in _DEATHS_OF.finditer(notes.text, start, end):
        for who in people:
            if 0 <= who.span.start - match.end() < 5:
                yield _draft(Field.KILLED, Span(*match.span()), who)
    for match in _TOLL.finditer(notes.text, start, end):
        for count in notes.counts:
            if count.span.start == match.start("n"):
                value = Casualties(count.count, PersonClass.PEOPLE)
                yield Draft(Field.KILLED, value, Span(match.start(), count.span.end))
    for match in _NUMBERED.finditer(notes.text, start, end):
        killed = match["what"].lower() in ("deaths", "fatalities", "dead")
        for count in notes.counts:
            adjacent = notes.text[count.span.end : match.start()]
            if count.span.end <= match.start() and adjacent.strip(" ") in (
                "",
                "civilian",
                "people",
            ):
                value = Casualties(count.count, PersonClass.PEOPLE)
                span = Span(count.span.start, match.end())
                if (count.count.low or 0) > 0 and count.count.text.lower() not in ("a", "an"):
                    yield Draft(Field.KILLED if killed else Field.INJURED, value, span)


_NO_DAMAGE = re.compile(
    r"\b(?:no|without|not cause(?: any)?|didn't cause(?: any)?)\s+(?:[\w,]+\s+){0,5}?damage\b",
    re.IGNORECASE,
)
_DEGREE = (
    r"(?:heavy|severe|significant|extensive|serious|major|considerable|widespread|huge|massive|"
    r"great|some|more|minor|slight|limited|light|material|structural|property|moderate|partial)"
)
_DAMAGE = re.compile(
    rf"\b(?:(?:caus(?:ed|ing|es)|inflict(?:ed|ing)|did|suffered|sustained|reported|"
    rf"resulted in)\s+(?:only\s+)?"
    rf"(?:{_DEGREE}\s+)*damage(?:\s+to\s+(?P<to>[^,.;]{{3,50}}))?|{_DEGREE}\s+damage\b|"
    r"(?:was|were)\s+(?:\w+ly\s+)?(?P<state>damaged|destroyed|demolished|levell?ed|gutted)|"
    r"(?P<verb>damag(?:ed|ing)|destroy(?:ed|ing)|demolish(?:ed|ing))\s+(?P<what>[^,.;]{3,50}))",
    re.IGNORECASE,
)
_HEAVY = re.compile(
    r"\b(?:heavy|severe|significant|extensive|serious|major|considerable|widespread|huge|massive|"
    r"great|"
    r"destroy\w*|demolish\w*|levell?ed|gutted)\b",
    re.IGNORECASE,
)


def damage(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """The material damage of a clause: none, some (where no degree is given) or heavy."""
    none = [Span(*m.span()) for m in _NO_DAMAGE.finditer(notes.text, clause.start, clause.end)]
    for span in none:
        significant = re.search(
            r"\b(?:significant|major|serious|heavy)\s+damage", span.of(notes.text)
        )
        level = DamageLevel.SOME if significant else DamageLevel.NONE
        yield Draft(Field.DAMAGE, Damage(level, span.of(notes.text)), span)
    for match in _DAMAGE.finditer(notes.text, clause.start, clause.end):
        span = Span(*match.span())
        if any(n.overlaps(span) for n in none) or _weapon_only(notes, span, match):
            continue
        level = DamageLevel.HEAVY if _HEAVY.search(match.group()) else DamageLevel.SOME
        yield Draft(Field.DAMAGE, Damage(level, span.of(notes.text)), span)


def _weapon_only(notes: Annotations, span: Span, match: re.Match[str]) -> bool:
    """Whether it was the weapon that was destroyed: "engaged and destroyed" a drone."""
    if match["verb"] is None and match["state"] is None:
        return False
    near = Span(max(0, span.start - 50), span.end)
    weapons = [w for w in notes.weapons if near.contains(w.span)]
    aimed = [t for t in notes.targets if span.contains(t.span)]
    return bool(weapons) and not aimed
