"""The keys under which place names are looked up, and the words of a text that carry them.

Two spellings of a name that differ in case, accents, hyphens, apostrophes and full stops
have the same *key*. Two transliterations of one Arabic, Persian, Kurdish or Pashto name
mostly have the same *skeleton*: "Ain al-Asad", "Ayn Al Assad" and "Ein al-Asad"; "Deir
ez-Zor" and "Dayr az Zawr". Skeletons are loose on purpose: what they find needs support
from the text (see :mod:`tallystick.extract.places.mentions`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tallystick.model.document import Span
from tallystick.vocab.matching import fold

__all__ = ["SKELETON_COUNTRIES", "Word", "key_of", "skeleton_of", "words_of"]

_WORD = re.compile(
    r"(?P<initials>\b[^\W\d_]\.(?:[^\W\d_]{1,2}\.)+)"
    r"|(?P<possessive>'s\b|(?<=s)'(?!\w))"
    r"|(?P<word>[^\W_]+(?:'(?!s\b)[^\W_]+)*)"
)
ABBREVIATIONS = {"st": "saint", "ft": "fort", "mt": "mount"}
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ə": "a", "æ": "a"})

ARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "il",
        "ad",
        "as",
        "ash",
        "ar",
        "at",
        "an",
        "az",
        "adh",
        "ath",
        "ed",
        "es",
        "esh",
        "er",
        "et",
        "en",
        "ez",
        "l",
    ]
)

#: Countries whose names are transliterated in many ways.
SKELETON_COUNTRIES = frozenset(
    [
        "AE",
        "AF",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "ER",
        "IL",
        "IQ",
        "IR",
        "JO",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PK",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TD",
        "TN",
        "YE",
    ]
)

_HEADS = {
    "ayn": "ain", "ein": "ain", "eyn": "ain", "dayr": "deir", "deyr": "deir", "der": "deir",
    "dair": "deir", "dar": "deir", "tel": "tal", "tell": "tal", "tall": "tal", "til": "tal",
    "kafar": "kafr", "kfar": "kafr", "kufr": "kafr", "kefer": "kafr", "beit": "bait",
    "bayt": "bait", "beyt": "bait", "abou": "abu", "jebel": "jabal", "jabel": "jabal",
    "gebel": "jabal", "djebel": "jabal", "shaykh": "sheikh", "sheik": "sheikh",
    "shekh": "sheikh", "cheikh": "sheikh", "om": "um", "umm": "um", "oum": "um",
    "khaan": "khan", "bi'r": "bir", "beer": "bir", "burj": "borj", "bourj": "borj",
    "qala": "qalat", "qalah": "qalat", "qal": "qalat", "mukhayam": "camp", "bani": "beni",
}  # fmt: skip
_HEAD_FORMS = frozenset(_HEADS.values())
_LETTERS = (
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ou|oo|aw|au|ow"), "u"),
    (re.compile(r"ee|ey|ei|ay|ai|ie"), "i"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"gh|q"), "k"),
    (re.compile(r"kh"), "k"),
    (re.compile(r"g"), "k"),
    (re.compile(r"th"), "t"),
    (re.compile(r"tch|ch"), "sh"),
    (re.compile(r"w|v"), "u"),
    (re.compile(r"o"), "u"),
    (re.compile(r"[ye]"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_ENDING = re.compile(r"(?<=...)[aiu]*h?$")


class Word(NamedTuple):
    """A word of a text: its offsets, its key, and whether it starts with a capital.

    ``possessive`` marks the "'s" that follows a name, which is a word of its own here.
    """

    start: int
    end: int
    key: str
    capital: bool
    possessive: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def words_of(text: str) -> list[Word]:
    """The words of a text in order, with their keys ("St." is "saint", "Sana'a" "sanaa")."""
    folded = fold(text)
    words: list[Word] = []
    for match in _WORD.finditer(folded):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "word":
            words.append(Word(start, end, _plain(match[0]), _is_capital(text[start])))
        elif kind == "initials":
            key = match[0].replace(".", "")
            words.append(Word(start, end, key, _is_capital(text[start])))
        else:
            words.append(Word(start, end, "'s", False, True))
    return words


def _is_capital(char: str) -> bool:
    """Also true of scripts without case, where every word may be a name."""
    return not char.islower() and char.isalpha()


def _plain(word: str) -> str:
    return word.replace("'", "").translate(_PLAIN) if not word.isalnum() else _ascii(word)


def _ascii(word: str) -> str:
    return word if word.isascii() else word.translate(_PLAIN)


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """The key of a whole name."""
    if name.isascii() and name.replace(" ", "").isalnum():  # most are: spares taking it apart
        return join_keys(name.lower().split())
    return join_keys([w.key for w in words_of(name) if not w.possessive])


def join_keys(keys: list[str]) -> str:
    """The key of a name from the keys of its words: "st louis" is "saint louis"."""
    if len(keys) < 2:
        return keys[0] if keys else ""
    return " ".join([ABBREVIATIONS.get(keys[0], keys[0]), *keys[1:]])


@lru_cache(maxsize=65536)
def skeleton_of(key: str) -> str:
    """The consonants and main vowels of a key, without articles; empty when too short."""
    words = [w for w in key.split() if w not in ARTICLES]
    bones = " ".join(_bone(word) for word in words)
    return bones if len(bones) >= 3 else ""


@lru_cache(maxsize=65536)
def _bone(word: str) -> str:
    if word in _HEADS or word in _HEAD_FORMS:
        return _HEADS.get(word, word)
    for article in ("al", "el"):
        if word.startswith(article) and len(word) > 6:
            word = word[2:]
    for pattern, replacement in _LETTERS:
        word = pattern.sub(replacement, word)
    return _ENDING.sub("", word) or word
