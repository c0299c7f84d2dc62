"""Arriving, leaving, and taking rosters and reports in."""

from __future__ import annotations

import sqlalchemy as sa

from app.accounts.events import PersonAdmitted
from app.accounts.models import Person
from app.accounts.queries import WITH_TASKS
from app.accounts.rules import the_secretariat
from app.attendance.contract import Arrive, ImportAttendance, Imported, ImportRoster, Leave
from app.attendance.events import PersonArrived, PersonLeft
from app.attendance.ledger import begin_stay, end_stays
from app.attendance.models import Stay, Unmatched
from app.core.contract import Done
from app.core.errors import Invalid
from app.core.events import when
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.work import Work
from app.meetings.delegations.naming import code_for
from app.meetings.events import PersonRemoved, RoomsNamed, SessionClosed, SessionOpened
from app.meetings.models import Meeting, MeetingSession
from app.meetings.queries import lock_meeting, lock_person, lock_session, open_session


@handles(Arrive, on=lock_person, allow=the_program_itself, event="person.arrived")
def arrive(command: Arrive, person: Person, work: Work) -> Done:
    """A person's first browser connected: present, and a stay begins when a session is open.

    Whoever waits in the lobby is there too, and is counted from the moment they are let in.
    """
    del command
    if person.removed_at is None:
        work.change(person).present = True
        if person.admitted_at is not None:
            _take_part(person, work)
    return Done(id=person.id)


@handles(Leave, on=lock_person, allow=the_program_itself, event="person.left")
def leave(command: Leave, person: Person, work: Work) -> Done:
    """A person's last browser has been gone for half a minute: they left when it went."""
    work.change(person).present = False
    end_stays(work, command.at, Stay.person_id == person.id)
    work.happened(PersonLeft(person, command.at))
    return Done(id=person.id)


@handles(ImportRoster, on=lock_meeting, allow=the_secretariat | the_program_itself, event="roster.imported")
def import_roster(command: ImportRoster, meeting: Meeting, work: Work) -> Imported:
    """Put everybody of a roster into the meeting, all or nobody.

    The answer gives their ids in the order of the rows.
    """
    people = [
        Person(
            meeting_id=meeting.id,
            name=entry.person_name,
            title=entry.title,
            email=entry.email.strip().lower(),
            gender=entry.gender,
            delegation=code_for(entry.delegation),
            in_roster=entry.in_roster,
            admitted_at=work.at if command.admit else None,
        )
        for entry in command.people
    ]
    work.add_all(people)
    work.about = f"{len(people)} people"
    return Imported(id=meeting.id, ids=tuple(person.id for person in people))


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
        _take_part(event.person, work)


@when(SessionOpened)
def count_those_present(event: SessionOpened, work: Work) -> None:
    """Whoever is there when a session opens takes part in it."""
    there = sa.select(Person).where(Person.meeting_id == event.session.meeting_id, Person.present)
    for person in work.db.scalars(there.where(Person.removed_at.is_(None)).options(*WITH_TASKS)):
        begin_stay(work, person, event.session.id)


@when(SessionClosed)
def end_with_session(event: SessionClosed, work: Work) -> None:
    """Stays end with their session."""
    end_stays(work, work.at, Stay.session_id == event.session.id)


@when(PersonRemoved)
def end_with_person(event: PersonRemoved, work: Work) -> None:
    """Who is put out is not there any more."""
    event.person.present = False
    end_stays(work, work.at, Stay.person_id == event.person.id)


def _take_part(person: Person, work: Work) -> None:
    session = open_session(work.db, person.meeting_id)
    if session is not None:
        begin_stay(work, person, session.id)
    work.happened(PersonArrived(person))
