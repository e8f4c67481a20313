"""Where sentences end: abbreviations, initials, lists, capitals, lost blanks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.grammar.sentences import quoted, sentences, split_sentences, tokenize
from tallystick.model.document import Span
from tests.builders import document
from tests.clock import within

# The parts are joined by one blank; each is to come out as a sentence.
SPLITS = [
    ["Four were hurt in the city", "Meanwhile in the port one was hurt."],
    ["The post was hit.", "Nobody was hurt."],
    ["Gen. Ahmed Said spoke.", "He named no group."],
    ["Mr. Hart and Mrs. Bell fled."],
    ["Lt. Col. J. R. Moore was there."],
    ["The U.S. Central Command said so.", "It gave no detail."],
    ["He had come from the U.S.", "The base is closed."],
    ["Troops of the U.N. mission saw it."],
    ["It happened on Jan. 3 at noon.", "Two died."],
    ["It happened on Sept. 11, 2012, in the port."],
    ["Base No. 5 was hit.", "Base No. 6 was not."],
    ["He said no.", "Then he left."],
    ["It began at 7 p.m. Sunday.", "Police came."],
    ["It began at 7 a.m. EST and lasted an hour."],
    ["Shots were heard at 3 p.m.", "Officers came at once."],
    ["Shots were heard at 3 p.m.", "Johnson fled."],
    ["The car was found on Brentwood Rd. near the park."],
    ["St. Louis was quiet."],
    ["He works for Acme Co.", "The firm said nothing."],
    ["Robert Gray Jr. was shot.", "He lived."],
    ["“We saw two planes.”", "The farmer fled."],
    ['"Stop!" he shouted.', "Nobody did."],
    ["Who fired?", "Nobody knows."],
    ["He paused... and then he spoke."],
    ["Smoke rose...", "The wall fell."],
    ["The toll rose to 3.5 per cent.", "It fell later."],
    ["See example.com for more.", "It is free."],
    ["The convoy (of 12 lorries) stopped.", "It burned."],
    ["THE REBELS ATTACKED.", "TWO MEN DIED."],
    ["GEN. LOPEZ SPOKE.", "HE NAMED NO GROUP."],
    ["HE CAME FROM THE U.S. EMBASSY ON FOOT."],
    ["HE LIVED IN THE U.S.", "THE POLICE SAID SO."],
    ["TWO MEN DIED; THREE WERE HURT."],
    ["The first bomb killed two;", "The second killed none."],
    ["Three died; four were hurt."],
    ["George W. Bush spoke."],
    ["He was with Al-Qaida et al. at the time."],
    ["Capt. Ali said so. (He is 40.)"],
    ["It was hit at 4.30 on Friday.", "At 5.15 it burned."],
    ["He arrived on Fri. after dark."],
    ["He sat.", "She stood."],
    ["They marched in Dec. 1989.", "Nobody stopped them."],
    ["Yahoo! said so."],
    ["1. Two rockets fell."],
    ["He left.", "8 September. Rebels stormed a post.", "Two died."],
    ["Friday, March 3, 2031. Rebels stormed a post."],
    ["He left on 8 September.", "Rebels stormed a post."],
]


@pytest.mark.parametrize("parts", SPLITS, ids=[" / ".join(p) for p in SPLITS])
def test_where_sentences_end(parts: list[str]) -> None:
    text = " ".join(parts)
    found = [s.of(text) for s in split_sentences(text, Span(0, len(text)))]
    if parts[0].startswith("Capt."):
        parts = ["Capt. Ali said so.", "(He is 40.)"]
    assert found == parts


LAYOUTS = [
    ("Two fell.\n\nOne burned.", ["Two fell.", "One burned."]),
    ("The town was quiet\n\nThe port was not", ["The town was quiet", "The port was not"]),
    ("The army said.The rebels fled.", ["The army said.", "The rebels fled."]),
    ("TWO MEN  DIED.  THREE   FLED.", ["TWO MEN  DIED.", "THREE   FLED."]),
    ("A line that\nis broken goes on.", ["A line that\nis broken goes on."]),
    ("Sites:\n- Camp Alpha\n- Camp Bravo", ["Sites:", "- Camp Alpha", "- Camp Bravo"]),
    ("1. Two fell.\n2. One burned.", ["1. Two fell.", "2. One burned."]),
    ("Sites:\n• one\n• two", ["Sites:", "• one", "• two"]),
    ("   \n  ", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), LAYOUTS)
def test_layouts(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in split_sentences(text, Span(0, len(text)))] == expected


def test_only_the_stretch_is_split() -> None:
    text = "One fell. Two fell. Three fell."
    found = list(split_sentences(text, Span(10, 19)))
    assert [s.of(text) for s in found] == ["Two fell."]


PIECES = st.lists(
    st.sampled_from(
        ["Gen.", "U.S.", "a.m.", "hit.", "The", "THE", "\n", "\n\n", "- ", "1.", "”", '"', "...",
         "!?", ";", "No.", "5", "é", "rocket", "(", ")", "said.The", "\t", "Jan."]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@given(st.one_of(PIECES, st.text(max_size=200)), st.integers(0, 20))
def test_sentences_cover_all_but_blanks_in_order(text: str, skip: int) -> None:
    span = Span(min(skip, len(text)), len(text))
    found = list(split_sentences(text, span))
    assert all(span.contains(s) and s.of(text) == s.of(text).strip() != "" for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    kept = "".join(s.of(text) for s in found)
    assert "".join(kept.split()) == "".join(span.of(text).split())


@given(st.one_of(PIECES, st.text(max_size=200)))
def test_tokens_lie_in_their_sentence(text: str) -> None:
    for index, sentence in enumerate(sentences(document(text))):
        assert sentence.index == index
        assert all(sentence.span.contains(t.span) for t in sentence.tokens)
        assert all(t.span.of(text) == t.text for t in sentence.tokens)
        assert "".join("".join(t.text for t in sentence.tokens).split()) == "".join(
            sentence.span.of(text).split()
        )


def test_tokens_keep_abbreviations_and_figures_whole() -> None:
    text = "The U.S. lost 1,200 men's boots at 6:30 a.m. on the 3rd"
    words = [t.text for t in tokenize(text, Span(0, len(text)))]
    assert {"U.S.", "1,200", "men", "'s", "6:30", "a.m.", "3rd"} <= set(words)


def test_tokens_around_an_offset() -> None:
    [sentence] = sentences(document("Two rockets hit the base."))
    hit = sentence.span.start + len("Two rockets ")
    assert [t.text for t in sentence.before(hit, 2)] == ["Two", "rockets"]
    assert [t.lower for t in sentence.after(hit + 3, 2)] == ["the", "base"]
    assert [t.text for t in sentence.slice(Span(0, hit))] == ["Two", "rockets"]


QUOTES = [
    ("He said “we saw it” and left.", ["“we saw it”"]),
    ('He said "we saw it" and left.', ['"we saw it"']),
    ("“It goes on in the next paragraph.", ["“It goes on in the next paragraph."]),
    ("Nothing is quoted here.", []),
    ('"It burned. "Two fell." A third went.', ['"It burned. ', '"Two fell."']),
    ('He left." The "quiet" came.', ['"quiet"']),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [q.of(text) for q in quoted(text, [Span(0, len(text))])] == expected


@pytest.mark.parametrize("words", ["a.b.", "Gen. ", "....", "\n \n", "said.The ", '."', "1. "])
def test_a_long_text_takes_no_time(words: str) -> None:
    text = words * (20_000 // len(words)) + "x"
    with within(3):
        list(split_sentences(text, Span(0, len(text))))
        tokenize(text, Span(0, len(text)))
