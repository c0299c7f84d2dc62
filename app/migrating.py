"""Bringing a database to the newest shape, at the start of the program."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.core import journal
from app.core.db import writing


def migrate(engine: sa.Engine, target: str = "head") -> None:
    """Migrate the database; at its very first start it begins its epoch.

    Two servers starting at once wait for each other.
    """
    config = _config()
    with engine.execution_options(writes=True).begin() as connection:
        _take_turns(connection)
        config.attributes["connection"] = connection
        if target == "head" and is_newer(connection, config):
            message = (
                "This database was written by a newer version of Rapport. Start that version, or restore a backup made"
                " with this one."
            )
            raise RuntimeError(message)
        command.upgrade(config, target)
    with writing(engine) as db, db.begin():
        _take_turns(db.connection())
        if db.scalars(sa.select(journal.Epoch.value)).first() is None:
            journal.begin_epoch(db)


def is_newer(connection: sa.Connection, config: Config) -> bool:
    """Say whether the database has a revision that this program does not know."""
    return not set(MigrationContext.configure(connection).get_current_heads()) <= _known(config)


def knows(revision: str) -> bool:
    """Say whether this program knows a revision of the database's shape; it can bring it to the newest."""
    return revision in _known(_config())


def _known(config: Config) -> set[str]:
    return {revision.revision for revision in ScriptDirectory.from_config(config).walk_revisions()}


def is_current(connection: sa.Connection) -> bool:
    """Say whether the database has exactly the shape that this program knows."""
    newest = ScriptDirectory.from_config(_config()).get_heads()
    return set(MigrationContext.configure(connection).get_current_heads()) == set(newest)


def _take_turns(connection: sa.Connection) -> None:
    # SQLite's writers take turns by themselves.
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(7253)"))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "app:migrations")
    return config
