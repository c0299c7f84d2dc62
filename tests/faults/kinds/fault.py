"""What every fault is: a name, the databases it can befall, and what it does while people work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from tests.faults.judging.found import Found
from tests.faults.judging.judge import Verdict
from tests.faults.scene import Scene

BOTH = ("sqlite", "postgresql")


class Fault:
    """One thing that goes wrong. A subclass says at least its name and how it strikes."""

    name: ClassVar[str]
    databases: ClassVar[tuple[str, ...]] = BOTH

    async def prepare(self, scene: Scene) -> None:
        """Arrange what has to be in place before the server starts."""

    def patches(self, scene: Scene) -> list[Sequence[Any]]:
        """Give what is changed in the server from outside, as (module:function, argument, …)."""
        del scene
        return []

    async def strike(self, scene: Scene) -> None:
        """Do it, and put right what an operator would put right."""
        raise NotImplementedError

    async def finish(self, scene: Scene) -> None:
        """Do what comes after people have stopped and everything was answered."""

    async def close(self) -> None:
        """Take away what `prepare` arranged."""

    def judge(self, scene: Scene, found: Found, verdict: Verdict) -> None:
        """Add to the verdict what this fault alone can be asked about."""
