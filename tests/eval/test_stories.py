"""The scorer of stories: whose account is whose, links, wholes and values."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from eval.seedkey import Range
from eval.seen import SeenDate, SeenIncident, SeenPlace, SeenStatement
from eval.stories import explained, figures, is_actor, judge
from eval.storykey import Story, load_stories, load_story, toll

from eval import stories
from tallystick.model.document import Span

FIRST = "Shells hit Upmill, killing two. Gunmen shot a guard in Downmill."
SECOND = "Three died when Upmill was shelled. The Reds denied it."
KEY = """
about = "two incidents"

[[incident]]
id = "upmill"
kind = ["shelling"]
day = ["2030-01-01", "2030-01-01"]
place = "Upmill"
lat = 10.0
lon = 20.0
km = 10
killed = "2-3"
denied = [["Reds"]]
optional_denied = [["Blues"]]
[incident.told]
"a.txt" = ["Shells hit Upmill, killing two."]
"b.txt" = ["Three died when Upmill was shelled.", "The Reds denied it."]

[[incident]]
id = "downmill"
kind = ["shooting"]
place = "Downmill"
optional_attackers = [["gunmen"]]
[incident.told]
"a.txt" = ["Gunmen shot a guard in Downmill."]
"""
NEW_YEAR = SeenDate(date(2030, 1, 1), date(2030, 1, 1), "day")


@pytest.fixture
def story(tmp_path: Path) -> Story:
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "key.toml").write_text(KEY, encoding="utf-8")
    return load_story(tmp_path)


def said(document: str, words: str) -> SeenStatement:
    text = {"a.txt": FIRST, "b.txt": SECOND}[document]
    at = text.index(words)
    return SeenStatement(words, "killed", {}, "reports", (), document, Span(at, at + 4), words)


def incident(id: str, *statements: SeenStatement) -> SeenIncident:
    documents = tuple(dict.fromkeys(s.document for s in statements))
    return SeenIncident(id, "shelling", "happened", documents=documents, statements=statements)


UPMILL = replace(
    incident("u", said("a.txt", "Shells"), said("b.txt", "Three")),
    when=NEW_YEAR,
    where=SeenPlace("Upper Mill", point=(10.0, 20.05)),
    killed=(2, 3),
    denied=(("the Reds",), ("Blues",)),
)
DOWNMILL = replace(
    incident("d", said("a.txt", "Gunmen")),
    kind="shooting",
    where=SeenPlace("Downmill"),
    attackers=(("gunmen",),),
)


def scored(story: Story, *seen: SeenIncident) -> dict[str, float]:
    return {f.name: f.value for f in figures([judge(story, seen)])}


def test_all_that_a_careful_reader_writes_down_is_right(story: Story) -> None:
    got = scored(story, UPMILL, DOWNMILL)
    shares = ("accounts.f1", "links.f1", "whole", "kind", "standing", "day.f1", "place.f1")
    assert all(got[name] == 1.0 for name in (*shares, "killed.f1", "denied.f1"))
    assert got["attackers.precision"] == 0, "no author is wanted, and gunmen are tolerated"
    assert list(explained(judge(story, [UPMILL, DOWNMILL])))[1:] == []


@pytest.mark.parametrize(
    ("seen", "key", "same"),
    [
        (("Hayat Tahrir al-Sham",), ("HTS",), True),
        (("Kurdistan Workers' Party",), ("PKK", "Kurdish rebels"), True),
        (("Lebanese military",), ("Lebanese Armed Forces",), True),
        (("army",), ("air force",), False),  # both are only some military's
        (("Kurdistan Workers' Party",), ("HTS",), False),
    ],
)
def test_an_actor_goes_by_all_its_names(
    seen: tuple[str, ...], key: tuple[str, ...], same: bool
) -> None:
    assert is_actor(seen, key) is same


def test_nameless_authors_are_tolerated_in_more_words_or_fewer(story: Story) -> None:
    for name in ("gunmen on a ridge", "gunmen"):
        key = story.incidents[1]
        key = replace(key, tolerated={**key.tolerated, "attackers": ((name,),)})
        one = replace(story, incidents=(story.incidents[0], key))
        assert not any("attackers" in line for line in explained(judge(one, [DOWNMILL])))


def test_an_incident_in_two_is_found_but_neither_linked_nor_whole(story: Story) -> None:
    parted = [incident("x", said("a.txt", "Shells")), incident("y", said("b.txt", "Three"))]
    got = scored(story, *parted, DOWNMILL)
    assert got["accounts.f1"] == 1.0
    assert got["links.recall"] == 0
    assert got["whole"] == 0.5


def test_two_incidents_in_one_are_a_wrong_link(story: Story) -> None:
    merged = incident("m", said("a.txt", "Gunmen"), said("b.txt", "Three"))
    got = scored(story, merged, incident("s", said("a.txt", "Shells")))
    assert got["links.precision"] == 0
    assert got["whole"] == 0


def test_what_is_none_of_the_keys_is_a_wrong_account(story: Story) -> None:
    other = replace(story.incidents[0], told=story.incidents[0].told[:1])
    short = replace(story, incidents=(other, story.incidents[1]))
    extra = incident("e", said("b.txt", "Three"))
    got = scored(short, replace(UPMILL, documents=("a.txt",)), DOWNMILL, extra)
    assert got["accounts.precision"] == pytest.approx(2 / 3)
    assert "no account: b.txt" in "\n".join(explained(judge(short, [UPMILL, DOWNMILL, extra])))


def test_what_is_told_in_passing_neither_helps_nor_hurts_but_is_not_to_be_merged(
    story: Story,
) -> None:
    passing = replace(story.incidents[1], standing="background")
    in_passing = replace(story, incidents=(story.incidents[0], passing))
    assert scored(in_passing, UPMILL, DOWNMILL) == scored(in_passing, UPMILL)
    merged = incident("m", said("a.txt", "Gunmen"), said("b.txt", "Three"))
    assert scored(in_passing, merged)["links.precision"] == 0


@pytest.mark.parametrize(
    ("killed", "best", "right"),
    [((2, 3), 3, True), ((2, None), 3, True), ((2, None), 2, False), ((3, 3), 3, False)],
)
def test_a_toll_is_right_by_its_lowest_and_its_highest(
    story: Story, killed: tuple[int, int | None], best: int, right: bool
) -> None:
    got = scored(story, replace(UPMILL, killed=killed, best_killed=best))
    assert (got["killed.f1"] == 1.0) is right


@pytest.mark.parametrize(
    ("text", "meant"),
    [("12", Range(12, 12)), ("9-14", Range(9, 14)), ("12+", Range(12, None)), (None, None)],
)
def test_how_a_toll_is_written(text: str | None, meant: Range | None) -> None:
    assert toll(text) == meant


def test_words_that_are_not_in_the_text_are_an_error(tmp_path: Path, story: Story) -> None:
    (story.folder / "a.txt").write_text("Nothing of it.", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.txt: not in the text"):
        load_story(story.folder)


def test_the_command_builds_a_ledger_of_each_story(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], story: Story
) -> None:
    files = [{"file": f.name, "published": "2030-01-02"} for f in story.files]
    (story.folder / "manifest.json").write_text(json.dumps(files), encoding="utf-8")
    monkeypatch.setattr(stories, "load_stories", lambda: [story])
    assert stories.main(["--part", "read", "--list"]).as_dict()["accounts.recall"] > 0
    assert f"== {story.name}" in capsys.readouterr().out
    assert stories.main(["--part", "held"]).as_dict()["accounts.recall"] == 0


def test_the_keys_that_ship_can_be_read_and_their_words_are_in_the_texts() -> None:
    found = load_stories()
    assert sum(s.held for s in found) >= 12 and sum(not s.held for s in found) >= 12
    for one in found:
        assert any(len(i.told) > 1 for i in one.incidents), one.name
        rows = json.loads((one.folder / "manifest.json").read_text(encoding="utf-8"))
        assert [r["file"] for r in rows] == [f.name for f in one.files], one.name
