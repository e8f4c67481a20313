"""Given names that no list has: the place that the text puts around them."""

from __future__ import annotations

import pytest

from tallystick.extract.places.given import resolve_names
from tallystick.model.document import Span


def resolved(text: str, name: str) -> str | None:
    start = text.index(name)
    others = [Span(text.index(n), text.index(n) + len(n)) for n in ("Fresno", "Cairo") if n in text]
    [place, *_] = resolve_names(text, [Span(start, start + len(name)), *others])
    return place and place.name


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("She taught at Qqqx School in Fresno, Calif.", "Qqqx School", "Fresno"),
        ("They met in Fresno. A fire broke out in Qqqx Street.", "Qqqx Street", None),
        ("In Cairo, boys play at the Liverpool Academy.", "Liverpool Academy", None),
        ("The mayor of Fresno spoke in Clovis Avenue.", "Clovis Avenue", "Clovis"),  # beside it
        ("South Africa votes; SA has nine provinces.", "SA", "South Africa"),
        ("The Texans came.", "Texans", "Texas"),
        ("European diplomats came.", "European", "Europe"),
        ("They met in Qqqx Street.", "Qqqx Street", None),
    ],
)
def test_it_is_no_finer_than_what_the_text_says(text: str, name: str, place: str | None) -> None:
    assert resolved(text, name) == place


def test_the_place_around_keeps_its_own_name_and_precision() -> None:
    text = "A fire broke out at Qqqx Mill in Bavaria."
    at = text.index("Qqqx Mill")
    [place] = resolve_names(text, [Span(at, at + 9)])
    assert place is not None
    assert (place.name, place.precision) == ("Bavaria", "province")


class TestGivenNames:
    def resolved(self, text: str, *names: str) -> list[str | None]:
        spans = [Span(text.index(n), text.index(n) + len(n)) for n in names]
        return [p and p.name for p in resolve_names(text, spans)]

    def test_each_is_resolved_in_its_document(self) -> None:
        text = "Paris beat Athens; a man from Tyler, Tex., saw Dallas and the City of Palestine."
        names = ("Paris", "Athens", "Tex", "City of Palestine")
        wanted = ["Paris", "Athens", "Texas", "Palestine"]
        assert self.resolved(text, *names) == wanted
        at = Span(text.index("Paris"), text.index("Paris") + 5)
        [paris] = resolve_names(text, [at])
        assert paris is not None
        assert paris.country == "US"

    def test_an_adjective_is_its_country(self) -> None:
        assert self.resolved("The Syrian army fired.", "Syrian") == ["Syria"]

    def test_a_building_is_in_the_town_it_is_called_by(self) -> None:
        assert self.resolved("They met at Aleppo Town Hall.", "Aleppo Town Hall") == ["Aleppo"]

    def test_what_no_list_has_is_unknown(self) -> None:
        assert self.resolved("They met in Qqqxville.", "Qqqxville") == [None]

    def test_a_name_inside_a_longer_one_stands(self) -> None:
        assert self.resolved("They left New York City.", "York") == ["York"]
