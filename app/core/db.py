"""The database: SQLite embedded (WAL, every commit on disk), PostgreSQL beyond one machine."""

from __future__ import annotations

import datetime as dt
import sqlite3
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column
from sqlalchemy.types import TypeDecorator

from app.core.committing import Committing

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Dialect, Engine

PATIENCE = 0.25
"""Seconds that SQLite waits inside the engine for another process's lock, when nothing else in this process can run.

Short: the bus carries a command out anew, and lets others run in between.
"""

CONVENTION = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[dt.datetime]):
    """A moment in UTC, with its zone in Python whatever the database keeps."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Write in UTC; SQLite has no zone to keep."""
        if value is None:
            return None
        moment = value.astimezone(dt.UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Read back with the zone."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


class Base(DeclarativeBase):
    """Every table of the program."""

    metadata = sa.MetaData(naming_convention=CONVENTION)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's own declaration
        dt.datetime: Instant(),
        dict[str, Any]: sa.JSON(),
        list[Any]: sa.JSON(),
        list[str]: sa.JSON(),
        list[int]: sa.JSON(),
    }


def reference(target: str, **options: Any) -> Any:  # noqa: ANN401 - a mapped column of any type
    """Give an indexed foreign key column to `table.column`."""
    options.setdefault("index", True)
    return mapped_column(sa.ForeignKey(target), **options)


def open_engine(url: str) -> Engine:
    """Open the database at `url` with the settings that keep what was acknowledged; parameters never land in logs."""
    if sa.make_url(url).get_backend_name() == "sqlite":
        engine = sa.create_engine(url, hide_parameters=True, connect_args=_SQLITE, pool_size=20)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return sa.create_engine(url, hide_parameters=True, pool_pre_ping=True, pool_size=10, max_overflow=20)


_SQLITE = {"timeout": PATIENCE, "factory": Committing, "check_same_thread": False}


def reading(engine: Engine) -> Session:
    """Open a session that reads one state of the database, however many statements it takes; for a `with` block."""
    if engine.dialect.name == "postgresql":
        # By default every statement would see a state of its own: a copy could be younger than its revision.
        engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Session(engine, expire_on_commit=False)


def writing(engine: Engine) -> Session:
    """Open a session beside the bus whose transaction holds the writer's place from its start (BEGIN IMMEDIATE)."""
    return Session(engine.execution_options(writes=True), expire_on_commit=False)


def insert_into(db: Session, model: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """Give an insert into the model's table that can say what happens on a conflict, in this database's dialect."""
    if db.get_bind().dialect.name == "postgresql":
        return postgresql.insert(model)
    return sqlite.insert(model)


def _prepare_sqlite(connection: Any, _record: Any) -> None:  # noqa: ANN401 - DBAPI objects
    # The driver's own implicit transactions leave half a migration behind after a rollback: BEGIN is ours alone.
    connection.isolation_level = None
    cursor = connection.cursor()
    # FULL: with NORMAL a power cut loses commits that were already acknowledged.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A deferred transaction that turns into a writer gets SQLITE_BUSY at once, whatever the busy_timeout.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def sqlite_version() -> str:
    """Name the embedded engine, for the doctor."""
    return sqlite3.sqlite_version
