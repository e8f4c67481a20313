"""How many independent origins stand behind an incident and its values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.ledger import consolidate, origins_of
from tallystick.model.incident import Incident
from tallystick.model.statement import Field, Report, Source, Stance, Statement
from tallystick.model.taxonomy import IncidentKind
from tests.builders import Fact, day, document, fact, hurt, report

WORDS = (
    "A mine went off under a bus near the mill on the old road to the river early on Monday and "
    "three of the passengers were killed while nine more were taken to a field hospital by truck."
)
OTHER = (
    "Three died when their coach was blown up beside a weir, a nurse said, adding that nobody had "
    "laid claim to the blast, which broke windows in a school half a mile from the place of it."
)


def incident(*papers: tuple[str, str, tuple[Fact, ...]]) -> Incident:
    """An incident out of (publisher, text, facts), one document each."""
    docs = [document(text, publisher=name, name=f"{name}.txt") for name, text, _ in papers]
    told = [report(d, d.text.split()[0], *p[2]) for d, p in zip(docs, papers, strict=True)]
    return consolidate(told, {d.id: d for d in docs})


def mine(*by: str, stance: Stance = Stance.REPORTS) -> tuple[Fact, ...]:
    return (fact(Field.KIND, IncidentKind.MINE, by=by, stance=stance),)


def names(found: Incident) -> set[str]:
    return {origin.source.name for origin in origins_of(found).all}


def with_actors(found: Incident, **actors: str) -> Incident:
    """The incident with sources of these names as actors of the vocabulary."""

    def known(source: Source) -> Source:
        return replace(source, actor=actors.get(source.name.replace(" ", "_")))

    def said(statement: Statement) -> Statement:
        return replace(statement, chain=tuple(map(known, statement.chain)))

    def told(one: Report) -> Report:
        return replace(one, statements=tuple(map(said, one.statements)))

    return replace(found, reports=tuple(map(told, found.reports)))


def test_three_papers_on_one_officer_are_one_origin() -> None:
    papers = [
        ("Paper A", "One.", mine("Col. Ashgrove", "Agency")),
        ("Paper B", "Two.", mine("Col. Ashgrove", "Agency")),
        ("Paper C", "Three.", mine("Col. Ashgrove")),
    ]
    (origin,) = origins_of(incident(*papers)).all
    assert origin.source.name == "Col. Ashgrove"
    assert len(origin.documents) == 3


def test_papers_that_name_nobody_are_as_many_origins() -> None:
    assert names(incident(("Paper A", "One.", mine()), ("Paper B", "Two.", mine()))) == {
        "Paper A",
        "Paper B",
    }


def test_whoever_passes_it_on_is_no_origin() -> None:
    own_voice = (*mine(), *mine("the mayor"))
    assert names(incident(("Paper A", "One.", own_voice))) == {"the mayor"}
    agency = [("Agency", "One.", mine()), ("Paper B", "Two.", mine("Agency"))]
    assert names(incident(*agency)) == {"Agency"}
    beside = [("Paper A", "One.", mine("the mayor")), ("Paper B", "Two.", mine())]
    assert names(incident(*beside)) == {"the mayor", "Paper B"}


def test_who_passes_on_its_own_people_is_an_origin() -> None:
    papers = [("Paper A", "One.", mine("Paper A")), ("Paper B", "Two.", mine())]
    assert names(incident(*papers)) == {"Paper A", "Paper B"}


def test_two_that_name_each_other_are_one() -> None:
    both = incident(("Paper A", "One.", mine("Paper B")), ("Paper B", "Two.", mine("Paper A")))
    (origin,) = origins_of(both).of(both.statements)
    assert origin.source.name in ("Paper A", "Paper B")
    assert (
        len(
            names(
                incident(("Paper A", "One.", mine("Paper B")), ("Paper B", "Two.", mine("Paper A")))
            )
        )
        == 1
    )


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("the mayor", "Mayor", 1),
        ("Sekou", "President Amara Sekou", 1),
        ("an official", "a Kurdish official", 1),
        ("Turkish official", "Kurdish official", 2),
        ("the mayor", "a nurse", 2),
    ],
)
def test_names_of_which_one_could_be_the_other(first: str, second: str, count: int) -> None:
    found = incident(("Paper A", "One.", mine(first)), ("Paper B", "Two.", mine(second)))
    assert len(names(found)) == count


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("mod-us", "centcom", 1),  # organs of one state
        ("kataib-hezbollah", "islamic-resistance-in-iraq", 1),  # a member and its umbrella
        ("police", "security-forces", 1),  # a sort
        ("mod-us", "mod-ru", 2),
        ("kataib-hezbollah", "state-ir", 2),  # a backer
        ("msf", "sohr", 2),
    ],
)
def test_actors_of_one_body_are_one(first: str, second: str, count: int) -> None:
    papers = [("Paper A", "One.", mine("Alpha")), ("Paper B", "Two.", mine("Bravo"))]
    found = with_actors(incident(*papers), Alpha=first, Bravo=second)
    assert len(names(found)) == count


def test_one_sort_word_does_not_join_two_states() -> None:
    papers = [
        ("Paper A", "One.", mine("Alpha")),
        ("Paper B", "Two.", mine("Bravo")),
        ("Paper C", "Three.", mine("Charlie")),
    ]
    actors = {"Alpha": "mod-us", "Bravo": "government", "Charlie": "mod-ru"}
    assert names(with_actors(incident(*papers), **actors)) == {"Alpha", "Charlie"}


def test_a_copied_text_is_no_second_origin() -> None:
    copied = incident(
        ("Paper A", WORDS, mine()), ("Paper B", "Breaking news. " + WORDS[:150], mine())
    )
    assert len(names(copied)) == 1
    assert len(origins_of(copied).copied) == 1
    assert names(incident(("Paper A", WORDS, mine()), ("Paper B", OTHER, mine()))) == {
        "Paper A",
        "Paper B",
    }
    short = incident(
        ("Paper A", "A mine killed three in town.", mine()), ("Paper B", OTHER, mine())
    )
    assert origins_of(short).copied == ()


def test_few_words_alike_are_no_copy() -> None:
    same = "A mine went off under a bus near the mill on Monday."
    assert names(incident(("Paper A", same, mine()), ("Paper B", same + " ", mine()))) == {
        "Paper A",
        "Paper B",
    }


def test_a_quarter_of_the_words_alike_is_a_copy_and_less_is_none() -> None:
    lead = " ".join(WORDS.split()[:16])  # twelve runs of five

    def copied(rest: int) -> bool:
        own = [" ".join(f"{name}{n}" for n in range(rest)) for name in ("one", "two")]
        papers = [(f"Paper {n}", f"{lead} {text}", mine()) for n, text in enumerate(own)]
        return bool(origins_of(incident(*papers)).copied)

    assert copied(36)  # twelve of 48 runs
    assert not copied(37)


def test_copies_of_copies_are_one() -> None:
    papers = [
        (name, f"{name} has it. {WORDS}", mine())
        for name in ("Paper A", "Paper B", "Paper C", "Paper D")
    ]
    assert len(names(incident(*papers))) == 1


def test_who_copies_two_makes_them_one() -> None:
    texts = (OTHER, WORDS, f"{WORDS} {OTHER}")
    found = incident(*((f"Paper {n}", text, mine()) for n, text in enumerate(texts)))
    assert len(origins_of(found).copied) == 2
    assert len(names(found)) == 1


def test_unknown_publishers_may_all_be_one() -> None:
    docs = [
        document(text, publisher=None, name=name) for text, name in (("One.", "a"), ("Two.", "b"))
    ]
    told = [report(d, d.text, *mine()) for d in docs]
    unknown = Source("unknown publisher")
    told = [
        replace(r, statements=tuple(replace(s, chain=(unknown,)) for s in r.statements))
        for r in told
    ]
    assert len(origins_of(consolidate(told, {d.id: d for d in docs})).all) == 1


def test_denials_and_doubts_support_nothing() -> None:
    three = [
        ("Paper A", "One.", (hurt(3, by="the mayor"),)),
        ("Paper B", "Two.", (hurt(3, by="a nurse", stance=Stance.DENIES),)),
        ("Paper C", "Three.", (hurt(3, by="a driver", stance=Stance.DOUBTS),)),
    ]
    origins = origins_of(incident(*three))
    (position,) = origins.incident.positions(Field.KILLED)
    assert [o.source.name for o in origins.of(position.statements)] == ["the mayor"]
    assert origins.of(s for s in position.statements if s.chain[0].name != "the mayor") == ()


def test_the_value_shown_has_its_own_origins() -> None:
    papers = [
        ("Paper A", "One.", (hurt(3, by="the mayor"), fact(Field.WHEN, day("2024-05-01")))),
        ("Paper B", "Two.", (hurt(3, by="a nurse"), hurt(5, by="a driver"))),
    ]
    origins = origins_of(incident(*papers))
    assert origins.incident.killed.best in (3, 5)
    assert len(origins.of_field(Field.KILLED)) == {3: 2, 5: 1}[origins.incident.killed.best]
    assert len(origins.of_field(Field.WHEN)) == 1
    assert origins.of_field(Field.WHERE) == ()


def test_an_incident_without_a_statement_has_an_origin_all_the_same() -> None:
    (origin,) = origins_of(incident(("Paper A", "One.", ()))).all
    assert len(origin.documents) == 1


speakers = st.lists(
    st.sampled_from(["the mayor", "a nurse", "Agency", "Paper A", "Paper B"]), max_size=2
)
papers = st.lists(
    st.tuples(st.sampled_from(["Paper A", "Paper B", "Paper C"]), speakers), min_size=1, max_size=5
)


@given(papers)
def test_origins_are_at_least_one_and_at_most_the_innermost_sources(
    told: list[tuple[str, list[str]]],
) -> None:
    found = incident(*((name, f"{n} told. {n}", mine(*by)) for n, (name, by) in enumerate(told)))
    origins = origins_of(found).all
    innermost = {s.chain[0].name for s in found.statements}
    assert 1 <= len(origins) <= len(innermost)
    again = replace(found, reports=found.reports + found.reports)  # the same said twice
    assert {o.source for o in origins_of(again).all} == {o.source for o in origins}
