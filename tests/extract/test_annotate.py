"""What is found before reading: in the account only, and each name for one thing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.extract.annotate import Annotations, annotate, inside
from tallystick.model.document import Span
from tests.extract.incidents import document_of


def notes_of(text: str, published: str | None = None) -> Annotations:
    return annotate(document_of(text, published))


CAPTION = "File photo: Soldiers at the site of a car bombing in Basra on May 3, 2007. REUTERS/Reed"
ACCOUNT = "Gunmen killed three judges in Mosul on Sunday, police said."


def test_nothing_is_found_in_a_caption() -> None:
    notes = notes_of(f"{CAPTION}\n\n{ACCOUNT}", "2011-03-18")
    assert [p.place.name for p in notes.places] == ["Mosul"]
    assert [d.span.of(notes.text) for d in notes.dates] == ["Sunday"]
    start = notes.text.index(ACCOUNT)
    assert [s.span.of(notes.text) for s in notes.sentences] == [ACCOUNT]
    words = [*notes.events, *notes.weapons, *notes.persons, *notes.targets]
    assert words
    assert all(word.span.start >= start for word in words)


def test_a_place_in_the_name_of_a_group_is_no_place() -> None:
    notes = notes_of("The Islamic State of Iraq claimed responsibility for a bombing in Mosul.")
    assert [p.place.name for p in notes.places] == ["Mosul"]


def test_what_was_read_in_part_of_a_name_is_dropped() -> None:
    notes = notes_of("The Popular Front for the Liberation of Palestine attacked a bus in Jaffa.")
    assert [a.name for a in notes.actors] == ["Popular Front for the Liberation of Palestine"]
    assert [p.span.of(notes.text) for p in notes.places] == ["Jaffa"]


def test_a_number_in_a_date_is_no_count() -> None:
    notes = notes_of("A bomb wounded 12 people in Cali on 11 May 1990.", "1990-05-14")
    assert [c.span.of(notes.text) for c in notes.counts][-1:] != ["1990"]
    assert "11" not in [c.span.of(notes.text) for c in notes.counts]
    assert "12" in [c.span.of(notes.text) for c in notes.counts]


def test_a_rank_is_no_day() -> None:
    notes = notes_of("Saturday's raid was the 20th.", "1999-05-06")
    assert [d.span.of(notes.text) for d in notes.dates] == ["Saturday"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Shells kill three in Zobrak city 6 May 2031 Zobrak (Watan) Rebels fired on it.", []),
        ("Shells kill three in Zobrak Security 06-05-2031 0742 PM Rebels fired on it.", []),
        ("Shells killed three in Zobrak on 6 May 2031. Rebels fired on it.", ["6 May 2031"]),
        ("Shells killed three in Zobrak, 6 May 2031 Rebels said.", ["6 May 2031"]),
        ("A BUS CRASHED TODAY AT 1245 ON THE ZOBRAK ROAD.", ["TODAY AT 1245"]),
        ("Shells kill three in Zobrak city 5 May 2031 Rebels fired on it.", ["5 May 2031"]),
    ],
)
def test_the_stamp_between_a_title_and_its_text_is_no_day(text: str, days: list[str]) -> None:
    assert [d.span.of(text) for d in notes_of(text, "2031-05-06").dates] == days


def test_inside_takes_only_what_lies_wholly_within() -> None:
    notes = notes_of("Bombs fell on Goma, Bunia and Kitgum.")
    names = [p.span.of(notes.text) for p in notes.places]
    assert names == ["Goma", "Bunia", "Kitgum"]
    first, last = notes.places[0].span, notes.places[-1].span
    cut = Span(first.start, last.end - 1)
    assert [p.span.of(notes.text) for p in inside(notes.places, cut)] == ["Goma", "Bunia"]
    assert list(inside(notes.places, Span(first.start + 1, last.end))) == list(notes.places[1:])


VOCABULARY = (
    "gunmen bomb Goma on Monday killed 12 soldiers the army said that rockets hit base . , “ ” "
    "Iraq in 1989 Hezbollah — ( ) Photo: attack and"
)
WORDS = st.sampled_from((*VOCABULARY.split(), "\n\n"))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_all_that_is_found_lies_in_the_account_in_order(text: str) -> None:
    notes = notes_of(text, "1999-05-06")
    account = [s.span for s in notes.document.account]
    lists = (notes.dates, notes.places, notes.actors, notes.weapons, notes.events, notes.persons,
             notes.targets, notes.counts)  # fmt: skip
    for found in lists:
        spans = [f.span for f in found]
        assert [s.start for s in spans] == sorted(s.start for s in spans)
        assert all(any(part.contains(s) for part in account) for s in spans)


def test_a_town_that_a_channel_is_called_like() -> None:
    text = "Raids hit the town of al-Mayadin near Deir ez-Zor, al-Mayadin said on Friday."
    notes = notes_of(text, "2016-09-16")
    assert [p.span.of(text) for p in notes.places] == ["al-Mayadin", "Deir ez-Zor"]
    assert [a.span.start for a in notes.actors] == [text.rindex("al-Mayadin")]


@pytest.mark.parametrize(
    ("capital", "land", "government"),
    [
        ("N'Djamena", "Chad", "gov-td"),
        ("Kiev", "Ukraine", "gov-ua"),
        ("Tel Aviv", "Israel", "gov-il"),
        ("Kiev", "Portugal", None),
    ],
)
def test_a_capital_that_speaks_is_its_government(
    capital: str, land: str, government: str | None
) -> None:
    text = f"Nine men fell on the border of {land}. {capital} said that rebels had crossed it."
    notes = notes_of(text)
    found = [n.actor.id for n in notes.actors if n.actor and n.span.of(text) == capital]
    assert found == ([government] if government else [])


@pytest.mark.parametrize("people", ["woman", "teenager", "residents", "doctors"])
def test_people_of_a_town_or_country_are_not_the_state(people: str) -> None:
    text = f"Three Lebanon {people} were charged over a fire in Osk."
    assert "Lebanon" not in {a.span.of(text) for a in notes_of(text, "2031-05-06").actors}
    assert len(notes_of("Lebanon shelled Osk.", "2031-05-06").actors) == 1


def test_a_surname_is_no_country() -> None:
    text = "Police seek Thomas Jordan, 20, and two others. Jordan shot a clerk in Jordan."
    found = [a.span.start for a in notes_of(text, "2031-05-06").actors if a.name == "Jordan"]
    assert found == [text.rindex("Jordan")]
