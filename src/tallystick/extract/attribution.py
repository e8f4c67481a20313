"""Who says what: source, cue and content, in the manner of PolNeAR (Newell et al. 2018).

Each sentence is searched for cues ("said", "according to", "denied", "quoted"); the source
is the noun phrase beside the cue, the content the rest of the sentence on the other side.
Attributions nest: in "the paper cited a source who said ...", the source speaks through the
paper.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tallystick.extract.nounphrase import (
    leading_actor,
    left_phrase,
    opening_phrase,
    right_phrase,
)
from tallystick.extract.sentences import Sentence, quoted, split_sentences, tokenize
from tallystick.model.document import SegmentKind, Span
from tallystick.model.statement import Stance
from tallystick.vocab.lexicon import Cue, Form, cues
from tallystick.vocab.matching import Hit

_BE = re.compile(
    r"\b(?:was|were|is|are|be|been|being)"
    r"(?:\s+(?:\w+ly|also|later|earlier|first|then|since|already|again|never|not))?\s*$",
    re.IGNORECASE,
)
_BY = re.compile(r"\s*(?:\w+ly\s+)?by\s+", re.IGNORECASE)
_CLAIM_BY = re.compile(
    r"\s+(?:of responsibility\s+)?(?:for [^.,;]{3,80}\s)?(?:was\s+|were\s+)?(?:also\s+)?"
    r"(?:made\s+)?(?:by|from)\s+",
    re.IGNORECASE,
)
_NOT_CUE = re.compile(r"\b(?:to|not)\s*$", re.IGNORECASE)
_THAT = re.compile(r"\s*,?\s*that\b", re.IGNORECASE)
_TOLD = re.compile(r"\s+(?=[A-Z\"“]|the\b|a\b|state\b|local\b|reporters\b|journalists\b)")
_AUDIENCE = re.compile(
    r"\s*(?:reporters|journalists|a (?:news|press) (?:conference|briefing))\b", re.IGNORECASE
)
_OBJECT_END = re.compile(
    r"\s*(?:,|\.|;|:|\bas (?:saying|reporting|stating|telling|claiming)\b|\bthat\b|\bon (?:Mon|"
    r"Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bin (?:a|an)\b|\btaking\b|\bclaiming\b|\bsaying\b|"
    r"\bwho\b|\breports? that\b|\breports\b)",
    re.IGNORECASE,
)
_TRAILER = re.compile(
    r"(?:\s|,|\.|\"|”|\b(?:on|in|at|late|early|earlier|later|a|an|the|his|her|its|their|statement|"
    r"interview|today|yesterday|telegram|twitter|x|formerly|facebook|online|website|post|posted|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|evening|night|afternoon|without|giving|"
    r"further|details|elaborating|by|telephone|phone|to|reporters|journalists|news|conference|"
    r"channel|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|\d+)\b)*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"(?:;|,?\s+(?:but|while|whereas|although|and)\s)\s*$", re.IGNORECASE)
_SPEAKS_BACKWARDS = frozenset(
    ["say", "add", "report", "explain", "note", "write", "tweet", "state", "tell", "claim"]
)
_ALSO_NOUNS = frozenset(
    (
        *("report", "state", "post", "comment", "question", "doubt", "note", "document"),
        *("dispute", "suspect", "estimate", "stress", "warn", "threaten", "promise", "pledge"),
        *("vow", "quote", "count", "record", "tally", "register", "find", "show", "rule", "ask"),
        *("answer", "reply", "caution", "claim", "plan", "view", "charge", "cite"),
    )
)
# Verbs that tell of something said only with what is said: "found that", "showed that".
_WITH_CLAUSE = frozenset(["find", "show", "rule", "learn", "hear", "know", "calculate", "think"])
_PARTICIPLES = frozenset(
    ["say", "add", "insist", "argue", "note", "claim", "explain", "warn", "stress", "state"]
)
_SHARED = re.compile(r"(?:,|\band)\s*$", re.IGNORECASE)
_FINITE = re.compile(r"\s+(?:that|it|they|he|she|we)\b", re.IGNORECASE)


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


def find_attributions(text: str, sentences: Sequence[Sentence] | None = None) -> list[Attribution]:
    """The attributions of a text (or of its given sentences), in order of their cues.

    What is said reaches over the whole of its quotation, and a quotation that goes on after
    it is its speaker's.
    """
    whole = sentences if sentences is not None else _all_sentences(text)
    quotes = quoted(text, _paragraphs(whole))
    own = [_read(text, sentence, quotes) for sentence in whole]
    said = [a.content for found in own for a in found]
    found: list[Attribution] = []
    for sentence, told in zip(whole, own, strict=True):
        if told:
            found += told
        elif not any(c.contains(sentence.span) for c in _near(said, sentence.span)):
            found += _going_on(text, sentence, quotes, found)
    return found


_MOST = 60  # cues in a sentence: one with more is none
_QUOTE_REACH = 1500  # characters: a longer quotation is a mark that was never closed


def _near(contents: Sequence[Span], span: Span) -> Iterator[Span]:
    first = bisect_left(contents, span.start - _QUOTE_REACH, key=lambda c: c.start)
    for content in contents[max(0, first - 4) :]:
        if content.start > span.end + _QUOTE_REACH:
            return
        yield content


def _read(text: str, sentence: Sentence, quotes: Sequence[Span]) -> list[Attribution]:
    """The attributions of one sentence, cut at each other, chained, and widened to quotations."""
    found = _cut_at_next(text, list(_in_sentence(text, sentence, quotes)))
    chained = _carried(text, sentence.span, _relays_joined(text, found))
    near = _overlapping(quotes, sentence.span) if chained else ()
    return [_widened(a, near) for a in chained]


def _overlapping(quotes: Sequence[Span], span: Span) -> Sequence[Span]:
    first = bisect_left(quotes, span.start, key=lambda q: q.start)
    last = bisect_left(quotes, span.end, key=lambda q: q.start)
    return [q for q in quotes[max(0, first - 1) : last] if q.overlaps(span)]


def _widened(this: Attribution, quotes: Sequence[Span]) -> Attribution:
    """Lets a content reach over the whole of the quotation that it begins or ends in."""
    content = this.content
    for quote in quotes:
        if quote.end - quote.start > _QUOTE_REACH or quote.contains(this.cue):
            continue
        before = content.end <= this.cue.start and quote.start < content.start < quote.end
        if before and quote.end <= this.cue.start:
            content = Span(quote.start, content.end)
        after = content.start >= this.cue.end and quote.start < content.end < quote.end
        if after and quote.start >= content.start:
            content = Span(content.start, quote.end)
    return replace(this, content=content)


def _all_sentences(text: str) -> list[Sentence]:
    paragraph = Span(0, len(text))
    return [
        Sentence(i, text.count("\n\n", 0, span.start), SegmentKind.BODY, span, tokenize(text, span))
        for i, span in enumerate(split_sentences(text, paragraph))
    ]


def _paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    spans: dict[int, Span] = {}
    for s in sentences:
        first = spans.get(s.paragraph, s.span)
        spans[s.paragraph] = Span(min(first.start, s.span.start), max(first.end, s.span.end))
    return list(spans.values())


def _in_sentence(text: str, sentence: Sentence, quotes: Sequence[Span]) -> Iterator[Attribution]:
    last: Attribution | None = None
    words = text[sentence.span.start : sentence.span.end]
    for hit in cues().find(words)[:_MOST]:
        cue = Span(sentence.span.start + hit.span.start, sentence.span.start + hit.span.end)
        if _is_quoted(quotes, cue):
            continue  # the cue is itself quoted
        if _qualifies(text, sentence.span, cue, hit.item):
            continue  # "an informed source", "the alleged attack"
        if last is not None and _names_source(text, last, cue):
            continue  # "cited state media reports that": no speaker of its own
        attribution = _by_cue(text, sentence.span, Hit(cue, hit.item)) or _shared(
            text, sentence.span, Hit(cue, hit.item), last
        )
        if attribution is not None and len(attribution.content.of(text).split()) > 1:
            last = attribution
            yield attribution


def _is_quoted(quotes: Sequence[Span], cue: Span) -> bool:
    before = bisect_left(quotes, cue.start, key=lambda q: q.start) - 1
    return before >= 0 and cue.end < quotes[before].end


_DETERMINER = re.compile(
    r"\b(?:an?|the|its|their|his|her|this|these|any|some|of)\s+$", re.IGNORECASE
)


def _qualifies(text: str, sentence: Span, cue: Span, word: Cue) -> bool:
    participle = word.form in (Form.PAST, Form.PARTICIPLE, Form.ING) and " " not in word.base
    return (
        participle
        and _DETERMINER.search(text, max(sentence.start, cue.start - 20), cue.start) is not None
    )


def _names_source(text: str, last: Attribution, cue: Span) -> bool:
    ends = last.source.end <= cue.start and not text[last.source.end : cue.start].strip()
    return ends and last.cue.end <= last.source.start and cue.of(text).lower() in _REPORTS


_REPORTS = ("report", "reports", "claim", "claims", "statement", "account")


def _by_cue(text: str, sentence: Span, hit: Hit[Cue]) -> Attribution | None:
    cue, word = hit.span, hit.item
    if word.form is Form.PHRASE:
        return _according(text, sentence, cue, word)
    if word.form is Form.NOUN:
        return _noun(text, sentence, cue, word)
    if word.form in (Form.PAST, Form.PARTICIPLE) and _BE.search(text, sentence.start, cue.start):
        return _passive(text, sentence, cue, word)
    if word.form is Form.ING:
        return (_citing if word.relay else _stating)(text, sentence, cue, word)
    if word.base in _WITH_CLAUSE and not _FINITE.match(text, cue.end):
        return None
    if word.form in (Form.BASE, Form.THIRD) and word.base in _ALSO_NOUNS:
        return _active(text, sentence, cue, word) if _FINITE.match(text, cue.end) else None
    if word.form is Form.BASE and _NOT_CUE.search(text, sentence.start, cue.start):
        return None
    if word.relay:
        return _relayed(text, sentence, cue, word)
    return _active(text, sentence, cue, word)


def _shared(
    text: str, sentence: Span, hit: Hit[Cue], last: Attribution | None
) -> Attribution | None:
    """A further cue of the same source: "..., blaming rebels", "and denied that ..."."""
    if last is None or hit.item.relay or last.cue.end > hit.span.start:
        return None
    if not _SHARED.search(text, last.cue.end, hit.span.start):
        return None
    content = Span(hit.span.end, sentence.end)
    return Attribution(last.source, hit.span, content, hit.item.stance, last.via)


def _according(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    source = right_phrase(text, Span(cue.end, sentence.end))
    if source is None:
        return None
    before = Span(sentence.start, cue.start)
    if len(before.of(text).split()) > 2:
        return Attribution(source, cue, before, word.stance)
    return Attribution(source, cue, Span(source.end, sentence.end), word.stance)


def _noun(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "claims by the group that ...", "the militia's claim that ..." """
    by = _CLAIM_BY.match(text, cue.end)
    if by is None or by.end() >= sentence.end:
        return _active(text, sentence, cue, word) if _FINITE.match(text, cue.end) else None
    source = right_phrase(text, Span(by.end(), sentence.end))
    if source is None:
        return None
    content = Span(source.end, sentence.end)
    if len(content.of(text).split()) < 3:  # "the claim was made by the group."
        content = Span(sentence.start, source.start)
    return Attribution(source, cue, content, word.stance)


def _passive(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "was claimed by the group", "was quoted by the agency as saying" """
    by = _BY.match(text, cue.end)
    agent = right_phrase(text, Span(by.end(), sentence.end)) if by else None
    if word.relay:
        source = left_phrase(text, Span(sentence.start, cue.start))
        if source is None:
            return None
        content = Span(agent.end if agent else cue.end, sentence.end)
        return Attribution(source, cue, content, word.stance, (agent,) if agent else ())
    if agent is None or word.stance is Stance.BLAMES:
        return None
    if word.base in ("tell", "inform"):
        return Attribution(agent, cue, Span(agent.end, sentence.end), word.stance)
    return Attribution(agent, cue, Span(sentence.start, cue.start), word.stance)


def _citing(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    source = right_phrase(text, Span(cue.end, sentence.end), ends=_OBJECT_END)
    if source is None:
        return None
    content = Span(sentence.start, cue.start)
    return Attribution(source, cue, content, word.stance, relays=True)


_STATEMENT = re.compile(
    r"\b(?:released|issued|published|posted|made|circulated|put out|sent|"
    r"gave)\s[^.;,]{0,40}?(?:statement|"
    r"message|video|communiqu[eé]|post|declaration|recording)s?\b[^.;,]{0,40}$",
    re.IGNORECASE,
)


def _stating(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "the group released a statement saying ..." """
    statement = _STATEMENT.search(text[sentence.start : cue.start])
    if statement is None:
        return _participial(text, sentence, cue, word)
    source = left_phrase(text, Span(sentence.start, sentence.start + statement.start()))
    return Attribution(source, cue, Span(cue.end, sentence.end), word.stance) if source else None


_COMMA = re.compile(r",\s*(?:and\s+)?$")


def _participial(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "The minister closed the road, saying that ...": its subject speaks."""
    if word.base not in _PARTICIPLES or not _COMMA.search(text, sentence.start, cue.start):
        return None
    source = opening_phrase(text, Span(sentence.start, cue.start))
    return Attribution(source, cue, Span(cue.end, sentence.end), word.stance) if source else None


def _relayed(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "the paper quoted a witness as saying": the witness speaks, through the paper."""
    source = right_phrase(text, Span(cue.end, sentence.end), ends=_OBJECT_END)
    if source is None:
        return None
    via = left_phrase(text, Span(sentence.start, cue.start))
    content = Span(source.end, sentence.end)
    if _WHICH.search(text, sentence.start, cue.start) and not _SAYING.search(
        text, source.end, sentence.end
    ):
        return Attribution(source, cue, Span(sentence.start, cue.start), word.stance, relays=True)
    return Attribution(source, cue, content, word.stance, (via,) if via else ())


_WHICH = re.compile(r"\b(?:which|who)\s+(?:also\s+|in turn\s+)?$", re.IGNORECASE)
_SAYING = re.compile(r"\b(?:that|as saying|saying)\b", re.IGNORECASE)


def _active(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    source = left_phrase(text, Span(sentence.start, cue.start))
    if source is None or _inverts(text, sentence, cue, word, source):
        return _inverted(text, sentence, cue, word) or (
            _forward(text, sentence, cue, word, source) if source else None
        )
    return _forward(text, sentence, cue, word, source)


def _inverts(text: str, sentence: Span, cue: Span, word: Cue, source: Span) -> bool:
    """Whether what stands left of the cue is what is said: '..." said the monitor'."""
    left = text[sentence.start : cue.start].rstrip()
    closes = left.endswith((",", "”", '"', "”,", '",'))
    return closes and word.base in _SPEAKS_BACKWARDS and source.end < sentence.start + len(left) - 1


def _forward(text: str, sentence: Span, cue: Span, word: Cue, source: Span) -> Attribution:
    start, via = _told(text, sentence, cue, word)
    left = source.start - sentence.start > 12
    closed = (
        left
        and _CLOSED.search(text, max(sentence.start, source.start - 20), source.start) is not None
    )
    ends = _CITES_LAST.fullmatch if _CITES_LAST.match(text, start, sentence.end) else None
    trails = ends or _TRAILER.fullmatch
    if (left and trails(text, start, sentence.end)) or (
        closed and not _GOES_ON.match(text, start, sentence.end)
    ):
        return Attribution(source, cue, Span(sentence.start, source.start), word.stance, via)
    that = _THAT.match(text, start, sentence.end)
    return Attribution(
        source, cue, Span(that.end() if that else start, sentence.end), word.stance, via
    )


_CLOSED = re.compile(r"[\w.!?,…][\"”]\s*,?\s*$")
_CITES_LAST = re.compile(r"\s*,?\s*(?:citing|quoting)\s[^.;]{2,120}[.\s]*", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:that\b|:|[\"“])", re.IGNORECASE)


def _inverted(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    before = text[sentence.start : cue.start].rstrip()
    if word.base not in _SPEAKS_BACKWARDS or not before.endswith((",", "”", '"')):
        return None
    source = right_phrase(text, Span(cue.end, sentence.end))
    if source is None or cue.start - sentence.start < 12:
        return None
    return Attribution(source, cue, Span(sentence.start, cue.start), word.stance)


def _told(text: str, sentence: Span, cue: Span, word: Cue) -> tuple[int, tuple[Span, ...]]:
    """Where what is said can start, and the outlet that was told, if any."""
    if word.base not in ("tell", "inform") or not _TOLD.match(text, cue.end, sentence.end):
        return cue.end, ()
    audience = _AUDIENCE.match(text, cue.end, sentence.end)
    if audience:
        return audience.end(), ()
    told = leading_actor(text, Span(cue.end, sentence.end)) or right_phrase(
        text, Span(cue.end, sentence.end), ends=_OBJECT_END
    )
    return (told.end, (told,)) if told else (cue.end, ())


def _cut_at_next(text: str, found: list[Attribution]) -> list[Attribution]:
    """Ends a content where the next source starts after "but", "and", "while" or ";"."""
    cut = []
    for index, this in enumerate(found):
        later = [n for n in found[index + 1 :] if n.source.start > this.cue.end]
        start = next((n.source.start for n in later if _splits(text, this, n)), this.content.end)
        content = Span(this.content.start, max(this.content.start, min(start, this.content.end)))
        cut.append(replace(this, content=content))
    return cut


def _splits(text: str, this: Attribution, later: Attribution) -> bool:
    return (
        this.content.start < later.source.start
        and later.content.start >= later.cue.end
        and _SPLIT.search(text, this.cue.end, later.source.start) is not None
    )


def _relays_joined(text: str, found: list[Attribution]) -> list[Attribution]:
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
        if teller.content.end <= teller.cue.start:
            return replace(this, content=teller.content, via=(teller.source,))
        content = Span(min(teller.content.start, this.cue.start), this.cue.start)
        if not any(c.isalpha() for c in content.of(text)):  # "reported, citing the army, that"
            content = Span(this.source.end, max(this.source.end, teller.content.end))
        return replace(this, content=content, via=(teller.source,))
    if after and after[0].source.end <= this.cue.start:
        return replace(this, content=after[0].content, via=(after[0].source,))
    return this


_CARRIER = re.compile(
    r"\b(?:(?:statement|remarks|comments|interview|message|communiqu[eé]|video|post|declaration|"
    r"telephone call|phone call|letter)\s+(?:(?:that was|which was|was)\s+)?"
    r"(?:(?:carried|published|released|quoted|reported|broadcast|aired|run|distributed|cited|sent|"
    r"obtained|seen|relayed|printed|made|given|faxed|e-?mailed)\s+)?(?:by|to|with|on|in|through)|"
    r"(?:as|was|were) (?:quoted|cited|reported) by|"
    r"(?:quoted|cited|speaking|spoke|speaks) (?:by|to)|"
    r"in (?:an? )?(?:\w+ )?(?:interview|remarks|comments) (?:with|to|on))\s+",
    re.IGNORECASE,
)


def _carried(text: str, sentence: Span, found: list[Attribution]) -> list[Attribution]:
    """Adds who carried what was said: "in a statement carried by the agency"."""
    for match in _CARRIER.finditer(text, sentence.start, sentence.end):
        carrier = leading_actor(text, Span(match.end(), sentence.end))
        if carrier is None:
            continue
        for index, this in enumerate(found):
            if not this.via and not this.source.overlaps(carrier) and not this.relays:
                found[index] = replace(this, via=(carrier,))
                break
    return found


_NEXT = 3  # characters between a content and the sentence that goes on with it
_ONE_OF_THEM = re.compile(
    r"(?:the\s+(?:first|second|third|other|others|latter|former|rest)|one of (?:them|the)|both\s|"
    r"(?:all|some|two|three|most|none) of (?:them|the)|a (?:second|third)|another (?:one)?)\b",
    re.IGNORECASE,
)


def _going_on(
    text: str, sentence: Sentence, quotes: Sequence[Span], found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """A sentence wholly in quotation marks, or on "the first" of what was just told, goes on
    with the last speaker."""
    around = _overlapping(quotes, sentence.span)
    inside = any(q.start <= sentence.span.start and sentence.span.end <= q.end + 1 for q in around)
    follows = bool(found) and _ONE_OF_THEM.match(text, sentence.span.start, sentence.span.end)
    if follows and sentence.span.start - found[-1].content.end <= _NEXT:
        inside = True
    if inside and found and sentence.span.start - found[-1].cue.end < 600:
        last = found[-1]
        yield Attribution(last.source, last.cue, sentence.span, last.stance, last.via)
