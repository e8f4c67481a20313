"""The speaker that closes a clause, where no comma sets it off: "... in the city a monitor said".

Many texts have lost their commas, and then what is said runs on into who says it. The phrase is
found from its end: its last noun back to where it opens, and across "of" or "in" as long as what
stands before that can speak ("the head of the council", not "in the north of the council").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tallystick.model.document import Span
from tallystick.vocab.actors import actor_book
from tallystick.vocab.lexicon import event_words, person_words, speaker_words

_MOST = 8  # words in one noun phrase
_WORD = re.compile(r"\S+")
_DETERMINERS = frozenset(
    (
        *("the", "a", "an", "his", "her", "its", "their", "our", "this", "these", "those"),
        *("one", "two", "three", "four", "five", "several", "some", "many", "most", "another"),
    )
)
_OPENERS = frozenset(["the", "a", "an", "his", "her", "its", "their"])
_PRONOUNS = frozenset(["he", "she", "it", "they", "we"])
_LINKS = frozenset(["of", "for", "in", "at", "from", "with", "to", "on", "near", "by", "inside"])
_PLACED = frozenset(["in", "at", "near", "of", "from", "inside"])
_JOINS = frozenset(["and", "or"])
_PARTS = frozenset(["one", "some", "many", "most", "several", "both", "two", "three", "none"])
_STOPS = frozenset(
    (
        *("that", "what", "which", "who", "whom", "whose", "when", "where", "while", "as", "if"),
        *("but", "than", "because", "after", "before", "since", "until", "during", "into", "over"),
        *("under", "about", "against", "between", "through", "across", "around", "among", "toward"),
        *("towards", "amid", "despite", "without", "within", "including", "not", "there", "more"),
        *("was", "were", "is", "are", "be", "been", "has", "have", "had", "will", "would", "can"),
        *("could", "should", "may", "might", "did", "does", "do", "also", "earlier", "later"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"),
        *("yesterday", "tonight", "january", "february", "march", "april", "june", "july"),
        *("august", "september", "october", "november", "december", "everyone", "so", "then"),
        *("outside", "along", "beyond", "per", "versus", "like", "due", "others", "elsewhere"),
    )
)
_PARTICLES = frozenset(["al", "el", "bin", "ibn", "abu", "de", "del", "la", "van", "von", "der"])
# What may stand before a plural that speaks: "local medical sources", "civil defence workers".
_MODIFIERS = frozenset(
    (
        *("local", "medical", "military", "security", "opposition", "rebel", "government", "army"),
        *("police", "state", "official", "senior", "human", "rights", "hospital", "diplomatic"),
        *("intelligence", "tribal", "civil", "defence", "defense", "pro-government", "rescue"),
        *("informed", "well-informed", "independent", "western", "foreign", "regional", "media"),
        *("aid", "health", "district", "provincial", "municipal"),
        *("presidential", "judicial", "palace", "emergency", "news", "field", "monitoring"),
        *("armed", "allied", "displaced", "retired", "unnamed", "unidentified", "combined"),
        *("anti-government", "loyalist", "resistance", "church", "union", "peasant", "camp"),
    )
)
_TITLES = frozenset(
    (
        *("spokesman", "spokeswoman", "spokesperson", "director", "head", "chief", "commander"),
        *("activist", "minister", "president", "general", "colonel", "major", "captain", "doctor"),
        *("lieutenant", "sergeant", "officer", "governor", "mayor", "secretary", "ambassador"),
        *("envoy", "official", "correspondent", "reporter", "journalist", "analyst", "leader"),
        *("resident", "witness", "lawyer", "lawmaker", "senator", "prosecutor", "judge", "bishop"),
        *("king", "prince", "pope", "sheikh", "deputy", "adviser", "diplomat", "medic", "sheriff"),
    )
)
_OUTLETS = frozenset(
    ["agency", "newspaper", "daily", "channel", "television", "tv", "radio", "network"]
)
_NAME = re.compile(r"(?:[A-Z]|(?:al|el|ul|an|as|ad)-[A-Z])")


def closing_phrase(
    text: str, region: Span, *, alone: bool = False, governed: bool = False
) -> Span | None:
    """The noun phrase that ends a region, where it can speak and is nothing's object.

    ``alone`` lets a single unknown name speak, ``governed`` the object of "by" and the like.
    """
    words = [Span(*m.span()) for m in _WORD.finditer(text, region.start, region.end)]
    at = _core(text, words)
    if at is None or region.of(text).isupper():  # capitals tell no names
        return None
    if _governed(text, words, at) and _plain(text, words[at + 1 : at + 2]) in _TITLES:
        at += 1  # "in Examplia Colonel Reed": the place is no part of the name
    spoken = _speaks(text, words[at:]) or (alone and _is_surname(text, words, at))
    while (found := _widened(text, words[:at])) is not None:
        at, spoken = found, True
    if _governed(text, words, at) and not governed:
        at = _loosened(text, words, at)
    return Span(words[at].start, words[-1].end) if spoken and at < len(words) else None


def _governed(text: str, words: Sequence[Span], at: int) -> bool:
    return _plain(text, words[max(0, at - 1) : at]) in _LINKS


def _loosened(text: str, words: Sequence[Span], at: int) -> int:
    """Where the speaker starts after the object of a preposition, or the end of the words:
    "in Examplia Ann Reed", "in Examplia state television"."""
    rest = words[at + 1 :]
    named = actor_book().find(words[at].of(text))
    if _is_person(text, rest) or (len(rest) == 1 and named and _NAME.match(rest[0].of(text))):
        return at + 1
    if _plain(text, words[at - 1 :]) not in _PLACED:
        return len(words)
    bare = _bare(text, rest)
    if bare is None or _plain(text, rest[bare : bare + 1]) not in _MODIFIERS:
        return len(words)
    return at + 1 + bare


def opening_name(text: str, region: Span) -> int:
    """Where a speaker that opens a region ends, where the next phrase starts without a comma:
    "the observatory | the blast killed two", "the mayor Ann Reed | a former judge",
    "the observatory | dozens of men"."""
    words = [Span(*m.span()) for m in _WORD.finditer(text, region.start, region.end)]
    for at in range(1, len(words)):
        before = _plain(text, [words[at - 1]])
        inner = before in (*_LINKS, *_JOINS, *_STOPS, *_DETERMINERS, "all")
        opens = at > 1 and _plain(text, [words[at]]) in _OPENERS
        opens = opens or _QUANTITY.match(text, words[at].start, region.end) is not None
        if not opens or inner or before.endswith(("ing", "ed")):
            continue
        return words[at - 1].end
    return region.end


_QUANTITY = re.compile(  # what opens a toll; "Channel 4 reporters", "Unit Two" are names
    r"(?:(?:tens|dozens|hundreds|thousands|scores)(?=\s)|at least\s|at most\s|up to\s|"
    r"(?:more|fewer|less) than\s|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"twenty|thirty|forty|fifty|several)(?=\s[a-z])|\d[\d,.]*\s(?:[a-z-]+\s){0,2}?(?:people|"
    r"persons?|civilians|children|women|men|soldiers|fighters|others|police\w*|bodies|dead)\b)"
)


def _is_person(text: str, words: Sequence[Span]) -> bool:
    """Two names and more, or a title and a name."""
    named = [_NAME.match(w.of(text)) is not None for w in words]
    titled = [_plain(text, [w]) in _TITLES for w in words]
    either = all(a or b for a, b in zip(named, titled, strict=True))
    return len(words) > 1 and either and named[-1]


def _is_surname(text: str, words: Sequence[Span], at: int) -> bool:
    """A single name after a word that takes none for its object."""
    before = words[max(0, at - 1) : at]
    free = bool(before) and not before[0].of(text)[:1].isupper()
    object_ = _plain(text, before).endswith(("ed", "ing", "s")) or _governed(text, words, at)
    return len(words) - at == 1 and free and not object_ and words[at].of(text)[:1].isupper()


def _widened(text: str, words: Sequence[Span]) -> int | None:
    """Where a phrase starts of which what follows the words is a part: "the head of | ..."."""
    if len(words) < 2:
        return None
    link, head = _plain(text, [words[-1]]), words[:-1]
    if link == "to" and len(head) > 1 and _plain(text, [head[-1]]) in ("close", "loyal", "allied"):
        head = head[:-1]
    elif link not in (*_LINKS, *_JOINS) and not link.endswith("ing"):
        return None
    if link == "of" and _plain(text, [head[-1]]) in _PARTS:
        return len(head) - 1
    at = _core(text, head)
    return at if at is not None and _heads(text, head[at:], joined=link in _JOINS) else None


def _heads(text: str, words: Sequence[Span], *, joined: bool) -> bool:
    """Whether the last word of a phrase is what speaks: "the **head**", "the **observatory**"."""
    if not joined and _is_person(text, words):
        return True
    whole = Span(words[0].start, words[-1].end).of(text)
    ends = [h.span.end for h in speaker_words().find(whole)]
    ends += [h.span.end for h in actor_book().find(whole)]
    if not joined:
        ends += [h.span.end for h in person_words().find(whole)]
    return len(whole) in ends


def _core(text: str, words: Sequence[Span]) -> int | None:
    """Where the noun phrase without "of" and the like starts that ends with the words."""
    if not words or _stops(text, words[-1]):
        return None
    if _plain(text, [words[-1]]) in _PRONOUNS:
        return len(words) - 1
    last = len(words) - 1
    for at in range(last, max(-1, last - _MOST), -1):
        if _plain(text, [words[at]]) in _DETERMINERS:
            return at if at < last else None
        if at < last and not _goes_on(text, words[at], words[at + 1]):
            break
    return _bare(text, words)


def _goes_on(text: str, word: Span, following: Span) -> bool:
    """Whether a word can stand in one noun phrase before another: "old **police** station"."""
    if _belongs(text, word, following):
        return True
    plain, after = _plain(text, [word]), _plain(text, [following])
    if after.endswith("s") and after not in _MODIFIERS and speaker_words().find(after):
        return False  # "in the town residents"
    plural = plain.endswith("s") and plain not in _MODIFIERS
    named = _NAME.match(following.of(text)) and not plain.endswith(("ed", "al", "an", "ive"))
    return not (_stops(text, word) or plural or named)


def _bare(text: str, words: Sequence[Span]) -> int | None:
    """The same where nothing like "the" opens it: names with their titles, and plurals."""
    if not words:
        return None
    last = words[-1]
    if not (_NAME.match(last.of(text)) or speaker_words().find(_plain(text, [last]))):
        return None
    at = len(words) - 1
    while at > 0 and len(words) - at < _MOST and _belongs(text, *words[at - 1 : at + 1]):
        at -= 1
    return at + 1 if _is_joined_country(text, words[at:]) else at


def _is_joined_country(text: str, words: Sequence[Span]) -> bool:
    """ "in Lorvia and Examplia | Example Television": a country before a name of its own."""
    if len(words) < 3:
        return False
    first, rest = words[0].of(text), Span(words[1].start, words[-1].end).of(text)
    countries = [h.item for h in actor_book().find(first) if h.item.place_like]
    named = [h for h in actor_book().find(rest) if h.span.start == 0 and h.span.end == len(rest)]
    return bool(named) and any(c.name == first for c in countries)


def _belongs(text: str, word: Span, following: Span) -> bool:
    """Whether a word can only stand before another of one phrase: a name, a title, "local"."""
    if _stops(text, word):
        return False
    plain = _plain(text, [word])
    if _plain(text, [following]) in _TITLES and speaker_words().find(plain):
        return True  # "coalition spokesman"
    several = following.of(text)[-1] == "s" and following.of(text)[:1].islower()
    titled = plain in _TITLES and not several
    if plain in _OUTLETS and _NAME.match(following.of(text)):
        return True  # "state news agency TNA"
    listed = plain in _PARTICLES or plain in _MODIFIERS or titled
    return listed or "-" in plain or _NAME.match(word.of(text)) is not None


def _stops(text: str, word: Span) -> bool:
    plain, whole = _plain(text, [word]), word.of(text)
    return (
        plain in _STOPS
        or plain in _LINKS
        or plain in _JOINS
        or whole[-1] in ",;:"
        or (plain in ("killing", "wounding", "injuring", "killed", "wounded"))
    )


def _plain(text: str, words: Sequence[Span]) -> str:
    """The first of the words in small letters, without the marks around it."""
    return words[0].of(text).strip("\"“”'’,;:()").lower() if words else ""


def _speaks(text: str, words: Sequence[Span]) -> bool:
    whole = Span(words[0].start, words[-1].end).of(text)
    if event_words().find(whole) and not _heads(text, words, joined=True):
        return False
    named = len(words) > 1 and all(_NAME.match(w.of(text)) for w in words[-2:])
    known = speaker_words().find(whole) or actor_book().find(whole) or person_words().find(whole)
    return bool(known) or named
