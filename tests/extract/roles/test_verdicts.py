"""Who is named as having done it, and whom the words of blame lay it on."""

from __future__ import annotations

import pytest

from tests.extract.roles_reading import claimed

NAMED = [
    ("It was common highwaymen, the mayor told local radio.", {"!common highwaymen"}),
    ('"It was bandits," the mayor said.', {"!bandits"}),
    ("The mayor said it was a miracle.", set()),
    ("The mayor said it was not bandits.", set()),
    ('"The Taliban did this," a villager said.', {"!taliban"}),
    ("The villagers said the soldiers had done it to frighten them.", {"!soldiers"}),
    ("The minister said the ELN was behind the attack.", {"!national liberation army"}),
    ("The minister said the ELN was not behind the attack.", {"-national liberation army"}),
    ("The Taliban said the Taliban was behind the attack.", set()),
    ("Police said the killers belonged to the Taliban.", {"!taliban"}),
    ("Police said the attackers were Taliban fighters.", {"!taliban"}),
    ("Nobody knows whether the Taliban did it, he said.", set()),
    ("The minister said the Taliban was responsible for the peace of the town.", set()),
    ("He said it was the Taliban who were attacked.", set()),
    ("He said it was the Taliban who planted the bomb.", {"!taliban"}),
    ("The report suggests that the Taliban was responsible.", {"?taliban"}),
    ("The gang's rivals are to blame, police said.", set()),
    ("Investigators think a gang from the East Side was behind it.", {"?gang"}),
]

NOT_THEIRS = [
    ("A teacher told us that the ELN had no hand in the raid.", {"-national liberation army"}),
    ("The caller denied that the ELN had any part in the murder.", {"-national liberation army"}),
    ("The elders denied that the ELN was behind the attack.", {"-national liberation army"}),
    ("Sources insisted that the ELN was not involved in any way.", {"-national liberation army"}),
    ("The ELN said the ELN had no part in it.", {"-national liberation army"}),
]

CAME_FROM = [
    ("Velia said the shells had come from Taliban positions.", {"!taliban"}),
    ("The mayor said the rockets were fired from lines of the Taliban.", {"!taliban"}),
    ("The Taliban said the fire came from Taliban positions.", set()),
    ("The mayor said the shells had come from the Taliban market.", set()),
]

WHOM = [
    ("The Taliban, whom the police had named, kept silent.", {"!taliban"}),
    ("The Taliban, to whom the minister had at first attributed the blast, wrote.", {"!taliban"}),
    ("The Taliban, whom the police suspect, kept silent.", {"?taliban"}),
    ("The Taliban, whom the police accuse of smuggling, kept silent.", set()),
    ("The chief suspect is the Taliban, police said.", {"?taliban"}),
    ("Police said the Taliban was its first suspect for the bombs.", {"?taliban"}),
    ("The blast is thought to be the work of the Taliban.", {"?taliban"}),
    ("Detectives believe the Taliban planted the bomb.", {"?taliban"}),
    ("The judge doubted that the Taliban had planted the bomb.", {"?taliban"}),
    ("The consul saw the hand of the Taliban in the bombing.", {"!taliban"}),
    ("He laid the bombing at the Taliban's door.", {"!taliban"}),
    ("She named the Taliban as the authors of the bombing.", {"!taliban"}),
    ('The bishop said the "so-called Velm Liberation Army" was guilty.', {"!velm liberation army"}),
    ("The murder was the work of the Taliban, police said.", {"!taliban"}),
    ("The army put the blame for the raid on the Taliban.", {"!taliban"}),
    ("The army placed responsibility squarely on the Taliban.", {"!taliban"}),
    ("The army condemned the Taliban for the raid.", {"!taliban"}),
    ("The army condemned the Taliban for its silence.", set()),
    ("The army charged that the Taliban had planted the bomb.", {"!taliban"}),
    ("The charge that the Taliban planned a raid was false.", set()),
    ("The accusation that the Taliban had planted the bomb was repeated.", {"!taliban"}),
    ("The army identified the attackers as members of the Taliban.", {"!taliban"}),
    ("The army named the Taliban as being behind the raid.", {"!taliban"}),
    ("The Taliban stands accused of the raid.", {"!taliban"}),
    ("The killers, the army said, were members of the Taliban.", {"!taliban"}),
    ("Police said the killers were from the Taliban.", {"!taliban"}),
    ("The killers were believed to be members of the Taliban.", {"?taliban"}),
    ("The killers are thought to belong to the Taliban.", {"?taliban"}),
    ("The Taliban is the main suspect.", {"?taliban"}),
    ("The Taliban may have been behind the raid, he said.", {"?taliban"}),
    ("The Taliban was probably behind the raid, he said.", {"?taliban"}),
    ("The raid bore the hallmarks of earlier raids by the Taliban.", {"?taliban"}),
    ("The raid was similar to those carried out by the Taliban.", {"?taliban"}),
]

LAID = [
    ("The federation accused illegal loggers of the murder.", {"!illegal loggers"}),
    ("His party accused paramilitaries who work with the army.", {"!paramilitaries"}),
    ("He put the murder down to bandits.", {"!bandits"}),
    ("Residents laid the murder at the door of the Taliban.", {"!taliban"}),
    ("Police pinned the raid on the Taliban.", {"!taliban"}),
    ("The murder was the work of the Taliban, the mayor said.", {"!taliban"}),
    ("Police said there is evidence of participation by the Taliban.", {"!taliban"}),
    ("The army says it has evidence that the Taliban planted the bomb.", {"!taliban"}),
    ("The ministry accused loggers of neglecting the roads.", set()),
    ("Doctors accused the Taliban of using poison gas against the village.", {"!taliban"}),
    ("Doctors accused the Taliban of using the village as a shield.", set()),
    ("A message attributed to the Taliban warned teachers.", set()),
]

SUSPECTED = [
    ("Police suspect smugglers.", {"?smugglers"}),
    ("His relatives suspect the Taliban.", {"?taliban"}),
    ("His relatives suspect racketeers of the Taliban.", {"?taliban"}),
    ("The mayor said foreign hands were behind it.", {"!foreign hands"}),
    ("Residents pointed instead to the private army of a family.", {"!private army"}),
    ("Relatives recognised some of the attackers as men from Hamas.", {"!hamas"}),
    ("The staff are certain that it was the Taliban.", {"!taliban"}),
    ("Police hold the northern command of the Taliban responsible.", {"!taliban"}),
    ("The Taliban had no link to the raid, he said.", {"-taliban"}),
    ("Police arrested suspected smugglers.", set()),
    ("The device bore the mark of the Taliban.", {"?taliban"}),
    ("The ministry did not rule out that the Taliban fired the rocket.", {"?taliban"}),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*NAMED, *LAID, *SUSPECTED, *NOT_THEIRS, *CAME_FROM, *WHOM]
)
def test_who_is_named(text: str, expected: set[str]) -> None:
    assert claimed(f"A bomb killed two in Herat on Monday. {text}") == expected
