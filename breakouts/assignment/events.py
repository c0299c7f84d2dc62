"""What happens when people are put into rooms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.accounts.models import Person
    from breakouts.rooms.models import Room
    from breakouts.rounds.models import Round


@dataclass(frozen=True)
class PersonMoved:
    """A person is now in this room of the round, or in none."""

    person: Person
    round: Round
    room: Room | None
