"""The labels of training, with a tokenizer that cuts at spaces and before every digit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from eval.muc.templates import Filler, Keyed, Template
from eval.train.muc import held_out, labels_of, row, without
from eval.train.muc_data import (
    LABELS,
    TYPES,
    Example,
    Known,
    example,
    known_fills,
    occurrences,
    unlearned,
)


@dataclass
class Pieces:
    ids: list[int]
    tokens: list[str]
    offsets: list[tuple[int, int]]


@dataclass
class Tokenizer:
    known: dict[str, int] = field(default_factory=dict)

    def encode(self, sequence: str, *, add_special_tokens: bool = True) -> Pieces:
        assert not add_special_tokens
        found = list(re.finditer(r"[a-z]+|\d|[^\w\s]", sequence))
        inside = [
            m.group()[0].isdigit() and m.start() > 0 and sequence[m.start() - 1].isalpha()
            for m in found
        ]
        tokens = [("##" if i else "") + m.group() for m, i in zip(found, inside, strict=True)]
        ids = [self.known.setdefault(t, len(self.known) + 1) for t in tokens]
        return Pieces(ids, tokens, [m.span() for m in found])


TOKENIZER = Tokenizer()
TEXT = "LIMA, 3 MAY 90 (RADIO) -- REBELS SHOT ANA RUIZ YESTERDAY. THE REBELS FLED. M7 SAID SO."
KEY = Template(
    "ATTACK",
    (Filler("PerpInd", ("rebels",)), Filler("Victim", ("ana ruiz", "ruiz"), effect="DEATH")),
    days=(date(1990, 5, 2), date(1990, 5, 2)),
    place=("PERU", "LIMA"),
)


def labelled(known: Known | None = None) -> Example:
    message, tokens, fills = row(Keyed("m", TEXT, (KEY,)), TOKENIZER)
    return example(message, tokens, fills, known or known_fills([(tokens, labels_of(fills))]))


def spans(label: str) -> list[str]:
    found = labelled()
    return sorted(found.tokens.words(at) for i, at in found.spans if LABELS[i] == label)


def test_every_occurrence_of_a_fill_is_labelled() -> None:
    assert spans("PerpInd") == ["rebels", "rebels"]


def test_of_two_spellings_at_a_place_the_longer_is_labelled() -> None:
    assert spans("Victim") == ["ana ruiz"]


def test_the_words_for_the_day_of_the_incident_are_labelled() -> None:
    assert spans("Date") == ["yesterday"]
    assert spans("Place") == ["lima"]


def test_a_string_inside_a_word_does_not_occur() -> None:
    tokens = labelled().tokens
    assert occurrences(tokens, tuple(TOKENIZER.encode("m", add_special_tokens=False).ids)) == []
    assert (
        len(occurrences(tokens, tuple(TOKENIZER.encode("m7", add_special_tokens=False).ids))) == 1
    )


def test_candidates_know_their_roles_types_and_entities() -> None:
    found = {labelled().tokens.words(c.spans[0]): c for c in labelled().candidates}
    assert found["ruiz"].roles == {LABELS.index("Victim")}
    assert found["ruiz"].entities == found["ana ruiz"].entities == {(0, 1)}
    assert found["rebels"].types == {TYPES.index("ATTACK")}


def test_a_fill_of_another_message_is_a_wrong_candidate_here() -> None:
    other = Keyed(
        "o",
        "MEN SHOT A JUDGE. LIMA RADIO.",
        (Template("ATTACK", (Filler("PerpOrg", ("radio",)),)),),
    )
    _, tokens, fills = row(other, TOKENIZER)
    found = labelled(known_fills([(tokens, labels_of(fills))]))
    roles = {found.tokens.words(c.spans[0]): c.roles for c in found.candidates}
    assert roles["radio"] == frozenset()


def test_what_is_known_of_a_fill_leaves_its_own_message_out() -> None:
    found = labelled()
    _, tokens, fills = row(Keyed("m", TEXT, (KEY,)), TOKENIZER)
    known = known_fills([(tokens, labels_of(fills))])
    rebels = next(c for c in found.candidates if found.tokens.words(c.spans[0]) == "rebels")
    assert max(known.prior(rebels.ids)) == 0.5
    assert max(known.prior(rebels.ids, rebels)) == 0


def test_counts_of_templates_stop_at_more_than_one() -> None:
    assert labelled().counts[TYPES.index("ATTACK")] == 1
    assert sum(labelled().counts) == 1


def test_messages_of_our_own_test_part_are_left_out(tmp_path) -> None:  # type: ignore[no-untyped-def]
    split = tmp_path / "split.toml"
    split.write_text('train = ["muc:a"]\ntest = ["muc:b", "fakes:1"]\n')
    assert held_out(split) == {"b"}
    kept = without([Keyed("a", "", ()), Keyed("b", "", ())], held_out(split))
    assert [m.id for m in kept] == ["a"]
    assert held_out(tmp_path / "none.toml") == frozenset()


def test_a_message_of_the_training_is_unlearned_for_itself() -> None:
    _, tokens, fills = row(Keyed("1", TEXT, (KEY,)), TOKENIZER)
    own = labels_of(fills)
    twice = known_fills([(tokens, own), (tokens, own)])
    once = known_fills([(tokens, own)])
    here = {ids: labels for ids, labels in once.fills.items() if occurrences(tokens, ids)}
    assert here
    assert unlearned(twice, tokens, own).fills == here
    assert unlearned(once, tokens, own) == Known()
