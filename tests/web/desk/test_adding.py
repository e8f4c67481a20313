"""What the reader missed: an analyst's statement beside what was read, with its words."""

from __future__ import annotations

import pytest

from tallystick.model.entries import Addition
from tallystick.model.incident import Incident
from tallystick.model.statement import Field, Stance
from tallystick.model.values import Casualties, CountRange, PersonClass
from tallystick.web.desk.values import blank_inputs
from tests.web.desk.conftest import Room
from tests.web.pages import read

MISSED = {
    "low": "2", "high": "", "who": "forces", "owner": "", "stance": "claims",
    "chain": "Free Riders ; Gazette", "words": "the Free Riders said", "why": "the next sentence",
}  # fmt: skip


def of(room: Room) -> tuple[Incident, str]:
    """The incident of which two papers tell, and the address for its second report."""
    incident = room.incidents[0]
    report = next(r for r in incident.reports if "Free Riders said" in _text(incident, r.document))
    return incident, f"/desk/reports/{report.id}/"


def _text(incident: Incident, document: str) -> str:
    return incident.document(document).text


def test_what_was_missed_is_added_seen_counted_and_withdrawn(desk: Room) -> None:
    client = desk.client("analyst", "ana")
    before, address = of(desk)
    assert address in read(client, f"/incidents/{before.id}/").links
    sent = client.post(f"{address}?field=abducted", MISSED)
    assert sent.status_code == 303, sent.content.decode()
    (kept,) = desk.entries
    assert isinstance(kept.body, Addition)
    told = kept.body.statement
    assert told.value == Casualties(CountRange(2, None), PersonClass.FORCES)
    assert (told.field, told.stance) == (Field.ABDUCTED, Stance.CLAIMS)
    assert [source.name for source in told.chain] == ["Free Riders", "Gazette"]
    assert told.span.of(_text(before, told.document)) == MISSED["words"]
    assert desk.incidents[0].abducted.low == 2
    page = read(desk.client(), f"/incidents/{before.id}/")
    assert "Added by analysts" in page.words
    assert "as read by ana" in page.words
    assert "ana, " in page.words.partition("Added by analysts")[2]
    assert f"/desk/statements/{told.id}/" not in read(client, f"/incidents/{before.id}/").links
    assert "abducted: 2+ forces added" in read(client, "/desk/audit/").words
    assert client.post("/desk/undo/", {"done": kept.id}).status_code == 303
    assert desk.incidents[0] == before
    assert "Added by analysts" not in read(client, f"/incidents/{before.id}/").words


def test_a_field_is_chosen_first(desk: Room) -> None:
    client = desk.client("analyst")
    _, address = of(desk)
    page = read(client, address)
    assert not page.of("textarea")
    for field in Field:
        names = {given["name"] for given in read(client, f"{address}?field={field}").of("textarea")}
        assert names == {"words", "why"}
        assert blank_inputs(field)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"words": "words that nobody wrote"}, "not in the document"),
        ({"words": ""}, "quote the words"),
        ({"why": " "}, "give the reason"),
        ({"chain": ""}, "say who says it"),
        ({"low": ""}, "at least or at most"),
        ({"low": "many"}, "no number"),
        ({"stance": "shouts"}, "shouts"),
    ],
)
def test_an_addition_that_will_not_do_is_told(
    desk: Room, changed: dict[str, str], told: str
) -> None:
    _, address = of(desk)
    response = desk.client("analyst").post(f"{address}?field=killed", {**MISSED, **changed})
    assert response.status_code == 400
    assert told in response.content.decode()
    assert desk.entries == []


def test_what_was_read_already_is_not_added(desk: Room) -> None:
    client = desk.client("analyst")
    _, address = of(desk)
    assert client.post(f"{address}?field=injured", MISSED).status_code == 303
    again = client.post(f"{address}?field=injured", {**MISSED, "words": "Five soldiers"})
    assert again.status_code == 400
    assert "read already" in again.content.decode()


def test_there_is_no_form_for_a_report_that_is_not_there(desk: Room) -> None:
    assert desk.client("analyst").get("/desk/reports/r-none/?field=killed").status_code == 404
