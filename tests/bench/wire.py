"""Just enough of WebSocket, Engine.IO and Socket.IO to be a client: raw sockets, which cost next to nothing."""

from __future__ import annotations

import itertools
import json
import socket
import struct
from collections.abc import Callable
from typing import Any

Connect = Callable[[tuple[str, int]], Any]

_HELLO = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n"
    "Host: localhost:{port}\r\nOrigin: http://localhost:{port}\r\n"
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)
_SHORT, _MEDIUM = 126, 1 << 16


class Refused(Exception):  # noqa: N818 - the server's decision
    """The server did not let this client in."""


class Line:
    """One client's connection."""

    def __init__(self, port: int, auth: dict[str, str] | None, connect: Connect = socket.create_connection) -> None:
        self.socket = connect(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.settimeout(30)
        self._numbers = itertools.count(1)
        self._rest = b""
        self.aside: list[bytes] = []
        """Messages that came while an answer was waited for."""
        self.socket.sendall(_HELLO.format(port=port).encode())
        self._shake_hands()
        self.send("40" + json.dumps(auth) if auth else "40")
        self._until(b"40")

    def send(self, text: str) -> None:
        """Send one message, as a frame whose mask is zero: legal, and nothing to compute."""
        payload = text.encode()
        if len(payload) < _SHORT:
            head = struct.pack("!BB", 0x81, 0x80 | len(payload))
        elif len(payload) < _MEDIUM:
            head = struct.pack("!BBH", 0x81, 0xFE, len(payload))
        else:
            head = struct.pack("!BBQ", 0x81, 0xFF, len(payload))
        self.socket.sendall(head + bytes(4) + payload)

    def emit(self, name: str, body: Any) -> bytes:  # noqa: ANN401 - JSON values
        """Send an event and give the beginning of its answer when that comes."""
        number = next(self._numbers)
        self.send(f"42{number}{json.dumps([name, body])}")
        return f"43{number}[".encode()

    def request(self, name: str, body: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON values
        """Send an event and wait for its answer."""
        begins = self.emit(name, body)
        answer: dict[str, Any] = json.loads(self._until(begins)[len(begins) - 1 :])[0]
        return answer

    def receive(self) -> list[bytes]:
        """Take what has arrived and give its whole messages, pings answered; an empty read is the end of the line."""
        data = self.socket.recv(262_144)
        if not data:
            raise ConnectionResetError
        messages, self._rest = _messages(self._rest + data if self._rest else data)
        if b"2" in messages:
            self.send("3")
        return messages

    def _shake_hands(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            data = self.socket.recv(65_536)
            if not data:
                raise ConnectionResetError
            head += data
        status, _, self._rest = head.partition(b"\r\n\r\n")
        if b" 101 " not in status[:20]:
            raise Refused(status[:200])
        if self._rest:
            self._rest = _messages(self._rest)[1]

    def _until(self, begins: bytes) -> bytes:
        while True:
            messages = self.receive()
            for place, message in enumerate(messages):
                if message.startswith(b"44"):
                    raise Refused(message)
                if message.startswith(begins):
                    self.aside += messages[place + 1 :]
                    return message
                self.aside.append(message)


def _messages(data: bytes) -> tuple[list[bytes], bytes]:
    found: list[bytes] = []
    place, end = 0, len(data)
    while end - place >= 2:
        length, start = data[place + 1], place + 2
        if length == _SHORT:
            length, start = int.from_bytes(data[start : start + 2], "big"), start + 2
        elif length > _SHORT:
            length, start = int.from_bytes(data[start : start + 8], "big"), start + 8
        if start + length > end:
            break
        found.append(data[start : start + length])
        place = start + length
    return found, data[place:]
