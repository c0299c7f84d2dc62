"""Everybody returns at once: the server is killed with all lines open and started again, while captures go on.

Each returns as a browser does: with growing pauses that differ, a ticket by HTTP, a socket, and its streams followed
from the revision it has.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import gevent
import sqlalchemy as sa
from gevent import socket

from app.accounts.models import WebSession
from app.accounts.secrets import digest
from app.core.db import open_engine, writing
from tests.bench.hall import Hall, folder, prepare
from tests.bench.processes import cpu_of, rapport
from tests.bench.table import Figure, run_alone, spread
from tests.bench.wire import Line, Refused
from tests.ports import free_port

WITHIN = 20.0
PATIENCE = 90.0
TROUBLE = (OSError, Refused, ValueError, KeyError, gevent.Timeout)


@dataclass
class Storm:
    """Who is back, and what the one who goes on writing saw."""

    hall: Hall
    port: int
    stream: str
    back: list[float] = field(default_factory=list)
    tries: Counter[str] = field(default_factory=Counter)
    captures: list[float] = field(default_factory=list)
    broke_at: float = 0.0
    is_over: bool = False


def measure(quick: bool) -> list[Figure]:  # noqa: FBT001 - as on the command line
    """Kill the server under everybody, start it, and give how long it took until all were back."""
    people = 100 if "--few" in sys.argv else 500 if quick else 2000
    with folder() as data:
        hall = prepare(data, people)
        _give_cookies(data, people)
        port = free_port()
        storm = Storm(hall, port, f"meeting:{hall.meeting}")
        with rapport(data, port) as (pid, _port):
            lines = [_first(storm, ticket) for ticket in hall.crowd]
            clients = [gevent.spawn(_stay, storm, number, line) for number, line in enumerate(lines)]
            gevent.sleep(0.5)
            storm.broke_at = time.perf_counter()
            os.kill(pid, signal.SIGKILL)
        with rapport(data, port) as (pid, _port):
            up = time.perf_counter() - storm.broke_at
            writer = gevent.spawn(_capture, storm)
            end = time.perf_counter() + PATIENCE
            while len(storm.back) < people and time.perf_counter() < end:
                gevent.sleep(0.05)
            cpu = cpu_of(pid)
            storm.is_over = True
            gevent.killall([writer, *clients])
    return _figures(storm, people, up, cpu)


def _figures(storm: Storm, people: int, up: float, cpu: float) -> list[Figure]:
    # Nobody could try while it was down, so all come in the same moment: worse than people do.
    back = [at - up for at in storm.back]
    whole = max(back, default=PATIENCE)
    waits = ", ".join(f"{what} × {count}" for what, count in storm.tries.most_common(3)) or "none"
    return [
        Figure(
            f"{people:,} are back after a kill",
            f"{whole:.1f} s",
            f"counted from its being up, after {up:.1f} s",
            f"all within {WITHIN:.0f} s",
            len(back) == people and whole < WITHIN,
        ),
        Figure("  one of them", spread(back or [PATIENCE])),
        Figure("  tries in vain", waits),
        Figure(
            "  a capture meanwhile, acknowledged",
            spread(storm.captures or [PATIENCE]),
            f"{len(storm.captures)} of them",
            "all within 5 s",
            bool(storm.captures) and max(storm.captures) < 5,
        ),
        Figure("  server's CPU per person, its start included", f"{1000 * cpu / people:.1f} ms"),
    ]


def _give_cookies(data: Path, people: int) -> None:
    # The crowd's sessions were made without anybody knowing their secrets.
    engine = open_engine(f"sqlite:///{data / 'rapport.sqlite3'}")
    with writing(engine) as db, db.begin():
        sessions = db.scalars(sa.select(WebSession).order_by(WebSession.id)).all()[-people - 1 :]
        for number, session in enumerate(sessions):
            session.digest, session.csrf = digest(f"cookie-{number}"), f"mark-{number}"
    engine.dispose()


def _first(storm: Storm, ticket: str) -> tuple[Line, int]:
    line = Line(storm.port, {"ticket": ticket}, socket.create_connection)
    return line, int(line.request("follow", {"stream": storm.stream})["revision"])


def _stay(storm: Storm, number: int, first: tuple[Line, int]) -> None:
    line, revision = first
    _listen(line)
    tries = 0
    while not storm.is_over:
        # As in line.js: pauses that grow, and differ from person to person.
        gevent.sleep(min(0.5 * 2**tries, 8) * (0.3 + 0.7 * random.random()))
        tries += 1
        try:
            with gevent.Timeout(15):
                line = _return(storm, number, revision)
        except TROUBLE as trouble:
            storm.tries[type(trouble).__name__] += 1
            continue
        storm.back.append(time.perf_counter() - storm.broke_at)
        _listen(line)
        return


def _listen(line: Line) -> None:
    line.socket.settimeout(None)
    try:
        while True:
            line.receive()
    except OSError:
        line.socket.close()


def _return(storm: Storm, number: int, revision: int) -> Line:
    line = Line(storm.port, {"ticket": _ticket(storm.port, number)}, socket.create_connection)
    answer = line.request("follow", {"stream": storm.stream, "since": revision})
    if "changes" not in answer:
        raise Refused(str(answer)[:200])
    return line


def _ticket(port: int, number: int) -> str:
    head = [
        "POST /api/ticket HTTP/1.1",
        f"Host: localhost:{port}",
        f"Origin: http://localhost:{port}",
        f"Cookie: rapport=cookie-{number}",
        f"X-CSRF: mark-{number}",
        "Content-Type: application/json",
        "Content-Length: 2",
        "Connection: close",
    ]
    with socket.create_connection(("127.0.0.1", port), timeout=15) as wire:
        wire.sendall("\r\n".join([*head, "", "{}"]).encode())
        said = b"".join(iter(lambda: wire.recv(65_536), b""))
    body: dict[str, Any] = json.loads(said.partition(b"\r\n\r\n")[2])
    return str(body["ticket"])


def _capture(storm: Storm) -> None:
    line = Line(storm.port, {"ticket": storm.hall.writers[0][0]}, socket.create_connection)
    while not storm.is_over:
        body = {"room": storm.hall.floor, "text": "Meanwhile.", "kind": "takeaway", "tags": []}
        began = time.perf_counter()
        answer = line.request("ask", {"name": "takeaway.capture", "id": str(uuid.uuid4()), "data": body})
        if answer["ok"]:
            storm.captures.append(time.perf_counter() - began)
        gevent.sleep(0.25)


if __name__ == "__main__":
    run_alone(measure)
