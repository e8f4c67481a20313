"""Whole incidents, and the authors that each side names."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from tallystick.ledger import consolidate
from tallystick.ledger.view.accounts import Evidence
from tallystick.ledger.view.authors import distinct, targets
from tallystick.model.incident import Contest, Figure, Incident
from tallystick.model.statement import Field, Stance
from tallystick.model.values import (
    ActorRef,
    Fate,
    Outcome,
    Place,
    PlacePrecision,
    Target,
    TargetKind,
)
from tests.builders import Fact, day, document, fact, hurt, report

IRAQ_UMBRELLA = ActorRef("Islamic Resistance in Iraq", "islamic-resistance-in-iraq")
ISLAMIC_STATE = ActorRef("Islamic State", "islamic-state")
NEWCOMERS = ActorRef("Brigade of the Unheard-of")


def author(actor: ActorRef, stance: Stance, by: str = "Someone") -> Fact:
    return fact(Field.ATTACKER, actor, stance=stance, by=by)


def incident(*facts: Fact) -> Incident:
    doc = document("Rockets fell on the base.")
    return consolidate([report(doc, "Rockets", *facts)], {doc.id: doc})


def test_each_stance_on_the_author_stands_apart() -> None:
    view = incident(
        author(NEWCOMERS, Stance.CLAIMS),
        author(ISLAMIC_STATE, Stance.BLAMES),
        author(IRAQ_UMBRELLA, Stance.DOUBTS),
        author(ActorRef("gunmen"), Stance.REPORTS),
        author(ActorRef("Rivals"), Stance.DENIES),
    )
    assert view.claimed_by == (NEWCOMERS,)
    assert view.blamed == (ISLAMIC_STATE,)
    assert view.suspected == (IRAQ_UMBRELLA,)
    assert view.attackers == (ActorRef("gunmen"),)
    assert view.contested == ()


def test_a_communique_names_the_author_that_it_is_of() -> None:
    doc = document("Rockets fell on the base.")
    own = report(doc, "Rockets", author(NEWCOMERS, Stance.CLAIMS))
    alone = [replace(s, chain=s.chain[-1:]) for s in own.statements]
    view = consolidate([replace(own, statements=tuple(alone))], {doc.id: doc})
    assert view.attackers == view.claimed_by == (NEWCOMERS,)
    assert consolidate([own], {doc.id: doc}).attackers == ()


def test_one_party_is_one_over_its_documents() -> None:
    army = ActorRef("Sudanese military", "mil-sd")
    told = [
        author(ActorRef("army", "military"), Stance.BLAMES),
        author(army, Stance.BLAMES),
        author(ActorRef("Sudan", "state-sd"), Stance.BLAMES),
        author(ActorRef("Chadian military", "mil-td"), Stance.DOUBTS),
    ]
    here = fact(Field.WHERE, Place("Mellit", PlacePrecision.TOWN, country="SD"))
    view = incident(*told, here)
    assert (view.blamed, len(view.suspected)) == ((army,), 1)
    there = fact(Field.WHERE, Place("Adre", PlacePrecision.TOWN, country="FR"))
    assert incident(*told, there).blamed == (told[0].value, army), "whose army is not known"


def test_two_unrelated_claimants_contest_the_author() -> None:
    view = incident(author(NEWCOMERS, Stance.CLAIMS), author(ISLAMIC_STATE, Stance.CLAIMS))
    assert view.contested == (Contest.ATTACKER,)


def test_blame_and_its_denial_contest_the_author() -> None:
    blamed = author(ISLAMIC_STATE, Stance.BLAMES)
    assert incident(blamed, author(ISLAMIC_STATE, Stance.DENIES)).contested == (Contest.ATTACKER,)
    assert incident(blamed).contested == ()
    assert incident(blamed, author(NEWCOMERS, Stance.DENIES)).contested == ()


def test_an_actor_is_listed_once_with_its_id() -> None:
    bare = ActorRef("ISLAMIC STATE")
    other = ActorRef("Daesh", "islamic-state")
    assert distinct([bare, ISLAMIC_STATE, other, NEWCOMERS]) == (ISLAMIC_STATE, NEWCOMERS)


def test_targets_of_one_name_are_one() -> None:
    doc = document("Rockets fell on the base.")
    owner = ActorRef("Army")
    facts = [
        fact(Field.TARGET, Target("the Base")),
        fact(Field.TARGET, Target("the base", TargetKind.MILITARY, owner)),
    ]
    view = Evidence((report(doc, "Rockets", *facts),), {doc.id: doc})
    assert targets(view) == (Target("the Base", TargetKind.MILITARY, owner),)


def test_an_incident_does_not_depend_on_the_order_of_its_reports() -> None:
    docs = [
        document("Two rockets hit the base.", published="2020-03-02", publisher="A"),
        document("All rockets were stopped.", published="2020-03-01", publisher="B"),
        document("One soldier died.", publisher="C"),
    ]
    by_id = {d.id: d for d in docs}
    reports = [
        report(docs[0], "Two rockets", fact(Field.OUTCOME, Outcome(Fate.HIT), by="Rebels")),
        report(docs[1], "All rockets", fact(Field.OUTCOME, Outcome(Fate.INTERCEPTED), by="Army")),
        report(docs[2], "One soldier", hurt(1), fact(Field.WHEN, day("2020-02-29"))),
    ]
    views = [consolidate(order, by_id, ("i-1",)) for order in permutations(reports)]
    assert all(view == views[0] for view in views)
    first = views[0]
    assert first.id == "i-" + reports[1].id.removeprefix("r-")  # the earliest published
    assert [d.publisher for d in first.documents] == ["B", "A", "C"]  # the undated last
    assert first.contested == (Contest.OUTCOME,)
    assert first.killed == Figure(1, 1, 1)
    assert first.possible_duplicates == ("i-1",)


def test_a_quote_is_the_words_of_its_document() -> None:
    doc = document("Rockets killed four at the base.")
    view = consolidate([report(doc, "Rockets", hurt(4, "killed four"))], {doc.id: doc})
    assert [view.quote(s) for s in view.statements] == ["killed four"]
