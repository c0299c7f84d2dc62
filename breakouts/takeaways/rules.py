"""Who may do what with the points of a room, beside those who write them."""

from __future__ import annotations

from typing import Any

from app.accounts.rules import standing
from app.core.rules import rule
from app.core.work import Work
from breakouts.rooms.rules import somebody_placed_here

_ONLY_LOOK_ON = frozenset({"observer", "display"})


@rule
def a_participant_placed_here(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a room, or what is in it
    """Somebody placed in this room who takes part in it: observers listen."""
    return somebody_placed_here.holds(work, subject) and not _ONLY_LOOK_ON & standing(work).names
