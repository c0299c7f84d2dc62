"""Who is here: the first socket of a person is an arrival, the last one gone for half a minute is a departure."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import gevent

from app.core import clock
from app.core.actor import SYSTEM, Actor
from app.core.errors import Busy
from app.realtime.gathering import Gathering

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.core.bus import Bus
    from app.realtime.connections import Connections

GRACE = 30.0
"""Seconds that a line may be cut without the person having left: a reload or a tunnel is no new visit."""


class Presence:
    """Turns connections into arrivals and departures, through the same door as everything else."""

    def __init__(
        self, bus: Bus, connections: Connections, grace: float = GRACE, write_down: Callable[[], None] | None = None
    ) -> None:
        """`write_down` is for several processes: they let people go together, by what each of them has written down."""
        self._bus = bus
        self._write_down = write_down
        self._connections = connections
        self._grace = grace
        self._gone: dict[int, str] = {}
        self._arriving: Gathering[Actor, None] = Gathering(self._arrive)

    def connected(self, actor: Actor) -> None:
        """A person's first socket here. Whoever arrives in the same moment is written down in one go."""
        self._gone.pop(actor.person_id or 0, None)
        self._arriving.ask(actor)

    def disconnected(self, person_id: int) -> None:
        """A person's last socket here is gone; they have left unless they are back in time."""
        if self._write_down is not None:
            return
        since = self._gone[person_id] = clock.iso(clock.now())
        gevent.spawn_later(self._grace, self._leave, person_id, since)

    def back(self, actors: list[Actor]) -> None:
        """These people are here, though they were believed to have left."""
        if actors:
            self._arrive(actors)

    def _arrive(self, arriving: list[Actor]) -> list[None]:
        # First, so that nobody lets them go in the same moment.
        if self._write_down is not None:
            self._write_down()
        meetings: dict[int, list[int]] = {}
        for actor in arriving:
            meetings.setdefault(actor.meeting_id or 0, []).append(actor.person_id or 0)
        for meeting_id, people in meetings.items():
            data = {"meeting": meeting_id, "people": people}
            answer = self._bus.ask(SYSTEM, "attendance.arrive", str(uuid.uuid4()), data)
            if not answer["ok"] and answer["code"] == Busy.code:
                gevent.spawn_later(answer["retry_after"], self._arrive_after_all, meeting_id, people)
        return [None] * len(arriving)

    def _arrive_after_all(self, meeting_id: int, people: list[int]) -> None:
        # Nobody goes uncounted because the database was busy for a while; who left meanwhile did not arrive.
        still_here = [Actor(person, meeting_id) for person in people if self._connections.of_person(person)]
        if still_here:
            self._arrive(still_here)

    def _leave(self, person_id: int, since: str) -> None:
        # Whoever came back and went again meanwhile has a later half minute of their own.
        if self._gone.get(person_id) == since and not self._connections.of_person(person_id):
            del self._gone[person_id]
            self._bus.ask(SYSTEM, "attendance.leave", str(uuid.uuid4()), {"person": person_id, "at": since})
