"""Who passes on what another says: "quoted a witness", "was quoted as saying by the paper"."""

from __future__ import annotations

import re
from typing import NamedTuple

from tallystick.extract.grammar.nounphrase import has_verb, leading_actor, left_phrase, right_phrase
from tallystick.extract.quotation.attributed import Attribution
from tallystick.model.document import Span
from tallystick.vocab.lexicon import Cue
from tallystick.vocab.pattern import Pattern

BY = Pattern(r"\s*(?:\w+ly\s+)?by\s+", re.IGNORECASE)
OBJECT_END = Pattern(
    r"\s*(?:,|\.|;|:|\bas \w+ing\b|\bthat\b|\bon (?:Mon|"
    r"Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bin (?:a|an)\b|\btaking\b|\badding\b|"
    r"\bclaiming\b|\bsaying\b|\bsaid\b|\bwho\b|\bby (?:tele)?phone\b|\breports? that\b|"
    r"\breports\b)",
    re.IGNORECASE,
)


def citing(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "the paper reported, citing a witness": what stands before; "as putting it at six": that."""
    source = right_phrase(text, Span(cue.end, sentence.end), ends=OBJECT_END)
    if source is None:
        return None
    content = Span(sentence.start, cue.start)
    if (what := _AS_DOING.match(text, source.end, sentence.end)) is not None:
        content = Span(what.end(), sentence.end)
    return Attribution(source, cue, content, word.stance, relays=True)


def relayed(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "the paper quoted a witness as saying": the witness speaks, through the paper."""
    source = right_phrase(text, Span(cue.end, sentence.end), ends=OBJECT_END)
    if source is None:
        return None
    via = left_phrase(text, Span(sentence.start, cue.start))
    content = Span(source.end, sentence.end)
    if _WHICH.search(text, sentence.start, cue.start) and not _SAYING.search(
        text, source.end, sentence.end
    ):
        return Attribution(source, cue, Span(sentence.start, cue.start), word.stance, relays=True)
    return Attribution(source, cue, content, word.stance, (via,) if via else ())


_WHICH = Pattern(r"\b(?:which|who)\s+(?:also\s+|in turn\s+)?$", re.IGNORECASE)
_SAYING = Pattern(r"\b(?:that|as saying|saying)\b", re.IGNORECASE)
_AS_DOING = Pattern(r"\s*,?\s+as \w+ing\b(?=\s+\S+\s+\S)")
_QUOTED_BY = Pattern(
    r"(?:\s+as \w+ing)?(?:\s+(?:late |early )?(?:on \w+day|yesterday|today|earlier|later))?"
    r"\s+(?:\w+ly\s+)?by\s+",
    re.IGNORECASE,
)
_NOTHING_ELSE = Pattern(
    r"(?:\s+as \w+ing)?(?:[\s,]+(?:late|early|on \w+day|yesterday|today|earlier|later))*[\s.,\"”]*"
)
_CLAUSE = 12  # characters before a source that can be what it says


def was_quoted(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "X was quoted (as saying) by the paper": X speaks, through the paper."""
    by = _QUOTED_BY.match(text, cue.end, sentence.end)
    agent = right_phrase(text, Span(by.end(), sentence.end)) if by else None
    after = Span(agent.end if agent else cue.end, sentence.end)
    closes = _NOTHING_ELSE.fullmatch(text, after.start, after.end) is not None
    source = left_phrase(text, Span(sentence.start, cue.start), closes=closes)
    if source is None:
        return None
    before = Span(sentence.start, source.start)
    content = before if closes and before.end - before.start > _CLAUSE else after
    return Attribution(source, cue, content, word.stance, (agent,) if agent else ())


class Apart(NamedTuple):
    """Who speaks, and through whom, where other words stand between the speaker and the verb."""

    subject: Span
    via: tuple[Span, ...] = ()


def subject_apart(text: str, sentence: Span, cue: Span) -> Apart | None:
    """ "Reuters, citing two officials, said", "officials quoted by the paper said": whose the
    verb is."""
    if (telling := _TELLING.search(text, sentence.start, cue.start)) is None:
        return None
    before = Span(sentence.start, telling.start())
    subject = left_phrase(text, before)
    if subject is None:
        return None
    said = text[sentence.start : subject.start].rstrip()
    if has_verb(before.of(text)) and not said.endswith((",", "”", '"')):
        return None  # what is said may stand before: "Two died, officials quoted by it said"
    if telling["by"] is None:
        return Apart(subject)
    outlet = Span(*telling.span("outlet"))
    via = leading_actor(text, outlet) or right_phrase(text, outlet)
    return Apart(subject, (via,) if via else ())


_TELLING = Pattern(
    r"(?:,?\s{1,9}(?:citing|quoting|in an? (?:statement|message|video|post)\s(?:published|posted|"
    r"released|circulated|shared|distributed|put))\s[^.;:]{2,120}?|"
    r",?\s{1,9}(?:who\s(?:was|were)\s)?(?P<by>(?:quoted|cited|interviewed|contacted|reached)\sby)\s"
    r"(?P<outlet>[^.,;:]{2,60}?))"
    r",?\s{1,9}(?:(?:has|had|have|also|later|earlier|on \w+day)\s{1,9}){0,4}$"
)
