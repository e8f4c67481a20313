"""What the names of a document, and its publisher, lend to a name's places."""

from __future__ import annotations

import pytest

from tallystick.extract.places.focus import NOWHERE, Focus, Vote, home_of, votes_of
from tallystick.model.values import PlacePrecision
from tallystick.vocab.gazetteer import Candidate, load_gazetteer


def town(number: int, lat: float, lon: float, admin1: str = "Alpha") -> Candidate:
    place = Candidate(f"gn:{number}", f"Town {number}", PlacePrecision.TOWN, "town", "XX", admin1)
    return Candidate(
        place.id, place.name, place.precision, "town", "XX", admin1, lat, lon, population=1000
    )


NEAR, FAR = town(1, 10.0, 10.1), town(2, 40.0, 60.0, "Beta")


class TestFocus:
    def test_a_place_beside_another_name_s_has_more_support(self) -> None:
        focus = Focus([Vote("other", town(9, 10.0, 10.0), 1.0)])
        assert focus.support(NEAR, "name") > focus.support(FAR, "name") + 3.0

    def test_a_name_does_not_support_itself(self) -> None:
        focus = Focus([Vote("name", town(9, 10.0, 10.0), 1.0)])
        assert focus.support(NEAR, "name") == 0.0

    def test_support_grows_with_names_and_with_their_shares(self) -> None:
        one = Focus([Vote("a", town(9, 10.0, 10.0), 1.0)])
        half = Focus([Vote("a", town(9, 10.0, 10.0), 0.5)])
        two = Focus([Vote(k, town(n, 10.0, 10.0), 1.0) for n, k in enumerate("ab", 9)])
        values = [f.support(NEAR, "name") for f in (half, one, two)]
        assert values == sorted(values)
        assert len(set(values)) == 3

    def test_across_the_date_line_is_near(self) -> None:
        focus = Focus([Vote("a", town(9, 0.0, 179.9), 1.0)])
        assert focus.support(town(1, 0.0, -179.9), "b") > focus.support(town(1, 0.0, 170.0), "b")

    def test_the_shares_of_a_name_add_up_and_follow_its_scores(self) -> None:
        votes = list(votes_of("name", [(1.0, FAR), (3.0, NEAR)], 0.8))
        assert sum(v.share for v in votes) == pytest.approx(0.8)
        assert [v.place for v in votes] == [NEAR, FAR]


class TestHome:
    @pytest.mark.parametrize(
        ("publisher", "address", "country", "key"),
        [
            (None, "https://www.example.co.uk/a", "GB", ""),
            (None, "https://www.example.com/a", None, ""),
            (None, "https://news.example.sy/a", "SY", ""),
            ("The Aleppo Daily Herald", None, None, "aleppo"),
            (None, "http://aleppogazette.com/1", None, "aleppo"),
            ("Reuters", "https://www.reuters.com/x", None, ""),
            ("The Daily Post", None, None, ""),
            (None, None, None, ""),
            ("", "not an address", None, ""),
        ],
    )
    def test_is_read_from_name_and_address(
        self, publisher: str | None, address: str | None, country: str | None, key: str
    ) -> None:
        home = home_of(publisher, address, load_gazetteer())
        assert (home.country, home.key) == (country, key)

    def test_of_nothing_is_nowhere(self) -> None:
        assert home_of(None, None, load_gazetteer()) == NOWHERE
