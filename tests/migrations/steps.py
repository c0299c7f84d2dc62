"""Going from one revision of the database's shape to another, and what is in it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

Rows = dict[str, list[dict[str, Any]]]


def configuration() -> Config:
    """Give Alembic's configuration."""
    config = Config()
    config.set_main_option("script_location", "app:migrations")
    return config


def revisions() -> list[str]:
    """Give every revision, the first one first."""
    script = ScriptDirectory.from_config(configuration())
    return [revision.revision for revision in script.walk_revisions()][::-1]


def go_down(engine: sa.Engine, target: str) -> None:
    """Take the database back to an earlier revision."""
    config = configuration()
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, target)


def rows_of(engine: sa.Engine) -> Rows:
    """Give everything in the database: by table, each row with its columns, in a fixed order."""
    found: Rows = {}
    with engine.connect() as connection:
        known = sa.MetaData()
        known.reflect(connection)
        for table in known.sorted_tables:
            if table.name != "alembic_version":
                rows = [dict(row) for row in connection.execute(sa.select(table)).mappings()]
                found[table.name] = sorted(rows, key=repr)
    return found
