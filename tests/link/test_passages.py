"""What the wording of a text offers for comparison."""

from __future__ import annotations

from tallystick.link.passages import Passage, Story, join, sentences
from tests.builders import document


def passage(text: str) -> Passage:
    return join(s.passage for s in sentences(document(text)))


def test_names_are_told_from_words_by_their_capitals() -> None:
    found = passage("Smoke rose over the tannery when Tobin Hexley came home.")
    assert found.names == {"tobin", "hexley"}
    assert "tannery" in found.rare - found.names


def test_full_names_are_pairs() -> None:
    assert passage("They buried Tobin Hexley there.").full_names == {("tobin", "hexley")}


def test_two_words_that_every_report_has_are_no_full_name() -> None:
    found = passage("In the evening The Observatory spoke to the Syrian Government.")
    assert not found.full_names


def test_ages_are_known_in_whatever_way_they_are_told() -> None:
    found = passage("A three-year-old, a 9-Month-Old and a man aged 40 fled; Ann Lee, 71, stayed.")
    assert found.ages == {"3 year", "9 month", "40 year", "71 year"}


def test_people_are_known_by_name_and_age() -> None:
    found = passage(
        "Tobin Hexley, 34, and 7-year-old pupil Ann Mary Lee fled; Ned Orr Jr., 60, stayed."
    )
    assert found.people == {"tobin hexley 34", "ann lee 7", "mary lee 7", "ned orr 60"}
    assert {f"{name.split()[-1]} year" for name in found.people} <= found.ages


def test_numbers_of_things_are_no_ages() -> None:
    assert not passage("In 2015, 71 shells fell, 9 of them on a school, in 3 hours.").ages


def test_capitals_tell_nothing_where_all_are_capitals() -> None:
    found = passage("THE BODY OF TOBIN HEXLEY LAY BESIDE THE TANNERY.")
    assert not found.names
    assert {"tobin", "hexley", "tannery"} <= found.rare


def test_people_in_office_are_known_as_such() -> None:
    found = passage("A statement by Defence Minister Orla Pennywell named Tobin Hexley.")
    assert found.officials >= {"orla", "pennywell"}
    assert "hexley" not in found.officials


def test_names_of_known_groups_and_places_are_familiar() -> None:
    found = passage("Later that day Kataib Hezbollah spoke of the Gaza Strip.")
    assert not found.names & {"kataib", "hezbollah"}
    assert ("gaza", "strip") not in found.full_names


def test_common_words_are_not_rare() -> None:
    assert not passage("Police said several soldiers were killed in the attacks.").rare


def test_each_sentence_has_its_exact_span() -> None:
    doc = document("First came smoke. Then came “fire.” Last came rain.")
    found = [s.span.of(doc.text) for s in sentences(doc)]
    assert [text.split()[0] for text in found] == ["First", "Then", "Last"]


def test_words_that_any_report_may_have_in_a_row_tell_nothing() -> None:
    found = passage("No people were killed. The tannery at Quillgate Orchard was shelled.")
    assert len(found.shingles) == 5
    assert found.telling == passage("The tannery at Quillgate Orchard was shelled.").telling
    assert found.telling < found.shingles


def test_an_empty_text_has_an_empty_passage() -> None:
    assert passage("") == Passage()


def test_rare_words_make_a_story_and_common_ones_do_not() -> None:
    first = _story("the police said the quillgate orchard of the man was shelled")
    again = _story("shelled was the quillgate orchard the police said of a man")
    other = _story("the police said that the bank of the city was robbed by a man")
    assert first.likeness(again) > 0.8
    assert first.likeness(other) < 0.3
    assert "quillgate" in first.marks(2)
    assert not {"the", "of"} & set(first.weights)


def test_a_text_in_another_language_has_no_story() -> None:
    assert not _story("la nuit derniere trois roquettes ont touche le depot").weights


def _story(text: str) -> Story:
    return Story.of(text.split())
