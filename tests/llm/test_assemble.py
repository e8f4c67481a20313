"""Answers become the Reading that the rules would give: same nouns, same ids, every word there."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick import extract, link
from tallystick.llm.assemble import assemble
from tallystick.llm.drops import Reason
from tallystick.model.document import Document
from tallystick.model.ids import report_id, statement_id
from tallystick.model.statement import Field, Reading, Stance, Standing, TallyUnit
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import CountRange, PartialDate
from tests.llm.answers import GOOD, answer, article, checked, one, only, reasons, said, told


def test_a_good_answer_is_taken_whole() -> None:
    found = checked(GOOD)
    assert found.drops == ()
    report = only(found)
    assert report.standing is Standing.HAPPENED
    assert [s.field for s in report.of(Field.KIND)] == [Field.KIND]
    assert one(found, Field.KIND).value is IncidentKind.SHELLING
    when = one(found, Field.WHEN).value
    assert isinstance(when, PartialDate)
    assert when.start == date(2023, 11, 3)
    assert found.statements == len(report.statements) == 6
    assert found.reading.reader == "llm test"


def test_ids_are_made_as_everywhere() -> None:
    document = article()
    report = only(checked(GOOD))
    assert report.id == report_id(document.id, report.anchor)
    for s in report.statements:
        assert s.id == statement_id(report.id, s.field, s.value, s.stance, s.chain, s.span)
        assert s.document == document.id


def test_what_the_rules_say_too_has_the_same_id() -> None:
    document = article("Five rockets struck Harir base on Friday, a source told Reuters.")
    (by_rules,) = extract.read_by_rules(document).reports
    given = told(
        "struck",
        *(said(f, q, "a source", "Reuters") for f, q in (("when", "Friday"),
          ("where", "Harir base"), ("weapon", "Five rockets"), ("target", "Harir base"))),
    )  # fmt: skip
    by_model = only(checked(given, document=document))
    assert by_model.id == by_rules.id
    assert {s.id for s in by_model.statements} <= {s.id for s in by_rules.statements}


def test_linking_takes_it_as_any_other() -> None:
    model = checked(GOOD).reading
    other = article("Rockets hit Harir base on Friday, November 3, wounding three soldiers.")
    rules = extract.read_by_rules(other)
    assert {j.verdict for j in link.judge([model, rules])}


def test_chains_are_nearest_first_and_end_with_the_publisher() -> None:
    found = checked(GOOD)
    assert [s.name for s in one(found, Field.INJURED).chain] == [
        "security source",
        "Reuters",
        "The Example",
    ]
    claim = one(found, Field.ATTACKER)
    assert claim.stance is Stance.CLAIMS
    assert [s.name for s in claim.chain] == ["Islamic Resistance in Iraq", "The Example"]


def test_a_denial_has_somebody_who_denies() -> None:
    text = "Rockets hit Harir base. A militia said two soldiers were killed. The army denied it. "
    killed = said("killed", "two soldiers were killed", "The army", stance="denies")
    there = said("where", "Harir base")
    denied = checked(told("hit", killed, there), document=article(text))
    assert reasons(denied) == [Reason.NO_DENIER]  # no word of denial in the sentence of the words
    text = "Rockets hit Harir base. The army denied that two soldiers were killed. "
    found = checked(told("hit", killed, there), document=article(text))
    assert one(found, Field.KILLED).stance is Stance.DENIES
    assert one(found, Field.KILLED).chain[0].name == "army"


def test_a_source_that_is_not_there_gives_way_to_the_rules() -> None:
    made_up = said("injured", "wounding three soldiers", "the White House", value="3")
    statement = one(checked(told("hit", made_up)), Field.INJURED)
    assert [s.name for s in statement.chain] == ["security source", "Reuters", "The Example"]


def test_a_source_far_from_its_words_is_none_of_theirs() -> None:
    filler = "Traders in the bazaar spoke of a quiet week. " * 30
    text = f"Rockets hit Harir base, wounding three soldiers. {filler}The governor of Mosul smiled."
    lie = said("injured", "wounding three soldiers", "The governor of Mosul", value="3")
    statement = one(checked(told("hit", lie), document=article(text)), Field.INJURED)
    assert [s.name for s in statement.chain] == ["The Example"]


def test_a_claim_without_a_claimant_is_a_report() -> None:
    text = "Rockets hit Harir base, wounding three soldiers."
    claim = said("injured", "wounding three soldiers", stance="claims")
    assert one(checked(told("hit", claim), document=article(text)), Field.INJURED).stance is (
        Stance.REPORTS
    )


# ---- incidents


def test_incidents_that_say_nothing_or_know_no_violence_are_dropped() -> None:
    text = "The minister met farmers in Mosul on Monday. Later there was an attack."
    document = article(text)
    peace = told("met farmers", said("where", "Mosul"), said("when", "on Monday"))
    assert reasons(checked(peace, document=document)) == [Reason.NO_VIOLENCE]
    assert reasons(checked(told("an attack"), document=document)) == [Reason.EMPTY]
    assert reasons(checked(told("an air raid"), document=document)) == [Reason.NO_QUOTE]


def test_an_incident_told_twice_is_one() -> None:
    found = checked(GOOD, GOOD)
    assert len(found.reading.reports) == 1
    assert reasons(found) == [Reason.TWICE]


def test_two_places_of_one_word_are_two_incidents() -> None:
    document = article("Rockets struck bases in Erbil and Mosul on Friday.")
    found = checked(
        *(
            told("struck", said("where", place), said("when", "Friday"))
            for place in ("Erbil", "Mosul")
        ),
        document=document,
    )
    assert len({r.id for r in found.reading.reports}) == 2
    assert found.drops == ()


@pytest.mark.parametrize(
    ("claimed", "text", "kind"),
    [
        ("suicide_bombing", "A bomb exploded in Mosul.", IncidentKind.BOMBING),
        ("drone_attack", "An attack in Mosul by three drones.", IncidentKind.DRONE_ATTACK),
        ("massacre", "An attack in Mosul.", IncidentKind.ATTACK),
        ("attack", "An ambush in Mosul.", IncidentKind.ARMED_ASSAULT),
    ],
)
def test_a_kind_is_only_taken_where_the_words_give_it(
    claimed: str, text: str, kind: IncidentKind
) -> None:
    quote = text.split(" in Mosul", maxsplit=1)[0]
    given = told(quote, said("where", "Mosul"), kind=claimed)
    assert one(checked(given, document=article(text)), Field.KIND).value is kind


def test_what_did_not_come_about_has_not_happened() -> None:
    text = "Police foiled a bomb attack in Mosul on Friday."
    given = told("bomb attack", said("where", "Mosul"), standing="happened")
    assert only(checked(given, document=article(text))).standing is Standing.PREVENTED


def test_long_before_publication_is_background() -> None:
    text = "Talks went on in Erbil.\n\nNobody spoke.\n\nA bomb attack hit Mosul on May 3, 2020."
    given = told("bomb attack", said("where", "Mosul"), said("when", "May 3, 2020"))
    assert only(checked(given, document=article(text))).standing is Standing.BACKGROUND


# ---- tallies


def tallied(quote: str, *sources: str, document: Document | None = None) -> Reading:
    made = answer(tallies=({"quote": quote, "sources": list(sources)},))
    return assemble(document or article(), [made], reader="llm test").reading


def test_a_tally_is_read_from_its_words() -> None:
    (tally,) = tallied("106 attacks since October 17", "the Pentagon").tallies
    assert tally.count == CountRange.exactly(106)
    assert tally.baseline is not None
    assert tally.baseline.start == date(2023, 10, 17)
    assert [s.name for s in tally.chain] == ["Pentagon", "The Example"]


def test_a_tally_without_number_is_none() -> None:
    assert tallied("carried out").tallies == ()
    assert tallied("907 attacks since October 17").tallies == ()


def test_a_tally_of_persons_says_so() -> None:
    dead = article("The war cost 106 lives since October 17.")
    (toll,) = tallied("106 lives since October 17", document=dead).tallies
    assert (toll.count.best, toll.unit) == (106, TallyUnit.KILLED)


def test_a_tally_is_no_incident() -> None:
    given = answer(
        told("106 attacks", said("attacker", "militias")),
        tallies=({"quote": "106 attacks since October 17"},),
    )
    found = assemble(article(), [given], reader="llm test")
    assert found.reading.reports == ()
    assert reasons(found) == [Reason.IN_TALLY]


# ---- pieces


def test_the_same_incident_in_two_pieces_is_one() -> None:
    later = told(
        "the attack", said("where", "Harir base"), said("when", "on Friday"),
        said("attacker", "The Islamic Resistance in Iraq", stance="claims"),
        kind="shelling",
    )  # fmt: skip
    found = assemble(article(), [answer(GOOD), answer(later)], reader="llm test")
    assert len(found.reading.reports) == 1


def test_no_statement_points_outside_its_document() -> None:
    document = article()
    for s in only(checked(GOOD)).statements:
        assert 0 <= s.span.start < s.span.end <= len(document.text)


def test_what_somebody_denies_is_still_told_to_have_happened() -> None:
    text = "The army denied that rockets hit Harir base on Friday."
    given = told(
        "rockets hit",
        said("where", "Harir base"),
        said("occurrence", "rockets hit", "The army", stance="denies"),
    )
    found = checked(given, document=article(text))
    assert only(found).standing is Standing.HAPPENED
    assert one(found, Field.OCCURRENCE).chain[0].name == "army"
