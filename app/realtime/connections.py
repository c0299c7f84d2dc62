"""The sockets of this process: whose they are, and what each of them follows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.core.actor import Actor
    from app.realtime.transport import WebSocket

PER_SECOND, BURST = 20, 60


@dataclass
class Allowance:
    """A bucket of asks: 20 a second, 60 at once."""

    left: float = BURST
    at: float = field(default_factory=time.monotonic)

    def take(self) -> float:
        """Take one ask; give 0, or the seconds until there is one again."""
        now = time.monotonic()
        self.left, self.at = min(BURST, self.left + (now - self.at) * PER_SECOND), now
        if self.left < 1:
            return (1 - self.left) / PER_SECOND
        self.left -= 1
        return 0.0


@dataclass(eq=False)
class Connection:
    """One signed-in socket."""

    sid: str
    engine_sid: str
    actor: Actor
    websocket: WebSocket
    language: str = "en"
    follows: set[str] = field(default_factory=set)
    _asked: int = 0
    _held: dict[str, list[bytes]] = field(default_factory=dict)

    @property
    def is_asking(self) -> bool:
        """Say whether something that was asked here is not answered yet."""
        return self._asked > 0

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Count one ask until it has its answer."""
        self._asked += 1
        try:
            yield
        finally:
            self._asked -= 1

    def hear(self, stream: str, frame: bytes) -> None:
        """Send what was told on a stream, or keep it while it is being asked whether this person may follow."""
        if stream in self._held:
            self._held[stream].append(frame)
        else:
            self.websocket.write(frame)

    def hold(self, stream: str) -> None:
        """From now on keep what is told on the stream."""
        self._held[stream] = []

    def release(self, stream: str) -> None:
        """Send what was kept, if the stream is still followed; from now on send at once."""
        for frame in self._held.pop(stream, ()):
            if stream in self.follows:
                self.websocket.write(frame)


class Connections:
    """Who is connected here, by socket, by person and by stream."""

    def __init__(self) -> None:
        self._by_sid: dict[str, Connection] = {}
        self._by_stream: dict[str, set[Connection]] = {}
        self._by_person: dict[int, set[Connection]] = {}
        self._allowances: dict[int, Allowance] = {}

    def add(self, connection: Connection) -> bool:
        """Take a connection in; say whether it is the first of its person."""
        self._by_sid[connection.sid] = connection
        of_person = self._by_person.setdefault(connection.actor.person_id or 0, set())
        of_person.add(connection)
        return len(of_person) == 1

    def remove(self, sid: str) -> tuple[Connection, bool] | None:
        """Let a connection go; say whether it was the last of its person."""
        connection = self._by_sid.pop(sid, None)
        if connection is None:
            return None
        for stream in list(connection.follows):
            self.unfollow(connection, stream)
        person_id = connection.actor.person_id or 0
        of_person = self._by_person.get(person_id, set())
        of_person.discard(connection)
        if not of_person:
            self._by_person.pop(person_id, None)
        return connection, not of_person

    def get(self, sid: str) -> Connection | None:
        """Give the connection of a socket."""
        return self._by_sid.get(sid)

    def follow(self, connection: Connection, stream: str) -> None:
        """From now on what is told on the stream reaches this connection."""
        connection.follows.add(stream)
        self._by_stream.setdefault(stream, set()).add(connection)

    def unfollow(self, connection: Connection, stream: str) -> None:
        """Nothing told on the stream reaches this connection any more."""
        connection.follows.discard(stream)
        followers = self._by_stream.get(stream)
        if followers is not None:
            followers.discard(connection)
            if not followers:
                del self._by_stream[stream]

    def followers(self, stream: str) -> tuple[Connection, ...]:
        """Give who follows the stream here."""
        return tuple(self._by_stream.get(stream, ()))

    def is_followed(self, stream: str) -> bool:
        """Say whether anybody follows the stream here."""
        return stream in self._by_stream

    def streams(self) -> frozenset[str]:
        """Give every stream that somebody follows here."""
        return frozenset(self._by_stream)

    def of_person(self, person_id: int) -> tuple[Connection, ...]:
        """Give a person's connections here."""
        return tuple(self._by_person.get(person_id, ()))

    def people(self) -> frozenset[int]:
        """Give everybody connected here."""
        return frozenset(self._by_person)

    def sessions(self) -> frozenset[int]:
        """Give the sessions of which a page is open here."""
        return frozenset(self.attending())

    def attending(self) -> dict[int, int]:
        """Give the sessions of which a page is open here, each with its person."""
        return {each.actor.session_id or 0: each.actor.person_id or 0 for each in self._by_sid.values()}

    def take(self, person_id: int) -> float:
        """Take one ask from the bucket that all of a person's browsers share; give the seconds to wait, 0 for none."""
        return self._allowances.setdefault(person_id, Allowance()).take()

    def __iter__(self) -> Iterator[Connection]:
        return iter(tuple(self._by_sid.values()))

    def __len__(self) -> int:
        return len(self._by_sid)
