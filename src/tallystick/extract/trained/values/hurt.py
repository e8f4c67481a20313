"""How many persons a stretch of words tells of, where only the network sees that they were hurt."""

from __future__ import annotations

import re

from tallystick.extract.annotate import Annotations, inside, sentence_of
from tallystick.extract.drafts import Draft
from tallystick.extract.effects.casualties import tolls
from tallystick.extract.effects.casualty_fates import dead_of_them
from tallystick.extract.grammar.counts import CountMention
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, CountRange, PersonClass


def hurt_at(notes: Annotations, field: Field, span: Span) -> Draft | None:
    """The number in a stretch, or one for a person told alone; ``None`` where nobody is counted.

    "A man of 45" is one, and so are "the mayor" and "Comrade Ann Example". Who came through was
    not killed, and was hurt only where the words say so.
    """
    if _came_through(notes, field, span) or _only_aimed_at(notes, span) or _tells_who(notes, span):
        return None
    if field is Field.KILLED and _shot_at(notes, span) and _not_all_dead(notes, span):
        return None  # "shot | a hundred people |, killing 49"
    if _is_summed(notes, span):
        return None
    who = _class(notes, span)
    counts = [c for c in inside(notes.counts, span) if not _is_age(notes.text, c)]
    if all(c.count.high == 1 for c in counts):  # "an old couple"
        counts = [] if _is_pair(notes, span) else counts
    if counts:
        value = Casualties(counts[0].count, who)
    elif (number := _uncounted(notes, span)) is not None:
        value = Casualties(number, who)
    else:
        return None
    return Draft(field, value, span)


def _shot_at(notes: Annotations, span: Span) -> bool:
    """Whether they were shot, of which not all need have died: "**shot** | a hundred people |"."""
    before = notes.text[max(0, span.start - _BEFORE) : span.start]
    return _SHOT.search(before) is not None or _WERE_SHOT.match(notes.text, span.end) is not None


def _not_all_dead(notes: Annotations, span: Span) -> bool:
    """Whether the words after tell some of them dead, or some wounded: not all were killed."""
    left_hurt = _LEFT_HURT.match(notes.text, span.end) is not None
    return left_hurt or dead_of_them(notes, span.end) is not None


_LEFT_HURT = re.compile(
    r"[^.;]{0,100}?,\sleaving\s(?:(?!and\b)[\w’'-]+\s){1,6}?(?:wounded|injured|hurt|in\s+\w+)\b",
    re.IGNORECASE,
)
_SHOT = re.compile(
    r"\b(?:shot|shoots?|shooting|stabbed|stabbing|(?:fired|firing|opened\s+fire)\s+(?:on|at|into))\s+"
    r"(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_WERE_SHOT = re.compile(
    r"\s+(?:who\s+)?(?:was|were|had\s+been|been)\s+(?:\w+ly\s+)?(?:shot|stabbed|fired\s+(?:on|at))\b",
    re.IGNORECASE,
)


def _is_summed(notes: Annotations, span: Span) -> bool:
    """Whether a stretch tells a number that is a toll of many incidents."""
    sentence = sentence_of(notes, span)
    return sentence is not None and any(t.number.overlaps(span) for t in tolls(notes, sentence))


def is_hurt(text: str, span: Span) -> bool:
    """Whether words say of somebody that he was wounded: he is not dead."""
    return _WOUNDED.search(text, span.start, span.end) is not None


_WOUNDED = re.compile(r"(?<!fatally )\b(?:wounded|injured|hurt)\b", re.IGNORECASE)


def _came_through(notes: Annotations, field: Field, span: Span) -> bool:
    """ "Six passengers | survived the blast", "four of them | escaped with burns"."""
    through = _THROUGH.match(notes.text, span.end)
    if through is None or field is Field.ABDUCTED or _DIED.match(notes.text, through.end()):
        return False
    return field is Field.KILLED or _WITH_HURT.match(notes.text, through.end()) is None


_THROUGH = re.compile(
    r"(?:,?\s+who\s+(?:was|were|had\s+been)\s+(?:(?!and\b)[\w’'-]+\s+){0,4}?(?:in|inside|on|at|there|"
    r"aboard|nearby)\b(?:\s+(?!and\b)[\w’'-]+){0,5}?,?)?"
    r"\s+(?:(?:who|also|all|both|had|have|has|later|somehow|\w+ly)\s+){0,4}"
    r"(?:survive[ds]?(?!\s+by\b)|escaped?|fled|"
    r"lived\s+through|came\s+through|walked\s+(?:away|free)|witnessed|"
    r"(?:was|were|are|is|been)\s+(?:later\s+|\w+ly\s+)?(?:rescued|freed|evacuated|released|saved|safe|"
    r"unhurt|unharmed|"
    r"uninjured|unscathed))\b",
    re.IGNORECASE,
)
_WITH_HURT = re.compile(
    r"(?!\s+(?:serious\s+|any\s+)?(?:injury|injuries|harm)\b)(?![^.;]{0,60}\b(?:without|no|none|not|nobody|unhurt|unharmed|uninjured|unscathed)\b)"
    r"[^.;]{0,60}\b(?:injur|wound|burn|hurt|cuts|bruis|hospital)",
    re.IGNORECASE,
)
_DIED = re.compile(  # "were rescued but died in hospital", "shot at six men, killing them all"
    r"[^.;]{0,80}\b(?:died|dead|kill\w*|succumbed|executed|hanged|shot\s+(?:dead|them|him|her))\b|"
    r"\s+and\s+(?:then\s+)?shot\b",
    re.IGNORECASE,
)


def _tells_who(notes: Annotations, span: Span) -> bool:
    """ "**None of the injured** were British": who they were not, and no number; "**the man** who
    killed her": who did it."""
    if _NONE_OF.match(notes.text, span.start) is not None:
        return True
    did = _WHO_DID.search(notes.text, span.start, span.end + _BEFORE)
    return did is not None and did.start() <= span.end < did.end() + 1


_WHO_DID = re.compile(
    r"\s+who\s+(?:(?:had|has|have|then|later|\w+ly)\s+)*(?:killed|murdered|raped|shot|stabbed|strangled|"
    r"attacked|wounded|injured|beat|kidnapped|abducted|assassinated)\b(?!\s+(?:in|on|at|by|himself|"
    r"herself|themselves)\b|[,.;])",
    re.IGNORECASE,
)


_NONE_OF = re.compile(
    r"(?:none|no[ -]?one|nobody)\s+of\s+(?:the|those|these)\s+(?:dead|killed|injured|wounded|hurt|"
    r"victims|casualties)\b",
    re.IGNORECASE,
)


def _only_aimed_at(notes: Annotations, span: Span) -> bool:
    """ "Shot at | six men", "sentenced | four men | to death": no word that it befell them."""
    if _DIED.match(notes.text, span.end):
        return False
    before = notes.text[max(0, span.start - _BEFORE) : span.start]
    return bool(_AT.search(before) or _HELD.search(before)) or (
        _SENTENCED.search(before) is not None and _TO_DEATH.match(notes.text, span.end) is not None
    )


_HELD = re.compile(
    r"\b(?:arrest|detain|apprehend|captur|question|rescu|freed|evacuat)\w*\s+(?:another\s+)?$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:shot|shooting|fired|firing|aimed|aiming)\s+(?:at|over\s+the\s+heads\s+of)\s+$",
    re.IGNORECASE,
)
_SENTENCED = re.compile(r"\b(?:sentenced|sentencing|condemned)\s+$", re.IGNORECASE)
_TO_DEATH = re.compile(r"\s+to\s+(?:death|hang|be\s+(?:hanged|shot|executed))\b", re.IGNORECASE)


def _class(notes: Annotations, span: Span) -> PersonClass:
    """What the last noun says, or the first that says more: "civilian victims"."""
    told = [hit.item.who for hit in reversed(inside(notes.persons, span))]
    return next((who for who in told if who is not PersonClass.PEOPLE), PersonClass.PEOPLE)


def _is_age(text: str, count: CountMention) -> bool:
    """ "A man of 45", "a boy aged 12", "a 61-year-old": how old, not how many."""
    before = text[max(0, count.span.start - _BEFORE) : count.span.start]
    return bool(_AGED.search(before) or _YEARS.match(text, count.span.end))


_BEFORE = 40
_AGED = re.compile(
    r"\b(?:aged|(?:man|woman|boy|girl|child|son|daughter|pupil|student|farmer|youth) of|"
    r"(?:father|mother|parent) of)\s+$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"[-\s](?:year|month)s?[-\s]olds?\b", re.IGNORECASE)


def _uncounted(notes: Annotations, span: Span) -> CountRange | None:
    persons = inside(notes.persons, span)
    if persons:
        last = persons[-1]
        if _is_pair(notes, span):
            return CountRange.exactly(2, last.span.of(notes.text))
        several = last.item.plural  # and their number may stand outside the stretch
        return None if several else CountRange.exactly(1, last.span.of(notes.text))
    name = _NAME.search(notes.text, span.start, span.end)
    return CountRange.exactly(1, name.group()) if name else None


def _is_pair(notes: Annotations, span: Span) -> bool:
    told = inside(notes.persons, span)
    return bool(told) and _TWO.fullmatch(told[-1].span.of(notes.text)) is not None


_TWO = re.compile(r"couple|pair|duo|twins", re.IGNORECASE)
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+ (?:(?:al|bin|de|van)[- ])?[\"“]?[A-ZÀ-Þ][\w’'-]+")
