"""Ending well: nothing new is taken, what was begun is answered, and everybody is asked to come back elsewhere."""

from __future__ import annotations

import random
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import gevent

from app.core.errors import Busy
from app.realtime.publisher import event_frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.realtime.connections import Connections

BACK_WITHIN_MS = 4000
"""Milliseconds over which those who are connected spread their return."""

ANSWERED_WITHIN = 3.0
"""Seconds that what was begun may still take after that."""


class Draining:
    """Whether this process is ending, and what it has still at work."""

    def __init__(self) -> None:
        self.is_on = False
        self._at_work = 0

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Count one request, so that the process does not end before its answer."""
        self._at_work += 1
        try:
            yield
        finally:
            self._at_work -= 1

    def refuse(self) -> None:
        """Refuse what is new, in words that let an outbox keep it and send it again."""
        if self.is_on:
            message = "The server could not save this just now. It is kept here and sent again."
            raise Busy(message, retry_after=round(random.uniform(1, 4), 1))  # noqa: S311 - to spread the return

    def drain(self, connections: Connections, let_go: Callable[[], None]) -> None:
        """Send everybody elsewhere and wait for what is at work, at most for eight seconds in all.

        `let_go` wakes those who wait for news by HTTP.
        """
        self.is_on = True
        let_go()
        notice = event_frame("draining", {"after_ms": BACK_WITHIN_MS})
        for connection in connections:
            connection.websocket.write(notice)
        _wait(lambda: not len(connections) and not self._at_work, BACK_WITHIN_MS / 1000 + 0.5)
        _wait(lambda: not self._at_work, ANSWERED_WITHIN)
        for connection in connections:
            connection.websocket.end()
        _wait(lambda: not len(connections), 0.5)


def _wait(until: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        gevent.sleep(0.02)
