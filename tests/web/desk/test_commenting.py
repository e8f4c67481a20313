"""Comments: they wait, are approved or rejected under a rule, and nobody ever changes one."""

from __future__ import annotations

import pytest

from tallystick.model.entries import Comment, CommentRule, Ruling
from tallystick.web.desk.screening import screen, weight
from tallystick.web.people import limits
from tallystick.web.people.models import Problem
from tests.web.desk.conftest import Room
from tests.web.pages import read

WORDS = (
    "I was at the Red Hill base that Friday. <b>A parade</b> went by.\nSee http://red.example/hill"
)


def address(room: Room) -> str:
    return f"/incidents/{room.incidents[0].id}/"


def send(room: Room, text: str = WORDS, by: str = "carla", **more: str) -> int:
    client = room.client("contributor", by)
    return client.post(f"{address(room)}comments/", {"text": text, **more}).status_code


def ruled(room: Room, entry: str, **data: str) -> int:
    client = room.client("moderator", data.pop("by", "moritz"))
    return client.post(f"/desk/comments/{entry}/", data).status_code


def test_a_comment_is_seen_by_nobody_else_before_a_moderator_has_approved_it(desk: Room) -> None:
    assert send(desk) == 303
    (kept,) = desk.entries
    assert kept.body == Comment(desk.incidents[0].reports[0].id, WORDS)
    assert "parade" not in read(desk.client(), address(desk)).words
    assert "parade" not in read(desk.client("analyst"), address(desk)).words
    own = read(desk.client("contributor", "carla"), address(desk)).words
    assert "waits for a moderator; only you see it" in own
    assert ruled(desk, kept.id, ruling="approve") == 303
    page = read(desk.client(), address(desk))
    assert "<b>A parade</b> went by." in page.words  # as it was written, and as text
    assert not page.of("b")
    assert "http://red.example/hill" not in page.links


@pytest.mark.parametrize("rule", list(CommentRule))
def test_a_rejection_names_the_rule_and_its_author_sees_it(desk: Room, rule: CommentRule) -> None:
    send(desk)
    (kept,) = desk.entries
    assert ruled(desk, kept.id, ruling="reject", rule=rule.value) == 303
    assert desk.entries[-1].body == Ruling(kept.id, False, rule)
    assert "parade" not in read(desk.client(), address(desk)).words
    own = read(desk.client("contributor", "carla"), address(desk)).words
    assert f"rejected: {rule}; only you see it" in own


@pytest.mark.parametrize(
    "data", [{"ruling": "reject"}, {"ruling": "reject", "rule": "taste"}, {"ruling": "x"}, {}]
)
def test_a_ruling_without_its_parts_is_told(desk: Room, data: dict[str, str]) -> None:
    send(desk)
    assert ruled(desk, desk.entries[0].id, **data) == 400
    assert ruled(desk, "e-none", ruling="approve") == 404
    assert len(desk.entries) == 1


def test_nobody_rules_on_their_own(desk: Room) -> None:
    client = desk.client("administrator", "adam")
    client.post(f"{address(desk)}comments/", {"text": WORDS})
    (kept,) = desk.entries
    assert "another moderator rules on it" in read(client, "/desk/comments/").words
    response = client.post(f"/desk/comments/{kept.id}/", {"ruling": "approve"})
    assert response.status_code == 403
    assert len(desk.entries) == 1


def test_a_ruling_can_be_undone_and_a_comment_cannot(desk: Room) -> None:
    send(desk)
    (kept,) = desk.entries
    ruled(desk, kept.id, ruling="approve")
    moderator = desk.client("moderator", "moritz")
    ruling = desk.entries[-1]
    assert moderator.post("/desk/undo/", {"done": ruling.id}).status_code == 303
    assert "parade" not in read(desk.client(), address(desk)).words
    assert "1 comment waits" in read(moderator, "/desk/comments/").words
    assert moderator.post("/desk/undo/", {"done": kept.id}).status_code == 404


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 2001, "a\0b"])
def test_what_is_no_comment_is_told(desk: Room, text: str) -> None:
    assert send(desk, text) == 400
    assert desk.entries == []


def test_a_program_that_fills_in_every_field_is_turned_away(desk: Room) -> None:
    assert send(desk, website="http://shop.example") == 400
    assert desk.entries == []


def test_ten_an_hour_are_enough(desk: Room) -> None:
    assert {send(desk, f"Remark {n}") for n in range(limits.COMMENT.most)} == {303}
    assert send(desk, "one more") == 400
    assert send(desk, "one of another", by="carlo") == 303


def test_the_form_shows_every_rule(desk: Room) -> None:
    page = read(desk.client("contributor"), address(desk))
    for words in ("profanity", "threats", "vulgar", "sexism, racism", "promotion", "subject"):
        assert words in page.words
    assert "Your comment" not in read(desk.client("reader"), address(desk)).words
    assert "Log in to comment" in read(desk.client(), address(desk)).words


def test_a_problem_with_commenting_reaches_the_moderators_alone(desk: Room) -> None:
    client = desk.client()
    page = client.post("/problems/", {"text": "Mine <i>does not</i> show"})
    assert "have it" in page.content.decode()
    shown = read(desk.client("moderator"), "/desk/comments/")
    assert "Mine <i>does not</i> show" in shown.words
    for bad in ({"text": ""}, {"text": "x", "website": "y"}):
        assert client.post("/problems/", bad).status_code == 400
    number = Problem.objects.get().id
    assert desk.client("moderator").post(f"/desk/problems/{number}/").status_code == 303
    assert "does not" not in read(desk.client("moderator"), "/desk/comments/").words
    for _ in range(limits.PROBLEM.most - 1):
        client.post("/problems/", {"text": "again"})
    assert client.post("/problems/", {"text": "again"}).status_code == 400


# -- a first look --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("We will find you.", CommentRule.THREATS),
        ("They are vermin, go back to your country", CommentRule.ABUSE),
        ("What the FÚCK", CommentRule.PROFANITY),
        ("You are a liar and a fool", CommentRule.ATTACKS),
        ("Click here: www.shop.example", CommentRule.PROMOTION),
        ("Call +44 20 7946 0958", CommentRule.PROMOTION),
        ("You must be mad, sluts", CommentRule.VULGARITY),
    ],
)
def test_a_first_look_names_the_rule(text: str, rule: CommentRule) -> None:
    assert rule in {suspicion.rule for suspicion in screen(text, None)}


@pytest.mark.parametrize(
    "text",
    [
        "Two rockets hit the base and five soldiers were killed.",
        "The ministry denied that anybody had been shot.",
        "Scunthorpe, Assad and Essex are names; so is Titisee.",
    ],
)
def test_a_first_look_leaves_plain_words_alone(text: str) -> None:
    assert screen(text, None) == ()


def test_what_shares_no_word_with_the_incident_may_be_off_the_subject(desk: Room) -> None:
    incident = desk.incidents[0]
    assert [s.rule for s in screen("My cat sleeps.", incident)] == [CommentRule.SUBJECT]
    assert screen("The rockets came from the north.", incident) == ()


def test_the_most_suspicious_stands_first_and_nothing_is_decided(desk: Room) -> None:
    send(desk, "The rockets fell near the base.")
    send(desk, "You are an idiot, and the rockets fell.")
    send(desk, "We know where you live. Death to soldiers.")
    page = read(desk.client("moderator"), "/desk/comments/").words
    order = [page.index(words) for words in ("where you live", "an idiot", "near the base")]
    assert order == sorted(order)
    assert len(desk.entries) == 3
    assert weight(screen("We know where you live.", None)) == 5
