"""A browser's store in Python: it applies what it is told exactly as the live contract says, over a line that fails."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from app.core.actor import Actor
from app.realtime.connections import Connection

if TYPE_CHECKING:
    from app.realtime.connections import Connections
    from app.realtime.following import Following
    from app.realtime.transport import WebSocket

Thing = dict[str, Any]
_HEADS = {126: 4, 127: 10}
"""Where the payload of a longer frame begins; that of a short one begins at its third byte."""


class Wire:
    """The far end of a connection: what was sent and has not arrived yet."""

    def __init__(self) -> None:
        self.on_its_way: list[tuple[str, Thing]] = []
        self.is_cut = False

    def write(self, frame: bytes) -> None:
        name, body = json.loads(frame[_HEADS.get(frame[1], 2) :][2:])
        self.on_its_way.append((name, body))

    def end(self) -> None:
        self.is_cut = True


@dataclass
class Copy:
    """What the store holds of one stream."""

    epoch: str
    revision: int
    things: dict[tuple[str, str], Thing] = field(default_factory=dict)

    def apply(self, changes: Iterable[Thing]) -> None:
        for change in changes:
            if "put" in change:
                self.things[_key(change["put"])] = change["put"]
            else:
                self.things.pop(_key(change["drop"]), None)

    def in_order(self) -> list[Thing]:
        return [self.things[key] for key in sorted(self.things)]


class Store:
    """One page of one person: follows, applies, catches up, forgets."""

    def __init__(self, actor: Actor, streams: list[str], connections: Connections, following: Following) -> None:
        self.actor = actor
        self.copies: dict[str, Copy] = {}
        self._streams = streams
        self._connections = connections
        self._following = following
        self.wire = Wire()
        self.connection: Connection | None = None

    def connect(self) -> None:
        """Come in, or come back, and follow everything from where the store stands."""
        self.wire = Wire()
        self.connection = Connection(uuid.uuid4().hex, "", self.actor, cast("WebSocket", self.wire))
        self._connections.add(self.connection)
        self.follow(self._streams)

    def cut(self) -> None:
        """Lose the line, with everything that was on its way."""
        if self.connection is not None:
            self._connections.remove(self.connection.sid)
        self.connection = None

    def follow(self, streams: list[str]) -> None:
        """Follow these streams from where the store stands; what is refused is forgotten."""
        if self.connection is None or self.wire.is_cut:
            return
        wanted = [{"stream": stream, **self._since(stream)} for stream in streams]
        answer = self._following.follow(self.connection, {"streams": wanted})
        for each in answer["streams"]:
            self._take(each)

    def receive(self, most: int = 1_000_000) -> None:
        """Take in what has arrived, in the order in which it arrived."""
        arrived, self.wire.on_its_way = self.wire.on_its_way[:most], self.wire.on_its_way[most:]
        for name, body in arrived:
            if name == "told":
                self._told(body)
            elif name == "put_out":
                self.copies.pop(body["stream"], None)

    def beat(self) -> None:
        """Ask which streams are behind, and follow those again."""
        if self.connection is None or self.wire.is_cut:
            return
        heads = {stream: copy.revision for stream, copy in self.copies.items()}
        self.follow(self._following.heads(self.connection, heads)["behind"])

    def _told(self, body: Thing) -> None:
        copy = self.copies.get(body["stream"])
        if copy is None or body["revision"] <= copy.revision:
            return
        if body["revision"] == copy.revision + 1 and body["epoch"] == copy.epoch:
            copy.apply(body["changes"])
            copy.revision = body["revision"]
        else:
            self.follow([body["stream"]])

    def _take(self, answer: Thing) -> None:
        stream = answer["stream"]
        if not answer["ok"]:
            self.copies.pop(stream, None)
        elif "snapshot" in answer:
            things = {_key(thing): thing for thing in answer["snapshot"]}
            self.copies[stream] = Copy(answer["epoch"], answer["revision"], things)
        else:
            copy = self.copies[stream]
            for missed in answer["changes"]:
                assert missed["revision"] == copy.revision + 1, "the journal has a gap"
                copy.apply(missed["changes"])
                copy.revision = missed["revision"]

    def _since(self, stream: str) -> Thing:
        copy = self.copies.get(stream)
        return {} if copy is None else {"since": copy.revision, "epoch": copy.epoch}


def _key(thing: Thing) -> tuple[str, str]:
    return str(thing["type"]), str(thing["id"])
