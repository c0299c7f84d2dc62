"""With one protection taken out, the campaign must see what that protection is for."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from typing_extensions import override

from tests.faults.house import Starter
from tests.faults.judging.judge import Verdict
from tests.faults.kinds.disks import PowerCut
from tests.faults.kinds.killing import Kill, Reload
from tests.faults.kinds.people import TenTimes, TwoReorder
from tests.faults.people.person import Habits
from tests.faults.prepared import Prepared, prepare
from tests.faults.run import folder, run
from tests.faults.scene import Scene

PATCHES = "tests.faults.served.patches"
# A line that is left while it opens is closed by Python's collector, which says so: here, not in another test.
pytestmark = [
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.usefixtures("collected"),
]
SEEDS = 3
"""So often is a fault tried that may befall a moment in which nothing was at stake."""


@dataclass(frozen=True)
class Stage:
    """What all runs here share."""

    starter: Starter
    prepared: Prepared

    def worst(self, fault: Kill | PowerCut | TenTimes | Reload | TwoReorder, habits: Habits) -> Verdict:
        """Run the fault until something is wrong, and give what."""
        verdict = Verdict()
        for seed in range(SEEDS):
            verdict = asyncio.run(run(fault, seed, self.prepared, self.starter, habits)).verdict
            if not verdict.well:
                break
        return verdict


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with folder() as place:
        starter = Starter()
        try:
            yield Stage(starter, prepare(place))
        finally:
            starter.close()


class PowerCutWithoutFlushing(PowerCut):
    """SQLite leaves commits to the system's cache."""

    @override
    def patches(self, scene: Scene) -> list[Sequence[Any]]:
        return [*super().patches(scene), (f"{PATCHES}:without_flushing", "OFF")]


class PowerCutFlushingSeldom(PowerCut):
    """SQLite flushes its log at checkpoints alone, as is widely advised."""

    @override
    def patches(self, scene: Scene) -> list[Sequence[Any]]:
        return [*super().patches(scene), (f"{PATCHES}:without_flushing", "NORMAL")]


class KillAfterEarlyAnswers(Kill):
    """The server answers before it has done anything."""

    @override
    def patches(self, scene: Scene) -> list[Sequence[Any]]:
        return [(f"{PATCHES}:acknowledging_early",)]


class TenTimesForgotten(TenTimes):
    """The server does not remember what it was asked."""

    @override
    def patches(self, scene: Scene) -> list[Sequence[Any]]:
        return [(f"{PATCHES}:forgetting_ids",)]


class TellingsDropped(TwoReorder):
    """Some of what should be told is not."""

    @override
    def patches(self, scene: Scene) -> list[Sequence[Any]]:
        return [(f"{PATCHES}:dropping_tellings", 0.5)]


def test_a_power_cut_without_flushing_is_seen_to_lose(stage: Stage) -> None:
    assert stage.worst(PowerCutWithoutFlushing(), Habits()).lost != []


def test_a_power_cut_with_a_log_flushed_seldom_is_seen_to_lose(stage: Stage) -> None:
    assert stage.worst(PowerCutFlushingSeldom(), Habits()).lost != []


def test_answers_before_the_commit_are_seen_to_lose(stage: Stage) -> None:
    assert stage.worst(KillAfterEarlyAnswers(), Habits()).lost != []


def test_a_server_that_forgets_ids_is_seen_to_double(stage: Stage) -> None:
    assert stage.worst(TenTimesForgotten(), Habits()).doubled != []


def test_tellings_dropped_without_a_look_at_the_heads_are_seen(stage: Stage) -> None:
    assert stage.worst(TellingsDropped(), Habits(asks_heads=False)).lost != []


def test_tellings_dropped_are_healed_by_a_look_at_the_heads(stage: Stage) -> None:
    assert stage.worst(TellingsDropped(), Habits()) == Verdict()


def test_an_outbox_without_a_disk_is_seen_to_lose(stage: Stage) -> None:
    assert stage.worst(Reload(), Habits(keeps_disk=False)).lost != []


def test_an_outbox_that_does_not_wait_for_answers_is_seen_to_mix_up_the_order(stage: Stage) -> None:
    assert stage.worst(Kill(), Habits(is_patient=False)).disordered != []
