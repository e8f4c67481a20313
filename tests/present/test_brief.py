"""The brief: the program's own words, every clause with its source."""

from __future__ import annotations

import re

import pytest

from tallystick.ledger import incidents_of
from tallystick.model.incident import Incident
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    CountRange,
    Damage,
    DamageLevel,
    Fate,
    Outcome,
    Response,
    Target,
    TargetKind,
    WeaponUse,
)
from tallystick.present.brief import brief
from tallystick.present.context import flat
from tests.builders import Fact, day, document, fact, hurt, reading, report
from tests.scenes import red_hill

TEXT = "Drones hit a depot, a paper said on Sunday. Somebody ordered an inquiry."


def told(*facts: Fact, standing: Standing = Standing.HAPPENED) -> str:
    """The brief of one report with these facts."""
    return brief(incident(*facts, standing=standing)).text


def incident(*facts: Fact, standing: Standing = Standing.HAPPENED) -> Incident:
    doc = document(TEXT, published="2024-01-07", publisher="The Example")
    return incidents_of([reading(doc, report(doc, "Drones", *facts, standing=standing))], [])[0]


def test_a_contested_attack_reads_as_written_here() -> None:
    assert brief(red_hill().attack).text == (
        "A rocket attack was reported at Red Hill, Anbar, Iraq, on 8 December 2023 [1]. "
        "The Free Riders claimed it [2]; the Green Band denied having carried it out [3]; the "
        "ministry blamed the Green Band [3]. "
        "The target was given as “Red Hill base” (Iraqi Army) [1]. "
        "According to Rudaw, two rockets were used [1]. "
        "The Free Riders and militants claimed that three rockets were used [2][4]. "
        "According to an army officer, two rockets were intercepted and no one was killed or "
        "injured [5]. "
        "The Free Riders claimed that three rockets hit the target [2] and that five soldiers or "
        "police were killed [6]. "
        "The army denied that soldiers or police were killed [7]. "
        "The accounts differ on who carried it out, the weapons, the outcome and the number "
        "killed."
    )


def test_every_sentence_of_fact_has_a_reference_and_every_reference_is_used() -> None:
    result = brief(red_hill().attack)
    sentences = re.split(r"(?<=[.”])\s+(?=[A-Z])", result.text)
    assert all("[" in s or s.startswith("The accounts") for s in sentences)
    marks = {int(n) for n in re.findall(r"\[(\d+)\]", result.text)}
    assert marks == {reference.number for reference in result.references}


def test_references_are_numbered_as_they_are_first_cited_and_only_the_cited_listed() -> None:
    sentences = [f"The {name} was hit." for name in ("barn", "mill", "dairy", "forge", "mint")]
    doc = document(f"Drones came. {' '.join(sentences)} Two died. Police hurt three.")
    facts = [fact(Field.TARGET, Target(s[4:-9], TargetKind.BUSINESS), s[4:-9]) for s in sentences]
    hurt_ = (hurt(3, "Police hurt three", field=Field.INJURED), hurt(2, "Two died"))
    result = brief(incidents_of([reading(doc, report(doc, "Drones", *facts, *hurt_))], [])[0])
    cited = [int(n) for n in re.findall(r"\[(\d+)\]", result.text)]
    first = list(dict.fromkeys(cited))
    assert first == sorted(first) == [r.number for r in result.references] == [1, 2, 3, 4, 5, 6]
    assert "“barn” [2], “mill” [3] and “dairy” [4]" in result.text
    assert "forge" not in str(result)
    assert result.references[4].quote == "Two died."


def test_a_number_in_brackets_in_a_quote_is_no_reference() -> None:
    doc = document("Drones hit hall [7] on Sunday.")
    hall = fact(Field.TARGET, Target("hall [7]", TargetKind.BUSINESS), "hall [7]")
    result = brief(incidents_of([reading(doc, report(doc, "Drones", hall))], [])[0])
    assert "“hall [7]” [1]" in result.text
    assert len(result.references) == 1


def test_references_quote_exactly_the_sentence_that_holds_the_words() -> None:
    scene = red_hill()
    for reference in brief(scene.attack).references:
        assert reference.quote == flat(reference.span.of(reference.document.text))
        assert reference.quote.endswith(".")
        assert reference.line.startswith(f"{reference.document.publisher}, 2023-12-")


def test_words_of_documents_stand_only_in_quotes() -> None:
    brutal = Response("ordered a hunt for the cowardly gang", ActorRef("Iraqi Army"))
    text = told(
        fact(Field.RESPONSE, brutal, "ordered an inquiry"),
        fact(Field.DAMAGE, Damage(DamageLevel.SOME, "a sacred depot"), "depot"),
    )
    outside = re.sub(r"“[^”]*”", "", text)
    assert "cowardly" in text
    assert not {"cowardly", "gang", "sacred"} & set(re.findall(r"\w+", outside))


def test_what_is_unknown_is_said_where_a_reader_looks_for_it() -> None:
    assert told() == (
        "An attack was reported at a place that the accounts do not name on an unknown date [1]. "
        "The account does not say who carried it out."
    )


def test_an_undisputed_author_stands_in_the_lead() -> None:
    by = fact(Field.ATTACKER, ActorRef("US forces"), "Drones")
    strike = fact(Field.KIND, IncidentKind.AIR_STRIKE, "Drones")
    when = fact(Field.WHEN, day("2024-01-07", "Sunday"), "Sunday")
    assert told(strike, by, when).startswith(
        "An air strike by the US forces was reported at a place that the accounts do not name on "
        "7 January 2024 [1]."
    )


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing.PREVENTED, "was reported to have been prevented"),
        (Standing.PLANNED, "was reported to be planned or threatened"),
        (Standing.HYPOTHETICAL, "was spoken of as a possibility"),
        (Standing.BACKGROUND, "was recalled as background"),
    ],
)
def test_the_lead_tells_the_standing(standing: Standing, words: str) -> None:
    assert words in told(standing=standing)


@pytest.mark.parametrize(
    ("given", "clause"),
    [
        (
            fact(Field.OUTCOME, Outcome(Fate.FELL_SHORT, "rocket"), by="officials"),
            "According to officials, rockets missed or fell short",
        ),
        (fact(Field.OUTCOME, Outcome(Fate.REPELLED)), "The attack was repelled"),
        (
            fact(Field.DAMAGE, Damage(DamageLevel.NONE), stance=Stance.CLAIMS, by="the army"),
            "The army claimed that there was no damage",
        ),
        (hurt(1, field=Field.INJURED), "One person was injured"),
        (hurt(3, field=Field.ABDUCTED), "Three people were abducted"),
        (
            hurt(1, stance=Stance.DOUBTS, by="a spokesman"),
            "A spokesman held it unconfirmed that one person was killed",
        ),
        (
            fact(Field.OCCURRENCE, Standing.HAPPENED, stance=Stance.DENIES, by="the army"),
            "The army denied that it happened",
        ),
        (
            fact(Field.OCCURRENCE, Standing.HAPPENED, stance=Stance.CONFIRMS, by="the mayor"),
            "The mayor confirmed that it happened",
        ),
        (
            hurt(3, stance=Stance.CONFIRMS, by="police"),
            "Police confirmed that three people were killed",
        ),
        (
            fact(Field.ATTACKER, ActorRef("Green Band"), stance=Stance.DOUBTS, by="police"),
            "Police suspected Green Band",
        ),
        (
            fact(Field.ATTACKER, ActorRef("Green Band"), stance=Stance.DENIES, by="the mayor"),
            "The mayor denied that Green Band carried it out",
        ),
    ],
)
def test_clauses(given: Fact, clause: str) -> None:
    assert f"{clause} [" in told(given)


def test_several_weapons_are_used_in_one_clause() -> None:
    both = [fact(Field.WEAPON, WeaponUse(kind), "Drones") for kind in ("drone", "rocket")]
    assert "Drones and rockets were used [1]." in told(*both)


def test_a_bare_plural_adds_nothing_to_a_number() -> None:
    two = fact(Field.WEAPON, WeaponUse("drone", CountRange.exactly(2)), "Drones")
    bare = fact(Field.WEAPON, WeaponUse("drone"), "Drones", by="police")
    assert told(two, bare).endswith("Two drones were used [1].")


@pytest.mark.parametrize(
    ("first", "second", "who"),
    [
        (("police",), ("a medic",), "police and a medic"),
        (("police", "Reuters"), ("a medic", "Reuters"), "police and a medic, quoted by Reuters"),
        (("police", "Reuters"), ("a medic",), "police and a medic"),
        (("police", "Reuters"), ("police", "Reuters"), "police, quoted by Reuters"),
    ],
)
def test_several_speakers_share_who_quotes_them(
    first: tuple[str, ...], second: tuple[str, ...], who: str
) -> None:
    both = [hurt(3, field=Field.ABDUCTED, by=by) for by in (first, second)]
    assert f"According to {who}, three people were abducted [" in told(*both)


def test_one_weapon_takes_the_article() -> None:
    used = fact(Field.WEAPON, WeaponUse("drone", CountRange.exactly(1)))
    crashed = fact(Field.OUTCOME, Outcome(Fate.CRASHED, "drone"), "Drones")
    assert "the drone crashed [" in told(used, crashed)


def test_a_quote_of_damage_keeps_what_befell_the_thing() -> None:
    doc = document("Shells fell on the port. Nine cranes were wrecked by the fire.")
    wrecked = fact(
        Field.DAMAGE, Damage(DamageLevel.HEAVY, "Nine cranes"), "Nine cranes were wrecked"
    )
    text = brief(incidents_of([reading(doc, report(doc, "Shells", wrecked))], [])[0]).text
    assert "There was heavy damage (“Nine cranes were wrecked”) [2]." in text


def test_those_quoted_have_the_article_of_the_text_and_the_publisher_its_name() -> None:
    doc = document("Drones hit a farm, a rescue team in Hit said. The Harrow denied it.")
    two = hurt(2, "Drones", by="rescue team in Hit")
    denied = fact(
        Field.ATTACKER, ActorRef("Harrow"), "The Harrow", stance=Stance.DENIES, by="Harrow"
    )
    text = brief(incidents_of([reading(doc, report(doc, "Drones", two, denied))], [])[0]).text
    assert "According to a rescue team in Hit, two people were killed [1]." in text
    assert "The Harrow denied having carried it out [2]." in text
