"""What is proposed and not yet done: a plan for those without a room, and what a list read in would bring about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.meetings.delegations.table import by_code
from app.meetings.queries import people
from breakouts.assignment.meant import room_meant
from breakouts.assignment.placing import place_of
from breakouts.assignment.plan import Plan, plan
from breakouts.assignment.rules import WITHOUT_A_TASK
from breakouts.assignment.seating import Guest, Space
from breakouts.assignment.sheet import Known, RowFate, Theme, read
from breakouts.rooms.queries import rooms_of_round

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from app.accounts.models import Person
    from breakouts.rooms.models import Room
    from breakouts.rounds.models import Round


def fill(db: Session, subject: Round, *, only_present: bool, with_wishes: bool) -> Plan:
    """Propose a room for everybody who has none in the round and needs one; nobody else is moved."""
    rooms = rooms_of_round(db, subject.id)
    seated, waiting = [], []
    for person in people(db, subject.meeting_id):
        place = place_of(person, subject)
        if place is not None:
            seated.append((_guest(person, ()), place.room_id))
        elif _needs_a_room(person) and (person.present or not only_present):
            waiting.append(_guest(person, rooms if with_wishes else ()))
    return plan(waiting, [Space(room.id, room.capacity) for room in rooms], seated)


def read_in(db: Session, subject: Round, data: bytes, file: str) -> tuple[RowFate, ...]:
    """Say what would come of each row of a list; nothing is written."""
    themes = [Theme(room.id, room.number, room.title) for room in rooms_of_round(db, subject.id)]
    known = []
    for person in people(db, subject.meeting_id):
        place = place_of(person, subject)
        known.append(Known(person.id, person.name, person.email, person.delegation, place.room_id if place else None))
    return read(data, file, known, themes)


def _needs_a_room(person: Person) -> bool:
    # Who came by the code and waits in the lobby is not in the meeting yet; whoever has a task has a place by it.
    expected = person.admitted_at is not None or person.in_roster
    return expected and {grant.role for grant in person.roles} <= WITHOUT_A_TASK


def _guest(person: Person, rooms: Sequence[Room]) -> Guest:
    delegation = by_code().get(person.delegation)
    wish = room_meant(person.breakout_wish, rooms)
    return Guest(
        id=person.id,
        delegation=person.delegation,
        region=delegation.group if delegation else "",
        gender=person.gender,
        wish=wish.id if wish else None,
    )
