"""Writing by the API: what is kept is what the pages would keep."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tallystick.ledger import Ledger
from tallystick.model.entries import Assessment, Comment
from tallystick.web.openapi import DESCRIPTION
from tests.web.desk.conftest import Room


def post(room: Room, path: str, body: Any, role: str = "analyst") -> tuple[int, dict[str, Any]]:
    response = Client().post(
        f"/api/v1/{path}",
        body,
        content_type="application/json",
        headers={"authorization": f"Bearer {room.token(role)}"},
    )
    return response.status_code, response.json()


def test_a_pair_is_judged_and_that_undone(desk: Room) -> None:
    first, second = desk.ids
    body = {"first": first, "second": second, "verdict": "same", "why": "one salvo"}
    status, told = post(desk, "judgements", body)
    assert status == 201
    assert len(desk.incidents) == 2
    assert post(desk, "withdrawals", {"entries": told["ids"]}) == (201, told)
    assert len(desk.incidents) == 3
    with Ledger.open(desk.path, read_only=True) as ledger:
        assert [j.by for j in ledger.all_judgements(by_persons=True)] == ["analyst"]


def test_a_finding_and_a_comment_are_kept(desk: Room) -> None:
    told = desk.incidents[0]
    given = {"finding": "confirmed", "why": "x"}
    assert post(desk, f"incidents/{told.id}/assessments", given)[0] == 201
    words = {"text": "The base was empty."}
    assert post(desk, f"incidents/{told.id}/comments", words, "contributor")[0] == 201
    assert [type(e.body) for e in desk.entries] == [Assessment, Comment]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("judgements", {}),
        ("judgements", {"first": "i-1", "second": "i-2", "verdict": "perhaps", "why": "x"}),
        ("judgements", []),
        ("judgements", {"first": 1, "second": 2, "verdict": "same", "why": "x"}),
        ("judgements", "no json {"),
        ("withdrawals", {"entries": "e-1"}),
        ("withdrawals", {"entries": [1]}),
        ("judgements", {"why": "x" * 20_000}),
    ],
)
def test_what_is_not_understood_is_400_and_kept_nowhere(desk: Room, path: str, body: Any) -> None:
    status, told = post(desk, path, body)
    assert status == 400
    assert told["error"]
    assert desk.entries == []


def test_what_is_not_there_is_404(desk: Room) -> None:
    given = {"first": "i-none", "second": "i-no", "verdict": "same", "why": "x"}
    assert post(desk, "judgements", given)[0] == 404
    assert post(desk, "withdrawals", {"entries": ["e-none"]})[0] == 404
    gone = {"finding": "confirmed", "why": "x"}
    assert post(desk, "incidents/i-none/assessments", gone)[0] == 404


def test_only_json_is_taken(desk: Room) -> None:
    headers = {"authorization": f"Bearer {desk.token('analyst')}"}
    response = Client().post("/api/v1/judgements", {"first": "x"}, headers=headers)
    assert response.status_code == 400
    assert "application/json" in response.json()["error"]


def test_the_description_has_each_write_with_what_it_takes() -> None:
    paths = DESCRIPTION["paths"]
    assert isinstance(paths, dict)
    writes = {path: each["post"] for path, each in paths.items() if "post" in each}  # type: ignore[index, operator]
    assert len(writes) == 4
    for write in writes.values():
        schema = write["requestBody"]["content"]["application/json"]["schema"]  # type: ignore[index, call-overload]
        assert set(schema["required"]) == set(schema["properties"])  # type: ignore[index, call-overload, arg-type]
