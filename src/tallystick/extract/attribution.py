"""Who says what: source, cue and content, in the manner of PolNeAR (Newell et al. 2018).

Each sentence is searched for cues ("said", "according to", "denied", "quoted"); the source
is the noun phrase beside the cue, the content the rest of the sentence on the other side.
Attributions nest: in "the paper cited a source who said ...", the source speaks through the
paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tallystick.extract.nounphrase import leading_actor, left_phrase, right_phrase
from tallystick.extract.sentences import Sentence, quoted, split_sentences, tokenize
from tallystick.model.document import SegmentKind, Span
from tallystick.model.statement import Stance
from tallystick.vocab.lexicon import Cue, Form, cues
from tallystick.vocab.matching import Hit

_BE = re.compile(
    r"\b(?:was|were|is|are|be|been|being|have been|has been)(?:\s+\w+ly)?\s*$", re.IGNORECASE
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
        *("vow", "quote"),
    )
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


def find_attributions(text: str, sentences: Sequence[Sentence] | None = None) -> list[Attribution]:
    """The attributions of a text (or of its given sentences), in order of their cues."""
    whole = sentences if sentences is not None else _all_sentences(text)
    quotes = quoted(text, _paragraphs(whole))
    found: list[Attribution] = []
    for sentence in whole:
        own = list(_in_sentence(text, sentence, quotes))
        found += _cut_at_next(text, own) if own else _going_on(sentence, quotes, found)
    return found


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
    for hit in cues().find(words):
        cue = Span(sentence.span.start + hit.span.start, sentence.span.start + hit.span.end)
        if any(q.start < cue.start and cue.end < q.end for q in quotes):
            continue  # the cue is itself quoted
        attribution = _by_cue(text, sentence.span, Hit(cue, hit.item)) or _shared(
            text, sentence.span, Hit(cue, hit.item), last
        )
        if attribution is not None and len(attribution.content.of(text).split()) > 1:
            last = attribution
            yield attribution


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
    return Attribution(agent, cue, Span(sentence.start, cue.start), word.stance)


def _citing(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    source = right_phrase(text, Span(cue.end, sentence.end), ends=_OBJECT_END)
    if source is None:
        return None
    return Attribution(source, cue, Span(sentence.start, cue.start), word.stance)


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
        return None
    source = left_phrase(text, Span(sentence.start, sentence.start + statement.start()))
    return Attribution(source, cue, Span(cue.end, sentence.end), word.stance) if source else None


def _relayed(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "the paper quoted a witness as saying": the witness speaks, through the paper."""
    source = right_phrase(text, Span(cue.end, sentence.end), ends=_OBJECT_END)
    if source is None:
        return None
    via = left_phrase(text, Span(sentence.start, cue.start))
    content = Span(source.end, sentence.end)
    return Attribution(source, cue, content, word.stance, (via,) if via else ())


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
    if _TRAILER.fullmatch(text, start, sentence.end) and source.start - sentence.start > 12:
        return Attribution(source, cue, Span(sentence.start, source.start), word.stance, via)
    that = _THAT.match(text, start)
    return Attribution(
        source, cue, Span(that.end() if that else start, sentence.end), word.stance, via
    )


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
    if word.base not in ("tell", "inform") or not _TOLD.match(text, cue.end):
        return cue.end, ()
    audience = _AUDIENCE.match(text, cue.end)
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


def _going_on(
    sentence: Sentence, quotes: Sequence[Span], found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """A sentence wholly in quotation marks goes on with the last speaker."""
    inside = any(q.start <= sentence.span.start and sentence.span.end <= q.end + 1 for q in quotes)
    if inside and found and sentence.span.start - found[-1].cue.end < 600:
        last = found[-1]
        yield Attribution(last.source, last.cue, sentence.span, last.stance, last.via)
