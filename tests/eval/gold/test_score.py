from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from eval.__main__ import main as run
from eval.gold.score import main, reader_of
from eval.gold.score_errors import errors, show_errors
from eval.gold.store import APART, save_labels

from eval import gold as package
from tallystick.model.document import Document
from tallystick.model.statement import Field, Reading, Standing
from tests.builders import fact, hurt
from tests.eval.gold.cases import TEXT, dead, gold, judged, label, labelled, seen, tuesday


def nothing(document: Document) -> Reading:
    """A reader that finds nothing."""
    return Reading(document)


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """Two labelled documents, one in each part, and where they are."""
    fakes = tmp_path / "fakes"
    fakes.mkdir()
    columns = ["unit_id", "article_title", "article_content", "source", "date"]
    with (fakes / "FA-KES-Dataset.csv").open("w", encoding="latin-1", newline="") as file:
        rows = csv.writer(file)
        rows.writerows([columns, *([n, "", TEXT, "herald", "5/7/2031"] for n in (1, 2))])
    labels = tmp_path / "labels"
    labels.mkdir()
    toll = label(Field.KILLED, dead(16, 16), "16 people")
    first = labelled(gold("mortar attack", toll), id="fakes:1")
    second = labelled(gold("mortar attack", toll), gold("shot dead", id="b"), id="fakes:2")
    save_labels([first, second], labels / "A.jsonl")
    split = tmp_path / "split.toml"
    split.write_text('train = ["fakes:1"]\ntest = ["fakes:2"]\ntwice = []\n', encoding="utf-8")
    return ["--data", str(tmp_path), "--labels", str(labels), "--split", str(split)]


NOTHING = f"{__name__}:nothing"


def test_each_part_is_scored_by_itself(options: list[str], tmp_path: Path) -> None:
    path = tmp_path / "scores.json"
    found = main([*options, "--reader", NOTHING, "--json", str(path)]).as_dict()
    assert found["documents"] == found["fakes.documents"] == 1
    assert found["incidents.recall"] == 0
    assert json.loads(path.read_text(encoding="utf-8"))["fakes.incidents.recall"] == 0
    figures = main([*options, "--reader", NOTHING, "--part", "train"]).figures
    assert next(f for f in figures if f.name == "incidents.recall").of == 1


def test_fresh_labels_are_in_no_other_part(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (tmp_path / "labels" / "A.jsonl").rename(fresh / "A.jsonl")
    monkeypatch.setitem(APART, "fresh", fresh)
    assert main([*options, "--reader", NOTHING]).skipped
    found = main([*options, "--reader", NOTHING, "--part", "fresh"]).as_dict()
    assert found["documents"] == 2
    with pytest.raises(SystemExit):
        main([*options, "--part", "fresh", "--errors", "1"])


def test_the_spread_stands_beside_the_figures(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "incidents.low" not in main([*options, "--reader", NOTHING]).as_dict()
    assert "95 %" not in capsys.readouterr().out
    found = main([*options, "--reader", NOTHING, "--spread"]).as_dict()
    assert found["incidents.high"] == 0
    assert "95 %" in capsys.readouterr().out


def test_annotators_are_scored_alone_or_together(options: list[str], tmp_path: Path) -> None:
    both = 'train = ["fakes:1", "fakes:2"]\ntest = []\ntwice = []\n'
    (tmp_path / "split.toml").write_text(both, encoding="utf-8")
    other = labelled(gold("mortar attack"), gold("shot dead", id="b"), annotator="B")
    third = labelled(gold("mortar attack"), id="fakes:2", annotator="C")
    for one in (other, third):
        save_labels([one], tmp_path / "labels" / f"{one.annotator}.jsonl")

    def wanted(by: str) -> int | None:
        found = main([*options, "--reader", NOTHING, "--part", "train", "--by", by])
        return next((f.of for f in found.figures if f.name == "incidents.recall"), None)

    assert [wanted(by) for by in ("A", "B", "C", "D", "B,C", "A,B")] == [3, 2, 1, None, 3, 3]


def test_the_program_itself_is_the_reader_by_default(options: list[str]) -> None:
    assert main(options).as_dict()["incidents.recall"] > 0
    assert reader_of(NOTHING) is nothing


def test_a_set_that_is_absent_is_skipped(options: list[str]) -> None:
    assert main([*options, "--set", "muc"]).skipped


def test_without_labels_nothing_is_scored(options: list[str], tmp_path: Path) -> None:
    assert "labelled" in main([*options, "--labels", str(tmp_path)]).skipped
    assert main([*options, "--agreement"]).skipped


def test_it_is_found_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gold", "--data", str(tmp_path / "nowhere")]) == 0
    assert "skipped" in capsys.readouterr().out
    assert package.main(["--data", str(tmp_path / "nowhere")]).skipped


def test_errors_of_the_test_part_are_not_shown_unasked(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*options, "--errors", "3"])
    assert TEXT[:8] not in capsys.readouterr().out
    main([*options, "--errors", "3", "--look", "--reader", NOTHING])
    told = capsys.readouterr()
    assert "WARNING" in told.err
    assert "incident missed: 2" in told.out


def test_errors_of_the_train_part_are_shown(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main([*options, "--part", "train", "--errors", "3", "--reader", NOTHING])
    told = capsys.readouterr()
    assert "WARNING" not in told.err
    assert "[mortar attack]" in told.out


def test_calibration_of_a_part(options: list[str]) -> None:
    assert "report.ece" in main([*options, "--calibration"]).as_dict()


def test_each_error_is_told_once_by_its_kind() -> None:
    labels = labelled(
        gold(
            "mortar attack",
            label(Field.KILLED, dead(16, 16), "16 people", by=("doctor",)),
            label(Field.WHEN, tuesday(), "Tuesday"),
        ),
        gold("bomb", id="b", standing=Standing.BACKGROUND),
    )
    found = judged(
        labels,
        seen("mortar attack", hurt(15, "killed 16 people"), fact(Field.WHEN, tuesday(), "Tuesday")),
        seen("bomb"),
        seen("shot dead"),
    )
    kinds = sorted(e.kind for e in errors(found))
    assert kinds == [
        "chain",
        "incident too many",
        "killed wrong",
        "kind",
        "standing background as happened",
        "value of killed",
    ]


def test_no_more_errors_are_printed_than_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    labels = labelled(gold("mortar attack"), gold("shot dead", id="b"), gold("claimed", id="c"))
    show_errors([judged(labels)], 2)
    told = capsys.readouterr().out
    assert "incident missed: 3" in told
    assert told.count("wanted:") == 2
