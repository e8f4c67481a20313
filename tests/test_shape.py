"""The shape that the code keeps: small files, small functions, no words of the workshop."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(p for part in ("src", "eval") for p in (ROOT / part).rglob("*.py"))
LONGEST_FILE = 500
LONGEST_FUNCTION = 60


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_there_is_code_to_look_at() -> None:
    assert len(FILES) > 50


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    long = [
        f.name
        for f in functions(ast.parse(text))
        if (f.end_lineno or f.lineno) - f.lineno >= LONGEST_FUNCTION
    ]
    assert not long, f"functions of {LONGEST_FUNCTION} lines and more: {long}"
    assert ast.get_docstring(ast.parse(text)) or path.name == "__init__.py", "no docstring"
