"""Whatever a model answers, only what stands in the text comes out, and nothing breaks."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.llm.assemble import assemble
from tallystick.llm.schema import Answer
from tallystick.model.codec import decode_value, to_json
from tallystick.model.document import Document
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import Casualties, WeaponUse
from tests.llm.answers import ARTICLE, article
from tests.llm.test_pieces import body

DOCUMENT = article()
WORDS = ARTICLE.split()


@st.composite
def quotes(draw: st.DrawFn) -> str:
    """Mostly words of the article, sometimes others."""
    if draw(st.integers(0, 5)) == 0:
        return draw(st.text(max_size=30))
    start = draw(st.integers(0, len(WORDS) - 1))
    return " ".join(WORDS[start : start + draw(st.integers(1, 8))])


SAID = st.fixed_dictionaries(
    {
        "field": st.sampled_from([f.value for f in Field]),
        "quote": quotes(),
        "value": st.one_of(st.just(""), st.sampled_from(["3", "900", "2023-11-03", "Mosul"])),
        "stance": st.sampled_from([s.value for s in Stance]),
        "sources": st.lists(quotes(), max_size=2),
    }
)
TOLD = st.fixed_dictionaries(
    {
        "quote": quotes(),
        "kind": st.sampled_from([k.value for k in IncidentKind]),
        "standing": st.sampled_from([s.value for s in Standing]),
        "statements": st.lists(SAID, max_size=6),
    }
)
COUNTED = st.fixed_dictionaries({"quote": quotes(), "sources": st.lists(quotes(), max_size=1)})
ANSWERS = st.fixed_dictionaries(
    {"incidents": st.lists(TOLD, max_size=4), "tallies": st.lists(COUNTED, max_size=2)}
)


@settings(deadline=None, max_examples=150)
@given(st.lists(ANSWERS, min_size=1, max_size=2))
def test_only_words_of_the_text_come_out(given_answers: list[dict[str, Any]]) -> None:
    answers = [Answer.model_validate(a) for a in given_answers]
    found = assemble(DOCUMENT, answers, reader="llm test")
    assert found == assemble(DOCUMENT, answers, reader="llm test")
    ids = [s.id for r in found.reading.reports for s in r.statements]
    assert len(set(ids)) == len(ids) == found.statements
    for report in found.reading.reports:
        assert report.anchor.of(ARTICLE).strip()
        for s in report.statements:
            assert s.span.of(ARTICLE).strip()
            assert decode_value(s.field, to_json(s.value)) == s.value
            assert s.chain[-1].name == "The Example"
            if isinstance(s.value, Casualties | WeaponUse) and s.value.count:
                assert s.value.count.text in ARTICLE
    for tally in found.reading.tallies:
        assert tally.count.text in tally.span.of(ARTICLE)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), ANSWERS)
def test_no_text_breaks_it(text: str, given_answer: dict[str, Any]) -> None:
    document: Document = body(text or "x")
    answer = Answer.model_validate(given_answer)
    assemble(document, [answer], reader="llm test")
