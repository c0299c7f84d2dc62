"""The PostgreSQL server behind the program: restarted, killed, or its connections cut."""

from __future__ import annotations

import asyncio
import signal

import psycopg
from typing_extensions import override

from tests.faults.kinds.fault import Fault
from tests.faults.scene import Scene
from tests.servers import Postgres


def server_of(scene: Scene) -> Postgres:
    """Give the PostgreSQL server of the run."""
    assert scene.prepared.postgres is not None
    return scene.prepared.postgres


class PostgresRestarted(Fault):
    """A fast shutdown, as an upgrade does it, and a start."""

    name = "PostgreSQL restarted"
    databases = ("postgresql",)
    how = signal.SIGINT

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 50))
        server = server_of(scene)
        await asyncio.to_thread(server.stop, self.how)
        await scene.pause(0.0, 0.5)
        await asyncio.to_thread(server.start)


class PostgresKilled(PostgresRestarted):
    """An immediate shutdown: it recovers from its log at the start."""

    name = "PostgreSQL killed"
    how = signal.SIGQUIT


class ConnectionsCut(Fault):
    """All of the program's connections are ended by the database's administrator, several times."""

    name = "connections cut"
    databases = ("postgresql",)

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 50))
        for _ in range(scene.rng.randint(1, 6)):
            await asyncio.to_thread(_cut, server_of(scene), scene.house.database.rpartition("/")[2])
            await scene.pause(0.0, 0.3)


class BothKilled(Fault):
    """The database and the server die in the same moment."""

    name = "both killed"
    databases = ("postgresql",)

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 50))
        server = server_of(scene)
        stopping = asyncio.create_task(asyncio.to_thread(server.stop, signal.SIGQUIT))
        await scene.pause(0.0, 0.05)
        await scene.house.stop()
        await stopping
        await asyncio.to_thread(server.start)
        await scene.house.start()


def _cut(server: Postgres, database: str) -> None:
    with psycopg.connect(
        f"host=127.0.0.1 port={server.port} user=rapport dbname=postgres", autocommit=True
    ) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
            [database],
        )
