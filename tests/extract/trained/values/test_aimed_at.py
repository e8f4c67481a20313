"""Targets by nouns that no list has, around words that the network tagged."""

from __future__ import annotations

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.trained.values.aimed_at import aimed_at
from tallystick.model.document import Span
from tallystick.model.values import Target, TargetKind
from tests.extract.incidents import document_of


def aimed(text: str, words: str) -> tuple[str, TargetKind] | None:
    """The words and the kind of the target around tagged words."""
    start = text.index(words)
    found = aimed_at(annotate(document_of(text)), Span(start, start + len(words)))
    if found is None or not isinstance(found.value, Target):
        return None
    return found.span.of(text), found.value.kind


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("Raiders burned a ropewalk at Velm.", "a ropewalk", "a ropewalk"),
        ("Raiders burned three Doric malthouses; two men died.", "three", "three Doric malthouses"),
        ("Riders shot the cantor on Monday.", "cantor", "the cantor"),
        ("A shell burst over the Heron lodge near Velm.", "the Heron lodge", "the Heron lodge"),
        ("A CHARGE WENT OFF AT THE WEAVERS' GUILD IN VELM.", "THE WEAVERS'", "THE WEAVERS' GUILD"),
        ("They broke into a disused kiln last week.", "disused", "a disused kiln"),
        ("A drone hit a malthouse rented by the army.", "a malthouse", "a malthouse"),
        ("A drone set two malthouses ablaze.", "malthouses", "two malthouses"),
        ("Jets hit a malting and drying loft.", "a malting", "a malting and drying loft"),
        ("Shells fell on the treatment centre.", "the treatment", "the treatment centre"),
    ],
)
def test_the_phrase_around_tagged_words(text: str, words: str, target: str) -> None:
    assert aimed(text, words) == (target, TargetKind.OTHER)


def test_a_noun_of_the_list_tells_the_kind_of_a_phrase_that_was_cut() -> None:
    assert aimed("A shell fell on an old school.", "an") == ("an old school", TargetKind.SCHOOL)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bomb burst at the gate of a ropewalk.", "the gate"),
        ("Shells fell on the centre.", "the centre"),
        ("Shells fell on a village.", "a village"),
        ("It was fired from a malthouse.", "a malthouse"),
        ("The blast wounded a cantor.", "a cantor"),
        ("They dropped a cluster bomb there.", "a cluster bomb"),
        ("Riders came to Velm.", "Velm"),
    ],
)
def test_what_is_no_target(text: str, words: str) -> None:
    assert aimed(text, words) is None
