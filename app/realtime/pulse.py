"""Figures, told at most once a second: a thousand people joining must not become a million messages."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import gevent

from app.core.actor import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.core.bus import Bus, Outcome

EVERY = 1.0


class Pulse:
    """Remembers which meetings changed and has their figures measured and told in the next second."""

    def __init__(self, bus: Bus, may_measure: Callable[[int], bool] = lambda _meeting_id: True) -> None:
        """`may_measure` says for a meeting whether it is our turn, where several processes serve."""
        self._bus = bus
        self._may_measure = may_measure
        self._changed: set[int] = set()

    def changed(self, outcome: Outcome) -> None:
        """Note that something happened in a meeting."""
        if outcome.meeting_id is not None and not outcome.is_figures:
            self._changed.add(outcome.meeting_id)

    def doubt(self, meetings: Iterable[int]) -> None:
        """Note that somebody else may have left figures of these meetings unmeasured."""
        self._changed.update(meetings)

    def beat(self) -> None:
        """Measure and tell the figures of every meeting that changed."""
        changed, self._changed = self._changed, set()
        for meeting_id in changed:
            if not self._may_measure(meeting_id):
                self._changed.add(meeting_id)
                continue
            answer = self._bus.ask(SYSTEM, "tally.tell", str(uuid.uuid4()), {"meeting": meeting_id})
            if not answer["ok"]:
                self._changed.add(meeting_id)

    def run(self) -> None:
        """Beat for ever, once a second; a beat that goes wrong is logged and takes no other with it."""
        while True:
            gevent.sleep(EVERY)
            gevent.spawn(self.beat).join()
