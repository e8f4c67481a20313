"""What a sentence gives an incident that the network alone sees in it."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.reading import bare
from tallystick.extract.trained.joining.alone import at_home, told_alone
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tests.extract.incidents import document_of

TEXT = (
    "The ministry spoke in Damascus on Sunday. In Aleppo the pier gave way under a mine on Friday, "
    "hurting two. Shells hit Homs. A barge went down on Monday, drowning six."
)
NOTES = annotate(document_of(TEXT, "2031-05-13"))


class _Sees:
    """A network as sure of every mention as it is told to be."""

    def __init__(self, sure: float) -> None:
        self._sure = sure

    def on(self, _layer: str, _span: Span) -> float:
        return self._sure


def mention(words: str, *, sentence: int = 1) -> Mention:
    at = TEXT.index(words)
    within = NOTES.sentences[sentence]
    anchor = Span(at, at + len(words))
    return replace(bare(NOTES, within, within.span), anchor=anchor, trigger=True)


def alone(*told: Mention, family: tuple[int, ...], sure: float = 0.95) -> set[int]:
    return set(told_alone(told, family, cast("Scores", _Sees(sure))))


def test_what_only_the_network_sees_is_alone_where_the_rules_see_nothing() -> None:
    seen, other = mention("gave way"), mention("hit", sentence=2)
    assert alone(seen, other, family=(-1, 0)) == {0}


def test_it_is_not_beside_one_of_the_rules_nor_where_the_network_is_unsure() -> None:
    seen, beside = mention("gave way"), mention("hurting")
    assert alone(seen, beside, family=(-1, 0)) == set()
    assert alone(seen, family=(-1,), sure=0.85) == set()


def _found(field: Field, words: str) -> Candidate:
    at = TEXT.index(words)
    return Candidate(field, Span(at, at + len(words)), frozenset(), ruled=False)


@pytest.mark.parametrize(
    ("field", "words", "home"),
    [
        (Field.WHEN, "Friday", True),
        (Field.WHERE, "Aleppo", True),
        (Field.INJURED, "two", True),
        (Field.WHEN, "Sunday", False),  # of another sentence
        (Field.WHERE, "Damascus", False),
        (Field.TARGET, "Homs", False),
    ],
)
def test_its_sentence_gives_it_its_day_its_place_and_who_was_hurt(
    field: Field, words: str, *, home: bool
) -> None:
    hurt = _found(Field.INJURED, "two")
    one, *_ = at_home(NOTES, [_found(field, words), hurt], {7: mention("gave way")})
    assert (7 in one.homes) is home


def test_a_sentence_in_which_none_suffers_gives_nothing() -> None:
    found = [_found(Field.WHEN, "Friday"), _found(Field.WHERE, "Aleppo")]
    assert at_home(NOTES, found, {7: mention("gave way")}) == found


@pytest.mark.parametrize("ruled", [False, True])
def test_what_was_hit_counts_where_the_rules_see_it_too(*, ruled: bool) -> None:
    pier = replace(_found(Field.TARGET, "the pier"), ruled=ruled)
    day, *_ = at_home(NOTES, [_found(Field.WHEN, "Friday"), pier], {7: mention("gave way")})
    assert (7 in day.homes) is ruled


def test_a_sentence_without_a_place_gives_nothing() -> None:
    found = [_found(Field.WHEN, "Monday"), _found(Field.KILLED, "six")]
    assert at_home(NOTES, found, {7: mention("went down", sentence=3)}) == found


def test_with_none_told_alone_all_stays_as_it_is() -> None:
    found = [_found(Field.WHEN, "Friday")]
    assert at_home(NOTES, found, {}) == found
