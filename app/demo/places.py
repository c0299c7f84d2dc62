"""Where the demonstration happens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rooms:
    """Where things happen, by id."""

    meeting: int
    sessions: tuple[int, ...]
    parts: tuple[int, ...]
    round: int
    breakouts: tuple[int, ...]
    opening_floor: int
    closing_floor: int
