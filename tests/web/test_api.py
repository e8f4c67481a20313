"""The API: the same filters, pages that follow each other, and its own description."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from tallystick.export.jsonl import incident_json
from tallystick.ledger import Ledger, Query
from tallystick.web.openapi import DESCRIPTION
from tallystick.web.urls import urlpatterns
from tests.web.test_incident import address_of


def pages(client: Client, address: str, key: str) -> list[Any]:
    """Everything that the pages from an address on have."""
    found: list[Any] = []
    while address:
        body = client.get(address).json()
        found += body[key]
        address = body["next"]
    return found


@pytest.mark.parametrize("limit", [1, 7, 200])
def test_pages_follow_each_other_without_gap_or_repetition(
    sample: Client, sample_ledger: Any, limit: int
) -> None:
    found = pages(sample, f"/api/v1/incidents?standing=all&limit={limit}", "incidents")
    with Ledger.open(sample_ledger, read_only=True) as ledger:
        every = [incident.id for incident in ledger.incidents(Query(standings=None))]
    assert [each["id"] for each in found] == every


def test_documents_have_pages_too(sample: Client) -> None:
    found = pages(sample, "/api/v1/documents?limit=20", "documents")
    assert len({each["id"] for each in found}) == len(found) == 65


def test_an_incident_is_that_of_the_export(client: Client, scene_ledger: Any) -> None:
    with Ledger.open(scene_ledger, read_only=True) as ledger:
        incident = ledger.incidents()[0]
    assert client.get(f"/api/v1/incidents/{incident.id}").json() == incident_json(incident)


def test_filters_are_those_of_the_page(client: Client) -> None:
    body = client.get("/api/v1/incidents?kind=bombing").json()
    assert [each["kind"] for each in body["incidents"]] == ["bombing"]
    assert body["count"] == {"low": 1, "high": 1}


@pytest.mark.parametrize("asked", ["kind=party", "limit=0", "limit=x", "cursor=%F0%28", "since=x"])
def test_what_is_not_understood_is_an_error_in_words(client: Client, asked: str) -> None:
    response = client.get(f"/api/v1/incidents?{asked}")
    assert response.status_code == 400
    assert response.json()["error"]


def test_a_document_has_its_text_and_exact_spans(client: Client) -> None:
    listed = client.get("/api/v1/documents").json()["documents"]
    body = client.get(listed[0]["url"]).json()
    spans = [s["span"] for r in body["reports"] for s in r["statements"]]
    assert "Two rockets" in {body["text"][s["start"] : s["end"]] for s in spans}


def test_every_address_is_described_and_answers_as_described(client: Client) -> None:
    routes = {str(p.pattern) for p in urlpatterns if str(p.pattern).startswith("api/")}
    described = DESCRIPTION["paths"]
    assert isinstance(described, dict)
    plain = {"/" + re.sub(r"<str:(\w+)>", r"{\1}", route) for route in routes}
    assert plain - {"/api/v1/openapi.json"} == set(described)
    ids = {
        "incidents": address_of(client).split("/")[2],
        "documents": client.get("/api/v1/documents").json()["documents"][0]["id"],
    }
    for path, methods in described.items():
        assert set(methods) in ({"get"}, {"post"})
        if "post" in methods:  # tests/web/desk/test_writes.py asks these
            assert methods["post"]["security"] == [{"token": []}]
            continue
        name = path.split("/")[3]
        body = client.get(path.replace("{id}", ids.get(name, ""))).json()
        answer = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert set(answer["required"]) <= set(body), path


def test_the_description_is_served(client: Client) -> None:
    assert client.get("/api/v1/openapi.json").json() == DESCRIPTION


def test_the_feed_has_what_was_told_last_first(client: Client) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(client.get("/feed.atom").content)
    updated = [e.findtext(f"{atom}updated") or "" for e in feed.iter(f"{atom}entry")]
    assert len(updated) == 2
    assert updated == sorted(updated, reverse=True)
    assert updated[0].startswith("2023-12-16")
