"""Making a meeting and running it: start, sessions, parts, narrative, messages to all."""

from __future__ import annotations

from app.accounts.identity.rules import account_of, an_account_that_may_set_up_meetings
from app.accounts.rules import the_staff
from app.core.contract import Done
from app.core.errors import Conflict, Gone
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.sentences import say
from app.core.work import Work
from app.meetings import queries
from app.meetings.codes import free_code
from app.meetings.contract import (
    CloseMeeting,
    CloseSession,
    CreateMeeting,
    EndPart,
    NarratePart,
    OpenSession,
    PartTextView,
    SayToAll,
    StartMeeting,
    StartPart,
)
from app.meetings.delegations.naming import code_for
from app.meetings.events import PartNarrating, SessionClosed, SessionOpened
from app.meetings.models import CoChair, Meeting, MeetingSession, Part
from app.meetings.programme.laying import lay_session
from app.meetings.roster.founding import make_secretariat
from app.meetings.rules import the_chairs
from app.meetings.running import begin_part, finish_part


@handles(
    CreateMeeting,
    on=queries.no_meeting_yet,
    allow=the_program_itself | an_account_that_may_set_up_meetings,
    event="meeting.created",
)
def create_meeting(command: CreateMeeting, _nothing: None, work: Work) -> Done:
    """Create a meeting with its sessions and parts. Its nine-digit join code is made here.

    An account that creates it is its secretariat.
    """
    plain = command.model_dump(
        include={
            "title",
            "process",
            "running_head",
            "document_title",
            "introduction",
            "language",
            "walk_ins",
            "drafts_for_chairs",
            "time_zone",
            "video_link",
            "attribution",
        }
    )
    meeting = work.add(
        Meeting(**plain, overview=[line for line in command.overview if line], join_code=free_code(work))
    )
    work.meeting_id = meeting.id
    chairs = dict.fromkeys(code_for(name) for name in command.co_chairs)
    for position, delegation in enumerate(chairs, start=1):
        work.db.add(CoChair(meeting_id=meeting.id, delegation=delegation, position=position))
    for position, plan in enumerate(command.sessions, start=1):
        lay_session(work, meeting.id, position, plan)
    work.db.flush()
    work.db.refresh(meeting)
    account = account_of(work)
    if account is not None:
        make_secretariat(work, meeting.id, account)
    work.about = meeting.title
    return Done(id=meeting.id)


@handles(StartMeeting, on=queries.lock_meeting, allow=the_chairs | the_program_itself, event="meeting.started")
def start_meeting(command: StartMeeting, meeting: Meeting, work: Work) -> Done:
    """Begin the meeting."""
    work.change(meeting).state = "live"
    return Done(id=command.meeting)


@handles(CloseMeeting, on=queries.lock_meeting, allow=the_chairs | the_program_itself, event="meeting.closed")
def close_meeting(command: CloseMeeting, meeting: Meeting, work: Work) -> Done:
    """Close the meeting. Open sessions are closed with it; everything captured stays."""
    for session in meeting.sessions:
        if session.state == "open":
            _close(session, work)
    work.change(meeting).state = "closed"
    return Done(id=command.meeting)


@handles(SayToAll, on=queries.lock_meeting, allow=the_chairs, event="meeting.said")
def say_to_all(command: SayToAll, meeting: Meeting, work: Work) -> Done:
    """Show a message on everybody's screen, the big one included; an empty message takes it away."""
    work.change(meeting).message = command.message
    work.about = command.message or "(nothing any more)"
    return Done(id=meeting.id)


@handles(OpenSession, on=queries.lock_session, allow=the_chairs | the_program_itself, event="session.opened")
def open_session(command: OpenSession, session: MeetingSession, work: Work) -> Done:
    """Open a dated session. Whoever is there, or comes while it is open, is counted as having taken part in it."""
    del command
    meeting = work.db.get_one(Meeting, session.meeting_id)
    if meeting.state == "closed":
        message = "The meeting is closed. Begin it again first, then open the session."
        raise Gone(message)
    if meeting.state == "planned":
        work.change(meeting).state = "live"
    for other in meeting.sessions:
        if other.state == "open" and other.id != session.id:
            _close(other, work)
    work.change(session)
    session.state, session.opened_at, session.closed_at = "open", session.opened_at or work.at, None
    work.about = session.title
    work.happened(SessionOpened(session))
    return Done(id=session.id)


@handles(CloseSession, on=queries.lock_session, allow=the_chairs | the_program_itself, event="session.closed")
def close_session(command: CloseSession, session: MeetingSession, work: Work) -> Done:
    """Close a dated session. Stays end with it; nothing written is lost."""
    del command
    if session.state == "open":
        _close(session, work)
    work.about = session.title
    return Done(id=session.id)


@handles(StartPart, on=queries.lock_part, allow=the_chairs | the_program_itself, event="part.started")
def start_part(command: StartPart, part: Part, work: Work) -> Done:
    """Start a part of the run of show; the one running before it ends. Its session must be open."""
    del command
    session = work.db.get_one(MeetingSession, part.session_id)
    if session.state != "open":
        message = say(
            "“{session}” is not open yet. Open the session first, then start the part.",
            session=session.title or say("The session"),
        )
        raise Gone(message)
    begin_part(part, work)
    work.about = part.title
    return Done(id=part.id)


@handles(EndPart, on=queries.lock_part, allow=the_chairs | the_program_itself, event="part.ended")
def end_part(command: EndPart, part: Part, work: Work) -> Done:
    """End a part of the run of show."""
    del command
    finish_part(part, work)
    work.about = part.title
    return Done(id=part.id)


@handles(NarratePart, on=queries.lock_part, allow=the_staff, event="part.narrated")
def narrate_part(command: NarratePart, part: Part, work: Work) -> PartTextView:
    """Write the narrative of a part.

    Who started from an older version is told, and shown the newer one beside their own.
    """
    work.happened(PartNarrating(part))
    if command.base != part.version:
        theirs = queries.part_text(work.db, part)
        message = say(
            "{who} changed this text while you were writing. Yours is kept here; compare the two.",
            who=theirs.edited_by or say("Somebody"),
        )
        raise Conflict(message, theirs=theirs.thing())
    work.change(part)
    part.narrative, part.version = command.narrative, part.version + 1
    part.edited_by, part.edited_at = work.actor.person_id, work.at
    work.about = part.title
    return queries.part_text(work.db, part)


def _close(session: MeetingSession, work: Work) -> None:
    work.change(session)
    session.state, session.closed_at = "closed", work.at
    for part in session.parts:
        if part.state == "running":
            finish_part(part, work)
    work.happened(SessionClosed(session))
