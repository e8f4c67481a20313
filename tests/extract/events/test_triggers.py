"""Which event words tell of an incident, and of what kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.events.kinds import kind_of
from tallystick.extract.events.triggers import triggers
from tallystick.model.document import Segment, SegmentKind, Span
from tallystick.model.taxonomy import IncidentKind as Kind
from tests.builders import document
from tests.clock import within


def read(text: str) -> tuple[list[str], Kind | None]:
    """The triggers of a one-sentence text, and the kind that they give together."""
    notes = annotate(document(text))
    found = [t for s in notes.sentences for t in triggers(notes, s)]
    kind = kind_of(notes, Span(0, len(text)), found) if found else None
    return [t.span.of(text) for t in found], kind


KINDS = [
    ("Air strikes by Lorvia killed farmers near Velm.", Kind.AIR_STRIKE),
    ("A mine hurt a driver near the ford.", Kind.MINE),
    ("A patrol came under heavy fire from the hills over Velm.", Kind.ATTACK),
    ("A police car ran onto an explosive device near Velm.", Kind.BOMBING),
    ("An army bus rolled over a mine near Velm.", Kind.MINE),
    ("A bomb was found on two aircraft before it went off.", Kind.BOMBING),
    ("A missile slammed into a block of flats in Velm.", Kind.SHELLING),
    ("A drone crashed through the roof of a clinic in Velm.", Kind.DRONE_ATTACK),
    ("A device left behind the clinic was defused.", Kind.BOMBING),
    ("Sappers dismantled a roadside bomb near Velm.", Kind.BOMBING),
    ("Soldiers foiled an infiltration attempt on an army post near Velm.", Kind.ARMED_ASSAULT),
    ("The group owned up to the burning of two army lorries in Velm.", Kind.ARSON),
    ("A thief was beaten to death by a crowd.", Kind.ATTACK),
    ("Two men were charged over the beating death of a clerk.", Kind.ATTACK),
    ("A driver was assaulted by two passengers in Velm.", Kind.ATTACK),
    ("The rampage in Velm lasted an hour.", Kind.ATTACK),
    ("A couple was found dead in a house in Velm.", Kind.ATTACK),
    ("A clerk was taken from his home by soldiers.", Kind.ABDUCTION),
    ("A blast at the gate was followed by gunfire.", Kind.ATTACK),
    ("A car bomb blast at the gate was followed by gunfire.", Kind.BOMBING),
    ("A drone crashed into a block of flats in Velm.", Kind.DRONE_ATTACK),
    ("Helicopters rocketed the village of Velm.", Kind.AIR_STRIKE),
    ("A bomb wrecked a bakery in Velm.", Kind.BOMBING),
    ("Gunmen sprayed a pharmacy in Velm with bullets.", Kind.SHOOTING),
    ("A nurse was seized by gunmen near Velm.", Kind.ABDUCTION),
    ("A bomb behind the bank was made safe.", Kind.BOMBING),
    ("Sappers made safe a mortar bomb in Velm.", Kind.BOMBING),
    ("The bandits decapitated two drivers near the ford.", Kind.MASSACRE),
    ("Guerrillas sacked a pharmacy in the village with rifles.", Kind.ROBBERY),
    ("The army hit rebel gun emplacements near Velm.", Kind.ATTACK),
    ("An army unit hit a farm and seized four old rifles.", Kind.ATTACK),
    ("The army hit trucks fitted with machine guns near Velm.", Kind.ATTACK),
    ("Fighters shot dozens of rockets at the harbour of Velm.", Kind.SHELLING),
    ("There was machine-gun fire by army helicopters over Velm.", Kind.AIR_STRIKE),
    ("The militia began an assault to retake Velm.", Kind.ATTACK),
    ("Saboteurs derailed a train, and gunmen hit a checkpoint.", Kind.SABOTAGE),
    ("Sappers defused a bomb at the bank.", Kind.BOMBING),
    ("An army unit eliminated ten militants near the ford.", Kind.ATTACK),
    ("Gunmen attacked a checkpoint near Mosul.", Kind.ATTACK),
    ("Rockets struck the base at dawn.", Kind.SHELLING),
    ("Another shell in the suburb landed near a school.", Kind.SHELLING),
    ("Mortar rounds fell on the harbour, hurting two.", Kind.SHELLING),
    ("The army won back the village of Velm.", Kind.SEIZURE),
    ("Rebels took over two oil fields.", Kind.SEIZURE),
    ("Bursts of machine-gun fire hit the bus.", Kind.SHOOTING),
    ("The ministry accused rebels of using poison gas on soldiers.", Kind.CHEMICAL_ATTACK),
    ("A rocket attack on the port hurt two people.", Kind.SHELLING),
    ("Rebels fired mortars at the town hall.", Kind.SHELLING),
    ("Government guns shelled Aleppo all night.", Kind.SHELLING),
    ("The army bombarded Homs on Monday.", Kind.SHELLING),
    ("A drone attacked the depot.", Kind.DRONE_ATTACK),
    ("Two drones were launched against the airfield.", Kind.DRONE_ATTACK),
    ("Warplanes carried out air strikes on Idlib.", Kind.AIR_STRIKE),
    ("Jets fired missiles at a farm in Yemen.", Kind.AIR_STRIKE),
    ("Helicopters dropped barrel bombs on Daraya.", Kind.AIR_STRIKE),
    ("Raids by Russian warplanes hit Idlib.", Kind.AIR_STRIKE),
    ("US strikes killed three fighters near Abu Kamal.", Kind.AIR_STRIKE),
    ("Coalition aircraft bombed a hill near Raqqa.", Kind.AIR_STRIKE),
    ("A car bomb exploded outside the bank.", Kind.BOMBING),
    ("A roadside bomb killed two soldiers.", Kind.BOMBING),
    ("THE TERRORISTS PLACED A BOMB AT THE EMBASSY.", Kind.BOMBING),
    ("A DYNAMITE ATTACK DAMAGED A BANK IN LIMA.", Kind.BOMBING),
    ("A BRIDGE WAS DYNAMITED BY THE GUERRILLAS.", Kind.BOMBING),
    ("A grenade was thrown at the bar.", Kind.BOMBING),
    ("Rebels triggered a landmine under a lorry in the forest.", Kind.MINE),
    ("They set off two bombs outside the ministry.", Kind.BOMBING),
    ("Artillery duels resumed along the river.", Kind.ARMED_CLASH),
    ("Rebels strangled a former mayor in Ostara.", Kind.ATTACK),
    ("Rebels have set two lorries and a shop on fire.", Kind.ARSON),
    ("Pirates took nine sailors hostage.", Kind.ABDUCTION),
    ("Robbers hacked a night guard to death.", Kind.STABBING),
    ("A fighter drove a car bomb into the barracks.", Kind.SUICIDE_BOMBING),
    ("Gunmen whisked away a priest.", Kind.ABDUCTION),
    ("A clerk with two gunshot wounds lay in the shop.", Kind.SHOOTING),
    ("A suicide bomber killed ten people at a market.", Kind.SUICIDE_BOMBING),
    ("Two men blew themselves up at a mosque.", Kind.SUICIDE_BOMBING),
    ("A suicide bomber targeted the barracks in Kabul.", Kind.SUICIDE_BOMBING),
    ("A woman detonated her explosive vest at the gate.", Kind.SUICIDE_BOMBING),
    ("Three children were killed when a landmine exploded.", Kind.MINE),
    ("Their lorry struck a landmine near Bor.", Kind.MINE),
    ("A chlorine attack killed dozens in the town.", Kind.CHEMICAL_ATTACK),
    ("Dozens died in a chemical weapons attack.", Kind.CHEMICAL_ATTACK),
    ("Soldiers clashed with rebels near Goma.", Kind.ARMED_CLASH),
    ("Fierce fighting broke out around the airport.", Kind.ARMED_CLASH),
    ("Fighters ambushed a convoy on the road.", Kind.ARMED_ASSAULT),
    ("Heavy U.S. raids killed 22 fighters in Raqqa.", Kind.AIR_STRIKE),
    ("Gunmen stormed a hotel in Bamako.", Kind.ARMED_ASSAULT),
    ("A man opened fire on a crowd.", Kind.SHOOTING),
    ("A student was fatally shot outside a store.", Kind.SHOOTING),
    ("Three people were wounded in a shooting downtown.", Kind.SHOOTING),
    ("Shots rang out on Elm Street.", Kind.SHOOTING),
    ("HIS HOUSE WAS MACHINEGUNNED BY UNKNOWN MEN.", Kind.SHOOTING),
    ("THE BISHOP WAS ASSASSINATED IN HIS CHURCH.", Kind.ASSASSINATION),
    ("Militants executed twelve prisoners.", Kind.MASSACRE),
    ("Villagers were massacred in the valley.", Kind.MASSACRE),
    ("A man stabbed two tourists in Cairo.", Kind.STABBING),
    ("A driver rammed his car into a queue.", Kind.VEHICLE_RAMMING),
    ("TWO ENGINEERS WERE KIDNAPPED BY THE GROUP.", Kind.ABDUCTION),
    ("Gunmen took hostages; twelve nuns were taken hostage.", Kind.ABDUCTION),
    ("THE REBELS SET FIRE TO THREE BUSES.", Kind.ARSON),
    ("Saboteurs sabotaged a pipeline.", Kind.SABOTAGE),
    ("Two men hijacked an airliner.", Kind.HIJACKING),
    ("Soldiers raped women in the camp.", Kind.SEXUAL_VIOLENCE),
    ("Islamic State captured Palmyra.", Kind.SEIZURE),
    ("The army liberated Tikrit.", Kind.SEIZURE),
    ("A man was murdered in his house.", Kind.ATTACK),
    ("The rebels took Goma on Monday.", Kind.SEIZURE),
    ("Troops took the border town of Aru from the militia.", Kind.SEIZURE),
    ("Goma was taken by the rebels on Sunday.", Kind.SEIZURE),
    ("Militants seized a police station near Goma.", Kind.SEIZURE),
    ("The army took two hilltops above Goma.", Kind.SEIZURE),
    ("Armed men cut the telephone cable to Goma.", Kind.SABOTAGE),
    ("The power lines to Goma were severed on Friday.", Kind.SABOTAGE),
    ("Rebels brought down four pylons near Goma.", Kind.SABOTAGE),
    ("Pirates boarded a bulk carrier off Goma.", Kind.ROBBERY),
    ("An editor was dragged from her car in Goma.", Kind.ABDUCTION),
    ("Mourners burned a bus in Goma.", Kind.ARSON),
    ("A mob stoned the shops of traders in Goma.", Kind.ATTACK),
    ("A herdsman stepped on a rusty mine near Goma.", Kind.MINE),
    ("A drone caught a minibus near Goma.", Kind.DRONE_ATTACK),
    ("Thirty shells came down on the hills above Goma.", Kind.SHELLING),
]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[t for t, _ in KINDS])
def test_kinds(text: str, kind: Kind) -> None:
    assert read(text)[1] is kind


NO_EVENTS = [
    "Police looked for a bomb; nobody was hurt.",
    "A bomb scare at the bank hurt nobody.",
    "Higher prices hurt the farmers of Ostara.",
    "The country dismantled its last missiles under the treaty.",
    "The group was dismantled after the death of its leader.",
    "A clerk died of a fever in Ostara, not in the course of a drone attack.",
    "The news triggered a debate in Ostara.",
    "The police set off for Ostara in the morning.",
    "The arrest set off protests.",
    "The talks were derailed by a row over fees.",
    "Officers sprayed the marchers in Ostara with pepper gas.",
    "Rifles and cash were seized from a house in Ostara.",
    "Officers with rifles responded at noon to a call from a school.",
    "Troops held a live-fire drill near Ostara on Friday in which charges were exploded.",
    "Warships fired missiles off Ostara during naval exercises on Monday.",
    "Responding police found a clerk with a pistol in Ostara.",
    "The army's bomb squad has responded to an old mill in Ostara where rifles were found.",
    "Nurses went on strike in Lima.",
    "A strike by teachers closed the schools.",
    "The strike of private bus owners goes on in Karosh.",
    "Police found two rifles, dynamite and detonating cord in a house in Ravna.",
    "The two sides struck a deal.",
    "He died of a heart attack.",
    "The hurricane hit the coast.",
    "Sales hit a record in May.",
    "The town was hit by a storm.",
    "She was fired from her job.",
    "The winter storm hit the north.",
    "The senator attacked the policy.",
    "The mayor of Ostara attacked the closure of the mill.",
    "Deputies attacked the minister of trade in a stormy session.",
    'The union attacked the owner of the mill as "a thief in a tie".',
    "A goatherd was attacked by a brown bear near Ostara.",
    "In Ostara a swan attacked a rower.",
    "Two brigades took part in a mock attack on Ostara.",
    "Sappers carried out a controlled explosion at a bus depot in Ostara.",
    "He complained of stabbing pains in Ostara.",
    "The dockers of Ostara voted for a strike from Monday.",
    "Striking quarry workers marched through Ostara.",
    "The three-week strike at the mill in Ostara is over.",
    "Ostara looks as if it had been bombed.",
    "It was a clash of cultures.",
    "The ministry launched an investigation.",
    "The film was a bombshell.",
    "Police raids led to the arrest of ten suspects.",
    "Police raided a house and seized drugs.",
    "Police clashed with protesters in Paris.",
    "Police fired tear gas at marchers.",
    "Revellers fired shots in the air.",
    "There was no attack on the base.",
    "The rebels did not attack the base.",
    "The base was not hit by rockets.",
    "He faces a charge of first-degree murder.",
    "The homicide unit is on the case.",
    "She got a flu shot.",
    "He shot a film in Jordan.",
    "The town of Hit lies on the river.",
    "Soldiers captured a senior commander.",
    "The photo captured the mood.",
    "The striker had three shots on goal.",
    "The senator shot back that nobody in Ostara had asked him.",
    "Rents in Ostara shot up by a third.",
    "She was fired, and left Ostara in May.",
    "The rebels executed their plan for Ostara without a flaw.",
    "Pranksters hijacked the website of the mayor of Ostara.",
    "He was caught in an immigration raid in Ostara.",
    "He was charged with second-degree assault in Ostara.",
    "The governor attacked the mayor of Ostara for being late.",
    "The mayor spoke of assault allegations in Ostara.",
    "It was a smear onslaught on the mayor of Ostara.",
    "A legal battle goes on.",
    "An attack helicopter flew over the base.",
    "Inflation targets were missed.",
    "Guards found a car bomb.",
    "Members of the kidnapping ring were freed.",
    "Soldiers took a bus to Goma.",
    "The rebels took part in talks near Goma.",
    "A boy from Goma was taken to hospital by soldiers.",
    "The army has taken Goma's complaints seriously.",
    "Workers cut a cable in Goma by mistake.",
    "The rebels cut gas pipeline flows to Goma.",
    "Passengers boarded a ferry in Goma.",
    "A forest fire burned 30 houses near Goma.",
    "Police caught two men with a bomb in Goma.",
    "Her burnt car stood by the road to Goma.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_what_tells_of_no_incident(text: str) -> None:
    assert read(text)[0] == []


def test_a_weapon_in_a_title_is_no_verb() -> None:
    text = "Truck bomb kills ten in Kabul"
    titled = replace(document(text), segments=(Segment(SegmentKind.TITLE, Span(0, len(text))),))
    notes = annotate(titled)
    assert [t.span.of(text) for t in triggers(notes, notes.sentences[0])] == ["kills"]


def test_a_verb_that_carries_an_attack_gives_way_to_it() -> None:
    assert read("The army launched air strikes on Idlib.")[0] == ["air strikes"]


def test_passive_and_plural_are_told() -> None:
    text = "The town was attacked, and more attacks followed in Homs."
    notes = annotate(document(text))
    found = [t for s in notes.sentences for t in triggers(notes, s)]
    assert [(t.verb, t.passive, t.plural) for t in found] == [
        (True, True, False),
        (False, False, True),
    ]


@pytest.mark.parametrize(
    "text", ["The army's jets hit a mill.", "The army's helicopters fired on a mill."]
)
def test_a_possessive_makes_no_passive(text: str) -> None:
    notes = annotate(document(text))
    assert [t.passive for s in notes.sentences for t in triggers(notes, s)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake, the second this month, struck Velm and killed nine people.",
        "The boiler of a paper mill in Velm exploded, killing a stoker.",
        "A volcano off Velm erupted and killed two divers.",
        "A bus fell into a ravine near Velm, killing 12 passengers.",
        "A ferry capsized off Velm on Friday and nine people were killed.",
        "Six people were injured when two lorries collided on the road to Velm.",
    ],
)
def test_nature_and_accidents_are_nobodys_attack(text: str) -> None:
    assert read(text) == ([], None)
    assert read("Shells hit a camp in Velm for those whom the earthquake made homeless.")[0]
    assert read("Gunmen fired on a bus near Velm, which fell into a ravine, killing 12.")[0]
    assert read("A bus hit a mine near Velm and fell into a ravine, killing 12 passengers.")[0]


@pytest.mark.parametrize("words", ["attack ", "the strike by ", "fired rockets ", "shot a ", "a "])
def test_a_long_sentence_takes_no_time(words: str) -> None:
    text = (words * (20_000 // len(words) + 1))[:20_000]
    notes = annotate(document(text))
    with within(3):
        for sentence in notes.sentences:
            triggers(notes, sentence)


@pytest.mark.parametrize(
    "text",
    [
        "A fast attack craft was towed to Velm.",
        "The attack boats of the navy lay off Velm.",
        "A lorry ran over a mattress near Velm.",
        "Soldiers sent to Velm from Orun carried rifles.",
        "The minister came under heavy fire in the budget committee on Wednesday.",
        "The mayor of Velm came under fire from the opposition.",
        "The team was once sent to a bombed-out mill in Velm.",
        "The general came under attack for his remarks on Velm.",
    ],
)
def test_what_only_bears_a_name_or_is_on_its_way_is_no_act(text: str) -> None:
    assert read(text) == ([], None)
