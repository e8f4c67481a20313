from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.intake import Intake
from tallystick.intake.language import looks_english

# The names of a Spanish-speaking country, in the capitals of the wires.
NAMES = "THE MAYOR OF LOS ALAMOS DE LA SIERRA WAS SHOT BY MEN OF THE DEL NORTE BLOC AT EL PINAR."
ENGLISH = "A bomb went off at the market of the town on Monday and five people were killed."
OTHERS = [
    "Un coche bomba explotó el lunes frente a una comisaría y mató a seis personas, según fuentes.",
    "Une voiture piégée a explosé lundi devant le marché de la ville, tuant cinq personnes.",
    "Am Montag explodierte eine Bombe vor dem Rathaus der Stadt und tötete fünf Menschen sofort.",
    "In der Stadt war am Montag eine Bombe explodiert, in einem Vorort was das Feuer zu sehen.",
    "Het is de politie die in het dorp was toen het vuur begon; een man had een wapen bij zich.",
    "En mand har lagt bomben, siger politiet, for at ramme den by, og at det er et angreb.",
    "Politiet sier at det er for tidlig å si om angrepet var ment for en annen by i nord.",
    "Polisen säger att det var ett attentat och att en man har gripits för dådet i fredags.",
    "In serata è esplosa una bomba in un mercato in centro, e in città si temono altri attacchi.",
    "Um carro-bomba explodiu na segunda-feira em frente a um mercado e matou cinco pessoas.",
    "Samochód pułapka wybuchł w poniedziałek przed targiem w mieście, zginęło pięć osób.",
    "O mașină capcană a explodat luni în fața pieței din oraș, ucigând cinci persoane.",
    "قُتل خمسة جنود في هجوم بالصواريخ على القاعدة يوم الأحد وقال الجيش إنه رد",
]


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), NAMES, "Two killed in Kirkuk", ""])
def test_english_and_what_is_too_short_to_tell(text: str) -> None:
    assert looks_english(text)


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_are_not_english(text: str) -> None:
    assert not looks_english(text)


def test_a_text_that_cannot_be_read_is_kept_and_said_so(tmp_path: Path) -> None:
    for name, text in [("english", ENGLISH), ("another", OTHERS[1])]:
        (tmp_path / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    intake = Intake([tmp_path])
    assert len(list(intake)) == 2
    (notice,) = [n for n in intake.notices if "English" in n]
    assert "another.txt" in notice
    assert "english.txt" not in notice
