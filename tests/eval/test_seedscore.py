from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from eval.seedkey import SeedKey, load
from eval.seedscore import Run, chain_right, figures, unsupported
from eval.seen import SeenDate, SeenIncident, SeenPlace, SeenStatement

from tallystick.model.document import Span
from tests.eval.perfect import perfect

COUNTS_OF_ERRORS = (
    "captions_taken",
    "background_taken",
    "threats_taken",
    "traps_taken",
    "caption_statements",
    "unsupported_dates",
    "merged_though_apart",
    "found_but_misplaced",
)


@pytest.fixture(scope="module")
def key() -> SeedKey:
    return load()


def scored(seen: list[SeenIncident], key: SeedKey, **options: bool) -> dict[str, float]:
    return {f.name: f.value for f in figures(Run(tuple(seen), key, {}, **options))}


def only(seen: list[SeenIncident], id: str) -> SeenIncident:
    return next(s for s in seen if s.id == id)


def swapped(seen: list[SeenIncident], id: str, **changes: object) -> list[SeenIncident]:
    return [replace(s, **changes) if s.id == id else s for s in seen]  # type: ignore[arg-type]


def test_perfect_output_is_all_right(key: SeedKey) -> None:
    got = scored(perfect(key), key)
    shares = [n for n in got if n.startswith("field.")]
    for name in ("recall", "precision", "statements", "sources", "differing_accounts", *shares):
        assert got[name] == 1.0, name
    assert [got[name] for name in COUNTS_OF_ERRORS] == [0] * len(COUNTS_OF_ERRORS)


def test_order_does_not_matter(key: SeedKey) -> None:
    seen = perfect(key)
    shuffled = random.Random(3).sample(seen, len(seen))
    assert scored(shuffled, key) == scored(seen, key)


def test_nothing_scores_nothing(key: SeedKey) -> None:
    got = scored([], key)
    assert got["recall"] == got["precision"] == got["exact_quotes"] == 0


def test_a_wrong_date_is_a_miss_and_a_false_incident(key: SeedKey) -> None:
    day = date(2023, 11, 18)
    seen = swapped(perfect(key), "nov21-jurf", when=SeenDate(day, day, "day"))
    got, whole = scored(seen, key), len(seen)
    assert got["recall"] == got["precision"] == (whole - 1) / whole
    assert got["found_but_misplaced"] == 1
    assert got["field.when"] == (whole - 1) / whole
    assert got["unsupported_dates"] == 1


def test_a_wrong_place_is_a_miss(key: SeedKey) -> None:
    seen = swapped(perfect(key), "nov21-jurf", where=SeenPlace("Mosul", "town", "IQ"))
    assert scored(seen, key)["recall"] < 1


def test_an_optional_incident_never_hurts(key: SeedKey) -> None:
    account = next(a for a in key.accounts if a.id == "004-us-in-iraq")
    extra = SeenIncident(
        "extra",
        "air_strike",
        "happened",
        SeenDate(date(2023, 11, 13), date(2023, 11, 19), "week", None, "last week"),
        SeenPlace("Iraq", "country", "IQ"),
        documents=(account.document,),
        statements=(_said("extra", account.document, account.evidence[0]),),
    )
    assert scored([*perfect(key), extra], key)["precision"] == 1.0


@pytest.mark.parametrize(
    ("kind", "figure"),
    [
        ("caption", "captions_taken"),
        ("background", "background_taken"),
        ("planned", "threats_taken"),
        ("trap", "traps_taken"),
    ],
)
def test_what_is_no_incident_of_the_day_is_counted(kind: str, figure: str, key: SeedKey) -> None:
    passage = next(p for p in key.passages if p.kind == kind)
    said = _said("extra", passage.document, passage.spans[0])
    extra = SeenIncident(
        "extra", "attack", "happened", documents=(passage.document,), statements=(said,)
    )
    got = scored([*perfect(key), extra], key)
    assert got[figure] == 1
    assert got["precision"] < 1


def test_background_that_is_called_background_is_no_error(key: SeedKey) -> None:
    passage = next(p for p in key.passages if p.kind == "background")
    said = _said("extra", passage.document, passage.spans[0])
    extra = SeenIncident(
        "extra", "attack", "background", documents=(passage.document,), statements=(said,)
    )
    assert scored([*perfect(key), extra], key)["precision"] == 1.0


def test_a_lost_side_is_no_longer_kept(key: SeedKey) -> None:
    seen = perfect(key)
    jan = only(seen, "oct22-asad")
    kept = tuple(s for s in jan.statements if s.stance != "denies")
    got = scored(swapped(seen, "oct22-asad", statements=kept), key)
    assert got["differing_accounts"] < 1
    assert got["statements"] < 1


def test_a_source_left_out_of_the_chain_is_wrong(key: SeedKey) -> None:
    seen = perfect(key)
    first = only(seen, "oct18-asad")
    short = tuple(replace(s, chain=s.chain[:1]) for s in first.statements)
    got = scored(swapped(seen, "oct18-asad", statements=short), key)
    assert got["sources"] < 1
    assert got["statements"] == 1


def test_the_publisher_may_be_unknown_but_not_another(key: SeedKey) -> None:
    wanted = (("centcom",), ("the-national",), ("breitbart",))
    said = (("CENTCOM",), ("The National",))
    assert chain_right(said, wanted, key)
    assert chain_right((*said, ("Breitbart",)), wanted, key)
    assert chain_right((*said, ("unknown publisher",)), wanted, key)
    assert not chain_right((*said, ("Rudaw",)), wanted, key)
    assert not chain_right(said[1:], wanted, key)
    assert chain_right((), wanted[2:], key)


def test_two_that_are_apart_must_not_be_one(key: SeedKey) -> None:
    seen = perfect(key)
    first, second = only(seen, "oct21-asad"), only(seen, "oct22-asad")
    merged = replace(
        first,
        statements=(*first.statements, *second.statements),
        documents=(*first.documents, *second.documents),
    )
    got = scored([merged if s is first else s for s in seen if s is not second], key)
    assert got["merged_though_apart"] == 1
    assert got["recall"] < 1


def test_a_quote_must_be_the_words_at_its_place(key: SeedKey) -> None:
    text = "A rocket fell in the yard."
    good = SeenStatement("a", "kind", "shelling", "reports", (), "a.txt", Span(2, 8), "rocket")
    bad = replace(good, id="b", quote="rockets")
    empty = replace(good, id="c", quote="", span=Span(2, 2))
    seen = SeenIncident("x", "shelling", "happened", statements=(good, bad, empty))
    got = {f.name: f.value for f in figures(Run((seen,), key, {"a.txt": text}))}
    assert got["exact_quotes"] == pytest.approx(1 / 3)


def test_without_manifest_a_weekday_floats(key: SeedKey) -> None:
    floating = [
        replace(s, when=SeenDate(None, None, "floating", s.when.weekday, ""))
        for s in perfect(key)
        if s.when and s.when.weekday
    ]
    assert scored(floating, key, anchored=False)["recall"] == 1.0
    assert scored(floating, key, anchored=True)["recall"] == 0.0
    moved = [
        replace(s, when=replace(s.when, weekday=s.when.weekday % 7 + 1))
        for s in floating
        if s.when and s.when.weekday
    ]
    assert scored(moved, key, anchored=False)["recall"] < 0.2


def test_without_manifest_only_stamps_support_dates(key: SeedKey) -> None:
    run = Run(tuple(perfect(key)), key, {}, anchored=False)
    documents = {incident.documents[0][:3] for incident, _, _ in unsupported(run)}
    assert documents == {"000", "001", "002"}
    assert not unsupported(replace(run, anchored=True))


def test_a_day_later_is_unsupported(key: SeedKey) -> None:
    late = [
        replace(s, when=replace(s.when, start=_later(s.when.start), end=_later(s.when.end)))
        for s in perfect(key)
        if s.id == "jan1-asad" and s.when
    ]
    assert len(unsupported(Run(tuple(late), key, {}))) == 1


def _later(day: date | None) -> date | None:
    return day and day + timedelta(days=1)


def _said(id: str, document: str, span: Span) -> SeenStatement:
    return SeenStatement(id, "kind", "attack", "reports", (), document, span, "x")


def test_an_account_that_may_belong_elsewhere_finds_no_incident(key: SeedKey) -> None:
    """The week of a claim, in another article, is not the day that the first one gives."""
    vague = SeenIncident(
        "vague",
        "drone_attack",
        "happened",
        SeenDate(date(2023, 10, 14), date(2023, 10, 20), "week", None, "last week"),
        SeenPlace("Harir", "town", "IQ"),
        documents=("002_5b3cfe8a4d55e474.txt",),
    )
    without = [s for s in perfect(key) if s.id != "oct18-harir"]
    got = scored([*without, vague], key)
    assert got["recall"] == len(without) / (len(without) + 1)
    assert got["precision"] == 1.0


def test_what_was_not_found_is_lost_with_its_two_sides(key: SeedKey) -> None:
    without = [s for s in perfect(key) if s.id != "oct22-asad"]
    got = scored(without, key)
    assert 0 < got["differing_accounts"] < 1
    assert 0 < got["statements"] < 1
