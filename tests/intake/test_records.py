from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from tallystick.errors import IntakeError
from tallystick.intake import Intake, Intaken, Limits

ACCOUNT = "Two rockets landed near a supply depot outside Marat on Wednesday, the ministry said."


def read(path: Path, limits: Limits | None = None) -> tuple[list[Intaken], list[str], list[str]]:
    intake = Intake([path], limits=limits)
    items = list(intake)
    bad = [str(item) for item in items if isinstance(item, IntakeError)]
    return [item for item in items if isinstance(item, Intaken)], bad, intake.notices


def jsonl(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows))
    return path


def test_jsonl_with_its_usual_keys(tmp_path: Path) -> None:
    row = {
        "id": 7,
        "headline": "Depot hit",
        "body": [ACCOUNT, "No one was hurt."],
        "source": {"name": "Harbour Post"},
        "published_at": "2021-03-04T10:00:00Z",
        "link": "https://example.org/a",
        "lang": "en",
    }
    ((item,), bad, notices) = read(jsonl(tmp_path / "a.jsonl", row))
    assert not bad
    assert not notices
    document = item.document
    assert document.name == "a.jsonl line 1 (id 7)"
    assert document.text == f"Depot hit\n\n{ACCOUNT}\n\nNo one was hurt."
    assert (document.title, document.publisher) == ("Depot hit", "Harbour Post")
    assert (document.url, document.language) == ("https://example.org/a", "en")
    assert document.published is not None
    assert document.published.start == date(2021, 3, 4)
    assert item.content == json.dumps(row).encode()
    assert document.sha256 == hashlib.sha256(item.content).hexdigest()


def test_a_broken_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = [{"text": ACCOUNT}, '{"text": "cut', "[1]", {"text": " "}, "[" * 9000, {"text": "x y"}]
    path = jsonl(tmp_path / "a.jsonl", *rows)
    good, bad, _ = read(path)
    assert [item.document.name for item in good] == ["a.jsonl line 1", "a.jsonl line 6"]
    assert [line.split(":")[0] for line in bad] == [f"a.jsonl line {n}" for n in (2, 3, 4, 5)]
    assert "has no text" in bad[2]
    assert Intake([path]).total() == 6


def test_a_line_that_is_too_long(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"text": "a" * 3000}, {"text": ACCOUNT})
    good, (bad,), _ = read(path, Limits(document=1000))
    assert [item.document.name for item in good] == ["a.jsonl line 2"]
    assert "line 1: is too large" in bad


def test_lone_surrogates_can_be_stored(tmp_path: Path) -> None:
    row = '{"text": "Two rockets \\ud83d landed.", "title": "\\udc00"}'
    ((item,), _, _) = read(jsonl(tmp_path / "a.jsonl", row))
    item.document.text.encode()
    assert item.document.title is not None
    item.document.title.encode()


def test_csv_in_latin_with_settled_dates(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    table = (
        "unit_id,article_title,article_content,source,date\n"
        f'1,Café hit,"{ACCOUNT}",post,4/5/2017\n2,Depot hit,"{ACCOUNT}",post,4/19/2017\n'
    )
    path.write_bytes(table.encode("cp1252"))
    good, bad, notices = read(path)
    assert not bad
    days = [item.document.published.start for item in good if item.document.published]
    assert days == [date(2017, 4, 5), date(2017, 4, 19)]
    assert good[0].document.text.startswith("Café hit\n\n")
    assert json.loads(good[0].content)["article_title"] == "Café hit"
    assert any("cp1252" in notice for notice in notices)
    assert Intake([path]).total() == 2


def test_dates_that_nothing_settles_are_unknown(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"text;date\n{ACCOUNT};4/5/2017\n{ACCOUNT} 2;0000-00-00\n")
    good, _, (notice,) = read(path)
    assert [item.document.published for item in good] == [None, None]
    assert "row 2: '4/5/2017'" in notice
    assert "row 3: '0000-00-00'" in notice


def test_a_stamp_in_the_text_beats_a_column_that_may_mean_another_day(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    stamped = f"Posted on March 9 2021\n\n{ACCOUNT}"
    path.write_text(f'text,date\n"{stamped}",2021-03-04\n')
    ((item,), _, (notice,)) = read(path)
    assert "row 2" in notice
    assert item.document.published is not None
    assert item.document.published.start == date(2021, 3, 9)
    path.write_text(f'text,published\n"{stamped}",2021-03-04\n')
    ((item,), _, _) = read(path)
    assert item.document.published is not None
    assert item.document.published.start == date(2021, 3, 4)


def test_rows_without_text_and_open_quotes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'title,text\nDepot hit,\n\nBridge hit,{ACCOUNT}\nLast,"{"x" * 200_000}')
    good, bad, _ = read(path)
    assert "row 2: has no text" in bad[0]
    assert good[0].document.title == "Bridge hit"
    limited, (_, large), _ = read(path, Limits(document=150_000))
    assert len(limited) == 1
    assert "row 5" in large


@pytest.mark.parametrize("title", ["Rockets fall near depot", "Rockets fall near depot | The Post"])
def test_a_title_that_the_text_has_is_not_put_twice(tmp_path: Path, title: str) -> None:
    text = f"Wed 03 Mar 2021 Rockets fall near depot. {ACCOUNT}"
    ((item,), _, _) = read(jsonl(tmp_path / "a.jsonl", {"title": title, "text": text}))
    assert item.document.text == text


def test_the_manifest_may_speak_of_a_whole_file(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"text": ACCOUNT})
    same = jsonl(tmp_path / "b.jsonl", {"text": ACCOUNT, "source": "Post"})
    assert read(path)[0][0].document.publisher is None
    assert read(same)[0][0].document.publisher == "Post"


def test_a_day_of_two_readings_says_so_and_what_to_write(tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("text,published\nRockets fell.,03/04/2021\n", encoding="utf-8")
    intake = Intake([path])
    (item,) = intake
    assert isinstance(item, Intaken)
    assert item.document.published is None
    assert (
        "dates.csv: no usable date in row 2: '03/04/2021' "
        "(03/04/2021 may be 3 April or 4 March: write 2021-04-03 or 2021-03-04)"
    ) in intake.notices
