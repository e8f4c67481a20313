"""Look-up of places: keys and skeletons, the index of towns and its cache, the own files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.errors import VocabularyError
from tallystick.model.values import PlacePrecision
from tallystick.vocab import cityindex, gazetteer
from tallystick.vocab.cityindex import CityIndex, MatchQuality, build, open_index
from tallystick.vocab.countries import countries, country_of_adjective, us_counties, us_states
from tallystick.vocab.gazetteer import Gazetteer, load_gazetteer, own_entries
from tallystick.vocab.placekeys import key_of, skeleton_of, words_of


def town(number: int, name: str, country: str, *others: str, population: int = 1000) -> dict:
    return {
        "geonameid": number,
        "name": name,
        "latitude": 10.5,
        "longitude": -20.25,
        "countrycode": country,
        "admin1code": "01",
        "population": population,
        "alternatenames": list(others),
    }


TOWNS = [
    town(1, "Exampletown", "GB", "Beispielstadt", "EXT", population=500),
    town(2, "Exampletown", "US", population=9000),
    town(3, "Umm Sample", "IQ"),
    town(4, "Santo Ejemplo de la Frontera", "CO"),
]


@pytest.fixture(scope="module")
def small() -> CityIndex:
    return CityIndex(build(TOWNS))


class TestKeys:
    @pytest.mark.parametrize(
        ("name", "key"),
        [
            ("Ain al-Asad", "ain al asad"),
            ("SANA'A", "sanaa"),
            ("Sana’a", "sanaa"),
            ("St. Exampleville", "saint exampleville"),
            ("Ségou", "segou"),
            ("U.S.", "us"),
            ("Tower 22", "tower 22"),
        ],
    )
    def test_case_accents_and_marks_do_not_count(self, name: str, key: str) -> None:
        assert key_of(name) == key

    @pytest.mark.parametrize(
        "spellings",
        [
            ("Ain al-Asad", "Ayn Al Assad", "Ein al-Asad"),
            ("Deir ez-Zor", "Dayr az Zawr", "Deir al-Zor"),
            ("Hasakah", "Al-Hassakeh", "Hasaka"),
            ("Khan Sheikhoun", "Khan Shaykhun"),
            ("Ramadi", "Ar Ramādī", "al-Ramadi"),
        ],
    )
    def test_transliterations_share_a_skeleton(self, spellings: tuple[str, ...]) -> None:
        assert len({skeleton_of(key_of(s)) for s in spellings}) == 1

    def test_different_towns_keep_different_skeletons(self) -> None:
        names = ["Mosul", "Tikrit", "Baiji", "Samarra", "Balad", "Kirkuk", "Hawija", "Sinjar"]
        assert len({skeleton_of(key_of(n)) for n in names}) == len(names)

    @given(st.text(max_size=80))
    def test_words_lie_in_the_text_in_order(self, text: str) -> None:
        end = 0
        for word in words_of(text):
            assert end <= word.start < word.end <= len(text)
            end = word.end

    def test_the_possessive_is_a_word_of_its_own(self) -> None:
        assert [w.key for w in words_of("Erbil's base")] == ["erbil", "'s", "base"]


class TestIndex:
    def test_finds_by_name_most_populous_first(self, small: CityIndex) -> None:
        assert [c.geonameid for c in small.lookup("exampletown")] == [2, 1]
        assert small.lookup("exampletown")[0].quality is MatchQuality.NAME

    def test_gives_back_what_was_put_in(self, small: CityIndex) -> None:
        city = small.lookup("umm sample")[0]
        assert (city.name, city.country, city.admin1_code) == ("Umm Sample", "IQ", "01")
        assert (city.lat, city.lon, city.population) == (10.5, -20.25, 1000)

    def test_other_names_are_alternates_but_airport_codes_are_none(self, small: CityIndex) -> None:
        assert small.lookup("beispielstadt")[0].quality is MatchQuality.ALTERNATE
        assert small.lookup("ext") == []

    def test_skeletons_only_where_transliterations_vary(self, small: CityIndex) -> None:
        assert [c.geonameid for c in small.lookup_skeleton(skeleton_of("oum sample"))] == [3]
        assert small.lookup_skeleton(skeleton_of("exampletown")) == []

    def test_knows_how_long_names_are(self, small: CityIndex) -> None:
        assert small.longest("santo") == 5
        assert small.longest("nowhere") == 0

    def test_a_damaged_index_is_refused(self) -> None:
        data = bytearray(build(TOWNS))
        data[-1] ^= 1
        with pytest.raises(ValueError, match="damaged"):
            CityIndex(bytes(data))
        with pytest.raises(ValueError, match="not an index"):
            CityIndex(b"something else altogether, and long enough for a header")


class TestCache:
    @pytest.fixture
    def builds(self, monkeypatch: pytest.MonkeyPatch) -> list[int]:
        """How often an index was built, of the small list of towns."""
        calls: list[int] = []

        def counting() -> bytes:
            calls.append(1)
            return build(TOWNS)

        monkeypatch.setattr(cityindex, "build", counting)
        return calls

    def test_is_built_once(self, tmp_path: Path, builds: list[int]) -> None:
        open_index(tmp_path)
        again = open_index(tmp_path)
        assert len(builds) == 1
        assert again.lookup("exampletown")
        assert len(list(tmp_path.iterdir())) == 1  # and nothing half-written beside it

    def test_a_damaged_file_is_built_anew(self, tmp_path: Path, builds: list[int]) -> None:
        open_index(tmp_path)
        (path,) = tmp_path.iterdir()
        path.write_bytes(path.read_bytes()[:-5])
        assert open_index(tmp_path).lookup("exampletown")
        assert len(builds) == 2

    def test_without_a_writable_folder_it_stays_in_memory(
        self, tmp_path: Path, builds: list[int]
    ) -> None:
        blocked = tmp_path / "file"
        blocked.write_text("not a folder")
        assert open_index(blocked / "sub").lookup("exampletown")
        assert blocked.read_text() == "not a folder"
        assert len(builds) == 1


class TestOwnFiles:
    def test_hold_at_least_three_hundred_sites_and_regions(self) -> None:
        own = [e for e in own_entries() if e.candidate.own and e.candidate.kind != "county"]
        assert sum(e.candidate.kind != "admin1" for e in own) >= 300

    def test_ids_are_unique_slugs(self) -> None:
        ids = [e.candidate.id for e in own_entries()]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"ts:[a-z0-9-]+|gn:\d+", i) for i in ids)

    def test_values_are_in_range(self) -> None:
        for entry in own_entries():
            c = entry.candidate
            assert c.country is None or c.country in countries(), c
            assert (c.lat is None) == (c.lon is None), c
            assert c.lat is None or (-90 <= c.lat <= 90 and -180 <= c.lon <= 180), c

    def test_sites_lie_in_their_country(self) -> None:
        """Not farther from some town of the country than 400 km (seas and deserts aside)."""
        for entry in own_entries():
            c = entry.candidate
            if c.precision is PlacePrecision.SITE and c.lat is not None and c.country:
                middle = countries()[c.country]
                if middle.lat is not None and c.country not in ("US", "RU", "CU", "IO", "GU"):
                    assert abs(c.lat - middle.lat) < 16, c
                    assert abs(c.lon - middle.lon) < 16, c

    def test_divisions_named_by_other_entries_exist(self) -> None:
        divisions = {
            (e.candidate.country, e.candidate.name) for e in own_entries() if e.candidate.division
        }
        for entry in own_entries():
            c = entry.candidate
            if c.admin1:
                assert (c.country, c.admin1) in divisions, c

    def test_a_bad_row_names_file_and_line(self) -> None:
        text = "id,name,spellings,kind,country,admin1,lat,lon\nts:x,X,,castle,IQ,,1,2\n"
        with pytest.raises(VocabularyError, match=r"places_x\.csv, line 2"):
            list(gazetteer._file_entries("places_x.csv", text))


class TestCountries:
    def test_adjectives_and_peoples(self) -> None:
        found = country_of_adjective()
        assert found["iraqi"] == found["iraqis"] == "IQ"
        assert found["sri lankan"] == "LK"

    def test_states_and_counties(self) -> None:
        assert us_states()["IL"].short == ("IL", "Ill")
        [parish] = [c for c in us_counties() if c.name == "Rapides Parish"]
        assert (parish.state, parish.lat, parish.lon) == ("LA", 31.2, -92.5)

    def test_counties_lie_in_their_states(self) -> None:
        placed = [c for c in us_counties() if c.lat is not None and c.state in us_states()]
        assert len(placed) > 3000
        for county in placed:
            state = us_states()[county.state]
            assert county.lat is not None
            assert abs(county.lat - state.lat) < (12 if county.state in ("AK", "HI") else 7), county


class TestGazetteer:
    @pytest.mark.parametrize(
        ("name", "wanted"),
        [
            ("Ain al-Asad", "ts:ain-al-asad"),
            ("Ain Al Asad", "ts:ain-al-asad"),
            ("al-Asad airbase", "ts:ain-al-asad"),
            ("Ayn al-Assad", "ts:ain-al-asad"),
            ("AIN AL-ASAD", "ts:ain-al-asad"),
            ("al-Tanf", "ts:al-tanf"),
            ("At Tanf", "ts:al-tanf"),
            ("Tower 22", "ts:tower-22"),
            ("Koniko", "ts:conoco-gas-field"),
            ("Dayr al-Zawr", "ts:sy-deir-ez-zor"),
            ("At-Ta'mim", "ts:iq-kirkuk"),
            ("Hodeida", "ts:ye-hodeidah"),
            ("Morazan", "ts:sv-morazan"),
            ("Chernobaevka", "ts:chornobaivka-airport"),
            ("Iraq", "gn:99237"),
            ("Baghdad", "gn:98182"),
        ],
    )
    def test_knows_a_name_in_its_spellings(self, name: str, wanted: str) -> None:
        assert wanted in {c.id for c in load_gazetteer().lookup(name)}

    def test_towns_carry_their_division(self) -> None:
        ramadi = load_gazetteer().lookup("Ramadi")[0]
        assert (ramadi.country, ramadi.admin1) == ("IQ", "Anbar")

    def test_find_takes_the_longest_name_with_a_capital(self) -> None:
        text = "Drones flew over Ain al-Asad and New York, not over baghdad."
        hits = load_gazetteer().find(text)
        assert [h.span.of(text) for h in hits] == ["Ain al-Asad", "New York"]

    def test_unknown_names_are_not_found(self) -> None:
        assert load_gazetteer().lookup("Qwrtzplk") == ()

    def test_reads_a_town_list_of_its_own(self, small: CityIndex) -> None:
        own = Gazetteer(small, ())
        assert [c.id for c in own.lookup("Exampletown")] == ["gn:2", "gn:1"]
        assert own.lookup("Exampletown")[0].admin1 is None  # no file names the division
