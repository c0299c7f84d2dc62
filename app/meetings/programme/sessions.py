"""Adding, changing, moving and removing sessions."""

from __future__ import annotations

from app.accounts.rules import the_secretariat
from app.core.contract import Done
from app.core.errors import Gone
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.sentences import say
from app.core.work import Work
from app.meetings.contract import SessionPlan
from app.meetings.hours import as_date, as_time
from app.meetings.models import Meeting, MeetingSession
from app.meetings.programme import queries, views
from app.meetings.programme.contract import AddSession, EditSession, MoveSession, RemoveSession, SessionPlanView
from app.meetings.programme.events import SessionWeighed
from app.meetings.programme.holding import refuse_holding
from app.meetings.programme.laying import lay_session
from app.meetings.programme.order import keep_the_past, put_behind, renumber
from app.meetings.programme.parts import take_out, weigh
from app.meetings.queries import lock_meeting
from app.meetings.versions import change, changes_of, refuse_older


@handles(AddSession, on=lock_meeting, allow=the_secretariat | the_program_itself, event="session.added")
def add_session(command: AddSession, meeting: Meeting, work: Work) -> Done:
    """Add a session, behind `after` or at the end. Hours are those of the meeting's time zone."""
    standing = list(queries.sessions_of(work.db, meeting.id))
    plan = SessionPlan(
        title=command.title,
        date=as_date(command.date),
        begins=command.begins,
        ends=command.ends,
        parts=command.parts,
    )
    session = lay_session(work, meeting.id, len(standing) + 1, plan)
    if "after" in command.model_fields_set:
        order = put_behind([*standing, session], session, command.after)
        keep_the_past(order, session)
        renumber(work, order)
    work.db.expire(meeting, ["sessions"])
    work.about = session.title
    return Done(id=session.id)


@handles(EditSession, on=queries.lock_session, allow=the_secretariat | the_program_itself, event="session.edited")
def edit_session(command: EditSession, session: MeetingSession, work: Work) -> SessionPlanView:
    """Change a session's title, day or hours, also while it is open."""
    refuse_older(command.base, session.version, views.session_plan(session))
    given = changes_of(command)
    change(work, session)
    session.title = given.get("title", session.title)
    session.date = as_date(given["date"]) if "date" in given else session.date
    session.begins = as_time(given["begins"]) if "begins" in given else session.begins
    session.ends = as_time(given["ends"]) if "ends" in given else session.ends
    work.about = session.title
    return views.session_plan(session)


@handles(MoveSession, on=queries.lock_session, allow=the_secretariat | the_program_itself, event="session.moved")
def move_session(command: MoveSession, session: MeetingSession, work: Work) -> Done:
    """Move a session that is still planned; what was held keeps its place."""
    if session.state != "planned":
        message = say("This session has begun; only sessions still planned can be moved.")
        raise Gone(message)
    order = put_behind(queries.sessions_of(work.db, session.meeting_id), session, command.after)
    keep_the_past(order, session)
    renumber(work, order)
    work.about = session.title
    return Done(id=session.id)


@handles(RemoveSession, on=queries.lock_session, allow=the_secretariat | the_program_itself, event="session.removed")
def remove_session(command: RemoveSession, session: MeetingSession, work: Work) -> Done:
    """Take a session out with its parts, as long as nothing was captured in it and nobody took part."""
    del command
    holds = [say("It has begun.")] if session.state != "planned" else []
    work.happened(SessionWeighed(session, holds))
    parts = list(queries.parts_of(work.db, session.id))
    for part in parts:
        holds += [say("“{part}”: {sentence}", part=part.title, sentence=held) for held in weigh(part, work)]
    refuse_holding(say("This session stays, so that nothing is lost."), holds)
    for part in parts:
        take_out(part, work)
    work.about = session.title
    work.change(session)
    work.db.delete(session)
    work.db.flush()
    renumber(work, queries.sessions_of(work.db, session.meeting_id))
    return Done(id=session.id)
