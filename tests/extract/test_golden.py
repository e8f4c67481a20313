"""Whole documents, read: each golden file was looked over line by line before it was kept."""

from __future__ import annotations

import pytest

from tests.extract.make_goldens import FOLDER, PUBLISHED, golden


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_reading_is_the_golden_one(name: str) -> None:
    kept = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert golden(name) == kept, "run python -m tests.extract.make_goldens and read the difference"


def test_every_document_has_its_golden_file() -> None:
    assert {p.stem for p in FOLDER.glob("*.txt")} == set(PUBLISHED)
    assert {p.stem for p in FOLDER.glob("*.json")} == set(PUBLISHED)
