"""Relative clauses that speak of what was just said: ", a charge that the rebels denied".

Each of the two ends where the other begins. Who denies a charge denies who did it, not what was
done; who claims responsibility for "which" claims no more than that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tallystick.extract.quotation.attributed import Attribution
from tallystick.model.document import Span

_OPENS = re.compile(
    r",\s+(?:and\s+|but\s+)?(?:(?P<charge>(?:an?|the)\s+(?:[\w-]+\s+)?(?:charge|accusation|allegation|"
    r"suggestion)s?)\s+(?:that\s+|which\s+)?|(?P<which>for\s+which\s+|(?:a|an)\s+(?:[\w-]+\s+)?"
    r"(?:attack|bombing|raid|strike|blast|killing)\s+(?:(?:for\s+which|that)\s+)?)|"
    r"(?:an?|the)\s+(?:[\w-]+\s+)?(?:claim|assertion|account|figure|toll|report|version|statement)s?\s+"
    r"(?:that\s+|which\s+)?|something\s+(?:that\s+)?|which\s+)(?:an?\s[^.;,]{2,60},\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def parted(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Those of one sentence, cut where a relative clause opens that looks back on the rest."""
    cut = list(found)
    for at, later in enumerate(found):
        if later.content.end > later.source.start or later.source.end > later.cue.start:
            continue
        opens = _OPENS.search(text, later.content.start, later.source.start)
        if opens is None:
            continue
        cut[at] = replace(later, content=_said_of(later, opens))
        for before in range(at):
            cut[before] = _until(cut[before], opens.start())
    return cut


def _said_of(later: Attribution, opens: re.Match[str]) -> Span:
    group = next((g for g in ("charge", "which") if opens[g]), None)
    return Span(*opens.span(group)) if group else Span(later.content.start, opens.start())


def _until(this: Attribution, end: int) -> Attribution:
    if not this.content.start < end < this.content.end:
        return this
    return replace(this, content=Span(this.content.start, end))
