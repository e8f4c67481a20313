"""What a page of the reading room holds, for tests: its words, its links, its ids."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin

from django.test import Client


class Read(HTMLParser):
    """A page taken apart."""

    def __init__(self, address: str, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.links: list[str] = []
        self.ids: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._said: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append((tag, given))
        for name in ("href", "src"):
            if given.get(name):
                self.links.append(urljoin(self.address, given[name] or ""))
        if given.get("id"):
            self.ids.append(given["id"] or "")

    def handle_data(self, data: str) -> None:
        self._said.append(data)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self._said).split())

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [given for found, given in self.elements if found == tag]


def read(client: Client, address: str, status: int = 200) -> Read:
    """A page, which has to answer with this status."""
    response = client.get(address)
    assert response.status_code == status, (address, response.status_code)
    return Read(address, response.content.decode())
