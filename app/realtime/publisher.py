"""Telling: the only place that sends to followers, and only after the commit."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from gevent.event import Event

from app.core import strict_json
from app.core.db import reading
from app.core.following import NOT_HERE, may_follow
from app.realtime import frames
from app.words.catalogue import translated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy.engine import Engine

    from app.core.bus import Outcome
    from app.core.journal import Told
    from app.realtime.connections import Connection, Connections


class Publisher:
    """Sends what was told to whoever follows it here.

    A message is written once, as one frame, and the same bytes go to everybody.
    """

    def __init__(self, engine: Engine, connections: Connections) -> None:
        self._engine = engine
        self._connections = connections
        self._polls: dict[str, set[Event]] = {}

    def publish(self, outcome: Outcome) -> None:
        """Put out whoever lost a right by this command, then tell the followers and wake those who poll."""
        self.recheck(sorted(outcome.recheck))
        for told in outcome.told:
            self.tell(told)
            self.wake({told.stream})

    def tell(self, told: Told) -> None:
        """Tell the followers of one stream; they are told its revisions in order."""
        followers = self._connections.followers(told.stream)
        if followers:
            frame = event_frame("told", told.message())
            for connection in followers:
                connection.hear(told.stream, frame)

    def recheck(self, people: list[int]) -> None:
        """Put out of each stream whoever of these people may not hear it any more."""
        for person_id in people:
            self._recheck(self._connections.of_person(person_id))

    def wake(self, streams: Collection[str] | None = None) -> None:
        """Let those who poll one of these streams look again; None for all who poll."""
        for stream in tuple(self._polls) if streams is None else streams:
            for waiting in tuple(self._polls.get(stream, ())):
                waiting.set()

    @contextmanager
    def listening(self, streams: list[str]) -> Iterator[Event]:
        """Give what is set once something is told on one of the streams. Listen first, read then: nothing is missed."""
        news = Event()
        for stream in streams:
            self._polls.setdefault(stream, set()).add(news)
        try:
            yield news
        finally:
            for stream in streams:
                polls = self._polls[stream]
                polls.discard(news)
                if not polls:
                    del self._polls[stream]

    def _recheck(self, connections: tuple[Connection, ...]) -> None:
        if not connections:
            return
        with reading(self._engine) as db:
            for connection in connections:
                # Said first: a page whose session is over keeps what it shows, with what is being typed there.
                over = not may_follow(db, connection.actor, f"person:{connection.actor.person_id}")
                if over:
                    connection.websocket.write(event_frame("signed_out", {}))
                for stream in sorted(connection.follows):
                    if not may_follow(db, connection.actor, stream):
                        self._connections.unfollow(connection, stream)
                        why = translated(NOT_HERE, connection.language)
                        connection.websocket.write(event_frame("put_out", {"stream": stream, "why": why}))
                if over:
                    connection.websocket.end()


def event_frame(name: str, body: dict[str, Any]) -> bytes:
    """Give a Socket.IO event as one whole WebSocket frame."""
    return frames.encode(f"42{strict_json.dumps([name, body])}".encode("utf-8", "replace"))
