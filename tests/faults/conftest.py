"""What the tests of the campaign share."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture
def collected() -> Iterator[None]:
    """Leave nothing for Python's collector to find during another test."""
    yield
    gc.collect()
