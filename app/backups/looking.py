"""Reads of a database as it stands, without the program that serves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from app.backups.contents import Counts

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

_MARKS = (
    ("act", "max", "id"),
    ("link", "max", "id"),
    ("link", "count", "used_at"),
    ("web_session", "max", "id"),
    ("web_session", "count", "ended_at"),
    ("account", "max", "id"),
    ("account_link", "max", "id"),
    ("account_link", "count", "used_at"),
    ("account_session", "max", "seen_at"),
)
ENDINGS = {"pdf": ".pdf", "html": ".html", "markdown": ".md", "json": ".json"}


def counts(connection: Connection) -> Counts:
    """Count the meetings, people and points."""
    numbers = {
        name: int(connection.execute(sa.select(sa.func.count()).select_from(sa.table(table))).scalar_one())
        for name, table in (("meetings", "meeting"), ("people", "person"), ("points", "takeaway"))
    }
    return Counts(**numbers)


def is_filled(engine: Engine) -> bool:
    """Say whether there is anything in the database that somebody would miss."""
    known = set(sa.inspect(engine).get_table_names())
    with engine.connect() as connection:
        return any(
            connection.execute(sa.select(sa.literal(1)).select_from(sa.table(table)).limit(1)).first() is not None
            for table in ("meeting", "account")
            if table in known
        )


def revision(connection: Connection) -> str:
    """Give the revision of the database's shape."""
    return str(connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one())


def mark(connection: Connection) -> str:
    """Say where the database stands: another text after everything that somebody would miss.

    What the program does in a person's name before they are in a meeting, an account or a link, is told to nobody, so
    those tables are asked themselves.
    """
    known = set(sa.inspect(connection).get_table_names())
    asked = [
        sa.select(sa.func.max(sa.column(column)) if what == "max" else sa.func.count(sa.column(column)))
        .select_from(sa.table(table))
        .scalar_subquery()
        for table, what, column in _MARKS
        if table in known
    ]
    told: sa.Select[Any]
    told = sa.select(sa.func.coalesce(sa.func.sum(sa.column("revision")), 0)).select_from(sa.table("stream"))
    era: sa.Select[Any] = sa.select(sa.column("value")).select_from(sa.table("epoch"))
    found = connection.execute(sa.select(era.scalar_subquery(), told.scalar_subquery(), *asked)).one()
    return ":".join("" if value is None else str(value) for value in found)


def finished_exports(connection: Connection) -> list[str]:
    """Give the names of the files of finished exports."""
    rows = connection.execute(sa.text("SELECT id, format FROM export WHERE state = 'done' ORDER BY id"))
    return [f"{row.id}{ENDINGS[row.format]}" for row in rows]
