"""The cast in a real database: prepared once, then copied for each test."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count

import pytest
import sqlalchemy as sa

import app.slices  # noqa: F401 - so that every command and every view is known
from app.core import journal
from app.core.bus import Bus
from app.core.db import open_engine, writing
from tests.cast import Cast, make_cast
from tests.databases import Databases


class Prepared:
    """Databases of either kind in which the cast is ready and the rooms of the first round are open."""

    def __init__(self, databases: Databases, held: ExitStack) -> None:
        self._databases = databases
        self._held = held
        self._models: dict[str, tuple[str, Cast]] = {}
        self._numbers = count(1)

    @contextmanager
    def cast(self, kind: str) -> Iterator[Cast]:
        """Give the cast in a database of its own."""
        url, model = self._models.get(kind) or self._prepare(kind)
        with self._copy(kind, url) as own:
            engine = open_engine(own)
            yield dataclasses.replace(model, bus=Bus(engine), actor=dict(model.actor))
            engine.dispose()

    def _prepare(self, kind: str) -> tuple[str, Cast]:
        url = self._held.enter_context(self._databases.migrated(kind))
        engine = open_engine(url)
        with writing(engine) as db, db.begin():
            journal.begin_epoch(db)
        model = make_cast(Bus(engine))
        model.open_round()
        engine.dispose()
        self._models[kind] = url, model
        return url, model

    @contextmanager
    def _copy(self, kind: str, url: str) -> Iterator[str]:
        if kind == "postgresql":
            name = f"played_{next(self._numbers)}"
            yield self._databases.postgres.create(name, sa.make_url(url).database or "")
            self._databases.postgres.drop(name)
        else:
            with self._databases.empty("sqlite") as own:
                shutil.copyfile(url.removeprefix("sqlite:///"), own.removeprefix("sqlite:///"))
                yield own


@pytest.fixture(scope="session")
def prepared(databases: Databases) -> Iterator[Prepared]:
    with ExitStack() as held:
        yield Prepared(databases, held)


@pytest.fixture(params=("sqlite", "postgresql"))
def cast(request: pytest.FixtureRequest, prepared: Prepared) -> Iterator[Cast]:
    """The people everybody knows; the rooms of the first round are open. The test runs on SQLite and on PostgreSQL."""
    with prepared.cast(request.param) as ready:
        yield ready


@pytest.fixture
def sqlite_cast(prepared: Prepared) -> Iterator[Cast]:
    """The cast on SQLite alone, for long plays."""
    with prepared.cast("sqlite") as ready:
        yield ready
