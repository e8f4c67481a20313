"""Which stretches of a text may be place names: every name of the gazetteer, in its setting.

Nothing is chosen here. A :class:`Sighting` keeps the places that a name can stand for and
what the words around it tell (see :mod:`tallystick.extract.places.evidence`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from operator import attrgetter

from tallystick.extract.places.cores import PARTS_OF_STATES, is_of_state, namesakes, towns_in
from tallystick.extract.places.reading import Reading
from tallystick.extract.places.settings import INSIDE, sets
from tallystick.extract.places.unlisted import Unlisted
from tallystick.model.document import Span
from tallystick.vocab.countries import country_of_adjective, us_states
from tallystick.vocab.gazetteer import Candidate, Gazetteer, MatchQuality
from tallystick.vocab.placekeys import ABBREVIATIONS, ARTICLES, SKELETON_COUNTRIES, join_keys
from tallystick.vocab.toponyms import NOUN_ADJECTIVES, PLACE_NOUNS, ToponymWords, singular

__all__ = ["Reading", "Sighting", "sightings"]

_LONGEST = 7
_LEADING = frozenset(["the", "a", "in", "on", "near", "outside", "from"])  # "In Example"
_LISTED = frozenset([", ", " and ", ", and ", " & ", " or "])
_VILLAGES = frozenset(["village", "town", "hamlet", "neighborhood", "neighbourhood", "quarter"])
_SIZABLE = 20_000
_LARGE = 100_000
_A_WORD = 4  # letters: capitals of fewer are an acronym
_A_NAME = 5  # letters: a shorter one is too like a word
_OFFICES = frozenset(["department", "state", "field", "estate", "territory", "commune", "camp"])
_STATE_OWNED = frozenset(["television", "tv", "media", "news", "radio", "agency", "run", "owned"])
_ACRONYMS = frozenset(["us", "usa", "uk", "uae", "drc", "prc", "ksa", "car", "dprk", "ussr"])
_ACRONYMS |= frozenset(["fct", "nsw", "kpk", "nwfp", "fata", "dmz", "vrae", "gitmo", "kaf"])


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in the text: its first and last word, and what it may stand for.

    ``noun`` is the place noun beside it ("province"), ``noun_end`` the last word when the
    noun follows. A sighting without candidates was introduced by its noun alone. ``given``
    marks a name that was said to be a place beforehand, ``part`` one of those of which only a
    part is on any list ("Example Town Hall").
    """

    first: int
    last: int
    key: str
    candidates: tuple[Candidate, ...]
    noun: str | None = None
    noun_first: int | None = None
    abbreviation: bool = False
    given: bool = False
    part: bool = False

    @property
    def best(self) -> Candidate | None:
        return self.candidates[0] if self.candidates else None

    @property
    def named(self) -> bool:
        """Whether some town has this very name, rather than as another spelling."""
        return any(c.quality is MatchQuality.NAME and c.kind == "town" for c in self.candidates)

    @property
    def twin(self) -> bool:
        """Whether a division and a sizable town in it bear the name: Hodeidah."""
        towns = {(c.country, c.admin1) for c in self.candidates if c.population >= _SIZABLE}
        return any(c.division and (c.country, c.name) in towns for c in self.candidates)

    @property
    def known(self) -> bool:
        """Whether a country, or a place of the project's own files, bears the name."""
        return any(c.own or c.kind == "country" or c.division for c in self.candidates)


def sightings(
    reading: Reading,
    gazetteer: Gazetteer,
    words: ToponymWords,
    skip: Sequence[Span],
    names: Sequence[Span] = (),
) -> list[Sighting]:
    """Every name of the gazetteer, leftmost longest, and names introduced by a place noun.

    ``names`` are stretches known to be names of places, whatever else they look like.
    """
    given = _words_of(reading, names)
    scan = _Scan(reading, gazetteer, words, frozenset(_covered(reading, skip)), given)
    return _share_nouns(reading, list(scan.run()), gazetteer)


def _words_of(reading: Reading, names: Sequence[Span]) -> dict[int, int]:
    """The first and last word of each stretch."""
    found = {}
    for name in names:
        first = bisect_right(reading.words, name.start, key=attrgetter("end"))
        last = bisect_left(reading.words, name.end, key=attrgetter("start")) - 1
        while last > first and reading.words[last].possessive:
            last -= 1
        if first <= last:
            found[first] = last
    return found


def _share_nouns(reading: Reading, found: list[Sighting], gazetteer: Gazetteer) -> list[Sighting]:
    """ "Erbil, Kirkuk and Anbar provinces": a noun in the plural is that of the names before.

    What the name means with its noun ("Example County") it can mean here as well.
    """
    shared: str | None = None
    for at in range(len(found) - 2, -1, -1):
        name, following = found[at], found[at + 1]
        noun_at = following.noun_first
        if noun_at is not None and reading.key(noun_at) != following.noun:
            shared = following.noun
            found[at + 1] = _nouned(following, shared, gazetteer)
        if shared is None or name.noun is not None or not _listed(reading, name, following):
            shared = None
            continue
        found[at] = _nouned(name, shared, gazetteer)
    return found


def _listed(reading: Reading, name: Sighting, following: Sighting) -> bool:
    """Whether two names stand beside each other in a list: "A, B and C"."""
    between = reading.text[reading.words[name.last].end : reading.words[following.first].start]
    return between.strip() in (",", "and", ", and", "&", "or")


def _nouned(name: Sighting, noun: str | None, gazetteer: Gazetteer) -> Sighting:
    """A name with the noun that it shares, and the places that are called by both."""
    known = {c.id for c in name.candidates}
    both = (c for c in gazetteer.lookup_key(f"{name.key} {noun}") if c.id not in known and c.own)
    return replace(name, noun=noun, candidates=(*name.candidates, *both))


def _covered(reading: Reading, skip: Sequence[Span]) -> Iterator[int]:
    for span in skip:
        first = bisect_right(reading.words, span.start, key=attrgetter("end"))
        yield from range(first, bisect_left(reading.words, span.end, key=attrgetter("start")))


@dataclass(frozen=True)
class _Scan:
    reading: Reading
    gazetteer: Gazetteer
    lists: ToponymWords
    skipped: frozenset[int]
    given: Mapping[int, int]

    @cached_property
    def unlisted(self) -> Unlisted:
        return Unlisted(self.reading, self.gazetteer, self.lists, self.skipped)

    def run(self) -> Iterator[Sighting]:
        end, before, listed = 0, None, None
        for at in self._openings():
            if at >= end and (found := self._at(at, listed)) is not None:
                found = self._without_taken(found, before)
                yield found
                listed = found if self._is_set(found, listed) else None
                end, before = found.last + 1, found

    def _is_set(self, found: Sighting, before: Sighting | None) -> bool:
        """Whether the words, or those around the list in which it stands, tell it to be a place."""
        if found.noun is not None or not found.candidates or sets(self.reading, found.first):
            return True
        return before is not None and self._between(before, found.first) in _LISTED

    def _between(self, before: Sighting, first: int) -> str:
        """What stands between a name, its noun too, and the word with which another begins."""
        end = self.reading.words[before.noun_first or before.last].end
        return self.reading.text[end : self.reading.words[first].start]

    def _without_taken(self, found: Sighting, before: Sighting | None) -> Sighting:
        """ "The Zobrak quarter of Damascus": the noun is that of the name before it."""
        taken = before.noun_first if before is not None else None
        if taken is None or found.noun_first is not None or taken < found.first - 2:
            return found
        return replace(found, noun=None if found.candidates else "locality")

    def _openings(self) -> Iterator[int]:
        """Where a name can begin at all: at a capital, an article, a name that is told."""
        for at, word in enumerate(self.reading.words):
            if word.capital or word.key in ARTICLES or at in self.given:
                yield at

    def _at(self, at: int, before: Sighting | None) -> Sighting | None:
        if at in self.given:
            return self._told(at, self.given[at])
        if at in self.skipped or not self._may_start(at) or self.unlisted.is_tail(at):
            return None
        known = self._state_abbreviation(at) or self._longest(at, before)
        return known or self._introduced(at, before)

    def _told(self, first: int, last: int) -> Sighting:
        """A name that is known to be one, with every place that it, or its core, can mean."""
        form = self.reading.text[self.reading.words[first].start : self.reading.words[last].end]
        state = _state_forms().get(form) or _state_forms().get(f"{form}.")
        keys = [self.reading.key(i) for i in range(first, last + 1) if self._counts(i)]
        key = join_keys(keys or [""])
        if state is not None:
            return Sighting(first, last, key, self.gazetteer.lookup(state)[:1], given=True)
        noun, noun_at = self._noun_after(last)
        candidates = namesakes(keys, self.gazetteer)
        if form.isupper() and len(key) < _A_WORD:
            candidates = tuple(c for c in candidates if c.own or c.kind == "country")
        part = not candidates
        candidates = candidates or towns_in(keys, self.gazetteer)
        return Sighting(first, last, key, candidates, noun, noun_at, given=True, part=part)

    def _counts(self, at: int) -> bool:
        return not self.reading.words[at].possessive

    def _may_start(self, at: int) -> bool:
        word = self.reading.words[at]
        if word.capital:
            return True
        if word.key not in ARTICLES or not self._capital(at + 1):
            return False
        gap = self.reading.gap(at + 1)
        return gap == "-" or (gap == " " and word.key in ("al", "el"))

    def _capital(self, at: int) -> bool:
        return at < len(self.reading.words) and self.reading.words[at].capital

    def _longest(self, at: int, before: Sighting | None = None) -> Sighting | None:
        first = self.reading.key(at)
        longest = self.gazetteer.longest(ABBREVIATIONS.get(first, first))
        limit = min(max(longest, 1), _LONGEST)
        run = self._run(at, limit)
        while run:
            key = join_keys([self.reading.key(i) for i in run])
            if self._plausible(run, key):
                candidates = self._namesakes(run, key)
                if candidates and self._cut_short(run, candidates, before):
                    return self._introduced(at, before)
                if candidates:
                    return self._with_noun(run[0], run[-1], key, candidates)
            run = run[:-1]
        return None

    def _namesakes(self, run: Sequence[int], key: str) -> tuple[Candidate, ...]:
        """The places of that key; after "al-" only of lands that have the article."""
        at = run[0]
        found = self.gazetteer.lookup_key(key)
        if not found and self.reading.key(run[-1] + 1) not in self.lists.function:
            found = self._owner(key)
        if at and self.reading.gap(at) == "-" and self.reading.key(at - 1) in ARTICLES:
            return tuple(c for c in found if c.own or c.country in SKELETON_COUNTRIES)
        return found

    def _owner(self, key: str) -> tuple[Candidate, ...]:
        """ "Exampletowns mayor" has lost an apostrophe: the well-known place of that name."""
        if " " in key or not key.endswith("s") or len(key) < _A_NAME:
            return ()
        found = self.gazetteer.lookup_key(key[:-1])
        known = (c for c in found if c.own or c.population >= _LARGE)
        return tuple(c for c in known if c.quality is MatchQuality.NAME)

    def _cut_short(
        self, run: Sequence[int], candidates: Sequence[Candidate], before: Sighting | None
    ) -> bool:
        """Whether more of a name follows that no list has: "Tal Example", "Exam de Ple"."""
        after = run[-1] + 1
        if not self.reading.joined(after):
            return False
        noun = self._noun_before(run[0])
        little = all(
            not c.own and (c.population < _LARGE or c.quality is not MatchQuality.NAME)
            for c in candidates
        )
        set_ = sets(self.reading, run[0]) or noun is not None
        set_ = set_ or (before is not None and self._between(before, run[0]) in _LISTED)
        set_ = set_ or self.unlisted.is_around(run[0])
        if little and (self.unlisted.is_linked(after) or (set_ and self.unlisted.unheard(after))):
            return True
        if self.unlisted.of_village(run):
            return True
        head = len(run) == 1 and self.reading.key(run[0]) in self.lists.heads
        if self.reading.key(after) in ARTICLES:
            loose = all(c.quality is not MatchQuality.NAME for c in candidates)
            abroad = little and all(c.country not in SKELETON_COUNTRIES for c in candidates)
            more = self._capital(after + 1) and self.reading.joined(after + 1)
            return more and (head or loose or (abroad and self.reading.gap(after + 1) == "-"))
        return (
            head
            and self.reading.capital(after)
            and not self.unlisted.is_ordinary(self.reading.key(after))
        )

    def _run(self, at: int, limit: int) -> list[int]:
        """The words from there on that may belong to one name, possessives left out."""
        run: list[int] = []
        for i in range(at, min(at + limit + 2, len(self.reading.words))):
            word = self.reading.words[i]
            if i > at and not word.possessive and not self._continues(i):
                break
            if i in self.skipped or len(run) == limit or (i > at and i in self.given):
                break
            if not word.possessive:
                run.append(i)
        return run

    def _continues(self, at: int) -> bool:
        if self.reading.joined(at):
            return True
        return self.reading.key(at - 1) in ABBREVIATIONS and self.reading.gap(at) == ". "

    def _plausible(self, run: Sequence[int], key: str) -> bool:
        """Whether the case of the last word, and the length, allow a name."""
        first, last = self.reading.words[run[0]], self.reading.words[run[-1]]
        if key in self.lists.not_places:
            return False
        if len(run) == 1:
            return self._plausible_word(run[0], key)
        if first.key in _LEADING and not self.gazetteer.knows(key):
            return False
        if last.capital or last.key[0].isdigit():
            return first.capital or last.key not in ARTICLES
        return self.gazetteer.knows(key)

    def _plausible_word(self, at: int, key: str) -> bool:
        if key in _ACRONYMS:
            return self._plausible_acronym(at)
        if self.reading.shouting[at] and key in self.lists.common:
            return False
        if self._initials(at) and not (self.gazetteer.knows(key) and sets(self.reading, at)):
            return False
        if key in country_of_adjective() or key in self.lists.titles or key in ARTICLES:
            return False
        return len(key) > 2 and not key.isdigit()

    def _initials(self, at: int) -> bool:
        """ "SANA", "FSA": capitals that are not those of a headline or dateline."""
        word = self.reading.words[at]
        if word.end - word.start > 5 or self.reading.shouting[at] or "\n" in self.reading.gap(at):
            return False
        return at > 0 and self.reading.text[word.start : word.end].isupper()

    def _plausible_acronym(self, at: int) -> bool:
        """ "US" and "U.S."; in a line of capitals only what cannot be "us" or "car"."""
        word = self.reading.words[at]
        form = self.reading.text[word.start : word.end]
        if not self.reading.shouting[at] or "." in form:
            return form.isupper()
        return word.key != "car" and (word.key != "us" or self.reading.key(at - 1) == "the")

    def _state_abbreviation(self, at: int) -> Sighting | None:
        """ "Springfield, Ill." and "Springfield, IL" """
        reading = self.reading
        word = reading.words[at]
        form = reading.text[word.start : word.end]
        state = _state_forms().get(form)
        if state is None:
            return None
        dotted = form.count(".") > 1
        follows = at > 0 and reading.gap(at) in (", ", " (") and reading.words[at - 1].capital
        if not (dotted or follows) or (reading.shouting[at] and not dotted and form != "TX"):
            return None
        return Sighting(at, at, word.key, self.gazetteer.lookup(state)[:1], abbreviation=True)

    def _with_noun(
        self, first: int, last: int, key: str, candidates: tuple[Candidate, ...]
    ) -> Sighting:
        noun, noun_at = self._noun_after(last)
        if noun is None and not self._is_whole(first, last, candidates):
            noun, noun_at = self._noun_before(first), None
        if noun is None and self.reading.key(first - 1) in PARTS_OF_STATES:
            noun = "state" if is_of_state(candidates) else None
        if noun is None and all(c.quality is MatchQuality.VARIANT for c in candidates):
            noun = self.unlisted.told(range(first, last + 1))
        return Sighting(first, last, key, candidates, noun, noun_at)

    def _is_whole(self, first: int, last: int, candidates: Sequence[Candidate]) -> bool:
        """ "The southern neighbourhoods of Aleppo": of a city, whose parts are not named."""
        noun = self.reading.key(first - 2)
        parts = self.reading.key(first - 1) == "of" and singular(noun) in PLACE_NOUNS
        if not parts or singular(noun) == noun or self._goes_on(last + 1):
            return False
        return any(c.kind == "town" and c.population >= _LARGE for c in candidates)

    def _goes_on(self, after: int) -> bool:
        """Whether another name follows as in a list, with a comma, "and" or nothing between."""
        if after >= len(self.reading.words):
            return False
        at = after + 1 if self.reading.key(after) == "and" else after
        return self._capital(at) and self.reading.gap(at) in (" ", ", ")

    def _noun_after(self, last: int) -> tuple[str | None, int | None]:
        at = last + 1
        while self.reading.joined(at) and self.reading.key(at) in NOUN_ADJECTIVES:
            at += 1
        if self.reading.joined(at) and not self._is_bound(at + 1):
            noun = singular(self.reading.key(at))
            spoken = noun == "state" and self.reading.key(at + 1) in _STATE_OWNED
            if noun in PLACE_NOUNS and (noun != "field" or at > last + 1) and not spoken:
                return noun, at
            if noun == "area" and self._of_a_city(at + 1):
                return "neighborhood", at
        return None, None

    def _is_bound(self, at: int) -> bool:
        """ "the Zobrak quarter**-final**" is no quarter."""
        return at < len(self.reading.words) and self.reading.gap(at) == "-"

    def _of_a_city(self, at: int) -> bool:
        """ "the Zobrak area **in Damascus city**", "... of the city of Damascus"."""
        if self.reading.key(at) not in ("in", "of"):
            return False
        return "city" in [self.reading.key(i) for i in range(at + 1, at + 4)]

    def _noun_before(self, first: int) -> str | None:
        """The noun of "the village of X", "a base called X", "the town X"."""
        at = first - 1
        if not self.reading.joined(first):
            return None
        if self.reading.key(at) in ("of", "called", "named", "al", "el") and self.reading.joined(
            at
        ):
            at -= 1
        noun = singular(self.reading.key(at))
        if noun not in PLACE_NOUNS or at == first - 1:
            return None
        return None if noun in _OFFICES and self._officious(at) else noun

    def _officious(self, at: int) -> bool:
        """ "Department of Security" is no department of a country."""
        return self.reading.words[at].capital

    def _introduced(self, at: int, before: Sighting | None = None) -> Sighting | None:
        """A name that the gazetteer lacks, but that a place noun introduces."""
        run = self.unlisted.run(at)
        if not run or self.unlisted.is_word(run):
            return None
        if self.unlisted.holds_known(run) and not self._heads(run):
            return None
        if len(self.reading.key(run[0])) == 1:
            return None  # "in N Syria"
        noun, noun_at = self._noun_after(run[-1])
        if noun is not None and not self.reading.capital(noun_at or 0):
            loose = self.reading.key(run[0] - 1) in ("a", "an")  # "an Exampling suburb"
            noun = None if loose or self.unlisted.is_owner(run, noun) else noun
        else:
            noun, noun_at = self._noun_before(run[0]), None
        noun = noun or self.unlisted.told(run)
        if noun is None and self._beside(run, before):
            noun = before.noun if before is not None and before.noun in _VILLAGES else "locality"
        if noun is None and self._placed(run):
            noun = "locality"
        noun = noun or self.unlisted.shared(run)
        if noun is None:
            return None
        return Sighting(run[0], run[-1], self.unlisted.key(run), (), noun, noun_at)

    def _heads(self, run: Sequence[int]) -> bool:
        """ "In **Stari** Zobrak": another place than Zobrak, which is known."""
        return self.reading.key(run[0]) in self.lists.heads and sets(self.reading, run[0])

    def _placed(self, run: Sequence[int]) -> bool:
        """ "in Zobrak, Diyala province": what a place follows after a comma is a place."""
        after = run[-1] + 1
        if after >= len(self.reading.words) or self.reading.gap(after) != ", ":
            return False
        if self.reading.key(run[0] - 1) not in INSIDE or not self.reading.joined(run[0]):
            return False
        outer = self._longest(after) if self.reading.words[after].capital else None
        return outer is not None and outer.known

    def _beside(self, run: Sequence[int], before: Sighting | None) -> bool:
        """ "the towns of Zobrak and Tal Zobrak": a name in a list with one that is a place."""
        if before is None or not self.unlisted.free(run, persons=before.noun in _VILLAGES):
            return False
        between = self._between(before, run[0])
        if self.unlisted.of_counties(run) or (between == ", " and self._speaks(run[-1] + 1)):
            return False
        beside = between == " " and self.reading.key(run[0]) in self.lists.heads
        return (between in _LISTED or beside) and not self.unlisted.goes_on(run[-1] + 1)

    def _speaks(self, after: int) -> bool:
        """ "The head of Example province, Zobrak Kindah, **said**": a person in apposition."""
        if after >= len(self.reading.words) or self.reading.gap(after) not in (" ", ", "):
            return False
        return self.reading.key(after) in self.lists.speech


@lru_cache
def _state_forms() -> dict[str, str]:
    return {form: state.name for state in us_states().values() for form in state.short}
