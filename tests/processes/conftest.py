"""Two processes for the tests of each file that wants no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cast import Cast
from tests.processes.quarter import Quarter, running_quarter
from tests.servers import Postgres


@pytest.fixture(scope="module")
def quarter(postgres: Postgres) -> Iterator[Quarter]:
    with running_quarter(postgres, 2) as served:
        yield served


@pytest.fixture(scope="module")
def cast(quarter: Quarter) -> Cast:
    """A meeting of theirs; the rooms of its first round are open."""
    return quarter.cast()
