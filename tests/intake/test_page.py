from __future__ import annotations

from datetime import date

import pytest

from tallystick.intake.decode import NoArticleError
from tallystick.intake.documents import document
from tallystick.intake.known import Limits
from tallystick.intake.page import read_page
from tallystick.model.document import Document
from tallystick.model.document import SegmentKind as K

PARAGRAPHS = (
    "<p>Two rockets landed near a supply depot outside the town of Marat on Wednesday night, the "
    "defence ministry said in a statement.</p>"
    "<p>A group calling itself the River Brigade said on its channel that it had fired five rockets"
    " and that all of them had struck the depot.</p>"
    "<p>The ministry said one guard had been slightly hurt and that damage to the depot was limited"
    " to a fence and to two lorries.</p>"
)
FIGURE = "<figure><img src='a.jpg'><figcaption>The depot, before</figcaption></figure>"
HEAD = (
    '<meta property="og:site_name" content="Harbour Post">'
    '<meta property="og:title" content="Rockets land near depot">'
    '<link rel="canonical" href="https://example.org/2020/01/02/a">'
)


def page(head: str = "", body: str = PARAGRAPHS) -> bytes:
    return (
        f"<!doctype html><html lang='en'><head><title>Rockets land near depot</title>{HEAD}{head}"
        f"</head><body><nav><a href='/'>Home</a></nav><article><h1>Rockets land near depot</h1>"
        f"{FIGURE}{body}</article><div id='comments'><h3>Comments</h3><p>They lie to us every day, "
        "I heard five rockets land here.</p></div></body></html>"
    ).encode()


def read(content: bytes) -> Document:
    return document(read_page(content, "a.html", Limits())[0])


def test_the_article_and_what_the_page_says_of_it() -> None:
    found = read(
        page('<meta property="article:published_time" content="2021-03-04T23:30:00+04:00">')
    )
    assert found.title == "Rockets land near depot"
    assert found.publisher == "Harbour Post"
    assert found.url == "https://example.org/2020/01/02/a"
    assert found.language == "en"
    assert found.published is not None
    assert found.published.start == date(2021, 3, 4)
    assert "I heard five" not in found.text
    assert found.text.count("Rockets land near depot") == 1
    kinds = {s.span.of(found.text)[:20]: s.kind for s in found.segments}
    assert kinds["Rockets land near de"] is K.TITLE
    assert kinds["Two rockets landed n"] is K.BODY
    assert kinds.get("The depot, before", K.CAPTION) is K.CAPTION


def test_linked_data_and_time_elements_give_the_day() -> None:
    linked = (
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2021-03-04"}]}</script>'
    )
    time = "<time itemprop='datePublished' datetime='2021-03-04T01:00Z'>today</time>"
    for content in (page(linked), page(body=time + PARAGRAPHS)):
        published = read(content).published
        assert published is not None
        assert published.start == date(2021, 3, 4)


@pytest.mark.parametrize(
    "content",
    [
        page(),
        page(
            body=PARAGRAPHS + "<p>It recalls the raid of 5 March 2019, when ten men died there.</p>"
        ),
        page('<meta property="article:published_time" content="0000-00-00">'),
        page('<script type="application/ld+json">{"datePublished": 3, </script>'),
    ],
)
def test_no_day_is_guessed_from_address_or_text(content: bytes) -> None:
    assert read(content).published is None


def test_the_declared_encoding_counts() -> None:
    text = page("<meta charset='windows-1251'>").decode()
    content = text.replace("the town of Marat", "город Марат").encode("cp1251")
    assert "город Марат" in read(content).text


def test_a_page_without_an_article() -> None:
    with pytest.raises(NoArticleError):
        read_page(b"<html><body><ul><li>Home</li></ul></body></html>", "a.html", Limits())
