"""The documentation says what the program does: commands, options, columns, kinds, names."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import tallystick
from tallystick import api
from tallystick.cli import main
from tallystick.export.flat import COLUMNS
from tallystick.model.statement import Stance
from tallystick.model.taxonomy import COUNTERPARTS, IncidentKind

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")])


CONTEXT = click.Context(main)
COMMANDS = {
    name: command
    for name in main.list_commands(CONTEXT)
    if (command := main.get_command(CONTEXT, name))
}


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def rows(text: str) -> Iterator[list[str]]:
    """The cells of every table row whose first cell is code."""
    for line in text.splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def section(name: str) -> str:
    """The part of cli.md on a command."""
    parts = re.split(r"^## (.+)$", page("cli.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True)).get(name, "")


def test_every_command_goes_by_its_name() -> None:
    assert {name: command.name for name, command in COMMANDS.items()} == {
        name: name for name in main.list_commands(CONTEXT)
    }


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    assert re.findall(r"^## (.+)$", page("cli.md"), re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_option_of_a_command_is_documented(name: str) -> None:
    shared = section("incidents") if "FILTERS" in section(name) else ""
    documented = section(name) + shared + page("cli.md").partition("## ")[0]
    options = [p for p in COMMANDS[name].params if isinstance(p, click.Option)]
    missing = [p.opts[0] for p in options if f"{p.opts[0]}" not in documented]
    assert missing == []


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_documented_option_exists(name: str) -> None:
    has = {opt for p in COMMANDS[name].params for opt in p.opts}
    usage = section(name).split("\n\n")[1]
    assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", usage)) <= has


@pytest.mark.parametrize("command", COMMANDS.values(), ids=list(COMMANDS))
def test_the_help_of_every_command_has_an_example_that_parses(command: click.Command) -> None:
    lines = [line.strip() for line in (command.help or "").splitlines()]
    examples = [line for line in lines if line.startswith("tallystick ")]
    assert examples
    for example in examples:
        words = [w.strip('"') for w in re.findall(r'"[^"]*"|\S+', example)][1:]
        subcommand = COMMANDS[words[0]]
        subcommand.make_context(words[0], words[1:], resilient_parsing=False).close()


@pytest.mark.parametrize("command", COMMANDS.values(), ids=list(COMMANDS))
def test_every_option_says_in_whole_what_it_does(command: click.Command) -> None:
    told = {p.opts[0]: p.help or "" for p in command.params if isinstance(p, click.Option)}
    assert [name for name, text in told.items() if not re.match("[A-Z]", text)] == []
    assert [name for name, text in told.items() if "docs/" in text] == []  # not in the package


def test_the_usage_of_user_names_what_its_help_speaks_of() -> None:
    usage = COMMANDS["user"].get_usage(click.Context(COMMANDS["user"], info_name="user"))
    assert usage.endswith("[OPTIONS] ACT [NAME]")


def test_the_taxonomy_page_is_the_taxonomy() -> None:
    documented = {cells[0].strip("`"): tuple(cells[2:]) for cells in rows(page("taxonomy.md"))}
    assert documented == {
        kind.value: (c.acled, c.plover or "-", c.muc or "-") for kind, c in COUNTERPARTS.items()
    }
    assert set(documented) == {kind.value for kind in IncidentKind}


def test_the_columns_of_the_exports_are_documented_in_order() -> None:
    assert [cells[0].strip("`") for cells in rows(page("exports.md"))] == list(COLUMNS)


def test_every_stance_is_among_the_words() -> None:
    documented = re.findall(r"^\| (\w+) \| ", page("concepts.md"), re.MULTILINE)
    assert documented == ["stance", *(stance.value for stance in Stance)]


def test_the_public_names_are_those_of_the_api() -> None:
    assert tallystick.__all__ == api.__all__ == sorted(api.__all__)
    for name in tallystick.__all__:
        assert getattr(tallystick, name) is getattr(api, name)


def test_the_names_that_the_pages_use_are_public() -> None:
    used = {n for p in PAGES for n in re.findall(r"\bts\.(\w+)", p.read_text(encoding="utf-8"))}
    assert used
    assert used <= set(tallystick.__all__)


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#]+)", text) if "://" not in t]
    assert [t for t in targets if not (path.parent / t).exists()] == []


def test_the_version_is_one() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{tallystick.__version__}"' in pyproject
    assert f"## {tallystick.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_example_of_the_readme_is_what_comes_out() -> None:
    script = [sys.executable, str(DOCS / "pictures.py"), "--check"]
    result = subprocess.run(script, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
