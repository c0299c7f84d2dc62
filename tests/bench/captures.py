"""Durable captures per second, 1, 8 and 64 on their way at once: a commit each against a shared one, turn by turn.

Each is asked over a socket and acknowledged after its commit, which is on a real disk. The asks go round among 64
people, so that nobody's allowance is the limit.
"""

from __future__ import annotations

import json
import select
import sqlite3
import statistics
import time
import uuid
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.core.turns import MOST_AT_ONCE
from tests.bench.hall import Hall, folder, prepare
from tests.bench.processes import watched
from tests.bench.table import Figure, percentile, run_alone, spread
from tests.bench.wire import Line
from tests.servers import Postgres, running_postgres

PEOPLE, ROOMS = 64, 32
AT_ONCE = (1, 8, 64)
MOST_LATE = 0.01
WAYS = {"a commit each": 1, "shared": MOST_AT_ONCE}
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

    def stay(self) -> None:
        """Answer the server's pings while another team writes."""
        poll = select.epoll()
        for number in self.writers:
            poll.register(number, select.EPOLLIN)
        for number, _ in poll.poll(0):
            self.writers[number].line.receive()

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


@dataclass
class Way:
    """One way of committing that is measured: its writers, and where its server notes the delays of its loop."""

    name: str
    team: Team
    delays: Path
    rates: dict[int, list[float]] = field(default_factory=lambda: {many: [] for many in AT_ONCE})
    spans: list[tuple[float, float]] = field(default_factory=list)

    def write(self, at_once: int, seconds: float) -> None:
        """Write for a while, and note the span in which the most wrote."""
        began = time.monotonic()
        self.rates[at_once].append(self.team.write(at_once, seconds))
        if at_once == AT_ONCE[-1]:
            self.spans.append((began, time.monotonic()))

    def loop(self) -> list[float]:
        """Give by how much everything else in the server was late, in seconds, while the most wrote."""
        time.sleep(0.3)
        lines = [line.split() for line in self.delays.read_text("utf-8").splitlines()[:-1]]
        return [float(late) for at, late in lines if any(began <= float(at) <= end for began, end in self.spans)]


def measure(quick: bool) -> list[Figure]:  # noqa: FBT001 - as on the command line
    """Measure all on both databases, turn by turn: a commit each, and what waits together in one."""
    seconds, turns = (0.7, 3) if quick else (1.5, 4)
    figures = _measured("SQLite, synchronous FULL", None, seconds, turns)
    with running_postgres(durable=True) as server:
        return [*figures, *_measured("PostgreSQL, fsync on", server, seconds, turns)]


def _measured(title: str, server: Postgres | None, seconds: float, turns: int) -> list[Figure]:
    bare_rates: list[float] = []
    with ExitStack() as held:
        data = held.enter_context(folder())
        bare = held.enter_context(closing(_bare(data)))
        served = [(name, *held.enter_context(_served(most, server))) for name, most in WAYS.items()]
        # Only now, for a line that nobody listens to is cut.
        each, shared = (Way(name, Team(_writers(hall, port)), delays) for name, hall, delays, port in served)
        for _ in range(turns):
            for many in AT_ONCE:
                for way in (each, shared):
                    way.write(many, seconds)
                    each.team.stay()
                    shared.team.stay()
                bare_rates.append(_insert(bare, seconds / 3))
        bare_rate = f"{statistics.median(bare_rates):.0f} a second"
        figures = [Figure(f"  {title}, below {data.parent}"), Figure("bare SQLite, one INSERT per commit", bare_rate)]
        for many in AT_ONCE:
            figures += _compared(each, shared, many)
        return [*figures, *_at_rest(each, shared)]


@contextmanager
def _served(most_at_once: int, server: Postgres | None) -> Iterator[tuple[Hall, Path, int]]:
    database = server.create(f"bench_{most_at_once}") if server else ""
    with folder() as data:
        hall = prepare(data, 0, writers=PEOPLE, rooms=ROOMS, database=database)
        with watched(data, most_at_once, database) as (delays, port):
            yield hall, delays, port


def _compared(each: Way, shared: Way, many: int) -> list[Figure]:
    before, after = (statistics.median(way.rates[many]) for way in (each, shared))
    times = [(way, spread(way.team.took[many])) for way in (each, shared)]
    return [
        Figure(f"captures, {many} at once", f"{after:.0f} a second", f"{after / before:.2f} × a commit each"),
        *(Figure(f"  acknowledged after, {way.name}", took) for way, took in times),
    ]


def _at_rest(each: Way, shared: Way) -> list[Figure]:
    late = [Figure(f"the loop is late, {way.name}", spread(way.loop())) for way in (each, shared)]
    held = percentile(shared.loop(), 0.99)
    late[1] = Figure(late[1].what, late[1].value, "", "p99 ≤ 10 ms", held <= MOST_LATE)
    refused = each.team.refused + shared.team.refused
    return [*late, Figure("  refused", str(refused), "", "0", refused == 0)]


def _writers(hall: Hall, port: int) -> dict[int, Writer]:
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda one: Writer(Line(port, {"ticket": one[0]}), one[1]), hall.writers))
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
