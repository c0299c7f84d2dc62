"""Taking a meeting out, opening an archive, removing what was opened."""

from __future__ import annotations

import sqlalchemy as sa

from app.accounts.identity.rules import account_of, an_account_that_may_set_up_meetings
from app.accounts.models import Person
from app.accounts.rules import the_secretariat
from app.core.contract import Done
from app.core.errors import Gone
from app.core.handling import handles
from app.core.journal import Act
from app.core.rules import the_program_itself
from app.core.sentences import say
from app.core.work import Work
from app.meetings.models import Meeting
from app.meetings.queries import lock_meeting, no_meeting_yet
from exports.archive.checking import check
from exports.archive.contract import OpenArchive, RemovedView, RemoveOpened, TakeArchive
from exports.archive.opening import give_to, lay_out
from exports.archive.removing import has_been_worked_in, remove_rows, was_opened
from exports.archive.rules import an_account_of_its_secretariat
from exports.jobs.models import Export


@handles(TakeArchive, on=lock_meeting, allow=the_secretariat, event="archive.taken")
def take_archive(command: TakeArchive, meeting: Meeting, work: Work) -> Done:
    """Say that the meeting is taken out as a file, and what for. The file follows on the page that asked."""
    work.about = command.purpose
    return Done(id=meeting.id)


@handles(
    OpenArchive,
    on=no_meeting_yet,
    allow=the_program_itself | an_account_that_may_set_up_meetings,
    event="archive.opened",
)
def open_archive(command: OpenArchive, _nothing: None, work: Work) -> Done:
    """Open an archive as a new meeting, whole or not at all. An account that opens it is of its secretariat."""
    check(command.archive)
    meeting = lay_out(command.archive, work)
    work.meeting_id, work.about = meeting.id, meeting.title
    account = account_of(work)
    if account is not None:
        give_to(account, meeting, work)
    elif work.actor.system:
        # What the program does leaves no line by itself, and this one is what lets the meeting be removed again.
        line = {"actor": f"archive:{meeting.id}", "ask_id": "opened--", "name": command.name, "about": meeting.title}
        work.db.add(Act(**line, meeting_id=meeting.id, at=work.at, answer=None, undo=None))
    return Done(id=meeting.id)


@handles(
    RemoveOpened, on=lock_meeting, allow=the_program_itself | an_account_of_its_secretariat, event="archive.removed"
)
def remove_opened(command: RemoveOpened, meeting: Meeting, work: Work) -> RemovedView:
    """Remove a meeting that was opened from an archive. One in which somebody has worked since is kept."""
    opened = was_opened(work.db, meeting.id)
    if opened is None:
        message = say("This meeting did not come from an archive, so it cannot be removed here.")
        raise Gone(message)
    if has_been_worked_in(work.db, opened):
        message = say("Somebody has worked in this meeting since it was opened, so it is kept.")
        raise Gone(message)
    exports = work.db.scalars(sa.select(Export.id).where(Export.meeting_id == meeting.id).order_by(Export.id)).all()
    for person_id in work.db.scalars(sa.select(Person.id).where(Person.meeting_id == meeting.id)):
        work.rights_changed(person_id)
    work.about = meeting.title
    work.db.expunge_all()
    remove_rows(work.db, command.meeting)
    # The line that says so must not stand in the timeline of a later meeting that gets this number.
    work.meeting_id = None
    return RemovedView(id=command.meeting, exports=tuple(exports))
