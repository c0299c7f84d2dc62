"""Writing, restoring and clearing the summary."""

from __future__ import annotations

import sqlalchemy as sa

from app.accounts.models import Person
from app.accounts.rules import a_co_chair
from app.core.contract import Done
from app.core.errors import Conflict, Forbidden, Invalid
from app.core.events import when
from app.core.handling import handles
from app.core.sentences import say
from app.core.work import Work
from app.meetings.delegations.naming import display
from app.meetings.events import NameChanging
from app.meetings.models import Meeting
from app.meetings.queries import lock_meeting
from app.meetings.rules import the_chairs
from exports.summary.compiling import compiled
from exports.summary.contract import ClearSummary, RestoreSection, SectionView, WithdrawClearance, WriteSection
from exports.summary.models import Clearance, SectionText
from exports.summary.queries import section_view, words_for


@handles(WriteSection, on=lock_meeting, allow=the_chairs, event="section.written")
def write_section(command: WriteSection, meeting: Meeting, work: Work) -> SectionView:
    """Write a section in one's own words.

    They stand through every later compiling, until somebody restores the compiled text.
    """
    _source, summary = compiled(work.db, meeting.id)
    section = next((each for each in summary.sections if each.key == command.key), None)
    if section is None:
        message = "The summary has no such section any more. Your text is kept here: copy it into another section."
        raise Invalid(message)
    row = words_for(work.db, meeting.id, command.key)
    if row is not None and row.version != command.base:
        theirs = section_view(work.db, row)
        message = say(
            "{who} changed this section while you were writing. Yours is kept here; compare the two.",
            who=theirs.edited_by or say("Somebody"),
        )
        raise Conflict(message, theirs=theirs.thing())
    if row is None:
        row = work.add(
            SectionText(
                meeting_id=meeting.id,
                key=command.key,
                body=command.body,
                base=section.digest,
                edited_by=work.actor.person_id,
                edited_at=work.at,
            )
        )
    else:
        work.change(row)
        row.body, row.base, row.version, row.restored = command.body, section.digest, row.version + 1, False
        row.edited_by, row.edited_at = work.actor.person_id, work.at
    work.about = section.title
    return section_view(work.db, row)


@handles(RestoreSection, on=lock_meeting, allow=the_chairs, event="section.restored")
def restore_section(command: RestoreSection, meeting: Meeting, work: Work) -> Done:
    """Put the compiled text of a section back; the words written in its place are kept for whoever wants them again."""
    row = words_for(work.db, meeting.id, command.key)
    if row is not None and not row.restored:
        work.change(row)
        row.restored, row.version = True, row.version + 1
        row.edited_by, row.edited_at = work.actor.person_id, work.at
    work.about = command.key
    return Done(id=meeting.id)


@handles(ClearSummary, on=lock_meeting, allow=a_co_chair, event="summary.cleared")
def clear_summary(command: ClearSummary, meeting: Meeting, work: Work) -> Done:
    """Clear this very text as a co-chair.

    Once every co-chair has, it is released; a word changed later asks all of them anew.
    """
    chair = _own_chair(meeting, work)
    _source, summary = compiled(work.db, meeting.id)
    if summary.digest != command.digest:
        message = "The text has changed since you read it. Look at it again, then clear what it says now."
        raise Conflict(message, theirs={"digest": summary.digest})
    row = work.db.get(Clearance, (meeting.id, chair), with_for_update=True)
    if row is None:
        work.add(
            Clearance(
                meeting_id=meeting.id,
                delegation=chair,
                digest=summary.digest,
                person_id=work.actor.person_id,
                at=work.at,
            )
        )
    else:
        work.change(row)
        row.digest, row.person_id, row.at = summary.digest, work.actor.person_id or row.person_id, work.at
    work.about = f"{display(chair)}, {summary.digest[:12]}"
    return Done(id=meeting.id)


@handles(WithdrawClearance, on=lock_meeting, allow=a_co_chair, event="summary.withdrawn")
def withdraw_clearance(command: WithdrawClearance, meeting: Meeting, work: Work) -> Done:
    """Take one's clearance back; the summary is a draft again."""
    del command
    chair = _own_chair(meeting, work)
    row = work.db.get(Clearance, (meeting.id, chair), with_for_update=True)
    if row is not None:
        work.change(row)
        work.db.delete(row)
    work.about = display(chair)
    return Done(id=meeting.id)


@when(NameChanging)
def show_new_name(event: NameChanging, work: Work) -> None:
    """Words and clearances show whose they are."""
    for words in work.db.scalars(sa.select(SectionText).where(SectionText.edited_by == event.person.id)):
        work.change(words)
    for clearance in work.db.scalars(sa.select(Clearance).where(Clearance.person_id == event.person.id)):
        work.change(clearance)


def _own_chair(meeting: Meeting, work: Work) -> str:
    person = work.db.get(Person, work.actor.person_id) if work.actor.person_id else None
    chairs = [chair.delegation for chair in meeting.co_chairs]
    if person is None or person.delegation not in chairs:
        message = "Only a delegation that co-chairs this meeting clears its summary."
        raise Forbidden(message)
    return person.delegation
