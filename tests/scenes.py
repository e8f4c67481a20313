"""One scene that the tests of what people see share: a contested attack, told by two papers.

Two rockets or three; intercepted or not; nobody hurt or five soldiers killed; one group
claims it, another is blamed and denies it. A second incident follows a week later.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tallystick.ledger import incidents_of
from tallystick.model.document import Document
from tallystick.model.incident import Incident
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import AnnouncedTally, Field, Reading, Report, Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    Damage,
    DamageLevel,
    Fate,
    Outcome,
    PersonClass,
    Place,
    PlacePrecision,
    Target,
    TargetKind,
    WeaponUse,
)
from tests.builders import day, document, fact, hurt, judgement, reading, report, tally

FIRST = (
    "Two rockets were fired at the Red Hill base in Anbar on Friday. An army officer said both "
    "rockets were intercepted and no one was killed or injured. The Free Riders claimed the "
    "attack and said three rockets hit the base. The army denied that soldiers were killed."
)
SECOND = (
    "Militants said online that they had fired three rockets at Red Hill on 8 December. Five "
    "soldiers were killed, the Free Riders said. The Green Band denied having taken part; the "
    "ministry blamed it. A week later a car bomb went off in Hit; a depot was destroyed. "
    "There have been 9 attacks on troops in Iraq since 1 December, the ministry said."
)

HILL = Place("Red Hill", PlacePrecision.SITE, "ts:red-hill", "IQ", "Anbar", 33.5, 43.25)
HIT = Place("Hit", PlacePrecision.TOWN, "gn:95788", "IQ", "Anbar", 33.64, 42.83)
IRAQ = Place("Iraq", PlacePrecision.COUNTRY, "gn:99237", "IQ")
RIDERS = ActorRef("Free Riders")
BAND = ActorRef("Green Band")
TROOPS = ActorRef("Iraqi Army", "mil-iq")


def rockets(count: int) -> WeaponUse:
    return WeaponUse("rocket", CountRange.exactly(count))


def soldiers(count: CountRange) -> Casualties:
    return Casualties(count, PersonClass.FORCES)


@dataclass(frozen=True)
class Scene:
    """The readings, the judgement that joins the two reports, and what follows."""

    readings: tuple[Reading, ...]
    judgement: Judgement

    @property
    def incidents(self) -> list[Incident]:
        return incidents_of(self.readings, [self.judgement])

    @property
    def attack(self) -> Incident:
        return self.incidents[0]

    @property
    def bombing(self) -> Incident:
        return self.incidents[1]

    @property
    def tally(self) -> AnnouncedTally:
        return self.readings[1].tallies[0]


def red_hill(verdict: Verdict = Verdict.SAME) -> Scene:
    """The scene, the two reports of the attack judged as told."""
    a = document(FIRST, published="2023-12-08", publisher="Rudaw", name="a.txt")
    b = document(SECOND, published="2023-12-16", publisher="The National", name="b.txt")
    one, two = _first(a), _second(b)
    third = report(
        b,
        "car bomb",
        fact(Field.KIND, IncidentKind.BOMBING, "car bomb"),
        fact(Field.WHEN, day("2023-12-15", "A week later"), "A week later"),
        fact(Field.WHERE, HIT, "Hit"),
        fact(Field.DAMAGE, Damage(DamageLevel.HEAVY, "a depot"), "a depot was destroyed"),
    )
    announced = replace(
        tally(b, "9 attacks on troops in Iraq since 1 December", CountRange.exactly(9)),
        what="attacks on troops",
        baseline=day("2023-12-01", "1 December"),
        as_of=day("2023-12-16"),
        places=(IRAQ,),
    )
    return Scene((reading(a, one), reading(b, two, third, announced)), judgement(one, two, verdict))


def _first(doc: Document) -> Report:
    return report(
        doc,
        "Two rockets",
        fact(Field.KIND, IncidentKind.SHELLING, "rockets"),
        fact(Field.WHEN, day("2023-12-08", "Friday"), "Friday"),
        fact(Field.WHERE, HILL, "Red Hill base"),
        fact(Field.WEAPON, rockets(2), "Two rockets"),
        fact(Field.WEAPON, rockets(3), "three rockets", stance=Stance.CLAIMS, by="Free Riders"),
        fact(
            Field.OUTCOME,
            Outcome(Fate.INTERCEPTED, "rocket", CountRange.exactly(2)),
            "both rockets were intercepted",
            by="army officer",
        ),
        fact(
            Field.OUTCOME,
            Outcome(Fate.HIT, "rocket", CountRange.exactly(3)),
            "three rockets hit",
            stance=Stance.CLAIMS,
            by="Free Riders",
        ),
        hurt(0, "no one was killed", by="army officer"),
        hurt(0, "injured", field=Field.INJURED, by="army officer"),
        fact(
            Field.KILLED,
            soldiers(CountRange(2, None, "soldiers")),
            "soldiers were killed",
            stance=Stance.DENIES,
            by="the army",
        ),
        fact(Field.ATTACKER, RIDERS, "Free Riders", stance=Stance.CLAIMS, by="Free Riders"),
        fact(Field.TARGET, Target("Red Hill base", TargetKind.MILITARY, TROOPS), "Red Hill base"),
    )


def _second(doc: Document) -> Report:
    return report(
        doc,
        "fired three rockets",
        fact(Field.KIND, IncidentKind.SHELLING, "rockets"),
        fact(Field.WHEN, day("2023-12-08", "8 December"), "8 December"),
        fact(Field.WHERE, HILL, "Red Hill"),
        fact(Field.WEAPON, rockets(3), "three rockets", stance=Stance.CLAIMS, by="Militants"),
        fact(
            Field.KILLED,
            soldiers(CountRange.exactly(5)),
            "Five soldiers were killed",
            stance=Stance.CLAIMS,
            by="Free Riders",
        ),
        fact(Field.ATTACKER, BAND, "Green Band denied", stance=Stance.DENIES, by="Green Band"),
        fact(Field.ATTACKER, BAND, "blamed it", stance=Stance.BLAMES, by="the ministry"),
    )
