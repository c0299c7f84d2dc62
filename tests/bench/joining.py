"""A thousand people come in within ten seconds, while one capture a second goes on.

Each joins as a browser does: the code over HTTP, the page with its ticket, a socket, and every stream of the page
followed from where the page ends.
"""

from __future__ import annotations

import json
import re
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import gevent
from gevent import socket

from tests.bench.hall import Hall, folder, prepare
from tests.bench.processes import cpu_of, rapport
from tests.bench.table import Figure, run_alone, spread
from tests.bench.wire import Line, Refused

WITHIN = 10.0
PATIENCE = 60.0
BOOT = re.compile(rb'<script type="application/json" id="boot">(.*?)</script>', re.DOTALL)


@dataclass
class Door:
    """What happens at the door, and what those inside hear."""

    hall: Hall
    port: int
    took: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    tallies: int = 0
    captures: list[float] = field(default_factory=list)
    is_open: bool = True


def measure(quick: bool) -> list[Figure]:  # noqa: FBT001 - as on the command line
    """Let everybody in and give how long it took them."""
    people = 250 if quick else 1000
    within = WITHIN * people / 1000
    with folder() as data:
        hall = prepare(data, 0)
        with rapport(data) as (pid, port):
            door = Door(hall, port)
            before, mine, began = cpu_of(pid), time.process_time(), time.perf_counter()
            talk = gevent.spawn(_capture_each_second, door)
            listening = [
                gevent.spawn_later(within * number / people, _come_in, door, number) for number in range(people)
            ]
            end = time.perf_counter() + PATIENCE
            while len(door.took) + door.wrong.total() < people and time.perf_counter() < end:
                gevent.sleep(0.02)
            whole, own = time.perf_counter() - began, time.process_time() - mine
            cpu = cpu_of(pid) - before
            gevent.sleep(1.5)
            door.is_open = False
            gevent.killall([talk, *listening])
    return _figures(door, people, within, whole, cpu, own)


def _figures(door: Door, people: int, within: float, whole: float, cpu: float, own: float) -> list[Figure]:
    told = door.tallies / max(1, len(door.took))
    faults = ", ".join(f"{what} × {count}" for what, count in door.wrong.most_common(3)) or "none"
    return [
        Figure(
            f"{people:,} come in, asked for within {within:.0f} s",
            f"{whole:.1f} s",
            f"{people / whole:.0f} people/s",
            f"{within + 1:.0f} s",
            whole < within + 1,
        ),
        Figure("  one joining, from the code to the last stream", spread(door.took or [PATIENCE])),
        Figure("  errors", faults, "", "none", not door.wrong),
        Figure(
            "  figures told to each, on average",
            f"{told:.1f}",
            f"{told / whole:.2f} a second",
            "≤ 1 a second",
            told / whole <= 1,
        ),
        Figure("  a capture meanwhile, acknowledged", spread(door.captures or [PATIENCE])),
        Figure("  server's CPU per person", f"{1000 * cpu / people:.1f} ms", f"generator {1000 * own / people:.1f} ms"),
    ]


def _come_in(door: Door, number: int) -> None:
    began = time.perf_counter()
    try:
        line = _join(door, number)
    except (OSError, Refused, ValueError, KeyError) as trouble:
        door.wrong[f"{type(trouble).__name__}: {trouble}"[:60]] += 1
        return
    door.took.append(time.perf_counter() - began)
    _listen(door, line)


def _join(door: Door, number: int) -> Line:
    web = _Web(door.port)
    joined = {"code": door.hall.code, "name": f"Walk-in {number}", "delegation": "Ghana" if number % 2 else "Peru"}
    go = json.loads(web.request("POST", "/api/join", joined))["go"]
    boot = json.loads(_boot(web.request("GET", go)))
    line = Line(door.port, {"ticket": boot["ticket"]}, socket.create_connection)
    wanted = [{"stream": each["stream"], "since": each["revision"], "epoch": each["epoch"]} for each in boot["streams"]]
    answer = line.request("follow", {"streams": wanted})
    if not all(each["ok"] for each in answer["streams"]):
        raise Refused(str(answer))
    web.close()
    return line


def _boot(page: bytes) -> bytes:
    found = BOOT.search(page)
    if found is None:
        raise ValueError(page[:80])
    return found[1]


def _listen(door: Door, line: Line) -> None:
    line.socket.settimeout(None)
    while door.is_open:
        try:
            messages = line.receive()
        except OSError:
            if door.is_open:
                door.wrong["line lost"] += 1
            return
        door.tallies += sum(b'"type":"tally"' in message for message in messages)


def _capture_each_second(door: Door) -> None:
    line = Line(door.port, {"ticket": door.hall.writers[0][0]}, socket.create_connection)
    while door.is_open:
        body = {
            "room": door.hall.floor,
            "text": "A point taken down while people come in.",
            "kind": "takeaway",
            "tags": [],
        }
        began = time.perf_counter()
        try:
            answer = line.request("ask", {"name": "takeaway.capture", "id": str(uuid.uuid4()), "data": body})
        except OSError:
            door.wrong["the writer's line lost"] += 1
            return
        door.captures.append(time.perf_counter() - began)
        if not answer["ok"]:
            door.wrong["capture refused"] += 1
        gevent.sleep(max(0.0, 1 - (time.perf_counter() - began)))


class _Web:
    """One browser's kept connection, with its cookie."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._socket.settimeout(PATIENCE)
        self._cookie = ""

    def request(self, method: str, path: str, body: Any = None) -> bytes:  # noqa: ANN401 - JSON values
        """Ask and give the answer's body; follows redirections, refuses everything else that is not 200."""
        payload = json.dumps(body).encode() if body is not None else b""
        head = [
            f"{method} {path} HTTP/1.1",
            f"Host: localhost:{self._port}",
            f"Origin: http://localhost:{self._port}",
            f"Content-Length: {len(payload)}",
        ]
        head += [f"Cookie: {self._cookie}"] if self._cookie else []
        head += ["Content-Type: application/json"] if payload else []
        self._socket.sendall("\r\n".join([*head, "", ""]).encode() + payload)
        status, headers, answer = self._answer()
        if "set-cookie" in headers:
            self._cookie = headers["set-cookie"].partition(";")[0]
        if status in {302, 303}:
            return self.request("GET", headers["location"].removeprefix(f"http://localhost:{self._port}"))
        if status != 200:
            raise ValueError(f"{path} {status}")
        return answer

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _answer(self) -> tuple[int, dict[str, str], bytes]:
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._more()
        head, _, body = data.partition(b"\r\n\r\n")
        first, *lines = head.decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = int(headers.get("content-length", 0))
        while len(body) < length:
            body += self._more()
        return int(first.split()[1]), headers, body

    def _more(self) -> bytes:
        data: bytes = self._socket.recv(65_536)
        if not data:
            raise ConnectionResetError("closed by the server")
        return data


if __name__ == "__main__":
    run_alone(measure)
