"""Laying a whole plan out in a meeting: programme, rooms, people in charge."""

from __future__ import annotations

import datetime as dt
from typing import Any

from app.accounts.models import Person, RoleGrant
from app.core.errors import Invalid
from app.core.sentences import say
from app.core.work import Work
from app.meetings.delegations.naming import code_for
from app.meetings.hours import as_date
from app.meetings.models import CoChair, Meeting, Part
from app.meetings.programme.laying import lay_session
from breakouts.rooms.models import Room
from breakouts.rounds.models import Round
from breakouts.setup.contract import Days, PartWithRooms, PersonPlan, SetUpPlan

USUAL, LONGEST = 45, 600
OF_A_ROOM = {"moderator", "rapporteur"}


def basics_of(plan: SetUpPlan) -> dict[str, Any]:
    """Give the columns of the meeting that the plan fills."""
    return plan.model_dump(exclude={"co_chairs", "sessions", "people", "overview"}) | {"overview": list(plan.overview)}


def lay_out(plan: SetUpPlan, meeting: Meeting, work: Work) -> None:
    """Lay the plan out in a meeting that has no session; its basics are set by whoever made or changed it."""
    codes = dict.fromkeys(code_for(name) for name in plan.co_chairs)
    for chair in meeting.co_chairs:
        work.db.delete(chair)
    work.db.flush()
    for position, delegation in enumerate(codes, start=1):
        work.db.add(CoChair(meeting_id=meeting.id, delegation=delegation, position=position))
    rooms: list[Room] = []
    for position, session in enumerate(plan.sessions, start=1):
        laid = lay_session(work, meeting.id, position, session)
        for part, planned in zip(laid.parts, session.parts, strict=True):
            rooms += _rooms(part, planned, work)
    for person in plan.people:
        _appoint(person, meeting, rooms, work)
    work.db.flush()
    work.db.refresh(meeting, ["co_chairs", "sessions"])


def with_days(plan: SetUpPlan, days: Days, first_day: str) -> SetUpPlan:
    """Give the plan with its days kept, emptied, or moved so that its first dated session is on `first_day`."""
    if days == "keep":
        return plan
    dated = [session.date for session in plan.sessions if session.date]
    start = as_date(first_day)
    if days == "shift" and start is None:
        message = say("Say on which day the first session is, or leave the days empty.")
        raise Invalid(message, fields={"first_day": message})
    by = start - min(dated) if days == "shift" and start and dated else None
    sessions = tuple(session.model_copy(update={"date": _moved(session.date, by)}) for session in plan.sessions)
    return plan.model_copy(update={"sessions": sessions})


def _moved(day: dt.date | None, by: dt.timedelta | None) -> dt.date | None:
    return day + by if day is not None and by is not None else None


def _rooms(part: Part, planned: PartWithRooms, work: Work) -> list[Room]:
    if part.kind != "breakouts" or not planned.rooms:
        return []
    minutes = min(part.minutes or USUAL, LONGEST)
    opened = work.add(Round(meeting_id=part.meeting_id, part_id=part.id, position=1, minutes=minutes))
    return [
        work.add(
            Room(
                meeting_id=part.meeting_id,
                part_id=part.id,
                round_id=opened.id,
                **room.model_dump(exclude={"moderated_by"}),
                moderated_by=code_for(room.moderated_by),
            )
        )
        for room in planned.rooms
    ]


def _appoint(plan: PersonPlan, meeting: Meeting, rooms: list[Room], work: Work) -> None:
    given = plan.model_dump(include={"title"})
    person = work.add(
        Person(
            meeting_id=meeting.id,
            name=plan.person_name,
            email=plan.email.strip().lower(),
            delegation=code_for(plan.delegation),
            **given,
        )
    )
    for task in plan.tasks:
        room = rooms[task.room - 1] if 0 < task.room <= len(rooms) else None
        if (task.role in OF_A_ROOM) == (room is not None):
            person.roles.append(
                RoleGrant(meeting_id=meeting.id, role=task.role, room_id=room.id if room is not None else None)
            )
    work.db.flush()
    for room_id in {grant.room_id for grant in person.roles if grant.room_id is not None}:
        work.change(work.db.get_one(Room, room_id))
