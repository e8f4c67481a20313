"""What the map is given: columns of one length, of the same incidents as the list."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import pytest
from django.test import Client

from tallystick.model.values import ActorRef, PlacePrecision
from tallystick.web.mapped import RADIUS_KM, id_digits
from tests.scenes import HIT, red_hill
from tests.web.pages import read

COLUMNS = ("from", "to", "place", "kind", "contested")
STATIC = files("tallystick.web").joinpath("static")


def columns(client: Client, asked: str = "") -> Any:
    return client.get(f"/api/v1/map?{asked}").json()


@pytest.mark.parametrize("asked", ["standing=all", "contested=any", "place=iraq&since=2023-11"])
def test_the_map_has_what_the_list_has(sample: Client, asked: str) -> None:
    body = columns(sample, asked)
    listed = sample.get(f"/api/v1/incidents?limit=200&{asked}").json()
    size, ids = body["id_digits"], body["ids"]
    short = [f"i-{ids[at : at + size]}" for at in range(0, len(ids), size)]
    assert short == [each["id"][: size + 2] for each in listed["incidents"]]
    assert {len(body[name]) for name in COLUMNS} == {len(short)}
    assert body["count"] == listed["count"]
    assert [bool(c) for c in body["contested"]] == [
        bool(each["contested"]) for each in listed["incidents"]
    ]


def test_a_short_id_opens_the_incident(sample: Client) -> None:
    body = columns(sample)
    last = f"i-{body['ids'][-body['id_digits'] :]}"
    assert read(sample, f"/incidents/{last}/").of("h1")


def test_days_and_places_are_those_of_the_incident(client: Client) -> None:
    body = columns(client)
    epoch = date(1970, 1, 1)
    assert [epoch + timedelta(days) for days in body["from"]] == [
        date(2023, 12, 8), date(2023, 12, 15)
    ]  # fmt: skip
    places = body["places"]
    assert places["name"] == ["Red Hill", "Hit"]
    assert (places["lat"][1], places["lon"][1]) == (HIT.lat, HIT.lon)
    assert places["radius_km"] == [2, 5]
    assert {len(column) for column in places.values()} == {2}


def test_every_precision_has_its_ground() -> None:
    assert set(RADIUS_KM) == set(PlacePrecision)
    finest = [RADIUS_KM[p] for p in PlacePrecision if RADIUS_KM[p]]
    assert finest == sorted(finest, key=lambda km: km or 0)


def test_pairs_are_rows_that_may_be_one(doubtful: Client) -> None:
    body = columns(doubtful)
    assert body["pairs"] == [[0, 1]]
    assert body["count"] == {"low": 2, "high": 3}
    assert columns(doubtful, "kind=bombing")["pairs"] == []


def test_no_name_of_a_person_is_sent(client: Client) -> None:
    """Of people only what lists have: none here, as no actor is sent at all."""
    text = client.get("/api/v1/map").content.decode()
    named = {a.name for i in red_hill().incidents for a in (*i.attackers, *i.claimed_by)}
    assert ActorRef("Free Riders").name in named
    assert not [name for name in named if name in text]


def test_it_is_compressed_where_that_is_taken_and_has_an_etag(client: Client) -> None:
    plain = client.get("/api/v1/map")
    packed = client.get("/api/v1/map", headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    tag = packed.headers["ETag"]
    again = client.get("/api/v1/map", headers={"accept-encoding": "gzip", "if-none-match": tag})
    assert again.status_code == 304


def test_what_is_not_understood_is_an_error(client: Client) -> None:
    assert client.get("/api/v1/map?box=here").status_code == 400


def test_ids_are_as_long_as_tells_them_apart() -> None:
    bombing = red_hill().bombing
    made = [replace(bombing, id=f"i-{id}") for id in ("0123456789abcdef", "0123456789a00000")]
    assert id_digits(made) == 12
    assert id_digits(made[:1]) == 8
    assert id_digits([]) == 8


# -- the base map and its script -------------------------------------------------------


def _packed(name: str) -> int:
    return len(gzip.compress(STATIC.joinpath(name).read_bytes(), 6))


def test_the_script_and_the_base_map_stay_small() -> None:
    assert _packed("map.js") < 70_000
    assert _packed("world.json") < 120_000
    names = ("world.json", "world-near.json", "towns.json")
    assert sum(len(STATIC.joinpath(name).read_bytes()) for name in names) < 1_500_000


def test_the_script_asks_for_nothing_from_elsewhere() -> None:
    text = STATIC.joinpath("map.js").read_text(encoding="utf-8")
    urls = {part.split('"')[0] for part in text.split("http")[1:]}
    assert all(url.startswith("://www.w3.org/") for url in urls)  # names of XML, never asked for
    assert "eval(" not in text
    assert "new Function" not in text


@pytest.mark.parametrize("name", ["world.json", "world-near.json"])
def test_the_base_map_has_countries_by_their_codes(name: str) -> None:
    objects = json.loads(STATIC.joinpath(name).read_text(encoding="utf-8"))["objects"]
    countries = {c.get("id"): c["properties"]["name"] for c in objects["countries"]["geometries"]}
    assert {"IQ": "Iraq", "SV": "El Salvador"}.items() <= countries.items()
    assert objects["rivers"]["geometries"]
    assert objects["lakes"]["geometries"]


def test_the_largest_towns_come_first() -> None:
    towns = json.loads(STATIC.joinpath("towns.json").read_text(encoding="utf-8"))
    assert len(towns["name"]) == len(towns["lat"]) == len(towns["lon"]) > 5_000
    at = towns["name"].index("Baghdad")
    assert at < 100
    assert abs(towns["lat"][at] / 100 - 33.34) < 0.1
