"""What is a remark on whether something happened, and what is none."""

from __future__ import annotations

import pytest

from tallystick.extract.occurrence import remarks
from tallystick.model.statement import Stance
from tests.extract.told import annotated

DENIED = [
    ("The ministry denied any attack on the port.", "denied any attack"),
    ("The navy denied that its frigate had been hit.", "denied that its frigate had been hit"),
    ("The governor denied there had been a raid.", "denied there had been a raid"),
    (
        "Officials rejected reports of an ambush near Velm.",
        "rejected reports of an ambush",
    ),
    ("The army dismissed the report as pure invention.", "dismissed the report as pure invention"),
    ("Examplia's mission called the story “a lie”.", "called the story “a lie"),
    ("Rumours of a bombing in Ashmar are baseless, police said.", "Rumours of a bombing"),
    ("There is no truth in the claim, the mayor said.", "no truth in the claim"),
    ("The colonel said that no such raid took place.", "no such raid took place"),
    ("A spokesman said there had been no attack.", "there had been no attack"),
    ("The shipping line said no tanker had been struck.", "no tanker had been struck"),
    ("The ministry said no convoy came under attack.", "no convoy came under attack"),
    ("The mayor said nothing of the sort had happened.", "nothing of the sort had happened"),
    ("The police blamed the blast on a gas leak.", "blamed the blast on a gas leak"),
    ("The blast was due to a technical fault, the ministry said.", "was due to a technical fault"),
    ("Police said that a gas bottle had exploded.", "gas bottle had exploded"),
    ("The brigade rejected this version as propaganda.", "rejected this version as propaganda"),
    ("The colonel said it is totally false that a plane was downed.", "a plane was downed"),
    ("The governor said that no bomb exploded.", "no bomb exploded"),
    ("He first called it a gas explosion, the mayor recalled.", "called it a gas explosion"),
    ("Officials brushed aside the allegation as lies.", "brushed aside the allegation as lies"),
    ("The press office denied the version.", "denied the version"),
    ("A communique described the broadcast as a fabrication.", "broadcast as a fabrication"),
    ("Lorvia dismissed the accusations as staged.", "dismissed the accusations as staged"),
]
DOUBTED = [
    ("The prefect said he knew of no fighting there.", "knew of no fighting"),
    ("The embassy had no knowledge of any raid.", "had no knowledge of any raid"),
    ("The railway had received no reports of an attack.", "received no reports of an attack"),
    ("The agency could not independently verify the report.", "verify the report"),
    ("Reports of the raid could not be verified.", "Reports of the raid could not be verified"),
    ("There was no confirmation of the attack.", "no confirmation of the attack"),
    ("The military refused to confirm the strike.", "refused to confirm the strike"),
    ("Monitors found no sign of hostile fire.", "no sign of hostile fire"),
    ("Analysts saw no evidence that the launcher had been hit.", "the launcher had been hit"),
    ("Independent confirmation was not available.", "confirmation was not available"),
    ("The police said no such incident had been reported.", "no such incident had been reported"),
]
CONFIRMED = [
    ("A police officer confirmed the attack.", "confirmed the attack"),
    ("The ministry confirmed that the post had been attacked.", "that the post had been attacked"),
    ("The general acknowledged that the camp had come under fire.", "come under fire"),
    ("Police confirmed that a bomb had gone off at a garage.", "a bomb had gone off"),
    ("Lorvia said there was no doubt that an attack had taken place.", "no doubt that an attack"),
    ("The governor confirmed that a drone had fallen on a depot.", "a drone had fallen"),
    ("Police confirmed it was a bomb.", "confirmed it was a bomb"),
    ("The ministry said the incident did happen.", "incident did happen"),
    ("The ambush was later confirmed by the prefect.", "confirmed by"),
]
SILENT = [
    "The group's spokesman denied that any hostages had been taken.",
    "State television called the claim of captured soldiers a fabrication.",
    "The army denied shelling the market.",
    "The group denied any role in the attack.",
    "The army denied responsibility for the attack.",
    "The ministry denied that the town had been hit by its own jets.",
    "The ministry called reports of 30 dead a lie.",
    "The claim of ten dead could not be verified.",
    "Police said they had no information about the identity of the attackers.",
    "Police found no evidence of a bomb in a second bag.",
    "There were no further attacks, the army said.",
    "It could not be confirmed who fired.",
    "Nobody was hurt in the attack.",
    "The army did not confirm the attack.",
    "A doctor confirmed the death toll.",
    "Examplia has neither confirmed nor denied the strike.",
    "The shooting was accidental, the sheriff said.",
    "The minister did not rule out that it had been an accident.",
    "The mayor said there had been no air strike since June.",
    "We deny any link with the bomb that went off at the club.",
    "The minister dismissed the claim.",
    "Lorvia has never confirmed that it was behind the strike.",
    "Rights groups say the army often denies such attacks.",
    "The bishop said the bombing was wrong.",
    "The consul wrote that there was no evidence the attacks came from Velia.",
]


def told(text: str) -> list[tuple[Stance, str]]:
    return [(r.stance, r.span.of(text)) for r in remarks(annotated(text))]


@pytest.mark.parametrize(
    ("text", "stance", "words"),
    [(t, stance, w) for stance, cases in (
        (Stance.DENIES, DENIED), (Stance.DOUBTS, DOUBTED), (Stance.CONFIRMS, CONFIRMED)
    ) for t, w in cases],
)  # fmt: skip
def test_words_on_whether_it_happened(text: str, stance: Stance, words: str) -> None:
    ((found, span),) = told(text)
    assert found is stance
    assert words in span


@pytest.mark.parametrize("text", SILENT)
def test_who_did_it_and_how_many_died_is_another_matter(text: str) -> None:
    assert told(text) == []


def test_another_cause_counts_only_where_somebody_gives_it() -> None:
    assert told("The fire was caused by an electrical fault.") == []
    assert told("The fire was caused by an electrical fault, the mayor said.")
