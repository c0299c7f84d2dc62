"""Being in a room, for the ledger: who is placed there and present while the round is open."""

from __future__ import annotations

import sqlalchemy as sa

from app.accounts.models import Person, Placement
from app.accounts.queries import WITH_TASKS
from app.attendance.events import PeopleArrived
from app.attendance.ledger import begin_stays, end_stays
from app.attendance.models import Stay
from app.core.events import when
from app.core.work import Work
from app.meetings.models import Part
from breakouts.assignment.events import PersonMoved
from breakouts.rooms.queries import rooms_of_round
from breakouts.rounds.events import RoundClosed, RoundOpened
from breakouts.rounds.models import Round


@when(RoundOpened)
def enter_rooms(event: RoundOpened, work: Work) -> None:
    """Everybody placed in a room and present is in it from now on."""
    placed = sa.select(Person, Placement.room_id).join(Placement, Placement.person_id == Person.id)
    session_id = _session_of(work, event.round)
    here = placed.where(Placement.round_id == event.round.id, Person.present).options(*WITH_TASKS)
    begin_stays(work, session_id, [(person, room_id) for person, room_id in work.db.execute(here)])


@when(RoundClosed)
def leave_rooms(event: RoundClosed, work: Work) -> None:
    """Nobody is in a closed room."""
    rooms = [room.id for room in rooms_of_round(work.db, event.round.id)]
    end_stays(work, work.at, Stay.room_id.in_(rooms))


@when(PeopleArrived)
def enter_own_rooms(event: PeopleArrived, work: Work) -> None:
    """Who arrives while the rooms are open is in the room they are placed in."""
    for round_id in sorted({place.round_id for person in event.people for place in person.places}):
        subject = work.db.get_one(Round, round_id)
        if subject.state == "open":
            places = [(person, place) for person in event.people for place in person.places]
            here = [(person, place.room_id) for person, place in places if place.round_id == round_id]
            begin_stays(work, _session_of(work, subject), here)


@when(PersonMoved)
def change_rooms(event: PersonMoved, work: Work) -> None:
    """Who is moved leaves one room and enters the other; in rooms that are not open nobody is."""
    if event.round.state != "open":
        return
    others = [
        room.id for room in rooms_of_round(work.db, event.round.id) if event.room is None or room.id != event.room.id
    ]
    end_stays(work, work.at, Stay.person_id == event.person.id, Stay.room_id.in_(others))
    if event.room is not None and event.person.present:
        begin_stays(work, _session_of(work, event.round), [(event.person, event.room.id)])


def _session_of(work: Work, subject: Round) -> int:
    return work.db.get_one(Part, subject.part_id).session_id
