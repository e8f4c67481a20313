"""What a source is called: by the name beside its office."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.speaker_names import name_of
from tallystick.model.document import Span

CASES = [
    ("The governor of Velm", ", Ivo Dahl, said nine died.", "Ivo Dahl"),
    ("its spokesman", ", Abu Omar al-Velmi, the group did it.", "Abu Omar al-Velmi"),
    ("an army spokesman in Velm", ", Ana de Ruiz told reporters.", "Ana de Ruiz"),
    ("The head of the mission", ", retired judge Ivo Dahl, said so.", "Ivo Dahl"),
    ("the army spokesman", ", speaking in Velm, said so.", "army spokesman"),
    ("the police chief", ", Velm, said so.", "police chief"),
    ("the Northern Front", ", Ivo Dahl said later, did it.", "Northern Front"),
    ("Ana Ruiz", ", Ivo Dahl, and others said so.", "Ana Ruiz"),
    ("a group called Velm Hawks", " said so.", "Velm Hawks"),
    ("Ana Ruiz (@anaruiz)", " said so.", "Ana Ruiz"),
    ("the Command (VELCOM)", " said so.", "Command"),
]


@pytest.mark.parametrize(("words", "rest", "name"), CASES)
def test_the_name_beside_an_office(words: str, rest: str, name: str) -> None:
    assert name_of(words + rest, Span(0, len(words))) == name
