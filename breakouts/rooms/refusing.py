"""What a rule cannot say alone: who may change what of a room, and which rooms something may name."""

from __future__ import annotations

from app.accounts.rules import standing, the_secretariat
from app.core.errors import Forbidden, Invalid
from app.core.events import when
from app.core.work import Work
from app.meetings.events import PartNarrating, RoomsNamed
from app.meetings.rules import the_chairs
from breakouts.rooms import queries
from breakouts.rooms.contract import EditRoom
from breakouts.rooms.models import Room
from breakouts.rooms.rules import the_moderator


def may_edit(command: EditRoom, room: Room, work: Work) -> None:
    """Refuse to change what of a room is somebody else's to change."""
    chairs, secretariat = the_chairs.holds(work, room), the_secretariat.holds(work, room)
    if command.title is not None and not secretariat:
        message = "The room's title is changed by the secretariat."
        raise Forbidden(message)
    if command.capacity is not None and not chairs:
        message = "The room's places are changed by the co-chairs and the secretariat."
        raise Forbidden(message)
    if (command.question is not None or command.video_link is not None) and not (
        secretariat or the_moderator.holds(work, room)
    ):
        message = "The room's question and video room are changed by its moderator or the secretariat."
        raise Forbidden(message)


@when(PartNarrating)
def refuse_who_has_no_task_there(event: PartNarrating, work: Work) -> None:
    """The part of the breakout rooms is narrated by the chairs and by the teams of its rooms."""
    if event.part.kind != "breakouts" or the_chairs.holds(work, event.part):
        return
    rooms = queries.rooms_of_meeting(work.db, event.part.meeting_id)
    of_this_part = {room.id for room in rooms if room.part_id == event.part.id}
    if not of_this_part & {room for _role, room in standing(work).roles}:
        raise Forbidden


@when(RoomsNamed)
def refuse_strange_rooms(event: RoomsNamed, work: Work) -> None:
    """Nobody was in a room of another meeting."""
    ours = {room.id for room in queries.rooms_of_meeting(work.db, event.meeting_id)}
    if event.rooms - ours:
        message = "This report names a room that is not in this meeting."
        raise Invalid(message)
