"""Web pages: the article and what the page says of it, through trafilatura.

trafilatura (Barbaresi 2021, ACL demo) finds the article. The day is read here, from the
page's declarations alone: trafilatura's own date finder also guesses from addresses and
from any date in the text.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.utils import load_html

from tallystick.intake.days import published_day
from tallystick.intake.decode import NoArticleError, clean, clean_line, detect
from tallystick.intake.documents import with_title
from tallystick.intake.known import Known, Limits, Record
from tallystick.model.values import PartialDate

# A library that has nothing to say of its own keeps quiet unless the program asks.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_TAG = re.compile(rb"<[a-zA-Z][^>]*")
_ATTRIBUTE = re.compile(rb"\s[\w:-]+\s*(?==|\s|$)")
_DATE_META = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "dc.date.issued",
    "dcterms.created", "date", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_MOST_CAPTIONS = 200
_FEWEST_WORDS = 8  # fewer are a menu, not an article


def read_page(content: bytes, name: str, limits: Limits) -> tuple[Record, str]:
    """The article of a page, and a remark on its encoding (else empty).

    Raises :class:`NoArticleError`, and ``NotTextError`` for bytes that are no page.
    """
    declared = _CHARSET.search(content[:4096])
    encoding, remark = detect(content, declared=declared[1].decode("ascii") if declared else None)
    if reason := _unwieldy(content, limits):
        raise NoArticleError(reason)
    tree = load_html(clean(content.decode(encoding, "replace")))
    if tree is None:
        raise NoArticleError("is not a web page")
    return _record(content, name, tree), remark


def _record(content: bytes, name: str, tree: HtmlElement) -> Record:
    published, captions, language = _published(tree), _captions(tree), _language(tree)
    found = _extract(tree)
    title = clean_line(found.title)
    known = Known(title, clean_line(found.sitename), clean_line(found.url), language, published)
    text = with_title(clean(found.text or ""), title)
    return Record(name, content, text, known, captions=captions)


def _extract(tree: HtmlElement) -> Document:
    try:
        found = bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            favor_precision=True,
            date_extraction_params={"extensive_search": False, "max_date": "2099-12-31"},
        )
    except (RecursionError, AssertionError, etree.LxmlError) as error:
        raise NoArticleError(f"cannot be taken apart ({type(error).__name__})") from error
    if not isinstance(found, Document) or len((found.text or "").split()) < _FEWEST_WORDS:
        raise NoArticleError("holds no article that can be told from its surroundings")
    return found


def _unwieldy(content: bytes, limits: Limits) -> str:
    """Why a page would take too long to take apart; empty for one that will not.

    The time that parser and extractor take grows faster than the number of elements, and
    of attributes in one of them; so these are counted first, in one pass.
    """
    elements = 0
    for match in _TAG.finditer(content):
        elements += 1
        long = match.end() - match.start() > limits.attributes
        if long and len(_ATTRIBUTE.findall(match.group())) > limits.attributes:
            return f"has an element of more than {limits.attributes:,} attributes"
    return f"has {elements:,} elements" if elements > limits.elements else ""


def _published(tree: HtmlElement) -> PartialDate | None:
    """The day that the page declares, as it is written there: no change of time zone."""
    for value in _declared_dates(tree):
        if day := published_day(value.strip()[:40]) or published_day(value.strip()[:10]):
            return day
    return None


def _declared_dates(tree: HtmlElement) -> Iterator[str]:
    metas = {
        _meta_key(meta): meta.get("content") or "" for meta in reversed(list(tree.iter("meta")))
    }
    yield from (metas[key] for key in _DATE_META[:4] if key in metas)
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        yield from _linked_data_dates(script.text or "")
    yield from (metas[key] for key in _DATE_META[4:] if key in metas)
    for time in tree.iter("time"):
        if time.get("pubdate") is not None or time.get("itemprop") == "datePublished":
            yield time.get("datetime") or ""


def _meta_key(meta: HtmlElement) -> str:
    return (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()


def _linked_data_dates(script: str) -> Iterator[str]:
    """``datePublished`` of schema.org articles, at the top or in a list or graph."""
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return
    items = data if isinstance(data, list) else [data]
    for item in items:
        if isinstance(item, dict):
            graph = item.get("@graph")
            for node in [item, *(graph if isinstance(graph, list) else [])]:
                if isinstance(node, dict) and isinstance(node.get("datePublished"), str):
                    yield node["datePublished"]


def _captions(tree: HtmlElement) -> tuple[str, ...]:
    captions = (" ".join("".join(e.itertext()).split()) for e in tree.iter("figcaption"))
    return tuple(c for _, c in zip(range(_MOST_CAPTIONS), captions, strict=False) if c)


def _language(tree: HtmlElement) -> str | None:
    root = next(tree.iter("html"), None)
    return clean_line(root.get("lang")) if root is not None else None
