"""What happens to a planned room that the subjects above react to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from breakouts.rooms.models import Room


@dataclass(frozen=True)
class RoomWeighed:
    """A room may be taken out: whoever keeps something of it says so, in a sentence each."""

    room: Room
    holds: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class RoomGoing:
    """Nothing is held of the room: whoever laid something out for it takes it away."""

    room: Room
