"""The server by plain HTTP, as core/http.js: tickets, the long poll, and commands where websockets are blocked."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

from tests.faults.people.socket import Lost

BLAMELESS = {200, 401, 403, 404, 409, 410, 413, 422, 429, 503}


class SignedOut(Exception):  # noqa: N818 - a state, not a fault
    """The session is over."""


@dataclass
class Http:
    """One browser's session; `port` may be that of a proxy before the server."""

    port: int
    origin: str
    cookie: str
    csrf: str
    pace: float

    async def ticket(self) -> str:
        """Fetch a ticket for one connection."""
        status, body = await self._exchange("POST", "/api/ticket", {})
        if status == 401 or body.get("code") == "signed_out":
            raise SignedOut
        if not body.get("ticket"):
            raise Lost(str(body.get("why")))
        return str(body["ticket"])

    async def command(self, name: str, ask_id: str, data: object) -> dict[str, Any]:
        """Ask for a command, and give its answer."""
        _, body = await self._exchange("POST", f"/api/commands/{name}", data, {"Idempotency-Key": ask_id})
        if not isinstance(body.get("ok"), bool):
            raise Lost("no answer")
        return body

    async def poll(self, since: dict[str, int]) -> dict[str, dict[str, Any]]:
        """Give what happened in these streams since."""
        query = "&".join(f"{stream}={revision}" for stream, revision in since.items())
        status, body = await self._exchange("GET", f"/api/streams?{query}", None, patience=40)
        if status == 401:
            raise SignedOut
        if "streams" not in body:
            raise Lost(str(body.get("why")))
        streams: dict[str, dict[str, Any]] = body["streams"]
        return streams

    async def file(self, path: str) -> bytes:
        """Download a file; Lost where it does not come whole."""
        try:
            async with asyncio.timeout(15):
                return _whole(await self._send(self._head("GET", path, b"", {})))[1]
        except (OSError, TimeoutError, ValueError) as wrong:
            raise Lost(str(wrong) or "no answer") from wrong

    async def _exchange(
        self, method: str, path: str, data: object, headers: dict[str, str] | None = None, patience: float = 15
    ) -> tuple[int, dict[str, Any]]:
        body = b"" if data is None else json.dumps(data).encode()
        try:
            async with asyncio.timeout(patience * self.pace):
                status, answer = _whole(await self._send(self._head(method, path, body, headers or {}) + body))
                return status, dict(json.loads(answer))
        except (OSError, TimeoutError, ValueError) as wrong:
            raise Lost(str(wrong) or "no answer") from wrong

    def _head(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> bytes:
        sent = {
            "Host": self.origin.removeprefix("http://"),
            "Origin": self.origin,
            "Cookie": self.cookie,
            "X-CSRF": self.csrf,
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            "Connection": "close",
        } | headers
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in sent.items())]
        return "\r\n".join(lines).encode() + b"\r\n\r\n"

    async def _send(self, request: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 24)
        try:
            writer.write(request)
            return await reader.read(-1)
        finally:
            writer.close()


def _whole(answer: bytes) -> tuple[int, bytes]:
    head, _, body = answer.partition(b"\r\n\r\n")
    status = int(head.split(b" ", 2)[1]) if head.startswith(b"HTTP/1.1 ") else 0
    if status not in BLAMELESS:
        raise Lost(f"status {status}")
    fields = dict(line.lower().split(b":", 1) for line in head.split(b"\r\n")[1:])
    if b"content-length" not in fields or len(body) != int(fields[b"content-length"]):
        raise Lost("half an answer")
    return status, body
