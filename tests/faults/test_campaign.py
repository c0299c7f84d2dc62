"""What the campaign promises of itself: repeatable, two at once, and a last line to be trusted; then the campaign."""

from __future__ import annotations

import asyncio

import pytest

from tests.faults.campaign import jobs, play
from tests.faults.judging.judge import Verdict
from tests.faults.kinds.all import FAULTS
from tests.faults.run import Report
from tests.faults.table import failures, last_line, table

# A line that is left while it opens is closed by Python's collector, which says so: here, not in another test.
pytestmark = [
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.usefixtures("collected"),
]
RUNS = 40
FULL_RUNS = 960
"""With the forty, a thousand."""
AT_A_TIME = 40
SEED = 2020


def test_the_same_seed_gives_the_same_faults_and_each_can_be_run_alone() -> None:
    campaign = jobs(30, 7)
    assert campaign == jobs(30, 7)
    assert {job.name for job in campaign} == set(FAULTS)
    for job in campaign:
        assert jobs(1, job.seed, job.name, job.database) == [job]


def test_a_campaign_on_one_database_has_its_faults_alone() -> None:
    assert {job.database for job in jobs(40, 0, database="sqlite")} == {"sqlite"}
    assert "power cut" not in {job.name for job in jobs(40, 0, database="postgresql")}


def test_the_table_counts_and_the_failures_say_how_to_repeat_them() -> None:
    well = Report("kill", 1, "sqlite", 50, 8, 3, 2.5)
    lost = Report("power cut", 2, "sqlite", 40, 2, 0, 3.5, Verdict(lost=["a", "b"], doubled=["c"]))
    assert table([lost, well]).splitlines()[1].split() == ["kill", "1", "50", "8", "3", "0", "0", "0", "2"]
    assert last_line([well, lost]) == "2 faults, 90 acknowledged, lost 2, doubled 1, out of order 0"
    assert failures([well]) == ""
    assert failures([well, lost]).splitlines() == [
        'power cut, again with: ./run faults --runs 1 --only "power cut" --seed 2 --database sqlite',
        "  lost: a",
        "  lost: b",
        "  doubled: c",
    ]


def test_nothing_acknowledged_is_lost_doubled_or_out_of_order() -> None:
    # About two minutes on two idle cores: forty servers are broken, mended, and judged.
    _play(SEED, RUNS)


@pytest.mark.full
@pytest.mark.parametrize("part", range(FULL_RUNS // AT_A_TIME))
def test_nothing_acknowledged_is_lost_in_a_long_campaign(part: int) -> None:
    _play(SEED + RUNS + part * AT_A_TIME, AT_A_TIME)


def _play(seed: int, runs: int) -> None:
    reports = asyncio.run(play(jobs(runs, seed), lambda _report: None))
    print(f"{table(reports)}\n{last_line(reports)}")  # noqa: T201 - shown where it fails
    assert failures(reports) == ""
    assert len(reports) == runs
