"""Arriving, leaving, and taking reports in."""

from __future__ import annotations

import sqlalchemy as sa

from app.accounts.events import PersonAdmitted
from app.accounts.models import Person
from app.accounts.queries import WITH_TASKS
from app.accounts.rules import the_secretariat
from app.attendance.contract import Arrive, ImportAttendance, Imported, Leave
from app.attendance.events import PeopleArrived, PersonLeft
from app.attendance.ledger import begin_stays, end_stays
from app.attendance.models import Stay, Unmatched
from app.core.contract import Done
from app.core.errors import Invalid
from app.core.events import when
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.work import Work
from app.meetings.events import PersonRemoved, RoomsNamed, SessionClosed, SessionOpened
from app.meetings.models import Meeting, MeetingSession
from app.meetings.queries import lock_meeting, lock_people, lock_person, lock_session, open_session
from app.realtime.queries import is_attending


@handles(Arrive, on=lock_meeting, allow=the_program_itself, event="people.arrived")
def arrive(command: Arrive, meeting: Meeting, work: Work) -> Done:
    """These people's first browsers connected: they are present, and their stays begin when a session is open.

    Whoever waits in the lobby is there too, and is counted from the moment they are let in.
    """
    arriving = lock_people(work.db, meeting.id, command.people)
    for person in arriving:
        work.change(person).present = True
    _take_part([person for person in arriving if person.admitted_at is not None], work)
    return Done(id=meeting.id)


@handles(Leave, on=lock_person, allow=the_program_itself, event="person.left")
def leave(command: Leave, person: Person, work: Work) -> Done:
    """A person's last browser has been gone for half a minute: they left when it went."""
    if command.unless_attending and is_attending(work.db, person.id):
        return Done(id=person.id)
    work.change(person).present = False
    end_stays(work, command.at, Stay.person_id == person.id)
    work.happened(PersonLeft(person, command.at))
    return Done(id=person.id)


@handles(ImportAttendance, on=lock_session, allow=the_secretariat | the_program_itself, event="attendance.imported")
def import_attendance(command: ImportAttendance, session: MeetingSession, work: Work) -> Imported:
    """Take a platform's report of one session into the ledger, all of it or nothing.

    Names that are nobody's are kept as unmatched, with the reason.
    """
    ours = set(work.db.scalars(sa.select(Person.id).where(Person.meeting_id == session.meeting_id)))
    strangers = [entry for entry in command.stays if entry.person not in ours]
    if strangers:
        message = "Somebody in this report is not in this meeting. Read the roster in first, then the report."
        raise Invalid(message)
    work.happened(RoomsNamed(session.meeting_id, frozenset(entry.room for entry in command.stays if entry.room)))
    stays = [
        Stay(
            meeting_id=session.meeting_id,
            person_id=entry.person,
            session_id=session.id,
            room_id=entry.room,
            joined_at=entry.joined,
            left_at=max(entry.joined, entry.left),
            source=command.source,
        )
        for entry in command.stays
    ]
    work.add_all(stays)
    for entry in command.unmatched:
        name, reason = entry.shown_name, entry.reason
        work.db.add(
            Unmatched(
                meeting_id=session.meeting_id, session_id=session.id, name=name, source=command.source, reason=reason
            )
        )
    work.about = f"{command.source}: {len(stays)} stays"
    return Imported(id=session.id, ids=tuple(stay.id for stay in stays))


@when(PersonAdmitted)
def count_from_the_lobby(event: PersonAdmitted, work: Work) -> None:
    """Whoever waited with a browser open takes part from now on."""
    if event.person.present:
        _take_part([event.person], work)


@when(SessionOpened)
def count_those_present(event: SessionOpened, work: Work) -> None:
    """Whoever is there when a session opens takes part in it."""
    there = sa.select(Person).where(Person.meeting_id == event.session.meeting_id, Person.present)
    present = work.db.scalars(there.where(Person.removed_at.is_(None)).options(*WITH_TASKS))
    begin_stays(work, event.session.id, [(person, None) for person in present])


@when(SessionClosed)
def end_with_session(event: SessionClosed, work: Work) -> None:
    """Stays end with their session."""
    end_stays(work, work.at, Stay.session_id == event.session.id)


@when(PersonRemoved)
def end_with_person(event: PersonRemoved, work: Work) -> None:
    """Who is put out is not there any more."""
    event.person.present = False
    end_stays(work, work.at, Stay.person_id == event.person.id)


def _take_part(people: list[Person], work: Work) -> None:
    if not people:
        return
    session = open_session(work.db, people[0].meeting_id)
    if session is not None:
        begin_stays(work, session.id, [(person, None) for person in people])
    work.happened(PeopleArrived(tuple(people)))
