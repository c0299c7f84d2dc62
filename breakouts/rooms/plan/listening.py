"""What the rooms have to say, and to do, when a part is changed or taken out."""

from __future__ import annotations

import sqlalchemy as sa

from app.accounts.models import Person, Placement
from app.attendance.models import Stay
from app.core.events import when
from app.core.sentences import say, say_n
from app.core.work import Work
from app.meetings.programme.events import PartGoing, PartReplanned, PartWeighed
from breakouts.rooms.models import Room
from breakouts.rooms.plan.commands import take_out
from breakouts.rooms.plan.events import RoomWeighed
from breakouts.rounds.models import Round


@when(RoomWeighed)
def weigh_room(event: RoomWeighed, work: Work) -> None:
    """A room holds its text, and whoever was in it or is placed in it."""
    room = event.room
    if room.kind == "breakout" and room.state != "planned":
        event.holds.append(say("It has been opened."))
    if room.narrative or room.lead_in:
        event.holds.append(say("Its narrative is written."))
    placed = sa.select(sa.func.count(sa.distinct(Placement.person_id))).join(Person).where(Person.removed_at.is_(None))
    people = work.db.scalar(placed.where(Placement.room_id == room.id)) or 0
    if people:
        event.holds.append(say_n("{n} person is placed in it.", "{n} people are placed in it.", people))
    stays = sa.select(sa.func.count(sa.distinct(Stay.person_id))).where(Stay.room_id == room.id)
    were = work.db.scalar(stays) or 0
    if were:
        event.holds.append(say_n("{n} person was in it.", "{n} people were in it.", were))


@when(PartWeighed)
def weigh_part(event: PartWeighed, work: Work) -> None:
    """A part holds its breakout rooms, and what was captured on its plenary floor."""
    rooms = _rooms(event.part.id, work)
    breakout = sum(room.kind == "breakout" for room in rooms)
    if breakout:
        event.holds.append(say_n("It has {n} breakout room.", "It has {n} breakout rooms.", breakout))
    for floor in (room for room in rooms if room.kind == "plenary"):
        work.happened(weighed := RoomWeighed(floor))
        event.holds.extend(weighed.holds)


@when(PartGoing)
def clear_part(event: PartGoing, work: Work) -> None:
    """The plenary floor goes with its part, and so does a round without rooms."""
    for room in _rooms(event.part.id, work):
        take_out(room, work)
    for empty in work.db.scalars(sa.select(Round).where(Round.part_id == event.part.id)).all():
        work.change(empty)
        work.db.delete(empty)
    work.db.flush()


@when(PartReplanned)
def follow_part(event: PartReplanned, work: Work) -> None:
    """The plenary floor is called as its part is; rooms still planned last as long as their part."""
    part = event.part
    for room in _rooms(part.id, work):
        if room.kind == "plenary" and room.title != part.title:
            work.change(room).title = part.title
    planned = sa.select(Round).where(Round.part_id == part.id, Round.state == "planned")
    for subject in work.db.scalars(planned).all():
        if part.minutes and subject.minutes != min(part.minutes, _LONGEST):
            work.change(subject).minutes = min(part.minutes, _LONGEST)


_LONGEST = 600


def _rooms(part_id: int, work: Work) -> list[Room]:
    return list(work.db.scalars(sa.select(Room).where(Room.part_id == part_id).order_by(Room.id)))
