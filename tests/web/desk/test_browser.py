"""In a real browser: log in, judge, undo, comment, approve, reject; once by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from eval.served import served, with_accounts

from tallystick.ledger import Ledger
from tallystick.model.entries import CommentRule, Ruling
from tallystick.model.judgement import Verdict
from tests.scenes import red_hill
from tests.test_api import kept
from tests.web.browser import browser, looking
from tests.web.desk.conftest import Room

USERS = {"ana": "analyst", "carla": "contributor", "moritz": "moderator"}
Page = Any  # Playwright may be missing


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def address(chromium: Any, ledger: Path) -> Iterator[str]:
    with served(ledger, *with_accounts(ledger.parent, **USERS)) as found:
        yield found.address


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept(red_hill(Verdict.UNSURE), tmp_path_factory.mktemp("room") / "room.ledger")


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def log_in(request: pytest.FixtureRequest, chromium: Any, address: str) -> Iterator[Any]:
    """Gives a page to a user; fails on a broken policy, an error, or a call to elsewhere."""
    with ExitStack() as stack:
        wrong: list[list[str]] = []

        def open_as(name: str) -> Page:
            look = looking(chromium, address, base_url=address, java_script_enabled=request.param)
            seen = stack.enter_context(look)
            wrong.append(seen.wrong)
            return seen.log_in(name)

        yield open_as
        assert [each for found in wrong for each in found] == []


def verdicts(ledger: Path) -> list[str]:
    with Ledger.open(ledger, read_only=True) as opened:
        return [j.verdict.value for j in opened.judgements() if j.by_person]


def withdraw_all(ledger: Path) -> None:
    """Back to where nobody has judged."""
    from tallystick.model.entries import Withdrawal
    from tallystick.review import entry

    with Ledger.beside(ledger) as opened:
        made = tuple(j.id for j in opened.judgements() if j.by_person)
        if made:
            opened.decide(entries=[entry(Withdrawal(made), by="tests")])


def test_one_logs_in_judges_a_pair_and_undoes_it(
    log_in: Callable[[str], Page], ledger: Path
) -> None:
    page = log_in("ana")
    page.goto("/desk/?only=duplicate")
    page.locator("ol.queue a").first.click()
    page.get_by_label("same", exact=True).check()
    page.get_by_label("Because").fill("one salvo, told twice")
    page.get_by_role("button", name="Judge").click()
    page.get_by_text("Kept in the ledger.").wait_for()
    assert verdicts(ledger) == ["same"]
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("(undone)").first.wait_for()
    assert verdicts(ledger) == []


def test_one_comments_and_moderators_approve_and_reject(
    log_in: Callable[[str], Page], ledger: Path
) -> None:
    writer, moderator = log_in("carla"), log_in("moritz")
    address = f"/incidents/{Room(ledger).incidents[0].id}/"
    for text in ("I saw the rockets & a parade.", "Buy now at shop.example"):
        writer.goto(address)
        writer.get_by_label("Your comment").fill(text)
        writer.get_by_role("button", name="Send it").click()
        writer.get_by_text("waits for a moderator. It is shown here").wait_for()
    moderator.goto("/desk/comments/")
    first = moderator.locator("article", has_text="Buy now")
    first.get_by_label("Rule").select_option(CommentRule.PROMOTION.value)
    first.get_by_role("button", name="Reject").click()
    moderator.locator("article", has_text="a parade").get_by_role("button", name="Approve").click()
    moderator.get_by_text("0 comments wait").wait_for()
    rulings = [e.body for e in Room(ledger).entries if isinstance(e.body, Ruling)]
    assert [r.approved for r in rulings[-2:]] == [False, True]
    moderator.goto(address)
    assert moderator.get_by_text("I saw the rockets & a parade.").first.is_visible()
    assert not moderator.get_by_text("Buy now").is_visible()


def test_a_review_by_the_keyboard_alone(log_in: Callable[[str], Page], ledger: Path) -> None:
    """From logging in to the next item with keys alone: no shortcut, so also without a script."""
    page = log_in("ana")
    withdraw_all(ledger)
    page.goto("/desk/?only=duplicate")
    press_to(page, "a", "·")  # the first item of the queue
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Your judgement").wait_for()
    press_to(page, "input", "", value="same")
    page.keyboard.press("ArrowDown")  # from same to different
    press_to(page, "textarea", "")
    page.keyboard.type("two hills of one name")
    press_to(page, "button", "Judge")
    page.keyboard.press("Enter")
    page.get_by_text("Kept in the ledger.").wait_for()
    assert verdicts(ledger) == ["different"]
    press_to(page, "button", "Undo")
    page.keyboard.press("Enter")
    page.get_by_text("(undone)").first.wait_for()
    assert verdicts(ledger) == []


def press_to(page: Page, tag: str, words: str, *, value: str = "", most: int = 120) -> None:
    """Tab until the focus is on an element, which has to be seen to have it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.locator("*:focus")
        if focused.count() and focused.evaluate("e => e.tagName.toLowerCase()") == tag:
            told = focused.get_attribute("value") if value else focused.inner_text()
            if (value or words) in (told or ""):
                outline = focused.evaluate("e => getComputedStyle(e).outlineStyle")
                assert outline != "none"
                return
    raise AssertionError(f"no {tag} {words or value} within {most} tabs")


@pytest.mark.parametrize("log_in", [True], indirect=True, ids=["script"])
def test_shortcuts_do_a_whole_review_and_can_be_turned_off(
    log_in: Callable[[str], Page], ledger: Path
) -> None:
    page = log_in("ana")
    withdraw_all(ledger)
    page.goto("/desk/?only=duplicate")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Your judgement").wait_for()
    page.keyboard.press("u")
    page.keyboard.type("dust, nobody can tell")  # d and u are letters here
    page.keyboard.press("Control+Enter")
    page.get_by_text("Kept in the ledger.").wait_for()
    assert verdicts(ledger) == ["unsure"]
    page.keyboard.press("z")
    page.get_by_text("(undone)").first.wait_for()
    assert verdicts(ledger) == []
    page.goto("/desk/?only=duplicate")
    page.get_by_role("button", name="Turn shortcuts off").click()
    page.locator("ol.queue a").first.click()
    page.get_by_role("heading", name="Your judgement").wait_for()
    page.locator("h1").click()
    page.keyboard.press("s")
    assert not page.get_by_label("same", exact=True).is_checked()
