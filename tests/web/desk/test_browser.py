"""In a real browser: log in, judge, undo, comment, approve, reject; once by the keyboard alone.

Skipped where Playwright or Chromium is missing: ``pip install playwright``, and Chromium at
/usr/bin/chromium or wherever CHROMIUM names it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tallystick.ledger import Ledger
from tallystick.model.entries import CommentRule, Ruling
from tallystick.model.judgement import Verdict
from tests.scenes import red_hill
from tests.test_api import kept
from tests.web.browser import AXE, AXE_RUN, NARROW, SMALL, WIDE
from tests.web.desk.conftest import PASSWORD, Room

sync_api = pytest.importorskip("playwright.sync_api", reason="needs: pip install playwright")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"no Chromium at {CHROMIUM}")

USERS = {"ana": "analyst", "carla": "contributor", "moritz": "moderator"}
Page = Any  # Playwright may be missing


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a room with accounts, and its ledger."""
    folder = tmp_path_factory.mktemp("room")
    accounts, ledger = folder / "app.db", kept(red_hill(Verdict.UNSURE), folder / "room.ledger")
    module = [sys.executable, "-m", "tallystick"]
    for name, role in USERS.items():
        words = [*module, "user", "add", name, "--role", role, "--accounts", str(accounts)]
        subprocess.run(words, input=f"{PASSWORD}\n", text=True, check=True, capture_output=True)
    serve = [*module, "serve", "--ledger", str(ledger), "--accounts", str(accounts), "--port", "0"]
    process = subprocess.Popen(serve, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        yield next(word for word in line.split() if word.startswith("http")).rstrip("/"), ledger
    finally:
        process.terminate()
        process.communicate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def pages(request: pytest.FixtureRequest, browser: Any, served: tuple[str, Path]) -> Iterator[Any]:
    """Opens a page for a user; fails on a broken policy, an error, or a call to elsewhere."""
    wrong: list[str] = []
    contexts = []

    def open_as(name: str, script: bool = request.param) -> Page:
        context = browser.new_context(base_url=served[0], java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: wrong.append(str(e)))
        page.on("request", lambda r: r.url.startswith(served[0]) or wrong.append(r.url))
        page.goto("/login/")
        page.get_by_label("Name").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.get_by_text(f"{name}, {USERS[name]}").wait_for()
        return page

    yield open_as
    for context in contexts:
        context.close()
    assert wrong == []


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


def test_one_logs_in_judges_a_pair_and_undoes_it(pages: Any, served: tuple[str, Path]) -> None:
    page = pages("ana")
    page.goto("/desk/?only=duplicate")
    page.locator("ol.queue a").first.click()
    page.get_by_label("same", exact=True).check()
    page.get_by_label("Because").fill("one salvo, told twice")
    page.get_by_role("button", name="Judge").click()
    page.get_by_text("Kept in the ledger.").wait_for()
    assert verdicts(served[1]) == ["same"]
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("(undone)").first.wait_for()
    assert verdicts(served[1]) == []


def test_one_comments_and_moderators_approve_and_reject(
    pages: Any, served: tuple[str, Path]
) -> None:
    writer, moderator = pages("carla"), pages("moritz")
    address = f"/incidents/{Room(served[1]).incidents[0].id}/"
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
    rulings = [e.body for e in Room(served[1]).entries if isinstance(e.body, Ruling)]
    assert [r.approved for r in rulings[-2:]] == [False, True]
    moderator.goto(address)
    assert moderator.get_by_text("I saw the rockets & a parade.").first.is_visible()
    assert not moderator.get_by_text("Buy now").is_visible()


def test_a_review_by_the_keyboard_alone(pages: Any, served: tuple[str, Path]) -> None:
    """From logging in to the next item with keys alone: no shortcut, so also without a script."""
    page = pages("ana")
    withdraw_all(served[1])
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
    assert verdicts(served[1]) == ["different"]
    press_to(page, "button", "Undo")
    page.keyboard.press("Enter")
    page.get_by_text("(undone)").first.wait_for()
    assert verdicts(served[1]) == []


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


@pytest.mark.parametrize("pages", [True], indirect=True, ids=["script"])
def test_shortcuts_do_a_whole_review_and_can_be_turned_off(
    pages: Any, served: tuple[str, Path]
) -> None:
    page = pages("ana")
    withdraw_all(served[1])
    page.goto("/desk/?only=duplicate")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Your judgement").wait_for()
    page.keyboard.press("u")
    page.keyboard.type("dust, nobody can tell")  # d and u are letters here
    page.keyboard.press("Control+Enter")
    page.get_by_text("Kept in the ledger.").wait_for()
    assert verdicts(served[1]) == ["unsure"]
    page.keyboard.press("z")
    page.get_by_text("(undone)").first.wait_for()
    assert verdicts(served[1]) == []
    page.goto("/desk/?only=duplicate")
    page.get_by_role("button", name="Turn shortcuts off").click()
    page.locator("ol.queue a").first.click()
    page.get_by_role("heading", name="Your judgement").wait_for()
    page.locator("h1").click()
    page.keyboard.press("s")
    assert not page.get_by_label("same", exact=True).is_checked()


@pytest.mark.parametrize("pages", [True], indirect=True, ids=["script"])
def test_axe_finds_nothing_at_the_desk(pages: Any, served: tuple[str, Path]) -> None:
    """WCAG 2.2 AA on every page that takes a role, at both widths; targets of 24 px."""
    if not AXE.exists():
        pytest.skip("no axe-core: npm ci in assets/")
    withdraw_all(served[1])
    room = Room(served[1])
    told = room.incidents[0]
    addresses = [
        "/desk/", "/desk/?only=duplicate", room.pair, f"/incidents/{told.id}/",
        f"/desk/statements/{told.statements[0].id}/", "/desk/audit/", "/desk/comments/",
        "/problems/", "/login/",
    ]  # fmt: skip
    page = pages("moritz")
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        for address in addresses:
            page.goto(address)
            page.evaluate(AXE.read_text(encoding="utf-8"))
            assert page.evaluate(AXE_RUN) == [], (address, width)
            assert page.evaluate(SMALL) == [], (address, width)
            over = "document.documentElement.scrollWidth - innerWidth"
            assert page.evaluate(over) <= 0, (address, width)
