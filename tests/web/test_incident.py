"""The page of an incident: accounts as columns, differences marked, quotes that lead on."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.test import Client

from tallystick.ledger import origins_of
from tallystick.model.statement import Field
from tallystick.web.accounts import account_rows, disputes, plots
from tests.scenes import red_hill
from tests.web.pages import Read, read


def address_of(client: Client, asked: str = "kind=shelling") -> str:
    return next(link for link in read(client, f"/?{asked}").links if link.startswith("/incidents/"))


def page_of(client: Client) -> Read:
    return read(client, address_of(client))


def test_one_sentence_leads(client: Client) -> None:
    words = page_of(client).words
    assert "A rocket attack was reported at Red Hill, Anbar, Iraq, on 8 December 2023." in words
    assert "2 documents, 4 independent origins" in words


def test_accounts_are_columns_in_order_of_publication() -> None:
    rows = {row.title: row for row in account_rows(red_hill().attack)}
    assert all(len(row.cells) == 2 for row in rows.values())
    weapons = [[held.value for held in cell] for cell in rows["weapon"].cells]
    assert weapons == [["2 × rocket", "3 × rocket"], ["3 × rocket"]]


def test_what_not_all_accounts_share_is_marked_only_where_it_is_contested() -> None:
    rows = {row.title: row for row in account_rows(red_hill().attack)}
    differs = {h.value: h.differs for cell in rows["weapon"].cells for h in cell}
    assert differs == {"2 × rocket": True, "3 × rocket": False}
    assert not any(h.differs for cell in rows["where"].cells for h in cell)
    assert all(h.differs for cell in rows["outcome"].cells for h in cell)


def test_denials_stand_beside_claims() -> None:
    found = {(d.title, d.value): d for d in disputes(red_hill().attack)}
    author = found["attacker", "Green Band"]
    assert [s.stance for s in author.asserted] == ["blames"]
    assert [s.chain for s in author.denied] == ["Green Band → The National"]
    killed = next(d for d in found.values() if d.title == "killed")
    assert [s.value for s in killed.asserted] == ["5 forces"]


def test_figures_are_plotted_low_to_high_with_their_history() -> None:
    incident = red_hill().attack
    killed = next(p for p in plots(incident, origins_of(incident)) if p.name == "killed")
    assert (killed.cell, killed.best) == ("0–5", "5")
    assert killed.low_x < killed.best_x == killed.high_x
    assert [step.day for step in killed.steps] == ["2023-12-08", "2023-12-16"]


def test_every_statement_has_a_quotation_that_opens_its_place(client: Client) -> None:
    page = page_of(client)
    incident = red_hill().attack
    for statement in incident.statements:
        (link, *_) = [x for x in page.links if x.endswith(f"#{statement.id}")]
        text = client.get(link).content.decode()
        assert urlsplit(link).path == f"/documents/{statement.document}/"
        assert 'class="chosen"' in text
        assert statement.id in read(client, link).ids


def test_possible_duplicates_come_with_reasons_in_words(doubtful: Client) -> None:
    words = page_of(doubtful).words
    assert "May be the same as" in words
    assert "+2.0 both on one day" in words


def test_as_known_on_a_day_only_what_was_public_counts(client: Client) -> None:
    address = address_of(client)
    words = read(client, f"{address}?as_known_on=2023-12-08").words
    assert "Green Band" not in words
    assert "rests on 1 of 2 documents" in words
    assert Field.INJURED in words


def test_the_brief_can_be_copied_with_its_references(client: Client) -> None:
    page = page_of(client)
    assert "readonly" in page.of("textarea")[0]
    assert "[1] Rudaw, 2023-12-08: “Two rockets were fired" in page.words


def test_the_beginning_of_an_id_is_enough(client: Client) -> None:
    address = address_of(client)
    assert read(client, f"{address[:-6]}/").words == read(client, address).words


def test_why_its_reports_are_one_is_told_in_words(client: Client) -> None:
    words = page_of(client).words
    assert "“fired three rockets” (The National)" in words
    assert "same (0.90), by the program" in words
