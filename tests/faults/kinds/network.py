"""The network between people and the server."""

from __future__ import annotations

from typing_extensions import override

from tests.faults.kinds.fault import Fault
from tests.faults.proxy import Proxy
from tests.faults.scene import Scene
from tests.ports import free_port


class Network(Fault):
    """A fault between people and the server, which everybody reaches through a proxy."""

    proxy: Proxy

    @override
    async def prepare(self, scene: Scene) -> None:
        self.proxy = Proxy([scene.house.port], scene.rng)
        await self.proxy.open(free_port())
        scene.ports = [self.proxy.port]

    @override
    async def close(self) -> None:
        await self.proxy.close()


class Slow(Network):
    """Every piece takes up to half a second, so that one connection overtakes another; then answers come too late."""

    name = "slow network"

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 20))
        self.proxy.slowest = scene.rng.choice([0.05, 0.2, 0.5])
        await scene.pause(0.5, 1.2)
        self.proxy.slowest = scene.pace * 20
        await scene.pause(0.2, 0.8)
        self.proxy.slowest = 0.0


class Cut(Network):
    """All lines are cut several times, and new ones in the middle of a frame."""

    name = "cut network"

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 40))
        for _ in range(scene.rng.randint(1, 4)):
            self.proxy.cut()
            await scene.pause(0.0, 0.4)
        self.proxy.cuts_after = scene.rng.randint(400, 12_000)
        self.proxy.cut()
        await scene.pause(0.3, 1.0)
        self.proxy.cuts_after = 0
        self.proxy.cut()


class BlackHole(Network):
    """Nothing comes through any more, and nobody is told; then all of it is gone."""

    name = "black hole"

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 40))
        self.proxy.swallows = True
        await scene.pause(0.3, 1.5)
        self.proxy.swallows = False
        # What was swallowed in the middle of a connection makes the rest of it unreadable, as a lost segment would not.
        self.proxy.cut()


class HalfClosed(Network):
    """One side of the lines is told that the other has gone, while that one goes on."""

    name = "half-closed"

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 40))
        for _ in range(scene.rng.randint(1, 3)):
            self.proxy.half_close()
            await scene.pause(0.1, 0.5)
