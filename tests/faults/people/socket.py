"""One Socket.IO connection over asyncio, as core/socket.js: it never reconnects by itself."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import struct
from collections.abc import Callable, Iterable
from typing import Any

Hear = Callable[[str, dict[str, Any]], None]
_SHORT, _MEDIUM = 126, 1 << 16


class Lost(Exception):  # noqa: N818 - what happened to the line
    """The line went away before an answer came; the same ask may be sent again."""


async def end(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Cancel them until they are done: on Python 3.11 `wait_for` may swallow a cancellation."""
    while left := [task for task in tasks if not task.done()]:
        for task in left:
            task.cancel()
        await asyncio.wait(left, timeout=0.5)


class Socket:
    """An open connection; `sent` keeps every frame that was written, so that it can be replayed."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, hear: Hear, pace: float) -> None:
        self._reader, self._writer, self._hear, self._pace = reader, writer, hear, pace
        self._asked: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._number = 0
        self._opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.over: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.sent: list[str] = []

    async def request(self, event: str, body: object, patience: float = 15.0) -> dict[str, Any]:
        """Emit an event and wait for its acknowledgement, at most `patience` seconds of a browser's time."""
        if self.over.done():
            raise Lost(self.over.result())
        number, self._number = self._number, self._number + 1
        answer = self._asked[number] = asyncio.get_running_loop().create_future()
        try:
            self.send(f"42{number}{json.dumps([event, body])}")
            return await asyncio.wait_for(answer, patience * self._pace)
        except TimeoutError as late:
            raise Lost("no answer") from late
        finally:
            self._asked.pop(number, None)

    def send(self, text: str) -> None:
        """Write one message as a masked frame; on a dead line it goes nowhere."""
        self.sent.append(text)
        with contextlib.suppress(OSError, RuntimeError):
            self._writer.write(_frame(text.encode()))

    def close(self, why: str = "left") -> None:
        """Hang up; who waits for an answer hears that the line is lost."""
        if self.over.done():
            return
        self.over.set_result(why)
        waiting: list[asyncio.Future[Any]] = [*self._asked.values(), self._opened]
        for each in waiting:
            if not each.done():
                each.set_exception(Lost(why))
                each.exception()  # nobody may be waiting any more: no warning then
        self._writer.close()

    async def begin(self, auth: dict[str, str]) -> None:
        """Introduce ourselves; Lost when we are not let in."""
        self._reading = asyncio.ensure_future(self._read(json.dumps(auth)))
        await self._opened

    async def _read(self, auth: str) -> None:
        try:
            while not self.over.done():
                # A dead network closes nothing: a missing heartbeat is the only sign of it.
                self._packet(await asyncio.wait_for(_message(self._reader), 18.0), auth)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, ValueError):
            pass
        finally:
            self.close("closed")

    def _packet(self, text: str, auth: str) -> None:
        if text.startswith("0"):
            self.send(f"40{auth}")
        elif text.startswith("2"):
            self.send("3")
        elif text.startswith("40") and not self._opened.done():
            self._opened.set_result(None)
        elif text.startswith("42"):
            self._hear(*json.loads(text[2:]))
        elif text.startswith("43"):
            self._answered(text[2:])
        elif text.startswith(("1", "41", "44")):
            self.close("refused")

    def _answered(self, text: str) -> None:
        number, _, rest = text.partition("[")
        waiting = self._asked.pop(int(number), None)
        if waiting is not None and not waiting.done():
            waiting.set_result(json.loads("[" + rest)[0])


async def open_socket(port: int, origin: str, ticket: str, hear: Hear, pace: float) -> Socket:
    """Connect and give the socket once the server has let us in; Lost when it does not."""
    try:
        async with asyncio.timeout(8.0 * pace):
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 24)
            socket = Socket(reader, writer, hear, pace)
            try:
                await _shake_hands(reader, writer, origin)
                await socket.begin({"ticket": ticket})
            except BaseException:
                socket.close("failed")
                raise
            return socket
    except (OSError, TimeoutError, asyncio.IncompleteReadError) as wrong:
        raise Lost(str(wrong) or "no answer") from wrong


async def _shake_hands(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, origin: str) -> None:
    writer.write(
        f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {origin.removeprefix('http://')}\r\n"
        f"Origin: {origin}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n".encode()
    )
    head = await reader.readuntil(b"\r\n\r\n")
    if b" 101 " not in head[:20]:
        raise Lost("refused")


def _frame(payload: bytes) -> bytes:
    length = len(payload)
    if length < _SHORT:
        head = struct.pack("!BB", 0x81, 0x80 | length)
    elif length < _MEDIUM:
        head = struct.pack("!BBH", 0x81, 0xFE, length)
    else:
        head = struct.pack("!BBQ", 0x81, 0xFF, length)
    mask = os.urandom(4)
    key = int.from_bytes((mask * (length // 4 + 1))[:length], "big")
    return head + mask + (int.from_bytes(payload, "big") ^ key).to_bytes(length, "big")


async def _message(reader: asyncio.StreamReader) -> str:
    first, length = await reader.readexactly(2)
    if length == _SHORT:
        length = int.from_bytes(await reader.readexactly(2), "big")
    elif length > _SHORT:
        length = int.from_bytes(await reader.readexactly(8), "big")
    payload = await reader.readexactly(length)
    if first & 0x0F == 0x8:
        raise ConnectionResetError
    return payload.decode()
