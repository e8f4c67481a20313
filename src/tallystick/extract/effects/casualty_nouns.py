"""Casualties told without a verb of harm: "no casualties", "a toll of 32", "12 fatalities"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.effects.casualty_tolls import tolls_told
from tallystick.extract.effects.persons import Persons
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import Casualties, CountRange, PersonClass
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

_HARM = (
    r"casualties|casualty|injuries|(?<!sign of )(?<!signs of )injury|injured|wounded|"
    r"fatalities|deaths|victims|loss of life|loss of lives|losses|loss|dead"
)
_NONE = Pattern(
    r"\b(?P<no>(?:no|without(?: any)?|not (?:cause|causing|result in|lead to|suffer)(?: any)?|"
    r"didn[’']t cause(?: any)?|nor any|zero)\s+[\"“‘']?(?P<mid>(?:[\w’'/-]+\s+){0,5}?)"
    rf"(?P<what>{_HARM})(?:,?\s+(?:or|and|nor)\s+(?:\w+\s+){{0,2}}(?P<more>{_HARM}))?)\b"
    r"(?! (?:figures?|numbers?|counts?|tolls?|lists?|estimates?)\b)",
    re.IGNORECASE,
)
_LOST_NOBODY = caseless(
    r"\b(?:lost|losing|lose) (?:nobody|no[ -]one|none(?: of (?:its|their|his) \w+)?|"
    r"no (?:\w+ )?(?:men|fighters|soldiers|people|lives))\b"
)
_UNKNOWN = Pattern(
    r"\b(?:word|details?|figures?|numbers?|information|confirmation|estimates?|comment|idea|"
    r"statistics|breakdown|mention|count|toll|data)\b",
    re.IGNORECASE,
)
_NOT_ALL = Pattern(
    r"\b(?:further|other|more|additional|new|serious|major|significant|heavy|mass|large|many|"
    r"life-threatening|known|and|but|damage to|attack|group|visible|external|apparent|obvious|"
    r"specifying|reporting|giving|mentioning|saying|counting|telling)\b",
    re.IGNORECASE,
)
_REPORTS = Pattern(
    r"\b(?:reports?|claims?|immediate|initial|early|signs?|"
    r"indications?|evidence)\b",
    re.IGNORECASE,
)
_WHO = (
    (Pattern(r"\bcivilian\b", re.IGNORECASE), PersonClass.CIVILIANS),
    (
        Pattern(r"\b(?:military|troops?|army|police|soldiers?|coalition|personnel)\b", re.I),
        PersonClass.FORCES,
    ),
)
_UNHARMED = caseless(
    r"\b(?:crew(?:s| members)?(?: of \d+)?|passengers|staff|everyone|everybody|"
    r"employees|residents|all)\s+"
    r"(?:\w+\s+)?(?:was|were|is|are)\s+(?:all\s+|reported\s+|\w+ly\s+)?safe\b|"
    r"\b(?:escap(?:ed|ing)|emerged|let go|taken off|released|freed|rescued|"
    r"surviv(?:ed|ing)|was|were|been|remained|left|all)\s+(?!relatively|largely|mostly)"
    r"(?:the attack |the blast |the explosion |the shooting |reportedly )?(?:\w+ly )?"
    r"(?:unharmed|unhurt|uninjured|unscathed|without (?:injury|injuries|harm|a scratch))\b|"
    r"\bescap(?:ed|ing) (?:injury|injuries|harm)\b"
)
_NO_ONE_HURT = caseless(  # of those hurt none is dead
    r"\b(?:no[ -]?one|nobody|neither|"
    r"no (?:people|person|civilians?|residents?|villagers?|passengers?)|"
    r"none of (?:the|its|their|those) (?:[\w-]+ ){1,4}?)\s*"
    r"(?:was|were|is|has been|had been)\s+(?:\w+ly\s+|reported\s+)?"
    r"(?:hurt|harmed|hit)\b(?! by\b)|"
    r"\bwithout (?:hurting|harming|hitting) (?:any\s?one|anybody)\b"
)
_NUMBERED = Pattern(
    r"[\s-]+(?:(?:confirmed|civilian|military|people|army|police|American|reported|more|other|"
    r"additional|new|enemy|rebel|militant)\s+){0,2}(?P<what>deaths|fatalities|lives|victims|injuries|wounded|"
    r"injured|dead|(?:(?:dead|bullet-riddled|charred|(?-i:[A-Z][\w-]+)) )?(?:bodies|martyrs)|"
    r"corpses|coffins)\b(?!\s+(?:in|from|of) the (?:war|conflict))",
    re.IGNORECASE,
)
_PARTICIPLES = ("wounded", "injured")
_COUNT_NEXT = Pattern(
    r"\s+(?:\d(?!\S*\s+of\b)|at least|more than|over|dozens|scores|another\b)", re.IGNORECASE
)
_LIVES_LOST = Pattern(r"\blives\s+(?:were\s+|have been\s+|had been\s+)?(?:lost|claimed)", re.I)
_FOUND = Pattern(
    r"\b(?:found|recovered|discovered|pulled|retrieved|dug|counted|listed|registered|recorded|unearthed|taken|lay|lying|"
    r"uncovered|carted|filled with|show(?:s|ed|ing)|exhumed|brought|received|seen|saw|came back|"
    r"litter\w*|laid|lined|wrapped|identified|left|leaving|abandon\w*|"
    r"carried|carry|buried|collected|behind|appeared|dumped|hanging|washed|mention(?:s|ed)|"
    r"reported|spoke of|deposited|delivered|morgue|mortuary)\b",
    re.IGNORECASE,
)
_DEATH_OF = Pattern(
    r"\b(?:deaths?|killings?|murders?|assassinations?|executions?|slayings?|homicides?|massacre|"
    r"beheadings?|shooting deaths?|loss|"
    r"(?:fatal|deadly) (?:[\w’'-]+ ){0,2}(?:shooting|stabbing|beating)s?)\s+"
    r"(?:(?:on|last|this|that|late|early|yesterday|earlier this)\s+(?:[\w,]+\s+){0,3}?)?of\s+"
    r"(?:the\s+|his\s+|her\s+|their\s+|its\s+|some of (?:the|its)\s+)?"
    r"(?P<sort>(?:(?!(?:and|or|in|at|on|by|for|from|to|with|an?|the|of|who|which|that|between|due)\b)"
    r"[^\W\d_][\w.’'-]*\s){0,2})$",  # "the murder of presidential candidate Ann Example"
    re.IGNORECASE,
)
_ABDUCTION_OF = Pattern(
    r"\b(?:kidnappings?|abductions?)\s+of\s+(?:the\s+|his\s+|her\s+|their\s+|its\s+)?$", re.I
)
_INJURY_OF = Pattern(
    r"\b(?:injur(?:y|ies)|wounding)\s+(?:of|to)\s+(?:the\s+|his\s+|her\s+|their\s+|its\s+)?$", re.I
)
_NOUNS_OF = (
    (_DEATH_OF, Field.KILLED),
    (_INJURY_OF, Field.INJURED),
    (_ABDUCTION_OF, Field.ABDUCTED),
)
_VICTIMS = (
    r"(?:(?P<hurt>(?:the\s+)?(?:injured|wounded|those\s+(?:injured|wounded|hurt))|"
    r"[\w\s]{1,25}?(?:people|persons|civilians|others)\s+(?:injured|wounded|hurt))|(?:the\s+)?(?:\w+[’']?s\s+)?"
    r"(?:\w+\s+){0,2}?(?:dead|deaths|victims|fatalities|deceased)|those\s+(?:who\s+died|killed|slain)|"
    r"[\w\s]{1,25}?(?:people|persons|civilians|others|soldiers|dead)(?:\s+(?:killed|dead|who\s+died))?)"
)
_WERE_AMONG = caseless(
    rf",?\s+(?:who\s+)?(?:was|were|are|is)\s+(?:reportedly\s+|also\s+)?(?:among|one\s+of)\s+{_VICTIMS}\b"
)
_AMONG_THEM = caseless(
    r"\b(?:among\s+(?:(?:the\s+)?(?:killed|slain)\s+\w+|the\s+(?:(?P<hurt>injured|wounded)|dead|victims|fatalities|killed)|those\s+"
    r"(?:killed|who\s+died))(?:\s+(?:in|from|on)\s+[\w\s’'-]{1,70}?)?\s+(?:was|were|are|is)|"
    r"(?:the\s+(?:dead|victims|fatalities|(?P<hurt2>wounded|injured))|those\s+killed)\s+(?:(?:were|are)\s+(?:[\w’'-]+\s+){1,5}and\s+)?(?:also\s+)?"
    r"includ(?:ed?|es|ing))\s+"
    r"(?:also\s+)?(?:the\s+|his\s+|her\s+|their\s+)?(?:field\s+|senior\s+|top\s+|local\s+)?$"
)
_LISTED = Pattern(
    r"\s*(?:,|,?\s*and|,?\s*as well as)\s*(?:the\s+|his\s+|her\s+|their\s+)?", re.IGNORECASE
)
_OF_DEAD = caseless(
    r"(?:(?<=of those)\s+(?:killed|slain|who\s+died)|"
    r"\s+of\s+(?:the\s+(?:dead|victims|fatalities)|those\s+(?:killed|who\s+died)))\b"
    r"(?:\s+(?:was|were|are|is)\s+(?=\w))?"
)
_WHO_CLAUSE = Pattern(
    r"(?:\s+[\w.’'-]+){0,5},?\s+(?:who|which)\b[^.;]{1,160}?,(?=\s+(?:was|were|has|have|had)\b)",
    re.IGNORECASE,
)
_BODIES = caseless(r"(?:the\s+|[\w,]+\s+)?(?:bod(?:y|ies)|corpses?)\s+of\b")
_UNREAL = Pattern(
    r"\b(?:attempt\w*|plot\w*|plan\w*|threat\w*|conspir\w*|risk|danger|solicit\w*|prevent\w*)\b"
    r"[^.;,]{0,24}$",
    re.IGNORECASE,
)
_FATAL = caseless(
    r"\b(?:fatal (?:casualties|injuries|losses|wounds)|(?:injuries|wounds|"
    r"casualties)[^.;]{0,50}?\b(?:were|was|proved) fatal)\b"
)
_BARE_DEATHS = caseless(r"\s+(?:deaths|fatalities)\b")
_INJURIES = caseless(
    r"\b(?:caus(?:ed|ing)|result(?:ed|ing) in|report(?:ed|ing)|left|were|with|suffered|"
    r"sustained)\s+"
    r"(?:(?:only|some|several|a number of|a few|at least)\s+)*(?:minor|slight|light|serious|severe)"
    r"\s+(?:\w+\s+)?injuries\b|\b(?:minor|slight|light|serious|severe|several)\s+injuries\s+"
    r"(?:were|have been|had been)\s+reported\b"
)
_SOME = CountRange(1, None)
_NEAR = 20  # characters between "of the dead were" and who they were


def nobody(notes: Annotations, sentence: Sentence) -> Iterator[Draft]:
    """ "No casualties", "escaped unharmed": none, doubted where only reports are wanting.

    "No word on casualties" and "no further casualties" say nothing of their number.
    """
    text, span = notes.text, sentence.span
    for match in _NONE.finditer(text, span.start, span.end):
        head = match.group()[: match.start("what") - match.start()]
        before = text[max(span.start, match.start() - 40) : match.start()]
        if _UNKNOWN.search(head) or _NOT_ALL.search(match["mid"]):
            continue
        if _UNKNOWN.search(before[-25:]) and not match.group().lower().startswith("no "):
            continue
        yield from _zero(match)
    for match in _NO_ONE_HURT.finditer(text, span.start, span.end):
        words = Span(*match.span())
        zero = Casualties(CountRange.exactly(0, words.of(text)), PersonClass.PEOPLE)
        yield Draft(Field.KILLED, zero, words)
        yield Draft(Field.INJURED, zero, words)
    for match in _LOST_NOBODY.finditer(text, span.start, span.end):
        words = Span(*match.span())
        zero = Casualties(CountRange.exactly(0, words.of(text)), PersonClass.FORCES)
        yield Draft(Field.KILLED, zero, words)
    for match in _UNHARMED.finditer(text, span.start, span.end):
        words = Span(*match.span())
        zero = Casualties(CountRange.exactly(0, words.of(text)), PersonClass.PEOPLE)
        yield Draft(Field.INJURED, zero, words)


_HURT = frozenset(["injuries", "injury", "injured", "wounded"])
_DEAD = frozenset(
    ["fatalities", "deaths", "loss of life", "loss of lives", "losses", "loss", "dead"]
)


def _zero(match: re.Match[str]) -> Iterator[Draft]:
    span = Span(*match.span())
    what = {(match["what"] or "").lower(), (match["more"] or "").lower()} - {""}
    who = next((c for words, c in _WHO if words.search(match["mid"])), PersonClass.PEOPLE)
    zero = Casualties(CountRange.exactly(0, match.group()), who)
    doubt = Stance.DOUBTS if _REPORTS.search(match["mid"]) else None
    if what - _HURT:
        yield Draft(Field.KILLED, zero, span, doubt)
    if what - _DEAD:
        yield Draft(Field.INJURED, zero, span, doubt)


def counted_nouns(
    notes: Annotations, sentence: Sentence, people: Sequence[Persons]
) -> Iterator[Draft]:
    """Numbers beside nouns of harm, tolls, deaths of somebody, and injuries without a number."""
    yield from _numbered(notes, sentence, people)
    yield from tolls_told(notes, sentence)
    yield from _of_persons(notes, sentence, people)
    yield from _among(notes, sentence, people)
    yield from _unnumbered(notes, sentence, people)


def _numbered(notes: Annotations, sentence: Sentence, people: Sequence[Persons]) -> Iterator[Draft]:
    """ "12 fatalities", "claimed 30 lives", "five bodies were found"."""
    text, end = notes.text, sentence.span.end
    nouns = {p.span.start: p.span.end for p in people}
    for count in inside(notes.counts, sentence.span):
        match = _NUMBERED.match(text, count.span.end, end)
        if match is None or (count.count.high == 0) or count.count.text.lower() in ("a", "an"):
            continue
        if nouns.get(count.span.start, 0) > match.end():
            continue  # "six injured civilians"
        if match["what"].lower() in _PARTICIPLES and _COUNT_NEXT.match(text, match.end()):
            continue  # "killed 30 people injured 90": a verb
        if not _is_of_dead(text, sentence, count.span.start, match):
            continue
        injured = match["what"].lower() in ("injuries", "wounded", "injured")
        value = Casualties(count.count, PersonClass.PEOPLE)
        field = Field.INJURED if injured else Field.KILLED
        yield Draft(field, value, Span(count.span.start, match.end()))


def _is_of_dead(text: str, sentence: Sentence, start: int, match: re.Match[str]) -> bool:
    """Lives must be lost, and bodies found."""
    what = match["what"].lower()
    before = text[max(sentence.span.start, start - 60) : start]
    if what in ("lives", "victims"):
        lost = _LIVES_LOST.match(text, match.start("what"), sentence.span.end)
        return (
            lost is not None
            or re.search(r"\b(?:claim|cost|took|tak|loss|lost)\w*\b", before, re.I) is not None
        )
    if "bod" in what or what in ("corpses", "coffins"):
        after = text[match.end() : min(sentence.span.end, match.end() + 60)]
        return _FOUND.search(before + " " + after) is not None
    return True


def _of_persons(
    notes: Annotations, sentence: Sentence, people: Sequence[Persons]
) -> Iterator[Draft]:
    """ "the deaths of two soldiers", "the kidnapping of a priest"."""
    text = notes.text
    for index, who in enumerate(people):
        if _BODIES.match(notes.text, who.span.start) and who.count.high != 0:
            end = _past_clause(notes.text, who.span.end, sentence.span.end)
            after = notes.text[end : min(sentence.span.end, end + 60)]
            if _FOUND.search(
                notes.text[max(sentence.span.start, who.span.start - 60) :][:60] + after
            ):
                yield Draft(Field.KILLED, Casualties(who.count, who.who, who.owner), who.span)
                continue
        start = max(sentence.span.start, who.span.start - 50)
        before = text[start : who.span.start]
        for pattern, field in _NOUNS_OF:
            match = pattern.search(before)
            if match is None or (match.groupdict().get("sort") and who.count.high != 1):
                continue
            if not _UNREAL.search(before[: match.start()]) and who.count.high != 0:
                value = Casualties(who.count, who.who, who.owner)
                yield Draft(field, value, Span(start + match.start(), who.span.end))
                yield from _their_parts(text, field, people[index:])


def _their_parts(text: str, field: Field, people: Sequence[Persons]) -> Iterator[Draft]:
    """ "The killing of nine people, among them two girls and a nurse": parts of another class."""
    for left, part in pairwise(people):
        if not part.part or re.search(r"[.;]", text[left.span.end : part.span.start]):
            return
        if part.who is not people[0].who and part.counted and not (part.bare or part.named):
            yield _some(field, part, part.span.end)


def _past_clause(text: str, start: int, end: int) -> int:
    """Where a relative clause after a name ends: "the body of X, who was taken, was found"."""
    clause = _WHO_CLAUSE.match(text, start, end)
    return clause.end() if clause else start


def _among(notes: Annotations, sentence: Sentence, people: Sequence[Persons]) -> Iterator[Draft]:
    """ "Two medics were among the dead", "the victims included a nurse and her two sons"."""
    text, span = notes.text, sentence.span
    listed: Draft | None = None
    for index, who in enumerate(people):
        after = _WERE_AMONG.match(text, who.span.end, span.end)
        field = _opened(text, span, who)
        if after:
            field = Field.INJURED if after["hurt"] else Field.KILLED
            yield from (_some(field, p, after.end()) for p in _with_whole(text, people, index))
        elif field is None and listed and _LISTED.fullmatch(text, listed.span.end, who.span.start):
            field = listed.field
        listed = _some(field, who, who.span.end) if field and not after else None
        if listed is not None and who.count.high != 0:
            yield listed
        yield from _of_the_dead(text, span, people[index : index + 2])


def _some(field: Field, who: Persons, end: int) -> Draft:
    return Draft(field, Casualties(who.count, who.who, who.owner), Span(who.span.start, end))


def _opened(text: str, span: Span, who: Persons) -> Field | None:
    """ "Among the dead were", "the wounded include": what befell those that follow."""
    start = max(span.start, who.span.start - 90)
    opened = _AMONG_THEM.search(text[start : who.span.start])
    if opened is None:
        return None
    return Field.INJURED if opened["hurt"] or opened["hurt2"] else Field.KILLED


def _with_whole(text: str, people: Sequence[Persons], index: int) -> Iterator[Persons]:
    """ "Six civilians, including a child, were among": the part and its whole; and those listed."""
    yield people[index]
    while index > 0 and (people[index].part or _is_listed(text, *people[index - 1 : index + 1])):
        index -= 1
        yield people[index]


def _is_listed(text: str, left: Persons, right: Persons) -> bool:
    return _LISTED.fullmatch(text, left.span.end, right.span.start) is not None


def _of_the_dead(text: str, span: Span, people: Sequence[Persons]) -> Iterator[Draft]:
    """ "Five of the dead were guards"."""
    match = _OF_DEAD.match(text, people[0].span.end, span.end)
    if match is None or not people[0].counted:
        return
    if (
        people[0].count.high is None
        and text[people[0].span.end - 5 : people[0].span.end] == "those"
    ):
        return  # "many of those killed were from one family"
    told = [p.who for p in people[1:] if p.span.start - match.end() < _NEAR]
    if not told and people[0].count.high is None:
        return  # "some of the dead were carried away"
    value = Casualties(people[0].count, told[0] if told else people[0].who)
    yield Draft(Field.KILLED, value, Span(people[0].span.start, match.end()))


def _unnumbered(
    notes: Annotations, sentence: Sentence, people: Sequence[Persons]
) -> Iterator[Draft]:
    """Harm without a figure: "fatal casualties", "minor injuries were reported": some."""
    text, span = notes.text, sentence.span
    starts = [p.span.start for p in people]
    for match in _FATAL.finditer(text, span.start, span.end):
        index = bisect_left(starts, match.end())
        near = people[index] if index < len(people) and starts[index] - match.end() < 30 else None
        value = Casualties(
            _SOME, near.who if near else PersonClass.PEOPLE, near.owner if near else None
        )
        yield Draft(Field.KILLED, value, Span(*match.span()))
    for match in _INJURIES.finditer(text, span.start, span.end):
        counted = any(p.counted and 0 <= match.start() - p.span.end < 25 for p in people)
        if not counted and not re.search(
            r"\bno\b", text[max(span.start, match.start() - 12) : match.start()]
        ):
            yield Draft(Field.INJURED, Casualties(_SOME), Span(*match.span()))
    for person in people:
        deaths = _BARE_DEATHS.match(text, person.span.end, span.end)
        if deaths and not person.counted:
            value = Casualties(_SOME, person.who, person.owner)
            yield Draft(Field.KILLED, value, Span(person.span.start, deaths.end()))
