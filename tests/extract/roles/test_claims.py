"""Claims, denials, blame and suspicion: a table of cases, and laws for any text."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.drafts import Draft
from tallystick.extract.events.triggers import triggers
from tallystick.extract.roles import claims, says_own
from tallystick.extract.roles.claims import only_claims_it
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tests.extract.incidents import incidents, sides
from tests.extract.roles_reading import claimed, notes_of

CASES = [
    ("Hezbollah announced the killing of three of its fighters in an air strike.", set()),
    ("Hamas reported the killing of nine clerks in Ostrel.", set()),
    ("The Taliban announced the kidnapping of a clerk by rivals.", set()),
    ("Hamas announced the killing of nine clerks in an Israeli raid.", set()),
    ("The Taliban claimed the killing of a number of its men in an air strike.", set()),
    ("Hezbollah reported shelling of its posts on Monday.", set()),
    ("The army said helicopters hit a rebel base near Ostrel.", {"+army"}),
    ("The Kenyan army said that jets destroyed a Taliban camp.", {"+kenyan military"}),
    ("The army said jets hit its rebel-held post near Ostrel.", set()),
    ("The Ukrainian army said jets bombed a mill in Ostrel.", set()),
    ("Hezbollah said jets bombed a rebel camp near Ostrel.", set()),
    ("Hezbollah said that no clerk was killed by its men.", {"-hezbollah"}),
    ("The Taliban said not a single shop had been hit by its men.", {"-taliban"}),
    ("No alarm rang; two shops were hit by its men, Hezbollah said.", {"+hezbollah"}),
    ("“We hold the Taliban responsible for the raid,” the staff said.", {"!taliban"}),
    ("“We hold the mill,” Hezbollah said after the raid.", {"+hezbollah"}),
    ("Hezbollah announced killing two guards in Velm.", {"+hezbollah"}),
    ("Hamas boasted of the kidnapping of two clerks in Velm.", {"+hamas"}),
    ("Acknowledging responsibility for the raid in Herat, the Taliban spoke.", {"+taliban"}),
    ("Claiming responsibility for a raid in Herat, Ozul, the Taliban spoke.", {"+taliban"}),
    ("Claiming responsibility for the raid, which hurt nine, Hamas spoke.", {"+hamas"}),
    ("Claiming the raid on a post in Ostrel, a spokesman for Hamas spoke.", {"+hamas"}),
    ("The Taliban said Wednesday its attack was an answer to a raid.", {"+taliban"}),
    ("The Taliban said its post came under attack.", set()),
    ("Russia says kills seven commanders in an air strike.", {"+russia"}),
    ("Boko Haram claimed the beheading of two men.", {"+boko haram"}),
    ("Hezbollah claimed responsibility for the attack.", {"+hezbollah"}),
    ("Hezbollah has claimed responsibility for the attack.", {"+hezbollah"}),
    ("Hezbollah took responsibility for the bombing.", {"+hezbollah"}),
    ("Hezbollah claimed the attack.", {"+hezbollah"}),
    ("Boko Haram claimed the bombing of the market.", {"+boko haram"}),
    ("The attack was claimed by Boko Haram.", {"+boko haram"}),
    ("Responsibility for the raid was claimed by Boko Haram.", {"+boko haram"}),
    ("A claim of responsibility was made by the Taliban.", {"+taliban"}),
    ("The Taliban admitted that it planted the bomb.", {"+taliban"}),
    ("ETA confessed to the killing.", {"+euskadi ta askatasuna"}),
    ("The Taliban admitted carrying out the raid.", {"+taliban"}),
    ("The Taliban said its fighters carried out the raid.", {"+taliban"}),
    ("A raid in Herat on Monday, claimed by the Taliban, hurt nine.", {"+taliban"}),
    ("A hill near Herat in a raid on land claimed by the Taliban was lost.", set()),
    ("Callers for the Taliban owned responsibility for the raid.", {"+taliban"}),
    ("A spokesman for the Taliban told us that the group carried out the raid.", {"+taliban"}),
    ("The police told us that the group carried out the raid.", set()),
    ("The Taliban claimed that one of its fighters was behind the raid.", {"+taliban"}),
    ("The Taliban said they were behind the blast.", {"+taliban"}),
    ("The ELN claimed credit for the explosion.", {"+national liberation army"}),
    ("A group calling itself the Red Dawn Brigades claimed responsibility for the blast.",
     {"+red dawn brigades"}),
    ("The raid was claimed by a previously unknown group calling itself the Red Dawn Brigades.",
     {"+red dawn brigades"}),
    ("The ELN bombed a pipeline. The group claimed responsibility.", {"+national liberation army"}),
    ("The ELN bombed a pipeline. It later claimed responsibility for the blast.",
     {"+national liberation army"}),
    ("Boko Haram has debunked a claim that it bombed the market.", {"-boko haram"}),
    ("Boko Haram has disowned the claim.", {"-boko haram"}),
    ("Boko Haram has claimed previous bombings in the city.", set()),
    ("Boko Haram has claimed responsibility for several earlier raids.", set()),
    ("Boko Haram claimed the earlier raid.", {"+boko haram"}),
    ("Boko Haram put its name to the raid.", {"+boko haram"}),
    ("Boko Haram laid claim to the ambush.", {"+boko haram"}),
    ("Boko Haram owned up to the killing.", {"+boko haram"}),
    ("Boko Haram owned the grenade attack in a call.", {"+boko haram"}),
    ("Boko Haram claimed responsibility by telephone.", {"+boko haram"}),
    ("Boko Haram claimed two car bombs in the city.", {"+boko haram"}),
    ("Activists claimed the army dropped bombs.", set()),
    ("Boko Haram claimed \"a martyrdom operation\" in Herat.", {"+boko haram"}),
    ("Iran's radio claimed \"explosions were heard near the base\" in Herat.", set()),
    ("The Taliban denied claims by soldiers that they killed nine rebels.", {"+soldiers"}),
    ("Boko Haram claimed both.", {"+boko haram"}),
    ("Boko Haram claimed it on Sunday.", {"+boko haram"}),
    ("Boko Haram claimed it had lost a fighter.", set()),
    ("Boko Haram claimed that attack in a video.", {"+boko haram"}),
    ("Boko Haram claimed the first two.", {"+boko haram"}),
    ("Boko Haram boasted of a missile attack on the port.", {"+boko haram"}),
    ("No injuries. Boko Haram claimed.", {"+boko haram"}),
    ("Boko Haram claimed through Amaq.", {"+boko haram"}),
    ("One soldier died. Claimed by Boko Haram.", {"+boko haram"}),
    ("Boko Haram claimed the raid and took responsibility for a mine.", {"+boko haram"}),
    ("The Nigerian army acknowledged the ambush.", set()),
    ("A bridge fell. The Nigerian army admitted it at once.", set()),
    ("A bridge fell. Boko Haram admitted it at once.", {"+boko haram"}),
    ("Boko Haram confirmed the ambush in a call.", {"+boko haram"}),
    ("Boko Haram confirmed the bombing of its camp.", set()),
    ("The Nigerian army confirmed the ambush.", set()),
    ("Boko Haram assumed paternity of the raid.", {"+boko haram"}),
    ("Boko Haram put its signature to the raid.", {"+boko haram"}),
    ("Boko Haram has claimed every raid bar the last.", {"+boko haram"}),
    ("A mine, which Boko Haram has also claimed, killed two.", {"+boko haram"}),
    ("A mine claimed by Boko Haram killed two.", {"+boko haram"}),
    ("Responsibility was taken by Boko Haram.", {"+boko haram"}),
    ("Boko Haram rang the radio to claim both raids and threatened others.", {"+boko haram"}),
    ("Boko Haram claimed “the execution of two spies” near Gao.", {"+boko haram"}),
    ("ETA admitted the murder.", {"+euskadi ta askatasuna"}),
    ("Hezbollah rejected any hand in the raid.", {"-hezbollah"}),
    ("No group has claimed responsibility for the attack.", set()),
    ("There was no immediate claim of responsibility.", set()),
    ("Neither Hezbollah nor Hamas claimed responsibility.", set()),
    ("Officials said Hezbollah claimed responsibility for the raid.", {"+hezbollah"}),
    ("Hezbollah claimed the attack killed ten soldiers.", set()),
    ("Hezbollah claimed, on 3 May, the ambush of a patrol.", {"+hezbollah"}),
    ("The Taliban admitted late on Sunday two ambushes in Ghor.", {"+taliban"}),
    ("Nine die in raid; the Taliban say they were behind it.", {"+taliban"}),
    ("The Chadian army confirmed carrying out the raid.", {"+chadian military"}),
    ("The Taliban have accepted the blame for the fire.", {"+taliban"}),
    ("The Taliban bombed a bridge. It did, however, take credit for the raid.", {"+taliban"}),
    ("Boko Haram has in the past claimed bombings of markets.", set()),
    ("Boko Haram has claimed similar attacks.", set()),
    ("Hamas rejected the Israeli allegation that it was behind the blast.", {"-hamas"}),
    ("A bridge fell. Hamas called the film a fake.", set()),
    ("The Israeli army said no soldier had fired.", {"-israeli military"}),
    ("Hezbollah denied involvement in the attack.", {"-hezbollah"}),
    ("Hezbollah denied carrying out the attack.", {"-hezbollah"}),
    ("Hezbollah denied that its fighters attacked the patrol.", {"-hezbollah"}),
    ("Hezbollah said it was not behind the attack.", {"-hezbollah"}),
    ("Hezbollah said it had nothing to do with the attack.", {"-hezbollah"}),
    ("Hezbollah disowned the car bombing.", {"-hezbollah"}),
    ("A Hezbollah spokesman, Sami Reed, said the group was not involved.", {"-hezbollah"}),
    ("The Nigerian army said its government had nothing to do with it.", {"-nigerian military"}),
    ("A bridge fell. The mayor said the group was not involved.", set()),
    ("Hezbollah rejected the accusation.", {"-hezbollah"}),
    ("Hezbollah said it had carried out neither raid.", {"-hezbollah"}),
    ("The Taliban declined to claim responsibility for the raid.", set()),
    ("Hezbollah has stopped short of claiming the raid.", set()),
    ("Neither Hamas nor Israel, which flies drones over the town, claimed the raid.", set()),
    ("Hezbollah denied reports that it had laid the mine.", {"-hezbollah"}),
    ("Hezbollah denied, in a note to the radio, that its men shot him.", {"-hezbollah"}),
    ("Hezbollah distanced itself from the bombing of the shrine.", {"-hezbollah"}),
    ("The Israeli army said its jets had not flown that day.", {"-israeli military"}),
    ("Police believe that the Boko Haram cell was behind a raid in Herat, for which the Karsk "
     "Freedom Army claimed responsibility.", {"+karsk freedom army", "?boko haram"}),
    ("A raid near Herat killed nine, Boko Haram claimed in a leaflet that they were spies.", set()),
    ("A raid near Herat, which Boko Haram claimed in a video, killed nine.", {"+boko haram"}),
    ("The mayor blamed Hezbollah for the blast, a charge that Hezbollah rejected.",
     {"!hezbollah", "-hezbollah"}),
    ("The mayor blamed Hezbollah for the blast, which Hezbollah has repeatedly denied.",
     {"!hezbollah", "-hezbollah"}),
    ("The mayor said nine men died, a claim the army rejected.", set()),
    ("The Karsk Freedom Front left a camp. The Front claimed responsibility for the blast.",
     {"+karsk freedom front"}),
    ("The mayor blamed Hezbollah, which denied it.", {"!hezbollah"}),
    ("A bridge fell. Hezbollah denied the report.", set()),
    ("A caller who spoke for Hezbollah rang the radio to claim the raid.", {"+hezbollah"}),
    ("The raid was claimed both by Hezbollah and by a cell called Grey Dawn.",
     {"+hezbollah", "+grey dawn"}),
    ("The mayor said that Hezbollah was to blame.", {"!hezbollah"}),
    ("Hamas and Hezbollah accuse each other of the killing.", {"!hamas", "!hezbollah"}),
    ("Hezbollah posted a video of the ambush.", {"+hezbollah"}),
    ("The police posted a video of the ambush.", set()),
    ("Rebels shelled a town. Hamas denied it.", set()),
    ("The mayor said that it was the work of Hezbollah.", {"!hezbollah"}),
    ("The government blamed Boko Haram for the attack.", {"!boko haram"}),
    ("The government blamed the attack on Boko Haram.", {"!boko haram"}),
    ("The attack was blamed on Boko Haram.", {"!boko haram"}),
    ("Boko Haram was blamed for the attack.", {"!boko haram"}),
    ("Officials accused Boko Haram of burning the school.", {"!boko haram"}),
    ("Officials accused Boko Haram and the Taliban of the killing.", {"!boko haram", "!taliban"}),
    ("Police pointed the finger at the ELN.", {"!national liberation army"}),
    ("The army held the ELN responsible for the blast.", {"!national liberation army"}),
    ("The army attributed the bombing to the ELN.", {"!national liberation army"}),
    ("The town held by the ELN was quiet.", set()),
    ("The minister blamed the raid on “criminal gangs”.", {"!criminal gangs"}),
    ("The ELN is suspected of planting the bomb.", {"?national liberation army"}),
    ("Police suspect the ELN of the bombing.", {"?national liberation army"}),
    ("The blast bore the hallmarks of the ELN.", {"?national liberation army"}),
    ("HEZBOLLAH CLAIMED RESPONSIBILITY FOR THE ATTACK.", {"+hezbollah"}),
    ("The army blamed nobody for the fire.", set()),
    ("The ministry blamed remnants of Boko Haram.", {"!boko haram"}),
    ("Officials accused fighters of the Taliban of the killing.", {"!taliban"}),
    ("The mayor said there was no doubt that Hezbollah had done it.", {"!hezbollah"}),
    ("The attack was claimed by Hezbollah, though the army doubted the claim.", {"+hezbollah"}),
    ("Two guards died in the blast, Hezbollah claimed.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CASES)
def test_claims(text: str, names: set[str]) -> None:
    assert claimed(text) == names


def test_a_claim_reaches_over_its_whole_list() -> None:
    text = "Hezbollah claimed attacks on a barracks, a radar station and a convoy."
    notes = notes_of(text)
    last = Span(text.index("and a convoy"), len(text))
    assert [d.span.of(text) for d in claims(notes, last)] == ["Hezbollah"]


def test_a_claim_ends_where_another_tells_on() -> None:
    text = "Hezbollah claimed the attack on the barracks, while Hamas shelled a road."
    notes = notes_of(text)
    assert claims(notes, Span(text.index(", while"), len(text))) == ()


OWN = [
    ("Hezbollah said it had shelled the outpost.", True),
    ("Hezbollah said its fighters had attacked the outpost.", True),
    ("Hezbollah said it carried out the attack.", True),
    ("Hezbollah said it was behind the attack.", True),
    ("Hezbollah said it had detonated a mine at the outpost.", True),
    ("Hezbollah said a mine was found before it exploded at the outpost.", False),
    ("Hezbollah said the army shelled the outpost.", False),
    ("Hezbollah said it was attacked by the army.", False),
    ("The army said it repelled an attack.", False),
    ("The army said it had seen the attack.", False),
    ("Hezbollah denied it was behind the attack.", False),
    ("Hezbollah said he had attacked the outpost.", False),
    ("Hezbollah's commander said he had attacked the outpost.", True),
    ("Russia described the reports its army had shelled the outpost as untrue.", False),
]


@pytest.mark.parametrize(("text", "own"), OWN)
def test_an_act_told_as_ones_own(text: str, own: bool) -> None:
    notes = notes_of(text)
    found = triggers(notes, notes.sentences[0])
    assert found
    assert any(says_own(notes, v, t) for v in notes.attributions for t in found) is own


_VOCABULARY = (
    "Hezbollah claimed responsibility for the attack blamed on accused of denied it was behind "
    "group no suspected by and , . said that its fighters carried out held responsible"
)
WORDS = st.sampled_from(_VOCABULARY.split())


@given(st.lists(WORDS, max_size=40))
def test_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    notes = notes_of(text)
    for sentence in notes.sentences:
        for draft in claims(notes, sentence.span):
            assert 0 <= draft.span.start < draft.span.end <= len(text)


@pytest.mark.parametrize("unit", ["claimed the attack on ", "blamed on ", "said that it was "])
def test_an_endless_sentence_takes_no_time(unit: str) -> None:
    notes = notes_of(unit * (20_000 // len(unit)))
    started = time.process_time()
    claims(notes, Span(0, len(notes.text)))
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("The envoy said Hezbollah bears full responsibility for the attack.", True),
        ("The envoy said Hezbollah was to blame for the attack.", True),
        ("Many pointed their fingers at Hezbollah after the attack.", True),
        ("The envoy accused Hezbollah of carrying out the attack.", True),
        ("The envoy accused Hezbollah of backing the rebels.", False),
        ("The envoy accused Hezbollah of using human shields.", False),
    ],
)
def test_who_is_blamed_for_an_attack(text: str, blamed: bool) -> None:
    notes = notes_of(text)
    found = claims(notes, notes.sentences[0].span)
    assert any(d.stance is Stance.BLAMES for d in found) is blamed


def test_it_claims_who_has_just_spoken() -> None:
    notes = notes_of(
        "The army denied that Hezbollah fired. It claimed responsibility for the raid."
    )
    (claim,) = claims(notes, notes.sentences[1].span)
    assert claim.span.of(notes.text) == "It"
    assert claim.value == ActorRef("army", "military")


def test_it_is_the_group_of_its_own_sentence() -> None:
    notes = notes_of(
        "Hezbollah said it was calm. Boko Haram sent a note in which it claimed the raid."
    )
    (claim,) = claims(notes, notes.sentences[1].span)
    assert claim.value == ActorRef("Boko Haram", "boko-haram")


def test_who_is_believed_behind_it_is_doubted_once() -> None:
    text = "A raid hit Velm on Monday. The ministry says it believes Hezbollah was behind the raid."
    (report,) = incidents(text, "2019-05-08")
    assert [stance for name, stance in sides(report) if name == "Hezbollah"] == [Stance.DOUBTS]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The raid was claimed for Hezbollah by a man who rang a paper.", "a man"),
        ("Credit for the raid was taken on Sunday by the Red Dawn.", "Red Dawn"),
        ("Nobody said it had planted the mine.", "it"),
        ("The elders fear revenge attacks by Hezbollah.", "Hezbollah"),
        ("No group said Hezbollah had planted the mine.", "Hezbollah"),
    ],
)
def test_who_only_claims_an_attack_is_not_told_to_have_made_it(text: str, who: str) -> None:
    notes = notes_of(text)
    at = text.index(who + " ") if who == "it" else text.index(who)
    told = Draft(Field.ATTACKER, ActorRef(who), Span(at, at + len(who)))
    assert only_claims_it(notes, told)
    assert not only_claims_it(notes, replace(told, stance=Stance.CLAIMS))


def test_who_made_it_by_the_same_verb_is_told_to_have_made_it() -> None:
    text = "The raid, claimed by Hezbollah, was carried out by two men on foot."
    at = text.index("two men")
    told = Draft(Field.ATTACKER, ActorRef("men"), Span(at, at + len("two men")))
    assert not only_claims_it(notes_of(text), told)


def test_that_no_group_said_so_names_no_attacker() -> None:
    text = "Two bombs went off in Herat on Monday. No group said it had carried out the bombing."
    assert {side for report in incidents(text) for side in sides(report)} == set()


def test_a_comma_and_an_article_make_no_list_of_two() -> None:
    text = "Shortly before the release of the guards, the Taliban kidnapped a mayor in Herat."
    assert {name for report in incidents(text) for name, _ in sides(report)} == {"Taliban"}


def test_a_blast_that_claims_lives_is_claimed_by_nobody() -> None:
    text = "The blast claimed nine lives in an ambush by rebels."
    at = text.index("rebels")
    told = Draft(Field.ATTACKER, ActorRef("rebels"), Span(at, at + len("rebels")))
    assert not only_claims_it(notes_of(text), told)
