"""Stories: several reports on the same incidents. Are those of one incident joined, and no others?

Each story in ``story_texts/`` is two to four texts of our own, by different publishers, on
incidents that overlap, with a key made by reading (``story_texts/README.md``). They go through
the program's own line into a ledger that is thrown away, and what ``tallystick incidents --json``
prints of it is judged. Of half of the stories the errors are not looked at (``--part held``).

An *account* is what one document says of one incident. In each document the program's accounts
are matched to the key's one to one, by the share of their statements on the words that tell of
it. What the key has in passing only (``background``) neither helps nor hurts.

- ``accounts``: those of the key that are found, those of the program that are none of the key's.
- ``links``: pairs of accounts of one incident in two documents. Right where the program joins
  both; a pair that it joins of two incidents, or with what is no account, is a wrong one.
- ``whole``: the share of incidents that are one with all their accounts and no other.
- The values are those that a user sees of the incident, judged where some account was found:
  a count is right if its lowest and highest are those of all the sources, an actor by its name.
"""

from __future__ import annotations

import re
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from eval.common import NOTHING, Figure, Rates, Scores, arguments, finish, share
from eval.judge import day_right, kilometres, named, plain
from eval.matching import assign, share_on
from eval.seedkey import Day, Range
from eval.seen import SeenIncident, SeenStatement, incidents_of
from eval.storykey import ACTORS, Names, Place, Story, StoryIncident, Told, load_stories
from tallystick.ledger import Ledger
from tallystick.pipeline import Options, build
from tallystick.vocab.actors import actor_book

PARTS = ("read", "held", "all")
_ABOUT = 0.3  # share of an account's statements on an incident's words from which it is about it


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says of one of the program's incidents; ``key`` is the incident meant."""

    seen: SeenIncident
    document: str
    statements: tuple[SeenStatement, ...]
    key: StoryIncident | None = None

    @property
    def counted(self) -> bool:
        """Whether it is for or against the program: nothing told in passing is."""
        return self.key.wanted if self.key else self.seen.of_the_day


@dataclass(frozen=True, slots=True)
class Judged:
    """A story with the program's accounts."""

    story: Story
    accounts: tuple[Account, ...]

    def of(self, incident: StoryIncident) -> list[Account]:
        return [a for a in self.accounts if a.key is incident]

    @property
    def wanted(self) -> list[StoryIncident]:
        return [i for i in self.story.incidents if i.wanted]

    @property
    def pairs(self) -> Iterator[tuple[StoryIncident, SeenIncident]]:
        """Each incident of the key, with the program's that has most of its accounts."""
        for incident in self.wanted:
            found = [account.seen for account in self.of(incident)]
            if found:
                yield incident, max(found, key=lambda seen: _weight(seen, found))


def _weight(seen: SeenIncident, found: Sequence[SeenIncident]) -> tuple[int, int]:
    return sum(seen is other for other in found), len(seen.statements)


def main(argv: Sequence[str] = ()) -> Scores:
    """Build a ledger of each story, and print the figures over all."""
    options = _options(argv)
    chosen = [s for s in load_stories() if options.part == "all" or s.held is _held(options)]
    judged = [judge(story, _built(story)) for story in chosen[: options.limit]]
    scores = finish(Scores("stories", tuple(figures(judged))), options.json)
    if options.list:
        for line in (line for one in judged for line in explained(one)):
            print(line)
    return scores


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("stories", __doc__ or "")
    parser.add_argument("--part", choices=PARTS, default="all")
    parser.add_argument("--list", action="store_true", help="print what is wrong in each story")
    return parser.parse_args(argv)


def _held(options: Namespace) -> bool:
    part: str = options.part
    return part == "held"


def _built(story: Story) -> list[SeenIncident]:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "story.ledger"
        with Ledger.open(path) as ledger:
            build(story.files, ledger, Options(manifest=story.folder / "manifest.json"))
        return incidents_of(path)


# ------------------------------------------------------------------ whose account is whose


def judge(story: Story, seen: Iterable[SeenIncident]) -> Judged:
    """The program's accounts in each document, matched to the key's one to one."""
    given = [account for incident in seen for account in _accounts(incident)]
    matched: list[Account] = []
    for document in sorted({account.document for account in given}):
        here = [a for a in given if a.document == document]
        told = [(i, t) for i in story.incidents for t in i.told if t.document == document]
        meant = {id(a): i for a, (i, _) in assign(here, told, lambda a, one: _share(a, one[1]))}
        matched += (Account(a.seen, document, a.statements, meant.get(id(a))) for a in here)
    return Judged(story, tuple(matched))


def _accounts(incident: SeenIncident) -> Iterator[Account]:
    for document in incident.documents:
        said = tuple(s for s in incident.statements if s.document == document)
        yield Account(incident, document, said)


def _share(account: Account, told: Told) -> float:
    on = share_on(account.statements, [(told.document, span) for span in told.spans])
    return on if on >= _ABOUT else 0.0


# ------------------------------------------------------------------ figures


def figures(judged: Sequence[Judged]) -> Iterator[Figure]:
    """All figures, merging first."""
    yield from _sum(map(account_rates, judged)).figures("accounts")
    yield from _sum(map(link_rates, judged)).figures("links")
    wanted = [(one, incident) for one in judged for incident in one.wanted]
    yield share("whole", sum(is_whole(*pair) for pair in wanted), len(wanted))
    pairs = [pair for one in judged for pair in one.pairs]
    yield share("kind", sum(seen.kind in key.kinds for key, seen in pairs), len(pairs))
    yield share("standing", sum(seen.standing == key.standing for key, seen in pairs), len(pairs))
    for name, rate in FIELDS.items():
        yield from _sum(rate(key, seen) for key, seen in pairs).figures(name)


def _sum(rates: Iterable[Rates]) -> Rates:
    return sum(rates, NOTHING)


def account_rates(one: Judged) -> Rates:
    """Accounts of the key that are found, over the program's and over the key's."""
    counted = [a for a in one.accounts if a.counted]
    right = sum(a.key is not None for a in counted)
    return Rates(right, len(counted), sum(len(i.told) for i in one.wanted))


def link_rates(one: Judged) -> Rates:
    """Pairs of accounts in two documents that are one incident's."""
    pairs = [(a, b) for a, b in combinations(one.accounts, 2) if a.seen is b.seen]
    given = [(a, b) for a, b in pairs if a.counted or b.counted]
    right = sum(a.key is not None and a.key is b.key for a, b in given)
    return Rates(right, len(given), sum(_pairs(len(i.told)) for i in one.wanted))


def _pairs(accounts: int) -> int:
    return accounts * (accounts - 1) // 2


def is_whole(one: Judged, incident: StoryIncident) -> bool:
    """Whether one incident of the program has all its accounts and no other."""
    found = one.of(incident)
    if len(found) != len(incident.told) or any(a.seen is not found[0].seen for a in found):
        return False
    return all(a in found for a in one.accounts if a.seen is found[0].seen)


def _day(key: StoryIncident, seen: SeenIncident) -> Rates:
    given = seen.when is not None and not seen.when.floating
    wanted = Day(*key.day, finest=1) if key.day else None
    right = given and wanted is not None and day_right(seen.when, wanted)
    return Rates(right, given, wanted is not None)


def _where(key: StoryIncident, seen: SeenIncident) -> Rates:
    right = key.place is not None and is_place(seen, key.place)
    return Rates(right, seen.where is not None, key.place is not None)


def is_place(seen: SeenIncident, key: Place) -> bool:
    """Right by a name, or by a point near enough."""
    if seen.where is None:
        return False
    if named(seen.where.name, key.names):
        return True
    point = seen.where.point
    return bool(point and key.point and kilometres(point, key.point) <= key.within_km)


def _count(seen: tuple[int | None, int | None], best: int | None, key: Range | None) -> Rates:
    """Where the top is open ("at least 31"), the best figure is to be the highest of the key."""
    low, high = seen
    given = seen != (None, None)
    right = key is not None and low == key.low and (high or best) == (key.high or best)
    return Rates(right, given, key is not None)


def _actors(name: str) -> Callable[[StoryIncident, SeenIncident], Rates]:
    def rates(key: StoryIncident, seen: SeenIncident) -> Rates:
        wanted = key.actors[name]
        given = given_actors(seen, name)
        right = assign(given, wanted, lambda g, w: float(is_actor(g, w)))
        rest = [g for g in given if not any(g is r for r, _ in right)]
        wrong = [g for g in rest if not any(_either(g, t) for t in key.tolerated[name])]
        return Rates(len(right), len(right) + len(wrong), len(wanted))

    return rates


def given_actors(seen: SeenIncident, name: str) -> Sequence[Names]:
    """The actors of a field; who is suspected is blamed, and each is told once."""
    found: tuple[Names, ...] = getattr(seen, name)
    return tuple(dict.fromkeys((*found, *(seen.suspected if name == "blamed" else ()))))


def is_actor(seen: Names, wanted: Names) -> bool:
    """Whether one of the wanted names, as words, is in one of those given, or is another name of
    the same actor: the key says "LTTE", the program "Liberation Tigers of Tamil Eelam"."""
    told = any(
        re.search(rf"\b{re.escape(plain(name))}\b", plain(given))
        for given in seen
        for name in wanted
    )
    return told or bool(_listed(seen) & _listed(wanted))


def _either(seen: Names, tolerated: Names) -> bool:
    """Whether one is the other, in more words or fewer: "man", "a man on a motorcycle"."""
    return is_actor(seen, tolerated) or is_actor(tolerated, seen)


def _listed(names: Names) -> frozenset[str]:
    """The actors of the vocabulary, no mere sort of actor, that have one of the names whole."""
    hits = ((name, hit) for name in names for hit in actor_book().find(name))
    return frozenset(
        hit.item.id
        for name, hit in hits
        if hit.span.of(name) == name and not hit.item.is_collective
    )


FIELDS: dict[str, Callable[[StoryIncident, SeenIncident], Rates]] = {
    "day": _day,
    "place": _where,
    "killed": lambda key, seen: _count(seen.killed, seen.best_killed, key.killed),
    "injured": lambda key, seen: _count(seen.injured, seen.best_injured, key.injured),
    **{name: _actors(name) for name in ACTORS},
}


# ------------------------------------------------------------------ in words


def explained(one: Judged) -> Iterator[str]:
    """What is wrong in a story."""
    yield f"== {one.story.name}"
    for incident in one.wanted:
        if not is_whole(one, incident):
            yield f"not whole: {incident.id}"
            told = {t.document for t in incident.told}
            found = one.of(incident)
            yield from (f"    {a.document}: {_line(a.seen)}" for a in found)
            yield from (f"    {d}: not found" for d in sorted(told - {a.document for a in found}))
    for account in one.accounts:
        if account.counted and account.key is None:
            words = ", ".join(repr(s.quote) for s in account.statements[:4])
            yield f"no account: {account.document}: {_line(account.seen)}: {words}"
    for key, seen in one.pairs:
        for name, rate in FIELDS.items():
            rates = rate(key, seen)
            if not rates.right == rates.given == rates.wanted:
                yield f"{name} of {key.id}: {_given(seen, name)}, not {_asked(key, name)}"


def _line(seen: SeenIncident) -> str:
    when = (seen.when.text or seen.when.start) if seen.when else "no date"
    where = seen.where.name if seen.where else "no place"
    return f"{seen.id} {seen.kind} {seen.standing}, {when}, {where}"


def _given(seen: SeenIncident, name: str) -> object:
    if name in ACTORS:
        return given_actors(seen, name)
    return getattr(seen, {"day": "when", "place": "where"}.get(name, name))


def _asked(key: StoryIncident, name: str) -> object:
    return key.actors[name] if name in ACTORS else getattr(key, name)
