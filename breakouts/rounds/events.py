"""What happens to a round that its rooms react to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from breakouts.rounds.models import Round


@dataclass(frozen=True)
class RoundOpened:
    """All rooms of the round are open until `ends_at`."""

    round: Round
    ends_at: dt.datetime


@dataclass(frozen=True)
class RoundExtended:
    """All open rooms of the round have `minutes` more (or fewer, to undo)."""

    round: Round
    minutes: int


@dataclass(frozen=True)
class RoundClosed:
    """All rooms of the round are closed."""

    round: Round
