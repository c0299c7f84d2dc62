"""A rendering that never ends is ended."""

from __future__ import annotations

import pytest

from exports.jobs.limits import OutOfTime, limited_time


def work_for_ever() -> None:
    while True:
        pass


def test_a_job_that_uses_up_its_time_is_stopped_and_the_next_has_its_own() -> None:
    with limited_time(seconds=1), pytest.raises(OutOfTime, match="processor time"):
        work_for_ever()
    with limited_time(seconds=1):
        assert sum(range(1000)) == 499_500
