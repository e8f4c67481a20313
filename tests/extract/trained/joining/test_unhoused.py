"""What is claimed, denied or laid on somebody where the rules have no attack for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.drafts import Draft
from tallystick.extract.mentions.reading import bare
from tallystick.extract.trained.joining.unhoused import is_plain, says_so, told_last
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tests.builders import document

TWO = "A mine blew up a cart. Men in masks took away two brothers. "


def home(
    text: str, who: str, stance: Stance, *, ruled: bool = True, homes: tuple[int, ...] = ()
) -> int | None:
    """Which of two attacks, "blew up" or "took away", the words for somebody go to."""
    notes = annotate(document(text))
    anchors = [Span(i, i + 8) for i in (text.index("blew up"), text.index("took away"))]
    told = [bare(notes, notes.sentences[0], anchor) for anchor in anchors]
    mentions = [replace(m, anchor=a) for m, a in zip(told, anchors, strict=True)]
    start = text.index(who)
    draft = Draft(Field.ATTACKER, ActorRef(who), Span(start, start + len(who)), stance)
    one = Candidate(Field.ATTACKER, draft.span, frozenset(homes), ruled, draft=draft)
    return told_last(notes, mentions, {0: 0, 1: 1}, one)


TOLD = [
    ("Relatives say soldiers were responsible.", Stance.BLAMES, 1),
    ("A note signed by soldiers claimed it on Friday.", Stance.CLAIMS, 1),
    ("On Friday our soldiers brought down a mast.", Stance.CLAIMS, None),
    ("It rained. It rained. It rained. The soldiers deny it.", Stance.DENIES, None),
]


@pytest.mark.parametrize(("text", "stance", "expected"), TOLD)
def test_it_is_of_the_attack_told_last(text: str, stance: Stance, expected: int | None) -> None:
    assert home(TWO + text, "soldiers", stance) == expected


def test_what_only_the_network_hears_has_no_home_by_this() -> None:
    text = f"{TWO}Relatives say soldiers were responsible."
    assert home(text, "soldiers", Stance.BLAMES, ruled=False) is None


def test_nothing_before_it_is_no_home() -> None:
    assert home(f"The soldiers deny it. {TWO}", "soldiers", Stance.DENIES) is None


@pytest.mark.parametrize(
    ("stance", "homes", "expected"),
    [
        (Stance.CLAIMS, (7,), 1),
        (Stance.CLAIMS, (0,), None),
        (Stance.BLAMES, (7,), None),
    ],
)
def test_a_claim_whose_own_mention_is_dropped_is_of_the_attack_before(
    stance: Stance, homes: tuple[int, ...], expected: int | None
) -> None:
    text = f"{TWO}A letter signed by soldiers claimed the raid."
    assert home(text, "soldiers", stance, homes=homes) == expected


def test_a_denial_is_of_the_attack_told_after_it_in_its_sentence() -> None:
    text = f"Rain fell. The soldiers deny that they ever went there. {TWO}"
    assert home(text, "soldiers", Stance.DENIES) is None
    text = "Rain fell. The soldiers deny that a mine blew up a cart. Men took away two brothers. "
    assert home(text, "soldiers", Stance.DENIES) == 0
    assert home(text, "soldiers", Stance.BLAMES) is None


SAYS_SO = [
    ("The Wolves said they had raided the mill.", True),
    ("The Wolves, in a leaflet, have claimed the raid.", True),
    ("The Wolves announced on Monday that their men had raided it.", True),
    ("The Wolves said they would raid the mill.", False),
    ("The Wolves said they had not been there.", False),
    ("The Wolves vowed to raid the mill.", False),
    ("The Wolves hailed the raid.", False),
]


@pytest.mark.parametrize(("text", "said"), SAYS_SO)
def test_who_says_so_of_himself(text: str, *, said: bool) -> None:
    draft = Draft(Field.ATTACKER, ActorRef("Wolves"), Span(4, 10), Stance.CLAIMS)
    one = Candidate(Field.ATTACKER, draft.span, frozenset(), False, draft=draft)
    assert says_so(text, one) is said
    laid = replace(one, draft=replace(draft, stance=Stance.DENIES))
    assert not says_so(text, laid)


def test_our_men_need_no_word_of_saying() -> None:
    text = "Last night our men raided the mill."
    draft = Draft(Field.ATTACKER, ActorRef("our men"), Span(11, 18), Stance.CLAIMS)
    assert says_so(text, Candidate(Field.ATTACKER, draft.span, frozenset(), False, draft=draft))


PLAIN = [
    ("Ann Tarrow shot a clerk.", "Ann Tarrow", "suspect", None, True),
    ("Ann Tarrow is sought.", "Ann Tarrow", "suspect", Stance.DOUBTS, True),
    ("The suspect fled.", "suspect", "suspect", Stance.DOUBTS, False),
    ("Suspect fled.", "Suspect", "suspect", Stance.BLAMES, False),
    ("Police officers shot a clerk.", "Police officers", "police officers", None, True),
    ("A clerk was shot by police on Monday.", "police", "police", None, True),
    ("Police officers killed in a raid.", "Police officers", "police officers", None, False),
    ("Police officers came after shots were fired.", "Police officers", "officers", None, False),
    ("Police officers shot the attacker.", "Police officers", "police officers", None, False),
    ("Villagers blame police officers.", "police officers", "officers", Stance.BLAMES, True),
    ("Villagers suspect police officers.", "police officers", "officers", Stance.DOUBTS, False),
    ("Police Officer Lou Marn shot Tarrow twice.", "Police Officer", "officer", None, True),
    ("It came after the police killing of a man.", "police", "police", None, True),
    ("It holds the Dawn Front responsible.", "Dawn Front", "Dawn Front", Stance.BLAMES, True),
    ("The Dawn Front was charged.", "Dawn Front", "Dawn Front", Stance.BLAMES, False),
    ("It pinned the raid on the Dawn Front.", "Dawn Front", "Dawn Front", Stance.BLAMES, True),
    ("It bore the hallmarks of the Dawn Front.", "Dawn Front", "Front", Stance.DOUBTS, True),
    ("Suspicion fell on the Dawn Front.", "Dawn Front", "Dawn Front", Stance.DOUBTS, True),
    ("Two cooks were charged on Friday with murder.", "cooks", "cooks", Stance.BLAMES, True),
    ("The deputy director spoke.", "deputy", "deputy", None, False),
]


@pytest.mark.parametrize(("text", "words", "name", "stance", "plain"), PLAIN)
def test_whom_the_network_need_not_see(
    text: str, words: str, name: str, stance: Stance | None, *, plain: bool
) -> None:
    span = Span(text.index(words), text.index(words) + len(words))
    draft = Draft(Field.ATTACKER, ActorRef(name), span, stance)
    one = Candidate(Field.ATTACKER, span, frozenset({0}), True, draft=draft)
    assert is_plain(text, one) is plain
