"""Judging all reports of many readings at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallystick.link.index import Index
from tallystick.link.score import DEFAULTS, LinkOptions
from tallystick.link.shelf import Memory
from tallystick.model.judgement import Judgement
from tallystick.model.statement import Reading


def judge(readings: Sequence[Reading], *, options: LinkOptions = DEFAULTS) -> Iterator[Judgement]:
    """Judgements on the pairs of reports that matter, in the order of their ids.

    *Same* and *unsure* for every pair found that scores so high; *different* for two
    reports of one document that their day, place, target or extent tells apart, and for
    two reports that both were judged the same as a third. What the program says of a pair
    depends on their two documents alone, not on the order of ``readings`` nor on what else is
    in them.
    For a ledger that grows there is :class:`tallystick.link.index.Index`.
    """
    judged = {(j.a, j.b): j for j in Index(Memory(), options).judge(readings)}
    yield from (judged[pair] for pair in sorted(judged))
