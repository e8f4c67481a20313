"""A person's judgement on two reports or incidents, put in the ledger for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from tallystick.analyse.explain import Pair, explain
from tallystick.errors import TallystickError
from tallystick.ledger import Ledger
from tallystick.model.ids import judgement_id
from tallystick.model.incident import Incident
from tallystick.model.judgement import PROGRAM, Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Review:
    """The judgements recorded, and the incidents in which the two reports are now."""

    judgements: tuple[Judgement, ...]
    first: Incident
    second: Incident

    @property
    def together(self) -> bool:
        return self.first.id == self.second.id


def judge(
    ledger: Ledger, first: str, second: str, verdict: Verdict, *, why: str, by: str = "reviewer"
) -> Review:
    """Records what a person holds of two reports or incidents (ids or their beginnings).

    Of two incidents the likeliest pair of reports is judged; where they are "same", also
    every pair that the program holds to be different, so that the person's word wins. A
    later judgement on the pair supersedes it; nothing is erased. Raises
    :class:`NotFoundError`, and :class:`TallystickError` where one incident is judged with
    itself or a reason or name is missing.
    """
    if not why.strip():
        raise TallystickError("a judgement needs a reason: --why TEXT")
    if not by.strip() or by == PROGRAM:
        raise TallystickError(f"a judgement is by a person: --by cannot be {by!r}")
    pairs = _pairs(ledger, first, second)
    at = datetime.now(UTC).replace(microsecond=0)
    judgements = [_judgement(pair, verdict, why, by, at) for pair in _chosen(pairs, verdict)]
    run = ledger.start_run("judge")
    ledger.record(judgements, run=run)
    ledger.finish_run(run)
    a, b = (ledger.incident(report.id) for report in (pairs[0].a, pairs[0].b))
    return Review(tuple(judgements), a, b)


def _pairs(ledger: Ledger, first: str, second: str) -> list[Pair]:
    reports = (first.startswith("r-"), second.startswith("r-"))
    pairs = explain(ledger, first, second)
    if not pairs or (reports != (True, True) and _one_incident(ledger, first, second)):
        raise TallystickError(
            f"{first} and {second} are one incident; name two of its reports "
            f"(tallystick show {first} lists them)"
        )
    return pairs


def _one_incident(ledger: Ledger, first: str, second: str) -> bool:
    return ledger.incident(first).id == ledger.incident(second).id


def _chosen(pairs: list[Pair], verdict: Verdict) -> list[Pair]:
    """The likeliest pair, and for "same" those that would stand in its way."""
    if verdict is not Verdict.SAME:
        return pairs[:1]
    against = [p for p in pairs[1:] if p.stands and p.stands.verdict is Verdict.DIFFERENT]
    return pairs[:1] + against


def _judgement(pair: Pair, verdict: Verdict, why: str, by: str, at: datetime) -> Judgement:
    a, b = pair.a.id, pair.b.id
    id_ = judgement_id(a, b, verdict.value, by, why, at.isoformat())
    return Judgement(id_, a, b, verdict, by, why=why, at=at)
