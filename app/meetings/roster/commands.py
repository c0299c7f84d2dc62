"""Commands about the people of a meeting: the roster, the lobby, roles, putting somebody out."""

from __future__ import annotations

import sqlalchemy as sa

from app.accounts.ending import shut_out
from app.accounts.events import PersonAdmitted
from app.accounts.models import Person, RoleGrant
from app.core.contract import Done
from app.core.errors import Invalid
from app.core.events import when
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.work import Work
from app.meetings import queries
from app.meetings.delegations.naming import code_for
from app.meetings.events import NameChanging, PersonRemoved, RolesChanging
from app.meetings.models import Meeting, Part
from app.meetings.roster.contract import AddPerson, AdmitPerson, GrantRole, RemovePerson, RenamePerson, RevokeRole
from app.meetings.roster.keeping import OF_A_ROOM, keep_one, may_put_out, only_rooms_by_co_chairs
from app.meetings.roster.rules import the_moderator_of_their_room
from app.meetings.rules import the_chairs


@handles(AddPerson, on=queries.lock_meeting, allow=the_chairs | the_program_itself, event="person.added")
def add_person(command: AddPerson, meeting: Meeting, work: Work) -> Done:
    """Put a person on the roster. The delegation is kept as a code of the table where it is recognised."""
    person = work.add(
        Person(
            meeting_id=meeting.id,
            name=command.person_name,
            title=command.title,
            email=command.email.strip().lower(),
            gender=command.gender,
            delegation=code_for(command.delegation),
            in_roster=command.in_roster,
        )
    )
    work.about = person.name
    return Done(id=person.id)


@handles(RenamePerson, on=queries.lock_person, allow=the_chairs, event="person.renamed")
def rename_person(command: RenamePerson, person: Person, work: Work) -> Done:
    """Mend a person's name."""
    work.happened(NameChanging(person))
    work.change(person).version += 1
    person.name = command.person_name
    work.about = person.name
    return Done(id=person.id)


@handles(
    AdmitPerson,
    on=queries.lock_person,
    allow=the_chairs | the_moderator_of_their_room | the_program_itself,
    event="person.admitted",
)
def admit_person(command: AdmitPerson, person: Person, work: Work) -> Done:
    """Let a person in from the lobby."""
    del command
    if person.admitted_at is None:
        work.change(person).admitted_at = work.at
        work.rights_changed(person.id)
        work.happened(PersonAdmitted(person))
    work.about = person.name
    return Done(id=person.id)


@handles(RemovePerson, on=queries.lock_person, allow=the_chairs | the_moderator_of_their_room, event="person.removed")
def remove_person(command: RemovePerson, person: Person, work: Work) -> Done:
    """Put a person out of the meeting, in every window and on every device; what they wrote stays."""
    del command
    if person.id == work.actor.person_id:
        message = "You cannot put yourself out. Sign out instead, or ask another organiser."
        raise Invalid(message)
    may_put_out(work, person)
    work.happened(NameChanging(person))
    work.change(person).removed_at = work.at
    shut_out(work, person.id)
    work.happened(PersonRemoved(person))
    work.about = person.name
    return Done(id=person.id)


@handles(GrantRole, on=queries.lock_person, allow=the_chairs | the_program_itself, event="role.granted")
def grant_role(command: GrantRole, person: Person, work: Work) -> Done:
    """Give a person a role. Moderator and rapporteur are roles in one room; co-chairs may give only these two."""
    room = _room_for(command)
    only_rooms_by_co_chairs(work, command.role)
    if not any(grant.role == command.role and grant.room_id == room for grant in person.roles):
        work.happened(RolesChanging(person, room))
        work.change(person)
        person.roles.append(RoleGrant(meeting_id=person.meeting_id, role=command.role, room_id=room))
        work.rights_changed(person.id)
    work.about = f"{command.role}: {person.name}"
    return Done(id=person.id)


@handles(RevokeRole, on=queries.lock_person, allow=the_chairs | the_program_itself, event="role.revoked")
def revoke_role(command: RevokeRole, person: Person, work: Work) -> Done:
    """Take a role from a person; their open screens fall silent at once."""
    room = _room_for(command)
    only_rooms_by_co_chairs(work, command.role)
    for grant in [grant for grant in person.roles if grant.role == command.role and grant.room_id == room]:
        if grant.role == "secretariat":
            keep_one(work, person)
        work.happened(RolesChanging(person, room))
        work.change(person)
        person.roles.remove(grant)
        work.rights_changed(person.id)
    work.about = f"{command.role}: {person.name}"
    return Done(id=person.id)


@when(NameChanging)
def show_new_name(event: NameChanging, work: Work) -> None:
    """A narrative shows who wrote it."""
    for part in work.db.scalars(sa.select(Part).where(Part.edited_by == event.person.id)):
        work.change(part)


def _room_for(command: GrantRole | RevokeRole) -> int | None:
    if (command.role in OF_A_ROOM) != (command.room is not None):
        message = "A moderator or a rapporteur has the role in one room; the other roles have none."
        raise Invalid(message, fields={"room": message})
    return command.room
