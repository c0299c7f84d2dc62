"""Alembic's entry: the same migrations on SQLite and PostgreSQL, each in one transaction of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context

import app.slices  # noqa: F401 - so that every table is known
from app.core.db import Base, open_engine


def run() -> None:
    """Carry the migrations out on the configured database, or on the connection that was handed over."""
    connection = context.config.attributes.get("connection")
    if connection is not None:
        _migrate(connection)
        return
    engine = open_engine(context.config.get_main_option("sqlalchemy.url", ""))
    with engine.execution_options(writes=True).begin() as own:
        _migrate(own)
    engine.dispose()


def _migrate(connection: sa.Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transaction_per_migration=False,
        transactional_ddl=True,
    )
    context.run_migrations()


run()
