"""Asks that share a turn, put together by hand: what waits together in a server is a matter of moments."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

from app.core import batch
from app.core.actor import SYSTEM, Actor
from app.core.asks import Ask
from app.core.handling import Handler, handlers
from app.core.journal import Entry, Stream
from app.core.parsing import parsed
from tests.cast import Cast


def ask_of(cast: Cast, who: str, name: str, /, **data: object) -> Ask:
    """Give an ask of somebody of the cast that nobody has carried out yet."""
    return ask_under("", cast, who, name, **data)


def ask_under(ask_id: str, cast: Cast, who: str, name: str, /, **data: object) -> Ask:
    """Give an ask under an id of one's own; "system" asks as the program."""
    actor: Actor = SYSTEM if who == "system" else cast.actor[who]
    command, notices = parsed(handlers[name].command, data)
    return Ask(actor, handlers[name], command, ask_id or uuid.uuid4().hex, notices)


def point_of(cast: Cast, who: str, text: str, ask_id: str = "") -> Ask:
    """Give an ask that writes a point down in the first room."""
    return ask_under(ask_id, cast, who, "takeaway.capture", room=cast.rooms[0], text=text)


def settled(cast: Cast, *asks: Ask) -> list[dict[str, Any]]:
    """Carry the asks out in one turn and give what came of each: its answer, or {"wrong": its kind}."""
    batch.settle(cast.bus.engine, asks)
    return [ask.outcome.answer if ask.outcome else {"wrong": type(ask.wrong).__name__} for ask in asks]


def texts(cast: Cast) -> list[str]:
    """Give the points of the first room in their order."""
    points = cast.things(f"room:{cast.rooms[0]}", "takeaway")
    return [thing["text"] for thing in sorted(points, key=lambda thing: str(thing["position"]))]


def gaps(cast: Cast) -> list[str]:
    """Give the streams whose journal is not 1, 2, 3 … up to the revision that the stream has."""
    with cast.bus.engine.connect() as connection:
        heads = connection.execute(sa.select(Stream.name, Stream.revision)).all()
        kept = connection.execute(sa.select(Entry.stream, Entry.revision).order_by(Entry.revision)).all()
    numbers: dict[str, list[int]] = {}
    for stream, revision in kept:
        numbers.setdefault(stream, []).append(revision)
    return [stream for stream, head in heads if numbers.get(stream, []) != list(range(1, head + 1))]


def do_instead(monkeypatch: pytest.MonkeyPatch, name: str, body: Callable[..., Any]) -> None:
    """Let a command have a faulty body."""
    faulty = Handler(**{**vars(handlers[name]), "body": body})
    monkeypatch.setitem(handlers, name, faulty)


@contextmanager
def counted(cast: Cast, happening: str) -> Iterator[list[object]]:
    """Note each time that the database's connections do this: `commit`, `rollback`, `begin`."""
    noted: list[object] = []

    def note(*given: object) -> None:
        noted.append(given)

    sa.event.listen(cast.bus.engine, happening, note)
    try:
        yield noted
    finally:
        sa.event.remove(cast.bus.engine, happening, note)
