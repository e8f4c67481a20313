"""Names that no list has: which words are one, and whether they can be a place's.

A run of capitalised words may as well be a person, a body or the head of a sentence; here are
the words themselves judged, and by :mod:`tallystick.extract.places.settings` those around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tallystick.extract.places.reading import Reading
from tallystick.extract.places.settings import described, sets
from tallystick.model.values import PlacePrecision
from tallystick.vocab.countries import country_of_adjective
from tallystick.vocab.gazetteer import Candidate, Gazetteer, MatchQuality
from tallystick.vocab.pattern import Pattern
from tallystick.vocab.placekeys import ARTICLES, join_keys
from tallystick.vocab.toponyms import COMPASS, NOUN_ADJECTIVES, PLACE_NOUNS, ToponymWords, singular

__all__ = ["Unlisted"]

_OWNED = frozenset(["base", "outpost", "camp", "garrison", "barracks", "prison", "field", "bridge"])
_OWNED |= frozenset(["territory", "state", "region", "checkpoint"])
_AROUND = frozenset(["area", "areas", "outskirts", "countryside", "axis", "front", "suburbs"])
_HAMLETS = frozenset(["village", "hamlet"])
_LINKS = frozenset(["de", "del", "da", "do", "dos", "das", "du"])
_SPANISH = frozenset(["de", "del"])  # of these, what is no English word in capitals
_BLANKS = frozenset([" ", "\n"])
_SIDES = frozenset(["party", "partys", "forces", "fighters", "militants", "militia", "group"])
_SIDES |= frozenset(["groups", "movement", "rebels", "members", "troops", "soldiers", "gunmen"])
_PARTS = frozenset(["district", *(n for n, p in PLACE_NOUNS.items() if p is PlacePrecision.TOWN)])
_WORD = r"(?:(?:al|el|an|as|ash|at)-)?[A-Z][\w’'-]+"
_NAME = rf"{_WORD}(?: {_WORD}){{0,3}}"
_LIST = Pattern(rf"(?:, {_NAME})*,? (?:and|&) {_NAME} (?P<noun>[a-z]+)\b")
_COUNTIES = Pattern(rf"(?:, {_NAME})*,? (?:and|or|&) {_NAME} counties\b")
_LONG = 160  # characters of such a list


@dataclass(frozen=True)
class Unlisted:
    """The names of one text that may be on no list; ``skipped`` are words of something else."""

    reading: Reading
    gazetteer: Gazetteer
    lists: ToponymWords
    skipped: frozenset[int]

    def told(self, run: Sequence[int]) -> str | None:
        """The noun for what the words around a name tell it to be; "locality" where they only
        tell that something is in it: where no list has a name, what one is "in" is a place."""
        if not self.free(run):
            return None
        after = run[-1] + 1
        if self.reading.joined(after) and self.reading.key(after) in _SIDES:
            return None  # "at the Zobrak party's building"
        located = sets(self.reading, run[0]) and not self.goes_on(after)
        located = located or (self.reading.joined(after) and self.reading.key(after) in _AROUND)
        return described(self.reading, run[-1]) or ("locality" if located else None)

    def shared(self, run: Sequence[int]) -> str | None:
        """The noun in the plural behind the list that a name begins: "Zobrak, Kindah and Tal
        Rafrah villages"."""
        end = self.reading.words[run[-1]].end
        last = _LIST.match(self.reading.text, end, end + _LONG) if self.free(run) else None
        noun = singular(last["noun"]) if last else ""
        return noun if last and noun != last["noun"] and noun in _PARTS else None

    def of_counties(self, run: Sequence[int]) -> bool:
        """Whether a name begins a list of counties, which have the names of many things."""
        end = self.reading.words[run[-1]].end
        return _COUNTIES.match(self.reading.text, end, end + _LONG) is not None

    def free(self, run: Sequence[int], *, persons: bool = False) -> bool:
        """Whether nothing about the words themselves speaks for another sort of name; with
        ``persons`` a place may be called after one ("the villages of Zobrak and Haider Khel")."""
        reading, first, last = self.reading, run[0], run[-1]
        name = reading.text[reading.words[first].start : reading.words[last].end]
        if reading.shouting[first] or reading.titled[first] or name.isupper() or len(name) < 4:
            return False
        keys = [reading.key(i) for i in run]
        spared = ARTICLES | (self.lists.given_names if persons and len(run) > 1 else frozenset())
        return not any(self.is_other(key) for key in keys if key not in spared)

    def goes_on(self, after: int) -> bool:
        """Whether a word goes on with what stands before it: "in Example's", "in Example-held",
        "in Example Report"."""
        if after >= len(self.reading.words):
            return False
        if self.reading.words[after].possessive or self.reading.gap(after) == "-":
            return True
        return self.reading.capital(after) and self.reading.joined(after)

    def is_other(self, key: str) -> bool:
        """Whether a word is of a person's name, a body's or a thing's."""
        if key in _others(self.lists) or key in self.reading.lower:
            return True
        return key.endswith("s") and key[:-1] in self.lists.common

    def key(self, run: Sequence[int]) -> str:
        """The key of a run of words."""
        return join_keys([self.reading.key(i) for i in run])

    def run(self, at: int) -> list[int]:
        """Up to four capitalised words, articles of Arabic and Spanish names between them."""
        run = [at]
        for i in range(at + 1, min(at + 4, len(self.reading.words))):
            if not self.reading.joined(i) or i in self.skipped or self._is_next(i):
                break
            word = self.reading.words[i]
            if word.possessive or not (word.capital or self._is_article(i) or self.is_linked(i)):
                break
            if self.reading.shouting[i] and self.is_ordinary(word.key):
                break
            run.append(i)
        while run and (not self.reading.words[run[-1]].capital or self._is_noun(run)):
            run.pop()
        return run

    def _is_next(self, at: int) -> bool:
        """Whether another name begins in a list without commas: "Zobrak Tal Kindah and Meldak"."""
        heads = self.lists.heads | ARTICLES
        if self.reading.key(at) not in heads or self.reading.key(at - 1) in heads:
            return False
        return (
            self.reading.gap(at) == " "
            and self.reading.capital(at)
            and self.reading.capital(at + 1)
        )

    def _is_article(self, at: int) -> bool:
        """The "al" of "Tal al-X" or "Tal al X", but not the "at" of "Monday at Example"."""
        key = self.reading.key(at)
        if key not in ARTICLES or at + 1 >= len(self.reading.words):
            return False
        hyphened = "-" in (self.reading.gap(at), self.reading.gap(at + 1))
        return hyphened or key in ("al", "el", "ul", "ad", "ash", "ez")

    def unheard(self, at: int) -> bool:
        """Whether a capitalised word is no name or word of any list."""
        key = self.reading.key(at)
        gap = self.reading.gap(at)
        if not self.reading.capital(at) or gap not in " -" or self.is_other(key):
            return False
        if self.reading.text[self.reading.words[at].start : self.reading.words[at].end].isupper():
            return False
        places = self.gazetteer.lookup_key(key)
        adjective = key in country_of_adjective() or key in COMPASS
        called = any(c.quality is MatchQuality.NAME for c in places)
        return not adjective and not (places if gap == "-" else called)  # "Exam-Ple road"

    def is_tail(self, at: int) -> bool:
        """ "At Zobrak-**Example**": the end of a name whose beginning is on no list."""
        if at == 0 or self.reading.gap(at) != "-" or not self.unheard(at - 1):
            return False
        return self.reading.key(at - 1) not in ARTICLES and self.reading.key(at) not in COMPASS

    def of_village(self, run: Sequence[int]) -> bool:
        """ "The village of **Santa Zobrak** Loma": not the city that its first words name."""
        first, after = run[0], run[-1] + 1
        if self.reading.key(first - 1) != "of" or self.reading.key(first - 2) not in _HAMLETS:
            return False
        capital = self.reading.capital(after) and self.reading.gap(after) == " "
        plain = self.is_ordinary(self.reading.key(after)) or self.is_other(self.reading.key(after))
        return capital and not plain

    def is_linked(self, at: int) -> bool:
        """The "de" of "Tal de Zobrak", between two capitals: one name in English too."""
        after = at + 1
        loud = after < len(self.reading.words) and self.reading.shouting[after]
        links = _SPANISH if loud else _LINKS
        if self.reading.key(at) not in links or self.reading.gap(at) not in _BLANKS:
            return False
        named = self.reading.words[after].capital if loud else self.reading.capital(after)
        return named and self.reading.gap(after) in _BLANKS

    def is_around(self, at: int) -> bool:
        """Whether the run of capitalised words from there is told to be a place by the word
        after it: "the Tal Zobrak **area**"."""
        after = self.run(at)[-1:]
        return bool(after) and self.reading.key(after[0] + 1) in _AROUND

    def _is_noun(self, run: Sequence[int]) -> bool:
        """ "Zobrak District": the noun is beside the name."""
        return len(run) > 1 and singular(self.reading.key(run[-1])) in PLACE_NOUNS

    def is_ordinary(self, key: str) -> bool:
        """Whether it is a word of the language, not of a name."""
        return key in self.lists.common or key in PLACE_NOUNS or key in NOUN_ADJECTIVES

    def is_word(self, run: Sequence[int]) -> bool:
        """Whether a run is an adjective, a title, a day or ordinary words with capitals."""
        keys = [self.reading.key(i) for i in run]
        if any(key in country_of_adjective() for key in keys):
            return True
        if keys[0] in self.lists.titles or keys[0] in self.lists.calendar:
            return True
        plain = self.lists.function
        ordinary = all(self.is_ordinary(k) or k in plain or len(k) < 3 for k in keys)
        if self.reading.shouting[run[0]] and any(self.is_ordinary(k) for k in keys):
            return True
        start = next((key for key in keys if key not in ARTICLES), keys[0])
        return ordinary or start in self.reading.lower

    def holds_known(self, run: Sequence[int]) -> bool:
        """Whether a part of the run is a name by itself, to be found from there."""
        tails = (self.key(run[i:]) for i in range(1, len(run)))
        return any(c.own and c.quality is MatchQuality.NAME for t in tails for c in self._own(t))

    def _own(self, key: str) -> tuple[Candidate, ...]:
        return self.gazetteer.lookup_key(key) if self.gazetteer.knows(key) else ()

    def is_owner(self, run: Sequence[int], noun: str) -> bool:
        """ "US base", "Hamas camp", "The Baath province": owners, not names, before a noun."""
        first = self.reading.words[run[0]]
        text = self.reading.text[first.start : self.reading.words[run[-1]].end]
        if self.reading.shouting[run[0]] or self.reading.starts_sentence(run[0]):
            return True
        if noun == "camp" and run[0] > 0 and self.reading.words[run[0] - 1].possessive:
            return False  # "Rafah's Zobrak camp"
        return text.isupper() or (noun in _OWNED and "-" not in text)


@lru_cache
def _others(lists: ToponymWords) -> frozenset[str]:
    people, bodies = lists.given_names | lists.titles, lists.organisation | lists.bodies
    others = lists.facility | lists.local_bodies | lists.calendar | lists.streets
    return people | bodies | others | lists.common | PLACE_NOUNS.keys() | NOUN_ADJECTIVES
