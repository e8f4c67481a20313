from __future__ import annotations

import pytest
from eval.muc.shipped import templates_of

from tallystick.model.statement import Field, Reading
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef
from tests.builders import document, fact, report

TEXT = "REBELS OF THE RED ARMY BLEW UP THE OLD BRIDGE."


@pytest.mark.parametrize(
    ("words", "role"), [("REBELS", "PerpInd"), ("RED ARMY", "PerpOrg"), ("THE RED ARMY", "PerpOrg")]
)
def test_men_of_an_organisation_are_individuals_by_the_words_that_name_them(
    words: str, role: str
) -> None:
    doc = document(TEXT)
    told = report(
        doc,
        "BLEW UP",
        fact(Field.KIND, IncidentKind.BOMBING, words="BLEW UP"),
        fact(Field.ATTACKER, ActorRef("RED ARMY"), words=words),
    )
    (found,) = templates_of(Reading(doc, (told,)))
    name = words.lower().removeprefix("the ")
    assert [(f.role, f.mentions) for f in found.fillers] == [(role, (name,))]
