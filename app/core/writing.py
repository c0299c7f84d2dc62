"""The session of a turn: several asks use it one after the other, and none may meet what another made stale."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Mapper, ORMExecuteState, Session

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

    from app.core.work import Work

Value = TypeVar("Value")

_A_WRITER = sa.text(
    "SELECT set_config('lock_timeout', '2s', true), set_config('idle_in_transaction_session_timeout', '10s', true),"
    " pg_advisory_xact_lock(7254)"
)
"""Waits for the writer's place, at most two seconds; a process that stands still with it loses it after ten."""

_ANY = "*"


@contextmanager
def writers_place(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that alone writes until its end, whatever the number of processes; rolled back by default.

    SQLite gives the place with BEGIN IMMEDIATE, PostgreSQL with a lock of ours. So writers never wait for each other in
    a circle, and what was read inside stays as it is.
    """
    with engine.execution_options(writes=True).connect() as connection:
        try:
            connection.begin()
            if connection.dialect.name == "postgresql":
                connection.execute(_A_WRITER)
            yield connection
        except BaseException:
            # After a commit that failed nobody knows what state it is in; the next turn has a connection of its own.
            connection.invalidate()
            raise


class Writing(Session):
    """A session inside the writer's place; it neither commits nor rolls back by itself."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, join_transaction_mode="rollback_only", expire_on_commit=False)
        self.work: Work | None = None
        self.line = connection
        """For statements that are about nobody's rows: what they ask and write is not watched here."""
        self._kept: dict[Hashable, Any] = {}
        self._read_from: dict[str, set[Hashable]] = {}
        self._touched: set[str] = set()

    def keep(self, key: Hashable, read: Callable[[], Value], tables: frozenset[str]) -> Value:
        """Give what was kept under the key, or else read and keep it until one of the tables is written to."""
        if key in self._kept:
            return cast("Value", self._kept[key])
        value = read()
        if value is not None:
            self._kept[key] = value
            for table in tables:
                self._read_from.setdefault(table, set()).add(key)
        return value

    def touch(self, tables: set[str]) -> None:
        """Note that the tables are written to."""
        self._touched |= tables
        for table in self._read_from if _ANY in tables else tables:
            for key in self._read_from.get(table, ()):
                self._kept.pop(key, None)

    def finish(self) -> None:
        """End one ask: what is left to write is written, and what it made stale is forgotten before the next."""
        self.flush()
        self.work = None
        self.info.clear()
        if not self._touched:
            return
        touched, self._touched = self._touched, set()
        rows: list[Any] = list(self.identity_map.values())
        reached = frozenset[str]().union(*(_reached(mapper) for mapper in {row.__mapper__ for row in rows}))
        if _ANY in touched or reached & touched:
            self._kept.clear()
            self.expunge_all()
            return
        for row in rows:
            if row.__tablename__ in touched and row in self:
                self.expunge(row)


def kept(db: Session, key: Hashable, read: Callable[[], Value], *models: Any) -> Value:  # noqa: ANN401 - mapped classes
    """Give what `read` gives; asks that share a turn read it once, as long as none of them writes to these tables.

    In a session that only reads it is read each time.
    """
    if not isinstance(db, Writing):
        return read()
    return db.keep(key, read, frozenset(model.__tablename__ for model in models))


@lru_cache(maxsize=256)
def _reached(mapper: Mapper[Any]) -> frozenset[str]:
    """Give the tables whose rows a row of this model may hold on to."""
    return frozenset(relation.mapper.class_.__tablename__ for relation in mapper.relationships)


@event.listens_for(Writing, "before_flush")
def _watch_rows(db: Writing, _context: object, _instances: object) -> None:
    """Stop a command that changes what somebody sees without saying so: its readers would never be told."""
    missing = db.work.undeclared() if db.work else []
    if missing:
        message = f"changed without work.change(): {missing[0]!r}"
        raise AssertionError(message)
    db.touch({row.__tablename__ for rows in (db.new, db.dirty, db.deleted) for row in rows})


@event.listens_for(Writing, "do_orm_execute")
def _watch_statements(asked: ORMExecuteState) -> None:
    if not asked.is_select:
        table = getattr(asked.statement, "table", None)
        cast("Writing", asked.session).touch({_ANY if table is None else table.name})
