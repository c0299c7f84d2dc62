"""The tables that migrations make are the tables of the models, and every step can be taken back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

import app.slices  # noqa: F401 - so that every table is known
from app.core import journal
from app.core.db import Base, open_engine, reading
from app.migrating import migrate


def test_migrations_make_what_the_models_say(empty_database_url: str) -> None:
    engine = open_engine(empty_database_url)
    migrate(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()


def test_up_down_and_up_again_leaves_the_same(empty_database_url: str) -> None:
    engine = open_engine(empty_database_url)
    migrate(engine)
    first = _tables(engine)
    _down(engine)
    assert _tables(engine) == {"alembic_version": ["version_num"]}
    migrate(engine)
    assert _tables(engine) == first
    engine.dispose()


def test_a_second_start_changes_nothing_and_keeps_the_epoch(empty_database_url: str) -> None:
    engine = open_engine(empty_database_url)
    epochs = []
    for _ in range(2):
        migrate(engine)
        with reading(engine) as db:
            epochs.append(journal.epoch(db))
    assert epochs[0] == epochs[1]
    engine.dispose()


def _tables(engine: sa.Engine) -> dict[str, list[str]]:
    looked = sa.inspect(engine)
    return {
        table: [column["name"] for column in looked.get_columns(table)] for table in sorted(looked.get_table_names())
    }


def _down(engine: sa.Engine) -> None:
    config = Config()
    config.set_main_option("script_location", "app:migrations")
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
