"""An attribution, and how those of one sentence bear on each other.

One ends where the next begins, one speaks through another, a statement is carried by an outlet,
a quotation belongs to one as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tallystick.extract.grammar.closing_phrase import closing_phrase
from tallystick.extract.grammar.nounphrase import can_speak, has_verb, leading_actor
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.statement import Stance
from tallystick.vocab.actors import actor_book
from tallystick.vocab.caseless import caseless
from tallystick.vocab.countries import country_of_name
from tallystick.vocab.lexicon import speaker_words
from tallystick.vocab.pattern import Pattern
from tallystick.vocab.placekeys import key_of

QUOTE_REACH = 1500  # characters: a longer quotation is a mark that was never closed

_SPLIT = Pattern(
    r"(?:;|,?\s+(?:but|while|whereas|although|and)\s)\s*(?:(?:also|later|then|instead)\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source made to speak: ``source`` says, by ``cue``, what stands in ``content``.

    ``via`` are those who pass it on, nearest first ("told **Reuters**", "**the paper**
    quoted"). All are spans of the document; ``source`` and ``cue`` may lie in an earlier
    sentence when a quotation goes on.
    """

    source: Span
    cue: Span
    content: Span
    stance: Stance
    via: tuple[Span, ...] = ()
    relays: bool = False  # found after "citing", "quoting"


def widened(this: Attribution, quotes: Sequence[Span]) -> Attribution:
    """Lets a content reach over the whole of the quotation that it begins or ends in."""
    content = this.content
    for quote in quotes:
        if quote.end - quote.start > QUOTE_REACH or quote.contains(this.cue):
            continue
        before = content.end <= this.cue.start and quote.start < content.start < quote.end
        if before and quote.end <= this.cue.start:
            content = Span(quote.start, content.end)
        after = content.start >= this.cue.end and quote.start < content.end < quote.end
        if after and quote.start >= content.start:
            content = Span(content.start, quote.end)
    return replace(this, content=content)


def cut_at_next(text: str, found: list[Attribution]) -> list[Attribution]:
    """Ends a content where the next source, or another cue of its own, starts after "but", "and",
    "while" or ";"."""
    cut = []
    for index, this in enumerate(found):
        later = (_opens(text, this, n) for n in found[index + 1 :] if n.content.start >= n.cue.end)
        starts = (at for at in later if at is not None and _splits(text, this, at))
        start = next(starts, this.content.end)
        content = Span(this.content.start, max(this.content.start, min(start, this.content.end)))
        cut.append(replace(this, content=content))
    return cut


def _opens(text: str, this: Attribution, later: Attribution) -> int | None:
    """Where a later attribution begins: with its source, or its verb where the source goes on."""
    if later.source.start > this.cue.end:
        return later.source.start
    goes_on = later.source == this.source or later.source.end <= this.source.start
    verb = goes_on and " " not in later.cue.of(text)
    return later.cue.start if verb else None


def _splits(text: str, this: Attribution, at: int) -> bool:
    return this.content.start < at and _SPLIT.search(text, this.cue.end, at) is not None


def says_something(text: str, content: Span) -> bool:
    """Whether what is said is a clause, or a number alone: "the police say | 17"."""
    words = content.of(text).split()
    return len(words) > 1 or (len(words) == 1 and words[0].strip(".,;").isdigit())


def is_denied(text: str, last: Attribution | None, told: Attribution) -> bool:
    """ "The rebels denied **government claims** that ... and said": they, and no government."""
    if last is None or last.stance is not Stance.DENIES or not last.content.contains(told.source):
        return False
    between = text[last.cue.end : told.cue.start].split()
    return len(between) < _CLAIM_WORDS and "that" not in between


_CLAIM_WORDS = 6  # between a denial and the noun for what it denies


def relays_joined(text: str, found: list[Attribution]) -> list[Attribution]:
    """Whoever is quoted speaks through whoever quotes: "the paper reported, citing the army"."""
    return [_through(text, a, found) for a in found]


def _through(text: str, this: Attribution, found: Sequence[Attribution]) -> Attribution:
    """A source after "citing", with the content and the name of the one who cites it."""
    if not this.relays or this.via:
        return this
    others = [o for o in found if not o.relays and not o.source.overlaps(this.source)]
    before = [o for o in others if o.cue.end <= this.cue.start]
    after = [o for o in others if o.cue.start >= this.source.end]
    if before:
        teller = before[-1]
        if this.content.start >= this.cue.end:  # "reported the raid, quoting the army as saying"
            return replace(this, via=(teller.source,))
        if teller.content.end <= teller.cue.start:
            return replace(this, content=teller.content, via=(teller.source,))
        content = Span(min(teller.content.start, this.cue.start), this.cue.start)
        if not any(c.isalpha() for c in content.of(text)):  # "reported, citing the army, that"
            content = Span(this.source.end, max(this.source.end, teller.content.end))
        return replace(this, content=content, via=(teller.source,))
    if after and after[0].source.end <= this.cue.start:
        return replace(this, content=after[0].content, via=(after[0].source,))
    return this


_CARRIER = caseless(
    r"\b(?:(?:statement|remarks|comments|interview|message|communiqu[eé]|video|post|declaration|"
    r"telephone call|phone call|letter)\s+(?:(?:that was|which was|was)\s+)?"
    r"(?:(?:carried|published|released|quoted|reported|broadcast|aired|run|distributed|cited|sent|"
    r"obtained|seen|relayed|printed|made|given|faxed|e-?mailed)\s+)?(?:by|to|with|on|in|through)|"
    r"(?:as|was|were) (?:quoted|cited|reported) by|"
    r"(?:quoted|cited|speaking|spoke|speaks) (?:by|to)|"
    r"in (?:an? )?(?:\w+ )?(?:interview|remarks|comments) (?:with|to|on))\s+"
)


def carried(text: str, sentence: Span, found: list[Attribution]) -> list[Attribution]:
    """Adds who carried what was said: "in a statement carried by the agency"."""
    for match in _CARRIER.finditer(text, sentence.start, sentence.end):
        rest = Span(match.end(), sentence.end)
        carrier = leading_actor(text, rest) or _paper(text, rest)
        if carrier is None:
            continue
        for index, this in enumerate(found):
            if not this.via and not this.source.overlaps(carrier) and not this.relays:
                found[index] = replace(this, via=(carrier,))
                break
    return found


def _paper(text: str, rest: Span) -> Span | None:
    """An unlisted outlet that a stretch opens with: "by **the newspaper El Faro**, ..."."""
    found = _PAPER.match(text, rest.start, rest.end)
    return Span(*found.span("name")) if found else None


_PAPER = Pattern(
    r"(?:(?i:the)\s+)?(?:(?i:local|state|private|daily|weekly|independent|government)\s+){0,2}"
    r"(?P<name>(?i:newspaper|daily|weekly|magazine|radio|television|news agency|website)"
    r"(?!\s+(?i:stations?|reporters?|journalists?|reports?)\b)(?:\s+[A-ZÀ-Þ][\w’'-]+){1,4}"
    r"(?=\s*[,.;])|(?:[A-ZÀ-Þ][\w’'-]+\s+){1,4}(?i:newspaper|daily|weekly|magazine|"
    r"news agency|website)\b)"
)


def overlapping(quotes: Sequence[Span], span: Span) -> Sequence[Span]:
    """The quotations, in order of the text, that share words with a span."""
    first = bisect_left(quotes, span.start, key=lambda q: q.start)
    last = bisect_left(quotes, span.end, key=lambda q: q.start)
    return [q for q in quotes[max(0, first - 1) : last] if q.overlaps(span)]


_NEXT = 3  # characters between a content and the sentence that goes on with it
_ONE_OF_THEM = Pattern(
    r"(?:the\s+(?:first|second|third|other|others|latter|former|rest)|one of (?:them|the)|both\s|"
    r"(?:all|some|two|three|most|none) of (?:them|the)|a (?:second|third)|another (?:one)?)\b",
    re.IGNORECASE,
)


def going_on(
    text: str, sentence: Sentence, quotes: Sequence[Span], found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """A sentence wholly in quotation marks, one with a quoted clause, or on "the first" of what
    was just told, goes on with the last speaker."""
    around = overlapping(quotes, sentence.span)
    if any(sentence.span.contains(q) and _is_clause(q.of(text)) for q in around):
        near = found and 0 <= sentence.span.start - found[-1].cue.end < _STILL
        around = [sentence.span] if near else around
    inside = any(q.start <= sentence.span.start and sentence.span.end <= q.end + 1 for q in around)
    follows = bool(found) and _ONE_OF_THEM.match(text, sentence.span.start, sentence.span.end)
    if follows and sentence.span.start - found[-1].content.end <= _NEXT:
        inside = True
    if inside and found and sentence.span.start - found[-1].cue.end < 600:
        last = found[-1]
        yield Attribution(last.source, last.cue, sentence.span, last.stance, last.via)


_STILL = 300  # characters from a speaker to a clause of his that is quoted
_CLAUSE_WORDS = 5


def _is_clause(words: str) -> bool:
    return len(words.split()) > _CLAUSE_WORDS and has_verb(words)


_COLON = Pattern(r"\s?:\s+(?=\S)")
_DASH = Pattern(r"\s[-–—]{1,2}\s+(?=[^-–—]+$)")
_SHORT = 7  # words of a speaker in a headline


def headed(text: str, sentence: Span) -> Attribution | None:
    """ "Ten killed in the raid: monitor", "Monitor: ten killed in the raid", "... - state TV"."""
    if (named := _named_last(text, sentence) or _without_verb(text, sentence)) is not None:
        return named
    colons = list(_COLON.finditer(text, sentence.start, sentence.end))
    if len(colons) != 1:
        return None
    cue = Span(colons[0].start(), colons[0].end())
    before = _trimmed(text, Span(sentence.start, cue.start))
    after = _trimmed(text, Span(cue.end, sentence.end))
    for source, content in ((after, before), (before, after)):
        few = len(source.of(text).split()) <= _SHORT < 2 * len(content.of(text).split())
        if source is before and _is_topic(text, source, content):
            continue
        if few and _names_whole(text, source):
            return Attribution(source, cue, content, Stance.REPORTS)
    return None


def _names_whole(text: str, phrase: Span) -> bool:
    """Whether somebody is named by a phrase from end to end: "hospital officials", "UN"."""
    known = any(hit.span.end == len(phrase.of(text)) for hit in actor_book().find(phrase.of(text)))
    return known or (closing_phrase(text, phrase) == phrase and can_speak(phrase.of(text)))


def _is_topic(text: str, head: Span, content: Span) -> bool:
    """Whether a headline's country is what it is about, and none that speaks of another:
    "Examplia: jets bomb a school", but "Examplia: Otherland shelled a school"."""
    names = country_of_name()
    return key_of(head.of(text)) in names and not any(
        key_of(word) in names for word in content.of(text).split()
    )


# Whoever tells of attacks and is seldom hit: the label at a headline's end, its mark lost.
_LABEL = Pattern(
    r"(?<=\s)(?:(?:war|rights)\s+)?(?:monitor(?: group)?|monitoring group|(?-i:Observatory)|NGO|"
    r"watchdog|governor|"
    r"state (?:TV|television|media|radio|news agency))(?=(?:\s(?:AFP|AP|Reuters|DPA|EFE|UPI))?$)",
    re.IGNORECASE,
)
_OF_LABEL = Pattern(
    r"(?:\b(?:an?|the|its|their|and|or|of|in|on|at|by|near|for|from|to|with|against|as|over|"
    r"kills?|hits?|targets?|wounds?|injures?|strikes?|attacks?|shoots?|\w+ed|\w+ing|"
    r"\w+(?:ial|an|ish|ese|ch)|ex|former|deputy|(?:kills?|hits?|targets?|wounds?|injures?|strikes?|"
    r"shoots?|attacks?) (?-i:[A-Z])\w+)|[^\w\s)\"”])$",
    re.IGNORECASE,
)


def _named_last(text: str, sentence: Span) -> Attribution | None:
    """ "Raid kills ten - police", "Raid kills ten in Velm monitor": whom a headline names last."""
    whole = Span(sentence.start, sentence.start + len(sentence.of(text).rstrip()))
    if whole.of(text).endswith((".", "!", "?", '"', "”", "…")):
        return None
    dash = _DASH.search(whole.of(text))
    label = _LABEL.search(whole.of(text)) if dash is None else None
    if (found := dash or label) is None:
        return None
    content = _trimmed(text, Span(whole.start, whole.start + found.start()))
    ends = (found.end(), len(whole.of(text))) if dash else found.span()
    source = Span(whole.start + ends[0], whole.start + ends[1])
    if len(content.of(text).split()) < _SHORT - 2 or len(source.of(text).split()) > _SHORT:
        return None
    if dash and not _tells(text, source):
        return None
    if label and _OF_LABEL.search(content.of(text)):
        return None
    return Attribution(source, Span(content.end, source.start), content, Stance.REPORTS)


_ENDS_SENTENCE = Pattern(
    r"(?P<before>[\w’'-]+,?)\s+(?P<source>the\s(?:(?!the\b)[\w’'-]+\s){0,4}?(?:Observatory|"
    r"monitor(?:ing group)?|watchdog|news agency)(?:\sfor Human Rights)?)\s?\.?\s*$",
    re.IGNORECASE,
)
_OBJECT_FOLLOWS = Pattern(
    r"(?:of|for|in|at|from|with|to|on|near|by|and|or|than|as|about|against|outside|like|via|hit|"
    r"struck|\w+(?:ed|ing|s)),?$",
    re.IGNORECASE,
)


def _without_verb(text: str, sentence: Span) -> Attribution | None:
    """ "Ten fell in a raid near the border(,) the Observatory.": its verb was lost."""
    found = _ENDS_SENTENCE.search(text, max(sentence.start, sentence.end - 120), sentence.end)
    if found is None or (_OBJECT_FOLLOWS.match(found["before"]) and found["before"][-1] != ","):
        return None
    content = Span(sentence.start, found.end("before"))
    if len(content.of(text).split()) < _SHORT or not has_verb(content.of(text)):
        return None
    source = Span(*found.span("source"))
    return Attribution(source, Span(content.end, source.start), content, Stance.REPORTS)


_COUNTED = Pattern(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|most|all|both|many|mostly|among|"
    r"including)\b",
    re.IGNORECASE,
)


def _tells(text: str, phrase: Span) -> bool:
    """Whether a whole phrase is somebody who tells: "hospital officials", no mere name and no
    count of people."""
    words = phrase.of(text)
    if _COUNTED.match(words):
        return False
    ends = [h.span.end for h in speaker_words().find(words)]
    return len(words) in ends and closing_phrase(text, phrase) == phrase


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip(" .\n"))))
