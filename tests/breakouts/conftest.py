"""A bus on a real database, and the cast in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine

import app.accounts.commands
import app.accounts.models
import app.attendance.models
import app.meetings.commands
import app.meetings.live
import app.meetings.people
import breakouts.assignment.commands
import breakouts.notes.commands
import breakouts.notes.live
import breakouts.reporting.commands
import breakouts.rooms.commands
import breakouts.rooms.live
import breakouts.rounds.commands
import breakouts.rounds.live
import breakouts.takeaways.commands
import breakouts.takeaways.live  # noqa: F401 - importing declares commands, views and tables
from app.core import journal
from app.core.bus import Bus
from app.core.db import Base, open_engine, writing
from tests.cast import Cast, make_cast


@pytest.fixture
def engine(empty_database_url: str) -> Iterator[Engine]:
    """A database with all tables; the test runs on SQLite and on PostgreSQL."""
    opened = open_engine(empty_database_url)
    Base.metadata.create_all(opened)
    with writing(opened) as db, db.begin():
        journal.begin_epoch(db)
    yield opened
    opened.dispose()


@pytest.fixture
def bus(engine: Engine) -> Bus:
    return Bus(engine)


@pytest.fixture
def cast(bus: Bus) -> Cast:
    """The people everybody knows; the rooms of the first round are open."""
    made = make_cast(bus)
    made.open_round()
    return made
