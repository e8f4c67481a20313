"""Laws that every judgement obeys, whatever the reports."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.link import LinkOptions, compare, judge
from tallystick.link import weights as w
from tallystick.link.index import told_of
from tallystick.link.profile import Profile
from tallystick.link.tasks import profiles_of
from tallystick.model.statement import Reading, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, CountRange, DatePrecision, PartialDate, Place
from tests.builders import document, hurt, reading
from tests.clock import within
from tests.link.scenes import (
    ASAD,
    BAGHDAD,
    COUNTRY,
    ERBIL,
    ERBIL_AIRPORT,
    HARIR,
    KHOST,
    RESISTANCE,
    SITE,
    US_BASE,
    WEST_IRAQ,
    at,
    by,
    floating,
    kind,
    tells,
    weapon,
)

START = date(2023, 10, 16)
WORDS = (
    "Rockets", "fell", "Saturday", "on", "the", "base", "near", "Tarmiyah", "Colonel", "Hadi",
    "Nasser", "warehouse", "generator", "smoke", "villagers", "said", "three", "attacks",
    "overnight",
)  # fmt: skip

days = st.one_of(
    st.none(),
    st.integers(1, 7).map(floating),
    st.integers(0, 9).map(lambda n: PartialDate.day(START + timedelta(n))),
    st.builds(
        lambda n, k: PartialDate(
            START + timedelta(n), START + timedelta(n + k), DatePrecision.INTERVAL
        ),
        st.integers(0, 9),
        st.integers(1, 40),
    ),
    st.just(PartialDate(START, None, DatePrecision.INTERVAL)),
)
places = st.sampled_from(
    [
        None,
        *(ASAD, HARIR, ERBIL_AIRPORT, ERBIL, WEST_IRAQ, BAGHDAD, KHOST),
        Place("Iraq", COUNTRY, "gn:99237", "IQ"),
        Place("Unlisted camp", SITE, country="IQ"),
    ]
)
facts = st.lists(
    st.sampled_from(
        [
            weapon("drone"), weapon("drone", 2), weapon("rocket", 3), at(US_BASE), by(RESISTANCE),
            by(ActorRef("Inheritors"), Stance.REPORTS), kind(IncidentKind.DRONE_ATTACK),
            kind(IncidentKind.ABDUCTION), hurt(0), hurt(7), hurt(CountRange(3, None)),
        ]
    ),
    max_size=5,
    unique_by=id,
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), min_size=3, max_size=25).map(" ".join)
standings = st.sampled_from(
    [Standing.HAPPENED, Standing.HAPPENED, Standing.PREVENTED, Standing.BACKGROUND]
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    published = draw(st.one_of(st.none(), st.integers(0, 40)))
    iso = None if published is None else str(START + timedelta(published))
    doc = document(draw(texts), published=iso, name=f"{draw(st.integers(0, 99))}.txt")
    anchors = draw(st.lists(st.sampled_from(doc.text.split()), max_size=3, unique=True))
    reports = {
        rep.id: rep
        for word in anchors
        for rep in [
            tells(doc, word, draw(days), draw(places), *draw(facts), standing=draw(standings))
        ]
    }
    return reading(doc, *reports.values())


corpora = st.lists(readings(), min_size=1, max_size=6, unique_by=lambda r: r.document.id)


def profiled(corpus: list[Reading]) -> list[Profile]:
    """The profiles of all reports that can be linked."""
    return list(profiles_of(told_of(corpus)))


@given(corpora)
@settings(max_examples=60, deadline=None)
def test_comparison_is_symmetric_and_scores_are_probabilities(corpus: list[Reading]) -> None:
    documents = {r.document.id: r.document for r in corpus}
    reports = [report for r in corpus for report in r.reports]
    for a, b in combinations(reports, 2):
        judged = compare(a, b, documents=documents)
        assert judged == compare(b, a, documents=documents)
        assert judged.score is not None
        assert 0.0 <= judged.score <= 1.0
        assert judged.reasons[0].feature == "prior"


@given(corpora, st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_readings_does_not_matter(corpus: list[Reading], rng: object) -> None:
    shuffled = corpus[:]
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert list(judge(corpus)) == list(judge(shuffled))


@given(corpora)
@settings(max_examples=60, deadline=None)
def test_judge_says_what_compare_says_but_for_rivals(corpus: list[Reading]) -> None:
    documents = {r.document.id: r.document for r in corpus}
    reports = {report.id: report for r in corpus for report in r.reports}
    for judged in judge(corpus):
        alone = compare(reports[judged.a], reports[judged.b], documents=documents)
        beside = tuple(r for r in judged.reasons if r.feature == "rivals")
        assert judged.reasons == (*alone.reasons, *beside)
        assert beside or judged == alone


@given(corpora)
@settings(max_examples=60, deadline=None)
def test_a_report_has_one_best_match_in_another_document(corpus: list[Reading]) -> None:
    of = {report.id: r.document.id for r in corpus for report in r.reports}
    best = [j for j in judge(corpus) if any(r.words == w.BEST_MATCH.meaning for r in j.reasons)]
    ends = [(end, of[other]) for j in best for end, other in ((j.a, j.b), (j.b, j.a))]
    assert len(ends) == len(set(ends))


@given(corpora)
@settings(max_examples=60, deadline=None)
def test_blocking_misses_no_pair_that_would_be_the_same(corpus: list[Reading]) -> None:
    documents = {r.document.id: r.document for r in corpus}
    reports = [report for r in corpus for report in r.reports]
    judged = {(j.a, j.b) for j in judge(corpus)}
    for a, b in combinations(reports, 2):
        judgement = compare(a, b, documents=documents)
        if judgement.verdict.value == "same":
            assert (judgement.a, judgement.b) in judged, judgement.reasons


@given(corpora)
@settings(max_examples=40, deadline=None)
def test_an_unrelated_document_changes_nothing(corpus: list[Reading]) -> None:
    doc = document("Kestrel quarry convoy overturned by landslide", published="1994-02-03")
    aside = Place("Puno", SITE, "gn:3931276", "PE", "Puno", -15.8, -70.0)
    other = tells(doc, "Kestrel", PartialDate.day(date(1994, 2, 2)), aside)
    assert list(judge([*corpus, reading(doc, other)])) == list(judge(corpus))


def test_a_document_given_twice_is_judged_once() -> None:
    doc = document("Rockets fell. A second salvo followed.")
    reports = (
        tells(doc, "Rockets", PartialDate.day(START), ASAD),
        tells(doc, "A second", PartialDate.day(START + timedelta(2)), ASAD),
    )
    once = list(judge([reading(doc, *reports)]))
    assert once
    assert list(judge([reading(doc, *reports)] * 2)) == once


def test_thresholds_that_cross_are_refused() -> None:
    import pytest

    with pytest.raises(ValueError, match="unsure"):
        LinkOptions(same=0.3, unsure=0.6)


def test_a_thousand_reports_take_seconds() -> None:
    corpus = []
    for n in range(1000):
        day = START + timedelta(n % 200)
        where = (ASAD, HARIR, BAGHDAD, KHOST, ERBIL_AIRPORT)[n % 5]
        doc = document(f"Rockets fell on the yard in episode {n}.", published=str(day))
        corpus.append(reading(doc, tells(doc, "Rockets", PartialDate.day(day), where)))
    with within(20):
        assert sum(1 for _ in judge(corpus)) > 1000
