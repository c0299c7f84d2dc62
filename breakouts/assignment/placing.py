"""A person's place in a round: given, changed, taken away, each as a step that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.accounts.models import Person, Placement
from app.core.sentences import say
from breakouts.assignment import queries
from breakouts.assignment.events import PersonMoved
from breakouts.rooms.queries import rooms_of_round

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.core.work import Work
    from breakouts.rooms.models import Room
    from breakouts.rounds.models import Round

Where = list[Any] | None
"""A room's id and how one came there, as JSON keeps it; None for nowhere."""


def place_of(person: Person, subject: Round) -> Placement | None:
    """Give the person's place in the round."""
    return next((place for place in person.places if place.round_id == subject.id), None)


def where(person: Person, subject: Round) -> Where:
    """Give where the person is in the round."""
    place = place_of(person, subject)
    return [place.room_id, place.how] if place else None


def put(person: Person, subject: Round, room: Room | None, how: str, work: Work) -> dict[str, Any]:
    """Put a person into a room, or into none, and give the step that undo needs."""
    before = where(person, subject)
    work.change(person)
    place = place_of(person, subject)
    if place is not None and room is not None:
        # A person has one place in a round: it is changed, so that there are never two.
        place.room_id, place.how = room.id, how
    elif place is not None:
        person.places.remove(place)
    elif room is not None:
        person.places.append(Placement(meeting_id=subject.meeting_id, round_id=subject.id, room_id=room.id, how=how))
    if before is None or room is None or before[0] != room.id:
        work.happened(PersonMoved(person, subject, room))
        work.rights_changed(person.id)
    return {"round": subject.id, "person": person.id, "before": before, "after": where(person, subject)}


def by_id(work: Work, subject: Round) -> Mapping[int, Room]:
    """Give the rooms of the round by their ids."""
    return {room.id: room for room in rooms_of_round(work.db, subject.id)}


def warn_of_full_rooms(work: Work, subject: Round, rooms: Iterable[int]) -> None:
    """Tell whoever puts people into rooms where there are more of them than places."""
    counted = queries.taken(work.db, subject.id)
    known = by_id(work, subject)
    for room in (known[room_id] for room_id in dict.fromkeys(rooms) if room_id in known):
        people = counted.get(room.id, 0)
        if 0 < room.capacity < people:
            words = "“{room}” has {people} people for {places} places."
            work.notices.append(say(words, room=room.title, people=people, places=room.capacity))
