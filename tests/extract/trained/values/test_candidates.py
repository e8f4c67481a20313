"""Names that only the network finds: kept where a proper name stands in the words."""

from __future__ import annotations

from typing import cast

import pytest

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.extract.drafts import Draft
from tallystick.extract.frames.reading import frames
from tallystick.extract.mentions.reading import mentions
from tallystick.extract.trained.network.scores import Found, Scores
from tallystick.extract.trained.values.candidates import (
    Candidate,
    _aimed_at,
    _attacker,
    _beside,
    _laid,
    _named,
    _unseen,
    _within_sentence,
)
from tallystick.extract.trained.values.precision import precision_of
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    PlacePrecision,
    Target,
    TargetKind,
)
from tests.extract.incidents import document_of


def named(words: str, after: str = "") -> str | None:
    found = _named(words + after, Span(0, len(words)))
    return found.of(words) if found else None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Zobrak mill", "Zobrak"),
        ("the Eastern Malian University", "Eastern Malian University"),
        ("the Malian border", None),
        ("THE ZOBRAK MILL", "ZOBRAK MILL"),
        ("al-Zobrak Street", "al-Zobrak Street"),
        ("Omar bin Zobrak street", "Omar bin Zobrak"),
        ("THE SAME AREA", None),
        ("THE", None),
        ("Southeastern", None),
        ("N of the river", None),
        ("THE EDGE OF THE", "EDGE"),
        ("the Malian border", None),
    ],
)
def test_the_proper_name_in_a_stretch(words: str, name: str | None) -> None:
    assert named(words) == name


def test_a_name_goes_on_with_that_of_the_father() -> None:
    found = _named("on Omar bin al-Zobrak street", Span(3, 7))
    assert found is not None and found.end == len("on Omar bin al-Zobrak")


def test_what_is_held_by_somebody_is_not_called_so() -> None:
    assert named("Zobrak", "-held villages") is None


def beside(text: str, words: str, field: Field) -> bool:
    """Whether words that no rule finds are given to an incident in whose clause they stand."""
    notes = annotate(document_of(text, "2021-05-05"))
    told = mentions(notes, voices_of(notes))
    found = frames(told)
    number = {id(m): i for i, m in enumerate(told)}
    families = [[number[id(m)] for m in f.mentions if id(m) in number] for f in found]
    start = text.index(words)
    one = Candidate(field, Span(start, start + len(words)), frozenset(), False)
    return bool(_beside(one, told, found, families).homes)


class _Sees:
    """A network that sees somebody who attacks, or arms, so probably anywhere."""

    def __init__(self, acting: float) -> None:
        self._acting = acting

    def on(self, _layer: str, _span: Span) -> float:
        return self._acting


@pytest.mark.parametrize(("acting", "target"), [(0.1, "a ropewalk"), (0.6, None)])
def test_who_attacks_is_no_target(acting: float, target: str | None) -> None:
    notes = annotate(document_of("Raiders burned a ropewalk at Velm."))
    found = _aimed_at(notes, Span(15, 25), cast("Scores", _Sees(acting)))
    assert (found.span.of(notes.text) if found else None) == target


BLAST = "A bomb went off on Monday in Mosul beside an old ropewalk. The mayor sold a kiln."
SHELLED = "Rebels shelled a hospital in Mosul on Monday, and an old ropewalk."


@pytest.mark.parametrize(
    ("text", "words", "field", "given"),
    [
        (BLAST, "an old ropewalk", Field.TARGET, True),
        (BLAST, "a kiln", Field.TARGET, False),
        (BLAST, "an old ropewalk", Field.WEAPON, False),
        (SHELLED, "an old ropewalk", Field.TARGET, False),
    ],
)
def test_what_stands_in_a_clause_of_an_incident_without_such_a_value_is_its_own(
    text: str, words: str, field: Field, *, given: bool
) -> None:
    assert beside(text, words, field) is given


def test_a_title_does_not_run_on_into_the_text() -> None:
    text = "Raid on a mill\n\nOstrel (Wire) - Two men were hurt."
    notes = annotate(document_of(text, "2021-05-05"))
    found = _within_sentence(notes, Span(8, text.index(" (Wire)")))
    assert found.of(text) == "a mill"
    assert _within_sentence(notes, Span(8, 14)) == Span(8, 14)


@pytest.mark.parametrize(
    ("text", "tagged", "name"),
    [
        ("Drones struck El Zobrak hospital.", "Zobrak hospital", "El Zobrak"),
        ("Men held Tal al-Zobrak.", "Zobrak", "al-Zobrak"),
        ("Men fled at al Zobrak.", "Zobrak", "Zobrak"),
    ],
)
def test_a_name_is_not_cut_from_its_article(text: str, tagged: str, name: str) -> None:
    start = text.index(tagged)
    found = _named(text, Span(start, start + len(tagged)))
    assert found is not None
    assert found.of(text) == name


@pytest.mark.parametrize("words", ["BRANCHES", "THE BRIDGES"])
def test_a_plain_noun_in_the_plural_is_no_name(words: str) -> None:
    assert _named(f"{words} OF A BANK BURNED", Span(0, len(words))) is None


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Bombs fell on Zobrak province.", "Zobrak", PlacePrecision.PROVINCE),
        ("Bombs hit Zobrak hospital.", "Zobrak", PlacePrecision.SITE),
        ("Bombs hit Zobrak of a state bank.", "Zobrak", PlacePrecision.TOWN),
        ("Gunmen stormed the Zobrak lodge.", "Zobrak", PlacePrecision.SITE),
        ("A BOMB WRECKED THE ZOBRAK HEADQUARTERS.", "ZOBRAK HEADQUARTERS", PlacePrecision.SITE),
        ("Bombs fell on Zobrak near a bank.", "Zobrak", PlacePrecision.TOWN),
        ("A bomb hit the Interstate.", "Interstate", PlacePrecision.TOWN),
    ],
)
def test_a_noun_tells_how_fine_a_name_is(text: str, name: str, precision: PlacePrecision) -> None:
    start = text.index(name)
    assert precision_of(text, Span(start, start + len(name))) is precision


class _Hears:
    """A network that hears a claim everywhere."""

    def stance(self, _span: Span) -> dict[Stance, float]:
        return {Stance.CLAIMS: 0.9, Stance.REPORTS: 0.1}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Hezbollah said it had shot down a jet, which the army called a fabrication.", False),
        ("Hezbollah said it had shot down a jet, a story that the army dismissed.", False),
        ("A mine went off in Velm. So far the army has claimed previous raids there.", False),
        ("A mine went off in Velm. So far the army has claimed the raid there.", True),
        ("Hezbollah said it had shot down a jet, and the army said so too.", True),
        ("The men, whom the army said belonged to a sect, fired on Tyre.", False),
        ("Men who the army believes are rebels fired on Tyre.", False),
        ("Hezbollah said it had killed 16 in Tyre; the army put the dead at four.", False),
        ("A jet fell near Tyre. Later the army on Monday debunked a claim that it did so.", False),
        ("A jet fell near Tyre; the army, as ever, neither confirmed nor denied the raid.", False),
    ],
)
def test_who_rejects_what_another_claims_claims_nothing(text: str, *, claims: bool) -> None:
    at = text.index("the army")
    notes = annotate(document_of(text))
    draft = _attacker(notes, Span(at, at + len("the army")), cast("Scores", _Hears()))
    assert (draft is not None) is claims


@pytest.mark.parametrize("words", ["No group", "None of the factions"])
def test_that_nobody_said_so_is_no_claim(words: str) -> None:
    notes = annotate(document_of(f"{words} said it had carried out the bombing in Tyre."))
    assert _attacker(notes, Span(0, len(words)), cast("Scores", _Hears())) is None


class _Blames:
    """A network that hears everybody blamed."""

    def stance(self, _span: Span) -> dict[Stance, float]:
        return {Stance.BLAMES: 0.9, Stance.REPORTS: 0.1}


@pytest.mark.parametrize(("verb", "stance"), [("denied", None), ("said", Stance.BLAMES)])
def test_whom_a_denial_speaks_of_is_not_blamed_by_it(verb: str, stance: Stance | None) -> None:
    text = f"The ministry {verb} that army officers ordered the murder of six nuns in Karosh."
    notes = annotate(document_of(text))
    at = text.index("army officers")
    draft = _attacker(notes, Span(at, at + len("army officers")), cast("Scores", _Blames()))
    assert draft is not None
    assert draft.stance is stance


def test_a_name_begins_with_no_part_of_the_word_before_it() -> None:
    text = "near Quebrada Alta"
    found = _named(text, Span(0, len(text)))
    assert found is not None
    assert found.of(text) == "Quebrada Alta"


def test_a_name_with_an_initial_is_that_of_a_person() -> None:
    assert named("Zobrak", " A., was abducted near Velm") is None
    assert named("Zobrak", " and others were shelled") == "Zobrak"


class _Denies:
    """A network that hears everybody deny."""

    def stance(self, _span: Span) -> dict[Stance, float]:
        return {Stance.DENIES: 0.9, Stance.REPORTS: 0.1}


def test_what_somebody_will_not_confirm_is_not_denied() -> None:
    text = "The ministry would neither confirm nor deny that army jets had struck Tyre."
    notes = annotate(document_of(text))
    at = text.index("army jets")
    assert _attacker(notes, Span(at, at + len("army jets")), cast("Scores", _Denies())) is None


class _Surely:
    """A network as sure as it is told to be that somebody is blamed."""

    def __init__(self, sure: float) -> None:
        self._sure = sure

    def stance(self, _span: Span) -> dict[Stance, float]:
        return {Stance.BLAMES: self._sure, Stance.REPORTS: 1 - self._sure}


@pytest.mark.parametrize(
    ("sure", "stance", "expected"),
    [
        (0.99, None, Stance.BLAMES),
        (0.9, None, None),
        (0.99, Stance.DENIES, Stance.DENIES),
    ],
)
def test_whom_the_network_surely_hears_blamed_is_blamed(
    sure: float, stance: Stance | None, expected: Stance | None
) -> None:
    draft = Draft(Field.ATTACKER, ActorRef("herders"), Span(0, 7), stance)
    one = Candidate(Field.ATTACKER, draft.span, frozenset([1]), True, draft=draft)
    found = _laid(one, cast("Scores", _Surely(sure))).draft
    assert found is not None and found.stance is expected


def test_a_target_is_blamed_for_nothing() -> None:
    draft = Draft(Field.TARGET, Target("a mill", TargetKind.BUSINESS), Span(0, 6))
    one = Candidate(Field.TARGET, draft.span, frozenset([1]), True, draft=draft)
    assert _laid(one, cast("Scores", _Surely(0.99))) is one


class _SeesHurt:
    """A network that holds some words for persons hurt, or for what another field says."""

    def __init__(self, span: Span, field: Field = Field.INJURED) -> None:
        self._span, self._field = span, field

    def spans(self, layer: str, _least: float) -> list[Found]:
        return [Found(self._span, 0.9)] if layer == str(self._field.value) else []


@pytest.mark.parametrize(("field", "seen"), [(Field.KILLED, 0), (Field.ABDUCTED, 1)])
def test_nobody_is_hurt_whom_the_rules_read_as_dead(field: Field, seen: int) -> None:
    text = "A bomb went off in Mosul and six millers were no more."
    start = text.index("six")
    notes = annotate(document_of(text, "2021-05-05"))
    dead = Draft(field, Casualties(CountRange.exactly(6, "six")), Span(start, len(text) - 1))
    ruled = Candidate(field, dead.span, frozenset(), True, draft=dead)
    hurt = cast("Scores", _SeesHurt(Span(start, start + len("six millers"))))
    assert len(list(_unseen(notes, [ruled], hurt))) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [("Soldiers killed near Velm were mourned.", 1), ("Soldiers' shelling of Velm went on.", 1),
     ("The soldiers killing of a miller was wrong.", 0)],
)  # fmt: skip
def test_whose_deed_it_was_is_not_hit_by_it(text: str, seen: int) -> None:
    start = text.lower().index("soldiers")
    aimed = cast("Scores", _SeesHurt(Span(start, start + len("soldiers")), Field.TARGET))
    assert len(list(_unseen(annotate(document_of(text)), [], aimed))) == seen
