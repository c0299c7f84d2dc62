"""Changing, moving and removing planned rooms."""

from __future__ import annotations

import sqlalchemy as sa

from app.accounts.models import Person, Placement
from app.accounts.rules import the_secretariat
from app.core.contract import Done
from app.core.errors import Gone, Invalid
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.sentences import say
from app.core.work import Work
from app.meetings.delegations.naming import code_for
from app.meetings.programme.holding import refuse_holding
from app.meetings.versions import change, changes_of, refuse_older
from breakouts.rooms.models import Room
from breakouts.rooms.plan.contract import MoveRoom, PlanRoom, RemoveRoom, RoomPlanView
from breakouts.rooms.plan.events import RoomGoing, RoomWeighed
from breakouts.rooms.plan.views import room_plan
from breakouts.rooms.queries import lock_room, rooms_of_round


@handles(PlanRoom, on=lock_room, allow=the_secretariat | the_program_itself, event="room.planned")
def plan_room(command: PlanRoom, room: Room, work: Work) -> RoomPlanView:
    """Change what is planned for a breakout room, before and while it is open."""
    _a_breakout_room(room)
    refuse_older(command.base, room.version, room_plan(room))
    given = changes_of(command)
    if "moderated_by" in given:
        given["moderated_by"] = code_for(given["moderated_by"])
    change(work, room)
    for field, value in given.items():
        setattr(room, field, value)
    work.about = room.title
    return room_plan(room)


@handles(MoveRoom, on=lock_room, allow=the_secretariat | the_program_itself, event="room.moved")
def move_room(command: MoveRoom, room: Room, work: Work) -> Done:
    """Move a room among those of its round; all of them get the numbers 1, 2, 3 and so on."""
    _a_breakout_room(room)
    if room.state != "planned":
        message = say("The rooms have been opened; their order stays, because people know them by their numbers.")
        raise Gone(message)
    others = [each for each in rooms_of_round(work.db, room.round_id or 0) if each.id != room.id]
    place = next((place for place, each in enumerate(others, 1) if each.id == command.after), 0)
    if command.after is not None and not place:
        message = say("What it should follow is not there any more. Look at the order as it is now and move it again.")
        raise Invalid(message)
    for number, each in enumerate([*others[:place], room, *others[place:]], start=1):
        if each.number != number:
            change(work, each).number = number
    work.about = room.title
    return Done(id=room.id)


@handles(RemoveRoom, on=lock_room, allow=the_secretariat | the_program_itself, event="room.removed")
def remove_room(command: RemoveRoom, room: Room, work: Work) -> Done:
    """Take a breakout room out, as long as nothing was written in it and nobody was put into it."""
    del command
    _a_breakout_room(room)
    work.happened(weighed := RoomWeighed(room))
    refuse_holding(say("This room stays, so that nothing is lost."), weighed.holds)
    work.about = room.title
    take_out(room, work)
    return Done(id=room.id)


def take_out(room: Room, work: Work) -> None:
    """Take a room out that was weighed and holds nothing; whoever had a task in it has it no more."""
    work.happened(RoomGoing(room))
    # All who are known there, those put out included: what they were must not hold the room.
    tasked = sa.select(Person).where(
        Person.roles.any(room_id=room.id) | Person.places.any(Placement.room_id == room.id)
    )
    for person in work.db.scalars(tasked).all():
        work.change(person)
        person.roles = [grant for grant in person.roles if grant.room_id != room.id]
        person.places = [place for place in person.places if place.room_id != room.id]
        work.rights_changed(person.id)
    work.change(room)
    work.db.flush()
    work.db.delete(room)
    work.db.flush()


def _a_breakout_room(room: Room) -> None:
    if room.kind != "breakout":
        message = say("This is the floor of the plenary; it belongs to its part.")
        raise Invalid(message)
