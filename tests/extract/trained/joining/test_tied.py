"""The days and places that stand in the phrase of what tells of an incident."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallystick.extract import read
from tallystick.extract.annotate import annotate
from tallystick.extract.mentions.reading import bare
from tallystick.extract.trained.joining.tied import outright, tied
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tests.extract.incidents import document_of


def ties(text: str, words: str) -> list[str]:
    """The days and places of a text that its words tie to a mention."""
    notes = annotate(document_of(text, "2031-05-13"))
    sentence = notes.sentences[0]
    at = text.index(words)
    anchor = Span(at, at + len(words))
    mention = replace(bare(notes, sentence, sentence.span), anchor=anchor, trigger=True)
    found = [
        *(Candidate(Field.WHEN, d.span, frozenset(), False, when=d) for d in notes.dates),
        *(Candidate(Field.WHERE, p.span, frozenset(), False, where=p) for p in notes.places),
    ]
    return [c.span.of(text) for c in tied(notes, found, [mention]) if c.tied]


@pytest.mark.parametrize(
    ("text", "words", "own"),
    [
        ("Troops clashed in Aleppo with a gang from Homs.", "clashed", ["Aleppo"]),
        ("The raids on Aleppo cost a lot.", "raids", ["Aleppo"]),
        (
            "The bombings at two mills in Mali and Chad last week were like none in Niger.",
            "bombings",
            ["Mali", "Chad"],
        ),
        (
            "The bombings in Homs, Syria, and Mosul, Iraq, shocked envoys in Geneva.",
            "bombings",
            ["Homs", "Mosul"],
        ),
        ("A jury in Homs heard of the 2029 mill shooting of a clerk.", "shooting", ["2029"]),
        ("Friday's raid was like the May 3 one.", "raid", ["Friday"]),
        ("On Sunday they spoke of the May 3 bomb attacks.", "attacks", ["May 3"]),
    ],
)
def test_a_phrase_holds_its_days_and_places(text: str, words: str, own: list[str]) -> None:
    assert ties(text, words) == own


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The raid that the court in Homs heard of was long.", "raid"),
        ("A raid was heard of in Homs.", "raid"),
        ("The raid survivors in Homs wept.", "raid"),
        ("They met on Sunday over the raid.", "raid"),
        ("On Sunday the raid was heard of.", "raid"),
    ],
)
def test_what_a_clause_tells_besides_is_not_of_the_phrase(text: str, words: str) -> None:
    assert ties(text, words) == []


def test_it_is_likelier_than_the_network_has_it_and_for_a_land_less_so() -> None:
    notes = annotate(document_of("Shells hit Homs in Syria."))
    town, land = (
        Candidate(Field.WHERE, p.span, frozenset(), False, where=p, tied=frozenset({0}))
        for p in notes.places
    )
    assert outright(town, (0,), 0.2) > outright(land, (0,), 0.2) > 0.2
    assert outright(town, (1,), 0.2) == 0.2
    assert outright(town, (0,), 0.9) == 0.9


def test_both_lands_of_a_list_are_where_bombs_went_off() -> None:
    text = (
        "The governor on Tuesday condemned the bombings of the Melvian embassies in Mali and "
        "Chad. The bombings in Mali and Chad last week claimed at least 217 lives and injured "
        "nearly 5,000."
    )
    (report,) = read(document_of(text, "2031-05-13")).reports
    told = {s.span.of(text) for s in report.statements if s.field is Field.WHERE}
    assert told == {"Mali", "Chad"}
