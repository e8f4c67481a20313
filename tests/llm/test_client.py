"""A server of this machine in all its moods: what the reader makes of each."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tallystick.errors import ReaderError
from tallystick.llm import LlmOptions, LlmReader, Output
from tallystick.llm.pace import Pace, backoff
from tallystick.workers import ItemError
from tests.llm.answers import GOOD, article
from tests.llm.server import (
    Asked,
    Endpoint,
    Reply,
    Script,
    answering,
    called,
    chat,
    in_turn,
    refused,
)

ANSWER = {"incidents": [GOOD], "tallies": []}
RIGHT = chat(json.dumps(ANSWER))
KEY = "sk-secret-0123456789"


@contextmanager
def reading(script: Script, **more: Any) -> Iterator[tuple[LlmReader, Endpoint]]:
    with Endpoint(script) as endpoint:
        options = {"wait": 0.01, "timeout": 5.0, "attempts": 3} | more
        with LlmReader(LlmOptions(endpoint=endpoint.url, model="small", **options)) as reader:
            yield reader, endpoint


def failing(script: Script, error: type[Exception], words: str, **more: Any) -> list[Asked]:
    """What was asked of an endpoint that makes the reading of the article fail."""
    with reading(script, **more) as (reader, endpoint), pytest.raises(error, match=words):
        reader(article())
    return endpoint.requests


def test_a_good_answer() -> None:
    with reading(answering(ANSWER)) as (reader, endpoint):
        assert len(reader(article()).reports) == 1
        assert reader(article()).reader == "llm small, prompt 1"
        account = reader.account
    assert (account.requests, account.retries, account.documents) == (2, 0, 2)
    assert (account.tokens_in, account.tokens_out) == (2000, 200)
    body = endpoint.requests[0].body
    assert body["model"] == "small"
    assert body["temperature"] == 0
    assert body["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize(
    ("output", "script", "field"),
    [
        (Output.SCHEMA, answering(ANSWER), "response_format"),
        (Output.TOOL, lambda _: called(ANSWER), "tools"),
        (Output.PROMPT, answering(ANSWER), "messages"),
    ],
)
def test_every_way_to_ask(output: Output, script: Script, field: str) -> None:
    with reading(script, output=output) as (reader, endpoint):
        assert len(reader(article()).reports) == 1
    body = endpoint.requests[0].body
    assert field in body
    assert ("tools" in body) is (output is Output.TOOL)


def test_an_answer_in_a_fence_of_code_is_read_when_asked_in_words() -> None:
    fenced = chat(f"```json\n{json.dumps(ANSWER)}\n```")
    with reading(lambda _: fenced, output=Output.PROMPT) as (reader, _):
        assert len(reader(article()).reports) == 1


# ---- malformed


@pytest.mark.parametrize(
    "content",
    ["I am sorry, I cannot.", '{"incidents": "none"}', '{"incidents": [{"kind": "party"}]}', ""],
)
def test_a_malformed_answer_is_asked_for_again(content: str) -> None:
    with reading(in_turn(chat(content), RIGHT)) as (reader, endpoint):
        assert len(reader(article()).reports) == 1
    assert len(endpoint.requests) == 2


def test_a_model_that_never_learns_costs_its_document() -> None:
    assert len(failing(lambda _: chat("no"), ItemError, "has not the shape")) == 3


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<html>Gateway</html>", "endpoint failed"),
        (b"", "endpoint failed"),
        (b"{}", "has not the shape"),
        (b'{"choices": []}', "has not the shape"),
        (b"[1]", "has not the shape"),
    ],
)
def test_a_reply_that_is_no_completion_costs_its_document(body: bytes, words: str) -> None:
    failing(lambda _: Reply(body), ItemError, words)


def test_extra_and_missing_parts_of_an_answer_do_no_harm() -> None:
    loose = {
        "thoughts": "hm",
        "incidents": [{**GOOD, "kind": "Air-Strike", "sure": 1, "context": None}],
    }
    with reading(answering(loose)) as (reader, _):
        assert len(reader(article()).reports) == 1


# ---- too long


def truncated_above(characters: int) -> Script:
    """Cuts its answer to long articles, and answers short ones."""

    def script(asked: Asked) -> Reply:
        if len(asked.article) > characters:
            return chat('{"incidents": [{"quote": "rock', finish="length")
        return chat(json.dumps({"incidents": [], "tallies": []}))

    return script


def long_article() -> str:
    return "\n\n".join(f"Paragraph {n} tells of the weather in Mosul." for n in range(40))


def test_a_truncated_answer_is_asked_for_in_halves(tmp_path: Path) -> None:
    from tests.llm.test_pieces import body

    document = body(*long_article().split("\n\n"))
    with reading(truncated_above(1500), cache=tmp_path) as (reader, endpoint):
        assert reader(document).reports == ()
        first = len(endpoint.requests)
    shown = "".join(r.article for r in endpoint.requests if len(r.article) <= 1500)
    assert all(f"Paragraph {n} tells" in shown for n in range(40))
    assert first >= 3


def test_what_cannot_be_cut_any_further_is_an_error_of_its_document() -> None:
    with reading(truncated_above(10)) as (reader, _), pytest.raises(ItemError, match="too long"):
        reader(article())


def test_a_context_that_overflows_is_cut() -> None:
    from tests.llm.test_pieces import body

    document = body(*long_article().split("\n\n"))

    def script(asked: Asked) -> Reply:
        if len(asked.article) > 1500:
            message = "This model's maximum context length is 100 tokens."
            error = {"message": message, "type": "error", "code": "context_length_exceeded"}
            return Reply(json.dumps({"error": error}).encode(), 400)
        return chat(json.dumps({"incidents": [], "tallies": []}))

    with reading(script) as (reader, endpoint):
        assert reader(document).reports == ()
    assert len(endpoint.requests) >= 3


def test_a_long_document_goes_in_pieces_that_fit() -> None:
    from tests.llm.test_pieces import body

    document = body(*(f"Paragraph {n} tells of the weather. " * 8 for n in range(60)))
    with reading(answering({"incidents": [], "tallies": []}), context=2048) as (reader, endpoint):
        reader(document)
    assert len(endpoint.requests) > 5
    assert all(len(r.article) / 3 < 2048 for r in endpoint.requests)


# ---- slow, rate-limiting and failing


def test_a_slow_answer_is_given_up_and_asked_for_again() -> None:
    with reading(in_turn(chat("late", wait=20.0), RIGHT), timeout=1.5) as (reader, _):
        start = time.monotonic()
        assert len(reader(article()).reports) == 1
        assert time.monotonic() - start < 15
        assert reader.account.retries == 1


def test_an_answer_that_drips_in_is_slow_too() -> None:
    drip = chat(json.dumps(ANSWER), drip=0.05)
    words = r"no answer within 0\.4 seconds, after 2 attempts"
    assert len(failing(lambda _: drip, ItemError, words, timeout=0.4, attempts=2)) == 2


@pytest.mark.parametrize("status", [429, 500, 502, 503, 529])
def test_passing_failures_are_waited_out(status: int) -> None:
    with reading(in_turn(refused(status, "busy"), refused(status, "busy"), RIGHT)) as (reader, end):
        assert len(reader(article()).reports) == 1
        assert reader.account.retries == 2
    assert len(end.requests) == 3


def test_the_wait_that_a_server_asks_for_is_kept() -> None:
    with reading(in_turn(refused(429, "slow down", Retry_After="1"), RIGHT)) as (reader, endpoint):
        reader(article())
    first, second = endpoint.requests
    assert second.at - first.at >= 0.95


def test_a_failure_that_stays_costs_its_document_and_names_the_reason() -> None:
    def script(asked: Asked) -> Reply:
        return refused(500, "out of memory") if "Mosul" in asked.article else RIGHT

    with reading(script) as (reader, _):
        with pytest.raises(ItemError, match=r"status 500: out of memory\), after 3 attempts"):
            reader(article("A bomb hit Mosul."))
        assert len(reader(article()).reports) == 1


def test_a_line_that_breaks_is_tried_again() -> None:
    with reading(in_turn(Reply(b"", hang_up=True), RIGHT)) as (reader, _):
        assert len(reader(article()).reports) == 1


def test_requests_keep_to_the_pace() -> None:
    start = time.monotonic()
    with reading(answering(ANSWER), requests_per_minute=240) as (reader, endpoint):
        threads = [threading.Thread(target=reader, args=(article(),)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(endpoint.requests) == 4
    assert max(r.at for r in endpoint.requests) - start >= 0.74  # three gaps of a quarter


def test_turns_are_spaced_and_a_hold_holds_all() -> None:
    async def turns() -> list[float]:
        pace = Pace(per_minute=1200)
        clock = asyncio.get_running_loop().time
        start = clock()
        at = []
        for number in range(4):
            if number == 2:
                pace.hold(0.3)
            await pace.turn()
            at.append(clock() - start)
        return at

    first, second, third, fourth = asyncio.run(turns())
    assert first < second
    assert second >= 0.049
    assert third >= 0.3
    assert fourth >= 0.349


def test_waits_double_up_to_a_limit_unless_told() -> None:
    waits = [backoff(n, 1.0, None) for n in range(1, 12)]
    assert all(0.75 * 2**n <= w <= 1.25 * 2**n for n, w in enumerate(waits[:6]))
    assert max(waits) <= 150
    assert (backoff(1, 1.0, 7.0), backoff(1, 1.0, 9999.0), backoff(1, 1.0, -1.0)) == (7, 120, 0)


@pytest.mark.parametrize("most", [1, 3])
def test_no_more_requests_than_allowed_are_under_way(most: int) -> None:
    under_way, peak, lock = [0], [0], threading.Lock()

    def script(_: Asked) -> Reply:
        with lock:
            under_way[0] += 1
            peak[0] = max(peak[0], under_way[0])
        time.sleep(0.1)
        with lock:
            under_way[0] -= 1
        return RIGHT

    with reading(script, concurrency=most) as (reader, _):
        threads = [threading.Thread(target=reader, args=(article(),)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert peak[0] == most


# ---- no use in going on


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (refused(401, "bad key"), "refuses the key; set TALLYSTICK_LLM_KEY or OPENAI_API_KEY"),
        (refused(402, "pay first"), "no credit left"),
        (refused(404, "no such model"), "knows no model 'small' there"),
        (refused(400, "response_format is not supported"), "--output prompt"),
    ],
)
def test_what_fails_for_every_document_ends_the_run(reply: Reply, words: str) -> None:
    assert len(failing(lambda _: reply, ReaderError, words)) == 1


def test_a_server_that_is_not_there() -> None:
    options = LlmOptions(endpoint="http://127.0.0.1:9/v1", model="m", wait=0.01, attempts=2)
    with LlmReader(options) as reader, pytest.raises(ReaderError, match="is the server running"):
        reader(article())


def test_a_server_that_is_gone_ends_the_run() -> None:
    with reading(lambda _: refused(503, "down"), attempts=1) as (reader, _):
        for _ in range(9):
            with pytest.raises(ItemError):
                reader(article())
        with pytest.raises(ReaderError, match="10 times in a row"):
            reader(article())


@pytest.mark.parametrize("endpoint", ["localhost:11434", "ftp://example.org", "", "http://"])
def test_an_address_that_is_none_is_told(endpoint: str) -> None:
    with pytest.raises(ReaderError, match="no address of an endpoint"):
        LlmOptions(endpoint=endpoint, model="m")


# ---- the key


def test_the_key_goes_into_the_header_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALLYSTICK_LLM_KEY", KEY)
    with reading(answering(ANSWER)) as (reader, endpoint):
        made = reader(article())
        assert KEY not in repr(reader.options) + repr(made) + repr(reader.account)
    asked = endpoint.requests[0]
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in json.dumps(asked.body)


def test_a_key_that_the_server_echoes_is_not_repeated(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    monkeypatch.setenv("TALLYSTICK_LLM_KEY", KEY)
    echo = refused(401, f"Incorrect key: {KEY}")
    failing(lambda _: echo, ReaderError, r"Incorrect key: \*\*\*")
    assert KEY not in caplog.text


@pytest.mark.parametrize(
    ("endpoint", "own", "general", "used"),
    [
        ("http://10.0.0.5:8000/v1", "own", "general", "own"),
        ("https://api.example.org/v1", None, "general", "general"),
        ("http://127.0.0.1:8000/v1", None, "general", "general"),
        ("http://10.0.0.5:8000/v1", None, "general", None),
        ("http://10.0.0.5:8000/v1", None, None, None),
    ],
)
def test_another_programs_key_never_goes_out_in_the_clear(
    monkeypatch: pytest.MonkeyPatch, endpoint: str, own: str | None, general: str | None,
    used: str | None,
) -> None:  # fmt: skip
    from tallystick.llm.options import api_key

    for name, value in (("TALLYSTICK_LLM_KEY", own), ("OPENAI_API_KEY", general)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert api_key(endpoint) == used


# ---- the cache


def test_a_document_is_asked_about_once(tmp_path: Path) -> None:
    for _ in range(2):
        with reading(answering(ANSWER), cache=tmp_path) as (reader, endpoint):
            assert len(reader(article()).reports) == 1
            cached = reader.account.cached
    assert endpoint.requests == []
    assert cached == 1


@pytest.mark.parametrize("change", ["model", "text", "published", "prompt"])
def test_another_question_has_another_answer(
    tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with reading(answering(ANSWER), cache=tmp_path) as (reader, _):
        reader(article())
    if change == "prompt":
        monkeypatch.setattr("tallystick.llm.cache.PROMPT_VERSION", 99)
    document = {"text": article("Shells fell."), "published": article(published="2023-11-05")}
    with Endpoint(answering(ANSWER)) as endpoint:
        model = "other" if change == "model" else "small"
        options = LlmOptions(endpoint=endpoint.url, model=model, cache=tmp_path)
        with LlmReader(options) as reader:
            reader(document.get(change, article()))
    assert len(endpoint.requests) == 1


@pytest.mark.parametrize("damage", [b"", b"{", b'{"incidents": 3}', b"\xff\x00"])
def test_a_damaged_answer_is_asked_for_again(tmp_path: Path, damage: bytes) -> None:
    with reading(answering(ANSWER), cache=tmp_path) as (reader, _):
        reader(article())
    (kept,) = tmp_path.rglob("*.json")
    kept.write_bytes(damage)
    with reading(answering(ANSWER), cache=tmp_path) as (reader, endpoint):
        assert len(reader(article()).reports) == 1
    assert len(endpoint.requests) == 1
    assert json.loads(kept.read_bytes())["incidents"]
    assert list(tmp_path.rglob("*.part")) == []


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    failing(answering(ANSWER), ReaderError, "--no-cache", cache=tmp_path / "file")


# ---- the rules instead, and the end


def test_the_rules_read_what_the_model_cannot() -> None:
    from tallystick import extract

    with reading(lambda _: chat("no"), fallback=True) as (reader, _):
        assert reader(article()) == extract.read_by_rules(article())
        ((name, reason),) = reader.account.fallbacks
    assert name == "a.txt"
    assert "shape" in reason


def test_a_reader_that_is_closed_lets_go_of_what_is_under_way() -> None:
    failed: list[Exception] = []

    def read(reader: LlmReader) -> None:
        try:
            reader(article())
        except Exception as error:
            failed.append(error)

    with Endpoint(lambda _: chat("late", wait=20.0)) as endpoint:
        reader = LlmReader(LlmOptions(endpoint=endpoint.url, model="small"))
        thread = threading.Thread(target=read, args=(reader,))
        thread.start()
        while not endpoint.requests:
            time.sleep(0.01)
        start = time.monotonic()
        reader.close()
        thread.join()
        assert time.monotonic() - start < 10
        reader.close()  # twice does no harm
        with pytest.raises(ItemError, match="closed"):
            reader(article())
    assert len(failed) == 1
