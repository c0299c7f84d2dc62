"""Fresh databases, cheap enough for one per test: copies of one that was migrated once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from app.core.db import open_engine
from app.migrating import migrate
from tests.servers import Postgres, running_postgres

_TEMPLATE = "migrated"
_FAST = Path("/dev/shm")  # a folder in memory: a test need not wait for the disk


class Databases:
    """Gives databases of both kinds, and takes them back; use it in a `with` block."""

    def __init__(self) -> None:
        self._held = ExitStack()
        self._numbers = count(1)

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="rapport-databases-", dir=_FAST if _FAST.is_dir() else None))
        self._held.callback(shutil.rmtree, self._folder, ignore_errors=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()

    @cached_property
    def postgres(self) -> Postgres:
        """The server behind the PostgreSQL databases, started when the first is asked for."""
        return self._held.enter_context(running_postgres())

    @contextmanager
    def empty(self, kind: str) -> Iterator[str]:
        """Give the address of a database of `kind` (sqlite, postgresql) without any table."""
        with self._postgresql("template0") if kind == "postgresql" else self._sqlite() as url:
            yield url

    @contextmanager
    def migrated(self, kind: str) -> Iterator[str]:
        """Give the address of a database of `kind` (sqlite, postgresql) as the program's first start leaves it."""
        if kind == "postgresql":
            with self._postgresql(self._migrated_postgresql) as url:
                yield url
        else:
            with self._sqlite() as url:
                shutil.copyfile(self._migrated_sqlite, url.removeprefix("sqlite:///"))
                yield url

    @contextmanager
    def _postgresql(self, template: str) -> Iterator[str]:
        name = f"rapport_{next(self._numbers)}"
        try:
            yield self.postgres.create(name, template)
        finally:
            self.postgres.drop(name)

    @contextmanager
    def _sqlite(self) -> Iterator[str]:
        path = self._folder / f"rapport_{next(self._numbers)}.sqlite3"
        yield f"sqlite:///{path}"
        for file in self._folder.glob(f"{path.name}*"):
            file.unlink()

    @cached_property
    def _migrated_postgresql(self) -> str:
        _migrate(self.postgres.create(_TEMPLATE))
        return _TEMPLATE

    @cached_property
    def _migrated_sqlite(self) -> Path:
        path = self._folder / f"{_TEMPLATE}.sqlite3"
        _migrate(f"sqlite:///{path}")
        return path


def _migrate(url: str) -> None:
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()
