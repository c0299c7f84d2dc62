"""Asking for documents, and what the worker says of them."""

from __future__ import annotations

import sqlalchemy as sa

from app.core.contract import Done
from app.core.errors import Busy
from app.core.events import when
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.work import Work
from app.meetings.events import NameChanging
from app.meetings.models import Meeting
from app.meetings.queries import lock_meeting
from app.meetings.rules import the_chairs
from exports.jobs import queries
from exports.jobs.contract import CancelExport, ExportView, FailExport, FinishExport, ReportProgress, RequestExport
from exports.jobs.models import Export

MOST_WAITING = 10


@handles(RequestExport, on=lock_meeting, allow=the_chairs | the_program_itself, event="export.requested")
def request_export(command: RequestExport, meeting: Meeting, work: Work) -> ExportView:
    """Ask for the summary as it is now.

    It is made beside the meeting; its progress is told, and the page may be left.
    """
    if queries.waiting_in(work.db, meeting.id) >= MOST_WAITING:
        message = "Ten documents are waiting already. Wait for one of them, or cancel one."
        raise Busy(message, retry_after=10)
    row = work.add(
        Export(meeting_id=meeting.id, format=command.format, made_at=work.at, person_id=work.actor.person_id)
    )
    work.about = command.format
    return queries.export_view(work.db, row)


@handles(CancelExport, on=queries.lock_export, allow=the_chairs, event="export.cancelled")
def cancel_export(command: CancelExport, row: Export, work: Work) -> Done:
    """Stop the making of a document."""
    del command
    if row.state in queries.UNFINISHED:
        work.change(row).state = "cancelled"
    work.about = row.format
    return Done(id=row.id)


@handles(ReportProgress, on=queries.lock_export, allow=the_program_itself, event="export.progressed")
def report_progress(command: ReportProgress, row: Export, work: Work) -> Done:
    """Say how far a document has come."""
    if row.state in queries.UNFINISHED:
        work.change(row)
        row.state, row.step, row.page = "running", command.step, command.page
    return Done(id=row.id)


@handles(FinishExport, on=queries.lock_export, allow=the_program_itself, event="export.finished")
def finish_export(command: FinishExport, row: Export, work: Work) -> Done:
    """Say that a document lies ready. `why` holds what its reader should know, such as letters no font has."""
    if row.state in queries.UNFINISHED:
        work.change(row)
        row.state, row.step = "done", ""
        row.bytes, row.sha256, row.pages, row.draft, row.why = (
            command.bytes,
            command.sha256,
            command.pages,
            command.draft,
            command.why[:600],
        )
    return Done(id=row.id)


@handles(FailExport, on=queries.lock_export, allow=the_program_itself, event="export.failed")
def fail_export(command: FailExport, row: Export, work: Work) -> Done:
    """Say that a document could not be made, and what to do."""
    if row.state in queries.UNFINISHED:
        work.change(row)
        row.state, row.step, row.why = "failed", "", command.why[:600]
    return Done(id=row.id)


@when(NameChanging)
def show_new_name(event: NameChanging, work: Work) -> None:
    """An export shows who asked for it."""
    for row in work.db.scalars(sa.select(Export).where(Export.person_id == event.person.id)):
        work.change(row)
