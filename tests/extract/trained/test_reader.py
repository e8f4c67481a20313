"""Laws of reading with the network that ships, and what it must not do to what rules know."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.extract import annotated, read, read_by_rules
from tallystick.extract.trained.network.model import load
from tallystick.extract.trained.reader import OVERRIDE, TrainedReader, is_there
from tallystick.model.statement import RULES, TRAINED, Field, Stance
from tallystick.model.values import ActorRef, Place
from tests.extract.incidents import document_of

TEXT = (
    "Gunmen ambushed an army convoy near the village of Tarsu on Friday, killing four soldiers, "
    "a district official said. Boko Haram claimed the ambush in a statement and said that "
    "nine soldiers had died.\n\nThe army denied that it had lost so many. In a separate attack, "
    "a roadside bomb wounded two drivers outside Maiduguri on Saturday, police said."
)


def test_the_network_ships() -> None:
    assert is_there()
    assert read(document_of(TEXT, "2031-05-11")).reader == TRAINED


def test_two_incidents_with_both_tolls() -> None:
    found = read(document_of(TEXT, "2031-05-11")).reports
    tolls = [
        sorted(
            {s.span.of(TEXT) for s in r.of(Field.KILLED)}
            | {s.span.of(TEXT) for s in r.of(Field.INJURED)}
        )
        for r in found
    ]
    assert len(found) == 2
    assert any("four soldiers" in words for words in tolls[0])
    assert any("nine soldiers" in words for words in tolls[0])
    assert any("two drivers" in words for words in tolls[1])


def test_a_toll_stands_under_one_incident_where_two_are_as_likely() -> None:
    text = (
        "Blast kills four at market; two groups say they did it\n\n"
        "A bomb hidden in a cart killed four people and wounded eleven at the vegetable market "
        "of Peshawar on Tuesday morning, police said. The Pakistani Taliban denied any part in "
        "the blast. The Islamic State group said that its men had planted the bomb and that nine "
        "had died.\n\nOn Sunday army jets struck two camps in North Waziristan, the military "
        "said. A resident said three shepherds died."
    )
    found = read(document_of(text)).reports
    tolls = [[s.span.of(text) for s in report.of(Field.KILLED)] for report in found]
    first = ["kills four", "killed four people", "nine had died"]
    assert tolls == [first, ["three shepherds died"]]


def test_who_claims_stays_the_claimant() -> None:
    first = read(document_of(TEXT, "2031-05-11")).reports[0]
    claims = [s for s in first.of(Field.ATTACKER) if s.stance is Stance.CLAIMS]
    assert {s.value.id for s in claims if isinstance(s.value, ActorRef)} == {"boko-haram"}


def test_probabilities_are_given_where_they_were_learned() -> None:
    for report in read(document_of(TEXT, "2031-05-11")).reports:
        assert 0 < report.score <= 1
        for statement in report.statements:
            assert statement.confidence is None or 0 <= statement.confidence <= 1
        assert any(s.confidence is not None for s in report.statements)


def test_a_text_without_incidents_is_read_to_nothing() -> None:
    text = "The council met on Friday and spoke of roads. A strike of bus drivers goes on."
    assert read(document_of(text, "1999-05-06")).reports == ()


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    document = document_of(text)
    found = read(document)
    assert found == read(document)
    for report in found.reports:
        for statement in report.statements:
            assert 0 <= statement.span.start < statement.span.end <= len(document.text)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(TEXT.split()), max_size=120))
def test_words_in_any_order_can_be_read(words: list[str]) -> None:
    document = document_of(" ".join(words), "2031-05-11")
    ids = [s.id for r in read(document).reports for s in r.statements]
    assert len(ids) == len(set(ids))


def test_a_long_text_takes_several_windows() -> None:
    text = "\n\n".join([TEXT] * 12)
    assert read(document_of(text, "2031-05-11")).reports


def test_without_weights_the_rules_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    document = document_of(TEXT, "2031-05-11")
    monkeypatch.setenv(OVERRIDE, str(tmp_path))
    assert not is_there()
    assert read(document) == read_by_rules(document)
    assert read(document).reader == RULES
    assert annotated(document).attributions


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"encoder\.onnx"):
        load(tmp_path)


def test_one_network_for_a_process() -> None:
    assert TrainedReader.load() is TrainedReader.load()


def test_bases_that_the_text_tells_apart_stay_apart() -> None:
    text = (
        "Four soldiers were hurt in a drone attack at the Ain al-Asad base on Wednesday, a "
        "spokesman said.\n\nA paper of an institute links a death to the drone attack on the "
        "al-Tanf garrison in Syria."
    )
    found = read(document_of(text, "2023-10-27")).reports
    where = [{s.value.name for s in r.of(Field.WHERE) if isinstance(s.value, Place)} for r in found]
    assert where == [{"Ain al-Asad"}, {"al-Tanf"}]


def places_of(text: str) -> list[list[str]]:
    found = read(document_of(text, "2031-05-11")).reports
    return [[s.span.of(text) for s in report.of(Field.WHERE)] for report in found]


def test_a_village_on_no_list_is_the_place_of_what_its_clause_tells() -> None:
    assert places_of("The rebels seized the mining town of Zobrak-Nord a week ago.") == [
        ["Zobrak-Nord"]
    ]
    assert places_of("The army raided a shop. A guard was killed in Upper Zobrak by a mine.") == [
        ["a shop"],
        ["Upper Zobrak"],
    ]


def test_an_ambush_stays_one_when_shots_are_told_of_after_it() -> None:
    text = (
        "Fighters ambushed a convoy near Lodwar on Monday. The gunmen opened fire from both "
        "sides of the road. Two drivers were shot dead."
    )
    report, *_ = read(document_of(text, "2031-05-15")).reports
    assert next(str(s.value) for s in report.of(Field.KIND)) == "armed_assault"
