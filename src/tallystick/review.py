"""What a person decides, put in the ledger for good: by the command line and by the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tallystick.analyse.explain import Pair, explain
from tallystick.errors import TallystickError
from tallystick.ledger import Ledger
from tallystick.model.codec import to_json
from tallystick.model.entries import Body, Entry
from tallystick.model.ids import entry_id, judgement_id
from tallystick.model.incident import Incident
from tallystick.model.judgement import PROGRAM, Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reports by their ids, ``a`` < ``b``, and what is held of them.

    ``stands`` is the judgement that counts, a person's before the program's; ``program`` is the
    program's own. ``None`` where there is no such judgement.
    """

    a: str
    b: str
    stands: Judgement | None
    program: Judgement | None

    @property
    def score(self) -> float:
        """How probable the program holds it that the two are one; 0 where it does not say."""
        return (self.program and self.program.score) or 0.0


@dataclass(frozen=True, slots=True)
class Review:
    """The judgements recorded, and the incidents in which the two reports are now.

    ``still`` are earlier words of persons by which one of two reports told apart is the same as
    a third: the two stay together, whichever incident that makes.
    """

    judgements: tuple[Judgement, ...]
    first: Incident
    second: Incident
    still: tuple[Judgement, ...] = ()

    @property
    def together(self) -> bool:
        """Whether the two reports are now in one incident."""
        return self.first.id == self.second.id


def judge(
    ledger: Ledger, first: str, second: str, verdict: Verdict, *, why: str, by: str = "reviewer"
) -> Review:
    """Records what a person holds of two reports or incidents (ids or their beginnings).

    Of two incidents the likeliest pair of reports is judged (see :func:`judgements_on`). A
    later judgement on the pair supersedes it; nothing is erased. Raises
    :class:`NotFoundError`, and :class:`TallystickError` where one incident is judged with
    itself or a reason or name is missing.
    """
    _check(by, why)
    pairs = _pairs(ledger, first, second)
    compared = [Compared(pair.a.id, pair.b.id, pair.stands, pair.compared) for pair in pairs]
    judgements = judgements_on(compared, verdict, why=why, by=by)
    ledger.decide(judgements=judgements)
    a, b = (ledger.incident(report.id) for report in (pairs[0].a, pairs[0].b))
    apart = verdict is Verdict.DIFFERENT
    still = _still_same(ledger, pairs[0].a.id, pairs[0].b.id) if apart else ()
    return Review(tuple(judgements), a, b, still)


def _still_same(ledger: Ledger, *reports: str) -> tuple[Judgement, ...]:
    """The last words of persons by which one of these reports is the same as another."""
    last = {(j.a, j.b): j for id in reports for j in ledger.judgements(of=id) if j.by != PROGRAM}
    return tuple(j for j in last.values() if j.verdict is Verdict.SAME)


def judgements_on(
    pairs: Sequence[Compared], verdict: Verdict, *, why: str, by: str
) -> list[Judgement]:
    """A person's judgements on two incidents, out of their pairs of reports, likeliest first.

    The likeliest pair is judged; where it is "same", also every pair that is held to be
    different, so that the person's word wins. Raises :class:`TallystickError` where a reason
    or name is missing.
    """
    _check(by, why)
    chosen = pairs[:1]
    if verdict is Verdict.SAME:
        apart = [p for p in pairs[1:] if p.stands and p.stands.verdict is Verdict.DIFFERENT]
        chosen = [*chosen, *apart]
    at = datetime.now(UTC)
    return [_judgement(pair.a, pair.b, verdict, why, by, at) for pair in chosen]


def entry(body: Body, *, by: str) -> Entry:
    """An entry of now. Raises :class:`TallystickError` where a reason or name is missing."""
    _check(by, getattr(body, "why", None))
    at = datetime.now(UTC)
    kind = type(body).__name__.lower()
    return Entry(entry_id(kind, to_json(body), by, at.isoformat()), body, by, at)


def _check(by: str, why: str | None) -> None:
    if why is not None and not why.strip():
        raise TallystickError("a judgement needs a reason: --why TEXT")
    if not by.strip() or by == PROGRAM:
        raise TallystickError(f"a judgement is by a person: --by cannot be {by!r}")


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


def _judgement(a: str, b: str, verdict: Verdict, why: str, by: str, at: datetime) -> Judgement:
    id_ = judgement_id(a, b, verdict.value, by, why, at.isoformat())
    return Judgement(id_, a, b, verdict, by, why=why, at=at)
