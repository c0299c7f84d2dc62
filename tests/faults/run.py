"""One run of one fault, from its seed to its report."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.house import House, Starter
from tests.faults.judging.judge import Verdict
from tests.faults.kinds.fault import Fault
from tests.faults.people.person import Habits
from tests.faults.prepared import Prepared
from tests.faults.scene import Scene


@dataclass(frozen=True)
class Report:
    """What came of one run."""

    name: str
    seed: int
    database: str
    acknowledged: int
    resent: int
    refused: int
    seconds: float
    verdict: Verdict = field(default_factory=Verdict)


async def run(fault: Fault, seed: int, prepared: Prepared, starter: Starter, habits: Habits | None = None) -> Report:
    """Play one run to its end, whatever happens in it."""
    began = time.monotonic()
    with folder() as place:
        database = prepared.copy(place)
        try:
            rng = random.Random(f"{fault.name} {seed}")
            scene = Scene(prepared, place, House(starter, place, database), rng, habits or Habits())
            verdict = await _played(fault, scene)
        finally:
            prepared.drop(database)
    history = scene.history
    kind = "postgresql" if prepared.postgres else "sqlite"
    counts = (len(history.acknowledged), history.resent, history.refused)
    return Report(fault.name, seed, kind, *counts, time.monotonic() - began, verdict)


async def _played(fault: Fault, scene: Scene) -> Verdict:
    verdict = Verdict()
    try:
        await fault.prepare(scene)
        scene.house.patches += fault.patches(scene)
        await scene.begin()
        await fault.strike(scene)
        await scene.pause(0.1, 0.4)
        verdict.add(await scene.settle())
        await fault.finish(scene)
    except Exception as wrong:  # noqa: BLE001 - whatever it was: it is one run's, and the campaign goes on
        verdict.stuck.append(f"{type(wrong).__name__}: {wrong}")
    finally:
        await scene.end()
        await fault.close()
    found = scene.judged(verdict)
    fault.judge(scene, found, verdict)
    return verdict


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder on a real disk: /tmp is memory on some machines."""
    disk = Path("/var/tmp")
    made = Path(tempfile.mkdtemp(prefix="rapport-faults-", dir=disk if disk.is_dir() else None))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
