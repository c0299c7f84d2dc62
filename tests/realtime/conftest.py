"""One server for the tests of each file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.breakouts.conftest import prepared
from tests.cast import Cast
from tests.houses import House, running_house

__all__ = ["prepared"]


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with running_house() as served:
        yield served


@pytest.fixture(scope="module")
def cast(house: House) -> Cast:
    """A meeting on that server; the rooms of its first round are open."""
    return house.cast()
