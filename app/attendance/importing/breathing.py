"""Breathing: long work over many rows that lets others have their turn in between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

BREATH = 25
"""After so many rows others get their turn."""

Row = TypeVar("Row")


def in_breaths(rows: Iterable[Row], breathe: Callable[[], None]) -> Iterator[Row]:
    """Give the rows, and call `breathe` before the first and after every few of them."""
    for place, row in enumerate(rows):
        if place % BREATH == 0:
            breathe()
        yield row
