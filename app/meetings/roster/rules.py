"""Who may do what with a person of the meeting."""

from __future__ import annotations

from typing import Any

from app.accounts.rules import somebody_in_the_meeting, standing
from app.core.rules import rule
from app.core.work import Work


@rule
def the_moderator_of_their_room(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a person
    """Whoever moderates a room in which the person is placed."""
    if not somebody_in_the_meeting.holds(work, subject):
        return False
    return any(standing(work).has("moderator", place.room_id) for place in subject.places)
