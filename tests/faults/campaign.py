"""Many runs, two at a time, each from a seed of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.house import Starter
from tests.faults.kinds.all import FAULTS
from tests.faults.prepared import Prepared, prepare
from tests.faults.run import Report, folder, run
from tests.servers import running_postgres

AT_ONCE = 2
EVERY_THIRD = 3
_ONE_BY_ONE = threading.Lock()  # Alembic migrates one database at a time


@dataclass(frozen=True)
class Job:
    """One run that is to be done."""

    name: str
    seed: int
    database: str


def jobs(runs: int, seed: int, only: str = "", database: str = "") -> list[Job]:
    """Say which faults are run on which database; run `n` of a campaign has the seed `seed + n`, whatever it is."""
    names = [only] if only else [name for name, fault in FAULTS.items() if database in {"", *fault.databases}]
    chosen = []
    for number in range(runs):
        # A campaign that begins with another seed begins with another fault.
        name = names[(seed + number) % len(names)]
        possible = FAULTS[name].databases
        usual = possible[-1] if (seed + number) // len(names) % EVERY_THIRD == EVERY_THIRD - 1 else possible[0]
        chosen.append(Job(name, seed + number, database or usual))
    return chosen


async def play(chosen: Sequence[Job], tell: Callable[[Report], None]) -> list[Report]:
    """Play all of them and give their reports; `tell` hears each as it comes."""
    waiting = list(reversed(chosen))
    reports: list[Report] = []
    with ExitStack() as held:
        starter = Starter()
        held.callback(starter.close)
        lanes = [Lane(held.enter_context(folder()), starter, held) for _ in range(min(AT_ONCE, len(chosen)))]

        async def work(lane: Lane) -> None:
            while waiting:
                reports.append(report := await lane.play(waiting.pop()))
                tell(report)

        async with asyncio.TaskGroup() as group:
            for lane in lanes:
                group.create_task(work(lane))
    return reports


@dataclass
class Lane:
    """Plays one run after the other, with a PostgreSQL server of its own that nobody else needs meanwhile."""

    folder: Path
    starter: Starter
    held: ExitStack
    _prepared: dict[str, Prepared] = field(default_factory=dict)

    async def play(self, job: Job) -> Report:
        """Play one."""
        prepared = await asyncio.to_thread(self._prepare, job.database)
        return await run(FAULTS[job.name](), job.seed, prepared, self.starter)

    def _prepare(self, database: str) -> Prepared:
        with _ONE_BY_ONE:
            if database not in self._prepared:
                server = self.held.enter_context(running_postgres(durable=True)) if database == "postgresql" else None
                self._prepared[database] = prepare(self.folder, server)
            return self._prepared[database]
