"""Counts as news gives them: digits, words, ranges, bounds, "dozens", "no"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tallystick.model.document import Span
from tallystick.model.values import CountRange
from tallystick.vocab.caseless import caseless

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_PLACED = (12, 100)  # scales that a greater one may follow: "two hundred thousand"
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * (index + 2) for index, word in enumerate(_TENS)
}
_WORD = "|".join(sorted([*_SMALL, *_SCALES], key=len, reverse=True))

_FIGURE = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_SPELLED = (
    rf"(?:a\s+(?=hundred|thousand|million|dozen))?(?:{_WORD})"
    rf"(?:(?:[\s-]+|(?<=hundred)\s+and\s+|(?<=thousand)\s+and\s+)(?:{_WORD}))*"
)
_NUMBER = rf"(?:(?:{_FIGURE})(?:\s+(?:dozen|hundred|thousand|million))?|{_SPELLED})"

_VAGUE: dict[str, tuple[int | None, int | None]] = {
    "no": (0, 0),
    "none": (0, 0),
    "zero": (0, 0),
    "not a single": (0, 0),
    "not one": (0, 0),
    "nobody": (0, 0),
    "no one": (0, 0),
    "no-one": (0, 0),
    "a": (1, 1),
    "an": (1, 1),
    "another": (1, 1),
    "a further": (1, 1),
    "a single": (1, 1),
    "a lone": (1, 1),
    "a couple of": (2, 2),
    "a couple": (2, 2),
    "a pair of": (2, 2),
    "both": (2, 2),
    "a trio of": (3, 3),
    "a quartet of": (4, 4),
    "half a dozen": (6, 6),
    "a dozen": (12, 12),
    "a score of": (20, 20),
    "several": (3, None),
    "a number of": (2, None),
    "a large number of": (3, None),
    "a great number of": (3, None),
    "a big number of": (3, None),
    "large numbers of": (3, None),
    "a few": (3, None),
    "a handful of": (3, None),
    "multiple": (2, None),
    "some": (2, None),
    "many": (3, None),
    "numerous": (3, None),
    "dozens of": (24, None),
    "dozens": (24, None),
    "scores of": (40, None),
    "scores": (40, None),
    "half a million": (500_000, 500_000),
    "a quarter of a million": (250_000, 250_000),
    "tens of": (20, None),
    "tens": (20, None),
    "hundreds of": (200, None),
    "hundreds": (200, None),
    "several dozen": (36, None),
    "several hundred": (300, None),
    "several thousand": (3000, None),
    "thousands of": (2000, None),
    "thousands": (2000, None),
    "tens of thousands of": (20000, None),
    "tens of thousands": (20000, None),
    "hundreds of thousands of": (200000, None),
    "hundreds of thousands": (200000, None),
}
_VAGUE_WORDS = "|".join(
    re.escape(words).replace(r"\ ", r"\s+") for words in sorted(_VAGUE, key=len, reverse=True)
)
_AT_LEAST = r"at\s+least|no\s+fewer\s+than|no\s+less\s+than|not\s+less\s+than|a\s+minimum\s+of"
_MORE = r"(?:well\s+|far\s+)?(?:more\s+than|over)|upwards?\s+of|in\s+excess\s+of|above"
_AT_MOST = (
    r"up\s+to|as\s+(?:many|high)\s+as|at\s+most|no\s+more\s+than|"
    r"a\s+maximum\s+of|not\s+more\s+than"
)
_UNDER = r"fewer\s+than|less\s+than|under|nearly|almost"
_ABOUT = r"about|around|some|approximately|roughly|an\s+estimated|the\s+estimated|close\s+to"

_COUNT = caseless(
    rf"(?<![\w.$€£#/:-])(?:"
    rf"(?:(?P<bound>{_AT_LEAST}|{_MORE}|{_AT_MOST}|{_UNDER}|{_ABOUT}|between|from)\s+)?"
    rf"(?P<low>{_NUMBER})"
    rf"(?:(?:\s*[-–]\s*|\s+(?:or|to|and)\s+)(?P<high>{_NUMBER}))?"
    rf"(?P<more>\s+or\s+more|[\s-]plus|\+)?"
    rf"|(?:(?P<vbound>{_AT_LEAST}|{_MORE}|{_AT_MOST})\s+)?"
    rf"(?P<vague>(?!(?:another|some|both|a\s+further)\s+(?:{_NUMBER})\b)(?:{_VAGUE_WORDS}))"
    rf")(?![\w%°]|:\d|-[^\W\d]|\.\s?\d|\s*(?:a\.m|p\.m|per\s?cent|percent|%|mm\b|km\b|kilomet|miles|"
    rf"met(?:er|re)s"
    rf"|years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|o'clock|kg\b|kilos?\b|pounds\b"
    rf"|tons?\b|tonnes?\b|caliber|calibre|dollars|euros))"
)


@dataclass(frozen=True, slots=True)
class CountMention:
    """A count in the text: where, and what range it gives."""

    span: Span
    count: CountRange


def find_counts(text: str, span: Span | None = None) -> list[CountMention]:
    """The counts in a text (or a stretch of it), left to right.

    Ages, times, measures, percentages and sums of money are left out; so are numbers that
    are part of a name with a hyphen ("AC-130"). Bounds make open ranges: "at least 10" is
    (10, None), "more than 100" (100, None) with its words kept, "up to five" (None, 5).
    """
    limit = span or Span(0, len(text))
    found: list[CountMention] = []
    for match in _COUNT.finditer(text, limit.start, limit.end):
        if _is_other(text, match):
            continue
        count = _count(text, match)
        if count is not None and match["high"] and _changed(text, match):
            found += _from_to(text, match)
        elif count is not None:
            found.append(CountMention(Span(_start(match), match.end()), count))
    return found


def _start(match: re.Match[str]) -> int:
    """ "Down from 91": where no range follows, the preposition is not the number's."""
    alone = match["low"] and not match["high"] and match["bound"] in _OPENERS
    return match.start("low") if alone else match.start()


_OPENERS = ("from", "between")


_CHANGED = caseless(
    r"\b(?:r[oi]se|risen|raised|raising|rising|climbed|gr[eo]wn?|jumped|increased|revised|updated|"
    r"corrected|lowered|cut|fell|went up|gone up|up|down)\b[^.;0-9]{0,40}$"
)


def _changed(text: str, match: re.Match[str]) -> bool:
    """ "The toll rose from three to five": two numbers, and no range."""
    before = text[max(0, match.start() - 60) : match.start()]
    return match["bound"] == "from" and _CHANGED.search(before) is not None


def _from_to(text: str, match: re.Match[str]) -> Iterator[CountMention]:
    for name in ("low", "high"):
        value, span = number(match[name]), Span(*match.span(name))
        if value is not None:
            yield CountMention(span, CountRange.exactly(value, span.of(text)))


_LABELLED = re.compile(
    r"(?:[$€£]\s?[\d.,]+\s*|\bNos?\.\s?|\b(?:[Aa]ge[ds]?|AGED?)\s+|\b(?:Article|Resolution|Highway|Route|Flight|Room|"
    r"Interstate|Section|Chapter|Level|Phase|Type|Unit|Gate|Channel|Fox|Grade|Block|Order|Page|"
    r"Figure|Table|Pier|Camp|Tower|Group|Agenda|Interstate|Hwy)\s+)$"
)
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]+(?:,\s|\s\()$")
_AGED = re.compile(r"[A-Z][a-z]{2,}(?<!day)\s$")
_ONE_SUFFERED = re.compile(r"\s+(?:suffered|sustained|lost (?:his|her)|was|told|who)\b")
_AFTER_AGE = re.compile(r"\s*(?:[,.;)]|$|(?:of|from|was|and)\b)")
_ASKED = caseless(r"\b(?:how|too|so|as)\s+$")  # "how many dead there are"
_ALL_BUT = caseless(r"\ball\s+but\s+$")  # how many were spared
_OF_AGE = caseless(  # "a man of 62"
    r"\b(?:man|woman|boy|girl|child|person|teenager|youth|pensioner|student|pupil)\s+of\s+$"
)
_ONE_BEFORE = caseless(
    r"\b(?:the|an?|his|her|their|another|second|third|whose)\s+(?:[a-z’'-]+\s+){0,3}?"
    r"(?!(?:dead|injured|wounded|killed|victims|number|toll|others)\b)[a-z’'-]+,\s$"
)
_YEAR_BEFORE = caseless(
    r"\b(?:in|since|until|during|by|before|after|from|of|end(?:s|ed|ing)?|clos(?:es|ed|ing)|"
    r"beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|open(?:s|ed|ing)?)\s+$"
)


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether a number counts nothing: an age after a name, a sum, a label, a year."""
    before = text[max(0, match.start() - 24) : match.start()]
    if _LABELLED.search(before) or _ALL_BUT.search(before):
        return True
    words = match.group()
    if match["vague"] and _ASKED.search(before):
        return True
    if _OF_AGE.search(text, max(0, match.start() - 40), match.start()):
        return _AFTER_AGE.match(text, match.end()) is not None
    if not words.isdigit():
        return False
    if len(words) <= 2 and _NAME_BEFORE.search(before):
        return _AFTER_AGE.match(text, match.end()) is not None
    if len(words) == 2 and _AGED.search(before) and _ONE_SUFFERED.match(text, match.end()):
        return True  # "Ann 34 was hurt", where commas are lost
    if len(words) <= 2 and _AFTER_AGE.match(text, match.end()):
        return _ONE_BEFORE.search(text[max(0, match.start() - 60) : match.start()]) is not None
    year = len(words) == 4 and words[:2] in ("19", "20")
    return year and (_YEAR_BEFORE.search(before) is not None or _is_credit(text, before, match))


def _is_credit(text: str, before: str, match: re.Match[str]) -> bool:
    """Whether a year is that of a photo's credit: "EPA 2018 JANE EXAMPLE"."""
    return _AGENCY.search(before) is not None and _CREDITED.match(text, match.end()) is not None


_AGENCY = re.compile(r"(?:\b(?:[A-Z]{2,5}|Reuters|Getty(?:\s+Images)?|Sputnik|Anadolu)|©)\s*/?\s*$")
_CREDITED = re.compile(r"\s*/?\s*(?:[A-Z][A-Z.-]+\s+){2}")


def _count(text: str, match: re.Match[str]) -> CountRange | None:
    words = text[match.start() : match.end()]
    if match["vague"]:
        return _vague(match, words)
    low = number(match["low"])
    if low is None:
        return None
    bound = _squeeze(match["bound"] or "")
    if match["high"]:
        return _range(match, low, words, bound)
    if match["more"] or _is(_AT_LEAST, bound) or _is(_MORE, bound):
        return CountRange(low, None, words)
    if _is(_AT_MOST, bound) or _is(_UNDER, bound):
        return CountRange(None, low, words)
    return CountRange.exactly(low, words)


def _vague(match: re.Match[str], words: str) -> CountRange | None:
    low, high = _VAGUE[_squeeze(match["vague"])]
    bound = _squeeze(match["vbound"] or "")
    if _is(_AT_MOST, bound):
        return CountRange(None, high or low, words)
    if bound:
        return CountRange(low, None, words)
    return CountRange(low, high, words)


def _range(match: re.Match[str], low: int, words: str, bound: str) -> CountRange | None:
    high = number(match["high"])
    joined = words[match.end("low") - match.start() : match.start("high") - match.start()]
    if high is None or low > high or ("and" in joined and bound != "between"):
        return CountRange.exactly(low, words) if bound == "" and "and" not in joined else None
    return CountRange(low, high, words)


def _is(pattern: str, words: str) -> bool:
    return bool(words) and re.fullmatch(pattern, words) is not None


def _squeeze(words: str) -> str:
    return " ".join(words.lower().split())


def number(words: str) -> int | None:
    """The whole number that a figure or number words give: "1,200", "21", "twenty-one".

    ``None`` for what is not a whole number ("3.5" alone).
    """
    words = _squeeze(words)
    if words[0].isdigit():
        figure, _, scale = words.partition(" ")
        value = float(figure.replace(",", "")) * _SCALES.get(scale, 1)
        return int(value) if value == int(value) else None
    total, part = 0, 0
    for word in re.split(r"[\s-]+", words.removeprefix("a ").replace(" and ", " ")):
        if word in _SCALES:
            scaled = max(part, 1) * _SCALES[word]
            total, part = (total, scaled) if _SCALES[word] in _PLACED else (total + scaled, 0)
        else:
            part += _SMALL[word]
    return total + part
