"""Setting a whole meeting up at once: from a plan, or like another meeting."""

from __future__ import annotations

from app.accounts.models import Link, Person, RoleGrant
from app.accounts.rules import the_secretariat
from app.accounts.secrets import digest, new_secret
from app.core.contract import Done
from app.core.errors import Gone
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.sentences import say
from app.core.work import Work
from app.meetings.codes import free_code
from app.meetings.models import Meeting
from app.meetings.queries import lock_meeting, with_programme
from app.meetings.versions import change
from breakouts.setup.contract import DuplicateMeeting, DuplicateView, FillMeeting, SetUpPlan
from breakouts.setup.exporting import set_up_of
from breakouts.setup.filling import basics_of, lay_out, with_days
from breakouts.setup.planning import plan_of
from breakouts.setup.script import Script


@handles(FillMeeting, on=lock_meeting, allow=the_secretariat | the_program_itself, event="meeting.filled")
def fill_meeting(command: FillMeeting, meeting: Meeting, work: Work) -> Done:
    """Set a meeting up from a plan. One in which sessions are planned is left as it is: nothing is overwritten."""
    if meeting.sessions:
        message = say("Sessions are planned in this meeting already. Read the file into a new meeting.")
        raise Gone(message)
    plan = with_days(command.plan, command.days, command.first_day)
    change(work, meeting)
    for field, value in basics_of(plan).items():
        setattr(meeting, field, value)
    lay_out(plan, meeting, work)
    work.about = meeting.title
    return Done(id=meeting.id)


@handles(DuplicateMeeting, on=lock_meeting, allow=the_secretariat, event="meeting.duplicated", keeps_answer=False)
def duplicate_meeting(command: DuplicateMeeting, meeting: Meeting, work: Work) -> DuplicateView:
    """Begin a new meeting with the structure, rooms and questions of this one; never what was captured there.

    Its people in charge come along where that is asked. Whoever asks is its secretariat; the answer holds their link.
    """
    file = set_up_of(work.db, with_programme(work.db, meeting.id), with_people=command.with_people)
    plan = SetUpPlan.model_validate(plan_of(Script.model_validate(file)) | {"title": command.title})
    plan = with_days(plan, command.days, command.first_day)
    made = work.add(Meeting(**basics_of(plan), join_code=free_code(work)))
    lay_out(plan, made, work)
    asker = work.db.get_one(Person, work.actor.person_id)
    person = work.add(
        Person(
            meeting_id=made.id,
            name=asker.name,
            title=asker.title,
            email=asker.email,
            delegation=asker.delegation,
            account_id=asker.account_id,
        )
    )
    work.change(person).roles.append(RoleGrant(meeting_id=made.id, role="secretariat"))
    secret = new_secret()
    work.db.add(Link(person_id=person.id, meeting_id=made.id, digest=digest(secret), issued_at=work.at))
    work.about = made.title
    return DuplicateView(id=made.id, person=person.id, secret=secret)
