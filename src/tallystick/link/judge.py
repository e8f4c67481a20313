"""Judging all reports of many readings: block, compare, and tell apart what a link would chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from tallystick.link.blocking import candidates
from tallystick.link.comparisons.frame import linkable
from tallystick.link.comparisons.when import DateComparison
from tallystick.link.profile import Profile, Text, profile
from tallystick.link.score import DEFAULTS, LinkOptions, Weighed, weigh
from tallystick.link.weights import DISJOINT_DAYS
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Reading, Standing

_LIVE = (Standing.HAPPENED, Standing.PREVENTED, Standing.BACKGROUND)
_MOST_NEIGHBOURS = 60  # beyond that, average linkage alone keeps chains apart


def judge(readings: Sequence[Reading], *, options: LinkOptions = DEFAULTS) -> Iterator[Judgement]:
    """Judgements on the pairs of reports that matter, in the order of their ids.

    *Same* and *unsure* for every pair found that scores so high; *different* for two
    reports of one document that their day, place, target or extent tells apart, and for
    two reports that both were judged the same as a third. What the program says of a pair
    depends on the two alone, not on the order of ``readings`` nor on what else is in them.
    Takes about a minute for 10,000 reports on one core.
    """
    profiles = sorted(_profiles(readings), key=lambda p: p.id)
    judged = {(j.a, j.b): j for j in _first_round(profiles, options)}
    judged |= {(j.a, j.b): j for j in _held_apart(profiles, judged, options)}
    yield from (judged[pair] for pair in sorted(judged))


def _profiles(readings: Iterable[Reading]) -> Iterator[Profile]:
    seen: set[str] = set()
    for reading in readings:
        live = [r for r in reading.reports if r.standing in _LIVE and r.id not in seen]
        seen.update(report.id for report in live)
        text = Text.of(reading.document) if live else None
        yield from (profile(report, text) for report in live if text)


def _first_round(profiles: Sequence[Profile], options: LinkOptions) -> Iterator[Judgement]:
    for i, j in candidates(profiles, block=options.block):
        a, b = profiles[i], profiles[j]
        if not linkable(a.standing, b.standing) or _hopeless(a, b):
            continue
        weighed = weigh(a, b, options)
        if _is_worth_saying(weighed, a, b, options):
            yield weighed.judgement()


def _hopeless(a: Profile, b: Profile) -> bool:
    """Whether the dates alone exclude the pair (and no document needs it said)."""
    if a.document == b.document:
        return False
    return any(r.weight <= DISJOINT_DAYS.bits for r in DateComparison()(a, b))


def _is_worth_saying(weighed: Weighed, a: Profile, b: Profile, options: LinkOptions) -> bool:
    if weighed.verdict is Verdict.DIFFERENT:
        return a.document == b.document
    return weighed.score >= options.unsure


def _held_apart(
    profiles: Sequence[Profile], judged: dict[tuple[str, str], Judgement], options: LinkOptions
) -> Iterator[Judgement]:
    """*Different* on pairs that a common partner would otherwise chain together."""
    by_id = {p.id: p for p in profiles}
    partners: defaultdict[str, list[str]] = defaultdict(list)
    for (a, b), judgement in judged.items():
        if judgement.verdict is Verdict.SAME:
            partners[a].append(b)
            partners[b].append(a)
    for others in partners.values():
        for a, b in combinations(sorted(others)[:_MOST_NEIGHBOURS], 2):
            if (a, b) not in judged:
                weighed = weigh(by_id[a], by_id[b], options)
                if weighed.verdict is Verdict.DIFFERENT:
                    yield weighed.judgement()
