"""A long text of nothing but attacks is read in time near linear in its length."""

from __future__ import annotations

import cProfile
import pstats
import random
import time

from tallystick.extract import read, read_by_rules
from tests.extract.incidents import document_of

TELLING = (
    "Gunmen attacked a bus near {place} on {day}, killing {number} people, police said.",
    "The army denied that it had shelled the market of {place} on {day}.",
    "The Velm Front claimed the bombing of a checkpoint in {place} that wounded {number} soldiers.",
    "Villagers of {place} blamed the army for an air strike that killed {number} of them on {day}.",
    "In {place}, mortar shells hit two houses; nobody was hurt, according to the mayor.",
)
NAMES = [a + b for a in ("Bor", "Kes", "Mar", "Tul", "Zem", "Dov") for b in ("ak", "ino", "eta")]
DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday")


def told(paragraphs: int) -> str:
    chance = random.Random(7)
    return "\n\n".join(
        " ".join(
            chance.choice(TELLING).format(
                place=chance.choice(NAMES), day=chance.choice(DAYS), number=chance.randint(2, 60)
            )
            for _ in range(3)
        )
        for _ in range(paragraphs)
    )


def calls(text: str) -> int:
    """How many functions are called to read a text: the same on every machine."""
    document = document_of(text, "2031-05-13")
    profile = cProfile.Profile()
    profile.runcall(read, document)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_four_times_the_text_is_about_four_times_the_work() -> None:
    short = told(15)
    calls(short)  # what is made once for a process: each pattern is compiled when it is first used
    assert calls(told(60)) < 7 * calls(short)


def test_one_word_of_a_whole_page_is_read_through() -> None:
    """A chain of hyphens is no word: no pattern goes back over all of it from each of its parts."""
    document_of("", "2031-05-13")
    began = time.process_time()
    read_by_rules(document_of("Gunmen attacked a bus. " + "Ab-" * 30_000, "2031-05-13"))
    assert time.process_time() - began < 20  # it took minutes
