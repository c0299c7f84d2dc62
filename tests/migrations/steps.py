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


def columns_of(engine: sa.Engine) -> dict[str, set[str]]:
    """Give the columns of every table."""
    found = sa.inspect(engine).get_multi_columns()
    return {
        name: {str(column["name"]) for column in columns}
        for (_schema, name), columns in found.items()
        if name != "alembic_version"
    }


def rows_of(engine: sa.Engine) -> Rows:
    """Give everything in the database: by table, each row with its columns as the database keeps them, in an order."""
    found: Rows = {}
    known = columns_of(engine)
    with engine.connect() as connection:
        for table, names in sorted(known.items()):
            columns: list[sa.ColumnClause[Any]] = [sa.column(name) for name in sorted(names)]
            rows = connection.execute(sa.select(*columns).select_from(sa.table(table))).mappings()
            found[table] = sorted((dict(row) for row in rows), key=repr)
    return found
