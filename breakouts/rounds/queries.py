"""Loaders that lock a round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from app.meetings.models import Part
from app.meetings.queries import lock
from breakouts.rounds.models import Round

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from breakouts.rounds.contract import PrepareRound


class OfRound(Protocol):
    """A command that names a round."""

    @property
    def round(self) -> int:
        """The round's id."""


def lock_round(db: Session, command: OfRound) -> Round:
    """Lock the round the command names."""
    return lock(db, Round, command.round)


def lock_part(db: Session, command: PrepareRound) -> Part:
    """Lock the part that gets a round."""
    return lock(db, Part, command.part)
