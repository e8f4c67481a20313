"""Actors and places; and that a private person's name stands in no list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from tallystick.model.statement import Field
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef
from tallystick.web.names import is_public
from tests.builders import day, document, fact, judgement, reading, report
from tests.scenes import HIT, Scene
from tests.test_api import kept
from tests.web.conftest import room
from tests.web.pages import read

PERSON = "Salim Haddad"
LISTS = (
    "/", "/actors/", "/places/", "/places/gn:95788/", "/tallies/", "/tallies/?by=actor",
    "/tallies/?attacker=IS", "/feed.atom", "/api/v1/incidents",
)  # fmt: skip


def by_a_person() -> Scene:
    """Two shootings in Hit that the text lays on a man of whom nothing else is known."""
    texts = [f"{PERSON} shot two people in Hit on {n} May 2024." for n in (1, 2)]
    docs = [document(t, name=f"{n}.txt", published="2024-05-03") for n, t in enumerate(texts)]
    reports = [
        report(
            doc,
            "shot",
            fact(Field.KIND, IncidentKind.SHOOTING, "shot"),
            fact(Field.WHEN, day(f"2024-05-0{n}")),
            fact(Field.WHERE, HIT, "Hit"),
            fact(Field.ATTACKER, ActorRef(PERSON), PERSON),
        )
        for n, doc in enumerate(docs, 1)
    ]
    readings = tuple(reading(d, r) for d, r in zip(docs, reports, strict=True))
    return Scene(readings, replace(judgement(*reports)))


@pytest.mark.parametrize("address", LISTS)
def test_a_private_name_is_in_no_list(tmp_path: Path, address: str) -> None:
    for client in room(kept(by_a_person(), tmp_path / "person.ledger")):
        assert PERSON not in client.get(address).content.decode()


def test_a_private_name_stands_in_the_account_that_gives_it(tmp_path: Path) -> None:
    for client in room(kept(by_a_person(), tmp_path / "person.ledger")):
        link = next(x for x in read(client, "/").links if x.startswith("/incidents/"))
        assert PERSON in read(client, link).words


@pytest.mark.parametrize(
    ("actor", "public"),
    [
        (ActorRef("Iraqi Army", "mil-iq"), True),
        (ActorRef("gunmen"), True),
        (ActorRef("Free Officers Movement"), True),
        (ActorRef(PERSON), False),
        (ActorRef("General Haddad"), False),
        (ActorRef("Haddad", "no-such-id"), False),
    ],
)
def test_whose_names_are_public(actor: ActorRef, public: bool) -> None:
    assert is_public(actor) is public


def test_an_actor_has_its_names_relations_with_sources_and_incidents(client: Client) -> None:
    words = read(client, "/actors/islamic-resistance-in-iraq/").words
    assert "umbrella of" in words
    assert "since 2023-10" in words
    assert "Washington Institute" in words
    army = read(client, "/actors/mil-iq/")
    assert "Owner of a target: 1" in army.words
    assert any(link.startswith("/incidents/") for link in army.links)


def test_a_place_has_its_incidents(client: Client) -> None:
    assert "1 incident" in read(client, "/places/gn:95788/").words
    assert "2 places" in read(client, "/places/").words
