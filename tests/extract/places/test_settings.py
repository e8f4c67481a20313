"""Names that no list has, told to be places by the words around them."""

from __future__ import annotations

import pytest

from tallystick.extract.places.mentions import find_places
from tallystick.extract.places.reading import Reading
from tallystick.extract.places.settings import described, sets


def unlisted(text: str) -> list[str]:
    """The names in a text that are kept without coordinates."""
    return [
        m.span.of(text) for m in find_places(text) if m.place.id is None and m.place.lat is None
    ]


def at(text: str, name: str) -> tuple[Reading, int]:
    reading = Reading.of(text)
    return reading, next(i for i, w in enumerate(reading.words) if w.start == text.index(name))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A mine killed two in the village of Zobrak. Zobrak, which lies in the west of the Diyala "
         "province, is quiet.", [("IQ", "Diyala")]),
        ("Planes struck Diyala province. In the province's west two died in the village of Zobrak.",
         [("IQ", "Diyala")]),
        ("Two died in the village of Zobrak in Iraq. The school in Zobrak burned.",
         [("IQ", None), ("IQ", None)]),
        ("Two died in the village of Zobrak. Men from Zobrak fled to Iraq.", [(None, None)]),
        ("Planes struck Diyala province. Two died in the village of Zobrak.", [(None, None)]),
    ],
)  # fmt: skip
def test_a_village_is_in_the_country_that_the_text_says(
    text: str, where: list[tuple[str | None, str | None]]
) -> None:
    places = [m.place for m in find_places(text) if m.place.name == "Zobrak"]
    assert [(place.country, place.admin1) for place in places] == where


@pytest.mark.parametrize(
    "text",
    [
        "Planes bombed Zobrak before dawn.",
        "Raids on Zobrak went on.",
        "Attacks on Monday on Zobrak went on.",
        "The army took villages including Zobrak.",
        "They fought for control of Zobrak.",
        "It stood in Zobrak.",
        "Bombs landed on Zobrak.",
        "Missiles also hit Zobrak.",
        "Drones were shot down over Zobrak.",
        "They shot at the market of Zobrak.",
    ],
)
def test_words_before_set_something_in_a_place(text: str) -> None:
    assert sets(*at(text, "Zobrak"))


@pytest.mark.parametrize(
    "text",
    [
        "They met Zobrak.",
        "A song on Zobrak was heard.",
        "The wife of Zobrak came.",
        "Zobrak spoke.",
        "A bullet hit Zobrak.",
        "They talked over Zobrak.",
    ],
)
def test_other_words_do_not(text: str) -> None:
    assert not sets(*at(text, "Zobrak"))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Shells hit Zobrak, a village in Syria.", "village"),
        ("Shells hit Zobrak a rebel-held border town that had been quiet.", "town"),
        ("Zobrak west of Aleppo was hit.", "locality"),
        ("Zobrak, some 30 kilometres (18 miles) north of Aleppo, was hit.", "locality"),
        ("Zobrak, a village elder, was hit.", None),
        ("Zobrak spoke of Aleppo.", None),
    ],
)
def test_words_after_say_what_a_name_is(text: str, noun: str | None) -> None:
    assert described(*at(text, "Zobrak")) == noun


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Planes bombed Zobrak in Syria, killing five.", ["Zobrak"]),
        ("Clashes went on in the towns of Zobrak and Meldak in Syria.", ["Zobrak", "Meldak"]),
        (
            "Shells hit the two villages Zobrak and Meldak late in the night in Syria.",
            ["Zobrak", "Meldak"],
        ),
        ("It took place on Monday at Zobrak in Syria.", ["Zobrak"]),
        (
            "Shelling was heard in Zobrak, Kindah and Meldak in Syria.",
            ["Zobrak", "Kindah", "Meldak"],
        ),
        ("Army Shells School in Zobrak on Friday.", []),
        ("A column was ambushed in the Zobrak gorge, Yemen.", ["Zobrak"]),
        ("Barrels fell near the Zobrak area late in the night in Syria.", ["Zobrak"]),
        ("They met in Zobrak group's old office late in the night in Syria.", []),
        ("Rebels attacked Daeshs men, and the mayor Zobrak Meldak fled.", []),
    ],
)
def test_a_document_keeps_them_by_name(text: str, wanted: list[str]) -> None:
    assert unlisted(text) == wanted


def test_an_article_is_no_name_of_a_place() -> None:
    text = "MEN THREW A BOMB AT A HOUSE IN THE SAN ROQUE DISTRICT OF THE CAPITAL AT 2200."
    assert [m.span.of(text) for m in find_places(text)] == ["SAN ROQUE"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen attacked a post in the Garoua Khelwal area of Lakki Marwat.", "Garoua Khelwal"),
        ("Five died above the village of Ulus-Zobrak.", "Ulus-Zobrak"),
        ("Guerrillas raided the village of Santa Cruz Loma Alta.", "Santa Cruz Loma Alta"),
        ("Gunmen raided the township of Aguilares de Zobrak.", "Aguilares de Zobrak"),
    ],
)
def test_a_known_name_is_only_the_beginning_of_a_longer_one(text: str, name: str) -> None:
    found = {m.span.of(text) for m in find_places(text)}
    assert name in found
    assert not {"Garoua", "Ulus", "Aguilares", "Santa Cruz"} & found


def test_a_paper_with_a_name_of_two_words_is_no_town() -> None:
    text = "Five died at Zobrak village, according to the newspaper Carta de Kindah."
    assert "Carta" not in {m.span.of(text) for m in find_places(text)}


def test_the_end_of_a_name_that_begins_with_no_known_word_is_no_place() -> None:
    text = "Gunmen raided the gold mine at Zobrak-Nord, in Seno province."
    assert "Nord" not in {m.span.of(text) for m in find_places(text)}
