"""Our own WebSocket transport under Engine.IO.

It writes from the greenlet that has something to say, straight to the socket, and never waits: what a slow reader
does not take goes to a bounded backlog with a writer of its own, and a client that lets even that fill up is closed,
returns, and catches up from the journal.
"""

from __future__ import annotations

import os
from collections import deque
from typing import TYPE_CHECKING, Any

import gevent
from gevent.pywsgi import WSGIHandler
from gevent.socket import wait_write

from app.realtime import frames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gevent.socket import socket

BACKLOG = 1024 * 1024
"""Bytes that may wait for a slow reader before its connection is closed."""

ENGINE_PACKETS = frozenset("0123456")


class WebSocket:
    """One client's connection, with the calls that Engine.IO expects of a driver."""

    def __init__(self, connection: socket, stream: Any) -> None:  # noqa: ANN401 - the server's buffered reader
        self._connection = connection
        self._stream = stream
        self._descriptor = connection.fileno()
        self._waiting: deque[bytes] = deque()
        self._held = 0
        self.closed = False
        self.end: Callable[[], None] = self.close
        """Ends the whole connection, Engine.IO's part of it too."""

    def wait(self) -> str | None:
        """Give the next text message, or None when the connection has ended."""
        try:
            return self._next_message()
        except frames.ProtocolError as wrong:
            self._say_goodbye(wrong.code)
        except UnicodeDecodeError:
            self._say_goodbye(1007)
        except (OSError, ValueError):
            self.close()
        return None

    def send(self, message: str | bytes) -> None:
        """Send one message of Engine.IO."""
        if isinstance(message, str):
            self.write(frames.encode(message.encode("utf-8", "replace")))
        else:
            self.write(frames.encode(message, frames.BINARY))

    def write(self, frame: bytes) -> None:
        """Send a whole frame without waiting: at once where the line takes it, otherwise by the backlog's writer."""
        if self.closed:
            return
        if self._waiting:
            self._hold(frame)
            return
        try:
            sent = os.write(self._descriptor, frame)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.close()
            return
        if sent < len(frame):
            self._hold(frame[sent:])
            gevent.spawn(self._drain)

    def close(self) -> None:
        """End the connection, whatever is still waiting."""
        if not self.closed:
            self.closed = True
            self._waiting.clear()
            # shutdown wakes the greenlet that reads; the server closes the descriptor after it.
            try:
                self._connection.shutdown(2)
            except OSError:
                return

    def _hold(self, rest: bytes) -> None:
        self._waiting.append(rest)
        self._held += len(rest)
        if self._held > BACKLOG:
            self.close()

    def _drain(self) -> None:
        while self._waiting and not self.closed:
            try:
                wait_write(self._descriptor, timeout=30)
                head = self._waiting[0]
                sent = os.write(self._descriptor, head)
            except BlockingIOError:
                continue
            except (OSError, IndexError):
                self.close()
                return
            self._held -= sent
            if sent == len(head):
                self._waiting.popleft()
            else:
                self._waiting[0] = head[sent:]

    def _next_message(self) -> str | None:
        parts: list[bytes] = []
        size = 0
        while not self.closed:
            frame = frames.read(self._stream)
            if frame is None or frame.opcode == frames.CLOSE:
                self._say_goodbye(1000)
                return None
            if frame.opcode == frames.PING:
                self.write(frames.encode(frame.payload, frames.PONG))
            elif frame.opcode != frames.PONG:
                size = _checked_size(frame, parts, size)
                parts.append(frame.payload)
                if frame.final:
                    return _engine_message(b"".join(parts).decode())
        return None

    def _say_goodbye(self, code: int) -> None:
        self.write(frames.encode(code.to_bytes(2, "big"), frames.CLOSE))
        self.close()


class Driver:
    """What Engine.IO calls to turn a request into a WebSocket."""

    def __init__(self, handler: Callable[[WebSocket], Any], _server: object) -> None:
        self._handler = handler

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Shake hands, then let Engine.IO talk until the line ends."""
        handler = environ.get("rapport.handler")
        key = environ.get("HTTP_SEC_WEBSOCKET_KEY", "")
        if handler is None or not key or environ.get("HTTP_SEC_WEBSOCKET_VERSION") != "13":
            start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"A WebSocket handshake was expected here."]
        handler.shake_hands(frames.accept_key(key))
        websocket = WebSocket(handler.socket, handler.rfile)
        environ["rapport.websocket"] = websocket
        try:
            self._handler(websocket)
        finally:
            websocket.close()
        return []


class UpgradingHandler(WSGIHandler):
    """The HTTP server's handler, which gives its connection away when a WebSocket begins."""

    upgraded = False

    def get_environ(self) -> dict[str, Any]:
        """Let the driver find this handler."""
        environ: dict[str, Any] = super().get_environ()
        environ["rapport.handler"] = self
        return environ

    def shake_hands(self, accept: str) -> None:
        """Answer the client's handshake; from here on the connection is not HTTP any more."""
        self.upgraded = True
        head = (
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept:"
            f" {accept}\r\n\r\n"
        )
        self.socket.sendall(head.encode())

    def run_application(self) -> None:
        """Run the request; after a WebSocket there is no answer left to write."""
        self.result = self.application(self.environ, self.start_response)  # type: ignore[misc, arg-type]  # both set by now
        if self.upgraded:
            self.close_connection = True
            self.status, self.code, self.headers_sent, self.response_length = "101 Switching Protocols", 101, True, 0
            self.result = None
        else:
            self.process_result()

    def log_request(self) -> None:
        """Leave the log of requests to the program itself."""


def _checked_size(frame: frames.Frame, parts: list[bytes], size: int) -> int:
    if frame.opcode == frames.BINARY or (frame.opcode == frames.TEXT) == bool(parts):
        raise frames.ProtocolError
    size += len(frame.payload)
    if size > frames.LARGEST:
        raise frames.ProtocolError(1009)
    return size


def _engine_message(text: str) -> str:
    # A frame that is no Engine.IO packet would leave the client present for a minute as a ghost.
    if text[:1] not in ENGINE_PACKETS:
        raise frames.ProtocolError
    return text
