"""Putting people into rooms, one or many: what the secretariat and the co-chairs do. Such a place is a pin."""

from __future__ import annotations

from app.accounts.models import Person
from app.core.contract import Done
from app.core.errors import Invalid
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.work import Work
from app.meetings.queries import lock
from app.meetings.rules import the_chairs
from breakouts.assignment import queries
from breakouts.assignment.contract import Moved, PlaceMany, PlacePerson, UnplacePerson
from breakouts.assignment.placing import by_id, put, warn_of_full_rooms, where
from breakouts.rooms.models import Room
from breakouts.rounds.models import Round
from breakouts.rounds.queries import lock_round


@handles(PlacePerson, on=lock_round, allow=the_chairs | the_program_itself, event="person.placed")
def place_person(command: PlacePerson, subject: Round, work: Work) -> Done:
    """Put a person into a room of the round, or move them there; in an open round their screens follow at once."""
    person = lock(work.db, Person, command.person)
    room = work.db.get(Room, command.room)
    if room is None or room.round_id != subject.id or person.meeting_id != subject.meeting_id:
        message = "This person or this room belongs to another round. Load the page again and choose anew."
        raise Invalid(message)
    work.undo = [put(person, subject, room, "put", work)]
    warn_of_full_rooms(work, subject, [room.id])
    work.about = f"{person.name}: {room.title}"
    return Done(id=person.id)


@handles(UnplacePerson, on=lock_round, allow=the_chairs | the_program_itself, event="person.unplaced")
def unplace_person(command: UnplacePerson, subject: Round, work: Work) -> Done:
    """Take a person out of the rooms of a round."""
    person = lock(work.db, Person, command.person)
    if person.meeting_id != subject.meeting_id:
        message = "This person belongs to another meeting."
        raise Invalid(message)
    work.undo = [put(person, subject, None, "put", work)]
    work.about = person.name
    return Done(id=person.id)


@handles(PlaceMany, on=lock_round, allow=the_chairs | the_program_itself, event="people.placed")
def place_many(command: PlaceMany, subject: Round, work: Work) -> Moved:
    """Move many people at once, all or nobody; one undo takes it all back."""
    wanted = {move.person: move.room for move in command.moves}
    people = queries.lock_people(work.db, subject.meeting_id, wanted)
    rooms = by_id(work, subject)
    if not {room for room in wanted.values() if room is not None} <= rooms.keys():
        message = "One of these rooms belongs to another round. Load the page again and choose anew."
        raise Invalid(message)
    steps = []
    for person_id, room_id in sorted(wanted.items()):
        person = people[person_id]
        if where(person, subject) != ([room_id, command.how] if room_id else None):
            steps.append(put(person, subject, rooms[room_id] if room_id else None, command.how, work))
    work.undo = steps
    warn_of_full_rooms(work, subject, (room for room in wanted.values() if room is not None))
    work.about = f"{len(steps)}"
    return Moved(id=subject.id, moved=len(steps))
