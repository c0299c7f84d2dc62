"""Putting people into rooms and moving them."""

from __future__ import annotations

from app.accounts.models import Person, Placement
from app.core.contract import Done
from app.core.errors import Invalid
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.work import Work
from app.meetings.queries import lock
from app.meetings.rules import the_chairs
from breakouts.assignment.contract import PlacePerson, UnplacePerson
from breakouts.assignment.events import PersonMoved
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
    work.change(person)
    _leave(person, subject)
    # The old place leaves the database before the new one enters it: a person has one place in a round.
    work.db.flush()
    person.places.append(Placement(meeting_id=subject.meeting_id, round_id=subject.id, room_id=room.id))
    _moved(person, subject, room, work)
    work.about = f"{person.name}: {room.title}"
    return Done(id=person.id)


@handles(UnplacePerson, on=lock_round, allow=the_chairs | the_program_itself, event="person.unplaced")
def unplace_person(command: UnplacePerson, subject: Round, work: Work) -> Done:
    """Take a person out of the rooms of a round."""
    person = lock(work.db, Person, command.person)
    if person.meeting_id != subject.meeting_id:
        message = "This person belongs to another meeting."
        raise Invalid(message)
    work.change(person)
    _leave(person, subject)
    _moved(person, subject, None, work)
    work.about = person.name
    return Done(id=person.id)


def _leave(person: Person, subject: Round) -> None:
    for place in [place for place in person.places if place.round_id == subject.id]:
        person.places.remove(place)


def _moved(person: Person, subject: Round, room: Room | None, work: Work) -> None:
    work.happened(PersonMoved(person, subject, room))
    work.rights_changed(person.id)
