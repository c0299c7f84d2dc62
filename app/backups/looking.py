"""Reads of a database as it stands, without the program that serves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.backups.contents import Counts

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

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
    """Say where the database stands: another text after everything that is written through the bus."""
    told, acts, era = connection.execute(
        sa.text(
            "SELECT (SELECT coalesce(sum(revision), 0) FROM stream), (SELECT coalesce(max(id), 0) FROM act),"
            " (SELECT value FROM epoch)"
        )
    ).one()
    return f"{era}:{told}:{acts}"


def finished_exports(connection: Connection) -> list[str]:
    """Give the names of the files of finished exports."""
    rows = connection.execute(sa.text("SELECT id, format FROM export WHERE state = 'done' ORDER BY id"))
    return [f"{row.id}{ENDINGS[row.format]}" for row in rows]
