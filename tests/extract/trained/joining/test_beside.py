"""Words for one act that stand side by side, and an act that another answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.reading import bare
from tallystick.extract.places.mention import PlaceMention
from tallystick.extract.trained.joining.beside import joined, told_apart, told_as_one
from tallystick.model.document import Span
from tallystick.model.values import Place, PlacePrecision
from tests.builders import document

TOWN = PlacePrecision.TOWN


def _spans(marked: str) -> tuple[str, list[Span]]:
    """A sentence, and its words between asterisks."""
    text, spans = "", []
    for at, part in enumerate(marked.split("*")):
        if at % 2:
            spans.append(Span(len(text), len(text) + len(part)))
        text += part
    return text, spans


def _mentions(marked: str) -> tuple[str, list[Mention]]:
    text, spans = _spans(marked)
    notes = annotate(document(text))
    made = []
    for span in spans:
        sentence = next(s for s in notes.sentences if s.span.contains(span))
        made.append(replace(bare(notes, sentence, sentence.span), anchor=span, trigger=True))
    return text, made


@pytest.mark.parametrize(
    "marked",
    [
        "A *mine* *wrecked* a milk lorry outside Varn.",
        "The *letter bomb* that *exploded* at the consulate hurt a clerk.",
        "Planes had *dropped* *cluster bombs* on the ford.",
        "The fourth *raid* came at Osk on Monday, where horsemen *torched* the granary.",
        "He was asked about the *murder* of Judge Ruiz Tello, who was *shot* at his gate.",
        "Two clerks were *killed* early this morning when masked men *opened fire* on a tram.",
        "The battalion *replied* with *howitzer fire*.",
        "The *assault* began shortly before noon with a *blast* at the gate.",
        "The office confirmed a single *attack*, a rifle grenade *fired* at a lorry near Osk.",
        "In a second *attack* near the weir, horsemen *stabbed* a ferryman.",
        "The nuns were *beaten* and *robbed* in the sacristy.",
    ],
)
def test_words_for_one_act(marked: str) -> None:
    text, (first, second) = _spans(marked)
    assert told_as_one(text, Span(0, len(text)), first, second)


@pytest.mark.parametrize(
    "marked",
    [
        "Rebels *shelled* the port, and the navy *bombed* two villages inland.",
        "The *raid* at Osk, where a bomb *killed* nine last week, lasted an hour.",
        "The *ambush* came a day after soldiers *burned* the mill.",
        "The front *fired* ten rockets in answer to the *killing* of its chief.",
        "In response to the *attack*, the brigade fired mortars and later *stormed* a farm.",
    ],
)
def test_words_for_two_acts(marked: str) -> None:
    text, (first, second) = _spans(marked)
    assert not told_as_one(text, Span(0, len(text)), first, second)


def test_what_only_the_network_sees_goes_to_what_it_is_told_with() -> None:
    text, found = _mentions("The first *raid* was on Osk on Sunday, where men *hacked* two *dead*.")
    assert joined(text, found, [(0,)], [(1,), (2,)]) == [(0, 1), (2,)]


def test_what_the_rules_tell_apart_stays_apart() -> None:
    text, found = _mentions("A *mine* *wrecked* a lorry.")
    assert joined(text, found, [(0,), (1,)], []) == [(0,), (1,)]
    assert joined(text, found, [(0,)], [(1,)]) == [(0, 1)]


def test_what_opens_a_later_sentence_is_told_with_what_follows() -> None:
    text, found = _mentions("It rained. In a second *attack* near Osk, men *stabbed* a ferryman.")
    assert joined(text, found, [(0,)], [(1,)]) == [(0, 1)]


def test_the_words_of_two_sentences_are_not_beside_each_other() -> None:
    text, found = _mentions("They were hit by a *mine*. *Shots* were fired at them.")
    assert joined(text, found, [], [(0,), (1,)]) == [(0,), (1,)]


@pytest.mark.parametrize(
    ("marked", "apart"),
    [
        ("They *shot* nine herders in reprisal for an *ambush* on the road to Osk.", True),
        ("They *shot* nine herders after an *ambush* on the road to Osk.", False),
        ("The *stabbing* comes two weeks after a gunman *killed* two clerks in Osk.", True),
        ("The *raid*, police said, came days before a bomb *killed* two clerks in Osk.", True),
        ("His *murder* came only nine hours after the Wolves *gunned down* a judge.", True),
        ("The *blast* in Osk occurred at nearly the same moment as a bomb *wrecked* a mill.", True),
        ("A clerk hurt in the *raid* died two weeks after gunmen *stormed* a mill.", False),
        ("The *blast* came after gunmen *stormed* a mill.", False),
        ("It was the worst *raid* in Osk since gunmen *stormed* a mill in May.", True),
        ("The *raid* hit a mill that was closed since gunmen *stormed* it.", False),
    ],
)
def test_an_act_is_not_what_it_answers_nor_what_it_came_after(marked: str, apart: bool) -> None:
    text, (first, second) = _mentions(marked)
    assert told_apart(text, first, second) is apart


@pytest.mark.parametrize(
    ("marked", "apart"),
    [
        ("They said that they *shelled* Osk, and that they *hit* a post near Varn.", True),
        ("They said that they *shelled* Osk and *hit* a post near Varn.", False),
    ],
)
def test_two_deeds_told_one_after_the_other_in_two_towns(marked: str, apart: bool) -> None:
    text, (first, second) = _mentions(marked)
    osk, varn = (
        PlaceMention(Span(text.index(name), text.index(name) + len(name)), Place(name, TOWN))
        for name in ("Osk", "Varn")
    )
    first, second = replace(first, where=osk), replace(second, where=varn)
    assert told_apart(text, first, second) is apart
    assert not told_apart(text, first, replace(second, where=osk))
    assert not told_apart(text, first, replace(second, where=None))
