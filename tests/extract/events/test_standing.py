"""In what sense a clause speaks of an incident. The trigger stands between asterisks."""

from __future__ import annotations

import pytest

from tallystick.extract.events.standing import is_denied, is_generic, is_toll, standing_of
from tallystick.model.document import Span
from tallystick.model.statement import Standing
from tests.clock import within

HAPPENED, PREVENTED = Standing.HAPPENED, Standing.PREVENTED
PLANNED, HYPOTHETICAL = Standing.PLANNED, Standing.HYPOTHETICAL
BACKGROUND = Standing.BACKGROUND


def marked(text: str) -> tuple[str, Span, Span]:
    """The text without its asterisks, the whole of it, and the stretch that was marked."""
    first, trigger, last = text.split("*")
    plain = first + trigger + last
    return plain, Span(0, len(plain)), Span(len(first), len(first) + len(trigger))


STANDINGS = [
    ("Shells *fired* at the port on 7 May killed two dockers.", HAPPENED),
    ("A *raid* on the camp in May killed a cook.", HAPPENED),
    ("A *raid* on the camp may kill thousands.", HYPOTHETICAL),
    ("Gunmen *attacked* a checkpoint on Friday.", HAPPENED),
    ("A rocket *struck* the depot and nobody was hurt.", HAPPENED),
    ("The mayor vowed revenge for the *attack* on the market.", HAPPENED),
    ("The mayor urged anyone with information on the *shooting* to come forward.", HAPPENED),
    ("The minister will visit the town after the *bombing*.", HAPPENED),
    ("Police are investigating whether the *attack* was the work of one man.", HAPPENED),
    ("The lorry was apparently used to carry out the *bombing*.", HAPPENED),
    ("A rival faction could be behind the *raid* on the prison.", HAPPENED),
    ("The envoy called for an inquiry into *shelling* of the camp.", HAPPENED),
    ("The president promised justice for victims of the *massacre*.", HAPPENED),
    ("Two drones may have *hit* the hangar.", HYPOTHETICAL),
    ("Residents had been warned before planes *bombed* the quarter.", HAPPENED),
    ("Gunmen stopped a bus and *shot* its driver.", HAPPENED),
    ("Lessons ended due to *shelling* of the suburb.", HAPPENED),
    ("The brigade was due to launch an *assault* on the ridge.", PLANNED),
    ("In an attempt to free their chief, rebels *attacked* the jail.", HAPPENED),
    ("The army repelled an *assault* on the ridge.", HAPPENED),
    ("The general said on Sunday that insurgents *ambushed* his column.", HAPPENED),
    ("THE GUERRILLAS *DYNAMITED* A BRIDGE NEAR THE CITY.", HAPPENED),
    ("IT MAY BE RECALLED THAT THE GROUP *RAIDED* THE DEPARTMENT.", HAPPENED),
    ("The army foiled an *attack* on the airport.", PREVENTED),
    ("Troops thwarted a rebel *assault* on the ridge.", PREVENTED),
    ("Guards prevented gunmen from *storming* the hall.", PREVENTED),
    ("The police averted a *bombing* at the fair.", PREVENTED),
    ("A failed *assassination* of the governor was reported.", PREVENTED),
    ("The attempted *kidnapping* of an engineer alarmed the town.", PREVENTED),
    ("Rebels tried to *storm* the barracks.", PREVENTED),
    ("They attempted to *assassinate* the judge.", PREVENTED),
    ("The *attack* was foiled by the guards.", PREVENTED),
    ("A planned *bombing* of the station was thwarted.", PREVENTED),
    ("Sappers found the charge and made it safe before it *exploded*.", PREVENTED),
    ("Agents uncovered a plot to *bomb* the embassy.", PREVENTED),
    ("The army managed to foil an *attack* on the posts.", PREVENTED),
    ("THE POLICE FOILED A BOMB *ATTACK* ON THE PIPELINE.", PREVENTED),
    ("The group vowed to *attack* more ships.", PLANNED),
    ("The group threatened to carry out *attacks* on ports.", PLANNED),
    ("The militia warned of *attacks* on bases.", PLANNED),
    ("Fighters are preparing to *storm* the town.", PLANNED),
    ("The general ordered his men to *shell* the village.", PLANNED),
    ("A cleric called for *attacks* on foreigners.", PLANNED),
    ("We will *strike* their bases, the statement says.", PLANNED),
    ("The movement will continue its *attacks* on convoys.", PLANNED),
    ("They announced that they would *attack* embassies.", PLANNED),
    ("The front is planning to launch an *offensive* soon.", PLANNED),
    ("The junta threatened *strikes* on the port.", PLANNED),
    ("The group pledged to continue the *attacks*.", PLANNED),
    ("He urged his followers to *kill* officials.", PLANNED),
    ("The coalition is poised to *retake* the town.", PLANNED),
    ("THE REBELS ANNOUNCED THAT THEY WOULD *ATTACK* FOREIGN INTERESTS.", PLANNED),
    ("If rebels *attack* the dam, the valley will be under water.", HYPOTHETICAL),
    ("The fort was built to deter *attacks* from the sea.", HYPOTHETICAL),
    ("Any *attack* on the port means war.", HYPOTHETICAL),
    ("Villagers fled for fear of *attacks*.", HYPOTHETICAL),
    ("There is a risk of *attacks* on trains.", HYPOTHETICAL),
    ("Militants could *target* the stadium.", HYPOTHETICAL),
    ("The missiles might *hit* the capital.", HYPOTHETICAL),
    ("He fears that gunmen might attempt to *kidnap* him.", HYPOTHETICAL),
    ("Guards were posted in case of an *attack*.", HYPOTHETICAL),
    ("The crew held a drill with a mock *attack*.", HYPOTHETICAL),
    ("Officials spoke of a possible *attack* at the feast.", HYPOTHETICAL),
    ("Further *attacks* could follow, he said.", HYPOTHETICAL),
    ("The rockets are capable of *hitting* the coast.", HYPOTHETICAL),
    ("There was no sign of an *explosion* at the site.", HYPOTHETICAL),
    ("The army denied there had been any *attack*.", HYPOTHETICAL),
    ("The ministry denied reports of an *explosion* at the plant.", HYPOTHETICAL),
    ("The *blasts* that will be heard on Friday are those of a quarry.", PLANNED),
    ("The town marked the anniversary of the *bombing* of its market.", BACKGROUND),
    ("He was sentenced to ten years for the *bombing* of a bus.", BACKGROUND),
    ("A former colonel was convicted of the *murder* of two nuns.", BACKGROUND),
    ("Three men were charged over the *attack* on the bar.", BACKGROUND),
    ("Survivors of the 1982 *massacre* came to the hearing.", BACKGROUND),
    ("She lost a brother in the 2015 *bombing*.", BACKGROUND),
    ("His father was *killed* in the civil war.", BACKGROUND),
    ("The conflict has *killed* more people than any other.", BACKGROUND),
    ("Rebels *attacked* the same fort ten years ago.", BACKGROUND),
    ("The cathedral was *bombed* in the 1940s.", BACKGROUND),
    ("The war that began with the *attack* on the fort goes on.", BACKGROUND),
    ("The millers lay in the yard; each had been *shot* in the head.", HAPPENED),
    ("They asked for cover at each *attack*.", HYPOTHETICAL),
    ("Many were *killed* since the uprising began.", BACKGROUND),
]


@pytest.mark.parametrize(("text", "expected"), STANDINGS, ids=[t for t, _ in STANDINGS])
def test_standing(text: str, expected: Standing) -> None:
    assert standing_of(*marked(text)) is expected


@pytest.mark.parametrize("text", [t for t, s in STANDINGS if s is not HAPPENED][:30])
def test_lines_may_break_anywhere(text: str) -> None:
    broken = text.replace(" ", "\n")
    assert standing_of(*marked(broken)) is standing_of(*marked(text))


GENERIC = [
    "The base faces almost daily *attacks*.",
    "A string of *assaults* has shaken the valley.",
    "Since then *attacks* have multiplied.",
    "The depot was *hit* several times.",
    "The quarter is *shelled* on a daily basis.",
    "The army regularly *bombs* the hills.",
    "There has been a surge in *attacks* on aid workers.",
    "Convoys have been repeatedly *ambushed* there.",
    "Villagers spoke of months of *bombardment*.",
    "He shields the murderers who have *killed* many judges.",
    "Recent *attacks* have emptied the market.",
    "The gunners *shell* the town every night.",
    "Drivers have been *shot* there many times.",
]


@pytest.mark.parametrize("text", GENERIC)
def test_habits_and_series(text: str) -> None:
    assert is_generic(*marked(text))


SINGLE = [
    "A mortar round *hit* the school on Monday.",
    "Rebels fired a number of rockets in an *attack* on the post.",
    "Two *bombings* killed ten people in the capital.",
    "An earlier *attack* on the same post killed a guard.",
    "Other *air raids* took place in the north.",
    "A similar *attack* on a ferry left nine dead.",
    "The miller was *shot* in the chest several times.",
    "A clerk was repeatedly *stabbed* at the bus stop.",
    "Gunmen opened fire and the driver was *hit* several times.",
]


@pytest.mark.parametrize("text", SINGLE)
def test_single_incidents(text: str) -> None:
    assert not is_generic(*marked(text))


def test_denials_of_the_fact_are_told_from_denials_of_authorship() -> None:
    assert is_denied(*marked("The army denied there had been any *attack*."))
    assert is_denied(*marked("There was no evidence of an *explosion*."))
    assert not is_denied(*marked("The group denied responsibility for the *attack*."))
    assert not is_denied(*marked("The group has denied any responsibility for the *attack*."))
    assert not is_denied(*marked("The group denied any sort of involvement in the *attack*."))
    assert not is_denied(*marked("The group denied carrying out the *attack*."))
    assert not is_denied(*marked("The group said it was not behind the *attack*."))
    assert not is_denied(*marked("It was not clear if the *attack* had ended."))
    assert is_denied(*marked("The army said it was not an *attack*."))


TOLLS = [
    ("The war has left more than 300,000 people dead.", True),
    ("It led to the killing of over 70,000 peasants.", True),
    ("The raid left 30 people dead.", False),
    ("He has lived there since 2004 and was not killed.", False),
]


@pytest.mark.parametrize(("text", "expected"), TOLLS)
def test_tolls_of_wars(text: str, expected: bool) -> None:
    assert is_toll(text, Span(0, len(text))) is expected


WORDS = ["to attack ", "will ", "if the ", "killed in the ", "1982 ", "a ", "before it ", "of \n "]


@pytest.mark.parametrize("words", WORDS)
def test_a_long_sentence_takes_no_time(words: str) -> None:
    text = (words * (20_000 // len(words) + 1))[:20_000]
    clause, trigger = Span(0, len(text)), Span(19_000, 19_006)
    with within(3):
        for function in (standing_of, is_generic, is_denied):
            function(text, clause, trigger)
        is_toll(text, clause)
