"""The names under which columns and keys give a document's text and what is known of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import Any

_SLIP = 0.8  # likeness of two names, of which one may be the other mistyped


class Part(StrEnum):
    """What a column holds."""

    ID = "id"
    TEXT = "text"
    TITLE = "title"
    PUBLISHER = "publisher"
    URL = "url"
    LANGUAGE = "language"
    PUBLISHED = "published"  # says that it is the day of publication
    DATE = "date"  # some day: of publication, most often
    FILE = "file"  # in a manifest


#: Recognised names, best first; compared without case, blanks, hyphens and underscores.
NAMES: Mapping[Part, tuple[str, ...]] = {
    Part.ID: ("id", "unit_id", "doc_id", "document_id", "article_id", "uuid"),
    Part.TEXT: (
        "text", "content", "body", "article_content", "article_text", "full_text",
        "article_body", "article", "story",
    ),
    Part.TITLE: ("title", "article_title", "headline"),
    Part.PUBLISHER: ("publisher", "source", "outlet", "source_name", "site_name", "newspaper"),
    Part.URL: ("url", "link", "article_url", "source_url", "web_url"),
    Part.LANGUAGE: ("language", "lang"),
    Part.PUBLISHED: (
        "published", "published_at", "pub_date", "publish_date", "publication_date",
        "date_published", "published_date", "published_on",
    ),
    Part.DATE: ("date", "datetime", "article_date", "day"),
    Part.FILE: ("file", "filename", "file_name", "path", "name"),
}  # fmt: skip


@lru_cache(maxsize=64)
def recognise(names: tuple[str, ...]) -> Mapping[Part, str]:
    """Which of the columns given holds which part; the best name wins."""
    by_key = {_key(name): name for name in reversed(names)}
    found = {}
    for part, candidates in NAMES.items():
        hits = [by_key[k] for c in candidates if (k := _key(c)) in by_key]
        if hits:
            found[part] = hits[0]
    return found


def part_of(name: str) -> Part | None:
    """What a column of this name holds; ``None`` for a name that nobody knows."""
    key = _key(name)
    return next((part for part, known in NAMES.items() if key in map(_key, known)), None)


def slip(name: str) -> str | None:
    """The known name that one that nobody knows was meant for, it seems: "publshd"."""
    plain = {_key(known): known for names in NAMES.values() for known in names}
    near = get_close_matches(_key(name), plain, n=1, cutoff=_SLIP)
    return plain[near[0]] if near else None


def _key(name: str) -> str:
    return re.sub(r"[\s_\-.:\ufeff]", "", name).casefold()


@dataclass(frozen=True, slots=True)
class Fields:
    """The recognised values of one record, as text; absent or empty ones left out."""

    values: Mapping[Part, str]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Fields:
        columns = recognise(tuple(record))
        texts = {part: as_text(record[column]) for part, column in columns.items()}
        return cls({part: text for part, text in texts.items() if text.strip()})

    def get(self, part: Part) -> str | None:
        return self.values.get(part)

    @property
    def day(self) -> str | None:
        """The date field, of either kind."""
        return self.get(Part.PUBLISHED) or self.get(Part.DATE)


def as_text(value: object) -> str:
    """A JSON value as text: a list as paragraphs, an object by its name; else empty."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(as_text, value)))
    if isinstance(value, dict):
        return as_text(value.get("name") or value.get("text") or value.get("title"))
    return ""
