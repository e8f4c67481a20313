"""docs/sources.md says what the code does."""

from __future__ import annotations

from pathlib import Path

from tallystick.intake.columns import NAMES, Part
from tallystick.intake.known import Limits
from tallystick.intake.walk import READ
from tallystick.model.document import SegmentKind

PAGE = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")


def test_every_column_name_is_documented() -> None:
    for part, names in NAMES.items():
        if part is not Part.FILE:
            assert ", ".join(names) in PAGE


def test_every_kind_of_file_and_part_is_documented() -> None:
    assert [suffix for suffix in READ if f"`{suffix}`" not in PAGE] == []
    assert [kind for kind in SegmentKind if kind not in PAGE] == []


def test_the_limits_are_documented() -> None:
    limits = Limits()
    assert f"{limits.document // 1_000_000} MB" in PAGE
    assert f"{limits.page // 1_000_000} MB" in PAGE
    assert f"{limits.elements:,} elements" in PAGE
    assert f"{limits.attributes:,}\nattributes" in PAGE
