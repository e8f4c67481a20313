"""Who avows an attack avows what he tells of it: its target, its weapons, its toll."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.voices import Voice
from tallystick.extract.annotate import annotate
from tallystick.extract.drafts import Draft
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.reports.reading import _avowed
from tallystick.model.document import Span
from tallystick.model.statement import Field, Source, Stance
from tallystick.model.values import ActorRef
from tests.extract.incidents import document_of, reading

JETS = (
    "Russian warplanes struck two camps near Idlib on Tuesday, the defence ministry in Moscow said."
)
OURS = (
    "To our people. On 8 March our fighters attacked the barracks at Loikaw with mortars. Seven "
    "soldiers of the junta were killed."
)


def stances(text: str, field: Field) -> list[Stance]:
    found = (s for r in reading(text, "2016-03-10").reports for s in r.statements)
    return [s.stance for s in found if s.field is field]


@pytest.mark.parametrize("field", [Field.TARGET, Field.WEAPON])
def test_a_ministry_that_tells_of_its_own_jets_avows_the_rest(field: Field) -> None:
    assert set(stances(JETS, field)) == {Stance.CLAIMS}


def test_what_it_says_later_of_the_strike_is_avowed_too() -> None:
    text = f"{JETS} The strikes hit a weapons store, it said in a statement."
    assert stances(text, Field.TARGET) == [Stance.CLAIMS, Stance.CLAIMS]


@pytest.mark.parametrize("field", [Field.TARGET, Field.WEAPON, Field.KILLED])
def test_a_communique_speaks_for_its_men_throughout(field: Field) -> None:
    assert set(stances(OURS, field)) == {Stance.CLAIMS}


@pytest.mark.parametrize("who", ["a doctor", "a military source", "Russian state television"])
@pytest.mark.parametrize("field", [Field.TARGET, Field.WEAPON])
def test_who_looks_on_or_passes_it_on_avows_nothing(who: str, field: Field) -> None:
    text = JETS.replace("the defence ministry in Moscow", who)
    assert set(stances(text, field)) == {Stance.REPORTS}


def test_who_avows_for_his_men_avows_their_toll() -> None:
    text = (
        "Willy Ngoma, a spokesman of the Kivu Front, said on Tuesday that his men attacked a post "
        "near Goma. Nine villagers were killed, he said."
    )
    assert stances(text, Field.KILLED) == [Stance.CLAIMS]


def test_a_group_s_spokesman_is_no_state_that_lost_its_own() -> None:
    text = (
        "Al Shabaab fighters overran a base near Halgan on Monday and killed at least 60 "
        "soldiers, the group's military spokesman, Abdi Musab, said."
    )
    assert stances(text, Field.KILLED) == [Stance.CLAIMS]


@pytest.mark.parametrize(("text", "ours"), [("{}", True), ('It says: "{}"', False)])
def test_our_men_make_it_a_side_s_own_text_unless_in_quotes(text: str, *, ours: bool) -> None:
    text = text.format("To all: our fighters raided the barracks.")
    notes = annotate(document_of(text))
    at = text.index("our")
    side = Draft(Field.ATTACKER, ActorRef("our fighters"), Span(at, at + 12), Stance.CLAIMS)
    said = Attribution(Span(0, 2), Span(3, 7), Span(at, len(text)), Stance.REPORTS)
    voice = Voice((Source("the command"),), Stance.REPORTS, said)
    assert _avowed(notes, [(side, voice)], [side]).ours is ours
