from __future__ import annotations

from datetime import date

from eval.muc.templates import Filler, Template, by_one_name, keyed, normal, spellings

TEXT = """   QUITO, 3 MAY 90 (RADIO) -- MEN OF THE "RED DAWN" COLUMN SHOT JUDGE ANA
RUIZ AND HER TWO GUARDS.  RED DAWN BURNED A TRUCK."""
SLOTS = {
    "MESSAGE: TEMPLATE": ["1 (OPTIONAL)"],
    "INCIDENT: TYPE": ["ATTACK"],
    "INCIDENT: DATE": ["- 03 MAY 90"],
    "INCIDENT: LOCATION": ["ECUADOR: QUITO (CITY)"],
    "INCIDENT: STAGE OF EXECUTION": ["ACCOMPLISHED"],
    "PERP: INDIVIDUAL ID": ['? "MEN OF THE \\"RED DAWN\\" COLUMN" / "MEN"'],
    "PERP: ORGANIZATION ID": ['"RED DAWN" / "RDX"', '"BLUE DUSK"'],
    "PERP: ORGANIZATION CONFIDENCE": ['POSSIBLE: "BLUE DUSK"', 'REPORTED AS FACT: "RED DAWN"'],
    "HUM TGT: NAME": ['"ANA RUIZ"'],
    "HUM TGT: DESCRIPTION": ['"JUDGE": "ANA RUIZ"', '"GUARDS" / "TWO GUARDS"'],
    "HUM TGT: NUMBER": ['1: "ANA RUIZ"', '2: "GUARDS" / "TWO GUARDS"'],
    "HUM TGT: EFFECT OF INCIDENT": ['DEATH: "ANA RUIZ"'],
}


def read(**changes: list[str]) -> Template:
    slots = {**SLOTS, **{k.replace("__", ": ").replace("_", " "): v for k, v in changes.items()}}
    return keyed([slots], TEXT)[0]


def test_spellings_that_the_text_has_make_an_entity() -> None:
    assert read().of("PerpOrg") == (
        Filler("PerpOrg", ("red dawn",), confidence="REPORTED AS FACT"),
    )


def test_a_spelling_may_run_over_a_line_end_and_hold_quotes() -> None:
    template = read()
    assert template.of("Victim")[0].mentions == ("ana ruiz",)
    assert template.of("PerpInd")[0].mentions == ('men of the "red dawn" column', "men")


def test_a_description_of_somebody_named_is_no_entity() -> None:
    described = read().of("Described")
    assert [f.mentions for f in described] == [("guards", "two guards")]
    assert (described[0].number, described[0].effect) == ("2", "")


def test_what_is_said_of_a_victim_goes_with_it() -> None:
    assert read().of("Victim") == (Filler("Victim", ("ana ruiz",), effect="DEATH", number="1"),)


def test_optional_date_and_place() -> None:
    template = read()
    assert template.optional
    assert template.days == (date(1990, 4, 2), date(1990, 5, 3))
    assert template.place == ("ECUADOR", "QUITO")


def test_two_templates_that_say_the_same_are_one() -> None:
    other = {**SLOTS, "INCIDENT: DATE": ["01 JAN 90"]}
    assert len(keyed([SLOTS, other], TEXT)) == 1
    assert len(keyed([SLOTS, {**other, "INCIDENT: TYPE": ["ARSON"]}], TEXT)) == 2


def test_a_type_keeps_its_alternatives_and_loses_its_note() -> None:
    assert read(INCIDENT__TYPE=["BOMBING / ATTACK"]).type == "BOMBING / ATTACK"
    assert read(INCIDENT__TYPE=["ARSON (VEHICLE)"]).type == "ARSON"


def test_spellings_are_compared_without_case_articles_and_points() -> None:
    assert normal("The U.S. EMBASSY") == normal("u.s. embassy") == "us embassy"
    assert spellings('? "A" / "THE B"') == ("a", "the b")


def test_by_one_name_each_entity_keeps_its_first_spelling() -> None:
    both = Template("ATTACK", (Filler("PerpOrg", ("red dawn", "rdx"), confidence="POSSIBLE"),))
    only = Template("ATTACK", (Filler("PerpOrg", ("red dawn",), confidence="POSSIBLE"),))
    assert by_one_name([both]) == (only,)
