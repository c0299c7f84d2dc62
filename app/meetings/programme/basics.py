"""Changing the meeting's basics and its co-chairs."""

from __future__ import annotations

from typing import Any

from app.accounts.rules import the_secretariat
from app.core.errors import Invalid
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.sentences import say
from app.core.work import Work
from app.meetings.delegations.naming import code_for
from app.meetings.models import CoChair, Meeting
from app.meetings.programme import views
from app.meetings.programme.contract import BasicsView, EditMeeting, SetCoChairs
from app.meetings.queries import chairs_of, lock_meeting
from app.meetings.versions import change, changes_of, refuse_older

MOST_PARAGRAPHS = 60
LONGEST_PARAGRAPH = 2_000


@handles(EditMeeting, on=lock_meeting, allow=the_secretariat | the_program_itself, event="meeting.edited")
def edit_meeting(command: EditMeeting, meeting: Meeting, work: Work) -> BasicsView:
    """Change the meeting's basics, before and while it runs; what a title page shows follows at once."""
    refuse_older(command.base, meeting.version, views.basics(meeting))
    given: dict[str, Any] = changes_of(command)
    if "overview" in given:
        given["overview"] = _paragraphs(given["overview"])
    change(work, meeting)
    if given.get("drafts_for_chairs", meeting.drafts_for_chairs) != meeting.drafts_for_chairs:
        # Whoever reads an open room by this policy is put out with it, on live lines too.
        for person in chairs_of(work.db, meeting.id):
            work.rights_changed(person)
    for field, value in given.items():
        setattr(meeting, field, value)
    work.about = meeting.title
    return views.basics(meeting)


@handles(SetCoChairs, on=lock_meeting, allow=the_secretariat | the_program_itself, event="meeting.chaired")
def set_co_chairs(command: SetCoChairs, meeting: Meeting, work: Work) -> BasicsView:
    """Say who co-chairs the meeting, in this order; a delegation named twice is one."""
    refuse_older(command.base, meeting.version, views.basics(meeting))
    change(work, meeting)
    codes = list(dict.fromkeys(code_for(name) for name in command.co_chairs))
    standing = {chair.delegation: chair for chair in meeting.co_chairs}
    for delegation in standing.keys() - set(codes):
        work.db.delete(standing[delegation])
    for position, delegation in enumerate(codes, start=1):
        chair = standing.get(delegation)
        if chair is None:
            work.db.add(CoChair(meeting_id=meeting.id, delegation=delegation, position=position))
        else:
            chair.position = position
    work.db.flush()
    work.db.refresh(meeting, ["co_chairs"])
    shown = views.basics(meeting)
    work.about = ", ".join(shown.co_chairs)
    return shown


def _paragraphs(text: str) -> list[str]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    longest = max((len(line) for line in lines), default=0)
    trouble = ""
    if len(lines) > MOST_PARAGRAPHS:
        trouble = say(
            "An overview has at most {most} paragraphs; this one has {n}. Join some of them.",
            most=MOST_PARAGRAPHS,
            n=len(lines),
        )
    elif longest > LONGEST_PARAGRAPH:
        trouble = say(
            "A paragraph may have at most {most} characters; one of these has {n}. Begin a new line in it.",
            most=LONGEST_PARAGRAPH,
            n=longest,
        )
    if trouble:
        raise Invalid(trouble, fields={"overview": trouble})
    return lines
