"""The source that stands after what it says, with no comma before the verb: "... said the monitor".

Many texts have lost their commas; then only the words after the verb tell that it looks back.
"""

from __future__ import annotations

import re

from tallystick.extract.grammar.closing_phrase import closing_phrase
from tallystick.extract.grammar.nounphrase import has_verb, is_clause, right_phrase
from tallystick.extract.quotation.attributed import Attribution
from tallystick.model.document import Span
from tallystick.vocab.lexicon import Cue

_AFTER_NAME = re.compile(
    r"\s*(?:[.,]|$|(?:an?|the)\b|(?-i:who)\b|which\b|adding\b|citing\b|quoting\b|using\b|"
    r"referring\b|in an?\b|on \w+day\b|late\b|early\b|yesterday\b|today\b|by (?:tele)?phone\b)",
    re.IGNORECASE,
)
_FEWEST = 5  # words of a clause


def named_after(text: str, sentence: Span, cue: Span, word: Cue) -> Attribution | None:
    """ "Five died in the blast said the monitor.": as where a comma stood before the cue."""
    before = Span(sentence.start, cue.start)
    if word.base not in ("say", "add", "tweet") or len(before.of(text).split()) < _FEWEST:
        return None
    source = right_phrase(text, Span(cue.end, sentence.end))
    if source is None or not _is_speaker(text, source) or text[source.start] == ":":
        return None  # "the ministry said: its spokesman put ..."
    if text[cue.end : source.start].strip() or not _AFTER_NAME.match(text, source.end):
        return None
    return Attribution(source, cue, before, word.stance)


_NO_SPEAKER = re.compile(
    r"\w+ing\b|(?:most|some|all|many|none|several|both|\w+) of (?:them|those|whom|these)\b",
    re.IGNORECASE,
)

_SURNAME = re.compile(r"(?!\w+day\b|May\b|March\b)[A-ZÀ-Þ](?:al-)?[\w’'-]+")


def _is_speaker(text: str, phrase: Span) -> bool:
    """Whether a phrase is somebody from end to end, with no clause in it."""
    if _NO_SPEAKER.match(text, phrase.start, phrase.end):  # "said citing sources"
        return False
    if _SURNAME.fullmatch(text, phrase.start, phrase.end):
        return True  # "said Barros."
    if is_clause(phrase.of(text)):  # "said 14 soldiers and three policemen died"
        return False
    closing = closing_phrase(text, phrase, alone=True, governed=True)
    return closing is not None and not has_verb(text[phrase.start : closing.start])
