"""Whose voice stands behind a stretch: chains, stances, and who "the group" is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.model.document import Document, Segment, SegmentKind, Span
from tallystick.model.statement import Stance
from tests.builders import document, span_of

# text, the words asked about, the chain nearest first (the publisher apart), the stance
CASES = [
    ("Rebels shelled the bridge.", "shelled", (), Stance.REPORTS),
    ("The army said rebels shelled the bridge.", "shelled", ("army",), Stance.REPORTS),
    ("A source at the base told Reuters the drone fell.", "fell",
     ("source at the base", "Reuters"), Stance.REPORTS),
    ("Jets killed nine and wounded 22 the army said.", "wounded 22 the army said", ("army",),
     Stance.REPORTS),
    ("Ten died and Reuters said so.", "Ten died and Reuters said so.", (), Stance.REPORTS),
    ("Nine men died, Reuters reported, citing the army.", "died", ("army", "Reuters"),
     Stance.REPORTS),
    ("The army said in a statement carried by SANA that a drone fell.", "fell",
     ("army", "SANA"), Stance.REPORTS),
    ("The army cited a farmer as saying that a drone fell.", "fell", ("farmer", "army"),
     Stance.REPORTS),
    ("Ten soldiers died, the ministry said. The rebels said 40 died.", "40", ("rebels",),
     Stance.REPORTS),
    ("Ten soldiers died in the Velm Front's raid, the ministry said. The rebels said 40 died.",
     "40", ("Velm Front",), Stance.REPORTS),
    ("The army denied that a shell hit the school.", "hit", ("army",), Stance.DENIES),
    ("The army said reports of deaths are not true.", "deaths", ("army",), Stance.DENIES),
    (
        "Lorvia's army said shells hit a town, killing a nun. Examplia said that was untrue.",
        "killing a nun",
        ("Lorvia's army",),
        Stance.REPORTS,
    ),
    ("There is no truth to reports that a drone fell.", "is no truth to reports", (),
     Stance.DENIES),
    ("The ministry could not confirm that a drone fell.", "a drone fell", (), Stance.DOUBTS),
    ("A drone allegedly fell near the port.", "fell", (), Stance.DOUBTS),
    ("An alleged gas attack killed nine.", "gas", (), Stance.DOUBTS),
    ("Troops allegedly dropped six crude barrel bombs on Velm.", "barrel bombs", (), Stance.DOUBTS),
    ("The fire supposedly was caused by a shell.", "shell", (), Stance.DOUBTS),
    ("The drivers may have been hit by a mine.", "mine", (), Stance.DOUBTS),
    ("The dead were believed to have breathed chlorine gas.", "chlorine gas", (), Stance.DOUBTS),
    ("Troops allegedly left and a shell killed ten.", "ten", (), Stance.REPORTS),
    ("Raids believed to be Lorvian killed ten.", "killed", (), Stance.REPORTS),
    ("An alleged gas attack killed nine.", "nine", (), Stance.REPORTS),
    ("Hezbollah shelled Velm. The mayor’s office said it rained. It said a drone fell.", "drone",
     ("mayor’s office",), Stance.REPORTS),
    ("The Velm Observatory's chief said it rained. The observatory said a drone fell.", "drone",
     ("observatory",), Stance.REPORTS),
    ("Nine fell, the National Police said. The governor blamed the Orra Front.", "the Orra Front",
     ("governor",), Stance.REPORTS),
    ("The governor put the toll at nine.", "the toll at nine", ("governor",), Stance.REPORTS),
    ("Two died. The mayor later raised the toll to nine.", "the toll to nine", ("mayor",),
     Stance.REPORTS),
    ("Two died. Oleh Maslan, the head, later raised the toll to nine.", "the toll to nine", (),
     Stance.REPORTS),
    ("Two died. The blast raised the toll to nine.", "the toll to nine", (), Stance.REPORTS),
    ("A nurse said the dead were all boys and put it at nine.", "the dead were all boys and put it",
     ("nurse",), Stance.REPORTS),
    ("Eleven died. The town police say 17. A nurse says she saw nine.", "17", ("town police",),
     Stance.REPORTS),
    ("The Prisoners' Aid Society said the military shot 40. The group counted 83 deaths.",
     "83 deaths", ("Prisoners' Aid Society",), Stance.REPORTS),
    ("The governor put the toll at nine, while Hezbollah put the army's dead at six.",
     "dead at six", ("Hezbollah",), Stance.REPORTS),
    ("The mayor confirmed the raid but put the number of dead at nine.", "number of dead",
     ("mayor",), Stance.REPORTS),
    ("The army said nine had died; nurses put it at 15.", "15", ("nurses",), Stance.REPORTS),
    ("The health office said: its clerk, Ivo Dahl, put the dead at nine.", "dead at nine",
     ("Ivo Dahl", "health office"), Stance.REPORTS),
    ("Paris blamed Hezbollah for a raid in which nine died, a charge that Hezbollah rejected.",
     "nine died", ("Paris",), Stance.REPORTS),
    ("The army said a shell hit the mill, which Hezbollah has denied.", "hit", ("army",),
     Stance.REPORTS),
    ("Police spoke of a mine in Velm, for which a new group, the Sons of Velm, claimed "
     "responsibility.", "mine", (), Stance.REPORTS),
    ("According to Radio Orra, quoted by the newspaper El Faro, a drone fell.", "drone",
     ("Radio Orra", "newspaper El Faro"), Stance.REPORTS),
    ("The Syrian Observatory for Human Rights said it rained. The monitor said it killed four.",
     "killed", ("Syrian Observatory for Human Rights",), Stance.REPORTS),
    ("The Karsk Freedom Front shelled a mill. The Front said a drone fell.", "drone",
     ("Karsk Freedom Front",), Stance.REPORTS),
    ("The Front for the Freedom of Karsk shelled a mill. The Front said a drone fell.", "drone",
     ("Front for the Freedom of Karsk",), Stance.REPORTS),
    ("Hezbollah shelled a mill. Two residents said it burned. They put the toll at nine.",
     "toll at nine", ("Two residents",), Stance.REPORTS),
    ("The Lorvian armed forces said a drone fell.", "drone", ("Lorvian armed forces",),
     Stance.REPORTS),
    ("In a statement sent to local radio stations, the army said a drone fell.", "drone",
     ("army",), Stance.REPORTS),
    ("The army put its losses at three soldiers.", "three", ("army",), Stance.REPORTS),
    ("A nurse told Reuters it rained. She added that a drone fell.", "drone",
     ("nurse", "Reuters"), Stance.REPORTS),
    ("A nurse told Reuters it rained. A mayor said a drone fell.", "drone", ("mayor",),
     Stance.REPORTS),
    ("A baker said it rained. He said nine soldiers died.", "died", ("baker",),
     Stance.REPORTS),
    ("The Syrian Observatory for Human Rights said it rained. The army said it snowed. The "
     "Britain-based monitor said a drone fell.", "drone",
     ("Syrian Observatory for Human Rights",), Stance.REPORTS),
    ("Hezbollah shelled Velm. The army said it rained. The statement said a drone fell.", "drone",
     ("army",), Stance.REPORTS),
    ("An unknown faction, the Sons of Velm, said a drone fell.", "drone", ("Sons of Velm",),
     Stance.REPORTS),
    ("The Orran-backed head of the council, Ivo Dahl, said a drone fell.", "drone", ("Ivo Dahl",),
     Stance.REPORTS),
    ("A resident, quoted by the Reuters agency, said a drone fell.", "drone",
     ("resident", "Reuters"), Stance.REPORTS),
    ("10.15 | The army said a drone fell.", "drone", ("army",), Stance.REPORTS),
    ("The mayor, Ivo Dahl, said a drone fell.", "drone", ("Ivo Dahl",), Stance.REPORTS),
    ("The raid on the mill, according to the army, killed nine.", "killed", ("army",),
     Stance.REPORTS),
    ("The army confirmed that a drone fell.", "fell", ("army",), Stance.CONFIRMS),
    ("The army denied that Hezbollah shelled the port. It said nine soldiers died.", "died",
     ("army",), Stance.REPORTS),
    ("A military source said a drone fell. He added that it burned.", "burned",
     ("military source",), Stance.REPORTS),
    ("Hezbollah said it shelled the outpost.", "shelled", ("Hezbollah",), Stance.CLAIMS),
    ("The army blamed rebels for the fire.", "fire", ("army",), Stance.REPORTS),
    ("Two sources saw it. The army spoke first. Two officials said a drone fell. "
     "The officials added that it burned.", "burned", ("Two officials",), Stance.REPORTS),
    ("A police source said a drone fell. The source said it burned.", "burned",
     ("police source",), Stance.REPORTS),
    ("A military spokesman said a drone fell. According to the source, it burned.", "burned",
     ("military spokesman",), Stance.REPORTS),
    ("Hezbollah shelled the outpost. The group said nine soldiers died.", "died",
     ("Hezbollah",), Stance.REPORTS),
    ("Hezbollah shelled Velm, a monitor group said. The group said a drone fell.", "fell",
     ("monitor group",), Stance.REPORTS),
    ("The Orra Observatory said a shell fell. Observatory head Ivo Dahl said a mill burned. He "
     "said a lamp fell. The Observatory said a drone fell.", "drone", ("Orra Observatory",),
     Stance.REPORTS),
    ("Hezbollah said a mill burned. The Dahl family says it believes a shell fell.", "fell",
     ("Dahl family",), Stance.REPORTS),
    ("Nine men died in suspected Lorvian raids.", "raids", (), Stance.REPORTS),
    ("Nine men died in suspected Lorvian raids.", "Lorvian", (), Stance.DOUBTS),
    ("Nine men died in a suspected gas attack.", "attack", (), Stance.DOUBTS),
    ("The defence ministry said a drone fell. The ministry added that it burned.", "burned",
     ("defence ministry",), Stance.REPORTS),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "chain", "stance"), CASES)
def test_voice(text: str, words: str, chain: tuple[str, ...], stance: Stance) -> None:
    notes = annotate(document(text))
    voice = voices_of(notes).at(span_of(text, words))[0]
    assert tuple(link.name for link in voice.chain[:-1]) == chain
    assert voice.stance is stance
    assert voice.chain[-1].name == "The Example"


def test_a_denial_keeps_both_voices() -> None:
    text = "The army denied claims by Hezbollah that nine soldiers died."
    found = voices_of(annotate(document(text))).at(span_of(text, "died"))
    assert [(v.chain[0].name, v.stance) for v in found] == [
        ("Hezbollah", Stance.CLAIMS),
        ("army", Stance.DENIES),
    ]


def _with_credit(text: str, kind: SegmentKind) -> Document:
    doc = document(text)
    line = text.index("\n")
    parts = (Segment(SegmentKind.BODY, Span(0, line)), Segment(kind, Span(line + 1, len(text))))
    return Document(doc.id, doc.sha256, text, doc.name, publisher="The Example", segments=parts)


def test_the_agency_that_signs_closes_the_chain() -> None:
    doc = _with_credit("A drone fell.\n(Reuters)", SegmentKind.BODY)
    chain = voices_of(annotate(doc)).at(Span(2, 7))[0].chain
    assert [link.name for link in chain] == ["Reuters", "The Example"]


def test_the_agency_of_a_picture_does_not() -> None:
    doc = _with_credit("A drone fell.\nA crater. (AP)", SegmentKind.CAPTION)
    chain = voices_of(annotate(doc)).at(Span(2, 7))[0].chain
    assert [link.name for link in chain] == ["The Example"]


_VOCABULARY = (
    "the army said that rebels , . “ ” told Reuters denied it group he source citing a drone fell "
    "Hezbollah claimed not true could not confirm"
)


@given(st.lists(st.sampled_from(_VOCABULARY.split()), min_size=1, max_size=50))
def test_every_stretch_has_a_voice(words: list[str]) -> None:
    text = " ".join(words)
    voices = voices_of(annotate(document(text)))
    for found in voices.at(Span(0, len(words[0]))):
        assert found.chain[-1].name == "The Example"
        assert len({link.name for link in found.chain}) == len(found.chain)


@pytest.mark.parametrize(
    ("source", "stance"),
    [("Residents", Stance.REPORTS), ("The Taliban", Stance.CLAIMS)],
)
def test_only_a_side_claims(source: str, stance: Stance) -> None:
    text = f"{source} claimed that the blast killed nine soldiers near the dam."
    at = text.index("nine")
    (voice,) = voices_of(annotate(document(text))).at(Span(at, at + 4))
    assert voice.stance is stance


@pytest.mark.parametrize(
    ("before", "nearest"),
    [
        ("Lorvia's National Liberation Army", "army"),
        ("The Karsk Republican Army", "army"),
        ("The Lorvian Army", "Lorvian Army"),
    ],
)
def test_the_army_is_no_rebels_whose_name_has_the_word(before: str, nearest: str) -> None:
    text = f"{before} denied planting the bomb. Separately, the army said troops shot four men."
    at = text.index("troops")
    (voice,) = voices_of(annotate(document(text))).at(Span(at, at + 6))
    assert voice.chain[0].name == nearest


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        ("denied carrying out the bombing that killed two farmers", Stance.REPORTS),
        ("denied that it laid the mine which on Monday killed two farmers", Stance.REPORTS),
        ("denied that troops had fired in the quarter, where two farmers died", Stance.REPORTS),
        ("denied responsibility for the killing of two farmers", Stance.REPORTS),
        ("denied having ordered the murder of two farmers", Stance.REPORTS),
        ("denied reports of the killing of two farmers", Stance.DENIES),
        ("denied a report of a raid that killed two farmers", Stance.DENIES),
        ("denied that two farmers had died", Stance.DENIES),
    ],
)
def test_a_denial_leaves_standing_what_it_takes_for_granted(told: str, stance: Stance) -> None:
    text = f"A caller for the Night Herons {told}."
    at = text.index("two farmers")
    (voice,) = voices_of(annotate(document(text))).at(Span(at, at + 11))
    assert voice.stance is stance


@pytest.mark.parametrize(
    "named", ["The SANA news agency", "Official news agency SANA", "SANA", "SANA reporters"]
)
def test_an_agency_that_has_a_name_is_no_mere_agency(named: str) -> None:
    notes = annotate(document(f"{named} said rebels shelled the bridge."))
    assert voices_of(notes).speaker(notes.attributions[0]).actor == "sana"


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        ("neither confirmed nor denied that jets struck two farmers", Stance.DOUBTS),
        ("declined to confirm or deny reports that jets struck two farmers", Stance.DOUBTS),
        ("neither confirmed nor denied the raid on two farmers", Stance.REPORTS),
    ],
)
def test_what_somebody_leaves_open_is_in_doubt(told: str, stance: Stance) -> None:
    text = f"The coalition {told}."
    at = text.index("two farmers")
    (voice,) = voices_of(annotate(document(text))).at(Span(at, at + 11))
    assert voice.stance is stance
