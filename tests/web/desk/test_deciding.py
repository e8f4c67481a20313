"""The queue and what is decided there: on pairs, on incidents, on many, on values; and undone."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from tallystick.ledger import Ledger
from tallystick.model.document import Span
from tallystick.model.entries import Assessment, Correction, Finding
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Field, Stance, Statement
from tallystick.model.values import Casualties, CountRange
from tallystick.web.desk.pairs import excerpt
from tallystick.web.people.models import User
from tests.builders import document, hurt, reading, report
from tests.web.desk.conftest import Room
from tests.web.pages import read

WHY = "one salvo, told by two agencies"


def judgements(room: Room) -> list[Judgement]:
    with Ledger.open(room.path, read_only=True) as ledger:
        return [j for j in ledger.judgements() if j.by_person]


def decide(room: Room, client: Client, verdict: str = "same", why: str = WHY) -> str:
    """Where deciding on the pair leads."""
    response = client.post(f"{room.pair}decide/", {"verdict": verdict, "why": why})
    assert response.status_code == 303, response.content.decode()
    return str(response.headers["Location"])


def test_the_queue_has_what_is_doubtful_the_gravest_first(desk: Room) -> None:
    page = read(desk.client("analyst"), "/desk/")
    items = [g["value"] for g in page.of("input") if g.get("name") == "item"]
    first, second = sorted(desk.ids, key=[i.id for i in desk.incidents].index)
    assert f"{first}+{second}" in items
    assert f"/desk/pairs/{first}/{second}/" in page.links
    assert "may be one incident" in page.words


@pytest.mark.parametrize(
    ("only", "words"),
    [("duplicate", "may be one"), ("contested", "contested: killed"), ("value", "Nothing of this")],
)
def test_a_filter_shows_one_sort(desk: Room, only: str, words: str) -> None:
    page = read(desk.client("analyst"), f"/desk/?only={only}")
    assert words in page.words
    every = read(desk.client("analyst"), "/desk/")
    ticked = [len([g for g in p.of("input") if g.get("name") == "item"]) for p in (page, every)]
    assert ticked[0] < ticked[1]
    assert read(desk.client("analyst"), "/desk/?only=<script>").words == every.words


def test_the_two_stand_side_by_side_with_the_programs_reasons(desk: Room) -> None:
    page = read(desk.client("analyst"), desk.pair)
    for words in ("Rudaw", "The National", "Two rockets", "three rockets", "Why the program"):
        assert words in page.words
    assert len(page.of("h1")) == 1


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_verdict_is_kept_with_name_and_reason(desk: Room, verdict: Verdict) -> None:
    before = len(desk.incidents)
    onward = decide(desk, desk.client("analyst", "ana"), verdict)
    (kept,) = judgements(desk)
    assert (kept.verdict, kept.by, kept.why) == (verdict, "ana", WHY)
    assert len(desk.incidents) == before - (verdict is Verdict.SAME)
    assert f"done={kept.id}" in onward
    page = read(desk.client("analyst"), "/desk/")
    assert "may be one incident" not in page.words


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"verdict": "same", "why": "  "}, "give the reason"),
        ({"why": WHY}, "choose one of the three"),
        ({"verdict": "maybe", "why": WHY}, "maybe"),
        ({"verdict": "same", "why": "x" * 2001}, "2000 is the most"),
        ({"verdict": "same", "why": "a\0b"}, "no text"),
    ],
)
def test_a_verdict_without_its_parts_is_told_and_not_kept(
    desk: Room, data: dict[str, str], told: str
) -> None:
    response = desk.client("analyst").post(f"{desk.pair}decide/", data)
    assert response.status_code == 400
    assert told in response.content.decode()
    assert judgements(desk) == []


def test_what_was_typed_is_still_there_after_an_error(desk: Room) -> None:
    response = desk.client("analyst").post(f"{desk.pair}decide/", {"why": "typed <at> length"})
    assert "typed &lt;at&gt; length" in response.content.decode()


def test_one_incident_with_itself_is_no_pair(desk: Room) -> None:
    first, _ = desk.ids
    assert desk.client("analyst").get(f"/desk/pairs/{first}/{first}/").status_code == 404
    assert desk.client("analyst").get(f"/desk/pairs/{first}/i-none/").status_code == 404
    assert desk.client("analyst").get("/desk/pairs/r-none/r-no/").status_code == 404


def test_two_reports_of_one_incident_can_be_told_apart(desk: Room) -> None:
    client = desk.client("analyst")
    decide(desk, client)
    (joined,) = [i for i in desk.incidents if len(i.reports) == 2]
    page = read(client, f"/incidents/{joined.id}/")
    (link,) = [link for link in page.links if "/desk/pairs/r-" in link]
    assert "two reports" in read(client, link).words
    sent = client.post(f"{link}decide/", {"verdict": "different", "why": "two hills"})
    assert sent.status_code == 303
    assert all(len(i.reports) == 1 for i in desk.incidents)


def test_an_undone_verdict_counts_no_more_and_stays_to_be_seen(desk: Room) -> None:
    client = desk.client("analyst", "ana")
    onward = decide(desk, client)
    done = re.search(r"done=([^&]+)", onward)
    assert done
    assert client.post("/desk/undo/", {"done": done[1]}).status_code == 303
    assert judgements(desk) == []
    page = read(client, "/desk/audit/")
    assert "(undone)" in page.words
    assert "undid 1 decision" in page.words
    assert WHY in page.words
    assert f"{datetime.now(UTC):%Y-%m-%d %H:}" in page.words
    assert client.post("/desk/undo/", {"done": done[1]}).status_code == 404


def test_only_a_moderator_undoes_what_somebody_else_decided(desk: Room) -> None:
    decide(desk, desk.client("analyst", "ana"))
    (kept,) = judgements(desk)
    for done in (kept.id, "", "j-none", f"{kept.id},e-none"):
        response = desk.client("analyst", "ben").post("/desk/undo/", {"done": done})
        assert response.status_code == 404, done
    assert judgements(desk) == [kept]
    assert desk.client("moderator").post("/desk/undo/", {"done": kept.id}).status_code == 303
    assert judgements(desk) == []


# -- one incident ------------------------------------------------------------------------


@pytest.mark.parametrize("finding", list(Finding))
def test_an_incident_is_confirmed_or_unverifiable_for_everybody_to_see(
    desk: Room, finding: Finding
) -> None:
    told = desk.incidents[0]
    sent = desk.client("analyst", "ana").post(
        f"/incidents/{told.id}/decide/", {"finding": finding, "why": "two pictures"}
    )
    assert sent.status_code == 303
    (kept,) = desk.entries
    assert kept.body == Assessment(tuple(r.id for r in told.reports), finding, "two pictures")
    page = read(desk.client(), f"/incidents/{told.id}/")
    assert f"{finding} by ana" in page.words
    assert "two pictures" in page.words
    assert "Decide" not in page.words  # nobody is logged in


def test_a_finding_without_its_parts_is_told(desk: Room) -> None:
    told = desk.incidents[0]
    for data, words in (({"finding": "confirmed"}, "give the reason"), ({}, "choose one")):
        response = desk.client("analyst").post(f"/incidents/{told.id}/decide/", data)
        assert response.status_code == 400
        assert words in response.content.decode()
    assert desk.entries == []


def test_claims_are_seen_by_others_and_given_back(desk: Room) -> None:
    ana, ben = (desk.client("analyst", name) for name in ("ana", "ben"))
    key = desk.pair.strip("/").removeprefix("desk/pairs/").replace("/", "+")
    assert ana.post("/desk/claim/", {"item": key}).headers["Location"] == desk.pair
    assert "being reviewed by ana" in read(ben, "/desk/").words
    assert "Being reviewed by ana" in read(ben, desk.pair).words
    assert "Being reviewed by you" in read(ana, desk.pair).words
    ben.post("/desk/claim/", {"item": key, "release": "1"})
    assert "being reviewed by ana" in read(ben, "/desk/").words  # not his to give back
    ana.post("/desk/claim/", {"item": key, "release": "1"})
    assert "being reviewed" not in read(ben, "/desk/").words
    ben.post("/desk/claim/", {"item": key})
    decide(desk, ben)
    assert "being reviewed" not in read(ana, "/desk/").words


def test_what_came_since_the_last_visit_is_new(desk: Room) -> None:
    ana = desk.client("analyst", "ana")
    read(ana, "/desk/")
    assert User.objects.get(name="ana").seen
    doc = document("Gunmen killed two in Hit on 1 May 2024.", name="new.txt")
    with Ledger.open(desk.path) as ledger:
        new = reading(doc, report(doc, "Gunmen", hurt(2)))
        ledger.add(new, doc.text.encode(), run=ledger.start_run("build"))
    session = ana.session
    session["since"] = User.objects.get(name="ana").seen  # as logging in does
    session.save()
    page = read(ana, "/desk/?only=new")
    assert "new, and nothing doubtful" in page.words
    assert len([g for g in page.of("input") if g.get("name") == "item"]) == 1


# -- many at once --------------------------------------------------------------------------


def test_one_decision_on_many(desk: Room) -> None:
    client = desk.client("analyst")
    chosen = [i.id for i in desk.incidents]
    data = {"item": chosen, "decision": "single:unverifiable", "why": "no access to the province"}
    assert client.post("/desk/many/", data).status_code == 303
    assert [e.body.why for e in desk.entries] == ["no access to the province"] * len(chosen)  # type: ignore[union-attr]
    pair = {"item": "+".join(desk.ids), "decision": "pair:different", "why": "two hills"}
    assert client.post("/desk/many/", pair).status_code == 303
    assert [j.verdict for j in judgements(desk)] == [Verdict.DIFFERENT]


@pytest.mark.parametrize("decision", ["pair:same", "single:confirmed", "single:same", "x", ""])
def test_a_decision_that_does_not_fit_all_is_made_on_none(desk: Room, decision: str) -> None:
    mixed = [desk.incidents[0].id, "+".join(desk.ids)]
    data = {"item": mixed, "decision": decision, "why": "x"}
    response = desk.client("analyst").post("/desk/many/", data)
    assert response.status_code == 400
    assert (judgements(desk), desk.entries) == ([], [])
    nothing = desk.client("analyst").post("/desk/many/", {"decision": "pair:same", "why": "x"})
    assert "tick what" in nothing.content.decode()


# -- values ------------------------------------------------------------------------------


def killed(room: Room) -> Statement:
    """The claim that five soldiers were killed."""
    return next(
        s for i in room.incidents for s in i.of(Field.KILLED)
        if isinstance(s.value, Casualties) and s.value.count.low == 5
    )  # fmt: skip


def form(client: Client, statement: Statement) -> dict[str, str]:
    """The form on a statement as it comes."""
    page = read(client, f"/desk/statements/{statement.id}/")
    found = {g["name"]: g.get("value") or "" for g in page.of("input") if g.get("name")}
    found.pop("struck")
    text = client.get(f"/desk/statements/{statement.id}/").content.decode()
    for name, options in re.findall(r'<select name="(\w+)">(.*?)</select>', text):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    found["words"] = re.findall(r'<textarea name="words"[^>]*>([^<]*)<', text)[0]
    return {k: v for k, v in found.items() if k and v is not None}


def test_a_value_is_corrected_and_what_was_read_stays_to_be_seen(desk: Room) -> None:
    client, old = desk.client("analyst", "ana"), killed(desk)
    data = {**form(client, old), "low": "6", "high": "7", "why": "the text says so elsewhere"}
    sent = client.post(f"/desk/statements/{old.id}/", data)
    assert sent.status_code == 303, sent.content.decode()
    (kept,) = desk.entries
    assert isinstance(kept.body, Correction)
    assert kept.body.statement
    assert kept.body.statement.value.count == CountRange(6, 7)  # type: ignore[union-attr]
    assert (kept.body.statement.stance, kept.body.statement.chain) == (old.stance, old.chain)
    incident = next(i for i in desk.incidents if old.report in {r.id for r in i.reports})
    assert incident.killed.high == 7
    page = read(desk.client(), f"/incidents/{incident.id}/")
    assert "as read by ana" in page.words
    assert "Was read as (superseded)" in page.words
    assert "the text says so elsewhere" in page.words
    assert desk.client("analyst").get(f"/desk/statements/{old.id}/").status_code == 404
    assert client.post("/desk/undo/", {"done": kept.id}).status_code == 303
    assert killed(desk) == old


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "what was read already"),
        ({"low": "many"}, "no number"),
        ({"low": "9", "high": "8"}, "ends before it starts"),
        ({"low": "", "high": ""}, "at least or at most"),
        ({"words": "words that nobody wrote", "low": "9"}, "not in the document"),
        ({"chain": " ; ", "low": "4"}, "say who says it"),
        ({"stance": "shouts", "low": "4"}, "shouts"),
        ({"why": "", "low": "6", "high": "6"}, "give the reason"),
    ],
)
def test_a_correction_that_will_not_do_is_told(
    desk: Room, changed: dict[str, str], told: str
) -> None:
    client, old = desk.client("analyst"), killed(desk)
    data = {**form(client, old), "why": "a slip", **changed}
    response = client.post(f"/desk/statements/{old.id}/", data)
    assert response.status_code == 400
    assert told in response.content.decode()
    assert desk.entries == []


def test_what_the_document_does_not_say_is_struck(desk: Room) -> None:
    client, old = desk.client("analyst"), killed(desk)
    client.post(f"/desk/statements/{old.id}/", {"struck": "1", "why": "of another day"})
    (kept,) = desk.entries
    assert isinstance(kept.body, Correction)
    assert kept.body.statement is None


def test_every_value_of_the_scene_can_be_corrected_by_its_form(desk: Room) -> None:
    """As it comes back from the form, with another stance, each value is the one it was."""
    client = desk.client("analyst")
    seen = set()
    for statement in [s for i in desk.incidents for s in i.statements]:
        stance = Stance.DOUBTS if statement.stance is not Stance.DOUBTS else Stance.REPORTS
        data = {**form(client, statement), "stance": stance.value, "why": "x"}
        response = client.post(f"/desk/statements/{statement.id}/", data)
        assert response.status_code == 303, response.content.decode()
        body = desk.entries[-1].body
        assert isinstance(body, Correction)
        assert body.statement
        assert body.statement.value == statement.value
        assert body.statement.span == statement.span
        seen.add(statement.field)
    assert len(seen) > 7


def test_the_nearest_of_several_such_words_is_the_evidence(desk: Room) -> None:
    client, old = desk.client("analyst"), killed(desk)
    data = {**form(client, old), "words": "soldiers", "low": "4", "high": "4", "why": "x"}
    assert client.post(f"/desk/statements/{old.id}/", data).status_code == 303
    body = desk.entries[-1].body
    assert isinstance(body, Correction)
    assert body.statement
    text = next(i for i in desk.incidents if old.document in {d.id for d in i.documents})
    span = body.statement.span
    assert span.of(text.document(old.document).text) == "soldiers"
    assert abs(span.start - old.span.start) < 10


# -- requests for confirmation -------------------------------------------------------------


def test_whom_the_desk_asked_and_what_came_back_is_for_everybody_to_see(desk: Room) -> None:
    client, told = desk.client("analyst"), desk.incidents[0]
    asked = {"asked": "the coalition", "on": "2023-12-09", "question": "Was the base hit?"}
    assert client.post(f"/incidents/{told.id}/requests/", asked).status_code == 303
    page = read(desk.client(), f"/incidents/{told.id}/")
    assert "the coalition was asked on 2023-12-09" in page.words
    assert "No answer yet." in page.words
    (request,) = desk.entries
    answer = {"reply": "declines to comment", "on": "2023-12-11", "words": "No comment."}
    address = f"/incidents/{told.id}/requests/{request.id}/"
    assert client.post(address, answer).status_code == 303
    page = read(desk.client(), f"/incidents/{told.id}/")
    assert "Answer of 2023-12-11 : declines to comment" in page.words
    assert "No answer yet." not in page.words
    for bad in ({**asked, "on": "yesterday"}, {**asked, "asked": ""}, {**asked, "on": ""}):
        assert client.post(f"/incidents/{told.id}/requests/", bad).status_code == 400
    assert client.post(address, {**answer, "reply": "shrugs"}).status_code == 400
    lost = f"/incidents/{told.id}/requests/e-none/"
    assert client.post(lost, answer).status_code == 404
    assert len(desk.entries) == 2


# -- beside a build --------------------------------------------------------------------------


def test_one_decides_while_a_build_writes(desk: Room) -> None:
    with Ledger.open(desk.path) as building:
        run = building.start_run("build")
        decide(desk, desk.client("analyst"))
        building.finish_run(run)
    assert len(judgements(desk)) == 1


def test_while_the_file_is_held_for_long_one_is_told_to_send_it_again(
    desk: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tallystick.ledger.database._WAIT", 0.05)
    address = f"{desk.pair}decide/"
    client = desk.client("analyst")
    client.get(desk.pair)
    with Ledger.open(desk.path) as building, building._db.transaction():
        response = client.post(address, {"verdict": "same", "why": WHY})
        assert response.status_code == 503
    assert judgements(desk) == []


def test_a_ledger_that_has_gone_is_told(desk: Room, tmp_path: Path) -> None:
    address = f"{desk.pair}decide/"
    client = desk.client("analyst")
    client.get("/desk/")
    desk.path.rename(tmp_path / "elsewhere.ledger")
    assert client.post(address, {"verdict": "same", "why": WHY}).status_code == 503


def test_an_excerpt_ends_at_whole_words() -> None:
    text = "word " * 100 + "the anchor" + " more" * 100
    before, quote, after = excerpt(text, Span(500, 510))
    assert quote == "the anchor"
    assert set(before.split()) == {"…", "word"}
    assert set(after.split()) == {"more", "…"}
    assert excerpt("a short text", Span(2, 7)) == ("a ", "short", " text")
