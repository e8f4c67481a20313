"""Another account of the same casualties: a bare number, said by somebody else or later.

"The governor spoke of nine", "the army put it at 14", "the number is now twelve", "that hospital
received 11": what the number counts was told just before.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.effects.casualty_tolls import side_counted
from tallystick.extract.grammar.counts import CountMention
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, CountRange
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

__all__ = ["accounts"]

_REACH = 70  # characters between the words of the account and its number
_CLAUSES = 220  # characters from one teller's number to the next teller's
_NOUN = 36  # characters within which the noun follows its number
_FIGURE = r"(?:number|figure|total|count|toll|tally|sum)s?"
_ALONE = Pattern(  # nothing is counted after the number but the dead and the hurt
    r"[\"”’]?\s*(?:[,.;:)—–]|$|(?:and|but|while|whereas|then|dead|killed|in (?:all|total)|so far|"
    r"on (?:the )?(?:\w+day|\d|(?-i:[A-Z]))|by|after|since|according|a day later|overnight|"
    r"this (?:morning|afternoon|evening)|at first|late|early|"
    r"today|yesterday|when|from)(?:\b|(?<=\d)))",
    re.IGNORECASE,
)
_SPOKE = caseless(
    r"\b(?:(?:spoke|speaks?|speaking|spoken|told|talked|knew|knows) (?:only )?of|"
    rf"put(?:s|ting)? (?:it|them|the casualties|the {_FIGURE}|its own {_FIGURE}) at|"
    rf"(?:gave|given|gives|giving|cited|citing|announced) (?:the|a|its) (?:\w+ )?{_FIGURE} "
    r"(?:of|as|at)|"
    r"(?:lowered|raised|revised|corrected|updated|cut) "
    rf"(?:it|them|(?:the|its|his|her|their) {_FIGURE})(?: up| down| upwards?| downwards?)?"
    r"(?: from [\w-]+)? to|"
    r"g[ia]ve(?:s|n)? the names of|vouch(?:ed|es)? for|"
    rf"(?:an|the|its|their) (?:earlier|previous|first|initial|preliminary) {_FIGURE} of|"
    rf"(?:(?:the|its|that|whose|his|her|their)|[’']s?)(?: own)? (?:\w+ )?{_FIGURE},? "
    r"(?:[^.;:,0-9]{3,60}, )?(?:is|was|stood at|stands at|"
    r"(?:(?:has|have|had) )?(?:ris(?:en|es)|rose|gr[eo]wn?|climb(?:ed|s)|gone up|went up|increased|"
    r"jumped|swollen) to|(?:(?:has|have|had) )?reached)(?: now| at| then)?|"
    r"it stood at|"
    rf"(?:this|it|that|which|(?:the|that|this|its|their) (?:\w+ )?{_FIGURE}) "
    r"(?:was|were|is|(?:has|have|had) been) (?:\w+ ){0,2}?"
    r"(?:updated|revised|raised|increased|lowered|reduced|corrected|amended|adjusted)"
    r"(?: upwards?| downwards?| up| down)? to)\s+[\"“‘]?$"
)
_COUNTED = caseless(
    r"\b(?:count(?:s|ed)?|list(?:s|ed)|identified|confirm(?:s|ed)?|acknowledge[sd]?|"
    r"admit(?:s|ted)?(?:\s+to)?|"
    r"registered|recorded|claim(?:s|ed)|report(?:s|ed)?|mentioned|says?|said|show(?:s|ed)?|"
    r"there (?:were|had been|have been))\s+(?:only\s+)?[\"“‘]?$|"
    r",\s+(?:and\s+)?(?:then|later)\s+$"
)
_AGAIN_OF = caseless(  # "spoke of eight dead and a day later of | 15"
    r"\b(?:spoke|speaks?|speaking|spoken|told|knew|knows|talked) of [^.;]{3,120}?\b(?:and|but|then|"
    r"later|afterwards?)\b(?:[^.;0-9\"“”]{0,50}?)\s(?:only )?of (?:only |some )?[\"“‘]?$"
)
_TELLER_ALONE = caseless(  # "the Red Cross says 69 died at the mill, the government | 62"
    r"\b(?:says?|said|puts?|spoke|speaks?|reports?|reported|counts?|counted|gave|gives?)\b[^.;]{6,140}?,\s+"
    r"(?:and\s+|but\s+|while\s+)?(?:the|its|their|his|her)\s+(?:(?!(?:others?|rest|last|first|one|latter|"
    r"former|next|youngest|eldest|oldest|dead|wounded|injured|years?|months?|days?|ages?|worst|\w+est|most|of|in|on|"
    r"at|by|for|since|than|to|with|from|after|before|and|or)\b)"
    r"[^\W\d][\w’'-]*(?<!ing)(?<!ed)\s+){1,3}[\"“‘]?$"
)
_MORE = Pattern(r"\s+(?:more|others?)(?:\s+(?:bodies|corpses|dead|graves))?\b", re.IGNORECASE)
_FOUND = caseless(
    r"\b(?:found|counted|recovered|pulled out|dug up|dug out|discovered|unearthed)\s+$"
)
_QUOTED = Pattern(r"[\"“‘]$")
_QUOTE_ENDS = Pattern(r"(?:\s(?:of|from|in)(?:\s[\w’'-]+){1,3})?[,.]?[\"”’]\s*(?:[.,;)]|$|and\b)")
_NOT_HARM = caseless(r"\b(?:cholera|earthquake|floods?|per ?cent|votes?|covid)\b")
_STOPS = Pattern(  # no list goes on after it: "22, nine of which were intercepted"
    r"[\"”’]?\s*(?:[.;)]|,\s(?=said|according|while|but|and|adding|the|a)|$|(?:dead|killed)\b)",
    re.IGNORECASE,
)
_CLOSES = Pattern(r"[\"”’]?\s*(?:[.;]|$)")
_NAMES = Pattern(r"\s+names\b", re.IGNORECASE)  # a list of 27 names
_LISTED = Pattern(r"\b(?:lists?|listed|published|released|register|graves?)\b", re.IGNORECASE)
_HEADS = Pattern(r";\s+[\"“‘]?$")  # "seven, the governor said; eight, said the army"
_SAID_BY = Pattern(r"[\"”’]?,\s+(?:said|says|according to)\b", re.IGNORECASE)
_CARED_FOR = Pattern(
    r"\b(?:received|admitted|treat(?:ed|ing)|taken in|took in|caring for|attended to)\s+[\"“‘]?$",
    re.IGNORECASE,
)
_CARERS = Pattern(
    r"\b(?:hospitals?|clinics?|medical cent(?:er|re)s?|doctors?|medics|paramedics|surgeons?|"
    r"nurses?|ambulances?|health cent(?:er|re)s?|Red Cross|Red Crescent|Borders)\b",
    re.IGNORECASE,
)
_PATIENTS = Pattern(
    r"\s+(?:people|persons|patients|wounded|injured|casualties|victims|civilians|men|women|children|"
    r"soldiers|others)\b(?!\s+(?:dead|who (?:had )?died))",
    re.IGNORECASE,
)
_THEIR_DEAD = Pattern(
    r"\b(?:put|puts|putting|gave|gives|giving|set|lists?)\s+(?:[\w’'-]+\s+){0,3}?(?:(?P<hurt>wounded|injured)|"
    r"dead|deaths|losses|fatalities|death toll|toll|number of (?:the\s+)?(?:dead|deaths|victims|"
    r"killed|(?P<hurt2>wounded|injured)))(?:\s+[^.;0-9]{0,40}?)?\s+(?:at|as)\s+[\"“‘]?$",
    re.IGNORECASE,
)
_HURT_NUMBER = Pattern(
    rf"\b{_FIGURE} (?:of|for) (?:the )?(?:wounded|injured|hurt)\b[^.;0-9]{{0,60}}?\b(?:is|was|at|"
    r"to|reached|exceeded)(?: now)?\s+[\"“‘]?$|\bits (?:wounded|injured) at\s+$",
    re.IGNORECASE,
)


def accounts(
    notes: Annotations,
    sentence: Sentence,
    told: Sequence[Draft],
    earlier: Callable[[], Sequence[Draft]],
) -> Iterator[Draft]:
    """The numbers of a sentence that another teller gives of casualties told before.

    ``told`` is what the sentence says outright, ``earlier`` gives what those before it say; it is
    asked only where a number may go back to it.
    """
    taken = [d.span for d in told]
    if _NOT_HARM.search(notes.text, *_ends(sentence)):
        return
    for count in inside(notes.counts, sentence.span):
        if not _is_figure(count.count) or any(t.overlaps(count.span) for t in taken):
            continue
        field = _by_nouns(notes, sentence, count)
        if field is None and _goes_back(notes, sentence, count):
            others = _counts_others(notes, sentence, count, taken)
            field = None if others else _field(told, count) or _field(earlier(), count)
        if field is not None:
            taken.append(count.span)
            who = side_counted(_before(notes, sentence, count))
            yield Draft(field, Casualties(count.count, who), count.span)
            continue
        rival = _rival(notes, sentence, count)
        if rival and (_field(told, count) or _field(earlier(), count)) is rival.field:
            yield rival


def _is_figure(count: CountRange) -> bool:
    return count.text.lower() not in ("a", "an", "another", "some", "both") and count.high != 0


def _before(notes: Annotations, sentence: Sentence, count: CountMention) -> str:
    return notes.text[max(sentence.span.start, count.span.start - _REACH) : count.span.start]


def _by_nouns(notes: Annotations, sentence: Sentence, count: CountMention) -> Field | None:
    """ "Put its dead at nine", "the hospital received 40 people": what befell them is said."""
    before = _before(notes, sentence, count)
    dead, hurt = _THEIR_DEAD.search(before), _HURT_NUMBER.search(before)
    if dead is not None or hurt is not None:
        injured = hurt or (dead and (dead["hurt"] or dead["hurt2"]))
        return (Field.INJURED if injured else Field.KILLED) if _of_persons(notes, count) else None
    if _CARED_FOR.search(before) and _CARERS.search(notes.text, *_ends(sentence)):
        patients = _PATIENTS.match(notes.text, count.span.end, sentence.span.end)
        alone = _STOPS.match(notes.text, count.span.end, sentence.span.end)
        return Field.INJURED if patients or alone else None
    return None


def _of_persons(notes: Annotations, count: CountMention) -> bool:
    """Whether persons, or nothing, are counted by a number."""
    near = Span(count.span.end, min(len(notes.text), count.span.end + _NOUN))
    return bool(_ALONE.match(notes.text, count.span.end) or inside(notes.persons, near))


def _goes_back(notes: Annotations, sentence: Sentence, count: CountMention) -> bool:
    """Whether a bare number is said as an account of what was told before."""
    before, end = _before(notes, sentence, count), sentence.span.end
    if _SPOKE.search(before) or _AGAIN_OF.search(notes.text, sentence.span.start, count.span.start):
        return _ALONE.match(notes.text, count.span.end, end) is not None
    more = _MORE.match(notes.text, count.span.end, end) if _FOUND.search(before) else None
    if more and _STOPS.match(notes.text, more.end(), end):
        return True
    if _NAMES.match(notes.text, count.span.end) and _LISTED.search(notes.text, *_ends(sentence)):
        return True
    if _CLOSES.match(notes.text, count.span.end, end) and count.count.high != 1:
        start = max(sentence.span.start, count.span.start - _CLAUSES)
        if _TELLER_ALONE.search(notes.text, start, count.span.start):
            return True
    if _HEADS.search(before) and _SAID_BY.match(notes.text, count.span.end, end):
        return count.count.high != 1
    return (
        count.count.high != 1  # "..., said one"
        and bool(_COUNTED.search(before))
        and bool(_STOPS.match(notes.text, count.span.end, end))
    )


def _counts_others(
    notes: Annotations, sentence: Sentence, count: CountMention, taken: Sequence[Span]
) -> bool:
    """ "Saw two attackers; the police say **three**": of persons counted just before, unharmed."""
    counts = (c for c in inside(notes.counts, sentence.span) if _is_figure(c.count))
    before = [c for c in counts if c.span.end <= count.span.start]
    if not before or any(t.overlaps(before[-1].span) for t in taken):
        return False
    start = before[-1].span.end
    who = next(iter(inside(notes.persons, Span(start, min(count.span.start, start + _NOUN)))), None)
    return who is not None and "," not in notes.text[start : who.span.start]


def _rival(notes: Annotations, sentence: Sentence, count: CountMention) -> Draft | None:
    """ "The group spoke of "seven agents of the junta"": whom another calls the dead."""
    before, end = _before(notes, sentence, count), sentence.span.end
    if not _QUOTED.search(before) or not (_SPOKE.search(before) or _COUNTED.search(before)):
        return None
    near = Span(count.span.end, min(end, count.span.end + _NOUN))
    who = next(iter(inside(notes.persons, near)), None)
    if who is None or not _QUOTE_ENDS.match(notes.text, who.span.end, end):
        return None
    span = Span(count.span.start, who.span.end)
    return Draft(Field.KILLED, Casualties(count.count, who.item.who), span)


def _field(told: Sequence[Draft], count: CountMention) -> Field | None:
    """What befell those counted before; where some were killed and some hurt, the nearer number."""
    before = ((d.field, _number(d)) for d in told if d.span.end <= count.span.start)
    said = count.count.best or 1
    near = {(abs(math.log(said / number)), field) for field, number in before if number}
    return min(near, default=(0.0, None))[1]


def _number(draft: Draft) -> int:
    value = draft.value
    return (value.count.best or 0) if isinstance(value, Casualties) else 0


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end
