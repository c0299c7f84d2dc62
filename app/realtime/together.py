"""Several processes that serve the same meetings: what each of them does so that nobody notices.

The database is the truth, and each process reads it; between them go only hints that there is something to read.
"""

from __future__ import annotations

import datetime as dt
import secrets
import time
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

import gevent
import sqlalchemy as sa
import structlog
from sqlalchemy.exc import DBAPIError

from app.core import clock
from app.core.actor import SYSTEM
from app.core.db import reading
from app.core.errors import Busy
from app.core.journal import Act
from app.realtime.in_order import InOrder
from app.realtime.leases import Leases
from app.realtime.neighbours import Neighbours
from app.realtime.whereabouts import Whereabouts

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from app.config import Settings
    from app.core.bus import Bus, Outcome
    from app.realtime.connections import Connections
    from app.realtime.hints import Hints
    from app.realtime.presence import Presence
    from app.realtime.publisher import Publisher
    from app.realtime.pulse import Pulse

BEAT = 1.0
LOOK_EVERY = 2.0
"""Seconds between two looks into the database while hints may be lost."""

SWEEP_EVERY = 2.0
MEASURED_WITHIN = dt.timedelta(minutes=5)

log = structlog.get_logger()


class Together:
    """This process's part in serving together."""

    def __init__(self, settings: Settings, engine: Engine, connections: Connections, publisher: Publisher) -> None:
        self.process = secrets.token_hex(8)
        self.leases = Leases(engine, self.process)
        self.neighbours = Neighbours(settings.redis_url, settings.key, self.process)
        self.whereabouts = Whereabouts(engine, connections, self.process, settings.leaves_after)
        self.in_order = InOrder(engine, connections, publisher.tell, publisher.recheck)
        self._engine = engine
        self._connections = connections
        self._publisher = publisher
        self._looked_at = 0.0
        self.neighbours.heard.append(self._hear)
        self.neighbours.changed.append(self._change)
        self.hear_vain: Callable[[str, list[str]], None] = lambda _throttle, _marks: None
        """Called with the throttle and the marks of each try that failed at another process."""

    def publish(self, outcome: Outcome) -> None:
        """Tell the followers here, each stream in its order, and let the other processes know."""
        self._publisher.recheck(sorted(outcome.recheck))
        for told in outcome.told:
            self.in_order.told_here(told)
        self._publisher.wake({told.stream for told in outcome.told})
        self.neighbours.tell(outcome)

    def may_measure(self, meeting_id: int) -> bool:
        """Say whether it is this process's turn to measure a meeting's figures: once a second, whoever does it."""
        return self.leases.turn(f"figures:{meeting_id}", 0.9)

    def write_down(self) -> None:
        """Write down who is connected here, now and not with the next beat."""
        self.whereabouts.beat(deaf=self.neighbours.is_deaf)

    def start(self, bus: Bus, presence: Presence, pulse: Pulse) -> None:
        """Begin to serve together with the others."""
        self.write_down()
        self.in_order.start()
        self.neighbours.start()
        gevent.spawn(_every, BEAT, lambda: self._beat(presence))
        gevent.spawn(_every, BEAT / 2, self._look_if_needed)
        gevent.spawn(_every, SWEEP_EVERY, lambda: self._sweep(bus, pulse))

    def end(self) -> None:
        """Leave the others: whoever was connected here is connected elsewhere soon, or has left."""
        _unless_away(self.whereabouts.end)

    def _hear(self, hints: Hints) -> None:
        self.in_order.hint(hints.streams)
        self._publisher.wake(hints.streams)
        for throttle, *marks in hints.vain:
            self.hear_vain(throttle, marks)

    def _change(self) -> None:
        # What was published between two messages that came through is in the database.
        self._look()
        _unless_away(self.write_down)

    def _beat(self, presence: Presence) -> None:
        was_deaf = self.whereabouts.is_anybody_deaf
        if self.whereabouts.beat(deaf=self.neighbours.is_deaf):
            # The others let our people go, as if this process had been killed.
            presence.back([each.actor for each in self._connections])
        if self.whereabouts.is_anybody_deaf != was_deaf:
            self._look()

    def _look_if_needed(self) -> None:
        may_miss = self.neighbours.is_deaf or self.whereabouts.is_anybody_deaf
        if may_miss and time.monotonic() - self._looked_at >= LOOK_EVERY:
            self._look()

    def _look(self) -> None:
        self._looked_at = time.monotonic()
        self.in_order.look()
        self._publisher.wake()

    def _sweep(self, bus: Bus, pulse: Pulse) -> None:
        if not self.leases.turn("sweep", SWEEP_EVERY * 0.9):
            return
        gone, were_lost = self.whereabouts.gone()
        if were_lost:
            # Perhaps one of them had not yet measured what it had changed.
            pulse.doubt(self._lately())
        left = []
        for person_id, at in gone:
            departure = {"person": person_id, "at": clock.iso(at), "unless_attending": True}
            answer = bus.ask(SYSTEM, "attendance.leave", str(uuid.uuid4()), departure)
            if answer["ok"] or answer["code"] != Busy.code:
                left.append(person_id)
        self.whereabouts.forget(left)

    def _lately(self) -> list[int]:
        with reading(self._engine) as db:
            lately = sa.select(Act.meeting_id).where(Act.at > clock.now() - MEASURED_WITHIN).distinct()
            return [meeting for meeting in db.scalars(lately) if meeting is not None]


def _every(seconds: float, act: Callable[[], None]) -> None:
    while True:
        gevent.sleep(seconds)
        _unless_away(act)


def _unless_away(act: Callable[[], None]) -> None:
    try:
        act()
    except DBAPIError as trouble:
        # The database is away for a moment; what is done again and again is done then.
        log.info("together.waits", because=type(trouble).__name__)
