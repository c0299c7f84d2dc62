"""Who sees what of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.models import Person
from app.core.audience import Shown, fills, shows, stream_kind
from app.meetings.delegations.naming import display
from app.meetings.queries import find
from breakouts.rooms import queries
from breakouts.rooms.contract import DoorView, HelpView, MemberView, RoomView
from breakouts.rooms.models import Room
from breakouts.rooms.rules import (
    a_chair_who_may_read,
    a_participant_placed_here,
    somebody_placed_here,
    staff_on_the_floor,
    the_team,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

stream_kind(
    "room", lambda db, number: find(db, Room, number), a_participant_placed_here | the_team | a_chair_who_may_read
)
stream_kind("room:door", lambda db, number: find(db, Room, number), somebody_placed_here | the_team)
stream_kind(
    "room:staff", lambda db, number: find(db, Room, number), the_team | a_chair_who_may_read | staff_on_the_floor
)


@shows(Room)
def a_room(db: Session, row: Room) -> Iterator[Shown]:
    """Everybody sees that there is a room and when it ends.

    The video link is for those in it, observers too, who hear nothing else of it; the drafts of its text for its staff.
    """
    yield (
        f"meeting:{row.meeting_id}",
        RoomView(
            id=row.id,
            kind=row.kind,
            round=row.round_id,
            part=row.part_id,
            number=row.number,
            title=row.title,
            question=row.question,
            moderated_by=display(row.moderated_by),
            capacity=row.capacity,
            moderators=queries.names_with_role(db, row.id, "moderator"),
            rapporteurs=queries.names_with_role(db, row.id, "rapporteur"),
            state=row.state,
            opened_at=row.opened_at,
            ends_at=row.ends_at,
            closed_at=row.closed_at,
            report=row.report,
            attribution=row.attribution,
        ),
    )
    door = DoorView(id=row.id, video_link=row.video_link)
    yield f"room:{row.id}", door
    yield f"room:{row.id}:door", door
    yield f"room:{row.id}:staff", queries.room_text(db, row)
    if row.help_since is not None:
        yield f"room:{row.id}:staff", HelpView(id=row.id, what=row.help, since=row.help_since)


@shows(Person)
def a_member(_db: Session, row: Person) -> Iterator[Shown]:
    """Those who run a room see who is placed in it."""
    if row.removed_at is None:
        for place in row.places:
            yield (
                f"room:{place.room_id}:staff",
                MemberView(
                    id=row.id,
                    room=place.room_id,
                    name=row.name,
                    delegation=display(row.delegation),
                    present=row.present,
                ),
            )


@fills("meeting")
def rooms(db: Session, meeting_id: int) -> Iterator[object]:
    """All rooms of the meeting."""
    yield from queries.rooms_of_meeting(db, meeting_id)


@fills("room:door")
@fills("room")
def the_room(db: Session, room_id: int) -> Iterator[object]:
    """The room itself, unless it was taken out."""
    yield from _if_there(db, room_id)


@fills("room:staff")
def the_room_and_its_people(db: Session, room_id: int) -> Iterator[object]:
    """The room, and who is placed in it."""
    yield from _if_there(db, room_id)
    yield from queries.placed_in(db, room_id)


def _if_there(db: Session, room_id: int) -> Iterator[Room]:
    room = db.get(Room, room_id)
    if room is not None:
        yield room
