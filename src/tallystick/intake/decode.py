"""Bytes to text: which encoding, what is not text at all, what is cleaned away.

The text is altered in no other way than this: decoded; byte-order mark removed; every line
ending made ``\\n``; control characters removed; lone surrogates, which no encoding can
write, replaced by U+FFFD. Text that was garbled before it came here stays as it is.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "an image",
    b"GIF8": "an image",
    b"\xff\xd8\xff": "an image",
    b"\x1f\x8b": "a gzip archive",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an office document",
}
_CONTROL = bytes(c for c in range(32) if chr(c) not in "\t\n\v\f\r\x1a\x1b")
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_SAMPLE = 65_536
_PIECE = 1_048_576
_MOST_CONTROL = 0.02  # share of control characters above which bytes are not text
_LINE_ENDINGS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


class NotTextError(ValueError):
    """Bytes that are no text; the message says what they seem to be."""


class NoArticleError(ValueError):
    """A page in which no article can be found; the message says why."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and, where its encoding had to be guessed, a remark on that."""

    text: str
    remark: str = ""


def decode(content: bytes) -> Decoded:
    """Text from bytes: Unicode if it can be, else the likeliest older encoding.

    Raises :class:`NotTextError` for bytes that are no text.
    """
    encoding, remark = detect(content)
    return Decoded(clean(content.decode(encoding, "replace")), remark)


def detect(content: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """The encoding of bytes, and a remark where it is a guess (else empty).

    ``declared`` is what a page says of itself; it counts only after Unicode.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding + ("-sig" if encoding == "utf-8" else ""), ""
    if wide := _wide(content):
        return wide, f"has no byte-order mark; read as {wide.upper()}"
    _require_text(content)
    if _decodes(content, "utf-8"):
        return "utf-8", ""
    if declared and _decodes(content, declared):
        return declared, ""
    return _guess(content)


def detect_file(path: Path) -> tuple[str, str]:
    """The encoding of a whole file, read piece by piece, and a remark where it is a guess.

    Raises :class:`NotTextError`, and ``OSError`` where the file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
        if head.startswith(tuple(mark for mark, _ in _BOMS)) or _wide(head):
            return detect(head)
        _require_text(head)
    damaged = _first_piece_not(path, "utf-8")
    if damaged is None:
        return "utf-8", ""
    encoding, remark = _guess(damaged)
    if encoding == "cp1252" and _first_piece_not(path, encoding) is not None:
        return "latin-1", "is not UTF-8; read as latin-1"
    return encoding, remark


def _first_piece_not(path: Path, encoding: str) -> bytes | None:
    """The first piece of a file that an encoding cannot read, ``None`` if it reads all."""
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            try:
                decoder.decode(piece, final=len(piece) < _PIECE)
            except UnicodeDecodeError:
                return piece
    return None


def clean(text: str) -> str:
    """Line endings, control characters and lone surrogates put in order (see the module)."""
    text = _UNWANTED.sub("", _LINE_ENDINGS.sub("\n", text.removeprefix("\ufeff")))
    return _SURROGATES.sub("\ufffd", text)


def clean_line(text: str | None) -> str | None:
    """A field of one line: cleaned, blanks run together; ``None`` for an empty one."""
    return " ".join(clean(text).split()) or None if text else None


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of plain text is then a NUL."""
    sample = content[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 4:
        return None
    even, odd = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if odd > 0.4 and even < 0.02:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.02 else None


def _require_text(content: bytes) -> None:
    for magic, what in _MAGIC.items():
        if content.startswith(magic):
            raise NotTextError(f"is {what}, not text")
    sample = content[:_SAMPLE]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    if control > _MOST_CONTROL * len(sample):
        raise NotTextError("is binary, not text")


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _guess(content: bytes) -> tuple[str, str]:
    if _mostly_utf8(content):
        return "utf-8", "is UTF-8 with damaged bytes; each is shown as \ufffd"
    other = _other_alphabet(content)
    encoding = other or ("cp1252" if _decodes(content, "cp1252") else "latin-1")
    return encoding, f"is not UTF-8; read as {encoding}"


def _mostly_utf8(content: bytes) -> bool:
    """Whether the bytes above 127 nearly all belong to well-formed UTF-8 characters."""
    high = sum(map(len, re.findall(rb"[\x80-\xff]+", content)))
    well_formed = sum(map(len, _MULTIBYTE.findall(content)))
    return well_formed > 0.8 * high


def _other_alphabet(content: bytes) -> str | None:
    """An encoding of Arabic, Cyrillic, Hebrew, Chinese ... where those letters prevail.

    Western European text is left to cp1252: statistics tell its encodings apart badly.
    """
    import charset_normalizer  # noqa: PLC0415 - slow to load, and nearly all text is UTF-8

    first = re.search(rb"[\x80-\xff]", content)
    start = max(0, (first.start() if first else 0) - 1024)
    sample = content[start : start + _SAMPLE]
    best = charset_normalizer.from_bytes(sample, cp_exclusion=["utf_7"]).best()
    if best is None or best.encoding == "ascii":
        return None
    letters = [c for c in str(best) if c.isalpha()]
    foreign = sum(c > "\u024f" for c in letters)
    fits = foreign > 0.5 * len(letters) and _decodes(content, best.encoding)
    return best.encoding if fits else None
