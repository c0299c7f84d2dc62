"""Writing to a line: in order, without ever waiting for whoever does not read."""

from __future__ import annotations

import time

import gevent
import pytest
from gevent import socket

from app.realtime import frames
from app.realtime.transport import BACKLOG, WebSocket

FRAME = frames.encode(b"x" * 20_000)


@pytest.fixture
def ends() -> tuple[socket.socket, socket.socket]:
    """The server's end and the client's."""
    server, client = socket.socketpair()
    return server, client


def test_a_reader_who_never_reads_is_closed_at_the_backlogs_limit(ends: tuple[socket.socket, socket.socket]) -> None:
    server, client = ends
    line = WebSocket(server, None)
    written, began = 0, time.monotonic()
    while not line.closed:
        line.write(FRAME)
        written += len(FRAME)
        assert written < 20 * BACKLOG
    assert written > BACKLOG
    assert time.monotonic() - began < 1, "nobody waited for the slow one"
    gevent.sleep(0)
    client.close()
    server.close()


def test_who_reads_late_gets_everything_in_order(ends: tuple[socket.socket, socket.socket]) -> None:
    server, client = ends
    line = WebSocket(server, None)
    sent = [frames.encode(str(number).encode() * 3_000) for number in range(60)]
    for frame in sent:
        line.write(frame)
    received = b""
    while len(received) < sum(map(len, sent)):
        received += client.recv(65_536)
    assert received == b"".join(sent)
    line.close()
    client.close()
    server.close()
