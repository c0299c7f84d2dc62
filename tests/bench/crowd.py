"""A crowd of clients in one loop, each of which notes when a numbered message reached it."""

from __future__ import annotations

import re
import select
import time
from collections import Counter

from tests.bench.wire import Line

_NUMBER = re.compile(rb'"revision":\s*(\d+)')


class Crowd:
    """Clients that listen to one stream, whose messages are numbered without gaps."""

    def __init__(self, stream: str) -> None:
        self._marks = (f'42["told",{{"stream":"{stream}",'.encode(),)
        self._lines: dict[int, Line] = {}
        self._heard: dict[int, int] = {}
        self._poll = select.epoll()
        self.wrong: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._lines)

    def add(self, line: Line, heard: int) -> None:
        """Take a client in that has heard everything up to number `heard`."""
        number = line.socket.fileno()
        self._lines[number], self._heard[number] = line, heard
        line.socket.settimeout(0)
        self._poll.register(number, select.EPOLLIN)
        for message in line.aside:
            self._note(number, message)

    def hear(self, wanted: int, seconds: float) -> list[float]:
        """Listen until every client has heard number `wanted`; give the moment at which each of them had it."""
        waiting = {number for number, heard in self._heard.items() if heard < wanted}
        moments: list[float] = []
        end = time.perf_counter() + seconds
        while waiting and time.perf_counter() < end:
            for number in self._arrivals(0.1):
                if number in waiting and self._heard.get(number, wanted) >= wanted:
                    waiting.discard(number)
                    moments.append(time.perf_counter())
        self.wrong["lost"] += len(waiting)
        return moments

    def idle(self, seconds: float) -> None:
        """Listen for a while, so that pings are answered."""
        end = time.perf_counter() + seconds
        while True:
            for _ in self._arrivals(max(0.0, end - time.perf_counter())):
                pass
            if time.perf_counter() >= end:
                return

    def close(self) -> None:
        """Let everybody go."""
        for line in self._lines.values():
            line.socket.close()

    def _arrivals(self, seconds: float) -> list[int]:
        numbers = [number for number, _ in self._poll.poll(seconds)]
        for number in numbers:
            try:
                for message in self._lines[number].receive():
                    self._note(number, message)
            except OSError:
                self.wrong["gone"] += 1
                self._poll.unregister(number)
                del self._lines[number], self._heard[number]
        return numbers

    def _note(self, number: int, message: bytes) -> None:
        if not message.startswith(self._marks):
            return
        found = _NUMBER.search(message, 0, 120)
        if found is None:
            return
        told, heard = int(found[1]), self._heard[number]
        if told == heard + 1:
            self._heard[number] = told
        elif told > heard:
            self.wrong["lost"] += told - heard - 1
            self._heard[number] = told
        else:
            self.wrong["doubled" if told == heard else "disordered"] += 1
