"""One capture until the last of 260 and of 1,000 clients has it, beside stock Flask-SocketIO, turn by turn."""

from __future__ import annotations

import statistics
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.bench.crowd import Crowd
from tests.bench.hall import Hall, folder, prepare
from tests.bench.processes import cpu_of, memory_of, rapport, stock
from tests.bench.table import Figure, percentile, run_alone, spread
from tests.bench.wire import Line

WORDS = "Host governments and missions should plan the transition together, from the first day and with figures. " * 2
AIM, AIMED_AT = 0.120, 1000
PAUSE = 0.02
"""Seconds between two captures: one after the other, as people write, never a queue."""


@dataclass
class Side:
    """One of the two servers, its crowd, and what was measured of it."""

    pid: int
    crowd: Crowd
    say: Callable[[int], None]
    number: int = 0
    last: list[float] = field(default_factory=list)
    cpu: float = 0.0

    def turn(self) -> None:
        """Say one thing and wait until the last has it."""
        self.number += 1
        before, began = cpu_of(self.pid), time.perf_counter()
        self.say(self.number)
        moments = self.crowd.hear(self.number, 10)
        if moments:
            self.last.append(max(moments) - began)
        self.crowd.idle(PAUSE)
        self.cpu += cpu_of(self.pid) - before

    def begin(self) -> None:
        """Forget what was measured."""
        self.last, self.cpu = [], 0.0
        self.crowd.wrong.clear()


def measure(quick: bool) -> list[Figure]:  # noqa: FBT001 - as on the command line
    """Measure both sizes."""
    sizes = ((260, 40),) if quick else ((260, 50), (1000, 100))
    figures: list[Figure] = []
    with folder() as data:
        hall = prepare(data, sizes[-1][0])
        with rapport(data) as (our_pid, our_port), stock() as (stock_pid, stock_port):
            ours, theirs = _our_side(hall, our_pid, our_port), _stock_side(stock_pid, stock_port)
            for size, many in sizes:
                began = time.perf_counter()
                while len(ours.crowd) < size:
                    ours.crowd.add(*_follow(hall, our_port, hall.crowd[len(ours.crowd)]))
                    _answer_pings(ours, theirs)
                connecting = time.perf_counter() - began
                while len(theirs.crowd) < size:
                    theirs.crowd.add(Line(stock_port, None), theirs.number)
                    _answer_pings(ours, theirs)
                ours.crowd.idle(1.5)
                figures += _at(size, ours, theirs, many)
                figures.append(
                    Figure(f"{size:,} sockets connect and follow, one after the other", f"{connecting:.1f} s")
                )
            ours.crowd.close()
            theirs.crowd.close()
    return figures


def _at(size: int, ours: Side, theirs: Side, turns: int) -> list[Figure]:
    ours.begin()
    theirs.begin()
    mine, began = time.process_time(), time.perf_counter()
    for _ in range(turns):
        ours.turn()
        theirs.turn()
    share = (time.process_time() - mine) / (time.perf_counter() - began)
    wrong = ours.crowd.wrong
    faults = sum(wrong.values())
    median, worst = statistics.median(theirs.last) / statistics.median(ours.last), percentile(ours.last, 0.99)
    each = 1e6 / (turns * size)
    return [
        Figure(
            f"capture to the last of {size:,}",
            spread(ours.last),
            f"{median:.2f} × stock's speed (p50)",
            "p99 < 120 ms" if size == AIMED_AT else "",
            worst < AIM if size == AIMED_AT else None,
        ),
        Figure(f"  stock, which stores nothing, {size:,}", spread(theirs.last), "1"),
        Figure(
            "  lost, doubled, disordered, gone",
            f"{wrong['lost']}, {wrong['doubled']}, {wrong['disordered']}, {wrong['gone']}",
            "",
            "0",
            faults == 0,
        ),
        Figure(
            "  server's CPU per delivery",
            f"{ours.cpu * each:.0f} µs (stock {theirs.cpu * each:.0f})",
            f"{theirs.cpu / max(ours.cpu, 0.01):.1f} × less",
        ),
        Figure("  server's memory", f"{memory_of(ours.pid):.0f} MiB (stock {memory_of(theirs.pid):.0f})"),
        Figure("  the generator's own CPU", f"{100 * share:.0f} % of one core"),
    ]


def _answer_pings(*sides: Side) -> None:
    for side in sides:
        if len(side.crowd) % 20 == 0:
            side.crowd.idle(0)


def _follow(hall: Hall, port: int, ticket: str) -> tuple[Line, int]:
    line = Line(port, {"ticket": ticket})
    line.request("follow", {"stream": f"meeting:{hall.meeting}"})
    answer = line.request("follow", {"stream": f"room:{hall.floor}"})
    return line, int(answer["revision"])


def _our_side(hall: Hall, pid: int, port: int) -> Side:
    line, revision = _follow(hall, port, hall.writers[0][0])

    def say(number: int) -> None:
        body = {"room": hall.floor, "text": f"{number}. {WORDS}", "kind": "takeaway", "tags": ["transition"]}
        line.emit("ask", {"name": "takeaway.capture", "id": str(uuid.uuid4()), "data": body})

    # Who writes is one of those who hear it.
    side = Side(pid, Crowd(f"room:{hall.floor}"), say, revision)
    side.crowd.add(line, revision)
    return side


def _stock_side(pid: int, port: int) -> Side:
    line = Line(port, None)
    point = {
        "type": "takeaway",
        "id": 1,
        "room": 1,
        "kind": "takeaway",
        "text": WORDS,
        "tags": ["transition"],
        "position": "a0",
        "state": "draft",
    }

    def say(number: int) -> None:
        line.emit("say", {"stream": "stock", "revision": number, "event": "said", "changes": [{"put": point}]})

    side = Side(pid, Crowd("stock"), say)
    side.crowd.add(line, 0)
    return side


if __name__ == "__main__":
    run_alone(measure)
