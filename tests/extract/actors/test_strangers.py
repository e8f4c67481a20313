"""Attackers without a name: those who act, and those who are charged with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.actors.accused import accused
from tallystick.extract.actors.strangers import strangers
from tallystick.extract.events.triggers import triggers
from tallystick.model.statement import Stance
from tallystick.model.values import ActorRef
from tests.extract.incidents import reading, sides
from tests.extract.roles_reading import attackers, notes_of

ACTS = [
    ("A first-person-view drone struck a bus in Velm.", set()),
    ("As soldiers searched the mill, a second device went off near Velm.", set()),
    ("While policemen watched a gate, two men shot a clerk.", {"men"}),
    ("A man in a red hat shot the clerk in the arm.", {"man"}),
    ("Two teenagers on a scooter opened fire on a bakery.", {"teenagers"}),
    ("Someone in a grey van fired shots at a bus stop.", {"someone"}),
    ("A 23-year-old suspect stabbed his neighbour on Oak Lane.", {"23-year-old suspect"}),
    ("The clerk was shot by a drunk reservist.", {"drunk reservist"}),
    ("The judge was stabbed by two strangers.", {"strangers"}),
    ("A 19-year-old Springfield man shot two clerks on Oak Lane.", {"19-year-old man"}),
    ("Afghan men stabbed a guard.", {"afghan men"}),
    ("A knifeman wounded nine guests in a chapel.", {"knifeman"}),
    ("A crowd burned down the tax office.", {"crowd"}),
    ("A youth disguised as a postman fired five shots at the mayor.", {"youth"}),
    ("Police are looking for a girl who shot a clerk on Oak Lane.", {"girl"}),
    ("A car bomb rammed a checkpoint manned by policemen.", set()),
    ("A clerk was shot in the arm on Oak Lane.", set()),
    ("A man shot in the arm on Oak Lane is in hospital.", set()),
    ("Police said a woman was stabbed near the station.", set()),
    ("The blast killed ten people and wounded four others.", set()),
    ("The raid killed nine men and wounded a child.", set()),
    ("One rocket hit the depot and the other struck a barn.", set()),
    ("Ruritanian air strikes hit the depot.", set()),
    ("A child said gunmen shot her uncle.", {"gunmen"}),
    ("A security guard fired at two burglars.", {"security guard"}),
    ("On 4 May somebody torched a tractor near the mill.", {"somebody"}),
    ("The Ravens attacked a ferry near Ashmar.", {"ravens"}),
    ("The Monday raid killed two.", set()),
    ("Dozens of masked settlers set huts on fire.", {"masked settlers"}),
    ("Raiders in six trucks attacked it at noon.", {"raiders"}),
    ("Men who are paid from abroad fired shells at the mill.", {"men"}),
    ("Men led by a woman called “the Crow” shot the miller.", {"men"}),
    ("The miller was stabbed at the gate of his own yard on Monday by a boy.", {"boy"}),
    ("A post was attacked with mortars and rifles by dissidents.", {"dissidents"}),
    ("Saboteurs blew up a pylon outside the town.", {"saboteurs"}),
    ("Defence forces overran the hill post.", {"defence forces"}),
    ("The KRA had attacked the hill post.", {"kra"}),
    ("Anton Brel shot his landlord on Oak Lane.", {"suspect"}),
    ("Anton Brel, 45, of Velm, opened fire in a mill.", {"suspect"}),
    ("Her boyfriend Anton Brel stabbed a clerk.", {"suspect"}),
    ("Anton Brel, 18, allegedly stabbed a clerk.", {"?suspect"}),
    ("A porter allegedly stabbed a clerk.", {"?porter"}),
    ("Police said Anton Brel, a quiet tailor from Velm, shot a clerk.", {"suspect"}),
    (
        "It names Rosa Brel, 31, and her brother, Anton Brel, 29, who burned down a mill.",
        {"suspect"},
    ),
    ("Rosa Brel, a minister, assailed a raid.", set()),
    ("Whoever shot a clerk ran off.", set()),
    ("The deputies she shot in the leg were ill.", set()),
    ("A teenager killed 12 people in a mill.", {"teenager"}),
    ("Teenagers killed 12 people in a mill.", set()),
    ("The town's SWAT team stormed a barn.", {"swat team"}),
    ("Masked loyalists burned down a mill.", {"loyalists"}),
    ("Anton Brel walked up to a clerk and stabbed him.", {"suspect"}),
    ("Anton Brel met a clerk who was ill and was stabbed.", set()),
    ("Four of the officers fired ten shots at a clerk.", {"officers"}),
    ("Officers called to a man threatening people shot a clerk.", {"officers"}),
    ("Bizarre Shop Attack By Stranger", {"stranger"}),
    ("Officers shot the attacker in the leg.", set()),
    ("Our urban commandos attacked the post.", set()),
    ("Rebels shelled a Christian area, killing six people.", {"rebels"}),
    ("The raid on Monday hit a grain convoy escorted by soldiers.", set()),
    ("A bomb attack wrecked a coach chartered by two farmers.", set()),
]

CHARGED = [
    ("A 19-year-old man has been charged with the fatal shooting of a clerk.", {"19-year-old man"}),
    ("Police arrested a teenager in connection with the stabbing.", {"?teenager"}),
    ("Police arrested a teenager on charges of murder.", {"teenager"}),
    ("Police are searching for a suspect in the shooting.", {"?suspect"}),
    ("Five men suspected of killing a clerk were arrested.", {"?men"}),
    ("Rosa Delmar, 31, was indicted in the killing of her landlord.", {"suspect"}),
    ("Police want to talk with two persons of interest about the shooting.", set()),
    ("A man accused of killing a clerk was freed.", {"man"}),
    ("Rosa Delmar, 31, appeared in court charged with attempted murder.", {"suspect"}),
    ("A man was arrested for driving without lights.", set()),
    ("Three residents accused the army of carrying out the bombing.", set()),
    ("A guard was accused by villagers of killing a clerk.", set()),
    ("Governor Rosa Delmar condemned the shooting.", set()),
]


@pytest.mark.parametrize(("text", "names"), ACTS)
def test_who_acts(text: str, names: set[str]) -> None:
    assert attackers(text) == names


@pytest.mark.parametrize(("text", "names"), CHARGED)
def test_who_is_charged(text: str, names: set[str]) -> None:
    notes = notes_of(text)
    found = list(accused(notes, notes.sentences[0].span))
    marks = {Stance.BLAMES: "", Stance.DOUBTS: "?"}
    told = [(d.value, d.stance) for d in found if isinstance(d.value, ActorRef) and d.stance]
    assert {marks[stance] + who.name.lower() for who, stance in told} == names


def test_the_name_of_a_private_person_is_no_value() -> None:
    text = "A clerk was shot dead in Denver on Monday. Rosa Delmar was charged with the killing."
    found = reading(text, "2031-05-07").reports
    assert ("suspect", Stance.BLAMES) in sides(found[0])
    assert not any("Delmar" in name for r in found for name, _ in sides(r))


@given(st.text(alphabet=st.sampled_from("a man shot by two men , . killed was the "), max_size=120))
def test_what_is_found_lies_in_the_text(text: str) -> None:
    notes = notes_of(text or ".")
    for sentence in notes.sentences:
        for trigger in triggers(notes, sentence):
            for draft in strangers(notes, sentence.span, trigger):
                assert sentence.span.contains(draft.span)
                assert isinstance(draft.value, ActorRef)
                assert draft.value.name == " ".join(draft.span.of(notes.text).split())
