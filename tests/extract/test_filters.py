"""What is looked at first, to spare the whole: no text is read otherwise for it."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from tallystick.extract import read_by_rules
from tallystick.extract.actors import accused
from tallystick.extract.effects import casualties
from tallystick.intake import inline, read_text
from tallystick.vocab.pattern import Pattern

OWN = Path(__file__).parents[2] / "eval" / "gold" / "own"
OWN_TEXTS = [path.read_text(encoding="utf-8")[:1500] for path in sorted(OWN.glob("*.txt"))]
NOUNS = (
    *("deaths", "fatalities", "casualties", "injuries", "bodies", "corpses", "coffins", "killings"),
    *(
        "murders",
        "assassinations",
        "executions",
        "homicides",
        "abductions",
        "kidnappings",
        "martyrs",
    ),
    *("lives", "victims", "wounded", "dead", "losses"),
)
SAID = [
    *(f"Shells hit the mill of Kasala on Monday. There were nine {noun}." for noun in NOUNS),
    *(f"Shells hit the mill of Kasala on Monday, with no {noun}." for noun in NOUNS),
    "Shells hit the mill of Kasala on Monday. Nobody was harmed. All nine escaped unscathed.",
    "Shells hit the mill of Kasala on Monday. The crew is safe, without a scratch.",
    "Shells hit the mill of Kasala on Monday. The toll is nine; among them are two girls.",
    "Shells hit the mill of Kasala on Monday. One of the nine dead was a nurse.",
    "A man was charged with the shooting in Kasala; two suspects are sought for it.",
    "Police identified the gunman as a porter, and have a suspect in custody for the shooting.",
    "Ann Tarrow faces a count of murder. A warrant is out for Lou Marn after a raid on Kasala.",
    "Police believe that Lou Marn committed the robbery in Kasala. Ann Tarrow told of a murder.",
    "The shooter took his own life. Police detained a man after the attack in Kasala.",
]
FILTERS = [
    (casualties, "_MAY_COUNT"),
    (accused, "_MAY_ACCUSE"),
    (inline, "_MAY_CREDIT"),
]


@pytest.mark.parametrize(("module", "name"), FILTERS)
def test_nothing_is_lost_by_a_look_at_its_words(
    module: ModuleType, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [*OWN_TEXTS, *SAID]
    looked = [read_by_rules(read_text(text, name="own")) for text in texts]
    monkeypatch.setattr(module, name, Pattern(""))
    assert [read_by_rules(read_text(text, name="own")) for text in texts] == looked
