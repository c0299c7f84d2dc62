"""Two processes serve the same meeting, with Redis between them: hints are lost or late, or a process is."""

from __future__ import annotations

import asyncio
import signal
from contextlib import ExitStack

from typing_extensions import override

from tests.faults.house import House
from tests.faults.kinds.fault import Fault
from tests.faults.proxy import Proxy
from tests.faults.scene import Scene
from tests.ports import free_port
from tests.servers import Server, running_redis


class Together(Fault):
    """A fault between two processes; who connects comes to the one or the other in turn."""

    databases = ("postgresql",)
    redis: Server
    other: House
    proxy: Proxy

    def __init__(self) -> None:
        self._held = ExitStack()

    @override
    async def prepare(self, scene: Scene) -> None:
        self.redis = await asyncio.to_thread(self._held.enter_context, running_redis())
        first = scene.house
        first.settings["RAPPORT_REDIS_URL"] = f"redis://127.0.0.1:{self.redis.port}/0"
        first.origin_port = free_port()
        self.other = House(first.starter, first.folder, first.database, settings=first.settings)
        self.other.origin_port = first.origin_port
        self.proxy = Proxy([first.port, self.other.port], scene.rng)
        await self.proxy.open(first.origin_port)
        scene.ports = [self.proxy.port]
        await self.other.start()

    @override
    async def close(self) -> None:
        await self.proxy.close()
        await self.other.stop()
        await asyncio.to_thread(self._held.close)


class RedisRestarted(Together):
    """Redis is gone for a moment; what it should have passed on is not repeated."""

    name = "Redis restarted"

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 50))
        await asyncio.to_thread(self.redis.stop, signal.SIGKILL)
        await scene.pause(0.0, 1.5)
        await asyncio.to_thread(self.redis.start)


class RedisPaused(Together):
    """Redis stands still for a while, with everybody's connections open, and goes on."""

    name = "Redis paused"

    @override
    async def strike(self, scene: Scene) -> None:
        assert self.redis.process is not None
        await scene.acknowledged(scene.rng.randint(1, 50))
        self.redis.process.send_signal(signal.SIGSTOP)
        await scene.pause(0.3, 3.0)
        self.redis.process.send_signal(signal.SIGCONT)


class OneOfTwoKilled(Together):
    """kill -9 of one of the two processes; its people go to the other one, and some come back."""

    name = "one of two killed"

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 50))
        house = scene.rng.choice([scene.house, self.other])
        await house.stop(signal.SIGKILL)
        await scene.pause(0.2, 1.0)
        await house.start()
        self.proxy.cut()
