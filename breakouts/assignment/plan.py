"""Who goes where: a balanced assignment of people to rooms. Pure, and the same for the same people and rooms.

First, whoever wished for a room gets it as long as it has places. The rest are dealt out so that each delegation is
spread over the rooms as evenly as the places allow, then so that the rooms are of even size; among equals, regions and
genders are mixed. Nobody who has a place already is moved, and no room gets more people than places.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from breakouts.assignment.evening import even_out
from breakouts.assignment.seating import Guest, Seating, Space

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True)
class Plan:
    """Rooms by the person's id, who got the room they wished for, and who found no place."""

    rooms: Mapping[int, int]
    wished: frozenset[int]
    without: tuple[int, ...]


def plan(guests: Iterable[Guest], spaces: Sequence[Space], seated: Iterable[tuple[Guest, int]] = ()) -> Plan:
    """Give each of the `guests` a room; those `seated` already stay where they are, and count."""
    seating = Seating(spaces, seated)
    everybody = sorted(guests, key=lambda guest: guest.id)
    wished = _grant_wishes(everybody, seating)
    rest = [guest for guest in everybody if guest.id not in wished]
    dealt: dict[Guest, int] = {}
    for guest in _in_the_order_of_dealing(rest):
        room = seating.best(guest)
        if room is not None:
            seating.take(guest, room)
            dealt[guest] = room
    even_out(dealt, seating)
    without = tuple(guest.id for guest in rest if guest not in dealt)
    return Plan(wished | {guest.id: room for guest, room in dealt.items()}, frozenset(wished), without)


def _in_the_order_of_dealing(guests: Sequence[Guest]) -> list[Guest]:
    # Large delegations first: while the rooms are empty they can still be spread.
    sizes = Counter(guest.delegation for guest in guests)
    return sorted(guests, key=lambda guest: (-sizes[guest.delegation], guest.delegation, guest.gender, guest.id))


def _grant_wishes(guests: Sequence[Guest], seating: Seating) -> dict[int, int]:
    """Seat those who wished for a room there, one of each delegation before a second of any, while there are places."""
    granted: dict[int, int] = {}
    for space in seating.spaces:
        waiting = [guest for guest in guests if guest.wish == space.id]
        while waiting and seating.has_place(space):
            first = min(waiting, key=lambda guest: (seating.delegations[guest.delegation, space.id], guest.id))
            waiting.remove(first)
            seating.take(first, space.id)
            granted[first.id] = space.id
    return granted
