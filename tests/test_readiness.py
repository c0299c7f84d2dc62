"""Whether the process is ready is found out, part by part; nothing is believed."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.core.db import open_engine
from app.readiness import Readiness
from app.realtime.draining import Draining

WELL = {"database": "ok", "migrations": "ok", "disk": "ok", "serving": "ok", "redis": "not used"}


def test_everything_well_is_ready_and_leaves_nothing_behind(database_url: str, tmp_path: Path) -> None:
    engine = open_engine(database_url)
    assert Readiness(engine, tmp_path, Draining(), None).report() == (True, WELL)
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM server_process")) == 0
    engine.dispose()


def test_a_database_of_another_shape_is_not_ready(database_url: str, tmp_path: Path) -> None:
    engine = open_engine(database_url)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0001'"))
    told = Readiness(engine, tmp_path, Draining(), None).report()
    assert told == (False, WELL | {"migrations": "not those of this program"})
    engine.dispose()


def test_a_database_that_takes_nothing_is_not_ready_until_it_does(sqlite_url: str, tmp_path: Path) -> None:
    engine = open_engine(sqlite_url)
    another = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    another.execute("BEGIN IMMEDIATE")
    readiness = Readiness(engine, tmp_path, Draining(), None)
    away = {"database": "does not take anything", "migrations": "not known"}
    assert readiness.report() == (False, WELL | away)
    began = time.monotonic()
    assert readiness.report() == (False, WELL | away)
    assert time.monotonic() - began < 0.5, "whoever asks again at once is given the same answer"
    another.execute("ROLLBACK")
    another.close()
    time.sleep(1.05)
    assert readiness.report() == (True, WELL)
    engine.dispose()


@pytest.mark.parametrize("needed", [2**60])
def test_a_full_disk_is_not_ready(sqlite_url: str, tmp_path: Path, needed: int) -> None:
    engine = open_engine(sqlite_url)
    told = Readiness(engine, tmp_path, Draining(), None, needed).report()
    assert told == (False, WELL | {"disk": "less than 200 MB free"})
    engine.dispose()


def test_who_is_ending_is_not_ready(sqlite_url: str, tmp_path: Path) -> None:
    engine = open_engine(sqlite_url)
    ending = Draining()
    ending.is_on = True
    assert Readiness(engine, tmp_path, ending, None).report() == (False, WELL | {"serving": "draining"})
    engine.dispose()
