"""Values in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.statement import Source
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    DatePrecision,
    DayPart,
    Fate,
    PartialDate,
    PersonClass,
    Place,
    PlacePrecision,
    WeaponUse,
)
from tallystick.present import words


def span(first: str, last: str, precision: DatePrecision) -> PartialDate:
    return PartialDate(date.fromisoformat(first), date.fromisoformat(last), precision)


DATES = [
    (PartialDate.day(date(2023, 10, 22)), "on 22 October 2023", "2023-10-22"),
    (
        PartialDate.day(date(2023, 10, 22), part=DayPart.NIGHT),
        "in the night of 22 October 2023",
        "2023-10-22",
    ),
    (span("2011-05-01", "2011-05-31", DatePrecision.MONTH), "in May 2011", "2011-05"),
    (span("2020-01-01", "2020-12-31", DatePrecision.YEAR), "in 2020", "2020"),
    (
        span("2023-05-09", "2023-05-11", DatePrecision.DAYS),
        "between 9 May 2023 and 11 May 2023",
        "2023-05-09..11",
    ),
    (
        span("2023-12-25", "2023-12-31", DatePrecision.WEEK),
        "in the week of 25 December 2023",
        "2023-12-25..31",
    ),
    (
        span("2023-12-30", "2024-01-02", DatePrecision.DAYS),
        "between 30 December 2023 and 2 January 2024",
        "2023-12-30..2024-01-02",
    ),
    (
        PartialDate(date(2023, 10, 17), None, DatePrecision.INTERVAL),
        "from 17 October 2023 on",
        "2023-10-17..",
    ),
    (
        PartialDate(None, None, DatePrecision.FLOATING, "on Sunday", 7),
        "on a Sunday of unknown date",
        "Sunday?",
    ),
    (
        PartialDate(None, None, DatePrecision.FLOATING, "last week"),
        "on an unknown date (“last week”)",
        "?",
    ),
    (None, "on an unknown date", "?"),
]


@pytest.mark.parametrize(("when", "phrase", "cell"), DATES)
def test_dates(when: PartialDate | None, phrase: str, cell: str) -> None:
    assert (words.date_phrase(when), words.date_cell(when)) == (phrase, cell)


COUNTS = [
    (None, "drones", ""),
    (CountRange(0, 0), "no drones", "0"),
    (CountRange(1, 1), "one drone", "1"),
    (CountRange(3, 3), "three drones", "3"),
    (CountRange(12, 12), "12 drones", "12"),
    (CountRange(1500, 1500), "1,500 drones", "1500"),
    (CountRange(2, 3), "two or three drones", "2–3"),
    (CountRange(2, 5), "two to five drones", "2–5"),
    (CountRange(2, None, "at least two"), "at least two drones", "2+"),
    (CountRange(2, None, "drones"), "drones", "2+"),
    (CountRange(1, None, "at least one"), "at least one drone", "1+"),
    (CountRange(3, None, "several"), "several drones", "3+"),
    (CountRange(24, None, "dozens of"), "dozens of drones", "24+"),
    (CountRange(None, 5), "up to five drones", "≤5"),
    (CountRange(None, 1), "up to one drone", "≤1"),
]


@pytest.mark.parametrize(("count", "phrase", "cell"), COUNTS)
def test_counts(count: CountRange | None, phrase: str, cell: str) -> None:
    assert words.counted(count, "drone", "drones") == phrase
    assert words.count_cell(count) == cell


@given(st.integers(0, 5000), st.one_of(st.none(), st.integers(0, 5000)))
def test_a_count_of_one_and_only_that_is_singular(low: int, more: int | None) -> None:
    count = CountRange(low, None if more is None else low + more)
    phrase = words.counted(count, "goose", "geese")
    # "geese" alone, for a bare plural, stands for two or more.
    assert phrase.endswith("goose") == ((low == 1 and more in (0, None)) or (low, more) == (0, 1))


@pytest.mark.parametrize(
    ("hurt", "phrase"),
    [
        (Casualties(CountRange.exactly(0)), "no one"),
        (Casualties(CountRange.exactly(1), PersonClass.CHILDREN), "one child"),
        (Casualties(CountRange.exactly(0), PersonClass.CIVILIANS), "no civilians"),
        (
            Casualties(CountRange.exactly(2), PersonClass.FORCES, ActorRef("Iraqi Army")),
            "two members of the Iraqi Army",
        ),
        (Casualties(CountRange.exactly(1), owner=ActorRef("policeman")), "one policeman"),
        (
            Casualties(CountRange.exactly(4), owner=ActorRef("police")),
            "four members of the police",
        ),
        (Casualties(CountRange.exactly(3), owner=ActorRef("servicemen")), "three servicemen"),
        (
            Casualties(CountRange.exactly(9), owner=ActorRef("pro-Iran militants")),
            "nine pro-Iran militants",
        ),
        (
            Casualties(CountRange.exactly(9), owner=ActorRef("security forces")),
            "nine members of the security forces",
        ),
    ],
)
def test_casualties(hurt: Casualties, phrase: str) -> None:
    assert words.person_phrase(hurt) == phrase


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Islamic Resistance in Iraq", "the Islamic Resistance in Iraq"),
        ("Hezbollah", "Hezbollah"),
        ("The ministry", "the ministry"),
        ("An American official", "an American official"),
        ("army officer", "an army officer"),
        ("US military source", "a US military source"),
        ("base source", "a base source"),
        ("Iraqi security sources", "Iraqi security sources"),
        ("source at the base", "a source at the base"),
        ("CENTCOM", "CENTCOM"),
        ("spokesman for the police", "a spokesman for the police"),
        ("commission of inquiry", "the commission of inquiry"),
        ("note left at the gate", "the note left at the gate"),
        ("office", "the office"),
        ("prefect, a former colonel", "the prefect, a former colonel"),
        ("Jane Roe, an official", "Jane Roe, an official"),
        ("Kenya's army", "Kenya's army"),
        ("ministry's list", "the ministry's list"),
        ("its spokesman", "its spokesman"),
        ("al-Shabaab", "al-Shabaab"),
        ("angry shepherds", "angry shepherds"),
        ("Gunmen", "gunmen"),
        ("Police Service of Arden", "the Police Service of Arden"),
        ("website 7media", "the website 7media"),
        ("Arden state television", "Arden state television"),
        ("Commission for Truth", "the Commission for Truth"),
        ("Local officials", "local officials"),
        ("Local Defence Units", "the Local Defence Units"),
        ("two medics and a relief group", "two medics and a relief group"),
        ("rights group and the chamber", "a rights group and the chamber"),
        ("search and rescue team", "the search and rescue team"),
    ],
)
def test_names_take_the_article_that_they_need(name: str, expected: str) -> None:
    assert words.with_article(name) == expected


def test_one_casualty_is_singular_in_a_table() -> None:
    one = CountRange.exactly(1)
    assert words.person_cell(Casualties(one)) == "1 person"
    assert words.person_cell(Casualties(one, PersonClass.CIVILIANS)) == "1 civilian"
    assert words.person_cell(Casualties(CountRange.exactly(2))) == "2 people"
    assert words.person_cell(Casualties(CountRange(1, None))) == "1+ people"


def test_source_chains_name_the_nearest_first() -> None:
    chain = (Source("base source"), Source("New York Post"), Source("The Herald"))
    assert words.chain_cell(chain) == "base source → New York Post → The Herald"
    assert words.chain_phrase(chain) == "a base source, quoted by New York Post"
    assert words.chain_phrase(chain[2:]) == "The Herald"


def test_places_say_each_name_once() -> None:
    base = Place("Ain al-Asad", PlacePrecision.SITE, None, "IQ", "Anbar")
    assert words.place_phrase(base) == "at Ain al-Asad, Anbar, Iraq"
    assert words.place_phrase(Place("Iraq", PlacePrecision.COUNTRY, None, "IQ")) == "in Iraq"
    east = Place("eastern Iraq", PlacePrecision.REGION, None, "IQ")
    assert words.place_phrase(east) == "in eastern Iraq"
    assert words.place_phrase(None) == "at a place that the accounts do not name"


@pytest.mark.parametrize(
    ("name", "precision", "phrase"),
    [
        ("Red Sea", PlacePrecision.REGION, "in the Red Sea"),
        ("Gulf of Aden", PlacePrecision.REGION, "in the Gulf of Aden"),
        ("West Bank", PlacePrecision.PROVINCE, "in the West Bank"),
        ("Netzarim corridor", PlacePrecision.SITE, "at the Netzarim corridor"),
        ("Upper Ford gas field", PlacePrecision.SITE, "at the Upper Ford gas field"),
        ("Philippines", PlacePrecision.COUNTRY, "in the Philippines"),
        ("The Netherlands", PlacePrecision.COUNTRY, "in the Netherlands"),
        ("Lake Chad", PlacePrecision.REGION, "in Lake Chad"),
        ("Anbar", PlacePrecision.PROVINCE, "in Anbar"),
        ("The Hague", PlacePrecision.TOWN, "in The Hague"),
        ("Beverly Hills", PlacePrecision.TOWN, "in Beverly Hills"),
    ],
)
def test_seas_ranges_and_the_like_take_the_article(
    name: str, precision: PlacePrecision, phrase: str
) -> None:
    assert words.place_phrase(Place(name, precision)) == phrase


def test_actors_that_read_alike_within_a_sentence_are_told_once() -> None:
    assert words.actor_phrase([ActorRef("Gunmen"), ActorRef("gunmen")]) == "gunmen"


def test_weapons_go_by_their_names() -> None:
    assert words.weapon_phrase(WeaponUse("ied", CountRange.exactly(2))) == (
        "two improvised explosive devices"
    )
    assert words.weapon_cell(WeaponUse("artillery")) == "artillery"
    assert words.weapon_nouns("knife") == ("knife", "knives")


def test_every_kind_and_fate_has_its_words() -> None:
    assert set(words.KIND_PHRASES) == set(IncidentKind)
    assert set(words.FATE_PHRASES) == set(Fate)
    assert all(phrase.startswith(("a ", "an ")) for phrase in words.KIND_PHRASES.values())


@given(st.text(st.sampled_from(" ,.'’ofatheABc-\n1"), min_size=1).filter(str.strip))
def test_any_name_takes_an_article_or_none(name: str) -> None:
    assert words.bare(name).strip().casefold() in words.with_article(name).casefold()
