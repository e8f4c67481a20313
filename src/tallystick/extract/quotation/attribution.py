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
from dataclasses import replace

from tallystick.extract.grammar.closing_phrase import closing_phrase
from tallystick.extract.grammar.nounphrase import (
    has_verb,
    is_clause,
    leading_actor,
    left_phrase,
    opening_phrase,
    right_phrase,
    without_verb,
)
from tallystick.extract.grammar.sentences import Sentence, quoted
from tallystick.extract.quotation.attributed import (
    QUOTE_REACH,
    Attribution,
    carried,
    cut_at_next,
    going_on,
    headed,
    is_denied,
    overlapping,
    relays_joined,
    says_something,
    widened,
)
from tallystick.extract.quotation.cue_words import cue_hits, is_held_to_be, nobody, one_told
from tallystick.extract.quotation.hours import after_hour
from tallystick.extract.quotation.looking_back import parted
from tallystick.extract.quotation.posts import by, signed
from tallystick.extract.quotation.relaying import (
    BY,
    OBJECT_END,
    citing,
    relayed,
    subject_apart,
    was_quoted,
)
from tallystick.extract.quotation.stretches import all_sentences, paragraphs
from tallystick.extract.quotation.trailing import named_after
from tallystick.model.document import Span
from tallystick.model.statement import Stance
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import Cue, Form
from tallystick.vocab.matching import Hit
from tallystick.vocab.pattern import Pattern

__all__ = ["Attribution", "find_attributions"]

_BE = caseless(
    r"\b(?:was|were|is|are|be|been|being)"
    r"(?:\s+(?:\w+ly|also|later|earlier|first|then|since|already|again|never|not))?\s*$"
)
_OF = Pattern(r"\s+(?:of|in)\b", re.IGNORECASE)
_CLAIM_BY = Pattern(
    r"\s+(?:of responsibility\s+)?(?:for [^.,;]{3,80}\s)?(?:was\s+|were\s+)?(?:also\s+)?"
    r"(?:made\s+)?(?:by|from)\s+",
    re.IGNORECASE,
)
_NOT_CUE = Pattern(r"(?:\b(?:to|not|cannot|no)|n['’]?t)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_THAT = Pattern(r"\s*,?\s*that\b", re.IGNORECASE)
_TOLD = Pattern(r"\s+(?=[A-Z\"“]|the\b|a\b|state\b|local\b|reporters\b|journalists\b)")
_AUDIENCE = Pattern(
    r"\s*(?:reporters|journalists|a (?:news|press) (?:conference|briefing))\b", re.IGNORECASE
)
_TRAILER = Pattern(
    r"(?:\s|,|\.|\"|”|\b(?:on|in|at|late|early|earlier|later|a|an|the|his|her|its|their|statement|"
    r"interview|today|yesterday|telegram|twitter|x|formerly|facebook|online|website|post|posted|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|evening|night|afternoon|without|giving|"
    r"further|details|elaborating|by|telephone|phone|to|reporters|journalists|news|conference|"
    r"channel|this|last|week|month|year|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|\d+)\b)*",
    re.IGNORECASE,
)
_SPEAKS_BACKWARDS = frozenset(
    ["say", "add", "report", "explain", "note", "write", "tweet", "state", "claim"]
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
_WITH_CLAUSE = frozenset(
    ["find", "show", "rule", "learn", "hear", "know", "calculate", "think", "respond", "counter"]
)
_BY_WHOM = frozenset(["confirm", "verify", "announce", "report", "document", "post"])
_PARTICIPLES = frozenset(
    ["say", "add", "insist", "argue", "note", "claim", "explain", "warn", "stress", "state"]
)
_SHARED = Pattern(r"(?:,|\b(?:and|but)(?:\s+(?:also|later|then|instead))?)\s*$", re.IGNORECASE)
_ONLY_SHARED = Pattern(r"\b(?:and|but)\s+(?:(?:also|later|then|has|have)\s+)*$", re.IGNORECASE)
_FINITE = Pattern(
    r"(?:\s+beyond\s+(?:\w+\s+){0,2}doubt)?,?\s+(?:that|it|they|he|she|we|to have)\b", re.I
)


def find_attributions(text: str, sentences: Sequence[Sentence] | None = None) -> list[Attribution]:
    """The attributions of a text (or of its given sentences), in order of their cues.

    What is said reaches over its whole quotation; one that goes on after it is its speaker's.
    """
    whole = sentences if sentences is not None else all_sentences(text)
    quotes = quoted(text, paragraphs(whole))
    own = [_read(text, sentence, quotes) for sentence in whole]
    said = [a.content for found in own for a in found]
    found: list[Attribution] = []
    for sentence, told in zip(whole, own, strict=True):
        if told:
            found += told
        elif not any(c.contains(sentence.span) for c in _near(said, sentence.span)):
            found += going_on(text, sentence, quotes, found)
    return found


_MOST = 60  # cues in a sentence: one with more is none


def _near(contents: Sequence[Span], span: Span) -> Iterator[Span]:
    first = bisect_left(contents, span.start - QUOTE_REACH, key=lambda c: c.start)
    for content in contents[max(0, first - 4) :]:
        if content.start > span.end + QUOTE_REACH:
            return
        yield content


def _read(text: str, sentence: Sentence, quotes: Sequence[Span]) -> list[Attribution]:
    """The attributions of one sentence, cut at each other, chained, and widened to quotations."""
    sentence = replace(sentence, span=after_hour(text, sentence.span))
    if (post := signed(text, sentence.span)) is not None:
        parts = [_read(text, replace(sentence, span=p), quotes) for p in (post.words, post.rest)]
        return [*(by(post, a) for a in parts[0] or [post.told]), *parts[1]]
    found = cut_at_next(text, parted(text, list(_in_sentence(text, sentence, quotes))))
    chained = carried(text, sentence.span, relays_joined(text, found))
    if not found and (title := headed(text, sentence.span)) is not None:
        return [title]
    near = overlapping(quotes, sentence.span) if chained else ()
    return [widened(a, near) for a in chained]


def _in_sentence(text: str, sentence: Sentence, quotes: Sequence[Span]) -> Iterator[Attribution]:
    last: Attribution | None = None
    words = text[sentence.span.start : sentence.span.end]
    for hit in cue_hits(words)[:_MOST]:
        cue = Span(sentence.span.start + hit.span.start, sentence.span.start + hit.span.end)
        if _is_quoted(quotes, cue):
            continue  # the cue is itself quoted
        if _qualifies(text, sentence.span, cue, hit.item):
            continue  # "an informed source", "the alleged attack"
        if last is not None and _names_source(text, last, cue):
            continue  # "cited state media reports that": no speaker of its own
        here = Hit(cue, hit.item)
        attribution = (
            _adding(text, sentence.span, here, last)
            or _by_cue(text, sentence.span, here)
            or _shared(text, sentence.span, here, last)
        )
        claims = hit.item.stance is Stance.CLAIMS
        if attribution is None or nobody(text, attribution.source, claims=claims):
            continue
        if attribution.relays or says_something(text, attribution.content):
            last = last if is_denied(text, last, attribution) else attribution
            yield attribution


def _is_quoted(quotes: Sequence[Span], cue: Span) -> bool:
    before = bisect_left(quotes, cue.start, key=lambda q: q.start) - 1
    return before >= 0 and cue.end < quotes[before].end


_DETERMINER = caseless(
    r"\b(?:an?|the|its|their|his|her|this|these|any|some|of|in|by|from|against|during)\s+$"
)


def _qualifies(text: str, sentence: Span, cue: Span, word: Cue) -> bool:
    if word.base == "claim" and _LIVES.match(text, cue.end):
        return True
    if cue.of(text) == "Said" and _IN_NAME.search(text, sentence.start, cue.start):
        return True  # "Port Said"
    if _TRADED.search(text, max(sentence.start, cue.start - 20), cue.start):
        return True  # "The army and rebels traded blame": nobody is quoted
    participle = word.form in (Form.PAST, Form.PARTICIPLE, Form.ING) and " " not in word.base
    return (
        participle
        and _DETERMINER.search(text, max(sentence.start, cue.start - 20), cue.start) is not None
    )


_TRADED = Pattern(r"\b(?:trad|swapp?|exchang)(?:e[sd]?|ing)\s+(?:\w+\s+)?$", re.IGNORECASE)
_IN_NAME = Pattern(r"\b[A-Z][\w’'-]+\s$")
_LIVES = Pattern(r"\s+(?:(?!that\b)[\w,.-]+\s+){1,4}?(?:lives|life|victims?)\b", re.IGNORECASE)


def _names_source(text: str, last: Attribution, cue: Span) -> bool:
    """Whether "reports" and the like only say what is cited or denied: "denied reports that"."""
    noun = cue.of(text).lower() in _REPORTS and not _CLAIM_BY.match(text, cue.end)
    if noun and _ITS_OBJECT.fullmatch(text, last.cue.end, cue.start):
        return True
    ends = last.source.end <= cue.start and not text[last.source.end : cue.start].strip()
    return ends and last.cue.end <= last.source.start and cue.of(text).lower() in _REPORTS


_ITS_OBJECT = Pattern(
    r"\s+(?:(?:the|these|those|such|media|local|news|earlier)\s+)*", re.IGNORECASE
)
_REPORTS = frozenset(
    ("report", "reports", "claim", "claims", "statement", "account", "allegation", "allegations")
)


def _by_cue(text: str, sentence: Span, hit: Hit[Cue]) -> Attribution | None:
    cue, word = hit.span, hit.item
    if word.form is Form.PHRASE:
        return _according(text, sentence, cue, word)
    if word.form is Form.NOUN:
        return _noun(text, sentence, cue, word)
    if word.stance is Stance.BLAMES and _OF.match(text, cue.end):
        return None  # "men accused of the raid"
    if word.form in (Form.PAST, Form.PARTICIPLE) and _BE.search(text, sentence.start, cue.start):
        return _passive(text, sentence, cue, word)
    if is_held_to_be(text, cue, word):
        return None
    if word.form is Form.ING:
        return (citing if word.relay else _stating)(text, sentence, cue, word)
    if word.base in _WITH_CLAUSE and not _FINITE.match(text, cue.end):
        return None
    if word.form in (Form.BASE, Form.THIRD) and word.base in _ALSO_NOUNS:
        return _active(text, sentence, cue, word) if _is_verb(text, sentence, cue) else None
    if word.form is Form.BASE and _NOT_CUE.search(text, sentence.start, cue.start):
        return None
    if word.relay:
        return relayed(text, sentence, cue, word)
    found = _active(text, sentence, cue, word)
    if found is not None and word.base in _BY_WHOM and BY.match(text, cue.end):
        return _passive(text, sentence, cue, word) or found  # "jets confirmed by the army as"
    return found


def _is_verb(text: str, sentence: Span, cue: Span) -> bool:
    """Whether a word that may be a noun speaks: "reports that ...", "... the monitor reports."."""
    ends = cue.of(text).lower().endswith("s") and not text[cue.end : sentence.end].strip(" .\n")
    ends = ends and not _DETERMINER.search(text, max(sentence.start, cue.start - 20), cue.start)
    says = ends or _FINITE.match(text, cue.end) is not None
    return says and not one_told(text, sentence, cue)


def _shared(
    text: str, sentence: Span, hit: Hit[Cue], last: Attribution | None
) -> Attribution | None:
    """A further cue of the same source: "..., blaming rebels", "and denied that ..."."""
    if last is None and _ONLY_SHARED.search(text, sentence.start, hit.span.start):
        return _of_subject(text, sentence, hit)
    if last is None or hit.item.relay or last.cue.end > hit.span.start:
        return None
    if not _SHARED.search(text, last.cue.end, hit.span.start):
        return None
    return _also(last, sentence, hit)


def _also(last: Attribution, sentence: Span, hit: Hit[Cue]) -> Attribution:
    content = Span(hit.span.end, sentence.end)
    return Attribution(last.source, hit.span, content, hit.item.stance, last.via)


def _adding(
    text: str, sentence: Span, hit: Hit[Cue], last: Attribution | None
) -> Attribution | None:
    """ "told the agency(,) | adding that ...", "said(,) | blaming rebels": whoever just spoke."""
    if last is None or last.relays or hit.item.form is not Form.ING:
        return None
    if last.cue.end > hit.span.start:
        return None
    if hit.item.stance is not Stance.BLAMES and not (
        hit.item.base in _PARTICIPLES and _THAT.match(text, hit.span.end)
    ):
        return None
    between = text[last.cue.end : hit.span.start]
    if _STATEMENT.search(between) or _WITH.search(between):
        return None
    return _also(last, sentence, hit)


def _of_subject(text: str, sentence: Span, hit: Hit[Cue]) -> Attribution | None:
    """ "The rebels left the town and said ...": the subject of the sentence speaks."""
    subject = opening_phrase(text, Span(sentence.start, hit.span.start))
    if subject is None or hit.item.form is not Form.PAST or hit.item.relay:
        return None
    content = Span(hit.span.end, sentence.end)
    return Attribution(subject, hit.span, content, hit.item.stance)


def _according(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    source = right_phrase(text, Span(cue.end, sentence.end))
    if source is None:
        return None
    source = without_verb(text, source)
    before = Span(sentence.start, cue.start)
    subject = bool(before.of(text).strip()) and not has_verb(before.of(text))
    if subject and _PREDICATE.match(text, source.end, sentence.end):
        return Attribution(source, cue, sentence, word.stance)  # "The raid, according to X, killed"
    if len(before.of(text).split()) > 2:
        told = _SAID_LAST.search(text, sentence.start, cue.start) is not None
        return Attribution(source, cue, before, word.stance, relays=told)
    return Attribution(source, cue, Span(source.end, sentence.end), word.stance)


_SAID_LAST = Pattern(r"\b(?:said|says|reported|reports|wrote|added|announced)\s*,?\s*$")
_PREDICATE = Pattern(
    r"\s*,?\s+(?:(?:also|had|has|have|\w+ly)\s+)?(?:[a-z]{2,}ed|left|hit|struck|took|was|were|came|"
    r"began|went|fell|broke|burnt|shot|blew|set|cost)\b"
)


def _noun(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "claims by the group that ...", "the militia's claim that ..." """
    by = _CLAIM_BY.match(text, cue.end)
    if by is None or by.end() >= sentence.end:
        return _active(text, sentence, cue, word) if _is_verb(text, sentence, cue) else None
    source = right_phrase(text, Span(by.end(), sentence.end))
    if source is None:
        return None
    content = Span(source.end, sentence.end)
    if len(content.of(text).split()) < 3:  # "the claim was made by the group."
        content = Span(sentence.start, source.start)
    return Attribution(source, cue, content, word.stance)


def _passive(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "was claimed by the group", "was quoted by the agency as saying" """
    if word.relay:
        return was_quoted(text, sentence, cue, word)
    by = BY.match(text, cue.end)
    agent = right_phrase(text, Span(by.end(), sentence.end)) if by else None
    if agent is None or word.stance is Stance.BLAMES:
        return None
    if word.base in ("tell", "inform"):
        return Attribution(agent, cue, Span(agent.end, sentence.end), word.stance)
    return Attribution(agent, cue, Span(sentence.start, cue.start), word.stance)


_STATEMENT = Pattern(
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


_WITH = Pattern(r"\bwith\s+(?!.*\bwith\s)(?=(?:[^\s,]+\s+){1,8}$)", re.IGNORECASE)
_COMMA = Pattern(r",\s*(?:and\s+)?$")


def _participial(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "The minister closed the road, saying that ...": its subject speaks."""
    if word.base in _PARTICIPLES and (told := _WITH.search(text[sentence.start : cue.start])):
        source = closing_phrase(text, Span(sentence.start + told.end(), cue.start), governed=True)
        content = Span(cue.end, sentence.end)
        return Attribution(source, cue, content, word.stance) if source else None
    if word.base not in _PARTICIPLES or not _COMMA.search(text, sentence.start, cue.start):
        return None
    source = opening_phrase(text, Span(sentence.start, cue.start))
    return Attribution(source, cue, Span(cue.end, sentence.end), word.stance) if source else None


def _active(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    if (after := named_after(text, sentence, cue, word)) is not None:
        return after
    if (parted_by := subject_apart(text, sentence, cue)) is not None:
        found = _forward(text, sentence, cue, word, parted_by.subject)
        return replace(found, via=(*found.via, *parted_by.via))
    closes = _closes(text, sentence, cue, word)
    source = left_phrase(text, Span(sentence.start, cue.start), closes=closes)
    if source is not None and is_clause(source.of(text)):
        source = None  # "Ten people died, said two residents"
    if source is None or _inverts(text, sentence, cue, word, source):
        return _inverted(text, sentence, cue, word) or (
            _forward(text, sentence, cue, word, source) if source else None
        )
    return _forward(text, sentence, cue, word, source)


def _closes(text: str, sentence: Span, cue: Span, word: Cue) -> bool:
    """Whether nothing that is said follows a cue: "... said on Monday in a statement."."""
    start, _ = _told(text, sentence, cue, word)
    return _ENDING.fullmatch(text, start, sentence.end) is not None


_ENDING = Pattern(
    rf"{_TRAILER.words}(?:"
    r"(?:adding|blaming|accusing|describing|updating|noting|stressing|calling|citing|quoting|and|but|while)\b[^;]*|"
    r"(?:using|referring|putting|speaking|on condition of|in an? [\w ]{0,20}?(?:statement|toll|"
    r"interview|speech|telegram|message|video|report|study|letter|briefing|post|broadcast|account|"
    r"testimony|bulletin|dispatch|note|news conference)|"
    r"according to|from|via|by telephone|during|at a)\b"
    r"(?:(?!\b(?:that|it|they|its|their|had|has|have|was|were|is|are|will|would)\b)[^.;])*)?[.\s]*",
    re.IGNORECASE,
)


def _inverts(text: str, sentence: Span, cue: Span, word: Cue, source: Span) -> bool:
    """Whether what stands left of the cue is what is said: '..." said the monitor'."""
    left = text[sentence.start : cue.start].rstrip()
    closes = left.endswith((",", "”", '"', "”,", '",'))
    if _INSERTED.fullmatch(text, source.end, sentence.start + len(left)):
        return False  # "The army, however, said ..."
    subject = not has_verb(text[sentence.start : source.start])
    if subject and _EXPLAINED.fullmatch(text, source.end, sentence.start + len(left)):
        return False  # "Ann Reed, a spokeswoman for the group, said its men ..."
    if _ends_quotation(source.of(text)):
        return word.base in _SPEAKS_BACKWARDS  # '"We saw ten bodies," said the nurse, who ...'
    return closes and word.base in _SPEAKS_BACKWARDS and source.end < sentence.start + len(left) - 1


def _ends_quotation(words: str) -> bool:
    """Whether words close a quotation that they did not open, and one of more than a name."""
    unopened = words.count("”") > words.count("“") or words.count('"') % 2 > 0
    return unopened and (len(words.split()) > _NAME_WORDS or words[-2:-1] in ",.!?")


_NAME_WORDS = 3
_INSERTED = Pattern(
    r",\s+(?:however|meanwhile|in turn|too|though|for (?:its|their|his|her) part),", re.IGNORECASE
)
_EXPLAINED = Pattern(
    r",\s+(?:(?i:an?|the|its|their|his|her|which|who|\w+[’']s|"
    r"(?:\w+ly\s+)?(?:linked|allied|aligned|affiliated|loyal|close|tied|backed|led|based|known))\s[^\"“”]{3,120}|(?:[A-ZÀ-Þ][\w’'.-]+\s?){1,5}),"
)


def _forward(text: str, sentence: Span, cue: Span, word: Cue, source: Span) -> Attribution:
    start, via = _told(text, sentence, cue, word)
    left = source.start - sentence.start > 12
    closed = (
        left
        and _CLOSED.search(text, max(sentence.start, source.start - 20), source.start) is not None
    )
    cites = _CITES_LAST.match(text, start, sentence.end)
    trails = (_CITES_LAST if cites else _ENDING).fullmatch
    if (left and trails(text, start, sentence.end)) or (
        closed and not _GOES_ON.match(text, start, sentence.end)
    ):
        return Attribution(source, cue, Span(sentence.start, source.start), word.stance, via)
    that = _THAT.match(text, start, sentence.end)
    return Attribution(
        source, cue, Span(that.end() if that else start, sentence.end), word.stance, via
    )


_CLOSED = Pattern(r"[\w.!?,…][\"”]\s*,?\s*$")
_CITES_LAST = Pattern(r"\s*,?\s*(?:citing|quoting)\s[^.;]{2,120}[.\s]*", re.IGNORECASE)
_GOES_ON = Pattern(r"\s*(?:that\b|:|[\"“])", re.IGNORECASE)


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
        text, Span(cue.end, sentence.end), ends=OBJECT_END
    )
    return (told.end, (told,)) if told else (cue.end, ())
