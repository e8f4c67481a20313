"""`tallystick build --reader llm`, as a person types it, against a server of this machine."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import tallystick
from tallystick.cli import main, reading
from tallystick.ledger import Ledger
from tallystick.llm import LlmOptions, LlmReader
from tests.llm.server import Asked, Endpoint, Reply, Script, answering, chat

KEY = "sk-secret-0123456789"
ANSWER = {
    "incidents": [
        {
            "quote": "attacked",
            "kind": "attack",
            "statements": [
                {"field": "where", "quote": "Mosul"},
                {"field": "killed", "quote": "900 were killed", "value": "900"},
            ],
        }
    ],
    "tallies": [],
}


def articles(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(f"Gunmen attacked Mosul, report {number}.\n")
    return folder


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder, away from the user's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    monkeypatch.setattr(reading, "_cache_folder", lambda: tmp_path / "user" / "llm")
    return tmp_path / "user" / "llm"


class Shell:
    def __init__(self, folder: Path, endpoint: Endpoint) -> None:
        self.folder, self.endpoint = folder, endpoint
        self.ledger = folder.parent / "a.ledger"

    def __call__(self, *words: str, code: int = 0, stdin: str | None = None) -> Result:
        result = CliRunner().invoke(main, [*self.line(), *words], input=stdin)
        assert result.exit_code == code, result.output
        return result

    def line(self) -> list[str]:
        return [
            "build", str(self.folder), "--ledger", str(self.ledger), "--reader", "llm",
            "--endpoint", self.endpoint.url, "--model", "small",
        ]  # fmt: skip

    def names(self) -> set[str]:
        with Ledger.open(self.ledger, read_only=True) as ledger:
            return {Path(d.name).name for d in ledger.documents()}


def shell(tmp_path: Path, script: Script, count: int = 3) -> Iterator[Shell]:
    with Endpoint(script) as endpoint:
        yield Shell(articles(tmp_path / "in", count), endpoint)


@pytest.fixture
def good(tmp_path: Path) -> Iterator[Shell]:
    yield from shell(tmp_path, answering(ANSWER))


def test_a_build_by_a_model_and_what_it_tells(good: Shell) -> None:
    result = good("--price-in", "2", "--price-out", "10")
    assert "Read 3 documents: 3 reports of incidents" in result.stdout
    plan = next(line for line in result.stderr.splitlines() if "to read:" in line)
    assert plan.startswith("3 documents for small to read: 3 requests, about ")
    assert ", a cost of 0.0" in plan
    assert "small: 3 requests, 3,000 tokens in and 300 out, a cost of 0.01;" in result.stderr
    assert "Dropped 3 parts of its answers:" in result.stderr
    assert "3: its words do not stand in the article" in result.stderr


def test_the_ledger_says_who_read(good: Shell) -> None:
    good()
    with Ledger.open(good.ledger, read_only=True) as ledger:
        assert {r.reader for r in ledger.readings()} == {"llm small, prompt 1"}
    shown = CliRunner().invoke(main, ["documents", "--ledger", str(good.ledger)])
    assert "read by" in shown.stdout.casefold()  # a column, or a line under the title
    assert shown.stdout.count("llm small") == 3


def test_everything_after_reading_is_the_same(good: Shell) -> None:
    good()
    for command in (["incidents", "--json"], ["tallies"], ["documents"]):
        result = CliRunner().invoke(main, [*command, "--ledger", str(good.ledger)])
        assert result.exit_code == 0, result.output
    shown = CliRunner().invoke(main, ["incidents", "--json", "--ledger", str(good.ledger)])
    assert json.loads(shown.stdout.splitlines()[0])["where"]["name"] == "Mosul"


def test_what_is_known_is_not_asked_again(good: Shell, tmp_path: Path, own_cache: Path) -> None:
    good()
    assert len(good.endpoint.requests) == 3
    again = good()
    assert "to read:" not in again.stderr
    good.ledger = tmp_path / "other.ledger"
    assert "(3 answered from the cache)" in good().stderr
    assert len(good.endpoint.requests) == 3
    assert len(list(own_cache.rglob("*.json"))) == 3
    good.ledger = tmp_path / "third.ledger"
    good("--no-cache")
    assert len(good.endpoint.requests) == 6
    good.ledger = tmp_path / "fourth.ledger"
    good("--cache", str(tmp_path / "mine"))
    assert len(list((tmp_path / "mine").rglob("*.json"))) == 3


def test_the_key_is_nowhere_but_in_the_header(
    good: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALLYSTICK_LLM_KEY", KEY)
    result = good()
    assert good.endpoint.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in result.output
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes()


# -- large runs


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    monkeypatch.setattr(reading, "ASK", 2)
    monkeypatch.setattr(reading, "MOST", 3)
    yield from shell(tmp_path, answering(ANSWER), count=4)


def test_where_nobody_can_be_asked_a_large_run_is_refused(many: Shell) -> None:
    result = many(code=1)
    assert "4 documents would be sent to small; above 3, say so with --yes" in result.stderr
    assert many.endpoint.requests == []
    many("--yes")
    assert len(many.endpoint.requests) == 4


@pytest.mark.parametrize(("said", "code", "asked"), [("y\n", 0, 4), ("n\n", 1, 0)])
def test_a_terminal_is_asked_before_a_large_run(
    many: Shell, monkeypatch: pytest.MonkeyPatch, said: str, code: int, asked: int
) -> None:
    monkeypatch.setattr(reading, "_can_ask", lambda: True)
    assert "Go on?" in many(code=code, stdin=said).stderr
    assert len(many.endpoint.requests) == asked


def test_a_terminal_is_not_asked_before_a_small_run_or_with_yes(
    many: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_can_ask", lambda: True)
    assert "Go on?" not in many("--yes").output
    monkeypatch.setattr(reading, "ASK", 4)
    many.ledger.unlink()
    assert "Go on?" not in many().output


# -- failures


def choking(asked: Asked) -> Reply:
    return chat("no") if "report 1." in asked.article else chat(json.dumps(ANSWER))


def test_a_document_that_fails_leaves_the_others(tmp_path: Path) -> None:
    for sh in shell(tmp_path, choking):
        result = sh(code=1)
        assert "Left out 1 document:" in result.stderr
        assert "001.txt: the model's answer has not the shape" in result.stderr
        assert sh.names() == {"000.txt", "002.txt"}


def test_the_rules_may_read_what_the_model_cannot(tmp_path: Path) -> None:
    for sh in shell(tmp_path, choking):
        result = sh("--fallback", "rules")
        assert "Read by the rules: " in result.stderr
        with Ledger.open(sh.ledger, read_only=True) as ledger:
            by = {Path(r.document.name).name: r.reader for r in ledger.readings()}
        assert by["000.txt"] == by["002.txt"] == "llm small, prompt 1"
        assert not by["001.txt"].startswith("llm")


def test_what_was_read_before_the_endpoint_broke_is_kept(tmp_path: Path) -> None:
    def script(asked: Asked) -> Reply:
        key_ran_out = Reply(b'{"error": {"message": "key expired"}}', 401)
        return key_ran_out if asked.number >= 2 else chat(json.dumps(ANSWER))

    for sh in shell(tmp_path, script, count=4):
        assert "refuses the key" in sh("--concurrency", "1", code=1).stderr
        assert len(sh.names()) == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--reader", "llm"], "needs --endpoint and --model"),
        (["--model", "m"], "belong to --reader llm"),
        (["--reader", "llm", "--endpoint", "nowhere", "--model", "m"], "no address of an endpoint"),
    ],
)
def test_options_that_do_not_fit(tmp_path: Path, words: list[str], message: str) -> None:
    ledger = ["--ledger", str(tmp_path / "a.ledger")]
    result = CliRunner().invoke(main, ["build", str(articles(tmp_path / "in", 1)), *ledger, *words])
    assert result.exit_code in (1, 2)
    assert message in result.stderr


STOPPABLE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
from tallystick.cli import main
main(prog_name="tallystick")
"""


def test_a_stop_keeps_what_is_done_and_the_next_run_goes_on(tmp_path: Path) -> None:
    def script(asked: Asked) -> Reply:
        return chat(json.dumps(ANSWER), wait=0.0 if asked.number < 3 else 30.0)

    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "user")}
    with Endpoint(script) as endpoint:
        sh = Shell(articles(tmp_path / "in", 8), endpoint)
        line = [sys.executable, "-c", STOPPABLE, *sh.line(), "--concurrency", "1", "--no-cache"]
        process = subprocess.Popen(line, env=environment, stderr=subprocess.PIPE, text=True)
        while len(endpoint.requests) < 4 or count(sh.ledger) < 3:
            time.sleep(0.05)
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=10)
    assert process.returncode == 1
    assert "Stopped. What was read is kept" in told
    assert "Traceback" not in told
    assert "never awaited" not in told
    assert len(sh.names()) == 3
    with Endpoint(answering(ANSWER)) as endpoint:
        sh.endpoint = endpoint
        sh()
        assert len(endpoint.requests) == 5
    assert len(sh.names()) == 8


def count(ledger: Path) -> int:
    if not ledger.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.Error:
        return 0


# -- the library, and without the extra


def test_the_library_takes_a_reader(tmp_path: Path) -> None:
    with Endpoint(answering(ANSWER)) as endpoint:
        options = LlmOptions(endpoint=endpoint.url, model="small")
        with LlmReader(options) as reader:
            folder, file = articles(tmp_path / "in", 2), tmp_path / "a.ledger"
            with tallystick.build(folder, ledger=file, reader=reader) as ledger:
                assert {r.reader for r in ledger.readings()} == {"llm small, prompt 1"}


WITHOUT = """
import sys
for name in ("pydantic_ai", "openai", "pydantic"):
    sys.modules[name] = None
from tallystick.cli import main
main(prog_name="tallystick")
"""


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", 1)
    line = ["build", str(folder), "--ledger", str(tmp_path / "a.ledger"), "--reader", "llm"]
    line += ["--endpoint", "http://127.0.0.1:9/v1", "--model", "m"]
    script = [sys.executable, "-c", WITHOUT, *line]
    result = subprocess.run(script, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "pip install 'tallystick[llm]'" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "statement", ["import tallystick, tallystick.cli", "import tallystick.api"]
)
def test_nobody_else_waits_for_it(statement: str) -> None:
    check = "import sys; print([m for m in sys.modules if m.startswith(('pydantic', 'openai', "
    check += "'tallystick.llm', 'httpx'))])"
    script = [sys.executable, "-c", f"{statement}; {check}"]
    assert subprocess.run(script, capture_output=True, text=True, check=True).stdout == "[]\n"
