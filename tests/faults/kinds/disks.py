"""The disk under the embedded database: full, failing, locked by somebody else, or without its cache."""

from __future__ import annotations

import random
import resource
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from typing_extensions import override

from tests.faults.kinds.fault import Fault
from tests.faults.power import cut_the_power, lying_there
from tests.faults.scene import Scene


def file_of(scene: Scene) -> Path:
    """Give the file of the embedded database."""
    return Path(scene.house.database.removeprefix("sqlite:///"))


class DiskFull(Fault):
    """No file of the server may grow any more, as on a full disk; after a while it may again.

    The limit is the system's own for one process (RLIMIT_FSIZE), lowered and raised from outside: no root is needed.
    """

    name = "disk full"
    databases = ("sqlite",)

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(5, 50))
        log = file_of(scene).with_name("rapport.sqlite3-wal")
        _, most = resource.prlimit(scene.house.pid, resource.RLIMIT_FSIZE)
        limit = (log.stat().st_size if log.exists() else 0) + scene.rng.randint(0, 60_000)
        resource.prlimit(scene.house.pid, resource.RLIMIT_FSIZE, (limit, most))
        await scene.pause(0.5, 2.0)
        resource.prlimit(scene.house.pid, resource.RLIMIT_FSIZE, (most, most))


class DiskFails(Fault):
    """Writes or flushes fail now and then for a while; sometimes the server is killed in the middle of that."""

    name = "disk fails"
    databases = ("sqlite",)

    @override
    def patches(self, scene: Scene) -> list[Sequence[Any]]:
        return [("tests.faults.served.disk:failing", str(scene.folder / "fail"))]

    @override
    async def strike(self, scene: Scene) -> None:
        order = scene.folder / "fail"
        await scene.acknowledged(scene.rng.randint(5, 40))
        for _ in range(scene.rng.randint(1, 3)):
            kind, share = scene.rng.choice(["full", "write", "flush"]), scene.rng.choice([0.05, 0.3, 1.0])
            order.write_text(f"{kind} {share}", "utf-8")
            await scene.pause(0.2, 1.0)
            if scene.rng.random() < 0.3:
                await scene.house.stop()
                order.unlink()
                await scene.house.start()
            order.unlink(missing_ok=True)
            await scene.pause(0.0, 0.3)


class Locked(Fault):
    """Another process holds the database's lock for some seconds, as a copying tool may."""

    name = "database locked"
    databases = ("sqlite",)

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 50))
        with closing(sqlite3.connect(file_of(scene), isolation_level=None, timeout=0.0)) as other:
            await scene.until(lambda: _locked(other))
            await scene.pause(0.5, 3.5)
            other.execute("ROLLBACK")


class PowerCut(Fault):
    """The power fails: what SQLite had not flushed is gone, or half there. Sometimes it fails twice."""

    name = "power cut"
    databases = ("sqlite",)

    @override
    async def prepare(self, scene: Scene) -> None:
        self._before = lying_there(file_of(scene))

    @override
    def patches(self, scene: Scene) -> list[Sequence[Any]]:
        return [("tests.faults.served.disk:recording", str(scene.folder / "recording"))]

    @override
    async def strike(self, scene: Scene) -> None:
        recording = scene.folder / "recording"
        for _ in range(scene.rng.choice([1, 1, 2])):
            await scene.acknowledged(len(scene.history.acknowledged) + scene.rng.randint(20, 80))
            await scene.house.stop()
            cut_the_power(recording, self._before, file_of(scene), random.Random(scene.rng.random()))
            recording.unlink()
            self._before = lying_there(file_of(scene))
            await scene.house.start()


def _locked(other: sqlite3.Connection) -> bool:
    try:
        other.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return False
    return True
