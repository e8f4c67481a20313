"""Of whom a word of harm is said: through asides, titles, capitals and the words of a speaker."""

from __future__ import annotations

import pytest

from tests.extract.effects.test_casualties import told

SUBJECTS = [
    # all in capitals, a noun before "AND" is no adjective
    (
        "A SHEPHERD AND TWO MILITIAMEN WERE KILLED ON SUNDAY.",
        ["k 1 civilians", "k 2 armed_group"],
    ),
    ("A FARMER AND THREE GUARDSMEN DIED IN OSTARA.", ["k 1 civilians", "k 3 forces"]),
    ("SYRIAN OPPOSITION FIGHTERS KILLED TWO SOLDIERS.", ["k 2 forces"]),
    # the object of a verb before is no subject
    (
        "A bomb went off, wounding five people, and a former judge was shot dead in Velm.",
        ["i 5 people", "k 1 officials"],
    ),
    # those killed are of no noun that is known: who killed them is not dead
    ("Rebels killed Velmian pilgrims near Karsk.", []),
    ("Soldiers and villagers with machetes killed Velmian herders on Monday.", []),
    ("Five farmers killed Tuesday were buried.", ["k 5 civilians"]),
    # lost limbs are nobody
    ("One soldier who had lost both legs died in Velm on Tuesday.", ["k 1 forces"]),
    # a clause on the one before
    (
        "General Omar Keita, who drove the rebels out of the province last year, died on Monday.",
        ["k 1 forces"],
    ),
    ("Colonel Ann Example, who had fought bandits, was shot dead.", ["k 1 forces"]),
    # titles that no list has, and a day
    ("Rebels owned up to killing sarpanch Ann Example on Sunday.", ["k 1 people"]),
    ("The group claimed the killing on April 21 of Ann Example.", ["k 1 people"]),
    ("The murder last week of two priests shocked Velm.", ["k 2 civilians"]),
    # a speaker with an apposition
    (
        "A local councillor, Ann Example, said 14 soldiers and three policemen died.",
        ["k 14 forces", "k 3 forces"],
    ),
    (
        "The mayor, Ann Example, said two residents and a nurse were killed.",
        ["k 1 aid_medical", "k 2 civilians"],
    ),
    ("Ten people died, said two residents.", ["k 10 people"]),
    # how long they have been gone is no time over which many were taken
    (
        "Rebels abducted the priest and five nuns who have been missing since Sunday.",
        ["a 1 civilians", "a 5 civilians"],
    ),
    ("Ten died, among them two boys, said three residents.", ["k 10 people", "k 2 children"]),
]


@pytest.mark.parametrize(("text", "wanted"), SUBJECTS)
def test_of_whom_it_is_said(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted
