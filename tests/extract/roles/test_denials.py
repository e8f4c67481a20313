"""Acts that a side denies, itself or through whoever speaks for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.extract.roles.avowals import avowals
from tallystick.extract.roles.claims import claims
from tallystick.extract.roles.denials import denials
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tests.clock import within
from tests.extract.incidents import incidents
from tests.extract.roles_reading import notes_of

DENIED = [
    ("Hezbollah said that it had not fired for a week.", {"Hezbollah"}),
    ("Hezbollah said that its gunners had not fired on the school.", {"its gunners"}),
    ("Hezbollah said it does not shell schools.", {"Hezbollah"}),
    ("Hezbollah insists that it had no hand in the blast.", {"Hezbollah"}),
    ("Hezbollah said it “had nothing to do with” the raid.", {"Hezbollah"}),
    ("Hezbollah said it had carried out neither attack.", {"Hezbollah"}),
    ("Hezbollah said that its men were nowhere near the village.", {"its men"}),
    ("Hezbollah said none of its units had fired.", {"none of its units"}),
    ("Hezbollah said that the mine was not its work.", {"Hezbollah"}),
    ("Hezbollah said that the shells were not its own.", {"Hezbollah"}),
    ("Hezbollah denied that any of its members took part.", {"any of its members"}),
    ("The Israeli army denied that its planes flew on Monday.", {"its planes"}),
    ("Hezbollah denied that the round had been fired by its men.", {"its men"}),
    ("Hezbollah denied having placed the mine.", {"Hezbollah"}),
    ("Hezbollah denied being involved.", {"Hezbollah"}),
    ("Both sides denied having laid the mine.", {"Both sides"}),
    ("Hezbollah denied claims by militants that it shelled the town.", {"Hezbollah"}),
    ("Hezbollah denied claims by militants that they shot down a drone.", set()),
    ("Hezbollah denied the army's claim that it shot down a drone.", set()),
    ("“It had not fired for a week,” Hezbollah said.", {"Hezbollah"}),
    ("It had not fired for a week, Hezbollah said.", {"Hezbollah"}),
    ("“Our men did not fire on the bus,” Hezbollah said.", {"Our men"}),
    ("Hezbollah has said it played no part in the raid.", {"Hezbollah"}),
    ("Hezbollah has stated that it did not set the bomb.", {"Hezbollah"}),
    ("Hezbollah has debunked a story that its men raided the mill.", {"its men"}),
    ("Hezbollah disputes that its men raided the mill.", {"its men"}),
    ("Hezbollah said the charge that it planted the mine was a lie.", {"Hezbollah"}),
    ("Hezbollah said claims that its men had raided the mill were untrue.", {"its men"}),
    ("Hezbollah said accusations of its involvement were baseless.", {"Hezbollah"}),
    ("Hezbollah said reports linking it to the blast were fabricated.", {"Hezbollah"}),
    ("“Charges of our involvement are nonsense,” Hezbollah said.", {"Hezbollah"}),
    ("Hezbollah said it had been wrongly accused.", {"Hezbollah"}),
    ("Hezbollah said it was being framed.", {"Hezbollah"}),
    ("“Those who say we did it are lying,” Hezbollah said.", {"Hezbollah"}),
    ("Hezbollah was named. “We are being framed,” said the clan's lawyer.", set()),
    ("“Whoever blames us lies,” Hezbollah said.", {"Hezbollah"}),
    ("Hezbollah said reports that it had been shelled were untrue.", set()),
    ("Hezbollah said claims of its poverty were untrue.", set()),
    ("Hezbollah said that it did not set a date.", set()),
    ("Hezbollah said that it had fired.", set()),
    ("Hezbollah denied that it was losing the war.", set()),
    ("Hezbollah denied that the talks had failed.", set()),
    ("Hezbollah denied taking part in the talks.", set()),
    ("Hezbollah said that it had not used mines.", set()),
    ("Hezbollah said that its men had not used chemical weapons.", {"its men"}),
    ("Hezbollah said it had nothing to do with corruption.", set()),
    ("Hezbollah said that it had not lost a single man.", set()),
    ("Hezbollah said that its men took no prisoners.", set()),
    ("Hezbollah said that it had not yet read the report.", set()),
    ("A doctor said that she had not taken part.", set()),
    ("Hezbollah said that none of its fighters was harmed.", set()),
    ("Hezbollah said none of our men had been killed.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), DENIED)
def test_who_denies_an_act(text: str, words: set[str]) -> None:
    notes = notes_of(text)
    found = denials(notes, notes.sentences[-1].span)
    assert {d.span.of(notes.text).removeprefix("The ") for d in found} == words
    assert all(d.field is Field.ATTACKER and d.stance is Stance.DENIES for d in found)


def test_the_enemy_lies_when_it_says_that_our_men_did_it() -> None:
    text = "Our brothers raided Orun. The enemy lies when it says that our men burned the bus."
    notes = notes_of(text)
    (found,) = denials(notes, notes.sentences[1].span)
    assert (found.span.of(text), found.stance) == ("our men", Stance.DENIES)


def test_a_charge_of_the_enemy_is_called_a_lie_in_the_next_sentence() -> None:
    text = "The enemy claims that we shelled the village. This is a lie. We raided Orun."
    notes = notes_of(text)
    (found,) = denials(notes, notes.sentences[0].span)
    assert found.span.of(text) == "we"


def test_what_the_enemy_claims_of_our_men_is_no_denial_where_nobody_calls_it_a_lie() -> None:
    notes = notes_of("The enemy claims that our men took the hill at Orun. We hold it.")
    assert denials(notes, notes.sentences[0].span) == []


def test_a_claim_of_its_men_that_it_calls_a_lie_is_none() -> None:
    notes = notes_of("Hezbollah said claims that its men had raided the mill were untrue.")
    found = claims(notes, notes.sentences[0].span)
    words = {d.span.of(notes.text) for d in found if d.stance is Stance.CLAIMS}
    assert "its men" not in words


def test_none_of_our_men_fired_avows_nothing() -> None:
    notes = notes_of("“None of our men fired,” said Zabi Karim, a Taliban commander.")
    assert avowals(notes, notes.sentences[0].span) == []


def test_the_denial_is_of_the_incident_told_before() -> None:
    text = (
        "A mine killed four farmers near Herat on Monday. The Taliban said it was not their work."
    )
    (report,) = incidents(text)
    (said,) = [s for s in report.of(Field.ATTACKER) if s.stance is Stance.DENIES]
    assert said.value == ActorRef("Taliban", "taliban")


def test_who_fired_no_shells_does_not_claim_the_shelling() -> None:
    text = "Shells killed four farmers in Tyre on Monday. Hezbollah said they had fired no shells."
    stances = {s.stance for r in incidents(text) for s in r.of(Field.ATTACKER)}
    assert Stance.CLAIMS not in stances


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Gunmen shot dead a foreman in Orlo on Monday. The dockers' union said it had no hand "
            "in the killing.",
            "dockers' union",
        ),
        (
            "Gunmen shot dead a foreman in Orlo on Monday. The stokers of Velm said they had "
            "nothing to do with the shooting.",
            "stokers of Velm",
        ),
        (
            "The dockers of Velm said they had no part in the ambush in which two guards died.",
            "dockers of Velm",
        ),
        ("The navy denied that its boats had rocketed Orlo on Monday, killing nine.", "navy"),
        ("The Karsk Front denied that its men slaughtered ten farmers in Orlo.", "Karsk Front"),
    ],
)
def test_who_is_on_no_list_denies_by_its_own_words(text: str, who: str) -> None:
    denied = {
        s.value.name
        for r in incidents(text)
        for s in r.of(Field.ATTACKER)
        if s.stance is Stance.DENIES and isinstance(s.value, ActorRef)
    }
    assert denied == {who}


NO_DENIALS = [
    "Ivo Dahl said they had no part in the ambush in which two guards died in Orlo.",
    "James said they had nothing to do with the ambush in which two guards died in Orlo.",
    "Soldiers raided Orlo on Monday. The prisoners said they had not been tortured.",
    "Gunmen attacked a bus in Orlo on Monday. The passengers said they were not stabbed.",
    "Gunmen attacked a bus in Orlo on Monday. Hezbollah said its offices had not been torched.",
    "Gunmen attacked a mill in Orlo on Monday. The union denied that its offices had been torched.",
    "The army shelled Orlo on Monday. The mayor said they had not hit the school.",
    "The army shelled Orlo on Monday. The statement said it had no part in the talks.",
    "Villagers said they had not seen the gunmen who killed four people in Orlo on Monday.",
    "Nurses said they had not been told of the attack in Orlo that killed nine on Monday.",
]


@pytest.mark.parametrize("text", NO_DENIALS)
def test_persons_onlookers_and_those_hurt_deny_nothing(text: str) -> None:
    stances = {s.stance for r in incidents(text) for s in r.of(Field.ATTACKER)}
    assert Stance.DENIES not in stances


def test_long_runs_of_words_are_read_in_no_time() -> None:
    text = "Hezbollah said that " + "its own many other men and the rest of our " * 200
    with within(5):
        notes = notes_of(text)
        denials(notes, notes.sentences[0].span)


_CLAUSES = (
    "Hezbollah denied",
    "the army said",
    "claims by the rebels that they shot it down",
    "that it had fired",
    "it had not fired",
    "“none of our men was there”",
    "the Front's claim that its men did it",
    "had no hand in the blast",
    "both sides",
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(_CLAUSES), min_size=1, max_size=6))
def test_clauses_in_any_order_are_read_to_words_of_the_text(clauses: list[str]) -> None:
    text = ", ".join(clauses) + "."
    notes = notes_of(text)
    for sentence in notes.sentences:
        for draft in denials(notes, sentence.span):
            assert 0 <= draft.span.start < draft.span.end <= len(text)
