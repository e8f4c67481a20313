"""Who is named as the victim of an act, and under which name the text knows them."""

from __future__ import annotations

import pytest

from tallystick.extract.mentions.victims import Victim, known_by, victim_of
from tallystick.model.document import Span
from tests.extract.told import annotated, sentence_of


@pytest.mark.parametrize(
    ("text", "act", "name"),
    [
        ("He is accused of killing Orla Dunn, 34, in her shop.", "killing", "Orla Dunn"),
        ("A man shot and killed his wife, Orla Dunn, on Friday.", "shot", "Orla Dunn"),
        ("They beat 17-year-old Orla Dunn to death.", "beat", "Orla Dunn"),
        ("The murder of Dr. Orla M. Dunn in Velm shook all.", "murder", "Orla M Dunn"),
        ("It began with the shooting death of union leader Orla Dunn.", "shooting", "Orla Dunn"),
        ("Orla Dunn, a miller from Velm, was fatally stabbed.", "stabbed", "Orla Dunn"),
        ("Gunmen kidnapped Dunn and drove off.", "kidnapped", "Dunn"),
        ("Rebels killed Syrians in Velm.", "killed", None),
        ("Two were killed Monday in Velm.", "killed", None),
        ("A rite was held for four slain Orun, Velm, clerks.", "slain", None),
        ("Forty were killed when the roof fell in.", "killed", None),
        ("They shot at the Orun Grain Company.", "shot", None),
    ],
)
def test_by_the_words_beside_the_act(text: str, act: str, name: str | None) -> None:
    notes = annotated(text)
    at = text.index(act)
    found = victim_of(notes, sentence_of(notes), Span(at, at + len(act)))
    assert (found.name if found else None) == name


def test_whose_attack_it_was_is_not_plain() -> None:
    text = "Dunn's murder and the attack on Harl were told of in Velm."
    notes = annotated(text)
    for act, name in (("murder", "Dunn"), ("attack", "Harl")):
        at = text.index(act)
        found = victim_of(notes, sentence_of(notes), Span(at, at + len(act)))
        assert found == Victim(name, plain=False)


def test_a_surname_goes_back_to_the_name_in_full() -> None:
    orla, liam = Victim("Orla Dunn", plain=True), Victim("Liam Dunn", plain=True)
    dunn, hers = Victim("Dunn", plain=True), Victim("Dunn", plain=False)
    assert known_by(dunn, [orla, dunn]) == known_by(orla, [orla, dunn]) == "orla dunn"
    assert known_by(hers, [orla, hers]) == "orla dunn"
    assert known_by(hers, [hers]) is None  # nobody says that it is a victim's
    assert known_by(dunn, [orla, liam, dunn]) is None
    assert known_by(orla, [orla, liam]) == "orla dunn"
