"""Durable captures per second, 1, 8 and 64 on their way at once, beside a bare INSERT per commit, turn by turn.

Each is asked over a socket and acknowledged after its commit. The asks go round among 64 people, so that nobody's
allowance is the limit.
"""

from __future__ import annotations

import json
import select
import sqlite3
import statistics
import time
import uuid
from collections import deque
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.hall import Hall, folder, prepare
from tests.bench.processes import rapport
from tests.bench.table import Figure, run_alone, spread
from tests.bench.wire import Line

PEOPLE, ROOMS = 64, 32
AT_ONCE = (1, 8, 64)
WORDS = "Missions should plan the transition with the host government from the first day. " * 2


@dataclass
class Writer:
    """One person's socket and the moment of the ask that is on its way."""

    line: Line
    room: int
    began: float = 0.0


@dataclass
class Team:
    """All writers, and what came of their asks."""

    writers: dict[int, Writer]
    took: dict[int, list[float]] = field(default_factory=dict)
    refused: int = 0

    def write(self, at_once: int, seconds: float) -> float:
        """Keep `at_once` captures on their way; give how many a second were acknowledged."""
        free = deque(sorted(self.writers))
        poll = select.epoll()
        for number in free:
            poll.register(number, select.EPOLLIN)
        began, done, on_their_way = time.perf_counter(), 0, 0
        while (running := time.perf_counter() - began < seconds) or on_their_way:
            while running and on_their_way < at_once:
                self._ask(free.popleft())
                on_their_way += 1
            for number, _ in poll.poll(0.5):
                answered = self._answers(number, at_once)
                free.extend([number] * answered)
                on_their_way, done = on_their_way - answered, done + answered
        return done / (time.perf_counter() - began)

    def _ask(self, number: int) -> None:
        writer = self.writers[number]
        writer.began = time.perf_counter()
        body = {"room": writer.room, "text": WORDS, "kind": "takeaway", "tags": []}
        writer.line.emit("ask", {"name": "takeaway.capture", "id": str(uuid.uuid4()), "data": body})

    def _answers(self, number: int, at_once: int) -> int:
        writer = self.writers[number]
        answers = [message for message in writer.line.receive() if message.startswith(b"43")]
        for message in answers:
            self.took.setdefault(at_once, []).append(time.perf_counter() - writer.began)
            self.refused += not json.loads(message[message.index(b"[") :])[0]["ok"]
        return len(answers)


def measure(quick: bool) -> list[Figure]:  # noqa: FBT001 - as on the command line
    """Measure all three, each in turns with the bare database."""
    seconds, turns = (0.7, 3) if quick else (1.5, 4)
    with folder() as data:
        hall = prepare(data, 0, writers=PEOPLE, rooms=ROOMS)
        with rapport(data) as (_pid, port), closing(_bare(data)) as bare:
            team = Team(_writers(hall, port))
            rates: dict[int, list[float]] = {many: [] for many in AT_ONCE}
            bare_rates: list[float] = []
            for _ in range(turns):
                for many in AT_ONCE:
                    rates[many].append(team.write(many, seconds))
                    bare_rates.append(_insert(bare, seconds / 3))
    limit = statistics.median(bare_rates)
    figures = [Figure("bare SQLite, one INSERT per commit, FULL", f"{limit:.0f} a second", "1")]
    for many, found in rates.items():
        rate = statistics.median(found)
        figures.append(Figure(f"captures, {many} at once", f"{rate:.0f} a second", f"{rate / limit:.2f} × bare"))
        figures.append(Figure("  acknowledged after", spread(team.took[many])))
    return [*figures, Figure("  refused", str(team.refused), "", "0", team.refused == 0)]


def _writers(hall: Hall, port: int) -> dict[int, Writer]:
    found = [Writer(Line(port, {"ticket": ticket}), room) for ticket, room in hall.writers]
    return {writer.line.socket.fileno(): writer for writer in found}


def _bare(data: Path) -> sqlite3.Connection:
    database = sqlite3.connect(data / "bare.sqlite3", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE point (id INTEGER PRIMARY KEY, text TEXT)")
    return database


def _insert(database: sqlite3.Connection, seconds: float) -> float:
    began, done = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        database.execute("INSERT INTO point (text) VALUES (?)", (WORDS,))
        done += 1
    return done / (time.perf_counter() - began)


if __name__ == "__main__":
    run_alone(measure)
