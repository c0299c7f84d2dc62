"""The two doors of the program as its clients use them: `ask()` by HTTP, and `ask()` over a real socket."""

from __future__ import annotations

import http.client
import json
import re
import ssl
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import websocket

Answer = dict[str, Any]
PATIENCE = 10.0
_TRUSTING = ssl._create_unverified_context()  # noqa: S323, SLF001 - the tests' own certificate, on this machine


class Refused(Exception):  # noqa: N818 - an answer, not a fault
    """The server did not let the socket in."""


@dataclass(frozen=True)
class Reply:
    """What came back by HTTP."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON values
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


class Browser:
    """Speaks HTTP with a server on this machine as one browser does: its cookie, its pages' CSRF mark, its origin."""

    def __init__(self, port: int, *, secure: bool = False) -> None:
        self.port = port
        self.secure = secure
        self.origin = f"{'https' if secure else 'http'}://localhost:{port}"
        self.cookie = ""
        self.csrf = ""
        self.meeting = 0
        self._wire: http.client.HTTPConnection | None = None
        self.lines: list[Line] = []

    def get(self, path: str, **headers: str) -> Reply:
        """Load a page."""
        return self.send("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def post(self, path: str, data: object, headers: dict[str, str] | None = None) -> Reply:
        """Post JSON as our own pages do; `headers` replace those of a page."""
        usual = {"Content-Type": "application/json", "Origin": self.origin, "X-CSRF": self.csrf}
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        return self.send("POST", path, body, usual | (headers or {}))

    def send(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> Reply:
        """Send a request as it is; an empty header is left out."""
        sent = {name: value for name, value in ({"Cookie": self.cookie} | (headers or {})).items() if value}
        for attempt in (1, 2):
            wire = self._wire = self._wire or self._connected()
            try:
                wire.request(method, path, body, sent)
                response = wire.getresponse()
                return Reply(response.status, response.headers, response.read())
            except (http.client.RemoteDisconnected, ConnectionError):
                self._drop()
                if attempt == 2:
                    raise
            except BaseException:
                self._drop()
                raise
        raise AssertionError

    def close(self) -> None:
        """Close the browser, with its sockets."""
        self._drop()
        for line in self.lines:
            line.close()
        self.lines.clear()

    def _connected(self) -> http.client.HTTPConnection:
        if self.secure:
            return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=40, context=_TRUSTING)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)

    def _drop(self) -> None:
        if self._wire is not None:
            self._wire.close()
            self._wire = None

    def enter(self, secret: str) -> None:
        """Open a personal link."""
        self._sign_in(self.post("/api/enter", {"secret": secret}))

    def join(self, code: str, name: str, delegation: str = "") -> None:
        """Come in by the meeting's code."""
        self._sign_in(self.post("/api/join", {"code": code, "name": name, "delegation": delegation}))

    def _sign_in(self, reply: Reply) -> None:
        assert reply.status == 200, reply.text
        self.cookie = str(reply.headers["Set-Cookie"]).split(";")[0]
        self.meeting = int(reply.json["go"].split("/")[2])
        self.csrf = str(self.boot(f"/m/{self.meeting}/now")["csrf"])

    def boot(self, path: str) -> dict[str, Any]:
        """Give what a page was started with."""
        reply = self.get(path)
        assert reply.status == 200, reply.text
        found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', reply.text, re.DOTALL)
        assert found is not None
        boot: dict[str, Any] = json.loads(found[1])
        return boot

    def ask(self, name: str, data: object, ask_id: str | None = None) -> Answer:
        """Ask for a command by HTTP, again when too many were asked at once."""
        ask_id = ask_id or uuid.uuid4().hex
        return _unhurried(lambda: self.post(f"/api/commands/{name}", data, {"Idempotency-Key": ask_id}).json)

    def ticket(self) -> str:
        """Fetch a ticket for a socket."""
        reply = self.post("/api/ticket", {})
        if reply.status != 200:
            raise Refused(reply.json["code"])
        return str(reply.json["ticket"])

    def line(self) -> Line:
        """Connect a socket as this browser's page does."""
        ticket = {"ticket": self.ticket()}
        line = Line(self.port, ticket, origin=self.origin, cookie=self.cookie, secure=self.secure)
        self.lines.append(line)
        return line


class Line:
    """Speaks Socket.IO with a server on this machine; raises Refused when it is not let in."""

    def __init__(self, port: int, auth: object, *, origin: str, cookie: str = "", secure: bool = False) -> None:
        self.heard: list[tuple[str, Any]] = []
        self.closed = False
        self.acks: dict[int, Answer] = {}
        self._asked = 0
        self._refusal: str | None = None
        self._in = False
        address = f"{'wss' if secure else 'ws'}://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket"
        self.wire = websocket.WebSocket(sslopt={"context": _TRUSTING} if secure else None)
        self.wire.settimeout(PATIENCE)
        try:
            self.wire.connect(address, origin=origin, cookie=cookie or None)  # type: ignore[no-untyped-call]
        except BaseException:
            self.wire.shutdown()  # type: ignore[no-untyped-call]
            raise
        if auth is not None:
            self.write("40" + json.dumps(auth))
            self.until(lambda: self._in or self._refusal is not None or self.closed)
            if not self._in:
                self.close()
                raise Refused(self._refusal or "closed")

    def ask(self, name: str, data: object, ask_id: str | None = None) -> Answer:
        """Ask for a command over the socket, again when too many were asked at once."""
        body = {"name": name, "id": ask_id or uuid.uuid4().hex, "data": data}
        return _unhurried(lambda: self.request("ask", body))

    def follow(self, stream: str, since: int | None = None) -> Answer:
        """Follow a stream."""
        body = {"stream": stream} | ({} if since is None else {"since": since})
        return _unhurried(lambda: self.request("follow", body))

    def request(self, event: str, body: object) -> Answer:
        """Send one request and wait for its answer."""
        number = self.start(event, body)
        self.until(lambda: number in self.acks or self.closed)
        if number not in self.acks:
            message = "the socket was closed before the answer"
            raise ConnectionError(message)
        return self.acks[number]

    def start(self, event: str, body: object) -> int:
        """Send one request and do not wait."""
        self._asked += 1
        self.write(f"42{self._asked}" + json.dumps([event, body]))
        return self._asked

    def write(self, text: str) -> None:
        """Write a message as it is."""
        self.wire.send(text)

    def told(self, stream: str = "") -> list[dict[str, Any]]:
        """Give what was told so far, on one stream or on all."""
        return [body for event, body in self.heard if event == "told" and stream in {"", body["stream"]}]

    def events(self, name: str) -> list[Any]:
        """Give the bodies of the events of this name."""
        return [body for event, body in self.heard if event == name]

    def until(self, happened: Callable[[], bool], seconds: float = PATIENCE) -> bool:
        """Listen until something happened; say whether it did within the time."""
        end = time.monotonic() + seconds
        while not happened():
            left = end - time.monotonic()
            if left <= 0 or self.closed:
                return happened()
            self._hear(left)
        return True

    def listen(self, seconds: float) -> None:
        """Listen for so long."""
        self.until(lambda: False, seconds)

    def close(self) -> None:
        """Hang up."""
        self.closed = True
        self.wire.shutdown()  # type: ignore[no-untyped-call]

    def _hear(self, seconds: float) -> None:
        self.wire.settimeout(seconds)
        try:
            message = self.wire.recv()
        except websocket.WebSocketTimeoutException:
            return
        except (websocket.WebSocketException, OSError):
            message = ""
        if not isinstance(message, str) or not message or message == "1":
            self.closed = True
        elif message == "2":
            self.write("3")
        else:
            self._take(message)

    def _take(self, message: str) -> None:
        kind, number, rest = re.fullmatch(r"(0|\d\d)(\d*)(.*)", message, re.DOTALL).groups()  # type: ignore[union-attr]
        if kind == "40":
            self._in = True
        elif kind == "44":
            said = json.loads(rest)
            self._refusal = str(said["message"] if isinstance(said, dict) else said)
        elif kind == "42":
            self.heard.append(tuple(json.loads(rest)))
        elif kind == "43":
            self.acks[int(number)] = json.loads(rest)[0]


def _unhurried(ask: Callable[[], Answer]) -> Answer:
    answer = ask()
    while answer.get("code") == "busy":
        time.sleep(float(answer["retry_after"]))
        answer = ask()
    return answer
