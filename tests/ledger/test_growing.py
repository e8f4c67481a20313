"""What was kept up as a ledger grew is what one who reads it from nothing finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from tallystick.ledger import Growing, Ledger, growing, in_force, incidents_of
from tallystick.model.document import Span
from tallystick.model.entries import Addition, Comment, Correction, Withdrawal
from tallystick.model.ids import statement_id
from tallystick.model.judgement import PROGRAM, Verdict
from tallystick.model.statement import TRAINED, Field, Reading, Report, Statement
from tallystick.model.values import Casualties, CountRange
from tests.builders import NOON, day, document, entry, fact, hurt, judgement, reading, report

MID = date(2024, 5, 25)


class Hand:
    """Writes by chance what builds and people write."""

    def __init__(self, ledger: Ledger, seed: int) -> None:
        self.ledger = ledger
        self.run = ledger.start_run("build")
        self.chance = Random(seed)
        self.clock = NOON
        self.number = 0
        self.statements: list[Statement] = []
        self.reports: list[Report] = []
        self.decided: list[str] = []

    def act(self) -> None:
        acts: list[Callable[[], None]] = [self.read, self.judge, self.decide, self.correct]
        acts += [self.undo, self.remark, self.add]
        self.chance.choices(acts, (5, 6, 3, 2, 2, 1, 1))[0]()

    def read(self) -> None:
        """A document or two, maybe a newer version of one that was there."""
        batch = [self._reading() for _ in range(self.chance.randint(1, 2))]
        self.ledger.add_many([(r, r.document.text.encode()) for r in batch], run=self.run)
        self.reports += [each for r in batch for each in r.reports]
        self.statements += [s for r in batch for each in r.reports for s in each.statements]

    def _reading(self) -> Reading:
        self.number += 1
        dead, on = self.chance.randint(1, 4), self.chance.randint(1, 31)
        doc = document(
            f"Bomb {self.number} killed {dead} in the north. A mine hurt {dead + 1} in the south.",
            name=f"{self.number}.txt",
            publisher=f"Paper {self.chance.randint(1, 3)}",
            url=f"https://news.example/{self.chance.randint(1, 9)}",
            published=self.chance.choice([None, f"2024-05-{on:02}"]),
        )
        when = fact(Field.WHEN, day("2024-05-01"))
        both = [
            report(doc, "Bomb", when, hurt(dead, f"killed {dead}", confidence=0.4)),
            report(doc, "mine", hurt(dead + 1, f"hurt {dead + 1}", field=Field.INJURED)),
        ]
        told = both[: self.chance.randint(1, 2)]
        return reading(doc, *told, reader=self.chance.choice(["rules", TRAINED]))

    def judge(self) -> None:
        self.ledger.record(self._judgements(PROGRAM), run=self.run)

    def decide(self) -> None:
        found = self._judgements("Ana")
        self.decided += [each.id for each in found]
        self.ledger.decide(judgements=found)

    def _judgements(self, by: str) -> list:
        found = []
        for _ in range(self.chance.randint(1, 3) if len(self.reports) > 1 else 0):
            pair = self.chance.sample(self.reports, 2)
            verdict = self.chance.choices(list(Verdict), (4, 2, 2))[0]
            score = self.chance.choice([0.2, 0.5, 0.7, 0.95])
            at = None if by == PROGRAM else self._now()
            found.append(judgement(*pair, verdict, score, by=by, at=at))
        return found

    def _now(self):
        self.clock += timedelta(minutes=self.chance.randint(-3, 10))
        return self.clock

    def correct(self) -> None:
        counts = [s for s in self.statements if isinstance(s.value, Casualties)]
        if counts:
            old = self.chance.choice(counts)
            new = self._instead(old) if self.chance.random() < 0.7 else None
            self._enter(Correction(old.id, new, "misread"))
            self.statements += [new] if new else []

    def add(self) -> None:
        counts = [s for s in self.statements if isinstance(s.value, Casualties)]
        if counts:
            self._enter(Addition(self._instead(self.chance.choice(counts)), "missed"))

    def _instead(self, old: Statement) -> Statement:
        value = replace(old.value, count=CountRange.exactly(self.chance.randint(5, 90)))
        span = Span(old.span.start, old.span.end - 1)
        what = (old.report, old.field, value, old.stance, old.chain, span)
        return replace(old, id=statement_id(*what), value=value, span=span)

    def remark(self) -> None:
        if self.reports:
            self._enter(Comment(self.chance.choice(self.reports).id, "I was there."))

    def undo(self) -> None:
        if self.decided:
            self._enter(Withdrawal((self.chance.choice(self.decided),)))

    def _enter(self, body) -> None:
        made = entry(body, at=self._now())
        self.ledger.decide(entries=[made])
        if not isinstance(body, Withdrawal):
            self.decided.append(made.id)


def caught_up(kept: Growing, ledger: Ledger) -> bool:
    with ledger.snapshot():
        return kept.catch_up(ledger)


def check(kept: Growing, ledger: Ledger) -> None:
    """All of it is as the ledger itself tells."""
    bounded = ledger.as_of(kept.bounds)
    readings = bounded.readings()
    assert list(kept.readings.values()) == readings
    assert list(kept.documents.values()) == ledger.documents(superseded=True)
    current = {each.id for each in ledger.documents()}
    assert {older for older, _ in kept.supersessions} == kept.documents.keys() - current
    assert list(kept.judgements) == bounded.judgements()
    assert list(kept.entries) == in_force(bounded.entries())
    assert kept.misread == bounded.misread()
    assert kept.coverage == bounded.coverage()
    assert list(kept.incidents) == incidents_of(readings, bounded.judgements())


def sorts(kept: Growing) -> set[str]:
    """What there is in it to go wrong."""
    told = [s for i in kept.incidents for s in i.statements]
    found = {
        "doubt": any(i.possible_duplicates for i in kept.incidents),
        "joined": any(len(i.reports) > 2 for i in kept.incidents),
        "superseded": bool(kept.supersessions),
        "misread": bool(kept.misread),
        "corrected": any(s.by for s in told),
    }
    return {name for name, there in found.items() if there}


def kept_of(whole: Growing, ledger: Ledger, day: date) -> None:
    """Made out of what is held of all days, it is as if read, and the other stays as it was."""
    check(whole.bounded(ledger, day), ledger)
    check(whole, ledger)


@pytest.mark.parametrize("some", [0, 20])
@pytest.mark.parametrize("known_on", [None, MID], ids=["whole", "as known on"])
def test_kept_up_it_is_as_if_made_from_nothing(
    tmp_path: Path, known_on: date | None, some: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growing, "_SOME", some)
    met = set[str]()
    for seed in range(4):
        with Ledger.open(tmp_path / f"{seed}.ledger") as ledger:
            met |= grown(ledger, Growing(known_on), seed)
    assert met == {"doubt", "joined", "superseded", "misread", "corrected"}


def grown(ledger: Ledger, kept: Growing, seed: int) -> set[str]:
    """Acts by chance, with a look after most of them; gives what was met."""
    hand, met, whole = Hand(ledger, seed), set[str](), Growing()
    for step in range(60):
        hand.act()
        if step % 3 != 1:  # at times several acts come at once
            caught_up(kept, ledger)
            check(kept, ledger)
            met |= sorts(kept)
        if step % 9 == 0:
            caught_up(whole, ledger)
            kept_of(whole, ledger, MID)
    fresh = Growing(kept.bounds.known_on)
    caught_up(fresh, ledger)
    check(fresh, ledger)
    return met


def test_what_was_taken_stays_as_it_was(ledger: Ledger) -> None:
    kept, hand = Growing(), Hand(ledger, 5)
    taken = []
    for _ in range(40):
        hand.act()
        caught_up(kept, ledger)
        parts = (kept.documents, kept.readings, kept.judgements, kept.entries, kept.incidents)
        taken.append((parts, [list(part) for part in parts]))
    for parts, before in taken:
        assert [list(part) for part in parts] == before


def test_only_what_is_touched_is_worked_out_again(ledger: Ledger) -> None:
    kept, hand = Growing(), Hand(ledger, 1)
    hand.read()
    caught_up(kept, ledger)
    before = list(kept.incidents)
    assert not caught_up(kept, ledger)
    hand.read()
    hand.ledger.start_run("build")
    assert caught_up(kept, ledger)
    assert not caught_up(kept, ledger)
    stayed = [i for i in kept.incidents if any(i is old for old in before)]
    assert 0 < len(stayed) < len(kept.incidents)


def test_another_ledger_in_its_place_does_not_continue_it(ledger: Ledger, tmp_path: Path) -> None:
    kept, hand = Growing(), Hand(ledger, 1)
    assert ledger.continues(kept.marks)
    hand.read()
    caught_up(kept, ledger)
    hand.read()
    assert ledger.continues(kept.marks)
    with Ledger.open(tmp_path / "other.ledger") as other:
        assert not other.continues(kept.marks)
        Hand(other, 2).read()
        Hand(other, 3).read()
        assert not other.continues(kept.marks)
