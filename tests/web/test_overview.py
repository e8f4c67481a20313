"""The overview: filters in the address, the count, the timeline, the list."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.web.pages import read


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("", 2),
        ("since=2023-12-09", 1),
        ("until=2023-12", 2),
        ("since=2024", 0),
        ("country=IQ", 2),
        ("country=SY", 0),
        ("place=red+hill", 1),
        ("country=IQ&place=hit", 1),
        ("actor=riders", 1),
        ("actor=mil-iq", 1),
        ("actor=Iraqi+military", 1),
        ("kind=bombing", 1),
        ("weapon=rocket", 1),
        ("weapon=rockets", 1),
        ("contested=any", 1),
        ("contested=none", 1),
        ("contested=killed", 1),
        ("contested=when", 0),
        ("standing=planned", 0),
        ("standing=all", 2),
        ("min_confidence=0.9", 2),
        ("box=43,33,45,37", 1),
        ("box=42,33,45,37", 2),
        ("box=-10,-10,10,10", 0),
        ("as_known_on=2023-12-08", 1),
        ("as_known_on=2023-12", 2),
    ],
)
def test_filters_choose(client: Client, asked: str, count: int) -> None:
    page = read(client, f"/?{asked}")
    rows = {link for link in page.links if link.startswith("/incidents/")}
    assert len(rows) == count
    assert page.words.count(" incident") and f"{count} incident" in page.words


@pytest.mark.parametrize(
    "asked", ["since=yesterday", "kind=party", "contested=sky", "min_confidence=2", "weapon=xyzzy",
              "standing=upright", "as_known_on=2023-13", "box=1,2,3",
              "box=1,20,3,10", "box=0,0,nan,1", "box=0,inf,1,1"],
)  # fmt: skip
def test_what_is_not_understood_is_said_and_left_out(client: Client, asked: str) -> None:
    page = read(client, f"/?{asked}")
    assert "left out of the question" in page.words
    assert all(given.get("aria-label") != "Filters in force" for given in page.of("ul"))
    assert "2 incidents" in page.words


def test_the_count_is_low_to_high_where_two_may_be_one(doubtful: Client) -> None:
    assert "2–3 incidents" in read(doubtful, "/").words


def test_a_filter_in_force_can_be_taken_away_by_itself(client: Client) -> None:
    page = read(client, "/?country=IQ&kind=bombing")
    assert "/?country=IQ" in page.links
    assert "/?kind=bombing" in page.links


def test_a_view_as_known_on_a_day_says_on_what_it_rests_and_is_kept_in_links(
    client: Client,
) -> None:
    page = read(client, "/?as_known_on=2023-12-10")
    assert "As known on 2023-12-10: this rests on 1 of 2 documents" in page.words
    links = [link for link in page.links if link.startswith(("/incidents/", "/actors/"))]
    assert links
    assert all(link.endswith("?as_known_on=2023-12-10") for link in links)


def test_the_list_goes_on_over_pages(sample: Client) -> None:
    first = read(sample, "/?standing=all")
    assert "Page 1 of" in first.words
    (following,) = [link for link in first.links if "page=2" in link]
    second = read(sample, following)
    assert "standing=all" in following
    assert "Page 2 of" in second.words
    listed = [{g["href"] for g in p.of("a") if "/incidents/" in (g["href"] or "")}
              for p in (first, second)]  # fmt: skip
    assert listed[0] != listed[1]
    assert "Page 2 of" in read(sample, "/?standing=all&page=2").words
    assert read(sample, "/?standing=all&page=x").words == first.words


def test_every_incident_of_the_timeline_is_in_the_list(client: Client) -> None:
    page = read(client, "/")
    drawn = [g["href"] for g in page.of("a") if "aria-label" in g and "/incidents/" in g["href"]]
    assert len(drawn) == 4  # two incidents, drawn wide and narrow
    assert [g for g in page.of("polygon") if "points" in g]
