"""Who says what, by the network's tags and the rules together.

The network tags sources, cues and contents (as PolNeAR does: Newell et al. 2018); here they are
put together. Where a rule found the same attribution, its stance and its go-betweens stay and
its ends are the network's; what the network holds unlikely goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tallystick.extract.annotate import Annotations
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.quotation.cue_words import is_withheld
from tallystick.extract.trained.network.inventory import CONTENT, CUE, SOURCE
from tallystick.extract.trained.network.scores import Scores
from tallystick.model.document import Span, Stretches
from tallystick.model.statement import Stance
from tallystick.vocab.lexicon import cues

_SURE = 0.7  # of a source and of what it says, in the mean over their pieces
_UNLIKELY = 0.15  # a rule's attribution whose content the network tags less than this
_HARDLY = 0.5  # of a rule's source: the network's own for the same cue stands in its place
_BESIDE = 60  # characters between a source and its cue
_REACH = 90  # between them and what is said


@dataclass(frozen=True, slots=True)
class _Teller:
    """A source with the words that make it speak."""

    source: Span
    cue: Span

    @property
    def span(self) -> Span:
        start = min(self.source.start, self.cue.start)
        return Span(start, max(self.source.end, self.cue.end))


def refined(notes: Annotations, scores: Scores) -> Annotations:
    """The document's annotations with its attributions weighed."""
    speaking = list(_tellers(notes.text, scores))
    tellers = Stretches((t.cue, t) for t in speaking)
    told = list(_told(notes, scores, speaking))
    contents = Stretches((t.content, t) for t in told)
    kept = [
        _named(notes.text, a, tellers, unlikely=scores.on(SOURCE, a.source) < _HARDLY)
        for a in notes.attributions
    ]
    kept = [a for a in kept if _likely(a, scores, contents)]
    known = Stretches((a.content, a) for a in kept)
    fresh = [t for t in told if not _is_told(t.content, known)]
    found = sorted([*kept, *fresh], key=lambda a: a.cue)
    return replace(notes, attributions=tuple(found))


def _named(
    text: str, told: Attribution, tellers: Stretches[_Teller], *, unlikely: bool
) -> Attribution:
    """A rule's attribution with the network's source for its cue, where the rule took in what
    stands before that source, cut off its head, or holds for one what the network surely does
    not: "In northern Velm **the agency** said", "... the men who hold **Orun** the army said"."""
    near = next((t.source for _, t in tellers.touching(told.cue)), None)
    if near is None or told.relays or near in (told.source, *told.via) or not _is_word(text, near):
        return told
    if near.end == told.source.end:
        head = Span(*sorted((near.start, told.source.start)))
        better = _parts(text, head, cut=near.start > told.source.start)
    else:
        named = _PRONOUN.match(text, told.source.start, told.source.end) is None
        better = unlikely and named and max(near.end, told.source.end) <= told.cue.start
    return replace(told, source=near, content=_up_to(told, near)) if better else told


def _up_to(told: Attribution, source: Span) -> Span:
    """What is said, where the words up to a source belong to it."""
    if told.content.end <= told.source.start < source.start:
        return Span(told.content.start, source.start)
    return told.content


def _is_word(text: str, span: Span) -> bool:
    return sum(c.isalpha() for c in span.of(text)) > 2


def _parts(text: str, head: Span, *, cut: bool) -> bool:
    """Whether words before a source are none of it (``cut``), or are the head of it."""
    words = head.of(text)
    leads = _LEADS.fullmatch(words) is not None
    if not cut:  # "data compiled by | the council": the council speaks
        dated = any(c.isdigit() for c in words)
        return not (leads or dated or _MADE_BY.search(words))
    whole = _WITH_ARTICLE.match(text, head.end) or len(_WITH_ARTICLE.sub("", words).split()) > 1
    return leads or (bool(whole) and _OPEN.search(words) is None)


_WITH_ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:moreover|meanwhile|later|earlier|also|however|then|recently|separately|now|today|"
    r"yesterday|still|instead|and|but)[\s,]+",
    re.IGNORECASE,
)
_MADE_BY = re.compile(r"\b(?:by|from)\s+(?:(?:the|an?)\s+)?$", re.IGNORECASE)
_OPEN = re.compile(  # "the U.S. | state department"
    r"(?:\b(?:by|of|from|in|with|at|for|to|near|as|on|the|an?)|\.)\s+$", re.IGNORECASE
)
_PRONOUN = re.compile(r"(?:I|we|it|he|she|they)$", re.IGNORECASE)


def _told(
    notes: Annotations, scores: Scores, tellers_found: Sequence[_Teller]
) -> Iterator[Attribution]:
    """What the network's tags give, put together by nearness."""
    tellers = Stretches((t.span, t) for t in tellers_found)
    for content in (f.span for f in scores.stretches(CONTENT) if f.probability >= _SURE):
        near = [t for _, t in tellers.touching(_around(content, _REACH))]
        near = [t for t in near if not _told_apart(notes.text, content, t.span)]
        near = [t for t in near if not _begun_anew(notes.text, content, t.span)]
        near = [t for t in near if not _has_its_own(notes.text, content, t)]
        teller = min(near, key=lambda t: _gap(t.span, content), default=None)
        if teller is not None and not content.contains(teller.span):
            stance = _stance(teller.cue.of(notes.text))
            yield Attribution(teller.source, teller.cue, content, stance)


def _told_apart(text: str, content: Span, teller: Span) -> bool:
    """Whether a teller opens the next sentence: what is said before it is no word of its, unless a
    quotation closes there."""
    return _ENDS.fullmatch(text, content.end, teller.start) is not None


def _begun_anew(text: str, content: Span, teller: Span) -> bool:
    """Whether what is said stands in the paragraph after its teller, and is no quotation: the next
    entry of a log is nobody's words."""
    between = text[teller.end : content.start]
    return "\n\n" in between and not _QUOTED.search(between + text[content.start])


_QUOTED = re.compile(r"[\"“‘]|:\s+\S$")


def _has_its_own(text: str, content: Span, teller: _Teller) -> bool:
    """ "A blast wrecks a bus, **both sides deny** laying a mine": what somebody denies, claims or
    lays on others follows the word for it; the clause before is none of its."""
    behind = content.end <= teller.source.start and teller.source.end <= teller.cue.start
    said = _stance(teller.cue.of(text))
    marked = said in (Stance.DENIES, Stance.BLAMES, Stance.CLAIMS)
    return behind and marked and _OBJECT.match(text, teller.cue.end) is not None


_OBJECT = re.compile(r"\s+(?!(?:on|in|late|early|last|yesterday|today|at|by)\b)[\w\"“]")
_ENDS = re.compile(r"(?<![\"”’'])[.!?]\s+[^.!?\"“”]*")


def _tellers(text: str, scores: Scores) -> Iterator[_Teller]:
    cues_found = Stretches((f.span, f.span) for f in scores.stretches(CUE))
    for found in (f.span for f in scores.stretches(SOURCE) if f.probability >= _SURE):
        source = _bare(text, found)
        near = [c for c, _ in cues_found.touching(_around(source, _BESIDE))]
        cue = min(near, key=lambda c: _gap(source, c), default=None)
        if cue is not None and not source.overlaps(cue) and not is_withheld(text, cue):
            yield _Teller(source, cue)


def _bare(text: str, source: Span) -> Span:
    """A source without the minutes of a log's entry, a mark before it, an adverb after it:
    "14.20 | **The army** meanwhile said"; with its noun where an article alone is tagged."""
    before = _TIME.match(text, max(0, source.start - 3), source.end)
    before = before or _MARK.match(text, source.start, source.end)
    start = before.end() if before else source.start
    after = _ADVERB.search(text, start, source.end)
    end = after.start() if after else source.end
    if _ARTICLE.fullmatch(text, start, end) and (noun := _ITS_NOUN.match(text, end)) is not None:
        end = noun.end()
    return Span(start, end)


_TIME = re.compile(r"\s?\d{1,2}[.:]\d\d[\s|]+(?=\w)")
_ARTICLE = re.compile(r"(?:the|an?)\s*", re.IGNORECASE)
_ITS_NOUN = re.compile(r"\s*\w+")
_MARK = re.compile(r"[|;,:\s–—-]+(?=\w)")
_ADVERB = re.compile(r"\s+(?:meanwhile|first|later|also|then|however|earlier)$", re.IGNORECASE)


def _around(span: Span, reach: int) -> Span:
    """What shares a character with this has no more than ``reach`` between it and the span."""
    return Span(max(0, span.start - reach - 1), span.end + reach + 1)


def _gap(first: Span, second: Span) -> int:
    """Characters between two spans; 0 where they touch."""
    return max(0, second.start - first.end, first.start - second.end)


def _stance(cue: str) -> Stance:
    """That of the lexicon's word for it; plain telling where it has none."""
    hits = cues().find(cue)
    return hits[0].item.stance if hits else Stance.REPORTS


def _likely(attribution: Attribution, scores: Scores, told: Stretches[Attribution]) -> bool:
    if _is_told(attribution.content, told):
        return True
    return scores.on(SOURCE, attribution.source) >= _UNLIKELY


def _is_told(content: Span, told: Stretches[Attribution]) -> bool:
    """Whether an attribution has more than half of the same content, or of the shorter one."""
    return any(_mostly(other, content) for other, _ in told.touching(content))


def _mostly(first: Span, second: Span) -> bool:
    """Whether two stretches share more than half of the shorter one."""
    shorter = min(first.end - first.start, second.end - second.start)
    return _shared(first, second) > shorter / 2


def _shared(first: Span, second: Span) -> int:
    return max(0, min(first.end, second.end) - max(first.start, second.start))
