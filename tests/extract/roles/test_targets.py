"""What was attacked, of what kind and whose: a table of cases, and laws for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.events.triggers import triggers
from tallystick.extract.roles import targets
from tallystick.model.values import TargetKind as K
from tests.extract.roles_reading import aimed_at, notes_of

CASES = [
    ("A convoy of peacekeepers struck a mine near Ashmar.", [("convoy", K.MILITARY)]),
    (
        "An armoured vehicle ran onto an anti-tank mine, killing two soldiers.",
        [("armoured vehicle", K.MILITARY)],
    ),
    ("The guild condemned the bombings of U.S. embassies.", [("u.s. embassies", K.DIPLOMATIC)]),
    ("Raiders bombed Dr. Example's clinic near Ashmar.", [("dr. example's clinic", K.MEDICAL)]),
    ("Shells hit the governor's compound.", [("governor's compound", K.GOVERNMENT)]),
    ("Raiders abducted the mayor's cook.", [("mayor's cook", K.CIVILIANS)]),
    ("A grenade hit the embassy's gate.", [("embassy", K.DIPLOMATIC)]),
    ("Two members of parliament were shot.", [("members of parliament", K.GOVERNMENT)]),
    ("A Velian helicopter was fired upon near Ashmar.", [("velian helicopter", K.MILITARY)]),
    ("Rockets were fired at a quay near Ashmar.", [("quay", K.TRANSPORT)]),
    ("Jets hit a water station near Ashmar.", [("water station", K.OTHER)]),
    ("Shells hit a flour mill and a silo.", [("flour mill", K.BUSINESS), ("silo", K.BUSINESS)]),
    ("Gunmen boarded a dhow off Ashmar.", [("dhow", K.TRANSPORT)]),
    ("Six villagers were wounded in an air raid.", []),
    (
        "A strike on a Rapid Support Forces (RSF) training camp killed two.",
        [("rapid support forces (rsf) training camp", K.ARMED_GROUP)],
    ),
    ("Jets raided a jihadist camp.", [("jihadist camp", K.ARMED_GROUP)]),
    ("A lorry carrying soldiers was ambushed near Ashmar.", [("lorry", K.TRANSPORT)]),
    ("A chapel used by the rebels as a clinic was shelled.", [("chapel", K.RELIGIOUS)]),
    ("Two of the mosques were shelled at dawn.", [("mosques", K.RELIGIOUS)]),
    ("The mortar attack near Ashmar wounded eleven villagers.", []),
    ("The attack killed six people including a reporter.", []),
    ("The town reported a shelling on March 3.", []),
    ("Troops seized three villages near Ashmar.", []),
    ("Doctors went to the bombed towns.", []),
    ("The citadel was the target of a drone attack.", [("citadel", K.OTHER)]),
    ("A taxi stand was the main target of the shelling.", [("taxi stand", K.BUSINESS)]),
    (
        "Jets pounded rebel positions, tunnels and bunkers near Ashmar.",
        [
            ("rebel positions", K.ARMED_GROUP),
            ("tunnels", K.ARMED_GROUP),
            ("bunkers", K.MILITARY),
        ],
    ),
    (
        "Residential buildings, a railway line and a power station in Ashmar were hit by drones.",
        [
            ("residential buildings", K.RESIDENTIAL),
            ("railway line", K.TRANSPORT),
            ("power station", K.ENERGY),
        ],
    ),
    ("Jets hit rebel positions and officials said two died.", [("rebel positions", K.ARMED_GROUP)]),
    ("Guns shelled the quarter 30 times in March.", []),
    ("Jets hit jihadist targets in Ashmar.", [("jihadist targets", K.ARMED_GROUP)]),
    ("Raiders attacked private and public buildings.", [("public buildings", K.GOVERNMENT)]),
    (
        "A college and two markets in Ashmar came under artillery bombardment.",
        [("college", K.SCHOOL), ("markets", K.MARKET)],
    ),
    ("Two clinics closed on Friday after being badly hit by shells.", [("clinics", K.MEDICAL)]),
    (
        "Raiders stormed a school, a bakery and a church, killing two.",
        [("school", K.SCHOOL), ("bakery", K.BUSINESS), ("church", K.RELIGIOUS)],
    ),
    (
        "Raiders stormed a school a bakery and a church in Ashmar.",
        [("school", K.SCHOOL), ("bakery", K.BUSINESS), ("church", K.RELIGIOUS)],
    ),
    ("Rockets struck a market, a hospital official said.", [("market", K.MARKET)]),
    ("Rockets struck a hotel and the police said two died.", [("hotel", K.BUSINESS)]),
    ("Air strikes killed at least 12 civilians.", []),
    ("Rebels shelled with eight rockets the village school.", [("school", K.SCHOOL)]),
    ("A bomb exploded under a police minibus.", [("police minibus", K.TRANSPORT)]),
    ("A lorry packed with explosives rammed a church.", [("church", K.RELIGIOUS)]),
    ("A man rammed an explosives-laden lorry into a church.", [("church", K.RELIGIOUS)]),
    ("An army patrol hit a bomb planted by militants.", [("army patrol", K.MILITARY)]),
    ("A bomb tore apart a bus.", [("bus", K.TRANSPORT)]),
    ("Jets struck Hezbollah gun emplacements.", [("hezbollah gun emplacements", K.ARMED_GROUP)]),
    ("Jets struck Hezbollah supply lines.", [("hezbollah supply lines", K.ARMED_GROUP)]),
    ("Jets bombed what Central Command called a radar site.", [("radar site", K.MILITARY)]),
    ("Raiders attacked a post at dawn.", [("post", K.MILITARY)]),
    ("A navy patrol boat was sunk by rebels.", [("navy patrol boat", K.MILITARY)]),
    ("Jets bombed the rebel-held provincial capital.", []),
    ("Jets bombed a rebel-held town.", [("rebel-held town", K.RESIDENTIAL)]),
    ("Six died in the attack on the Sheikh Maqsoud area.", []),
    ("Nine Killed in Attack on Rural Aleppo The army blamed rebels.", []),
    ("Rebels attacked a police station.", [("police station", K.POLICE)]),
    ("A police station was attacked by rebels.", [("police station", K.POLICE)]),
    ("Rebels launched an attack on an army barracks.", [("army barracks", K.MILITARY)]),
    ("A bomb exploded outside the embassy.", [("embassy", K.DIPLOMATIC)]),
    ("An explosion at a mosque killed nine.", [("mosque", K.RELIGIOUS)]),
    ("An attack by nine gunmen on a school killed two.", [("school", K.SCHOOL)]),
    ("Rockets fired by the rebels at a refinery missed.", [("refinery", K.ENERGY)]),
    ("An attack by nine gunmen shook a school.", []),
    ("A bus driver was shot dead in a lane.", []),
    ("Gunmen shot a bus driver.", []),
    ("A clerk was shot outside a bakery.", []),
    ("A bomb exploded outside a bakery.", [("bakery", K.BUSINESS)]),
    ("Jets bombed a Ruritanian brigade headquarters.",
     [("headquarters", K.MILITARY)]),
    ("Jets bombed a Syrian brigade headquarters.",
     [("syrian brigade headquarters", K.MILITARY)]),
    ("A sergeant of the border guard was shot dead at the door of his home.",
     [("sergeant", K.MILITARY)]),
    ("A police patrol came under fire near the ford.", [("police patrol", K.POLICE)]),
    ("An army lorry hit a mine laid by rebels.", [("army lorry", K.TRANSPORT)]),
    ("A minivan ran over a roadside bomb near the mill.", [("minivan", K.TRANSPORT)]),
    ("A bomb exploded as a foot patrol was passing the mill.", [("patrol", K.MILITARY)]),
    ("Rockets hit a trawler and a grain elevator.",
     [("trawler", K.TRANSPORT), ("grain elevator", K.BUSINESS)]),
    ("Jets bombed the hamlet of Mosul.", []),
    ("Jets bombed a hospital and a school.", [("hospital", K.MEDICAL), ("school", K.SCHOOL)]),
    ("Rockets were fired at an oil refinery.", [("oil refinery", K.ENERGY)]),
    ("Guerrillas blew up a pipeline.", [("pipeline", K.ENERGY)]),
    ("Gunmen opened fire on worshippers.", [("worshippers", K.CIVILIANS)]),
    ("Gunmen killed the mayor.", [("mayor", K.GOVERNMENT)]),
    ("Gunmen killed nine villagers.", []),
    ("Jets bombed the town of Mosul.", []),
    ("Jets bombed the town.", []),
    ("The blast hit the Rashid district.", []),
    ("Jets bombed a residential area.", [("residential area", K.RESIDENTIAL)]),
    ("Jets bombed rebel-held areas of the city.", [("rebel-held areas", K.RESIDENTIAL)]),
    ("The strike killed ten rebels.", []),
    ("The strike killed a child.", []),
    ("Jets targeted several civilian sites.", []),
    ("Gunmen shot a passer-by.", []),
    ("Air strikes blamed on the Taliban hit a market.", [("market", K.MARKET)]),
    ("The army put the blame for the attack on the Taliban.", []),
    ("The Taliban claimed responsibility for the attack on a market.", [("market", K.MARKET)]),
    ("Gunmen kidnapped three journalists.", [("journalists", K.MEDIA)]),
    ("Shells hit a crowded market.", [("crowded market", K.MARKET)]),
    ("The hospital under the control of government forces was shelled.",
     [("hospital", K.MEDICAL)]),
    ("A convoy carrying fuel was ambushed.", [("convoy", K.MILITARY)]),
    ("A car bomb exploded.", []),
    ("A truck bomb exploded near the hotel.", [("hotel", K.BUSINESS)]),
    ("The bombers detonated their trucks.", []),
    ("There was an explosion in the area.", []),
    ("Militants struck an Egyptian army checkpoint.", [("egyptian army checkpoint", K.MILITARY)]),
    ("Jets bombed the rebel bunkers.", [("rebel bunkers", K.ARMED_GROUP)]),
    ("Jets bombed a bus convoy.", [("bus convoy", K.TRANSPORT)]),
    ("The attack on Hezbollah killed five.", [("hezbollah", K.ARMED_GROUP)]),
    ("Rebels attacked the airbase, AFP said.", [("airbase", K.MILITARY)]),
    ("A drone was shot down over the airport.", [("airport", K.TRANSPORT)]),
    ("The army shot down a drone over Ain al-Asad.", [("ain al-asad", K.MILITARY)]),
    ("A drone was launched against a position in the north.", [("position", K.MILITARY)]),
    ("Rebels shelled the town.", []),
    ("Rebels attacked a bridge before soldiers reached the barracks.", [("bridge", K.TRANSPORT)]),
    ("Rebels attacked a bank, killing two guards.", [("bank", K.BUSINESS)]),
    ("REBELS ATTACKED A POLICE STATION.", [("police station", K.POLICE)]),
    ("THE POLICE SAID THAT REBELS ATTACKED THE BANK.", [("bank", K.BUSINESS)]),
    ("Rebels attacked the base in support of Hamas.", [("base", K.MILITARY)]),
    ("The attack of the rebels was repelled.", []),
    ("Rebels torched a school.", [("school", K.SCHOOL)]),
    ("A bus was hit by a mortar shell.", [("bus", K.TRANSPORT)]),
    ("Two churches and a hotel were bombed.", [("churches", K.RELIGIOUS), ("hotel", K.BUSINESS)]),
    ("Gunmen raided the prison.", [("prison", K.GOVERNMENT)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_targets(text: str, wanted: list[tuple[str, K]]) -> None:
    assert [(t.name.lower(), t.kind) for t in aimed_at(text)] == wanted


OWNERS = [
    ("Rockets hit a base hosting US troops.", "US military"),
    ("Rockets hit an American base.", "United States"),
    ("Rockets hit a base used by the Peshmerga.", "Peshmerga"),
    ("Rockets hit the Peshmerga headquarters.", "Peshmerga"),
    ("Rockets hit the headquarters of Hezbollah.", "Hezbollah"),
    ("Rockets hit Hezbollah's headquarters.", "Hezbollah"),
    ("Rebels stormed a barracks belonging to the Colombian army.", "Colombian military"),
    ("Gunmen ambushed two Turkish trucks.", "Turkey"),
    ("The ELN fled. The army shelled a camp of the same group.", "National Liberation Army"),
    ("Rebels bombed a school.", None),
    ("Syrian government jets bombed a school.", None),
]


@pytest.mark.parametrize(("text", "owner"), OWNERS)
def test_owner(text: str, owner: str | None) -> None:
    (target,) = aimed_at(text)
    assert (target.owner.name if target.owner else None) == owner


_VOCABULARY = (
    "rebels attacked a the police station base of in on at shelled was by and , US troops hosting "
    "Ain al-Asad explosion near drone shot down over hospital killed journalists ."
)
WORDS = st.sampled_from(_VOCABULARY.split())


@given(st.lists(WORDS, max_size=40))
def test_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    notes = notes_of(text)
    for sentence in notes.sentences:
        for trigger in triggers(notes, sentence)[:4]:
            for draft in targets(notes, sentence.span, trigger):
                assert 0 <= draft.span.start < draft.span.end <= len(text)


def test_an_endless_sentence_takes_no_time() -> None:
    notes = notes_of("attacked the base of the army and " * 580)
    found = triggers(notes, notes.sentences[0])
    trigger = found[len(found) // 2]
    started = time.process_time()
    targets(notes, notes.sentences[0].span, trigger)
    assert time.process_time() - started < 3


def test_what_was_wrecked_is_the_target_of_the_raid_that_wrecked_it() -> None:
    text = "The flour mill was wrecked in an air raid."
    notes = notes_of(text)
    (sentence,) = notes.sentences
    raid = next(t for t in triggers(notes, sentence) if not t.verb)
    assert [d.span.of(text) for d in targets(notes, sentence.span, raid)] == ["flour mill"]
