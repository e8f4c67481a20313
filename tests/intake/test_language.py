from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.intake import Intake
from tallystick.intake.language import looks_english

ENGLISH = "A bomb went off at the market of the town on Monday and five people were killed."
OTHERS = [
    "Un coche bomba explotó el lunes frente a una comisaría y mató a seis personas, según fuentes.",
    "Une voiture piégée a explosé lundi devant le marché de la ville, tuant cinq personnes.",
    "Am Montag explodierte eine Bombe vor dem Rathaus der Stadt und tötete fünf Menschen sofort.",
    "قُتل خمسة جنود في هجوم بالصواريخ على القاعدة يوم الأحد وقال الجيش إنه رد",
]


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), "Two killed in Kirkuk", ""])
def test_english_and_what_is_too_short_to_tell(text: str) -> None:
    assert looks_english(text)


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_are_not_english(text: str) -> None:
    assert not looks_english(text)


def test_a_text_that_cannot_be_read_is_kept_and_said_so(tmp_path: Path) -> None:
    for number, text in enumerate([ENGLISH, *OTHERS]):
        (tmp_path / f"{number}.txt").write_text(text + "\n", encoding="utf-8")
    intake = Intake([tmp_path])
    assert len(list(intake)) == 5
    (notice,) = [n for n in intake.notices if "English" in n]
    assert "1.txt" in notice
    assert "0.txt" not in notice
