"""Blows that are words, and the same words for blows."""

from __future__ import annotations

import pytest

from tests.extract.incidents import reading

VERBAL = [
    "Deputies in Velm attacked the ruling as political.",
    "The unions attacked the government of Ruritania for having slept on the pipeline.",
    "The clerk shot back that the harbour of Velm had no crane.",
    "A witness shot holes in the story of the soldier from Velm.",
    "The minister came under fire over his handling of the army in Velm.",
    "The senator went on the offensive in a debate in Velm.",
    "Talks in Velm were blown up by the news.",
    "Guards of the prison in Velm plan a two-day strike next week.",
    "Jets flew over Velm and fired flares.",
    "Nobody fired a shot in Velm on Monday.",
    "The drones that were used in attacks on Velm have an engine from Ruritania.",
    "The north of Velm was worst hit by the frost.",
]


@pytest.mark.parametrize("text", VERBAL)
def test_words_are_no_blows(text: str) -> None:
    assert [r.anchor.of(text) for r in reading(text, "2031-05-07").reports] == []


BLOWS = [
    "Gunmen attacked the ruling party's office in Velm.",
    "Gunmen attacked the court in Velm as a hearing began.",
    "The patrol shot back at the rebels in Velm.",
    "The convoy came under fire from rebels near Velm.",
    "The army went on the attack near Velm with tanks on Monday.",
    "Rebels blew up a bridge in Velm.",
    "The rockets were fired on Monday at a camp near Velm.",
    "Ten rockets were fired from a hill at a camp near Velm on Monday.",
    "The patrol was fired on from a ridge near Velm.",
    "The drones used in the attack on Velm on Monday were shot down.",
]


@pytest.mark.parametrize("text", BLOWS)
def test_blows_are(text: str) -> None:
    assert reading(text, "2031-05-07").reports
