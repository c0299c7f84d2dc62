"""Who may do what in a room."""

from __future__ import annotations

from typing import Any

from app.accounts.rules import somebody_in_the_meeting, standing, the_staff
from app.core.rules import rule
from app.core.work import Work
from app.meetings.models import Meeting
from app.meetings.rules import the_chairs
from breakouts.rooms.models import Room

ONLY_LOOK_ON = frozenset({"observer", "display"})
"""Roles of those who take part in no room."""


@rule
def the_moderator(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a room, or what is in it
    """The moderator of this very room."""
    return somebody_in_the_meeting.holds(work, subject) and standing(work).has("moderator", subject.room_id)


@rule
def the_rapporteur(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a room, or what is in it
    """The rapporteur of this very room."""
    return somebody_in_the_meeting.holds(work, subject) and standing(work).has("rapporteur", subject.room_id)


@rule
def somebody_placed_here(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a room, or what is in it
    """A person placed in this room; on the plenary floor, everybody in the meeting but the big screen."""
    person = standing(work).person
    if person is None or person.meeting_id != subject.meeting_id:
        return False
    if _room(work, subject).kind == "plenary":
        return "display" not in standing(work).names
    return any(place.room_id == subject.room_id for place in person.places)


@rule
def a_participant_placed_here(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a room, or what is in it
    """Somebody placed in this room who takes part in it: observers listen to what is said, and read no drafts."""
    return somebody_placed_here.holds(work, subject) and not ONLY_LOOK_ON & standing(work).names


@rule
def a_chair_who_may_read(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a room, or what is in it
    """A co-chair or the secretariat, once the room is closed, or where the meeting lets chairs read drafts.

    On the plenary floor they always may.
    """
    if not the_chairs.holds(work, subject):
        return False
    room = _room(work, subject)
    return (
        room.kind == "plenary" or room.state == "closed" or work.db.get_one(Meeting, room.meeting_id).drafts_for_chairs
    )


@rule
def staff_on_the_floor(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a room, or what is in it
    """On the plenary floor every rapporteur and moderator lends a hand."""
    return _room(work, subject).kind == "plenary" and the_staff.holds(work, subject)


the_team = the_moderator | the_rapporteur
"""Who runs the room."""

the_writers = the_team | a_chair_who_may_read | staff_on_the_floor
"""Who writes its takeaways: the room's team, and the chairs after close."""


def _room(work: Work, subject: Any) -> Room:  # noqa: ANN401 - a room, or what is in it
    return subject if isinstance(subject, Room) else work.db.get_one(Room, subject.room_id)
