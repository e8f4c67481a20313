"""The commands, as a person types them."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import tallystick
from tallystick.cli import main
from tallystick.model.judgement import Verdict
from tests.scenes import red_hill
from tests.test_api import kept


class Shell:
    """Runs commands on one ledger."""

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger

    def __call__(self, *words: str, code: int = 0, columns: int = 140) -> Result:
        env = {"TALLYSTICK_LEDGER": str(self.ledger), "COLUMNS": str(columns)}
        result = CliRunner().invoke(main, list(words), env=env, catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    def ids(self, *filters: str) -> list[str]:
        lines = self("incidents", "--json", *filters).stdout.splitlines()
        return [json.loads(line)["id"] for line in lines]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(kept(red_hill(), tmp_path / "scene.ledger"))


@pytest.fixture
def doubtful(tmp_path: Path) -> Shell:
    return Shell(kept(red_hill(Verdict.UNSURE), tmp_path / "doubtful.ledger"))


# -- looking -------------------------------------------------------------------------


def test_incidents_are_a_table_in_order_of_date(shell: Shell) -> None:
    output = shell("incidents").stdout
    assert output.index("2023-12-08") < output.index("2023-12-15")
    for words in ("Red Hill, IQ", "claimed: Free Riders", "0–5", "2 incidents, 1 contested."):
        assert words in output


def test_piped_output_has_no_colours_and_no_blanks_at_line_ends(shell: Shell) -> None:
    for command in ("incidents", "tallies", "documents"):
        lines = shell(command).stdout.split("\n")
        assert not [line for line in lines if "\x1b" in line or line != line.rstrip()]


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_a_table_fits_its_width_and_keeps_its_ids_whole(shell: Shell, columns: int) -> None:
    lines = shell("incidents", columns=columns).stdout.splitlines()
    assert max(map(len, lines)) <= columns
    assert any(line.split()[:1] == [shell.ids()[0][:8]] for line in lines)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (["--since", "2023-12-09"], 1),
        (["--until", "2023-12"], 2),
        (["--since", "2024"], 0),
        (["--place", "red hill"], 1),
        (["--place", "iq"], 2),
        (["--actor", "riders"], 1),
        (["--actor", "mil-iq"], 1),
        (["--actor", "Army of Iraq"], 1),  # in no name that is shown
        (["--kind", "bombing"], 1),
        (["--contested"], 1),
        (["--contested", "killed"], 1),
        (["--contested", "when"], 0),
        (["--standing", "planned"], 0),
        (["--all"], 2),
    ],
)
def test_filters_choose(shell: Shell, filters: list[str], count: int) -> None:
    assert len(shell.ids(*filters)) == count


def test_an_actor_is_found_by_another_of_its_names(shell: Shell) -> None:
    assert len(shell.ids("--actor", "Iraqi military")) == 1


def test_nothing_found_says_so_and_is_no_error(shell: Shell) -> None:
    assert "None of 2 incidents fits." in shell("incidents", "--since", "2030").stderr


def test_show_sets_the_accounts_side_by_side(shell: Shell) -> None:
    lines = shell("show", shell.ids()[0][:8]).stdout.splitlines()
    values = next(n for n, line in enumerate(lines) if line.strip().startswith("2 × rocket"))
    assert "3 × rocket" in lines[values]
    assert "Rudaw reports [1]" in lines[values + 1]
    assert "Free Riders → Rudaw claims [1]" in lines[values + 1]
    assert "“Two rockets”" in lines[values + 2]
    assert "WEAPON  contested" in lines[values - 1]


def test_show_gives_denials_documents_and_history(shell: Shell) -> None:
    output = shell("show", shell.ids()[0]).stdout
    assert "Green Band → The National DENIES [2]" in output
    assert "[2]  The National, 2023-12-16 (b.txt)" in output
    assert "same (0.90), by the program" in output


def test_show_gives_the_sentence_on_request(shell: Shell) -> None:
    sentence = "“Two rockets were fired at the Red Hill base in Anbar on Friday.”"
    assert sentence not in shell("show", shell.ids()[0], columns=300).stdout
    assert sentence in shell("show", shell.ids()[0], "--context", columns=300).stdout


def test_show_names_possible_duplicates(doubtful: Shell) -> None:
    first, second = doubtful.ids("--kind", "shelling")
    output = doubtful("show", first).stdout
    assert "MAY BE THE SAME AS" in output
    assert second in output


def test_show_tells_origins_and_how_a_figure_went(shell: Shell) -> None:
    output = shell("show", shell.ids()[0]).stdout
    rows = [line.split() for line in output.splitlines()]
    killed = [row for row in rows if row and row[0].startswith("2023-12-") and "by" in row]
    assert [row[:3] for row in killed] == [
        ["2023-12-08", "0", "0"],
        ["2023-12-16", "0–5", "5"],
    ]
    assert "5 by Free Riders → The National [2]" in output
    assert "3 × rocket  2 origins" in output
    assert "4 independent origins: Free Riders, army officer, Militants and the ministry" in output


def test_incidents_have_a_column_of_origins(shell: Shell) -> None:
    output = shell("incidents").stdout
    assert output.splitlines()[1].split()[-3:] == ["Docs", "Origins", "Contested"]
    lines = [line.split() for line in output.splitlines() if line.startswith(" i-")]
    assert [[word for word in line if word.isdigit()][-2:] for line in lines] == [
        ["2", "4"],
        ["1", "1"],
    ]


def test_show_as_json_is_the_line_of_incidents(shell: Shell) -> None:
    first = shell("incidents", "--json").stdout.splitlines()[0]
    assert shell("show", shell.ids()[0], "--json").stdout.strip() == first


def test_brief_has_a_paragraph_and_its_references(shell: Shell) -> None:
    output = shell("brief", shell.ids()[0]).stdout
    assert output.startswith("A rocket attack was reported at Red Hill")
    assert "[1] Rudaw, 2023-12-08: “Two rockets were fired" in output
    assert max(map(len, output.splitlines())) <= 96


def test_tallies_stand_beside_the_count(shell: Shell) -> None:
    output = shell("tallies", "--members").stdout
    row = next(line for line in output.splitlines() if "attacks on troops" in line)
    assert row.split()[0] == "9"
    assert row.split()[-1] == "2"
    assert "not whether the number is true" in " ".join(output.split())
    assert all(id[:8] in output for id in shell.ids())


def test_tallies_as_json(shell: Shell) -> None:
    data = json.loads(shell("tallies", "--json").stdout)
    assert data["counted"] == {"low": 2, "best": 2, "high": 2}
    assert data["members"] == shell.ids()


def test_documents_are_listed_with_their_reports(shell: Shell) -> None:
    rows = [line.split() for line in shell("documents").stdout.splitlines()]
    assert [row[-2:] for row in rows if row and row[0].startswith("d-")] == [
        ["1", "a.txt"], ["2", "b.txt"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [("incidents",), ("tally",), ("tempo",), ("export", "csv", "-"),
     ("tempo", "--after", "target=US", "--to", "attacker=US")],
)  # fmt: skip
def test_a_period_that_ends_before_it_begins_is_refused(
    shell: Shell, command: tuple[str, ...]
) -> None:
    told = shell(*command, "--since", "2024", "--until", "2023", code=2).stderr
    assert "--since 2024-01-01 is after --until 2023-12-31" in told


# -- reviewing -----------------------------------------------------------------------


def test_explain_gives_reasons_with_weights(shell: Shell) -> None:
    incident = shell.ids()[0]
    output = shell("explain", incident, incident).stdout
    assert "the same with a probability of" in output
    assert "+5.0" in output
    assert "both on 2023-12-08" in output


def test_judge_joins_two_incidents_and_the_word_is_kept(doubtful: Shell) -> None:
    first, second = doubtful.ids("--kind", "shelling")
    output = doubtful("judge", first, second, "same", "--why", "one salvo", "--by", "Ana").stdout
    assert "They are now one incident" in output
    (joined,) = doubtful.ids("--kind", "shelling")
    assert "by Ana on" in doubtful("show", joined).stdout
    assert ": one salvo" in doubtful("show", joined).stdout


def test_the_id_of_an_incident_that_was_joined_leads_to_the_whole_and_says_so(
    doubtful: Shell,
) -> None:
    before = doubtful.ids("--kind", "shelling")
    doubtful("judge", *before, "same", "--why", "one salvo")
    (joined,) = doubtful.ids("--kind", "shelling")
    (gone,) = set(before) - {joined}
    for command in ("show", "brief"):
        told = doubtful(command, gone)
        assert told.stderr == f"{gone} is now part of {joined}.\n"
        assert told.stdout == doubtful(command, joined).stdout
        assert doubtful(command, joined[:8]).stderr == ""


def test_what_is_still_the_same_by_an_earlier_word_is_said(doubtful: Shell) -> None:
    lines = doubtful("incidents", "--json").stdout.splitlines()
    one, two, third = [id for each in map(json.loads, lines) for id in each["reports"]]
    for pair in ((one, two), (two, third)):
        assert "Still" not in doubtful("judge", *pair, "same", "--why", "one salvo").stdout
    output = doubtful("judge", one, two, "different", "--why", "two hills").stdout
    a, b = sorted((two, third))
    assert f"Still the same by reviewer: {a} and {b} (judge these too" in output
    assert "Still" not in doubtful("judge", two, third, "different", "--why", "two hills").stdout


def test_judge_needs_a_reason(doubtful: Shell) -> None:
    first, second = doubtful.ids("--kind", "shelling")
    assert "--why" in doubtful("judge", first, second, "same", code=2).stderr


# -- exporting -----------------------------------------------------------------------


def test_export_writes_csv_once_unless_forced(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "x.csv"
    assert "x.csv: 1 incident" in shell("export", "csv", str(out), "--kind", "bombing").stdout
    with out.open(encoding="utf-8", newline="") as file:
        assert [row["place"] for row in csv.DictReader(file)] == ["Hit"]
    assert "is there already" in shell("export", "csv", str(out), code=1).stderr
    shell("export", "csv", str(out), "--force")


def test_export_to_standard_output(shell: Shell) -> None:
    cells = csv.DictReader(io.StringIO(shell("export", "csv", "-").stdout, newline=""))
    assert [row["id"] for row in cells] == shell.ids()
    collection = json.loads(shell("export", "geojson", "-").stdout)
    assert [f["id"] for f in collection["features"]] == shell.ids()
    assert shell("export", "jsonl", "-").stdout == shell("incidents", "--json").stdout


# -- building ------------------------------------------------------------------------


def test_build_reads_a_folder_and_leaves_out_what_it_cannot(tmp_path: Path) -> None:
    shell, folder = Shell(tmp_path / "new.ledger"), tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text("Two rockets hit a base in Hit on 8 December 2023.")
    (folder / "empty.txt").write_text("")
    result = shell("build", str(folder), code=1)
    assert "Read 1 document:" in result.stdout
    assert "Left out 1 document:" in result.stderr
    assert "empty.txt: is empty" in result.stderr
    assert "empty.txt" in shell("left-out").stdout
    (folder / "empty.txt").unlink()
    again = shell("build", str(folder))
    assert "Read 0 documents (1 was there already)" in again.stdout
    assert "left nothing out" in shell("left-out").stderr


def test_quiet_says_only_what_was_left_out(tmp_path: Path) -> None:
    shell = Shell(tmp_path / "new.ledger")
    (tmp_path / "empty.txt").write_text("")
    result = shell("build", str(tmp_path / "empty.txt"), "--quiet", code=1)
    assert result.stdout == ""
    assert result.stderr.count("\n") == 2


def test_a_path_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    result = Shell(tmp_path / "new.ledger")("build", str(tmp_path / "no.txt"), code=1)
    assert "no.txt" in result.stderr


def test_a_path_that_cannot_be_read_is_left_out_and_the_rest_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked, good = tmp_path / "locked", tmp_path / "good.txt"
    locked.mkdir()
    good.write_text("Two rockets hit a base in Hit on 8 December 2023.")
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != str(locked) and may(path, mode))

    def refused(path: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refused)
    result = Shell(tmp_path / "new.ledger")("build", str(locked), str(good), code=1)
    assert "Read 1 document:" in result.stdout
    assert f"{locked}: cannot be read (Permission denied)" in result.stderr


def test_who_names_a_folder_as_ledger_is_told_by_what_it_was_named(tmp_path: Path) -> None:
    typed = Shell(tmp_path / "no.ledger")("incidents", "--ledger", str(tmp_path), code=2)
    assert "Invalid value for '--ledger': " in typed.stderr
    assert "(env var: 'TALLYSTICK_LEDGER'): " in Shell(tmp_path)("incidents", code=2).stderr


def test_sample_fills_a_new_folder_that_builds(tmp_path: Path) -> None:
    shell, folder = Shell(tmp_path / "new.ledger"), tmp_path / "reports"
    shell("sample", str(folder))
    files = {path.name for path in folder.iterdir()}
    assert len(files) > 40
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert {entry["file"] for entry in listed} | {"manifest.json"} == files
    assert "is not empty" in shell("sample", str(folder), code=1).stderr


# -- errors --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [["incidents"], ["show", "i-1"], ["brief", "i-1"], ["tallies"], ["documents"], ["left-out"],
     ["explain", "i-1", "i-2"], ["judge", "i-1", "i-2", "same", "--why", "x"],
     ["export", "csv", "-"]],
)  # fmt: skip
def test_a_missing_ledger_says_which_command_makes_one(tmp_path: Path, command: list[str]) -> None:
    result = Shell(tmp_path / "none.ledger")(*command, code=1)
    assert "make one with: tallystick build" in result.stderr
    assert not (tmp_path / "none.ledger").exists()


def test_an_unknown_id_names_near_ones(shell: Shell) -> None:
    incident = shell.ids()[0]
    assert incident in shell("show", incident[:-1] + "x", code=1).stderr


def test_what_the_system_refuses_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refused)
    told = shell("sample", "w/new", code=1).stderr
    assert "w/new: cannot be written or read: Permission denied; check the path" in told


@pytest.mark.parametrize("typed", ["zzz", "d-12", "i-"])
def test_a_wrong_id_says_where_ids_are_found(shell: Shell, typed: str) -> None:
    assert "`tallystick incidents` lists the ids" in shell("show", typed, code=1).stderr
    assert "`tallystick incidents` lists the ids" in shell("explain", typed, "i-1", code=1).stderr
    assert "`tallystick show INCIDENT` lists" in shell("explain", "r-x", "i-1", code=1).stderr


@pytest.mark.parametrize(
    "words",
    [["incidents", "--since", "yesterday"], ["incidents", "--since", "2023-13"], ["build"],
     ["nonsense"], ["incidents", "--kind", "party"]],
)  # fmt: skip
def test_what_is_not_understood_is_code_2(shell: Shell, words: list[str]) -> None:
    shell(*words, code=2)


def test_version(shell: Shell) -> None:
    assert shell("--version").stdout == f"tallystick, version {tallystick.__version__}\n"
