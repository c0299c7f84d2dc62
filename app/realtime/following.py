"""What a connection may hear: streams followed from where the page stands, and whether it missed anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.core import clock, journal
from app.core.db import reading
from app.core.errors import Busy, Forbidden, Invalid
from app.core.following import MOST_STREAMS, Wanted, catch_up

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from app.realtime.connections import Connection, Connections
    from app.realtime.in_order import InOrder


class Following:
    """Answers what connections ask about streams."""

    def __init__(self, engine: Engine, connections: Connections, in_order: InOrder | None = None) -> None:
        self._engine = engine
        self._connections = connections
        self._in_order = in_order

    def follow(self, connection: Connection, body: dict[str, Any]) -> dict[str, Any]:
        """Let a connection hear one stream, or those in the list `streams`, from where it stands."""
        many = body.get("streams")
        if many is None:
            return self._followed(connection, [_wanted(body)])[0]
        if not isinstance(many, list) or len(many) > MOST_STREAMS or not all(isinstance(each, dict) for each in many):
            message = "Name the streams as a list of objects, each with its stream."
            raise Invalid(message)
        return {"ok": True, "streams": self._followed(connection, [_wanted(each) for each in many])}

    def _followed(self, connection: Connection, wanted: list[Wanted]) -> list[dict[str, Any]]:
        names = [each.stream for each in wanted]
        if len(connection.follows | set(names)) > MOST_STREAMS:
            message = "This page follows too many streams. Load it again."
            raise Busy(message, retry_after=5)
        # Join, then read: what is told in between arrives twice rather than never. But not before the rule was asked.
        for stream in names:
            connection.hold(stream)
            if self._in_order is not None and not self._connections.is_followed(stream):
                self._in_order.begin(stream)
            self._connections.follow(connection, stream)
        allowed: set[str] = set()
        try:
            answers = self._read(connection, wanted)
            while not self._are_next(answers):
                answers = self._read(connection, wanted)
            # A right that was taken meanwhile has put the stream out already.
            allowed = {each["stream"] for each in answers if each and each["stream"] in connection.follows}
        finally:
            for stream in names:
                if stream not in allowed:
                    self._connections.unfollow(connection, stream)
                connection.release(stream)
        refused = Forbidden().answer()
        return [
            answer if answer and answer["stream"] in allowed else {**refused, "stream": stream}
            for stream, answer in zip(names, answers, strict=True)
        ]

    def _read(self, connection: Connection, wanted: list[Wanted]) -> list[dict[str, Any] | None]:
        with reading(self._engine) as db:
            return catch_up(db, connection.actor, wanted)

    def _are_next(self, answers: list[dict[str, Any] | None]) -> bool:
        # What was told here between this reading and the place where another follower began went to neither.
        if self._in_order is None:
            return True
        # Every one of them is to be noted, whatever the first says.
        behind = [each for each in answers if each and not self._in_order.has_read(each["stream"], each["revision"])]
        return not behind

    def unfollow(self, connection: Connection, body: dict[str, Any]) -> dict[str, Any]:
        """Let a connection hear a stream no more."""
        self._connections.unfollow(connection, str(body.get("stream", "")))
        return {"ok": True}

    def heads(self, connection: Connection, body: dict[str, Any]) -> dict[str, Any]:
        """Say which of its streams a connection is behind on: `body` holds the revisions it has."""
        theirs = {
            str(stream): revision for stream, revision in list(body.items())[:MOST_STREAMS] if isinstance(revision, int)
        }
        with reading(self._engine) as db:
            ours = journal.heads(db, [stream for stream in theirs if stream in connection.follows])
        behind = [stream for stream, revision in theirs.items() if ours.get(stream, 0) > revision]
        return {"ok": True, "behind": behind, "server_time": clock.iso(clock.now())}


def _wanted(body: dict[str, Any]) -> Wanted:
    since, epoch = body.get("since"), body.get("epoch")
    return Wanted(
        str(body.get("stream", "")),
        since if type(since) is int and since >= 0 else None,
        epoch if isinstance(epoch, str) else None,
    )
