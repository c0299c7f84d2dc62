"""The server's process ends or stands still."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from typing import Any, ClassVar

from typing_extensions import override

from tests.faults.kinds.fault import Fault
from tests.faults.scene import Scene


class Kill(Fault):
    """kill -9 at a random moment, now and then twice."""

    name = "kill"

    @override
    async def strike(self, scene: Scene) -> None:
        for _ in range(scene.rng.choice([1, 1, 2])):
            await scene.acknowledged(scene.rng.randint(1, 60))
            await scene.pause(0.0, 0.05)
            await scene.house.stop(signal.SIGKILL)
            await scene.pause(0.0, 0.2)
            await scene.house.start()


class KillBeforeTelling(Fault):
    """kill -9 exactly between the commit and the telling: the answer is not given, the followers are not told."""

    name = "kill before telling"

    @override
    def patches(self, scene: Scene) -> list[Sequence[Any]]:
        return [("tests.faults.served.patches:die_before_telling", scene.rng.randint(1, 40))]

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.until(scene.house.is_gone)
        scene.house.patches = []
        await scene.house.start()


class Term(Fault):
    """SIGTERM, as an operator's `systemctl restart` sends it."""

    name = "term"

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 60))
        await scene.house.stop(signal.SIGTERM)
        await scene.house.start()


class Freeze(Fault):
    """The server stands still for a while (SIGSTOP), as on a machine that swaps, and goes on."""

    name = "freeze"

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 60))
        scene.house.send(signal.SIGSTOP)
        await scene.pause(0.3, 2.5)
        scene.house.send(signal.SIGCONT)


class Reload(Fault):
    """People load their pages anew in the middle of what they do, while the server is killed."""

    name = "reload"
    TIMES: ClassVar[int] = 6

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 30))
        await scene.house.stop(signal.SIGKILL)
        for _ in range(self.TIMES):
            await scene.pause(0.0, 0.15)
            person = scene.rng.choice(list(scene.people.values()))
            await person.reload(scene.rng.choice(person.tabs))
        await scene.house.start()
