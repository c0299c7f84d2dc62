"""People and rooms while a plan is made: who sits where, counted. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Guest:
    """A person to be placed: `delegation`, `region` and `gender` as kept, empty where unknown; `wish` a room's id."""

    id: int
    delegation: str = ""
    region: str = ""
    gender: str = ""
    wish: int | None = None


@dataclass(frozen=True, slots=True)
class Space:
    """A room: its id (from 1) and how many places it has in all, 0 for no limit."""

    id: int
    capacity: int = 0


class Seating:
    """How many people sit in each room, and how many of each delegation, region and gender."""

    def __init__(self, spaces: Sequence[Space], seated: Iterable[tuple[Guest, int]]) -> None:
        self.spaces = spaces
        self.size: Counter[int] = Counter()
        self.delegations: Counter[tuple[str, int]] = Counter()
        self._finer: Counter[tuple[str, str, int]] = Counter()
        for guest, room in seated:
            self.take(guest, room)

    def take(self, guest: Guest, room: int, by: int = 1) -> None:
        """Seat a person; with `by` -1, let them get up again."""
        self.size[room] += by
        if guest.delegation:
            self.delegations[guest.delegation, room] += by
        self._finer["region", guest.region, room] += by
        self._finer["gender", guest.gender, room] += by

    def has_place(self, space: Space) -> bool:
        """Say whether one more person can be seated in the room."""
        return not space.capacity or self.size[space.id] < space.capacity

    def best(self, guest: Guest) -> int | None:
        """Give the room in which a person is seated best; None where all are full."""
        open_ones = [
            (self._strain(guest, space.id), at, space.id)
            for at, space in enumerate(self.spaces)
            if self.has_place(space)
        ]
        return min(open_ones)[2] if open_ones else None

    def _strain(self, guest: Guest, room: int) -> tuple[int, ...]:
        """Fewest of one's delegation first, then fewest people, then fewest of one's region and gender."""
        return (
            self.delegations[guest.delegation, room],
            self.size[room],
            self._finer["region", guest.region, room] if guest.region else 0,
            self._finer["gender", guest.gender, room] if guest.gender else 0,
        )
