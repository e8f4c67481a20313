from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.intake.decode import NotTextError, clean, decode, detect_file

ARABIC = "قالت الوزارة إن صاروخين سقطا قرب مستودع خارج المدينة ليلة الأربعاء. " * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_remark(encoding: str) -> None:
    decoded = decode(ARABIC.encode(encoding))
    assert (decoded.text, decoded.remark) == (ARABIC, "")


def test_utf16_without_a_mark() -> None:
    assert decode("Two rockets landed.".encode("utf-16-le")).text == "Two rockets landed."


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("“Café”, disse o ministro – à noite", "cp1252", "cp1252"),
        ("Caf\x81\xe9", "latin-1", "latin-1"),
        (ARABIC, "cp1256", "cp1256"),
    ],
)
def test_older_encodings_are_read_with_a_remark(text: str, encoding: str, name: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert name in decoded.remark


def test_damaged_utf8_stays_utf8() -> None:
    content = ARABIC.encode()[:-3] + b"\xff end"
    decoded = decode(content)
    assert decoded.text.startswith(ARABIC[:50])
    assert decoded.text.endswith("\ufffd end")
    assert "damaged" in decoded.remark


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04....",
        b"\x89PNG\r\n",
        b"\x1f\x8b\x08\x00",
        bytes(range(256)) * 9,
    ],
)
def test_what_is_no_text(content: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(content)


def test_cleaning_alters_nothing_but_line_ends_and_controls() -> None:
    assert clean("\ufeffa\r\nb\rc\u2028d\x00e\x07\tf\ud800") == "a\nb\nc\nde\tf\ufffd"
    garbled = "ActivistsÃ¢â‚¬â„¢ ï¿½"
    assert clean(garbled) == garbled


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"plain " * 300_000, "utf-8"),
        (b"plain " * 300_000 + "é".encode(), "utf-8"),
        (b"plain " * 300_000 + b"caf\xe9 ", "cp1252"),
        (b"plain " * 300_000 + b"caf\xe9 \x81", "latin-1"),
    ],
)
def test_a_file_is_judged_to_its_end(tmp_path: Path, content: bytes, encoding: str) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(content)
    assert detect_file(path)[0] == encoding
