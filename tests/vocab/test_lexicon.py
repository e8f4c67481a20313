"""The word lists: inflection, and what their data holds."""

from __future__ import annotations

import tomllib

import pytest

from tallystick.errors import VocabularyError
from tallystick.vocab import lexicon
from tallystick.vocab.lexicon import Form, Strength, event_words, inflect, load, plural

FORMS = [
    ("attack", ["attack", "attacks", "attacked", "attacking"]),
    ("strike", ["strike", "strikes", "struck", "striking"]),
    ("raze", ["raze", "razes", "razed", "razing"]),
    ("bury", ["bury", "buries", "buried", "burying"]),
    ("shoot down", ["shoot down", "shoots down", "shot down", "shooting down"]),
    ("take control of", ["take control of", "takes control of", "took control of",
                         "taken control of", "taking control of"]),
    ("ambush", ["ambush", "ambushes", "ambushed", "ambushing"]),
    ("kidnap", ["kidnap", "kidnaps", "kidnapped", "kidnapping"]),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "forms"), FORMS)
def test_verbs_are_inflected(verb: str, forms: list[str]) -> None:
    assert [form for form, _ in inflect(verb)] == forms


@pytest.mark.parametrize(
    ("noun", "several"), [("raid", "raids"), ("clash", "clashes"), ("party", "parties")]
)
def test_plurals(noun: str, several: str) -> None:
    assert plural(noun) == several


@pytest.mark.parametrize(
    ("words", "base", "form", "strength"),
    [
        ("KIDNAPPED", "kidnap", Form.PAST, Strength.STRONG),
        ("attacks", "attack", Form.PLURAL, Strength.STRONG),
        ("air-strikes", "air-strike", Form.PLURAL, Strength.STRONG),
        ("struck", "strike", Form.PAST, Strength.HIT),
        ("launched", "launch", Form.PAST, Strength.LAUNCH),
        ("liberated", "liberate", Form.PAST, Strength.SEIZURE),
        ("placed a bomb", "placed a bomb", Form.PHRASE, Strength.STRONG),
        ("killing", "killing", Form.NOUN, Strength.WEAK),
    ],
)
def test_words_are_found(words: str, base: str, form: Form, strength: Strength) -> None:
    [hit] = event_words().find(f"It was {words}.")
    assert (hit.item.base, hit.item.form, hit.item.strength) == (base, form, strength)


def test_the_longest_words_win() -> None:
    [hit] = event_words().find("a suicide car bombing")
    assert hit.item.kind.value == "suicide_bombing"


def test_every_irregular_verb_has_its_four_forms() -> None:
    assert all(len(forms) == 4 for forms in load("inflections.toml").values())


def test_every_event_has_words() -> None:
    for entry in load("events.toml")["event"]:
        assert entry.keys() & {"verbs", "nouns", "phrases", "around"}


def test_ambiguous_forms() -> None:
    words = dict(lexicon._event_words())
    assert words["strike"].is_noun
    assert words["target"].ambiguous
    assert not words["shot down"].ambiguous


def test_a_malformed_list_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise tomllib.TOMLDecodeError("nothing after =")

    monkeypatch.setattr(tomllib, "loads", broken)
    with pytest.raises(VocabularyError, match=r"events\.toml"):
        load("events.toml")
