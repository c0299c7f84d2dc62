"""The journal: what was told on each stream, numbered without gaps, and what was asked by whom.

Written in the same transaction as the change itself. A client that missed something asks for everything after the
last number it has.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa
from pydantic import ConfigDict
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.core import audience, clock
from app.core.contract import View
from app.core.db import Base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.engine import Connection

CATCH_UP = 500
"""A client further behind than this is given a fresh copy instead of the changes."""

RIGHTS = "rights"
"""The stream of whose rights changed, for the processes that serve; nobody can follow it."""


class Stream(Base):
    """What one audience follows; its row is the lock under which revisions are given."""

    __tablename__ = "stream"
    name: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    revision: Mapped[int] = mapped_column(default=0)


class Entry(Base):
    """One telling on one stream."""

    __tablename__ = "journal"
    stream: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    event: Mapped[str] = mapped_column(sa.String(60))
    at: Mapped[dt.datetime]
    changes: Mapped[list[Any]]


class Epoch(Base):
    """Changes when a backup is restored, so that its past is not taken for the present."""

    __tablename__ = "epoch"
    id: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(sa.String(32))


class Act(Base):
    """One command that was carried out: the answer that a repeated ask is given again, and a line of the timeline."""

    __tablename__ = "act"
    __table_args__ = (sa.UniqueConstraint("actor", "ask_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    actor: Mapped[str] = mapped_column(sa.String(40))
    ask_id: Mapped[str] = mapped_column(sa.String(64))
    name: Mapped[str] = mapped_column(sa.String(60))
    person_id: Mapped[int | None] = mapped_column(index=True)
    meeting_id: Mapped[int | None] = mapped_column(index=True)
    room_id: Mapped[int | None] = mapped_column(index=True)
    at: Mapped[dt.datetime]
    about: Mapped[str] = mapped_column(sa.String(300), default="")
    answer: Mapped[dict[str, Any] | None]
    undo: Mapped[list[Any] | None]
    undone: Mapped[bool] = mapped_column(default=False)


class Measured(Base):
    """A figure as it was last told: what a fresh copy shows, so that it agrees with what the others were told."""

    __tablename__ = "measured"
    stream: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    type: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    thing: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    meeting_id: Mapped[int] = mapped_column(index=True)
    view: Mapped[dict[str, Any]]


class FigureView(View):
    """A figure as it was measured, whatever its fields."""

    model_config = ConfigDict(extra="allow", frozen=True)


@audience.shows(Measured)
def a_figure(_db: Session, row: Measured) -> Iterator[audience.Shown]:
    """A figure is shown where it was measured for."""
    yield row.stream, FigureView.model_validate(row.view)


@dataclass(frozen=True)
class Telling:
    """What a command changed, by stream, before it has its numbers."""

    event: str
    at: dt.datetime
    changes: Mapping[str, Sequence[dict[str, Any]]]


@dataclass(frozen=True)
class Told:
    """A telling as it travels to those who follow the stream."""

    stream: str
    revision: int
    epoch: str
    event: str
    at: dt.datetime
    changes: tuple[dict[str, Any], ...]

    def message(self) -> dict[str, Any]:
        """Give the telling as the live contract writes it."""
        return {
            "stream": self.stream,
            "revision": self.revision,
            "epoch": self.epoch,
            "event": self.event,
            "at": clock.iso(self.at),
            "changes": list(self.changes),
        }


# Every command and every reader asks these, so they are put together once, of bare tables: as fast as they can be.
_streams, _entries, _epochs, _acts = (cast("sa.Table", model.__table__) for model in (Stream, Entry, Epoch, Act))
_EPOCH = sa.select(_epochs.c.value)
_HEAD = sa.select(_streams.c.revision).where(_streams.c.name == sa.bindparam("stream"))
_HEADS = sa.select(_streams.c.name, _streams.c.revision).where(
    _streams.c.name.in_(sa.bindparam("streams", expanding=True))
)
_KEEP = _entries.insert()
_EARLIER = sa.select(_acts.c.name, _acts.c.answer).where(
    _acts.c.actor == sa.bindparam("actor"), _acts.c.ask_id == sa.bindparam("ask_id")
)
_REMEMBER = _acts.insert()


def epoch(db: Session) -> str:
    """Give the epoch of this database."""
    return str(db.execute(_EPOCH).scalar_one())


def begin_epoch(db: Session) -> None:
    """Begin a new epoch: at the first start and after a backup was restored."""
    db.execute(sa.delete(Epoch))
    db.add(Epoch(id=1, value=secrets.token_hex(8)))


def act_before(db: Connection, actor: str, ask_id: str) -> tuple[str, dict[str, Any] | None] | None:
    """Give the name and the answer of what this actor asked before under this id; None when it is new."""
    row = db.execute(_EARLIER, {"actor": actor, "ask_id": ask_id}).first()
    return None if row is None else (row.name, row.answer)


def remember(db: Connection, act: dict[str, Any]) -> None:
    """Keep one command that was carried out; `act` holds the columns of `Act`."""
    db.execute(_REMEMBER, act)


def write(db: Connection, tellings: Sequence[Telling]) -> list[list[Told]]:
    """Number and keep the changes of each telling, stream by stream.

    The streams are locked once, in the order of their names, so that no two writers wait for each other.
    """
    counts = Counter(stream for telling in tellings for stream in telling.changes)
    numbers, era = _advance(db, counts)
    told = [
        [
            Told(stream, next(numbers[stream]), era, telling.event, telling.at, tuple(telling.changes[stream]))
            for stream in sorted(telling.changes)
        ]
        for telling in tellings
    ]
    db.execute(_KEEP, [_entry(each) for tellings in told for each in tellings])
    return told


def _entry(told: Told) -> dict[str, Any]:
    changes = list(told.changes)
    return {"stream": told.stream, "revision": told.revision, "event": told.event, "at": told.at, "changes": changes}


def _advance(db: Connection, counts: Mapping[str, int]) -> tuple[dict[str, Iterator[int]], str]:
    """Give each stream so many next revisions, with the epoch, in one statement."""
    values: dict[str, str | int] = {}
    for place, stream in enumerate(sorted(counts)):
        values |= {f"name_{place}": stream, f"count_{place}": counts[stream]}
    rows = db.execute(_advancing(len(counts)), values).all()
    numbers = {str(name): iter(range(last - counts[name] + 1, last + 1)) for name, last, _era in rows}
    return numbers, str(rows[0][2])


@lru_cache(maxsize=256)
def _advancing(count: int) -> sa.TextClause:
    values = ", ".join(f"(:name_{place}, :count_{place})" for place in range(count))
    return sa.text(
        f"INSERT INTO stream (name, revision) VALUES {values}"  # noqa: S608 - only numbers are put in
        " ON CONFLICT (name) DO UPDATE SET revision = stream.revision + excluded.revision"
        " RETURNING name, revision, (SELECT value FROM epoch)"
    )


def head(db: Session, stream: str) -> int:
    """Give the last revision of the stream, 0 before the first telling."""
    return int(db.execute(_HEAD, {"stream": stream}).scalar() or 0)


def heads(db: Session, streams: Iterable[str]) -> dict[str, int]:
    """Give the last revision of each stream that was ever told anything."""
    return {row.name: row.revision for row in db.execute(_HEADS, {"streams": list(streams)})}


def since(db: Session, stream: str, revision: int, newest: int) -> list[dict[str, Any]] | None:
    """Give the tellings after `revision` up to the `newest` in order; None when a fresh copy is the better answer."""
    if revision == newest:
        return []
    if revision > newest or newest - revision > CATCH_UP:
        return None
    rows = db.scalars(
        sa.select(Entry).where(Entry.stream == stream, Entry.revision > revision).order_by(Entry.revision)
    ).all()
    return [
        {"revision": row.revision, "event": row.event, "at": clock.iso(row.at), "changes": row.changes} for row in rows
    ]


def snapshot(db: Session, stream: str) -> list[dict[str, Any]]:
    """Give a fresh copy of the stream: every thing in it, ordered by type and id."""
    things: dict[tuple[str, str], dict[str, Any]] = {}
    for row in audience.rows_of(db, stream):
        for name, view in audience.views_of(db, row):
            if name == stream:
                things[view.type, str(view.id)] = view.thing()
    for figure in db.scalars(sa.select(Measured).where(Measured.stream == stream)):
        things[figure.type, figure.thing] = figure.view
    return [things[key] for key in sorted(things)]
