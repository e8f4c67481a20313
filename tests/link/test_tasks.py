"""Linking by tasks, in any number of processes, comes to what plain loops come to."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from itertools import combinations

import numpy as np
import pytest
from eval.scale import reports as made_up
from hypothesis import given, settings

from tallystick.link import Index, Memory, index
from tallystick.link import weights as w
from tallystick.link.blocking import _CLASSES, _STEPPED, Entry, _entries
from tallystick.link.comparisons.frame import linkable
from tallystick.link.packing import _KNOWN, pack, unpack
from tallystick.link.profile import Profile
from tallystick.link.score import DEFAULTS, Weighed, reweighed, weigh
from tallystick.link.tasks import Block, Found, Intake, worth_saying
from tallystick.model.judgement import Verdict
from tallystick.model.statement import Reading
from tests.link.test_laws import corpora, profiled

Pairs = dict[tuple[str, str], Weighed]


def meet(one: Entry, two: Entry) -> bool:
    """Whether two keys bring their reports together, by their times and ways."""
    (mark, time, way), (other, when, how) = one, two
    near = abs(time - when) <= (1 if way & _STEPPED else 0)
    barred = any(way & classed and not (way | how) & vague for classed, vague in _CLASSES)
    return mark == other and near and not barred


def plainly(profiles: list[Profile]) -> Pairs:
    """What is said of reports, by loops over all pairs and all keys."""
    found: Pairs = {}
    partners: defaultdict[str, set[str]] = defaultdict(set)
    beside = {p.id: [q for q in profiles if q.document == p.document] for p in profiles}
    keys = {p.id: list(_entries(p)) for p in profiles}
    weighed = {(p.id, q.id): weigh(p, q, DEFAULTS) for p, q in combinations(profiles, 2)}
    standing = {p.id: p.standing for p in profiles}
    for (a, b), pair in weighed.items():
        met = any(meet(x, y) for x in keys[a] for y in keys[b])
        if met and linkable(standing[a], standing[b]) and worth_saying(pair, DEFAULTS):
            found[pair.a, pair.b] = pair
    found = {key: pair for key, pair in rivalled(found, beside) if worth_saying(pair, DEFAULTS)}
    for (a, b), pair in found.items():
        if pair.verdict is Verdict.SAME:
            partners[a].add(b)
            partners[b].add(a)
    for (a, b), pair in weighed.items():
        tied = bool(partners[a] & partners[b]) and b not in partners[a]
        if tied and pair.verdict is Verdict.DIFFERENT:
            found[pair.a, pair.b] = pair
    return found


def rivalled(
    found: Pairs, beside: dict[str, list[Profile]]
) -> Iterator[tuple[tuple[str, str], Weighed]]:
    """Each pair beside those of the same two documents that share one of its reports."""
    for (a, b), pair in found.items():
        one, two = beside[a], beside[b]
        if one[0].document == two[0].document or min(len(one), len(two)) < 2:
            yield (a, b), pair
            continue
        own = [(a, q.id) for q in two if q.id != b] + [(p.id, b) for p in one if p.id != a]
        rivals = [found[min(key), max(key)] for key in own if (min(key), max(key)) in found]
        scores = [rival.score for rival in rivals]
        if pair.score > max(scores, default=0.0):
            yield (a, b), reweighed(pair, w.BEST_MATCH.reason(w.BEST_MATCH.meaning), DEFAULTS)
        elif pair.score < max(scores):
            yield (a, b), reweighed(pair, w.BETTER_MATCH.reason(w.BETTER_MATCH.meaning), DEFAULTS)
        else:
            yield (a, b), pair


def linked(corpus: list[Reading], *, jobs: int = 1) -> Pairs:
    return {(w.a, w.b): w for _, w in Index(Memory(), jobs=jobs).weighed(corpus)}


@given(corpora)
@settings(max_examples=100, deadline=None)
def test_linking_comes_to_what_plain_loops_come_to(corpus: list[Reading]) -> None:
    assert linked(corpus) == plainly(profiled(corpus))


def test_many_accounts_of_one_war_come_to_what_plain_loops_come_to() -> None:
    corpus = [each.reading for each in made_up.told(120, seed=7)]
    plain = plainly(profiled(corpus))
    assert linked(corpus) == plain
    assert {pair.verdict for pair in plain.values()} == set(Verdict)


def test_processes_come_to_what_one_comes_to(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = [each.reading for each in made_up.told(60)]
    alone = list(Index(Memory()).weighed(corpus))
    monkeypatch.setattr(index, "_FEW", 3)
    assert list(Index(Memory(), jobs=2).weighed(corpus)) == alone


@given(corpora)
@settings(max_examples=30, deadline=None)
def test_what_is_packed_is_the_same_again(corpus: list[Reading]) -> None:
    profiles = profiled(corpus)
    assert unpack(pack(corpus)) == corpus
    assert unpack(pack(profiles)) == profiles
    weighed = [weigh(p, q, DEFAULTS) for p, q in combinations(profiles, 2)]
    found = Found([((1, 0), each) for each in weighed])
    task = Intake(tuple((r.document, r.reports) for r in corpus))
    assert pickle.loads(pickle.dumps((found, task))) == (found, task)


def test_members_that_are_equal_as_words_stay_of_their_own_kind() -> None:
    members = [known for known in _KNOWN if isinstance(known, Enum)]
    assert len(members) > len(set(members))
    assert all(unpack(pack(member)) is member for member in members)


@given(corpora)
@settings(max_examples=30, deadline=None)
def test_a_block_is_the_same_again(corpus: list[Reading]) -> None:
    profiles = profiled(corpus)
    block = Block.of(profiles)
    again = Block.unpacked(block.packed())
    assert block.rows.tobytes() == again.rows.tobytes()
    for field in ("hashes", "rows", "ways"):
        np.testing.assert_array_equal(getattr(block.keys, field), getattr(again.keys, field))
    for field in ("begins", "parts", "lengths"):
        np.testing.assert_array_equal(getattr(block.stories, field), getattr(again.stories, field))
