"""Four processes for all tests of this folder; most ask two of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cast import Cast
from tests.processes.quarter import Quarter, running_quarter
from tests.servers import Postgres


@pytest.fixture(scope="session")
def quarter(postgres: Postgres) -> Iterator[Quarter]:
    with running_quarter(postgres, 4) as served:
        yield served


@pytest.fixture(scope="module")
def cast(quarter: Quarter) -> Cast:
    """A meeting of theirs; the rooms of its first round are open."""
    return quarter.cast()
