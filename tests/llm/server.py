"""A server on this machine that speaks the chat-completions protocol, as told by a script.

    with Endpoint(answering({"incidents": []})) as endpoint:
        ...  # endpoint.url; afterwards endpoint.requests

A script is a function from the request to a :class:`Reply`. Nothing leaves the machine.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


@dataclass(frozen=True)
class Asked:
    """One request: its number (from 0), what was asked, and its headers."""

    number: int
    body: dict[str, Any]
    headers: dict[str, str]
    at: float

    @property
    def system(self) -> str:
        return "\n".join(m["content"] for m in self.body["messages"] if m["role"] == "system")

    @property
    def article(self) -> str:
        """The first message of the user: instructions, fences and article."""
        return next(m["content"] for m in self.body["messages"] if m["role"] == "user")


@dataclass(frozen=True)
class Reply:
    """What the server sends back, after ``wait`` seconds; ``hang_up`` sends nothing."""

    body: bytes
    status: int = 200
    wait: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0  # seconds between the bytes
    hang_up: bool = False


Script = Callable[[Asked], Reply]


def chat(content: str, *, finish: str = "stop", wait: float = 0.0, drip: float = 0.0) -> Reply:
    """A completion with this text."""
    body = {
        "id": "c-1",
        "object": "chat.completion",
        "created": 1700000000,
        "model": "small",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": content},
                "finish_reason": finish,
            }
        ],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100},
    }
    return Reply(json.dumps(body).encode(), wait=wait, drip=drip)


def called(arguments: object) -> Reply:
    """A completion that calls the tool "answer"."""
    call = {"name": "answer", "arguments": json.dumps(arguments)}
    body = json.loads(chat("").body)
    body["choices"][0]["message"] = {
        "role": "assistant",
        "content": None,
        "tool_calls": [{"id": "t-1", "type": "function", "function": call}],
    }
    body["choices"][0]["finish_reason"] = "tool_calls"
    return Reply(json.dumps(body).encode())


def refused(status: int, message: str, **headers: str) -> Reply:
    """An error in the usual shape."""
    body = json.dumps({"error": {"message": message, "type": "error", "code": None}})
    return Reply(
        body.encode(), status, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


def answering(answer: object) -> Script:
    """Always the same answer."""
    return lambda _: chat(json.dumps(answer))


def in_turn(*replies: Reply) -> Script:
    """One reply after the other; the last again and again."""
    return lambda asked: replies[min(asked.number, len(replies) - 1)]


class Endpoint:
    """The server in a thread; a context manager."""

    def __init__(self, script: Script) -> None:
        self.requests: list[Asked] = []
        self._script = script
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def reply(self, body: dict[str, Any], headers: dict[str, str]) -> Reply:
        with self._lock:
            asked = Asked(len(self.requests), body, headers, time.monotonic())
            self.requests.append(asked)
        return self._script(asked)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                body = json.loads(self.rfile.read(length))
                if self.path != "/v1/chat/completions":
                    self._send(refused(404, f"no such path: {self.path}"))
                    return
                headers = {k.lower(): v for k, v in self.headers.items()}
                self._send(endpoint.reply(body, headers))

            def _send(self, reply: Reply) -> None:
                time.sleep(reply.wait)
                if reply.hang_up:
                    self.close_connection = True
                    return
                try:
                    self.send_response(reply.status)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(reply.body)))
                    for name, value in reply.headers.items():
                        self.send_header(name, value)
                    self.end_headers()
                    self._write(reply)
                except OSError:
                    pass  # the client has gone

            def _write(self, reply: Reply) -> None:
                if not reply.drip:
                    self.wfile.write(reply.body)
                    return
                for byte in reply.body:
                    self.wfile.write(bytes([byte]))
                    time.sleep(reply.drip)

            def log_message(self, *args: object) -> None:
                pass

        return Handler
